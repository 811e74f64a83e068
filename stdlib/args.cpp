#include "stdlib/args.h"

#include "core/vm/types.h"

namespace sl {

bool real_arg_slow(Vm& vm, Value v, double* out) {
  Value plain = unwrap(v);
  if (plain.is_float()) return *out = plain.f, true;
  if (is_integer(plain)) return int_to_double(vm, plain, out);
  Value made = vm.call_special(v, names().__float__);
  if (made.is_unset() && !vm.raised()) {
    made = vm.call_special(v, names().__index__);
    if (!made.is_unset() && is_integer(unwrap(made))) return int_to_double(vm, unwrap(made), out);
  }
  if (vm.raised()) return false;
  if (made.is_unset()) {
    vm.raise_type("must be real number, not " + type_name_of(vm, v));
    return false;
  }
  Value result = unwrap(made);
  if (result.is_float()) return *out = result.f, true;
  vm.raise_type(type_name_of(vm, v) + ".__float__ returned non-float (type " + type_name_of(vm, made) + ")");
  return false;
}

}  // namespace sl
