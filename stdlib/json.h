// JSON for C++ callers: the same rules as the script module's defaults, compact where it matters.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/value.h"

namespace sl {

class Vm;

// Appends v as compact UTF-8 JSON ("," and ":" without blanks, non-ASCII text as it is).
// False: raised (TypeError for values JSON has no form for, ValueError for cycles, NaN and infinities).
bool json_write(Vm& vm, Value v, std::string* out);
// Parses UTF-8 text; unset with JSONDecodeError pending.
Value json_parse(Vm& vm, std::string_view text);

}  // namespace sl
