// binascii: bytes as text and back.
#include <zlib.h>

#include <array>
#include <string>

#include "core/vm/bulk.h"
#include "core/vm/native.h"
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

Class* error_class;
Value fail(Vm& vm, const std::string& message) { return vm.raise(error_class, message); }

constexpr const char* kHex = "0123456789abcdef";
constexpr const char* kUpperHex = "0123456789ABCDEF";
constexpr auto kHexValues = [] {
  std::array<int8_t, 256> values{};
  values.fill(-1);
  for (int i = 0; i < 10; ++i) values[static_cast<size_t>('0' + i)] = static_cast<int8_t>(i);
  for (int i = 0; i < 6; ++i) values[static_cast<size_t>('a' + i)] = values[static_cast<size_t>('A' + i)] = static_cast<int8_t>(10 + i);
  return values;
}();
int hex_digit(char c) { return kHexValues[static_cast<uint8_t>(c)]; }

// Bytes, or a str of ASCII characters.
bool ascii_arg(Vm& vm, const Value& v, std::string_view* out) {
  if (Str* s = as_str(v)) {
    *out = s->view();
    if (s->ascii()) return true;
    vm.raise_value("string argument should contain only ASCII characters");
    return false;
  }
  if (bytes_view(v, out)) return true;
  vm.raise_type("argument should be bytes, buffer or ASCII string, not '" + type_name_of(vm, v) + "'");
  return false;
}

Value made(Vm& vm, const std::string& out) { return vm.check_alloc(out.size()) ? Value::object(vm.new_bytes(out)) : Value(); }

Value hexlify(Vm& vm, Value* args) {
  std::string_view data;
  if (!bytes_arg(vm, args[0], &data) || !check_text_size(vm, 3 * data.size())) return Value();
  char separator = 0;
  int64_t group = 0;
  if (!args[1].is_unset()) {
    std::string_view sep;
    Str* s = as_str(args[1]);
    if (s)
      sep = s->view();
    else if (!bytes_view(args[1], &sep))
      return vm.raise_type("sep must be str or bytes.");
    if ((s ? s->length : sep.size()) != 1) return vm.raise_value("sep must be length 1.");
    if (sep.size() != 1) return vm.raise_value("sep must be ASCII.");
    separator = sep[0];
    if (!int_arg(vm, args[2], &group)) return Value();
  }
  if (!group) {
    std::string out(2 * data.size(), '\0');
    char* p = out.data();
    Pace pace(vm);
    for (char c : data) {
      if (!pace.on()) return Value();
      *p++ = kHex[static_cast<uint8_t>(c) >> 4];
      *p++ = kHex[c & 15];
    }
    return made(vm, out);
  }
  std::string out;
  out.reserve(3 * data.size());
  auto n = static_cast<int64_t>(data.size());
  int64_t size = group < 0 ? -group : group;
  Pace pace(vm);
  for (int64_t i = 0; i < n; ++i) {
    if (!pace.on()) return Value();
    if (i && size && (group > 0 ? (n - i) % size == 0 : i % size == 0)) out += separator;
    auto b = static_cast<uint8_t>(data[static_cast<size_t>(i)]);
    out += kHex[b >> 4];
    out += kHex[b & 15];
  }
  return made(vm, out);
}

Value unhexlify(Vm& vm, Value* args) {
  std::string_view text;
  if (!ascii_arg(vm, args[0], &text)) return Value();
  if (text.size() % 2) return fail(vm, "Odd-length string");
  std::string out(text.size() / 2, '\0');
  Pace pace(vm);
  for (size_t i = 0; i < out.size(); ++i) {
    if (!pace.on()) return Value();
    int high = hex_digit(text[2 * i]), low = hex_digit(text[2 * i + 1]);
    if ((high | low) < 0) return fail(vm, "Non-hexadecimal digit found");
    out[i] = static_cast<char>(high << 4 | low);
  }
  return made(vm, out);
}

// ---- base64 -----------------------------------------------------------------------------------------

