// What the iterators of built-in types give to copy and pickle, and how they are set back.
#include <algorithm>
#include <string_view>

#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/iter_state.h"
#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {
namespace {

enum class Role { None, Indexed, Text, Reversed, Range, LongRange, Callable, Drained, Enumerate, Zip, Map, Filter };

Role role_of(std::string_view name) {
  struct Row {
    std::string_view name;
    Role role;
  };
  static constexpr Row kRows[] = {
      {"list_iterator", Role::Indexed},
      {"tuple_iterator", Role::Indexed},
      {"bytes_iterator", Role::Indexed},
      {"bytearray_iterator", Role::Indexed},
      {"iterator", Role::Indexed},
      {"array.arrayiterator", Role::Indexed},
      {"str_iterator", Role::Text},
      {"str_ascii_iterator", Role::Text},
      {"list_reverseiterator", Role::Reversed},
      {"reversed", Role::Reversed},
      {"range_iterator", Role::Range},
      {"longrange_iterator", Role::LongRange},
      {"callable_iterator", Role::Callable},
      {"dict_keyiterator", Role::Drained},
      {"dict_valueiterator", Role::Drained},
      {"dict_itemiterator", Role::Drained},
      {"dict_reversekeyiterator", Role::Drained},
      {"dict_reversevalueiterator", Role::Drained},
      {"dict_reverseitemiterator", Role::Drained},
      {"set_iterator", Role::Drained},
      {"enumerate", Role::Enumerate},
      {"zip", Role::Zip},
      {"map", Role::Map},
      {"filter", Role::Filter},
  };
  for (const Row& row : kRows)
    if (row.name == name) return row.role;
  return Role::None;
}

Value builtin(const char* name) { return builtin_value(builtin_slot(intern(name))); }
Value pair(Vm& vm, Value a, Value b) { return Value::object(vm.new_tuple({a, b})); }
Value one(Vm& vm, Value a) { return Value::object(vm.new_tuple({a})); }
Value index_of(int64_t i) { return Value::integer(i); }

IterObj* self_iter(const Value& v) { return as_kind<IterObj>(v, Kind::Iter); }

// An iterator that has ended starts again over nothing.
Value ended(Vm& vm, const IterObj* it) {
  std::string_view name = it->type->name;
  Value nothing = name.starts_with("list") ? Value::object(vm.new_list()) : name.starts_with("str") ? Value::object(names().empty) : Value::object(g_empty_tuple);
  return pair(vm, builtin("iter"), one(vm, nothing));
}

// The items left, without taking them.
Value rest(Vm& vm, const IterObj* it) {
  IterObj* copy = vm.new_iter(*it->type, it->a, it->b);
  copy->flags = it->flags;
  copy->c = it->c;
  copy->i = it->i;
  copy->j = it->j;
  copy->k = it->k;
  List* items = vm.to_list(Value::object(copy));
  return items ? pair(vm, builtin("iter"), one(vm, Value::object(items))) : Value();
}

Value rest_of_range(Vm& vm, const IterObj* it) {
  Value range;
  if (it->type == &kRangeIter) {
    bool done = it->k > 0 ? it->i >= it->j : it->i <= it->j;
    range = new_range(vm, it->i, done ? it->i : it->j, it->k);
  } else {
    Value span = int_binary(vm, BinOp::Mul, it->b, it->c);
    Value stop = span.is_unset() ? span : int_binary(vm, BinOp::Add, it->a, span);
    if (stop.is_unset()) return stop;
    range = vm.call(Value::object(types().range), {it->a, stop, it->c});
  }
  return range.is_unset() ? range : Value::object(vm.new_tuple({builtin("iter"), one(vm, range), index_of(0)}));
}

Value reduce(Vm& vm, Value* args) {
  IterObj* it = self_iter(args[0]);
  if (!it) return vm.raise_type("descriptor requires an iterator");
  bool alive = it->a.is_object();
  Value cls = Value::object(vm.type_of(args[0]));
  switch (role_of(it->type->name)) {
    case Role::Indexed: return alive ? Value::object(vm.new_tuple({builtin("iter"), one(vm, it->a), index_of(it->i)})) : ended(vm, it);
    case Role::Text: return alive ? Value::object(vm.new_tuple({builtin("iter"), one(vm, it->a), index_of(it->j)})) : ended(vm, it);
    case Role::Reversed: return alive ? Value::object(vm.new_tuple({builtin("reversed"), one(vm, it->a), index_of(it->i)})) : ended(vm, it);
    case Role::Range:
    case Role::LongRange: return rest_of_range(vm, it);
    case Role::Callable: return alive ? pair(vm, builtin("iter"), pair(vm, it->a, it->b)) : ended(vm, it);
    case Role::Drained: return rest(vm, it);
    case Role::Enumerate: return pair(vm, cls, pair(vm, it->b, it->a.is_none() ? index_of(it->i) : it->a));
    case Role::Zip: return it->j ? Value::object(vm.new_tuple({cls, it->b, Value::boolean(true)})) : pair(vm, cls, it->b);
    case Role::Map: {
      List* parts = vm.new_list(&it->a, 1);
      if (it->j == 1)
        list_append(vm, parts, it->b);
      else if (!vm.extend(parts, it->b))
        return Value();
      return pair(vm, cls, Value::object(vm.new_tuple(parts->items, parts->size)));
    }
    case Role::Filter: return pair(vm, cls, pair(vm, it->a, it->b));
    case Role::None: break;
  }
  return vm.raise_type("cannot pickle '" + std::string(it->type->name) + "' object");
}

bool set_long_range(Vm& vm, IterObj* it, Value state) {
  Value index = to_integer(vm, state);
  if (index.is_unset()) return false;
  if (int_sign(index) < 0) index = Value::integer(0);
  if (int_order(index, it->b) > 0) index = it->b;
  Value skipped = int_binary(vm, BinOp::Mul, index, it->c);
  Value next = skipped.is_unset() ? skipped : int_binary(vm, BinOp::Add, it->a, skipped);
  Value left = next.is_unset() ? next : int_binary(vm, BinOp::Sub, it->b, index);
  if (left.is_unset()) return false;
  it->a = next;
  it->b = left;
  return true;
}

bool set_state(Vm& vm, IterObj* it, Value state) {
  Role role = role_of(it->type->name);
  if (role == Role::LongRange) return set_long_range(vm, it, state);
  if (role == Role::Zip) {
    int strict = vm.truthy(state);
    it->j = strict > 0;
    return strict >= 0;
  }
  int64_t index;
  if (!vm.to_index(state, &index)) return false;
  if (role == Role::Range) {
    int64_t left = it->type->length_hint(it);
    it->i += std::clamp<int64_t>(index, 0, left) * it->k;
    return true;
  }
  if (!it->a.is_object()) return true;
  bool open = std::string_view(it->type->name) == "iterator";  // over any __getitem__, of unknown length
  int64_t length = open ? INT64_MAX : vm.length(it->a);
  if (length < 0) return false;
  if (role == Role::Reversed) {
    it->i = std::clamp<int64_t>(index, -1, length - 1);
  } else if (role == Role::Text) {
    it->j = std::clamp<int64_t>(index, 0, length);
    it->i = static_cast<int64_t>(byte_offset(vm, as<Str>(it->a), static_cast<uint32_t>(it->j)));
  } else {
    it->i = std::clamp<int64_t>(index, 0, length);
  }
  return true;
}

Value setstate(Vm& vm, Value* args) {
  IterObj* it = self_iter(args[0]);
  if (!it) return vm.raise_type("descriptor requires an iterator");
  return set_state(vm, it, args[1]) ? Value::none() : Value();
}

const MethodDef kReduce{"__reduce__(self, /)", reduce, 0, "Return state information for pickling."};
const MethodDef kSetState{"__setstate__(self, state, /)", setstate, 0, "Set state information for unpickling."};

}  // namespace

void add_iter_state(Class* cls, const char* type_name) {
  Role role = role_of(type_name);
  if (role == Role::None) return;
  set_class_attribute(cls, "__reduce__", Value::object(define_native(kReduce, cls)));
  bool fixed = role == Role::Callable || role == Role::Drained || role == Role::Enumerate || role == Role::Map || role == Role::Filter;
  if (!fixed) set_class_attribute(cls, "__setstate__", Value::object(define_native(kSetState, cls)));
}

}  // namespace sl
