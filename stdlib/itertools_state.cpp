// __reduce__ and __setstate__ of the iterators of itertools.cpp: how copy and pickle take them along. What the fields
// of each hold stands there.
#include <algorithm>

#include "core/vm/text.h"
#include "stdlib/itertools_internal.h"

namespace sl {
namespace itertools {
namespace {

using Reduce = Value (*)(Vm& vm, IterObj* it, Value cls);
using Restore = bool (*)(Vm& vm, IterObj* it, Value state);

Value row(Vm& vm, std::initializer_list<Value> items) { return Value::object(vm.new_tuple(items)); }
Value index_of(int64_t n) { return Value::integer(n); }

bool bad_state(Vm& vm, const char* message) {
  vm.raise_type(message);
  return false;
}

// A tuple of exactly `least` to `most` items; null: raised.
Tuple* state_tuple(Vm& vm, Value state, size_t least, size_t most) {
  Tuple* t = state.is_object() ? as_tuple(state) : nullptr;
  if (!t) return bad_state(vm, "state is not a tuple"), nullptr;
  if (t->size < least || t->size > most) return bad_state(vm, "function takes a state of other length"), nullptr;
  return t;
}

bool is_iterator(Vm& vm, Value v) { return !vm.find_special(v, names().__next__).is_unset(); }

Value empty_iterator(Vm& vm) { return vm.iter(Value::object(g_empty_tuple)); }

Value reduce_count(Vm& vm, IterObj* it, Value cls) {
  Value now = it->k ? Value::integer(it->i) : it->a;
  bool ones = it->b.is_int() && it->b.i == 1;
  return row(vm, {cls, ones ? row(vm, {now}) : row(vm, {now, it->b})});
}

Value reduce_repeat(Vm& vm, IterObj* it, Value cls) { return row(vm, {cls, it->i < 0 ? row(vm, {it->a}) : row(vm, {it->a, index_of(it->i)})}); }

// State: the items saved, and whether they are all there already.
Value reduce_cycle(Vm& vm, IterObj* it, Value cls) {
  auto* saved = as<List>(it->b);
  Value source = it->a;
  if (it->k) {
    size_t from = std::min<size_t>(static_cast<size_t>(it->i), saved->size);
    source = vm.iter(Value::object(vm.new_list(saved->items + from, saved->size - from)));
    if (source.is_unset()) return source;
  }
  return row(vm, {cls, row(vm, {source}), row(vm, {it->b, index_of(it->k || it->j)})});
}

bool restore_cycle(Vm& vm, IterObj* it, Value state) {
  Tuple* t = state_tuple(vm, state, 2, 2);
  if (!t) return false;
  int64_t complete;
  if (!is_kind(t->items[0], Kind::List)) return bad_state(vm, "state must hold a list");
  if (!vm.to_index(t->items[1], &complete)) return false;
  it->b = t->items[0];  // shared with the iterator copied
  it->j = complete != 0;
  return true;
}

Value reduce_accumulate(Vm& vm, IterObj* it, Value cls) {
  if (it->i == 2 && !it->c.is_none()) return row(vm, {cls, row(vm, {it->a, it->b}), it->c});
  if (it->i == 0) return row(vm, {cls, row(vm, {it->a, it->b})});
  Value first = vm.iter(row(vm, {it->c}));
  Value sources = first.is_unset() ? first : vm.iter(row(vm, {first, it->a}));
  if (sources.is_unset()) return sources;
  Value chained = Value::object(vm.new_iter(*chain_type(), sources));
  if (it->i == 1) return row(vm, {cls, row(vm, {chained, it->b})});
  Value again = vm.call(cls, {chained, it->b});  // a total of None is no state: it is run over again
  return again.is_unset() ? again : row(vm, {Value::object(slice_type()->cls), row(vm, {again, index_of(1), Value::none()})});
}

bool restore_accumulate(Vm&, IterObj* it, Value state) {
  it->c = state;
  it->i = 2;
  return true;
}

Value reduce_chain(Vm& vm, IterObj* it, Value cls) {
  Value nothing = Value::object(g_empty_tuple);
  if (it->a.is_none() && it->b.is_none()) return row(vm, {cls, nothing});
  Value rest = it->a.is_none() ? empty_iterator(vm) : it->a;
  if (rest.is_unset()) return rest;
  return row(vm, {cls, nothing, it->b.is_none() ? row(vm, {rest}) : row(vm, {rest, it->b})});
}

bool restore_chain(Vm& vm, IterObj* it, Value state) {
  Tuple* t = state_tuple(vm, state, 1, 2);
  if (!t) return false;
  for (size_t i = 0; i < t->size; ++i)
    if (!is_iterator(vm, t->items[i])) return bad_state(vm, "Arguments must be iterators.");
  it->a = t->items[0];
  it->b = t->size == 2 ? t->items[1] : Value::none();
  return true;
}

Value reduce_pair(Vm& vm, IterObj* it, Value cls) { return row(vm, {cls, row(vm, {it->a, it->b})}); }
Value reduce_flagged(Vm& vm, IterObj* it, Value cls) { return row(vm, {cls, row(vm, {it->a, it->b}), index_of(it->i)}); }

bool restore_flag(Vm& vm, IterObj* it, Value state) {
  int on = vm.truthy(state);
  it->i = on > 0;
  return on >= 0;
}

Value reduce_slice(Vm& vm, IterObj* it, Value cls) {
  if (it->a.is_none()) {
    Value nothing = empty_iterator(vm);
    return nothing.is_unset() ? nothing : row(vm, {cls, row(vm, {nothing, index_of(0)}), index_of(0)});
  }
  Value stop = it->j == INT64_MAX ? Value::none() : index_of(it->j);
  return row(vm, {cls, row(vm, {it->a, it->b, stop, index_of(it->k)}), index_of(it->i)});
}

bool restore_slice(Vm& vm, IterObj* it, Value state) {
  int64_t taken;
  if (!vm.to_index(state, &taken)) return false;
  it->i = std::max<int64_t>(taken, 0);
  return true;
}

Value reduce_zip_longest(Vm& vm, IterObj* it, Value cls) {
  auto* sources = as<Tuple>(it->a);
  Tuple* given = vm.new_tuple(sources->size);
  for (size_t i = 0; i < sources->size; ++i) given->items[i] = sources->items[i].is_none() ? Value::object(g_empty_tuple) : sources->items[i];
  return row(vm, {cls, Value::object(given), it->b});
}

bool restore_filler(Vm&, IterObj* it, Value state) {
  it->b = state;
  return true;
}

struct Row {
  std::string_view type;
  Reduce reduce;
  Restore restore;  // null: no state
};
constexpr Row kRows[] = {
    {"itertools.count", reduce_count, nullptr},
    {"itertools.repeat", reduce_repeat, nullptr},
    {"itertools.cycle", reduce_cycle, restore_cycle},
    {"itertools.accumulate", reduce_accumulate, restore_accumulate},
    {"itertools.chain", reduce_chain, restore_chain},
    {"itertools.compress", reduce_pair, nullptr},
    {"itertools.filterfalse", reduce_pair, nullptr},
    {"itertools.starmap", reduce_pair, nullptr},
    {"itertools.dropwhile", reduce_flagged, restore_flag},
    {"itertools.takewhile", reduce_flagged, restore_flag},
    {"itertools.islice", reduce_slice, restore_slice},
    {"itertools.zip_longest", reduce_zip_longest, restore_filler},
};

const Row* row_of(const char* name) {
  for (const Row& r : kRows)
    if (r.type == name) return &r;
  return nullptr;
}

IterObj* self_iter(Vm& vm, Value v) {
  IterObj* it = as_kind<IterObj>(v, Kind::Iter);
  if (it && row_of(it->type->name)) return it;
  vm.raise_type("descriptor requires an iterator of itertools");
  return nullptr;
}

Value reduce(Vm& vm, Value* args) {
  IterObj* it = self_iter(vm, args[0]);
  return it ? row_of(it->type->name)->reduce(vm, it, Value::object(vm.type_of(args[0]))) : Value();
}

Value setstate(Vm& vm, Value* args) {
  IterObj* it = self_iter(vm, args[0]);
  if (!it) return {};
  Restore restore = row_of(it->type->name)->restore;
  return restore && restore(vm, it, args[1]) ? Value::none() : Value();
}

}  // namespace

void add_state(Class* cls, const char* type) {
  const Row* r = row_of(type);
  if (!r) return;
  add_method(cls, {"__reduce__(self, /)", reduce, 0, "Return state information for pickling."});
  if (r->restore) add_method(cls, {"__setstate__(self, state, /)", setstate, 0, "Set state information for unpickling."});
}

}  // namespace itertools
}  // namespace sl
