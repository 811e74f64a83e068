// Code points: WTF-8 iteration, and character properties as CPython 3.11 has them (Unicode 14).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace sl {

constexpr uint32_t kMaxCodePoint = 0x10FFFF;
inline bool is_surrogate(uint32_t c) noexcept { return c - 0xD800 < 0x800; }
inline bool is_continuation(char c) noexcept { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

// ---- WTF-8: UTF-8 that may hold lone surrogates -------------------------------------------------

inline unsigned sequence_length(char lead) noexcept {
  auto b = static_cast<uint8_t>(lead);
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}
// Decodes the code point at p and advances; p must be at a boundary of valid text.
inline uint32_t next_code_point(const char*& p) noexcept {
  auto byte = [&](int i) { return static_cast<uint32_t>(static_cast<uint8_t>(p[i])); };
  uint32_t b = byte(0);
  if (b < 0x80) {
    p += 1;
    return b;
  }
  uint32_t c;
  if (b < 0xE0) {
    c = (b & 0x1F) << 6 | (byte(1) & 0x3F);
    p += 2;
  } else if (b < 0xF0) {
    c = (b & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    p += 3;
  } else {
    c = (b & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    p += 4;
  }
  return c;
}
inline uint32_t code_point_at(const char* p) noexcept { return next_code_point(p); }
// The start of the code point before p.
inline const char* previous_boundary(const char* p) noexcept {
  do --p;
  while (is_continuation(*p));
  return p;
}
inline const char* next_boundary(const char* p) noexcept { return p + sequence_length(*p); }
inline unsigned encode_code_point(uint32_t c, char* out) noexcept {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xC0 | c >> 6);
    out[1] = static_cast<char>(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xE0 | c >> 12);
    out[1] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out[2] = static_cast<char>(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | c >> 18);
  out[1] = static_cast<char>(0x80 | (c >> 12 & 0x3F));
  out[2] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  out[3] = static_cast<char>(0x80 | (c & 0x3F));
  return 4;
}
inline void append_code_point(std::string& out, uint32_t c) {
  char buffer[4];
  out.append(buffer, encode_code_point(c, buffer));
}
bool is_ascii(const char* p, size_t n) noexcept;
size_t count_code_points(const char* p, size_t n) noexcept;
// Length in bytes of the longest valid UTF-8 prefix; with `surrogates`, lone surrogates pass too.
size_t valid_utf8_prefix(std::string_view text, bool surrogates = false) noexcept;

// ---- properties -----------------------------------------------------------------------------

bool is_alpha(uint32_t c) noexcept;
bool is_decimal(uint32_t c) noexcept;
bool is_digit(uint32_t c) noexcept;
bool is_numeric(uint32_t c) noexcept;
bool is_alnum(uint32_t c) noexcept;
bool is_space(uint32_t c) noexcept;
bool is_printable(uint32_t c) noexcept;
bool is_lower(uint32_t c) noexcept;
bool is_upper(uint32_t c) noexcept;
bool is_title(uint32_t c) noexcept;
bool is_identifier_start(uint32_t c) noexcept;  // `_` included
bool is_identifier_part(uint32_t c) noexcept;
bool is_line_break(uint32_t c) noexcept;  // as str.splitlines
int decimal_value(uint32_t c) noexcept;   // 0-9 for decimal digits of any script, else -1

// Full case mapping of one code point, up to three results; the lower case of a final sigma
// depends on context and is left to lower_text.
unsigned upper_mapping(uint32_t c, uint32_t* out) noexcept;
unsigned title_mapping(uint32_t c, uint32_t* out) noexcept;
unsigned lower_mapping(uint32_t c, uint32_t* out) noexcept;
unsigned fold_mapping(uint32_t c, uint32_t* out) noexcept;

// Case conversions append what becomes of bytes [from, to) of `text`, whose rest is the context; both are boundaries.
using CaseConversion = void (*)(std::string& out, std::string_view text, size_t from, size_t to);
void upper_text(std::string& out, std::string_view text, size_t from, size_t to);
void lower_text(std::string& out, std::string_view text, size_t from, size_t to);
void title_text(std::string& out, std::string_view text, size_t from, size_t to);
void fold_text(std::string& out, std::string_view text, size_t from, size_t to);
void capitalize_text(std::string& out, std::string_view text, size_t from, size_t to);
void swapcase_text(std::string& out, std::string_view text, size_t from, size_t to);
void simple_upper_text(std::string& out, std::string_view text, size_t from, size_t to);  // one to one
void simple_lower_text(std::string& out, std::string_view text, size_t from, size_t to);

}  // namespace sl
