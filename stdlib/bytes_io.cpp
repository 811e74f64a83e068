// io.BytesIO: a bytearray with a position.
#include <cstring>

#include "core/vm/containers.h"
#include "core/vm/exports.h"
#include "stdlib/memory_stream.h"

namespace sl {
namespace {

const char kTag = 0;
const HostType kType = {.name = "BytesIO", .tag = &kTag};
Class* g_class;

enum Field : uint32_t { kBuffer = kStreamBuffer, kAt, kFieldCount };
int64_t& at(HostObj* o) { return o->fields[kAt].i; }

HostObj* host_of(Value v) {
  Value u = unwrap(v);
  return is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kType ? as<HostObj>(u) : nullptr;
}

// The bytes from the position on, at most `limit` when that is not negative.
std::string_view rest(HostObj* o, int64_t limit) {
  std::string_view all = stream_buffer(o)->view();
  auto from = static_cast<uint64_t>(at(o));
  if (from >= all.size()) return {};
  return all.substr(from, limit < 0 ? std::string_view::npos : static_cast<size_t>(limit));
}

Value take(Vm& vm, HostObj* o, std::string_view data) {
  at(o) += static_cast<int64_t>(data.size());
  return new_bytes_value(vm, data);
}

struct BytesStream {
  static constexpr const char* kLine = "bytes";
  static constexpr uint64_t kPastHint = 0;
  static Class* exact() { return g_class; }
  static bool is_line(Value v) { return as_bytes(v) != nullptr; }
  static HostObj* self(Vm& vm, Value v) {
    HostObj* o = host_of(v);
    if (!o) vm.raise_type("descriptor requires a '_io.BytesIO' object but received a '" + type_name_of(vm, v) + "'");
    return o;
  }
  static Value read_line(Vm& vm, HostObj* o, int64_t limit) {
    std::string_view data = rest(o, limit);
    size_t end = data.find('\n');
    return take(vm, o, end == std::string_view::npos ? data : data.substr(0, end + 1));
  }
  static Value write(Vm& vm, HostObj* o, Value v) {
    std::string_view data;
    if (!check_stream(vm, o) || !bytes_arg(vm, v, &data)) return {};
    if (data.empty()) return Value::integer(0);
    ByteArray* b = stream_buffer(o);
    if (!resizable(vm, b)) return {};
    auto from = static_cast<uint64_t>(at(o));
    if (from > kMaxTextSize || !check_text_size(vm, from + data.size())) return vm.raised() ? Value() : vm.raise_memory();
    if (from > b->size) {
      std::string own(data);  // of this buffer, perhaps
      if (!bytearray_reserve(vm, b, from + data.size())) return {};
      std::memset(b->data + b->size, 0, from - b->size);
      b->size = from;
      if (!bytearray_append(vm, b, own)) return {};
      at(o) = static_cast<int64_t>(from + own.size());
      return Value::integer(static_cast<int64_t>(own.size()));
    }
    auto n = static_cast<int64_t>(data.size());
    if (!stream_splice(vm, b, from, std::min<uint64_t>(data.size(), b->size - from), data)) return {};
    at(o) += n;
    return Value::integer(n);
  }
};
using Methods = StreamMethods<BytesStream>;

bool reset(Vm& vm, HostObj* o, Value initial) {
  std::string_view data;
  if (!initial.is_none() && !bytes_arg(vm, initial, &data)) return false;
  ByteArray* b = new_bytearray(vm, data);
  if (!b) return false;
  o->fields[kBuffer] = Value::object(b);
  o->fields[kAt] = Value::integer(0);
  return true;
}

Value construct(Vm& vm, Value* args) {
  HostObj* o = vm.new_host(g_class, nullptr, kFieldCount);
  return reset(vm, o, args[0]) ? Value::object(o) : Value();
}

Value init(Vm& vm, Value* args) {
  HostObj* o = BytesStream::self(vm, args[0]);
  return o && reset(vm, o, args[1]) ? Value::none() : Value();
}

Value getvalue(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  return o ? new_bytes_value(vm, stream_buffer(o)->view()) : Value();
}

Value getbuffer(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  return o ? vm.call(Value::object(types().memoryview), {o->fields[kBuffer]}) : Value();
}

Value read(Vm& vm, Value* args) {
  HostObj* o = BytesStream::self(vm, args[0]);
  int64_t limit;
  if (!o || !stream_limit(vm, args[1], &limit) || !check_stream(vm, o)) return {};
  return take(vm, o, rest(o, limit));
}

Value readinto(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  if (!o) return {};
  std::string_view target;
  static Str* const kCast = intern("cast");
  if (!bytes_view(args[1], &target) || as_bytes(args[1])) return vm.raise_type("readinto() argument must be read-write bytes-like object, not " + type_name_of(vm, args[1]));
  std::string data(rest(o, static_cast<int64_t>(target.size())));
  Value n = Value::integer(static_cast<int64_t>(data.size()));
  if (auto* b = as_kind<ByteArray>(args[1], Kind::ByteArray)) {
    if (!data.empty()) std::memcpy(b->data, data.data(), data.size());
  } else {
    Value view = vm.call(Value::object(types().memoryview), {args[1]});
    if (view.is_unset()) return {};
    view = vm.call_method(view, kCast, {vm.str_value("B")});
    if (view.is_unset() || !vm.set_item(view, vm.new_slice(Value::none(), n, Value::none()), Value::object(vm.new_bytes(data)))) return {};
  }
  at(o) += n.i;
  return n;
}

Value tell(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  return o ? Value::integer(at(o)) : Value();
}

Value seek(Vm& vm, Value* args) {
  HostObj* o = BytesStream::self(vm, args[0]);
  int64_t n, whence;
  if (!o || !vm.to_index(args[1], &n) || !vm.to_index(args[2], &whence) || !check_stream(vm, o)) return {};
  if (whence == 0 && n < 0) return vm.raise_value("negative seek value " + std::to_string(n));
  if (whence < 0 || whence > 2) return vm.raise_value("invalid whence (" + std::to_string(whence) + ", should be 0, 1 or 2)");
  int64_t base = whence == 1 ? at(o) : whence == 2 ? static_cast<int64_t>(stream_buffer(o)->size) : 0;
  if (n > INT64_MAX - base) return vm.raise(errors().OverflowError, "new position too large");
  at(o) = std::max<int64_t>(0, base + n);
  return Value::integer(at(o));
}

Value truncate(Vm& vm, Value* args) {
  HostObj* o = BytesStream::self(vm, args[0]);
  int64_t n;
  if (!o || (!args[1].is_none() && !stream_limit(vm, args[1], &n)) || !check_stream(vm, o)) return {};
  if (args[1].is_none()) n = at(o);
  if (n < 0) return vm.raise_value("negative size value " + std::to_string(n));
  ByteArray* b = stream_buffer(o);
  if (!resizable(vm, b)) return {};
  b->size = std::min(b->size, static_cast<uint64_t>(n));
  return Value::integer(n);
}

Value getstate(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  if (!o) return {};
  Value attributes = stream_attributes(vm, args[0]);
  if (attributes.is_unset()) return {};
  Value data = new_bytes_value(vm, stream_buffer(o)->view());
  return data.is_unset() ? data : Value::object(vm.new_tuple({data, Value::integer(at(o)), attributes}));
}

Value setstate(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  if (!o) return {};
  Tuple* state = as_tuple(args[1]);
  if (!state || state->size < 3) return vm.raise_type(type_name_of(vm, args[0]) + ".__setstate__ argument should be 3-tuple, got " + type_name_of(vm, args[1]));
  if (!reset(vm, o, state->items[0])) return {};
  int64_t position;
  if (!is_integer(unwrap(state->items[1]))) return vm.raise_type("second item of state must be an integer, got " + type_name_of(vm, state->items[1]));
  if (!vm.to_index(state->items[1], &position)) return {};
  if (position < 0) return vm.raise_value("position value cannot be negative");
  at(o) = position;
  return stream_set_attributes(vm, args[0], state->items[2], "third item of state should be a dict, got a ") ? Value::none() : Value();
}

const MethodDef kMethods[] = {
    {"__init__(self, initial_bytes=None)", init},
    SL_STREAM_METHODS(Methods){"read(self, size=-1, /)", read, 0, "Read at most size bytes, returned as a bytes object."},
    {"read1(self, size=-1, /)", read, 0, "Read at most size bytes, returned as a bytes object."},
    {"readinto(self, buffer, /)", readinto, 0, "Read bytes into buffer."},
    {"readinto1(self, buffer, /)", readinto, 0, "Read bytes into buffer."},
    {"getvalue(self, /)", getvalue, 0, "Retrieve the entire contents of the BytesIO object."},
    {"getbuffer(self, /)", getbuffer, 0, "Get a read-write view over the contents of the BytesIO object."},
    {"tell(self, /)", tell, 0, "Current file position, an integer."},
    {"seek(self, pos, whence=0, /)", seek, 0, "Change stream position."},
    {"truncate(self, size=None, /)", truncate, 0, "Truncate the file to at most size bytes."},
    {"__getstate__(self, /)", getstate},
    {"__setstate__(self, state, /)", setstate},
};

}  // namespace

Class* define_bytes_io() {
  TypeDef def;
  def.name = "BytesIO";
  def.module = "_io";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "Buffered I/O implementation using an in-memory bytes buffer.";
  def.construct_signature = "BytesIO(initial_bytes=None)";
  def.construct = construct;
  def.mutable_init = true;
  def.host_type = &kType;
  def.methods = kMethods;
  return g_class = define_type(def);
}

}  // namespace sl
