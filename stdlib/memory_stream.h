// What io.StringIO and io.BytesIO share: an object whose fields hold its buffer and position.
#pragma once

#include <algorithm>
#include <string>

#include "core/vm/builtins.h"
#include "core/vm/file.h"
#include "core/vm/text.h"
#include "stdlib/args.h"

namespace sl {

// A ByteArray, None once closed.
constexpr uint32_t kStreamBuffer = 0;

inline bool stream_closed(const HostObj* o) noexcept { return o->fields[kStreamBuffer].is_none(); }
inline ByteArray* stream_buffer(const HostObj* o) noexcept { return as<ByteArray>(o->fields[kStreamBuffer]); }
bool raise_closed(Vm& vm, const HostObj* o, bool inherited);
// `inherited`: in a method CPython's StringIO has from _IOBase, whose message ends in a full stop.
inline bool check_stream(Vm& vm, const HostObj* o, bool inherited = false) { return !stream_closed(o) || raise_closed(vm, o, inherited); }
// A size argument: None or negative means everything. False: raised.
bool stream_limit(Vm& vm, Value v, int64_t* out);
// Replaces `old_size` bytes at `at` by `data`, which may be the buffer's own; false: raised.
bool stream_splice(Vm& vm, ByteArray* b, uint64_t at, uint64_t old_size, std::string_view data);
// The attributes of a stream for __getstate__, a copy: None without any; unset: raised.
Value stream_attributes(Vm& vm, Value self);
// Merges what __getstate__ gave; `refusal` names the item in the TypeError. False: raised.
bool stream_set_attributes(Vm& vm, Value self, Value state, const char* refusal);

// The methods both have; `Stream` gives self(vm, v), read_line(vm, o, limit), write(vm, o, v), and `exact`, its class.
template <class Stream>
struct StreamMethods {
  static bool is_exact(Vm& vm, Value v) { return vm.type_of(v) == Stream::exact(); }
  static HostObj* open_self(Vm& vm, Value v, bool inherited = false) {
    HostObj* o = Stream::self(vm, v);
    return o && check_stream(vm, o, inherited) ? o : nullptr;
  }
  static uint64_t size_of(Value line) { return is_str(line) ? as<Str>(line)->size : as<Bytes>(line)->size; }

