#include "core/vm/script_signals.h"

#include <mutex>

#include "core/vm/types.h"

namespace sl {
namespace {

const char kKey = 0;
std::mutex g_mutex;
std::weak_ptr<ScriptSignals> g_process;  // of the environment that asked first

}  // namespace

ScriptSignals* script_signals(Vm& vm) {
  auto found = vm.locals.find(&kKey);
  return found == vm.locals.end() ? nullptr : static_cast<ScriptSignals*>(found->second.get());
}

std::shared_ptr<ScriptSignals> claim_script_signals(Vm& vm) {
  auto& slot = vm.locals[&kKey];
  if (!slot) {
    auto made = std::make_shared<ScriptSignals>();
    made->thread = vm.thread;
    slot = made;
    std::lock_guard lock(g_mutex);
    if (g_process.expired()) g_process = made;
  }
  return std::static_pointer_cast<ScriptSignals>(slot);
}

bool post_process_signal(int number) {
  std::lock_guard lock(g_mutex);
  auto s = g_process.lock();
  uint64_t bit = uint64_t{1} << number;
  if (!s || !(s->handled.load() & bit)) return false;
  s->pending.fetch_or(bit);
  return true;
}

bool deliver_signals(Vm& vm) {
  ScriptSignals* s = script_signals(vm);
  if (s && s->thread != vm.thread) return true;  // left to its own thread
  vm.interrupt.fetch_and(~kInterruptCall);
  uint64_t pending = s ? s->pending.exchange(0) : 0;
  for (int number = 1; pending >> number; ++number) {
    if (!(pending >> number & 1)) continue;
    pending &= ~(uint64_t{1} << number);
    Value module = dict_get_str(vm.modules, intern("signal"));
    Value dispatch = is_kind(module, Kind::Module) ? vm.module_get(as<Module>(module), intern("_dispatch")) : Value();
    if (dispatch.is_unset() || !vm.call(dispatch, {Value::integer(number)}).is_unset()) continue;
    if (pending) {
      s->pending.fetch_or(pending);
      vm.interrupt.fetch_or(kInterruptCall);
    }
    return false;
  }
  return true;
}

}  // namespace sl
