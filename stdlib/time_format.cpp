#include "stdlib/time_format.h"

#include <array>
#include <cctype>
#include <cstring>
#include <strings.h>
#include <vector>

#include "core/vm/types.h"

namespace sl {
namespace {

constexpr const char* kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr const char* kMonths[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};

bool is_leap(int y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); }

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)); }

class TimeParser {
 public:
  TimeParser(std::string_view text, std::string_view format, ParsedTime* out) : text_(text), format_(format), out_(*out) {}

  std::string parse() {
    if (!run(format_)) return error_.empty() ? mismatch() : error_;
    if (at_ < text_.size()) return "unconverted data remains: " + std::string(text_.substr(at_));
    return finish();
  }

 private:
  std::string mismatch() const { return "time data " + repr_text(text_) + " does not match format " + repr_text(format_); }

  // Up to `width` digits with a value in [low, high]; takes fewer when more would be out of range.
  bool digits(int width, int low, int high, int* value) {
    for (int n = width; n >= 1; --n) {
      int v = 0, i = 0;
      for (; i < n && at_ + static_cast<size_t>(i) < text_.size(); ++i) {
        char c = text_[at_ + static_cast<size_t>(i)];
        if (c < '0' || c > '9') break;
        v = v * 10 + (c - '0');
      }
      if (i < n || v < low || v > high) continue;
      at_ += static_cast<size_t>(n);
      *value = v;
      return true;
    }
    return false;
  }

  // Index of the longest name that stands here; a length of 0 compares whole names.
  template <size_t N>
  bool name(const char* const (&names)[N], size_t length, int* index) {
    size_t best = 0;
    for (size_t i = 0; i < N; ++i) {
      size_t n = length ? length : std::strlen(names[i]);
      if (n > best && text_.size() - at_ >= n && strncasecmp(text_.data() + at_, names[i], n) == 0) {
        best = n;
        *index = static_cast<int>(i);
      }
    }
    at_ += best;
    return best;
  }

