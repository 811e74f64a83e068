#include <algorithm>

#include "core/lang/lexer_internal.h"
#include "core/lang/unicode.h"

namespace sl::syntax {

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

constexpr std::string_view kAfterNumbers[] = {"and", "else", "for", "if", "in", "is", "not", "or"};

const char* base_name(int base) { return base == 2 ? "binary" : base == 8 ? "octal" : base == 16 ? "hexadecimal" : "decimal"; }

}  // namespace

bool Lexer::digits(int base) {
  if (digit_value(peek()) >= base) return true;
  for (;;) {
    while (digit_value(peek()) < base) ++pos_;
    if (peek() != '_') return true;
    ++pos_;
    if (digit_value(peek()) < base) continue;
    if (base < 10 && is_digit(peek())) return true;
    error(pos_ - 1, std::string("invalid ") + base_name(base) + " literal", "'_' may only stand between two digits");
    return false;
  }
}

bool Lexer::keyword_follows(size_t pos) const noexcept {
  size_t end = pos;
  while (is_letter(at(end)) || is_digit(at(end))) ++end;
  return std::ranges::find(kAfterNumbers, text_.substr(pos, end - pos)) != std::end(kAfterNumbers);
}

bool Lexer::number_ends(const char* kind) {
  // CPython looks at the first letters only: `1inf` is a number and a name.
  bool keyword = std::ranges::any_of(kAfterNumbers, [&](std::string_view k) { return text_.substr(pos_).starts_with(k); });
  if (!is_letter(peek()) || static_cast<unsigned char>(peek()) >= 0x80 || keyword) return true;
  error(pos_ - 1, std::string("invalid ") + kind + " literal", "a name cannot start with a digit, and no letter may follow a number");
  return false;
}

void Lexer::number() {
  auto scan = [this]() -> bool {
    char kind = static_cast<char>(peek(1) | 0x20);
    if (peek() == '0' && (kind == 'x' || kind == 'o' || kind == 'b')) {
      int base = kind == 'x' ? 16 : kind == 'o' ? 8 : 2;
      pos_ += 2;
      if (peek() == '_') ++pos_;
      if (is_digit(peek()) && digit_value(peek()) >= base) {
        error(pos_, std::string("invalid digit '") + peek() + "' in " + base_name(base) + " literal");
        return false;
      }
      if (digit_value(peek()) >= base) {
        error(pos_ - 1, std::string("invalid ") + base_name(base) + " literal", "digits must follow the prefix");
        return false;
      }
      if (!digits(base)) return false;
      if (is_digit(peek())) {
        error(pos_, std::string("invalid digit '") + peek() + "' in " + base_name(base) + " literal");
        return false;
      }
      return number_ends(base_name(base));
    }
    if (!digits(10)) return false;
    if (peek() == '.') {
      // `5.type()` is an attribute of 5; `1.e5`, `1.j` and `1.if` are Python's floats.
      char after = peek(1);
      char lower = static_cast<char>(after | 0x20);
      bool exponent = lower == 'e' && (is_digit(peek(2)) || ((peek(2) == '+' || peek(2) == '-') && is_digit(peek(3))));
      bool imaginary = lower == 'j' && !is_letter(peek(2)) && !is_digit(peek(2));
      if (is_letter(after) && !exponent && !imaginary && !keyword_follows(pos_ + 1)) return true;
      ++pos_;
      if (is_digit(peek()) && !digits(10)) return false;
    }
    if ((peek() | 0x20) == 'e') {
      size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (is_digit(peek(1 + sign))) {
        pos_ += 1 + sign;
        if (!digits(10)) return false;
      } else if (sign) {
        pos_ += 2;
        error(pos_ - 1, "invalid decimal literal", "digits must follow the exponent's sign");
        return false;
      }
    }
    if ((peek() | 0x20) == 'j') {
      ++pos_;
      return number_ends("imaginary");
    }
    return number_ends("decimal");
  };
  if (scan()) return push(Tok::Number);
  while (is_letter(peek()) || is_digit(peek())) ++pos_;
  push(Tok::Error);
}

}  // namespace sl::syntax
