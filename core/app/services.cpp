#include "core/poco/services.h"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace sl {

const std::string& program_prefix() {
  static const std::string prefix = [] {
    std::error_code ec;
    std::filesystem::path program = std::filesystem::canonical("/proc/self/exe", ec);
    return ec ? std::string() : program.parent_path().parent_path().string();
  }();
  return prefix;
}

const Services& services() {
  static const Services& loaded = []() -> const Services& {
    std::string file = program_prefix() + "/lib/scriptling-poco.so";
    void* handle = program_prefix().empty() ? nullptr : dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* symbol = handle ? dlsym(handle, "scriptling_services") : nullptr;
    if (!symbol) {
      const char* why = program_prefix().empty() ? "/proc is needed to find the program's directory" : dlerror();
      std::fprintf(stderr, "scriptling-server: cannot load its library: %s; install the program again\n", why);
      std::fflush(nullptr);
      std::_Exit(1);
    }
    return *static_cast<const Services*>(symbol);
  }();
  return loaded;
}

}  // namespace sl
