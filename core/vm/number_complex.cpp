// Complex arithmetic and text.
#include <cerrno>
#include <cmath>

#include "core/vm/number.h"

namespace sl {

namespace {

struct Parts {
  double re, im;
};

Parts multiply(Parts a, Parts b) noexcept { return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }

// Smith's algorithm: scales by the larger part of the divisor. b is not 0.
Parts divide(Parts a, Parts b) noexcept {
  double re = std::fabs(b.re), im = std::fabs(b.im);
  if (re >= im) {
    double ratio = b.im / b.re, denominator = b.re + b.im * ratio;
    return {(a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator};
  }
  if (im >= re) {
    double ratio = b.re / b.im, denominator = b.re * ratio + b.im;
    return {(a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator};
  }
  return {std::nan(""), std::nan("")};
}

Parts power_of_integer(Parts a, long n) noexcept {
  if (n < 0) return divide({1, 0}, power_of_integer(a, -n));
  Parts r{1, 0}, p = a;
  for (long mask = 1; mask > 0 && n >= mask; mask <<= 1) {
    if (n & mask) r = multiply(r, p);
    p = multiply(p, p);
  }
  return r;
}

Value complex_pow(Vm& vm, Parts a, Parts b) {
  Parts r;
  if (b.im == 0 && b.re == std::floor(b.re) && std::fabs(b.re) <= 100) {
    if (a.re == 0 && a.im == 0 && b.re < 0) return vm.raise(errors().ZeroDivisionError, "0.0 to a negative or complex power");
    r = power_of_integer(a, static_cast<long>(b.re));
  } else if (b.re == 0 && b.im == 0) {
    r = {1, 0};
  } else if (a.re == 0 && a.im == 0) {
    if (b.im != 0 || b.re < 0) return vm.raise(errors().ZeroDivisionError, "0.0 to a negative or complex power");
    r = {0, 0};
  } else {
    double length = std::hypot(a.re, a.im), size = std::pow(length, b.re), angle = std::atan2(a.im, a.re), phase = angle * b.re;
    if (b.im != 0) {
      size /= std::exp(angle * b.im);
      phase += b.im * std::log(length);
    }
    r = {size * std::cos(phase), size * std::sin(phase)};
  }
  if (std::isinf(r.re) || std::isinf(r.im)) return vm.raise(errors().OverflowError, "complex exponentiation");
  return new_complex(vm, r.re, r.im);
}

// One float at the start of s; its length, or 0.
size_t leading_float(std::string_view s, double* out) {
  size_t best = 0;
  size_t i = !s.empty() && (s[0] == '+' || s[0] == '-') ? 1 : 0;
  auto word = [&](std::string_view w) {
    if (s.size() < i + w.size()) return false;
    for (size_t k = 0; k < w.size(); ++k)
      if ((s[i + k] | 0x20) != w[k]) return false;
    return true;
  };
  for (std::string_view w : {"infinity", "inf", "nan"}) {
    if (!word(w)) continue;
    float_parse(s.substr(0, i + w.size()), out);
    return i + w.size();
  }
  auto digits = [&] {
    size_t start = i;
    while (i < s.size() && s[i] >= '0' && s[i] <= '9') ++i;
    return i - start;
  };
  size_t count = digits();
  if (i < s.size() && s[i] == '.') {
    ++i;
    count += digits();
  }
  if (!count) return 0;
  best = i;
  if (i < s.size() && (s[i] | 0x20) == 'e') {
    ++i;
    if (i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
    if (digits()) best = i;
  }
  return float_parse(s.substr(0, best), out) ? best : 0;
}

bool parse_complex(std::string_view s, Parts* out) {
  auto blanks = [&] {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  };
  blanks();
  if (!s.empty() && s.front() == '(') {
    if (s.back() != ')' || s.size() < 2) return false;
    s = s.substr(1, s.size() - 2);
    blanks();
  }
  auto is_j = [](char c) { return c == 'j' || c == 'J'; };
  auto is_sign = [](char c) { return c == '+' || c == '-'; };
  // A signed float, where a sign alone (or nothing, before j) stands for 1.
  auto imaginary = [&](double* v) {
    size_t n = leading_float(s, v);
    if (!n) {
      *v = 1;
      if (!s.empty() && is_sign(s[0])) {
        *v = s[0] == '-' ? -1 : 1;
        n = 1;
      }
    }
    s.remove_prefix(n);
    if (s.empty() || !is_j(s[0])) return false;
    s.remove_prefix(1);
    return s.empty();
  };
  *out = {0, 0};
  double first;
  size_t n = leading_float(s, &first);
  if (!n) return !s.empty() && imaginary(&out->im);
  if (n < s.size() && is_j(s[n])) {
    out->im = first;
    return n + 1 == s.size();
  }
  out->re = first;
  s.remove_prefix(n);
  if (s.empty()) return true;
  return is_sign(s[0]) && imaginary(&out->im);
}

}  // namespace

Value new_complex(Vm& vm, double re, double im) {
  auto* c = vm.heap.make<Complex>(Kind::Complex);
  c->re = re;
  c->im = im;
  return Value::object(c);
}

int complex_parts(Vm& vm, Value v, double* re, double* im) {
  *im = 0;
  if (v.is_float()) {
    *re = v.f;
    return 1;
  }
  if (is_complex(v)) {
    *re = as<Complex>(v)->re;
    *im = as<Complex>(v)->im;
    return 1;
  }
  if (!is_integer(v)) return 0;
  return int_to_double(vm, v, re) ? 1 : -1;
}

Value complex_binary(Vm& vm, BinOp op, double ar, double ai, double br, double bi) {
  switch (op) {
    case BinOp::Add: return new_complex(vm, ar + br, ai + bi);
    case BinOp::Sub: return new_complex(vm, ar - br, ai - bi);
    case BinOp::Mul: {
      Parts r = multiply({ar, ai}, {br, bi});
      return new_complex(vm, r.re, r.im);
    }
    case BinOp::TrueDiv: {
      if (br == 0 && bi == 0) return vm.raise(errors().ZeroDivisionError, "complex division by zero");
      Parts r = divide({ar, ai}, {br, bi});
      return new_complex(vm, r.re, r.im);
    }
    case BinOp::Pow: return complex_pow(vm, {ar, ai}, {br, bi});
    default: return not_implemented();
  }
}

Value complex_from_text(Vm& vm, std::string_view text) {
  std::string clean = ascii_number_text(text);
  Parts r;
  if (!strip_underscores(&clean)) return vm.raise_value("could not convert string to complex: " + repr_text(text));
  if (!parse_complex(clean, &r)) return vm.raise_value("complex() arg is a malformed string");
  return new_complex(vm, r.re, r.im);
}

std::string complex_repr(double re, double im) {
  if (re == 0 && !std::signbit(re)) return float_shortest(im, false) + "j";
  std::string imaginary = float_shortest(im, false);
  if (imaginary[0] != '-') imaginary = "+" + imaginary;
  return "(" + float_shortest(re, false) + imaginary + "j)";
}

}  // namespace sl
