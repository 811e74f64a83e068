#include "core/env/watchdog.h"

#include <chrono>
#include <condition_variable>
#include <queue>
#include <thread>
#include <vector>

#include "core/env/environment.h"

namespace sl {
namespace {

struct Timer {
  uint64_t at;
  std::shared_ptr<Deadline> deadline;
  bool operator<(const Timer& other) const { return at > other.at; }  // earliest on top
};

class Watchdog {
 public:
  void arm(const std::shared_ptr<Deadline>& d, uint64_t ns) {
    std::lock_guard lock(mutex_);
    if (stopping_ || d->queued.load() <= ns) return;
    push(d, ns);
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    if (timers_.top().deadline == d) wake_.notify_one();
  }

  void stop() {
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
      wake_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
  }

 private:
  void push(const std::shared_ptr<Deadline>& d, uint64_t ns) {
    d->queued.store(ns);
    timers_.push({ns, d});
  }

  void run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
      if (timers_.empty()) {
        wake_.wait(lock);
        continue;
      }
      uint64_t now = steady_ns();
      uint64_t at = timers_.top().at;
      if (at > now) {
        wake_.wait_until(lock, std::chrono::steady_clock::time_point(std::chrono::nanoseconds(at)));
        continue;
      }
      std::shared_ptr<Deadline> d = timers_.top().deadline;
      timers_.pop();
      if (d->queued.load() != at) continue;  // an earlier timer took over
      // The order matters: set_deadline stores `due` and then reads `queued`.
      d->queued.store(kNoDeadline);
      uint64_t due = d->due.load();
      if (due == kNoDeadline) continue;
      if (due > now) {
        push(d, due);
        continue;
      }
      lock.unlock();
      fire(*d);
      d.reset();
      lock.lock();
    }
  }

  static void fire(Deadline& d) {
    std::lock_guard lock(d.firing);
    if (!d.env || d.due.load() > steady_ns()) return;
    d.env->interrupt(kInterruptTimeout, "execution timeout");
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::priority_queue<Timer> timers_;
  std::thread thread_;
  bool stopping_ = false;
};

Watchdog& watchdog() {
  static Watchdog* w = new Watchdog;  // environments closed late may still ask for it
  return *w;
}

struct StopAtExit {
  ~StopAtExit() { watchdog().stop(); }
};

}  // namespace

uint64_t steady_ns() noexcept { return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count()); }

void arm_deadline(const std::shared_ptr<Deadline>& deadline, uint64_t ns) {
  deadline->due.store(ns);
  if (ns == kNoDeadline || deadline->queued.load() <= ns) return;
  static StopAtExit stop_at_exit;
  watchdog().arm(deadline, ns);
}

void disarm_deadline(Deadline& deadline) {
  std::lock_guard lock(deadline.firing);
  deadline.due.store(kNoDeadline);
}

void forget_deadline(Deadline& deadline) {
  std::lock_guard lock(deadline.firing);
  deadline.due.store(kNoDeadline);
  deadline.env = nullptr;
}

}  // namespace sl
