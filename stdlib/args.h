// Argument conversions shared by the standard library's native modules.
#pragma once

#include <string>

#include "core/vm/number.h"
#include "core/vm/vm.h"

namespace sl {

inline std::string type_name_of(Vm& vm, Value v) { return std::string(vm.type_of(v)->name->view()); }

bool real_arg_slow(Vm& vm, Value v, double* out);
// A real number as a double: float, integer, __float__ or __index__; TypeError "must be real number, not str".
inline bool real_arg(Vm& vm, const Value& v, double* out) {
  if (v.tag == kFloat) return *out = v.f, true;
  if (v.tag == kInt) return *out = static_cast<double>(v.i), true;
  return real_arg_slow(vm, v, out);
}

}  // namespace sl
