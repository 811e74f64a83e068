// Signals that scripts handle: posted from any thread, handled at a safepoint of the thread that registered the handlers.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "core/vm/vm.h"

namespace sl {

constexpr uint32_t kInterruptCall = 128;  // a bit of the interrupt word: signals are pending

struct ScriptSignals {  // bit n: signal n
  std::atomic<uint64_t> pending{0};
  std::atomic<uint64_t> handled{0};  // by functions of the script
  Thread* thread = nullptr;
};

ScriptSignals* script_signals(Vm& vm);                        // null: the script has no handlers
std::shared_ptr<ScriptSignals> claim_script_signals(Vm& vm);  // made on first use, for the thread now running
inline bool handles_signals(Vm& vm) {                         // does the running thread?
  ScriptSignals* s = script_signals(vm);
  return s && s->thread == vm.thread;
}
bool deliver_signals(Vm& vm);  // calls signal._dispatch(number) for what is pending; false: raised
// From any thread: true when the script handles this signal of the process, now pending. The caller interrupts with kInterruptCall.
bool post_process_signal(int number);

}  // namespace sl
