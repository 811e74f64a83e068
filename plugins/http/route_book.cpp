#include <algorithm>

#include "app.h"

namespace http {

RouteBook& route_book() {
  static auto* book = new RouteBook;
  return *book;
}

// Closed by start() or, before that, by the script's own start_server().
bool RouteBook::closed() {
  if (frozen_.load(std::memory_order_acquire)) return true;
  constexpr int kStarted = SL_LIFE_SERVER | SL_LIFE_READY;
  if ((scriptling::host->lifecycle(scriptling::plugin) & kStarted) != kStarted) return false;
  freeze();
  return true;
}

bool RouteBook::open_for(const std::string& item, bool known) {
  if (!frozen_.load(std::memory_order_relaxed)) return true;
  if (!known && warned_.insert(item).second) scriptling::log(SL_LOG_WARN, item + " registered after start_server: it has no effect");
  return false;
}

void RouteBook::add(const std::vector<std::string>& methods, std::string_view pattern, const HandlerPtr& handler) {
  if (closed()) {  // handler modules are imported for every request: no lock for the usual case
    auto same = [&](const std::string& method) {
      const Handler* registered = draft_->registered(method, pattern);
      return registered && registered->name == handler->name;
    };
    if (std::all_of(methods.begin(), methods.end(), same)) return;
  }
  std::lock_guard guard(mutex_);
  for (const std::string& method : methods) {
    std::string item = "route " + method + " " + std::string(pattern);
    if (open_for(item, false)) draft_->add(method, pattern, handler);
  }
}

void RouteBook::add_middleware(std::string_view prefix, HandlerPtr handler) {
  closed();
  std::lock_guard guard(mutex_);
  while (prefix.ends_with('/')) prefix.remove_suffix(1);
  auto same_prefix = [&](const Middleware& m) { return m.prefix == prefix; };
  auto it = std::find_if(draft_->middleware.begin(), draft_->middleware.end(), [&](const Middleware& m) { return same_prefix(m) && m.handler->name == handler->name; });
  if (!open_for("middleware " + handler->name, it != draft_->middleware.end())) return;
  if (it != draft_->middleware.end()) {
    it->handler = std::move(handler);
    return;
  }
  if (prefix.empty()) std::erase_if(draft_->middleware, same_prefix);  // one global middleware: the last
  draft_->middleware.push_back({std::string(prefix), std::move(handler)});
}

void RouteBook::set_not_found(HandlerPtr handler) {
  closed();
  std::lock_guard guard(mutex_);
  if (open_for("not_found " + handler->name, draft_->not_found && draft_->not_found->name == handler->name)) draft_->not_found = std::move(handler);
}

void RouteBook::add_mount(std::string_view prefix, std::string directory) {
  std::string with_slash(prefix);
  if (!with_slash.ends_with('/')) with_slash += '/';
  closed();
  std::lock_guard guard(mutex_);
  auto it = std::find_if(draft_->mounts.begin(), draft_->mounts.end(), [&](const StaticMount& m) { return m.prefix == with_slash; });
  if (!open_for("static " + with_slash, it != draft_->mounts.end() && it->directory == directory)) return;
  if (it != draft_->mounts.end())
    it->directory = std::move(directory);
  else
    draft_->mounts.push_back({with_slash, std::move(directory)});
}

std::shared_ptr<const Routes> RouteBook::freeze() {
  std::lock_guard guard(mutex_);
  if (frozen_.load(std::memory_order_relaxed)) return draft_;
  std::sort(draft_->mounts.begin(), draft_->mounts.end(), [](const StaticMount& a, const StaticMount& b) { return a.prefix.size() > b.prefix.size(); });
  frozen_.store(true, std::memory_order_release);
  return draft_;
}

}  // namespace http
