// Decimals whose coefficients fit a machine word, as prices and measurements do: sums, products, quotients and
// comparison in 128 bits. What does not fit, needs rounding to few digits or sets flags is left to the general functions.
#include <algorithm>
#include <bit>

#include "core/vm/small_text.h"
#include "stdlib/decimal_internal.h"

namespace sl::decimal {
namespace {

using Wide = unsigned __int128;
constexpr int64_t kUsualExponent = 4000, kWide = 40;
constexpr unsigned kWideDigits = 38;  // all numbers of so many digits fit

constexpr auto kPowers = [] {
  struct {
    Wide p[kWideDigits + 1];
  } t{};
  t.p[0] = 1;
  for (unsigned i = 1; i <= kWideDigits; ++i) t.p[i] = t.p[i - 1] * 10;
  return t;
}();

// Below 2 ** 127.
Wide magnitude(const Number& n) noexcept {
  if (n.coefficient.is_int()) return n.coefficient.i < 0 ? 0 - static_cast<uint64_t>(n.coefficient.i) : static_cast<uint64_t>(n.coefficient.i);
  const auto* big = as<BigInt>(n.coefficient);
  return big->limb_count == 1 ? big->limbs[0] : static_cast<Wide>(big->limbs[1]) << 64 | big->limbs[0];
}

bool short_coefficient(const Value& v) noexcept {
  if (v.is_int()) return true;
  const auto* big = as<BigInt>(v);
  return big->limb_count == 1 || (big->limb_count == 2 && !(big->limbs[1] >> 63));
}
bool usual(const Number& n) noexcept { return n.kind == kFinite && n.exponent <= kUsualExponent && n.exponent >= -kUsualExponent && short_coefficient(n.coefficient); }
bool word(const Number& n) noexcept { return n.coefficient.is_int(); }
bool roomy(const Context* c) noexcept { return c->emax >= 3 * kUsualExponent && c->emin <= -3 * kUsualExponent && !c->clamp; }

bool within(const Context* c, Wide v) noexcept { return c->prec >= kWideDigits || v < kPowers.p[c->prec]; }

unsigned digits_of(uint64_t v) noexcept {
  if (v < 10) return 1;
  auto guess = static_cast<unsigned>(std::bit_width(v) * 1233 >> 12);
  return guess + (guess <= 19 && v >= kPowers.p[guess]);
}

Value wide_decimal(Vm& vm, bool sign, Wide v, int64_t exponent) {
  if (v <= INT64_MAX) return new_decimal(vm, sign, Value::integer(static_cast<int64_t>(v)), exponent);
  uint64_t limbs[] = {static_cast<uint64_t>(v), static_cast<uint64_t>(v >> 64)};
  return new_decimal(vm, sign, from_limbs(vm, limbs, 2, false), exponent);
}

// Both over the smaller exponent; false: they are too far apart.
bool align(const Number& p, const Number& q, Wide* a, Wide* b) noexcept {
  *a = magnitude(p);
  *b = magnitude(q);
  int64_t shift = p.exponent - q.exponent;
  if (shift > 36 || shift < -36) return false;
  Wide& higher = shift > 0 ? *a : *b;
  return !__builtin_mul_overflow(higher, kPowers.p[shift > 0 ? shift : -shift], &higher) && !(higher >> 127);
}

void load(Nat& out, Wide v) noexcept {
  out.d[0] = static_cast<Limb>(v);
  out.d[1] = static_cast<Limb>(v >> 64);
  out.n = out.d[1] ? 2 : out.d[0] ? 1 : 0;
}

Value rounded(Vm& vm, Value context, Context* c, bool sign, Wide v, int64_t exponent) {
  if (within(c, v)) return wide_decimal(vm, sign, v, exponent);
  if (c->prec > kMaxDigits) return {};
  Nat n;
  load(n, v);
  return finish(vm, context, c, sign, n, exponent);
}

}  // namespace

Value small_sum(Vm& vm, Value context, Context* c, const Number& p, const Number& q, bool subtract) {
  Wide a, b;
  if (!usual(p) || !usual(q) || !roomy(c) || !align(p, q, &a, &b)) return {};
  bool minus = q.sign != subtract, sign = p.sign;
  if (a == 0 && b == 0) return {};
  if (p.sign == minus) {
    a += b;
  } else if (a > b) {
    a -= b;
  } else if (a < b) {
    a = b - a;
    sign = minus;
  } else {
    a = 0;
    sign = c->rounding == Rounding::Floor;
  }
  return rounded(vm, context, c, sign, a, std::min(p.exponent, q.exponent));
}

Value small_product(Vm& vm, Value context, Context* c, const Number& p, const Number& q) {
  Wide product;
  if (!usual(p) || !usual(q) || !roomy(c) || __builtin_mul_overflow(magnitude(p), magnitude(q), &product)) return {};
  return rounded(vm, context, c, p.sign != q.sign, product, p.exponent + q.exponent);
}

Value small_quotient(Vm& vm, Value context, Context* c, const Number& p, const Number& q) {
  if (!usual(p) || !usual(q) || !roomy(c) || !word(p) || !word(q)) return {};
  const auto x = static_cast<uint64_t>(magnitude(p)), y = static_cast<uint64_t>(magnitude(q));
  if (!x || !y) return {};
  const bool sign = p.sign != q.sign;
  const int64_t ideal = p.exponent - q.exponent;
  if (x % y == 0 && within(c, x / y)) return wide_decimal(vm, sign, x / y, ideal);
  const int64_t shift = static_cast<int64_t>(digits_of(y)) - digits_of(x) + c->prec + 1;
  if (c->prec > 30 || shift < 0 || digits_of(x) + static_cast<uint64_t>(shift) > kWideDigits) return {};
  const Wide scaled = x * kPowers.p[shift];
  Wide result = scaled / y;
  int64_t exponent = ideal - shift;
  if (result * y != scaled) {
    if (result % 5 == 0) ++result;  // keeps the rounding right: not exactly a half
  } else {
    for (int step : {16, 8, 4, 2, 1})
      while (ideal - exponent >= step && result % static_cast<uint64_t>(kPowers.p[step]) == 0) {
        result /= static_cast<uint64_t>(kPowers.p[step]);
        exponent += step;
      }
  }
  Nat n;
  load(n, result);
  return finish(vm, context, c, sign, n, exponent);
}

Value small_remainder(Vm& vm, const Context* c, const Number& p, const Number& q, bool quotient) {
  Wide a, b;
  if (!usual(p) || !usual(q) || !roomy(c) || !align(p, q, &a, &b) || !b || a >> 64 || b >> 64) return {};
  const uint64_t whole = static_cast<uint64_t>(a) / static_cast<uint64_t>(b), rest = static_cast<uint64_t>(a) % static_cast<uint64_t>(b);
  if (!within(c, whole) || !within(c, rest)) return {};
  return quotient ? wide_decimal(vm, p.sign != q.sign, whole, 0) : wide_decimal(vm, p.sign, rest, std::min(p.exponent, q.exponent));
}

Value small_signed(Vm& vm, const Context* c, const Number& p, bool sign) {
  if (!usual(p) || !roomy(c) || magnitude(p) == 0 || !within(c, magnitude(p))) return {};
  return new_decimal(vm, sign, p.coefficient, p.exponent);
}

int small_order(const Number& p, const Number& q) noexcept {
  Wide a, b;
  if (!usual(p) || !usual(q) || !align(p, q, &a, &b)) return 2;
  if (a == 0 || b == 0 || p.sign != q.sign) {
    int left = a == 0 ? 0 : p.sign ? -1 : 1, right = b == 0 ? 0 : q.sign ? -1 : 1;
    return (left > right) - (left < right);
  }
  int order = (a > b) - (a < b);
  return p.sign ? -order : order;
}

size_t small_text(const Number& n, char* out) noexcept {
  constexpr uint64_t kHalf = 1'000'000'000'000'000'000;
  if (!usual(n) || n.exponent > 0 || n.exponent < -kWide) return 0;
  const Wide v = magnitude(n);
  if (v >= kPowers.p[36]) return 0;
  char digits[64];
  const auto high = static_cast<uint64_t>(v / kHalf), low = static_cast<uint64_t>(v % kHalf);
  size_t count = write_int(digits, static_cast<int64_t>(high ? high : low));
  if (high) {
    char* tail = digits + count;
    uint64_t left = low;
    for (int i = 18; i-- > 0; left /= 10) tail[i] = static_cast<char>('0' + left % 10);
    count += 18;
  }
  const auto size = static_cast<int64_t>(count), point = size + n.exponent;
  if (point <= -6) return 0;
  char* p = out;
  auto put = [&p](const char* from, int64_t count) {
    std::memcpy(p, from, static_cast<size_t>(count));
    p += count;
  };
  if (n.sign) *p++ = '-';
  if (point <= 0) {
    put("0.00000", 2 - point);
    put(digits, size);
  } else {
    put(digits, point);
    if (point < size) {
      *p++ = '.';
      put(digits + point, size - point);
    }
  }
  return static_cast<size_t>(p - out);
}

}  // namespace sl::decimal
