// Numbers as the engine's generic operations see them: dispatch by operand kinds.
#include "core/vm/number.h"
#include "core/vm/small_text.h"

#include <cmath>
#include <cstdlib>

#include "core/vm/bigint.h"
#include "core/vm/unicode.h"

namespace sl {

namespace {

constexpr uint64_t kHashPrime = (uint64_t{1} << 61) - 1;
constexpr uint64_t kReal = kInt | kBool | kFloat;

int64_t finish_hash(uint64_t magnitude, bool negative) noexcept {
  auto h = static_cast<int64_t>(magnitude);
  if (negative) h = -h;
  return h == -1 ? -2 : h;
}

bool float_operand(Vm& vm, Value v, double* out) {
  if (v.is_float()) {
    *out = v.f;
    return true;
  }
  return int_to_double(vm, v, out);
}

Value truth(CmpOp op, int order) {
  switch (op) {
    case CmpOp::Lt: return Value::boolean(order < 0);
    case CmpOp::Le: return Value::boolean(order <= 0);
    case CmpOp::Eq: return Value::boolean(order == 0);
    case CmpOp::Ne: return Value::boolean(order != 0);
    case CmpOp::Gt: return Value::boolean(order > 0);
    case CmpOp::Ge: return Value::boolean(order >= 0);
  }
  return {};
}

// Order of two real numbers; 2: unordered.
int real_order(Value a, Value b) noexcept {
  if (a.is_float() && b.is_float()) return a.f < b.f ? -1 : a.f > b.f ? 1 : a.f == b.f ? 0 : 2;
  if (b.is_float()) return float_order(a, b.f);
  if (a.is_float()) {
    int o = float_order(b, a.f);
    return o == 2 ? 2 : -o;
  }
  return int_order(a, b);
}

bool complex_equal(Value a, Value b) noexcept {
  if (!is_complex(a)) std::swap(a, b);
  auto* x = as<Complex>(a);
  if (is_complex(b)) return x->re == as<Complex>(b)->re && x->im == as<Complex>(b)->im;
  return x->im == 0 && real_order(Value::number(x->re), b) == 0;
}

int big_truthy(Vm&, Obj*) { return 1; }
int complex_truthy(Vm&, Obj* o) { return static_cast<Complex*>(o)->re != 0 || static_cast<Complex*>(o)->im != 0; }
Value object_repr(Vm& vm, Obj* o) { return number_repr(vm, Value::object(o)); }
bool object_hash(Vm& vm, Obj* o, uint64_t* out) { return number_hash(vm, Value::object(o), out); }

}  // namespace

bool is_integer(Value v) { return v.is_int_or_bool() || is_kind(v, Kind::BigInt); }
bool is_number(Value v) { return (v.tag & kReal) != 0 || is_kind(v, Kind::BigInt); }
bool is_complex(Value v) { return is_kind(v, Kind::Complex); }

int number_truthy(Value v) noexcept {
  if (v.is_float()) return v.f != 0;
  if (is_complex(v)) return as<Complex>(v)->re != 0 || as<Complex>(v)->im != 0;
  return v.is_object() || v.i != 0;
}

Value number_binary(Vm& vm, BinOp op, Value a, Value b) {
  uint64_t tags = a.tag | b.tag;
  if ((tags & ~static_cast<uint64_t>(kInt | kBool)) == 0 && a.tag && b.tag) return int_binary(vm, op, a, b);
  bool real_a = is_number(a), real_b = is_number(b);
  if (real_a && real_b) {
    if (!a.is_float() && !b.is_float()) return int_binary(vm, op, a, b);
    if (op == BinOp::MatMul || op == BinOp::LShift || op == BinOp::RShift || op >= BinOp::And) return not_implemented();
    double x, y;
    if (!float_operand(vm, a, &x) || !float_operand(vm, b, &y)) return {};
    return float_binary(vm, op, x, y);
  }
  if ((real_a || is_complex(a)) && (real_b || is_complex(b))) {
    double ar, ai, br, bi;
    if (complex_parts(vm, a, &ar, &ai) < 0 || complex_parts(vm, b, &br, &bi) < 0) return {};
    return complex_binary(vm, op, ar, ai, br, bi);
  }
  return not_implemented();
}

Value number_unary(Vm& vm, UnOp op, Value v) {
  if (v.is_float()) {
    if (op == UnOp::Neg) return Value::number(-v.f);
    return op == UnOp::Pos ? v : not_implemented();
  }
  if (is_complex(v)) {
    auto* c = as<Complex>(v);
    if (op == UnOp::Neg) return new_complex(vm, -c->re, -c->im);
    return op == UnOp::Pos ? v : not_implemented();
  }
  if (!is_integer(v)) return not_implemented();
  if (op == UnOp::Neg) return int_negate(vm, v);
  if (op == UnOp::Pos) return v.is_bool() ? Value::integer(v.i) : v;
  if (!v.is_object()) return Value::integer(~v.i);
  Value negated = int_negate(vm, v);
  return negated.is_unset() ? negated : int_binary(vm, BinOp::Sub, negated, Value::integer(1));
}

Value number_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (is_number(a) && is_number(b)) {
    int order = real_order(a, b);
    if (order == 2) return Value::boolean(op == CmpOp::Ne);
    return truth(op, order);
  }
  bool numbers = (is_number(a) || is_complex(a)) && (is_number(b) || is_complex(b));
  if (!numbers || (op != CmpOp::Eq && op != CmpOp::Ne)) return not_implemented();
  return Value::boolean(complex_equal(a, b) == (op == CmpOp::Eq));
}

