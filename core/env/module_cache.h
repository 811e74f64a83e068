// Finds module files, compiles each once per (path, size, mtime) and shares the code.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/lang/compile.h"

namespace sl {

struct ModuleLookup {
  std::shared_ptr<ModuleCode> code;     // null: not found, or errors
  std::vector<Diagnostic> errors;
  std::string path;
};
// Search rules: per directory a/b.py, a/b/__init__.py, a.b.py. Thread-safe.
ModuleLookup find_module(const std::string& dotted, const std::vector<std::string>& directories, bool scriptling_dialect, bool dev);
// Modules linked into the program (stdlib/*.py through define_script_module), compiled once.
std::shared_ptr<ModuleCode> find_script_module(const std::string& dotted);

}  // namespace sl
