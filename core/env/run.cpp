// Running code in an environment: main scripts, handler references, and what became of them.
#include <algorithm>
#include <iterator>
#include <utility>

#include "core/env/environment.h"
#include "core/env/environment_impl.h"
#include "core/env/hooks.h"
#include "core/env/module_cache.h"
#include "core/lang/compile.h"
#include "core/vm/exceptions.h"
#include "core/vm/slow.h"
#include "core/vm/syntax_warnings.h"
#include "core/vm/types.h"

namespace sl {
namespace {

bool is_file(std::string_view path) { return !path.empty() && path.front() != '<'; }

// As CPython prints it, with the column added for editors and the hint below.
std::string format_diagnostic(const Diagnostic& d, const std::string& path) {
  std::string text = "  File \"" + path + "\", line " + std::to_string(d.line);
  if (d.column) text += ", column " + std::to_string(d.column);
  text += '\n';
  size_t indent = std::min(d.line_text.find_first_not_of(" \t\f"), d.line_text.size());
  if (indent < d.line_text.size()) {
    std::string_view line = std::string_view(d.line_text).substr(indent);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    text.append("    ").append(line) += '\n';
    if (d.column > indent) {
      size_t start = d.column - 1 - indent;
      size_t end = d.end_line == d.line && d.end_column > d.column ? d.end_column - 1 - indent : start + 1;
      text.append(4 + start, ' ').append(end - start, '^') += '\n';
    }
  }
  text += d.type + ": " + d.message + '\n';
  if (!d.hint.empty()) text += "hint: " + d.hint + '\n';
  return text;
}

RunResult syntax_failure(const std::vector<Diagnostic>& errors, const std::string& path) {
  RunResult r;
  r.ok = false;
  r.exit_status = 1;
  const Diagnostic& first = errors.front();
  r.error_type = first.type;
  r.error_message = first.message + " (" + path.substr(path.rfind('/') + 1) + ", line " + std::to_string(first.line) + ")";
  for (const Diagnostic& d : errors) r.traceback += format_diagnostic(d, path);
  return r;
}

std::string text_of(Vm& vm, Value v) {
  Value s = vm.str(v);
  if (Str* text = as_str(s)) return std::string(text->view());
  vm.clear_error();
  return {};
}

std::string message_of(Vm& vm, Value exception) {
  std::string text = text_of(vm, exception);
  if (!text.empty()) return text;
  ExceptionInstance* e = as_exception(exception);
  Tuple* args = e ? as_tuple(e->args) : nullptr;
  if (args && args->size)
    if (Str* s = as_str(args->items[0])) return std::string(s->view());
  return {};
}

void start_main(Vm& vm, Module* m, std::string_view path) {
  const Names& n = names();
  vm.module_set(m, n.__name__, Value::object(n.__main__));
  if (is_file(path)) vm.module_set(m, n.__file__, vm.str_value(path));
  vm.module_set(m, n.__package__, Value::none());
  dict_set_str(vm, vm.modules, n.__main__, Value::object(m));
}

// Gives attributes set before any code named them the slots that code now uses.
void adopt_extra(Vm& vm, Module* m, size_t first_new) {
  const auto& all = m->names->names;
  vm.reserve_globals(m, static_cast<uint32_t>(all.size()));
  for (size_t slot = first_new; m->extra && slot < all.size(); ++slot) {
    Value v = dict_get_str(m->extra, all[slot]);
    if (v.is_unset()) continue;
    m->slots[slot] = v;
    dict_delete(vm, m->extra, Value::object(all[slot]));
  }
}

// Builtins that sandboxes do not have, and what calling one there does.
constexpr const char* kHidden[] = {"eval", "exec", "compile", "open", "input", "__import__", "globals", "locals", "breakpoint"};
constexpr const char* kHiddenSignatures[] = {"eval(*a, **k)",       "exec(*a, **k)",    "compile(*a, **k)", "open(*a, **k)",      "input(*a, **k)",
                                             "__import__(*a, **k)", "globals(*a, **k)", "locals(*a, **k)",  "breakpoint(*a, **k)"};
template <size_t I>
Value undefined_builtin(Vm& vm, Value*) {
  return raise_undefined(vm, intern(kHidden[I]));
}

struct HiddenBuiltin {
  Str* name;
  Value stand_in;
};
template <size_t... I>
std::vector<HiddenBuiltin> make_hidden(std::index_sequence<I...>) {
  return {{intern(kHidden[I]), Value::object(define_native({kHiddenSignatures[I], undefined_builtin<I>}, nullptr, "builtins"))}...};
}

}  // namespace

void Environment::hide_builtins(Module* m) {
  static const auto& hidden = *new std::vector<HiddenBuiltin>(make_hidden(std::make_index_sequence<std::size(kHidden)>()));
  for (const HiddenBuiltin& h : hidden) {
    int32_t slot = m->names->find(h.name);
    if (slot < 0) continue;
    vm.reserve_globals(m, static_cast<uint32_t>(slot) + 1);
    if (m->slots[slot].is_unset()) m->slots[slot] = h.stand_in;
  }
}

RunResult Environment::run_main(std::string_view source, const std::string& path, Value* last) {
  CompileOptions options;
  options.path = path;
  options.scriptling_dialect = profile_->scriptling_dialect;
  CompileResult compiled = compile_file_text(source, options);
  if (!compiled.module) return syntax_failure(compiled.errors, path);

  if (!issue_warnings(vm, compiled.warnings, path)) return failure();
  return run_as_main(std::move(compiled.module), path, Value::none(), last);
}

RunResult Environment::run_as_main(const std::shared_ptr<ModuleCode>& code, const std::string& path, Value package, Value* last) {
  vm.code_units.push_back(code);
  Module* m = vm.new_module(names().__main__, code.get(), code->globals.get());
  start_main(vm, m, path);
  vm.module_set(m, names().__package__, package);
  main_module = m;
  if (profile_->sandboxed) hide_builtins(m);
  vm.plain_entry = code->top.get();
  Value value = vm.run_module(m);
  vm.plain_entry = nullptr;
  if (last) *last = value;
  RunResult result = vm.raised() ? failure() : RunResult();
  flush_out();
  return result;
}

void Environment::finish_main() {
  if (auto finished = environment_hooks().finished) finished(vm);
  flush_out();
}

Module* Environment::open_main(std::string_view path) {
  if (main_module) return main_module;
  auto table = std::make_shared<GlobalNames>();
  table->scriptling = profile_->scriptling_dialect;
  impl_->main_names = table;
  main_module = vm.new_module(names().__main__, nullptr, table.get());
  start_main(vm, main_module, path);
  return main_module;
}

bool Environment::exec(std::string_view source, const std::string& path, Value* last, CompileMode mode) {
  Module* m = open_main(path);
  CompileOptions options;
  options.path = path;
  options.mode = mode;
  options.scriptling_dialect = profile_->scriptling_dialect;
  if (impl_->main_names)
    options.globals = impl_->main_names;
  else
    options.globals = std::shared_ptr<GlobalNames>(m->code->globals);
  size_t known = options.globals->names.size();
  CompileResult compiled = compile_source(source, options);
  adopt_extra(vm, m, known);
  if (!compiled.module) {
    raise_syntax_error(vm, compiled.errors.front(), path);
    return false;
  }
  if (!issue_warnings(vm, compiled.warnings, path)) return false;
  std::shared_ptr<ModuleCode> code = std::move(compiled.module);
  vm.code_units.push_back(code);
  if (is_file(path)) vm.module_set(m, names().__file__, vm.str_value(path));
  if (profile_->sandboxed) hide_builtins(m);
  Value value = vm.run_code(m, code->top.get());
  if (last) *last = value;
  if (!impl_->out) stdout_sink()->flush();
  return !vm.raised();
}

namespace {

// Gives the exception to a sys.excepthook of the script's own; false: there is none, or it failed.
bool report_to_hook(Vm& vm, Value exception) {
  Value sys = vm.modules ? dict_get_str(vm.modules, intern("sys")) : Value();
  ExceptionInstance* e = as_exception(exception);
  if (!is_kind(sys, Kind::Module) || !e) return false;
  Value hook = vm.module_get(as<Module>(sys), intern("excepthook")), first = vm.module_get(as<Module>(sys), intern("__excepthook__"));
  if (hook.is_unset() || hook.same(first)) return false;
  if (!vm.call(hook, {Value::object(e->cls), exception, traceback_of(e)}).is_unset()) return true;
  std::string text = "Error in sys.excepthook:\n" + vm.format_exception(vm.take_error());
  vm.host->write_err(text + "\nOriginal exception was:\n");
  return false;
}

}  // namespace

RunResult Environment::failure() {
  RunResult r;
  Value exception = vm.take_error();
  if (exception.is_unset()) return r;
  r.ok = false;
  r.exit_status = 1;
  r.error_type = vm.type_of(exception)->name->view();

  // The text of an interruption is made by native code alone, but the interruption still being in
  // force would stop that too.
  uint32_t held = 0;
  if (vm.is_instance(exception, errors().ExecutionInterrupted)) {
    held = vm.interrupt.fetch_and(~(kInterruptStop | kInterruptFuel)) & (kInterruptStop | kInterruptFuel);
  }
  if (vm.is_instance(exception, errors().SystemExit)) {
    r.ok = true;
    r.exited = true;
    Value code = vm.get_attr(exception, names().code);
    if (code.is_unset()) vm.clear_error();
    if (code.is_unset() || code.is_none()) {
      r.exit_status = 0;
    } else if (Value number = unwrap(code); number.is_int_or_bool()) {
      r.exit_status = static_cast<int>(number.i & 0xFF);
    } else {
      r.error_message = text_of(vm, code);
      write_err(r.error_message + "\n");
    }
  } else {
    r.error_message = message_of(vm, exception);
    if (held || !report_to_hook(vm, exception)) r.traceback = vm.format_exception(exception);
    vm.clear_error();
  }
  if (held) vm.interrupt.fetch_or(held);
  return r;
}

Value Environment::import(std::string_view dotted) {
  Str* name = find_interned(dotted);
  return import_module(vm, name ? name : vm.new_str(dotted));
}

Value Environment::resolve(std::string_view dotted) {
  size_t end = dotted.rfind('.');
  if (end == std::string_view::npos) return import(dotted);
  for (;; end = dotted.rfind('.', end - 1)) {
    std::string_view prefix = dotted.substr(0, end);
    Value v = import(prefix);
    if (v.is_unset()) {
      // Only the absence of this very module lets a shorter prefix try.
      if (!vm.is_instance(vm.pending, errors().ModuleNotFoundError) || dotted.rfind('.', end - 1) == std::string_view::npos) return v;
      Value missing = vm.take_error();
      Value name = vm.find_attr(missing, names().name);
      Str* s = name.is_unset() ? nullptr : as_str(name);
      bool mine = s && prefix.starts_with(s->view()) && (prefix.size() == s->size || prefix[s->size] == '.');
      if (!mine) {
        vm.clear_error();
        return vm.raise(missing);
      }
      continue;
    }
    while (end < dotted.size()) {
      size_t dot = std::min(dotted.find('.', end + 1), dotted.size());
      v = vm.get_attr(v, dotted.substr(end + 1, dot - end - 1));
      if (v.is_unset()) return v;
      end = dot;
    }
    return v;
  }
}

}  // namespace sl
