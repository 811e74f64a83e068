// Float arithmetic, rounding and comparison with integers.
#include <charconv>
#include <cmath>

#include "core/vm/bigint.h"
#include "core/vm/number.h"

namespace sl {

void floor_divmod(double x, double y, double* quotient, double* modulo) noexcept {
  double mod = std::fmod(x, y);
  double div = (x - mod) / y;
  if (mod != 0) {
    if ((y < 0) != (mod < 0)) {
      mod += y;
      div -= 1.0;
    }
  } else {
    mod = std::copysign(0.0, y);
  }
  if (div != 0) {
    double floored = std::floor(div);
    *quotient = div - floored > 0.5 ? floored + 1.0 : floored;
  } else {
    *quotient = std::copysign(0.0, x / y);
  }
  *modulo = mod;
}

namespace {

Value zero_division(Vm& vm, const char* message) { return vm.raise(errors().ZeroDivisionError, message); }

double modulo(double x, double y) noexcept {
  double mod = std::fmod(x, y);
  if (mod == 0) return std::copysign(0.0, y);
  return (y < 0) != (mod < 0) ? mod + y : mod;
}

// Rounds to a multiple of 10**places, places > 0, from the exact decimal digits.
double round_to_power(double d, int places) {
  double whole = std::trunc(d);
  bool sticky = whole != d;
  char digits[400];
  auto end = std::to_chars(digits, digits + sizeof digits, std::fabs(whole), std::chars_format::fixed, 0).ptr;
  auto n = static_cast<int>(end - digits);
  if (places > n) return std::copysign(0.0, d);
  int keep = n - places;
  int next = digits[keep] - '0';
  for (int i = keep + 1; i < n && !sticky; ++i) sticky = digits[i] != '0';
  bool odd = keep > 0 && (digits[keep - 1] - '0') & 1;
  bool up = next > 5 || (next == 5 && (sticky || odd));
  std::string text = "0" + std::string(digits, static_cast<size_t>(keep));
  if (up) {
    size_t i = text.size() - 1;
    while (text[i] == '9') text[i--] = '0';
    ++text[i];
  }
  text += "e" + std::to_string(places);
  double r;
  if (!float_parse(text, &r)) return d;
  return std::copysign(r, d);
}

}  // namespace

Value float_pow(Vm& vm, double x, double y) {
  if (x == 0 && y < 0 && std::isfinite(y)) return zero_division(vm, "0.0 cannot be raised to a negative power");
  if (x < 0 && std::isfinite(x) && std::isfinite(y) && y != std::floor(y)) return complex_binary(vm, BinOp::Pow, x, 0, y, 0);
  double r = std::pow(x, y);
  if (std::isinf(r) && std::isfinite(x) && std::isfinite(y)) {
    Value args[] = {Value::integer(34), vm.str_value("Numerical result out of range")};
    Value e = vm.call(Value::object(errors().OverflowError), args, 2);
    return e.is_unset() ? e : vm.raise(e);
  }
  return Value::number(r);
}

Value float_binary(Vm& vm, BinOp op, double x, double y) {
  switch (op) {
    case BinOp::Add: return Value::number(x + y);
    case BinOp::Sub: return Value::number(x - y);
    case BinOp::Mul: return Value::number(x * y);
    case BinOp::TrueDiv: return y == 0 ? zero_division(vm, "float division by zero") : Value::number(x / y);
    case BinOp::Mod: return y == 0 ? zero_division(vm, "float modulo") : Value::number(modulo(x, y));
    case BinOp::Pow: return float_pow(vm, x, y);
    case BinOp::FloorDiv: {
      if (y == 0) return zero_division(vm, "float floor division by zero");
      double q, r;
      floor_divmod(x, y, &q, &r);
      return Value::number(q);
    }
    default: return not_implemented();
  }
}

Value float_divmod(Vm& vm, double x, double y) {
  if (y == 0) return zero_division(vm, "float divmod()");
  double q, r;
  floor_divmod(x, y, &q, &r);
  return Value::object(vm.new_tuple({Value::number(q), Value::number(r)}));
}

Value float_round(Vm& vm, double x, int64_t digits) {
  if (!std::isfinite(x) || x == 0 || digits > 323) return Value::number(x);
  if (digits < -308) return Value::number(std::copysign(0.0, x));
  double r;
  if (digits < 0) {
    r = round_to_power(x, static_cast<int>(-digits));
  } else {
    char text[800];
    auto end = std::to_chars(text, text + sizeof text, x, std::chars_format::fixed, static_cast<int>(digits)).ptr;
    if (!float_parse({text, static_cast<size_t>(end - text)}, &r)) r = x;
  }
  if (std::isinf(r)) return vm.raise(errors().OverflowError, "rounded value too large to represent");
  return Value::number(r);
}

int float_order(Value v, double d) noexcept {
  if (std::isnan(d)) return 2;
  if (v.is_object()) {
    auto* b = as<BigInt>(v);
    int sign = b->negative ? -1 : 1;
    if (std::isinf(d)) return d > 0 ? -1 : 1;
    if ((d < 0) != (b->negative != 0) || std::fabs(d) < 9223372036854775808.0) return sign;
    int exponent;
    double m = std::frexp(std::fabs(d), &exponent);  // |d| in [2^(exponent-1), 2^exponent)
    uint64_t bits = int_bit_length(v);
    if (bits != static_cast<uint64_t>(exponent)) return bits < static_cast<uint64_t>(exponent) ? -sign : sign;
    auto mantissa = static_cast<uint64_t>(std::ldexp(m, 64));  // top bit set, aligned with the integer's
    size_t n = b->limb_count;
    int lead = __builtin_clzll(b->limbs[n - 1]);
    uint64_t top = b->limbs[n - 1] << lead;
    if (lead && n > 1) top |= b->limbs[n - 2] >> (64 - lead);
    if (top != mantissa) return top < mantissa ? -sign : sign;
    if (n > 1 && (lead ? b->limbs[n - 2] << lead : b->limbs[n - 2])) return sign;
    for (size_t i = 0; i + 2 < n; ++i)
      if (b->limbs[i]) return sign;
    return 0;
  }
  if (d >= 9223372036854775808.0) return -1;
  if (d < -9223372036854775808.0) return 1;
  auto whole = static_cast<int64_t>(d);
  if (v.i != whole) return v.i < whole ? -1 : 1;
  double rest = d - static_cast<double>(whole);
  return rest > 0 ? -1 : rest < 0;
}

}  // namespace sl
