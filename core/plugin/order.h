// In which order plugins are initialised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sl {

struct Need {
  std::string name;
  std::string min_version;  // empty: any
  bool maybe = false;       // "kv?": only the order matters, absence is fine
};
// "sync>=1.0 background kv?". Throws std::invalid_argument.
std::vector<Need> parse_needs(std::string_view text);

// Dotted numbers, compared number by number; a suffix such as -rc1 is ignored.
int compare_versions(std::string_view a, std::string_view b);

struct OrderNode {
  std::string name, version;
  std::vector<Need> needs;
};
struct OrderProblem {
  std::string name;  // plugin that cannot be initialised
  std::string text;  // "plugin audit 0.3 needs sync>=1.2, found 1.0"
};
// Needs before needers, ties in the given order. Plugins with a problem, and those that need them, are
// reported and left out.
std::vector<size_t> order_plugins(const std::vector<OrderNode>& nodes, std::vector<OrderProblem>& problems);

}  // namespace sl
