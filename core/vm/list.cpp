// Lists: storage and the behaviour behind operators and subscripts. Methods are in list_methods.cpp.
#include "core/vm/bulk.h"
#include "core/vm/containers.h"
#include "core/vm/frame.h"
#include "core/vm/text.h"

namespace sl {
namespace {

List* list_of(Obj* o) noexcept { return static_cast<List*>(o); }

void set_capacity(Vm& vm, List* l, uint64_t capacity) {
  Value* fresh = capacity ? vm.heap.values(capacity) : nullptr;
  copy_values(fresh, l->items, l->size);
  vm.heap.free_buffer(list_storage(l));
  l->items = fresh;
  l->capacity = capacity;
  l->aux = 0;
}

void make_room(Vm& vm, List* l, uint64_t size) {
  if (size <= l->capacity) return;
  set_capacity(vm, l, std::max(size, l->capacity + l->capacity / 2 + 4));
}

Value list_repr(Vm& vm, Obj* o) {
  List* l = list_of(o);
  if (l->size == 0) return vm.str_value("[]");
  ReprScope scope(vm, o);
  if (!scope.entered) return repr_cycle(vm, scope, "[...]");
  std::string out = "[";
  for (uint64_t i = 0; i < l->size; ++i) {
    if (i) out += ", ";
    if (!append_repr(vm, &out, l->items[i])) return Value();
  }
  out += ']';
  return vm.str_value(out);
}

int64_t list_length(Vm&, Obj* o) { return static_cast<int64_t>(list_of(o)->size); }

int list_contains(Vm& vm, Obj* o, Value item) {
  int64_t at = find_in_sequence(vm, list_of(o), item, 0, UINT64_MAX);
  return at == -2 ? -1 : at >= 0;
}

Value list_iter(Vm& vm, Obj* o) { return Value::object(vm.new_iter(kListIter, Value::object(o))); }

Value get_slice(Vm& vm, List* l, const Slice* s) {
  int64_t start, stop, step;
  if (!slice_unpack(vm, s, &start, &stop, &step)) return Value();
  int64_t count = slice_adjust(static_cast<int64_t>(l->size), &start, &stop, step);
  if (static_cast<uint64_t>(count) > 4096 && !vm.check_alloc(static_cast<uint64_t>(count) * sizeof(Value))) return Value();
  if (step == 1) return copy_list(vm, l->items + start, static_cast<uint64_t>(count));
  List* out = vm.new_list(static_cast<size_t>(count));
  for (int64_t i = 0; i < count; ++i) out->items[i] = l->items[start + i * step];
  out->size = static_cast<uint64_t>(count);
  return Value::object(out);
}

Value list_get_item(Vm& vm, Obj* o, Value key) {
  List* l = list_of(o);
  if (is_kind(key, Kind::Slice)) return get_slice(vm, l, as<Slice>(key));
  int64_t index;
  if (!subscript_index(vm, key, "list", &index)) return Value();
  uint64_t at;
  if (!normalize_index(index, static_cast<int64_t>(l->size), &at)) return vm.raise(errors().IndexError, "list index out of range");
  return l->items[at];
}

// Replaces l[start:stop] by n values, which do not live in l's buffer.
void splice(Vm& vm, List* l, uint64_t start, uint64_t stop, const Value* items, uint64_t n) {
  uint64_t removed = stop - start, size = l->size - removed + n;
  make_room(vm, l, size);
  if (n != removed) copy_values(l->items + start + n, l->items + stop, l->size - stop);
  copy_values(l->items + start, items, n);
  l->size = size;
  if (size < l->capacity / 4 && l->capacity > 64) set_capacity(vm, l, size);
}

// The values assigned to a slice, in a list that is not `l` itself.
List* assigned_values(Vm& vm, List* l, Value v, const char* message) {
  List* values = as_list(v);
  if (values && values != l && is_kind(v, Kind::List)) return values;
  values = vm.to_list(v);
  if (!values && vm.pending.tag == kObject && vm.type_of(vm.pending) == errors().TypeError && vm.find_special(v, names().__iter__).is_unset()) {
    vm.clear_error();
    vm.raise_type(message);
  }
  return values;
}

bool set_slice(Vm& vm, List* l, const Slice* s, Value v) {
  int64_t start, stop, step;
  if (!slice_unpack(vm, s, &start, &stop, &step)) return false;
  List* values = assigned_values(vm, l, v, step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
  if (!values) return false;
  int64_t count = slice_adjust(static_cast<int64_t>(l->size), &start, &stop, step);
  if (step == 1) {
    splice(vm, l, static_cast<uint64_t>(start), static_cast<uint64_t>(std::max(start, stop)), values->items, values->size);
    return true;
  }
  if (values->size != static_cast<uint64_t>(count)) {
    vm.raisef(errors().ValueError, "attempt to assign sequence of size %llu to extended slice of size %lld", static_cast<unsigned long long>(values->size),
              static_cast<long long>(count));
    return false;
  }
  for (int64_t i = 0; i < count; ++i) l->items[start + i * step] = values->items[i];
  return true;
}

bool list_set_item(Vm& vm, Obj* o, Value key, Value v) {
  List* l = list_of(o);
  if (is_kind(key, Kind::Slice)) return set_slice(vm, l, as<Slice>(key), v);
  int64_t index;
  if (!subscript_index(vm, key, "list", &index)) return false;
  uint64_t at;
  if (!normalize_index(index, static_cast<int64_t>(l->size), &at)) {
    vm.raise(errors().IndexError, "list assignment index out of range");
    return false;
  }
  l->items[at] = v;
  return true;
}

bool delete_slice(Vm& vm, List* l, const Slice* s) {
  int64_t start, stop, step;
  if (!slice_unpack(vm, s, &start, &stop, &step)) return false;
  int64_t count = slice_adjust(static_cast<int64_t>(l->size), &start, &stop, step);
  if (count == 0) return true;
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  if (step == 1) {
    splice(vm, l, static_cast<uint64_t>(start), static_cast<uint64_t>(start + count), nullptr, 0);
    return true;
  }
  auto to = static_cast<uint64_t>(start);
  auto next = static_cast<uint64_t>(start);
  int64_t left = count;
  for (uint64_t from = to; from < l->size; ++from) {
    if (left && from == next) {
      --left;
      if (left) next += static_cast<uint64_t>(step);
      continue;
    }
    l->items[to++] = l->items[from];
  }
  l->size = to;
  return true;
}

bool list_del_item(Vm& vm, Obj* o, Value key) {
  List* l = list_of(o);
  if (is_kind(key, Kind::Slice)) return delete_slice(vm, l, as<Slice>(key));
  int64_t index;
  if (!subscript_index(vm, key, "list", &index)) return false;
  uint64_t at;
  if (!normalize_index(index, static_cast<int64_t>(l->size), &at)) {
    vm.raise(errors().IndexError, "list assignment index out of range");
    return false;
  }
  list_remove_at(l, at);
  return true;
}

Value list_repeat(Vm& vm, Value sequence, Value count) {
  List* l = as<List>(sequence);
  int64_t n;
  int r = repeat_count(vm, count, &n);
  if (r <= 0) return r < 0 ? Value() : not_implemented();
  uint64_t total;
  if (!check_repeat(vm, l->size, n, &total)) return Value();
  List* out = vm.new_list(total);
  if (total) {
    copy_values(out->items, l->items, l->size);
    repeat_items(vm, out->items, l->size, total);
    if (vm.raised()) return Value();
  }
  out->size = total;
  return Value::object(out);
}

Value list_concat(Vm& vm, Value a, Value b) {
  if (List* right = as_list(b)) {
    List* out = concat_sequences(vm, as<List>(a)->items, as<List>(a)->size, right->items, right->size);
    return out ? Value::object(out) : Value();
  }
  if (has_reflected(vm, b, names().__radd__)) return not_implemented();
  return vm.raise_type("can only concatenate list (not \"" + class_name(vm, b) + "\") to list");
}

Value list_binary(Vm& vm, BinOp op, Value a, Value b) {
  if (op == BinOp::Add) return is_kind(a, Kind::List) ? list_concat(vm, a, b) : not_implemented();
  if (op == BinOp::Mul) return is_kind(a, Kind::List) ? list_repeat(vm, a, b) : list_repeat(vm, b, a);
  return not_implemented();
}

Value list_inplace(Vm& vm, BinOp op, Value a, Value b) {
  List* l = as<List>(a);
  if (op == BinOp::Add) return vm.extend(l, b) ? a : Value();
  if (op != BinOp::Mul) return not_implemented();
  int64_t n;
  int r = repeat_count(vm, b, &n);
  if (r <= 0) return r < 0 ? Value() : not_implemented();
  uint64_t total;
  if (!check_repeat(vm, l->size, n, &total)) return Value();
  if (total > l->size) {
    list_reserve(vm, l, total);
    repeat_items(vm, l->items, l->size, total);
    if (vm.raised()) return Value();
  }
  l->size = total;
  return a;
}

Value list_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (!is_kind(b, Kind::List)) return not_implemented();
  return compare_sequences(vm, op, as<List>(a), as<List>(b));
}

bool extend_from_iterator(Vm& vm, List* l, Value it) {
  uint32_t steps = 0;
  if (is_kind(it, Kind::Iter)) {
    auto* iter = as<IterObj>(it);
    if (iter->type->length_hint) {
      int64_t hint = iter->type->length_hint(iter);
      if (hint > 0 && hint < (1 << 20)) list_reserve(vm, l, l->size + static_cast<uint64_t>(hint));
    }
  }
  for (;;) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return !vm.raised();
    list_append(vm, l, v);
    if ((++steps & 4095) == 0 && !vm.poll()) return false;
  }
}

// What a script gives as a length is only believed where so many values could exist.
bool plausible_length(Vm& vm, int64_t length) {
  constexpr int64_t kMost = INT64_MAX / static_cast<int64_t>(sizeof(void*));
  if (length > kMost) vm.raise_memory();
  return length <= kMost;
}

bool extend_from_range(Vm& vm, List* l, Range* r) {
  int64_t n = r->length.i, v = r->start.i, step = r->step.i;
  uint64_t total;
  if (!check_repeat(vm, 1, n, &total)) return false;
  list_reserve(vm, l, l->size + total);
  Value* out = l->items + l->size;
  for (int64_t i = 0; i < n; ++i) {
    out[i] = Value::integer(v);
    v = static_cast<int64_t>(static_cast<uint64_t>(v) + static_cast<uint64_t>(step));
  }
  l->size += total;
  return true;
}

}  // namespace

