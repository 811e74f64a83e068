#include "registry.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

namespace kv {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMemory = ":memory:";

struct Registry {
  std::mutex mutex;  // never taken by an operation on a store
  std::map<std::string, HandlePtr> named;
  HandlePtr default_store;

  std::vector<HandlePtr> all() {
    std::lock_guard guard(mutex);
    std::vector<HandlePtr> handles;
    if (default_store) handles.push_back(default_store);
    for (auto& [name, handle] : named) handles.push_back(handle);
    return handles;
  }
};

Registry& registry() {
  static auto* r = new Registry;
  return *r;
}

std::unique_ptr<Store> open_file(const std::string& path) {
  std::error_code error;
  fs::create_directories(fs::path(path).parent_path(), error);
  if (error) throw StoreError("cannot create the directory of '" + path + "': " + error.message());
  return open_sqlite_store(path);
}

}  // namespace

void Handle::close() {
  if (!closed_.exchange(true)) store_->close();
}

std::string store_path(const std::string& name) {
  std::error_code error;
  fs::path path = fs::weakly_canonical(fs::absolute(name, error), error);
  if (error) throw StoreError("'" + name + "': " + error.message());
  if (fs::is_directory(path, error)) path /= "default.db";
  return path.string();
}

void open_default(const std::string& storage) {
  std::unique_ptr<Store> store;
  std::string name;
  if (storage.empty()) {
    store = make_memory_store();
  } else {
    name = store_path(storage);
    store = open_file(name);
  }
  registry().default_store = HandlePtr::make(name, std::move(store), true);
}

Handle& default_store() { return *registry().default_store; }

HandlePtr open_named(const std::string& name) {
  bool in_memory = name.starts_with(kMemory);
  std::string key = in_memory ? name : store_path(name);
  Registry& r = registry();
  std::lock_guard guard(r.mutex);
  if (!in_memory && key == r.default_store->name()) return r.default_store;
  if (auto it = r.named.find(key); it != r.named.end()) return it->second;
  auto handle = HandlePtr::make(key, in_memory ? make_memory_store() : open_file(key), false);
  r.named.emplace(key, handle);
  return handle;
}

void close_named(Handle& handle) {
  HandlePtr last;
  {
    std::lock_guard guard(registry().mutex);
    auto it = registry().named.find(handle.name());
    if (it != registry().named.end() && it->second.get() == &handle) {
      last = std::move(it->second);
      registry().named.erase(it);
    }
  }
  handle.close();
}

void sweep_all() {
  for (HandlePtr& handle : registry().all())
    if (!handle->closed()) handle->store().sweep();
}

void close_all() {
  for (HandlePtr& handle : registry().all()) handle->close();
}

}  // namespace kv
