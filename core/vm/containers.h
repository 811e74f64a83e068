// What the container types share among themselves: comparison and hashing of elements without a
// call wherever no script code can be involved, index arguments, repr helpers, table internals.
//
// Functions that compare or hash elements may run script code, which may change the container at
// hand: read items and sizes again after each of them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "core/vm/dialect.h"
#include "core/vm/number.h"
#include "core/vm/types.h"

namespace sl {

// ---- values -----------------------------------------------------------------------------------

inline constexpr int64_t kMaxIndex = INT64_MAX;

// Python's hash of a 64-bit integer: its residue modulo 2^61-1, -1 being reserved.
inline uint64_t int_hash(int64_t i) noexcept {
  constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;
  bool negative = i < 0;
  uint64_t magnitude = negative ? ~static_cast<uint64_t>(i) + 1 : static_cast<uint64_t>(i);
  if (magnitude >= kModulus) [[unlikely]]
    magnitude %= kModulus;
  uint64_t h = negative ? ~magnitude + 1 : magnitude;
  return h == ~uint64_t{0} ? ~uint64_t{1} : h;
}

inline uint64_t cached_str_hash(Str* s) noexcept { return s->flags & kStrHashed ? s->hash : str_hash(s); }

// The hash of a str, int or bool; false: anything else.
inline bool plain_hash(const Value& v, uint64_t* out) noexcept {
  if (is_str(v)) {
    *out = cached_str_hash(as<Str>(v));
    return true;
  }
  if (v.is_int_or_bool()) {
    *out = int_hash(v.i);
    return true;
  }
  return false;
}
inline bool hash_value(Vm& vm, const Value& v, uint64_t* out) {
  if (plain_hash(v, out)) return true;
  if (is_kind(v, Kind::Tuple) && as<Tuple>(v)->hash) {
    *out = as<Tuple>(v)->hash;
    return true;
  }
  return vm.hash(v, out);
}

inline uint64_t identity_hash(const void* p) noexcept { return std::rotr(reinterpret_cast<uint64_t>(p), 4); }
bool hash_by_identity(Vm& vm, Obj* o, uint64_t* out);  // a KindOps hash

// The containers' rule: identity or equality. -1: raised.
inline int equal_values(Vm& vm, Value a, Value b) {
  if (a.same(b)) return 1;
  uint64_t tags = a.tag | b.tag;
  if (!(tags & kObject)) {
    if (!(tags & ~uint64_t{kInt | kBool})) return a.i == b.i;
    if (tags == kFloat) return a.f == b.f;
    if (tags & kNone) return 0;
  } else if (is_str(a)) {
    if (is_str(b)) return str_equal(as<Str>(a), as<Str>(b));
    if (!b.is_object()) return 0;
  } else if (is_str(b) && !a.is_object()) {
    return 0;
  }
  return vm.equal(a, b);
}

inline int less_values(Vm& vm, Value a, Value b) {
  uint64_t tags = a.tag | b.tag;
  if (tags == kInt) return a.i < b.i;
  if (tags == kFloat) return a.f < b.f;
  if (is_str(a) && is_str(b)) return str_order(as<Str>(a), as<Str>(b)) < 0;
  return vm.less(a, b);
}

inline bool order_matches(CmpOp op, uint64_t a, uint64_t b) noexcept {
  switch (op) {
    case CmpOp::Lt: return a < b;
    case CmpOp::Le: return a <= b;
    case CmpOp::Eq: return a == b;
    case CmpOp::Ne: return a != b;
    case CmpOp::Gt: return a > b;
    case CmpOp::Ge: return a >= b;
  }
  return false;
}

inline Value size_value(uint64_t n) noexcept { return Value::integer(static_cast<int64_t>(n)); }

std::string class_name(Vm& vm, Value v);
bool unhashable(Vm& vm, Value v);              // TypeError; false
bool has_special(Vm& vm, Value v, Str* name);  // defined by a script class or host type?

// The receiver of a method: as_list etc. with the common case inlined.
inline List* self_list(const Value& v) noexcept { return is_kind(v, Kind::List) ? as<List>(v) : as_list(v); }
inline Dict* self_dict(const Value& v) noexcept { return is_kind(v, Kind::Dict) ? as<Dict>(v) : as_dict(v); }
inline Set* self_set(const Value& v) noexcept { return is_kind(v, Kind::Set) ? as<Set>(v) : as_set(v); }

// Methods reach scripts unbound too (list.append(5, 1)), so each checks its receiver. A method table
// names its functions as checked<kind, "type", "method", function>.
template <size_t N>
struct Literal {
  char text[N];
  constexpr Literal(const char (&s)[N]) { std::copy_n(s, N, text); }
};
Value wrong_receiver(Vm& vm, const char* type, const char* method, Value self);  // TypeError
template <Kind kind, Literal type, Literal name, NativeFn fn>
Value checked(Vm& vm, Value* args) {
  if (!is_kind(args[0], kind) && !is_kind(unwrap(args[0]), kind)) [[unlikely]]
    return wrong_receiver(vm, type.text, name.text, args[0]);
  return fn(vm, args);
}

// For loops over many items: asks the environment at every 65536th whether to go on. False: raised.
inline bool poll_at(Vm& vm, uint64_t i) { return (i & 0xFFFF) != 0xFFFF || vm.poll(); }

// ---- arguments ----------------------------------------------------------------------------------

// Taking items from the front of a list moves its beginning instead of its items; List::aux counts the slots
// given up before `items`.
inline Value* list_storage(const List* l) noexcept { return l->items ? l->items - l->aux : nullptr; }  // the heap buffer
void list_remove_at(List* l, uint64_t at) noexcept;

// A subscript: integers and __index__; TypeError "<owner> indices must be integers or slices, not x".
bool subscript_index(Vm& vm, Value key, const char* owner, int64_t* out);
// A bound of index(value, start, stop): clamps like a slice but rejects None.
bool bound_argument(Vm& vm, Value v, int64_t* out);
// What a container asks for before it takes the items, __len__ or __length_hint__; false: raised.
bool ask_length(Vm& vm, Value v);
// it.__length_hint__(): an integer or NotImplemented; unset with nothing pending: the type has none.
Value iter_length_hint(Vm& vm, IterObj* it);
extern const IterType kReversedIter;   // over __len__ and __getitem__; a: the sequence, i: next index
extern const IterType kLongRangeIter;  // a: next number, b: how many are left, c: step
// The operand beside a sequence in `*`: 1 ok, 0 leave it to the operand's class, -1 raised.
int repeat_count(Vm& vm, Value v, int64_t* out);
// Size of `count` repetitions of `size` values; false: MemoryError pending.
bool check_repeat(Vm& vm, uint64_t size, int64_t count, uint64_t* total);
// Fills items[size .. total) by repeating items[0 .. size); how many it holds then, fewer when it raised.
uint64_t repeat_items(Vm& vm, Value* items, uint64_t size, uint64_t total);
// Raw slice fields with None resolved by the sign of step; bounds clamped to int64.
bool slice_unpack(Vm& vm, const Slice* s, int64_t* start, int64_t* stop, int64_t* step);
// Clips to a length and returns the number of items.
int64_t slice_adjust(int64_t length, int64_t* start, int64_t* stop, int64_t step) noexcept;
// The same over integers of any size.
bool slice_indices_big(Vm& vm, const Slice* s, Value length, Value* start, Value* stop, Value* step);

// ---- repr -----------------------------------------------------------------------------------------

bool append_repr(Vm& vm, std::string* out, Value v);

// Marks an object as being printed. When `entered` is false either `cycle` is set or it raised.
class ReprScope {
 public:
  ReprScope(Vm& vm, Obj* o);
  ~ReprScope();
  ReprScope(const ReprScope&) = delete;
  ReprScope& operator=(const ReprScope&) = delete;
  bool cycle = false, entered = false;

