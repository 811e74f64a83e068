// Integer arithmetic: inline operands first, then limbs; cpp_int where a step is too long to run at once.
#include <cmath>
#include <cstring>

#include "core/vm/bigint.h"
#include "core/vm/limbs.h"
#include "core/vm/number.h"

namespace sl {
namespace mp = boost::multiprecision;

namespace {

constexpr uint64_t kPlainPower = 2048;  // limbs of a power computed without polling

Value floor_divide(int64_t a, int64_t b) noexcept {
  int64_t q = a / b;
  return Value::integer(a % b && (a ^ b) < 0 ? q - 1 : q);
}

Value floor_modulo(int64_t a, int64_t b) noexcept {
  if (b == -1) return Value::integer(0);
  int64_t r = a % b;
  return Value::integer(r && (r ^ b) < 0 ? r + b : r);
}

Value zero_division(Vm& vm, const char* message) { return vm.raise(errors().ZeroDivisionError, message); }

Value add_signed(Vm& vm, const Limbs& a, const Limbs& b, bool subtract) {
  bool b_negative = b.negative != subtract;
  const Limbs *x = &a, *y = &b;
  bool negative = a.negative;
  if (a.negative == b_negative) {
    if (x->count < y->count) std::swap(x, y);
    BigInt* r = new_big(vm, x->count + 1);
    if (!r) return {};
    r->limbs[x->count] = limbs::add(r->limbs, x->data, x->count, y->data, y->count);
    return finish_big(r, x->count + 1, negative);
  }
  if (limbs::compare(a.data, a.count, b.data, b.count) < 0) {
    std::swap(x, y);
    negative = b_negative;
  }
  BigInt* r = new_big(vm, x->count);
  if (!r) return {};
  limbs::subtract(r->limbs, x->data, x->count, y->data, y->count);
  return finish_big(r, x->count, negative);
}

// Limb i of a number's two's complement; carry starts as 1.
uint64_t complement_limb(const Limbs& a, size_t i, uint64_t* carry) noexcept {
  uint64_t v = i < a.count ? a.data[i] : 0;
  if (!a.negative) return v;
  uint64_t r = ~v + *carry;
  *carry = *carry && r == 0;
  return r;
}

Value bitwise(Vm& vm, BinOp op, const Limbs& a, const Limbs& b) {
  size_t n = std::max(a.count, b.count) + 1;
  if (op == BinOp::And && !a.negative) n = std::min(n, a.count + 1);
  if (op == BinOp::And && !b.negative) n = std::min(n, b.count + 1);
  BigInt* r = new_big(vm, n);
  if (!r) return {};
  if (!a.negative && !b.negative) {
    const size_t common = std::min(a.count, b.count);
    const Limbs& longer = a.count > b.count ? a : b;
    for (size_t i = 0; i < common; ++i) r->limbs[i] = op == BinOp::And ? a.data[i] & b.data[i] : op == BinOp::Or ? a.data[i] | b.data[i] : a.data[i] ^ b.data[i];
    for (size_t i = common; i < n; ++i) r->limbs[i] = op == BinOp::And || i >= longer.count ? 0 : longer.data[i];
    return finish_big(r, n, false);
  }
  uint64_t carry_a = 1, carry_b = 1;
  for (size_t i = 0; i < n; ++i) {
    uint64_t x = complement_limb(a, i, &carry_a), y = complement_limb(b, i, &carry_b);
    r->limbs[i] = op == BinOp::And ? x & y : op == BinOp::Or ? x | y : x ^ y;
  }
  bool negative = op == BinOp::And ? a.negative && b.negative : op == BinOp::Or ? a.negative || b.negative : a.negative != b.negative;
  if (negative) {
    uint64_t carry = 1;
    for (size_t i = 0; i < n; ++i) {
      r->limbs[i] = ~r->limbs[i] + carry;
      carry = carry && r->limbs[i] == 0;
    }
  }
  return finish_big(r, n, negative);
}

Value multiply(Vm& vm, const Limbs& a, const Limbs& b) {
  const Limbs *x = &a, *y = &b;
  if (x->count < y->count) std::swap(x, y);
  if (!y->count) return Value::integer(0);
  size_t n = x->count + y->count;
  BigInt* r = new_big(vm, n);
  if (!r) return {};
  limbs::multiply(r->limbs, x->data, x->count, y->data, y->count);
  return finish_big(r, n, a.negative != b.negative);
}

// Floor division; either result may be null. b is not 0.
bool divide_floor(Vm& vm, const Limbs& a, const Limbs& b, Value* quotient, Value* remainder) {
  bool opposite = a.negative != b.negative;
  if (limbs::compare(a.data, a.count, b.data, b.count) < 0) {  // 0 or -1, a or a + b
    bool adjust = opposite && a.count;
    if (quotient) *quotient = Value::integer(adjust ? -1 : 0);
    if (remainder) *remainder = adjust ? add_signed(vm, a, b, false) : from_limbs(vm, a.data, a.count, a.negative);
    return !remainder || !remainder->is_unset();
  }
  size_t n = a.count - b.count + 1, rn = b.count;
  BigInt* q = quotient ? new_big(vm, n + 1) : nullptr;
  if (quotient && !q) return false;
  limbs::Scratch rest(rn);
  uint64_t* r = rest.data();
  if (rn > 1)
    limbs::divide(q ? q->limbs : nullptr, r, a.data, a.count, b.data, b.count);
  else if (q)
    r[0] = limbs::Divisor(b.data[0]).divide(q->limbs, a.data, a.count);
  else
    r[0] = limbs::remainder_limb(a.data, a.count, b.data[0]);
  size_t left = limbs::trimmed(r, rn);
  if (opposite && left) {
    if (q) q->limbs[n] = limbs::add_limb(q->limbs, q->limbs, n, 1);
    limbs::subtract(r, b.data, rn, r, left);
  } else if (q) {
    q->limbs[n] = 0;
  }
  if (quotient) *quotient = finish_big(q, n + 1, opposite);
  if (remainder) *remainder = from_limbs(vm, r, rn, b.negative);
  return !remainder || !remainder->is_unset();
}

// Whether an operation is short enough to run without polling.
bool one_step(const Limbs& a, const Limbs& b) noexcept { return static_cast<uint64_t>(a.count) * b.count <= kStepProducts; }

Value big_binary(Vm& vm, BinOp op, Value va, Value vb) {
  Limbs la(va), lb(vb);
  if (!check_int_bits(vm, std::max(la.bits(), lb.bits()) + 1)) return {};
  bool direct = one_step(la, lb);
  Value result;
  switch (op) {
    case BinOp::Add: return add_signed(vm, la, lb, false);
    case BinOp::Sub: return add_signed(vm, la, lb, true);
    case BinOp::And:
    case BinOp::Or:
    case BinOp::Xor: return bitwise(vm, op, la, lb);
    case BinOp::Mul:
      if (!direct) break;
      return check_int_bits(vm, la.bits() + lb.bits()) ? multiply(vm, la, lb) : Value();
    case BinOp::FloorDiv:
      if (!direct) break;
      return divide_floor(vm, la, lb, &result, nullptr) ? result : Value();
    case BinOp::Mod:
      if (!direct) break;
      return divide_floor(vm, la, lb, nullptr, &result) ? result : Value();
    default: return not_implemented();
  }
  Big a = to_big(va), b = to_big(vb), q, r;
  if (op == BinOp::Mul) return big_multiply(vm, a, b, &r) ? from_big(vm, r) : Value();
  if (!big_divmod(vm, a, b, &q, &r)) return {};
  return from_big(vm, op == BinOp::Mod ? r : q);
}

bool is_zero(const Value& v) noexcept { return !v.is_object() && v.i == 0; }

}  // namespace

int int_sign(Value v) noexcept {
  if (v.is_object()) return as<BigInt>(v)->negative ? -1 : 1;
  return v.i > 0 ? 1 : v.i < 0 ? -1 : 0;
}

uint64_t int_bit_length(Value v) noexcept { return Limbs(v).bits(); }

uint64_t int_bit_count(Value v) noexcept {
  Limbs l(v);
  uint64_t n = 0;
  for (size_t i = 0; i < l.count; ++i) n += static_cast<uint64_t>(__builtin_popcountll(l.data[i]));
  return n;
}

int int_order(Value a, Value b) noexcept {
  if (!a.is_object() && !b.is_object()) return a.i < b.i ? -1 : a.i > b.i;
  Limbs x(a), y(b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int sign = x.negative ? -1 : 1;
  if (x.count != y.count) return x.count < y.count ? -sign : sign;
  for (size_t i = x.count; i-- > 0;)
    if (x.data[i] != y.data[i]) return x.data[i] < y.data[i] ? -sign : sign;
  return 0;
}

Value int_add_slow(Vm& vm, int64_t a, int64_t b) {
  __int128 r = static_cast<__int128>(a) + b;
  auto m = static_cast<unsigned __int128>(r < 0 ? -r : r);
  uint64_t limbs[2] = {static_cast<uint64_t>(m), static_cast<uint64_t>(m >> 64)};
  return from_limbs(vm, limbs, 2, r < 0);
}

Value int_sub_slow(Vm& vm, int64_t a, int64_t b) {
  __int128 r = static_cast<__int128>(a) - b;
  auto m = static_cast<unsigned __int128>(r < 0 ? -r : r);
  uint64_t limbs[2] = {static_cast<uint64_t>(m), static_cast<uint64_t>(m >> 64)};
  return from_limbs(vm, limbs, 2, r < 0);
}

Value int_mul_slow(Vm& vm, int64_t a, int64_t b) {
  __int128 r = static_cast<__int128>(a) * b;
  auto m = static_cast<unsigned __int128>(r < 0 ? -r : r);
  uint64_t limbs[2] = {static_cast<uint64_t>(m), static_cast<uint64_t>(m >> 64)};
  return from_limbs(vm, limbs, 2, r < 0);
}

Value int_from_u64(Vm& vm, uint64_t v) { return from_limbs(vm, &v, 1, false); }

Value int_from_double(Vm& vm, double d) {
  if (std::isnan(d)) return vm.raise_value("cannot convert float NaN to integer");
  if (std::isinf(d)) return vm.raise(errors().OverflowError, "cannot convert float infinity to integer");
  if (d >= -9223372036854775808.0 && d < 9223372036854775808.0) return Value::integer(static_cast<int64_t>(d));
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  auto mantissa = static_cast<uint64_t>(std::ldexp(m, 64));
  uint64_t limbs[18] = {};
  int shift = exponent - 64;  // at least 0: |d| >= 2^63, and at most 960
  if (shift < 0) return int_from_u64(vm, mantissa >> -shift);
  limbs[shift / 64] = mantissa << shift % 64;
  if (shift % 64) limbs[shift / 64 + 1] = mantissa >> (64 - shift % 64);
  return from_limbs(vm, limbs, 18, d < 0);
}

bool int_to_double(Vm& vm, Value v, double* out) {
  if (!v.is_object()) {
    *out = static_cast<double>(v.i);
    return true;
  }
  auto* b = as<BigInt>(v);
  if (limbs_to_double(b->limbs, b->limb_count, b->negative, out)) return true;
  vm.raise(errors().OverflowError, "int too large to convert to float");
  return false;
}

Value int_negate(Vm& vm, Value v) {
  if (!v.is_object()) return v.i == INT64_MIN ? int_sub_slow(vm, 0, v.i) : Value::integer(-v.i);
  auto* b = as<BigInt>(v);
  return from_limbs(vm, b->limbs, b->limb_count, !b->negative);
}

Value int_abs(Vm& vm, Value v) {
  if (int_sign(v) < 0) return int_negate(vm, v);
  return v.is_bool() ? Value::integer(v.i) : v;
}

Value int_binary(Vm& vm, BinOp op, Value a, Value b) {
  if (op == BinOp::FloorDiv && is_zero(b)) return zero_division(vm, "integer division or modulo by zero");
  if (op == BinOp::Mod && is_zero(b)) return zero_division(vm, "integer modulo by zero");
  switch (op) {
    case BinOp::TrueDiv: return int_true_divide(vm, a, b);
    case BinOp::Pow: return int_pow(vm, a, b);
    case BinOp::LShift: return int_left_shift(vm, a, b);
    case BinOp::RShift: return int_right_shift(vm, a, b);
    case BinOp::MatMul: return not_implemented();
    default: break;
  }
  if (a.is_object() || b.is_object()) return big_binary(vm, op, a, b);
  int64_t x = a.i, y = b.i, r;
  switch (op) {
    case BinOp::Add: return __builtin_add_overflow(x, y, &r) ? int_add_slow(vm, x, y) : Value::integer(r);
    case BinOp::Sub: return __builtin_sub_overflow(x, y, &r) ? int_sub_slow(vm, x, y) : Value::integer(r);
    case BinOp::Mul: return __builtin_mul_overflow(x, y, &r) ? int_mul_slow(vm, x, y) : Value::integer(r);
    case BinOp::FloorDiv: return y == -1 ? int_negate(vm, Value::integer(x)) : floor_divide(x, y);
    case BinOp::Mod: return floor_modulo(x, y);
    case BinOp::And: return a.is_bool() && b.is_bool() ? Value::boolean(x & y) : Value::integer(x & y);
    case BinOp::Or: return a.is_bool() && b.is_bool() ? Value::boolean(x | y) : Value::integer(x | y);
    case BinOp::Xor: return a.is_bool() && b.is_bool() ? Value::boolean(x ^ y) : Value::integer(x ^ y);
    default: return not_implemented();
  }
}

Value int_divmod(Vm& vm, Value a, Value b) {
  if (is_zero(b)) return zero_division(vm, "integer division or modulo by zero");
  Value q, r;
  if (a.is_object() || b.is_object()) {
    Limbs la(a), lb(b);
    if (one_step(la, lb)) {
      if (!divide_floor(vm, la, lb, &q, &r) || q.is_unset()) return {};
      return Value::object(vm.new_tuple({q, r}));
    }
    Big quotient, remainder;
    if (!big_divmod(vm, to_big(a), to_big(b), &quotient, &remainder)) return {};
    q = from_big(vm, quotient);
    r = from_big(vm, remainder);
  } else {
    q = b.i == -1 ? int_negate(vm, Value::integer(a.i)) : floor_divide(a.i, b.i);
    r = floor_modulo(a.i, b.i);
  }
  if (q.is_unset() || r.is_unset()) return {};
  return Value::object(vm.new_tuple({q, r}));
}

Value int_true_divide(Vm& vm, Value a, Value b) {
  constexpr int64_t kExact = int64_t{1} << 53;
  if (is_zero(b)) return zero_division(vm, "division by zero");
  if (!a.is_object() && !b.is_object() && a.i >= -kExact && a.i <= kExact && b.i >= -kExact && b.i <= kExact)
    return Value::number(static_cast<double>(a.i) / static_cast<double>(b.i));
  if (is_zero(a)) return Value::number(int_sign(b) < 0 ? -0.0 : 0.0);
  Limbs la(a), lb(b);
  bool negative = la.negative != lb.negative;
  auto diff = static_cast<int64_t>(la.bits()) - static_cast<int64_t>(lb.bits());
  if (diff > 1025) return vm.raise(errors().OverflowError, "integer division result too large for a float");
  if (diff < -1080) return Value::number(negative ? -0.0 : 0.0);
  // A quotient of at least 65 bits (fewer when it is subnormal, keeping the bits below the last place).
  int64_t shift = std::min<int64_t>(66 - diff, 1080);
  if (!check_int_bits(vm, std::max(la.bits(), lb.bits()) + 1100)) return {};
  Big x = mp::abs(to_big(a)), y = mp::abs(to_big(b)), q, r;
  if (shift > 0) x <<= static_cast<unsigned long>(shift);
  if (shift < 0) y <<= static_cast<unsigned long>(-shift);
  if (!big_divmod(vm, x, y, &q, &r)) return {};
  uint64_t bits = bit_length(q);
  // Exponent of the last place a double of this magnitude has, relative to q's unit 2^-shift.
  int64_t top = static_cast<int64_t>(bits) - shift;           // value in [2^(top-1), 2^top)
  int64_t last = std::max<int64_t>(top - 53, -1074) + shift;  // bits of q to drop
  bool sticky = !r.is_zero();
  if (last > 0) {
    auto drop = static_cast<unsigned>(last);
    bool half = mp::bit_test(q, drop - 1);
    if (!sticky && drop > 1 && !q.is_zero()) sticky = mp::lsb(q) < drop - 1;
    q >>= drop;
    if (half && (sticky || mp::bit_test(q, 0))) q += 1;
  }
  double d = std::ldexp(static_cast<double>(q.convert_to<uint64_t>()), static_cast<int>(last > 0 ? last - shift : -shift));
  if (std::isinf(d)) return vm.raise(errors().OverflowError, "integer division result too large for a float");
  return Value::number(negative ? -d : d);
}

Value int_left_shift(Vm& vm, Value a, Value b) {
  if (int_sign(b) < 0) return vm.raise_value("negative shift count");
  if (is_zero(a)) return Value::integer(0);
  if (b.is_object()) return vm.raise(errors().OverflowError, "too many digits in integer");
  if (!a.is_object() && b.i < 63) {
    auto r = static_cast<int64_t>(static_cast<uint64_t>(a.i) << b.i);
    if (r >> b.i == a.i) return Value::integer(r);
  }
  auto count = static_cast<uint64_t>(b.i);
  if (count > kMaxIntBits || !check_int_bits(vm, int_bit_length(a) + count)) {
    return vm.raised() ? Value() : vm.raise_memory();
  }
  Limbs l(a);
  size_t whole = count / 64, n = l.count + whole + 1;
  auto bits = static_cast<unsigned>(count % 64);
  BigInt* r = new_big(vm, n);
  if (!r) return {};
  std::memset(r->limbs, 0, whole * 8);
  if (bits) {
    r->limbs[n - 1] = limbs::shift_left(r->limbs + whole, l.data, l.count, bits);
  } else {
    std::memcpy(r->limbs + whole, l.data, l.count * 8);
    r->limbs[n - 1] = 0;
  }
  return finish_big(r, n, l.negative);
}

Value int_right_shift(Vm& vm, Value a, Value b) {
  if (int_sign(b) < 0) return vm.raise_value("negative shift count");
  Value floor = Value::integer(int_sign(a) < 0 ? -1 : 0);
  if (b.is_object()) return floor;
  if (!a.is_object()) return b.i > 63 ? floor : Value::integer(a.i >> b.i);
  auto count = static_cast<uint64_t>(b.i);
  if (count >= int_bit_length(a)) return floor;
  Limbs l(a);
  size_t whole = count / 64, n = l.count - whole;
  auto bits = static_cast<unsigned>(count % 64);
  BigInt* r = new_big(vm, n + 1);
  if (!r) return {};
  r->limbs[n] = 0;
  if (bits)
    limbs::shift_right(r->limbs, l.data + whole, n, bits);
  else
    std::memcpy(r->limbs, l.data + whole, n * 8);
  if (l.negative) {  // floors: away from zero when a bit is lost
    bool lost = bits && l.data[whole] << (64 - bits);
    for (size_t i = 0; i < whole && !lost; ++i) lost = l.data[i] != 0;
    if (lost) limbs::add_limb(r->limbs, r->limbs, n + 1, 1);
  }
  return finish_big(r, n + 1, l.negative);
}

Value int_pow(Vm& vm, Value a, Value b) {
  if (int_sign(b) < 0) {
    double x, y;
    if (!int_to_double(vm, a, &x) || !int_to_double(vm, b, &y)) return {};
    return float_pow(vm, x, y);
  }
  if (!a.is_object() && a.i >= -1 && a.i <= 1) {
    bool odd = b.is_object() ? as<BigInt>(b)->limbs[0] & 1 : b.i & 1;
    if (is_zero(b)) return Value::integer(1);
    return Value::integer(a.i < 0 && !odd ? 1 : a.i);
  }
  if (b.is_object()) return vm.raise_memory();
  if (b.is_object()) return vm.raise_memory();
  auto exponent = static_cast<uint64_t>(b.i);
  if (!exponent) return Value::integer(1);
  if (!a.is_object() && exponent < 64) {
    int64_t base = a.i, result = 1;
    bool overflow = false;
    for (uint64_t e = exponent; e;) {
      if (e & 1) overflow |= __builtin_mul_overflow(result, base, &result);
      e >>= 1;
      if (e) overflow |= __builtin_mul_overflow(base, base, &base);
    }
    if (!overflow) return Value::integer(result);
  }
  uint64_t bits = int_bit_length(a);
  if (exponent > kMaxIntBits || !check_int_bits(vm, (bits - 1) * exponent)) return vm.raised() ? Value() : vm.raise_memory();
  if (bits * exponent / 64 > kPlainPower) {
    Big result;
    return big_pow(vm, to_big(a), exponent, &result) ? from_big(vm, result) : Value();
  }
  // From the leading bit down, so that one factor of each product stays short.
  Value base = a.is_bool() ? Value::integer(a.i) : a, result = base;
  for (int i = 62 - __builtin_clzll(exponent); i >= 0; --i) {
    result = int_binary(vm, BinOp::Mul, result, result);
    if (exponent >> i & 1) result = int_binary(vm, BinOp::Mul, result, base);
  }
  return result;
}

Value int_pow_mod(Vm& vm, Value a, Value b, Value modulus) {
  if (is_zero(modulus)) return vm.raise_value("pow() 3rd argument cannot be 0");
  bool negative_modulus = int_sign(modulus) < 0;
  if (!a.is_object() && !b.is_object() && !modulus.is_object() && b.i >= 0 && modulus.i != INT64_MIN) {
    auto m = static_cast<uint64_t>(negative_modulus ? -modulus.i : modulus.i);
    auto base = static_cast<unsigned __int128>(floor_modulo(a.i, static_cast<int64_t>(m)).i);
    unsigned __int128 result = 1 % m;
    for (auto e = static_cast<uint64_t>(b.i); e; e >>= 1) {
      if (e & 1) result = result * base % m;
      base = base * base % m;
    }
    auto r = static_cast<int64_t>(result);
    return Value::integer(negative_modulus && r ? r + modulus.i : r);
  }
  Big m = mp::abs(to_big(modulus)), base = to_big(a), exponent = to_big(b), result;
  if (is_negative(exponent)) {
    if (!big_inverse(vm, base, m, &base)) return {};
    exponent = -exponent;
  }
  if (!big_pow_mod(vm, base, exponent, m, &result)) return {};
  if (negative_modulus && !result.is_zero()) result -= m;
  return from_big(vm, result);
}

// Rounds to a multiple of 10**-digits, ties to the even multiple.
Value int_round(Vm& vm, Value v, Value digits) {
  Value self = v.is_bool() ? Value::integer(v.i) : v;
  if (int_sign(digits) >= 0) return self;
  uint64_t size = int_bit_length(self);
  if (digits.is_object() || static_cast<uint64_t>(-(digits.i + 1)) > size / 3 + 1) return Value::integer(0);
  Value unit = int_pow(vm, Value::integer(10), Value::integer(-digits.i));
  if (unit.is_unset()) return {};
  Big x = to_big(self), u = to_big(unit), q, r;
  if (!big_divmod(vm, x, u, &q, &r)) return {};
  Big twice = r * 2;
  Big result = x - r;
  if (twice > u || (twice == u && mp::bit_test(mp::abs(q), 0))) result += u;
  return from_big(vm, result);
}

Value int_from_bytes(Vm& vm, std::string_view data, bool little, bool is_signed) {
  if (const size_t n = data.size(); n && n <= 8) {
    uint64_t bits = 0;
    for (size_t i = 0; i < n; ++i) bits |= static_cast<uint64_t>(static_cast<uint8_t>(data[little ? i : n - 1 - i])) << 8 * i;
    auto shift = static_cast<int>(64 - 8 * n);
    if (is_signed) return Value::integer(static_cast<int64_t>(bits << shift) >> shift);
    if (static_cast<int64_t>(bits) >= 0) return Value::integer(static_cast<int64_t>(bits));
  }
  if (!check_int_bits(vm, data.size() * 8)) return {};
  std::vector<uint64_t> limbs(data.size() / 8 + 1);
  size_t n = data.size();
  for (size_t i = 0; i < n; ++i) {
    auto byte = static_cast<uint8_t>(little ? data[i] : data[n - 1 - i]);
    limbs[i / 8] |= static_cast<uint64_t>(byte) << i % 8 * 8;
  }
  bool negative = is_signed && n && static_cast<uint8_t>(little ? data[n - 1] : data[0]) & 0x80;
  if (negative) {  // two's complement within n bytes
    if (n % 8)
      limbs[n / 8] |= ~uint64_t{0} << n % 8 * 8;
    else
      limbs[n / 8] = ~uint64_t{0};
    bool carry = true;
    for (auto& limb : limbs) {
      limb = ~limb + (carry ? 1 : 0);
      carry = carry && limb == 0;
    }
  }
  return from_limbs(vm, limbs.data(), limbs.size(), negative);
}

bool int_to_bytes(Vm& vm, Value v, uint8_t* out, size_t size, bool little, bool is_signed) {
  if (v.is_int() && size && size <= 8 && (is_signed || v.i >= 0)) {
    const auto shift = static_cast<int>(64 - 8 * size);
    const bool fits = is_signed ? static_cast<int64_t>(v.bits << shift) >> shift == v.i : size == 8 || !(v.bits >> 8 * size);
    if (fits) {
      for (size_t i = 0; i < size; ++i) out[little ? i : size - 1 - i] = static_cast<uint8_t>(v.bits >> 8 * i);
      return true;
    }
  }
  if (!size && is_signed && v.is_int() && v.i == -1) return true;  // as CPython's
  Limbs l(v);
  if (l.negative && !is_signed) {
    vm.raise(errors().OverflowError, "can't convert negative int to unsigned");
    return false;
  }
  if (!l.negative && l.count * 8 <= size && !is_signed) {
    std::memset(out, 0, size);
    if (little) {
      std::memcpy(out, l.data, l.count * 8);
    } else {
      for (size_t i = 0; i < l.count; ++i) {
        uint64_t limb = __builtin_bswap64(l.data[i]);
        std::memcpy(out + size - 8 * (i + 1), &limb, 8);
      }
    }
    return true;
  }
  bool carry = true, fits = true;
  uint8_t sign = l.negative ? 0xFF : 0, last = 0;
  size_t all = std::max(size, l.count * 8);
  for (size_t i = 0; i < all; ++i) {
    auto byte = i / 8 < l.count ? static_cast<uint8_t>(l.data[i / 8] >> i % 8 * 8) : uint8_t{0};
    if (l.negative) {
      byte = static_cast<uint8_t>(~byte + (carry ? 1 : 0));
      carry = carry && byte == 0;
    }
    if (i < size)
      out[little ? i : size - 1 - i] = last = byte;
    else
      fits &= byte == sign;
  }
  if (is_signed && fits && l.count) fits = size && (last & 0x80) == (sign & 0x80);
  if (fits) return true;
  vm.raise(errors().OverflowError, "int too big to convert");
  return false;
}

}  // namespace sl