constexpr std::string_view kDigits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr auto kValues64 = [] {
  std::array<int8_t, 256> values{};
  values.fill(-1);
  for (size_t i = 0; i < 64; ++i) values[static_cast<uint8_t>(kDigits64[i])] = static_cast<int8_t>(i);
  return values;
}();

Value b2a_base64(Vm& vm, Value* args) {
  std::string_view data;
  if (!bytes_arg(vm, args[0], &data) || !check_text_size(vm, data.size() / 3 * 4 + 8)) return Value();
  int newline = vm.truthy(args[1]);
  if (newline < 0) return Value();
  std::string out;
  out.reserve(data.size() / 3 * 4 + 8);
  auto byte = [&](size_t i) { return i < data.size() ? static_cast<uint8_t>(data[i]) : 0u; };
  Pace pace(vm);
  for (size_t i = 0; i < data.size(); i += 3) {
    if (!pace.on()) return Value();
    uint32_t w = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    const char digits[] = {kDigits64[w >> 18], kDigits64[w >> 12 & 63], i + 1 < data.size() ? kDigits64[w >> 6 & 63] : '=', i + 2 < data.size() ? kDigits64[w & 63] : '='};
    out.append(digits, 4);
  }
  if (newline) out += '\n';
  return made(vm, out);
}

Value a2b_base64(Vm& vm, Value* args) {
  std::string_view text;
  if (!ascii_arg(vm, args[0], &text)) return Value();
  int strict = vm.truthy(args[1]);
  if (strict < 0) return Value();
  if (strict && text.starts_with('=')) return fail(vm, "Leading padding not allowed");
  std::string out;
  out.reserve(text.size() / 4 * 3 + 3);
  uint32_t word = 0;
  int quad = 0, pads = 0;
  bool padding = false;
  Pace pace(vm);
  for (size_t i = 0; i < text.size(); ++i) {
    if (!pace.on()) return Value();
    if (text[i] == '=') {
      padding = true;
      if (quad >= 2 && quad + ++pads >= 4) {
        if (strict && i + 1 < text.size()) return fail(vm, "Excess data after padding");
        return made(vm, out);
      }
      continue;
    }
    int v = kValues64[static_cast<uint8_t>(text[i])];
    if (v < 0) {
      if (strict) return fail(vm, "Only base64 data is allowed");
      continue;
    }
    if (strict && padding) return fail(vm, "Discontinuous padding not allowed");
    pads = 0;
    word = word << 6 | static_cast<uint32_t>(v);
    if (quad) out += static_cast<char>(quad == 1 ? word >> 4 : quad == 2 ? word >> 2 : word);
    quad = (quad + 1) & 3;
  }
  if (quad == 1) {
    std::string count = std::to_string(out.size() / 3 * 4 + 1);
    return fail(vm, "Invalid base64-encoded string: number of data characters (" + count + ") cannot be 1 more than a multiple of 4");
  }
  return quad ? fail(vm, "Incorrect padding") : made(vm, out);
}

// ---- quoted-printable ---------------------------------------------------------------------------------

Value a2b_qp(Vm& vm, Value* args) {
  std::string_view s;
  if (!ascii_arg(vm, args[0], &s)) return Value();
  int header = vm.truthy(args[1]);
  if (header < 0) return Value();
  std::string out;
  Pace pace(vm);
  for (size_t i = 0; i < s.size();) {
    if (!pace.on()) return Value();
    char c = s[i++];
    if (c == '=') {
      if (i >= s.size()) break;
      if (s[i] == '\n' || s[i] == '\r') {
        while (i < s.size() && s[i] != '\n') ++i;
        if (i < s.size()) ++i;
      } else if (s[i] == '=') {
        out += s[i++];
      } else if (i + 1 < s.size() && hex_digit(s[i]) >= 0 && hex_digit(s[i + 1]) >= 0) {
        out += static_cast<char>(hex_digit(s[i]) << 4 | hex_digit(s[i + 1]));
        i += 2;
      } else {
        out += '=';
      }
    } else {
      out += header && c == '_' ? ' ' : c;
    }
  }
  return made(vm, out);
}

