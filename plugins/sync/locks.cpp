#include <condition_variable>

#include "sync.h"

namespace runtime_sync {
namespace {

using scriptling::Error;

// A lock is a semaphore with one permit that refuses a second one.
class Semaphore : public Named {
 public:
  Semaphore(std::string_view name, int64_t permits) : Named(name), permits_(permits) {}

  bool acquire(Call& c) {
    double seconds = c.boolean(0) ? timeout_seconds(c.arg(1)) : 0;
    bool taken = false;
    try {
      scriptling::wait_until(
          c, mutex_, freed_, seconds, [&] { return permits_ > 0; }, [&] { --permits_; }, &taken);
    } catch (const scriptling::Raised&) {
      if (taken) give(1);
      throw;
    }
    return taken;
  }
  void enter(Call& c) {
    bool taken = false;
    try {
      scriptling::wait_until(
          c, mutex_, freed_, -1, [&] { return permits_ > 0; }, [&] { --permits_; }, &taken);
    } catch (const scriptling::Raised&) {
      if (taken) give(1);
      throw;
    }
  }
  void release_permits(Call& c) {
    int64_t n = c.size() ? need_integer(c.arg(0)) : 1;
    if (n < 1) throw Error("ValueError", "n must be one or more");
    give(n);
  }
  bool leave(Call&) {
    give(1);
    return false;
  }
  int64_t value(Call&) {
    std::lock_guard guard(mutex_);
    return permits_;
  }
  std::string repr(Call&) { return describe("Semaphore"); }

 protected:
  virtual void give(int64_t n) {
    std::lock_guard guard(mutex_);
    permits_ += n;
    if (n == 1)
      freed_.notify_one();
    else
      freed_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable freed_;
  int64_t permits_;
};

class Lock final : public Semaphore {
 public:
  explicit Lock(std::string_view name) : Semaphore(name, 1) {}
  bool locked(Call&) {
    std::lock_guard guard(mutex_);
    return permits_ == 0;
  }
  std::string repr(Call&) { return describe("Lock"); }

 private:
  void give(int64_t) override {
    std::lock_guard guard(mutex_);
    if (permits_) throw Error("RuntimeError", "release unlocked lock");
    permits_ = 1;
    freed_.notify_one();
  }
};

class Event final : public Named {
 public:
  using Named::Named;
  void set(Call&) {
    std::lock_guard guard(mutex_);
    set_ = true;
    changed_.notify_all();
  }
  void clear(Call&) {
    std::lock_guard guard(mutex_);
    set_ = false;
  }
  bool is_set(Call&) {
    std::lock_guard guard(mutex_);
    return set_;
  }
  bool wait(Call& c) {
    return scriptling::wait_until(
        c, mutex_, changed_, timeout_seconds(c.arg(0)), [&] { return set_; }, [] {});
  }
  std::string repr(Call&) { return describe("Event"); }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};

template <class T>
Registry<T>& registry() {
  static auto* r = new Registry<T>;
  return *r;
}

Value make_lock(Call& c) {
  auto lock = registry<Lock>().get_or_create(c.str(0), [&] { return Handle<Lock>::make(c.str(0)); });
  return c.make_object("Lock", lock.detach());
}

Value make_semaphore(Call& c) {
  int64_t permits = need_integer(c.arg(1));
  if (permits < 0) throw Error("ValueError", "semaphore initial value must be >= 0");
  auto semaphore = registry<Semaphore>().get_or_create(c.str(0), [&] { return Handle<Semaphore>::make(c.str(0), permits); });
  return c.make_object("Semaphore", semaphore.detach());
}

Value make_event(Call& c) {
  auto event = registry<Event>().get_or_create(c.str(0), [&] { return Handle<Event>::make(c.str(0)); });
  return c.make_object("Event", event.detach());
}

// Methods inherited from Semaphore are taken through these: the wrapper casts to the pointer's class.
bool lock_acquire(Call& c) { return c.self<Lock>().acquire(c); }
void lock_release(Call& c) { c.self<Lock>().release_permits(c); }
void lock_enter(Call& c) { c.self<Lock>().enter(c); }
bool lock_leave(Call& c) { return c.self<Lock>().leave(c); }

}  // namespace

void add_locks(scriptling::ModuleDef& module) {
  static constexpr char kAcquire[] = "acquire(blocking=True, timeout=None) -> bool";
  static constexpr char kAcquireDoc[] = "Take it, waiting at most `timeout` seconds; False when that was not possible.";
  module.add(scriptling::class_<Lock>("Lock", "A mutual exclusion lock shared by name; not re-entrant. Use it with `with`.")
                 .construct<make_lock>("Lock(name: str)", "The lock of that name.")
                 .method<lock_acquire>(kAcquire, kAcquireDoc, SL_FN_BLOCKS)
                 .method<lock_release>("release() -> None", "Give it back.")
                 .method<&Lock::locked>("locked() -> bool", "Is it taken?")
                 .method<lock_enter>("__enter__()", nullptr, SL_FN_BLOCKS)
                 .method<lock_leave>("__exit__(*error)")
                 .method<&Lock::repr>("__repr__() -> str")
                 .share());
  module.add(scriptling::class_<Semaphore>("Semaphore", "A number of permits shared by name. Use it with `with`.")
                 .construct<make_semaphore>("Semaphore(name: str, value=1)", "The semaphore of that name; `value` counts when this creates it.")
                 .method<&Semaphore::acquire>(kAcquire, kAcquireDoc, SL_FN_BLOCKS)
                 .method<&Semaphore::release_permits>("release(n=1) -> None", "Give n permits back.")
                 .method<&Semaphore::value>("value() -> int", "Free permits.")
                 .method<&Semaphore::enter>("__enter__()", nullptr, SL_FN_BLOCKS)
                 .method<&Semaphore::leave>("__exit__(*error)")
                 .method<&Semaphore::repr>("__repr__() -> str")
                 .share());
  module.add(scriptling::class_<Event>("Event", "A flag shared by name that can be waited for.")
                 .construct<make_event>("Event(name: str)", "The event of that name.")
                 .method<&Event::set>("set() -> None", "Set the flag and wake all waiters.")
                 .method<&Event::clear>("clear() -> None", "Reset the flag.")
                 .method<&Event::is_set>("is_set() -> bool", "The flag.")
                 .method<&Event::wait>("wait(timeout=None) -> bool", "Block until the flag is set; False when the timeout passed.", SL_FN_BLOCKS)
                 .method<&Event::repr>("__repr__() -> str")
                 .share());
}

bool forget_lock(std::string_view kind, std::string_view name) {
  if (kind == "Lock") return registry<Lock>().forget(name);
  if (kind == "Semaphore") return registry<Semaphore>().forget(name);
  return registry<Event>().forget(name);
}

}  // namespace runtime_sync
