// Running a module by its name: scriptling-server -m NAME.
#include "core/env/environment.h"
#include "core/env/environment_impl.h"
#include "core/env/module_cache.h"
#include "core/vm/exceptions.h"
#include "core/vm/types.h"

namespace sl {
namespace {

struct Found {
  std::shared_ptr<ModuleCode> code;
  std::string path;
  std::vector<Diagnostic> errors;
  bool exists() const { return code || !errors.empty(); }
};

Found find(const std::string& dotted, const Profile& profile) {
  if (auto code = find_script_module(dotted)) return {code, code->path, {}};
  ModuleLookup file = find_module(dotted, profile.library_path, profile.scriptling_dialect, profile.dev);
  return {file.code, file.path, file.errors};
}

// The script's own name in sys.argv is where its code was found.
bool name_script(Vm& vm, Environment& env, const std::string& path) {
  Value sys = env.import_module(vm, intern("sys"));
  Value argv = sys.is_unset() ? sys : vm.get_attr(sys, "argv");
  if (List* list = argv.is_unset() ? nullptr : as_list(argv); list && list->size) list->items[0] = vm.str_value(path);
  return !vm.raised();
}

}  // namespace

RunResult Environment::run_main_module(const std::string& dotted, std::string* problem) {
  std::string wanted = dotted, note;
  size_t dot = wanted.rfind('.');
  auto import = [&](const std::string& name) {
    if (!import_module(vm, intern(name)).is_unset()) return true;
    bool missing = vm.is_instance(vm.pending, errors().ImportError);
    if (missing) {
      Value error = vm.take_error();
      Value text = vm.str(error);
      *problem = "Error while finding module specification for " + repr_text(dotted) + " (" + std::string(vm.type_of(error)->name->view()) + ": " +
                 (text.is_unset() ? std::string() : std::string(as_str(text)->view())) + ")";
      vm.clear_error();
    }
    return false;
  };
  if (dot != std::string::npos && !import(wanted.substr(0, dot))) return vm.raised() ? failure() : RunResult();
  Found found = find(wanted, *profile_);
  bool package = found.code && found.code->is_package;
  if (!found.exists() && !locate_namespace(wanted, profile_->library_path).empty()) package = true;
  if (package) {
    if (!import(wanted)) return vm.raised() ? failure() : RunResult();
    note = "; " + repr_text(dotted) + " is a package and cannot be directly executed";
    wanted += ".__main__";
    found = find(wanted, *profile_);
  }
  if (!found.exists()) {
    *problem = "No module named " + wanted + note;
    return {};
  }
  if (!found.code) {
    raise_syntax_error(vm, found.errors.front(), found.path);
    return failure();
  }
  if (!name_script(vm, *this, found.path)) return failure();
  dot = wanted.rfind('.');
  return run_as_main(found.code, found.path, vm.str_value(dot == std::string::npos ? std::string() : wanted.substr(0, dot)), nullptr);
}

}  // namespace sl
