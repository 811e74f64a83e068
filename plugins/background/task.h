// One background task: what to call with which arguments, and, later, how it ended.
#pragma once

#include <scriptling/plugin.hpp>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>

namespace background {

class Task final : public scriptling::Counted {
 public:
  enum State { Waiting, Pending, Running, Finished, Failed };  // Waiting: for the server to be ready

  // What the call needs. Exactly one of dotted, function and live is set.
  struct Work {
    std::string dotted;               // "module.function", resolved in the task's environment
    scriptling::Carrier function;     // a function taken out of the caller's environment
    scriptling::Parcel args, kwargs;  // for these two
    scriptling::OwnedEnv env;         // opened beforehand when the caller is sandboxed
    sl_env* shared = nullptr;         // run inside this environment, which is retained, instead
    scriptling::Ref live, live_args, live_kwargs;
  };

  Task(std::string name, std::string handler, Work work) : name_(std::move(name)), handler_(std::move(handler)), work_(std::move(work)) {}
  ~Task() override;

  const std::string& name() const { return name_; }
  const std::string& handler() const { return handler_; }
  State state();
  void set_state(State state);

  void run();                            // on a thread of the pool
  void cancel(const std::string& why);   // any thread; ends a running or a future run
  void abandon(const std::string& why);  // fails a task that never ran

  // Waits until the task ended; false: `seconds` (negative: no limit) passed. Raises when it never started.
  bool wait(scriptling::Call& c, double seconds);
  // After wait(): the result, or the task's error raised again.
  scriptling::Value result(scriptling::Call& c);

 private:
  struct Failure {
    std::string type, message, traceback;
    scriptling::Parcel args;      // of the exception, when they are transferable
    bool infrastructure = false;  // the task's code is not to blame: "async error: ..."
    bool cancelled = false;
  };

  bool enter(sl_env* env);  // false: cancelled before it began
  void leave();
  void run_isolated();
  void run_shared();
  State keep_failure(const scriptling::Env& env);
  void finish(State state);
  [[noreturn]] void raise_failure(scriptling::Call& c);

  const std::string name_, handler_;
  Work work_;

  std::mutex mutex_;
  std::condition_variable ended_;
  State state_ = Pending;
  // Written before finish(), read after it.
  scriptling::Parcel result_;
  scriptling::Ref live_result_;
  std::string untransferable_;  // why result_ is missing
  Failure failure_;
  std::chrono::steady_clock::time_point started_;

  // Apart from mutex_, because interrupting an environment may wake a wait that holds that one.
  std::mutex env_mutex_;
  sl_env* env_ = nullptr;
  std::optional<std::string> cancelled_;
};

}  // namespace background
