// Ranges over integers of any size. "Small" ranges have all fields within int64 and never overflow.
#include <cmath>

#include "core/vm/containers.h"

namespace sl {
namespace {

Range* range_of(Obj* o) noexcept { return static_cast<Range*>(o); }

Range* make_range(Vm& vm, Value start, Value stop, Value step, Value length) {
  auto* r = vm.heap.make<Range>(Kind::Range);
  r->start = start;
  r->stop = stop;
  r->step = step;
  r->length = length;
  return r;
}

Value small_length(Vm& vm, int64_t start, int64_t stop, int64_t step) {
  auto a = static_cast<uint64_t>(start), b = static_cast<uint64_t>(stop), s = static_cast<uint64_t>(step);
  uint64_t n = step > 0 ? (start < stop ? (b - a - 1) / s + 1 : 0) : (stop < start ? (a - b - 1) / (~s + 1) + 1 : 0);
  return n <= static_cast<uint64_t>(INT64_MAX) ? Value::integer(static_cast<int64_t>(n)) : int_from_u64(vm, n);
}

Value big_length(Vm& vm, Value start, Value stop, Value step) {
  if (int_sign(step) < 0) {
    std::swap(start, stop);
    step = int_negate(vm, step);
    if (step.is_unset()) return step;
  }
  if (int_order(start, stop) >= 0) return Value::integer(0);
  Value v = int_binary(vm, BinOp::Sub, stop, start);
  if (!v.is_unset()) v = int_binary(vm, BinOp::Sub, v, Value::integer(1));
  if (!v.is_unset()) v = int_binary(vm, BinOp::FloorDiv, v, step);
  return v.is_unset() ? v : int_binary(vm, BinOp::Add, v, Value::integer(1));
}

// start + index * step
Value item_at(Vm& vm, const Range* r, Value index) {
  Value v = int_binary(vm, BinOp::Mul, index, r->step);
  return v.is_unset() ? v : int_binary(vm, BinOp::Add, r->start, v);
}

// ---- behaviour --------------------------------------------------------------------------------------

Value range_repr(Vm& vm, Obj* o) {
  Range* r = range_of(o);
  std::string out = "range(" + int_to_text(r->start) + ", " + int_to_text(r->stop);
  if (!(r->step.is_int() && r->step.i == 1)) out += ", " + int_to_text(r->step);
  return vm.str_value(out + ")");
}

bool range_hash(Vm& vm, Obj* o, uint64_t* out) {
  Range* r = range_of(o);
  Value none = Value::none();
  bool empty = int_sign(r->length) == 0;
  bool single = r->length.is_int() && r->length.i <= 1;
  return vm.hash(Value::object(vm.new_tuple({r->length, empty ? none : r->start, single ? none : r->step})), out);
}

int64_t range_length(Vm& vm, Obj* o) {
  Range* r = range_of(o);
  if (r->length.is_int()) return r->length.i;
  vm.raise(errors().OverflowError, "Python int too large to convert to C ssize_t");
  return -1;
}

int range_truthy(Vm&, Obj* o) { return int_sign(range_of(o)->length) != 0; }

Value slice_of_range(Vm& vm, Range* r, const Slice* s) {
  Value start, stop, step;
  if (!slice_indices_big(vm, s, r->length, &start, &stop, &step)) return Value();
  step = int_binary(vm, BinOp::Mul, step, r->step);
  if (step.is_unset()) return step;
  start = item_at(vm, r, start);
  if (start.is_unset()) return start;
  stop = item_at(vm, r, stop);
  if (stop.is_unset()) return stop;
  Range* out = new_big_range(vm, start, stop, step);
  return out ? Value::object(out) : Value();
}

Value range_get_item(Vm& vm, Obj* o, Value key) {
  Range* r = range_of(o);
  if (is_kind(key, Kind::Slice)) return slice_of_range(vm, r, as<Slice>(key));
  Value index = key;
  if (!index.is_int()) {
    if (!is_integer(unwrap(key)) && vm.find_special(key, names().__index__).is_unset())
      return vm.raise_type("range indices must be integers or slices, not " + class_name(vm, key));
    index = to_integer(vm, key);
    if (index.is_unset()) return index;
  }
  if (int_sign(index) < 0) index = int_binary(vm, BinOp::Add, index, r->length);
  if (index.is_unset()) return index;
  if (int_sign(index) < 0 || int_order(index, r->length) >= 0) return vm.raise(errors().IndexError, "range object index out of range");
  if (is_small(r)) return Value::integer(static_cast<int64_t>(static_cast<uint64_t>(r->start.i) + static_cast<uint64_t>(index.i) * static_cast<uint64_t>(r->step.i)));
  return item_at(vm, r, index);
}

// Position of an integer: 1 found, 0 absent, -1 raised.
int position_of(Vm& vm, const Range* r, Value v, Value* position) {
  bool up = int_sign(r->step) > 0;
  if (int_order(v, up ? r->start : r->stop) < (up ? 0 : 1)) return 0;
  if (int_order(v, up ? r->stop : r->start) > (up ? -1 : 0)) return 0;
  if (is_small(r) && v.is_int_or_bool()) {
    auto distance = up ? static_cast<uint64_t>(v.i) - static_cast<uint64_t>(r->start.i) : static_cast<uint64_t>(r->start.i) - static_cast<uint64_t>(v.i);
    auto step = up ? static_cast<uint64_t>(r->step.i) : ~static_cast<uint64_t>(r->step.i) + 1;
    *position = Value::integer(static_cast<int64_t>(distance / step));
    return distance % step == 0;
  }
  Value distance = int_binary(vm, BinOp::Sub, v, r->start);
  if (distance.is_unset()) return -1;
  Value rest = int_binary(vm, BinOp::Mod, distance, r->step);
  if (rest.is_unset()) return -1;
  if (int_sign(rest) != 0) return 0;
  *position = int_binary(vm, BinOp::FloorDiv, distance, r->step);
  return position->is_unset() ? -1 : 1;
}

// Compares every number with a value that is no integer; counts matches, or stops at the first.
int64_t search_by_equality(Vm& vm, Range* r, Value item, bool count, int64_t* first) {
  if (item.is_none() || is_str(item)) return 0;
  Value it = range_iter(vm, r, false);
  int64_t found = 0;
  for (int64_t i = 0;; ++i) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return vm.raised() ? -1 : found;
    int e = equal_values(vm, v, item);
    if (e < 0 || ((i & 4095) == 4095 && !vm.poll())) return -1;
    if (!e) continue;
    if (first) *first = i;
    ++found;
    if (!count) return found;
  }
}

// An integer equal to the value, if it is a number that has one.
bool exact_integer(Vm& vm, Value v, Value* out) {
  if (is_integer(v)) {
    *out = v;
    return true;
  }
  if (!v.is_float() || !std::isfinite(v.f) || v.f != std::floor(v.f)) return false;
  *out = int_from_double(vm, v.f);
  return true;
}

int range_contains(Vm& vm, Obj* o, Value item) {
  Range* r = range_of(o);
  Value v, position;
  if (exact_integer(vm, item, &v)) return v.is_unset() ? -1 : position_of(vm, r, v, &position);
  if (item.is_float()) return 0;
  return static_cast<int>(search_by_equality(vm, r, item, false, nullptr));
}

Value range_iterator(Vm& vm, Obj* o) { return range_iter(vm, range_of(o), false); }

Value range_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (!is_kind(b, Kind::Range) || (op != CmpOp::Eq && op != CmpOp::Ne)) return not_implemented();
  Range *x = as<Range>(a), *y = as<Range>(b);
  bool equal = int_order(x->length, y->length) == 0;
  if (equal && int_sign(x->length) != 0) {
    equal = int_order(x->start, y->start) == 0;
    if (equal && !(x->length.is_int() && x->length.i == 1)) equal = int_order(x->step, y->step) == 0;
  }
  return Value::boolean(equal == (op == CmpOp::Eq));
}

