// collections.deque: a ring of values. The module collections imports it from _collections.
#include <algorithm>
#include <memory>

#include "core/vm/text.h"
#include "core/vm/containers.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/collections_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

const char kTag = 0;
constexpr uint64_t kUnbounded = UINT64_MAX;

struct Ring {
  Value* items = nullptr;  // heap buffer
  uint64_t capacity = 0;   // power of two
  uint64_t head = 0, size = 0;
  uint64_t limit = kUnbounded;
  uint64_t version = 0;  // changes when items are added or removed
  Value& at(uint64_t i) { return items[(head + i) & (capacity - 1)]; }
};

Class* deque_class;
extern const KindOps kDequeOps;

const HostType kDequeType = {
    .name = "deque",
    .release = [](void* data) { delete static_cast<Ring*>(data); },
    .trace =
        [](Marker& marker, HostObj* o) {
          auto* r = static_cast<Ring*>(o->data);
          if (!r->items) return;
          marker.mark_buffer(r->items);
          for (uint64_t i = 0; i < r->size; ++i) marker.mark(r->at(i));
        },
    .tag = &kTag,
    .ops = &kDequeOps,
};

Ring* ring_of(Value v) {
  v = unwrap(v);
  if (!is_kind(v, Kind::Host)) return nullptr;
  auto* o = as<HostObj>(v);
  return o->type->tag == &kTag ? static_cast<Ring*>(o->data) : nullptr;
}

Ring* self_ring(Vm& vm, Value v) {
  Ring* r = ring_of(v);
  if (!r) vm.raise_type("descriptor requires a 'collections.deque' object but received a '" + type_name_of(vm, v) + "'");
  return r;
}

bool grow(Vm& vm, Ring* r) {
  uint64_t capacity = r->capacity ? r->capacity * 2 : 16;
  if (!vm.check_alloc(capacity * sizeof(Value))) return false;
  Value* items = vm.heap.values(capacity);
  for (uint64_t i = 0; i < r->size; ++i) items[i] = r->at(i);
  for (uint64_t i = r->size; i < capacity; ++i) items[i] = Value();
  if (r->items) vm.heap.free_buffer(r->items);
  r->items = items;
  r->capacity = capacity;
  r->head = 0;
  return true;
}

void drop_first(Ring* r) {
  r->at(0) = Value();
  r->head = (r->head + 1) & (r->capacity - 1);
  --r->size;
}

void drop_last(Ring* r) { r->at(--r->size) = Value(); }

bool push_last(Vm& vm, Ring* r, Value v) {
  ++r->version;
  if (r->limit == 0) return true;
  if (r->size == r->limit) drop_first(r);
  if (r->size == r->capacity && !grow(vm, r)) return false;
  r->at(r->size++) = v;
  return true;
}

bool push_first(Vm& vm, Ring* r, Value v) {
  ++r->version;
  if (r->limit == 0) return true;
  if (r->size == r->limit) drop_last(r);
  if (r->size == r->capacity && !grow(vm, r)) return false;
  r->head = (r->head - 1) & (r->capacity - 1);
  r->at(0) = v;
  ++r->size;
  return true;
}

bool extend(Vm& vm, Value self, Value iterable, bool left) {
  Ring* r = ring_of(self);
  if (ring_of(iterable) == r || is_kind(iterable, Kind::Iter)) {
    List* copy = vm.to_list(iterable);
    if (!copy) return false;
    iterable = Value::object(copy);
  }
  Value it = vm.iter(iterable);
  if (it.is_unset()) return false;
  for (;;) {
    Value v = vm.next(it);
    if (v.is_unset()) return !vm.raised();
    if (!(left ? push_first(vm, r, v) : push_last(vm, r, v)) || !poll_at(vm, r->size)) return false;
  }
}

Value new_deque(Vm& vm, uint64_t limit) {
  auto ring = std::make_unique<Ring>();
  ring->limit = limit;
  return Value::object(vm.new_host(deque_class, ring.release()));
}

Value copy_of(Vm& vm, Ring* from) {
  Value v = new_deque(vm, from->limit);
  Ring* to = ring_of(v);
  for (uint64_t i = 0; i < from->size; ++i)
    if (!push_last(vm, to, from->at(i))) return Value();
  return v;
}

