// An environment a script drives: it sets variables, runs code, reads variables back.
#pragma once

#include <scriptling/plugin.hpp>

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

namespace sandbox {

struct Options {
  bool capture = false;           // keep printed text for output(), and print it as the caller
  double timeout = 0;             // seconds per run; 0: none
  uint64_t memory = 0, fuel = 0;  // 0: the configuration's
  bool paths_listed = false, modules_listed = false;
  std::vector<std::string> paths, modules;
};

class Sandbox final : public scriptling::Counted {
 public:
  // Opens the environment below the caller's: no more rights than it has, interrupted with it.
  Sandbox(scriptling::Call& c, const Options& options);
  ~Sandbox() override;

  void set(scriptling::Call& c);
  scriptling::Value get(scriptling::Call& c);
  void exec(scriptling::Call& c);
  void exec_file(scriptling::Call& c);
  int64_t exit_code(scriptling::Call& c);
  scriptling::Value error(scriptling::Call& c);
  std::string output(scriptling::Call& c);
  void close(scriptling::Call& c);

 private:
  class Use;
  void run(scriptling::Call& c, sl_env* env, const std::string& code, const std::string& file, double timeout);
  void take_failure(sl_env* env);
  void finish(int exit_code, std::string error);
  void add_output(std::string_view text);
  void echo(scriptling::Call& c);

  const double timeout_;
  const bool capture_;

  std::mutex mutex_;  // of what follows; never held while the host is called
  std::condition_variable unused_;
  sl_env* env_ = nullptr;  // null: closed
  int users_ = 0;          // calls that work with env_
  std::string output_, echo_;
  bool truncated_ = false;
  std::string error_;
  int exit_code_ = 0;
};

// Environments of sandboxes that were garbage-collected are closed on a thread of their own: an object
// dies in the middle of its owner's collection, where no environment may be waited for.
void start_reaper();
void stop_reaper();

}  // namespace sandbox
