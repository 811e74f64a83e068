// f(*x, **y): putting the arguments together, with messages that name the function.
#include "core/vm/bulk.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {
namespace {

std::string type_name(Vm& vm, Value v) { return std::string(vm.type_of(v)->name->view()); }

// "module.name()", the module left out for built-ins; what has no name appears as its text.
std::string function_text(Vm& vm, Value f) {
  Value name = vm.find_attr(f, names().__qualname__);
  if (name.is_unset()) {
    if (!vm.raised()) name = vm.str(f);
    Str* text = name.is_unset() ? nullptr : as_str(name);
    return text ? std::string(text->view()) : std::string();
  }
  Str* text = as_str(name);
  if (!text) return {};
  Value module = vm.find_attr(f, names().__module__);
  if (vm.raised()) return {};
  std::string out = std::string(text->view()) + "()";
  Str* in = module.is_unset() ? nullptr : as_str(module);
  return in && in->view() != "builtins" ? std::string(in->view()) + "." + out : out;
}

bool raise_spread(Vm& vm, const Value* callee, const std::string& what) {
  std::string text = callee ? function_text(vm, *callee) : "__build_class__()";
  if (!vm.raised()) vm.raise_type(text + " " + what);
  return false;
}

}  // namespace

bool extend_display(Vm& vm, List* list, Value iterable, const Value* callee) {
  if (vm.extend(list, iterable)) return true;
  if (!vm.is_instance(vm.pending, errors().TypeError)) return false;
  // Only what has no way of being iterated: an __iter__ that fails keeps its own message.
  if (!vm.find_special(iterable, names().__iter__).is_unset() || !vm.find_special(iterable, names().__getitem__).is_unset()) return false;
  vm.clear_error();
  if (callee) return raise_spread(vm, callee, "argument after * must be an iterable, not " + type_name(vm, iterable));
  vm.raise_type("Value after * must be an iterable, not " + type_name(vm, iterable));
  return false;
}

bool dict_merge_keywords(Vm& vm, Dict* d, Value mapping, const Value* callee) {
  Dict* source = as_dict(mapping);
  if (!source) {
    Value keys = vm.find_attr(mapping, names().keys);
    if (vm.raised()) return false;
    if (keys.is_unset()) return raise_spread(vm, callee, "argument after ** must be a mapping, not " + type_name(vm, mapping));
    source = vm.new_dict();
    if (!dict_update(vm, source, mapping)) return false;
  }
  uint32_t cursor = 0;
  Value key, value;
  Pace pace(vm);
  while (dict_next(source, &cursor, &key, &value)) {
    if (!pace.on()) return false;
    Str* name = as_str(key);
    if (!name) {
      vm.raise_type("keywords must be strings");
      return false;
    }
    if (!dict_get_str(d, name).is_unset()) return raise_spread(vm, callee, "got multiple values for keyword argument '" + std::string(name->view()) + "'");
    dict_set_str(vm, d, name, value);
  }
  return true;
}

}  // namespace sl
