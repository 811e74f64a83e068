// bytes: creation, the operations it shares with bytearray, its type.
#include <algorithm>
#include <vector>

#include "core/vm/buffers.h"
#include "core/vm/bulk.h"
#include "core/vm/bytes_methods.h"
#include "core/vm/containers.h"
#include "core/vm/search.h"
#include "core/vm/text.h"

namespace sl {

namespace {

std::string_view view_of(const Value& v) noexcept { return is_kind(v, Kind::Bytes) ? as<Bytes>(v)->view() : as<ByteArray>(v)->view(); }
bool is_bytes_like(const Value& v) noexcept { return is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray); }

Value repr(Vm& vm, Obj* o) { return bytes_repr(vm, {}, static_cast<Bytes*>(o)->view()); }
bool hash(Vm&, Obj* o, uint64_t* out) {
  *out = hash_bytes(static_cast<Bytes*>(o)->view());
  return true;
}
int64_t length(Vm&, Obj* o) { return static_cast<int64_t>(static_cast<Bytes*>(o)->size); }

Value get_item(Vm& vm, Obj* o, Value key) {
  auto* b = static_cast<Bytes*>(o);
  if (is_kind(key, Kind::Slice)) return bytes_get_slice(vm, Value::object(o), as<Slice>(key));
  uint64_t i;
  if (!bytes_index(vm, Value::object(o), key, "byte indices must be integers or slices, not ", "index out of range", &i)) return {};
  return Value::integer(b->data[i]);
}

Value iter_next(Vm&, IterObj* it) {
  if (!it->a.is_object()) return {};
  std::string_view data = view_of(it->a);
  if (static_cast<uint64_t>(it->i) >= data.size()) {
    it->a = Value::none();
    return {};
  }
  return Value::integer(static_cast<uint8_t>(data[static_cast<size_t>(it->i++)]));
}
int64_t iter_hint(const IterObj* it) { return it->a.is_object() ? std::max<int64_t>(static_cast<int64_t>(view_of(it->a).size()) - it->i, 0) : 0; }

Value iter(Vm& vm, Obj* o) {
  IterObj* it = vm.new_iter(kBytesIter, Value::object(o));
  it->i = 0;
  return Value::object(it);
}

Value multiply(Vm& vm, Value bytes, Value count) {
  if (has_reflected(vm, count, names().__rmul__) && vm.find_special(count, names().__index__).is_unset()) return not_implemented();
  int64_t n;
  if (!repeat_arg(vm, count, &n)) return {};
  std::string_view data = view_of(bytes);
  uint64_t total;
  if (n <= 0 || data.empty()) return new_bytes_like(vm, bytes, {});
  if (__builtin_mul_overflow(static_cast<uint64_t>(n), data.size(), &total) || total > INT64_MAX)
    return is_kind(bytes, Kind::Bytes) ? vm.raise(errors().OverflowError, "repeated bytes are too long") : vm.raise_memory();
  if (!check_text_size(vm, total)) return {};
  bool changeable = is_kind(unwrap(bytes), Kind::ByteArray);
  ByteArray* array = changeable ? new_bytearray(vm, {}) : nullptr;
  if (changeable && (!array || !bytearray_reserve(vm, array, total))) return {};
  Bytes* fixed = changeable ? nullptr : vm.heap.make<Bytes>(Kind::Bytes, total);
  char* out = reinterpret_cast<char*>(changeable ? array->data : fixed->data);
  std::memcpy(out, data.data(), data.size());
  if (!repeat_bulk(vm, out, data.size(), total)) return {};
  (changeable ? array->size : fixed->size) = total;
  return changeable ? Value::object(array) : Value::object(fixed);
}

Value construct(Vm& vm, Value* args) {
  if (is_kind(args[0], Kind::Bytes) && args[1].is_unset() && args[2].is_unset()) return args[0];
  std::string out;
  return construct_bytes(vm, args, "bytes", &out) ? new_bytes_value(vm, out) : Value();
}

// Operators as methods, reached with operands that are instances: these see them whole.
template <BinOp op>
Value operator_method(Vm& vm, Value* args) {
  std::string_view data;
  return self_bytes(vm, args[0], &data) ? bytes_binary(vm, op, unwrap(args[0]), args[1]) : Value();
}

Value to_bytes(Vm& vm, Value* args) {
  std::string_view data;
  return bytes_arg(vm, args[0], &data) ? new_bytes_value(vm, data) : Value();
}
const MethodDef kOwnMethods[] = {{"__bytes__(self, /)", to_bytes, 0, "Convert this value to exact type bytes."}};
const MethodDef kOperators[] = {
    {"__add__(self, value, /)", operator_method<BinOp::Add>},
    {"__mul__(self, value, /)", operator_method<BinOp::Mul>},
    {"__rmul__(self, value, /)", operator_method<BinOp::Mul>},
    {"__mod__(self, value, /)", operator_method<BinOp::Mod>},
};

}  // namespace

