// A source of random numbers: one per environment for the module's functions, one per random.Random.
#pragma once

#include <optional>
#include <span>

#include "core/vm/vm.h"
#include "stdlib/mersenne.h"

namespace sl {

struct RandomSource {
  Mersenne twister;
  bool system = false;               // SystemRandom: every number from the operating system
  std::optional<double> gauss_next;  // second half of the last pair

  uint32_t next32();
  double next_double();
  uint64_t bits(int n);        // 1..64
  uint64_t below(uint64_t n);  // [0, n), n >= 1
  void seed_from_system();
};

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
  return g ? F(vm, *g, args + 1) : Value();
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
