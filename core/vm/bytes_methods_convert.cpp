// bytes and bytearray: text forms.
#include <array>

#include "core/vm/bulk.h"
#include "core/vm/bytes_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Value decode(Vm& vm, Value* args) {
  Str* encoding = named_str_arg(vm, args[1], "decode", "encoding");
  if (!encoding) return {};
  Str* handler = named_str_arg(vm, args[2], "decode", "errors");
  std::string_view data;
  if (!handler || !self_bytes(vm, args[0], &data)) return {};
  return bytes_decode(vm, data, encoding->view(), handler->view());
}

// The separator of hex(): one ASCII character as str or bytes. False: raised.
bool hex_separator(Vm& vm, Value v, char* out) {
  int64_t length = vm.length(v);
  if (length < 0) return false;
  if (length != 1) {
    vm.raise_value("sep must be length 1.");
    return false;
  }
  std::string_view text;
  if (Str* s = as_str(v))
    text = s->view();
  else if (!bytes_view(v, &text)) {
    vm.raise_type("sep must be str or bytes.");
    return false;
  }
  if (!is_ascii(text.data(), text.size())) {
    vm.raise_value("sep must be ASCII.");
    return false;
  }
  *out = text[0];
  return true;
}

Value hex(Vm& vm, Value* args) {
  static constexpr char kHex[] = "0123456789abcdef";
  char separator = 0;
  int64_t group = 1;
  if (!int_arg(vm, args[2], &group)) return {};
  if (!args[1].is_unset() && !hex_separator(vm, args[1], &separator)) return {};
  std::string_view data;
  if (!self_bytes(vm, args[0], &data) || !check_text_size(vm, data.size() * 3)) return {};
  if (args[1].is_unset()) group = 0;
  if (!group && !data.empty()) {
    if (!check_text_size(vm, data.size() * 2)) return {};
    Str* s = make_str(vm, data.size() * 2, static_cast<uint32_t>(data.size() * 2));
    char* p = s->inline_data();
    bool whole = in_steps(vm, data.size(), [&](size_t from, size_t to) {
      for (char c : data.substr(from, to - from)) {
        *p++ = kHex[static_cast<uint8_t>(c) >> 4];
        *p++ = kHex[c & 15];
      }
    });
    return whole ? Value::object(s) : Value();
  }
  size_t n = data.size(), step = static_cast<size_t>(group < 0 ? -group : group);
  std::string out;
  out.reserve(n * 2);
  Pace pace(vm);
  for (size_t i = 0; i < n; ++i) {
    if (!pace.on()) return {};
    // Positive groups are counted from the right end.
    if (i && step && (group > 0 ? (n - i) % step : i % step) == 0) out += separator;
    auto b = static_cast<uint8_t>(data[i]);
    out += kHex[b >> 4];
    out += kHex[b & 15];
  }
  return new_text(vm, out);
}

constexpr auto kHexValues = [] {
  std::array<int8_t, 256> t{};
  t.fill(-1);
  for (int i = 0; i < 10; ++i) t[static_cast<size_t>('0' + i)] = static_cast<int8_t>(i);
  for (int i = 0; i < 6; ++i) t[static_cast<size_t>('a' + i)] = t[static_cast<size_t>('A' + i)] = static_cast<int8_t>(10 + i);
  return t;
}();
int hex_digit(char c) noexcept { return kHexValues[static_cast<uint8_t>(c)]; }

// A value of class `cls`, bytes or bytearray or a subclass.
Value make_of_class(Vm& vm, Value cls_value, const std::string& data) {
  Class* cls = is_kind(cls_value, Kind::Class) ? as<Class>(cls_value) : types().bytes;
  Value v;
  if (cls->payload_kind == Kind::ByteArray) {
    ByteArray* b = new_bytearray(vm, data);
    if (b) v = Value::object(b);
  } else {
    v = new_bytes_value(vm, data);
  }
  if (v.is_unset() || cls == types().bytes || cls == types().bytearray) return v;
  return vm.call(cls_value, {v});
}

