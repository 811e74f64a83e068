// _subprocess: starting programs, talking to them and waiting for them, for the module subprocess. What may be
// started the operator says in [exec] allow.
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <set>
#include <string>
#include <vector>

#include "core/env/command_policy.h"
#include "core/env/environment.h"
#include "core/vm/open_descriptors.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/child_processes.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kSliceMs = 20;  // how long a wait may go without looking at interruptions
constexpr size_t kPiece = 64 * 1024;

// Processes this environment started and has not waited for. They end with it.
struct Children {
  std::set<pid_t> pids;
  ~Children() {
    for (pid_t pid : pids) {
      if (::waitpid(pid, nullptr, WNOHANG) != 0) continue;
      ::kill(pid, SIGKILL);
      while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
      }
    }
  }
};

}  // namespace

void end_child_processes(Vm& vm) {
  for (pid_t pid : local<Children>(vm).pids) ::kill(pid, SIGKILL);
}

namespace {

struct Descriptor {  // closed at the end of its scope
  int fd = -1;
  Descriptor() = default;
  explicit Descriptor(int f) : fd(f) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

bool texts(Vm& vm, Value v, std::vector<std::string>* out) {
  List* l = as_list(v);
  for (size_t i = 0; l && i < l->size; ++i) {
    std::string_view text;
    if (!bytes_view(l->items[i], &text)) {
      vm.raise_type("a list of bytes is expected");
      return false;
    }
    if (text.find('\0') != std::string_view::npos) {
      vm.raise_value("embedded null byte");
      return false;
    }
    out->emplace_back(text);
  }
  return true;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& s : strings) out.push_back(s.data());
  out.push_back(nullptr);
  return out;
}

// `count` small integers, or any number of them (-1).
bool numbers(Vm& vm, Value v, int64_t count, std::vector<int>* out) {
  Tuple* t = as_tuple(v);
  bool fine = count < 0 || t->size == static_cast<size_t>(count);
  for (size_t i = 0; fine && i < t->size; ++i) {
    int64_t n;
    if (!vm.to_index(t->items[i], &n)) return false;
    fine = n >= -1 && n <= INT_MAX;
    out->push_back(static_cast<int>(n));
  }
  if (!fine) vm.raise_value("bad value(s) in fds_to_keep");
  return fine;
}

bool permitted(Vm& vm, const std::string& program, const std::vector<std::string>& argv) {
  const auto& policy = Environment::of(vm).profile().commands;
  std::vector<std::string> arguments(argv.begin() + !argv.empty(), argv.end());
  if (policy && !program.empty() && policy->permits(program, arguments)) return true;
  if (policy && program.empty()) return true;  // there is none: the caller says so
  std::string shown = argv.empty() ? program : argv[0];
  vm.raise(errors().PermissionError, policy ? "command '" + shown + "' with these arguments is not permitted by [exec] allow"
                                            : "running commands is off: '" + shown + "' has to be permitted by the key allow in [exec], or by --allow-exec");
  return false;
}

// What the child does between fork and exec.
struct Actions {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  Actions() {
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
  }
  ~Actions() {
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
  }
};

void close_others(Actions& actions, const std::set<int>& kept) {
  if (kept.empty()) {
    ::posix_spawn_file_actions_addclosefrom_np(&actions.files, 3);
    return;
  }
  if (DIR* d = ::opendir("/proc/self/fd")) {
    while (dirent* e = ::readdir(d)) {
      int fd = std::atoi(e->d_name);
      if (fd > 2 && fd != ::dirfd(d) && !kept.contains(fd)) ::posix_spawn_file_actions_addclose(&actions.files, fd);
    }
    ::closedir(d);
  }
  for (int fd : kept) ::posix_spawn_file_actions_adddup2(&actions.files, fd, fd);  // clears close-on-exec
}

// argv, executable or None, directories, cwd or None, environment, (stdin, stdout, stderr) or -1 each, close_fds,
// pass_fds, process group or -1, new session
Value spawn(Vm& vm, Value* args) {
  std::vector<std::string> argv, directories, environment;
  if (!texts(vm, args[0], &argv) || !texts(vm, args[2], &directories) || !texts(vm, args[4], &environment)) return {};
  if (argv.empty()) return vm.raise(errors().IndexError, "list index out of range");
  std::vector<int> ends, passed;
  if (!numbers(vm, args[5], 3, &ends) || !numbers(vm, args[7], -1, &passed)) return {};
  std::string_view text;
  std::string name = bytes_view(args[1], &text) ? std::string(text) : argv[0];
  std::string cwd = bytes_view(args[3], &text) ? std::string(text) : std::string();
  std::string looked = !cwd.empty() && name.find('/') != std::string::npos && name[0] != '/' ? cwd + "/" + name : name;
  std::string program = find_program(looked, directories);
  int missing = program.empty() ? errno : 0;
  if (!permitted(vm, program, argv)) return {};
  if (!cwd.empty() && !vm.host->check_path(vm, cwd)) return {};
  struct stat info;
  if (!cwd.empty() && ::stat(cwd.c_str(), &info) < 0) return vm.raise_os(errno, cwd);
  if (!cwd.empty() && !S_ISDIR(info.st_mode)) return vm.raise_os(ENOTDIR, cwd);
  if (missing) return vm.raise_os(missing, name);

  Actions actions;
  Descriptor moved[3];
  for (int i = 0; i < 3; ++i) {
    if (ends[static_cast<size_t>(i)] < 0) continue;
    moved[i].fd = ::fcntl(ends[static_cast<size_t>(i)], F_DUPFD_CLOEXEC, 3);
    if (moved[i].fd < 0) return vm.raise_os(errno, "");
    ::posix_spawn_file_actions_adddup2(&actions.files, moved[i].fd, i);
  }
  if (!cwd.empty()) ::posix_spawn_file_actions_addchdir_np(&actions.files, cwd.c_str());
  std::set<int> kept(passed.begin(), passed.end());
  if (args[6].is_true()) close_others(actions, kept);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&actions.attributes, &none);
  ::posix_spawnattr_setsigdefault(&actions.attributes, &all);
  int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  if (args[8].i >= 0) {
    flags |= POSIX_SPAWN_SETPGROUP;
    ::posix_spawnattr_setpgroup(&actions.attributes, static_cast<pid_t>(args[8].i));
  }
  if (args[9].is_true()) flags |= POSIX_SPAWN_SETSID;
  ::posix_spawnattr_setflags(&actions.attributes, static_cast<short>(flags));

