// The str type as the engine sees it: its row of operations, iteration, construction, registration.
#include <vector>

#include "core/vm/search.h"
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Str* self(Obj* o) noexcept { return static_cast<Str*>(o); }

// Printable ASCII without quotes and backslashes stands for itself.
[[gnu::optimize("O3")]] bool plain_text(const char* p, size_t n) noexcept {
  unsigned odd = 0;
  for (size_t i = 0; i < n; ++i) {
    auto c = static_cast<uint8_t>(p[i]);
    odd |= static_cast<unsigned>(static_cast<uint8_t>(c - 0x20) >= 0x5F) | (c == '\'') | (c == '\\');
  }
  return !odd;
}

Value repr(Vm& vm, Obj* o) {
  Str* s = self(o);
  if (!s->ascii() || s->size > kMaxTextSize - 2 || !plain_text(s->data, s->size)) {
    std::string out;
    return append_repr_text(vm, &out, s->view()) ? new_text(vm, out) : Value();
  }
  if (!check_text_size(vm, s->size + uint64_t{2})) return {};
  Str* r = make_str(vm, s->size + size_t{2}, s->size + 2);
  char* out = r->inline_data();
  out[0] = out[s->size + 1] = '\'';
  copy_text(out + 1, s->data, s->size);
  return Value::object(r);
}
bool hash(Vm&, Obj* o, uint64_t* out) {
  *out = str_hash(self(o));
  return true;
}
int64_t length(Vm&, Obj* o) { return self(o)->length; }

Value get_item(Vm& vm, Obj* o, Value key) {
  if (key.is_int_or_bool()) return str_char_at(vm, self(o), key.i);
  if (is_kind(key, Kind::Slice)) return str_get_slice(vm, self(o), as<Slice>(key));
  Value u = unwrap(key);
  if (!u.is_int_or_bool() && !is_kind(u, Kind::BigInt) && vm.find_special(key, names().__index__).is_unset())
    return vm.raise_type("string indices must be integers, not '" + std::string(type_name(vm, key)) + "'");
  int64_t i;
  if (!index_arg(vm, key, &i)) return {};
  return str_char_at(vm, self(o), i);
}

int contains(Vm& vm, Obj* o, Value item) {
  Str* needle = as_str(item);
  if (!needle) {
    vm.raise_type("'in <string>' requires string as left operand, not " + std::string(type_name(vm, item)));
    return -1;
  }
  return find_text(self(o)->view(), needle->view()) != kNotFound;
}

Value iter_next(Vm& vm, IterObj* it) {
  if (!it->a.is_object()) return {};
  Str* s = as<Str>(it->a);
  if (it->i >= s->size) {
    it->a = Value::none();
    return {};
  }
  const char* p = s->data + it->i;
  ++it->j;
  if (!(*p & 0x80)) {
    ++it->i;
    return Value::object(g_ascii_chars[static_cast<uint8_t>(*p)]);
  }
  const char* start = p;
  uint32_t c = next_code_point(p);
  it->i += p - start;
  return Value::object(vm.char_str(c));
}
int64_t iter_hint(const IterObj* it) { return it->a.is_object() ? as<Str>(it->a)->length - it->j : 0; }

Value multiply(Vm& vm, Str* s, Value count) {
  if (has_reflected(vm, count, names().__rmul__) && vm.find_special(count, names().__index__).is_unset()) return not_implemented();
  int64_t n;
  if (!repeat_arg(vm, count, &n)) return {};
  return str_repeat(vm, s, n);
}

Value binary(Vm& vm, BinOp op, Value a, Value b) {
  if (is_str(a)) {
    Str* s = as<Str>(a);
    switch (op) {
      case BinOp::Add: {
        if (Str* t = as_str(b)) return str_concat(vm, s, t);
        if (has_reflected(vm, b, names().__radd__) || is_kind(b, Kind::Class)) return not_implemented();
        return vm.raise_type("can only concatenate str (not \"" + std::string(type_name(vm, b)) + "\") to str");
      }
      case BinOp::Mul: return multiply(vm, s, b);
      case BinOp::Mod: return str_percent(vm, s, b);
      default: return not_implemented();
    }
  }
  if (op == BinOp::Mul && is_str(b)) return multiply(vm, as<Str>(b), a);
  return not_implemented();
}

