// What the files of collections share.
#pragma once

#include <span>

#include "core/vm/native.h"

namespace sl {

std::span<const MethodDef> collections_functions();  // of the module _collections; start-up only

}  // namespace sl
