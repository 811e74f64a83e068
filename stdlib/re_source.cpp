// Reading patterns token by token: escapes and sets.
#include "stdlib/re_syntax.h"

#include <algorithm>

#include "core/vm/types.h"
#include "core/vm/unicode.h"
#include "stdlib/unicode_names.h"

namespace sl::re {

namespace {

bool is_digit_of(uint32_t c, int base) {
  if (c - '0' < 10) return static_cast<int>(c - '0') < base;
  return base == 16 && (c | 32) - 'a' < 6;
}
bool ascii_letter(uint32_t c) { return (c | 32) - 'a' < 26; }

// \x41, \u0041, \U00000041 behind the letter.
uint32_t hex_escape(Source& s, size_t width) {
  size_t start = s.at - 2;
  std::string digits = s.digits(width, 16);
  if (digits.size() != width) s.fail("incomplete escape " + s.slice(start, s.at), s.at - start);
  uint64_t c = std::stoull(digits, nullptr, 16);
  if (c > kMaxCodePoint) s.fail("bad escape " + s.slice(start, s.at), s.at - start);
  return static_cast<uint32_t>(c);
}

uint32_t named_escape(Source& s) {
  if (!s.match('{')) s.fail("missing {");
  std::string name = s.get_until('}', "character name");
  uint32_t c = unicode_by_name(name);
  if (c == UINT32_MAX) s.fail("undefined character name " + quoted(name), character_count(name) + 4);
  return c;
}

bool character_escape(Source& s, uint32_t letter, uint32_t* out) {
  switch (letter) {
    case 'x': *out = hex_escape(s, 2); return true;
    case 'u':
      if (s.bytes) return false;
      *out = hex_escape(s, 4);
      return true;
    case 'U':
      if (s.bytes) return false;
      *out = hex_escape(s, 8);
      return true;
    case 'N':
      if (s.bytes) return false;
      *out = named_escape(s);
      return true;
    default: *out = simple_escape(letter); return *out != 0;
  }
}

bool is_category(uint32_t c) { return c < 128 && std::string_view("dDsSwW").find(static_cast<char>(c)) != std::string_view::npos; }

Escape literal(uint32_t c) { return {Escape::Type::Literal, c}; }

Escape other_escape(Source& s, uint32_t letter) {
  if (ascii_letter(letter) || letter - '0' < 10) s.fail("bad escape " + s.slice(s.at - 2, s.at), 2);
  return literal(letter);
}

uint32_t octal_value(Source& s, size_t start) {
  auto c = static_cast<uint32_t>(std::stoul(s.slice(start + 1, s.at), nullptr, 8));
  if (c > 0377) s.fail("octal escape value " + s.slice(start, s.at) + " outside of range 0-0o377", s.at - start);
  return c;
}

}  // namespace

Source::Source(std::string_view pattern, bool is_bytes) : bytes(is_bytes) {
  text.reserve(pattern.size());
  if (bytes)
    for (char c : pattern) text.push_back(static_cast<uint8_t>(c));
  else
    for (const char *p = pattern.data(), *end = p + pattern.size(); p < end;) text.push_back(next_code_point(p));
}

size_t Source::token() const {
  if (at >= text.size()) return 0;
  if (text[at] != '\\') return 1;
  if (at + 1 >= text.size()) fail("bad escape (end of pattern)");
  return 2;
}

bool Source::match(uint32_t c) {
  if (!next_is(c)) return false;
  ++at;
  return true;
}

std::string Source::slice(size_t from, size_t to) const {
  std::string out;
  for (size_t i = from; i < to && i < text.size(); ++i) append_code_point(out, text[i]);
  return out;
}

std::string Source::get_until(uint32_t terminator, const char* name) {
  size_t start = at;
  while (size_t n = token()) {
    if (n == 1 && text[at] == terminator) {
      std::string found = slice(start, at++);
      if (found.empty()) fail(std::string("missing ") + name, 1);
      return found;
    }
    at += n;
  }
  if (at == start) fail(std::string("missing ") + name);
  fail(std::string("missing ") + static_cast<char>(terminator) + ", unterminated name", at - start);
}

std::string Source::digits(size_t most, int base) {
  size_t start = at;
  while (at - start < most && token() == 1 && is_digit_of(text[at], base)) ++at;
  return slice(start, at);
}

void Source::fail(std::string message, size_t back) const {
  if (bytes && !is_ascii(message.data(), message.size())) {
    std::string escaped;
    for (const char *p = message.data(), *end = p + message.size(); p < end;) {
      uint32_t c = next_code_point(p);
      constexpr const char* kHex = "0123456789abcdef";
      if (c < 128)
        escaped += static_cast<char>(c);
      else
        (escaped += "\\x") += {kHex[c >> 4 & 15], kHex[c & 15]};
    }
    message = std::move(escaped);
  }
  throw Fault{std::move(message), static_cast<int64_t>(at - back)};
}

bool is_identifier(std::string_view text) {
  const char *p = text.data(), *end = p + text.size();
  if (p == end || !is_identifier_start(next_code_point(p))) return false;
  while (p < end)
    if (!is_identifier_part(next_code_point(p))) return false;
  return true;
}

size_t character_count(std::string_view text) { return count_code_points(text.data(), text.size()); }
std::string quoted(std::string_view text) { return repr_text(text); }

void check_group_name(const Source& source, std::string_view name) {
  if (!is_identifier(name)) source.fail("bad character in group name " + quoted(name), character_count(name) + 1);
}

int64_t group_digits(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int64_t n = 0;
  char before = '_';
  if (text.empty()) return -1;
  for (const char *p = text.data(), *end = p + text.size(); p < end;) {
    uint32_t c = next_code_point(p);
    int digit = decimal_value(c);
    if (digit < 0 && (c != '_' || before == '_')) return -1;
    before = c == '_' ? '_' : '0';
    if (digit >= 0) n = std::min<int64_t>(n * 10 + digit, kMaxGroup);
  }
  return before == '_' ? -1 : n;
}

uint32_t simple_escape(uint32_t letter) {
  constexpr std::string_view kLetters = "abfnrtv\\", kValues = "\a\b\f\n\r\t\v\\";
  if (letter >= 128) return 0;
  size_t i = kLetters.find(static_cast<char>(letter));
  return i == std::string_view::npos ? 0 : static_cast<uint32_t>(kValues[i]);
}

Escape parse_set_escape(Source& s) {
  size_t start = s.at - 2;
  uint32_t letter = s.text[start + 1], c;
  if (is_category(letter)) return {Escape::Type::Category, letter};
  if (character_escape(s, letter, &c)) return literal(c);
  if (is_digit_of(letter, 8)) {
    s.digits(2, 8);
    return literal(octal_value(s, start));
  }
  return other_escape(s, letter);
}

Escape parse_escape(Source& s) {
  size_t start = s.at - 2;
  uint32_t letter = s.text[start + 1], c;
  if (is_category(letter)) return {Escape::Type::Category, letter};
  if (letter == 'A' || letter == 'b' || letter == 'B' || letter == 'Z') return {Escape::Type::Assertion, letter};
  if (character_escape(s, letter, &c)) return literal(c);
  if (letter == '0') {
    s.digits(2, 8);
    return literal(octal_value(s, start));
  }
  if (letter - '0' >= 10) return other_escape(s, letter);
  if (!s.digits(1, 10).empty() && is_digit_of(letter, 8) && is_digit_of(s.text[start + 2], 8) && !s.digits(1, 8).empty()) return literal(octal_value(s, start));
  return {Escape::Type::Group, static_cast<uint32_t>(std::stoul(s.slice(start + 1, s.at)))};
}

Node parse_set(Source& s) {
  size_t here = s.at - 1;
  Node set{.op = Op::Set};
  set.negate = s.match('^');
  auto item = [&](size_t* start) {
    size_t n = s.token();
    if (!n) s.fail("unterminated character set", s.at - here);
    *start = s.at;
    s.at += n;
    return n == 1 ? literal(s.text[*start]) : parse_set_escape(s);
  };
  auto add = [&](const Escape& e) {
    if (e.type == Escape::Type::Category)
      set.items.push_back({0, 0, static_cast<char>(e.value)});
    else
      set.items.push_back({e.value, e.value});
  };
  for (;;) {
    if (s.next_is(']') && !set.items.empty()) {
      ++s.at;
      return set;
    }
    size_t first, second;
    Escape low = item(&first);
    if (!s.match('-')) {
      add(low);
      continue;
    }
    if (s.next_is(']')) {
      ++s.at;
      add(low);
      set.items.push_back({'-', '-'});
      return set;
    }
    Escape high = item(&second);
    if (low.type != Escape::Type::Literal || high.type != Escape::Type::Literal || high.value < low.value) {
      size_t low_size = s.text[first] == '\\' ? 2 : 1, high_size = s.text[second] == '\\' ? 2 : 1;
      s.fail("bad character range " + s.slice(first, first + low_size) + "-" + s.slice(second, second + high_size), low_size + 1 + high_size);
    }
    set.items.push_back({low.value, high.value});
  }
}

}  // namespace sl::re