std::span<const MethodDef> bytes_operator_methods() { return kOperators; }

const IterType kBytesIter = {"bytes_iterator", iter_next, nullptr, iter_hint};

Bytes* Vm::new_bytes(std::string_view data) {
  auto* b = heap.make<Bytes>(Kind::Bytes, data.size());
  b->size = data.size();
  copy_text(reinterpret_cast<char*>(b->data), data.data(), data.size());
  return b;
}

Value new_bytes_value(Vm& vm, std::string_view data) {
  if (!check_text_size(vm, data.size())) return {};
  if (data.size() <= kBulkStep) return Value::object(vm.new_bytes(data));
  auto* b = vm.heap.make<Bytes>(Kind::Bytes, data.size());
  b->size = data.size();
  return copy_bulk(vm, b->data, data.data(), data.size()) ? Value::object(b) : Value();
}

Value new_bytes_like(Vm& vm, Value like, std::string_view data) {
  if (!is_kind(unwrap(like), Kind::ByteArray)) return new_bytes_value(vm, data);
  ByteArray* b = new_bytearray(vm, data);
  return b ? Value::object(b) : Value();
}

bool bytes_view(Value v, std::string_view* out) {
  Value u = unwrap(v);
  if (is_kind(u, Kind::Host) && as<HostObj>(u)->type->view) return as<HostObj>(u)->type->view(as<HostObj>(u), out);
  if (!is_bytes_like(u)) return false;
  *out = view_of(u);
  return true;
}

bool writable_bytes(Vm& vm, Value v, std::string_view* out) {
  if (as_bytes(v) || !bytes_view(v, out)) return false;
  if (!is_kind(unwrap(v), Kind::Host)) return true;
  Value readonly = vm.find_attr(v, intern("readonly"));
  if (vm.raised()) vm.clear_error();
  return !readonly.is_true();
}

bool bytes_arg(Vm& vm, Value v, std::string_view* out) {
  if (bytes_view(v, out)) return true;
  vm.raise_type("a bytes-like object is required, not '" + std::string(type_name(vm, v)) + "'");
  return false;
}

bool byte_arg(Vm& vm, Value v, uint8_t* out, const char* message) {
  Value u = unwrap(v);
  int64_t n = -1;
  if (u.is_int_or_bool())
    n = u.i;
  else if (!is_kind(u, Kind::BigInt) && !vm.to_index(v, &n)) {
    if (!vm.catch_error(errors().OverflowError)) return false;
    n = -1;
  }
  if (n < 0 || n > 255) {
    vm.raise_value(message);
    return false;
  }
  *out = static_cast<uint8_t>(n);
  return true;
}

bool append_byte_items(Vm& vm, Value v, const char* range_message, const std::string& refusal, std::string* out, bool ask) {
  std::string_view data;
  if (bytes_view(v, &data)) {
    if (!check_text_size(vm, out->size() + data.size())) return false;
    out->append(data);
    return true;
  }
  Value it = vm.iter(v);
  if (it.is_unset()) {
    if (vm.catch_error(errors().TypeError)) vm.raise_type(refusal);
    return false;
  }
  if (ask && !ask_length(vm, v)) return false;
  for (Value item = vm.next(it); !item.is_unset(); item = vm.next(it)) {
    uint8_t byte;
    if (!byte_arg(vm, item, &byte, range_message)) return false;
    *out += static_cast<char>(byte);
    if ((out->size() & 0xFFFF) == 0 && !check_text_size(vm, out->size())) return false;
  }
  return !vm.raised();
}

bool bytes_from_object(Vm& vm, Value v, const char* type, std::string* out) {
  bool is_bytes = std::string_view(type) == "bytes";
  return append_byte_items(vm, v, is_bytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)",
                           "cannot convert '" + std::string(type_name(vm, v)) + "' object to " + type, out, is_bytes);
}