bool init(Vm& vm, Value self, Value iterable, Value maxlen) {
  Ring* r = ring_of(self);
  if (!maxlen.is_none()) {
    int64_t n;
    if (!is_integer(unwrap(maxlen))) return vm.raise_type("an integer is required"), false;
    if (!vm.to_index(maxlen, &n)) return false;
    if (n < 0) return vm.raise_value("maxlen must be non-negative"), false;
    r->limit = static_cast<uint64_t>(n);
  }
  return iterable.is_unset() || extend(vm, self, iterable, false);
}

Value construct(Vm& vm, Value* args) {
  Value v = new_deque(vm, kUnbounded);
  return init(vm, v, args[0], args[1]) ? v : Value();
}

Value deque_init(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  r->size = 0;
  r->limit = kUnbounded;
  ++r->version;
  return init(vm, args[0], args[1], args[2]) ? Value::none() : Value();
}

Value append(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  return r && push_last(vm, r, args[1]) ? Value::none() : Value();
}

Value appendleft(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  return r && push_first(vm, r, args[1]) ? Value::none() : Value();
}

template <bool kLeft>
Value pop(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  if (!r->size) return vm.raise(errors().IndexError, "pop from an empty deque");
  ++r->version;
  Value v = r->at(kLeft ? 0 : r->size - 1);
  if (kLeft)
    drop_first(r);
  else
    drop_last(r);
  return v;
}

template <bool kLeft>
Value extend_method(Vm& vm, Value* args) {
  return self_ring(vm, args[0]) && extend(vm, args[0], args[1], kLeft) ? Value::none() : Value();
}

Value clear(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  for (uint64_t i = 0; i < r->size; ++i) r->at(i) = Value();
  r->size = 0;
  ++r->version;
  return Value::none();
}

Value rotate(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  int64_t n;
  if (!r || !vm.to_index(args[1], &n)) return Value();
  if (r->size < 2) return Value::none();
  ++r->version;
  int64_t size = static_cast<int64_t>(r->size);
  n = ((n % size) + size) % size;
  if (n <= size / 2) {
    for (; n > 0; --n) {
      Value v = r->at(r->size - 1);
      drop_last(r);
      r->head = (r->head - 1) & (r->capacity - 1);
      r->at(0) = v;
      ++r->size;
    }
  } else {
    for (n = size - n; n > 0; --n) {
      Value v = r->at(0);
      drop_first(r);
      r->at(r->size++) = v;
    }
  }
  return Value::none();
}

Value reverse(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  for (uint64_t i = 0; i < r->size / 2; ++i) std::swap(r->at(i), r->at(r->size - 1 - i));
  return Value::none();
}

Value copy(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  Class* cls = vm.type_of(args[0]);
  if (cls == deque_class) return copy_of(vm, r);
  if (r->limit == kUnbounded) return vm.call(Value::object(cls), {args[0]});
  return vm.call(Value::object(cls), {args[0], Value::integer(static_cast<int64_t>(r->limit))});
}

// Index of the first equal item in [start, stop); -1 absent, -2 raised.
int64_t find(Vm& vm, Value self, Value wanted, uint64_t start, uint64_t stop) {
  Ring* r = ring_of(self);
  uint64_t version = r->version;
  for (uint64_t i = start; i < stop && i < r->size; ++i) {
    int same = vm.equal(r->at(i), wanted);
    if (same < 0) return -2;
    if (same) return static_cast<int64_t>(i);
    if (r->version != version) {
      vm.raise(errors().RuntimeError, "deque mutated during iteration");
      return -2;
    }
  }
  return -1;
}

Value count(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  int64_t n = 0;
  for (uint64_t i = 0;; ++i) {
    int64_t at = find(vm, args[0], args[1], i, r->size);
    if (at == -2) return Value();
    if (at < 0) return Value::integer(n);
    ++n;
    i = static_cast<uint64_t>(at);
  }
}

Value contains(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  int64_t at = find(vm, args[0], args[1], 0, r->size);
  return at == -2 ? Value() : Value::boolean(at >= 0);
}

Value absent(Vm& vm, Value wanted) {
  Value shown = vm.repr(wanted);
  return shown.is_unset() ? shown : vm.raise_value(std::string(as_str(shown)->view()) + " is not in deque");
}

