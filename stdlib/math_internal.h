// The parts of the math module.
#pragma once

#include <span>

#include "core/vm/native.h"

namespace sl {

Value math_domain_error(Vm& vm);
Value math_range_error(Vm& vm);
std::span<const MethodDef> math_float_functions();
std::span<const MethodDef> math_sequence_functions();
std::span<const MethodDef> math_integer_functions();

}  // namespace sl
