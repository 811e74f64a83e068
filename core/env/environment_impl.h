// The private half of Environment, shared by the files of this folder.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include "core/env/environment.h"
#include "core/env/watchdog.h"

namespace sl {

// What ends a wait early.
constexpr uint32_t kInterruptStop = kInterruptTimeout | kInterruptCancel | kInterruptSignal;

// The environment's lock: first come, first served, so that unlock-then-lock lets a sibling in.
class FairLock {
 public:
  bool mine() const noexcept { return owner_.load(std::memory_order_relaxed) == self(); }
  void acquire();
  void release();
  uint32_t depth = 0;  // of the owner

 private:
  struct Waiter {
    std::condition_variable wake;
    bool granted = false;
    Waiter* next = nullptr;
  };
  static const void* self() noexcept;
  std::atomic<const void*> owner_{nullptr};
  std::mutex gate_;
  bool held_ = false;
  Waiter *first_ = nullptr, *last_ = nullptr;
};

struct Environment::Impl {
  explicit Impl(Environment* env) : deadline(std::make_shared<Deadline>(env)) {}

  FairLock lock;
  std::shared_ptr<Deadline> deadline;

  std::mutex state;              // guards the interruption below
  std::condition_variable wake;  // sleepers
  bool reason_given = false;     // Vm::interrupt_reason is written once, before its bit is raised

  std::mutex hooks_mutex;  // held while hooks run
  std::vector<std::pair<uint64_t, std::function<void()>>> hooks;
  uint64_t next_hook = 1;

  std::shared_ptr<OutputSink> out, err;     // null: the process's own
  std::shared_ptr<GlobalNames> main_names;  // growing table of a main module made by open_main
};

}  // namespace sl
