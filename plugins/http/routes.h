// Which script handles which request. A table is filled during setup and then read-only; readers share
// it by pointer.
#pragma once

#include <scriptling/plugin.hpp>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace http {

// A script function: a name that each request's environment resolves, or the function itself.
struct Handler {
  std::string name;              // "module.function", also for messages
  scriptling::Carrier function;  // set for functions that have no importable name
};
using HandlerPtr = std::shared_ptr<const Handler>;

struct Endpoint {
  std::string method;
  HandlerPtr handler;
  std::vector<std::string> params;  // names, in the order they stand in the pattern
};

struct StaticMount {
  std::string prefix;     // "/assets/"
  std::string directory;  // absolute
};

struct Middleware {
  std::string prefix;  // path prefix it applies to; "": all
  HandlerPtr handler;
};

struct RouteError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Match {
  const Endpoint* endpoint = nullptr;
  std::vector<std::pair<std::string, std::string>> params;
  std::string allow;       // methods of the path when endpoint is null; empty: unknown path
  bool add_slash = false;  // unknown path, but known with a trailing slash
};

class Routes {
 public:
  // "/a/{name}/b", "/a/{rest...}". Replaces an equal route. Throws RouteError.
  void add(std::string_view method, std::string_view pattern, HandlerPtr handler);
  // Exact before parameterised; literal segments before {name} before {name...}. `raw_path` is still encoded.
  Match find(std::string_view method, std::string_view path, std::string_view raw_path) const;
  // The handler registered for exactly this method and pattern.
  const Handler* registered(std::string_view method, std::string_view pattern) const;
  bool has(std::string_view method, std::string_view path) const;

  std::vector<Middleware> middleware;
  HandlerPtr not_found;
  std::vector<StaticMount> mounts;  // longest prefix first
  size_t size() const { return keys_.size(); }
  // "GET /x" -> "module.function", sorted.
  std::map<std::string, HandlerPtr> const& keys() const { return keys_; }

 private:
  using Endpoints = std::vector<Endpoint>;
  struct Node {  // one segment deep in the tree of parameterised patterns
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> param;
    Endpoints here, rest;
  };
  struct TextHash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
  };
  struct Search {
    std::string_view method;
    std::vector<std::string> values;
    std::vector<std::string> allowed;
    const Endpoint* found = nullptr;
    std::vector<std::string> found_values;
  };
  static void put(Endpoints& endpoints, std::string_view pattern, Endpoint endpoint);
  static bool choose(const Endpoints& endpoints, Search& search);
  static bool walk(const Node& node, std::string_view rest, Search& search);

  std::unordered_map<std::string, Endpoints, TextHash, std::equal_to<>> exact_;
  Node tree_;
  bool has_params_ = false;
  std::map<std::string, HandlerPtr> keys_;
};

}  // namespace http
