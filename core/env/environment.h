// One isolated environment: a Vm with its lock, limits, module instances and output.
// Opened from a pool, used by one thread at a time, closed back into the pool.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/env/parcel.h"
#include "core/lang/compile.h"
#include "core/vm/vm.h"

namespace sl {

class Environment;
struct CommandPolicy;  // command_policy.h

// What an environment is opened with; a named profile comes from the configuration.
struct Profile {
  Limits limits;
  std::vector<std::string> library_path;  // searched for modules, in order
  std::vector<std::string> argv;
  std::shared_ptr<const std::vector<std::string>> allowed_paths;    // null: everything; empty: nothing
  std::vector<std::string> disabled_modules;                        // dotted prefixes
  std::shared_ptr<const std::vector<std::string>> allowed_modules;  // null: all; else only those below these prefixes
  std::shared_ptr<const CommandPolicy> commands;                    // null: no command may be run
  bool sandboxed = false;                                           // hides eval, exec, compile, open ... and unsafe natives
  bool scriptling_dialect = false;
  bool dev = false;  // check module files at every import
};

// Where print goes. Writes are whole: one call is one uninterrupted piece of output.
class OutputSink {
 public:
  virtual ~OutputSink() = default;
  virtual void write(std::string_view text) = 0;
  virtual void flush() {}
};
// Process-wide and locked. stdout is flushed at each newline on a terminal; elsewhere when 64 KB
// are waiting, before a wait, at the end of a run, and at exit.
const std::shared_ptr<OutputSink>& stdout_sink();
const std::shared_ptr<OutputSink>& stderr_sink();

struct RunResult {
  bool ok = true;
  int exit_status = 0;                    // of sys.exit, else 0 or 1
  bool exited = false;                    // sys.exit was called
  std::string error_type, error_message;  // when !ok
  std::string traceback;                  // CPython's text
};

class Environment final : public HostHooks {
 public:
  // From the pool. The first form costs about a microsecond; the second copies the profile.
  static std::unique_ptr<Environment, void (*)(Environment*)> open(std::shared_ptr<const Profile> profile);
  static std::unique_ptr<Environment, void (*)(Environment*)> open(const Profile& profile);

  Vm vm;

  // The environment's lock, recursive for its thread. Everything below but interrupt() needs it.
  void lock();
  void unlock_all();  // give up whatever depth this thread holds (around a wait)
  bool relock_all();  // false: raised (cancelled, out of time, shutting down)
  void unlock_one();

  // Runs source as the main module (path for messages, or "<string>"). Parse errors come back in the result.
  RunResult run_main(std::string_view source, const std::string& path, Value* last = nullptr);
  // Runs a module, or the __main__ of a package, as the main script: what -m does. `problem`: why there is none to run.
  RunResult run_main_module(const std::string& dotted, std::string* problem);
  void finish_main();  // once its result was reported: waits for the script's threads, runs its exit functions
  // Runs more code in the main module, made when there is none; its globals stay. *last gets the value
  // of the last expression. False: raised, SyntaxError included.
  bool exec(std::string_view source, const std::string& path, Value* last = nullptr, CompileMode mode = CompileMode::Module);
  Module* open_main(std::string_view path);  // the module exec() runs in
  // Imports the longest module prefix of "a.b.c.fn" and walks attributes; unset: raised.
  Value resolve(std::string_view dotted);
  Value import(std::string_view dotted);
  RunResult failure();  // takes the pending exception of vm

  // From any thread. Bits: Interrupt. The reason becomes the message ("execution timeout").
  void interrupt(uint32_t bits, std::string_view reason);
  // Called (on the interrupting thread) when a wait must end early.
  uint64_t on_cancel(std::function<void()> wake);
  void off_cancel(uint64_t id);
  void resume();                   // lifts an interruption: budgets are full again, the deadline is gone
  uint64_t deadline_ns() const;    // steady clock; UINT64_MAX: none
  void set_deadline(uint64_t ns);  // arms the watchdog

  const Profile& profile() const { return *profile_; }
  // Null: the process's own. Kept until the environment is closed.
  void set_output(std::shared_ptr<OutputSink> out, std::shared_ptr<OutputSink> err);
  Module* main_module = nullptr;

  // HostHooks
  void write_out(std::string_view text) override;
  void write_err(std::string_view text) override;
  void flush_out() override;
  Value import_module(Vm& vm, Str* name) override;
  void unlock(Vm& vm) override;
  bool relock(Vm& vm) override;
  bool sleep(Vm& vm, double seconds) override;
  bool check_path(Vm& vm, std::string_view path) override;
  const std::vector<std::string>& argv() const override;

  // For code that only has the Vm.
  static Environment& of(Vm& vm) { return *static_cast<Environment*>(vm.host); }

  explicit Environment();  // use open()
  ~Environment() override;
  void reset();  // back to the fresh state, memory retained up to the pool's limit

 private:
  RunResult run_as_main(const std::shared_ptr<ModuleCode>& code, const std::string& path, Value package, Value* last);
  void begin(std::shared_ptr<const Profile> profile);  // takes the profile's limits and arms the deadline
  void hide_builtins(Module* module);                  // sandboxed: eval, open ... become undefined names
  Value run_code(Str* name, const std::shared_ptr<ModuleCode>& code, Value file, std::string_view directory);
  Value load_module(Str* name, Module* parent, std::string_view wanted);
  Value load_by_finders(Str* name, Value parent);
  std::shared_ptr<const Profile> profile_;
  bool asking_finders_ = false;
  struct Impl;
  std::unique_ptr<Impl> impl_;
  friend class EnvironmentPool;
};
using EnvironmentPtr = std::unique_ptr<Environment, void (*)(Environment*)>;

// What the pool keeps. Parked environments beyond the count, and blocks beyond the bytes, are freed.
struct PoolLimits {
  size_t environments = 64;
  size_t bytes_each = 4u << 20;
};
void set_pool_limits(const PoolLimits& limits);
void drain_pool();  // frees every parked environment

// Holds the lock for a scope.
struct EnvLock {
  explicit EnvLock(Environment& e) : env(e) { env.lock(); }
  ~EnvLock() { env.unlock_one(); }
  Environment& env;
};

}  // namespace sl
