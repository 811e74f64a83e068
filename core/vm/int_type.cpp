// The types int and bool.
#include <cmath>

#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {

namespace {

std::string name_of(Vm& vm, Value v) { return std::string(type_name(vm, v)); }

// The integer a method was called on; unset with TypeError pending for anything else.
Value self_int(Vm& vm, Value v) {
  Value u = unwrap(v);
  if (is_integer(u)) return u;
  return vm.raisef(errors().TypeError, "descriptor requires a 'int' object but received a '%s'", name_of(vm, v).c_str());
}

Value plain(Value v) { return v.is_bool() ? Value::integer(v.i) : v; }

// What a conversion method gave, as a plain integer.
Value checked_int(Vm& vm, Value r, const char* method) {
  Value u = unwrap(r);
  if (is_integer(u)) return plain(u);
  return vm.raisef(errors().TypeError, "%s returned non-int (type %s)", method, name_of(vm, r).c_str());
}

// The ValueError of int() with what the object's own __repr__ says, unless another error is to be kept.
Value raise_literal(Vm& vm, Value x, int base) {
  if (vm.raised()) {
    ExceptionInstance* e = as_exception(vm.pending);
    Tuple* args = e && e->cls == errors().ValueError ? as_tuple(e->args) : nullptr;
    Str* said = args && args->size == 1 ? as_str(args->items[0]) : nullptr;
    if (!said || !said->view().starts_with("invalid literal")) return {};
    vm.clear_error();
  }
  Value shown = vm.repr(x);
  if (shown.is_unset()) return {};
  std::string_view text = as_str(shown)->view();
  const char* end = text.data();
  for (size_t n = 0; n < 200 && end < text.data() + text.size(); ++n) end = next_boundary(end);
  return vm.raise_value("invalid literal for int() with base " + std::to_string(base) + ": " + std::string(text.data(), end));
}

Value text_to_int(Vm& vm, Value x, int base, bool* is_text) {
  *is_text = true;
  if (Str* s = as_str(x)) {
    Value r = int_from_text(vm, s->view(), base);
    return r.is_unset() && is_kind(x, Kind::Instance) ? raise_literal(vm, x, base) : r;
  }
  std::string_view bytes;
  if (!bytes_view(unwrap(x), &bytes)) {
    *is_text = false;
    return {};
  }
  bool ascii = true;
  for (char c : bytes) ascii &= c > 0;
  Value r = ascii ? int_from_text(vm, bytes, base) : Value();
  if (!r.is_unset() || (vm.raised() && !vm.is_instance(vm.pending, errors().ValueError))) return r;
  if (vm.raised() && bytes.size() > static_cast<size_t>(int_max_str_digits(vm)) && int_max_str_digits(vm)) return r;
  vm.clear_error();
  return raise_literal(vm, is_kind(x, Kind::Bytes) ? x : Value::object(vm.new_bytes(bytes)), base);
}

Value int_construct(Vm& vm, Value* args) {
  Value x = args[0], base_arg = args[1];
  bool is_text = true;
  if (!base_arg.is_unset()) {
    if (x.is_unset()) return vm.raise_type("int() missing string argument");
    Value b = to_integer(vm, base_arg);
    if (b.is_unset()) return {};
    if (b.is_object() || b.i < 0 || b.i == 1 || b.i > 36) return vm.raise_value("int() base must be >= 2 and <= 36, or 0");
    bool accepted = as_str(x) || as_bytes(x) || is_kind(unwrap(x), Kind::ByteArray);
    Value r = accepted ? text_to_int(vm, x, static_cast<int>(b.i), &is_text) : Value();
    is_text &= accepted;
    return is_text ? r : vm.raise_type("int() can't convert non-string with explicit base");
  }
  if (x.is_unset()) return Value::integer(0);
  if (x.is_int_or_bool()) return Value::integer(x.i);
  if (x.is_float()) return int_from_double(vm, x.f);
  if (is_kind(x, Kind::BigInt)) return x;
  if (is_str(x)) return int_from_text(vm, as<Str>(x)->view(), 10);
  if (is_kind(x, Kind::Instance) || is_kind(x, Kind::Host)) {
    Value r = vm.call_special(x, names().__int__);
    if (!r.is_unset()) return checked_int(vm, r, "__int__");
    if (vm.raised()) return {};
    r = vm.call_special(x, names().__index__);
    if (!r.is_unset()) return checked_int(vm, r, "__index__");
    if (vm.raised()) return {};
    r = vm.call_special(x, names().__trunc__);
    if (vm.raised()) return {};
    if (!r.is_unset()) {
      Value u = unwrap(r);
      if (is_integer(u)) return plain(u);
      u = vm.call_special(r, names().__index__);
      if (vm.raised()) return {};
      if (!u.is_unset()) return checked_int(vm, u, "__index__");
      return vm.raisef(errors().TypeError, "__trunc__ returned non-Integral (type %s)", name_of(vm, r).c_str());
    }
  }
  Value r = text_to_int(vm, x, 10, &is_text);
  if (is_text) return r;
  return vm.raisef(errors().TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", name_of(vm, x).c_str());
}

Value bool_construct(Vm& vm, Value* args) {
  int t = vm.truthy(args[0]);
  return t < 0 ? Value() : Value::boolean(t);
}

Value int_self(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : plain(v);
}
Value int_zero(Vm&, Value*) { return Value::integer(0); }
Value int_one(Vm&, Value*) { return Value::integer(1); }

Value int_bit_length_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : Value::integer(static_cast<int64_t>(int_bit_length(v)));
}

Value int_bit_count_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : Value::integer(static_cast<int64_t>(int_bit_count(v)));
}

