// import cmath: functions of complex numbers.
#include <cmath>
#include <complex>
#include <limits>
#include <numbers>

#include "core/vm/number.h"
#include "stdlib/math_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

using Z = std::complex<double>;
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

enum class Fault { None, Domain, Range };

bool argument(Vm& vm, Value v, Z* out) {
  double re, im;
  if (!complex_argument(vm, v, &re, &im)) return false;
  *out = Z(re, im);
  return true;
}

Value raise(Vm& vm, Fault fault) { return fault == Fault::Domain ? math_domain_error(vm) : math_range_error(vm); }
Value give(Vm& vm, Z z) { return new_complex(vm, z.real(), z.imag()); }

bool finite(Z z) { return std::isfinite(z.real()) && std::isfinite(z.imag()); }
bool infinite(Z z) { return std::isinf(z.real()) || std::isinf(z.imag()); }

// Infinity from finite parts.
Fault overflow(Z z, Z r) { return finite(z) && infinite(r) ? Fault::Range : Fault::None; }
// An angle without a direction: infinite, and the other part is a number.
Fault angle(double angle, double other) { return std::isinf(angle) && !std::isnan(other) ? Fault::Domain : Fault::None; }

Fault fault_exp(Z z, Z r) { return std::isinf(z.imag()) && (std::isfinite(z.real()) || z.real() == kInf) ? Fault::Domain : overflow(z, r); }
Fault fault_hyperbolic(Z z, Z r) { return angle(z.imag(), z.real()) == Fault::Domain ? Fault::Domain : overflow(z, r); }
Fault fault_circular(Z z, Z r) { return angle(z.real(), z.imag()) == Fault::Domain ? Fault::Domain : overflow(z, r); }
Fault fault_tanh(Z z, Z) { return std::isinf(z.imag()) && std::isfinite(z.real()) ? Fault::Domain : Fault::None; }
Fault fault_tan(Z z, Z) { return std::isinf(z.real()) && std::isfinite(z.imag()) ? Fault::Domain : Fault::None; }
Fault fault_atanh(Z z, Z) { return z.imag() == 0 && std::fabs(z.real()) == 1 ? Fault::Domain : Fault::None; }
Fault fault_atan(Z z, Z) { return z.real() == 0 && std::fabs(z.imag()) == 1 ? Fault::Domain : Fault::None; }
Fault fault_never(Z, Z) { return Fault::None; }
Fault fault_log(Z z, Z) { return z.real() == 0 && z.imag() == 0 ? Fault::Domain : Fault::None; }

// Next to the unit circle the logarithm of the modulus comes from what is missing to one.
Z log_of(Z z) {
  double x = std::fabs(z.real()), y = std::fabs(z.imag());
  double big = std::max(x, y), small = std::min(x, y), h = std::hypot(x, y);
  double re;
  if (finite(z) && 0.71 <= h && h <= 1.73)
    re = std::log1p((big - 1) * (big + 1) + small * small) / 2;
  else
    re = std::log(z).real();
  return {re, std::atan2(z.imag(), z.real())};
}
Z log10_of(Z z) { return log_of(z) / std::numbers::ln10; }

template <Z (*function)(const Z&), Fault (*fault)(Z, Z)>
Value unary(Vm& vm, Value* args) {
  Z z;
  if (!argument(vm, args[0], &z)) return Value();
  Z r = function(z);
  Fault f = fault(z, r);
  return f == Fault::None ? give(vm, r) : raise(vm, f);
}

#define SL_WRAP(name) \
  Z name##_(const Z& z) { return std::name(z); }
SL_WRAP(exp)
SL_WRAP(sqrt)
SL_WRAP(sin)
SL_WRAP(cos)
SL_WRAP(sinh)
SL_WRAP(cosh)
SL_WRAP(asin)
SL_WRAP(acos)
SL_WRAP(atan)
SL_WRAP(asinh)
SL_WRAP(atanh)
#undef SL_WRAP
Z acosh_(const Z& z) { return z.real() == 0 && std::isnan(z.imag()) ? Z(kNan, kNan) : std::acosh(z); }
Z tanh_(const Z& z) { return z.real() == 0 && std::isnan(z.imag()) ? Z(kNan, kNan) : std::tanh(z); }
Z tan_(const Z& z) {
  Z w = tanh_(Z(-z.imag(), z.real()));
  return {w.imag(), -w.real()};
}
Z log10_(const Z& z) { return log10_of(z); }

Value log(Vm& vm, Value* args) {
  Z z, base;
  if (!argument(vm, args[0], &z)) return Value();
  if (fault_log(z, z) == Fault::Domain) return math_domain_error(vm);
  if (args[1].is_unset()) return give(vm, log_of(z));
  if (!argument(vm, args[1], &base)) return Value();
  Z divisor = fault_log(base, base) == Fault::Domain ? Z(0, 0) : log_of(base);
  if (divisor == Z(0, 0)) return math_domain_error(vm);
  Z n = log_of(z);
  Value quotient = complex_binary(vm, BinOp::TrueDiv, n.real(), n.imag(), divisor.real(), divisor.imag());
  return quotient;
}

Value phase(Vm& vm, Value* args) {
  Z z;
  return argument(vm, args[0], &z) ? Value::number(std::atan2(z.imag(), z.real())) : Value();
}

Value polar(Vm& vm, Value* args) {
  Z z;
  if (!argument(vm, args[0], &z)) return Value();
  double r = std::hypot(z.real(), z.imag());
  if (finite(z) && std::isinf(r)) return math_range_error(vm);
  return Value::object(vm.new_tuple({Value::number(r), Value::number(std::atan2(z.imag(), z.real()))}));
}