namespace {

bool from_str(Vm& vm, Value* args, const char* type, std::string* out) {
  Str *encoding = nullptr, *handler = nullptr;
  if (!args[1].is_unset() && !(encoding = named_str_arg(vm, args[1], type, "encoding"))) return false;
  if (!args[2].is_unset() && !(handler = named_str_arg(vm, args[2], type, "errors"))) return false;
  Str* text = args[0].is_unset() ? nullptr : as_str(args[0]);
  if (!text) {
    vm.raise_type(encoding ? "encoding without a string argument" : "errors without a string argument");
    return false;
  }
  if (!encoding && !handler && std::string_view(type) != "bytes") {
    vm.raise_type("string argument without an encoding");
    return false;
  }
  Value encoded = str_encode(vm, text, encoding ? encoding->view() : "utf-8", handler ? handler->view() : "strict");
  if (encoded.is_unset()) return false;
  *out = as<Bytes>(encoded)->view();
  return true;
}

// 1: `v` was a count, -1: raised, 0: something else.
int from_count(Vm& vm, Value v, std::string* out) {
  Value u = unwrap(v);
  int64_t n = 0;
  if (is_kind(u, Kind::BigInt)) {
    vm.raise(errors().OverflowError, "cannot fit 'int' into an index-sized integer");
    return -1;
  }
  if (!u.is_int_or_bool()) {
    if (!is_kind(v, Kind::Instance) && !is_kind(v, Kind::Host)) return 0;
    if (vm.find_special(v, names().__index__).is_unset()) return 0;
    if (!vm.to_index(v, &n)) {
      if (vm.catch_error(errors().TypeError)) return 0;
      if (vm.catch_error(errors().OverflowError)) vm.raise(errors().OverflowError, "cannot fit '" + std::string(type_name(vm, v)) + "' into an index-sized integer");
      return -1;
    }
  } else {
    n = u.i;
  }
  if (n < 0) {
    vm.raise_value("negative count");
    return -1;
  }
  if (static_cast<uint64_t>(n) > kMaxTextSize || !check_text_size(vm, static_cast<uint64_t>(n) * 2)) {
    if (!vm.raised()) vm.raise_memory();
    return -1;
  }
  out->assign(static_cast<size_t>(n), '\0');
  return 1;
}

}  // namespace

bool construct_bytes(Vm& vm, Value* args, const char* type, std::string* out) {
  Value source = args[0];
  bool encoded = !args[1].is_unset() || !args[2].is_unset();
  if (source.is_unset() && !encoded) return true;
  bool is_bytes = std::string_view(type) == "bytes";
  bool converts = is_bytes && is_kind(source, Kind::Instance) && !vm.find_special(source, names().__bytes__).is_unset();
  if (encoded || (as_str(source) && !converts)) return from_str(vm, args, type, out);
  if (is_kind(source, Kind::Instance) || is_kind(source, Kind::Host)) {
    Value made = is_bytes ? vm.call_special(source, names().__bytes__) : Value();
    if (vm.raised()) return false;
    if (!made.is_unset()) {
      Bytes* b = as_bytes(made);
      if (!b)
        vm.raise_type("__bytes__ returned non-bytes (type " + std::string(type_name(vm, made)) + ")");
      else
        *out = b->view();
      return b != nullptr;
    }
  }
  if (int counted = from_count(vm, source, out)) return counted > 0;
  return bytes_from_object(vm, source, type, out);
}

bool bytes_index(Vm& vm, Value self, Value key, const char* type_error, const char* range_error, uint64_t* out) {
  Value u = unwrap(key);
  int64_t i;
  if (u.is_int_or_bool()) {
    i = u.i;
  } else if (!is_kind(u, Kind::BigInt) && vm.find_special(key, names().__index__).is_unset()) {
    vm.raise_type(type_error + std::string(type_name(vm, key)));
    return false;
  } else if (!index_arg(vm, key, &i)) {
    return false;
  }
  if (normalize_index(i, static_cast<int64_t>(view_of(self).size()), out)) return true;
  vm.raise(errors().IndexError, range_error);
  return false;
}

Value bytes_get_slice(Vm& vm, Value self, const Slice* slice) {
  int64_t start, stop, step, count;
  auto size = static_cast<int64_t>(view_of(self).size());
  if (!slice_indices(vm, slice, size, &start, &stop, &step, &count)) return {};
  std::string_view data = view_of(self);
  if (static_cast<int64_t>(data.size()) < size) return vm.raise(errors().IndexError, "bytearray changed size while it was sliced");
  if (count <= 0) return new_bytes_like(vm, self, {});
  if (step == 1) return new_bytes_like(vm, self, data.substr(static_cast<size_t>(start), static_cast<size_t>(count)));
  if (!check_text_size(vm, static_cast<uint64_t>(count))) return {};
  std::string out(static_cast<size_t>(count), '\0');
  bool whole = in_steps(vm, out.size(), [&](size_t from, size_t to) {
    for (size_t i = from; i < to; ++i) out[i] = data[static_cast<size_t>(start + static_cast<int64_t>(i) * step)];
  });
  if (!whole) return {};
  return new_bytes_like(vm, self, out);
}

