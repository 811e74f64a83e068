// Where the process stands between start and end, and who waits for it.
//
//   starting -> (setup script runs) -> ready -> stopping
//
// Ready: the setup script ended or called start_server(); in script mode, from the beginning. Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace sl {

class Environment;

class Lifecycle {
 public:
  static Lifecycle& get();

  void set_server_mode(bool on);
  bool server_mode() const;

  // The setup script's environment: only there start_server() means something.
  void set_setup(const Environment* env);
  bool is_setup(const Environment* env) const;

  // start_server() or the end of the setup script; later calls do nothing. True the first time.
  bool request_ready();
  void wait_ready_requested();  // also returns when stopping
  bool ready_requested() const;
  // All plugins are started: runs the on_ready callbacks.
  void announce_ready();
  bool running() const;  // ready announced and not stopping

  // First call wins. Runs the on_stopping callbacks on the calling thread.
  void request_stop(int exit_status);
  bool stopping() const;
  int exit_status() const;
  // Until stopping; false after `timeout`. Negative: no limit. `quit` ends the wait early (checked under the lock).
  bool wait_stopping(double seconds, const std::function<bool()>& quit = nullptr);
  void wake();  // makes wait_stopping look at `quit`

  void on_ready(std::function<void()> fn);     // at once when already announced
  void on_stopping(std::function<void()> fn);  // at once when already stopping
  void on_reload(std::function<void()> fn);    // each time SIGHUP arrives
  void announce_reload();

  void reset();  // tests

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool server_ = false, asked_ = false, announced_ = false, stopping_ = false;
  int status_ = 0;
  const Environment* setup_ = nullptr;
  std::vector<std::function<void()>> on_ready_, on_stopping_, on_reload_;
};

}  // namespace sl
