// The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
#pragma once

#include <string>
#include <string_view>

#include "core/vm/text.h"

namespace sl {

struct FormatSpec {
  uint32_t fill = ' ';
  char align = '>';
  char sign = 0;  // '+', '-', ' ' or 0
  bool alternate = false;
  bool no_negative_zero = false;
  char grouping = 0;  // ',' or '_'
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t type = 0;
};
// False: ValueError pending.
bool parse_format_spec(Vm& vm, std::string_view text, uint32_t default_type, char default_align, std::string_view object_type, FormatSpec* out);
// The same, remembered when the text is a constant; null: raised. The result lives until the next call.
const FormatSpec* known_format_spec(Vm& vm, Str* text, uint32_t default_type, char default_align, std::string_view object_type);
Value unknown_format_code(Vm& vm, uint32_t code, std::string_view object_type);

// A number taken apart for padding and grouping.
struct NumberParts {
  bool negative = false;
  std::string_view prefix = {};  // 0x
  std::string_view digits = {};  // integer part, groupable
  std::string_view rest = {};    // fraction, exponent, %
};
// Appends the number as spec wants it; false: raised.
bool append_number(Vm& vm, const FormatSpec& spec, const NumberParts& parts, std::string* out);
// Appends text padded to spec.width; `length` is its code points.
bool append_padded(Vm& vm, const FormatSpec& spec, std::string_view text, size_t length, std::string* out);

enum FloatFlags : unsigned { kFloatAddPointZero = 1, kFloatAlternate = 2, kFloatNoNegativeZero = 4 };
// code: e E f F g G, or r for the shortest text that reads back (precision ignored). inf and nan
// come out as words. False with MemoryError pending when it would be too long.
bool format_double(Vm& vm, double d, char code, int64_t precision, unsigned flags, std::string* out);
// Splits what format_double gave into sign, integer digits and rest.
NumberParts number_parts(std::string_view text);

}  // namespace sl