// ---- iterators ------------------------------------------------------------------------------------------

Value next_small(Vm&, IterObj* it) {
  if (it->k > 0 ? it->i >= it->j : it->i <= it->j) return Value();
  Value v = Value::integer(it->i);
  it->i += it->k;
  return v;
}

int64_t small_left(const IterObj* it) {
  auto i = static_cast<uint64_t>(it->i), j = static_cast<uint64_t>(it->j), k = static_cast<uint64_t>(it->k);
  uint64_t n = it->k > 0 ? (it->i < it->j ? (j - i - 1) / k + 1 : 0) : (it->j < it->i ? (i - j - 1) / (~k + 1) + 1 : 0);
  return static_cast<int64_t>(std::min<uint64_t>(n, INT64_MAX));
}

Value next_big(Vm& vm, IterObj* it) {
  if (int_sign(it->b) == 0) return Value();
  Value v = it->a;
  Value following = int_binary(vm, BinOp::Add, it->a, it->c);
  Value left = int_binary(vm, BinOp::Sub, it->b, Value::integer(1));
  if (following.is_unset() || left.is_unset()) return Value();
  it->a = following;
  it->b = left;
  return v;
}

int64_t big_left(const IterObj* it) { return it->b.is_int() ? it->b.i : INT64_MAX; }

