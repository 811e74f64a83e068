// Iterators over sequences and callables, and what all iterator types share.
#include <cstdio>

#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/iter_state.h"

namespace sl {
namespace {

IterObj* iter_of(Value v) noexcept { return as_kind<IterObj>(v, Kind::Iter); }

void finish(IterObj* it) noexcept {
  it->a = Value::none();
  it->flags = static_cast<uint8_t>(IterTag::Generic);
}

Value next_of_list(Vm&, IterObj* it) {
  if (!is_kind(it->a, Kind::List)) return Value();
  List* l = as<List>(it->a);
  if (static_cast<uint64_t>(it->i) < l->size) return l->items[it->i++];
  finish(it);
  return Value();
}

int64_t left_in_list(const IterObj* it) { return is_kind(it->a, Kind::List) ? std::max<int64_t>(static_cast<int64_t>(as<List>(it->a)->size) - it->i, 0) : 0; }

Value next_of_tuple(Vm&, IterObj* it) {
  if (!is_kind(it->a, Kind::Tuple)) return Value();
  Tuple* t = as<Tuple>(it->a);
  if (static_cast<uint64_t>(it->i) < t->size) return t->items[it->i++];
  finish(it);
  return Value();
}

int64_t left_in_tuple(const IterObj* it) { return is_kind(it->a, Kind::Tuple) ? static_cast<int64_t>(as<Tuple>(it->a)->size) - it->i : 0; }

// i: next index, descending.
Value next_of_reversed_list(Vm&, IterObj* it) {
  if (!is_kind(it->a, Kind::List)) return Value();
  List* l = as<List>(it->a);
  if (it->i >= 0 && static_cast<uint64_t>(it->i) < l->size) return l->items[it->i--];
  finish(it);
  return Value();
}

int64_t left_in_reversed_list(const IterObj* it) { return is_kind(it->a, Kind::List) && static_cast<int64_t>(as<List>(it->a)->size) > it->i ? it->i + 1 : 0; }

// The end of a __getitem__ protocol: IndexError or StopIteration.
bool catch_end(Vm& vm) { return vm.catch_error(errors().IndexError) || vm.catch_error(errors().StopIteration); }

Value next_of_sequence(Vm& vm, IterObj* it) {
  if (it->a.is_unset()) return Value();
  if (it->i == INT64_MAX) return vm.raise(errors().OverflowError, "iter index too large");
  Value v = vm.get_item(it->a, Value::integer(it->i));
  if (!v.is_unset()) {
    ++it->i;
    return v;
  }
  if (catch_end(vm)) it->a = Value();
  return Value();
}

Value next_of_callable(Vm& vm, IterObj* it) {
  if (it->a.is_unset()) return Value();
  Value v = vm.call(it->a);
  if (v.is_unset()) {
    if (vm.catch_error(errors().StopIteration)) it->a = Value();
    return Value();
  }
  if (it->a.is_unset()) return Value();  // the call itself used it up
  int r = equal_values(vm, it->b, v);
  if (r == 0) return v;
  if (r > 0) it->a = Value();
  return Value();
}

const IterType kReversedListIter{"list_reverseiterator", next_of_reversed_list, nullptr, left_in_reversed_list};

Value iter_repr(Vm& vm, Obj* o) {
  // itertools.count and repeat show their arguments.
  Value shown = class_lookup(static_cast<IterObj*>(o)->type->cls, names().__repr__), usual = class_lookup(kListIter.cls, names().__repr__);
  if (is_kind(shown, Kind::Native) && is_kind(usual, Kind::Native) && as<Native>(shown)->fn != as<Native>(usual)->fn) {
    Value self = Value::object(o);
    return as<Native>(shown)->fn(vm, &self);
  }
  char text[160];
  std::snprintf(text, sizeof text, "<%s object at %p>", static_cast<IterObj*>(o)->type->name, static_cast<void*>(o));
  return vm.str_value(text);
}

Value iter_self(Vm&, Obj* o) { return Value::object(o); }

Value self(Vm&, Value* args) { return args[0]; }

Value next(Vm& vm, Value* args) {
  IterObj* it = iter_of(args[0]);
  Value v = it->type->next(vm, it);
  return v.is_unset() && !vm.raised() ? vm.raise(Value::object(errors().StopIteration)) : v;
}

Value length_hint(Vm& vm, Value* args) { return iter_length_hint(vm, iter_of(args[0])); }

template <Literal name, NativeFn fn>
constexpr NativeFn of_iterator = checked<Kind::Iter, "iterator", name, fn>;

constexpr MethodDef kIter{"__iter__(self, /)", of_iterator<"__iter__", self>, 0, "Implement iter(self)."};
constexpr MethodDef kNext{"__next__(self, /)", of_iterator<"__next__", next>, 0, "Implement next(self)."};
constexpr MethodDef kLengthHint{"__length_hint__(self, /)", of_iterator<"__length_hint__", length_hint>, 0, "Private method returning an estimate of len(list(it))."};
const MethodDef kPlainMethods[] = {kIter, kNext};
const MethodDef kSizedMethods[] = {kIter, kNext, kLengthHint};

}  // namespace

const IterType kListIter{"list_iterator", next_of_list, nullptr, left_in_list};
const IterType kTupleIter{"tuple_iterator", next_of_tuple, nullptr, left_in_tuple};
const IterType kSequenceIter{"iterator", next_of_sequence, nullptr, nullptr};
const IterType kCallableIter{"callable_iterator", next_of_callable, nullptr, nullptr};

Value iter_length_hint(Vm& vm, IterObj* it) {
  if (it->type == &kLongRangeIter) return it->b;
  bool backwards = it->type == &kReversedIter;
  if (!backwards && it->type != &kSequenceIter) return it->type->length_hint ? Value::integer(it->type->length_hint(it)) : Value();
  if (!it->a.is_object()) return Value::integer(0);
  if (!backwards && is_kind(it->a, Kind::Instance) && vm.find_special(it->a, names().__len__).is_unset()) return not_implemented();
  int64_t length = vm.length(it->a);
  if (length < 0) return Value();
  int64_t left = backwards ? (length < it->i + 1 ? 0 : it->i + 1) : length - it->i;
  return Value::integer(std::max<int64_t>(left, 0));
}

IterObj* Vm::new_iter(const IterType& type, Value a, Value b) {
  auto* it = heap.make<IterObj>(Kind::Iter);
  IterTag tag = &type == &kListIter       ? IterTag::List
                : &type == &kRangeIter    ? IterTag::Range
                : &type == &kTupleIter    ? IterTag::Tuple
                : &type == &kDictItemIter ? IterTag::Pairs
                                          : IterTag::Generic;
  it->flags = static_cast<uint8_t>(tag);
  it->type = &type;
  it->a = a;
  it->b = b;
  it->c = Value::none();
  it->i = it->j = it->k = 0;
  return it;
}

Value reversed_list(Vm& vm, List* l) {
  IterObj* it = vm.new_iter(kReversedListIter, Value::object(l));
  it->i = static_cast<int64_t>(l->size) - 1;
  return Value::object(it);
}

Class* define_iter_type(const IterType& type) { return define_iter_type(type, nullptr, nullptr, nullptr); }

Class* define_iter_type(const IterType& type, const char* signature, NativeFn construct, const char* doc) {
  const char* dot = std::strrchr(type.name, '.');
  TypeDef def{.name = dot ? dot + 1 : type.name, .payload = Kind::Iter, .doc = doc};
  if (dot) def.module = intern(std::string_view(type.name, dot))->data;
  def.construct_signature = signature;
  def.construct = construct;
  def.subclassable = construct != nullptr;
  def.methods = type.length_hint || &type == &kSequenceIter ? std::span<const MethodDef>(kSizedMethods) : std::span<const MethodDef>(kPlainMethods);
  type.cls = define_type(def);
  add_iter_state(type.cls, type.name);
  return type.cls;
}

void register_iterators() {
  KindOps& ops = ops_of(Kind::Iter);
  ops.repr = iter_repr;
  ops.hash = hash_by_identity;
  ops.iter = iter_self;

  types().iterator = define_iter_type(kSequenceIter);
  define_iter_type(kCallableIter);
  define_iter_type(kListIter);
  define_iter_type(kTupleIter);
  define_iter_type(kReversedListIter);
  register_dict_iterators();
  register_set_iterator();
  register_range_iterators();
  register_adapters();
}

}  // namespace sl
