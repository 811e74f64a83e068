// The memory behind array.array, for memoryview.
#pragma once

#include "core/vm/vm.h"

namespace sl {

bool array_storage(Value v, ByteArray** bytes, char* code);  // false: v is no array

// Start-up only: the methods for pickles and files; gives what the module calls _array_reconstructor.
Value define_array_state(Class* cls);

}  // namespace sl
