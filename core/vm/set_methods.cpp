#include "core/vm/containers.h"

namespace sl {
namespace {

Set* set_of(Obj* o) noexcept { return static_cast<Set*>(o); }
Value value_or_unset(Set* s) { return s ? Value::object(s) : Value(); }
bool is_frozen(const Set* s) noexcept { return s->kind == Kind::FrozenSet; }

// ---- behaviour ------------------------------------------------------------------------------------

// `whole` is the set or the instance around it, whose items show. `type`: empty for a plain set, whose braces need no name.
Value repr_as(Vm& vm, Set* s, Value whole, const std::string& type) {
  if (s->used == 0) return vm.str_value((type.empty() ? "set" : type) + "()");
  ReprScope scope(vm, s);
  if (!scope.entered) return repr_cycle(vm, scope, ((type.empty() ? "set" : type) + "(...)").c_str());
  List* items = vm.to_list(whole);
  if (!items) return Value();
  std::string out = type.empty() ? "{" : type + "({";
  for (uint64_t i = 0; i < items->size; ++i) {
    if (i) out += ", ";
    if (!append_repr(vm, &out, items->items[i])) return Value();
  }
  out += type.empty() ? "}" : "})";
  return vm.str_value(out);
}

Value set_repr(Vm& vm, Obj* o) { return repr_as(vm, set_of(o), Value::object(o), is_frozen(set_of(o)) ? "frozenset" : ""); }

int64_t set_length(Vm&, Obj* o) { return set_of(o)->used; }

int set_contains_item(Vm& vm, Obj* o, Value v) { return set_contains(vm, set_of(o), v); }

Value set_iter(Vm& vm, Obj* o) {
  IterObj* it = vm.new_iter(kSetIter, Value::object(o));
  it->j = it->k = set_of(o)->used;
  return Value::object(it);
}

uint64_t shuffle_bits(uint64_t h) noexcept { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; }

// Order-independent mix of the members' hashes, as CPython computes it.
bool frozenset_hash(Vm&, Obj* o, uint64_t* out) {
  Set* s = set_of(o);
  if (!s->hash) {
    uint64_t h = 0, hash;
    Value key;
    for (uint32_t cursor = 0; set_next_entry(s, &cursor, &key, &hash);) h ^= shuffle_bits(hash);
    h ^= (uint64_t{s->used} + 1) * 1927868237u;
    h ^= (h >> 11) ^ (h >> 25);
    h = h * 69069u + 907133923u;
    if (h == ~uint64_t{0}) h = 590923713u;
    if (s->mark == kSharedMark) {
      *out = h;
      return true;
    }
    s->hash = h;
  }
  *out = s->hash;
  return true;
}

Value next_member(Vm& vm, IterObj* it) {
  Set* s = as_set(it->a);
  if (!s) return Value();
  if (it->j != static_cast<int64_t>(s->used)) {
    it->j = -1;  // stays broken
    return vm.raise(errors().RuntimeError, "Set changed size during iteration");
  }
  auto cursor = static_cast<uint32_t>(it->i);
  Value key;
  if (!set_next(s, &cursor, &key)) {
    it->a = Value::none();
    return Value();
  }
  it->i = cursor;
  --it->k;
  return key;
}

int64_t members_left(const IterObj* it) {
  Set* s = as_set(it->a);
  return s && it->j == static_cast<int64_t>(s->used) ? std::max<int64_t>(it->k, 0) : 0;
}

// ---- methods ----------------------------------------------------------------------------------------

Value set_construct(Vm& vm, Value* args) { return value_or_unset(set_from(vm, args[0], false)); }

Value frozenset_construct(Vm& vm, Value* args) { return is_kind(args[0], Kind::FrozenSet) ? args[0] : value_or_unset(set_from(vm, args[0], true)); }

Value set_init(Vm& vm, Value* args) {
  Set* s = self_set(args[0]);
  set_clear(vm, s);
  return set_update(vm, s, args[1]) ? Value::none() : Value();
}

Value repr(Vm& vm, Value* args) {
  Set* s = self_set(args[0]);
  return repr_as(vm, s, args[0], is_kind(args[0], Kind::Set) ? "" : class_name(vm, args[0]));
}

Value add(Vm& vm, Value* args) { return set_add(vm, self_set(args[0]), args[1]) ? Value::none() : Value(); }

Value clear(Vm& vm, Value* args) {
  set_clear(vm, self_set(args[0]));
  return Value::none();
}

Value copy(Vm& vm, Value* args) {
  if (is_kind(args[0], Kind::FrozenSet)) return args[0];
  Set* s = self_set(args[0]);
  return value_or_unset(set_copy(vm, s, is_frozen(s)));
}

Value discard(Vm& vm, Value* args) { return set_discard(vm, self_set(args[0]), args[1]) < 0 ? Value() : Value::none(); }

Value remove(Vm& vm, Value* args) {
  int r = set_discard(vm, self_set(args[0]), args[1]);
  if (r < 0) return Value();
  return r ? Value::none() : vm.raise_key(args[1]);
}

// Obj::aux remembers where the last pop stopped, so that emptying a set takes linear time.
Value pop(Vm& vm, Value* args) {
  Set* s = self_set(args[0]);
  if (s->used == 0) return vm.raise_key(vm.str_value("pop from an empty set"));
  uint32_t at = s->aux & s->mask;
  while (!is_live(s->table[at])) at = at == s->mask ? 0 : at + 1;
  SetEntry& e = s->table[at];
  Value v = e.key;
  e.key = Value::none();
  e.hash = kSetDummy;
  --s->used;
  ++s->version;
  s->aux = at + 1;
  return v;
}

bool union_into(Vm& vm, Set* s, const Tuple* others) {
  for (uint64_t i = 0; i < others->size; ++i)
    if (!set_update(vm, s, others->items[i])) return false;
  return true;
}

Value union_(Vm& vm, Value* args) {
  Set* s = self_set(args[0]);
  Set* out = set_copy(vm, s, is_frozen(s));
  return out && union_into(vm, out, as<Tuple>(args[1])) ? Value::object(out) : Value();
}

Value update(Vm& vm, Value* args) { return union_into(vm, self_set(args[0]), as<Tuple>(args[1])) ? Value::none() : Value(); }

Set* intersect_all(Vm& vm, Set* s, const Tuple* others) {
  if (others->size == 0) return set_copy(vm, s, is_frozen(s));
  Set* out = s;
  for (uint64_t i = 0; i < others->size && out; ++i) out = set_intersection(vm, out, others->items[i]);
  return out;
}

Value intersection(Vm& vm, Value* args) {
  if (as<Tuple>(args[1])->size == 0) return copy(vm, args);
  return value_or_unset(intersect_all(vm, self_set(args[0]), as<Tuple>(args[1])));
}

Value intersection_update(Vm& vm, Value* args) {
  Set* s = self_set(args[0]);
  Set* out = intersect_all(vm, s, as<Tuple>(args[1]));
  if (!out) return Value();
  set_swap(s, out);
  return Value::none();
}

Value difference(Vm& vm, Value* args) {
  auto* others = as<Tuple>(args[1]);
  if (others->size == 0) return copy(vm, args);
  Set* out = set_difference(vm, self_set(args[0]), others->items[0]);
  for (uint64_t i = 1; i < others->size && out; ++i)
    if (!set_difference_update(vm, out, others->items[i])) return Value();
  return value_or_unset(out);
}

Value difference_update(Vm& vm, Value* args) {
  auto* others = as<Tuple>(args[1]);
  for (uint64_t i = 0; i < others->size; ++i)
    if (!set_difference_update(vm, self_set(args[0]), others->items[i])) return Value();
  return Value::none();
}

// The result starts from `other`, which decides its order.
Value symmetric(Vm& vm, Set* s, Value other) {
  Set* out = set_from(vm, other, is_frozen(s));
  return out && set_symmetric_update(vm, out, Value::object(s)) ? Value::object(out) : Value();
}

Value symmetric_difference(Vm& vm, Value* args) { return symmetric(vm, self_set(args[0]), args[1]); }

Value symmetric_difference_update(Vm& vm, Value* args) { return set_symmetric_update(vm, self_set(args[0]), args[1]) ? Value::none() : Value(); }

Value isdisjoint(Vm& vm, Value* args) {
  Set* s = self_set(args[0]);
  Set* other = as_set(args[1]);
  Value key;
  uint64_t hash;
  if (other) {
    if (other == s) return Value::boolean(s->used == 0);
    if (other->used > s->used) std::swap(other, s);
    for (uint32_t cursor = 0; set_next_entry(other, &cursor, &key, &hash);) {
      int r = set_has(vm, s, key, hash);
      if (r) return r < 0 ? Value() : Value::boolean(false);
    }
    return Value::boolean(true);
  }
  Value it = vm.iter(args[1]);
  if (it.is_unset()) return it;
  for (;;) {
    key = next_item(vm, it);
    if (key.is_unset()) return vm.raised() ? Value() : Value::boolean(true);
    if (!hash_value(vm, key, &hash)) return Value();
    int r = set_has(vm, s, key, hash);
    if (r) return r < 0 ? Value() : Value::boolean(false);
  }
}

Value issubset(Vm& vm, Value* args) {
  Set* other = as_set(args[1]);
  if (!other && !(other = set_from(vm, args[1], false))) return Value();
  int r = set_subset(vm, self_set(args[0]), other);
  return r < 0 ? Value() : Value::boolean(r);
}

Value issuperset(Vm& vm, Value* args) {
  Set* s = self_set(args[0]);
  if (Set* other = as_set(args[1])) {
    int r = set_subset(vm, other, s);
    return r < 0 ? Value() : Value::boolean(r);
  }
  Value it = vm.iter(args[1]);
  if (it.is_unset()) return it;
  for (;;) {
    Value key = next_item(vm, it);
    if (key.is_unset()) return vm.raised() ? key : Value::boolean(true);
    uint64_t hash;
    if (!hash_value(vm, key, &hash)) return Value();  // a set is no member here, other than for `in`
    int r = set_has(vm, s, key, hash);
    if (r <= 0) return r < 0 ? Value() : Value::boolean(false);
  }
}

template <Literal name, NativeFn fn>
constexpr NativeFn of_set = checked<Kind::Set, "set", name, fn>;

const MethodDef kSetMethods[] = {
    {"__init__(self, iterable=(), /)", of_set<"__init__", set_init>},
    {"__repr__(self, /)", of_set<"__repr__", repr>, 0, "Return repr(self)."},
    kClassGetItem,
    {"add(self, item, /)", of_set<"add", add>, 0, "Add an element to a set.\n\nThis has no effect if the element is already present."},
    {"clear(self, /)", of_set<"clear", clear>, 0, "Remove all elements from this set."},
    {"copy(self, /)", of_set<"copy", copy>, 0, "Return a shallow copy of a set."},
    {"difference(self, *others)", of_set<"difference", difference>, 0, "Return the difference of two or more sets as a new set."},
    {"difference_update(self, *others)", of_set<"difference_update", difference_update>, 0, "Remove all elements of other sets from this set."},
    {"discard(self, item, /)", of_set<"discard", discard>, 0, "Remove an element from a set if it is a member."},
    {"intersection(self, *others)", of_set<"intersection", intersection>, 0, "Return the intersection of two sets as a new set."},
    {"intersection_update(self, *others)", of_set<"intersection_update", intersection_update>, 0, "Update a set with the intersection of itself and others."},
    {"isdisjoint(self, other, /)", of_set<"isdisjoint", isdisjoint>, 0, "Return True if two sets have a null intersection."},
    {"issubset(self, other, /)", of_set<"issubset", issubset>, 0, "Report whether another set contains this set."},
    {"issuperset(self, other, /)", of_set<"issuperset", issuperset>, 0, "Report whether this set contains another set."},
    {"pop(self, /)", of_set<"pop", pop>, 0, "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty."},
    {"remove(self, item, /)", of_set<"remove", remove>, 0, "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."},
    {"symmetric_difference(self, other, /)", of_set<"symmetric_difference", symmetric_difference>, 0, "Return the symmetric difference of two sets as a new set."},
    {"symmetric_difference_update(self, other, /)", of_set<"symmetric_difference_update", symmetric_difference_update>, 0,
     "Update a set with the symmetric difference of itself and another."},
    {"union(self, *others)", of_set<"union", union_>, 0, "Return the union of sets as a new set."},
    {"update(self, *others)", of_set<"update", update>, 0, "Update a set with the union of itself and others."},
};

template <Literal name, NativeFn fn>
constexpr NativeFn of_frozenset = checked<Kind::FrozenSet, "frozenset", name, fn>;

const MethodDef kFrozenSetMethods[] = {
    {"__repr__(self, /)", of_frozenset<"__repr__", repr>, 0, "Return repr(self)."},
    kClassGetItem,
    {"copy(self, /)", of_frozenset<"copy", copy>, 0, "Return a shallow copy of a set."},
    {"difference(self, *others)", of_frozenset<"difference", difference>, 0, "Return the difference of two or more sets as a new set."},
    {"intersection(self, *others)", of_frozenset<"intersection", intersection>, 0, "Return the intersection of two sets as a new set."},
    {"isdisjoint(self, other, /)", of_frozenset<"isdisjoint", isdisjoint>, 0, "Return True if two sets have a null intersection."},
    {"issubset(self, other, /)", of_frozenset<"issubset", issubset>, 0, "Report whether another set contains this set."},
    {"issuperset(self, other, /)", of_frozenset<"issuperset", issuperset>, 0, "Report whether this set contains another set."},
    {"symmetric_difference(self, other, /)", of_frozenset<"symmetric_difference", symmetric_difference>, 0, "Return the symmetric difference of two sets as a new set."},
    {"union(self, *others)", of_frozenset<"union", union_>, 0, "Return the union of sets as a new set."},
};

Class* define(const char* name, Kind kind, const char* signature, NativeFn construct, std::span<const MethodDef> methods, const char* doc) {
  KindOps& ops = ops_of(kind);
  ops.repr = set_repr;
  ops.length = set_length;
  ops.contains = set_contains_item;
  ops.iter = set_iter;
  ops.binary = set_binary;
  ops.compare = set_compare;
  if (kind == Kind::Set)
    ops.inplace = set_inplace;
  else
    ops.hash = frozenset_hash;

  TypeDef def{.name = name, .payload = kind, .doc = doc};
  def.construct_signature = signature;
  def.construct = construct;
  def.mutable_init = kind == Kind::Set;
  def.methods = methods;
  Class* cls = define_type(def);
  define_builtin(name, Value::object(cls));
  return cls;
}

}  // namespace

const IterType kSetIter{"set_iterator", next_member, nullptr, members_left};

Value set_binary(Vm& vm, BinOp op, Value a, Value b) {
  Set* x = as_set(a);
  Set* y = as_set(b);
  if (!x || !y) return not_implemented();
  switch (op) {
    case BinOp::And: return value_or_unset(set_intersection(vm, x, b));
    case BinOp::Sub: return value_or_unset(set_difference(vm, x, b));
    case BinOp::Xor: return symmetric(vm, x, b);
    case BinOp::Or: {
      Set* out = set_copy(vm, x, is_frozen(x));
      return out && set_merge(vm, out, y) ? Value::object(out) : Value();
    }
    default: return not_implemented();
  }
}

Value set_inplace(Vm& vm, BinOp op, Value a, Value b) {
  Set* s = as_set(a);
  Set* other = as_set(b);
  if (!other) return not_implemented();
  switch (op) {
    case BinOp::Or: return set_merge(vm, s, other) ? a : Value();
    case BinOp::Sub: return set_difference_update(vm, s, b) ? a : Value();
    case BinOp::Xor: return set_symmetric_update(vm, s, b) ? a : Value();
    case BinOp::And: {
      Set* out = set_intersection(vm, s, b);
      if (!out) return Value();
      set_swap(s, out);
      return a;
    }
    default: return not_implemented();
  }
}

Value set_compare(Vm& vm, CmpOp op, Value a, Value b) {
  Set* x = as_set(a);
  Set* y = as_set(b);
  if (!x || !y) return not_implemented();
  NativeDepth depth(vm);
  if (!depth.ok) return Value();
  int r = 0;
  switch (op) {
    case CmpOp::Eq:
    case CmpOp::Ne: r = x->used == y->used && !(x->hash && y->hash && x->hash != y->hash) ? set_subset(vm, x, y) : 0; break;
    case CmpOp::Le: r = set_subset(vm, x, y); break;
    case CmpOp::Ge: r = set_subset(vm, y, x); break;
    case CmpOp::Lt: r = x->used < y->used ? set_subset(vm, x, y) : 0; break;
    case CmpOp::Gt: r = x->used > y->used ? set_subset(vm, y, x) : 0; break;
  }
  return r < 0 ? Value() : Value::boolean(op == CmpOp::Ne ? !r : r);
}

void register_set() {
  types().set = define("set", Kind::Set, "set(iterable=(), /)", set_construct, kSetMethods, "Build an unordered collection of unique elements.");
  types().frozenset =
      define("frozenset", Kind::FrozenSet, "frozenset(iterable=(), /)", frozenset_construct, kFrozenSetMethods, "Build an immutable unordered collection of unique elements.");
}

void register_set_iterator() { define_iter_type(kSetIter); }

}  // namespace sl