struct QuotedOptions {
  bool tabs, text, header;
};

bool needs_quoting(std::string_view s, size_t i, size_t column, const QuotedOptions& o) {
  char c = s[i];
  auto u = static_cast<uint8_t>(c);
  bool last = i + 1 == s.size();
  if (u > 126 || c == '=' || (o.header && c == '_')) return true;
  if (c == '.' && column == 0 && (last || s[i + 1] == '\n' || s[i + 1] == '\r' || s[i + 1] == 0)) return true;
  if (c == '\r' || c == '\n') return !o.text;
  if (c == '\t' || c == ' ') return last || o.tabs;
  return u < 33;
}

Value b2a_qp(Vm& vm, Value* args) {  // data, quotetabs, istext, header
  constexpr size_t kWidth = 76;
  std::string_view s;
  if (!bytes_arg(vm, args[0], &s) || !check_text_size(vm, 4 * s.size())) return Value();
  int flags[3];
  for (int i = 0; i < 3; ++i)
    if ((flags[i] = vm.truthy(args[1 + i])) < 0) return Value();
  QuotedOptions o{flags[0] != 0, flags[1] != 0, flags[2] != 0};
  size_t newline = s.find('\n');
  const char* soft = newline != std::string_view::npos && newline > 0 && s[newline - 1] == '\r' ? "=\r\n" : "=\n";
  std::string out;
  auto quote = [&](char c) {
    auto u = static_cast<uint8_t>(c);
    (out += '=') += {kUpperHex[u >> 4], kUpperHex[u & 15]};
  };
  size_t column = 0;
  Pace pace(vm);
  for (size_t i = 0; i < s.size(); ++i) {
    if (!pace.on()) return Value();
    char c = s[i];
    if (needs_quoting(s, i, column, o)) {
      if (column + 3 >= kWidth) {
        out += soft;
        column = 0;
      }
      quote(c);
      column += 3;
    } else if (o.text && (c == '\n' || (c == '\r' && i + 1 < s.size() && s[i + 1] == '\n'))) {
      column = 0;
      if (!out.empty() && (out.back() == ' ' || out.back() == '\t')) {
        char blank = out.back();
        out.pop_back();
        quote(blank);
      }
      out += soft + 1;
      if (c == '\r') ++i;
    } else {
      if (i + 1 < s.size() && s[i + 1] != '\n' && column + 1 >= kWidth) {
        out += soft;
        column = 0;
      }
      ++column;
      out += o.header && c == ' ' ? '_' : c;
    }
  }
  return made(vm, out);
}

// ---- uuencode -----------------------------------------------------------------------------------------

Value b2a_uu(Vm& vm, Value* args) {
  std::string_view s;
  if (!bytes_arg(vm, args[0], &s)) return Value();
  int backtick = vm.truthy(args[1]);
  if (backtick < 0) return Value();
  if (s.size() > 45) return fail(vm, "At most 45 bytes at once");
  auto digit = [&](uint32_t v) { return v == 0 && backtick ? '`' : static_cast<char>(v + ' '); };
  std::string out(1, digit(static_cast<uint32_t>(s.size())));
  auto byte = [&](size_t i) { return i < s.size() ? static_cast<uint8_t>(s[i]) : 0u; };
  for (size_t i = 0; i < s.size(); i += 3) {
    uint32_t w = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (int shift = 18; shift >= 0; shift -= 6) out += digit(w >> shift & 63);
  }
  return made(vm, out + '\n');
}