  vm.host->flush_out();
  pid_t pid;
  int error = ::posix_spawn(&pid, program.c_str(), &actions.files, &actions.attributes, pointers(argv).data(), pointers(environment).data());
  if (error) return vm.raise_os(error, name);
  local<Children>(vm).pids.insert(pid);
  return Value::integer(pid);
}

bool interrupted(const Vm& vm) { return as_exception(vm.pending) && vm.type_of(vm.pending) == errors().ExecutionInterrupted; }

// Runs `step` without the lock, in slices, until it says so or the time is up. False: raised.
template <class Step>
bool in_slices(Vm& vm, double seconds, Step step) {
  auto start = Clock::now();
  while (true) {
    double left = seconds < 0 ? 1 : seconds - std::chrono::duration<double>(Clock::now() - start).count();
    int slice = left <= 0 ? 0 : left * 1000 < kSliceMs ? static_cast<int>(left * 1000) + 1 : kSliceMs;
    vm.host->unlock(vm);
    bool done = step(slice);
    if (!vm.host->relock(vm) || !vm.poll()) {
      if (interrupted(vm)) end_child_processes(vm);
      return false;
    }
    if (done || left <= 0) return true;
  }
}

double seconds_of(Value v) { return v.is_float() ? v.f : v.is_int() ? static_cast<double>(v.i) : -1; }

