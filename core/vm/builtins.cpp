#include "core/vm/builtins.h"

namespace sl {

void register_builtins() {
  define_number_builtins();
  define_text_builtins();
  define_object_builtins();
  define_iteration_builtins();
  define_output_builtins();
  define_code_builtins();
  define_extra_builtins();
  define_builtin("__debug__", Value::boolean(true));
}

}  // namespace sl