// Scripts see that their __len__ or __length_hint__ is asked before the items are taken.
bool ask_length(Vm& vm, Value v) {
  if (is_kind(v, Kind::Generator)) return true;
  if (is_kind(v, Kind::Range)) return vm.length(v) >= 0;
  Value hint;
  if (is_kind(v, Kind::Iter)) {
    hint = iter_length_hint(vm, as<IterObj>(v));
  } else if (is_kind(v, Kind::Instance)) {
    if (!vm.find_special(v, names().__len__).is_unset()) {
      int64_t length = vm.length(v);
      if (length >= 0) return plausible_length(vm, length);
      if (!vm.catch_error(errors().TypeError)) return false;
    }
    hint = vm.call_special(v, names().__length_hint__);
  } else {
    return true;
  }
  if (hint.is_unset()) return !vm.raised() || vm.catch_error(errors().TypeError);
  if (is_not_implemented(hint)) return true;
  hint = unwrap(hint);
  if (is_kind(hint, Kind::BigInt)) {
    vm.raise(errors().OverflowError, "Python int too large to convert to C ssize_t");
    return false;
  }
  if (!hint.is_int_or_bool()) {
    vm.raise_type("__length_hint__ must be an integer, not " + std::string(vm.type_of(hint)->name->view()));
    return false;
  }
  if (hint.i < 0) {
    vm.raise_value("__length_hint__() should return >= 0");
    return false;
  }
  return plausible_length(vm, hint.i);
}