  bool fraction() {
    int n = 0, v = 0;
    for (; n < 6 && at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])); ++n) v = v * 10 + (text_[at_++] - '0');
    if (!n) return false;
    for (; n < 6; ++n) v *= 10;
    out_.microsecond = v;
    return true;
  }

  bool offset() {
    if (at_ < text_.size() && text_[at_] == 'Z') {
      ++at_;
      out_.has_offset = true;
      return true;
    }
    if (at_ == text_.size() || (text_[at_] != '+' && text_[at_] != '-')) return false;
    int sign = text_[at_++] == '-' ? -1 : 1;
    int hours, minutes, seconds = 0, micro = 0;
    if (!two_digits(&hours)) return false;
    bool colon = at_ < text_.size() && text_[at_] == ':';
    at_ += colon;
    if (!two_digits(&minutes) || minutes > 59) return false;
    size_t before = at_;
    if (colon ? at_ < text_.size() && text_[at_] == ':' : true) {
      at_ += colon;
      if (!two_digits(&seconds) || seconds > 59) {
        seconds = 0;
        at_ = before;
      } else if (at_ < text_.size() && text_[at_] == '.') {
        ++at_;
        int saved = out_.microsecond;
        if (!fraction()) return false;
        micro = out_.microsecond;
        out_.microsecond = saved;
      }
    }
    out_.has_offset = true;
    out_.offset_seconds = sign * (hours * 3600 + minutes * 60 + seconds);
    out_.offset_microseconds = sign * micro;
    return true;
  }

  bool two_digits(int* v) {
    if (text_.size() - at_ < 2 || !std::isdigit(static_cast<unsigned char>(text_[at_])) || !std::isdigit(static_cast<unsigned char>(text_[at_ + 1]))) return false;
    *v = (text_[at_] - '0') * 10 + (text_[at_ + 1] - '0');
    at_ += 2;
    return true;
  }

  bool zone() {
    const std::string_view names[] = {"utc", "gmt", tzname[0], tzname[1]};
    for (const std::string_view& known : names) {
      if (known.empty() || text_.size() - at_ < known.size() || strncasecmp(text_.data() + at_, known.data(), known.size()) != 0) continue;
      out_.zone = text_.substr(at_, known.size());
      out_.is_dst = &known == &names[3];
      at_ += known.size();
      return true;
    }
    return false;
  }

  bool directive(char c) {
    int v = 0;
    switch (c) {
      case 'Y':
        if (text_.size() - at_ < 4 || !digits4(&out_.year)) return false;
        return out_.has_year = true;
      case 'y':
        if (!two_digits(&v)) return false;
        out_.year = v <= 68 ? 2000 + v : 1900 + v;
        return out_.has_year = true;
      case 'm': return digits(2, 1, 12, &out_.month) && (has_month_ = true);
      case 'd': return digits(2, 1, 31, &out_.day) && (has_day_ = true);
      case 'H': return digits(2, 0, 23, &out_.hour);
      case 'I': return digits(2, 1, 12, &hour12_);
      case 'M': return digits(2, 0, 59, &out_.minute);
      case 'S': return digits(2, 0, 61, &out_.second);
      case 'f': return fraction();
      case 'j': return digits(3, 1, 366, &out_.yearday);
      case 'w':
        if (!digits(1, 0, 6, &v)) return false;
        out_.weekday = v == 0 ? 6 : v - 1;
        return true;
      case 'u':
        if (!digits(1, 1, 7, &v)) return false;
        out_.weekday = v - 1;
        return true;
      case 'U': return digits(2, 0, 53, &week_) && (week_start_ = 6, true);
      case 'W': return digits(2, 0, 53, &week_) && (week_start_ = 0, true);
      case 'a': return name(kDays, 3, &out_.weekday);
      case 'A': return name(kDays, 0, &out_.weekday);
      case 'b':
        if (!name(kMonths, 3, &v)) return false;
        out_.month = v + 1;
        return has_month_ = true;
      case 'B':
        if (!name(kMonths, 0, &v)) return false;
        out_.month = v + 1;
        return has_month_ = true;
      case 'p': {
        static constexpr const char* kHalves[] = {"am", "pm"};
        return name(kHalves, 2, &half_);
      }
      case 'z': return offset();
      case 'Z': return zone();
      case 'c': return run("%a %b %d %H:%M:%S %Y");
      case 'x': return run("%m/%d/%y");
      case 'X': return run("%H:%M:%S");
      case '%':
        if (at_ == text_.size() || text_[at_] != '%') return false;
        ++at_;
        return true;
      default: error_ = std::string("'") + c + "' is a bad directive in format " + repr_text(format_); return false;
    }
  }

  bool digits4(int* v) {
    int n = 0;
    for (size_t i = 0; i < 4; ++i) {
      char c = text_[at_ + i];
      if (c < '0' || c > '9') return false;
      n = n * 10 + (c - '0');
    }
    at_ += 4;
    *v = n;
    return true;
  }

  bool run(std::string_view format) {
    for (size_t i = 0; i < format.size(); ++i) {
      char c = format[i];
      if (is_blank(c)) {
        while (i + 1 < format.size() && is_blank(format[i + 1])) ++i;
        if (at_ == text_.size() || !is_blank(text_[at_])) return false;
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
      } else if (c == '%') {
        if (++i == format.size()) {
          error_ = "stray % in format " + repr_text(format_);
          return false;
        }
        if (!directive(format[i])) return false;
      } else {
        if (at_ == text_.size() || std::tolower(static_cast<unsigned char>(text_[at_])) != std::tolower(static_cast<unsigned char>(c))) return false;
        ++at_;
      }
    }
    return true;
  }

  std::string finish() {
    if (hour12_) out_.hour = half_ == 1 ? (hour12_ == 12 ? 12 : hour12_ + 12) : half_ == 0 && hour12_ == 12 ? 0 : hour12_;
    bool leap_day = !out_.has_year && out_.month == 2 && out_.day == 29;
    int year = leap_day ? 1904 : out_.year;
    if (week_ >= 0 && out_.weekday >= 0 && out_.yearday < 0) {
      // Day of the year from week and weekday; week 1 begins with the year's first `week_start_`.
      int first = (days_before_year(year)) % 7;  // weekday of 1 January, Monday 0
      int since = week_start_ == 6 ? (out_.weekday + 1) % 7 : out_.weekday;
      int first_since = week_start_ == 6 ? (first + 1) % 7 : first;
      int week0 = (7 - first_since) % 7;
      out_.yearday = week_ == 0 ? 1 + since - first_since : 1 + week0 + 7 * (week_ - 1) + since;
      if (out_.yearday <= 0) {
        --year;
        out_.year = year;
        out_.yearday += is_leap(year) ? 366 : 365;
      }
    }
    if (out_.yearday > 0 && !(has_month_ && has_day_)) {
      int month = 1, left = out_.yearday;
      while (month < 12 && left > days_in_month(year, month)) left -= days_in_month(year, month++);
      out_.month = month;
      out_.day = left;
    } else {
      if (out_.day > days_in_month(year, out_.month)) return "day is out of range for month";
      out_.yearday = day_of_year(year, out_.month, out_.day);
    }
    if (out_.weekday < 0) out_.weekday = (days_before_year(year) + day_of_year(year, out_.month, out_.day) - 1) % 7;
    return {};
  }

  std::string_view text_, format_;
  ParsedTime& out_;
  size_t at_ = 0;
  int hour12_ = 0, half_ = -1, week_ = -1, week_start_ = 0;
  bool has_month_ = false, has_day_ = false;
  std::string error_;
};

}  // namespace

int days_before_year(int year) {
  int y = year - 1;
  return y * 365 + y / 4 - y / 100 + y / 400;
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 13> kLengths = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kLengths[static_cast<size_t>(month)];
}

int day_of_year(int year, int month, int day) {
  for (int m = 1; m < month; ++m) day += days_in_month(year, m);
  return day;
}

std::string format_time(std::string_view format, const std::tm& t) {
  std::string result;
  std::vector<char> buffer(256);
  while (!format.empty()) {
    size_t end = std::min(format.find('\0'), format.size());
    std::string part(format.substr(0, end));
    format.remove_prefix(end);
    if (!part.empty()) {
      // A marker behind the format tells "empty result" from "buffer too small".
      part += '\x01';
      size_t n;
      while ((n = std::strftime(buffer.data(), buffer.size(), part.c_str(), &t)) == 0) buffer.resize(buffer.size() * 2);
      result.append(buffer.data(), n - 1);
    }
    if (!format.empty()) {
      result += '\0';
      format.remove_prefix(1);
    }
  }
  return result;
}

std::string parse_time(std::string_view text, std::string_view format, ParsedTime* out) { return TimeParser(text, format, out).parse(); }

}  // namespace sl
