// A source of random numbers: one per environment for the module's functions, one per random.Random.
#pragma once

#include <optional>
#include <span>

#include "core/vm/vm.h"
#include "stdlib/mersenne.h"

namespace sl {

// Methods of a subclass of Random that take the place of the generator for the length of one call.
struct RandomHooks {
  Vm* vm;
  Value self;
  bool random;      // random() is the subclass's
  bool below_bits;  // integers come from its getrandbits(), else from its random()
  bool below;       // one of the two is the subclass's
};

struct RandomSource {
  Mersenne twister;
  bool system = false;               // SystemRandom: every number from the operating system
  std::optional<double> gauss_next;  // second half of the last pair
  RandomHooks* hooks = nullptr;

  uint32_t next32();
  double next_double();
  uint64_t bits(int n);        // 1..64
  uint64_t below(uint64_t n);  // [0, n), n >= 1
  void seed_from_system();

 private:
  double hooked_double();
  uint64_t hooked_bits(int n);
  uint64_t hooked_below(uint64_t n);
};

// Sets the hooks of a generator for a scope.
class HookScope {
 public:
  HookScope(RandomSource& g, RandomHooks* hooks) : g_(g), saved_(g.hooks) { g.hooks = hooks; }
  ~HookScope() { g_.hooks = saved_; }
  HookScope(const HookScope&) = delete;
  HookScope& operator=(const HookScope&) = delete;

 private:
  RandomSource& g_;
  RandomHooks* saved_;
};
RandomHooks random_hooks(Vm& vm, Value self);  // what the class of an instance overrides

using RandomBody = Value (*)(Vm& vm, RandomSource& g, Value* args);  // args without self

RandomSource& module_generator(Vm& vm);
RandomSource* generator_of(Vm& vm, Value self);  // null: raised

// One function of the module and of the class.
struct RandomDef {
  const char* signature;  // as a module function
  NativeFn as_function, as_method;
  const char* doc;
};
template <RandomBody F>
Value random_function(Vm& vm, Value* args) {
  return F(vm, module_generator(vm), args);
}
template <RandomBody F>
Value random_method(Vm& vm, Value* args) {
  RandomSource* g = generator_of(vm, args[0]);
  if (!g) return Value();
  if (is_kind(args[0], Kind::Host) && !as<HostObj>(args[0])->attrs) return F(vm, *g, args + 1);
  RandomHooks hooks = random_hooks(vm, args[0]);
  HookScope scope(*g, hooks.random || hooks.below ? &hooks : nullptr);
  Value v = F(vm, *g, args + 1);
  return vm.raised() ? Value() : v;
}
template <RandomBody F>
constexpr RandomDef random_def(const char* signature, const char* doc) {
  return {signature, random_function<F>, random_method<F>, doc};
}

Value random_big_below(Vm& vm, RandomSource& g, Value n);  // [0, n) for any positive integer
Value random_getrandbits(Vm& vm, RandomSource& g, Value* args);
bool random_seed(Vm& vm, RandomSource& g, Value a, int64_t version);
std::span<const RandomDef> random_core_defs();
std::span<const RandomDef> random_sequence_defs();
std::span<const RandomDef> random_distribution_defs();

}  // namespace sl
