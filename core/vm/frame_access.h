// What built-ins such as globals() and locals() see of the running script.
#pragma once

#include "core/vm/vm.h"

namespace sl {

struct Frame;
struct LocalVar;

// The module whose code runs in the innermost script frame; null when no script runs.
Module* current_module(Vm& vm);
// Variables of the innermost script frame: a fresh dict for a function (parameters, locals, cells and
// captured variables that are set), the namespace itself in a class body. Null at module level.
Dict* current_locals(Vm& vm);
Value spilled_variable(const Value& cells, const LocalVar& v);  // of kind Spilled; `cells` is what the spill register holds
// Variables of any running frame: the same, but for a function those that are certainly set; at module level its globals.
Value variables_of(Vm& vm, const Frame& frame);

}  // namespace sl
