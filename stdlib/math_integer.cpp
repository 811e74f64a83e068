// math functions of integers.
#include <bit>
#include <cmath>
#include <numeric>

#include "core/vm/bigint.h"
#include "core/vm/limbs.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/math_internal.h"

namespace sl {
namespace {

uint64_t magnitude(int64_t v) noexcept { return v < 0 ? 0 - static_cast<uint64_t>(v) : static_cast<uint64_t>(v); }

Value gcd_pair(Vm& vm, Value a, Value b) {
  if (!a.is_object() && !b.is_object()) {
    uint64_t g = std::gcd(magnitude(a.i), magnitude(b.i));
    return int_from_u64(vm, g);
  }
  if (int_order(int_abs(vm, a), int_abs(vm, b)) < 0) std::swap(a, b);
  Limbs x(a), y(b);
  if (!y.count) return int_abs(vm, a);
  if (static_cast<uint64_t>(x.count) * x.count > kStepProducts) {
    Big g;
    return big_gcd(vm, to_big(a), to_big(b), &g) ? from_big(vm, g) : Value();
  }
  limbs::Scratch space(2 * x.count);
  uint64_t *p = space.data(), *q = p + x.count;
  std::memcpy(p, x.data, x.count * 8);
  std::memcpy(q, y.data, y.count * 8);
  BigInt* r = new_big(vm, y.count + 1);
  return r ? finish_big(r, limbs::gcd(r->limbs, p, x.count, q, y.count), false) : Value();
}

Value math_gcd(Vm& vm, Value* args) {
  Tuple* t = as_tuple(args[0]);
  Value result = Value::integer(0);
  for (uint64_t i = 0; i < t->size; ++i) {
    Value v = to_integer(vm, t->items[i]);
    if (v.is_unset()) return v;
    result = gcd_pair(vm, result, v);
    if (result.is_unset()) return result;
  }
  return result;
}

Value math_lcm(Vm& vm, Value* args) {
  Tuple* t = as_tuple(args[0]);
  Value result = Value::integer(1);
  for (uint64_t i = 0; i < t->size; ++i) {
    Value v = to_integer(vm, t->items[i]);
    if (v.is_unset()) return v;
    if (int_sign(v) == 0 || int_sign(result) == 0) {
      result = Value::integer(0);
      continue;
    }
    Value g = gcd_pair(vm, result, v);
    if (g.is_unset()) return g;
    Value part = int_binary(vm, BinOp::FloorDiv, result, g);
    if (part.is_unset()) return part;
    result = int_binary(vm, BinOp::Mul, part, v);
    if (!result.is_unset()) result = int_abs(vm, result);
    if (result.is_unset()) return result;
  }
  return result;
}

// Newton's method, each step with twice the digits of the one before.
Value big_isqrt(Vm& vm, const Big& n) {
  const uint64_t c = (bit_length(n) - 1) / 2;
  auto shifted = [&n](uint64_t by) { return Big(n >> static_cast<unsigned>(by)); };
  uint64_t small = 1, d = 0;
  int s = std::bit_width(c);
  while (s > 0 && c >> (s - 1) <= 31) {
    uint64_t e = d;
    d = c >> --s;
    small = (small << (d - e - 1)) + static_cast<uint64_t>(shifted(2 * c - e - d + 1)) / small;
  }
  Big root = small, quotient, rest;
  while (s > 0) {
    uint64_t e = d;
    d = c >> --s;
    if (!vm.poll() || !big_divmod(vm, shifted(2 * c - e - d + 1), root, &quotient, &rest)) return Value();
    root = (root << static_cast<unsigned>(d - e - 1)) + quotient;
  }
  if (!big_multiply(vm, root, root, &quotient)) return Value();
  if (quotient > n) --root;
  return from_big(vm, root);
}

Value math_isqrt(Vm& vm, Value* args) {
  Value v = to_integer(vm, args[0]);
  if (v.is_unset()) return v;
  if (int_sign(v) < 0) return vm.raise_value("isqrt() argument must be nonnegative");
  if (v.is_object()) return big_isqrt(vm, to_big(v));
  auto n = static_cast<uint64_t>(v.i);
  auto root = static_cast<uint64_t>(std::sqrt(static_cast<double>(n)));
  while (root * root > n) --root;
  while ((root + 1) * (root + 1) <= n) ++root;
  return Value::integer(static_cast<int64_t>(root));
}

// low * (low + 1) * ... * high, by halves so that the factors stay of like size.
bool range_product(Vm& vm, uint64_t low, uint64_t high, Big* out) {
  if (high - low < 16) {
    Big p = low;
    for (uint64_t i = low + 1; i <= high; ++i) p *= i;
    *out = std::move(p);
    return vm.poll();
  }
  uint64_t middle = low + (high - low) / 2;
  Big a, b;
  return range_product(vm, low, middle, &a) && range_product(vm, middle + 1, high, &b) && big_multiply(vm, a, b, out);
}

bool product_fits(Vm& vm, uint64_t factors, uint64_t largest) {
  double bits = static_cast<double>(factors) * std::log2(static_cast<double>(largest) + 1);
  return check_int_bits(vm, bits > 1e18 ? UINT64_MAX / 2 : static_cast<uint64_t>(bits));
}

Value math_factorial(Vm& vm, Value* args) {
  Value v = to_integer(vm, args[0]);
  if (v.is_unset()) return v;
  if (int_sign(v) < 0) return vm.raise_value("factorial() not defined for negative values");
  if (v.is_object()) return vm.raise(errors().OverflowError, "factorial() argument should not exceed 9223372036854775807");
  if (v.i < 2) return Value::integer(1);
  if (v.i <= 20) {
    int64_t product = 2;
    for (int64_t k = 3; k <= v.i; ++k) product *= k;
    return Value::integer(product);
  }
  Big result;
  auto n = static_cast<uint64_t>(v.i);
  // n! has about n * log2(n / e) bits.
  if (n > 1000 && !check_int_bits(vm, static_cast<uint64_t>(std::min(static_cast<double>(n) * (std::log2(static_cast<double>(n)) - 1.45), 1e18)))) return Value();
  if (!range_product(vm, 1, n, &result)) return Value();
  return from_big(vm, result);
}

// n and k of comb() and perm(); false: raised.
bool choice_args(Vm& vm, Value* args, Value* n, Value* k) {
  *n = to_integer(vm, args[0]);
  if (n->is_unset()) return false;
  *k = to_integer(vm, args[1]);
  if (k->is_unset()) return false;
  if (int_sign(*n) < 0)
    vm.raise_value("n must be a non-negative integer");
  else if (int_sign(*k) < 0)
    vm.raise_value("k must be a non-negative integer");
  return !vm.raised();
}

// n * (n - 1) * ... for k factors.
bool falling(Vm& vm, Value n, uint64_t k, Big* out) {
  if (!n.is_object()) {
    auto top = static_cast<uint64_t>(n.i);
    return product_fits(vm, k, top) && range_product(vm, top - k + 1, top, out);
  }
  if (!check_int_bits(vm, k > UINT64_MAX / 2 / int_bit_length(n) ? UINT64_MAX / 2 : k * int_bit_length(n))) return false;
  Big top = to_big(n), result = 1;
  for (uint64_t i = 0; i < k; ++i) {
    Big next;
    if (!big_multiply(vm, result, top, &next)) return false;
    result = std::move(next);
    --top;
  }
  *out = std::move(result);
  return true;
}

Value math_perm(Vm& vm, Value* args) {
  if (args[1].is_none()) return math_factorial(vm, args);
  Value n, k;
  if (!choice_args(vm, args, &n, &k)) return Value();
  if (int_order(n, k) < 0) return Value::integer(0);
  if (int_sign(k) == 0) return Value::integer(1);
  if (k.is_object()) return vm.raise(errors().OverflowError, "k must not exceed 9223372036854775807");
  Big result;
  return falling(vm, n, static_cast<uint64_t>(k.i), &result) ? from_big(vm, result) : Value();
}

Value math_comb(Vm& vm, Value* args) {
  Value n, k;
  if (!choice_args(vm, args, &n, &k)) return Value();
  Value rest = int_binary(vm, BinOp::Sub, n, k);
  if (rest.is_unset()) return rest;
  if (int_sign(rest) < 0) return Value::integer(0);
  if (int_order(rest, k) < 0) k = rest;
  if (k.is_object()) return vm.raise(errors().OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  if (k.i == 0) return Value::integer(1);
  if (!n.is_object() && k.i <= 64) {
    // Small results step by step: each product is divisible.
    unsigned __int128 result = 1;
    bool small = true;
    for (int64_t i = 1; i <= k.i && small; ++i) {
      result = result * static_cast<uint64_t>(n.i - k.i + i) / static_cast<uint64_t>(i);
      small = result < (static_cast<unsigned __int128>(1) << 62);
    }
    if (small) return Value::integer(static_cast<int64_t>(result));
  }
  Big top, bottom, quotient, remainder;
  if (!falling(vm, n, static_cast<uint64_t>(k.i), &top) || !range_product(vm, 1, static_cast<uint64_t>(k.i), &bottom) || !big_divmod(vm, top, bottom, &quotient, &remainder))
    return Value();
  return from_big(vm, quotient);
}

const MethodDef kFunctions[] = {
    {"comb(n, k, /)", math_comb, 0, "Ways to choose k of n items without order."},
    {"factorial(n, /)", math_factorial, 0, "n!"},
    {"gcd(*integers)", math_gcd, 0, "Greatest common divisor."},
    {"isqrt(n, /)", math_isqrt, 0, "Integer part of the square root."},
    {"lcm(*integers)", math_lcm, 0, "Least common multiple."},
    {"perm(n, k=None, /)", math_perm, 0, "Ways to choose k of n items in order."},
};

}  // namespace

std::span<const MethodDef> math_integer_functions() { return kFunctions; }

}  // namespace sl
