// math functions of sequences: sums, products, distances.
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/vm/containers.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/math_internal.h"

namespace sl {
namespace {

// Euclidean length of what add() was given. Squares of doubles neither overflow nor vanish in extended precision.
class Norm {
 public:
  void add(double x) noexcept {
    infinite_ = infinite_ || std::isinf(x);
    sum_ += static_cast<long double>(x) * x;
  }
  double length() const noexcept {
    if (infinite_) return std::numeric_limits<double>::infinity();
    return static_cast<double>(std::sqrt(sum_));
  }

 private:
  long double sum_ = 0;
  bool infinite_ = false;
};

Value math_hypot(Vm& vm, Value* args) {
  Tuple* t = as_tuple(args[0]);
  Norm norm;
  for (uint64_t i = 0; i < t->size; ++i) {
    double x;
    if (!real_arg(vm, t->items[i], &x)) return Value();
    norm.add(x);
  }
  return Value::number(norm.length());
}

Value math_dist(Vm& vm, Value* args) {
  Tuple* p = vm.to_tuple(args[0]);
  Tuple* q = p ? vm.to_tuple(args[1]) : nullptr;
  if (!q) return Value();
  if (p->size != q->size) return vm.raise_value("both points must have the same number of dimensions");
  Norm norm;
  for (uint64_t i = 0; i < p->size; ++i) {
    double a, b;
    if (!real_arg(vm, p->items[i], &a) || !real_arg(vm, q->items[i], &b)) return Value();
    norm.add(a - b);
  }
  return Value::number(norm.length());
}

// Adds x to a sum kept as non-overlapping parts of growing size, none of which loses a bit.
void add_exactly(std::vector<double>& parts, double x) {
  size_t used = 0;
  for (double y : parts) {
    if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
    double high = x + y;
    double low = y - (high - x);
    if (low != 0) parts[used++] = low;
    x = high;
  }
  parts.resize(used);
  parts.push_back(x);
}

// The parts' sum, rounded once, half to even.
double round_parts(const std::vector<double>& parts) {
  if (parts.empty()) return 0.0;
  size_t n = parts.size();
  double high = parts[--n], low = 0;
  while (n > 0) {
    double x = high, y = parts[--n];
    high = x + y;
    low = y - (high - x);
    if (low != 0) break;
  }
  if (n > 0 && ((low < 0 && parts[n - 1] < 0) || (low > 0 && parts[n - 1] > 0))) {
    double y = low * 2, x = high + y;
    if (y == x - high) high = x;
  }
  return high;
}

Value math_fsum(Vm& vm, Value* args) {
  Value it = vm.iter(args[0]);
  if (it.is_unset()) return it;
  std::vector<double> parts;
  double special = 0, infinities = 0;
  bool any_special = false;
  for (;;) {
    Value item = vm.next(it);
    if (item.is_unset()) {
      if (vm.raised()) return Value();
      break;
    }
    double x;
    if (!real_arg(vm, item, &x)) return Value();
    if (!std::isfinite(x)) {
      any_special = true;
      if (std::isinf(x)) infinities += x;
      special += x;
      continue;
    }
    add_exactly(parts, x);
    if (!std::isfinite(parts.back())) return vm.raise(errors().OverflowError, "intermediate overflow in fsum");
  }
  if (any_special) {
    if (std::isnan(infinities)) return vm.raise_value("-inf + inf in fsum");
    return Value::number(special);
  }
  return Value::number(round_parts(parts));
}

Value math_prod(Vm& vm, Value* args) {
  Value it = vm.iter(args[0]);
  if (it.is_unset()) return it;
  Value product = args[1];
  for (;;) {
    Value item = next_item(vm, it);
    if (item.is_unset()) return vm.raised() ? Value() : product;
    if (product.is_float() && item.is_float()) {
      product.f *= item.f;
      continue;
    }
    if (int64_t small; product.is_int() && item.is_int() && !__builtin_mul_overflow(product.i, item.i, &small)) {
      product = Value::integer(small);
      continue;
    }
    product = vm.binary(BinOp::Mul, product, item);
    if (product.is_unset()) return product;
  }
}

const MethodDef kFunctions[] = {
    {"hypot(*coordinates)", math_hypot, 0, "Distance from the origin: sqrt(sum(x*x for x in coordinates))."},
    {"dist(p, q, /)", math_dist, 0, "Distance between two points given as sequences."},
    {"fsum(seq, /)", math_fsum, 0, "Sum of floats without loss of precision."},
    {"prod(iterable, /, *, start=1)", math_prod, 0, "Product of all items."},
};

}  // namespace

std::span<const MethodDef> math_sequence_functions() { return kFunctions; }

}  // namespace sl
