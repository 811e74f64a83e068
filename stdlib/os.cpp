// _os: the file system and process as the modules os and os.path see them. Every path passes the guard.
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstring>
#include <string>

#include "core/vm/open_descriptors.h"
#include "core/vm/file.h"
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
  flush_pending_files(vm);
  *out = text;
  return vm.host->check_path(vm, *out);
}

// stat(path): (mode, size, mtime, atime, ctime, inode, links, uid, gid), or None when there is nothing.
// mode, size, times, inode, links, owner, device, times in nanoseconds, blocks, block size, special device
Value stat_value(Vm& vm, const struct stat& s) {
  auto seconds = [](const timespec& t) { return Value::number(static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9); };
  auto nanoseconds = [](const timespec& t) { return Value::integer(t.tv_sec * 1'000'000'000 + t.tv_nsec); };
  auto number = [](auto n) { return Value::integer(static_cast<int64_t>(n)); };
  return Value::object(vm.new_tuple({number(s.st_mode), number(s.st_size), seconds(s.st_mtim), seconds(s.st_atim), seconds(s.st_ctim), number(s.st_ino), number(s.st_nlink),
                                     number(s.st_uid), number(s.st_gid), number(s.st_dev), nanoseconds(s.st_mtim), nanoseconds(s.st_atim), nanoseconds(s.st_ctim),
                                     number(s.st_blocks), number(s.st_blksize), number(s.st_rdev)}));
}

Value stat_descriptor(Vm& vm, Value* args) {
  struct stat s;
  return ::fstat(static_cast<int>(args[0].i), &s) < 0 ? vm.raise_os(errno, "") : stat_value(vm, s);
}

Value seek_descriptor(Vm& vm, Value* args) {
  off_t at = ::lseek(static_cast<int>(args[0].i), args[1].i, static_cast<int>(args[2].i));
  return at < 0 ? vm.raise_os(errno, "") : Value::integer(at);
}

Value truncate_descriptor(Vm& vm, Value* args) { return ::ftruncate(static_cast<int>(args[0].i), args[1].i) < 0 ? vm.raise_os(errno, "") : Value::none(); }
Value sync_descriptor(Vm& vm, Value* args) { return ::fsync(static_cast<int>(args[0].i)) < 0 ? vm.raise_os(errno, "") : Value::none(); }

Value stat_path(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  struct stat s;
  int r = args[1].is_true() ? ::stat(path.c_str(), &s) : ::lstat(path.c_str(), &s);
  if (r < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return Value::none();
    return vm.raise_os(errno, path);
  }
  return stat_value(vm, s);
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

// An error about two paths.
Value raise_for(Vm& vm, int number, const std::string& from, const std::string& to) {
  char buffer[256];
  Value text = vm.str_value(strerror_r(number, buffer, sizeof buffer));
  Value e = vm.call(Value::object(errors().OSError), {Value::integer(number), text, vm.str_value(from), Value::none(), vm.str_value(to)});
  return e.is_unset() ? e : vm.raise(e);
}

Value rename_path(Vm& vm, Value* args) {
  std::string from, to;
  if (!path_arg(vm, args[0], &from) || !path_arg(vm, args[1], &to)) return Value();
  return ::rename(from.c_str(), to.c_str()) < 0 ? raise_for(vm, errno, from, to) : Value::none();
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

Value change_mode(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  return ::chmod(path.c_str(), static_cast<mode_t>(args[1].i)) < 0 ? vm.raise_os(errno, path) : Value::none();
}

template <int (*F)(const char*, const char*)>
Value on_paths(Vm& vm, Value* args) {
  std::string from, to;
  if (!path_arg(vm, args[0], &from) || !path_arg(vm, args[1], &to)) return Value();
  return F(from.c_str(), to.c_str()) < 0 ? raise_for(vm, errno, from, to) : Value::none();
}

Value read_link(Vm& vm, Value* args) {
  std::string path;
  char target[4096];
  if (!path_arg(vm, args[0], &path)) return Value();
  ssize_t n = ::readlink(path.c_str(), target, sizeof target);
  return n < 0 ? vm.raise_os(errno, path) : bytes_decode(vm, {target, static_cast<size_t>(n)}, "utf-8", "surrogateescape");
}

Value set_times(Vm& vm, Value* args) {  // path, (accessed, modified) or None
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  if (!args[1].is_none()) {
    Tuple* given = as_tuple(args[1]);
    if (!given || given->size != 2) return vm.raise_type("utime: 'times' must be either a tuple of two ints or None");
    for (int i = 0; i < 2; ++i) {
      double seconds;
      if (!real_arg(vm, given->items[i], &seconds)) return Value();
      if (!(seconds > -1e12 && seconds < 1e12)) return vm.raise(errors().OverflowError, "timestamp out of range");
      double whole = std::floor(seconds);
      times[i] = {static_cast<time_t>(whole), static_cast<long>((seconds - whole) * 1e9)};
    }
  }
  return ::utimensat(AT_FDCWD, path.c_str(), times, 0) < 0 ? vm.raise_os(errno, path) : Value::none();
}

Value system_name(Vm& vm, Value*) {
  utsname u{};
  if (::uname(&u) < 0) return vm.raise_os(errno, "");
  return Value::object(vm.new_tuple({vm.str_value(u.sysname), vm.str_value(u.nodename), vm.str_value(u.release), vm.str_value(u.version), vm.str_value(u.machine)}));
}

Value disk_space(Vm& vm, Value* args) {
  std::string path;
  struct statvfs s;
  if (!path_arg(vm, args[0], &path)) return Value();
  if (::statvfs(path.c_str(), &s) < 0) return vm.raise_os(errno, path);
  auto unit = static_cast<int64_t>(s.f_frsize);
  return Value::object(vm.new_tuple({Value::integer(static_cast<int64_t>(s.f_blocks) * unit), Value::integer(static_cast<int64_t>(s.f_bavail) * unit)}));
}

Value open_descriptor(Vm& vm, Value* args) {  // path, flags, mode
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  int fd = ::open(path.c_str(), static_cast<int>(args[1].i) | O_CLOEXEC, static_cast<mode_t>(args[2].i));
  if (fd < 0) return vm.raise_os(errno, path);
  local<OpenDescriptors>(vm).fds.insert(fd);
  return Value::integer(fd);
}

Value close_descriptor(Vm& vm, Value* args) {
  if (args[0].i <= 2) return vm.raise_os(EBADF, "");
  local<OpenDescriptors>(vm).fds.erase(static_cast<int>(args[0].i));
  return ::close(static_cast<int>(args[0].i)) < 0 ? vm.raise_os(errno, "") : Value::none();
}

// The two ends of a new pipe, which open() takes as the environment's own.
Value make_pipe(Vm& vm, Value*) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) < 0) return vm.raise_os(errno, "");
  local<OpenDescriptors>(vm).fds.insert(ends, ends + 2);
  return Value::object(vm.new_tuple({Value::integer(ends[0]), Value::integer(ends[1])}));
}

Value duplicate_descriptor(Vm& vm, Value* args) {
  int fd = ::fcntl(static_cast<int>(args[0].i), F_DUPFD_CLOEXEC, 3);
  if (fd < 0) return vm.raise_os(errno, "");
  local<OpenDescriptors>(vm).fds.insert(fd);
  return Value::integer(fd);
}

Value set_mask(Vm&, Value* args) { return Value::integer(::umask(static_cast<mode_t>(args[0].i & 0777))); }

Value change_owner(Vm& vm, Value* args) {
  std::string path;
  if (!path_arg(vm, args[0], &path)) return Value();
  return ::chown(path.c_str(), static_cast<uid_t>(args[1].i), static_cast<gid_t>(args[2].i)) < 0 ? vm.raise_os(errno, path) : Value::none();
}

Value system_text(Vm& vm, Value* args) {
  int name = as_str(args[0])->view() == "CS_GNU_LIBC_VERSION" ? _CS_GNU_LIBC_VERSION : as_str(args[0])->view() == "CS_PATH" ? _CS_PATH : -1;
  if (name < 0) return vm.raise_value("unrecognized configuration name");
  char text[256];
  size_t n = ::confstr(name, text, sizeof text);
  return n && n <= sizeof text ? vm.str_value(text) : Value::none();
}

// Waits without the lock until a descriptor can be read or written, as a pipe whose other end is this script's own.
bool await(Vm& vm, int fd, short events) {
  int flags = ::fcntl(fd, F_GETFL);
  if (flags < 0 || flags & O_NONBLOCK) return true;
  while (true) {
    pollfd p{fd, events, 0};
    int ready = ::poll(&p, 1, 0);
    if (ready == 0) {
      vm.host->unlock(vm);
      ready = ::poll(&p, 1, 50);
      if (!vm.host->relock(vm)) return false;
    }
    if (!vm.poll()) return false;
    if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
  }
}

Value write_descriptor(Vm& vm, Value* args) {
  std::string_view data;
  if (!bytes_view(args[1], &data)) return vm.raise_type("a bytes-like object is required, not '" + type_name_of(vm, args[1]) + "'");
  std::string copy(data);  // a bytearray may change meanwhile
  int fd = static_cast<int>(args[0].i);
  struct stat info;
  bool file = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
  size_t done = 0;
  do {  // a pipe that is ready takes this much at once
    if (!file && !await(vm, fd, POLLOUT)) return Value();
    ssize_t n = ::write(fd, copy.data() + done, file ? copy.size() : std::min<size_t>(copy.size() - done, PIPE_BUF));
    if (n < 0 && done) break;
    if (n < 0) return vm.raise_os(errno, "");
    done += static_cast<size_t>(n);
  } while (!file && done < copy.size());
  return Value::integer(static_cast<int64_t>(done));
}

Value read_descriptor(Vm& vm, Value* args) {
  if (args[1].i < 0 || !vm.check_alloc(static_cast<size_t>(args[1].i))) return vm.raised() ? Value() : vm.raise_os(EINVAL, "");
  std::string data(static_cast<size_t>(args[1].i), '\0');
  if (!await(vm, static_cast<int>(args[0].i), POLLIN)) return Value();
  ssize_t n = ::read(static_cast<int>(args[0].i), data.data(), data.size());
  return n < 0 ? vm.raise_os(errno, "") : Value::object(vm.new_bytes(std::string_view(data).substr(0, static_cast<size_t>(n))));
}

Value user_id(Vm&, Value*) { return Value::integer(::getuid()); }
Value group_id(Vm&, Value*) { return Value::integer(::getgid()); }
Value parent_id(Vm&, Value*) { return Value::integer(::getppid()); }
Value is_terminal(Vm&, Value* args) { return Value::boolean(::isatty(static_cast<int>(args[0].i)) == 1); }
Value error_text(Vm& vm, Value* args) { return vm.str_value(std::strerror(static_cast<int>(args[0].i))); }

Value process_id(Vm&, Value*) { return Value::integer(::getpid()); }
Value processors(Vm&, Value*) { return Value::integer(::sysconf(_SC_NPROCESSORS_ONLN)); }

const MethodDef kFunctions[] = {
    {"stat(path, follow, /)", stat_path, kNativeUnsafe},
    {"fstat(fd: int, /)", stat_descriptor, kNativeUnsafe},
    {"lseek(fd: int, position: int, how: int, /)", seek_descriptor, kNativeUnsafe},
    {"ftruncate(fd: int, length: int, /)", truncate_descriptor, kNativeUnsafe},
    {"fsync(fd: int)", sync_descriptor, kNativeUnsafe},
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
    {"chdir(path, /)", on_path<::chdir>, kNativeUnsafe},
    {"chmod(path, mode: int, /)", change_mode, kNativeUnsafe},
    {"symlink(src, dst, /)", on_paths<::symlink>, kNativeUnsafe},
    {"link(src, dst, /)", on_paths<::link>, kNativeUnsafe},
    {"readlink(path, /)", read_link, kNativeUnsafe},
    {"utime(path, times=None, /)", set_times, kNativeUnsafe},
    {"uname()", system_name, kNativeUnsafe},
    {"_disk(path, /)", disk_space, kNativeUnsafe},
    {"open(path, flags: int, mode: int = 511)", open_descriptor, kNativeUnsafe},
    {"close(fd: int)", close_descriptor, kNativeUnsafe},
    {"read(fd: int, length: int, /)", read_descriptor, kNativeUnsafe},
    {"write(fd: int, data, /)", write_descriptor, kNativeUnsafe},
    {"pipe()", make_pipe, kNativeUnsafe},
    {"dup(fd: int, /)", duplicate_descriptor, kNativeUnsafe},
    {"umask(mask: int, /)", set_mask, kNativeUnsafe},
    {"chown(path, uid: int, gid: int)", change_owner, kNativeUnsafe},
    {"confstr(name: str, /)", system_text},
    {"getuid()", user_id, kNativeUnsafe},
    {"geteuid()", user_id, kNativeUnsafe},
    {"getgid()", group_id, kNativeUnsafe},
    {"getppid()", parent_id, kNativeUnsafe},
    {"isatty(fd: int, /)", is_terminal, kNativeUnsafe},
    {"strerror(code: int, /)", error_text},
    {"cpu_count()", processors},
};

}  // namespace

void register_os_module() {
  ModuleDef module{.name = "_os", .doc = "Files and the process.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
