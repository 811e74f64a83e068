// The class decimal.Decimal: construction, conversions and text. The module decimal imports it from _decimal.
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/decimal_internal.h"
#include "stdlib/registry.h"

namespace sl::decimal {
namespace {

const char kTag = 0;
Class* g_class;

constexpr const char* kKinds[] = {"", "F", "n", "N"};

// Digits with a point and an exponent, surrounded by nothing. 1 done, 0 something else, -1 out of range.
bool parse(Vm& vm, std::string_view text, Value* out) {
  size_t i = 0;
  while (i < text.size() && (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r'))) ++i;
  while (text.size() > i && (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r'))) text.remove_suffix(1);
  bool sign = false;
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) sign = text[i++] == '-';
  Nat n;
  Limb part = 0, factor = 1;
  int64_t digits = 0, fraction = 0;
  bool point = false;
  for (; i < text.size(); ++i) {
    char c = text[i];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    if (++digits > kMaxDigits) return false;
    fraction += point;
    part = part * 10 + static_cast<Limb>(c - '0');
    factor *= 10;
    if (factor == 1'000'000'000'000'000'000) {
      multiply_add(n, factor, part);
      part = 0;
      factor = 1;
    }
  }
  if (!digits) return false;
  if (factor != 1) multiply_add(n, factor, part);
  int64_t exponent = 0;
  if (i < text.size()) {
    if ((text[i] != 'e' && text[i] != 'E') || text.size() - i > 19) return false;
    bool negative = false;
    if (++i < text.size() && (text[i] == '-' || text[i] == '+')) negative = text[i++] == '-';
    if (i == text.size()) return false;
    for (; i < text.size(); ++i) {
      if (text[i] < '0' || text[i] > '9') return false;
      exponent = exponent * 10 + (text[i] - '0');
    }
    if (negative) exponent = -exponent;
  }
  *out = new_decimal(vm, sign, n, exponent - fraction);
  return true;
}

Value construct(Vm& vm, Value* args) {
  Value v = args[0];
  if (Str* s = as_str(v)) {
    Value parsed;
    if (parse(vm, s->view(), &parsed)) return parsed;
  } else if (Value u = unwrap(v); is_integer(u)) {
    return new_decimal(vm, int_sign(u) < 0, int_abs(vm, u), 0);
  } else if (HostObj* o = decimal_of(v)) {
    return Value::object(o);
  }
  Value made = call_script(vm, "_construct", {v, args[1]});
  HostObj* o = made.is_unset() ? nullptr : decimal_of(made);
  return o ? Value::object(o) : made;
}

Value make(Vm& vm, Value* args) {
  Value coefficient = unwrap(args[1]), exponent = unwrap(args[2]);
  if (!is_integer(coefficient) || !is_integer(exponent)) return vm.raise_type("an integer is required");
  int64_t e = exponent.is_object() ? (int_sign(exponent) < 0 ? -kMaxExponent : kMaxExponent) : std::clamp(exponent.i, -kMaxExponent, kMaxExponent);
  uint8_t kind = kFinite;
  Str* text = as_str(args[3]);
  for (uint8_t k = 0; text && k < 4; ++k)
    if (text->view() == kKinds[k]) kind = k;
  int sign = vm.truthy(args[0]);
  return sign < 0 ? Value() : new_decimal(vm, sign, int_abs(vm, coefficient), e, kind);
}

// ---- conversions ----------------------------------------------------------------------------

Value get_sign(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : Value::integer(n.sign);
}
Value get_int(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : n.coefficient;
}
Value get_exponent(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : Value::integer(n.exponent);
}
Value get_kind(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : Value::object(intern(kKinds[n.kind]));
}

bool text_of(Vm& vm, Value v, std::string* out) {
  Number n;
  if (!self_number(vm, v, &n)) return false;
  if (n.kind == kFinite && fits(n.coefficient)) {
    Value context;
    Context* c = context_arg(vm, Value::none(), &context);
    if (!c) return false;
    append_text(*out, n, c->capitals != 0);
    return true;
  }
  Value text = call_script(vm, "__str__", {v});
  if (Str* s = text.is_unset() ? nullptr : as_str(text)) return out->append(s->view()), true;
  return vm.raised() ? false : (vm.raise_type("__str__ returned non-string"), false);
}

Value str(Vm& vm, Value* args) {
  std::string text;
  return text_of(vm, args[0], &text) ? vm.str_value(text) : Value();
}
Value repr(Vm& vm, Value* args) {
  std::string text = "Decimal('";
  return text_of(vm, args[0], &text) ? vm.str_value(text + "')") : Value();
}

Value to_int(Vm& vm, Value* args) {
  Number n;
  if (!self_number(vm, args[0], &n)) return {};
  if (n.kind == kFinite && n.exponent == 0) return n.sign ? int_negate(vm, n.coefficient) : n.coefficient;
  if (n.kind == kFinite && fits(n.coefficient) && n.exponent <= 1000 && n.exponent >= -static_cast<int64_t>(kMaxDigits)) {
    Nat x;
    x.load(Limbs(n.coefficient));
    if (n.exponent > 0)
      scale(x, static_cast<unsigned>(n.exponent));
    else
      drop(x, static_cast<unsigned>(-n.exponent));
    return from_limbs(vm, x.d, x.n, n.sign);
  }
  return call_script(vm, "__int__", {args[0]});
}

Value to_float(Vm& vm, Value* args) {
  Number n;
  if (!self_number(vm, args[0], &n)) return {};
  double d;
  std::string text;
  if (n.kind != kFinite || !fits(n.coefficient)) return call_script(vm, "__float__", {args[0]});
  append_text(text, n, true);
  return float_parse(text, &d) ? Value::number(d) : call_script(vm, "__float__", {args[0]});
}

Value truth(Vm& vm, Value* args) {
  Number n;
  if (!self_number(vm, args[0], &n)) return {};
  return Value::boolean(n.kind != kFinite || int_sign(n.coefficient) != 0);
}

template <unsigned kMask>  // of the kinds for which it is true
Value is_of_kind(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : Value::boolean(kMask >> n.kind & 1);
}
Value is_signed(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : Value::boolean(n.sign);
}
Value is_zero(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : Value::boolean(n.kind == kFinite && int_sign(n.coefficient) == 0);
}

enum class Sign : uint8_t { Clear, Flip };
template <Sign kSign>
Value with_sign(Vm& vm, Value* args) {
  Number n;
  if (!self_number(vm, args[0], &n)) return {};
  return new_decimal(vm, kSign == Sign::Flip && !n.sign, n.coefficient, n.exponent, n.kind);
}

Value adjusted(Vm& vm, Value* args) {
  Number n;
  if (!self_number(vm, args[0], &n)) return {};
  if (n.kind != kFinite) return Value::integer(0);
  if (!fits(n.coefficient)) return call_script(vm, "adjusted", {args[0]});
  Nat x;
  x.load(Limbs(n.coefficient));
  return Value::integer(n.exponent + digit_count(x) - 1);
}

Value itself(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : args[0];
}
Value zero(Vm& vm, Value*) { return new_decimal(vm, false, Value::integer(0), 0); }

template <Literal name, int kArgs>
Value script(Vm& vm, Value* args) {
  Number n;
  if (!self_number(vm, args[0], &n)) return {};
  if constexpr (kArgs == 1) return call_script(vm, name.text, {args[0]});
  if constexpr (kArgs == 2) return call_script(vm, name.text, {args[0], args[1]});
  if constexpr (kArgs == 3) return call_script(vm, name.text, {args[0], args[1], args[2]});
  if constexpr (kArgs == 4) return call_script(vm, name.text, {args[0], args[1], args[2], args[3]});
}
Value from_float(Vm& vm, Value* args) { return call_script(vm, "from_float", {args[0], args[1]}); }

#define SCRIPT(name, parameters, n) \
  { name "(" parameters ")", script<name, n> }
const MethodDef kConversion[] = {
    {"_sign", get_sign, kNativeGetter},
    {"_int", get_int, kNativeGetter},
    {"_exp", get_exponent, kNativeGetter},
    {"_kind", get_kind, kNativeGetter},
    {"real", itself, kNativeGetter},
    {"imag", zero, kNativeGetter},
    {"__str__(self, /)", str},
    {"__repr__(self, /)", repr},
    {"__int__(self, /)", to_int},
    {"__trunc__(self, /)", to_int},
    {"__float__(self, /)", to_float},
    {"__bool__(self, /)", truth},
    {"__copy__(self, /)", itself},
    {"__deepcopy__(self, memo, /)", itself},
    {"canonical(self, /)", itself},
    {"conjugate(self, /)", itself},
    {"copy_abs(self, /)", with_sign<Sign::Clear>},
    {"copy_negate(self, /)", with_sign<Sign::Flip>},
    {"adjusted(self, /)", adjusted},
    {"is_canonical(self, /)", is_of_kind<15>},
    {"is_nan(self, /)", is_of_kind<12>},
    {"is_qnan(self, /)", is_of_kind<4>},
    {"is_snan(self, /)", is_of_kind<8>},
    {"is_infinite(self, /)", is_of_kind<2>},
    {"is_finite(self, /)", is_of_kind<1>},
    {"is_signed(self, /)", is_signed},
    {"is_zero(self, /)", is_zero},
    {"from_float(cls, f, /)", from_float, kNativeClassMethod},
    SCRIPT("__complex__", "self, /", 1),
    SCRIPT("__floor__", "self, /", 1),
    SCRIPT("__ceil__", "self, /", 1),
    SCRIPT("__reduce__", "self, /", 1),
    SCRIPT("__rpow__", "self, other, modulo=None, /", 3),
    SCRIPT("as_tuple", "self, /", 1),
    SCRIPT("as_integer_ratio", "self, /", 1),
    SCRIPT("to_eng_string", "self, context=None", 2),
    SCRIPT("to_integral_exact", "self, rounding=None, context=None", 3),
    SCRIPT("compare", "self, other, context=None", 3),
    SCRIPT("compare_signal", "self, other, context=None", 3),
    SCRIPT("compare_total", "self, other, context=None", 3),
    SCRIPT("compare_total_mag", "self, other, context=None", 3),
    SCRIPT("copy_sign", "self, other, context=None", 3),
    SCRIPT("max", "self, other, context=None", 3),
    SCRIPT("min", "self, other, context=None", 3),
    SCRIPT("max_mag", "self, other, context=None", 3),
    SCRIPT("min_mag", "self, other, context=None", 3),
    SCRIPT("remainder_near", "self, other, context=None", 3),
    SCRIPT("fma", "self, other, third, context=None", 4),
    SCRIPT("sqrt", "self, context=None", 2),
    SCRIPT("exp", "self, context=None", 2),
    SCRIPT("ln", "self, context=None", 2),
    SCRIPT("log10", "self, context=None", 2),
    SCRIPT("logb", "self, context=None", 2),
    SCRIPT("logical_and", "self, other, context=None", 3),
    SCRIPT("logical_or", "self, other, context=None", 3),
    SCRIPT("logical_xor", "self, other, context=None", 3),
    SCRIPT("logical_invert", "self, context=None", 2),
    SCRIPT("next_minus", "self, context=None", 2),
    SCRIPT("next_plus", "self, context=None", 2),
    SCRIPT("next_toward", "self, other, context=None", 3),
    SCRIPT("number_class", "self, context=None", 2),
    SCRIPT("is_normal", "self, context=None", 2),
    SCRIPT("is_subnormal", "self, context=None", 2),
    SCRIPT("radix", "self, /", 1),
    SCRIPT("rotate", "self, other, context=None", 3),
    SCRIPT("same_quantum", "self, other, context=None", 3),
    SCRIPT("scaleb", "self, other, context=None", 3),
    SCRIPT("shift", "self, other, context=None", 3),
    SCRIPT("_round_digits", "self, places, rounding, /", 3),
    SCRIPT("_overflow", "self, context, /", 2),
    SCRIPT("_nan", "self, other=None, context=None, /", 3),
    SCRIPT("_integer", "self, rounding, /", 2),
};
#undef SCRIPT

const MethodDef kNew = {"make(sign, coefficient, exponent, kind='', /)", make, 0, "A Decimal of these parts."};

}  // namespace

const HostType kDecimalType = {.name = "Decimal", .tag = &kTag, .ops = &kDecimalOps};

bool integer_of(const Value& v, Number* out) noexcept {
  Value u = unwrap(v);
  if (!is_integer(u)) return false;
  *out = {u.is_bool() ? Value::integer(u.i) : u, 0, int_sign(u) < 0, kFinite};
  return true;
}

Value new_decimal(Vm& vm, bool sign, Value coefficient, int64_t exponent, uint8_t kind) {
  if (coefficient.is_unset()) return {};
  HostObj* o = vm.new_host(g_class, reinterpret_cast<void*>(static_cast<uintptr_t>(sign | kind << 1)), 2);
  o->fields[0] = coefficient;
  o->fields[1] = Value::integer(exponent);
  return Value::object(o);
}

bool wrong_self(Vm& vm, Value v) {
  vm.raise_type("descriptor requires a 'decimal.Decimal' object but received a '" + type_name_of(vm, v) + "'");
  return false;
}

void append_text(std::string& out, const Number& n, bool capitals) {
  Nat x;
  x.load(Limbs(n.coefficient));
  std::string digits;
  append_digits(digits, x);
  auto size = static_cast<int64_t>(digits.size()), left = n.exponent + size;
  if (n.sign) out += '-';
  int64_t point = n.exponent <= 0 && left > -6 ? left : 1;
  if (point <= 0) {
    out += "0.";
    out.append(static_cast<size_t>(-point), '0');
    out += digits;
  } else if (point >= size) {
    out += digits;
    out.append(static_cast<size_t>(point - size), '0');
  } else {
    out.append(digits, 0, static_cast<size_t>(point));
    out += '.';
    out.append(digits, static_cast<size_t>(point));
  }
  if (left == point) return;
  out += capitals ? 'E' : 'e';
  if (left > point) out += '+';
  out += std::to_string(left - point);
}

std::span<const MethodDef> conversion_methods() { return kConversion; }

}  // namespace sl::decimal

namespace sl {

void register_decimal_module() {
  using namespace decimal;
  static std::vector<MethodDef> methods, functions;
  for (auto part : {conversion_methods(), arithmetic_methods(), comparison_methods(), rounding_methods()}) methods.insert(methods.end(), part.begin(), part.end());
  functions.assign(context_functions().begin(), context_functions().end());
  functions.push_back(kNew);
  TypeDef def;
  def.name = "Decimal";
  def.module = "decimal";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "Construct a new Decimal object.";
  def.construct_signature = "Decimal(value='0', context=None)";
  def.construct = construct;
  def.host_type = &kDecimalType;
  def.methods = methods;
  g_class = define_type(def);
  static Class* const classes[] = {g_class, define_context()};
  define_module({.name = "_decimal", .doc = "The native part of the module decimal.", .functions = functions, .constants = {}, .classes = classes});
}

}  // namespace sl
