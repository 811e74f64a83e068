#include "core/vm/containers.h"
#include "core/vm/text.h"

namespace sl {
namespace {

Tuple* tuple_of(Obj* o) noexcept { return static_cast<Tuple*>(o); }

Value tuple_repr(Vm& vm, Obj* o) {
  Tuple* t = tuple_of(o);
  if (t->size == 0) return vm.str_value("()");
  ReprScope scope(vm, o);
  if (!scope.entered) return repr_cycle(vm, scope, "(...)");
  std::string out = "(";
  for (uint64_t i = 0; i < t->size; ++i) {
    if (i) out += ", ";
    if (!append_repr(vm, &out, t->items[i])) return Value();
  }
  out += t->size == 1 ? ",)" : ")";
  return vm.str_value(out);
}

// The accumulator of xxHash64 over the items' hashes, as CPython mixes them since 3.8.
bool tuple_hash(Vm& vm, Obj* o, uint64_t* out) {
  constexpr uint64_t kPrime1 = 11400714785074694791u, kPrime2 = 14029467366897019727u, kPrime5 = 2870177450012600261u;
  Tuple* t = tuple_of(o);
  if (t->hash) {
    *out = t->hash;
    return true;
  }
  uint64_t h = kPrime5, lane, i = 0;
  auto mix = [&] { h = std::rotl(h + lane * kPrime2, 31) * kPrime1; };
  for (uint64_t n = std::min<uint64_t>(t->size, 16); i < n && plain_hash(t->items[i], &lane); ++i) mix();
  if (i < t->size) {
    NativeDepth depth(vm);
    if (!depth.ok) return false;
    for (; i < t->size; ++i) {
      if (!hash_value(vm, t->items[i], &lane) || !poll_at(vm, i)) return false;
      mix();
    }
  }
  h += t->size ^ (kPrime5 ^ 3527539u);
  if (h == ~uint64_t{0}) h = 1546275796;
  if (t->mark != kSharedMark) t->hash = h;
  *out = h;
  return true;
}

int64_t tuple_length(Vm&, Obj* o) { return static_cast<int64_t>(tuple_of(o)->size); }

int tuple_contains(Vm& vm, Obj* o, Value item) {
  int64_t at = find_in_sequence(vm, tuple_of(o), item, 0, UINT64_MAX);
  return at == -2 ? -1 : at >= 0;
}

Value tuple_iter(Vm& vm, Obj* o) { return Value::object(vm.new_iter(kTupleIter, Value::object(o))); }

Value tuple_get_item(Vm& vm, Obj* o, Value key) {
  Tuple* t = tuple_of(o);
  auto length = static_cast<int64_t>(t->size);
  if (is_kind(key, Kind::Slice)) {
    int64_t start, stop, step;
    if (!slice_unpack(vm, as<Slice>(key), &start, &stop, &step)) return Value();
    int64_t count = slice_adjust(length, &start, &stop, step);
    if (count == length && step == 1) return Value::object(t);
    if (step == 1) return Value::object(vm.new_tuple(t->items + start, static_cast<size_t>(count)));
    Tuple* out = vm.new_tuple(static_cast<size_t>(count));
    for (int64_t i = 0; i < count; ++i) out->items[i] = t->items[start + i * step];
    return Value::object(out);
  }
  int64_t index;
  if (!subscript_index(vm, key, "tuple", &index)) return Value();
  uint64_t at;
  if (!normalize_index(index, length, &at)) return vm.raise(errors().IndexError, "tuple index out of range");
  return t->items[at];
}

Value tuple_repeat(Vm& vm, Value sequence, Value count) {
  Tuple* t = as<Tuple>(sequence);
  int64_t n;
  int r = repeat_count(vm, count, &n);
  if (r <= 0) return r < 0 ? Value() : not_implemented();
  if (n == 1) return sequence;
  uint64_t total;
  if (!check_repeat(vm, t->size, n, &total)) return Value();
  if (!total) return Value::object(g_empty_tuple);
  auto* out = vm.heap.make<Tuple>(Kind::Tuple, (total - 1) * sizeof(Value));
  out->hash = 0;
  out->size = t->size;
  copy_values(out->items, t->items, t->size);
  out->size = repeat_items(vm, out->items, t->size, total);
  return vm.raised() ? Value() : Value::object(out);
}

Value tuple_concat(Vm& vm, Value a, Value b) {
  Tuple* left = as<Tuple>(a);
  if (Tuple* right = as_tuple(b)) {
    if (right->size == 0) return a;
    if (left->size == 0) return Value::object(right);
    if (!vm.check_alloc((left->size + right->size) * sizeof(Value))) return Value();
    Tuple* out = vm.new_tuple(left->size + right->size);
    copy_values(out->items, left->items, left->size);
    copy_values(out->items + left->size, right->items, right->size);
    return Value::object(out);
  }
  if (has_reflected(vm, b, names().__radd__)) return not_implemented();
  return vm.raise_type("can only concatenate tuple (not \"" + class_name(vm, b) + "\") to tuple");
}

Value tuple_binary(Vm& vm, BinOp op, Value a, Value b) {
  if (op == BinOp::Add) return is_kind(a, Kind::Tuple) ? tuple_concat(vm, a, b) : not_implemented();
  if (op == BinOp::Mul) return is_kind(a, Kind::Tuple) ? tuple_repeat(vm, a, b) : tuple_repeat(vm, b, a);
  return not_implemented();
}

Value tuple_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (!is_kind(b, Kind::Tuple)) return not_implemented();
  return compare_sequences(vm, op, as<Tuple>(a), as<Tuple>(b));
}

Value tuple_construct(Vm& vm, Value* args) {
  Tuple* t = vm.to_tuple(args[0]);
  return t ? Value::object(t) : Value();
}

Value count(Vm& vm, Value* args) { return count_in_sequence(vm, as_tuple(args[0]), args[1]); }

Value index(Vm& vm, Value* args) {
  int64_t start, stop;
  if (!bound_argument(vm, args[2], &start) || !bound_argument(vm, args[3], &stop)) return Value();
  Tuple* t = as_tuple(args[0]);
  clip_bounds(static_cast<int64_t>(t->size), &start, &stop);
  int64_t at = find_in_sequence(vm, t, args[1], static_cast<uint64_t>(start), static_cast<uint64_t>(stop));
  if (at >= 0) return Value::integer(at);
  return at == -2 ? Value() : vm.raise_value("tuple.index(x): x not in tuple");
}

Value getnewargs(Vm& vm, Value* args) { return Value::object(vm.new_tuple({Value::object(as_tuple(args[0]))})); }

Value add(Vm& vm, Value* args) { return tuple_concat(vm, unwrap(args[0]), args[1]); }
Value mul(Vm& vm, Value* args) { return tuple_repeat(vm, unwrap(args[0]), args[1]); }

template <Literal name, NativeFn fn>
constexpr NativeFn of_tuple = checked<Kind::Tuple, "tuple", name, fn>;

const MethodDef kTupleMethods[] = {
    {"__add__(self, value, /)", of_tuple<"__add__", add>, 0, "Return self+value."},
    {"__mul__(self, value, /)", of_tuple<"__mul__", mul>, 0, "Return self*value."},
    {"__rmul__(self, value, /)", of_tuple<"__rmul__", mul>, 0, "Return value*self."},
    kClassGetItem,
    {"__getnewargs__(self, /)", of_tuple<"__getnewargs__", getnewargs>},
    {"count(self, value, /)", of_tuple<"count", count>, 0, "Return number of occurrences of value."},
    {"index(self, value, start=0, stop=9223372036854775807, /)", of_tuple<"index", index>, 0, "Return first index of value.\n\nRaises ValueError if the value is not present."},
};

}  // namespace

