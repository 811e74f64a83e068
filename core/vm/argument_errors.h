// The words for calls of natives whose arguments do not fit their signature.
#pragma once

#include <string>

#include "core/vm/vm.h"

namespace sl {

// Arguments a call passes without the script writing them: self or cls.
size_t receivers(const Native* f) noexcept;
std::string callable_title(const Native* f);  // "str.upper()"
// TypeError for a number of positional arguments that does not fit; `given` counts the receiver.
Value raise_argument_count(Vm& vm, const Native* f, size_t given);
// TypeError for an argument that is not of the declared type.
void raise_argument_type(Vm& vm, const Native* f, const Param& p, Value got);

}  // namespace sl
