// heapq: a binary heap kept in a list. Comparisons may run script code that changes the list.
#include "core/vm/containers.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

List* heap_of(Vm& vm, Value v, const char* function) {
  List* l = as_list(v);
  if (!l) vm.raise_type(std::string(function) + " must be list, not " + type_name_of(vm, v));
  return l;
}

bool changed(Vm& vm) {
  vm.raise(errors().RuntimeError, "list changed size during iteration");
  return false;
}

// Is a before b? -1: raised.
template <bool max>
int before(Vm& vm, Value a, Value b) {
  return max ? less_values(vm, b, a) : less_values(vm, a, b);
}

template <bool max>
bool sift_down(Vm& vm, List* l, uint64_t start, uint64_t at) {
  uint64_t size = l->size;
  if (at >= size) return vm.raise(errors().IndexError, "index out of range"), false;
  Value item = l->items[at];
  while (at > start) {
    uint64_t parent = (at - 1) >> 1;
    Value above = l->items[parent];
    int r = before<max>(vm, item, above);
    if (r < 0) return false;
    if (l->size != size) return changed(vm);
    if (!r) break;
    l->items[at] = above;
    l->items[parent] = item;
    at = parent;
  }
  return true;
}

template <bool max>
bool sift_up(Vm& vm, List* l, uint64_t at) {
  uint64_t size = l->size, start = at;
  if (at >= size) return vm.raise(errors().IndexError, "index out of range"), false;
  for (uint64_t limit = size >> 1; at < limit;) {
    uint64_t child = 2 * at + 1;
    if (child + 1 < size) {
      int r = before<max>(vm, l->items[child], l->items[child + 1]);
      if (r < 0) return false;
      if (l->size != size) return changed(vm);
      if (!r) ++child;
    }
    std::swap(l->items[at], l->items[child]);
    at = child;
  }
  return sift_down<max>(vm, l, start, at);
}

Value heappush(Vm& vm, Value* args) {
  List* l = heap_of(vm, args[0], "heappush() argument 1");
  if (!l) return Value();
  list_append(vm, l, args[1]);
  return sift_down<false>(vm, l, 0, l->size - 1) ? Value::none() : Value();
}

template <bool max>
Value heappop(Vm& vm, Value* args) {
  List* l = heap_of(vm, args[0], max ? "_heappop_max() argument" : "heappop() argument");
  if (!l) return Value();
  if (!l->size) return vm.raise(errors().IndexError, "index out of range");
  Value last = l->items[--l->size];
  if (!l->size) return last;
  Value first = l->items[0];
  l->items[0] = last;
  return sift_up<max>(vm, l, 0) ? first : Value();
}

template <bool max>
Value heapreplace(Vm& vm, Value* args) {
  List* l = heap_of(vm, args[0], max ? "_heapreplace_max() argument 1" : "heapreplace() argument 1");
  if (!l) return Value();
  if (!l->size) return vm.raise(errors().IndexError, "index out of range");
  Value first = l->items[0];
  l->items[0] = args[1];
  return sift_up<max>(vm, l, 0) ? first : Value();
}

Value heappushpop(Vm& vm, Value* args) {
  List* l = heap_of(vm, args[0], "heappushpop() argument 1");
  if (!l) return Value();
  if (!l->size) return args[1];
  Value item = args[1];
  int r = less_values(vm, l->items[0], item);
  if (r < 0) return Value();
  if (!r) return item;
  if (!l->size) return vm.raise(errors().IndexError, "index out of range");
  Value first = l->items[0];
  l->items[0] = item;
  return sift_up<false>(vm, l, 0) ? first : Value();
}

template <bool max>
Value heapify(Vm& vm, Value* args) {
  List* l = heap_of(vm, args[0], max ? "_heapify_max() argument" : "heapify() argument");
  if (!l) return Value();
  for (uint64_t i = l->size >> 1; i-- > 0;) {
    if (!sift_up<max>(vm, l, i)) return Value();
    if ((i & 4095) == 0 && !vm.poll()) return Value();
  }
  return Value::none();
}