Value number_divmod(Vm& vm, Value a, Value b) {
  if (!is_number(a) || !is_number(b)) return not_implemented();
  if (!a.is_float() && !b.is_float()) return int_divmod(vm, a, b);
  double x, y;
  if (!float_operand(vm, a, &x) || !float_operand(vm, b, &y)) return {};
  return float_divmod(vm, x, y);
}

Value number_abs(Vm& vm, Value v) {
  if (v.is_float()) return Value::number(std::fabs(v.f));
  if (is_integer(v)) return int_abs(vm, v);
  if (!is_complex(v)) return not_implemented();
  auto* c = as<Complex>(v);
  double r = std::hypot(c->re, c->im);
  if (std::isinf(r) && std::isfinite(c->re) && std::isfinite(c->im)) return vm.raise(errors().OverflowError, "absolute value too large");
  return Value::number(r);
}

Value number_repr(Vm& vm, Value v) {
  if (v.is_bool()) {
    static Str* const kTrue = intern("True");
    static Str* const kFalse = intern("False");
    return Value::object(v.i ? kTrue : kFalse);
  }
  if (v.is_int()) return int_str(vm, v.i);
  if (v.is_float()) return float_str(vm, v.f);
  std::string text;
  if (is_complex(v)) {
    text = complex_repr(as<Complex>(v)->re, as<Complex>(v)->im);
  } else if (!int_text(vm, v, 10, true, &text)) {
    return {};
  }
  return Value::object(vm.new_str(text, static_cast<uint32_t>(text.size())));
}

uint64_t hash_double(double d) noexcept {
  if (!std::isfinite(d)) {
    if (std::isinf(d)) return static_cast<uint64_t>(d > 0 ? 314159 : -314159);
    return 0x1b873593cc9e2d51 & kHashPrime;  // CPython's comes from the address: unlike that of any number
  }
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  uint64_t x = 0;
  while (m != 0) {
    x = ((x << 28) & kHashPrime) | x >> (61 - 28);
    m *= 268435456.0;  // 2**28
    exponent -= 28;
    auto y = static_cast<uint64_t>(m);
    m -= static_cast<double>(y);
    x += y;
    if (x >= kHashPrime) x -= kHashPrime;
  }
  exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
  x = ((x << exponent) & kHashPrime) | x >> (61 - exponent);
  return static_cast<uint64_t>(finish_hash(x, d < 0));
}

