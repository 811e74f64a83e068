#include "core/vm/text.h"

namespace sl {

namespace {

void append_hex(std::string& out, const char* prefix, uint32_t value, int digits) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += prefix;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += kHex[value >> shift & 15];
}

void append_escaped(std::string& out, uint32_t c) {
  if (c == '\n')
    out += "\\n";
  else if (c == '\r')
    out += "\\r";
  else if (c == '\t')
    out += "\\t";
  else if (c < 0x100)
    append_hex(out, "\\x", c, 2);
  else if (c < 0x10000)
    append_hex(out, "\\u", c, 4);
  else
    append_hex(out, "\\U", c, 8);
}

char quote_for(std::string_view text) noexcept { return text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\''; }

}  // namespace

std::string repr_text(std::string_view utf8) {
  char quote = quote_for(utf8);
  std::string out;
  out.reserve(utf8.size() + 2);
  out += quote;
  for (const char *p = utf8.data(), *end = p + utf8.size(); p < end;) {
    const char* at = p;
    uint32_t c = next_code_point(p);
    if (c == static_cast<uint32_t>(quote) || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (is_printable(c)) {
      out.append(at, static_cast<size_t>(p - at));
    } else {
      append_escaped(out, c);
    }
  }
  out += quote;
  return out;
}

std::string bytes_repr_text(std::string_view data, bool mutable_array) {
  char quote = quote_for(data);
  std::string out = "b";
  out.reserve(data.size() + 3);
  out += quote;
  for (char ch : data) {
    auto c = static_cast<uint8_t>(ch);
    if (ch == quote || ch == '\\' || (ch == '\'' && mutable_array)) {
      out += '\\';
      out += ch;
    } else if (c >= 0x20 && c < 0x7F) {
      out += ch;
    } else {
      append_escaped(out, c);
    }
  }
  out += quote;
  return out;
}

}  // namespace sl
