// Classes whose instances copying and pickling can treat as a bag of attributes.
#pragma once

#include "core/vm/vm.h"

namespace sl {

// The state of an instance is its attributes and nothing else: no hooks for copying, making or attribute access.
bool is_plain_class(Vm& vm, Class* c);

}  // namespace sl
