#include "core/env/environment_impl.h"

namespace sl {

void Environment::resume() {
  disarm_deadline(*impl_->deadline);
  {
    std::lock_guard lock(impl_->state);
    vm.interrupt.fetch_and(~(kInterruptStop | kInterruptMemory | kInterruptFuel));
    impl_->reason_given = false;
  }
  vm.fuel_left = vm.limits.fuel;
  vm.output_left = vm.limits.output;
  if (vm.limits.fuel) vm.interrupt.fetch_or(kInterruptFuel, std::memory_order_relaxed);
}

}  // namespace sl
