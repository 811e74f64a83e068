// bytearray: the mutable one. Conversions of arguments may run script code that changes the array,
// so they come before its buffer is looked at.
#include <algorithm>

#include "core/vm/bulk.h"
#include "core/vm/bytes_methods.h"
#include "core/vm/search.h"
#include "core/vm/containers.h"
#include "core/vm/exports.h"
#include "core/vm/text.h"

namespace sl {

namespace {

constexpr const char* kIndexType = "bytearray indices must be integers or slices, not ";
constexpr const char* kIndexRange = "bytearray index out of range";

ByteArray* self(Obj* o) noexcept { return static_cast<ByteArray*>(o); }
ByteArray* self_array(Vm& vm, Value v) {
  auto* b = as_kind<ByteArray>(v, Kind::ByteArray);
  if (!b) vm.raise_type("descriptor requires a 'bytearray' object but received a '" + std::string(type_name(vm, v)) + "'");
  return b;
}

// Replaces [start, start + count) by data; data must not be the array's own.
bool splice(Vm& vm, ByteArray* b, uint64_t start, uint64_t count, std::string_view data) {
  if (data.size() != count && !resizable(vm, b)) return false;
  uint64_t total = b->size - count + data.size();
  if (data.size() > count && !bytearray_reserve(vm, b, total)) return false;
  if (data.size() != count) std::memmove(b->data + start + data.size(), b->data + start + count, b->size - start - count);
  if (!data.empty()) std::memcpy(b->data + start, data.data(), data.size());
  b->size = total;
  return true;
}

Value repr(Vm& vm, Obj* o) { return bytes_repr(vm, "bytearray(", self(o)->view(), true, ")"); }
int64_t length(Vm&, Obj* o) { return static_cast<int64_t>(self(o)->size); }

Value get_item(Vm& vm, Obj* o, Value key) {
  if (is_kind(key, Kind::Slice)) return bytes_get_slice(vm, Value::object(o), as<Slice>(key));
  uint64_t i;
  if (!bytes_index(vm, Value::object(o), key, kIndexType, kIndexRange, &i)) return {};
  return Value::integer(self(o)->data[i]);
}

struct Range64 {
  int64_t start, stop, step, count;
};
// Resolves a slice; repeats when its __index__ methods changed the array.
bool resolve(Vm& vm, ByteArray* b, const Slice* slice, Range64* r) {
  for (int tries = 0; tries < 8; ++tries) {
    uint64_t size = b->size;
    if (!slice_indices(vm, slice, static_cast<int64_t>(size), &r->start, &r->stop, &r->step, &r->count)) return false;
    if (b->size == size) return true;
  }
  vm.raise(errors().RuntimeError, "bytearray changed size while it was sliced");
  return false;
}

void delete_range(ByteArray* b, Range64 r) noexcept {
  if (r.count <= 0) return;
  if (r.step < 0) {
    r.start += (r.count - 1) * r.step;
    r.step = -r.step;
  }
  uint64_t out = static_cast<uint64_t>(r.start), next = out;
  int64_t left = r.count;
  for (uint64_t i = out; i < b->size; ++i) {
    if (left && i == next) {
      --left;
      next += static_cast<uint64_t>(r.step);
    } else {
      b->data[out++] = b->data[i];
    }
  }
  b->size = out;
}

bool assign_slice(Vm& vm, ByteArray* b, const Slice* slice, Value v) {
  std::string data;
  Value u = unwrap(v);
  constexpr std::string_view kRefusal = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
  Range64 r;
  if (!resolve(vm, b, slice, &r)) return false;
  if (is_number(u) || is_str(u)) {
    vm.raise_type(kRefusal);
    return false;
  }
  if (!append_byte_items(vm, v, "byte must be in range(0, 256)", "cannot convert '" + std::string(type_name(vm, v)) + "' object to bytearray", &data)) return false;
  // The conversion may have run script code; the slice is asked again, as for any second assignment.
  bool copied = !is_kind(u, Kind::ByteArray) || u.o == b;
  if (copied && !resolve(vm, b, slice, &r)) return false;
  if (r.step == 1) return splice(vm, b, static_cast<uint64_t>(r.start), static_cast<uint64_t>(std::max<int64_t>(r.count, 0)), data);
  if (data.empty()) {
    if (r.count > 0 && !resizable(vm, b)) return false;
    delete_range(b, r);
    return true;
  }
  if (static_cast<int64_t>(data.size()) != r.count) {
    vm.raise_value("attempt to assign bytes of size " + std::to_string(data.size()) + " to extended slice of size " + std::to_string(r.count));
    return false;
  }
  for (int64_t i = 0; i < r.count; ++i) b->data[r.start + i * r.step] = static_cast<uint8_t>(data[static_cast<size_t>(i)]);
  return true;
}

bool set_item(Vm& vm, Obj* o, Value key, Value v) {
  if (is_kind(key, Kind::Slice)) return assign_slice(vm, self(o), as<Slice>(key), v);
  uint64_t i;
  uint8_t byte;
  // The value is looked at before the range of the index, which is checked again after its conversion.
  bool plain = unwrap(key).is_int_or_bool();
  if (plain && !byte_arg(vm, v, &byte)) return false;
  if (!bytes_index(vm, Value::object(o), key, kIndexType, kIndexRange, &i) || (!plain && !byte_arg(vm, v, &byte))) return false;
  if (i >= self(o)->size) {
    vm.raise(errors().IndexError, kIndexRange);
    return false;
  }
  self(o)->data[i] = byte;
  return true;
}

bool del_item(Vm& vm, Obj* o, Value key) {
  if (is_kind(key, Kind::Slice)) {
    Range64 r;
    if (!resolve(vm, self(o), as<Slice>(key), &r)) return false;
    if (r.count > 0 && !resizable(vm, self(o))) return false;
    delete_range(self(o), r);
    return true;
  }
  uint64_t i;
  return bytes_index(vm, Value::object(o), key, kIndexType, kIndexRange, &i) && splice(vm, self(o), i, 1, {});
}

Value iter(Vm& vm, Obj* o) {
  IterObj* it = vm.new_iter(kByteArrayIter, Value::object(o));
  it->i = 0;
  return Value::object(it);
}

Value inplace(Vm& vm, BinOp op, Value a, Value b) {
  auto* array = as<ByteArray>(a);
  if (op == BinOp::Add) {
    std::string_view data;
    if (!bytes_view(b, &data)) return vm.raise_type("can't concat " + std::string(type_name(vm, b)) + " to bytearray");
    return bytearray_append(vm, array, data) ? a : Value();
  }
  if (op != BinOp::Mul) return bytes_binary(vm, op, a, b);
  int64_t n;
  if (!repeat_arg(vm, b, &n)) return {};
  uint64_t size = array->size, total;
  if (n != 1 && size && !resizable(vm, array)) return {};
  if (n <= 0 || size == 0) {
    array->size = 0;
    return a;
  }
  if (__builtin_mul_overflow(static_cast<uint64_t>(n), size, &total)) return vm.raise_memory();
  if (!bytearray_reserve(vm, array, total)) return {};
  if (!repeat_bulk(vm, reinterpret_cast<char*>(array->data), size, total)) return {};
  array->size = total;
  return a;
}

// ---- methods --------------------------------------------------------------------------------

Value append(Vm& vm, Value* args) {
  uint8_t byte;
  ByteArray* b = self_array(vm, args[0]);
  if (!b || !byte_arg(vm, args[1], &byte)) return {};
  char c = static_cast<char>(byte);
  return bytearray_append(vm, b, {&c, 1}) ? Value::none() : Value();
}

Value extend(Vm& vm, Value* args) {
  ByteArray* b = self_array(vm, args[0]);
  if (!b) return {};
  std::string_view view;
  if (bytes_view(args[1], &view)) return bytearray_append(vm, b, view) ? Value::none() : Value();
  std::string data;
  if (!append_byte_items(vm, args[1], "byte must be in range(0, 256)", "can't extend bytearray with " + std::string(type_name(vm, args[1])), &data, true)) return {};
  return bytearray_append(vm, b, data) ? Value::none() : Value();
}

Value insert(Vm& vm, Value* args) {
  int64_t index;
  uint8_t byte;
  ByteArray* b = self_array(vm, args[0]);
  if (!b || !size_arg(vm, args[1], &index) || !byte_arg(vm, args[2], &byte)) return {};
  auto size = static_cast<int64_t>(b->size);
  if (index < 0) index = std::max<int64_t>(index + size, 0);
  char c = static_cast<char>(byte);
  return splice(vm, b, static_cast<uint64_t>(std::min(index, size)), 0, {&c, 1}) ? Value::none() : Value();
}

Value pop(Vm& vm, Value* args) {
  int64_t index;
  uint64_t i;
  ByteArray* b = self_array(vm, args[0]);
  if (!b || !size_arg(vm, args[1], &index)) return {};
  if (b->size == 0) return vm.raise(errors().IndexError, "pop from empty bytearray");
  if (!normalize_index(index, static_cast<int64_t>(b->size), &i)) return vm.raise(errors().IndexError, "pop index out of range");
  Value byte = Value::integer(b->data[i]);
  return splice(vm, b, i, 1, {}) ? byte : Value();
}

Value remove(Vm& vm, Value* args) {
  uint8_t byte;
  ByteArray* b = self_array(vm, args[0]);
  if (!b || !byte_arg(vm, args[1], &byte)) return {};
  size_t at = find_text(b->view(), {reinterpret_cast<const char*>(&byte), 1});
  if (at == kNotFound) return vm.raise_value("value not found in bytearray");
  return splice(vm, b, at, 1, {}) ? Value::none() : Value();
}

Value reverse(Vm& vm, Value* args) {
  ByteArray* b = self_array(vm, args[0]);
  if (!b) return {};
  std::reverse(b->data, b->data + b->size);
  return Value::none();
}

Value clear(Vm& vm, Value* args) {
  ByteArray* b = self_array(vm, args[0]);
  if (!b || (b->size && !resizable(vm, b))) return {};
  b->size = 0;
  return Value::none();
}

Value copy(Vm& vm, Value* args) {
  ByteArray* b = self_array(vm, args[0]);
  ByteArray* r = b ? new_bytearray(vm, b->view()) : nullptr;
  return r ? Value::object(r) : Value();
}

Value construct(Vm& vm, Value* args) {
  std::string data;
  if (!construct_bytes(vm, args, "bytearray", &data)) return {};
  ByteArray* b = new_bytearray(vm, data);
  return b ? Value::object(b) : Value();
}

Value init(Vm& vm, Value* args) {
  std::string data;
  ByteArray* b = self_array(vm, args[0]);
  if (!b || !construct_bytes(vm, args + 1, "bytearray", &data)) return {};
  b->size = 0;
  return bytearray_append(vm, b, data) ? Value::none() : Value();
}

Value repr_method(Vm& vm, Value* args) {
  ByteArray* b = self_array(vm, args[0]);
  return b ? bytes_repr(vm, std::string(type_name(vm, args[0])) + "(", b->view(), true, ")") : Value();
}

const MethodDef kMethods[] = {
    {"__repr__(self, /)", repr_method},
    {"__init__(self, /, source=..., encoding=..., errors=...)", init},
    {"append(self, item, /)", append, 0, "Append a single item to the end of the bytearray."},
    {"extend(self, iterable_of_ints, /)", extend, 0, "Append all the items from the iterator or sequence to the bytearray."},
    {"insert(self, index, item, /)", insert, 0, "Insert a single item into the bytearray before the given index."},
    {"pop(self, index=-1, /)", pop, 0, "Remove and return a single item from B."},
    {"remove(self, value, /)", remove, 0, "Remove the first occurrence of a value in the bytearray."},
    {"reverse(self, /)", reverse, 0, "Reverse the order of the values in B in place."},
    {"clear(self, /)", clear, 0, "Remove all items from the bytearray."},
    {"copy(self, /)", copy, 0, "Return a copy of B."},
};

Value iter_next(Vm& vm, IterObj* it) { return kBytesIter.next(vm, it); }
int64_t iter_hint(const IterObj* it) { return kBytesIter.length_hint(it); }

}  // namespace

const IterType kByteArrayIter = {"bytearray_iterator", iter_next, nullptr, iter_hint};

ByteArray* new_bytearray(Vm& vm, std::string_view data) {
  auto* b = vm.heap.make<ByteArray>(Kind::ByteArray);
  b->size = b->capacity = 0;
  b->data = nullptr;
  return bytearray_append(vm, b, data) ? b : nullptr;
}

bool bytearray_reserve(Vm& vm, ByteArray* b, uint64_t capacity) {
  if (capacity <= b->capacity) return true;
  uint64_t wanted = b->capacity ? std::max(capacity, b->capacity + b->capacity / 2) : capacity;
  if (!check_text_size(vm, capacity)) return false;
  if (wanted > kMaxTextSize || vm.heap.would_exceed(wanted)) wanted = capacity;
  auto* grown = static_cast<uint8_t*>(vm.heap.buffer(wanted));
  if (b->size) std::memcpy(grown, b->data, b->size);
  if (b->data) vm.heap.free_buffer(b->data);
  b->data = grown;
  b->capacity = wanted;
  return true;
}

bool bytearray_append(Vm& vm, ByteArray* b, std::string_view data) {
  if (data.empty()) return true;
  if (!resizable(vm, b)) return false;
  auto* from = reinterpret_cast<const uint8_t*>(data.data());
  bool own = b->data && from >= b->data && from < b->data + b->capacity;
  size_t offset = own ? static_cast<size_t>(from - b->data) : 0;
  if (!bytearray_reserve(vm, b, b->size + data.size())) return false;
  std::memcpy(b->data + b->size, own ? b->data + offset : from, data.size());
  b->size += data.size();
  return true;
}

void register_bytearray_type() {
  KindOps& ops = ops_of(Kind::ByteArray);
  ops.repr = repr;
  ops.length = length;
  ops.get_item = get_item;
  ops.set_item = set_item;
  ops.del_item = del_item;
  ops.contains = bytes_contains;
  ops.iter = iter;
  ops.binary = bytes_binary;
  ops.inplace = inplace;
  ops.compare = bytes_compare;
  std::vector<MethodDef> methods = bytes_methods();
  methods.insert(methods.end(), std::begin(kMethods), std::end(kMethods));
  TypeDef def{.name = "bytearray"};
  def.payload = Kind::ByteArray;
  def.doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray";
  def.construct_signature = "bytearray(source=..., encoding=..., errors=...)";
  def.construct = construct;
  def.mutable_init = true;
  def.methods = methods;
  g_types.bytearray = define_type(def);
  define_builtin("bytearray", Value::object(g_types.bytearray));
  define_iter_type(kByteArrayIter);
}

}  // namespace sl
