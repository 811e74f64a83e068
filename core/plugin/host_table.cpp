// The host table: assembly, and the functions about the process and the plugin itself.
#include <chrono>
#include <cmath>

#include "core/plugin/abi.h"
#include "core/plugin/lifecycle.h"
#include "core/plugin/logging.h"
#include "core/plugin/manager.h"
#include "core/plugin/version.h"

namespace sl {
namespace {

sl_status problem(sl_plugin* p, const std::string& why) {
  if (p->problem.empty()) p->problem = why;
  return SL_RAISED;
}

sl_status register_module(sl_plugin* p, const sl_module* m) {
  if (!p->transaction) return problem(p, "modules are registered in init() only");
  if (!m) return problem(p, "register_module(null)");
  std::string why = p->transaction->add(*m);
  return why.empty() ? SL_OK : problem(p, why);
}

const KeyValue* setting(sl_plugin* p, const char* key) {
  auto it = p->settings.find(key);
  if (it != p->settings.end()) return &it->second;
  const SettingsSource* source = p->manager ? p->manager->settings() : nullptr;
  return source && std::string_view(key).find('.') != std::string_view::npos ? source->core_value(key) : nullptr;
}

sl_status config(sl_plugin* p, const char* key, sl_str* out) {
  const KeyValue* v = setting(p, key);
  if (v) *out = to_abi(v->text);
  return status(v);
}
sl_status config_int(sl_plugin* p, const char* key, int64_t* out) {
  const KeyValue* v = setting(p, key);
  if (v) *out = v->integer;
  return status(v);
}
sl_status config_float(sl_plugin* p, const char* key, double* out) {
  const KeyValue* v = setting(p, key);
  if (v) *out = v->number;
  return status(v);
}
sl_status config_bool(sl_plugin* p, const char* key, int* out) {
  const KeyValue* v = setting(p, key);
  if (v) *out = v->integer != 0;
  return status(v);
}

void log(sl_plugin* p, int level, sl_str message, const sl_field* fields, size_t count) {
  if (!log_enabled(level)) return;
  std::vector<LogField> list;
  list.reserve(count);
  for (size_t i = 0; i < count; ++i) list.emplace_back(view(fields[i].key), view(fields[i].value));
  log_event(level, p ? std::string_view(p->name) : std::string_view(), view(message), std::span<const LogField>(list));
}

sl_status fail(sl_plugin* p, sl_str why) {
  p->problem = std::string(view(why));
  return SL_RAISED;
}

sl_status publish(sl_plugin* p, const char* service, uint32_t version, const void* table) {
  std::string why = p->manager ? p->manager->publish(*p, service, version, table) : "no plugin manager";
  return why.empty() ? SL_OK : problem(p, why);
}
const void* find(sl_plugin* p, const char* service, uint32_t min_version) { return p->manager ? p->manager->find(service, min_version) : nullptr; }

int lifecycle(sl_plugin*) {
  Lifecycle& l = Lifecycle::get();
  return (l.server_mode() ? SL_LIFE_SERVER : 0) | (l.ready_requested() ? SL_LIFE_READY : 0) | (l.running() ? SL_LIFE_RUNNING : 0) | (l.stopping() ? SL_LIFE_STOPPING : 0);
}
sl_status on_ready(sl_plugin*, void (*fn)(void*), void* data) {
  Lifecycle::get().on_ready([fn, data] { fn(data); });
  return SL_OK;
}
sl_status on_stopping(sl_plugin*, void (*fn)(void*), void* data) {
  Lifecycle::get().on_stopping([fn, data] { fn(data); });
  return SL_OK;
}
sl_status on_reload(sl_plugin*, void (*fn)(void*), void* data) {
  Lifecycle::get().on_reload([fn, data] { fn(data); });
  return SL_OK;
}
void request_stop(sl_plugin*, int exit_status) { Lifecycle::get().request_stop(exit_status); }

int wait_stop(sl_plugin*, sl_env* e, double seconds) {
  Lifecycle& l = Lifecycle::get();
  if (!e) return l.wait_stopping(seconds);
  Environment& env = env_of(e);
  std::atomic<bool> cancelled{false};
  uint64_t hook = env.on_cancel([&] {
    cancelled = true;
    l.wake();
  });
  env.unlock(env.vm);
  bool stopped = l.wait_stopping(seconds, [&] { return cancelled.load(); });
  env.off_cancel(hook);
  if (!env.relock(env.vm)) return -1;
  return stopped;
}

}  // namespace

void fill_process_functions(sl_host& h) {
  h.register_module = register_module;
  h.config = config;
  h.config_int = config_int;
  h.config_float = config_float;
  h.config_bool = config_bool;
  h.log = log;
  h.fail = fail;
  h.publish = publish;
  h.find = find;
  h.lifecycle = lifecycle;
  h.on_ready = on_ready;
  h.on_stopping = on_stopping;
  h.on_reload = on_reload;
  h.request_stop = request_stop;
  h.wait_stop = wait_stop;
}

const sl_host& host_table() {
  static const sl_host table = [] {
    sl_host h{};
    h.struct_size = sizeof h;
    h.abi_major = SL_ABI_MAJOR;
    h.abi_minor = SL_ABI_MINOR;
    h.server_version = SCRIPTLING_VERSION;
    fill_process_functions(h);
    fill_value_functions(h);
    fill_container_functions(h);
    fill_call_functions(h);
    fill_wait_functions(h);
    fill_parcel_functions(h);
    fill_environment_functions(h);
    return h;
  }();
  return table;
}

}  // namespace sl
