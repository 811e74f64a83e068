// Calls natives make for every item of something: without the layers of Vm::call where that is possible.
#pragma once

#include "core/vm/vm.h"

namespace sl {

inline Value fast_call(Vm& vm, const Value& f, const Value* args, size_t n) {
  if (f.is_object()) {
    if (f.o->kind == Kind::Host) {
      auto* host = static_cast<HostObj*>(f.o);
      if (host->type->call) return host->type->call(vm, host, args, n, nullptr);
    } else if (f.o->kind == Kind::Function) {
      return vm.call_function(static_cast<Function*>(f.o), args, n);
    }
  }
  return vm.call(f, args, n);
}

}  // namespace sl
