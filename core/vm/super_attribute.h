#pragma once

#include "core/vm/vm.h"

namespace sl {

// The attribute `name` behind the start of `s`, bound; unset without an exception: there is none.
Value super_attribute(Vm& vm, Super* s, Str* name);

}  // namespace sl
