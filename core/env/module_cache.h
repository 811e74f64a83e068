// Finds module files, compiles each once per (path, size, mtime) and shares the code.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/compile.h"

namespace sl {

struct ModuleLookup {
  std::shared_ptr<ModuleCode> code;  // null: not found, or errors
  std::vector<Diagnostic> errors;
  std::string path;
};
// Search rules: per directory a/b.py, a/b/__init__.py, a.b.py. Thread-safe. The files are looked at
// again after a second, or every time when `dev`.
ModuleLookup find_module(const std::string& dotted, const std::vector<std::string>& directories, bool scriptling_dialect, bool dev);
// Modules linked into the program (stdlib/*.py through define_script_module), compiled once.
std::shared_ptr<ModuleCode> find_script_module(const std::string& dotted);

// One compiled module file, with the values of its __file__, ... ready to be shared.
struct ModuleFile {
  std::string path;
  std::string directory;             // of a package: its __path__
  std::shared_ptr<ModuleCode> code;  // null: `errors` says why
  std::vector<Diagnostic> errors;
  Str* file_str = nullptr;
};
// find_module without the copies; null: there is no such file.
std::shared_ptr<const ModuleFile> locate_module(std::string_view dotted, const std::vector<std::string>& directories, bool scriptling_dialect, bool dev);
// The directory a package without __init__.py would be, else empty.
std::string locate_namespace(std::string_view dotted, const std::vector<std::string>& directories);

}  // namespace sl
