// Short ASCII text made without detours: numbers into buffers, buffers into strings.
#pragma once

#include "core/vm/text.h"

namespace sl {

constexpr size_t kIntRoom = 24, kFloatRoom = 32;
size_t write_int(char* out, int64_t v) noexcept;                   // decimal; returns the length, at most kIntRoom
size_t write_float(char* out, double d) noexcept;                  // as repr(); at most kFloatRoom
size_t write_whole(char* out, int64_t v, unsigned base) noexcept;  // any base up to 16, at most 65 bytes

// memcmp(a, b, n) == 0 without the call for the sizes words have.
inline bool same_bytes(const char* a, const char* b, size_t n) noexcept {
  auto ends = [&](auto word) {
    auto other = word, last = word, other_last = word;
    std::memcpy(&word, a, sizeof word);
    std::memcpy(&other, b, sizeof word);
    std::memcpy(&last, a + n - sizeof word, sizeof word);
    std::memcpy(&other_last, b + n - sizeof word, sizeof word);
    return ((word ^ other) | (last ^ other_last)) == 0;
  };
  if (n > 16) return std::memcmp(a, b, n) == 0;
  if (n >= 8) return ends(uint64_t{});
  if (n >= 4) return ends(uint32_t{});
  for (; n; ++a, ++b, --n)
    if (*a != *b) return false;
  return true;
}

inline Str* ascii_str(Vm& vm, const char* text, size_t n) {
  if (n <= 1) return n ? g_ascii_chars[static_cast<uint8_t>(*text)] : names().empty;
  Str* s = make_str(vm, n, static_cast<uint32_t>(n));
  copy_text(s->inline_data(), text, n);
  return s;
}
inline Value int_str(Vm& vm, int64_t v) {
  char text[kIntRoom];
  size_t n = write_int(text, v);
  if (n > kIntRoom) __builtin_unreachable();
  return Value::object(ascii_str(vm, text, n));
}
inline Value float_str(Vm& vm, double d) {
  char text[kFloatRoom];
  size_t n = write_float(text, d);
  if (n > kFloatRoom) __builtin_unreachable();
  return Value::object(ascii_str(vm, text, n));
}

}  // namespace sl
