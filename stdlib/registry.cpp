#include "stdlib/registry.h"

#include "core/vm/types.h"

namespace sl {

void register_stdlib() {
#define SL_REGISTER(name) register_##name##_module();
  SL_STDLIB(SL_REGISTER)
#undef SL_REGISTER
}

}  // namespace sl
