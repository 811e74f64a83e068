// The methods of a store object, which the module offers for the default store as well.
#pragma once

#include <scriptling/plugin.hpp>

#include "registry.h"

namespace kv {

void add_store_class(scriptling::ModuleDef& module);
void add_default_functions(scriptling::ModuleDef& module);

}  // namespace kv
