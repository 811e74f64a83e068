// Floats as text: shortest repr, parsing, hexadecimal form.
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/vm/number.h"
#include "core/vm/small_text.h"

namespace sl {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool equals_ignoring_case(std::string_view a, std::string_view lower_case) noexcept {
  if (a.size() != lower_case.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower_case[i]) return false;
  return true;
}

// [digits][.digits][e[sign]digits] with at least one digit in the mantissa.
bool is_decimal(std::string_view s) noexcept {
  size_t i = 0, digits = 0;
  while (i < s.size() && is_digit(s[i])) ++i, ++digits;
  if (i < s.size() && s[i] == '.') {
    ++i;
    while (i < s.size() && is_digit(s[i])) ++i, ++digits;
  }
  if (!digits) return false;
  if (i < s.size() && lower(s[i]) == 'e') {
    ++i;
    if (i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
    size_t start = i;
    while (i < s.size() && is_digit(s[i])) ++i;
    if (i == start) return false;
  }
  return i == s.size();
}

bool parse_special(std::string_view s, double* out) noexcept {
  if (equals_ignoring_case(s, "inf") || equals_ignoring_case(s, "infinity"))
    *out = HUGE_VAL;
  else if (equals_ignoring_case(s, "nan"))
    *out = std::nan("");
  else
    return false;
  return true;
}

int hex_value(char c) noexcept {
  if (is_digit(c)) return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

enum class HexResult { Ok, Invalid, Overflow };

HexResult parse_hex(std::string_view s, double* out) {
  bool negative = false;
  size_t i = 0;
  if (i < s.size() && (s[i] == '+' || s[i] == '-')) negative = s[i++] == '-';
  if (parse_special(s.substr(i), out)) {
    *out = std::copysign(*out, negative ? -1.0 : 1.0);
    return HexResult::Ok;
  }
  if (i + 1 < s.size() && s[i] == '0' && lower(s[i + 1]) == 'x') i += 2;
  uint64_t mantissa = 0;
  int64_t exponent = 0, digits = 0;
  bool sticky = false, point = false;
  for (; i < s.size(); ++i) {
    if (s[i] == '.' && !point) {
      point = true;
      continue;
    }
    int v = hex_value(s[i]);
    if (v < 0) break;
    ++digits;
    if (mantissa >> 60) {
      sticky |= v != 0;
      exponent += point ? 0 : 4;
    } else {
      mantissa = mantissa << 4 | static_cast<uint64_t>(v);
      exponent -= point ? 4 : 0;
    }
  }
  if (!digits) return HexResult::Invalid;
  if (i < s.size() && lower(s[i]) == 'p') {
    ++i;
    bool minus = false;
    if (i < s.size() && (s[i] == '+' || s[i] == '-')) minus = s[i++] == '-';
    size_t start = i;
    int64_t e = 0;
    for (; i < s.size() && is_digit(s[i]); ++i)
      if (e < int64_t{1} << 50) e = e * 10 + (s[i] - '0');
    if (i == start) return HexResult::Invalid;
    exponent += minus ? -e : e;
  }
  if (i != s.size()) return HexResult::Invalid;
  if (!mantissa) {
    *out = negative ? -0.0 : 0.0;
    return HexResult::Ok;
  }
  int lead = __builtin_clzll(mantissa);
  mantissa <<= lead;
  exponent -= lead;
  int64_t top = exponent + 64;  // value in [2^(top-1), 2^top)
  if (top > 1024) return HexResult::Overflow;
  if (top < -1080) {
    *out = negative ? -0.0 : 0.0;
    return HexResult::Ok;
  }
  // Round once, at the last place the result has.
  int64_t keep = std::min<int64_t>(53, top + 1074);
  uint64_t kept;
  if (keep <= 0) {
    bool up = keep == 0 && (mantissa > uint64_t{1} << 63 || (mantissa == uint64_t{1} << 63 && sticky));
    kept = up ? 1 : 0;
    exponent = -1074;
  } else {
    int drop = static_cast<int>(64 - keep);
    kept = mantissa >> drop;
    uint64_t rest = mantissa << keep, half = uint64_t{1} << 63;
    if (rest > half || (rest == half && (sticky || kept & 1))) ++kept;
    exponent += drop;
  }
  double d = std::ldexp(static_cast<double>(kept), static_cast<int>(exponent));
  if (std::isinf(d)) return HexResult::Overflow;
  *out = negative ? -d : d;
  return HexResult::Ok;
}

}  // namespace

bool float_parse(std::string_view s, double* out) noexcept {
  bool negative = false;
  if (!s.empty() && (s[0] == '+' || s[0] == '-')) {
    negative = s[0] == '-';
    s.remove_prefix(1);
  }
  double d;
  if (is_decimal(s)) {
    auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), d);
    if (error == std::errc::result_out_of_range)
      d = std::strtod(std::string(s).c_str(), nullptr);
    else if (error != std::errc())
      return false;
  } else if (!parse_special(s, &d)) {
    return false;
  }
  *out = negative ? -d : d;
  return true;
}

