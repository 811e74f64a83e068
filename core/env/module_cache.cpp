#include "core/env/module_cache.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "core/env/watchdog.h"
#include "core/vm/runtime.h"

namespace sl {
namespace {

constexpr uint64_t kRecheckNs = 1'000'000'000;
constexpr size_t kMaxLookups = 4096;  // names are the scripts' choice
constexpr size_t kMaxFiles = 4096;

struct FileId {
  int64_t size = -1;
  int64_t mtime_ns = 0;
  uint64_t inode = 0;
  bool operator==(const FileId&) const = default;
};

bool identify(const std::string& path, FileId* out) {
  struct stat st;
  if (::stat(path.c_str(), &st) != 0 || !S_ISREG(st.st_mode)) return false;
  *out = {st.st_size, st.st_mtim.tv_sec * 1'000'000'000 + st.st_mtim.tv_nsec, st.st_ino};
  return true;
}

// One path: compiled under its own mutex, so that threads asking together wait for one compilation.
struct CompiledFile {
  std::mutex mutex;
  FileId id;
  std::shared_ptr<const ModuleFile> file;
};

struct Lookup {
  std::shared_ptr<const ModuleFile> file;  // null: not found
  uint64_t checked_ns = 0;
};

struct Cache {
  std::shared_mutex lookups_mutex;
  std::unordered_map<std::string, Lookup> lookups;
  std::mutex files_mutex;
  std::unordered_map<std::string, std::shared_ptr<CompiledFile>> files;
};

Cache& cache() {
  static auto* c = new Cache;
  return *c;
}

std::shared_ptr<const ModuleFile> compile_file(const std::string& path, bool is_package, bool dialect) {
  auto file = std::make_shared<ModuleFile>();
  file->path = path;
  if (is_package) file->directory = path.substr(0, path.rfind('/'));
  std::ifstream in(path, std::ios::binary);
  std::string source{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  CompileOptions options;
  options.path = path;
  options.scriptling_dialect = dialect;
  CompileResult result = compile_file_text(source, options);
  file->code = std::move(result.module);
  file->errors = std::move(result.errors);
  if (!file->code) return file;
  file->code->is_package = is_package;
  file->file_str = make_shared_str(path);
  // Slots for what every import sets, so that no instance needs its `extra` dict.
  for (Str* n : {names().__name__, names().__file__, names().__package__}) file->code->globals->slot_for(n);
  if (is_package) file->code->globals->slot_for(names().__path__);
  return file;
}

std::shared_ptr<const ModuleFile> compiled(const std::string& path, const FileId& id, bool is_package, bool dialect) {
  Cache& c = cache();
  std::shared_ptr<CompiledFile> entry;
  {
    std::lock_guard lock(c.files_mutex);
    if (c.files.size() > kMaxFiles) c.files.clear();
    auto& slot = c.files[dialect ? path + "\n" : path];
    if (!slot) slot = std::make_shared<CompiledFile>();
    entry = slot;
  }
  std::lock_guard lock(entry->mutex);
  if (!entry->file || entry->id != id) {
    entry->file = compile_file(path, is_package, dialect);
    entry->id = id;
  }
  return entry->file;
}

std::string with_slashes(std::string_view dotted) {
  std::string text(dotted);
  std::replace(text.begin(), text.end(), '.', '/');
  return text;
}

std::string in_directory(const std::string& directory, std::string_view rest) {
  std::string path = directory.empty() ? "." : directory;
  if (path.back() != '/') path += '/';
  return path.append(rest);
}

bool plain_name(std::string_view dotted) {
  return !dotted.empty() && dotted.find('/') == std::string_view::npos && dotted.find('\0') == std::string_view::npos && dotted.find("..") == std::string_view::npos &&
         dotted.front() != '.' && dotted.back() != '.';
}

std::shared_ptr<const ModuleFile> search(std::string_view dotted, const std::vector<std::string>& directories, bool dialect) {
  if (!plain_name(dotted)) return nullptr;
  std::string nested = with_slashes(dotted);
  bool has_dot = dotted.find('.') != std::string_view::npos;
  for (const std::string& directory : directories) {
    FileId id;
    std::string base = in_directory(directory, nested);
    if (std::string path = base + ".py"; identify(path, &id)) return compiled(path, id, false, dialect);
    if (std::string path = base + "/__init__.py"; identify(path, &id)) return compiled(path, id, true, dialect);
    if (!has_dot) continue;
    if (std::string path = in_directory(directory, dotted) + ".py"; identify(path, &id)) return compiled(path, id, false, dialect);
  }
  return nullptr;
}

}  // namespace

std::shared_ptr<const ModuleFile> locate_module(std::string_view dotted, const std::vector<std::string>& directories, bool scriptling_dialect, bool dev) {
  static thread_local std::string key;
  key.assign(dotted).push_back(scriptling_dialect ? '\1' : '\0');
  for (const std::string& d : directories) key.append(d).push_back('\0');
  Cache& c = cache();
  uint64_t now = steady_ns();
  if (!dev) {
    std::shared_lock lock(c.lookups_mutex);
    auto it = c.lookups.find(key);
    if (it != c.lookups.end() && now - it->second.checked_ns < kRecheckNs) return it->second.file;
  }
  std::shared_ptr<const ModuleFile> file = search(dotted, directories, scriptling_dialect);
  std::unique_lock lock(c.lookups_mutex);
  if (c.lookups.size() >= kMaxLookups) c.lookups.clear();
  c.lookups[key] = {file, now};
  return file;
}

ModuleLookup find_module(const std::string& dotted, const std::vector<std::string>& directories, bool scriptling_dialect, bool dev) {
  auto file = locate_module(dotted, directories, scriptling_dialect, dev);
  return file ? ModuleLookup{file->code, file->errors, file->path} : ModuleLookup{};
}

std::string locate_namespace(std::string_view dotted, const std::vector<std::string>& directories) {
  if (!plain_name(dotted)) return {};
  std::string nested = with_slashes(dotted);
  for (const std::string& directory : directories) {
    struct stat st;
    std::string path = in_directory(directory, nested);
    if (::stat(path.c_str(), &st) == 0 && S_ISDIR(st.st_mode)) return path;
  }
  return {};
}

}  // namespace sl
