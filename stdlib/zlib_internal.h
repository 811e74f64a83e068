// Shared by the files of the module zlib.
#pragma once

#include <zlib.h>

#include <span>

#include "core/vm/native.h"

namespace sl {

// zlib.error "Error -3 while decompressing data: ..."; message may be null.
Value raise_zlib(Vm& vm, int code, const char* what, const char* message);
std::span<const MethodDef> zlib_stream_functions();
void define_zlib_streams();

}  // namespace sl
