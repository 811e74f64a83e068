// Operators and comparisons: built-in behaviour by kind, then the class's special methods.

#include "core/vm/containers.h"
#include "core/vm/dialect.h"
#include "core/vm/ops.h"
#include "core/vm/quick_compare.h"
#include "core/vm/slow.h"
#include "core/vm/type_expr.h"

namespace sl {
namespace {

struct OperatorNames {
  Str* Names::*plain;
  Str* Names::*reflected;
  Str* Names::*inplace;
  const char* symbol;
};
const OperatorNames kBinary[] = {
    {&Names::__add__, &Names::__radd__, &Names::__iadd__, "+"},
    {&Names::__sub__, &Names::__rsub__, &Names::__isub__, "-"},
    {&Names::__mul__, &Names::__rmul__, &Names::__imul__, "*"},
    {&Names::__matmul__, &Names::__rmatmul__, &Names::__imatmul__, "@"},
    {&Names::__truediv__, &Names::__rtruediv__, &Names::__itruediv__, "/"},
    {&Names::__floordiv__, &Names::__rfloordiv__, &Names::__ifloordiv__, "//"},
    {&Names::__mod__, &Names::__rmod__, &Names::__imod__, "%"},
    {&Names::__pow__, &Names::__rpow__, &Names::__ipow__, "** or pow()"},
    {&Names::__lshift__, &Names::__rlshift__, &Names::__ilshift__, "<<"},
    {&Names::__rshift__, &Names::__rrshift__, &Names::__irshift__, ">>"},
    {&Names::__and__, &Names::__rand__, &Names::__iand__, "&"},
    {&Names::__or__, &Names::__ror__, &Names::__ior__, "|"},
    {&Names::__xor__, &Names::__rxor__, &Names::__ixor__, "^"},
};
Str* Names::*const kCompare[] = {&Names::__lt__, &Names::__le__, &Names::__eq__, &Names::__ne__, &Names::__gt__, &Names::__ge__};
const CmpOp kMirror[] = {CmpOp::Gt, CmpOp::Ge, CmpOp::Eq, CmpOp::Ne, CmpOp::Lt, CmpOp::Le};
const char* const kCompareSymbols[] = {"<", "<=", "==", "!=", ">", ">="};

Value builtin_binary(Vm& vm, BinOp op, Value a, Value b) {
  if (is_plain_number(a) && is_plain_number(b)) {
    Value r = number_binary(vm, op, a, b);
    if (!is_not_implemented(r)) return r;
  }
  for (const Value* v : {&a, &b}) {
    if (!v->is_object()) continue;
    auto f = ops_of(v->o->kind).binary;
    if (!f) continue;
    Value r = f(vm, op, a, b);
    if (!is_not_implemented(r)) return r;
  }
  return not_implemented();
}

// type(v).name(v, other), or NotImplemented when absent.
Value try_special(Vm& vm, Value v, Str* name, Value other) {
  Value r = vm.call_special(v, name, {other});
  if (r.is_unset() && !vm.raised()) return not_implemented();
  return r;
}

bool is_sequence(const Value& v) {
  return v.is_object() && (v.o->kind == Kind::Str || v.o->kind == Kind::List || v.o->kind == Kind::Tuple || v.o->kind == Kind::Bytes || v.o->kind == Kind::ByteArray);
}

// Is the operator the built-in one? A script's method takes the place of repeating or concatenating.
bool is_builtin_operator(Vm& vm, Value v, Str* name) {
  Value method = is_kind(v, Kind::Instance) ? class_lookup_cached(vm, as<Instance>(v)->cls, name) : Value();
  return method.is_unset() || is_kind(method, Kind::Native);
}
// Does the value repeat as a sequence, asked after all numbers?
bool repeats(Vm& vm, Value v) { return is_sequence(unwrap(v)) && is_builtin_operator(vm, v, names().__mul__) && is_builtin_operator(vm, v, names().__rmul__); }

bool counts(Vm& vm, Value v) { return is_integer(unwrap(v)) || !vm.find_special(v, names().__index__).is_unset(); }

Value repeat(Vm& vm, Value sequence, Value count) {
  int64_t n;
  if (!counts(vm, count) && !vm.to_index(count, &n)) return Value();
  return builtin_binary(vm, BinOp::Mul, unwrap(sequence), count);
}

Value try_multiply(Vm& vm, Value v, Str* name, Value other) {
  if (repeats(vm, v)) return not_implemented();
  return is_sequence(unwrap(v)) && is_builtin_operator(vm, v, name) ? repeat(vm, v, other) : try_special(vm, v, name, other);
}

bool check_count(Vm& vm, Value count) {
  if (counts(vm, count)) return true;
  Class* c = vm.type_of(count);
  vm.raisef(errors().TypeError, "can't multiply sequence by non-int of type '%.*s'", text_size(c->name), c->name->data);
  return false;
}

Value repeat_either(Vm& vm, Value a, Value b) {
  bool first = repeats(vm, a);
  if (!first && !repeats(vm, b)) return not_implemented();
  Value count = first ? b : a;
  return check_count(vm, count) ? repeat(vm, first ? a : b, count) : Value();
}

// x * y after x's own method had no answer.
Value multiply_declined(Vm& vm, Value x, Value y) {
  Value r = vm.type_of(x) == vm.type_of(y) ? not_implemented() : try_multiply(vm, y, names().__rmul__, x);
  return is_not_implemented(r) ? repeat_either(vm, x, y) : r;
}

// a *= b where one is a sequence and one an instance.
Value inplace_multiply(Vm& vm, Value a, Value b) {
  bool own = !is_builtin_operator(vm, a, names().__imul__);
  Value r = own ? try_special(vm, a, names().__imul__, b) : not_implemented();
  if (is_not_implemented(r)) r = try_multiply(vm, a, names().__mul__, b);
  if (is_not_implemented(r) && vm.type_of(a) != vm.type_of(b)) r = try_multiply(vm, b, names().__rmul__, a);
  if (!is_not_implemented(r)) return r;
  Value u = unwrap(a);
  if (!is_sequence(u)) return is_kind(a, Kind::Instance) ? r : repeat_either(vm, a, b);
  auto f = own ? nullptr : ops_of(u.o->kind).inplace;
  if (!f) return repeats(vm, a) ? repeat_either(vm, a, b) : r;
  if (!check_count(vm, b)) return Value();
  r = f(vm, BinOp::Mul, u, b);
  return r.same(u) ? a : r;
}

Value class_binary(Vm& vm, BinOp op, Value a, Value b) {
  const OperatorNames& n = kBinary[static_cast<int>(op)];
  Class *ca = vm.type_of(a), *cb = vm.type_of(b);
  Str* plain = names().*n.plain;
  Str* reflected = names().*n.reflected;
  bool tried = false;
  if (ca != cb && is_subclass(cb, ca)) {
    Value theirs = class_lookup_cached(vm, cb, reflected), base = class_lookup_cached(vm, ca, reflected);
    if (!theirs.is_unset() && !theirs.same(base)) {
      tried = true;
      Value r = try_special(vm, b, reflected, a);
      if (!is_not_implemented(r)) return r;
    }
  }
  if (op == BinOp::Mul && (is_sequence(unwrap(a)) || is_sequence(unwrap(b)))) {
    Value r = try_multiply(vm, a, plain, b);
    if (!is_not_implemented(r)) return r;
    return tried ? repeat_either(vm, a, b) : multiply_declined(vm, a, b);
  }
  // Sequences concatenate only after every number had its say.
  if (!tried && ca != cb && op == BinOp::Add && is_kind(b, Kind::Instance) && is_sequence(unwrap(a)) && is_kind(class_lookup_cached(vm, ca, plain), Kind::Native)) {
    Value theirs = class_lookup_cached(vm, cb, reflected), mine = class_lookup_cached(vm, ca, reflected);
    bool number = !mine.is_unset() && !is_kind(mine, Kind::Native);  // it has a say itself, and the first
    if (!number && !theirs.is_unset() && !is_kind(theirs, Kind::Native)) {
      tried = true;
      Value r = try_special(vm, b, reflected, a);
      if (!is_not_implemented(r)) return r;
    }
  }
  Value r = try_special(vm, a, plain, b);
  if (!is_not_implemented(r)) return r;
  if (!tried && ca != cb) return try_special(vm, b, reflected, a);
  return r;
}

// The type that answers for both operands: they are of it, or one is and the other has no class to ask.
const KindOps* shared_ops(const Value& a, const Value& b) {
  bool left = by_class(a), right = by_class(b);
  const KindOps* k = host_ops(left ? a : b);
  return left && right && host_ops(b) != k ? nullptr : k;
}

// A number, or the one inside an instance whose class computes with it as the built-in type does; else unset.
Value plain_operand(const Value& v) {
  if (v.is_int() || v.is_float()) return v;
  return has_plain(v, kPlainArithmetic) ? as<PayloadInstance>(v)->payload : Value();
}
bool is_arithmetic(BinOp op) { return op == BinOp::Add || op == BinOp::Sub || op == BinOp::Mul || op == BinOp::TrueDiv || op == BinOp::FloorDiv || op == BinOp::Mod; }

Value binary_any(Vm& vm, BinOp op, Value a, Value b) {
  if (by_class(a) || by_class(b)) {
    if (is_arithmetic(op))
      if (Value x = plain_operand(a), y = plain_operand(b); !x.is_unset() && !y.is_unset()) return builtin_binary(vm, op, x, y);
    if (const KindOps* k = shared_ops(a, b); k && k->binary) {
      Value r = k->binary(vm, op, a, b);
      if (!is_not_implemented(r)) return r;
    }
    Value r = class_binary(vm, op, a, b);
    if (!is_not_implemented(r)) return r;
    return not_implemented();
  }
  return builtin_binary(vm, op, a, b);
}

Value unsupported(Vm& vm, const char* symbol, Value a, Value b) {
  Class *ca = vm.type_of(a), *cb = vm.type_of(b);
  return vm.raisef(errors().TypeError, "unsupported operand type(s) for %s: '%.*s' and '%.*s'", symbol, text_size(ca->name), ca->name->data, text_size(cb->name), cb->name->data);
}

// Sequences have the last word, after the methods of the other operand.
bool raise_sequence_operand(Vm& vm, BinOp op, Value a, Value b) {
  Value left = unwrap(a);
  if (op == BinOp::Mul) return repeat_either(vm, a, b).is_unset();
  if (op != BinOp::Add || !is_sequence(left) || !is_builtin_operator(vm, a, names().__add__)) return false;
  Class *mine = vm.type_of(left), *other = vm.type_of(b);
  bool bytes = left.o->kind == Kind::Bytes || left.o->kind == Kind::ByteArray;
  if (bytes)
    vm.raisef(errors().TypeError, "can't concat %.*s to %.*s", text_size(other->name), other->name->data, text_size(mine->name), mine->name->data);
  else
    vm.raisef(errors().TypeError, "can only concatenate %.*s (not \"%.*s\") to %.*s", text_size(mine->name), mine->name->data, text_size(other->name), other->name->data,
              text_size(mine->name), mine->name->data);
  return true;
}

Value unsupported_operands(Vm& vm, BinOp op, Value a, Value b) {
  if (op == BinOp::RShift && is_kind(a, Kind::Native) && as<Native>(a)->name->view() == "print") {
    Class *ca = vm.type_of(a), *cb = vm.type_of(b);
    return vm.raisef(errors().TypeError, "unsupported operand type(s) for >>: '%.*s' and '%.*s'. Did you mean \"print(<message>, file=<output_stream>)\"?", text_size(ca->name),
                     ca->name->data, text_size(cb->name), cb->name->data);
  }
  if (raise_sequence_operand(vm, op, a, b)) return Value();
  return unsupported(vm, kBinary[static_cast<int>(op)].symbol, a, b);
}

Value unsupported_inplace(Vm& vm, BinOp op, Value a, Value b) {
  if (raise_sequence_operand(vm, op, a, b)) return Value();
  std::string text = op == BinOp::Pow ? "**=" : std::string(kBinary[static_cast<int>(op)].symbol) + "=";
  return unsupported(vm, text.c_str(), a, b);
}

}  // namespace

Value Vm::binary(BinOp op, Value a, Value b) {
  Value r = binary_any(*this, op, a, b);
  if (!is_not_implemented(r)) return r;
  if (op == BinOp::Or) {
    r = union_type(*this, a, b);
    if (!is_not_implemented(r)) return r;
  }
  return unsupported_operands(*this, op, a, b);
}

Value Vm::inplace(BinOp op, Value a, Value b) {
  if (op == BinOp::Mul && (by_class(a) || by_class(b)) && (is_sequence(unwrap(a)) || is_sequence(unwrap(b)))) {
    Value r = inplace_multiply(*this, a, b);
    return is_not_implemented(r) ? unsupported(*this, "*=", a, b) : r;
  }
  if (a.is_object()) {
    if (by_class(a)) {
      Str* name = names().*kBinary[static_cast<int>(op)].inplace;
      if (!find_special(a, name).is_unset()) {
        Value r = try_special(*this, a, name, b);
        if (!is_not_implemented(r)) return r;
      }
    } else if (auto f = ops_of(a.o->kind).inplace) {
      Value r = f(*this, op, a, b);
      if (!is_not_implemented(r)) return r;
    }
  }
  Value r = binary_any(*this, op, a, b);
  if (is_not_implemented(r) && op == BinOp::Or) r = union_type(*this, a, b);
  if (!is_not_implemented(r)) return r;
  return unsupported_inplace(*this, op, a, b);
}

Value Vm::unary(UnOp op, Value v) {
  Value r = is_plain_number(v) ? number_unary(*this, op, v) : not_implemented();
  if (!is_not_implemented(r)) return r;
  if (v.is_object() && v.o->kind == Kind::Host) {
    if (const KindOps* k = host_ops(v); k && k->unary) {
      r = k->unary(*this, op, v.o);
      if (!is_not_implemented(r)) return r;
    }
  }
  Str* name = op == UnOp::Neg ? names().__neg__ : op == UnOp::Pos ? names().__pos__ : names().__invert__;
  if (by_class(v)) {
    r = call_special(v, name);
    if (!r.is_unset() || raised()) return r;
  }
  Class* c = type_of(v);
  return raisef(errors().TypeError, "bad operand type for unary %s: '%.*s'", op == UnOp::Neg ? "-" : op == UnOp::Pos ? "+" : "~", text_size(c->name), c->name->data);
}

// ---- comparison -----------------------------------------------------------------------------

namespace {

Value builtin_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (is_plain_number(a) && is_plain_number(b) && !a.is_none() && !b.is_none()) return number_compare(vm, op, a, b);
  if (a.is_object())
    if (auto f = ops_of(a.o->kind).compare) return f(vm, op, a, b);
  return not_implemented();
}

Value class_compare(Vm& vm, CmpOp op, Value a, Value b) {
  Str* plain = names().*kCompare[static_cast<int>(op)];
  CmpOp mirror = kMirror[static_cast<int>(op)];
  Str* reflected = names().*kCompare[static_cast<int>(mirror)];
  Class *ca = vm.type_of(a), *cb = vm.type_of(b);
  bool tried = false;
  if (ca != cb && is_subclass(cb, ca)) {
    tried = true;
    Value r = try_special(vm, b, reflected, a);
    if (!is_not_implemented(r)) return r;
  }
  Value r = try_special(vm, a, plain, b);
  if (!is_not_implemented(r)) return r;
  if (!tried) {
    r = try_special(vm, b, reflected, a);
    if (!is_not_implemented(r)) return r;
  }
  return not_implemented();
}

// The value an operand is compared by: a built-in one, or the one inside an instance whose class compares as the
// built-in type does. Unset: its class decides.
Value compared_value(const Value& v, PlainItems how) {
  if (!by_class(v)) return v;
  return has_plain(v, how) ? as<PayloadInstance>(v)->payload : Value();
}

Value compare_values(Vm& vm, CmpOp op, Value a, Value b) {
  if (is_kind(a, Kind::Tuple) && is_kind(b, Kind::Tuple)) {
    int c = op == CmpOp::Eq || op == CmpOp::Ne ? quick_compare<false>(a, b) : quick_compare<true>(a, b);
    if (c != kUnordered) return Value::boolean(order_matches(op, static_cast<uint64_t>(c + 1), 1));
  }
  Value r = builtin_compare(vm, op, a, b);
  return is_not_implemented(r) ? builtin_compare(vm, kMirror[static_cast<int>(op)], b, a) : r;
}

// What remains when neither operand knows the other.
Value compare_identity(Vm& vm, CmpOp op, Value a, Value b) {
  if (op == CmpOp::Eq) return Value::boolean(a.same(b));
  if (op == CmpOp::Ne) return Value::boolean(!a.same(b));
  Class *ca = vm.type_of(a), *cb = vm.type_of(b);
  return vm.raisef(errors().TypeError, "'%s' not supported between instances of '%.*s' and '%.*s'", kCompareSymbols[static_cast<int>(op)], text_size(ca->name), ca->name->data,
                   text_size(cb->name), cb->name->data);
}

}  // namespace

