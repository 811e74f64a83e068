// list.sort. The keys never move: what is sorted is an array of (prefix, position) pairs, where the
// prefix is an integer that orders like the key as far as it goes. Ints and floats are decided by
// it alone, strings by their first eight bytes, tuples by their first item; ties and all other keys
// are compared as values. Large disordered arrays are sorted by their prefixes' digits first.
#include <cmath>

#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/fast_call.h"
#include "core/vm/merge_sort.h"
#include "core/vm/quick_compare.h"
#include "core/vm/radix_sort.h"

namespace sl {
namespace {

struct SortItem {
  uint64_t prefix;
  uint64_t position;
};

enum class KeyClass { Other, Int, Float, Number, Str };

constexpr int64_t kExactDouble = int64_t{1} << 53;

KeyClass class_of_key(const Value& v) {
  if (v.is_int()) return KeyClass::Int;
  if (v.is_float()) return std::isnan(v.f) ? KeyClass::Other : KeyClass::Float;
  if (is_str(v)) return KeyClass::Str;
  return KeyClass::Other;
}

// The class all of `value(i)` belong to. Number: ints that are exact as doubles mixed with floats.
template <class Get>
KeyClass common_class(size_t n, Get value) {
  KeyClass common = class_of_key(value(0));
  for (size_t i = 1; i < n && common != KeyClass::Other; ++i) {
    KeyClass c = class_of_key(value(i));
    if (c == common) continue;
    bool numeric = (c == KeyClass::Int || c == KeyClass::Float) && (common == KeyClass::Int || common == KeyClass::Float || common == KeyClass::Number);
    common = numeric ? KeyClass::Number : KeyClass::Other;
  }
  if (common == KeyClass::Number)
    for (size_t i = 0; i < n; ++i) {
      Value v = value(i);
      if (v.is_int() && (v.i > kExactDouble || v.i < -kExactDouble)) return KeyClass::Other;
    }
  return common;
}

uint64_t int_prefix(int64_t i) { return static_cast<uint64_t>(i) ^ (uint64_t{1} << 63); }

uint64_t float_prefix(double d) {
  auto bits = std::bit_cast<uint64_t>(d + 0.0);  // -0.0 becomes 0.0
  return bits >> 63 ? ~bits : bits | uint64_t{1} << 63;
}

// What all keys have in common at their beginning is left out of their prefixes. Exact: what remains is so short
// that its length fits in too.
struct StrPrefixes {
  size_t skip = 0;
  bool exact = false;
  uint64_t operator()(const Str* s) const {
    size_t n = s->size - skip;
    uint64_t p = 0;
    std::memcpy(&p, s->data + skip, std::min<size_t>(n, 8));
    p = __builtin_bswap64(p);
    return exact ? p | n : p;
  }
};

StrPrefixes str_prefixes(const List* keys) {
  const Str* first = as<Str>(keys->items[0]);
  size_t common = first->size, longest = common;
  for (size_t i = 1; i < keys->size; ++i) {
    const Str* s = as<Str>(keys->items[i]);
    size_t n = std::min<size_t>(common, s->size);
    longest = std::max<size_t>(longest, s->size);
    if (n && (s->data[n - 1] != first->data[n - 1] || std::memcmp(s->data, first->data, n) != 0)) {
      size_t same = 0;
      while (same < n && s->data[same] == first->data[same]) ++same;
      n = same;
    }
    common = n;
  }
  return {common, longest - common <= 7};
}

uint64_t prefix_of(KeyClass c, const Value& v) {
  switch (c) {
    case KeyClass::Int: return int_prefix(v.i);
    case KeyClass::Float:
    case KeyClass::Number: return float_prefix(v.is_int() ? static_cast<double>(v.i) : v.f);
    case KeyClass::Str: return StrPrefixes()(as<Str>(v));
    default: return 0;
  }
}

struct PlainLess {
  static constexpr bool kRaises = false;
  int operator()(int64_t a, int64_t b) const { return a < b; }
};

struct PrefixLess {
  static constexpr bool kRaises = false;
  bool reverse;
  int operator()(const SortItem& a, const SortItem& b) const { return reverse ? b.prefix < a.prefix : a.prefix < b.prefix; }
};

struct StrLess {
  static constexpr bool kRaises = false;
  bool reverse;
  const List* keys;
  int operator()(const SortItem& x, const SortItem& y) const {
    const SortItem& a = reverse ? y : x;
    const SortItem& b = reverse ? x : y;
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    return str_order(as<Str>(keys->items[a.position]), as<Str>(keys->items[b.position])) < 0;
  }
};

int tuple_less(Vm& vm, const Tuple* a, const Tuple* b, uint64_t from) {
  while (from < a->size && from < b->size) {
    int c = quick_compare<true>(a->items[from], b->items[from]);
    if (c == kUnordered) break;
    if (c) return c < 0;
    ++from;
  }
  for (uint64_t i = from; i < a->size && i < b->size; ++i) {
    int r = equal_values(vm, a->items[i], b->items[i]);
    if (r < 0) return -1;
    if (!r) return less_values(vm, a->items[i], b->items[i]);
  }
  return a->size < b->size;
}

struct ValueLess {
  static constexpr bool kRaises = true;
  Vm* vm;
  const List* keys;
  bool tuples;       // all keys are tuples
  uint64_t decided;  // leading tuple items an equal prefix proves equal
  uint32_t* count;
  int operator()(const SortItem& a, const SortItem& b) const {
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    if ((++*count & 4095) == 0 && !vm->poll()) return -1;
    Value p = keys->items[a.position], q = keys->items[b.position];
    return tuples ? tuple_less(*vm, as<Tuple>(p), as<Tuple>(q), decided) : less_values(*vm, p, q);
  }
};

bool all_tuples(const List* keys) {
  for (uint64_t i = 0; i < keys->size; ++i)
    if (!is_kind(keys->items[i], Kind::Tuple) || as<Tuple>(keys->items[i])->size == 0) return false;
  return true;
}

// Orders by prefix, then each group of equal prefixes by Less, unless the prefixes decide alone.
template <class Less, class Tick>
bool sort_by_prefix(SortItem* items, size_t n, bool reverse, bool exact, Less less, Tick tick) {
  auto key = [flip = reverse ? ~uint64_t{0} : 0](const SortItem& i) { return i.prefix ^ flip; };
  if (!radix_suits(items, n, key)) return exact ? merge_sort(items, n, PrefixLess{reverse}, tick) : merge_sort(items, n, less, tick);
  if (!radix_sort(items, n, key, tick)) return false;
  if (exact) return true;
  for (size_t start = 0; start < n;) {
    size_t end = start + 1;
    while (end < n && items[end].prefix == items[start].prefix) ++end;
    if (end - start > 1 && !merge_sort(items + start, end - start, less, tick)) return false;
    start = end;
  }
  return true;
}

// Orders `items`, one per key. False: raised.
bool sort_positions(Vm& vm, const List* keys, bool reverse, SortItem* items) {
  size_t n = keys->size;
  auto tick = [&vm] { return vm.poll(); };
  auto key = [keys](size_t i) { return keys->items[i]; };
  auto first = [keys](size_t i) { return as<Tuple>(keys->items[i])->items[0]; };
  KeyClass c = common_class(n, key);
  KeyClass inner = KeyClass::Other;
  bool tuples = false;
  if (c == KeyClass::Other && all_tuples(keys)) {
    tuples = true;
    inner = common_class(n, first);
  }
  bool exact = c == KeyClass::Int || c == KeyClass::Float || c == KeyClass::Number;
  if (c == KeyClass::Str) {
    StrPrefixes prefix = str_prefixes(keys);
    exact = prefix.exact;
    for (size_t i = 0; i < n; ++i) items[i] = {prefix(as<Str>(key(i))), i};
  } else if (c == KeyClass::Int) {
    for (size_t i = 0; i < n; ++i) items[i] = {int_prefix(key(i).i), i};
  } else {
    for (size_t i = 0; i < n; ++i) items[i] = {tuples ? prefix_of(inner, first(i)) : prefix_of(c, key(i)), i};
  }
  if (exact || c == KeyClass::Str) return sort_by_prefix(items, n, reverse, exact, StrLess{reverse, keys}, tick);
  uint32_t count = 0;
  uint64_t decided = inner == KeyClass::Int || inner == KeyClass::Float || inner == KeyClass::Number;
  // Scripts see which items are compared: as CPython does it, descending order is that of the reversed items.
  if (reverse) std::reverse(items, items + n);
  bool ok = sort_by_prefix(items, n, false, false, ValueLess{&vm, keys, tuples, decided, &count}, tick);
  if (reverse) std::reverse(items, items + n);
  return ok;
}

bool all_ints(const List* l) {
  for (uint64_t i = 0; i < l->size; ++i)
    if (!l->items[i].is_int()) return false;
  return true;
}

// Are all of them instances of one class that compare as the values inside do? (What raises names the class, so that the
// values have to be of types with an order.)
bool orders_plainly(const List* l) {
  if (l->size == 0 || !is_kind(l->items[0], Kind::Instance)) return false;
  const Class* cls = as<Instance>(l->items[0])->cls;
  for (uint64_t i = 0; i < l->size; ++i) {
    if (!has_plain(l->items[i], kPlainOrder) || as<Instance>(l->items[i])->cls != cls) return false;
    Value inner = as<PayloadInstance>(l->items[i])->payload;
    if (!is_integer(inner) && !inner.is_float() && !is_str(inner) && !is_kind(inner, Kind::Tuple) && !is_kind(inner, Kind::List)) return false;
  }
  return true;
}

constexpr size_t kSmallSort = 32;

// The same for few of them, in place.
void sort_few_ints(List* l, bool reverse) {
  int64_t numbers[kSmallSort];
  size_t n = l->size;
  for (size_t i = 0; i < n; ++i) {
    int64_t v = l->items[i].i;
    size_t at = i;
    for (; at > 0 && (reverse ? numbers[at - 1] < v : v < numbers[at - 1]); --at) numbers[at] = numbers[at - 1];
    numbers[at] = v;
  }
  for (size_t i = 0; i < n; ++i) l->items[i] = Value::integer(numbers[i]);
}

// Without a key equal ints cannot be told apart, so that only the numbers need to be moved.
bool sort_ints(Vm& vm, List* l, bool reverse) {
  std::vector<int64_t> numbers(l->size);
  for (size_t i = 0; i < numbers.size(); ++i) numbers[i] = reverse ? ~l->items[i].i : l->items[i].i;
  auto tick = [&vm] { return vm.poll(); };
  auto key = [](int64_t i) { return int_prefix(i); };
  bool ok =
      radix_suits(numbers.data(), numbers.size(), key) ? radix_sort(numbers.data(), numbers.size(), key, tick) : merge_sort(numbers.data(), numbers.size(), PlainLess{}, tick);
  for (size_t i = 0; i < numbers.size(); ++i) l->items[i] = Value::integer(reverse ? ~numbers[i] : numbers[i]);
  return ok;
}

bool compute_keys(Vm& vm, const List* work, Value key, List* keys) {
  for (uint64_t i = 0; i < work->size; ++i) {
    Value item = work->items[i];
    Value k = fast_call(vm, key, &item, 1);
    if (k.is_unset()) return false;
    list_append(vm, keys, k);
  }
  return true;
}

bool sort_work(Vm& vm, List* work, Value key, bool reverse) {
  uint64_t n = work->size;
  if (n > 4096 && !vm.check_alloc(n * (2 * sizeof(Value) + 2 * sizeof(SortItem)))) return false;
  RootVec roots(vm.heap);
  List* keys = work;
  if (!key.is_none()) {
    keys = vm.new_list(n);
    roots.items.push_back(Value::object(keys));
    if (!compute_keys(vm, work, key, keys)) return false;
  } else if (all_ints(work)) {
    return sort_ints(vm, work, reverse);
  } else if (orders_plainly(work)) {  // named tuples, say
    keys = vm.new_list(n);
    roots.items.push_back(Value::object(keys));
    for (uint64_t i = 0; i < n; ++i) list_append(vm, keys, as<PayloadInstance>(work->items[i])->payload);
  }
  if (n < 2) return true;
  SortItem few[kSmallSort];
  std::vector<SortItem> many(n <= kSmallSort ? 0 : n);
  SortItem* order = n <= kSmallSort ? few : many.data();
  bool ok = sort_positions(vm, keys, reverse, order);
  if (n <= kSmallSort) {
    Value sorted[kSmallSort];
    for (uint64_t i = 0; i < n; ++i) sorted[i] = work->items[order[i].position];
    copy_values(work->items, sorted, n);
    return ok;
  }
  Value* sorted = vm.heap.values(n);
  for (uint64_t i = 0; i < n; ++i) sorted[i] = work->items[order[i].position];
  vm.heap.free_buffer(list_storage(work));
  work->items = sorted;
  work->capacity = n;
  work->aux = 0;
  return ok;
}

void swap_storage(List* a, List* b) {
  std::swap(a->items, b->items);
  std::swap(a->size, b->size);
  std::swap(a->capacity, b->capacity);
  std::swap(a->aux, b->aux);
}

}  // namespace

bool list_sort(Vm& vm, List* l, Value key, bool reverse) {
  if (key.is_none() && l->size <= kSmallSort && all_ints(l)) {
    sort_few_ints(l, reverse);
    return true;
  }
  // While key functions and comparisons run, scripts see an empty list.
  List* work = vm.new_list();
  RootVec roots(vm.heap);
  roots.items.push_back(Value::object(work));
  swap_storage(l, work);
  bool ok = sort_work(vm, work, key, reverse);
  bool modified = l->items != nullptr || l->size != 0;
  swap_storage(l, work);
  if (ok && modified) {
    vm.raise_value("list modified during sort");
    return false;
  }
  return ok;
}

}  // namespace sl
