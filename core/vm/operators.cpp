// The special methods of built-in types as natives, generated from what each kind supports, so that
// user subclasses inherit them and super().__getitem__(k) works.
#include <string>

#include "core/vm/argument_errors.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/number.h"
#include "core/vm/types.h"

namespace sl {
namespace {

bool same_family(Value a) { return !is_kind(a, Kind::Instance); }

// int, float and complex answer operands of their own kind and of the narrower ones.
int number_rank(Value v) { return is_integer(v) ? 1 : v.is_float() ? 2 : is_kind(v, Kind::Complex) ? 3 : 0; }
bool outranked(Value self, Value other) {
  int mine = number_rank(self), theirs = number_rank(other);
  return mine && (theirs == 0 || theirs > mine);
}

template <BinOp op, bool reflected>
Value binary_method(Vm& vm, Value* args) {
  Value a = unwrap(args[0]), b = unwrap(args[1]);
  if (is_kind(a, Kind::DictView)) {  // takes any iterable
    auto f = ops_of(Kind::DictView).binary;
    return reflected ? f(vm, op, args[1], a) : f(vm, op, a, args[1]);
  }
  if (!same_family(a) || (op != BinOp::Mul && !same_family(b)) || outranked(a, b)) return not_implemented();
  if (op == BinOp::Mul && !number_rank(a)) {
    int64_t times;
    if (!vm.to_index(args[1], &times)) return Value();
    b = Value::integer(times);
  }
  if (reflected) std::swap(a, b);
  if (!a.is_object() || a.o->kind == Kind::BigInt || a.o->kind == Kind::Complex) {
    Value r = number_binary(vm, op, a, b);
    if (!is_not_implemented(r)) return r;
  }
  for (Value v : {a, b}) {
    if (!v.is_object()) continue;
    if (auto f = ops_of(v.o->kind).binary) {
      Value r = f(vm, op, a, b);
      if (!is_not_implemented(r)) return r;
    }
  }
  return not_implemented();
}

template <bool reflected>
Value power_method(Vm& vm, Value* args) {
  if (args[2].is_none()) return binary_method<BinOp::Pow, reflected>(vm, args);
  Value a = unwrap(args[0]), b = unwrap(args[1]), modulus = unwrap(args[2]);
  if (!number_rank(b) || outranked(a, b) || outranked(a, modulus)) return not_implemented();
  if (reflected) std::swap(a, b);
  if (is_kind(args[0], Kind::Complex)) return vm.raise_value("complex modulo");
  if (!is_integer(a)) return vm.raise_type("pow() 3rd argument not allowed unless all arguments are integers");
  return int_pow_mod(vm, a, b, modulus);
}

template <BinOp op>
Value inplace_method(Vm& vm, Value* args) {
  Value a = unwrap(args[0]), b = unwrap(args[1]);
  auto f = a.is_object() ? ops_of(a.o->kind).inplace : nullptr;
  if (!f) return not_implemented();
  Value r = f(vm, op, a, b);
  return r.same(a) ? args[0] : r;
}

template <CmpOp op>
Value compare_method(Vm& vm, Value* args) {
  Value a = unwrap(args[0]), b = unwrap(args[1]);
  if (!same_family(a) || !same_family(b) || outranked(a, b)) return not_implemented();
  if (!a.is_object() || a.o->kind == Kind::BigInt || a.o->kind == Kind::Complex) return a.is_none() ? not_implemented() : number_compare(vm, op, a, b);
  auto f = ops_of(a.o->kind).compare;
  return f ? f(vm, op, a, b) : not_implemented();
}

template <UnOp op>
Value unary_method(Vm& vm, Value* args) {
  return number_unary(vm, op, unwrap(args[0]));
}

Value repr_method(Vm& vm, Value* args) {
  Value v = unwrap(args[0]);
  return is_kind(v, Kind::Instance) ? vm.raise_type("__repr__ needs a built-in value") : vm.repr(v);
}
Value hash_method(Vm& vm, Value* args) {
  uint64_t h;
  if (!vm.hash(unwrap(args[0]), &h)) return Value();
  return Value::integer(static_cast<int64_t>(h));
}
Value len_method(Vm& vm, Value* args) {
  int64_t n = vm.length(unwrap(args[0]));
  return n < 0 ? Value() : Value::integer(n);
}
Value bool_method(Vm& vm, Value* args) {
  int t = vm.truthy(unwrap(args[0]));
  return t < 0 ? Value() : Value::boolean(t);
}
Value getitem_method(Vm& vm, Value* args) {
  Value u = unwrap(args[0]);
  if (is_kind(u, Kind::Dict) && !u.same(args[0])) return dict_get_item_missing(vm, args[0], as<Dict>(u), args[1]);
  return vm.get_item(u, args[1]);
}
Value setitem_method(Vm& vm, Value* args) { return vm.set_item(unwrap(args[0]), args[1], args[2]) ? Value::none() : Value(); }
Value delitem_method(Vm& vm, Value* args) { return vm.del_item(unwrap(args[0]), args[1]) ? Value::none() : Value(); }
Value contains_method(Vm& vm, Value* args) {
  int r = vm.contains(unwrap(args[0]), args[1]);
  return r < 0 ? Value() : Value::boolean(r);
}
Value iter_method(Vm& vm, Value* args) { return vm.iter(unwrap(args[0])); }
Value format_method(Vm& vm, Value* args) {
  Str* spec = as_str(args[1]);
  if (!spec) return vm.raise_type("__format__() argument must be str, not " + (args[1].is_none() ? "None" : std::string(vm.type_of(args[1])->name->view())));
  return format_builtin(vm, args[0], spec);
}
Value str_method(Vm& vm, Value* args) { return vm.str(unwrap(args[0])); }

struct BinaryRow {
  BinOp op;
  MethodDef plain, reflected, inplace;
};
#define ROW(op, name)                                                                                                                                  \
  {                                                                                                                                                    \
    BinOp::op, {"__" name "__(self, value, /)", binary_method<BinOp::op, false>}, {"__r" name "__(self, value, /)", binary_method<BinOp::op, true>}, { \
      "__i" name "__(self, value, /)", inplace_method<BinOp::op>                                                                                       \
    }                                                                                                                                                  \
  }
const BinaryRow kBinaryRows[] = {ROW(Add, "add"),           ROW(Sub, "sub"), ROW(Mul, "mul"),       ROW(TrueDiv, "truediv"),
                                 ROW(FloorDiv, "floordiv"), ROW(Mod, "mod"), ROW(LShift, "lshift"), ROW(RShift, "rshift"),
                                 ROW(And, "and"),           ROW(Or, "or"),   ROW(Xor, "xor")};
#undef ROW
const BinaryRow kPowerRow{BinOp::Pow, {"__pow__(self, value, mod=None, /)", power_method<false>}, {"__rpow__(self, value, mod=None, /)", power_method<true>}, {}};

// Which operators a type has; the natives themselves work from the kinds' tables.
bool supports(Kind k, const Class* c, BinOp op) {
  const Types& t = types();
  auto is = [&](Class* x) { return c == x; };
  switch (op) {
    case BinOp::Add: return is(t.integer) || is(t.floating) || is(t.complex) || is(t.str) || is(t.bytes) || is(t.bytearray) || is(t.list) || is(t.tuple);
    case BinOp::Mul: return is(t.integer) || is(t.floating) || is(t.complex) || is(t.str) || is(t.bytes) || is(t.bytearray) || is(t.list) || is(t.tuple);
    case BinOp::Sub: return is(t.integer) || is(t.floating) || is(t.complex) || is(t.set) || is(t.frozenset) || is(t.dict_keys) || is(t.dict_items);
    case BinOp::TrueDiv:
    case BinOp::Pow: return is(t.integer) || is(t.floating) || is(t.complex);
    case BinOp::FloorDiv: return is(t.integer) || is(t.floating);
    case BinOp::Mod: return is(t.integer) || is(t.floating) || is(t.str) || is(t.bytes) || is(t.bytearray);
    case BinOp::LShift:
    case BinOp::RShift: return is(t.integer);
    case BinOp::And:
    case BinOp::Xor: return is(t.integer) || is(t.boolean) || is(t.set) || is(t.frozenset) || is(t.dict_keys) || is(t.dict_items);
    case BinOp::Or: return is(t.integer) || is(t.boolean) || is(t.set) || is(t.frozenset) || is(t.dict) || is(t.dict_keys) || is(t.dict_items);
    default: return false;
  }
  (void)k;
}

const MethodDef kCompareMethods[] = {
    {"__lt__(self, value, /)", compare_method<CmpOp::Lt>}, {"__le__(self, value, /)", compare_method<CmpOp::Le>}, {"__eq__(self, value, /)", compare_method<CmpOp::Eq>},
    {"__ne__(self, value, /)", compare_method<CmpOp::Ne>}, {"__gt__(self, value, /)", compare_method<CmpOp::Gt>}, {"__ge__(self, value, /)", compare_method<CmpOp::Ge>},
};
const MethodDef kRepr{"__repr__(self, /)", repr_method}, kHash{"__hash__(self, /)", hash_method}, kLen{"__len__(self, /)", len_method},
    kBoolMethod{"__bool__(self, /)", bool_method}, kGet{"__getitem__(self, key, /)", getitem_method}, kSet{"__setitem__(self, key, value, /)", setitem_method},
    kDel{"__delitem__(self, key, /)", delitem_method}, kContains{"__contains__(self, key, /)", contains_method}, kIter{"__iter__(self, /)", iter_method},
    kFormat{"__format__(self, format_spec, /)", format_method}, kStr{"__str__(self, /)", str_method}, kNeg{"__neg__(self, /)", unary_method<UnOp::Neg>},
    kPos{"__pos__(self, /)", unary_method<UnOp::Pos>}, kInvert{"__invert__(self, /)", unary_method<UnOp::Invert>};

}  // namespace

void add_operator_natives(Class* cls) {
  const Types& t = types();
  auto add = [&](const MethodDef& def) {
    std::string_view name(def.signature);
    name = name.substr(0, name.find('('));
    if (has_own_attribute(cls, intern(name))) return;
    Native* n = define_native(def, cls, nullptr);
    n->flags |= kNativeCheckSelf;
    n->aux = direct_arity(n);
    set_class_attribute(cls, n->name->data, Value::object(n));
  };
  bool number = cls == t.integer || cls == t.floating || cls == t.complex;
  if (cls->payload_kind == Kind::Free && !number) return;
  if (cls->host_type) return;
  Kind k = cls->payload_kind;
  const KindOps& ops = ops_of(k);
  for (const BinaryRow& row : kBinaryRows) {
    if (!supports(k, cls, row.op)) continue;
    add(row.plain);
    bool sequence = cls == t.list || cls == t.tuple || cls == t.str || cls == t.bytes || cls == t.bytearray;
    if (!(sequence && row.op == BinOp::Add)) add(row.reflected);
    if (ops.inplace && !number) add(row.inplace);
  }
  if (number) {
    add(kPowerRow.plain);
    add(kPowerRow.reflected);
  }
  if (cls == t.boolean) return;
  if (number || ops.compare)
    for (auto& m : kCompareMethods) add(m);
  add(kRepr);
  if (number || ops.hash)
    add(kHash);
  else
    set_class_attribute(cls, "__hash__", Value::none());
  if (number) {
    add(kNeg);
    add(kPos);
    add(kBoolMethod);
    if (cls == t.integer) add(kInvert);
  }
  if (number || cls == t.str) add(kFormat);
  if (cls == t.str) add(kStr);
  if (cls == t.range) add(kBoolMethod);
  if (!number) {
    if (ops.length) add(kLen);
    if (ops.get_item) add(kGet);
    if (ops.set_item) add(kSet);
    if (ops.del_item) add(kDel);
    if (ops.contains) add(kContains);
    if (ops.iter) add(kIter);
  }
}

}  // namespace sl