Value Vm::compare(CmpOp op, Value a, Value b) {
  Value r;
  if (by_class(a) || by_class(b)) {
    char probe;
    if (&probe < thread->native_low) return raise(errors().RecursionError, "maximum recursion depth exceeded in comparison");
    const PlainItems how = op == CmpOp::Eq || op == CmpOp::Ne ? kPlainEqual : kPlainOrder;
    if (Value x = compared_value(a, how), y = compared_value(b, how); !x.is_unset() && !y.is_unset()) {
      Class *mine = type_of(a), *theirs = type_of(b);
      bool mirrored = mine != theirs && is_subclass(theirs, mine);  // a derived class is asked first
      r = mirrored ? compare_values(*this, kMirror[static_cast<int>(op)], y, x) : compare_values(*this, op, x, y);
      if (!is_not_implemented(r)) return r;
    }
    const KindOps* k = shared_ops(a, b);
    bool mirrored = k && !by_class(a);
    r = k && k->compare ? k->compare(*this, mirrored ? kMirror[static_cast<int>(op)] : op, mirrored ? b : a, mirrored ? a : b) : not_implemented();
    if (is_not_implemented(r)) r = class_compare(*this, op, a, b);
  } else {
    r = compare_values(*this, op, a, b);
  }
  return is_not_implemented(r) ? compare_identity(*this, op, a, b) : r;
}

