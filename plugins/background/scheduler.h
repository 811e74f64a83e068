// Decides when tasks start: at once, or, for tasks registered while a server sets itself up, when it
// is ready.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>

#include "pool.h"

namespace background {

class Scheduler {
 public:
  explicit Scheduler(size_t max_tasks) : pool_(max_tasks) {}

  // Starts the task, or keeps it until ready(); of those kept, one per name: the last.
  void schedule(TaskPtr task);
  void start(TaskPtr task);
  void ready();
  // Cancels what runs and waits for it; logs what is left.
  void stop(double grace, bool join_first);
  std::string next_name(const char* prefix);

 private:
  Pool pool_;
  std::mutex mutex_;
  bool ready_ = false;
  std::map<std::string, TaskPtr> waiting_;
  std::atomic<int64_t> last_number_{0};
};

}  // namespace background