bool number_hash(Vm& vm, Value v, uint64_t* out) {
  if (v.is_int_or_bool()) {
    uint64_t magnitude = v.i < 0 ? 0 - static_cast<uint64_t>(v.i) : static_cast<uint64_t>(v.i);
    *out = static_cast<uint64_t>(finish_hash(magnitude % kHashPrime, v.i < 0));
  } else if (v.is_float()) {
    *out = hash_double(v.f);
  } else if (is_complex(v)) {
    uint64_t h = hash_double(as<Complex>(v)->re) + 1000003 * hash_double(as<Complex>(v)->im);
    *out = h == UINT64_MAX ? static_cast<uint64_t>(-2) : h;
  } else {
    auto* b = as<BigInt>(v);
    uint64_t h = 0;
    for (size_t i = b->limb_count; i-- > 0;) h = static_cast<uint64_t>(((static_cast<unsigned __int128>(h) << 64) + b->limbs[i]) % kHashPrime);
    *out = static_cast<uint64_t>(finish_hash(h, b->negative));
  }
  return true;
}

Value to_integer(Vm& vm, Value v) {
  auto plain = [](Value i) { return i.is_bool() ? Value::integer(i.i) : i; };
  Value u = unwrap(v);
  if (is_integer(u)) return plain(u);
  Value r = vm.call_special(v, names().__index__);
  if (r.is_unset()) {
    if (!vm.raised()) vm.raisef(errors().TypeError, "'%s' object cannot be interpreted as an integer", std::string(vm.type_of(v)->name->view()).c_str());
    return {};
  }
  Value i = unwrap(r);
  if (is_integer(i)) return plain(i);
  return vm.raisef(errors().TypeError, "__index__ returned non-int (type %s)", std::string(vm.type_of(r)->name->view()).c_str());
}

std::string ascii_number_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    uint32_t c = next_code_point(p);
    int digit;
    if (is_space(c))
      out += ' ';
    else if (c && c < 0x80)
      out += static_cast<char>(c);
    else if ((digit = decimal_value(c)) >= 0)
      out += static_cast<char>('0' + digit);
    else
      out += '?';
  }
  size_t first = out.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

bool strip_underscores(std::string* text) {
  if (text->find('_') == std::string::npos) return true;
  std::string out;
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t i = 0; i < text->size(); ++i) {
    char c = (*text)[i];
    if (c != '_') {
      out += c;
      continue;
    }
    if (i == 0 || i + 1 == text->size() || !digit((*text)[i - 1]) || !digit((*text)[i + 1])) return false;
  }
  *text = std::move(out);
  return true;
}

std::string quoted_for_message(std::string_view text) {
  constexpr size_t kShown = 200;
  if (text.size() > kShown * 4 + 4) {  // only the beginning can be seen
    size_t cut = kShown * 4;
    while (cut && (static_cast<uint8_t>(text[cut]) & 0xC0) == 0x80) --cut;
    text = text.substr(0, cut);
  }
  std::string shown = repr_text(text);
  const char* at = shown.data();
  for (size_t n = 0; n < kShown && at < shown.data() + shown.size(); ++n) at = next_boundary(at);
  return shown.substr(0, static_cast<size_t>(at - shown.data()));
}

void register_number_types() {
  for (Kind kind : {Kind::BigInt, Kind::Complex}) {
    KindOps& ops = ops_of(kind);
    ops.repr = object_repr;
    ops.hash = object_hash;
    ops.binary = number_binary;
    ops.compare = number_compare;
    ops.truthy = kind == Kind::BigInt ? big_truthy : complex_truthy;
  }
  register_int_types();
  register_float_type();
  register_complex_type();
}

}  // namespace sl
