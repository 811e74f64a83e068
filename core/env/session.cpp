#include "core/env/session.h"

#include "core/env/environment_impl.h"
#include "core/vm/types.h"

namespace sl {

Session::Session(Environment& env) : env_(env), module_(env.main_module) {
  Vm& vm = env.vm;
  if (module_ && module_->code && module_->code->globals.get() == module_->names) {
    names_ = module_->code->globals;
    return;
  }
  names_ = std::make_shared<GlobalNames>();
  vm.locals[names_.get()] = names_;   // the module points at it for as long as the environment lives
  module_ = vm.new_module(names().__main__, nullptr, names_.get());
  env.main_module = module_;
  set("__name__", Value::object(names().__main__));
  set("__package__", Value::none());
  dict_set_str(vm, vm.modules, names().__main__, Value::object(module_));
}

void Session::fit_slots() {
  size_t needed = names_->names.size();
  if (needed <= module_->slot_capacity) return;
  size_t capacity = needed + needed / 2 + 8;
  Value* grown = env_.vm.heap.values(capacity);
  for (size_t i = 0; i < capacity; ++i) grown[i] = i < module_->slot_capacity ? module_->slots[i] : Value();
  if (module_->slots) env_.vm.heap.free_buffer(module_->slots);
  module_->slots = grown;
  module_->slot_capacity = static_cast<uint32_t>(capacity);
}

Value Session::run(std::string_view source, const std::string& path, CompileMode mode, bool* incomplete) {
  Vm& vm = env_.vm;
  CompileOptions options;
  options.path = path;
  options.mode = mode;
  options.scriptling_dialect = env_.profile().scriptling_dialect;
  options.globals = names_;
  CompileResult compiled = compile_source(source, options);
  fit_slots();   // names may have been added before an error was found
  if (incomplete) *incomplete = false;
  if (!compiled.module) {
    if (incomplete && compiled.incomplete) {
      *incomplete = true;
      return Value::none();
    }
    return raise_diagnostic(vm, compiled.errors.front(), path);
  }
  std::shared_ptr<ModuleCode> code = std::move(compiled.module);
  vm.code_units.push_back(code);
  module_->code = code.get();
  Value v = vm.run_module(module_);
  if (vm.raised()) return Value();
  return v.is_unset() || mode == CompileMode::Module ? Value::none() : v;
}

Value Session::get(std::string_view name) const {
  Str* s = find_interned(name);
  return s ? env_.vm.module_get(module_, s) : Value();
}

void Session::set(std::string_view name, Value v) {
  uint32_t slot = names_->slot_for(intern(name));
  fit_slots();
  module_->slots[slot] = v;
}

}  // namespace sl
