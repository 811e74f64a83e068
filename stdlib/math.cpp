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

// Gamma by Lanczos' approximation with 13 terms, evaluated in CPython's order so that the last digits agree.
constexpr double kLanczosG = 6.024680040776729583740234375, kLanczosShift = kLanczosG - 0.5;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kNumerator[] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959, 35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390, 6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640, 2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328, 8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr double kDenominator[] = {0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0};
constexpr int kTerms = std::size(kNumerator);

double lanczos_sum(double x) {
  double n = 0, d = 0;
  if (x < 5.0) {
    for (int i = kTerms; i-- > 0;) {
      n = n * x + kNumerator[i];
      d = d * x + kDenominator[i];
    }
  } else {
    for (int i = 0; i < kTerms; ++i) {
      n = n / x + kNumerator[i];
      d = d / x + kDenominator[i];
    }
  }
  return n / d;
}

double sin_pi(double x) {
  double y = std::fmod(std::fabs(x), 2.0), r;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: r = std::sin(std::numbers::pi * y); break;
    case 1: r = std::cos(std::numbers::pi * (y - 0.5)); break;
    case 2: r = std::sin(std::numbers::pi * (1.0 - y)); break;
    case 3: r = -std::cos(std::numbers::pi * (y - 1.5)); break;
    default: r = std::sin(std::numbers::pi * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * r;
}

double gamma_(double x) {
  if (!std::isfinite(x)) return x == -kInf ? kNan : x;
  if (x == std::floor(x)) {
    if (x <= 0) return kNan;
    if (x <= 23) {
      double product = 1;
      for (int i = 2; i < static_cast<int>(x); ++i) product *= i;
      return product;
    }
  }
  double size = std::fabs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200.0) return x < 0 ? 0.0 / sin_pi(x) : kInf;
  double y = size + kLanczosShift;
  // What rounding lost in y.
  double z = size > kLanczosShift ? y - size - kLanczosShift : y - kLanczosShift - size;
  z = z * kLanczosG / y;
  double r;
  if (x < 0) {
    r = -std::numbers::pi / sin_pi(size) / size * std::exp(y) / lanczos_sum(size);
    r -= z * r;
    if (size < 140.0) return r / std::pow(y, size - 0.5);
    double root = std::pow(y, size / 2.0 - 0.25);
    return r / root / root;
  }
  r = lanczos_sum(size) / std::exp(y);
  r += z * r;
  if (size < 140.0) return r * std::pow(y, size - 0.5);
  double root = std::pow(y, size / 2.0 - 0.25);
  return r * root * root;
}

double log_gamma(double x) {
  if (x == 1 || x == 2) return 0.0;
  double size = std::fabs(x);
  if (size < 1e-20) return -std::log(size);
  double r = std::log(lanczos_sum(size)) - kLanczosG;
  r += (size - 0.5) * (std::log(size + kLanczosG - 0.5) - 1);
  return x < 0 ? kLogPi - std::log(std::fabs(sin_pi(size))) - std::log(size) - r : r;
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
  double r = log_gamma(x);
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
