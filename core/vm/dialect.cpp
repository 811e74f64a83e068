#include "core/vm/dialect.h"

#include <algorithm>

#include "core/vm/builtins.h"
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/exceptions.h"
#include "core/vm/objects.h"
#include "core/vm/slots.h"
#include "core/vm/slow.h"

namespace sl {
namespace {

// Does the class of a value holding a built-in container keep that container's own special method?
bool keeps_builtin(Vm& vm, Value v, Str* special) { return !v.is_object() || v.o->kind != Kind::Instance || is_kind(vm.find_special(v, special), Kind::Native); }

int64_t sequence_length(Value v) {
  if (!v.is_object()) return -1;
  switch (v.o->kind) {
    case Kind::List: return static_cast<int64_t>(as<List>(v)->size);
    case Kind::Tuple: return static_cast<int64_t>(as<Tuple>(v)->size);
    case Kind::Str: return as<Str>(v)->length;
    case Kind::Bytes: return static_cast<int64_t>(as<Bytes>(v)->size);
    case Kind::ByteArray: return static_cast<int64_t>(as<ByteArray>(v)->size);
    default: return -1;
  }
}

}  // namespace

Value peek_item(Vm& vm, Value container, Value key) {
  Value inner = unwrap(container);
  if (!keeps_builtin(vm, container, names().__getitem__)) return vm.get_item(container, key);
  if (is_kind(inner, Kind::Dict)) {
    Value v = dict_get(vm, as<Dict>(inner), key);
    if (!v.is_unset() || vm.raised()) return v;
    bool plain = inner.same(container) || vm.find_special(container, names().__missing__).is_unset();
    return plain ? Value::none() : vm.get_item(container, key);
  }
  int64_t length = sequence_length(inner);
  if (length < 0) {
    Value v = vm.get_item(container, key);
    return v.is_unset() && module_of_view(container) && vm.catch_error(errors().KeyError) ? Value::none() : v;  // globals()["x"]
  }
  uint64_t at;
  if (key.is_int_or_bool() && !normalize_index(key.i, length, &at)) return Value::none();
  Value v = vm.get_item(container, key);
  return v.is_unset() && vm.catch_error(errors().IndexError) ? Value::none() : v;
}

Value peek_attr(Vm& vm, Value v, Str* name, CacheWord& cache) {
  learn_attr(vm, v, name, cache);
  Value r = lookup_attr(vm, v, name);
  if (!r.is_unset()) return r;
  if (vm.raised()) {  // __getattr__ said that there is no such attribute
    const Class* c = is_kind(v, Kind::Class) ? as<Class>(v)->metaclass : vm.type_of(v);
    bool hooked = c->flags & (kClassHasGetattr | kClassHasGetattribute) || !find_member(c, name).is_unset();  // an empty slot
    return hooked && vm.catch_error(errors().AttributeError) ? Value::none() : r;
  }
  if (v.is_object()) {
    switch (v.o->kind) {
      case Kind::Instance:
      case Kind::Class:
      case Kind::Module:
      case Kind::Dict:
      case Kind::Host: return Value::none();
      default: break;
    }
  }
  return vm.get_attr(v, name);
}

// ---- arithmetic -----------------------------------------------------------------------------------

Value truncating(Vm& vm, BinOp op, Value a, Value b, bool inplace) {
  Str* special = op == BinOp::FloorDiv ? names().__floordiv__ : names().__mod__;
  Str* reflected = op == BinOp::FloorDiv ? names().__rfloordiv__ : names().__rmod__;
  Value x = unwrap(a), y = unwrap(b);
  bool integers = is_integer(x) && is_integer(y) && keeps_builtin(vm, a, special) && keeps_builtin(vm, b, reflected);
  if (!integers) return inplace ? vm.inplace(op, a, b) : vm.binary(op, a, b);
  if (int_sign(y) == 0) return vm.raise(errors().ZeroDivisionError, "division by zero");
  Value floored = vm.binary(op, x, y);
  if (floored.is_unset() || (int_sign(x) < 0) == (int_sign(y) < 0)) return floored;
  if (op == BinOp::Mod) return int_sign(floored) == 0 ? floored : vm.binary(BinOp::Sub, floored, y);
  Value remainder = vm.binary(BinOp::Mod, x, y);
  return remainder.is_unset() || int_sign(remainder) == 0 ? floored : vm.binary(BinOp::Add, floored, Value::integer(1));
}

// ---- iteration: a the dict or set, b tuple of its keys, i next index, j the ViewKind, k the version of a
// dict whose keys are still those, c its cursor then -----------------------------------------------------

namespace {

Value next_of_snapshot(Vm& vm, IterObj* it) {
  auto* keys = as<Tuple>(it->b);
  while (static_cast<uint64_t>(it->i) < keys->size) {
    Value key = keys->items[it->i++];
    if (is_kind(it->a, Kind::Set)) {
      int there = set_contains(vm, as<Set>(it->a), key);
      if (there) return there < 0 ? Value() : key;
      continue;
    }
    Value v;
    auto* d = as<Dict>(it->a);
    if (static_cast<int64_t>(d->version) == it->k) {
      auto cursor = static_cast<uint32_t>(it->c.i);
      dict_next(d, &cursor, &key, &v);
      it->c = Value::integer(cursor);
    } else {
      v = dict_get(vm, d, key);
      if (v.is_unset() && vm.raised()) return v;
    }
    if (v.is_unset()) continue;
    switch (static_cast<ViewKind>(it->j)) {
      case ViewKind::Keys: return key;
      case ViewKind::Values: return v;
      case ViewKind::Items: return Value::object(vm.new_tuple({key, v}));
    }
  }
  return Value();
}

int64_t left_in_snapshot(const IterObj* it) { return static_cast<int64_t>(as<Tuple>(it->b)->size) - it->i; }

const IterType kSnapshotIter{"snapshot_iterator", next_of_snapshot, nullptr, left_in_snapshot};

Value new_snapshot(Vm& vm, Value source, uint32_t size, ViewKind kind) {
  if (size > 4096 && !vm.check_alloc(size * sizeof(Value))) return Value();
  Tuple* keys = vm.new_tuple(size);
  uint32_t cursor = 0;
  Value value;
  if (is_kind(source, Kind::Set))
    for (uint32_t i = 0; i < size && set_next(as<Set>(source), &cursor, &keys->items[i]);) ++i;
  else
    for (uint32_t i = 0; i < size && dict_next(as<Dict>(source), &cursor, &keys->items[i], &value);) ++i;
  IterObj* it = vm.new_iter(kSnapshotIter, source, Value::object(keys));
  it->j = static_cast<int64_t>(kind);
  it->c = Value::integer(0);
  if (is_kind(source, Kind::Dict)) it->k = static_cast<int64_t>(as<Dict>(source)->version);
  return Value::object(it);
}

}  // namespace

Value snapshot_iter(Vm& vm, Value v) {
  if (!v.is_object()) return vm.iter(v);
  if (v.o->kind == Kind::Host && as<HostObj>(v)->cls == once_range_class()) return once_range_iter(v);
  if (v.o->kind == Kind::DictView) return new_snapshot(vm, Value::object(as<DictView>(v)->dict), as<DictView>(v)->dict->used, static_cast<ViewKind>(v.o->flags));
  Value inner = unwrap(v);
  bool mutable_keys = is_kind(inner, Kind::Dict) || is_kind(inner, Kind::Set);
  if (!mutable_keys || !keeps_builtin(vm, v, names().__iter__)) return vm.iter(v);
  return new_snapshot(vm, inner, is_kind(inner, Kind::Set) ? as<Set>(inner)->used : as<Dict>(inner)->used, ViewKind::Keys);
}

// ---- classes ------------------------------------------------------------------------------------------

bool admit_member(Vm& vm, Value v) {
  if (!runs_scriptling(vm) || as<Instance>(v)->cls->instance_layout != Layout::Plain) return true;
  Value hash = vm.find_special(v, names().__hash__);
  if (!hash.is_none() && !(is_kind(hash, Kind::Native) && as<Native>(hash)->owner == types().object)) return true;
  return unhashable(vm, v);
}

int match_value(Vm& vm, Value subject, Value value) {
  if (subject.is_bool() != value.is_bool() && is_number(subject) && is_number(value)) return 0;
  Value r = vm.compare(CmpOp::Eq, subject, value);
  return r.is_unset() ? -1 : vm.truthy(r);
}

Value match_type(Vm& vm, Value subject, Value cls, Tuple* spec) {
  if (subject.is_bool() && is_kind(cls, Kind::Class) && as<Class>(cls) == types().integer) return Value::none();
  return match_class(vm, subject, cls, spec);
}

// ---- messages -------------------------------------------------------------------------------------------

Value raise_depth(Vm& vm) {
  if (!runs_scriptling(vm)) return vm.raise(errors().RecursionError, "maximum recursion depth exceeded");
  return vm.raise(errors().RecursionError, "call depth exceeded: maximum depth is " + std::to_string(vm.limits.depth));
}

Value raise_exhausted(Vm& vm) {
  bool named = runs_scriptling(vm);
  ExceptionInstance* e = named ? make_exception(vm, errors().StopIteration, {vm.str_value("StopIteration")}) : make_exception(vm, errors().StopIteration, {});
  e->value = Value::none();
  return vm.raise(Value::object(e));
}

std::string dialect_message(const Vm& vm, std::string python, const char* added) { return runs_scriptling(vm) ? python + added : python; }

// ---- built-in names -------------------------------------------------------------------------------------

namespace {

// isinstance() of a bool, which is no int here.
int bool_is(Vm& vm, Value v, Value info) {
  if (is_kind(info, Kind::Class) && as<Class>(info) == types().integer) return 0;
  if (Str* s = info.is_object() ? as_str(info) : nullptr) {
    std::string folded(s->view());
    std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
    if (folded == "int" || folded == "integer") return 0;
  }
  if (info.is_object() && (as_tuple(info) || as_list(info))) {
    NativeDepth depth(vm);
    if (!depth.ok) return -1;
    for (size_t i = 0;; ++i) {
      Tuple* t = as_tuple(info);
      List* l = t ? nullptr : as_list(info);
      if (i >= (t ? t->size : l->size)) return 0;
      int r = bool_is(vm, v, t ? t->items[i] : l->items[i]);
      if (r) return r;
    }
  }
  return vm.is_instance_of(v, info);
}

Value dialect_isinstance(Vm& vm, Value* args) {
  int r = args[0].is_bool() ? bool_is(vm, args[0], args[1]) : vm.is_instance_of(args[0], args[1]);
  return r < 0 ? Value() : Value::boolean(r);
}

// format(0.5, "%") has two decimals.
Value dialect_format(Vm& vm, Value* args) {
  Str* spec = as_str(args[1]);
  if (!spec) return vm.raise_type("format() argument 2 must be str, not " + class_name(vm, args[1]));
  bool percent = spec->view() == "%" && is_number(args[0]);
  return vm.format(args[0], percent ? vm.str_value(".2%") : args[1]);
}

const MethodDef kFormat{"format(value, format_spec='', /)", dialect_format, 0, "Return value.__format__(format_spec)."};
const MethodDef kIsInstance{"isinstance(obj, class_or_tuple, /)", dialect_isinstance, 0, "Return whether an object is an instance of a class or of a subclass thereof."};

}  // namespace

void register_once_range();  // once_range.cpp

void register_dialect() {
  define_iter_type(kSnapshotIter);
  define_dialect_builtin("isinstance", Value::object(define_native(kIsInstance, nullptr, "builtins")));
  define_dialect_builtin("format", Value::object(define_native(kFormat, nullptr, "builtins")));
  register_once_range();
}

}  // namespace sl
