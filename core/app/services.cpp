#include "core/poco/services.h"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace sl {

const Services& services() {
  static const Services& loaded = []() -> const Services& {
    namespace fs = std::filesystem;
    std::error_code ec;
    fs::path prefix = fs::canonical("/proc/self/exe", ec).parent_path().parent_path();
    std::string file = (prefix / "lib" / "scriptling-poco.so").string();
    void* handle = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* symbol = handle ? dlsym(handle, "scriptling_services") : nullptr;
    if (!symbol) {
      std::fprintf(stderr, "scriptling-server: cannot load its library: %s; install the program again\n", dlerror());
      std::_Exit(1);
    }
    return *static_cast<const Services*>(symbol);
  }();
  return loaded;
}

}  // namespace sl
