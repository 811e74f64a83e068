// __reduce__ and __setstate__ of iterators.
#pragma once

#include "core/vm/object.h"

namespace sl {

// Start-up only: gives them to the class of an iterator type that can be copied; others stay as they are.
void add_iter_state(Class* cls, const char* type_name);

}  // namespace sl