IterObj* small_iter(Vm& vm, int64_t from, int64_t stop, int64_t step) {
  IterObj* it = vm.new_iter(kRangeIter);
  it->i = from;
  it->j = stop;
  it->k = step;
  return it;
}

// ---- type ---------------------------------------------------------------------------------------------------

bool integer_argument(Vm& vm, Value v, Value* out) {
  *out = v.is_int() ? v : to_integer(vm, v);
  if (out->is_bool()) *out = Value::integer(out->i);
  return !out->is_unset();
}

Value range_construct(Vm& vm, Value* args) {
  if (args[0].is_unset()) return vm.raise_type("range expected at least 1 argument, got 0");
  Value start = Value::integer(0), stop, step = Value::integer(1);
  if (args[1].is_unset()) {
    if (!integer_argument(vm, args[0], &stop)) return Value();
  } else {
    if (!integer_argument(vm, args[0], &start) || !integer_argument(vm, args[1], &stop)) return Value();
    if (!args[2].is_unset() && !integer_argument(vm, args[2], &step)) return Value();
  }
  Range* r = new_big_range(vm, start, stop, step);
  return r ? Value::object(r) : Value();
}

Value count(Vm& vm, Value* args) {
  Range* r = as<Range>(args[0]);
  Value v, position;
  int64_t n;
  if (exact_integer(vm, args[1], &v))
    n = v.is_unset() ? -1 : position_of(vm, r, v, &position);
  else
    n = args[1].is_float() ? 0 : search_by_equality(vm, r, args[1], true, nullptr);
  return n < 0 ? Value() : Value::integer(n);
}

Value index(Vm& vm, Value* args) {
  Range* r = as<Range>(args[0]);
  Value v, position;
  if (exact_integer(vm, args[1], &v)) {
    int found = v.is_unset() ? -1 : position_of(vm, r, v, &position);
    if (found) return found < 0 ? Value() : position;
  } else if (!args[1].is_float()) {
    int64_t first = 0;
    int64_t found = search_by_equality(vm, r, args[1], false, &first);
    if (found) return found < 0 ? Value() : Value::integer(first);
  }
  if (is_integer(args[1])) {
    Value text = vm.repr(args[1]);
    return text.is_unset() ? text : vm.raise_value(std::string(as<Str>(text)->view()) + " is not in range");
  }
  return vm.raise_value("sequence.index(x): x not in sequence");
}

Value reversed(Vm& vm, Value* args) { return range_iter(vm, as<Range>(args[0]), true); }
Value get_start(Vm&, Value* args) { return as<Range>(args[0])->start; }
Value get_stop(Vm&, Value* args) { return as<Range>(args[0])->stop; }
Value get_step(Vm&, Value* args) { return as<Range>(args[0])->step; }

