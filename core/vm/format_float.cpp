// Floats to text, correctly rounded, laid out as C and Python do.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/vm/format.h"

namespace sl {

namespace {

// Significant digits of a finite value and where its point stands: 0.DIGITS * 10^point.
struct Decimal {
  std::string digits;
  int64_t point;
};

// Room for to_chars: on the stack unless the precision is extravagant.
class Scratch {
 public:
  explicit Scratch(size_t n) : size_(n) {
    if (n > sizeof small_) large_.resize(n);
  }
  char* begin() noexcept { return large_.empty() ? small_ : large_.data(); }
  char* end() noexcept { return begin() + size_; }

 private:
  size_t size_;
  char small_[512];
  std::string large_;
};

// `digits` == 0: as many as the value needs.
Decimal decimal_of(double d, size_t digits) {
  Scratch room(digits + 32);
  char *begin = room.begin(), *end = room.end();
  auto r = digits ? std::to_chars(begin, end, d, std::chars_format::scientific, static_cast<int>(digits - 1)) : std::to_chars(begin, end, d, std::chars_format::scientific);
  std::string_view text(begin, static_cast<size_t>(r.ptr - begin));
  size_t e = text.find('e');
  int exponent = 0;
  std::from_chars(text.data() + e + 1 + (text[e + 1] == '+'), text.data() + text.size(), exponent);
  Decimal out{std::string(1, text[0]), exponent + 1};
  if (e > 2) out.digits.append(text.substr(2, e - 2));
  return out;
}

void append_exponent(std::string& out, int64_t exponent) {
  out += 'e';
  out += exponent < 0 ? '-' : '+';
  uint64_t n = static_cast<uint64_t>(std::abs(exponent));
  if (n < 10) out += '0';
  out += std::to_string(n);
}

void append_fixed(std::string& out, double d, int64_t precision) {
  Scratch room(static_cast<size_t>(precision) + 330);
  auto r = std::to_chars(room.begin(), room.end(), d, std::chars_format::fixed, static_cast<int>(precision));
  out.append(room.begin(), r.ptr);
}

// g with `precision` significant digits, or the shortest text.
void append_general(std::string& out, double d, bool shortest, int64_t precision, unsigned flags) {
  Decimal n = decimal_of(d, shortest ? 0 : static_cast<size_t>(precision));
  bool point_zero = flags & kFloatAddPointZero, keep_zeros = !shortest && (flags & kFloatAlternate);
  if (!keep_zeros) {
    size_t last = n.digits.find_last_not_of('0');
    n.digits.resize(last == std::string::npos ? 1 : last + 1);
  }
  bool exponent = n.point <= -4 || n.point > (shortest ? 16 : precision - point_zero);
  int64_t shown_point = exponent ? 1 : n.point;
  auto count = static_cast<int64_t>(n.digits.size());
  if (shown_point <= 0) {
    out += "0.";
    out.append(static_cast<size_t>(-shown_point), '0');
    out += n.digits;
  } else {
    int64_t whole = std::min(shown_point, count);
    out.append(n.digits, 0, static_cast<size_t>(whole));
    out.append(static_cast<size_t>(shown_point - whole), '0');
    out += '.';
    out.append(n.digits, static_cast<size_t>(whole));
    if (out.back() == '.') {
      if (point_zero && !exponent)
        out += '0';
      else if (!(flags & kFloatAlternate))
        out.pop_back();
    }
  }
  if (exponent) append_exponent(out, n.point - 1);
}

}  // namespace

bool format_double(Vm& vm, double d, char code, int64_t precision, unsigned flags, std::string* out) {
  bool upper = code == 'E' || code == 'F' || code == 'G';
  char lower = upper ? static_cast<char>(code + 32) : code;
  if (!std::isfinite(d)) {
    bool nan = std::isnan(d);
    if (!nan && d < 0) *out += '-';
    *out += nan ? upper ? "NAN" : "nan" : upper ? "INF" : "inf";
    return true;
  }
  if (!check_text_size(vm, 3 * (static_cast<uint64_t>(precision) + 400))) return false;
  size_t start = out->size();
  if (std::signbit(d)) *out += '-';
  double magnitude = std::fabs(d);
  switch (lower) {
    case 'f':
      append_fixed(*out, magnitude, precision);
      if (precision == 0 && (flags & kFloatAlternate)) *out += '.';
      break;
    case 'e': {
      Decimal n = decimal_of(magnitude, static_cast<size_t>(precision) + 1);
      *out += n.digits[0];
      if (precision > 0 || (flags & kFloatAlternate)) *out += '.';
      out->append(n.digits, 1);
      append_exponent(*out, n.point - 1);
      break;
    }
    case 'g': append_general(*out, magnitude, false, std::max<int64_t>(precision, 1), flags); break;
    default: append_general(*out, magnitude, true, 0, flags);
  }
  if ((flags & kFloatNoNegativeZero) && (*out)[start] == '-') {
    size_t mantissa_end = std::min(out->find('e', start), out->size());
    if (std::string_view(*out).substr(start, mantissa_end - start).find_first_of("123456789") == std::string_view::npos) out->erase(start, 1);
  }
  if (upper) std::replace(out->begin() + static_cast<ptrdiff_t>(start), out->end(), 'e', 'E');
  return true;
}

NumberParts number_parts(std::string_view text) {
  NumberParts parts;
  if (!text.empty() && text[0] == '-') {
    parts.negative = true;
    text.remove_prefix(1);
  }
  size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  parts.digits = text.substr(0, n);
  parts.rest = text.substr(n);
  return parts;
}

}  // namespace sl