Value int_as_integer_ratio(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : Value::object(vm.new_tuple({plain(v), Value::integer(1)}));
}

// False with an exception pending unless the argument names a byte order.
bool byte_order(Vm& vm, const char* method, Value v, bool* little) {
  Str* s = as_str(v);
  if (!s) {
    vm.raisef(errors().TypeError, "%s() argument 'byteorder' must be str, not %s", method, v.is_none() ? "None" : name_of(vm, v).c_str());
    return false;
  }
  *little = s->view() == "little";
  if (*little || s->view() == "big") return true;
  vm.raise_value("byteorder must be either 'little' or 'big'");
  return false;
}

Value int_to_bytes_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  if (v.is_unset()) return v;
  int64_t length;
  if (!vm.to_index(args[1], &length)) return {};
  bool little;
  if (!byte_order(vm, "to_bytes", args[2], &little)) return {};
  int is_signed = vm.truthy(args[3]);
  if (is_signed < 0) return {};
  if (length < 0) return vm.raise_value("length argument must be non-negative");
  auto size = static_cast<size_t>(length);
  if (size > 16 && (!vm.check_alloc(size > SIZE_MAX / 4 ? size : size * 2) || !check_text_size(vm, size))) return {};
  if (size <= 16) {
    char small[16] = {};
    if (!int_to_bytes(vm, v, reinterpret_cast<uint8_t*>(small), size, little, is_signed)) return {};
    return Value::object(vm.new_bytes({small, size}));
  }
  std::string out(size, '\0');
  if (!int_to_bytes(vm, v, reinterpret_cast<uint8_t*>(out.data()), size, little, is_signed)) return {};
  return Value::object(vm.new_bytes(out));
}

Value int_from_bytes_method(Vm& vm, Value* args) {
  bool little;
  if (!byte_order(vm, "from_bytes", args[2], &little)) return {};
  int is_signed = vm.truthy(args[3]);
  if (is_signed < 0) return {};
  Value source = args[1];
  std::string_view data;
  Value converted;
  if (!is_kind(source, Kind::Bytes) && !is_kind(source, Kind::ByteArray)) converted = vm.call_special(source, names().__bytes__);
  if (vm.raised()) return {};
  if (!converted.is_unset()) source = converted;
  if (!bytes_view(unwrap(source), &data)) {
    if (as_str(source) || is_number(unwrap(source)) || source.is_none()) return vm.raisef(errors().TypeError, "cannot convert '%s' object to bytes", name_of(vm, source).c_str());
    Value items = vm.iter(source);
    if (items.is_unset()) return vm.catch_error(errors().TypeError) ? vm.raisef(errors().TypeError, "cannot convert '%s' object to bytes", name_of(vm, source).c_str()) : items;
    converted = vm.call(Value::object(types().bytes), {items});
    if (converted.is_unset() || !bytes_view(converted, &data)) return {};
  }
  Value r = int_from_bytes(vm, data, little, is_signed);
  if (r.is_unset() || !is_kind(args[0], Kind::Class) || as<Class>(args[0]) == types().integer) return r;
  return vm.call(args[0], {r});
}

Value int_round_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  if (v.is_unset()) return v;
  if (args[1].is_unset()) return plain(v);
  Value digits = to_integer(vm, args[1]);
  return digits.is_unset() ? digits : int_round(vm, v, digits);
}

Value int_format(Vm& vm, Value* args) {
  if (is_kind(args[0], Kind::Instance) && !as_str(args[1])->size) return vm.str(args[0]);
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : format_builtin(vm, args[0], as_str(args[1]));
}

