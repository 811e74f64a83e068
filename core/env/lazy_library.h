// Shared libraries few programs need, loaded at the first call: mapping and relocating one costs every
// start up to a tenth of its time (docs/decisions/008).
#pragma once

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>

namespace sl {

// A function or variable of the library. Ends the process, naming the package, when it is not installed: it is
// a dependency of the program. Thread-safe.
inline void* lazy_symbol(const char* library, const char* symbol, const char* package) {
  void* handle = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
  void* found = handle ? dlsym(handle, symbol) : nullptr;
  if (found) return found;
  std::fprintf(stderr, "scriptling-server: %s cannot be used (%s): install the package %s\n", library, dlerror(), package);
  std::exit(1);
}

}  // namespace sl
