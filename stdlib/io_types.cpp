// The types of open files, for the script module io to know them.
#include "core/vm/file.h"
#include "core/vm/native.h"
#include "stdlib/registry.h"

namespace sl {

void register_io_types_module() {
  ModuleDef module{.name = "_io_types", .doc = "Types of open files.", .functions = {}};
  module.classes = file_classes();
  define_module(module);
}

}  // namespace sl
