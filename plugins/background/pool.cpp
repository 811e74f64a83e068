#include "pool.h"

#include <algorithm>
#include <thread>

namespace background {

namespace {
constexpr auto kIdleTime = std::chrono::seconds(60);
}

bool Pool::submit(TaskPtr task, bool* queued) {
  std::lock_guard guard(mutex_);
  if (stopping_) return false;
  queue_.push_back(std::move(task));
  *queued = false;
  if (idle_ >= queue_.size()) {
    wake_.notify_one();
  } else if (threads_ < max_threads_) {
    try {
      std::thread([this] { work(); }).detach();
      ++threads_;
    } catch (const std::system_error&) {
      if (!threads_) throw;
      *queued = true;
    }
  } else {
    *queued = true;
  }
  return true;
}

void Pool::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    wake_.wait_for(lock, kIdleTime, [this] { return stopping_ || !queue_.empty(); });
    --idle_;
    if (queue_.empty()) break;
    TaskPtr task = std::move(queue_.front());
    queue_.pop_front();
    running_.insert(task.get());
    lock.unlock();
    task->run();
    lock.lock();
    running_.erase(task.get());
    drained_.notify_all();
    lock.unlock();
    task = {};
    lock.lock();
  }
  --threads_;
  drained_.notify_all();
}

bool Pool::has_live(const std::string& name) {
  std::lock_guard guard(mutex_);
  for (Task* task : running_)
    if (task->name() == name) return true;
  for (TaskPtr& task : queue_)
    if (task->name() == name) return true;
  return false;
}

size_t Pool::unfinished() {
  std::lock_guard guard(mutex_);
  auto ended = [](Task* task) { return task->state() >= Task::Finished; };  // its thread is about to leave
  return queue_.size() + running_.size() - static_cast<size_t>(std::count_if(running_.begin(), running_.end(), ended));
}

void Pool::cancel_all(const std::string& why) {
  std::deque<TaskPtr> never_run;
  std::vector<TaskPtr> running;
  {
    std::lock_guard guard(mutex_);
    stopping_ = true;
    never_run.swap(queue_);
    for (Task* task : running_) running.push_back(TaskPtr::share(task));
    wake_.notify_all();
  }
  for (TaskPtr& task : never_run) task->abandon(why);
  for (TaskPtr& task : running) task->cancel(why);
}

std::vector<std::string> Pool::drain(double seconds) {
  std::unique_lock lock(mutex_);
  auto idle = [this] { return stopping_ ? !threads_ : running_.empty() && queue_.empty(); };
  if (seconds < 0)
    drained_.wait(lock, idle);
  else
    drained_.wait_for(lock, std::chrono::duration<double>(seconds), idle);
  std::vector<std::string> left;
  for (Task* task : running_) left.push_back(task->name());
  return left;
}

}  // namespace background
