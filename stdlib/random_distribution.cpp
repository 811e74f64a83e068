// random: real-valued distributions, computed step by step as CPython does so that sequences agree.
#include <cmath>
#include <numbers>

#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/random_source.h"

namespace sl {
namespace {

constexpr double kPi = std::numbers::pi, kTwoPi = 2.0 * std::numbers::pi, kE = std::numbers::e;

bool two(Vm& vm, Value* args, double* a, double* b) { return real_arg(vm, args[0], a) && real_arg(vm, args[1], b); }
Value zero_division(Vm& vm) { return vm.raise(errors().ZeroDivisionError, "float division by zero"); }

double normal(RandomSource& g) {
  static const double kMagic = 4.0 * std::exp(-0.5) / std::sqrt(2.0);
  for (;;) {
    double u1 = g.next_double();
    double u2 = 1.0 - g.next_double();
    double z = kMagic * (u1 - 0.5) / u2;
    if (z * z / 4.0 <= -std::log(u2)) return z;
  }
}

double gamma(RandomSource& g, double alpha, double beta) {
  static const double kLog4 = std::log(4.0), kMagic = 1.0 + std::log(4.5);
  if (alpha > 1.0) {
    double ainv = std::sqrt(2.0 * alpha - 1.0), b = alpha - kLog4, c = alpha + ainv;
    for (;;) {
      double u1 = g.next_double();
      if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
      double u2 = 1.0 - g.next_double();
      double v = std::log(u1 / (1.0 - u1)) / ainv;
      double x = alpha * std::exp(v);
      double z = u1 * u1 * u2;
      double r = b + c * v - x;
      if (r + kMagic - 4.5 * z >= 0.0 || r >= std::log(z)) return x * beta;
    }
  }
  if (alpha == 1.0) return -std::log(1.0 - g.next_double()) * beta;
  for (;;) {
    double u = g.next_double();
    double b = (kE + alpha) / kE;
    double p = b * u;
    double x = p <= 1.0 ? std::pow(p, 1.0 / alpha) : -std::log((b - p) / alpha);
    double u1 = g.next_double();
    if (p > 1.0 ? u1 <= std::pow(x, alpha - 1.0) : u1 <= std::exp(-x)) return x * beta;
  }
}

Value uniform(Vm& vm, RandomSource& g, Value* args) {
  Value a = args[0], span = vm.binary(BinOp::Sub, args[1], a);
  if (span.is_unset()) return span;
  Value part = vm.binary(BinOp::Mul, span, Value::number(g.next_double()));
  return part.is_unset() ? part : vm.binary(BinOp::Add, a, part);
}

Value triangular(Vm& vm, RandomSource& g, Value* args) {
  double low, high, mode = 0;
  if (!two(vm, args, &low, &high) || (!args[2].is_none() && !real_arg(vm, args[2], &mode))) return Value();
  double u = g.next_double();
  if (!args[2].is_none() && high == low) return args[0];
  double c = args[2].is_none() ? 0.5 : (mode - low) / (high - low);
  if (u > c) {
    u = 1.0 - u;
    c = 1.0 - c;
    std::swap(low, high);
  }
  return Value::number(low + (high - low) * std::sqrt(u * c));
}

Value normalvariate(Vm& vm, RandomSource& g, Value* args) {
  double mu, sigma;
  if (!two(vm, args, &mu, &sigma)) return Value();
  return Value::number(mu + normal(g) * sigma);
}

Value gauss(Vm& vm, RandomSource& g, Value* args) {
  double mu, sigma, z;
  if (!two(vm, args, &mu, &sigma)) return Value();
  if (g.gauss_next) {
    z = *g.gauss_next;
    g.gauss_next.reset();
  } else {
    double angle = g.next_double() * kTwoPi;
    double radius = std::sqrt(-2.0 * std::log(1.0 - g.next_double()));
    z = std::cos(angle) * radius;
    g.gauss_next = std::sin(angle) * radius;
  }
  return Value::number(mu + z * sigma);
}

Value lognormvariate(Vm& vm, RandomSource& g, Value* args) {
  double mu, sigma;
  if (!two(vm, args, &mu, &sigma)) return Value();
  double r = std::exp(mu + normal(g) * sigma);
  return std::isinf(r) ? vm.raise(errors().OverflowError, "math range error") : Value::number(r);
}

Value expovariate(Vm& vm, RandomSource& g, Value* args) {
  double lambda;
  if (!real_arg(vm, args[0], &lambda)) return Value();
  double x = -std::log(1.0 - g.next_double());
  return lambda == 0 ? zero_division(vm) : Value::number(x / lambda);
}

Value vonmisesvariate(Vm& vm, RandomSource& g, Value* args) {
  double mu, kappa;
  if (!two(vm, args, &mu, &kappa)) return Value();
  if (kappa <= 1e-6) return Value::number(kTwoPi * g.next_double());
  double s = 0.5 / kappa, r = s + std::sqrt(1.0 + s * s), z;
  for (;;) {
    double u1 = g.next_double();
    z = std::cos(kPi * u1);
    double d = z / (r + z), u2 = g.next_double();
    if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * std::exp(d)) break;
    if (!vm.poll()) return Value();
  }
  double q = 1.0 / r, f = (q + z) / (1.0 + q * z);
  double angle = g.next_double() > 0.5 ? mu + std::acos(f) : mu - std::acos(f);
  double m = std::fmod(angle, kTwoPi);
  return Value::number(m < 0 ? m + kTwoPi : m);
}

Value gammavariate(Vm& vm, RandomSource& g, Value* args) {
  double alpha, beta;
  if (!two(vm, args, &alpha, &beta)) return Value();
  if (!(alpha > 0.0 && beta > 0.0)) return vm.raise_value("gammavariate: alpha and beta must be > 0.0");
  return Value::number(gamma(g, alpha, beta));
}

Value betavariate(Vm& vm, RandomSource& g, Value* args) {
  double alpha, beta;
  if (!two(vm, args, &alpha, &beta)) return Value();
  if (!(alpha > 0.0 && beta > 0.0)) return vm.raise_value("gammavariate: alpha and beta must be > 0.0");
  double y = gamma(g, alpha, 1.0);
  return Value::number(y != 0 ? y / (y + gamma(g, beta, 1.0)) : 0.0);
}

Value paretovariate(Vm& vm, RandomSource& g, Value* args) {
  double alpha;
  if (!real_arg(vm, args[0], &alpha)) return Value();
  double u = 1.0 - g.next_double();
  return alpha == 0 ? zero_division(vm) : Value::number(std::pow(u, -1.0 / alpha));
}

Value weibullvariate(Vm& vm, RandomSource& g, Value* args) {
  double alpha, beta;
  if (!two(vm, args, &alpha, &beta)) return Value();
  double u = 1.0 - g.next_double();
  return beta == 0 ? zero_division(vm) : Value::number(alpha * std::pow(-std::log(u), 1.0 / beta));
}

constexpr RandomDef kDefs[] = {
    random_def<uniform>("uniform(a, b)", "A float between a and b."),
    random_def<triangular>("triangular(low=0.0, high=1.0, mode=None)", "Triangular distribution."),
    random_def<normalvariate>("normalvariate(mu=0.0, sigma=1.0)", "Normal distribution."),
    random_def<gauss>("gauss(mu=0.0, sigma=1.0)", "Normal distribution, made in pairs."),
    random_def<lognormvariate>("lognormvariate(mu, sigma)", "Log normal distribution."),
    random_def<expovariate>("expovariate(lambd)", "Exponential distribution with mean 1/lambd."),
    random_def<vonmisesvariate>("vonmisesvariate(mu, kappa)", "Circular data distribution."),
    random_def<gammavariate>("gammavariate(alpha, beta)", "Gamma distribution."),
    random_def<betavariate>("betavariate(alpha, beta)", "Beta distribution."),
    random_def<paretovariate>("paretovariate(alpha)", "Pareto distribution."),
    random_def<weibullvariate>("weibullvariate(alpha, beta)", "Weibull distribution."),
};

}  // namespace

std::span<const RandomDef> random_distribution_defs() { return kDefs; }

}  // namespace sl
