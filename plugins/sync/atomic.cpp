#include <atomic>

#include "sync.h"

namespace runtime_sync {
namespace {

class Atomic final : public Named {
 public:
  Atomic(std::string_view name, int64_t initial) : Named(name), value_(initial) {}

  int64_t add(Call& c) {
    int64_t delta = need_integer(c.arg(0));
    return static_cast<int64_t>(static_cast<uint64_t>(value_.fetch_add(delta)) + static_cast<uint64_t>(delta));  // wraps
  }
  int64_t get(Call&) { return value_.load(); }
  void set(Call& c) { value_.store(need_integer(c.arg(0))); }
  int64_t swap(Call& c) { return value_.exchange(need_integer(c.arg(0))); }
  bool compare_and_set(Call& c) {
    int64_t expected = need_integer(c.arg(0));
    return value_.compare_exchange_strong(expected, need_integer(c.arg(1)));
  }
  std::string repr(Call&) { return describe("Atomic"); }

 private:
  std::atomic<int64_t> value_;
};

Registry<Atomic>& registry() {
  static auto* r = new Registry<Atomic>;
  return *r;
}

Value make_atomic(Call& c) {
  int kind = c.arg(1).kind();
  int64_t initial = kind == SL_KIND_INT || kind == SL_KIND_FLOAT ? need_integer(c.arg(1)) : 0;
  auto atomic = registry().get_or_create(c.str(0), [&] { return Handle<Atomic>::make(c.str(0), initial); });
  return c.make_object("Atomic", atomic.detach());
}

}  // namespace

void add_atomic(scriptling::ModuleDef& module) {
  module.add(scriptling::class_<Atomic>("Atomic", "A counter shared by name; every operation is atomic and lock-free.")
                 .construct<make_atomic>("Atomic(name: str, initial=0)", "The counter of that name; `initial` counts when this creates it.")
                 .method<&Atomic::add>("add(delta=1) -> int", "Add delta and return the new value; 64 bits, wraps around.")
                 .method<&Atomic::get>("get() -> int", "The value.")
                 .method<&Atomic::set>("set(value) -> None", "Store a value.")
                 .method<&Atomic::swap>("swap(value) -> int", "Store a value and return the old one.")
                 .method<&Atomic::compare_and_set>("compare_and_set(old, new) -> bool", "Store `new` if the value is `old`; tell whether it was.")
                 .method<&Atomic::repr>("__repr__() -> str")
                 .share());
}

bool forget_atomic(std::string_view name) { return registry().forget(name); }

}  // namespace runtime_sync
