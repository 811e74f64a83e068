#include "scheduler.h"

namespace background {

namespace {
constexpr char kCancelled[] = "execution cancelled";
}

void Scheduler::schedule(TaskPtr task) {
  TaskPtr replaced;
  {
    std::lock_guard guard(mutex_);
    if (!ready_) {
      task->set_state(Task::Waiting);
      TaskPtr& slot = waiting_[task->name()];
      std::swap(slot, task);
      replaced = std::move(task);
    }
  }
  if (task) return start(std::move(task));
  if (replaced) replaced->abandon("background task '" + replaced->name() + "' was replaced by another of that name");
}

void Scheduler::start(TaskPtr task) {
  if (pool_.has_live(task->name())) scriptling::log(SL_LOG_WARN, "background task name in use", {{"name", task->name()}});
  bool queued = false;
  if (!pool_.submit(task, &queued)) return task->abandon(kCancelled);
  if (queued) scriptling::log(SL_LOG_WARN, "background task waits for a free thread (max_tasks)", {{"name", task->name()}});
}

void Scheduler::ready() {
  std::map<std::string, TaskPtr> waiting;
  {
    std::lock_guard guard(mutex_);
    ready_ = true;
    waiting.swap(waiting_);
  }
  for (auto& [name, task] : waiting) {
    task->set_state(Task::Pending);
    start(std::move(task));
  }
}

void Scheduler::stop(double grace, bool join_first) {
  std::map<std::string, TaskPtr> waiting;
  {
    std::lock_guard guard(mutex_);
    waiting.swap(waiting_);
  }
  for (auto& [name, task] : waiting) task->abandon(kCancelled);
  if (join_first) pool_.drain(-1);
  if (size_t count = pool_.unfinished()) scriptling::log(SL_LOG_WARN, "unfinished background tasks are cancelled", {{"count", std::to_string(count)}});
  pool_.cancel_all(kCancelled);
  for (const std::string& name : pool_.drain(grace)) scriptling::log(SL_LOG_WARN, "background task does not stop", {{"name", name}});
}

std::string Scheduler::next_name(const char* prefix) { return prefix + std::to_string(++last_number_); }

}  // namespace background