template <Literal name, NativeFn fn>
constexpr NativeFn of_range = checked<Kind::Range, "range", name, fn>;

const MethodDef kRangeMethods[] = {
    {"__reversed__(self, /)", of_range<"__reversed__", reversed>, 0, "Return a reverse iterator."},
    {"count(self, value, /)", of_range<"count", count>, 0, "rangeobject.count(value) -> integer -- return number of occurrences of value"},
    {"index(self, value, /)", of_range<"index", index>, 0, "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present."},
    {"start", of_range<"start", get_start>, kNativeGetter},
    {"stop", of_range<"stop", get_stop>, kNativeGetter},
    {"step", of_range<"step", get_step>, kNativeGetter},
};

}  // namespace

const IterType kRangeIter{"range_iterator", next_small, nullptr, small_left};
const IterType kLongRangeIter{"longrange_iterator", next_big, nullptr, big_left};

Value new_range(Vm& vm, int64_t start, int64_t stop, int64_t step) {
  Range* r = new_big_range(vm, Value::integer(start), Value::integer(stop), Value::integer(step));
  return r ? Value::object(r) : Value();
}

Range* new_big_range(Vm& vm, Value start, Value stop, Value step) {
  if (int_sign(step) == 0) {
    vm.raise_value("range() arg 3 must not be zero");
    return nullptr;
  }
  bool inline_ints = (start.tag | stop.tag | step.tag) == kInt;
  Value length = inline_ints ? small_length(vm, start.i, stop.i, step.i) : big_length(vm, start, stop, step);
  return length.is_unset() ? nullptr : make_range(vm, start, stop, step, length);
}

Value range_iter(Vm& vm, Range* r, bool reverse) {
  bool empty = int_sign(r->length) == 0;
  if (empty) return Value::object(small_iter(vm, 0, 0, 1));
  int64_t before, beyond, negated;  // the numbers on either side of the range must be representable
  if (is_small(r) && !__builtin_sub_overflow(r->start.i, r->step.i, &before) && !__builtin_sub_overflow(int64_t{0}, r->step.i, &negated)) {
    auto last = static_cast<int64_t>(static_cast<uint64_t>(r->start.i) + static_cast<uint64_t>(r->length.i - 1) * static_cast<uint64_t>(r->step.i));
    if (!__builtin_add_overflow(last, r->step.i, &beyond)) return Value::object(reverse ? small_iter(vm, last, before, negated) : small_iter(vm, r->start.i, r->stop.i, r->step.i));
  }
  IterObj* it = vm.new_iter(kLongRangeIter, r->start, r->length);
  it->c = r->step;
  if (reverse) {
    Value last = int_binary(vm, BinOp::Sub, r->length, Value::integer(1));
    if (!last.is_unset()) last = item_at(vm, r, last);
    if (last.is_unset()) return last;
    it->a = last;
    it->c = int_negate(vm, r->step);
    if (it->c.is_unset()) return Value();
  }
  return Value::object(it);
}

void register_range() {
  KindOps& ops = ops_of(Kind::Range);
  ops.repr = range_repr;
  ops.hash = range_hash;
  ops.length = range_length;
  ops.get_item = range_get_item;
  ops.contains = range_contains;
  ops.iter = range_iterator;
  ops.compare = range_compare;
  ops.truthy = range_truthy;

  TypeDef def{.name = "range",
              .payload = Kind::Range,
              .doc =
                  "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\n"
                  "to stop (exclusive) by step."};
  def.construct_signature = "range(start=..., stop=..., step=..., /)";
  def.construct = range_construct;
  def.subclassable = false;
  def.methods = kRangeMethods;
  types().range = define_type(def);
  define_builtin("range", Value::object(types().range));
}

void register_range_iterators() {
  define_iter_type(kRangeIter);
  define_iter_type(kLongRangeIter);
}

}  // namespace sl
