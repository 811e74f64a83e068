#include "core/plugin/order.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <stdexcept>

namespace sl {
namespace {

enum class Mark : uint8_t { New, Open, Done, Bad };

struct Sorter {
  const std::vector<OrderNode>& nodes;
  std::vector<OrderProblem>& problems;
  std::map<std::string, size_t> index;
  std::vector<Mark> marks;
  std::vector<size_t> path, order;

  std::string title(const OrderNode& n) const { return "plugin " + n.name + (n.version.empty() ? "" : " " + n.version); }

  bool refuse(size_t i, const std::string& why) {
    problems.push_back({nodes[i].name, why});
    marks[i] = Mark::Bad;
    return false;
  }

  // Every member of the cycle gets the same text; the caller prints equal lines once.
  bool report_cycle(size_t i) {
    size_t start = static_cast<size_t>(std::find(path.begin(), path.end(), i) - path.begin());
    std::string chain = "plugins need each other: ";
    for (size_t k = start; k < path.size(); ++k) chain += nodes[path[k]].name + " \u2192 ";
    chain += nodes[i].name;
    for (size_t k = start; k < path.size(); ++k) refuse(path[k], chain);
    return false;
  }

  bool visit(size_t i) {
    if (marks[i] == Mark::Done) return true;
    if (marks[i] == Mark::Bad) return false;
    if (marks[i] == Mark::Open) return report_cycle(i);
    marks[i] = Mark::Open;
    path.push_back(i);
    const OrderNode& n = nodes[i];
    bool ok = true;
    for (const Need& need : n.needs) {
      auto it = index.find(need.name);
      std::string wanted = need.name + (need.min_version.empty() ? "" : ">=" + need.min_version);
      if (it == index.end()) {
        if (need.maybe) continue;
        path.pop_back();
        return refuse(i, title(n) + " needs " + wanted + ", which is not loaded");
      }
      const OrderNode& other = nodes[it->second];
      if (!need.min_version.empty() && compare_versions(other.version, need.min_version) < 0) {
        path.pop_back();
        return refuse(i, title(n) + " needs " + wanted + ", found " + other.version);
      }
      if (!visit(it->second) && !need.maybe) {
        ok = false;
        if (marks[i] != Mark::Bad) refuse(i, title(n) + " needs " + wanted + ", which was not loaded");
        break;
      }
    }
    path.pop_back();
    ok = ok && marks[i] != Mark::Bad;  // an optional need may have closed a cycle
    if (!ok) return false;
    marks[i] = Mark::Done;
    order.push_back(i);
    return true;
  }
};

}  // namespace

std::vector<Need> parse_needs(std::string_view text) {
  std::vector<Need> needs;
  while (true) {
    size_t start = text.find_first_not_of(" ,\t\n");
    if (start == std::string_view::npos) return needs;
    text.remove_prefix(start);
    size_t end = std::min(text.find_first_of(" ,\t\n"), text.size());
    std::string_view item = text.substr(0, end);
    text.remove_prefix(end);
    Need need;
    if (size_t at = item.find(">="); at != std::string_view::npos) {
      need.min_version = item.substr(at + 2);
      item = item.substr(0, at);
      if (need.min_version.empty() || need.min_version[0] < '0' || need.min_version[0] > '9')
        throw std::invalid_argument("needs: \"" + std::string(item) + ">=" + need.min_version + "\" has no version");
    }
    if (!item.empty() && item.back() == '?') {
      need.maybe = true;
      item.remove_suffix(1);
    }
    need.name = item;
    if (need.name.empty() || need.name.find_first_of("<>=!") != std::string::npos)
      throw std::invalid_argument("needs: cannot read \"" + std::string(item) + "\"; write name or name>=1.2");
    needs.push_back(std::move(need));
  }
}

int compare_versions(std::string_view a, std::string_view b) {
  auto number = [](std::string_view& s) {
    uint64_t n = 0;
    auto r = std::from_chars(s.data(), s.data() + s.size(), n);
    s.remove_prefix(static_cast<size_t>(r.ptr - s.data()));
    if (!s.empty() && s[0] == '.')
      s.remove_prefix(1);
    else
      s = {};
    return n;
  };
  while (!a.empty() || !b.empty()) {
    uint64_t x = number(a), y = number(b);
    if (x != y) return x < y ? -1 : 1;
  }
  return 0;
}

std::vector<size_t> order_plugins(const std::vector<OrderNode>& nodes, std::vector<OrderProblem>& problems) {
  Sorter s{nodes, problems, {}, std::vector<Mark>(nodes.size(), Mark::New), {}, {}};
  for (size_t i = 0; i < nodes.size(); ++i) s.index.emplace(nodes[i].name, i);
  for (size_t i = 0; i < nodes.size(); ++i) s.visit(i);
  return s.order;
}

}  // namespace sl
