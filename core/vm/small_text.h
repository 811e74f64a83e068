// Short ASCII text made without detours: numbers into buffers, buffers into strings.
#pragma once

#include "core/vm/text.h"

namespace sl {

constexpr size_t kIntRoom = 24, kFloatRoom = 32;
size_t write_int(char* out, int64_t v) noexcept;                   // decimal; returns the length, at most kIntRoom
size_t write_float(char* out, double d) noexcept;                  // as repr(); at most kFloatRoom
size_t write_whole(char* out, int64_t v, unsigned base) noexcept;  // any base up to 16, at most 65 bytes

inline Str* ascii_str(Vm& vm, const char* text, size_t n) {
  if (n <= 1) return n ? g_ascii_chars[static_cast<uint8_t>(*text)] : names().empty;
  Str* s = make_str(vm, n, static_cast<uint32_t>(n));
  copy_text(s->inline_data(), text, n);
  return s;
}
inline Value int_str(Vm& vm, int64_t v) {
  char text[kIntRoom];
  return Value::object(ascii_str(vm, text, write_int(text, v)));
}
inline Value float_str(Vm& vm, double d) {
  char text[kFloatRoom];
  return Value::object(ascii_str(vm, text, write_float(text, d)));
}

}  // namespace sl
