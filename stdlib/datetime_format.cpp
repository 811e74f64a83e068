// strftime() of dates and times whose zone has no say in it.
#include <cstdio>

#include "stdlib/datetime_internal.h"

namespace sl::dates {
namespace {

constexpr const char* kMonths[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr const char* kDays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

void number(std::string* out, const char* format, int n) {
  char text[32];
  int size = std::snprintf(text, sizeof text, format, n);
  out->append(text, static_cast<size_t>(size));
}

}  // namespace

bool format_date(const HostObj* o, std::string_view format, std::string* out) {
  Day d = day_of(o);
  int64_t us = has_time(o) ? time_of(o) : 0;
  bool zoned = has_time(o) && !zone_of(o).is_none();
  auto seconds = static_cast<int>(us / 1'000'000);
  int hour = seconds / 3600, minute = seconds / 60 % 60, second = seconds % 60;
  int64_t ordinal = to_ordinal(d);
  auto weekday = static_cast<int>((ordinal + 6) % 7);
  for (size_t i = 0; i < format.size(); ++i) {
    char c = format[i];
    if (c != '%') {
      *out += c;
      continue;
    }
    if (++i == format.size()) return false;
    switch (format[i]) {
      case 'Y': number(out, "%d", d.year); break;
      case 'y': number(out, "%02d", d.year % 100); break;
      case 'm': number(out, "%02d", d.month); break;
      case 'd': number(out, "%02d", d.day); break;
      case 'H': number(out, "%02d", hour); break;
      case 'I': number(out, "%02d", hour % 12 ? hour % 12 : 12); break;
      case 'M': number(out, "%02d", minute); break;
      case 'S': number(out, "%02d", second); break;
      case 'f': number(out, "%06d", static_cast<int>(us % 1'000'000)); break;
      case 'j': number(out, "%03d", static_cast<int>(ordinal - to_ordinal({d.year, 1, 1}) + 1)); break;
      case 'p': *out += hour < 12 ? "AM" : "PM"; break;
      case 'A': *out += kDays[weekday]; break;
      case 'a': out->append(kDays[weekday], 3); break;
      case 'B': *out += kMonths[d.month - 1]; break;
      case 'b': out->append(kMonths[d.month - 1], 3); break;
      case 'w': number(out, "%d", (weekday + 1) % 7); break;
      case '%': *out += '%'; break;
      case 'z':
      case 'Z':
        if (zoned) return false;
        break;
      default: return false;
    }
  }
  return true;
}

}  // namespace sl::dates
