// What weak references share with the module gc.
#pragma once

#include "core/vm/vm.h"

namespace sl {

// Collects, then runs callbacks. For a native: what was called, and its n arguments.
void collect_now(Vm& vm, Value callee, const Value* args, size_t n);
void run_weakref_callbacks(Vm& vm);  // a Heap::after_collect

}  // namespace sl