// ---- nlargest, nsmallest: a heap of (key, order) whose root is the first to be displaced -------------------

struct Picks {
  Vm& vm;
  List* keys;  // parallel lists: keys[i], order[i] (an int) and items[i] belong together
  List* order;
  List* items;
  bool largest;  // the root of the heap is the least entry, else the greatest

  void add(Value key, int64_t n, Value item) const {
    list_append(vm, keys, key);
    list_append(vm, order, Value::integer(n));
    list_append(vm, items, item);
  }
  // (keys[i], order[i]) < (keys[j], order[j]) as tuples compare. -1: raised.
  int less(uint64_t i, uint64_t j) const {
    int same = equal_values(vm, keys->items[i], keys->items[j]);
    if (same) return same < 0 ? same : order->items[i].i < order->items[j].i;
    return less_values(vm, keys->items[i], keys->items[j]);
  }
  int before(uint64_t i, uint64_t j) const { return largest ? less(i, j) : less(j, i); }
  void swap(uint64_t i, uint64_t j) const {
    std::swap(keys->items[i], keys->items[j]);
    std::swap(order->items[i], order->items[j]);
    std::swap(items->items[i], items->items[j]);
  }
  // To the bottom along the children that come first, then up to where it belongs.
  bool sift(uint64_t at) const {
    uint64_t start = at, size = keys->size;
    while (2 * at + 1 < size) {
      uint64_t child = 2 * at + 1;
      if (child + 1 < size) {
        int r = before(child, child + 1);
        if (r < 0) return false;
        child += !r;
      }
      swap(at, child);
      at = child;
    }
    while (at > start) {
      uint64_t parent = (at - 1) >> 1;
      int r = before(at, parent);
      if (r < 0) return false;
      if (!r) break;
      swap(at, parent);
      at = parent;
    }
    return true;
  }
  bool replace_root(Value key, int64_t n, Value item) const {
    keys->items[0] = key;
    order->items[0] = Value::integer(n);
    items->items[0] = item;
    return sift(0);
  }
  List* sorted() const {
    List* entries = vm.new_list(keys->size);
    for (uint64_t i = 0; i < keys->size; ++i) {
      Value entry[] = {keys->items[i], order->items[i], items->items[i]};
      list_append(vm, entries, Value::object(vm.new_tuple(entry, 3)));
    }
    if (!list_sort(vm, entries, Value::none(), largest)) return nullptr;
    for (uint64_t i = 0; i < entries->size; ++i) entries->items[i] = as<Tuple>(entries->items[i])->items[2];
    return entries;
  }
};

// The one best item, as min() and max() find it.
Value pick_one(Vm& vm, Value it, Value key, bool largest) {
  Value best, best_key;
  for (uint32_t steps = 1;; ++steps) {
    Value item = next_item(vm, it);
    if (item.is_unset()) {
      if (vm.raised()) return item;
      return Value::object(best.is_unset() ? vm.new_list() : vm.new_list(&best, 1));
    }
    Value k = key.is_none() ? item : vm.call(key, &item, 1);
    if (k.is_unset()) return k;
    if (!best.is_unset()) {
      Value r = vm.compare(largest ? CmpOp::Gt : CmpOp::Lt, k, best_key);
      int better = r.is_unset() ? -1 : vm.truthy(r);
      if (better < 0 || ((steps & 4095) == 0 && !vm.poll())) return Value();
      if (!better) continue;
    }
    best = item;
    best_key = k;
  }
}

// Can all items be asked for, of an iterable that knows its length? 1 yes, 0 no, -1 raised.
int wants_all(Vm& vm, Value iterable, Value n) {
  if (vm.find_special(iterable, names().__len__).is_unset()) return 0;
  int64_t size = vm.length(iterable);
  if (size < 0) return vm.catch_error(errors().TypeError) || vm.catch_error(errors().AttributeError) ? 0 : -1;
  Value all = vm.compare(CmpOp::Ge, n, Value::integer(size));
  return all.is_unset() ? -1 : vm.truthy(all);
}