Tuple* Vm::new_tuple(size_t n) {
  if (n == 0) return g_empty_tuple;
  auto* t = heap.make<Tuple>(Kind::Tuple, (n - 1) * sizeof(Value));
  t->size = n;
  t->hash = 0;
  for (size_t i = 0; i < n; ++i) t->items[i] = Value();
  return t;
}

Tuple* Vm::new_tuple(const Value* items, size_t n) {
  if (n == 0) return g_empty_tuple;
  auto* t = heap.make<Tuple>(Kind::Tuple, (n - 1) * sizeof(Value));
  t->size = n;
  t->hash = 0;
  copy_values(t->items, items, n);
  return t;
}

Tuple* Vm::to_tuple(Value iterable) {
  if (is_kind(iterable, Kind::Tuple)) return as<Tuple>(iterable);
  if (is_kind(iterable, Kind::List)) return new_tuple(as<List>(iterable)->items, as<List>(iterable)->size);
  List* l = to_list(iterable);
  return l ? new_tuple(l->items, l->size) : nullptr;
}

void register_tuple() {
  KindOps& ops = ops_of(Kind::Tuple);
  ops.repr = tuple_repr;
  ops.hash = tuple_hash;
  ops.length = tuple_length;
  ops.get_item = tuple_get_item;
  ops.contains = tuple_contains;
  ops.iter = tuple_iter;
  ops.binary = tuple_binary;
  ops.compare = tuple_compare;

  TypeDef def{.name = "tuple", .payload = Kind::Tuple, .doc = "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple."};
  def.construct_signature = "tuple(iterable=(), /)";
  def.construct = tuple_construct;
  def.methods = kTupleMethods;
  types().tuple = define_type(def);
  define_builtin("tuple", Value::object(types().tuple));
}

}  // namespace sl
