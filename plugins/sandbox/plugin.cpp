#include <algorithm>

#include "sandbox.h"

namespace sandbox {
namespace {

using scriptling::Call;
using scriptling::Error;
using scriptling::Value;

bool need_bool(const Value& v) {
  switch (v.kind()) {
    case SL_KIND_NONE:
    case SL_KIND_BOOL:
    case SL_KIND_INT:
    case SL_KIND_FLOAT:
    case SL_KIND_STR:
    case SL_KIND_LIST:
    case SL_KIND_TUPLE:
    case SL_KIND_DICT: return v.truthy();
    default: throw Error("TypeError", "capture_output: must be a boolean");
  }
}

double need_positive(const Value& v, const char* name) {
  if (v.is_none()) return 0;
  double number = v.number();
  if (!(number > 0)) throw Error("ValueError", std::string(name) + " must be positive");
  return number;
}

std::vector<std::string> texts(const Value& v) {
  std::vector<std::string> out;
  v.each([&](const Value& item) { out.emplace_back(item.str()); });
  return out;
}

Value create(Call& c) {
  Options options;
  options.capture = need_bool(c.arg(0));
  options.timeout = need_positive(c.arg(1), "timeout");
  options.memory = static_cast<uint64_t>(std::min(need_positive(c.arg(2), "max_memory"), 1e18));
  options.fuel = static_cast<uint64_t>(std::min(need_positive(c.arg(3), "max_steps"), 1e18));
  if ((options.modules_listed = !c.arg(4).is_none())) options.modules = texts(c.arg(4));
  if ((options.paths_listed = !c.arg(5).is_none())) options.paths = texts(c.arg(5));
  auto sandbox = scriptling::Handle<Sandbox>::make(c, options);
  return c.make_object("Sandbox", sandbox.detach());
}

void init() {
  scriptling::ModuleDef module("scriptling.runtime.sandbox", "Environments that scripts create and run code in.");
  module.add(scriptling::class_<Sandbox>("Sandbox", "An isolated environment with variables of its own.")
                 .method<&Sandbox::set>("set(name: str, value, /) -> None", "Define a variable; the value is copied.", SL_FN_BLOCKS)
                 .method<&Sandbox::get>("get(name: str, /)", "A copy of a variable, or its text when it cannot be copied; None when undefined.", SL_FN_BLOCKS)
                 .method<&Sandbox::exec>("exec(code: str, timeout=None) -> None", "Run code. Errors end the run, see exit_code() and error().", SL_FN_BLOCKS)
                 .method<&Sandbox::exec_file>("exec_file(path: str, timeout=None) -> None", "Run a file.", SL_FN_BLOCKS)
                 .method<&Sandbox::exit_code>("exit_code() -> int", "Of the last run: 0, 1 after an error, or what sys.exit() was given.")
                 .method<&Sandbox::error>("error()", "The error that ended the last run, as text, or None.")
                 .method<&Sandbox::output>("output() -> str", "What was printed since the last call, with capture_output; at most 1 MiB.")
                 .method<&Sandbox::close>("close() -> None", "Stop a run and free the environment.", SL_FN_BLOCKS));
  module.function<create>("create(capture_output=False, timeout=None, max_memory=None, max_steps=None, libs=None, allowed_paths=None) -> Sandbox",
                          "A new sandbox. capture_output: keep what it prints, and print it; otherwise that is discarded. timeout: seconds per run. max_memory: bytes. "
                          "max_steps: loop turns and calls. libs: the modules it may import. allowed_paths: the directories it may touch.");
  module.install();
  start_reaper();
}

constexpr scriptling::PluginDef kPlugin{
    .name = "sandbox",
    .version = "1.0.0",
    .summary = "isolated environments for running code",
    .init = init,
    .shutdown = stop_reaper,
};

}  // namespace
}  // namespace sandbox

SCRIPTLING_PLUGIN_EXPORT(sandbox::kPlugin)
