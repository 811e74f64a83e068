#include "core/vm/bulk.h"
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

void append_str(std::string& out, std::string_view utf8, char quote) {
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
}

void append_bytes(std::string& out, std::string_view data, char quote, bool mutable_array) {
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
}

char quote_for(std::string_view text) noexcept { return text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\''; }

}  // namespace

std::string repr_text(std::string_view utf8) {
  char quote = quote_for(utf8);
  std::string out;
  out.reserve(utf8.size() + 2);
  out += quote;
  append_str(out, utf8, quote);
  out += quote;
  return out;
}

std::string bytes_repr_text(std::string_view data, bool mutable_array) {
  char quote = quote_for(data);
  std::string out = "b";
  out.reserve(data.size() + 3);
  out += quote;
  append_bytes(out, data, quote, mutable_array);
  out += quote;
  return out;
}

bool append_repr_text(Vm& vm, std::string* out, std::string_view utf8) {
  if (utf8.size() <= kSlowStep) return out->append(repr_text(utf8)), true;
  char quote = quote_for(utf8);
  *out += quote;
  if (!reserve_bulk(vm, out, utf8.size())) return false;
  if (!in_text_steps(vm, utf8, [&](std::string_view piece) { append_str(*out, piece, quote); })) return false;
  *out += quote;
  return true;
}

Value bytes_repr(Vm& vm, std::string out, std::string_view data, bool mutable_array, std::string_view tail) {
  if (out.empty() && data.size() <= kSlowStep) return new_text(vm, bytes_repr_text(data, mutable_array));
  if (data.size() <= kSlowStep) return new_text(vm, out + bytes_repr_text(data, mutable_array) + std::string(tail));
  char quote = quote_for(data);
  out += 'b';
  out += quote;
  if (!reserve_bulk(vm, &out, data.size())) return {};
  for (size_t at = 0; at < data.size(); at += kSlowStep) {
    append_bytes(out, data.substr(at, kSlowStep), quote, mutable_array);
    if (!vm.poll() || !check_text_size(vm, out.size())) return {};
  }
  out += quote;
  return new_text(vm, out.append(tail));
}

}  // namespace sl
