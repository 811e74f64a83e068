// Which files scripts may touch.
#include <filesystem>

#include "core/env/environment.h"

namespace sl {
namespace {

namespace fs = std::filesystem;

// Absolute, without symlinks. A missing file keeps its name below its resolved parent; a path whose
// parent is missing too is only cleaned.
fs::path resolve_path(const fs::path& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error).lexically_normal();
  if (absolute.has_relative_path() && absolute.filename().empty()) absolute = absolute.parent_path();
  fs::path real = fs::canonical(absolute, error);
  if (!error) return real;
  fs::path parent = fs::canonical(absolute.parent_path(), error);
  return error ? absolute : parent / absolute.filename();
}

bool is_within(const std::string& path, std::string root) {
  if (root != "/") {
    if (path == root) return true;
    root += '/';
  }
  return path.starts_with(root);
}

}  // namespace

bool Environment::check_path(Vm&, std::string_view path) {
  const auto& allowed = profile_->allowed_paths;
  if (!allowed) return true;
  bool sound = path.find('\0') == std::string_view::npos && !path.empty();
  if (sound) {
    std::string real = resolve_path(fs::path(path)).native();
    for (const std::string& root : *allowed)
      if (is_within(real, resolve_path(root).native())) return true;
  }
  vm.raise(errors().PermissionError, "access denied: path '" + std::string(path) + "' is outside the allowed directories");
  return false;
}

}  // namespace sl
