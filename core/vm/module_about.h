// What every module says about itself without having been told: __spec__, __loader__, __cached__.
#pragma once

#include "core/vm/vm.h"

namespace sl {

// Made when a script asks. Unset without an exception: `name` is none of these.
Value module_about(Vm& vm, Module* m, Str* name);
// The names dir() lists of a module made from a file, whether they were asked for or not.
void add_module_about(Vm& vm, Module* m, Dict* names);

}  // namespace sl
