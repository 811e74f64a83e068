// What globals() returns: a dict-like view of a module's variables that reads and writes them.
#include <algorithm>
#include <unordered_map>

#include "core/lang/code.h"
#include "core/vm/builtins.h"
#include "core/vm/frame.h"
#include "core/vm/objects.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Class* g_view_class;
const char kViewTag = 0;
const HostType kViewHost = {.name = "dict", .tag = &kViewTag};

Module* self_module(Vm& vm, Value v) {
  if (Module* m = module_of_view(v)) return m;
  vm.raisef(errors().TypeError, "descriptor requires a globals() dict but received a '%s'", std::string(type_name(vm, v)).c_str());
  return nullptr;
}

Value lookup(Vm& vm, Module* m, Value key) {
  Str* name = as_str(key);
  return name ? vm.module_get(m, intern(name->view())) : Value();
}

bool remove(Vm& vm, Module* m, Value key) {
  Str* name = intern(as_str(key)->view());
  int32_t slot = m->names ? m->names->find(name) : -1;
  if (slot >= 0 && static_cast<uint32_t>(slot) < m->slot_capacity) {
    m->slots[slot] = Value();
    if (m->flags & kModuleBuiltins) override_builtin(vm, name, Value());
  }
  return !m->extra || dict_delete(vm, m->extra, Value::object(name)) >= 0;
}

Value view_getitem(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  Value v = lookup(vm, m, args[1]);
  return v.is_unset() ? vm.raise_key(args[1]) : v;
}

Value view_setitem(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  Str* name = as_str(args[1]);
  if (!name) return vm.raisef(errors().TypeError, "global names must be strings, not '%s'", std::string(type_name(vm, args[1])).c_str());
  vm.module_set(m, intern(name->view()), args[2]);
  return Value::none();
}

Value view_delitem(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  if (lookup(vm, m, args[1]).is_unset()) return vm.raise_key(args[1]);
  return remove(vm, m, args[1]) ? Value::none() : Value();
}

Value view_contains(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  return m ? Value::boolean(!lookup(vm, m, args[1]).is_unset()) : Value();
}

Value view_get(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  Value v = lookup(vm, m, args[1]);
  return v.is_unset() ? args[2] : v;
}

Value view_setdefault(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  Value v = lookup(vm, m, args[1]);
  if (!v.is_unset()) return v;
  return view_setitem(vm, args).is_unset() ? Value() : args[2];
}

Value view_pop(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  Value v = lookup(vm, m, args[1]);
  if (v.is_unset()) return args[2].is_unset() ? vm.raise_key(args[1]) : args[2];
  return remove(vm, m, args[1]) ? v : Value();
}

Value view_update(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  Dict* given = vm.new_dict();
  if (!args[1].is_unset() && !dict_update(vm, given, args[1])) return {};
  if (!dict_update(vm, given, args[2])) return {};
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(given, &cursor, &key, &value)) {
    Value pair[] = {args[0], key, value};
    if (view_setitem(vm, pair).is_unset()) return {};
  }
  return Value::none();
}

Value view_len(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  return m ? Value::integer(module_dict(vm, m)->used) : Value();
}

Value view_copy(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  return m ? Value::object(module_dict(vm, m)) : Value();
}

Value view_iter(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  return m ? vm.iter(Value::object(module_dict(vm, m))) : Value();
}

// keys, values and items of the present state.
Value through_snapshot(Vm& vm, Value self, const char* method) {
  Module* m = self_module(vm, self);
  return m ? vm.call_method(Value::object(module_dict(vm, m)), intern(method)) : Value();
}
Value view_keys(Vm& vm, Value* args) { return through_snapshot(vm, args[0], "keys"); }
Value view_values(Vm& vm, Value* args) { return through_snapshot(vm, args[0], "values"); }
Value view_items(Vm& vm, Value* args) { return through_snapshot(vm, args[0], "items"); }

Value view_repr(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  return m ? vm.repr(Value::object(module_dict(vm, m))) : Value();
}

Value view_eq(Vm& vm, Value* args) {
  Module* m = self_module(vm, args[0]);
  if (!m) return {};
  if (Module* other = module_of_view(args[1])) return Value::boolean(m == other);
  if (!as_dict(args[1])) return not_implemented();
  return vm.compare(CmpOp::Eq, Value::object(module_dict(vm, m)), args[1]);
}

const MethodDef kMethods[] = {
    {"__getitem__(self, key, /)", view_getitem},
    {"__setitem__(self, key, value, /)", view_setitem},
    {"__delitem__(self, key, /)", view_delitem},
    {"__contains__(self, key, /)", view_contains},
    {"__len__(self, /)", view_len},
    {"__iter__(self, /)", view_iter},
    {"__repr__(self, /)", view_repr},
    {"__eq__(self, value, /)", view_eq},
    {"get(self, key, default=None, /)", view_get},
    {"setdefault(self, key, default=None, /)", view_setdefault},
    {"pop(self, key, default=..., /)", view_pop},
    {"update(self, other=..., /, **kwargs)", view_update},
    {"copy(self, /)", view_copy},
    {"keys(self, /)", view_keys},
    {"values(self, /)", view_values},
    {"items(self, /)", view_items},
};

}  // namespace

namespace {

// One view per module, so that globals() is globals().
struct Views {
  std::unordered_map<const Module*, HostObj*> of;
};
void mark_views(Vm& vm, Marker& marker) {
  for (auto& [module, view] : local<Views>(vm).of) marker.mark(view);
}

}  // namespace

Module* module_of_view(Value v) {
  if (!is_kind(v, Kind::Host)) return nullptr;
  auto* o = as<HostObj>(v);
  return o->type && o->type->tag == &kViewTag && is_kind(o->fields[0], Kind::Module) ? as<Module>(o->fields[0]) : nullptr;
}

Value globals_view(Vm& vm, Module* module) {
  if (module->flags & kModuleDict) return Value::object(module->extra);
  auto& views = local<Views>(vm).of;
  if (views.empty() && std::find(vm.extra_roots.begin(), vm.extra_roots.end(), mark_views) == vm.extra_roots.end()) vm.extra_roots.push_back(mark_views);
  HostObj*& view = views[module];
  if (!view) {
    view = vm.new_host(g_view_class, nullptr, 1);
    view->fields[0] = Value::object(module);
  }
  return Value::object(view);
}

void define_globals_view() {
  TypeDef d;
  d.name = "dict";
  d.host_type = &kViewHost;
  d.subclassable = false;
  d.methods = kMethods;
  g_view_class = define_type(d);
  set_class_attribute(g_view_class, "__hash__", Value::none());
}

}  // namespace sl
