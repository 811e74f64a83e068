// "Did you mean": what tracebacks add to NameError, AttributeError and ImportError.
#pragma once

#include <string>

#include "core/vm/vm.h"

namespace sl {

std::string suggestion_for(Vm& vm, Value exception);         // ". Did you mean: 'x'?" or empty
std::string syntax_error_location(Vm& vm, Value exception);  // the File line, source line and caret

}  // namespace sl
