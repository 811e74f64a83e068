#include "core/plugin/runtime_module.h"

#include <atomic>
#include <utility>

#include "core/env/environment.h"
#include "core/plugin/lifecycle.h"
#include "core/plugin/manager.h"
#include "core/vm/native.h"
#include "core/vm/types.h"

namespace sl {
namespace {

// Waits without the lock until shutdown begins. False: raised.
bool wait_for_stop(Environment& env) {
  Lifecycle& l = Lifecycle::get();
  std::atomic<bool> cancelled{false};
  uint64_t hook = env.on_cancel([&] {
    cancelled = true;
    l.wake();
  });
  env.unlock(env.vm);
  l.wait_stopping(-1, [&] { return cancelled.load(); });
  env.off_cancel(hook);
  return env.relock(env.vm);
}

// Only the first call in the setup script's environment means anything: handler modules that contain it
// are imported again for every request.
Value start_server(Vm& vm, Value* args) {
  Environment& env = Environment::of(vm);
  Lifecycle& l = Lifecycle::get();
  int wait = vm.truthy(args[0]);
  if (wait < 0) return Value();
  if (!l.server_mode() || !l.is_setup(&env)) return Value::none();
  l.request_ready();
  if (wait && !wait_for_stop(env)) return Value();
  return Value::none();
}

Value server_running(Vm&, Value*) { return Value::boolean(Lifecycle::get().running()); }

Value plugins(Vm& vm, Value*) {
  List* list = vm.new_list();
  PluginManager* manager = PluginManager::current();
  if (!manager) return Value::object(list);
  for (auto& p : manager->plugins()) {
    Dict* d = vm.new_dict();
    auto put = [&](const char* key, const std::string& text) { dict_set_str(vm, d, intern(key), vm.str_value(text)); };
    put("name", p->name);
    put("version", p->version);
    put("summary", p->summary);
    put("state", plugin_phase_name(p->phase));
    List* modules = vm.new_list();
    for (const std::string& m : p->modules) list_append(vm, modules, vm.str_value(m));
    dict_set_str(vm, d, intern("modules"), Value::object(modules));
    if (!p->problem.empty()) put("problem", p->problem);
    list_append(vm, list, Value::object(d));
  }
  return Value::object(list);
}

// Lets sibling threads of this environment run: the lock is handed on in order of arrival.
Value yield_now(Vm& vm, Value*) {
  Environment& env = Environment::of(vm);
  env.unlock_all();
  return env.relock_all() ? Value::none() : Value();
}

const MethodDef kFunctions[] = {
    {"start_server(wait=True) -> None", start_server, 0,
     "Begin to serve: what the setup script registered so far takes effect. Waits until shutdown begins unless wait is false. "
     "Does nothing in script mode and outside the setup script."},
    {"server_running() -> bool", server_running, 0, "True from the start of the server until shutdown begins; False in script mode."},
    {"plugins() -> list", plugins, 0, "The loaded plugins: name, version, summary, state and modules of each."},
};

const MethodDef kBuiltins[] = {
    {"yield_now()", yield_now, 0, "Let sibling threads of this environment run."},
};

}  // namespace

void define_runtime_module() {
  static bool done = false;
  if (std::exchange(done, true)) return;
  ModuleDef def;
  def.name = "scriptling.runtime";
  def.doc = "The runtime around scripts: background tasks, shared state, the HTTP server.";
  def.functions = kFunctions;
  define_module(def);
  define_builtins(kBuiltins);
}

}  // namespace sl
