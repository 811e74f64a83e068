// types.MappingProxyType: a read-only view of a mapping, and what a class's __dict__ gives.
#pragma once

#include "core/vm/vm.h"

namespace sl {

Value mapping_proxy(Vm& vm, Value mapping_or_class);  // a class: its own attributes
void register_mapping_proxy();

}  // namespace sl
