// The type float.
#include <cmath>

#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {

namespace {

std::string name_of(Vm& vm, Value v) { return std::string(type_name(vm, v)); }

bool self_float(Vm& vm, Value v, double* out) {
  Value u = unwrap(v);
  if (u.is_float()) {
    *out = u.f;
    return true;
  }
  vm.raisef(errors().TypeError, "descriptor requires a 'float' object but received a '%s'", name_of(vm, v).c_str());
  return false;
}

Value float_construct(Vm& vm, Value* args) {
  Value x = args[0];
  if (x.is_float()) return x;
  if (x.is_int_or_bool()) return Value::number(static_cast<double>(x.i));
  if (is_str(x)) {
    std::string_view text = as<Str>(x)->view();
    double d;
    if (!text.empty() && float_parse(text, &d)) return Value::number(d);
    return float_from_text(vm, text);
  }
  double d;
  if (is_kind(x, Kind::BigInt)) return int_to_double(vm, x, &d) ? Value::number(d) : Value();
  if (is_kind(x, Kind::Instance) || is_kind(x, Kind::Host)) {
    Value r = vm.call_special(x, names().__float__);
    if (vm.raised()) return {};
    if (!r.is_unset()) {
      Value u = unwrap(r);
      if (u.is_float()) return u;
      return vm.raisef(errors().TypeError, "%s.__float__ returned non-float (type %s)", name_of(vm, x).c_str(), name_of(vm, r).c_str());
    }
    if (!vm.find_special(x, names().__index__).is_unset()) {
      Value i = to_integer(vm, x);
      return !i.is_unset() && int_to_double(vm, i, &d) ? Value::number(d) : Value();
    }
  }
  std::string text;
  std::string_view bytes;
  if (Str* s = as_str(x))
    text = s->view();
  else if (bytes_view(unwrap(x), &bytes))
    for (char c : bytes) text += c > 0 ? c : '?';
  else
    return vm.raisef(errors().TypeError, "float() argument must be a string or a real number, not '%s'", name_of(vm, x).c_str());
  Value r = float_from_text(vm, text);
  if (!r.is_unset() || !vm.catch_error(errors().ValueError)) return r;
  Value shown = vm.repr(x);
  return shown.is_unset() ? shown : float_from_text(vm, text, as_str(shown)->view());
}

Value float_self(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? Value::number(d) : Value();
}
Value float_zero(Vm&, Value*) { return Value::number(0.0); }

Value float_is_integer(Vm& vm, Value* args) {
  double d;
  if (!self_float(vm, args[0], &d)) return {};
  return Value::boolean(std::isfinite(d) && std::floor(d) == d);
}

Value float_hex_method(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? vm.str_value(float_hex(d)) : Value();
}

Value float_fromhex(Vm& vm, Value* args) {
  Str* text = as_str(args[1]);
  if (!text) return vm.raise_type("bad argument type for built-in operation");
  Value r = float_from_hex(vm, text->view());
  if (r.is_unset() || !is_kind(args[0], Kind::Class) || as<Class>(args[0]) == types().floating) return r;
  return vm.call(args[0], {r});
}

Value float_as_integer_ratio(Vm& vm, Value* args) {
  double d;
  if (!self_float(vm, args[0], &d)) return {};
  if (std::isinf(d)) return vm.raise(errors().OverflowError, "cannot convert Infinity to integer ratio");
  if (std::isnan(d)) return vm.raise_value("cannot convert NaN to integer ratio");
  int exponent;
  double m = std::frexp(d, &exponent);
  for (int i = 0; i < 300 && m != std::floor(m); ++i) {
    m *= 2;
    --exponent;
  }
  Value numerator = int_from_double(vm, m), denominator = Value::integer(1);
  Value scale = int_left_shift(vm, denominator, Value::integer(std::abs(exponent)));
  if (numerator.is_unset() || scale.is_unset()) return {};
  if (exponent > 0)
    numerator = int_binary(vm, BinOp::Mul, numerator, scale);
  else
    denominator = scale;
  if (numerator.is_unset()) return {};
  return Value::object(vm.new_tuple({numerator, denominator}));
}

Value float_trunc(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? int_from_double(vm, d) : Value();
}
Value float_floor(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? int_from_double(vm, std::floor(d)) : Value();
}
Value float_ceil(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? int_from_double(vm, std::ceil(d)) : Value();
}

Value float_round_method(Vm& vm, Value* args) {
  double d;
  if (!self_float(vm, args[0], &d)) return {};
  if (args[1].is_none()) {
    double r = std::round(d);
    if (std::fabs(d - r) == 0.5) r = 2.0 * std::round(d / 2.0);
    return int_from_double(vm, r);
  }
  Value digits = to_integer(vm, args[1]);
  if (digits.is_unset()) return {};
  return float_round(vm, d, digits.is_object() ? (int_sign(digits) < 0 ? -1000 : 1000) : digits.i);
}

Value float_format(Vm& vm, Value* args) {
  if (is_kind(args[0], Kind::Instance) && !as_str(args[1])->size) return vm.str(args[0]);
  double d;
  return self_float(vm, args[0], &d) ? format_builtin(vm, args[0], as_str(args[1])) : Value();
}

Value float_getnewargs(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? Value::object(vm.new_tuple({Value::number(d)})) : Value();
}

Value divmod_with(Vm& vm, Value self, Value other, bool reflected) {
  double d;
  if (!self_float(vm, self, &d)) return {};
  Value u = unwrap(other);
  if (!is_number(u)) return not_implemented();
  return reflected ? number_divmod(vm, u, Value::number(d)) : number_divmod(vm, Value::number(d), u);
}
Value float_divmod_method(Vm& vm, Value* args) { return divmod_with(vm, args[0], args[1], false); }
Value float_rdivmod_method(Vm& vm, Value* args) { return divmod_with(vm, args[0], args[1], true); }

Value float_abs(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? Value::number(std::fabs(d)) : Value();
}
Value float_bool(Vm& vm, Value* args) {
  double d;
  return self_float(vm, args[0], &d) ? Value::boolean(d != 0) : Value();
}

Value float_getformat(Vm& vm, Value* args) {
  std::string_view kind = as_str(args[1])->view();
  if (kind != "double" && kind != "float") return vm.raise_value("__getformat__() argument 1 must be 'double' or 'float'");
  return vm.str_value("IEEE, little-endian");
}

const MethodDef kFloatMethods[] = {
    {"is_integer(self, /)", float_is_integer, 0, "Return True if the float is an integer."},
    {"hex(self, /)", float_hex_method, 0, "Return a hexadecimal representation of a floating-point number."},
    {"fromhex(cls, string, /)", float_fromhex, kNativeClassMethod, "Create a floating-point number from a hexadecimal string."},
    {"as_integer_ratio(self, /)", float_as_integer_ratio, 0, "Return integer ratio."},
    {"conjugate(self, /)", float_self, 0, "Return self, the complex conjugate of any float."},
    {"real", float_self, kNativeGetter, "the real part of a complex number"},
    {"imag", float_zero, kNativeGetter, "the imaginary part of a complex number"},
    {"__float__(self, /)", float_self, 0, "float(self)"},
    {"__int__(self, /)", float_trunc, 0, "int(self)"},
    {"__trunc__(self, /)", float_trunc, 0, "Return the Integral closest to x between 0 and x."},
    {"__floor__(self, /)", float_floor, 0, "Return the floor as an Integral."},
    {"__ceil__(self, /)", float_ceil, 0, "Return the ceiling as an Integral."},
    {"__round__(self, ndigits=None, /)", float_round_method, 0, "Return the Integral closest to x, rounding half toward even."},
    {"__format__(self, format_spec: str, /)", float_format, 0, "Formats the float according to format_spec."},
    {"__divmod__(self, value, /)", float_divmod_method, 0, "Return divmod(self, value)."},
    {"__rdivmod__(self, value, /)", float_rdivmod_method, 0, "Return divmod(value, self)."},
    {"__abs__(self, /)", float_abs, 0, "abs(self)"},
    {"__bool__(self, /)", float_bool, 0, "True if self else False"},
    {"__getformat__(cls, typestr: str, /)", float_getformat, kNativeClassMethod, nullptr},
    {"__getnewargs__(self, /)", float_getnewargs, 0, nullptr},
};

}  // namespace

void register_float_type() {
  TypeDef f;
  f.name = "float";
  f.layout = Layout::Payload;
  f.doc = "Convert a string or number to a floating point number, if possible.";
  f.construct_signature = "float(x=0.0, /)";
  f.construct = float_construct;
  f.methods = kFloatMethods;
  g_types.floating = define_type(f);
  define_builtin("float", Value::object(g_types.floating));
}

}  // namespace sl
