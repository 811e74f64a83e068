// Built-in functions about objects: attributes, classes, identity.
#include "core/vm/builtins.h"
#include "core/vm/dialect.h"
#include "core/vm/frame_access.h"
#include "core/vm/module_about.h"
#include "core/vm/objects.h"
#include "core/vm/text.h"

namespace sl {

namespace {

std::string name_of(Vm& vm, Value v) { return std::string(type_name(vm, v)); }

// The attribute name an argument gives; null with TypeError pending.
Str* attribute_name(Vm& vm, Value v) {
  if (Str* s = as_str(v)) return s;
  vm.raisef(errors().TypeError, "attribute name must be string, not '%s'", name_of(vm, v).c_str());
  return nullptr;
}

Value builtin_getattr(Vm& vm, Value* args) {
  Str* name = attribute_name(vm, args[1]);
  if (!name) return {};
  if (args[2].is_unset()) return vm.get_attr(args[0], name);
  Value fallback = args[2], v = vm.find_attr(args[0], name);
  return v.is_unset() && !vm.raised() ? fallback : v;
}

Value builtin_hasattr(Vm& vm, Value* args) {
  Str* name = attribute_name(vm, args[1]);
  if (!name) return {};
  Value v = vm.find_attr(args[0], name);
  if (v.is_unset() && vm.raised()) return {};
  return Value::boolean(!v.is_unset());
}

Value builtin_setattr(Vm& vm, Value* args) {
  Str* name = attribute_name(vm, args[1]);
  return name && vm.set_attr(args[0], name, args[2]) ? Value::none() : Value();
}

Value builtin_delattr(Vm& vm, Value* args) {
  Str* name = attribute_name(vm, args[1]);
  return name && vm.del_attr(args[0], name) ? Value::none() : Value();
}

Value truth(int t) { return t < 0 ? Value() : Value::boolean(t); }
Value builtin_isinstance(Vm& vm, Value* args) {
  if (args[1].is_object() && args[1].o == vm.type_of(args[0])) return Value::boolean(true);
  return truth(vm.is_instance_of(args[0], args[1]));
}
Value builtin_issubclass(Vm& vm, Value* args) { return truth(vm.is_subclass_of(args[0], args[1])); }
Value builtin_callable(Vm& vm, Value* args) { return Value::boolean(vm.callable(args[0])); }

Value builtin_hash(Vm& vm, Value* args) {
  uint64_t h;
  return vm.hash(args[0], &h) ? Value::integer(static_cast<int64_t>(h)) : Value();
}

// Inline values have no address: a number unlike any address stands for them.
Value builtin_id(Vm&, Value* args) {
  Value v = args[0];
  if (v.is_object()) return Value::integer(static_cast<int64_t>(v.bits));
  uint64_t mixed = (v.bits ^ v.bits >> 32) * 16 + v.tag * 2 + 1;
  return Value::integer(static_cast<int64_t>(mixed & 0x7FFFFFFFFFFF));
}

void add_names(Vm& vm, Dict* to, Dict* from) {
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(from, &cursor, &key, &value))
    if (Str* s = as_str(key)) dict_set_str(vm, to, s, Value::none());
}

// A sorted list of the keys.
List* sorted_keys(Vm& vm, Dict* d) {
  List* out = vm.new_list(d->used);
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(d, &cursor, &key, &value)) list_append(vm, out, key);
  return list_sort(vm, out, Value::none(), false) ? out : nullptr;
}

// The Scriptling dialect lists the built-in names too.
Value names_in_scope(Vm& vm) {
  Dict* found = vm.new_dict();
  Dict* local = current_locals(vm);
  if (runs_scriptling(vm)) {
    List* builtin = builtin_names(vm);
    for (uint64_t i = 0; i < builtin->size; ++i) dict_set_str(vm, found, as<Str>(builtin->items[i]), Value::none());
  }
  if (local)
    add_names(vm, found, local);
  else if (Module* m = current_module(vm)) {
    add_names(vm, found, module_dict(vm, m));
    if (!runs_scriptling(vm)) add_module_about(vm, m, found);
  }
  List* out = sorted_keys(vm, found);
  return out ? Value::object(out) : Value();
}

Value builtin_dir(Vm& vm, Value* args) {
  if (args[0].is_unset()) return names_in_scope(vm);
  Value hook = vm.find_special(args[0], names().__dir__);
  if (is_kind(args[0], Kind::Module)) {  // PEP 562
    Value own = vm.module_get(as<Module>(args[0]), names().__dir__);
    if (!own.is_unset()) {
      Value listed = vm.call(own);
      List* out = listed.is_unset() ? nullptr : vm.to_list(listed);
      return out && list_sort(vm, out, Value::none(), false) ? Value::object(out) : Value();
    }
  }
  bool inherited = hook.is_unset() || (is_kind(hook, Kind::Native) && as<Native>(hook)->owner == types().object);
  List* out;
  if (inherited) {
    out = attribute_names(vm, args[0]);
  } else {
    Value r = vm.call_special(args[0], names().__dir__);
    out = r.is_unset() ? nullptr : vm.to_list(r);
    if (out && !list_sort(vm, out, Value::none(), false)) out = nullptr;
  }
  return out ? Value::object(out) : Value();
}

const MethodDef kFunctions[] = {
    {"getattr(object, name, default=..., /)", builtin_getattr, 0, "Get a named attribute from an object."},
    {"hasattr(obj, name, /)", builtin_hasattr, 0, "Return whether the object has an attribute with the given name."},
    {"setattr(obj, name, value, /)", builtin_setattr, 0, "Sets the named attribute on the given object to the specified value."},
    {"delattr(obj, name, /)", builtin_delattr, 0, "Deletes the named attribute from the given object."},
    {"isinstance(obj, class_or_tuple, /)", builtin_isinstance, 0, "Return whether an object is an instance of a class or of a subclass thereof."},
    {"issubclass(cls, class_or_tuple, /)", builtin_issubclass, 0, "Return whether 'cls' is derived from another class or is the same class."},
    {"callable(obj, /)", builtin_callable, 0, "Return whether the object is callable (i.e., some kind of function)."},
    {"hash(obj, /)", builtin_hash, 0, "Return the hash value for the given object."},
    {"id(obj, /)", builtin_id, 0, "Return the identity of an object."},
    {"dir(object=..., /)", builtin_dir, 0, "Return an alphabetized list of the names in the given object, or in the current scope."},
};

}  // namespace

List* builtin_names(Vm& vm) {
  List* out = vm.new_list(static_cast<size_t>(builtin_count()));
  for (int i = 0; i < builtin_count(); ++i) list_append(vm, out, Value::object(builtin_name(i)));
  return list_sort(vm, out, Value::none(), false) ? out : nullptr;
}

void define_object_builtins() { define_builtins(kFunctions); }

}  // namespace sl