 private:
  Vm& vm_;
};
// What repr gives for an object already being printed.
Value repr_cycle(Vm& vm, const ReprScope& scope, const char* text);

// ---- sequences (List or Tuple) --------------------------------------------------------------------

// How many values at the front of both are equal beyond doubt, at most n: identical, equal floats, equal text.
uint64_t common_prefix(const Value* a, const Value* b, uint64_t n) noexcept;

template <class Seq>
Value compare_sequences(Vm& vm, CmpOp op, Seq* x, Seq* y) {
  if ((op == CmpOp::Eq || op == CmpOp::Ne) && x->size != y->size) return Value::boolean(op == CmpOp::Ne);
  const uint64_t common = std::min<uint64_t>(x->size, y->size);
  uint64_t i = 0;
  while (i < common) {
    const uint64_t step = std::min<uint64_t>(common - i, 0x10000), same = common_prefix(x->items + i, y->items + i, step);
    i += same;
    if (same < step) break;
    if (same == 0x10000 && !vm.poll()) return Value();
  }
  if (i == common) return Value::boolean(order_matches(op, x->size, y->size));
  NativeDepth depth(vm);
  if (!depth.ok) return Value();
  for (; i < x->size && i < y->size; ++i) {
    Value p = x->items[i], q = y->items[i];
    int r = equal_values(vm, p, q);
    if (r < 0 || !poll_at(vm, i)) return Value();
    if (r) continue;
    if (op == CmpOp::Eq) return Value::boolean(false);
    if (op == CmpOp::Ne) return Value::boolean(true);
    return vm.compare(op, p, q);
  }
  return Value::boolean(order_matches(op, x->size, y->size));
}

// Position of `item` in [start, stop), -1: absent, -2: raised.
template <class Seq>
int64_t find_in_sequence(Vm& vm, Seq* s, Value item, uint64_t start, uint64_t stop) {
  for (uint64_t i = start; i < s->size && i < stop; ++i) {
    int r = equal_values(vm, s->items[i], item);
    if (r < 0 || !poll_at(vm, i)) return -2;
    if (r) return static_cast<int64_t>(i);
  }
  return -1;
}

template <class Seq>
Value count_in_sequence(Vm& vm, Seq* s, Value item) {
  int64_t n = 0;
  for (uint64_t i = 0; i < s->size; ++i) {
    int r = equal_values(vm, s->items[i], item);
    if (r < 0 || !poll_at(vm, i)) return Value();
    n += r;
  }
  return Value::integer(n);
}

inline void clip_bounds(int64_t length, int64_t* start, int64_t* stop) noexcept {
  if (*start < 0 && (*start += length) < 0) *start = 0;
  if (*stop < 0 && (*stop += length) < 0) *stop = 0;
}

inline void copy_values(Value* to, const Value* from, uint64_t n) noexcept {
  if (n <= 4 && to <= from) {
    for (uint64_t i = 0; i < n; ++i) to[i] = from[i];
    return;
  }
  if (n) std::memmove(static_cast<void*>(to), static_cast<const void*>(from), n * sizeof(Value));
}

Value list_add_method(Vm& vm, Value* args);  // list.__add__ and list.__mul__
Value list_mul_method(Vm& vm, Value* args);
Value copy_list(Vm& vm, const Value* items, uint64_t n);  // of any size: a new list, or unset where it raised
List* concat_sequences(Vm& vm, const Value* a, uint64_t n, const Value* b, uint64_t m);
Value new_reversed(Vm& vm, Value sequence);  // reversed object over __len__ / __getitem__
Value reversed_list(Vm& vm, List* l);
// define_iter_type for a type scripts can construct.
Class* define_iter_type(const IterType& type, const char* signature, NativeFn construct, const char* doc);

// ---- iteration ------------------------------------------------------------------------------------

// vm.next without a detour for built-in iterators, which may stand on one another in any number.
inline Value next_item(Vm& vm, Value iterator) {
  char probe;
  if (&probe < vm.thread->native_low) [[unlikely]]
    return raise_depth(vm);
  if (is_kind(iterator, Kind::Iter)) return as<IterObj>(iterator)->type->next(vm, as<IterObj>(iterator));
  return vm.next(iterator);
}

// ---- dict and set tables ----------------------------------------------------------------------------

// Entry of a key whose hash is known. Null: absent, or raised. Valid until the dict changes.
DictEntry* dict_find(Vm& vm, Dict* d, Value key, uint64_t hash);
DictEntry* dict_find_str(const Dict* d, const Str* key, uint64_t hash) noexcept;
bool dict_put(Vm& vm, Dict* d, Value key, uint64_t hash, Value v);
Value dict_set_default(Vm& vm, Dict* d, Value key, uint64_t hash, Value v);  // the value d has for key then; unset: raised
void dict_remove(Dict* d, DictEntry* e) noexcept;
// The last live entry, dropping deleted ones behind it; null when empty.
DictEntry* dict_last(Dict* d) noexcept;
// Merges `from` into d; existing keys are overwritten.
bool dict_merge(Vm& vm, Dict* d, Dict* from);
inline ViewKind view_kind(const DictView* v) noexcept { return static_cast<ViewKind>(v->flags); }
Value new_dict_iter(Vm& vm, Dict* d, ViewKind kind, bool reverse);
int dict_next_pair(Vm& vm, IterObj* it, Value* out);  // iter_next_pair of a kDictItemIter

inline constexpr uint64_t kSetDummy = ~uint64_t{0};
inline bool is_dummy(const SetEntry& e) noexcept { return e.key.is_none() && e.hash == kSetDummy; }
inline bool is_live(const SetEntry& e) noexcept { return !e.key.is_unset() && !is_dummy(e); }

// 1 found, 0 absent, -1 raised.
int set_has(Vm& vm, Set* s, Value key, uint64_t hash);
bool set_put(Vm& vm, Set* s, Value key, uint64_t hash);
int set_drop(Vm& vm, Set* s, Value key, uint64_t hash);
// Adds a key known to be absent, without comparing it.
bool set_put_new(Vm& vm, Set* s, Value key, uint64_t hash);
inline bool set_next_entry(const Set* s, uint32_t* cursor, Value* key, uint64_t* hash) noexcept {
  if (!s->table) return false;
  const SetEntry* table = s->table;
  uint32_t n = *cursor, mask = s->mask;
  while (n <= mask && !is_live(table[n])) ++n;
  *cursor = n + 1;
  if (n > mask) return false;
  *key = table[n].key;
  *hash = table[n].hash;
  return true;
}
bool set_reserve(Vm& vm, Set* s, uint64_t more);  // as a merge of `more` keys would
void set_clear(Vm& vm, Set* s);
void set_shrink_dummies(Vm& vm, Set* s);
void set_swap(Set* a, Set* b) noexcept;
bool set_merge(Vm& vm, Set* s, Set* from);
Set* set_copy(Vm& vm, Set* s, bool frozen);
Set* set_from(Vm& vm, Value iterable, bool frozen);  // null: raised
// Algebra of set.cpp's operators and methods; results have the left operand's kind. Null / false: raised.
Set* set_intersection(Vm& vm, Set* s, Value other);
Set* set_difference(Vm& vm, Set* s, Value other);
bool set_difference_update(Vm& vm, Set* s, Value other);
bool set_symmetric_update(Vm& vm, Set* s, Value other);
int set_subset(Vm& vm, Set* s, Set* other);  // -1: raised
Value set_binary(Vm& vm, BinOp op, Value a, Value b);
Value set_inplace(Vm& vm, BinOp op, Value a, Value b);
Value set_compare(Vm& vm, CmpOp op, Value a, Value b);
// Members as a `set` argument may be one itself: it is looked up as a frozenset.
bool hash_member(Vm& vm, Value* key, uint64_t* hash);

// ---- ranges -------------------------------------------------------------------------------------------

// Range over integers of any size; null: raised (step zero).
Range* new_big_range(Vm& vm, Value start, Value stop, Value step);
Value range_iter(Vm& vm, Range* r, bool reverse);
// All fields within int64, and so every number in it.
inline bool is_small(const Range* r) noexcept { return (r->start.tag | r->stop.tag | r->step.tag | r->length.tag) == kInt; }

// ---- registration ---------------------------------------------------------------------------------------

// __class_getitem__ of every generic container.
Value class_getitem(Vm& vm, Value* args);
inline constexpr MethodDef kClassGetItem{"__class_getitem__(cls, item, /)", class_getitem, kNativeClassMethod, "See PEP 585"};
void register_generic_alias();
void register_dict_iterators();
void register_set_iterator();
void register_range_iterators();
void register_adapters();  // enumerate zip map filter reversed
void register_list();
void register_list_methods();
void register_tuple();
void register_dict();
void register_dict_views();
void register_set();
void register_range();
void register_slice();

}  // namespace sl
