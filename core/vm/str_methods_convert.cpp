// encode, translate and maketrans, format and format_map.
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Value encode(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  Str* encoding = named_str_arg(vm, args[1], "encode", "encoding");
  if (!encoding) return {};
  Str* handler = named_str_arg(vm, args[2], "encode", "errors");
  return handler ? str_encode(vm, s, encoding->view(), handler->view()) : Value();
}

// What the table has for one code point: unset and nothing raised when it has nothing. Dicts may be
// keyed by code points or by one-character strings.
Value translation(Vm& vm, Value table, uint32_t c) {
  if (is_kind(table, Kind::Dict)) {
    Value v = dict_get(vm, as<Dict>(table), Value::integer(c));
    if (v.is_unset() && !vm.raised()) v = dict_get(vm, as<Dict>(table), Value::object(vm.char_str(c)));
    return v;
  }
  Value v = vm.get_item(table, Value::integer(c));
  if (v.is_unset()) vm.catch_error(errors().LookupError);
  return v;
}

bool append_translation(Vm& vm, std::string* out, Value v) {
  if (v.is_none()) return true;
  Value u = unwrap(v);
  if (Str* text = as_str(u)) {
    out->append(text->view());
    return check_text_size(vm, out->size());
  }
  if (!is_integer(u)) {
    vm.raise_type("character mapping must return integer, None or str");
    return false;
  }
  if (!u.is_int_or_bool() || u.i < 0 || u.i > kMaxCodePoint) {
    vm.raise_value("character mapping must be in range(0x110000)");
    return false;
  }
  append_code_point(*out, static_cast<uint32_t>(u.i));
  return true;
}

Value translate(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  enum : uint8_t { kUnknown, kKnown, kDropped };
  uint8_t state[128] = {};
  char replacement[128];  // one-to-one ASCII answers are asked for once
  std::string out;
  out.reserve(s->size);
  size_t steps = 0;
  for (size_t at = 0; at < s->size;) {
    char run[1024];
    size_t known = 0, from = at;
    for (size_t end = std::min<size_t>(s->size, at + sizeof run); at < end; ++at) {
      auto c = static_cast<uint8_t>(s->data[at]);
      if (c >= 128 || state[c] == kUnknown) break;
      run[known] = replacement[c];
      known += state[c] == kKnown;
    }
    if (at > from) {
      out.append(run, known);
      steps += at - from;
      if ((steps & 0xFFFFF) < at - from && !vm.poll()) return {};
      continue;
    }
    const char* p = s->data + at;
    const char* start = p;
    uint32_t c = next_code_point(p);
    auto size = static_cast<size_t>(p - start);
    at += size;
    if ((++steps & 0xFFFFF) == 0 && !vm.poll()) return {};
    Value v = translation(vm, args[1], c);
    if (vm.raised()) return {};
    if (v.is_unset()) {
      out.append(s->data + at - size, size);
      if (c < 128) {
        state[c] = kKnown;
        replacement[c] = static_cast<char>(c);
      }
      continue;
    }
    size_t before = out.size();
    if (!append_translation(vm, &out, v)) return {};
    if (c < 128 && out.size() <= before + 1) {
      state[c] = out.size() == before ? kDropped : kKnown;
      replacement[c] = out.size() == before ? 0 : out.back();
    }
  }
  return new_text(vm, out);
}

bool put_key(Vm& vm, Dict* d, Value key, Value v) {
  Value u = unwrap(key);
  if (Str* s = as_str(u)) {
    if (s->length != 1) {
      vm.raise_value("string keys in translate table must be of length 1");
      return false;
    }
    return dict_set(vm, d, Value::integer(code_point_at(s->data)), v);
  }
  if (!is_integer(u)) {
    vm.raise_type("keys in translate table must be strings or integers");
    return false;
  }
  return dict_set(vm, d, key, v);
}

Value maketrans_dict(Vm& vm, Value x) {
  Dict* from = as_dict(x);
  if (!from) return vm.raise_type("if you give only one argument to maketrans it must be a dict");
  Dict* d = vm.new_dict(from->used);
  uint32_t cursor = 0;
  Value key, v;
  while (dict_next(from, &cursor, &key, &v))
    if (!put_key(vm, d, key, v)) return {};
  return Value::object(d);
}

Value maketrans(Vm& vm, Value* args) {
  if (args[1].is_unset()) return maketrans_dict(vm, args[0]);
  Str* to = str_arg(vm, args[1], "maketrans", 2);
  if (!to) return {};
  Str* dropped = nullptr;
  if (!args[2].is_unset() && !(dropped = str_arg(vm, args[2], "maketrans", 3))) return {};
  Str* from = as_str(args[0]);
  if (!from) return vm.raise_type("first maketrans argument must be a string if there is a second argument");
  if (from->length != to->length) return vm.raise_value("the first two maketrans arguments must have equal length");
  Dict* d = vm.new_dict(from->length);
  const char *p = from->data, *q = to->data;
  for (uint32_t i = 0; i < from->length; ++i) {
    Value key = Value::integer(next_code_point(p));
    if (!dict_set(vm, d, key, Value::integer(next_code_point(q)))) return {};
  }
  if (dropped) {
    for (const char *r = dropped->data, *end = r + dropped->size; r < end;)
      if (!dict_set(vm, d, Value::integer(next_code_point(r)), Value::none())) return {};
  }
  return Value::object(d);
}

Value format(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  return s ? str_format(vm, s, as<Tuple>(args[1]), args[2], false) : Value();
}

Value format_map(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  return s ? str_format(vm, s, nullptr, args[1], true) : Value();
}

const MethodDef kMethods[] = {
    {"encode(self, /, encoding='utf-8', errors='strict')", encode, 0, "Encode the string using the codec registered for encoding."},
    {"translate(self, table, /)", translate, 0, "Replace each character in the string using the given translation table."},
    {"maketrans(x, y=..., z=..., /)", maketrans, kNativeStatic, "Return a translation table usable for str.translate()."},
    {"format(self, /, *args, **kwargs)", format, 0,
     "Return a formatted version of S, using substitutions from args and kwargs. The substitutions are identified by braces ('{' and '}')."},
    {"format_map(self, mapping, /)", format_map, 0, "Return a formatted version of S, using substitutions from mapping."},
};

}  // namespace

std::span<const MethodDef> str_convert_methods() { return kMethods; }

}  // namespace sl
