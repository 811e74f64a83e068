// Calls natives make for every item of something: without the layers of Vm::call where that is possible.
#pragma once

#include "core/vm/frame.h"

namespace sl {

inline Value fast_call(Vm& vm, const Value& f, const Value* args, size_t n) {
  if (f.is_object()) {
    if (f.o->kind == Kind::Host) {
      auto* host = static_cast<HostObj*>(f.o);
      if (host->type->call) return host->type->call(vm, host, args, n, nullptr);
    } else if (f.o->kind == Kind::Function) {
      return vm.call_function(static_cast<Function*>(f.o), args, n);
    } else if (f.o->kind == Kind::Native) {
      auto* native = static_cast<Native*>(f.o);
      constexpr size_t kRoom = 4;
      char probe;
      if (!native->owner && (native->aux & 0xFFFF) <= kRoom && n <= kRoom && !(native->flags & kNativeAbi) && &probe >= vm.thread->native_low) {
        Value window[kRoom];  // the callee may overwrite its arguments
        for (size_t i = 0; i < n; ++i) window[i] = args[i];
        return call_native_direct(vm, native, window, n);
      }
    }
  }
  return vm.call(f, args, n);
}

}  // namespace sl
