#include <algorithm>

#include "scheduler.h"

namespace background {
namespace {

using scriptling::Call;
using scriptling::Error;
using scriptling::Handle;
using scriptling::host;
using scriptling::Raised;
using scriptling::Value;

Scheduler* g_scheduler = nullptr;  // lives until the process ends: threads may outlast stop()

// "simple" as the caller sees it. TypeError and NameError as the script library documents them.
Value find_function(Call& c, const std::string& name) {
  sl_value found;
  if (name.find('.') != std::string::npos || host->lookup(c.env(), scriptling::to_str(name), &found) != SL_OK) {
    host->error_clear(c.env());
    throw Error("NameError", "function not found: " + name);
  }
  int kind = host->kind(c.env(), found);
  if (kind != SL_KIND_FUNCTION && kind != SL_KIND_NATIVE) throw Error("TypeError", "handler is not a function: " + name + " (" + c.value(found).type_name() + ")");
  return c.value(found);
}

// Packs the arguments in one parcel; when that fails, the complaint names the argument at fault.
void pack_arguments(Call& c, const Value& args, const Value& kwargs, const std::string& who, Task::Work& work) {
  sl_parcel* parcel = nullptr;
  if (args.size()) {
    if (host->pack(c.env(), args, "args", &parcel) == SL_OK) {
      work.args = scriptling::Parcel(parcel);
    } else {
      host->error_clear(c.env());
      for (size_t i = 0; i < args.size(); ++i) c.pack(args.at(i), (who + " arg " + std::to_string(i)).c_str());
      throw Error("TypeError", who + ": arguments are not transferable");
    }
  }
  if (!kwargs.dict_size()) return;
  if (host->pack(c.env(), kwargs, "kwargs", &parcel) == SL_OK) {
    work.kwargs = scriptling::Parcel(parcel);
  } else {
    host->error_clear(c.env());
    kwargs.each_item([&](const Value& key, const Value& value) { c.pack(value, (who + " kwarg '" + std::string(key.str()) + "'").c_str()); });
    throw Error("TypeError", who + ": arguments are not transferable");
  }
}

TaskPtr make_isolated(Call& c, std::string name, const Value& handler, const Value& args, const Value& kwargs, const std::string& who) {
  Task::Work work;
  pack_arguments(c, args, kwargs, who, work);
  std::string label;
  if (handler.is_str()) {
    label = handler.str();
    if (label.find('.') != std::string::npos)
      work.dotted = label;
    else
      work.function = c.pack_function(find_function(c, label));
  } else {
    work.function = c.pack_function(handler);
    label = work.function.name();
  }
  if (host->sandboxed(c.env())) {  // the task may not do more than its creator
    sl_env_options options{};
    options.struct_size = sizeof options;
    options.parent = c.env();
    work.env = scriptling::OwnedEnv(&options);
    if (!work.env) throw Error("RuntimeError", who + ": no environment available");
  }
  return TaskPtr::make(std::move(name), std::move(label), std::move(work));
}

TaskPtr make_shared(Call& c, std::string name, const Value& handler, const Value& args, const Value& kwargs) {
  Task::Work work;
  std::string label = handler.is_str() ? std::string(handler.str()) : handler.repr();
  Value function = handler.is_str() ? find_function(c, label) : handler;
  if (!function.is_callable()) throw Error("TypeError", "handler is not a function: " + label + " (" + function.type_name() + ")");
  work.live = scriptling::Ref(function);
  work.live_args = scriptling::Ref(args);
  work.live_kwargs = scriptling::Ref(kwargs);
  host->env_retain(c.env());
  work.shared = c.env();
  return TaskPtr::make(std::move(name), std::move(label), std::move(work));
}

Value promise(Call& c, TaskPtr task) { return c.make_object("Promise", task.detach()); }

Value background_function(Call& c) {
  std::string name(c.str(0));
  Value handler = c.arg(1), shared = c.arg(2), args = c.arg(3), kwargs = c.arg(4);
  if (!handler.is_str() && !handler.is_callable()) throw Error("TypeError", "handler must be a string or a function, not " + handler.type_name());
  if (shared.truthy()) {
    TaskPtr task = make_shared(c, name, handler, args, kwargs);
    g_scheduler->start(task);
    return promise(c, task);
  }
  TaskPtr task = make_isolated(c, name, handler, args, kwargs, "background");
  g_scheduler->schedule(task);
  return promise(c, task);
}

Value run(Call& c) {
  Value handler = c.arg(0);
  if (!handler.is_str() && !handler.is_callable()) throw Error("TypeError", "run: expected a function or its name, not " + handler.type_name());
  TaskPtr task = make_isolated(c, g_scheduler->next_name("run-"), handler, c.arg(1), c.arg(2), "run");
  g_scheduler->start(task);
  return promise(c, task);
}

double timeout_seconds(const Value& v) {
  if (v.is_none()) return -1;
  int kind = v.kind();
  if (kind != SL_KIND_INT && kind != SL_KIND_FLOAT) throw Error("TypeError", "timeout must be a number");
  double seconds = v.number();
  if (!(seconds >= 0)) throw Error("ValueError", "'timeout' must be a non-negative number");
  return seconds;
}

Value promise_get(Call& c) {
  Task& task = c.self<Task>();
  double seconds = timeout_seconds(c.arg(0));
  if (!task.wait(c, seconds)) {
    char text[64];
    std::snprintf(text, sizeof text, "promise timed out after %gs", seconds);
    throw Error("TimeoutError", text);
  }
  return task.result(c);
}
void promise_wait(Call& c) { promise_get(c); }
bool promise_done(Call& c) { return c.self<Task>().state() >= Task::Finished; }
void promise_cancel(Call& c) { c.self<Task>().cancel("execution cancelled"); }
std::string promise_name(Call& c) { return c.self<Task>().name(); }
std::string promise_repr(Call& c) {
  static constexpr const char* kStates[] = {"not started", "pending", "running", "finished", "failed"};
  Task& task = c.self<Task>();
  return "<Promise '" + task.name() + "' " + kStates[task.state()] + ">";
}

void init() {
  g_scheduler = new Scheduler(static_cast<size_t>(std::max<int64_t>(1, scriptling::config::integer("max_tasks"))));
  scriptling::ModuleDef module("scriptling.runtime");
  module.add(scriptling::class_<Task>("Promise", "The result of a background task, now or later.")
                 .method<promise_get>("get(timeout=None)", "Wait for the task and return its result, or raise its error. After `timeout` seconds: TimeoutError.", SL_FN_BLOCKS)
                 .method<promise_wait>("wait(timeout=None) -> None", "Like get(), without the result.", SL_FN_BLOCKS)
                 .method<promise_done>("done() -> bool", "Did the task end?")
                 .method<promise_cancel>("cancel() -> None", "Interrupt the task.")
                 .property<promise_name>("name", "The task's name.")
                 .method<promise_repr>("__repr__() -> str")
                 .share());
  module
      .function<background_function>("background(name: str, handler, /, *args, shared=False, **kwargs) -> Promise",
                                     "Run a function on a thread of its own, in an environment of its own: functions and modules of the caller's "
                                     "module go along, arguments are copied. With shared=True inside the caller's environment. In a server's setup "
                                     "script the task starts when the server is ready.")
      .function<run>("run(function, /, *args, **kwargs) -> Promise", "Like background(), at once and with a generated name.")
      .function<run>("spawn(function, /, *args, **kwargs) -> Promise", "The same as run().");
  module.install();
  scriptling::check(host->on_ready(
      scriptling::plugin, [](void*) { g_scheduler->ready(); }, nullptr));
}

void stop() {
  bool script = !(host->lifecycle(scriptling::plugin) & SL_LIFE_SERVER);
  g_scheduler->stop(scriptling::config::number("shutdown_grace"), script && scriptling::config::boolean("join_on_exit"));
}

constexpr scriptling::PluginDef kPlugin{
    .name = "background",
    .version = "1.0.0",
    .summary = "background tasks and promises",
    .config =
        "max_tasks: int = 256 # Tasks that run at the same time, more wait in line.;"
        "shutdown_grace: time = 5s # How long a stop waits for cancelled tasks.;"
        "join_on_exit: bool = false # Script mode: wait for unfinished tasks instead of cancelling them.",
    .init = init,
    .stop = stop,
};

}  // namespace
}  // namespace background

SCRIPTLING_PLUGIN_EXPORT(background::kPlugin)
