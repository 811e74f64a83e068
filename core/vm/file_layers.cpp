// What reaches from one layer of an open file to another: the buffer below text, the raw file below a buffer.
#include <algorithm>
#include <cstring>
#include <tuple>

#include "core/vm/buffers.h"
#include "core/vm/builtins.h"
#include "core/vm/codec.h"
#include "core/vm/file.h"
#include "core/vm/open_descriptors.h"
#include "core/vm/text.h"

namespace sl {

namespace {

File* open_file(Vm& vm, Value v) {
  File* f = file_of(v);
  if (!f) vm.raise_type("a file object is required, not '" + std::string(type_name(vm, v)) + "'");
  return f && f->check_open(vm) ? f : nullptr;
}

bool optional_size(Vm& vm, Value v, int64_t* out) {
  *out = -1;
  return v.is_none() || vm.to_index(v, out);
}

// ---- binary files ---------------------------------------------------------------------------

Value fill_buffer(Vm& vm, Value* args, bool once) {
  File* f = open_file(vm, args[0]);
  std::string_view target;
  if (!f) return {};
  if (!writable_bytes(vm, args[1], &target)) {
    if (vm.raised()) return {};
    return vm.raise_type((once ? "readinto1" : "readinto") + std::string("() argument must be read-write bytes-like object, not ") + std::string(type_name(vm, args[1])));
  }
  auto wanted = static_cast<int64_t>(target.size());
  Value data = once ? f->read_once(vm, wanted) : f->read(vm, wanted);
  if (data.is_unset() || !writable_bytes(vm, args[1], &target)) return {};  // it may have moved meanwhile
  auto n = std::min<size_t>(as<Bytes>(data)->size, target.size());
  std::memcpy(const_cast<char*>(target.data()), as<Bytes>(data)->data, n);
  return Value::integer(static_cast<int64_t>(n));
}

Value binary_readinto(Vm& vm, Value* args) { return fill_buffer(vm, args, false); }
Value binary_readinto1(Vm& vm, Value* args) { return fill_buffer(vm, args, true); }

Value binary_read1(Vm& vm, Value* args) {
  int64_t limit;
  File* f = open_file(vm, args[0]);
  return f && optional_size(vm, args[1], &limit) ? f->read_once(vm, limit) : Value();
}

Value binary_peek(Vm& vm, Value* args) {
  File* f = open_file(vm, args[0]);
  return f ? f->peek(vm) : Value();
}

// FileIO over the descriptor, which stays the buffer's unless it is given away.
Value raw_file(Vm& vm, Value v, bool given_away) {
  File* f = open_file(vm, v);
  if (!f || !f->flush(vm)) return {};
  Value layers = vm.host->import_module(vm, intern("_io_layers"));
  Value make = layers.is_unset() ? layers : vm.get_attr(layers, "_over");
  if (make.is_unset() || !(f = open_file(vm, v))) return {};
  Value mode = vm.get_attr(v, "mode");
  return mode.is_unset() ? mode : vm.call(make, {Value::integer(f->fd()), mode, as<HostObj>(v)->fields[kFileName], Value::boolean(f->closes_fd()), Value::boolean(given_away)});
}

Value binary_raw(Vm& vm, Value* args) { return raw_file(vm, args[0], false); }

Value binary_detach(Vm& vm, Value* args) {
  File* f = open_file(vm, args[0]);
  if (!f) return {};
  if (f->standard()) return vm.raise(unsupported_operation(), "detach");
  Value raw = raw_file(vm, args[0], true);
  if (raw.is_unset()) return raw;
  f->give_away();
  return raw;
}

// ---- text files -----------------------------------------------------------------------------

Value text_buffer(Vm& vm, Value* args) {
  File* f = file_of(args[0]);
  if (!f) return {};
  auto* self = as<HostObj>(args[0]);
  Value known = self->fields[kFileOther];
  if (!known.is_none()) return known;
  if (f->standard()) {
    known = new_standard_stream(vm, f->fd(), true);
  } else {
    if (!f->check_open(vm)) return {};
    known = wrap_file(vm, f->add_layer(), self->fields[kFileName]);
    as<HostObj>(known)->fields[kFileOther] = args[0];  // the text file owns the descriptor
  }
  self->fields[kFileOther] = known;
  return known;
}

Value text_detach(Vm& vm, Value* args) {
  File* f = open_file(vm, args[0]);
  if (!f || !f->flush(vm)) return {};
  Value buffer = text_buffer(vm, args);
  if (buffer.is_unset() || f->standard()) return buffer;
  f->give_to_layer();
  as<HostObj>(buffer)->fields[kFileOther] = Value::none();
  as<HostObj>(args[0])->fields[kFileOther] = Value::none();
  return buffer;
}

Value text_reconfigure(Vm& vm, Value* args) {  // self, encoding, errors, newline, line_buffering, write_through
  File* f = open_file(vm, args[0]);
  if (!f) return {};
  bool newline_given = !args[3].is_unset() && !is_kind(args[3], Kind::Singleton);
  if (f->read_ahead() && (!args[1].is_none() || !args[2].is_none() || newline_given))
    return vm.raise(unsupported_operation(), "It is not possible to set the encoding or newline of stream after the first read");
  std::string encoding = f->encoding(), handler = f->errors();
  for (auto [value, text, name] : {std::tuple{args[1], &encoding, "encoding"}, std::tuple{args[2], &handler, "errors"}}) {
    if (value.is_none()) continue;
    Str* s = as_str(value);
    if (!s) return vm.raisef(errors().TypeError, "reconfigure() argument '%s' must be str or None, not %s", name, std::string(type_name(vm, value)).c_str());
    *text = s->view();
  }
  if (!args[1].is_none() && args[2].is_none()) handler = "strict";
  if (!check_encoding(vm, encoding)) return {};
  Newlines newlines = Newlines::Universal;
  if (newline_given && !parse_newline(vm, args[3], false, &newlines)) return {};
  bool* const switches[] = {&f->line_buffering, &f->write_through};
  for (int i = 0; i < 2; ++i) {
    if (args[4 + i].is_none()) continue;
    int on = vm.truthy(args[4 + i]);
    if (on < 0) return {};
    *switches[i] = on;
  }
  if (!f->flush(vm)) return {};
  f->set_codec(encoding, handler);
  if (newline_given) f->set_newlines(newlines);
  return Value::none();
}

Value get_write_through(Vm&, Value* args) {
  File* f = file_of(args[0]);
  return f ? Value::boolean(f->write_through) : Value();
}

const MethodDef kText[] = {
    {"buffer", text_buffer, kNativeGetter},
    {"write_through", get_write_through, kNativeGetter},
    {"detach(self, /)", text_detach, 0, "Separate the underlying buffer from the text file and return it."},
    {"reconfigure(self, /, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None)", text_reconfigure, 0,
     "Reconfigure the text stream with new parameters."},
};

const MethodDef kBinary[] = {
    {"read1(self, size=-1, /)", binary_read1, 0, "Read up to size bytes with at most one read of the system."},
    {"peek(self, size=0, /)", binary_peek, 0, "Return buffered bytes without advancing the position."},
    {"readinto(self, buffer, /)", binary_readinto, 0, "Read bytes into a writable buffer."},
    {"readinto1(self, buffer, /)", binary_readinto1, 0, "Read bytes into a writable buffer, with at most one read of the system."},
    {"raw", binary_raw, kNativeGetter},
    {"detach(self, /)", binary_detach, 0, "Separate the underlying raw file from the buffer and return it."},
};

}  // namespace

std::span<const MethodDef> text_layer_methods() { return kText; }
std::span<const MethodDef> binary_layer_methods() { return kBinary; }

}  // namespace sl