bool arrange(const Picks& picks) {
  for (uint64_t i = picks.keys->size / 2; i-- > 0;)
    if (!picks.sift(i) || ((i & 4095) == 0 && !picks.vm.poll())) return false;
  return true;
}

Value pick(Vm& vm, Value* args, bool largest) {
  int64_t n = 0;
  Value key = args[2];
  if (!args[0].is_int() || args[0].i != 1) {
    int all = wants_all(vm, args[1], args[0]);
    if (all < 0 || !vm.to_index(args[0], &n)) return Value();
    if (all) {
      List* sorted = vm.to_list(args[1]);
      if (!sorted || !list_sort(vm, sorted, key, largest)) return Value();
      if (n < static_cast<int64_t>(sorted->size)) sorted->size = static_cast<uint64_t>(std::max<int64_t>(n, 0));
      return Value::object(sorted);
    }
  } else {
    n = 1;
  }
  Value it = vm.iter(args[1]);
  if (it.is_unset()) return it;
  if (n == 1) return pick_one(vm, it, key, largest);
  if (n <= 0) return Value::object(vm.new_list());
  Picks picks{vm, vm.new_list(), vm.new_list(), vm.new_list(), largest};
  const auto wanted = static_cast<uint64_t>(n);
  int64_t order = 0;
  for (uint32_t steps = 1;; ++steps) {
    Value item = next_item(vm, it);
    if (item.is_unset()) {
      if (vm.raised()) return item;
      break;
    }
    Value k = key.is_none() ? item : vm.call(key, &item, 1);
    if (k.is_unset()) return k;
    if ((steps & 4095) == 0 && !vm.poll()) return Value();
    if (picks.keys->size < wanted) {
      picks.add(k, order, item);
      order += largest ? -1 : 1;
      if (picks.keys->size < wanted) continue;
      if (!arrange(picks)) return Value();
      continue;
    }
    Value root = picks.keys->items[0];
    int better = largest ? less_values(vm, root, k) : less_values(vm, k, root);
    if (better < 0) return Value();
    if (!better) continue;
    if (!picks.replace_root(k, order, item)) return Value();
    order += largest ? -1 : 1;
  }
  if (picks.keys->size < wanted && !arrange(picks)) return Value();
  List* sorted = picks.sorted();
  return sorted ? Value::object(sorted) : Value();
}

Value nlargest(Vm& vm, Value* args) { return pick(vm, args, true); }
Value nsmallest(Vm& vm, Value* args) { return pick(vm, args, false); }

const MethodDef kFunctions[] = {
    {"heappush(heap, item, /)", heappush, 0, "Push item onto heap, maintaining the heap invariant."},
    {"heappop(heap, /)", heappop<false>, 0, "Pop the smallest item off the heap, maintaining the heap invariant."},
    {"heapreplace(heap, item, /)", heapreplace<false>, 0, "Pop and return the current smallest value, and add the new item."},
    {"heappushpop(heap, item, /)", heappushpop, 0, "Push item on the heap, then pop and return the smallest item from the heap."},
    {"heapify(heap, /)", heapify<false>, 0, "Transform list into a heap, in-place, in O(len(heap)) time."},
    {"_heappop_max(heap, /)", heappop<true>},
    {"_heapreplace_max(heap, item, /)", heapreplace<true>},
    {"_heapify_max(heap, /)", heapify<true>},
    {"nlargest(n, iterable, key=None)", nlargest, 0, "The n largest items, as sorted(iterable, key=key, reverse=True)[:n] gives them."},
    {"nsmallest(n, iterable, key=None)", nsmallest, 0, "The n smallest items, as sorted(iterable, key=key)[:n] gives them."},
};

}  // namespace

void register_heapq_module() {
  ModuleDef module{.name = "_heapq", .doc = "Heap queue algorithm.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
