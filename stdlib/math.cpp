// import math: functions of floats. Integers are in math_integer.cpp, sums in math_sequence.cpp.
#include <cerrno>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/math_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

using Real = double (*)(double);

// A function of one float: nan from a number is a domain error, infinity from a finite number a
// range error, or a domain error where the function cannot overflow.
template <Real F, bool kOverflows>
Value unary(Vm& vm, Value* args) {
  double x;
  if (!real_arg(vm, args[0], &x)) return Value();
  double r = F(x);
  if (std::isnan(r) && !std::isnan(x)) return math_domain_error(vm);
  if (std::isinf(r) && std::isfinite(x)) return kOverflows ? math_range_error(vm) : math_domain_error(vm);
  return Value::number(r);
}

double exp2_(double x) { return std::exp2(x); }

double gamma_(double x) {
  if (std::isfinite(x) && x == std::floor(x)) {
    if (x <= 0) return kNan;
    if (x <= 23) {
      double product = 1;
      for (int i = 2; i < static_cast<int>(x); ++i) product *= i;
      return product;
    }
  }
  return x == -kInf ? kNan : std::tgamma(x);
}

Value math_gamma(Vm& vm, Value* args) {
  double x;
  if (!real_arg(vm, args[0], &x)) return Value();
  if (x == 0) return math_domain_error(vm);
  double r = gamma_(x);
  if (std::isnan(r) && !std::isnan(x)) return math_domain_error(vm);
  if (std::isinf(r) && std::isfinite(x)) return math_range_error(vm);
  return Value::number(r);
}

Value math_lgamma(Vm& vm, Value* args) {
  double x;
  if (!real_arg(vm, args[0], &x)) return Value();
  if (std::isinf(x)) return Value::number(kInf);
  if (x <= 0 && x == std::floor(x)) return math_domain_error(vm);
  int sign;
  double r = x == 1 || x == 2 ? 0.0 : ::lgamma_r(x, &sign);
  if (std::isinf(r) && std::isfinite(x)) return math_range_error(vm);
  return Value::number(r);
}

template <Real F>
Value rounding(Vm& vm, Value* args, Str* special) {
  Value v = args[0];
  if (v.is_int()) return v;
  Value plain = unwrap(v);
  if (plain.is_float() && plain.same(v)) {
    double r = F(plain.f);
    if (std::fabs(r) < 9e18) return Value::integer(static_cast<int64_t>(r));
    return int_from_double(vm, r);
  }
  Value made = vm.call_special(v, special);
  if (!made.is_unset() || vm.raised()) return made;
  if (is_integer(plain)) return plain.is_bool() ? Value::integer(plain.i) : plain;
  double x;
  if (!real_arg(vm, v, &x)) return Value();
  return int_from_double(vm, F(x));
}

Value math_floor(Vm& vm, Value* args) { return rounding<std::floor>(vm, args, names().__floor__); }
Value math_ceil(Vm& vm, Value* args) { return rounding<std::ceil>(vm, args, names().__ceil__); }

Value math_trunc(Vm& vm, Value* args) {
  Value plain = unwrap(args[0]);
  if (plain.is_float() || is_integer(plain)) return rounding<std::trunc>(vm, args, names().__trunc__);
  Value made = vm.call_special(args[0], names().__trunc__);
  if (made.is_unset() && !vm.raised()) return vm.raise_type("type " + type_name_of(vm, args[0]) + " doesn't define __trunc__ method");
  return made;
}

bool two(Vm& vm, const Value* args, double* x, double* y) { return real_arg(vm, args[0], x) && real_arg(vm, args[1], y); }

Value math_atan2(Vm& vm, Value* args) {
  double y, x;
  return two(vm, args, &y, &x) ? Value::number(std::atan2(y, x)) : Value();
}

Value math_copysign(Vm& vm, Value* args) {
  double x, y;
  return two(vm, args, &x, &y) ? Value::number(std::copysign(x, y)) : Value();
}

Value math_nextafter(Vm& vm, Value* args) {
  double x, y;
  return two(vm, args, &x, &y) ? Value::number(x == y ? y : std::nextafter(x, y)) : Value();
}

Value math_fmod(Vm& vm, Value* args) {
  double x, y;
  if (!two(vm, args, &x, &y)) return Value();
  if (std::isinf(y) && std::isfinite(x)) return Value::number(x);
  double r = std::fmod(x, y);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return math_domain_error(vm);
  return Value::number(r);
}

Value math_remainder(Vm& vm, Value* args) {
  double x, y;
  if (!two(vm, args, &x, &y)) return Value();
  if (std::isnan(x) || std::isnan(y)) return Value::number(std::isnan(x) ? x : y);
  if (std::isinf(x) || y == 0) return math_domain_error(vm);
  return Value::number(std::remainder(x, y));
}

Value math_pow(Vm& vm, Value* args) {
  double x, y;
  if (!two(vm, args, &x, &y)) return Value();
  double r = std::pow(x, y);
  if (!std::isfinite(r) && std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(r)) return math_domain_error(vm);
    return x == 0 ? math_domain_error(vm) : math_range_error(vm);
  }
  return Value::number(r);
}

