// _os: the file system and process as the modules os and os.path see them. Every path passes the guard.
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"

extern char** environ;

namespace sl {
namespace {

// The checked text of a path; false: raised.
bool path_arg(Vm& vm, Value v, std::string* out) {
  std::string_view text;
  if (Str* s = as_str(v)) {
    text = s->view();
  } else if (!bytes_view(v, &text)) {
    Value made = vm.call_special(v, names().__fspath__);
    if (made.is_unset() || !as_str(made)) {
      if (!vm.raised()) vm.raise_type("expected str, bytes or os.PathLike object, not " + type_name_of(vm, v));
      return false;
    }
    text = as_str(made)->view();
  }
  if (text.find('\0') != std::string_view::npos) {
    vm.raise_value("embedded null byte");
    return false;
  }
  *out = text;
  return vm.host->check_path(vm, *out);
}

// stat(path): (mode, size, mtime, atime, ctime, inode, links, uid, gid), or None when there is nothing.
Value stat_path(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  struct stat s;
  int r = args[1].is_true() ? ::stat(path.c_str(), &s) : ::lstat(path.c_str(), &s);
  if (r < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return Value::none();
    return vm.raise_os(errno, path);
  }
  auto seconds = [](const timespec& t) { return Value::number(static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9); };
  return Value::object(
      vm.new_tuple({Value::integer(s.st_mode), Value::integer(s.st_size), seconds(s.st_mtim), seconds(s.st_atim), seconds(s.st_ctim),
                    Value::integer(static_cast<int64_t>(s.st_ino)), Value::integer(static_cast<int64_t>(s.st_nlink)), Value::integer(s.st_uid), Value::integer(s.st_gid)}));
}

Value list_directory(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  DIR* d = ::opendir(path.c_str());
  if (!d) return vm.raise_os(errno, path);
  List* names = vm.new_list();
  while (dirent* e = ::readdir(d)) {
    std::string_view name = e->d_name;
    if (name == "." || name == "..") continue;
    Value v = bytes_decode(vm, name, "utf-8", "surrogateescape");
    if (v.is_unset()) break;
    list_append(vm, names, v);
  }
  ::closedir(d);
  return vm.raised() ? Value() : Value::object(names);
}

template <int (*F)(const char*)>
Value on_path(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  return F(path.c_str()) < 0 ? vm.raise_os(errno, path) : Value::none();
}

Value make_directory(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  return ::mkdir(path.c_str(), static_cast<mode_t>(args[1].i)) < 0 ? vm.raise_os(errno, path) : Value::none();
}

Value rename_path(Vm& vm, Value* args) {
  std::string from, to;
  if (!path_arg(vm, args[0], &from) || !path_arg(vm, args[1], &to)) return Value();
  return ::rename(from.c_str(), to.c_str()) < 0 ? vm.raise_os(errno, from) : Value::none();
}

Value working_directory(Vm& vm, Value*) {
  char path[4096];
  return ::getcwd(path, sizeof path) ? vm.str_value(path) : vm.raise_os(errno, ".");
}

Value real_path(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  char* found = ::realpath(path.c_str(), nullptr);
  if (!found) return args[0];
  Value v = vm.str_value(found);
  ::free(found);
  return v;
}

Value access_path(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  return Value::boolean(::access(path.c_str(), static_cast<int>(args[1].i)) == 0);
}

Value environment(Vm& vm, Value*) {
  Dict* d = vm.new_dict();
  for (char** e = environ; e && *e; ++e) {
    std::string_view entry = *e;
    size_t at = entry.find('=');
    if (at == std::string_view::npos) continue;
    Value key = bytes_decode(vm, entry.substr(0, at), "utf-8", "surrogateescape");
    Value value = bytes_decode(vm, entry.substr(at + 1), "utf-8", "surrogateescape");
    if (key.is_unset() || value.is_unset()) return Value();
    dict_set_str(vm, d, as_str(key), value);
  }
  return Value::object(d);
}

Value process_id(Vm&, Value*) { return Value::integer(::getpid()); }
Value processors(Vm&, Value*) { return Value::integer(::sysconf(_SC_NPROCESSORS_ONLN)); }

const MethodDef kFunctions[] = {
    {"stat(path, follow, /)", stat_path, kNativeUnsafe},
    {"listdir(path, /)", list_directory, kNativeUnsafe},
    {"mkdir(path, mode: int, /)", make_directory, kNativeUnsafe},
    {"rmdir(path, /)", on_path<::rmdir>, kNativeUnsafe},
    {"unlink(path, /)", on_path<::unlink>, kNativeUnsafe},
    {"rename(from_, to, /)", rename_path, kNativeUnsafe},
    {"getcwd()", working_directory, kNativeUnsafe},
    {"realpath(path, /)", real_path, kNativeUnsafe},
    {"access(path, mode: int, /)", access_path, kNativeUnsafe},
    {"environ()", environment, kNativeUnsafe},
    {"getpid()", process_id, kNativeUnsafe},
    {"cpu_count()", processors},
};

}  // namespace

void register_os_module() {
  ModuleDef module{.name = "_os", .doc = "Files and the process.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
