#include "core/env/environment.h"

#include <chrono>
#include <cmath>
#include <thread>

#include "core/env/environment_impl.h"
#include "core/vm/frame.h"
#include "core/vm/script_signals.h"

namespace sl {
namespace {

// What a thread gives up around a wait and takes back after it.
struct Yielded {
  const Environment* env;
  uint32_t depth;
  uint32_t native_depth;
};
thread_local std::vector<Yielded> yielded;

void mark_main_module(Vm& vm, Marker& marker) { marker.mark(Environment::of(vm).main_module); }

}  // namespace

// ---- the lock ---------------------------------------------------------------------------------

const void* FairLock::self() noexcept {
  static thread_local char token;
  return &token;
}

void FairLock::acquire() {
  std::unique_lock gate(gate_);
  if (held_) {
    Waiter me;
    (last_ ? last_->next : first_) = &me;
    last_ = &me;
    me.wake.wait(gate, [&] { return me.granted; });
  } else {
    held_ = true;
  }
  owner_.store(self(), std::memory_order_relaxed);
}

void FairLock::release() {
  owner_.store(nullptr, std::memory_order_relaxed);
  std::lock_guard gate(gate_);
  if (!first_) {
    held_ = false;
    return;
  }
  Waiter* next = first_;
  first_ = next->next;
  if (!first_) last_ = nullptr;
  next->granted = true;
  next->wake.notify_one();  // under the gate: the waiter's stack frame must outlive this
}

void Environment::lock() {
  FairLock& l = impl_->lock;
  if (l.mine()) {
    ++l.depth;
    return;
  }
  l.acquire();
  l.depth = 1;
  vm_enter(vm);
}

void Environment::unlock_one() {
  FairLock& l = impl_->lock;
  if (--l.depth) return;
  vm_leave(vm);
  l.release();
}

void Environment::unlock_all() {
  FairLock& l = impl_->lock;
  if (!l.mine()) {
    yielded.push_back({this, 0, 0});
    return;
  }
  yielded.push_back({this, l.depth, vm.native_depth});
  vm.native_depth = 0;
  l.depth = 0;
  vm_leave(vm);
  l.release();
}

bool Environment::relock_all() {
  Yielded saved{this, 0, 0};
  for (size_t i = yielded.size(); i-- > 0;) {
    if (yielded[i].env != this) continue;
    saved = yielded[i];
    yielded.erase(yielded.begin() + static_cast<ptrdiff_t>(i));
    break;
  }
  if (!saved.depth) return true;
  FairLock& l = impl_->lock;
  l.acquire();
  l.depth = saved.depth;
  vm_enter(vm);
  vm.native_depth = saved.native_depth;
  if (!(vm.interrupt.load(std::memory_order_acquire) & kInterruptStop)) return true;
  return vm.poll();
}

void Environment::unlock(Vm&) {
  if (!impl_->out) stdout_sink()->flush();
  unlock_all();
}

bool Environment::relock(Vm&) { return relock_all(); }

// ---- interruption -----------------------------------------------------------------------------

void Environment::interrupt(uint32_t bits, std::string_view reason) {
  Impl& s = *impl_;
  {
    std::lock_guard lock(s.state);
    if ((bits & (kInterruptTimeout | kInterruptCancel)) && !s.reason_given) {
      vm.interrupt_reason = reason;
      s.reason_given = true;
    }
    vm.interrupt.fetch_or(bits, std::memory_order_seq_cst);
    s.wake.notify_all();
  }
  if (!(bits & kInterruptStop)) return;
  std::lock_guard lock(s.hooks_mutex);
  for (auto& [id, wake] : s.hooks) wake();
}

uint64_t Environment::on_cancel(std::function<void()> wake) {
  Impl& s = *impl_;
  std::lock_guard lock(s.hooks_mutex);
  uint64_t id = s.next_hook++;
  s.hooks.emplace_back(id, std::move(wake));
  if (vm.interrupt.load(std::memory_order_seq_cst) & kInterruptStop) s.hooks.back().second();
  return id;
}

void Environment::off_cancel(uint64_t id) {
  Impl& s = *impl_;
  std::lock_guard lock(s.hooks_mutex);
  std::erase_if(s.hooks, [id](const auto& hook) { return hook.first == id; });
}

uint64_t Environment::deadline_ns() const { return impl_->deadline->due.load(std::memory_order_relaxed); }

void Environment::set_deadline(uint64_t ns) { arm_deadline(impl_->deadline, ns); }

bool Environment::sleep(Vm&, double seconds) {
  Impl& s = *impl_;
  if (!impl_->out) stdout_sink()->flush();
  constexpr double kForever = 1e8;
  auto until = std::chrono::steady_clock::now() + std::chrono::nanoseconds(static_cast<int64_t>(std::ceil(std::min(seconds, kForever) * 1e9)));
  const uint32_t stop = kInterruptStop | (handles_signals(vm) ? kInterruptCall : 0);
  for (;;) {
    unlock_all();
    if (seconds > 0) {
      auto interrupted = [&] { return (vm.interrupt.load(std::memory_order_relaxed) & stop) != 0; };
      std::unique_lock lock(s.state);
      if (seconds > kForever)
        s.wake.wait(lock, interrupted);
      else
        s.wake.wait_until(lock, until, interrupted);
    }
    if (!relock_all()) return false;
    if (!(vm.interrupt.load(std::memory_order_relaxed) & stop & kInterruptCall)) return true;
    if (!deliver_signals(vm)) return false;
    if (seconds <= kForever && std::chrono::steady_clock::now() >= until) return true;
  }
}

// ---- output -----------------------------------------------------------------------------------

void Environment::set_output(std::shared_ptr<OutputSink> out, std::shared_ptr<OutputSink> err) {
  impl_->out = std::move(out);
  impl_->err = std::move(err);
}

void Environment::write_out(std::string_view text) {
  if (vm.limits.output) {
    if (text.size() > vm.output_left) {
      text = text.substr(0, vm.output_left);
      interrupt(kInterruptCancel, "output limit exceeded");
    }
    vm.output_left -= text.size();
    if (text.empty()) return;
  }
  (impl_->out ? *impl_->out : *stdout_sink()).write(text);
}

void Environment::write_err(std::string_view text) {
  if (impl_->err) {
    impl_->err->write(text);
    return;
  }
  if (!impl_->out) stdout_sink()->flush();  // keep the order a reader of both sees
  stderr_sink()->write(text);
}

void Environment::flush_out() { (impl_->out ? *impl_->out : *stdout_sink()).flush(); }

const std::vector<std::string>& Environment::argv() const { return profile_->argv; }

// ---- life -------------------------------------------------------------------------------------

namespace {
const std::shared_ptr<const Profile>& default_profile() {
  static const auto* p = new std::shared_ptr<const Profile>(std::make_shared<Profile>());
  return *p;
}
}  // namespace

Environment::Environment() : vm(this), profile_(default_profile()), impl_(std::make_unique<Impl>(this)) { vm.extra_roots.push_back(mark_main_module); }

Environment::~Environment() { forget_deadline(*impl_->deadline); }

void Environment::begin(std::shared_ptr<const Profile> profile) {
  profile_ = std::move(profile);
  const Limits& limits = profile_->limits;
  vm.limits = limits;
  vm.heap.set_limit(limits.memory);
  vm.fuel_left = limits.fuel;
  vm.output_left = limits.output;
  if (limits.fuel) vm.interrupt.fetch_or(kInterruptFuel, std::memory_order_relaxed);
  if (limits.wall_ns) set_deadline(steady_ns() + limits.wall_ns);
}

}  // namespace sl
