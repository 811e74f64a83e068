// Views on the bytes of a bytearray, array or BytesIO, which must not be resized meanwhile.
#pragma once

#include "core/vm/object.h"

namespace sl {

constexpr uint8_t kBytesExported = 1;  // ByteArray flag: a memoryview was made of it
inline constexpr char kExportsExist[] = "Existing exports of data: object cannot be re-sized";

bool check_exports(Vm& vm, ByteArray* b, const char* refusal);
// False: BufferError. Only views that a variable of a running function or its module names are seen: for others
// tracing alone tells whether they are still in use.
inline bool resizable(Vm& vm, ByteArray* b, const char* refusal = kExportsExist) { return !(b->flags & kBytesExported) || check_exports(vm, b, refusal); }

}  // namespace sl
