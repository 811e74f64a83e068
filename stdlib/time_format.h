// Dates as text, for time and datetime.
#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace sl {

// strftime of the C library over text of any length.
std::string format_time(std::string_view format, const std::tm& t);

struct ParsedTime {
  int year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0, microsecond = 0;
  int weekday = -1, yearday = -1;  // weekday: Monday is 0
  bool has_offset = false;
  int offset_seconds = 0, offset_microseconds = 0;  // %z
  std::string zone;                                 // %Z as written
  int is_dst = -1;                                  // what %Z says, -1 when it does not
  bool has_year = false;
};
// strptime with CPython's directives. Empty: ok; else the ValueError's text.
std::string parse_time(std::string_view text, std::string_view format, ParsedTime* out);

int days_before_year(int year);  // since 0001-01-01
int days_in_month(int year, int month);
int day_of_year(int year, int month, int day);  // 1..366

}  // namespace sl