  static Value readline(Vm& vm, Value* args) {
    HostObj* o = Stream::self(vm, args[0]);
    int64_t limit;
    return o && stream_limit(vm, args[1], &limit) && check_stream(vm, o) ? Stream::read_line(vm, o, limit) : Value();
  }
  static Value next(Vm& vm, Value* args) {
    static Str* const kReadline = intern("readline");
    HostObj* o = open_self(vm, args[0]);
    if (!o) return {};
    Value line;
    if (is_exact(vm, args[0])) {
      line = Stream::read_line(vm, o, -1);
    } else {
      line = vm.call_method(args[0], kReadline);
      if (line.is_unset()) return line;
      if (!Stream::is_line(line)) return vm.raise_type("readline() should have returned a " + std::string(Stream::kLine) + " object, not '" + type_name_of(vm, line) + "'");
    }
    if (line.is_unset() || size_of(unwrap(line))) return line;
    return vm.raise(Value::object(errors().StopIteration));
  }
  static Value readlines(Vm& vm, Value* args) {
    HostObj* o = open_self(vm, args[0], true);
    int64_t hint;
    if (!o || !stream_limit(vm, args[1], &hint)) return {};
    bool exact = is_exact(vm, args[0]);
    Sequence items(vm);
    if (!exact && !items.open(args[0])) return {};
    List* out = vm.new_list();
    for (uint64_t total = 0; hint <= 0 || total < static_cast<uint64_t>(hint) + Stream::kPastHint;) {
      Value line;
      if (exact) {
        line = Stream::read_line(vm, o, -1);
        if (line.is_unset()) return {};
        if (!size_of(line)) break;
      } else {
        int more = items.next(&line);
        if (more < 0) return {};
        if (!more) break;
      }
      list_append(vm, out, line);
      int64_t n = vm.length(line);
      if (n < 0) return {};
      total += static_cast<uint64_t>(n);
    }
    return Value::object(out);
  }
  static Value write(Vm& vm, Value* args) {
    HostObj* o = Stream::self(vm, args[0]);
    return o ? Stream::write(vm, o, args[1]) : Value();
  }
  static Value writelines(Vm& vm, Value* args) {
    if (!open_self(vm, args[0], true)) return {};
    bool exact = is_exact(vm, args[0]);
    Sequence lines(vm);
    if (!lines.open(args[1])) return {};
    Value line;
    int more;
    while ((more = lines.next(&line)) > 0) {
      Value n = exact ? Stream::write(vm, Stream::self(vm, args[0]), line) : vm.call_method(args[0], names().write, {line});
      if (n.is_unset()) return {};
    }
    return more == 0 ? Value::none() : Value();
  }
  static Value self_if_open(Vm& vm, Value* args) { return open_self(vm, args[0], true) ? args[0] : Value(); }
  static Value none_if_open(Vm& vm, Value* args) { return open_self(vm, args[0], true) ? Value::none() : Value(); }
  static Value true_if_open(Vm& vm, Value* args) { return open_self(vm, args[0]) ? Value::boolean(true) : Value(); }
  static Value false_if_open(Vm& vm, Value* args) { return open_self(vm, args[0], true) ? Value::boolean(false) : Value(); }
  static Value close(Vm& vm, Value* args) {
    HostObj* o = Stream::self(vm, args[0]);
    if (!o) return {};
    o->fields[kStreamBuffer] = Value::none();
    return Value::none();
  }
  static Value leave(Vm& vm, Value* args) { return vm.call_method(args[0], names().close).is_unset() ? Value() : Value::none(); }
  static Value closed(Vm& vm, Value* args) {
    HostObj* o = Stream::self(vm, args[0]);
    return o ? Value::boolean(stream_closed(o)) : Value();
  }
  static Value fileno(Vm& vm, Value*) { return vm.raise(unsupported_operation(), "fileno"); }
  static Value detach(Vm& vm, Value*) { return vm.raise(unsupported_operation(), "detach"); }
};

#define SL_STREAM_METHODS(M)                                                                                                                                                     \
  {"readline(self, size=-1, /)", M::readline, 0, "Read until newline or EOF."}, {"readlines(self, hint=-1, /)", M::readlines, 0, "Return a list of lines from the stream."},     \
      {"write(self, data, /)", M::write, 0, "Write to the stream; return the number of characters or bytes written."},                                                           \
      {"writelines(self, lines, /)", M::writelines, 0, "Write a list of lines to the stream."}, {"close(self, /)", M::close, 0, "Close the stream and discard its buffer."},     \
      {"flush(self, /)", M::none_if_open, 0, "Does nothing."}, {"readable(self, /)", M::true_if_open, 0, "Returns True if the stream can be read."},                             \
      {"writable(self, /)", M::true_if_open, 0, "Returns True if the stream can be written."},                                                                                   \
      {"seekable(self, /)", M::true_if_open, 0, "Returns True if the stream can be seeked."}, {"isatty(self, /)", M::false_if_open, 0, "Always False."},                         \
      {"fileno(self, /)", M::fileno, 0, "There is no file descriptor."}, {"detach(self, /)", M::detach, 0, "There is nothing to detach."}, {"closed", M::closed, kNativeGetter}, \
      {"__enter__(self, /)", M::self_if_open}, {"__exit__(self, /, *args)", M::leave}, {"__iter__(self, /)", M::self_if_open}, {"__next__(self, /)", M::next},

Class* define_string_io();
Class* define_bytes_io();

}  // namespace sl
