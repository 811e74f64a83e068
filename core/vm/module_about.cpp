#include "core/vm/module_about.h"

#include "core/vm/containers.h"
#include "core/vm/runtime.h"

namespace sl {

namespace {

struct AboutNames {
  Str* spec = intern("__spec__");
  Str* loader = intern("__loader__");
  Str* cached = intern("__cached__");
};

const AboutNames& about_names() {
  static const AboutNames kNames;
  return kNames;
}

bool is_main(Vm& vm, Module* m) {
  Value name = vm.module_get(m, names().__name__);
  return name.is_object() && name.o == names().__main__;
}

Value make_spec(Vm& vm, Module* m) {
  static Str* const kMachinery = intern("importlib.machinery");
  static Str* const kDescribe = intern("_describe");
  if (vm.host->import_module(vm, kMachinery).is_unset()) return Value();
  Value machinery = dict_get_str(vm.modules, kMachinery);
  Value describe = machinery.is_unset() ? Value() : vm.get_attr(machinery, kDescribe);
  if (describe.is_unset()) return Value();
  auto known = [&](Str* name) {
    Value v = vm.module_get(m, name);
    return v.is_unset() ? Value::none() : v;
  };
  return vm.call(describe, {known(names().__name__), known(names().__file__), known(names().__path__)});
}

}  // namespace

Value module_about(Vm& vm, Module* m, Str* name) {
  const AboutNames& n = about_names();
  if (name != n.spec && name != n.loader && name != n.cached) return Value();
  Value made = Value::none();
  if (name == n.loader || (name == n.spec && !is_main(vm, m))) {
    made = make_spec(vm, m);
    if (!made.is_unset() && name == n.loader) made = vm.get_attr(made, intern("loader"));
    if (made.is_unset()) {
      vm.clear_error();
      made = Value::none();
    }
  }
  vm.module_set(m, name, made);
  return made;
}

void add_module_about(Vm& vm, Module* m, Dict* to) {
  if (vm.module_get(m, names().__file__).is_unset()) return;
  const AboutNames& n = about_names();
  for (Str* name : {n.spec, n.loader, n.cached, names().__builtins__}) dict_set_str(vm, to, name, Value::none());
  if (is_main(vm, m)) dict_set_str(vm, to, names().__annotations__, Value::none());
}

}  // namespace sl
