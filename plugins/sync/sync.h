// Named objects that environments share. Each type has its own namespace; an object lives until the
// process ends or sync.delete() forgets its name. Everything here is thread-safe, and every wait
// releases the environment and ends when it is cancelled.
#pragma once

#include <scriptling/plugin.hpp>

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace runtime_sync {

using scriptling::Call;
using scriptling::Handle;
using scriptling::Value;

// Finds the object of that name or stores the one `make` returns, which is called without the lock
// and may be discarded when another thread was faster.
template <class T>
class Registry {
 public:
  template <class Make>
  Handle<T> get_or_create(std::string_view name, Make make) {
    {
      std::lock_guard guard(mutex_);
      if (auto it = objects_.find(name); it != objects_.end()) return it->second;
    }
    Handle<T> made = make();
    std::lock_guard guard(mutex_);
    return objects_.try_emplace(std::string(name), std::move(made)).first->second;
  }
  bool forget(std::string_view name) {
    Handle<T> last;  // dies outside the lock
    std::lock_guard guard(mutex_);
    auto it = objects_.find(name);
    if (it == objects_.end()) return false;
    last = std::move(it->second);
    objects_.erase(it);
    return true;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Handle<T>, std::less<>> objects_;
};

class Named : public scriptling::Counted {
 public:
  explicit Named(std::string_view name) : name_(name) {}
  std::string describe(const char* type) const { return "<" + std::string(type) + " '" + name_ + "'>"; }

 private:
  std::string name_;
};

// An int, or a float truncated toward zero; TypeError "type error: expected INTEGER, got STRING" else.
int64_t need_integer(const Value& v);
// Seconds to wait: -1 for None (no limit). ValueError when negative.
double timeout_seconds(const Value& v);
// "2.5s", for messages.
std::string seconds_text(double seconds);
// A deep copy of v; TypeError `complaint` when it holds something that cannot leave its environment.
scriptling::Parcel pack(Call& c, const Value& v, const char* complaint);

// Each adds its classes to the module, or removes a name from their namespace.
void add_atomic(scriptling::ModuleDef& module);
void add_shared(scriptling::ModuleDef& module);
void add_wait_group(scriptling::ModuleDef& module);
void add_queue(scriptling::ModuleDef& module);
void add_locks(scriptling::ModuleDef& module);
bool forget_atomic(std::string_view name);
bool forget_shared(std::string_view name);
bool forget_wait_group(std::string_view name);
bool forget_queue(std::string_view name);
bool forget_lock(std::string_view kind, std::string_view name);

}  // namespace runtime_sync