Value math_ldexp(Vm& vm, Value* args) {
  double x;
  if (!real_arg(vm, args[0], &x)) return Value();
  Value e = unwrap(args[1]);
  if (!is_integer(e)) return vm.raise_type("Expected an int as second argument to ldexp.");
  if (x == 0 || !std::isfinite(x)) return Value::number(x);
  int64_t n = e.is_object() ? (int_sign(e) < 0 ? INT64_MIN : INT64_MAX) : e.i;
  if (n > 100000) return math_range_error(vm);
  if (n < -100000) return Value::number(std::copysign(0.0, x));
  double r = std::ldexp(x, static_cast<int>(n));
  return std::isinf(r) ? math_range_error(vm) : Value::number(r);
}

Value math_frexp(Vm& vm, Value* args) {
  double x;
  if (!real_arg(vm, args[0], &x)) return Value();
  int e = 0;
  double m = std::isfinite(x) && x != 0 ? std::frexp(x, &e) : x;
  return Value::object(vm.new_tuple({Value::number(m), Value::integer(e)}));
}

Value math_modf(Vm& vm, Value* args) {
  double x;
  if (!real_arg(vm, args[0], &x)) return Value();
  double whole;
  double fraction = std::modf(x, &whole);
  return Value::object(vm.new_tuple({Value::number(fraction), Value::number(whole)}));
}

// log of an integer too large for a double: split off a power of two.
template <Real F>
Value log_of(Vm& vm, Value v) {
  Value plain = unwrap(v);
  if (is_kind(plain, Kind::BigInt)) {
    auto* b = as<BigInt>(plain);
    if (b->negative) return math_domain_error(vm);
    uint64_t bits = int_bit_length(plain);
    if (bits > 1000) {
      uint32_t n = b->limb_count;
      double top = std::ldexp(static_cast<double>(b->limbs[n - 1]), 64) + static_cast<double>(b->limbs[n - 2]);
      int shift;
      double fraction = std::frexp(top, &shift);
      return Value::number(F(fraction) + F(2.0) * static_cast<double>(bits));
    }
  }
  double x;
  if (!real_arg(vm, v, &x)) return Value();
  if (x <= 0) return math_domain_error(vm);
  return Value::number(F(x));
}

Value math_log(Vm& vm, Value* args) {
  Value x = log_of<std::log>(vm, args[0]);
  if (x.is_unset() || args[1].is_unset()) return x;
  Value base = log_of<std::log>(vm, args[1]);
  if (base.is_unset()) return base;
  if (base.f == 0) return vm.raise(errors().ZeroDivisionError, "float division by zero");
  return Value::number(x.f / base.f);
}
Value math_log2(Vm& vm, Value* args) { return log_of<std::log2>(vm, args[0]); }
Value math_log10(Vm& vm, Value* args) { return log_of<std::log10>(vm, args[0]); }

template <bool (*F)(double)>
Value predicate(Vm& vm, Value* args) {
  double x;
  return real_arg(vm, args[0], &x) ? Value::boolean(F(x)) : Value();
}
bool is_nan(double x) { return std::isnan(x); }
bool is_inf(double x) { return std::isinf(x); }
bool is_finite(double x) { return std::isfinite(x); }

double degrees_(double x) { return x * (180.0 / std::numbers::pi); }
double radians_(double x) { return x * (std::numbers::pi / 180.0); }
template <Real F>
Value scaled(Vm& vm, Value* args) {
  double x;
  return real_arg(vm, args[0], &x) ? Value::number(F(x)) : Value();
}

Value math_ulp(Vm& vm, Value* args) {
  double x;
  if (!real_arg(vm, args[0], &x)) return Value();
  if (std::isnan(x)) return Value::number(x);
  x = std::fabs(x);
  if (std::isinf(x)) return Value::number(x);
  double up = std::nextafter(x, kInf);
  return Value::number(std::isinf(up) ? x - std::nextafter(x, -kInf) : up - x);
}

Value math_isclose(Vm& vm, Value* args) {
  double a, b, relative, absolute;
  if (!two(vm, args, &a, &b) || !two(vm, args + 2, &relative, &absolute)) return Value();
  if (relative < 0 || absolute < 0) return vm.raise_value("tolerances must be non-negative");
  if (a == b) return Value::boolean(true);
  if (std::isinf(a) || std::isinf(b)) return Value::boolean(false);
  double d = std::fabs(b - a);
  return Value::boolean(d <= std::fabs(relative * b) || d <= std::fabs(relative * a) || d <= absolute);
}

double identity_erf(double x) { return std::erf(x); }
double identity_erfc(double x) { return std::erfc(x); }
double log1p_(double x) { return x == 0 ? x : std::log1p(x); }