Value index(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  int64_t bounds[2] = {0, INT64_MAX};
  if (!r) return Value();
  for (int i = 0; i < 2; ++i) {
    if (args[2 + i].is_unset()) continue;
    if (!bound_argument(vm, args[2 + i], &bounds[i])) return Value();
    if (bounds[i] < 0) bounds[i] = std::max<int64_t>(0, bounds[i] + static_cast<int64_t>(r->size));
  }
  int64_t at = find(vm, args[0], args[1], static_cast<uint64_t>(bounds[0]), static_cast<uint64_t>(bounds[1]));
  if (at >= 0) return Value::integer(at);
  if (at == -2) return Value();
  return absent(vm, args[1]);
}

void erase(Ring* r, uint64_t at) {
  for (uint64_t i = at; i + 1 < r->size; ++i) r->at(i) = r->at(i + 1);
  drop_last(r);
  ++r->version;
}

Value remove(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  int64_t at = find(vm, args[0], args[1], 0, r->size);
  if (at == -2) return Value();
  if (at < 0) return absent(vm, args[1]);
  erase(r, static_cast<uint64_t>(at));
  return Value::none();
}

Value insert(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  int64_t at;
  if (!r || !vm.to_index(args[1], &at)) return Value();
  if (r->size == r->limit) return vm.raise(errors().IndexError, "deque already at its maximum size");
  int64_t size = static_cast<int64_t>(r->size);
  if (at < 0) at = std::max<int64_t>(0, at + size);
  at = std::min(at, size);
  if (!push_last(vm, r, args[2])) return Value();
  for (int64_t i = size; i > at; --i) std::swap(r->at(static_cast<uint64_t>(i)), r->at(static_cast<uint64_t>(i - 1)));
  return Value::none();
}

bool position(Vm& vm, Ring* r, Value key, uint64_t* out) {
  int64_t i;
  if (key.is_int() && normalize_index(key.i, static_cast<int64_t>(r->size), out)) return true;
  if (!is_integer(unwrap(key)) && vm.find_special(key, names().__index__).is_unset()) {
    vm.raise_type("sequence index must be integer, not '" + type_name_of(vm, key) + "'");
    return false;
  }
  if (!index_arg(vm, key, &i)) return false;
  if (normalize_index(i, static_cast<int64_t>(r->size), out)) return true;
  vm.raise(errors().IndexError, "deque index out of range");
  return false;
}

Value getitem(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  uint64_t i;
  return r && position(vm, r, args[1], &i) ? r->at(i) : Value();
}

Value setitem(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  uint64_t i;
  if (!r || !position(vm, r, args[1], &i)) return Value();
  r->at(i) = args[2];
  return Value::none();
}

Value delitem(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  uint64_t i;
  if (!r || !position(vm, r, args[1], &i)) return Value();
  erase(r, i);
  return Value::none();
}

Value length(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  return r ? Value::integer(static_cast<int64_t>(r->size)) : Value();
}

// a: the deque, i: items given, j: its version at the start.
template <bool kReversed>
Value next_item(Vm& vm, IterObj* it) {
  Ring* r = ring_of(it->a);
  if (!r) return Value();
  if (static_cast<uint64_t>(it->j) != r->version) {
    it->a = Value::none();
    return vm.raise(errors().RuntimeError, "deque mutated during iteration");
  }
  auto i = static_cast<uint64_t>(it->i);
  if (i < r->size) {
    ++it->i;
    return r->at(kReversed ? r->size - 1 - i : i);
  }
  it->a = Value::none();
  return Value();
}

int64_t left(const IterObj* it) {
  Ring* r = ring_of(it->a);
  return r ? std::max<int64_t>(0, static_cast<int64_t>(r->size) - it->i) : 0;
}

const IterType kIter{"_collections._deque_iterator", next_item<false>, nullptr, left};
const IterType kReverseIter{"_collections._deque_reverse_iterator", next_item<true>, nullptr, left};

template <bool kReversed>
Value iterate(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  IterObj* it = vm.new_iter(kReversed ? kReverseIter : kIter, unwrap(args[0]));
  it->i = 0;
  it->j = static_cast<int64_t>(r->version);
  return Value::object(it);
}