void list_remove_at(List* l, uint64_t at) noexcept {
  constexpr uint64_t kFewItems = 8;
  if (at == 0 && l->size > kFewItems && l->aux < UINT32_MAX) {
    ++l->items;
    ++l->aux;
    --l->capacity;
  } else {
    copy_values(l->items + at, l->items + at + 1, l->size - at - 1);
  }
  --l->size;
}

List* Vm::new_list(size_t capacity) {
  List* l = heap.make<List>(Kind::List);
  l->size = 0;
  l->capacity = capacity;
  l->items = capacity ? heap.values(capacity) : nullptr;
  return l;
}

List* Vm::new_list(const Value* items, size_t n) {
  List* l = new_list(n);
  copy_values(l->items, items, n);
  l->size = n;
  return l;
}

void list_append(Vm& vm, List* l, Value v) {
  if (l->size == l->capacity) make_room(vm, l, l->size + 1);
  l->items[l->size++] = v;
}

void list_reserve(Vm& vm, List* l, size_t capacity) {
  if (capacity > l->capacity) set_capacity(vm, l, capacity);
}

bool Vm::extend(List* l, Value iterable) {
  const Value* from = nullptr;
  uint64_t n = 0;
  if (is_kind(iterable, Kind::List)) {
    n = as<List>(iterable)->size;
  } else if (is_kind(iterable, Kind::Tuple)) {
    n = as<Tuple>(iterable)->size;
    from = as<Tuple>(iterable)->items;
  } else if (is_kind(iterable, Kind::Dict)) {
    Dict* d = as<Dict>(iterable);
    list_reserve(*this, l, l->size + d->used);
    Value key, value;
    for (uint32_t cursor = 0; dict_next(d, &cursor, &key, &value);) l->items[l->size++] = key;
    return true;
  } else if (is_kind(iterable, Kind::Set) || is_kind(iterable, Kind::FrozenSet)) {
    Set* s = as<Set>(iterable);
    list_reserve(*this, l, l->size + s->used);
    Value key;
    for (uint32_t cursor = 0; set_next(s, &cursor, &key);) l->items[l->size++] = key;
    return true;
  } else if (is_kind(iterable, Kind::Range) && is_small(as<Range>(iterable))) {
    return extend_from_range(*this, l, as<Range>(iterable));
  } else if (is_kind(iterable, Kind::Str) && as<Str>(iterable)->ascii()) {
    Str* s = as<Str>(iterable);
    if (s->size > 4096 && !check_alloc(s->size * sizeof(Value))) return false;
    make_room(*this, l, l->size + s->size);
    for (uint32_t i = 0; i < s->size; ++i) l->items[l->size + i] = Value::object(g_ascii_chars[static_cast<uint8_t>(s->data[i])]);
    l->size += s->size;
    return true;
  } else {
    Value it = iter(iterable);
    if (it.is_unset() || !ask_length(*this, iterable)) return false;
    return extend_from_iterator(*this, l, it);
  }
  if (n > 4096 && !check_alloc(n * sizeof(Value))) return false;
  make_room(*this, l, l->size + n);
  if (!from) from = as<List>(iterable)->items;  // after the growth: it may be l itself
  if (!copy_bulk(*this, static_cast<void*>(l->items + l->size), from, n * sizeof(Value))) return false;
  l->size += n;
  return true;
}

