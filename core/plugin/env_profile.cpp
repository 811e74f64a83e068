#include "core/plugin/env_profile.h"

#include <cstring>
#include <list>

#include "core/plugin/abi.h"
#include "core/plugin/env_state.h"
#include "core/plugin/manager.h"

namespace sl {
namespace {

sl_env_options full_size(const sl_env_options* given) {
  sl_env_options o{};
  if (given) std::memcpy(&o, given, std::min<size_t>(given->struct_size, sizeof o));
  return o;
}

// Two options with the same key give the same profile.
std::string key_of(const sl_env_options& o) {
  std::string key(reinterpret_cast<const char*>(&o.flags), sizeof o.flags);
  auto raw = [&](const auto& v) { key.append(reinterpret_cast<const char*>(&v), sizeof v); };
  raw(o.timeout);
  raw(o.fuel);
  raw(o.memory);
  raw(o.output);
  raw(o.depth);
  auto list = [&](const sl_str* items, size_t n) {
    raw(n);
    for (size_t i = 0; i < n; ++i) {
      raw(items[i].size);
      key.append(view(items[i]));
    }
  };
  list(o.allowed_paths, o.allowed_path_count);
  list(o.allowed_modules, o.allowed_module_count);
  list(o.argv, o.argc);
  return key;
}

std::shared_ptr<const Profile> make_profile(const Profile& base, const sl_env_options& o) {
  auto p = std::make_shared<Profile>(base);
  Limits& l = p->limits;
  if (o.flags & SL_ENV_NO_LIMITS) {
    uint32_t depth = l.depth;
    l = Limits{};
    l.depth = depth;
  }
  if (o.timeout > 0) l.wall_ns = o.timeout > 1e9 ? 0 : static_cast<uint64_t>(o.timeout * 1e9);
  if (o.fuel) l.fuel = o.fuel;
  if (o.memory) l.memory = o.memory;
  if (o.output) l.output = o.output;
  if (o.depth) l.depth = o.depth;
  if (o.flags & SL_ENV_SANDBOXED) p->sandboxed = true;
  if (o.flags & SL_ENV_NO_MODULE_FILES) p->library_path.clear();
  if (o.flags & SL_ENV_MODULES_LISTED) {
    auto modules = std::make_shared<std::vector<std::string>>();
    for (size_t i = 0; i < o.allowed_module_count; ++i) modules->emplace_back(view(o.allowed_modules[i]));
    p->allowed_modules = std::move(modules);
  }
  if (o.flags & SL_ENV_PATHS_LISTED) {
    auto paths = std::make_shared<std::vector<std::string>>();
    for (size_t i = 0; i < o.allowed_path_count; ++i) paths->emplace_back(view(o.allowed_paths[i]));
    p->allowed_paths = std::move(paths);
  }
  if (o.argc) {
    p->argv.clear();
    for (size_t i = 0; i < o.argc; ++i) p->argv.emplace_back(view(o.argv[i]));
  }
  return p;
}

// Shared by parent and child; each side clears its own pointer when it ends.
struct ParentLink {
  std::mutex mutex;
  Environment* child;
};

// What the parent remembers of the environments opened from it.
struct ChildHooks {
  std::list<std::pair<std::shared_ptr<ParentLink>, uint64_t>> entries;
};
struct ChildLink {
  std::shared_ptr<ParentLink> link;
};

}  // namespace

std::shared_ptr<const Profile> profile_for(sl_plugin& plugin, const sl_env_options* given) {
  sl_env_options o = full_size(given);
  if (o.parent) return make_profile(env_of(o.parent).profile(), o);
  const std::shared_ptr<const Profile>& base = plugin.manager->base_profile();
  if (!given) return base;
  std::string key = key_of(o);
  std::lock_guard lock(plugin.profiles_mutex);
  if (plugin.profiles.size() > 64) plugin.profiles.clear();
  std::shared_ptr<const Profile>& slot = plugin.profiles[key];
  if (!slot) slot = make_profile(*base, o);
  return slot;
}

void link_to_parent(Environment& parent, Environment& child) {
  auto link = std::make_shared<ParentLink>();
  link->child = &child;
  auto& hooks = local<ChildHooks>(parent.vm).entries;
  hooks.remove_if([&](auto& entry) {
    {
      std::lock_guard lock(entry.first->mutex);
      if (entry.first->child) return false;
    }
    parent.off_cancel(entry.second);
    return true;
  });
  Vm* vm = &parent.vm;
  uint64_t hook = parent.on_cancel([link, vm] {
    std::lock_guard lock(link->mutex);
    if (!link->child) return;
    bool late = vm->interrupt.load() & kInterruptTimeout;
    link->child->interrupt(late ? kInterruptTimeout : kInterruptCancel, late ? "execution timeout" : "execution cancelled");
  });
  hooks.emplace_back(link, hook);
  local<ChildLink>(child.vm).link = std::move(link);
}

void unlink_from_parent(Environment& child) {
  ChildLink& mine = local<ChildLink>(child.vm);
  if (!mine.link) return;
  std::lock_guard lock(mine.link->mutex);
  mine.link->child = nullptr;
}

}  // namespace sl
