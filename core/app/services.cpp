#include "core/poco/services.h"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace sl {

const std::filesystem::path& program_directory() {
  static const std::filesystem::path directory = [] {
    std::error_code ec;
    std::filesystem::path program = std::filesystem::canonical("/proc/self/exe", ec);
    return ec ? std::filesystem::path() : program.parent_path();
  }();
  return directory;
}

const Services& services() {
  static const Services& loaded = []() -> const Services& {
    bool found = !program_directory().empty();
    std::filesystem::path file = program_directory().parent_path() / "lib" / "scriptling-poco.so";
    void* handle = !found ? nullptr : dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* symbol = handle ? dlsym(handle, "scriptling_services") : nullptr;
    if (!symbol) {
      const char* why = found ? dlerror() : "/proc is needed to find the program's directory";
      std::fprintf(stderr, "scriptling-server: cannot load its library: %s; install the program again\n", why);
      std::fflush(nullptr);
      std::_Exit(1);
    }
    return *static_cast<const Services*>(symbol);
  }();
  return loaded;
}

}  // namespace sl
