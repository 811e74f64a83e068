// SyntaxWarnings of compiled text, given to the module warnings.
#pragma once

#include <string>
#include <vector>

#include "core/lang/compile.h"
#include "core/vm/vm.h"

namespace sl {

// False: raised; a warning that a filter turns into an error is a SyntaxError.
bool issue_warnings(Vm& vm, const std::vector<Diagnostic>& warnings, const std::string& path);

}  // namespace sl
