// One thread that interrupts environments whose deadline has passed. Started by the first deadline,
// joined at exit.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>

namespace sl {

class Environment;

constexpr uint64_t kNoDeadline = UINT64_MAX;
uint64_t steady_ns() noexcept;  // the clock of deadlines

// An environment's entry in the watchdog. At most one timer per environment is queued: a later
// deadline only changes `due`, which is looked at again when the queued timer fires.
struct Deadline {
  explicit Deadline(Environment* e) : env(e) {}
  std::atomic<uint64_t> due{kNoDeadline};
  std::atomic<uint64_t> queued{kNoDeadline};  // time of the timer in the queue
  std::mutex firing;                          // held while the environment is interrupted
  Environment* env;                           // null once it is gone; guarded by `firing`
};

void arm_deadline(const std::shared_ptr<Deadline>& deadline, uint64_t ns);
// After these return, no interruption for the old deadline happens any more.
void disarm_deadline(Deadline& deadline);
void forget_deadline(Deadline& deadline);

}  // namespace sl
