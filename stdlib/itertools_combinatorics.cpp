// itertools.product, permutations and combinations. a: the pool or tuple of pools, b: a tuple of indices
// only the iterator sees, c: the result given last; i the result's size, j the state.
#include <algorithm>

#include "stdlib/itertools_internal.h"

namespace sl {
namespace itertools {
namespace {

enum State : int64_t { kFresh, kRunning, kDone };

Tuple* private_tuple(Vm& vm, size_t n) {
  Tuple* t = vm.new_tuple(n);
  for (size_t i = 0; i < n; ++i) t->items[i] = Value::integer(0);
  return t;
}

Value give(Vm& vm, IterObj* it, const Value* items, size_t n) {
  it->j = kRunning;
  it->c = Value::object(vm.new_tuple(items, n));
  return it->c;
}

bool check_size(Vm& vm, uint64_t n) {
  if (n < (uint64_t{1} << 32) && vm.check_alloc(n * sizeof(Value) * 2)) return true;
  if (!vm.raised()) vm.raise_memory();
  return false;
}

// ---- product -------------------------------------------------------------------------------------

Value next_product(Vm& vm, IterObj* it) {
  if (it->j == kDone) return Value();
  Tuple* pools = as<Tuple>(it->a);
  Tuple* at = as<Tuple>(it->b);
  size_t n = pools->size;
  if (it->j == kFresh) {
    Tuple* row = vm.new_tuple(n);
    for (size_t i = 0; i < n; ++i) row->items[i] = as<Tuple>(pools->items[i])->items[0];
    it->j = kRunning;
    return it->c = Value::object(row);
  }
  Tuple* row = vm.new_tuple(as<Tuple>(it->c)->items, n);
  for (size_t i = n; i-- > 0;) {
    auto* pool = as<Tuple>(pools->items[i]);
    auto next = static_cast<uint64_t>(++at->items[i].i);
    if (next < pool->size) {
      row->items[i] = pool->items[next];
      return it->c = Value::object(row);
    }
    at->items[i].i = 0;
    row->items[i] = pool->items[0];
  }
  it->j = kDone;
  return Value();
}

const IterType kProduct{"itertools.product", next_product, nullptr, nullptr};

Value new_product(Vm& vm, Value* args) {  // repeat, *iterables
  int64_t repeat;
  if (!vm.to_index(args[0], &repeat)) return Value();
  if (repeat < 0) return vm.raise_value("repeat argument cannot be negative");
  Tuple* given = as<Tuple>(args[1]);
  uint64_t total;
  if (__builtin_mul_overflow(given->size, static_cast<uint64_t>(repeat), &total)) return vm.raise(errors().OverflowError, "repeat argument too large");
  if (!check_size(vm, total)) return Value();
  Tuple* pools = vm.new_tuple(total);
  for (size_t i = 0; i < total; ++i) pools->items[i] = Value::none();
  bool empty = false;
  for (size_t i = 0; i < given->size && repeat; ++i) {
    Tuple* pool = vm.to_tuple(given->items[i]);
    if (!pool) return Value();
    empty |= pool->size == 0;
    for (size_t k = i; k < total; k += given->size) pools->items[k] = Value::object(pool);
  }
  IterObj* it = vm.new_iter(kProduct, Value::object(pools), Value::object(private_tuple(vm, total)));
  if (empty) it->j = kDone;
  return Value::object(it);
}

// ---- combinations ----------------------------------------------------------------------------------

template <bool replacement>
Value next_combination(Vm& vm, IterObj* it) {
  if (it->j == kDone) return Value();
  Tuple* pool = as<Tuple>(it->a);
  Tuple* at = as<Tuple>(it->b);
  auto r = static_cast<size_t>(it->i);
  size_t n = pool->size;
  if (it->j == kFresh) {
    Tuple* row = vm.new_tuple(r);
    for (size_t k = 0; k < r; ++k) row->items[k] = pool->items[at->items[k].i];
    it->j = kRunning;
    return it->c = Value::object(row);
  }
  size_t i = r;
  while (i-- > 0) {
    auto limit = static_cast<int64_t>(replacement ? n - 1 : i + n - r);
    if (at->items[i].i != limit) break;
  }
  if (i == SIZE_MAX) {
    it->j = kDone;
    return Value();
  }
  Tuple* row = vm.new_tuple(as<Tuple>(it->c)->items, r);
  int64_t index = ++at->items[i].i;
  row->items[i] = pool->items[index];
  for (size_t k = i + 1; k < r; ++k) {
    if (!replacement) ++index;
    at->items[k].i = index;
    row->items[k] = pool->items[index];
  }
  return it->c = Value::object(row);
}

const IterType kCombinations{"itertools.combinations", next_combination<false>, nullptr, nullptr};
const IterType kWithReplacement{"itertools.combinations_with_replacement", next_combination<true>, nullptr, nullptr};

template <bool replacement>
Value new_combinations(Vm& vm, Value* args) {
  int64_t r;
  if (!vm.to_index(args[1], &r)) return Value();
  Tuple* pool = vm.to_tuple(args[0]);
  if (!pool) return Value();
  if (r < 0) return vm.raise_value("r must be non-negative");
  bool none = replacement ? !pool->size && r : static_cast<uint64_t>(r) > pool->size;
  if (!none && !check_size(vm, static_cast<uint64_t>(r))) return Value();
  Tuple* at = private_tuple(vm, none ? 0 : static_cast<size_t>(r));
  if (!replacement)
    for (size_t i = 0; i < at->size; ++i) at->items[i].i = static_cast<int64_t>(i);
  IterObj* it = vm.new_iter(replacement ? kWithReplacement : kCombinations, Value::object(pool), Value::object(at));
  it->i = r;
  if (none) it->j = kDone;
  return Value::object(it);
}

// ---- permutations: the indices of all n items, then the r cycle counts ----------------------------------

Value next_permutation(Vm& vm, IterObj* it) {
  if (it->j == kDone) return Value();
  Tuple* pool = as<Tuple>(it->a);
  Value* at = as<Tuple>(it->b)->items;
  size_t n = pool->size;
  auto r = static_cast<size_t>(it->i);
  if (it->j == kFresh) return give(vm, it, pool->items, r);
  Value* cycles = at + n;
  for (size_t i = r; i-- > 0;) {
    if (--cycles[i].i == 0) {
      int64_t moved = at[i].i;
      for (size_t k = i; k + 1 < n; ++k) at[k].i = at[k + 1].i;
      at[n - 1].i = moved;
      cycles[i].i = static_cast<int64_t>(n - i);
      continue;
    }
    std::swap(at[i], at[n - static_cast<size_t>(cycles[i].i)]);
    Tuple* row = vm.new_tuple(as<Tuple>(it->c)->items, r);
    for (size_t k = i; k < r; ++k) row->items[k] = pool->items[at[k].i];
    return it->c = Value::object(row);
  }
  it->j = kDone;
  return Value();
}

const IterType kPermutations{"itertools.permutations", next_permutation, nullptr, nullptr};

Value new_permutations(Vm& vm, Value* args) {
  Tuple* pool = vm.to_tuple(args[0]);
  if (!pool) return Value();
  auto r = static_cast<int64_t>(pool->size);
  if (!args[1].is_none()) {
    if (!is_integer(unwrap(args[1]))) return vm.raise_type("Expected int as r");
    if (!vm.to_index(args[1], &r)) return Value();
  }
  if (r < 0) return vm.raise_value("r must be non-negative");
  size_t n = pool->size;
  bool none = static_cast<uint64_t>(r) > n;
  if (!none && !check_size(vm, n * 2)) return Value();
  Tuple* at = private_tuple(vm, none ? 0 : n + static_cast<size_t>(r));
  if (!none) {
    for (size_t i = 0; i < n; ++i) at->items[i].i = static_cast<int64_t>(i);
    for (int64_t i = 0; i < r; ++i) at->items[n + static_cast<size_t>(i)].i = static_cast<int64_t>(n) - i;
  }
  IterObj* it = vm.new_iter(kPermutations, Value::object(pool), Value::object(at));
  it->i = r;
  if (none) it->j = kDone;
  return Value::object(it);
}

// ---- copying: the arguments, then (the private indices ..., the result given last) -----------------------------

IterObj* self_iter(Vm& vm, Value v) {
  IterObj* it = as_kind<IterObj>(v, Kind::Iter);
  for (const IterType* type : {&kProduct, &kCombinations, &kWithReplacement, &kPermutations})
    if (it && it->type == type) return it;
  vm.raise_type("descriptor requires an iterator of itertools");
  return nullptr;
}

Value reduce(Vm& vm, Value* args) {
  IterObj* it = self_iter(vm, args[0]);
  if (!it) return {};
  Value cls = Value::object(vm.type_of(args[0]));
  bool product = it->type == &kProduct;
  Value given = product ? it->a : Value::object(vm.new_tuple({it->a, Value::integer(it->i)}));
  if (it->j == kFresh) return Value::object(vm.new_tuple({cls, given}));
  if (it->j == kDone) {
    Value none = Value::object(g_empty_tuple);
    bool never = it->type == &kWithReplacement ? it->i > 0 : true;
    Value spent = product ? Value::object(vm.new_tuple({none})) : Value::object(vm.new_tuple({none, Value::integer(never ? std::max<int64_t>(it->i, 1) : 1)}));
    return Value::object(vm.new_tuple({cls, spent}));
  }
  auto* at = as<Tuple>(it->b);
  return Value::object(vm.new_tuple({cls, given, Value::object(vm.new_tuple(at->items, at->size))}));
}

// The private indices again, each kept within its limits; the result follows from them.
Value setstate(Vm& vm, Value* args) {
  IterObj* it = self_iter(vm, args[0]);
  if (!it) return {};
  Tuple* given = args[1].is_object() ? as_tuple(args[1]) : nullptr;
  auto* at = as<Tuple>(it->b);
  if (given && it->j == kDone) return Value::none();
  if (!given || given->size != at->size) return vm.raise_value("invalid arguments");
  bool product = it->type == &kProduct, permutation = it->type == &kPermutations;
  auto* pools = as<Tuple>(it->a);
  size_t n = pools->size, r = product ? n : static_cast<size_t>(it->i);
  for (size_t i = 0; i < given->size; ++i) {
    int64_t index;
    if (!vm.to_index(given->items[i], &index)) return {};
    bool cycle = permutation && i >= n;
    auto limit = static_cast<int64_t>(product ? as<Tuple>(pools->items[i])->size : cycle ? n - (i - n) + 1 : n);
    at->items[i] = Value::integer(std::clamp<int64_t>(index, cycle ? 1 : 0, limit - 1));
  }
  Tuple* last = vm.new_tuple(r);
  for (size_t i = 0; i < r; ++i) last->items[i] = product ? as<Tuple>(pools->items[i])->items[at->items[i].i] : pools->items[at->items[i].i];
  it->c = Value::object(last);
  it->j = kRunning;
  return Value::none();
}

}  // namespace

void register_itertools_combinatorics(std::vector<Class*>* classes) {
  auto define = [&](const IterType& type, const char* signature, NativeFn construct, const char* doc) {
    Class* c = define_iter_type(type, signature, construct, doc);
    add_method(c, {"__reduce__(self, /)", reduce, 0, "Return state information for pickling."});
    add_method(c, {"__setstate__(self, state, /)", setstate, 0, "Set state information for unpickling."});
    classes->push_back(c);
  };
  define(kProduct, "product(*iterables, repeat=1)", new_product, "Cartesian product, the last iterable advancing fastest.");
  define(kPermutations, "permutations(iterable, r=None)", new_permutations, "Arrangements of r of the items, in the order of their positions.");
  define(kCombinations, "combinations(iterable, r)", new_combinations<false>, "Selections of r items, in the order of their positions.");
  define(kWithReplacement, "combinations_with_replacement(iterable, r)", new_combinations<true>, "Selections of r items, where one may be taken again.");
}

}  // namespace itertools
}  // namespace sl