const MethodDef kFloatFunctions[] = {
    {"acos(x, /)", unary<std::acos, false>, 0, "Arc cosine in radians."},
    {"acosh(x, /)", unary<std::acosh, false>, 0, "Inverse hyperbolic cosine."},
    {"asin(x, /)", unary<std::asin, false>, 0, "Arc sine in radians."},
    {"asinh(x, /)", unary<std::asinh, false>, 0, "Inverse hyperbolic sine."},
    {"atan(x, /)", unary<std::atan, false>, 0, "Arc tangent in radians."},
    {"atan2(y, x, /)", math_atan2, 0, "Arc tangent of y/x in radians, in the right quadrant."},
    {"atanh(x, /)", unary<std::atanh, false>, 0, "Inverse hyperbolic tangent."},
    {"cbrt(x, /)", unary<std::cbrt, false>, 0, "Cube root."},
    {"ceil(x, /)", math_ceil, 0, "The smallest integer >= x."},
    {"copysign(x, y, /)", math_copysign, 0, "The size of x with the sign of y."},
    {"cos(x, /)", unary<std::cos, false>, 0, "Cosine of x radians."},
    {"cosh(x, /)", unary<std::cosh, true>, 0, "Hyperbolic cosine."},
    {"degrees(x, /)", scaled<degrees_>, 0, "Radians to degrees."},
    {"erf(x, /)", scaled<identity_erf>, 0, "Error function."},
    {"erfc(x, /)", scaled<identity_erfc>, 0, "Complementary error function."},
    {"exp(x, /)", unary<std::exp, true>, 0, "e raised to the power x."},
    {"exp2(x, /)", unary<exp2_, true>, 0, "2 raised to the power x."},
    {"expm1(x, /)", unary<std::expm1, true>, 0, "exp(x) - 1 without loss for small x."},
    {"fabs(x, /)", unary<std::fabs, false>, 0, "Absolute value as a float."},
    {"floor(x, /)", math_floor, 0, "The largest integer <= x."},
    {"fmod(x, y, /)", math_fmod, 0, "Remainder with the sign of x."},
    {"frexp(x, /)", math_frexp, 0, "(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1."},
    {"gamma(x, /)", math_gamma, 0, "Gamma function."},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", math_isclose, 0, "Whether two numbers are close to each other."},
    {"isfinite(x, /)", predicate<is_finite>, 0, "Neither infinity nor nan."},
    {"isinf(x, /)", predicate<is_inf>, 0, "Positive or negative infinity."},
    {"isnan(x, /)", predicate<is_nan>, 0, "Not a number."},
    {"ldexp(x, i, /)", math_ldexp, 0, "x * 2**i."},
    {"lgamma(x, /)", math_lgamma, 0, "Natural logarithm of the absolute value of gamma(x)."},
    {"log(x, base=..., /)", math_log, 0, "Logarithm of x to the base, e unless given."},
    {"log10(x, /)", math_log10, 0, "Base 10 logarithm."},
    {"log1p(x, /)", unary<log1p_, false>, 0, "log(1 + x) without loss for small x."},
    {"log2(x, /)", math_log2, 0, "Base 2 logarithm."},
    {"modf(x, /)", math_modf, 0, "Fractional and integer parts, both with the sign of x."},
    {"nextafter(x, y, /)", math_nextafter, 0, "The next float after x towards y."},
    {"pow(x, y, /)", math_pow, 0, "x raised to the power y, as floats."},
    {"radians(x, /)", scaled<radians_>, 0, "Degrees to radians."},
    {"remainder(x, y, /)", math_remainder, 0, "x - n*y for the integer n nearest to x/y."},
    {"sin(x, /)", unary<std::sin, false>, 0, "Sine of x radians."},
    {"sinh(x, /)", unary<std::sinh, true>, 0, "Hyperbolic sine."},
    {"sqrt(x, /)", unary<std::sqrt, false>, 0, "Square root."},
    {"tan(x, /)", unary<std::tan, false>, 0, "Tangent of x radians."},
    {"tanh(x, /)", unary<std::tanh, false>, 0, "Hyperbolic tangent."},
    {"trunc(x, /)", math_trunc, 0, "The integer part."},
    {"ulp(x, /)", math_ulp, 0, "The value of the least significant bit."},
};

const ConstantDef kConstants[] = {
    {"pi", [](Vm&) { return Value::number(std::numbers::pi); }},
    {"e", [](Vm&) { return Value::number(std::numbers::e); }},
    {"tau", [](Vm&) { return Value::number(2 * std::numbers::pi); }},
    {"inf", [](Vm&) { return Value::number(kInf); }},
    {"nan", [](Vm&) { return Value::number(kNan); }},
};

}  // namespace

Value math_domain_error(Vm& vm) { return vm.raise_value("math domain error"); }
Value math_range_error(Vm& vm) { return vm.raise(errors().OverflowError, "math range error"); }
std::span<const MethodDef> math_float_functions() { return kFloatFunctions; }

void register_math_module() {
  std::vector<MethodDef> functions;
  for (auto part : {math_float_functions(), math_sequence_functions(), math_integer_functions()}) functions.insert(functions.end(), part.begin(), part.end());
  ModuleDef module;
  module.name = "math";
  module.doc = "Mathematical functions of real numbers.";
  module.functions = functions;
  module.constants = kConstants;
  define_module(module);
}

}  // namespace sl
