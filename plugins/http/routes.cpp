#include "routes.h"

#include <algorithm>

#include "text.h"

namespace http {
namespace {

struct Segment {
  enum Kind { Literal, Param, Rest } kind;
  std::string text;
};

bool is_name(std::string_view s) {
  if (s.empty() || (s[0] >= '0' && s[0] <= '9')) return false;
  return std::all_of(s.begin(), s.end(), [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::vector<Segment> split_pattern(std::string_view pattern) {
  std::vector<Segment> segments;
  auto fail = [&](const std::string& why) { throw RouteError("route '" + std::string(pattern) + "': " + why); };
  for (size_t i = 1; i <= pattern.size();) {
    size_t end = std::min(pattern.find('/', i), pattern.size());
    std::string_view text = pattern.substr(i, end - i);
    if (!segments.empty() && segments.back().kind == Segment::Rest) fail("{...} must come last");
    if (text.starts_with('{') && text.ends_with('}')) {
      std::string_view name = text.substr(1, text.size() - 2);
      bool rest = name.ends_with("...");
      if (rest) name.remove_suffix(3);
      if (!is_name(name)) fail("'" + std::string(name) + "' is not a parameter name");
      for (const Segment& s : segments)
        if (s.kind != Segment::Literal && s.text == name) fail("parameter '" + std::string(name) + "' appears twice");
      segments.push_back({rest ? Segment::Rest : Segment::Param, std::string(name)});
    } else {
      if (text.find_first_of("{}") != std::string_view::npos) fail("a parameter takes up a whole segment");
      segments.push_back({Segment::Literal, std::string(text)});
    }
    i = end + 1;
  }
  return segments;
}

std::string join(std::vector<std::string> methods) {
  std::sort(methods.begin(), methods.end());
  methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
  std::string out;
  for (const std::string& m : methods) out += (out.empty() ? "" : ", ") + m;
  return out;
}

}  // namespace

void Routes::put(Endpoints& endpoints, std::string_view pattern, Endpoint endpoint) {
  for (Endpoint& old : endpoints) {
    if (old.method != endpoint.method) continue;
    if (old.params != endpoint.params) throw RouteError("route '" + std::string(pattern) + "' differs from another only in parameter names");
    old = std::move(endpoint);
    return;
  }
  endpoints.push_back(std::move(endpoint));
}

void Routes::add(std::string_view method, std::string_view pattern, HandlerPtr handler) {
  if (!pattern.starts_with('/')) throw RouteError("route '" + std::string(pattern) + "' must begin with '/'");
  if (!is_token(method)) throw RouteError("'" + std::string(method) + "' is not a method name");
  Endpoint endpoint{std::string(method), handler, {}};
  std::vector<Segment> segments = split_pattern(pattern);
  bool plain = std::all_of(segments.begin(), segments.end(), [](const Segment& s) { return s.kind == Segment::Literal; });
  if (plain) {
    put(exact_[std::string(pattern)], pattern, std::move(endpoint));
  } else {
    Node* node = &tree_;
    bool rest = false;
    for (Segment& segment : segments) {
      if (segment.kind == Segment::Literal) {
        auto& next = node->literal[segment.text];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
        continue;
      }
      endpoint.params.push_back(segment.text);
      if ((rest = segment.kind == Segment::Rest)) break;
      if (!node->param) node->param = std::make_unique<Node>();
      node = node->param.get();
    }
    put(rest ? node->rest : node->here, pattern, std::move(endpoint));
    has_params_ = true;
  }
  keys_[std::string(method) + " " + std::string(pattern)] = std::move(handler);
}

bool Routes::choose(const Endpoints& endpoints, Search& search) {
  const Endpoint* get = nullptr;
  for (const Endpoint& e : endpoints) {
    if (e.method == search.method) {
      search.found = &e;
      search.found_values = search.values;
      return true;
    }
    if (e.method == "GET") get = &e;
    search.allowed.push_back(e.method);
  }
  if (!get) return false;
  search.allowed.push_back("HEAD");
  if (search.method != "HEAD") return false;
  search.found = get;
  search.found_values = search.values;
  return true;
}

// `rest` is what follows the slash that ends the parent segment.
bool Routes::walk(const Node& node, std::string_view rest, Search& search) {
  size_t slash = rest.find('/');
  std::string_view raw = rest.substr(0, slash);
  auto segment = percent_decode(raw);
  if (!segment) return false;
  auto descend = [&](const Node& next) {
    if (slash == std::string_view::npos) return choose(next.here, search);
    return walk(next, rest.substr(slash + 1), search);
  };
  if (auto it = node.literal.find(*segment); it != node.literal.end() && descend(*it->second)) return true;
  if (node.param && !raw.empty()) {
    search.values.push_back(*segment);
    if (descend(*node.param)) return true;
    search.values.pop_back();
  }
  if (node.rest.empty()) return false;
  auto all = percent_decode(rest);
  if (!all) return false;
  search.values.push_back(std::move(*all));
  if (choose(node.rest, search)) return true;
  search.values.pop_back();
  return false;
}

Match Routes::find(std::string_view method, std::string_view path, std::string_view raw_path) const {
  Match match;
  Search search{method, {}, {}, nullptr, {}};
  auto it = exact_.find(path);
  bool done = it != exact_.end() && choose(it->second, search);
  if (!done && has_params_ && raw_path.starts_with('/')) walk(tree_, raw_path.substr(1), search);
  if (search.found) {
    match.endpoint = search.found;
    for (size_t i = 0; i < search.found->params.size(); ++i) match.params.emplace_back(search.found->params[i], std::move(search.found_values[i]));
    return match;
  }
  if (!search.allowed.empty()) {
    match.allow = join(std::move(search.allowed));
  } else if (!path.ends_with('/')) {
    std::string with_slash = std::string(path) + '/';
    Search again{method, {}, {}, nullptr, {}};
    auto found = exact_.find(with_slash);
    match.add_slash = found != exact_.end() && choose(found->second, again);
    if (!match.add_slash && has_params_) match.add_slash = walk(tree_, std::string(raw_path.substr(1)) + '/', again);
  }
  return match;
}

const Handler* Routes::registered(std::string_view method, std::string_view pattern) const {
  auto it = keys_.find(std::string(method) + " " + std::string(pattern));
  return it == keys_.end() ? nullptr : it->second.get();
}

bool Routes::has(std::string_view method, std::string_view path) const {
  auto it = exact_.find(path);
  if (it == exact_.end()) return false;
  return std::any_of(it->second.begin(), it->second.end(), [&](const Endpoint& e) { return e.method == method; });
}

}  // namespace http
