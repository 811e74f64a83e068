#include "core/vm/small_text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace sl {

namespace {

constexpr auto kPairs = [] {
  struct {
    char text[200];
  } t{};
  for (int i = 0; i < 100; ++i) {
    t.text[2 * i] = static_cast<char>('0' + i / 10);
    t.text[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return t;
}();

size_t write_unsigned(char* out, uint64_t u) noexcept {
  char text[20];
  char* p = text + sizeof text;
  while (u >= 100) {
    p -= 2;
    std::memcpy(p, kPairs.text + 2 * (u % 100), 2);
    u /= 100;
  }
  if (u >= 10) {
    p -= 2;
    std::memcpy(p, kPairs.text + 2 * u, 2);
  } else {
    *--p = static_cast<char>('0' + u);
  }
  auto n = static_cast<size_t>(text + sizeof text - p);
  std::memcpy(out, p, n);
  return n;
}

}  // namespace

size_t write_int(char* out, int64_t v) noexcept {
  if (v >= 0) return write_unsigned(out, static_cast<uint64_t>(v));
  *out = '-';
  return 1 + write_unsigned(out + 1, 0 - static_cast<uint64_t>(v));
}

size_t write_whole(char* out, int64_t v, unsigned base) noexcept {
  if (base == 10) return write_int(out, v);
  return static_cast<size_t>(std::to_chars(out, out + 65, v, static_cast<int>(base)).ptr - out);
}

size_t write_float(char* out, double d) noexcept {
  if (!std::isfinite(d)) {
    const char* name = std::isnan(d) ? "nan" : d > 0 ? "inf" : "-inf";
    size_t n = std::strlen(name);
    std::memcpy(out, name, n);
    return n;
  }
  char* p = out;
  if (std::signbit(d)) {
    *p++ = '-';
    d = -d;
  }
  if (d < 1e15 && d == static_cast<double>(static_cast<int64_t>(d))) {
    p += write_int(p, static_cast<int64_t>(d));
    *p++ = '.';
    *p++ = '0';
    return static_cast<size_t>(p - out);
  }
  char text[40];
  char* end = std::to_chars(text, text + sizeof text, d, std::chars_format::scientific).ptr;
  *end = '\0';
  const char* e = end - 1;
  while (*e != 'e') --e;
  int exponent = std::atoi(e + 1);
  char digits[24];
  size_t n = 1;
  digits[0] = text[0];
  if (e > text + 2) {
    n += static_cast<size_t>(e - text - 2);
    std::memcpy(digits + 1, text + 2, n - 1);
  }
  auto put = [&p](const char* from, size_t count) {
    std::memcpy(p, from, count);
    p += count;
  };
  auto zeros = [&p](size_t count) {
    std::memset(p, '0', count);
    p += count;
  };
  if (exponent < -4 || exponent >= 16) {
    *p++ = digits[0];
    if (n > 1) *p++ = '.';
    put(digits + 1, n - 1);
    *p++ = 'e';
    *p++ = exponent < 0 ? '-' : '+';
    int magnitude = std::abs(exponent);
    if (magnitude < 10) *p++ = '0';
    p += write_int(p, magnitude);
  } else if (exponent < 0) {
    put("0.", 2);
    zeros(static_cast<size_t>(-exponent - 1));
    put(digits, n);
  } else if (auto whole = static_cast<size_t>(exponent) + 1; n > whole) {
    put(digits, whole);
    *p++ = '.';
    put(digits + whole, n - whole);
  } else {
    put(digits, n);
    zeros(whole - n);
    put(".0", 2);
  }
  return static_cast<size_t>(p - out);
}

}  // namespace sl
