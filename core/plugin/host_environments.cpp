// The host table's functions on environments that plugins open, enter and run.
#include <condition_variable>
#include <cstring>
#include <unordered_map>

#include "core/plugin/abi.h"
#include "core/plugin/env_profile.h"
#include "core/plugin/env_state.h"
#include "core/plugin/manager.h"
#include "core/vm/types.h"

namespace sl {
namespace {

// ---- other threads inside an environment --------------------------------------------------------

struct Users {
  std::mutex mutex;
  std::condition_variable changed;
  std::unordered_map<const Environment*, uint32_t> counts;
};
Users& users() {
  static auto* u = new Users;
  return *u;
}

void env_retain(sl_env* e) {
  std::lock_guard lock(users().mutex);
  ++users().counts[&env_of(e)];
}
void env_release(sl_env* e) {
  std::lock_guard lock(users().mutex);
  auto it = users().counts.find(&env_of(e));
  if (it == users().counts.end()) return;
  if (--it->second == 0) users().counts.erase(it);
  users().changed.notify_all();
}

void wait_for_users(Environment& env) {
  std::unique_lock lock(users().mutex);
  if (!users().counts.contains(&env)) return;
  lock.unlock();
  env.interrupt(kInterruptCancel, "execution cancelled");
  lock.lock();
  users().changed.wait(lock, [&] { return !users().counts.contains(&env); });
}

// ---- open, enter, close -------------------------------------------------------------------------

using Deleter = void (*)(Environment*);
std::atomic<Deleter> g_close{nullptr};

void env_enter(sl_env* e) {
  env_of(e).lock();
  AbiScope::enter(env_of(e).vm);
}
void env_leave(sl_env* e) {
  AbiScope::leave(env_of(e).vm);
  env_of(e).unlock_one();
}

struct EnterScope {
  explicit EnterScope(sl_env* e) : e(e) { env_enter(e); }
  ~EnterScope() { env_leave(e); }
  sl_env* e;
};

sl_env* env_open(sl_plugin* p, const sl_env_options* given) try {
  EnvironmentPtr env = Environment::open(profile_for(*p, given));
  g_close.store(env.get_deleter(), std::memory_order_relaxed);
  if (given && given->struct_size >= offsetof(sl_env_options, timeout) && given->parent) link_to_parent(env_of(given->parent), *env);
  return to_abi(*env.release());
} catch (const std::exception&) {
  return nullptr;
}

void env_close(sl_env* e) {
  if (!e) return;
  Environment& env = env_of(e);
  wait_for_users(env);
  unlink_from_parent(env);
  g_close.load(std::memory_order_relaxed)(&env);
}

// ---- running ------------------------------------------------------------------------------------

// Calls f with arguments from parcels; unset: raised.
Value call_packed(Vm& vm, Value f, const sl_parcel* args, const sl_parcel* kwargs) {
  Value a = open_parcel(vm, args);
  if (a.is_unset()) return a;
  Value k = open_parcel(vm, kwargs);
  if (k.is_unset()) return k;
  const Value* items = nullptr;
  size_t n = 0;
  if (is_kind(a, Kind::List)) {
    items = as<List>(a)->items;
    n = as<List>(a)->size;
  } else if (is_kind(a, Kind::Tuple)) {
    items = as<Tuple>(a)->items;
    n = as<Tuple>(a)->size;
  } else if (!a.is_none()) {
    return vm.raise_type("packed arguments must be a list or a tuple");
  }
  AbiScope::keep(vm, a);
  AbiScope::keep(vm, k);
  if (is_kind(k, Kind::Dict) && as<Dict>(k)->used) return vm.call_kw(f, items, n, as<Dict>(k));
  return vm.call(f, items, n);
}

sl_status finish(Vm& vm, Value v, sl_parcel** result) {
  if (v.is_unset()) return SL_RAISED;
  if (!result) return SL_OK;
  *result = new_parcel(vm, v, "result");
  return status(*result);
}

sl_status env_run(sl_env* e, sl_str dotted, const sl_parcel* args, const sl_parcel* kwargs, sl_parcel** result) {
  Environment& env = env_of(e);
  EnterScope scope(e);
  Value f = env.resolve(view(dotted));
  if (f.is_unset()) return SL_RAISED;
  AbiScope::keep(env.vm, f);
  return finish(env.vm, call_packed(env.vm, f, args, kwargs), result);
}

sl_status function_call(sl_env* e, sl_carrier* c, const sl_parcel* args, const sl_parcel* kwargs, sl_parcel** result) {
  Environment& env = env_of(e);
  EnterScope scope(e);
  Value f = c->data->unpack(env.vm);
  if (f.is_unset()) return SL_RAISED;
  AbiScope::keep(env.vm, f);
  return finish(env.vm, call_packed(env.vm, f, args, kwargs), result);
}

sl_status env_exec(sl_env* e, sl_str code, sl_str file) {
  Environment& env = env_of(e);
  EnterScope scope(e);
  std::string path(view(file));
  if (path.empty()) path = "<string>";
  Module* main = env.open_main(path);
  if (path.front() != '<') env.vm.module_set(main, names().__file__, env.vm.str_value(path));
  return status(env.exec(view(code), path));
}

sl_status env_get_global(sl_env* e, sl_str name, sl_parcel** out) {
  Environment& env = env_of(e);
  EnterScope scope(e);
  *out = nullptr;
  Str* s = find_interned(view(name));
  Value v = s ? env.vm.module_get(env.open_main("<string>"), s) : Value();
  if (v.is_unset()) return SL_OK;
  *out = new_parcel(env.vm, v, "value");
  return status(*out);
}
sl_status env_set_global(sl_env* e, sl_str name, const sl_parcel* value) {
  Environment& env = env_of(e);
  EnterScope scope(e);
  Value v = open_parcel(env.vm, value);
  if (v.is_unset()) return SL_RAISED;
  env.vm.module_set(env.open_main("<string>"), intern(view(name)), v);
  return SL_OK;
}

// ---- output, limits -----------------------------------------------------------------------------

class PluginSink final : public OutputSink {
 public:
  using Fn = void (*)(void*, sl_str, int);
  PluginSink(Fn fn, void* data, bool is_stderr) : fn_(fn), data_(data), is_stderr_(is_stderr) {}
  void write(std::string_view text) override { fn_(data_, to_abi(text), is_stderr_); }