int bytes_contains(Vm& vm, Obj* o, Value item) {
  std::string_view needle;
  uint8_t byte;
  if (!bytes_view(item, &needle)) {
    Value u = unwrap(item);
    if (!u.is_int_or_bool() && !is_kind(u, Kind::BigInt) && vm.find_special(item, names().__index__).is_unset()) {
      bytes_arg(vm, item, &needle);
      return -1;
    }
    if (!byte_arg(vm, item, &byte)) return -1;
    needle = {reinterpret_cast<const char*>(&byte), 1};
  }
  return find_text(view_of(Value::object(o)), needle) != kNotFound;
}

Value bytes_binary(Vm& vm, BinOp op, Value a, Value b) {
  if (op == BinOp::Mul) return is_bytes_like(a) ? multiply(vm, a, b) : multiply(vm, b, a);
  if (!is_bytes_like(a)) return not_implemented();
  if (op == BinOp::Mod) return bytes_percent(vm, a, b);
  if (op != BinOp::Add) return not_implemented();
  std::string_view x = view_of(a), y;
  if (!bytes_view(b, &y)) {
    if (has_reflected(vm, b, names().__radd__)) return not_implemented();
    return vm.raise_type("can't concat " + std::string(type_name(vm, b)) + " to " + std::string(type_name(vm, a)));
  }
  uint64_t total = x.size() + y.size();
  if (!check_text_size(vm, total)) return {};
  if (is_kind(a, Kind::ByteArray)) {
    ByteArray* r = new_bytearray(vm, {});
    if (!r || !bytearray_reserve(vm, r, total) || !bytearray_append(vm, r, x) || !bytearray_append(vm, r, y)) return {};
    return Value::object(r);
  }
  auto* r = vm.heap.make<Bytes>(Kind::Bytes, total);
  r->size = total;
  auto* out = reinterpret_cast<char*>(r->data);
  if (total > kBulkStep) return copy_bulk(vm, out, x.data(), x.size()) && copy_bulk(vm, out + x.size(), y.data(), y.size()) ? Value::object(r) : Value();
  copy_text(out, x.data(), x.size());
  copy_text(out + x.size(), y.data(), y.size());
  return Value::object(r);
}

Value bytes_compare(Vm& vm, CmpOp op, Value a, Value b) {
  std::string_view x, y;
  if (!bytes_view(a, &x) || !bytes_view(b, &y)) return not_implemented();
  bool ordered = op != CmpOp::Eq && op != CmpOp::Ne;
  if (ordered && is_kind(a, Kind::Bytes) && !is_bytes_like(b)) return not_implemented();  // only a bytearray has an order with any buffer
  switch (op) {
    case CmpOp::Eq: return Value::boolean(x == y);
    case CmpOp::Ne: return Value::boolean(x != y);
    case CmpOp::Lt: return Value::boolean(x < y);
    case CmpOp::Le: return Value::boolean(x <= y);
    case CmpOp::Gt: return Value::boolean(x > y);
    default: return Value::boolean(x >= y);
  }
}

void register_bytes_types() {
  KindOps& ops = ops_of(Kind::Bytes);
  ops.repr = repr;
  ops.hash = hash;
  ops.length = length;
  ops.get_item = get_item;
  ops.contains = bytes_contains;
  ops.iter = iter;
  ops.binary = bytes_binary;
  ops.compare = bytes_compare;
  std::vector<MethodDef> methods = bytes_methods();
  methods.insert(methods.end(), std::begin(kOwnMethods), std::end(kOwnMethods));
  TypeDef def{.name = "bytes"};
  def.payload = Kind::Bytes;
  def.doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer";
  def.construct_signature = "bytes(source=..., encoding=..., errors=...)";
  def.construct = construct;
  def.methods = methods;
  g_types.bytes = define_type(def);
  define_builtin("bytes", Value::object(g_types.bytes));
  define_iter_type(kBytesIter);
  register_bytearray_type();
}

}  // namespace sl
