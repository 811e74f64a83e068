#include "core/vm/syntax_warnings.h"

#include "core/vm/exceptions.h"

namespace sl {

bool issue_warnings(Vm& vm, const std::vector<Diagnostic>& warnings, const std::string& path) {
  if (warnings.empty()) return true;
  Value module = vm.host->import_module(vm, intern("warnings"));
  if (module.is_unset()) return false;
  Value warn = vm.get_attr(module, "warn_explicit");
  if (warn.is_unset()) return false;
  for (const Diagnostic& d : warnings) {
    Value done = vm.call(warn, {vm.str_value(d.message), Value::object(errors().SyntaxWarning), vm.str_value(path), Value::integer(d.line)});
    if (!done.is_unset()) continue;
    if (!vm.catch_error(errors().SyntaxWarning)) return false;
    Diagnostic error = d;
    error.type = "SyntaxError";
    error.line_text.clear();
    raise_syntax_error(vm, error, path);
    return false;
  }
  return true;
}

}  // namespace sl
