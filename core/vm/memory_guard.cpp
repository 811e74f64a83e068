#include "core/vm/memory_guard.h"

#include <atomic>
#include <cstdlib>
#include <new>
#include <stdexcept>

namespace sl {
namespace {

// Address space nobody touches, given back when there is no other: for the process, as the limit is.
constexpr size_t kReserveBytes = size_t{8} << 20;
std::atomic<void*> g_reserve{nullptr};

bool release_reserve() noexcept {
  void* reserve = g_reserve.exchange(nullptr);
  std::free(reserve);
  return reserve != nullptr;
}

// The natives are gone, with what they held: what only they referred to can be collected.
void raise_out_of_memory(Vm& vm) {
  vm.clear_error();
  for (int attempts = 3;; --attempts) {
    if (!release_reserve()) {
      vm.collect_garbage();
      release_reserve();
    }
    try {
      vm.raise_memory();
      break;
    } catch (const std::bad_alloc&) {
      if (attempts == 0) throw;
    }
  }
  vm.interrupt.fetch_or(kInterruptGc, std::memory_order_relaxed);  // renews the reserve
}

}  // namespace

void renew_memory_reserve() noexcept {
  if (g_reserve.load(std::memory_order_relaxed)) return;
  void* fresh = std::malloc(kReserveBytes);
  void* none = nullptr;
  if (fresh && !g_reserve.compare_exchange_strong(none, fresh)) std::free(fresh);
}

RunStatus run_guarded(Vm& vm, bool raising, RunStatus (*execute)(Vm& vm, bool raising)) {
  Thread* th = vm.thread;
  const uint32_t native_depth = vm.native_depth;
  const size_t printing = vm.repr_stack.size();
  Collector* collector = th->collector;
  for (;;) {
    try {
      return execute(vm, raising);
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {
    }
    vm.native_depth = native_depth;
    vm.repr_stack.resize(printing);
    th->collector = collector;
    raise_out_of_memory(vm);
    raising = true;
  }
}

static const bool kReserved = (renew_memory_reserve(), true);

}  // namespace sl
