// itertools.groupby and tee: iterators that share one source.
#include "core/vm/fast_call.h"
#include "stdlib/itertools_internal.h"

namespace sl {
namespace itertools {
namespace {

// ---- groupby: a the iterator, b the key function or None, c {current key, current item, key of the group given},
// ---- i number of the group given

enum GroupSlot { kCurrentKey, kCurrentItem, kGroupKey, kGroupSlots };

bool advance(Vm& vm, IterObj* it) {
  Value v = next_item(vm, it->a);
  if (v.is_unset()) return false;
  Value key = v;
  if (!it->b.is_none()) {
    key = fast_call(vm, it->b, &v, 1);
    if (key.is_unset()) return false;
  }
  Tuple* state = as<Tuple>(it->c);
  state->items[kCurrentItem] = v;
  state->items[kCurrentKey] = key;
  return true;
}

// a the groupby iterator, b the group's key, i its number
Value next_in_group(Vm& vm, IterObj* it) {
  auto* parent = as<IterObj>(it->a);
  if (parent->i != it->i) return Value();
  Tuple* state = as<Tuple>(parent->c);
  if (state->items[kCurrentItem].is_unset() && !advance(vm, parent)) return Value();
  int same = equal_values(vm, it->b, state->items[kCurrentKey]);
  if (same <= 0) return Value();
  Value v = state->items[kCurrentItem];
  state->items[kCurrentItem] = Value();
  return v;
}

const IterType kGroup{"itertools._grouper", next_in_group, nullptr, nullptr};

Value next_group(Vm& vm, IterObj* it) {
  ++it->i;  // ends the group given before
  Tuple* state = as<Tuple>(it->c);
  for (uint32_t steps = 1;; ++steps) {
    if (!state->items[kCurrentKey].is_unset()) {
      if (state->items[kGroupKey].is_unset()) break;
      int same = equal_values(vm, state->items[kGroupKey], state->items[kCurrentKey]);
      if (same < 0) return Value();
      if (!same) break;
    }
    if (!advance(vm, it)) return Value();
    if ((steps & 4095) == 0 && !vm.poll()) return Value();
  }
  Value key = state->items[kGroupKey] = state->items[kCurrentKey];
  IterObj* group = vm.new_iter(kGroup, Value::object(it), key);
  group->i = it->i;
  return Value::object(vm.new_tuple({key, Value::object(group)}));
}

const IterType kGroupBy{"itertools.groupby", next_group, nullptr, nullptr};

Value new_groupby(Vm& vm, Value* args) {
  Value source = vm.iter(args[0]);
  if (source.is_unset()) return source;
  IterObj* it = vm.new_iter(kGroupBy, source, args[1]);
  it->c = Value::object(vm.new_tuple({Value(), Value(), Value()}));
  return Value::object(it);
}

// Arguments, then (current item, key of the group given, current key) when an item was read.
Value reduce_groupby(Vm& vm, Value* args) {
  IterObj* it = as_kind<IterObj>(args[0], Kind::Iter);
  if (!it || it->type != &kGroupBy) return vm.raise_type("expected a groupby iterator");
  Value cls = Value::object(vm.type_of(args[0])), given = Value::object(vm.new_tuple({it->a, it->b}));
  Value* state = as<Tuple>(it->c)->items;
  if (state[kCurrentKey].is_unset() || state[kGroupKey].is_unset() || state[kCurrentItem].is_unset()) return Value::object(vm.new_tuple({cls, given}));
  return Value::object(vm.new_tuple({cls, given, Value::object(vm.new_tuple({state[kCurrentItem], state[kGroupKey], state[kCurrentKey]}))}));
}

Value restore_groupby(Vm& vm, Value* args) {
  IterObj* it = as_kind<IterObj>(args[0], Kind::Iter);
  Tuple* t = args[1].is_object() ? as_tuple(args[1]) : nullptr;
  if (!it || it->type != &kGroupBy) return vm.raise_type("expected a groupby iterator");
  if (!t || t->size != 3) return vm.raise_type("state is not a tuple");
  it->c = Value::object(vm.new_tuple({t->items[2], t->items[0], t->items[1]}));
  return Value::none();
}

// (parent, key of the group)
Value make_group(Vm& vm, Value* args) {
  IterObj* parent = as_kind<IterObj>(args[0], Kind::Iter);
  if (!parent || parent->type != &kGroupBy) return vm.raise_type("_grouper() argument 1 must be itertools.groupby, not " + std::string(vm.type_of(args[0])->name->view()));
  IterObj* group = vm.new_iter(kGroup, Value::object(parent), args[1]);
  group->i = parent->i;
  return Value::object(group);
}

Value reduce_group(Vm& vm, Value* args) {
  IterObj* it = as_kind<IterObj>(args[0], Kind::Iter);
  if (!it || it->type != &kGroup) return vm.raise_type("expected the iterator of a group");
  if (as<IterObj>(it->a)->i == it->i) return Value::object(vm.new_tuple({Value::object(vm.type_of(args[0])), Value::object(vm.new_tuple({it->a, it->b}))}));
  Value iter = builtin_value(builtin_slot(intern("iter")));
  return Value::object(vm.new_tuple({iter, Value::object(vm.new_tuple({Value::object(g_empty_tuple)}))}));
}

// ---- tee: a the source, b the block being read, i the index in it --------------------------------------

constexpr size_t kBlockItems = 60;
enum BlockSlot { kFilled = kBlockItems, kNextBlock, kBusy, kBlockSize };

Value new_block(Vm& vm) {
  Tuple* block = vm.new_tuple(kBlockSize);
  for (Value& v : std::span(block->items, kBlockSize)) v = Value();
  block->items[kFilled] = Value::integer(0);
  block->items[kNextBlock] = Value::none();
  block->items[kBusy] = Value::boolean(false);
  return Value::object(block);
}

Value next_of_tee(Vm& vm, IterObj* it) {
  Tuple* block = as<Tuple>(it->b);
  if (it->i == static_cast<int64_t>(kBlockItems)) {
    if (block->items[kNextBlock].is_none()) block->items[kNextBlock] = new_block(vm);
    it->b = block->items[kNextBlock];
    it->i = 0;
    block = as<Tuple>(it->b);
  }
  if (it->i < block->items[kFilled].i) return block->items[it->i++];
  if (block->items[kBusy].is_true()) return vm.raise(errors().RuntimeError, "cannot re-enter the tee iterator");
  block->items[kBusy] = Value::boolean(true);
  Value v = next_item(vm, it->a);
  block->items[kBusy] = Value::boolean(false);
  if (v.is_unset()) return v;
  int64_t filled = block->items[kFilled].i;
  block->items[filled] = v;
  block->items[kFilled] = Value::integer(filled + 1);
  it->i = filled + 1;
  return v;
}

const IterType kTee{"itertools._tee", next_of_tee, nullptr, nullptr};

Value new_tee(Vm& vm, Value source, Value block, int64_t at) {
  IterObj* it = vm.new_iter(kTee, source, block);
  it->i = at;
  return Value::object(it);
}

Value construct_tee(Vm& vm, Value* args) {
  Value source = vm.iter(args[0]);
  return source.is_unset() ? source : new_tee(vm, source, new_block(vm), 0);
}

Value copy_tee(Vm& vm, Value* args) {
  IterObj* it = as_kind<IterObj>(args[0], Kind::Iter);
  if (!it || it->type != &kTee) return vm.raise_type("expected a tee iterator");
  return new_tee(vm, it->a, it->b, it->i);
}

Value tee(Vm& vm, Value* args) {
  int64_t n;
  if (!vm.to_index(args[1], &n)) return Value();
  if (n < 0) return vm.raise_value("n must be >= 0");
  if (n > (1 << 30) || !vm.check_alloc(static_cast<size_t>(n) * (sizeof(IterObj) + sizeof(Value)))) return vm.raised() ? Value() : vm.raise_memory();
  Tuple* all = vm.new_tuple(static_cast<size_t>(n));
  for (int64_t i = 0; i < n; ++i) all->items[i] = Value::none();
  if (!n) return Value::object(all);
  Value source = vm.iter(args[0]);
  if (source.is_unset()) return source;
  IterObj* known = is_kind(source, Kind::Iter) && as<IterObj>(source)->type == &kTee ? as<IterObj>(source) : nullptr;
  Value block = known ? known->b : new_block(vm);
  for (int64_t i = 0; i < n; ++i) all->items[i] = i == 0 && known ? source : new_tee(vm, known ? known->a : source, block, known ? known->i : 0);
  return Value::object(all);
}

const MethodDef kFunctions[] = {
    {"tee(iterable, n=2, /)", tee, 0, "A tuple of n independent iterators over one iterable."},
};

}  // namespace

std::span<const MethodDef> itertools_functions() { return kFunctions; }

void register_itertools_groups(std::vector<Class*>* classes) {
  Class* c = define_iter_type(kGroupBy, "groupby(iterable, key=None)", new_groupby, "Pairs of a key and the iterator over the neighbours that have it.");
  add_method(c, {"__reduce__(self, /)", reduce_groupby, 0, "Return state information for pickling."});
  add_method(c, {"__setstate__(self, state, /)", restore_groupby, 0, "Set state information for unpickling."});
  classes->push_back(c);
  c = define_iter_type(kGroup, "_grouper(parent, tgtkey, /)", make_group, nullptr);
  add_method(c, {"__reduce__(self, /)", reduce_group, 0, "Return state information for pickling."});
  classes->push_back(c);
  c = define_iter_type(kTee, "_tee(iterable, /)", construct_tee, "Iterator wrapped to make it copyable.");
  add_method(c, {"__copy__(self, /)", copy_tee});
  classes->push_back(c);
}

}  // namespace itertools
}  // namespace sl