List* Vm::to_list(Value iterable) {
  if (is_kind(iterable, Kind::List)) {
    Value copy = copy_list(*this, as<List>(iterable)->items, as<List>(iterable)->size);
    return copy.is_unset() ? nullptr : as<List>(copy);
  }
  List* l = new_list();
  if (!is_kind(iterable, Kind::Generator)) return extend(l, iterable) ? l : nullptr;
  Value items[32];
  for (bool ended = false; !ended;) {
    size_t n = generator_collect(*this, as<Generator>(iterable), Collector::kAll, items, std::size(items), &ended);
    make_room(*this, l, l->size + n);
    copy_values(l->items + l->size, items, n);
    l->size += n;
    if ((l->size & 4095) < n && !poll()) return nullptr;
  }
  return raised() ? nullptr : l;
}

Value list_add_method(Vm& vm, Value* args) { return list_concat(vm, unwrap(args[0]), args[1]); }
Value list_mul_method(Vm& vm, Value* args) { return list_repeat(vm, unwrap(args[0]), args[1]); }

void register_list() {
  KindOps& ops = ops_of(Kind::List);
  ops.repr = list_repr;
  ops.length = list_length;
  ops.get_item = list_get_item;
  ops.set_item = list_set_item;
  ops.del_item = list_del_item;
  ops.contains = list_contains;
  ops.iter = list_iter;
  ops.binary = list_binary;
  ops.inplace = list_inplace;
  ops.compare = list_compare;
  register_list_methods();
}

}  // namespace sl