std::string float_shortest(double d, bool add_point_zero) {
  if (std::isnan(d)) return "nan";
  if (std::isinf(d)) return d > 0 ? "inf" : "-inf";
  char text[40];
  auto end = std::to_chars(text, text + sizeof text, d, std::chars_format::scientific).ptr;
  std::string_view s(text, static_cast<size_t>(end - text));
  std::string out;
  if (s[0] == '-') {
    out = "-";
    s.remove_prefix(1);
  }
  size_t e = s.find('e');
  int exponent = 0;
  std::from_chars(s.data() + e + (s[e + 1] == '+' ? 2 : 1), end, exponent);
  char digits[24];
  size_t n = 0;
  for (char c : s.substr(0, e))
    if (c != '.') digits[n++] = c;
  if (exponent < -4 || exponent >= 16) {
    out += digits[0];
    if (n > 1) out.append(".").append(digits + 1, n - 1);
    out += exponent < 0 ? "e-" : "e+";
    int magnitude = std::abs(exponent);
    if (magnitude < 10) out += '0';
    return out + std::to_string(magnitude);
  }
  if (exponent < 0) {
    out.append("0.").append(static_cast<size_t>(-exponent - 1), '0').append(digits, n);
    return out;
  }
  auto whole = static_cast<size_t>(exponent) + 1;
  if (n > whole) {
    out.append(digits, whole).append(".").append(digits + whole, n - whole);
    return out;
  }
  out.append(digits, n).append(whole - n, '0');
  if (add_point_zero) out += ".0";
  return out;
}

std::string float_repr(double d) {
  char text[kFloatRoom];
  return {text, write_float(text, d)};
}

Value float_from_text(Vm& vm, std::string_view text, std::string_view shown) {
  double d;
  if (!text.empty() && float_parse(text, &d)) return Value::number(d);
  std::string clean = ascii_number_text(text);
  if (strip_underscores(&clean) && float_parse(clean, &d)) return Value::number(d);
  return vm.raise_value("could not convert string to float: " + (shown.empty() ? repr_text(text) : std::string(shown)));
}

std::string float_hex(double d) {
  if (!std::isfinite(d)) return float_repr(d);
  std::string out = std::signbit(d) ? "-0x" : "0x";
  if (d == 0) return out + "0.0p+0";
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  int shift = 1 - std::max(-1021 - exponent, 0);
  m = std::ldexp(m, shift);
  exponent -= shift;
  out += m >= 1 ? "1." : "0.";
  m -= std::floor(m);
  for (int i = 0; i < 13; ++i) {
    m *= 16;
    out += "0123456789abcdef"[static_cast<int>(m)];
    m -= std::floor(m);
  }
  out += exponent < 0 ? "p-" : "p+";
  return out + std::to_string(std::abs(exponent));
}

Value float_from_hex(Vm& vm, std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r\f\v";
  size_t first = text.find_first_not_of(kBlanks);
  if (first != std::string_view::npos) text = text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
  double d = 0;
  switch (parse_hex(text, &d)) {
    case HexResult::Ok: return Value::number(d);
    case HexResult::Overflow: return vm.raise(errors().OverflowError, "hexadecimal value too large to represent as a float");
    default: return vm.raise_value("invalid hexadecimal floating-point string");
  }
}

}  // namespace sl
