// What the files of operator share.
#pragma once

#include <string>
#include <vector>

#include "core/vm/containers.h"
#include "stdlib/args.h"

namespace sl {

std::vector<Class*> define_operator_getters();

}  // namespace sl
