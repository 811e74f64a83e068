// _signal: the timer of alarm() and setitimer(), and what the module signal tells the engine.
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <csignal>
#include <memory>
#include <mutex>
#include <thread>

#include "core/env/environment.h"
#include "core/vm/script_signals.h"
#include "core/vm/types.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

using Clock = std::chrono::steady_clock;

// Posts SIGALRM at its times. Its thread lives from the first use until the environment is closed.
class Alarm : public std::enable_shared_from_this<Alarm> {
 public:
  Alarm(Environment* env, std::shared_ptr<ScriptSignals> signals) : env_(env), signals_(std::move(signals)) {}

  void set(double seconds, double interval) {
    std::lock_guard lock(mutex_);
    interval_ = interval;
    due_ = seconds > 0 ? Clock::now() + length(seconds) : Clock::time_point();
    if (!running_ && seconds > 0) {
      running_ = true;
      std::thread([self = shared_from_this()] { self->run(); }).detach();
    }
    wake_.notify_one();
  }
  double left() {
    std::lock_guard lock(mutex_);
    return due_ == Clock::time_point() ? 0 : std::max(1e-6, std::chrono::duration<double>(due_ - Clock::now()).count());
  }
  double interval() {
    std::lock_guard lock(mutex_);
    return due_ == Clock::time_point() ? 0 : interval_;
  }
  void close() {
    std::lock_guard lock(mutex_);
    env_ = nullptr;
    wake_.notify_one();
  }

 private:
  static constexpr std::chrono::microseconds kShortest{100};  // so that handlers come to an end between two signals

  static Clock::duration length(double seconds) { return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(std::min(seconds, 1e8))); }
  void run() {
    std::unique_lock lock(mutex_);
    while (env_) {
      if (due_ == Clock::time_point()) {
        wake_.wait(lock);
      } else if (auto due = due_; Clock::now() < due) {
        wake_.wait_until(lock, due);
      } else {
        due_ = interval_ > 0 ? std::max(due + length(interval_), Clock::now() + kShortest) : Clock::time_point();
        signals_->pending.fetch_or(uint64_t{1} << SIGALRM);
        env_->interrupt(kInterruptCall, "");
      }
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  Environment* env_;
  std::shared_ptr<ScriptSignals> signals_;
  Clock::time_point due_;
  double interval_ = 0;
  bool running_ = false;
};

struct AlarmOwner {
  std::shared_ptr<Alarm> alarm;
  ~AlarmOwner() {
    if (alarm) alarm->close();
  }
};

// set_timer(seconds, interval): what was left of the last, and its interval
Value set_timer(Vm& vm, Value* args) {
  double seconds, interval;
  if (!vm.to_double(args[0], &seconds) || !vm.to_double(args[1], &interval)) return Value();
  for (double* t : {&seconds, &interval}) {
    if (std::isnan(*t)) return vm.raise_value("Invalid value NaN (not a number)");
    if (std::abs(*t) >= 0x1p63) return vm.raise(errors().OverflowError, "timestamp out of range for platform time_t");
    if (*t < 1e-6) *t = t == &seconds && *t > 0 ? 1e-6 : 0;  // as the system counts
  }
  auto& owner = local<AlarmOwner>(vm);
  if (!owner.alarm) owner.alarm = std::make_shared<Alarm>(&Environment::of(vm), claim_script_signals(vm));
  Value old = Value::object(vm.new_tuple({Value::number(owner.alarm->left()), Value::number(owner.alarm->interval())}));
  owner.alarm->set(seconds, interval);
  return old;
}

Value get_timer(Vm& vm, Value*) {
  auto& owner = local<AlarmOwner>(vm);
  bool set = owner.alarm != nullptr;
  return Value::object(vm.new_tuple({Value::number(set ? owner.alarm->left() : 0), Value::number(set ? owner.alarm->interval() : 0)}));
}

Value set_handled(Vm& vm, Value* args) {
  auto signals = claim_script_signals(vm);
  uint64_t bit = uint64_t{1} << (args[0].i & 63);
  if (args[1].is_true())
    signals->handled.fetch_or(bit);
  else
    signals->handled.fetch_and(~bit);
  return Value::none();
}

Value post(Vm& vm, Value* args) {
  claim_script_signals(vm)->pending.fetch_or(uint64_t{1} << (args[0].i & 63));
  vm.interrupt.fetch_or(kInterruptCall);
  return Value::none();
}

Value in_its_thread(Vm& vm, Value*) { return Value::boolean(claim_script_signals(vm)->thread == vm.thread); }

const MethodDef kFunctions[] = {
    {"set_timer(seconds, interval, /)", set_timer, 0, "Post SIGALRM after that many seconds, and every interval then."},
    {"get_timer()", get_timer, 0, "The seconds left, and the interval."},
    {"set_handled(number: int, handled: bool, /)", set_handled, 0, "A signal of the process is the script's."},
    {"post(number: int, /)", post, 0, "The signal is pending."},
    {"in_its_thread()", in_its_thread, 0, "Does this thread run the handlers?"},
};

}  // namespace

void register_signal_module() { define_module({.name = "_signal", .doc = "Signals that scripts handle.", .functions = kFunctions}); }

}  // namespace sl