Value fromhex(Vm& vm, Value* args) {
  Str* text = str_arg(vm, args[1], "fromhex", 0);
  if (!text) return {};
  std::string_view s = text->view();
  std::string out;
  out.reserve(s.size() / 2);
  Pace pace(vm);
  for (size_t i = 0; i < s.size();) {
    if (!pace.on()) return {};
    if (s[i] == ' ' || (s[i] >= 9 && s[i] <= 13)) {
      ++i;
      continue;
    }
    int high = hex_digit(s[i]);
    int low = high >= 0 && i + 1 < s.size() ? hex_digit(s[i + 1]) : -1;
    if (low < 0) {
      size_t bad = high < 0 ? i : i + 1;
      return vm.raise_value("non-hexadecimal number found in fromhex() arg at position " + std::to_string(char_index(vm, text, bad)));
    }
    out += static_cast<char>(high << 4 | low);
    i += 2;
  }
  return make_of_class(vm, args[0], out);
}

constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Value base64(Vm& vm, Value* args) {
  std::string_view data;
  if (!self_bytes(vm, args[0], &data) || !check_text_size(vm, data.size() / 3 * 4 + 4)) return {};
  std::string out;
  out.reserve(data.size() / 3 * 4 + 4);
  Pace pace(vm);
  for (size_t i = 0; i < data.size(); i += 3) {
    if (!pace.on()) return {};
    size_t n = std::min<size_t>(3, data.size() - i);
    uint32_t word = 0;
    for (size_t k = 0; k < 3; ++k) word = word << 8 | (k < n ? static_cast<uint8_t>(data[i + k]) : 0u);
    for (size_t k = 0; k < 4; ++k) out += k <= n ? kBase64[word >> (18 - 6 * k) & 63] : '=';
  }
  return new_text(vm, out);
}

const std::array<int8_t, 256>& base64_digits() {
  static const auto table = [] {
    std::array<int8_t, 256> t;
    t.fill(-1);
    for (int8_t i = 0; i < 64; ++i) t[static_cast<uint8_t>(kBase64[i])] = i;
    return t;
  }();
  return table;
}

Value frombase64(Vm& vm, Value* args) {
  std::string_view s;
  if (Str* text = as_str(args[0]))
    s = text->view();
  else if (!bytes_view(args[0], &s))
    return vm.raise_type("frombase64() argument must be str, not " + std::string(type_name(vm, args[0])));
  while (!s.empty() && (s.back() == '\n' || s.back() == '\r')) s.remove_suffix(1);
  bool valid = s.size() % 4 == 0;
  size_t padding = s.ends_with("==") ? 2 : s.ends_with('=') ? 1 : 0;
  std::string out;
  uint32_t word = 0;
  Pace pace(vm);
  for (size_t i = 0; valid && i < s.size(); ++i) {
    if (!pace.on()) return {};
    int digit = i + padding >= s.size() ? 0 : base64_digits()[static_cast<uint8_t>(s[i])];
    valid = digit >= 0;
    word = word << 6 | static_cast<uint32_t>(digit);
    if (i % 4 != 3) continue;
    for (int shift = 16; shift >= 0; shift -= 8) out += static_cast<char>(word >> shift);
    word = 0;
  }
  if (!valid) return vm.raise_value("invalid base64 string");
  out.resize(out.size() - padding);
  return new_bytes_value(vm, out);
}

Value length(Vm& vm, Value* args) {
  std::string_view data;
  return self_bytes(vm, args[0], &data) ? Value::integer(static_cast<int64_t>(data.size())) : Value();
}

const MethodDef kMethods[] = {
    {"decode(self, /, encoding='utf-8', errors='strict')", decode, 0, "Decode the bytes using the codec registered for encoding."},
    {"hex(self, /, sep=..., bytes_per_sep=1)", hex, 0, "Create a string of hexadecimal numbers from a bytes object."},
    {"fromhex(cls, string, /)", fromhex, kNativeClassMethod, "Create a bytes object from a string of hexadecimal numbers."},
    {"base64(self, /)", base64, 0, "Return the bytes as base64 text."},
    {"frombase64(string, /)", frombase64, kNativeStatic, "Create a bytes object from base64 text."},
    {"length(self, /)", length, 0, "Return the number of bytes."},
};

}  // namespace

std::span<const MethodDef> bytes_convert_methods() { return kMethods; }

}  // namespace sl
