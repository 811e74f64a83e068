// unicode_escape: text as the escapes of a string literal.
#include "core/lang/unicode.h"
#include "core/vm/codec.h"

namespace sl {
namespace {

void put_hex(std::string& out, char kind, uint32_t c, int digits) {
  out += '\\';
  out += kind;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789abcdef"[c >> shift & 15];
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 32);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

char simple_escape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"': return c;
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return 0;
  }
}

// \xhh, \uhhhh, \Uhhhhhhhh with the digits from `at`.
bool decode_hex(Decoder& d, size_t start, size_t* at, int digits) {
  uint32_t c = 0;
  size_t i = *at;
  int got = 0;
  for (; got < digits && i < d.data.size() && hex_digit(d.data[i]) >= 0; ++got, ++i) c = c << 4 | static_cast<uint32_t>(hex_digit(d.data[i]));
  if (got < digits) {
    const char* reason = digits == 2 ? "truncated \\xXX escape" : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
    return d.handle(start, i, reason, at);
  }
  if (c > kMaxCodePoint) return d.handle(start, i, "illegal Unicode character", at);
  append_code_point(d.out, c);
  *at = i;
  return true;
}

bool decode_name(Decoder& d, size_t start, size_t* at) {
  size_t i = *at;
  size_t close = i < d.data.size() && d.data[i] == '{' ? d.data.find('}', i) : d.data.npos;
  if (close == d.data.npos || close == i + 1)
    return d.handle(start, i < d.data.size() && d.data[i] == '{' ? (close == d.data.npos ? d.data.size() : close) : i, "malformed \\N character escape", at);
  int32_t c = syntax::character_by_name(d.data.substr(i + 1, close - i - 1));
  if (c < 0) return d.handle(start, close + 1, "unknown Unicode character name", at);
  append_code_point(d.out, static_cast<uint32_t>(c));
  *at = close + 1;
  return true;
}

}  // namespace

bool encode_escape(Encoder& e) {
  const char *p = e.text->data, *end = p + e.text->size;
  while (p < end) {
    if (!e.pace.on()) return false;
    uint32_t c = next_code_point(p);
    if (c == '\\')
      e.out += "\\\\";
    else if (c == '\n')
      e.out += "\\n";
    else if (c == '\r')
      e.out += "\\r";
    else if (c == '\t')
      e.out += "\\t";
    else if (c >= 0x20 && c < 0x7F)
      e.out += static_cast<char>(c);
    else
      put_hex(e.out, c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U', c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
  }
  return true;
}

bool decode_escape(Decoder& d) {
  d.codec = "unicodeescape";
  for (size_t at = 0; at < d.data.size();) {
    if (!d.pace.on()) return false;
    char c = d.data[at];
    if (c != '\\') {
      append_code_point(d.out, static_cast<uint8_t>(c));
      ++at;
      continue;
    }
    size_t start = at++;
    if (at == d.data.size()) {
      if (!d.handle(start, at, "\\ at end of string", &at)) return false;
      continue;
    }
    c = d.data[at++];
    bool ok = true;
    if (c == '\n') continue;
    if (char plain = simple_escape(c)) {
      d.out += plain;
    } else if (c >= '0' && c <= '7') {
      uint32_t octal = static_cast<uint32_t>(c - '0');
      for (int i = 0; i < 2 && at < d.data.size() && d.data[at] >= '0' && d.data[at] <= '7'; ++i) octal = octal * 8 + static_cast<uint32_t>(d.data[at++] - '0');
      append_code_point(d.out, octal);
    } else if (c == 'x') {
      ok = decode_hex(d, start, &at, 2);
    } else if (c == 'u') {
      ok = decode_hex(d, start, &at, 4);
    } else if (c == 'U') {
      ok = decode_hex(d, start, &at, 8);
    } else if (c == 'N') {
      ok = decode_name(d, start, &at);
    } else {
      d.out += '\\';
      append_code_point(d.out, static_cast<uint8_t>(c));
    }
    if (!ok) return false;
  }
  return true;
}

}  // namespace sl
