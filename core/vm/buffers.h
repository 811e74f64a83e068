// Buffers scripts may write into.
#pragma once

#include <string_view>

#include "core/vm/vm.h"

namespace sl {

// The bytes of a bytearray, array or writable memoryview, for writing; false, with nothing pending: it is none.
bool writable_bytes(Vm& vm, Value v, std::string_view* out);

}  // namespace sl