Value repr(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  if (vm.in_repr(args[0])) return vm.str_value("[...]");
  NativeDepth depth(vm);
  if (!depth.ok) return Value();
  vm.repr_stack.push_back(args[0]);
  std::string text = vm.type_of(args[0]) == deque_class ? "deque" : type_name_of(vm, args[0]);
  text += "([";
  bool ok = true;
  for (uint64_t i = 0; i < r->size && ok; ++i) {
    Value shown = vm.repr(r->at(i));
    if (shown.is_unset())
      ok = false;
    else
      text.append(i ? ", " : "").append(as_str(shown)->view());
  }
  vm.repr_stack.pop_back();
  if (!ok) return Value();
  text += "]";
  if (r->limit != kUnbounded) text += ", maxlen=" + std::to_string(r->limit);
  return vm.str_value(text + ")");
}

template <CmpOp kOp>
Value compare(Vm& vm, Value* args) {
  Ring* a = self_ring(vm, args[0]);
  Ring* b = ring_of(args[1]);
  if (!a) return Value();
  if (!b) return not_implemented();
  if (kOp == CmpOp::Eq && a->size != b->size) return Value::boolean(false);
  if (kOp == CmpOp::Ne && a->size != b->size) return Value::boolean(true);
  if (a == b) return Value::boolean(kOp == CmpOp::Eq || kOp == CmpOp::Le || kOp == CmpOp::Ge);  // identical items are equal
  Tuple* x = vm.new_tuple(a->size);
  for (uint64_t i = 0; i < a->size; ++i) x->items[i] = a->at(i);
  Tuple* y = vm.new_tuple(b->size);
  for (uint64_t i = 0; i < b->size; ++i) y->items[i] = b->at(i);
  return vm.compare(kOp, Value::object(x), Value::object(y));
}

Value add(Vm& vm, Value* args) {
  Ring* a = self_ring(vm, args[0]);
  if (!a) return Value();
  if (!ring_of(args[1])) return vm.raise_type("can only concatenate deque (not \"" + type_name_of(vm, args[1]) + "\") to deque");
  Value sum = copy(vm, args);
  return sum.is_unset() || !extend(vm, sum, args[1], false) ? Value() : sum;
}

Value iadd(Vm& vm, Value* args) { return self_ring(vm, args[0]) && extend(vm, args[0], args[1], false) ? args[0] : Value(); }

bool repeat(Vm& vm, Ring* r, Value times) {
  int64_t n;
  if (!vm.to_index(times, &n)) return false;
  uint64_t size = r->size;
  ++r->version;
  if (n <= 0) {
    while (r->size) drop_last(r);
    return true;
  }
  if (r->limit == kUnbounded && size && (static_cast<uint64_t>(n) > (uint64_t{1} << 40) / size || !vm.check_alloc(size * static_cast<uint64_t>(n) * sizeof(Value))))
    return vm.raised() ? false : (vm.raise_memory(), false);
  Tuple* pattern = vm.new_tuple(size);
  for (uint64_t i = 0; i < size; ++i) pattern->items[i] = r->at(i);
  if (r->limit != kUnbounded && size) n = std::min<int64_t>(n, static_cast<int64_t>(r->limit / size + 2));
  for (int64_t k = 1; k < n; ++k)
    for (uint64_t i = 0; i < size; ++i)
      if (!push_last(vm, r, pattern->items[i])) return false;
  return true;
}

Value mul(Vm& vm, Value* args) {
  if (!self_ring(vm, args[0])) return Value();
  if (!is_integer(unwrap(args[1])) && vm.find_special(args[1], names().__index__).is_unset()) return not_implemented();
  Value product = copy(vm, args);
  return product.is_unset() || !repeat(vm, ring_of(product), args[1]) ? Value() : product;
}

Value imul(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  return r && repeat(vm, r, args[1]) ? args[0] : Value();
}

Value maxlen(Vm& vm, Value* args) {
  Ring* r = self_ring(vm, args[0]);
  if (!r) return Value();
  return r->limit == kUnbounded ? Value::none() : Value::integer(static_cast<int64_t>(r->limit));
}