// ---- operators of script classes ----------------------------------------------------------------

namespace {

Value as_operator(Value v) { return is_kind(v, Kind::Function) && !(as<Function>(v)->code->flags & kCodeGenerator) ? v : Value(); }

}  // namespace

Value operator_method(Vm& vm, uint32_t& how, Value x, Value y) {
  Class* c = as<Instance>(x)->cls;
  if (how & kHowContains) return c->aux & kPlainContains ? Value() : as_operator(class_lookup_cached(vm, c, names().__contains__));
  uint32_t op = how & kHowOperation;
  if (how & kHowCompare && c->aux & (op == static_cast<uint32_t>(CmpOp::Eq) || op == static_cast<uint32_t>(CmpOp::Ne) ? kPlainEqual : kPlainOrder)) return Value();
  if (how & kHowInplace) {
    Value hook = class_lookup_cached(vm, c, names().*kBinary[op].inplace);
    if (!hook.is_unset()) {
      how |= kHowInplaceHook;
      return as_operator(hook);
    }
  }
  // The right operand goes first when its class is a subclass.
  if (y.is_object())
    if (Class* d = vm.type_of(y); d != c && is_subclass(d, c)) return Value();
  return as_operator(class_lookup_cached(vm, c, how & kHowCompare ? names().*kCompare[op] : names().*kBinary[op].plain));
}