// Operators as methods, reached with operands that are instances: these see them whole.
Value add_method(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  return s ? binary(vm, BinOp::Add, Value::object(s), args[1]) : Value();
}
Value mul_method(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  return s ? multiply(vm, s, args[1]) : Value();
}
Value mod_method(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  bool unchanged = s->size && s->view().find('%') == s->view().npos;
  Value r = str_percent(vm, s, args[1]);
  return unchanged && !r.is_unset() ? args[0] : r;
}
Value rmod_method(Vm& vm, Value* args) {
  Str *s = self_str(vm, args[0]), *format = as_str(args[1]);
  if (!s) return {};
  return format ? str_percent(vm, format, args[0]) : not_implemented();
}
Value format_method(Vm& vm, Value* args) {
  Str* spec = as_str(args[1]);
  if (!spec) return vm.raise_type("__format__() argument must be str, not " + (args[1].is_none() ? "None" : std::string(type_name(vm, args[1]))));
  return self_str(vm, args[0]) ? format_builtin(vm, args[0], spec) : Value();
}

Value getnewargs(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  return s ? Value::object(vm.new_tuple({Value::object(s)})) : Value();
}

const MethodDef kOperators[] = {
    {"__getnewargs__(self, /)", getnewargs},
    {"__add__(self, value, /)", add_method},
    {"__mul__(self, value, /)", mul_method},
    {"__rmul__(self, value, /)", mul_method},
    {"__mod__(self, value, /)", mod_method},
    {"__rmod__(self, value, /)", rmod_method},
    {"__format__(self, format_spec, /)", format_method},
};

Value compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (!is_str(a) || !is_str(b)) return not_implemented();
  Str *x = as<Str>(a), *y = as<Str>(b);
  if (op == CmpOp::Eq) return Value::boolean(str_equal(x, y));
  if (op == CmpOp::Ne) return Value::boolean(!str_equal(x, y));
  int c = str_order(x, y);
  switch (op) {
    case CmpOp::Lt: return Value::boolean(c < 0);
    case CmpOp::Le: return Value::boolean(c <= 0);
    case CmpOp::Gt: return Value::boolean(c > 0);
    default: return Value::boolean(c >= 0);
  }
}

}  // namespace

const IterType kStrIter = {"str_iterator", iter_next, nullptr, iter_hint};
static const IterType kStrAsciiIter = {"str_ascii_iterator", iter_next, nullptr, iter_hint};

Value str_iter(Vm& vm, Obj* o) {
  IterObj* it = vm.new_iter(static_cast<Str*>(o)->ascii() ? kStrAsciiIter : kStrIter, Value::object(o));
  it->i = it->j = 0;
  return Value::object(it);
}

Value str_construct(Vm& vm, Value* args) {
  Value object = args[0];
  bool decode = !args[1].is_unset() || !args[2].is_unset();
  if (!decode) {
    if (object.is_unset()) return Value::object(names().empty);
    if (!is_kind(object, Kind::Instance)) return vm.str(object);
    Value own = vm.call_special(object, names().__str__);  // a subclass of str stays one
    return own.is_unset() || as_str(own) ? own : vm.raise_type("__str__ returned non-string (type " + std::string(type_name(vm, own)) + ")");
  }
  Str *encoding = nullptr, *errors_name = nullptr;
  if (!args[1].is_unset() && !(encoding = named_str_arg(vm, args[1], "str", "encoding"))) return {};
  if (!args[2].is_unset() && !(errors_name = named_str_arg(vm, args[2], "str", "errors"))) return {};
  if (object.is_unset()) return Value::object(names().empty);
  std::string_view data;
  if (!bytes_view(object, &data)) {
    if (as_str(object)) return vm.raise_type("decoding str is not supported");
    return vm.raise_type("decoding to str: need a bytes-like object, " + std::string(type_name(vm, object)) + " found");
  }
  return bytes_decode(vm, data, encoding ? encoding->view() : "utf-8", errors_name ? errors_name->view() : "strict");
}

void register_str_type() {
  init_char_strs();
  KindOps& ops = ops_of(Kind::Str);
  ops.repr = repr;
  ops.hash = hash;
  ops.length = length;
  ops.get_item = get_item;
  ops.contains = contains;
  ops.iter = str_iter;
  ops.binary = binary;
  ops.compare = compare;

  std::vector<MethodDef> methods;
  for (auto group : {str_case_methods(), str_search_methods(), str_split_methods(), str_fill_methods(), str_test_methods(), str_convert_methods()})
    methods.insert(methods.end(), group.begin(), group.end());
  methods.insert(methods.end(), std::begin(kOperators), std::end(kOperators));
  TypeDef def{.name = "str"};
  def.payload = Kind::Str;
  def.doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object.";
  def.construct_signature = "str(object=..., encoding=..., errors=...)";
  def.construct = str_construct;
  def.methods = methods;
  g_types.str = define_type(def);
  define_builtin("str", Value::object(g_types.str));
  define_iter_type(kStrIter);
  define_iter_type(kStrAsciiIter);
}

}  // namespace sl
