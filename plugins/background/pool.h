// Threads that run tasks. One thread per live task up to a limit, so that tasks may wait for each
// other; beyond it tasks queue. Idle threads stay for a minute.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>

#include "task.h"

namespace background {

using TaskPtr = scriptling::Handle<Task>;

class Pool {
 public:
  explicit Pool(size_t max_threads) : max_threads_(max_threads) {}

  // False after stop(). *queued tells that no thread was free for it.
  bool submit(TaskPtr task, bool* queued);
  bool has_live(const std::string& name);
  size_t unfinished();
  // Refuses further tasks, cancels the running ones and fails the queued ones.
  void cancel_all(const std::string& why);
  // Waits until no task runs (and, after cancel_all, no thread is left); at most `seconds`, negative: no limit. Returns the names of those left.
  std::vector<std::string> drain(double seconds);

 private:
  void work();

  const size_t max_threads_;
  std::mutex mutex_;
  std::condition_variable wake_, drained_;
  std::deque<TaskPtr> queue_;
  std::set<Task*> running_;  // each held by its thread
  size_t threads_ = 0, idle_ = 0;
  bool stopping_ = false;
};

}  // namespace background