 private:
  Fn fn_;
  void* data_;
  bool is_stderr_;
};

void env_set_output(sl_env* e, void (*sink)(void*, sl_str, int), void* data) {
  EnterScope scope(e);
  if (sink)
    env_of(e).set_output(std::make_shared<PluginSink>(sink, data, false), std::make_shared<PluginSink>(sink, data, true));
  else
    env_of(e).set_output(nullptr, nullptr);
}

void env_set_deadline(sl_env* e, uint64_t ns) {
  EnterScope scope(e);
  env_of(e).set_deadline(ns);
}
void env_interrupt(sl_env* e, sl_str why) {
  std::string text(view(why));
  env_of(e).interrupt(kInterruptCancel, text.empty() ? "execution cancelled" : text);
}
void env_resume(sl_env* e) {
  EnterScope scope(e);
  env_of(e).resume();
}

void env_stats(sl_env* e, sl_env_stats* out) {
  EnterScope scope(e);
  Vm& vm = env_of(e).vm;
  sl_env_stats full{};
  full.struct_size = out->struct_size;
  full.memory = vm.heap.bytes_in_use();
  full.collections = vm.heap.collections();
  full.fuel_left = vm.limits.fuel ? vm.fuel_left : UINT64_MAX;
  std::memcpy(out, &full, std::min<size_t>(out->struct_size, sizeof full));
}

}  // namespace

void fill_environment_functions(sl_host& h) {
  h.function_call = function_call;
  h.env_open = env_open;
  h.env_close = env_close;
  h.env_enter = env_enter;
  h.env_leave = env_leave;
  h.env_retain = env_retain;
  h.env_release = env_release;
  h.env_run = env_run;
  h.env_exec = env_exec;
  h.env_get_global = env_get_global;
  h.env_set_global = env_set_global;
  h.env_set_output = env_set_output;
  h.env_set_deadline = env_set_deadline;
  h.env_interrupt = env_interrupt;
  h.env_resume = env_resume;
  h.env_stats = env_stats;
}

}  // namespace sl
