// io.StringIO: text kept as UTF-8 with a position in bytes and in characters.
#include <cstring>

#include "core/vm/containers.h"
#include "stdlib/memory_stream.h"

namespace sl {
namespace {

const char kTag = 0;
const HostType kType = {.name = "StringIO", .tag = &kTag};
Class* g_class;

// Position: byte kAt is character kIndex; kGap characters lie between the end of the text and a position
// behind it. kLength: characters of the text. kSeen: bits of the line ends met, 1 \r, 2 \n, 4 \r\n.
enum Field : uint32_t { kBuffer = kStreamBuffer, kAt, kIndex, kGap, kLength, kMode, kSeen, kFieldCount };

int64_t& at(HostObj* o) { return o->fields[kAt].i; }
int64_t& index(HostObj* o) { return o->fields[kIndex].i; }
int64_t& gap(HostObj* o) { return o->fields[kGap].i; }
int64_t& length(HostObj* o) { return o->fields[kLength].i; }
Newlines mode(const HostObj* o) { return static_cast<Newlines>(o->fields[kMode].i); }
std::string_view text_of(HostObj* o) { return stream_buffer(o)->view(); }
bool ascii(HostObj* o) { return static_cast<uint64_t>(length(o)) == stream_buffer(o)->size; }

HostObj* host_of(Value v) {
  Value u = unwrap(v);
  return is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kType ? as<HostObj>(u) : nullptr;
}

uint64_t step(std::string_view text, uint64_t from, int64_t n, int64_t* stepped) {
  int64_t done = 0;
  for (; done < n && from < text.size(); ++done) from += sequence_length(text[from]);
  *stepped = done;
  return from;
}

Value piece(Vm& vm, std::string_view text, int64_t characters) {
  if (text.empty()) return Value::object(names().empty);
  return Value::object(vm.new_str(text, static_cast<uint32_t>(characters)));
}

// The text up to `end`, which is at most `limit` characters when that is not negative.
Value take(Vm& vm, HostObj* o, uint64_t end, int64_t limit) {
  std::string_view text = text_of(o);
  auto from = static_cast<uint64_t>(at(o));
  int64_t n;
  if (ascii(o)) {
    if (limit >= 0) end = std::min(end, from + std::min(static_cast<uint64_t>(limit), text.size()));
    n = static_cast<int64_t>(end - from);
  } else if (limit >= 0 && static_cast<uint64_t>(limit) < end - from) {
    end = step(text.substr(0, end), from, limit, &n);
  } else {
    n = static_cast<int64_t>(count_code_points(text.data() + from, end - from));
  }
  Value v = piece(vm, text.substr(from, end - from), n);
  at(o) = static_cast<int64_t>(end);
  index(o) += n;
  return v;
}

uint64_t line_end(std::string_view text, uint64_t from, Newlines mode) {
  switch (mode) {
    case Newlines::Untranslated: {
      uint64_t i = text.find_first_of("\r\n", from);
      if (i == std::string_view::npos) return text.size();
      return text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n' ? i + 2 : i + 1;
    }
    case Newlines::CrLf: {
      uint64_t i = text.find("\r\n", from);
      return i == std::string_view::npos ? text.size() : i + 2;
    }
    default: {
      const void* found = from < text.size() ? std::memchr(text.data() + from, mode == Newlines::Cr ? '\r' : '\n', text.size() - from) : nullptr;
      return found ? static_cast<uint64_t>(static_cast<const char*>(found) - text.data()) + 1 : text.size();
    }
  }
}

// What write() stores for `text` under the newline argument.
std::string translated(HostObj* o, std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Newlines m = mode(o);
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (m == Newlines::Cr || m == Newlines::CrLf) {
      if (c == '\n')
        out += m == Newlines::Cr ? "\r" : "\r\n";
      else
        out += c;
      continue;
    }
    bool pair = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (c == '\r' || c == '\n') o->fields[kSeen].i |= pair ? 4 : c == '\r' ? 1 : 2;
    if (m == Newlines::Universal && c == '\r') {
      out += '\n';
    } else {
      out += c;
      if (pair) out += '\n';
    }
    i += pair;
  }
  return out;
}

// Writes `text` of n characters at the position.
bool store(Vm& vm, HostObj* o, std::string_view text, int64_t n) {
  ByteArray* b = stream_buffer(o);
  if (gap(o)) {
    auto missing = static_cast<uint64_t>(gap(o));
    if (missing > kMaxTextSize || !check_text_size(vm, b->size + missing + text.size()) || !bytearray_reserve(vm, b, b->size + missing))
      return vm.raised() ? false : (vm.raise_memory(), false);
    std::memset(b->data + b->size, 0, missing);
    b->size += missing;
    length(o) += gap(o);
    index(o) = length(o);
    at(o) = static_cast<int64_t>(b->size);
    gap(o) = 0;
  }
  auto from = static_cast<uint64_t>(at(o));
  if (from == b->size) {
    if (!bytearray_append(vm, b, text)) return false;
    length(o) += n;
  } else {
    int64_t replaced = std::min(n, length(o) - index(o));
    uint64_t end = ascii(o) ? from + static_cast<uint64_t>(replaced) : step(b->view(), from, replaced, &replaced);
    if (!stream_splice(vm, b, from, end - from, text)) return false;
    length(o) += n - replaced;
  }
  at(o) = static_cast<int64_t>(from + text.size());
  index(o) += n;
  return true;
}

struct StringStream {
  static constexpr const char* kLine = "str";
  static constexpr uint64_t kPastHint = 1;
  static Class* exact() { return g_class; }
  static bool is_line(Value v) { return as_str(v) != nullptr; }
  static HostObj* self(Vm& vm, Value v) {
    HostObj* o = host_of(v);
    if (!o) vm.raise_type("descriptor requires a '_io.StringIO' object but received a '" + type_name_of(vm, v) + "'");
    return o;
  }
  static Value read_line(Vm& vm, HostObj* o, int64_t limit) {
    if (gap(o)) return Value::object(names().empty);
    return take(vm, o, line_end(text_of(o), static_cast<uint64_t>(at(o)), mode(o)), limit);
  }
  static Value write(Vm& vm, HostObj* o, Value v) {
    Str* s = as_str(v);
    if (!s) return vm.raise_type("string argument expected, got '" + type_name_of(vm, v) + "'");
    if (!check_stream(vm, o)) return {};
    if (!s->size) return Value::integer(0);
    bool ok;
    if (mode(o) == Newlines::Lf) {
      ok = store(vm, o, s->view(), s->length);
    } else {
      std::string text = translated(o, s->view());
      ok = store(vm, o, text, static_cast<int64_t>(count_code_points(text.data(), text.size())));
    }
    return ok ? Value::integer(s->length) : Value();
  }
};
using Methods = StreamMethods<StringStream>;

// ---- construction ---------------------------------------------------------------------------

Value make(Vm& vm) {
  ByteArray* b = new_bytearray(vm, {});
  if (!b) return {};
  HostObj* o = vm.new_host(g_class, nullptr, kFieldCount);
  for (uint32_t i = 1; i < kFieldCount; ++i) o->fields[i] = Value::integer(0);
  o->fields[kBuffer] = Value::object(b);
  o->fields[kMode].i = static_cast<int64_t>(Newlines::Lf);
  return Value::object(o);
}

bool newline_arg(Vm& vm, Value v, Newlines* out) {
  *out = Newlines::Universal;
  if (v.is_none()) return true;
  Str* s = as_str(v);
  if (!s) return vm.raise_type("newline must be str or None, not " + type_name_of(vm, v)), false;
  std::string_view text = s->view();
  if (text.empty())
    *out = Newlines::Untranslated;
  else if (text == "\n")
    *out = Newlines::Lf;
  else if (text == "\r")
    *out = Newlines::Cr;
  else if (text == "\r\n")
    *out = Newlines::CrLf;
  else
    return vm.raise_value("illegal newline value: " + repr_text(text)), false;
  return true;
}

bool reset(Vm& vm, HostObj* o, Value initial, Value newline) {
  Newlines m;
  if (!newline_arg(vm, newline, &m)) return false;
  if (!initial.is_none() && !as_str(initial)) return vm.raise_type("initial_value must be str or None, not " + type_name_of(vm, initial)), false;
  ByteArray* b = new_bytearray(vm, {});
  if (!b) return false;
  for (uint32_t i = 1; i < kFieldCount; ++i) o->fields[i] = Value::integer(0);
  o->fields[kBuffer] = Value::object(b);
  o->fields[kMode].i = static_cast<int64_t>(m);
  if (!initial.is_none()) {
    if (StringStream::write(vm, o, initial).is_unset()) return false;
    at(o) = index(o) = 0;
  }
  return true;
}

Value construct(Vm& vm, Value* args) {
  Value v = make(vm);
  return !v.is_unset() && reset(vm, as<HostObj>(v), args[0], args[1]) ? v : Value();
}

Value init(Vm& vm, Value* args) {
  HostObj* o = StringStream::self(vm, args[0]);
  return o && reset(vm, o, args[1], args[2]) ? Value::none() : Value();
}

// ---- methods --------------------------------------------------------------------------------

Value getvalue(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  return o ? piece(vm, text_of(o), length(o)) : Value();
}

Value read(Vm& vm, Value* args) {
  HostObj* o = StringStream::self(vm, args[0]);
  int64_t limit;
  if (!o || !stream_limit(vm, args[1], &limit) || !check_stream(vm, o)) return {};
  return gap(o) ? Value::object(names().empty) : take(vm, o, stream_buffer(o)->size, limit);
}

Value tell(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  return o ? Value::integer(index(o) + gap(o)) : Value();
}

void move_to(HostObj* o, int64_t n) {
  uint64_t size = stream_buffer(o)->size;
  gap(o) = std::max<int64_t>(0, n - length(o));
  index(o) = std::min(n, length(o));
  int64_t stepped;
  at(o) = index(o) == length(o) ? static_cast<int64_t>(size) : ascii(o) ? index(o) : static_cast<int64_t>(step(text_of(o), 0, index(o), &stepped));
}

Value seek(Vm& vm, Value* args) {
  HostObj* o = StringStream::self(vm, args[0]);
  int64_t n, whence;
  if (!o || !vm.to_index(args[1], &n) || !vm.to_index(args[2], &whence) || !check_stream(vm, o)) return {};
  if (whence < 0 || whence > 2) return vm.raise_value("Invalid whence (" + std::to_string(whence) + ", should be 0, 1 or 2)");
  if (whence == 0 && n < 0) return vm.raise_value("Negative seek position " + std::to_string(n));
  if (whence && n) return vm.raise(errors().OSError, "Can't do nonzero cur-relative seeks");
  if (whence == 1) return tell(vm, args);
  if (whence == 2) n = length(o);
  move_to(o, n);
  return Value::integer(n);
}

Value truncate(Vm& vm, Value* args) {
  HostObj* o = StringStream::self(vm, args[0]);
  int64_t n;
  if (!o || (!args[1].is_none() && !stream_limit(vm, args[1], &n)) || !check_stream(vm, o)) return {};
  int64_t now = index(o) + gap(o);
  if (args[1].is_none()) n = now;
  if (n < 0) return vm.raise_value("Negative size value " + std::to_string(n));
  if (n < length(o)) {
    int64_t stepped;
    stream_buffer(o)->size = ascii(o) ? static_cast<uint64_t>(n) : step(text_of(o), 0, n, &stepped);
    length(o) = n;
    move_to(o, now);
  }
  return Value::integer(n);
}

Value newlines(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  if (!o) return {};
  static constexpr const char* kEnds[] = {"\r", "\n", "\r\n"};
  std::vector<Value> found;
  for (int i = 0; i < 3; ++i)
    if (o->fields[kSeen].i >> i & 1) found.push_back(Value::object(intern(kEnds[i])));
  if (found.empty()) return Value::none();
  return found.size() == 1 ? found[0] : Value::object(vm.new_tuple(found.data(), found.size()));
}

Value nothing(Vm& vm, Value* args) { return StringStream::self(vm, args[0]) ? Value::none() : Value(); }

Value newline_value(HostObj* o) {
  switch (mode(o)) {
    case Newlines::Universal: return Value::none();
    case Newlines::Untranslated: return Value::object(names().empty);
    case Newlines::Lf: return Value::object(intern("\n"));
    case Newlines::Cr: return Value::object(intern("\r"));
    default: return Value::object(intern("\r\n"));
  }
}

Value getstate(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  if (!o) return {};
  Value attributes = stream_attributes(vm, args[0]);
  if (attributes.is_unset()) return {};
  return Value::object(vm.new_tuple({piece(vm, text_of(o), length(o)), newline_value(o), Value::integer(index(o) + gap(o)), attributes}));
}

Value setstate(Vm& vm, Value* args) {
  HostObj* o = Methods::open_self(vm, args[0]);
  if (!o) return {};
  Tuple* state = as_tuple(args[1]);
  if (!state || state->size < 4) return vm.raise_type(type_name_of(vm, args[0]) + ".__setstate__ argument should be 4-tuple, got " + type_name_of(vm, args[1]));
  // The text was translated when it was first written.
  if (!reset(vm, o, Value::none(), state->items[1])) return {};
  Str* text = as_str(state->items[0]);
  if (!text) return vm.raise_type("initial_value must be str or None, not " + type_name_of(vm, state->items[0]));
  if (!store(vm, o, text->view(), text->length)) return {};
  int64_t position;
  if (!is_integer(unwrap(state->items[2]))) return vm.raise_type("third item of state must be an integer, got " + type_name_of(vm, state->items[2]));
  if (!vm.to_index(state->items[2], &position)) return {};
  if (position < 0) return vm.raise_value("position value cannot be negative");
  move_to(o, position);
  return stream_set_attributes(vm, args[0], state->items[3], "fourth item of state should be a dict, got a ") ? Value::none() : Value();
}

const MethodDef kMethods[] = {
    {"__init__(self, initial_value='', newline='\\n')", init},
    SL_STREAM_METHODS(Methods){"read(self, size=-1, /)", read, 0, "Read at most size characters, returned as a string."},
    {"getvalue(self, /)", getvalue, 0, "Retrieve the entire contents of the object."},
    {"tell(self, /)", tell, 0, "Tell the current file position."},
    {"seek(self, pos, whence=0, /)", seek, 0, "Change stream position."},
    {"truncate(self, pos=None, /)", truncate, 0, "Truncate size to pos."},
    {"newlines", newlines, kNativeGetter},
    {"line_buffering", Methods::false_if_open, kNativeGetter},
    {"encoding", nothing, kNativeGetter},
    {"errors", nothing, kNativeGetter},
    {"__getstate__(self, /)", getstate},
    {"__setstate__(self, state, /)", setstate},
};

}  // namespace

Class* define_string_io() {
  TypeDef def;
  def.name = "StringIO";
  def.module = "_io";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "Text I/O implementation using an in-memory buffer.";
  def.construct_signature = "StringIO(initial_value='', newline='\\n')";
  def.construct = construct;
  def.mutable_init = true;
  def.host_type = &kType;
  def.methods = kMethods;
  return g_class = define_type(def);
}

}  // namespace sl