Value int_float(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  double d;
  if (v.is_unset() || !int_to_double(vm, v, &d)) return {};
  return Value::number(d);
}

Value int_getnewargs(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : Value::object(vm.new_tuple({plain(v)}));
}

Value int_divmod_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]), other = unwrap(args[1]);
  if (v.is_unset()) return v;
  return is_integer(other) ? int_divmod(vm, v, other) : not_implemented();
}

Value int_rdivmod_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]), other = unwrap(args[1]);
  if (v.is_unset()) return v;
  return is_integer(other) ? int_divmod(vm, other, v) : not_implemented();
}

Value int_pow_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]), other = unwrap(args[1]), modulus = unwrap(args[2]);
  if (v.is_unset()) return v;
  if (!is_integer(other)) return not_implemented();
  if (modulus.is_none()) return int_pow(vm, v, other);
  return is_integer(modulus) ? int_pow_mod(vm, v, other, modulus) : not_implemented();
}

Value int_abs_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : int_abs(vm, v);
}

Value int_bool_method(Vm& vm, Value* args) {
  Value v = self_int(vm, args[0]);
  return v.is_unset() ? v : Value::boolean(number_truthy(v));
}

const MethodDef kIntMethods[] = {
    {"bit_length(self, /)", int_bit_length_method, 0, "Number of bits necessary to represent self in binary."},
    {"bit_count(self, /)", int_bit_count_method, 0, "Number of ones in the binary representation of the absolute value of self."},
    {"to_bytes(self, /, length=1, byteorder='big', *, signed=False)", int_to_bytes_method, 0, "Return an array of bytes representing an integer."},
    {"from_bytes(cls, /, bytes, byteorder='big', *, signed=False)", int_from_bytes_method, kNativeClassMethod, "Return the integer represented by the given array of bytes."},
    {"as_integer_ratio(self, /)", int_as_integer_ratio, 0, "Return a pair of integers whose ratio is equal to the original int."},
    {"conjugate(self, /)", int_self, 0, "Returns self, the complex conjugate of any int."},
    {"real", int_self, kNativeGetter, "the real part of a complex number"},
    {"imag", int_zero, kNativeGetter, "the imaginary part of a complex number"},
    {"numerator", int_self, kNativeGetter, "the numerator of a rational number in lowest terms"},
    {"denominator", int_one, kNativeGetter, "the denominator of a rational number in lowest terms"},
    {"__index__(self, /)", int_self, 0, "Return self converted to an integer, if self is suitable for use as an index into a list."},
    {"__int__(self, /)", int_self, 0, "int(self)"},
    {"__trunc__(self, /)", int_self, 0, "Truncating an Integral returns itself."},
    {"__floor__(self, /)", int_self, 0, "Flooring an Integral returns itself."},
    {"__ceil__(self, /)", int_self, 0, "Ceiling of an Integral returns itself."},
    {"__float__(self, /)", int_float, 0, "float(self)"},
    {"__round__(self, ndigits=..., /)", int_round_method, 0, "Rounding an Integral returns itself."},
    {"__format__(self, format_spec: str, /)", int_format, 0, "Default object formatter."},
    {"__divmod__(self, value, /)", int_divmod_method, 0, "Return divmod(self, value)."},
    {"__rdivmod__(self, value, /)", int_rdivmod_method, 0, "Return divmod(value, self)."},
    {"__pow__(self, value, mod=None, /)", int_pow_method, 0, "Return pow(self, value, mod)."},
    {"__abs__(self, /)", int_abs_method, 0, "abs(self)"},
    {"__bool__(self, /)", int_bool_method, 0, "True if self else False"},
    {"__getnewargs__(self, /)", int_getnewargs, 0, nullptr},
};

}  // namespace

void register_int_types() {
  TypeDef i;
  i.name = "int";
  i.payload = Kind::BigInt;
  i.layout = Layout::Payload;
  i.doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments are given.";
  i.construct_signature = "int(x=..., /, base=...)";
  i.construct = int_construct;
  i.methods = kIntMethods;
  g_types.integer = define_type(i);
  define_builtin("int", Value::object(g_types.integer));

  TypeDef b;
  b.name = "bool";
  b.base = g_types.integer;
  b.payload = Kind::BigInt;
  b.layout = Layout::Payload;
  b.doc = "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.";
  b.construct_signature = "bool(x=False, /)";
  b.construct = bool_construct;
  b.subclassable = false;
  g_types.boolean = define_type(b);
  define_builtin("bool", Value::object(g_types.boolean));
}

}  // namespace sl