Z rect_of(double r, double phi) {
  if (phi == 0 && !std::isnan(r)) return {r, r * phi == 0 || std::isfinite(r) ? r * phi : std::copysign(0.0, r * (std::signbit(phi) ? -1.0 : 1.0))};
  if (std::isfinite(r) && std::isfinite(phi)) return {r * std::cos(phi), r * std::sin(phi)};
  if (std::isnan(r)) return {kNan, phi == 0 ? phi : kNan};
  if (r == 0) return {0, 0};
  if (std::isfinite(r)) return {kNan, kNan};
  if (!std::isfinite(phi)) return {kInf, kNan};
  double sign = r > 0 ? 1 : -1;
  return {sign * std::copysign(kInf, std::cos(phi)), sign * std::copysign(kInf, std::sin(phi))};
}

Value rect(Vm& vm, Value* args) {
  double r, phi;
  if (!vm.to_double(args[0], &r) || !vm.to_double(args[1], &phi)) return Value();
  if (r != 0 && !std::isnan(r) && std::isinf(phi)) return math_domain_error(vm);
  return give(vm, rect_of(r, phi));
}

template <bool (*test)(Z)>
Value predicate(Vm& vm, Value* args) {
  Z z;
  return argument(vm, args[0], &z) ? Value::boolean(test(z)) : Value();
}
bool is_nan(Z z) { return std::isnan(z.real()) || std::isnan(z.imag()); }

Value isclose(Vm& vm, Value* args) {
  Z a, b;
  double relative, absolute;
  if (!argument(vm, args[0], &a) || !argument(vm, args[1], &b) || !vm.to_double(args[2], &relative) || !vm.to_double(args[3], &absolute)) return Value();
  if (relative < 0 || absolute < 0) return vm.raise_value("tolerances must be non-negative");
  if (a == b) return Value::boolean(true);
  if (infinite(a) || infinite(b)) return Value::boolean(false);
  auto size = [](Z z) { return std::hypot(z.real(), z.imag()); };
  double d = size(a - b);
  return Value::boolean(d <= relative * size(b) || d <= relative * size(a) || d <= absolute);
}

const MethodDef kFunctions[] = {
    {"acos(z, /)", unary<acos_, fault_never>, 0, "Return the arc cosine of z."},
    {"acosh(z, /)", unary<acosh_, fault_never>, 0, "Return the inverse hyperbolic cosine of z."},
    {"asin(z, /)", unary<asin_, fault_never>, 0, "Return the arc sine of z."},
    {"asinh(z, /)", unary<asinh_, fault_never>, 0, "Return the inverse hyperbolic sine of z."},
    {"atan(z, /)", unary<atan_, fault_atan>, 0, "Return the arc tangent of z."},
    {"atanh(z, /)", unary<atanh_, fault_atanh>, 0, "Return the inverse hyperbolic tangent of z."},
    {"cos(z, /)", unary<cos_, fault_circular>, 0, "Return the cosine of z."},
    {"cosh(z, /)", unary<cosh_, fault_hyperbolic>, 0, "Return the hyperbolic cosine of z."},
    {"exp(z, /)", unary<exp_, fault_exp>, 0, "Return the exponential value e**z."},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose, 0, "Determine whether two complex numbers are close in value."},
    {"isfinite(z, /)", predicate<finite>, 0, "Return True if both the real and imaginary parts of z are finite, else False."},
    {"isinf(z, /)", predicate<infinite>, 0, "Checks if the real or imaginary part of z is infinite."},
    {"isnan(z, /)", predicate<is_nan>, 0, "Checks if the real or imaginary part of z not a number (NaN)."},
    {"log(z, base=..., /)", log, 0, "The logarithm of z to the given base, the natural logarithm without one."},
    {"log10(z, /)", unary<log10_, fault_log>, 0, "Return the base-10 logarithm of z."},
    {"phase(z, /)", phase, 0, "Return argument, also known as the phase angle, of a complex."},
    {"polar(z, /)", polar, 0, "Convert a complex from rectangular coordinates to polar coordinates."},
    {"rect(r, phi, /)", rect, 0, "Convert from polar coordinates to rectangular coordinates."},
    {"sin(z, /)", unary<sin_, fault_circular>, 0, "Return the sine of z."},
    {"sinh(z, /)", unary<sinh_, fault_hyperbolic>, 0, "Return the hyperbolic sine of z."},
    {"sqrt(z, /)", unary<sqrt_, fault_never>, 0, "Return the square root of z."},
    {"tan(z, /)", unary<tan_, fault_tan>, 0, "Return the tangent of z."},
    {"tanh(z, /)", unary<tanh_, fault_tanh>, 0, "Return the hyperbolic tangent of z."},
};

const ConstantDef kConstants[] = {
    {"pi", [](Vm&) { return Value::number(std::numbers::pi); }},
    {"e", [](Vm&) { return Value::number(std::numbers::e); }},
    {"tau", [](Vm&) { return Value::number(2 * std::numbers::pi); }},
    {"inf", [](Vm&) { return Value::number(kInf); }},
    {"nan", [](Vm&) { return Value::number(kNan); }},
    {"infj", [](Vm& vm) { return new_complex(vm, 0, kInf); }},
    {"nanj", [](Vm& vm) { return new_complex(vm, 0, kNan); }},
};

}  // namespace

void register_cmath_module() {
  ModuleDef module{.name = "cmath", .doc = "Mathematical functions of complex numbers.", .functions = kFunctions, .constants = kConstants};
  define_module(module);
}

}  // namespace sl
