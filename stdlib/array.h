// The memory behind array.array, for memoryview.
#pragma once

#include "core/vm/vm.h"

namespace sl {

bool array_storage(Value v, ByteArray** bytes, char* code);  // false: v is no array

}  // namespace sl