Value operate(Vm& vm, uint32_t how, Value x, Value y) {
  if (how & kHowContains) {
    int r = vm.contains(x, y);
    return r < 0 ? Value() : Value::boolean(r);
  }
  uint32_t op = how & kHowOperation;
  if (how & kHowCompare) return vm.compare(static_cast<CmpOp>(op), x, y);
  return how & kHowInplace ? vm.inplace(static_cast<BinOp>(op), x, y) : vm.binary(static_cast<BinOp>(op), x, y);
}

Value operator_declined(Vm& vm, uint32_t how, Value x, Value y) {
  if (how & kHowCompare) {
    auto op = static_cast<CmpOp>(how & kHowOperation);
    Value r = try_special(vm, y, names().*kCompare[static_cast<int>(kMirror[static_cast<int>(op)])], x);
    return is_not_implemented(r) ? compare_identity(vm, op, x, y) : r;
  }
  auto op = static_cast<BinOp>(how & kHowOperation);
  Value r = not_implemented();
  if (how & kHowInplaceHook)
    r = binary_any(vm, op, x, y);
  else if (op == BinOp::Mul && (is_sequence(unwrap(x)) || is_sequence(unwrap(y))))
    r = multiply_declined(vm, x, y);
  else if (vm.type_of(x) != vm.type_of(y))
    r = try_special(vm, y, names().*kBinary[static_cast<int>(op)].reflected, x);
  if (is_not_implemented(r) && op == BinOp::Or) r = union_type(vm, x, y);
  if (!is_not_implemented(r)) return r;
  return how & kHowInplace ? unsupported_inplace(vm, op, x, y) : unsupported_operands(vm, op, x, y);
}