// pid, seconds or None: the status as waitpid() gives it, -1 when it was taken already, None when the time is up.
Value wait_for(Vm& vm, Value* args) {
  auto pid = static_cast<pid_t>(args[0].i);
  auto& pids = local<Children>(vm).pids;
  if (!pids.contains(pid)) return Value::integer(-1);
  int status = 0;
  auto take = [&] { return ::waitpid(pid, &status, WNOHANG); };
  pid_t taken = take();
  double seconds = seconds_of(args[1]);
  if (taken == 0 && (args[1].is_none() || seconds > 0)) {
    Descriptor ended(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    bool fine = in_slices(vm, args[1].is_none() ? -1 : std::max(seconds, 0.0), [&](int slice) {
      pollfd p{ended.fd, POLLIN, 0};
      ::poll(&p, ended.fd >= 0 ? 1 : 0, ended.fd >= 0 ? slice : std::min(slice, 1));
      return (taken = take()) != 0;
    });
    if (!fine) return {};
  }
  if (taken == 0) return Value::none();
  pids.erase(pid);
  return Value::integer(taken < 0 ? -1 : status);
}

Value send_signal(Vm& vm, Value* args) {
  auto pid = static_cast<pid_t>(args[0].i);
  if (!local<Children>(vm).pids.contains(pid)) return Value::none();
  return ::kill(pid, static_cast<int>(args[1].i)) < 0 ? vm.raise_os(errno, "") : Value::none();
}

void set_nonblocking(int fd) {
  int flags = fd < 0 ? -1 : ::fcntl(fd, F_GETFL);
  if (flags >= 0) ::fcntl(fd, F_SETFL, flags | O_NONBLOCK);
}

// Feeds and drains pipes at the same time: (stdin or -1, data, offset, stdout or -1, stderr or -1, seconds or None).
// Gives (bytes of data written, output, errors, stdout open, stderr open) when an end is reached or the time is up.
Value transfer(Vm& vm, Value* args) {
  int in = static_cast<int>(args[0].i), fds[2] = {static_cast<int>(args[3].i), static_cast<int>(args[4].i)};
  std::string_view given;
  if (!bytes_view(args[1], &given)) return vm.raise_type("memoryview: a bytes-like object is required, not '" + type_name_of(vm, args[1]) + "'");
  size_t offset = std::min(static_cast<size_t>(std::max<int64_t>(args[2].i, 0)), given.size());
  std::string data(given.substr(offset)), output[2];
  size_t done = 0;
  bool open[2] = {fds[0] >= 0, fds[1] >= 0}, feeding = in >= 0, ended = false;
  for (int fd : {in, fds[0], fds[1]}) set_nonblocking(fd);
  std::vector<char> piece(kPiece);
  auto feed = [&] {
    ssize_t n = ::write(in, data.data() + done, data.size() - done);
    if (n >= 0)
      done += static_cast<size_t>(n);
    else if (errno != EAGAIN && errno != EINTR)
      done = data.size();  // nobody reads any more
    return done == data.size();
  };
  auto drain = [&](int i) {
    ssize_t n = ::read(fds[i], piece.data(), piece.size());
    if (n > 0) output[i].append(piece.data(), static_cast<size_t>(n));
    if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) open[i] = false;
    return !open[i];
  };
  auto step = [&](int slice) {
    pollfd p[3];
    int which[3], n = 0;
    if (feeding) p[n] = {in, POLLOUT, 0}, which[n++] = 2;
    for (int i = 0; i < 2; ++i)
      if (open[i]) p[n] = {fds[i], POLLIN, 0}, which[n++] = i;
    if (::poll(p, static_cast<nfds_t>(n), slice) <= 0) return false;
    for (int i = 0; i < n; ++i) {
      if (!p[i].revents) continue;
      ended |= which[i] == 2 ? feed() : drain(which[i]);
    }
    return ended || output[0].size() + output[1].size() > 64 * kPiece;
  };
  if (feeding || open[0] || open[1])
    if (!in_slices(vm, args[5].is_none() ? -1 : std::max(seconds_of(args[5]), 0.0), step)) return {};
  if (!vm.check_alloc(output[0].size() + output[1].size())) return {};
  Value row[] = {Value::integer(static_cast<int64_t>(offset + done)), Value::object(vm.new_bytes(output[0])), Value::object(vm.new_bytes(output[1])), Value::boolean(open[0]),
                 Value::boolean(open[1])};
  return Value::object(vm.new_tuple(row, 5));
}

const MethodDef kFunctions[] = {
    {"spawn(argv: list, executable, directories: list, cwd, environment: list, ends: tuple, close_fds: bool, pass_fds: tuple, group: int, session: bool, /)", spawn, kNativeUnsafe},
    {"wait(pid: int, seconds: float | None, /)", wait_for, kNativeUnsafe},
    {"send_signal(pid: int, number: int, /)", send_signal, kNativeUnsafe},
    {"transfer(stdin: int, data, offset: int, stdout: int, stderr: int, seconds: float | None, /)", transfer, kNativeUnsafe},
};

}  // namespace

void register_subprocess_module() { define_module({.name = "_subprocess", .doc = "Processes, for the module subprocess.", .functions = kFunctions}); }

}  // namespace sl
