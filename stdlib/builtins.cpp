// import builtins: the names every script sees without importing.
#include "core/env/native_modules.h"
#include "core/vm/types.h"
#include "stdlib/registry.h"

namespace sl {

void register_builtins_module() {
  ModuleDef module{.name = "builtins", .doc = "Built-in functions, types and exceptions.", .functions = {}};
  define_module(module);
  NativeModule& m = native_module("builtins");
  for (int i = 0; i < builtin_count(); ++i) {
    Value v = builtin_value(i);
    std::string_view name = builtin_name(i)->view();
    bool unsafe = is_kind(v, Kind::Native) && as<Native>(v)->flags & kNativeUnsafe;
    for (const char* hidden : {"eval", "exec", "compile", "__import__", "globals", "locals", "open", "input"}) unsafe |= name == hidden;
    if (!m.has(name)) m.add(name, v, {}, unsafe);
  }
}

}  // namespace sl
