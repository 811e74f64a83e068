// The generic operations: each tries built-in behaviour by kind, then the class's special methods.
#include <algorithm>
#include <cmath>
#include <string>

#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/dialect.h"
#include "core/vm/frame.h"
#include "core/vm/quick_compare.h"
#include "core/vm/slow.h"
#include "core/vm/small_text.h"
#include "core/vm/type_expr.h"
#include "core/vm/types.h"

namespace sl {
namespace {

int text_size(const Str* s) { return static_cast<int>(s->size); }

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

bool is_plain_number(const Value& v) { return !v.is_object() || v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex; }
// Instances and native objects get their operators from their class.
bool by_class(const Value& v) { return v.is_object() && (v.o->kind == Kind::Instance || v.o->kind == Kind::Host || v.o->kind == Kind::Class); }

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
  // Sequences repeat and concatenate only after every number had its say.
  if (!tried && ca != cb && (op == BinOp::Mul || op == BinOp::Add) && is_kind(b, Kind::Instance) && is_sequence(unwrap(a)) &&
      is_kind(class_lookup_cached(vm, ca, plain), Kind::Native)) {
    Value theirs = class_lookup_cached(vm, cb, reflected);
    if (!theirs.is_unset() && !is_kind(theirs, Kind::Native)) {
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

Value binary_any(Vm& vm, BinOp op, Value a, Value b) {
  if (by_class(a) || by_class(b)) {
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
  Value left = unwrap(a), right = unwrap(b);
  if (op == BinOp::Mul && (is_sequence(left) || is_sequence(right))) {
    Class* other = vm.type_of(is_sequence(left) ? b : a);
    vm.raisef(errors().TypeError, "can't multiply sequence by non-int of type '%.*s'", text_size(other->name), other->name->data);
    return true;
  }
  if (op != BinOp::Add || !is_sequence(left)) return false;
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
    r = class_compare(*this, op, a, b);
  } else {
    r = builtin_compare(*this, op, a, b);
    if (is_not_implemented(r)) r = builtin_compare(*this, kMirror[static_cast<int>(op)], b, a);
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
  if (how & kHowInplace) {
    Value hook = class_lookup_cached(vm, c, names().*kBinary[op].inplace);
    if (!hook.is_unset()) {
      how |= kHowInplaceHook;
      return as_operator(hook);
    }
  }
  // The right operand goes first when its class is a subclass.
  if (is_kind(y, Kind::Instance) && as<Instance>(y)->cls != c && is_subclass(as<Instance>(y)->cls, c)) return Value();
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
  Value r = compare(CmpOp::Lt, a, b);
  return r.is_unset() ? -1 : truthy(r);
}

// ---- truth, size, text ------------------------------------------------------------------------

int Vm::truthy(Value v) {
  switch (v.tag) {
    case kNone: return 0;
    case kBool:
    case kInt: return v.i != 0;
    case kFloat: return v.f != 0;
    default: break;
  }
  if (!v.is_object()) return 0;
  if (by_class(v)) {
    if (v.o->kind == Kind::Class && as<Class>(v)->metaclass == types().type) return 1;
    Value r = call_special(v, names().__bool__);
    if (!r.is_unset()) {
      if (r.is_bool()) return r.i != 0;
      Class* c = type_of(r);
      raisef(errors().TypeError, "__bool__ should return bool, returned %.*s", text_size(c->name), c->name->data);
      return -1;
    }
    if (raised()) return -1;
    if (find_special(v, names().__len__).is_unset()) {
      Value u = unwrap(v);
      return u.same(v) ? 1 : truthy(u);
    }
    int64_t n = length(v);
    return n < 0 ? -1 : n != 0;
  }
  const KindOps& k = ops_of(v.o->kind);
  if (k.truthy) return k.truthy(*this, v.o);
  if (k.length) {
    int64_t n = k.length(*this, v.o);
    return n < 0 ? -1 : n != 0;
  }
  return 1;
}

int64_t Vm::length(Value v) {
  if (v.is_object()) {
    if (has_plain(v, kPlainLen)) return length(as<PayloadInstance>(v)->payload);
    if (by_class(v)) {
      Value r = call_special(v, names().__len__);
      if (!r.is_unset()) {
        int64_t n;
        if (is_kind(r, Kind::BigInt)) {
          if (as<BigInt>(r)->negative)
            raise_value("__len__() should return >= 0");
          else
            raise(errors().OverflowError, "cannot fit 'int' into an index-sized integer");
          return -1;
        }
        if (!to_index(r, &n)) return -1;
        if (n < 0) {
          raise_value("__len__() should return >= 0");
          return -1;
        }
        return n;
      }
      if (raised()) return -1;
    } else if (auto f = ops_of(v.o->kind).length) {
      return f(*this, v.o);
    }
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "object of type '%.*s' has no len()", text_size(c->name), c->name->data);
  return -1;
}

bool Vm::in_repr(Value v) const {
  for (const Value& r : repr_stack)
    if (r.same(v)) return true;
  return false;
}

Value Vm::repr(Value v) {
  switch (v.tag) {
    case kNone: {
      static Str* const name = intern("None");
      return Value::object(name);
    }
    case kInt: return int_str(*this, v.i);
    case kFloat: return float_str(*this, v.f);
    case kBool: return number_repr(*this, v);
    default: break;
  }
  if (!v.is_object()) return Value::object(intern("<unset>"));
  if (by_class(v)) {
    NativeDepth depth(*this);
    if (!depth.ok) return Value();
    Value r = call_special(v, names().__repr__);
    if (r.is_unset()) return r;
    if (as_str(r)) return Value::object(as_str(r));
    Class* c = type_of(r);
    return raisef(errors().TypeError, "__repr__ returned non-string (type %.*s)", text_size(c->name), c->name->data);
  }
  if (v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex) return number_repr(*this, v);
  NativeDepth depth(*this);
  if (!depth.ok) return Value();
  if (auto f = ops_of(v.o->kind).repr) return f(*this, v.o);
  char text[128];
  Class* c = type_of(v);
  std::snprintf(text, sizeof text, "<%.*s object at 0x%llx>", std::min(80, text_size(c->name)), c->name->data, static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(v.o)));
  return str_value(text);
}

Value Vm::str(Value v) {
  if (is_str(v)) return v;
  if (v.is_int()) return int_str(*this, v.i);
  if (by_class(v)) {
    NativeDepth depth(*this);
    if (!depth.ok) return Value();
    Value r = call_special(v, names().__str__);
    if (r.is_unset()) return r;
    if (as_str(r)) return Value::object(as_str(r));
    Class* c = type_of(r);
    return raisef(errors().TypeError, "__str__ returned non-string (type %.*s)", text_size(c->name), c->name->data);
  }
  return repr(v);
}

Value Vm::ascii(Value v) {
  Value r = repr(v);
  if (r.is_unset() || as<Str>(r)->ascii()) return r;
  std::string out;
  std::string_view s = as<Str>(r)->view();
  for (size_t i = 0; i < s.size();) {
    auto c = static_cast<unsigned char>(s[i]);
    if (c < 0x80) {
      out += s[i++];
      continue;
    }
    int n = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    uint32_t cp = c & (0xFF >> (n + 1));
    for (int k = 1; k < n && i + k < s.size(); ++k) cp = cp << 6 | (static_cast<unsigned char>(s[i + static_cast<size_t>(k)]) & 0x3F);
    i += static_cast<size_t>(n);
    char text[16];
    std::snprintf(text, sizeof text, cp < 0x100 ? "\\x%02x" : cp < 0x10000 ? "\\u%04x" : "\\U%08x", cp);
    out += text;
  }
  return str_value(out);
}

Value Vm::format(Value v, Value spec) {
  if (by_class(v)) {
    Value r = call_special(v, names().__format__, {spec});
    if (r.is_unset()) return r;
    if (as_str(r)) return r;
    Class* c = type_of(r);
    return raisef(errors().TypeError, "__format__ must return a str, not %.*s", text_size(c->name), c->name->data);
  }
  if (!v.is_object() ? !v.is_none() : v.o->kind == Kind::Str || v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex) return format_builtin(*this, v, as_str(spec));
  if (as_str(spec)->size == 0) return str(v);
  Class* c = type_of(v);
  return raisef(errors().TypeError, "unsupported format string passed to %.*s.__format__", text_size(c->name), c->name->data);
}

bool Vm::hash(Value v, uint64_t* out) {
  switch (v.tag) {
    case kInt:
      if (v.i > -1000000000000 && v.i < 1000000000000) {
        *out = static_cast<uint64_t>(v.i == -1 ? -2 : v.i);
        return true;
      }
      [[fallthrough]];
    case kBool:
    case kFloat: return number_hash(*this, v, out);
    case kNone: *out = 0xFCA86420; return true;
    default: break;
  }
  if (is_str(v)) {
    *out = str_hash(as<Str>(v));
    return true;
  }
  if (v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex) return number_hash(*this, v, out);
  if (by_class(v)) {
    Value f = find_special(v, names().__hash__);
    if (is_kind(f, Kind::Native) && as<Native>(f)->owner == types().object) {
      *out = reinterpret_cast<uint64_t>(v.o) >> 4;
      return true;
    }
    if (f.is_none() && is_kind(v, Kind::Instance) && as<Instance>(v)->cls->instance_layout == Layout::Plain && runs_scriptling(*this)) {
      *out = reinterpret_cast<uint64_t>(v.o) >> 4;  // a class with __eq__ alone: by identity
      return true;
    }
    if (!f.is_none() && !f.is_unset()) {
      Value r = unwrap(call_special(v, names().__hash__));  // an int, or of a subclass of int
      if (r.is_unset()) return false;
      if (r.is_int() || r.is_bool()) {
        *out = static_cast<uint64_t>(r.i == -1 ? -2 : r.i);
        return true;
      }
      if (is_kind(r, Kind::BigInt)) return number_hash(*this, r, out);
      raise_type("__hash__ method should return an integer");
      return false;
    }
  } else if (auto f = ops_of(v.o->kind).hash) {
    return f(*this, v.o, out);
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "unhashable type: '%.*s'", text_size(c->name), c->name->data);
  return false;
}

// ---- items ----------------------------------------------------------------------------------

int Vm::contains(Value container, Value item) {
  if (container.is_object()) {
    if (has_plain(container, kPlainContains)) container = as<PayloadInstance>(container)->payload;
    if (by_class(container)) {
      if (find_special(container, names().__contains__).is_none()) {
        Class* c = type_of(container);
        raisef(errors().TypeError, "'%.*s' object is not a container", text_size(c->name), c->name->data);
        return -1;
      }
      Value r = call_special(container, names().__contains__, {item});
      if (!r.is_unset()) return truthy(r);
      if (raised()) return -1;
    } else if (auto f = ops_of(container.o->kind).contains) {
      return f(*this, container.o, item);
    }
  }
  Value it = iter(container);
  if (it.is_unset()) {
    if (catch_error(errors().TypeError)) {
      Class* c = type_of(container);
      raisef(errors().TypeError, "argument of type '%.*s' is not iterable", text_size(c->name), c->name->data);
    }
    return -1;
  }
  for (;;) {
    Value v = next(it);
    if (v.is_unset()) return raised() ? -1 : 0;
    int r = equal(v, item);
    if (r) return r;
    if (!poll()) return -1;
  }
}

Value Vm::get_item(Value container, Value key) {
  if (container.is_object()) {
    if (has_plain(container, kPlainGetItem)) {
      Value inner = as<PayloadInstance>(container)->payload;
      if (inner.o->kind == Kind::Dict) {
        uint64_t h;
        if (!hash_value(*this, key, &h)) return Value();
        if (DictEntry* e = dict_find(*this, as<Dict>(inner), key, h)) return e->value;
        return raised() ? Value() : dict_get_item_missing(*this, container, as<Dict>(inner), key);
      }
      container = inner;
    }
    if (by_class(container)) {
      Value r = call_special(container, names().__getitem__, {key});
      if (!r.is_unset() || raised()) return r;
      if (is_kind(container, Kind::Class)) {
        Value f = find_attr(container, names().__class_getitem__);
        if (raised()) return Value();
        if (!f.is_unset()) return call(f, {key});
        if (container.o == types().type) {  // type[int]: its instances are not subscriptable for that
          Value args[] = {container, key};
          return class_getitem(*this, args);
        }
        return raisef(errors().TypeError, "type '%.*s' is not subscriptable", text_size(as<Class>(container)->name), as<Class>(container)->name->data);
      }
    } else if (auto f = ops_of(container.o->kind).get_item) {
      return f(*this, container.o, key);
    }
  }
  Class* c = type_of(container);
  return raisef(errors().TypeError, "'%.*s' object is not subscriptable", text_size(c->name), c->name->data);
}

namespace {

// Sets, sequences and every class of a script are sequences to CPython: it reads an integer key as their index
// before it finds that items cannot be stored. 1: such a pair, 0: not, -1: raised.
int index_of_sequence(Vm& vm, Value container, Value key) {
  key = unwrap(key);
  if (!container.is_object() || !(key.is_int_or_bool() || is_kind(key, Kind::BigInt))) return 0;
  Kind kind = container.o->kind;
  bool sequence = ops_of(kind).get_item || (kind == Kind::Instance && vm.type_of(container) != types().object) || kind == Kind::Set || kind == Kind::FrozenSet;
  if (!sequence || !is_kind(key, Kind::BigInt)) return sequence;
  vm.raise(errors().IndexError, "cannot fit 'int' into an index-sized integer");
  return -1;
}

}  // namespace

bool Vm::set_item(Value container, Value key, Value v) {
  if (container.is_object()) {
    if (has_plain(container, kPlainSetItem)) container = as<PayloadInstance>(container)->payload;
    if (by_class(container)) {
      Value r = call_special(container, names().__setitem__, {key, v});
      if (!r.is_unset()) return true;
      if (raised()) return false;
    } else if (auto f = ops_of(container.o->kind).set_item) {
      return f(*this, container.o, key, v);
    }
  }
  Class* c = type_of(container);
  if (by_class(container) && !class_lookup(c, names().__delitem__).is_unset())
    raise(errors().AttributeError, "__setitem__");
  else if (index_of_sequence(*this, container, key) >= 0)
    raisef(errors().TypeError, "'%.*s' object does not support item assignment", text_size(c->name), c->name->data);
  return false;
}

bool Vm::del_item(Value container, Value key) {
  if (container.is_object()) {
    if (has_plain(container, kPlainDelItem)) container = as<PayloadInstance>(container)->payload;
    if (by_class(container)) {
      Value r = call_special(container, names().__delitem__, {key});
      if (!r.is_unset()) return true;
      if (raised()) return false;
    } else if (auto f = ops_of(container.o->kind).del_item) {
      return f(*this, container.o, key);
    }
  }
  Class* c = type_of(container);
  if (by_class(container) && !class_lookup(c, names().__setitem__).is_unset())
    raise(errors().AttributeError, "__delitem__");
  else if (int sequence = index_of_sequence(*this, container, key); sequence >= 0)
    raisef(errors().TypeError, "'%.*s' object does%s support item deletion", text_size(c->name), c->name->data, sequence ? "n't" : " not");
  return false;
}

// ---- iteration ------------------------------------------------------------------------------

namespace {

Value sequence_next(Vm& vm, IterObj* it) {
  if (it->i < 0) return Value();
  Value v = vm.get_item(it->a, Value::integer(it->i));
  if (v.is_unset()) {
    if (vm.catch_error(errors().IndexError) || vm.catch_error(errors().StopIteration)) it->i = -1;
    return v;
  }
  ++it->i;
  return v;
}
IterType g_sequence_iter{"iterator", sequence_next, nullptr, nullptr};

}  // namespace

Value Vm::iter(Value v) {
  if (v.is_object()) {
    Kind k = v.o->kind;
    if (k == Kind::Iter || k == Kind::Generator) return v;
    if (has_plain(v, kPlainIter)) return iter(as<PayloadInstance>(v)->payload);
    if (by_class(v)) {
      Value f = find_special(v, names().__iter__);
      if (!f.is_unset() && !f.is_none()) {
        Value r = call_special(v, names().__iter__);
        if (r.is_unset()) return r;
        if (is_kind(r, Kind::Iter) || is_kind(r, Kind::Generator) || !find_special(r, names().__next__).is_unset()) return r;
        Class* c = type_of(r);
        return raisef(errors().TypeError, "iter() returned non-iterator of type '%.*s'", text_size(c->name), c->name->data);
      }
      if (f.is_unset() && !find_special(v, names().__getitem__).is_unset()) {
        if (!g_sequence_iter.cls) g_sequence_iter.cls = types().iterator;
        return Value::object(new_iter(g_sequence_iter, v));
      }
    } else if (auto f = ops_of(k).iter) {
      return f(*this, v.o);
    }
  }
  Class* c = type_of(v);
  return raisef(errors().TypeError, "'%.*s' object is not iterable", text_size(c->name), c->name->data);
}

Value Vm::next(Value it) {
  if (is_kind(it, Kind::Iter)) return as<IterObj>(it)->type->next(*this, as<IterObj>(it));
  thread->stop_value = Value();
  if (is_kind(it, Kind::Generator)) {
    Value done;
    Value v = generator_resume(*this, as<Generator>(it), Value::none(), false, &done);
    if (v.is_unset() && !raised()) thread->stop_value = done;
    return v;
  }
  Value v = call_special(it, names().__next__);
  if (!v.is_unset()) return v;
  if (!raised()) {
    Class* c = type_of(it);
    return raisef(errors().TypeError, "'%.*s' object is not an iterator", text_size(c->name), c->name->data);
  }
  if (is_instance(pending, errors().StopIteration)) {
    Value e = take_error();
    Tuple* args = as_tuple(as_exception(e)->args);
    thread->stop_value = args && args->size ? args->items[0] : Value::none();
  }
  return Value();
}

// ---- conversions and types ----------------------------------------------------------------------

bool Vm::to_index(Value v, int64_t* out, const char* what) {
  if (v.is_int_or_bool()) {
    *out = v.i;
    return true;
  }
  Value u = unwrap(v);
  if (u.is_int_or_bool()) {
    *out = u.i;
    return true;
  }
  if (is_kind(u, Kind::BigInt)) {
    raise(errors().OverflowError, what ? what : "Python int too large to convert to C ssize_t");
    return false;
  }
  if (by_class(v)) {
    Value r = call_special(v, names().__index__);
    if (!r.is_unset()) {
      if (r.is_int_or_bool()) {
        *out = r.i;
        return true;
      }
      if (is_kind(r, Kind::BigInt)) {
        raise(errors().OverflowError, what ? what : "Python int too large to convert to C ssize_t");
        return false;
      }
      Class* c = type_of(r);
      raisef(errors().TypeError, "__index__ returned non-int (type %.*s)", text_size(c->name), c->name->data);
      return false;
    }
    if (raised()) return false;
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "'%.*s' object cannot be interpreted as an integer", text_size(c->name), c->name->data);
  return false;
}

bool Vm::to_double(Value v, double* out) {
  Value u = unwrap(v);
  if (u.is_float()) {
    *out = u.f;
    return true;
  }
  if (u.is_int_or_bool()) {
    *out = static_cast<double>(u.i);
    return true;
  }
  if (is_kind(u, Kind::BigInt)) {
    Value r = number_binary(*this, BinOp::TrueDiv, u, Value::integer(1));
    if (r.is_unset()) {
      if (catch_error(errors().OverflowError)) raise(errors().OverflowError, "int too large to convert to float");
      return false;
    }
    *out = r.f;
    return true;
  }
  if (by_class(v)) {
    Value r = call_special(v, names().__float__);
    if (r.is_unset() && !raised()) {
      r = call_special(v, names().__index__);
      Value number = unwrap(r);
      if (is_integer(number)) return to_double(number, out);
      if (!r.is_unset()) {
        Class* got = type_of(r);
        raisef(errors().TypeError, "__index__ returned non-int (type %.*s)", text_size(got->name), got->name->data);
        return false;
      }
    }
    if (!r.is_unset()) {
      if (unwrap(r).is_float()) {
        *out = unwrap(r).f;
        return true;
      }
      Class* c = type_of(v);
      Class* got = type_of(r);
      raisef(errors().TypeError, "%.*s.__float__ returned non-float (type %.*s)", text_size(c->name), c->name->data, text_size(got->name), got->name->data);
      return false;
    }
    if (raised()) return false;
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "must be real number, not %.*s", text_size(c->name), c->name->data);
  return false;
}

}  // namespace sl