Value a2b_uu(Vm& vm, Value* args) {
  std::string_view s;
  if (!ascii_arg(vm, args[0], &s)) return Value();
  size_t length = s.empty() ? 32 : static_cast<uint8_t>(s[0] - ' ') & 63;
  std::string out;
  uint32_t word = 0;
  unsigned bits = 0;
  size_t i = 1;
  for (; out.size() < length; ++i) {
    char c = i < s.size() ? s[i] : 0;
    uint32_t v = 0;
    if (i < s.size() && c != '\n' && c != '\r') {
      if (c < ' ' || c > ' ' + 64) return fail(vm, "Illegal char");
      v = static_cast<uint32_t>(c - ' ') & 63;
    }
    word = word << 6 | v;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += static_cast<char>(word >> bits);
      word &= (1u << bits) - 1;
    }
  }
  for (; i < s.size(); ++i)
    if (s[i] != ' ' && s[i] != ' ' + 64 && s[i] != '\n' && s[i] != '\r') return fail(vm, "Trailing garbage");
  return made(vm, out);
}

// ---- checksums ----------------------------------------------------------------------------------------

Value checksum(Vm& vm, Value* args) {
  std::string_view data;
  int64_t start;
  if (!bytes_arg(vm, args[0], &data)) return Value();
  Value masked = vm.binary(BinOp::And, args[1], Value::integer(0xFFFFFFFF));
  if (masked.is_unset() || !size_arg(vm, masked, &start)) return Value();
  auto sum = static_cast<uLong>(start);
  bool whole = in_steps(vm, data.size(), [&](size_t from, size_t to) { sum = crc32_z(sum, reinterpret_cast<const Bytef*>(data.data()) + from, to - from); });
  return whole ? Value::integer(static_cast<int64_t>(sum)) : Value();
}

Value crc_hqx(Vm& vm, Value* args) {
  std::string_view data;
  int64_t crc;
  if (!bytes_arg(vm, args[0], &data) || !size_arg(vm, args[1], &crc)) return Value();
  auto sum = static_cast<uint32_t>(crc) & 0xFFFF;
  Pace pace(vm);
  for (char c : data) {
    if (!pace.on()) return Value();
    sum ^= static_cast<uint32_t>(static_cast<uint8_t>(c)) << 8;
    for (int i = 0; i < 8; ++i) sum = (sum & 0x8000 ? sum << 1 ^ 0x1021 : sum << 1) & 0xFFFF;
  }
  return Value::integer(sum);
}

const MethodDef kFunctions[] = {
    {"hexlify(data, sep=..., bytes_per_sep=1)", hexlify, 0, "Hexadecimal representation of binary data."},
    {"b2a_hex(data, sep=..., bytes_per_sep=1)", hexlify, 0, "Hexadecimal representation of binary data."},
    {"unhexlify(hexstr, /)", unhexlify, 0, "Binary data of hexadecimal representation."},
    {"a2b_hex(hexstr, /)", unhexlify, 0, "Binary data of hexadecimal representation."},
    {"b2a_base64(data, /, *, newline=True)", b2a_base64, 0, "Base64-code line of data."},
    {"a2b_base64(data, /, *, strict_mode=False)", a2b_base64, 0, "Decode a line of base64 data."},
    {"a2b_qp(data, header=False)", a2b_qp, 0, "Decode a string of qp-encoded data."},
    {"b2a_qp(data, quotetabs=False, istext=True, header=False)", b2a_qp, 0, "Encode a string using quoted-printable encoding."},
    {"b2a_uu(data, /, *, backtick=False)", b2a_uu, 0, "Uuencode line of data."},
    {"a2b_uu(data, /)", a2b_uu, 0, "Decode a line of uuencoded data."},
    {"crc32(data, crc=0, /)", checksum, 0, "Compute CRC-32 incrementally."},
    {"crc_hqx(data, crc, /)", crc_hqx, 0, "Compute CRC-CCITT incrementally."},
};

}  // namespace

void register_binascii_module() {
  TypeDef error;
  error.name = "Error";
  error.module = "binascii";
  error.base = errors().ValueError;
  error.layout = Layout::Exception;
  error_class = define_type(error);
  TypeDef incomplete;
  incomplete.name = "Incomplete";
  incomplete.module = "binascii";
  incomplete.base = errors().Exception;
  incomplete.layout = Layout::Exception;
  static Class* const classes[] = {error_class, define_type(incomplete)};
  ModuleDef module{.name = "binascii", .doc = "Conversion between binary data and ASCII", .functions = kFunctions};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
