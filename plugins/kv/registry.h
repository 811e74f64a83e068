// The open stores of the process: the default one and those opened by name.
#pragma once

#include <scriptling/plugin.hpp>

#include <atomic>
#include <memory>
#include <string>

#include "store.h"

namespace kv {

// What a script's store object wraps. A closed handle stays closed even if its name is opened again.
class Handle final : public scriptling::Counted {
 public:
  Handle(std::string name, std::unique_ptr<Store> store, bool is_default) : name_(std::move(name)), store_(std::move(store)), is_default_(is_default) {}

  const std::string& name() const { return name_; }
  bool is_default() const { return is_default_; }
  bool closed() const { return closed_.load(std::memory_order_acquire); }
  Store& store() { return *store_; }
  void close();

 private:
  std::string name_;
  std::unique_ptr<Store> store_;
  bool is_default_;
  std::atomic<bool> closed_{false};
};
using HandlePtr = scriptling::Handle<Handle>;

// Opens the default store; empty storage: in memory. Throws StoreError.
void open_default(const std::string& storage);
Handle& default_store();
// ":memory:..." or a path that the caller has checked. Throws StoreError.
HandlePtr open_named(const std::string& name);
// Closes it for all holders and forgets the name.
void close_named(Handle& handle);
void sweep_all();
void close_all();
// The file a name stands for: absolute, symlinks resolved, "default.db" inside a directory.
std::string store_path(const std::string& name);

}  // namespace kv
