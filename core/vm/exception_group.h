// Groups of exceptions as the rest of the engine sees them.
#pragma once

#include "core/vm/vm.h"

namespace sl {

// The exceptions of a group; null: v is none.
Tuple* exception_group(Value v) noexcept;
// BaseExceptionGroup.__new__(cls, message, exceptions).
Value make_exception_group(Vm& vm, Class* cls, const Value* args, size_t n);
void register_exception_groups();

}  // namespace sl
