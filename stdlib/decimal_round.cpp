// Rounding to whole numbers, removing zeros, whole powers, and the common forms of format().
#include <algorithm>

#include "stdlib/decimal_internal.h"

namespace sl::decimal {
namespace {

// args: self, rounding, context
Value to_integral(Vm& vm, Value* args) {
  Number p;
  if (!self_number(vm, args[0], &p)) return {};
  Value context;
  Context* c = context_arg(vm, args[2], &context);
  if (!c) return {};
  Rounding rounding = c->rounding;
  if (!args[1].is_none() && !rounding_arg(vm, args[1], &rounding)) return {};
  if (p.kind != kFinite || !fits(p.coefficient) || p.exponent < -static_cast<int64_t>(kMaxDigits)) return call_script(vm, "to_integral_value", {args[0], args[1], context});
  if (p.exponent >= 0) return new_decimal(vm, p.sign, p.coefficient, p.exponent);
  Nat x;
  x.load(Limbs(p.coefficient));
  Rest rest = drop(x, static_cast<unsigned>(-p.exponent));
  if (rounds_up(rounding, x, rest, p.sign)) add(x, Limb{1});
  return new_decimal(vm, p.sign, x, 0);
}

Value normalize(Vm& vm, Value* args) {
  Number p;
  if (!self_number(vm, args[0], &p)) return {};
  Value context;
  Context* c = context_arg(vm, args[1], &context);
  if (!c) return {};
  if (p.kind != kFinite || !fits(p.coefficient) || c->prec > kMaxDigits) return call_script(vm, "normalize", {args[0], context});
  Nat x;
  x.load(Limbs(p.coefficient));
  Value fixed = finish(vm, context, c, p.sign, x, p.exponent);
  if (fixed.is_unset() || !number_of(fixed, &p) || p.kind != kFinite || !fits(p.coefficient)) return fixed;
  x.load(Limbs(p.coefficient));
  if (x.zero()) return new_decimal(vm, p.sign, x, 0);
  unsigned zeros = strip_zeros(x, kMaxPower);
  return new_decimal(vm, p.sign, x, p.exponent + zeros);
}

// args: self, other, modulo, context
Value power(Vm& vm, Value* args) {
  Number p, q;
  if (!self_number(vm, args[0], &p)) return {};
  Value context;
  Context* c = context_arg(vm, args[3], &context);
  if (!c) return {};
  bool small = args[2].is_none() && number_of(args[1], &q) && p.kind == kFinite && q.kind == kFinite && q.exponent == 0 && q.coefficient.is_int() && fits(p.coefficient) &&
               c->prec <= kMaxDigits;
  int64_t n = small ? q.coefficient.i : 0;
  if (n < 0) n = -n;
  if (n < 1 || n > kMaxDigits || q.sign) return call_script(vm, "__pow__", {args[0], args[1], args[2], context});
  Nat base, result;
  base.load(Limbs(p.coefficient));
  bool in_range = p.exponent < kMaxExponent / kMaxDigits && p.exponent > -kMaxExponent / kMaxDigits;
  if (base.zero() || !in_range || digit_count(base) * n > kMaxDigits) return call_script(vm, "__pow__", {args[0], args[1], args[2], context});
  result.set(1);
  for (int64_t left = n; left; left >>= 1) {
    if (left & 1) multiply(result, base);
    if (left > 1) {
      Nat square;
      square = base;
      multiply(base, square);
    }
  }
  return finish(vm, context, c, p.sign && n & 1, result, p.exponent * n);
}

// "[,].Nf"; false: another form.
bool parse_spec(std::string_view spec, char* comma, int64_t* places) {
  size_t i = 0;
  *comma = i < spec.size() && spec[i] == ',' ? spec[i++] : '\0';
  if (i + 2 >= spec.size() || spec[i++] != '.' || spec.back() != 'f') return false;
  *places = 0;
  for (; i + 1 < spec.size(); ++i) {
    if (spec[i] < '0' || spec[i] > '9' || *places > 1000) return false;
    *places = *places * 10 + (spec[i] - '0');
  }
  return true;
}

Value format(Vm& vm, Value* args) {
  Number p;
  if (!self_number(vm, args[0], &p)) return {};
  Str* spec = as_str(args[1]);
  char comma;
  int64_t places;
  if (spec && spec->size == 0) return vm.str(unwrap(args[0]));
  if (!spec || !args[2].is_none() || p.kind != kFinite || !fits(p.coefficient) || !parse_spec(spec->view(), &comma, &places))
    return call_script(vm, "__format__", {args[0], args[1], args[2]});
  Value context;
  Context* c = context_arg(vm, Value::none(), &context);
  if (!c) return {};
  int64_t shift = p.exponent > kMaxDigits || p.exponent < -static_cast<int64_t>(kMaxDigits) ? INT64_MAX : p.exponent + places;
  if (shift > kMaxDigits || shift < -static_cast<int64_t>(kMaxDigits)) return call_script(vm, "__format__", {args[0], args[1], args[2]});
  Nat x;
  x.load(Limbs(p.coefficient));
  if (shift >= 0) {
    scale(x, static_cast<unsigned>(shift));
  } else {
    Rest rest = drop(x, static_cast<unsigned>(-shift));
    if (rounds_up(c->rounding, x, rest, p.sign)) add(x, Limb{1});
  }
  std::string digits, out;
  append_digits(digits, x);
  auto fraction = static_cast<size_t>(places);
  if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
  size_t whole = digits.size() - fraction;
  if (p.sign) out += '-';
  for (size_t i = 0; i < whole; ++i) {
    if (comma && i && (whole - i) % 3 == 0) out += comma;
    out += digits[i];
  }
  if (fraction) out.append(".").append(digits, whole);
  return vm.str_value(out);
}

const MethodDef kRounding[] = {
    {"to_integral_value(self, rounding=None, context=None)", to_integral, 0, "Round to an integer without signaling Inexact or Rounded."},
    {"to_integral(self, rounding=None, context=None)", to_integral, 0, "Identical to the to_integral_value() method."},
    {"normalize(self, context=None)", normalize, 0, "Strip trailing zeros and convert any zero to Decimal('0')."},
    {"__pow__(self, other, modulo=None, context=None, /)", power},
    {"__format__(self, specifier, override=None, /)", format},
};

}  // namespace

std::span<const MethodDef> rounding_methods() { return kRounding; }

}  // namespace sl::decimal
