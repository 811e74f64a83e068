#include <condition_variable>

#include "sync.h"

namespace runtime_sync {
namespace {

class WaitGroup final : public Named {
 public:
  using Named::Named;

  void add(Call& c) { change(need_integer(c.arg(0))); }
  void done(Call&) { change(-1); }
  int64_t count(Call&) {
    std::lock_guard guard(mutex_);
    return count_;
  }
  Value wait(Call& c) {
    double seconds = timeout_seconds(c.arg(0));
    bool reached = scriptling::wait_until(
        c, mutex_, zero_, seconds, [&] { return count_ == 0; }, [] {});
    return c.arg(0).is_none() ? c.none() : c.make(reached);
  }
  std::string repr(Call&) { return describe("WaitGroup"); }

 private:
  void change(int64_t delta) {
    std::lock_guard guard(mutex_);
    int64_t next;
    if (__builtin_add_overflow(count_, delta, &next)) throw scriptling::Error("OverflowError", "sync: WaitGroup counter overflow");
    if (next < 0) throw scriptling::Error("RuntimeError", "sync: negative WaitGroup counter");
    count_ = next;
    if (!count_) zero_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable zero_;
  int64_t count_ = 0;
};

Registry<WaitGroup>& registry() {
  static auto* r = new Registry<WaitGroup>;
  return *r;
}

Value make_wait_group(Call& c) {
  auto group = registry().get_or_create(c.str(0), [&] { return Handle<WaitGroup>::make(c.str(0)); });
  return c.make_object("WaitGroup", group.detach());
}

}  // namespace

void add_wait_group(scriptling::ModuleDef& module) {
  module.add(scriptling::class_<WaitGroup>("WaitGroup", "Counts work in progress; wait() returns when none is left. Reusable.")
                 .construct<make_wait_group>("WaitGroup(name: str)", "The wait group of that name.")
                 .method<&WaitGroup::add>("add(delta=1) -> None", "Add to the counter; it may not become negative.")
                 .method<&WaitGroup::done>("done() -> None", "Subtract one from the counter.")
                 .method<&WaitGroup::count>("count() -> int", "The counter.")
                 .method<&WaitGroup::wait>("wait(timeout=None)", "Block until the counter is zero. With a timeout in seconds: True, or False when it passed.", SL_FN_BLOCKS)
                 .method<&WaitGroup::repr>("__repr__() -> str")
                 .share());
}

bool forget_wait_group(std::string_view name) { return registry().forget(name); }

}  // namespace runtime_sync
