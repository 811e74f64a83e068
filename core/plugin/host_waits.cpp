// The host table's functions around waiting and cancellation.
#include "core/plugin/abi.h"

namespace sl {
namespace {

void unlock(sl_env* e) { env_of(e).unlock(env_of(e).vm); }
sl_status relock(sl_env* e) { return status(env_of(e).relock(env_of(e).vm)); }
sl_status sleep(sl_env* e, double seconds) { return status(env_of(e).sleep(env_of(e).vm, seconds)); }
sl_status poll(sl_env* e) { return status(env_of(e).vm.poll()); }
uint64_t deadline_ns(sl_env* e) { return env_of(e).deadline_ns(); }

sl_status on_cancel(sl_env* e, void (*wake)(void*), void* data, uint64_t* hook) {
  *hook = env_of(e).on_cancel([wake, data] { wake(data); });
  return SL_OK;
}
void off_cancel(sl_env* e, uint64_t hook) { env_of(e).off_cancel(hook); }

}  // namespace

void fill_wait_functions(sl_host& h) {
  h.unlock = unlock;
  h.relock = relock;
  h.sleep = sleep;
  h.poll = poll;
  h.deadline_ns = deadline_ns;
  h.on_cancel = on_cancel;
  h.off_cancel = off_cancel;
}

}  // namespace sl