Value unhashable(Vm& vm, Value* args) {
  std::string name = vm.type_of(args[0]) == deque_class ? "collections.deque" : type_name_of(vm, args[0]);
  return vm.raise_type("unhashable type: '" + name + "'");
}
const MethodDef kMethods[] = {
    {"__init__(self, iterable=..., maxlen=None)", deque_init},
    {"append(self, x, /)", append, 0, "Add an element to the right side of the deque."},
    {"appendleft(self, x, /)", appendleft, 0, "Add an element to the left side of the deque."},
    {"pop(self, /)", pop<false>, 0, "Remove and return the rightmost element."},
    {"popleft(self, /)", pop<true>, 0, "Remove and return the leftmost element."},
    {"extend(self, iterable, /)", extend_method<false>, 0, "Extend the right side of the deque with elements from the iterable."},
    {"extendleft(self, iterable, /)", extend_method<true>, 0, "Extend the left side of the deque with elements from the iterable."},
    {"clear(self, /)", clear, 0, "Remove all elements from the deque."},
    {"rotate(self, n=1, /)", rotate, 0, "Rotate the deque n steps to the right; negative n rotates left."},
    {"reverse(self, /)", reverse, 0, "Reverse in place."},
    {"copy(self, /)", copy, 0, "Return a shallow copy of a deque."},
    {"count(self, value, /)", count, 0, "Number of occurrences of value."},
    {"index(self, value, start=..., stop=..., /)", index, 0, "First index of value."},
    {"insert(self, index, value, /)", insert, 0, "Insert value before index."},
    {"remove(self, value, /)", remove, 0, "Remove first occurrence of value."},
    {"maxlen", maxlen, kNativeGetter, "maximum size of a deque or None if unbounded"},
    {"__copy__(self, /)", copy},
    {"__len__(self, /)", length},
    {"__getitem__(self, key, /)", getitem},
    {"__setitem__(self, key, value, /)", setitem},
    {"__delitem__(self, key, /)", delitem},
    {"__contains__(self, key, /)", contains},
    {"__iter__(self, /)", iterate<false>},
    {"__reversed__(self, /)", iterate<true>},
    {"__repr__(self, /)", repr},
    {"__eq__(self, other, /)", compare<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare<CmpOp::Ne>},
    {"__lt__(self, other, /)", compare<CmpOp::Lt>},
    {"__le__(self, other, /)", compare<CmpOp::Le>},
    {"__gt__(self, other, /)", compare<CmpOp::Gt>},
    {"__ge__(self, other, /)", compare<CmpOp::Ge>},
    {"__hash__(self, /)", unhashable},
    {"__add__(self, other, /)", add},
    {"__iadd__(self, other, /)", iadd},
    {"__mul__(self, other, /)", mul},
    {"__rmul__(self, other, /)", mul},
    {"__imul__(self, other, /)", imul},
    kClassGetItem,
};

Ring* ring_in(Obj* o) { return static_cast<Ring*>(static_cast<HostObj*>(o)->data); }

const KindOps kDequeOps = [] {
  KindOps k{};
  k.length = [](Vm&, Obj* o) { return static_cast<int64_t>(ring_in(o)->size); };
  k.get_item = [](Vm& vm, Obj* o, Value key) {
    uint64_t i;
    return position(vm, ring_in(o), key, &i) ? ring_in(o)->at(i) : Value();
  };
  k.set_item = [](Vm& vm, Obj* o, Value key, Value v) {
    uint64_t i;
    if (!position(vm, ring_in(o), key, &i)) return false;
    ring_in(o)->at(i) = v;
    return true;
  };
  k.iter = [](Vm& vm, Obj* o) {
    Value args[] = {Value::object(o)};
    return iterate<false>(vm, args);
  };
  return k;
}();

}  // namespace

void register_deque_module() {
  define_iter_type(kIter);
  define_iter_type(kReverseIter);
  TypeDef def;
  def.name = "deque";
  def.module = "collections";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "A list-like sequence optimized for data accesses near its endpoints.";
  def.construct_signature = "deque(iterable=..., maxlen=None)";
  def.construct = construct;
  def.mutable_init = true;
  def.host_type = &kDequeType;
  def.methods = kMethods;
  deque_class = define_type(def);
  static Class* const classes[] = {deque_class};
  ModuleDef module;
  module.name = "_collections";
  module.doc = "Native containers.";
  module.functions = collections_functions();
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