Value item_method(Vm& vm, const Instance* i, PlainItems which) {
  if (i->cls->aux & which) return Value();
  Value f = class_lookup_cached(vm, i->cls, which == kPlainGetItem ? names().__getitem__ : names().__setitem__);
  return is_kind(f, Kind::Function) ? f : Value();
}

int Vm::equal(Value a, Value b) {
  if (a.same(b) && !a.is_float()) return 1;
  if (a.is_float() && b.is_float()) return a.f == b.f || a.bits == b.bits;
  if (a.is_int() && b.is_int()) return a.i == b.i;
  if (is_str(a) && is_str(b)) return str_equal(as<Str>(a), as<Str>(b));
  if (is_kind(a, Kind::Tuple))
    if (int c = quick_compare<false>(a, b); c != kUnordered) return c == 0;
  Value r = compare(CmpOp::Eq, a, b);
  return r.is_unset() ? -1 : truthy(r);
}

int Vm::less(Value a, Value b) {
  if (a.is_int() && b.is_int()) return a.i < b.i;
  if (a.is_float() && b.is_float()) return a.f < b.f;
  if (is_kind(a, Kind::Tuple) || is_str(a))
    if (int c = quick_compare<true>(a, b); c != kUnordered) return c < 0;
  if (is_kind(a, Kind::Instance) && is_kind(b, Kind::Instance) && as<Instance>(a)->cls == as<Instance>(b)->cls) {
    Value f = as_operator(class_lookup_cached(*this, as<Instance>(a)->cls, names().__lt__));
    if (!f.is_unset()) {
      const Value operands[] = {a, b};
      Value r = call_function(as<Function>(f), operands, 2);
      if (r.is_bool()) return r.i != 0;
      if (r.is_unset()) return -1;
      if (!is_not_implemented(r)) return truthy(r);
      r = operator_declined(*this, static_cast<uint32_t>(CmpOp::Lt) | kHowCompare, a, b);
      return r.is_unset() ? -1 : truthy(r);
    }
  }
  Value r = compare(CmpOp::Lt, a, b);
  return r.is_unset() ? -1 : truthy(r);
}

}  // namespace sl
