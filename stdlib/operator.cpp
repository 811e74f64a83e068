// operator: the operators as functions. itemgetter, attrgetter and methodcaller are in operator_getters.cpp.
#include "core/env/native_modules.h"
#include "stdlib/operator_internal.h"

namespace sl {
namespace {

template <CmpOp op>
Value compare(Vm& vm, Value* args) {
  return vm.compare(op, args[0], args[1]);
}

template <BinOp op>
Value binary(Vm& vm, Value* args) {
  Value a = args[0], b = args[1];
  if ((a.tag | b.tag) == kInt) {
    int64_t r;
    if (op == BinOp::Add && !__builtin_add_overflow(a.i, b.i, &r)) return Value::integer(r);
    if (op == BinOp::Sub && !__builtin_sub_overflow(a.i, b.i, &r)) return Value::integer(r);
    if (op == BinOp::Mul && !__builtin_mul_overflow(a.i, b.i, &r)) return Value::integer(r);
  }
  return vm.binary(op, a, b);
}

template <BinOp op>
Value inplace(Vm& vm, Value* args) {
  return vm.inplace(op, args[0], args[1]);
}

template <UnOp op>
Value unary(Vm& vm, Value* args) {
  return vm.unary(op, args[0]);
}

Value truth_value(int t) { return t < 0 ? Value() : Value::boolean(t); }
Value not_(Vm& vm, Value* args) {
  int t = vm.truthy(args[0]);
  return t < 0 ? Value() : Value::boolean(!t);
}
Value truth(Vm& vm, Value* args) { return truth_value(vm.truthy(args[0])); }
Value is_(Vm&, Value* args) { return Value::boolean(args[0].same(args[1])); }
Value is_not(Vm&, Value* args) { return Value::boolean(!args[0].same(args[1])); }
Value absolute(Vm& vm, Value* args) { return vm.call(builtin_value(builtin_slot(intern("abs"))), args, 1); }

Value index(Vm& vm, Value* args) {
  if (args[0].is_int()) return args[0];
  Value u = unwrap(args[0]);
  if (u.is_bool()) return Value::integer(u.i);
  if (is_integer(u)) return u;
  Value i = to_integer(vm, args[0]);
  return i.is_bool() ? Value::integer(i.i) : i;
}

Value contains(Vm& vm, Value* args) { return truth_value(vm.contains(args[0], args[1])); }
Value getitem(Vm& vm, Value* args) { return vm.get_item(args[0], args[1]); }
Value setitem(Vm& vm, Value* args) { return vm.set_item(args[0], args[1], args[2]) ? Value::none() : Value(); }
Value delitem(Vm& vm, Value* args) { return vm.del_item(args[0], args[1]) ? Value::none() : Value(); }

bool is_sequence(Vm& vm, Value v) { return !as_dict(v) && !vm.find_special(v, names().__getitem__).is_unset(); }

template <bool in_place>
Value concat(Vm& vm, Value* args) {
  if (!is_sequence(vm, args[0])) return vm.raise_type("'" + type_name_of(vm, args[0]) + "' object can't be concatenated");
  return in_place ? vm.inplace(BinOp::Add, args[0], args[1]) : vm.binary(BinOp::Add, args[0], args[1]);
}

// Index of the first equal item or, when `total`, how many are equal. -1: none, -2: raised.
int64_t scan(Vm& vm, Value iterable, Value wanted, bool total) {
  Value it = vm.iter(iterable);
  if (it.is_unset()) return -2;
  int64_t n = 0;
  for (int64_t at = 0;; ++at) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return vm.raised() ? -2 : total ? n : -1;
    int same = equal_values(vm, v, wanted);
    if (same < 0) return -2;
    if (same && !total) return at;
    n += same;
    if ((at & 4095) == 4095 && !vm.poll()) return -2;
  }
}

Value count_of(Vm& vm, Value* args) {
  int64_t n = scan(vm, args[0], args[1], true);
  return n < 0 ? Value() : Value::integer(n);
}

Value index_of(Vm& vm, Value* args) {
  int64_t at = scan(vm, args[0], args[1], false);
  if (at >= 0) return Value::integer(at);
  return at == -1 ? vm.raise_value("sequence.index(x): x not in sequence") : Value();
}

Value length_hint(Vm& vm, Value* args) {
  if (!is_integer(unwrap(args[1]))) return vm.raise_type("'" + type_name_of(vm, args[1]) + "' object cannot be interpreted as an integer");
  if (!vm.find_special(args[0], names().__len__).is_unset()) {
    int64_t n = vm.length(args[0]);
    if (n >= 0) return Value::integer(n);
    if (!vm.catch_error(errors().TypeError)) return Value();
  }
  Value hint = vm.call_special(args[0], names().__length_hint__);
  if (hint.is_unset()) {
    if (!vm.raised() || vm.catch_error(errors().TypeError)) return args[1];
    return hint;
  }
  if (is_not_implemented(hint)) return args[1];
  int64_t n;
  if (!is_integer(unwrap(hint))) return vm.raise_type("__length_hint__ must be an integer, not " + type_name_of(vm, hint));
  if (!vm.to_index(hint, &n)) return Value();
  return n < 0 ? vm.raise_value("__length_hint__() should return >= 0") : Value::integer(n);
}

Value call(Vm& vm, Value* args) { return vm.call_kw(args[0], as<Tuple>(args[1])->items, as<Tuple>(args[1])->size, as<Dict>(args[2])); }

// Each operator is there as name and __name__.
struct Row {
  const char *name, *arguments;
  NativeFn fn;
  const char* doc;
};

const Row kRows[] = {
    {"lt", "(a, b, /)", compare<CmpOp::Lt>, "Same as a < b."},
    {"le", "(a, b, /)", compare<CmpOp::Le>, "Same as a <= b."},
    {"eq", "(a, b, /)", compare<CmpOp::Eq>, "Same as a == b."},
    {"ne", "(a, b, /)", compare<CmpOp::Ne>, "Same as a != b."},
    {"ge", "(a, b, /)", compare<CmpOp::Ge>, "Same as a >= b."},
    {"gt", "(a, b, /)", compare<CmpOp::Gt>, "Same as a > b."},
    {"not_", "(a, /)", not_, "Same as not a."},
    {"abs", "(a, /)", absolute, "Same as abs(a)."},
    {"add", "(a, b, /)", binary<BinOp::Add>, "Same as a + b."},
    {"and_", "(a, b, /)", binary<BinOp::And>, "Same as a & b."},
    {"floordiv", "(a, b, /)", binary<BinOp::FloorDiv>, "Same as a // b."},
    {"index", "(a, /)", index, "Same as a.__index__()"},
    {"inv", "(a, /)", unary<UnOp::Invert>, "Same as ~a."},
    {"invert", "(a, /)", unary<UnOp::Invert>, "Same as ~a."},
    {"lshift", "(a, b, /)", binary<BinOp::LShift>, "Same as a << b."},
    {"mod", "(a, b, /)", binary<BinOp::Mod>, "Same as a % b."},
    {"mul", "(a, b, /)", binary<BinOp::Mul>, "Same as a * b."},
    {"matmul", "(a, b, /)", binary<BinOp::MatMul>, "Same as a @ b."},
    {"neg", "(a, /)", unary<UnOp::Neg>, "Same as -a."},
    {"or_", "(a, b, /)", binary<BinOp::Or>, "Same as a | b."},
    {"pos", "(a, /)", unary<UnOp::Pos>, "Same as +a."},
    {"pow", "(a, b, /)", binary<BinOp::Pow>, "Same as a ** b."},
    {"rshift", "(a, b, /)", binary<BinOp::RShift>, "Same as a >> b."},
    {"sub", "(a, b, /)", binary<BinOp::Sub>, "Same as a - b."},
    {"truediv", "(a, b, /)", binary<BinOp::TrueDiv>, "Same as a / b."},
    {"xor", "(a, b, /)", binary<BinOp::Xor>, "Same as a ^ b."},
    {"concat", "(a, b, /)", concat<false>, "Same as a + b, for a and b sequences."},
    {"contains", "(a, b, /)", contains, "Same as b in a (note reversed operands)."},
    {"delitem", "(a, b, /)", delitem, "Same as del a[b]."},
    {"getitem", "(a, b, /)", getitem, "Same as a[b]."},
    {"setitem", "(a, b, c, /)", setitem, "Same as a[b] = c."},
    {"call", "(obj, /, *args, **kwargs)", call, "Same as obj(*args, **kwargs)."},
    {"iadd", "(a, b, /)", inplace<BinOp::Add>, "Same as a += b."},
    {"iand", "(a, b, /)", inplace<BinOp::And>, "Same as a &= b."},
    {"iconcat", "(a, b, /)", concat<true>, "Same as a += b, for a and b sequences."},
    {"ifloordiv", "(a, b, /)", inplace<BinOp::FloorDiv>, "Same as a //= b."},
    {"ilshift", "(a, b, /)", inplace<BinOp::LShift>, "Same as a <<= b."},
    {"imod", "(a, b, /)", inplace<BinOp::Mod>, "Same as a %= b."},
    {"imul", "(a, b, /)", inplace<BinOp::Mul>, "Same as a *= b."},
    {"imatmul", "(a, b, /)", inplace<BinOp::MatMul>, "Same as a @= b."},
    {"ior", "(a, b, /)", inplace<BinOp::Or>, "Same as a |= b."},
    {"ipow", "(a, b, /)", inplace<BinOp::Pow>, "Same as a **= b."},
    {"irshift", "(a, b, /)", inplace<BinOp::RShift>, "Same as a >>= b."},
    {"isub", "(a, b, /)", inplace<BinOp::Sub>, "Same as a -= b."},
    {"itruediv", "(a, b, /)", inplace<BinOp::TrueDiv>, "Same as a /= b."},
    {"ixor", "(a, b, /)", inplace<BinOp::Xor>, "Same as a ^= b."},
};

const MethodDef kFunctions[] = {
    {"truth(a, /)", truth, 0, "Return True if a is true, False otherwise."},
    {"is_(a, b, /)", is_, 0, "Same as a is b."},
    {"is_not(a, b, /)", is_not, 0, "Same as a is not b."},
    {"countOf(a, b, /)", count_of, 0, "Return the number of items in a which are, or which equal, b."},
    {"indexOf(a, b, /)", index_of, 0, "Return the first index of b in a."},
    {"length_hint(obj, default=0, /)", length_hint, 0, "Return an estimate of the number of items in obj."},
};

}  // namespace

void register_operator_module() {
  static std::vector<std::string> texts;  // the signatures
  std::vector<MethodDef> all(std::begin(kFunctions), std::end(kFunctions));
  texts.reserve(std::size(kRows));
  for (const Row& row : kRows) {
    all.push_back({texts.emplace_back(std::string(row.name) + row.arguments).c_str(), row.fn, 0, row.doc});
  }
  static const std::vector<Class*> classes = define_operator_getters();
  ModuleDef module{.name = "operator", .doc = "The operators as functions.", .functions = all};
  module.classes = classes;
  define_module(module);
  define_all("operator");
  for (const Row& row : kRows) {
    std::string name = row.name;
    if (name.back() == '_') name.pop_back();
    define_alias("operator", "__" + name + "__", row.name);
  }
}

}  // namespace sl
