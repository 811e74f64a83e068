// Attribute access: the descriptor protocol, instances, classes, modules and the rest.
#include <algorithm>
#include <string>
#include <vector>

#include "core/lang/code.h"
#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/exception_group.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/module_about.h"
#include "core/vm/objects.h"
#include "core/vm/slots.h"
#include "core/vm/slow.h"
#include "core/vm/super_attribute.h"
#include "core/vm/types.h"
#include "core/vm/wrapper_attrs.h"

namespace sl {
namespace {

int text_size(const Str* s) { return static_cast<int>(s->size); }

Value call_getter(Vm& vm, Native* n, Value self) {
  Value args[1] = {self};
  return n->flags & kNativeAbi ? call_abi_native(vm, n, args) : n->fn(vm, args);
}

// The value a class attribute has when read through the class itself.
Value bind_for_class(Vm& vm, Value attr, Class* cls) {
  if (attr.tag != kObject) return attr;
  switch (attr.o->kind) {
    case Kind::StaticMethod: return as<StaticMethod>(attr)->function;
    case Kind::ClassMethod: return bind_attribute(vm, attr, Value::none(), cls);
    case Kind::Native: return as<Native>(attr)->flags & kNativeClassMethod ? vm.bind_method(Value::object(cls), attr) : attr;
    case Kind::Instance:
    case Kind::Host:
      if (attr.o->kind == Kind::Host && as<HostObj>(attr)->type->binds) return attr;
      if (!vm.find_special(attr, names().__get__).is_unset()) return vm.call_special(attr, names().__get__, {Value::none(), Value::object(cls)});
      return attr;
    default: return attr;
  }
}

Str* weakref_name() {
  static Str* const kName = intern("__weakref__");
  return kName;
}

// A descriptor with __set__ but no __get__ leaves reading to the instance.
bool stores_only(Vm& vm, Value attr) { return is_kind(attr, Kind::Instance) && vm.find_special(attr, names().__get__).is_unset(); }

Value find_in_class(Vm& vm, Class* cls, Str* name) {
  AttrKind meta_kind;
  Value meta = class_lookup_cached(vm, cls->metaclass, name, &meta_kind);
  if (!meta.is_unset() && meta_kind == AttrKind::DataDescriptor && !stores_only(vm, meta)) return bind_attribute(vm, meta, Value::object(cls), cls->metaclass);
  Value own = class_lookup_cached(vm, cls, name);
  if (!own.is_unset()) return bind_for_class(vm, own, cls);
  if (!meta.is_unset()) return bind_attribute(vm, meta, Value::object(cls), cls->metaclass);
  return Value();
}

Value own_attribute(Vm& vm, Value v, Str* name) {
  switch (v.o->kind) {
    case Kind::Instance: return instance_find(as<Instance>(v), name);
    case Kind::Module: return vm.module_get(as<Module>(v), name);
    case Kind::Function: return as<Function>(v)->attrs ? dict_get_str(as<Function>(v)->attrs, name) : Value();
    case Kind::Host: return as<HostObj>(v)->attrs ? dict_get_str(as<HostObj>(v)->attrs, name) : Value();
    case Kind::StaticMethod:
    case Kind::ClassMethod: {
      Dict* attrs = wrapper_attrs(vm, v);
      return attrs ? dict_get_str(attrs, name) : Value();
    }
    default: return Value();
  }
}

}  // namespace

Value super_attribute(Vm& vm, Super* s, Str* name) {
  Value attr = super_lookup(s, name);
  if (attr.is_unset()) return Value();
  if (is_kind(s->self, Kind::Class) && as<Class>(s->self) == s->type) {
    if (is_kind(attr, Kind::ClassMethod) || is_kind(attr, Kind::StaticMethod)) return bind_attribute(vm, attr, s->self, s->type);
    if (is_kind(attr, Kind::Native) && as<Native>(attr)->flags & kNativeClassMethod) return vm.bind_method(s->self, attr);
    if (!is_subclass(s->type, types().type) || is_kind(attr, Kind::Function)) return bind_for_class(vm, attr, s->type);
  }
  return bind_attribute(vm, attr, s->self, s->type);
}

namespace {

// Annotations of modules that have none come into being when asked for.
Value module_annotations(Vm& vm, Module* m) {
  Value made = Value::object(vm.new_dict());
  vm.module_set(m, names().__annotations__, made);
  return made;
}

// What classes whose instances can be weakly referenced have without storing it.
Value implied_weakref(Class* c, bool of_class) {
  for (uint32_t i = 0; i < c->mro_count; ++i)
    if (Value v = implied_attribute(c->mro[i], weakref_name()); !v.is_unset()) return of_class ? v : Value::none();
  return Value();
}

// Unset without a pending exception: there is no such attribute.
Value lookup(Vm& vm, Value v, Str* name, bool user_hooks = true) {
  if (is_kind(v, Kind::Class)) {
    Class* meta = as<Class>(v)->metaclass;
    if (user_hooks && meta->flags & kClassHasGetattribute) {
      Value r = vm.call_special(v, names().__getattribute__, {Value::object(name)});
      if (r.is_unset() && meta->flags & kClassHasGetattr && vm.catch_error(errors().AttributeError)) return vm.call_special(v, names().__getattr__, {Value::object(name)});
      return r;
    }
    Value r = find_in_class(vm, as<Class>(v), name);
    if (r.is_unset() && !vm.raised() && name == weakref_name()) r = implied_weakref(as<Class>(v), true);
    if (r.is_unset() && !vm.raised() && user_hooks && meta->flags & kClassHasGetattr) return vm.call_special(v, names().__getattr__, {Value::object(name)});
    return r;
  }
  if (is_kind(v, Kind::Super) && as<Super>(v)->type) {
    Value r = name == names().__class__ ? Value() : super_attribute(vm, as<Super>(v), name);
    if (!r.is_unset() || vm.raised()) return r;
  }
  Class* cls = vm.type_of(v);
  if (user_hooks && cls->flags & kClassHasGetattribute) {
    Value r = vm.call_special(v, names().__getattribute__, {Value::object(name)});
    if (r.is_unset() && cls->flags & kClassHasGetattr && vm.catch_error(errors().AttributeError)) return vm.call_special(v, names().__getattr__, {Value::object(name)});
    return r;
  }
  // A descriptor without a value, such as a slot that is not set, leaves the attribute to __getattr__.
  auto found_or_asked = [&](Value r) {
    if (!r.is_unset() || !user_hooks || !(cls->flags & kClassHasGetattr) || (vm.raised() && !vm.catch_error(errors().AttributeError))) return r;
    return vm.call_special(v, names().__getattr__, {Value::object(name)});
  };
  AttrKind kind;
  Value attr = class_lookup_cached(vm, cls, name, &kind);
  if (!attr.is_unset() && kind == AttrKind::DataDescriptor && !stores_only(vm, attr)) {
    return found_or_asked(bind_attribute(vm, attr, v, cls));
  }
  if (v.tag == kObject) {
    Value own = own_attribute(vm, v, name);
    if (!own.is_unset()) return own;
  }
  if (!attr.is_unset()) return found_or_asked(bind_attribute(vm, attr, v, cls));
  if (name == weakref_name() && is_kind(v, Kind::Instance)) {
    Value r = implied_weakref(cls, false);
    if (!r.is_unset()) return r;
  }
  if (user_hooks && cls->flags & kClassHasGetattr) return vm.call_special(v, names().__getattr__, {Value::object(name)});
  if (is_kind(v, Kind::BoundMethod)) return lookup(vm, as<BoundMethod>(v)->function, name);
  if (is_kind(v, Kind::Module)) {  // PEP 562
    Value hook = vm.module_get(as<Module>(v), names().__getattr__);
    if (!hook.is_unset()) return vm.call(hook, {Value::object(name)});
    if (name == names().__annotations__) return module_annotations(vm, as<Module>(v));
    return module_about(vm, as<Module>(v), name);
  }
  if (is_kind(v, Kind::Dict)) return dict_get_str(as<Dict>(v), name);  // the dialect reads d.key
  return Value();
}

// The name of a module of a script's own class.
Str* module_title(Value v) {
  if (!is_kind(v, Kind::Instance) || !is_subclass(as<Instance>(v)->cls, types().module)) return nullptr;
  Value name = instance_find(as<Instance>(v), names().__name__);
  return name.is_object() ? as_str(name) : nullptr;
}

void raise_missing(Vm& vm, Value v, Str* name) {
  if (is_kind(v, Kind::Class)) {
    vm.raisef(errors().AttributeError, "type object '%.*s' has no attribute '%.*s'", text_size(as<Class>(v)->name), as<Class>(v)->name->data, text_size(name), name->data);
  } else if (Str* title = module_title(v)) {
    vm.raisef(errors().AttributeError, "module '%.*s' has no attribute '%.*s'", text_size(title), title->data, text_size(name), name->data);
  } else if (is_kind(v, Kind::Module)) {
    Str* module = as<Module>(v)->name;
    std::string child = std::string(module->view()) + "." + std::string(name->view());
    Str* known = find_interned(child);
    Value loaded = known ? dict_get_str(vm.modules, known) : Value();
    if (is_kind(loaded, Kind::Module) && loaded.o->flags & kModuleLoading)
      vm.raise(errors().AttributeError,
               "cannot access submodule '" + std::string(name->view()) + "' of module '" + std::string(module->view()) + "' (most likely due to a circular import)");
    else if (v.o->flags & kModuleLoading)
      vm.raise(errors().AttributeError,
               "partially initialized module '" + std::string(module->view()) + "' has no attribute '" + std::string(name->view()) + "' (most likely due to a circular import)");
    else
      vm.raisef(errors().AttributeError, "module '%.*s' has no attribute '%.*s'", text_size(module), module->data, text_size(name), name->data);
  } else {
    bool of_function = is_kind(v, Kind::BoundMethod) && is_kind(as<BoundMethod>(v)->function, Kind::Function);  // where methods look last
    Class* cls = of_function ? types().function : vm.type_of(v);
    vm.raisef(errors().AttributeError, "'%.*s' object has no attribute '%.*s'", text_size(cls->name), cls->name->data, text_size(name), name->data);
  }
  if (auto* e = as_exception(vm.pending)) e->value = Value::object(vm.new_tuple({Value::object(name), v}));
}

// An AttributeError raised by the object's own code is told what was asked for.
void note_missing(Vm& vm, Value v, Str* name) {
  ExceptionInstance* e = as_exception(vm.pending);
  if (!e || e->cls != errors().AttributeError) return;
  Tuple* known = e->value.is_object() ? as_tuple(e->value) : nullptr;
  if (known && !(known->items[0].is_none() && known->items[1].is_none())) return;
  e->value = Value::object(vm.new_tuple({Value::object(name), v}));
}

Str* interned_or_same(Str* name) {
  if (name->interned()) return name;
  Str* found = find_interned(name->view());
  return found ? found : name;
}

bool raise_read_only(Vm& vm, Class* cls, Str* name, bool exists) {
  if (exists)
    vm.raisef(errors().AttributeError, "'%.*s' object attribute '%.*s' is read-only", text_size(cls->name), cls->name->data, text_size(name), name->data);
  else
    vm.raisef(errors().AttributeError, "'%.*s' object has no attribute '%.*s'", text_size(cls->name), cls->name->data, text_size(name), name->data);
  return false;
}

bool store_in_descriptor(Vm& vm, Value attr, Value self, Value value, Str* name, Class* cls) {
  if (is_kind(attr, Kind::Property)) {
    Property* p = as<Property>(attr);
    Value f = value.is_unset() ? p->del : p->set;
    if (f.is_unset() || f.is_none()) {
      const char* what = value.is_unset() ? "deleter" : "setter";
      raise_property_lacks(vm, p, cls, std::string(what) + (runs_scriptling(vm) ? ": it is read-only" : ""));
      return false;
    }
    Value r = value.is_unset() ? vm.call(f, {self}) : vm.call(f, {self, value});
    return !r.is_unset();
  }
  if (is_kind(attr, Kind::Native)) {
    Native* n = as<Native>(attr);
    if (!n->setter) {
      vm.raisef(errors().AttributeError, "attribute '%.*s' of '%.*s' objects is not writable", text_size(name), name->data, text_size(cls->name), cls->name->data);
      return false;
    }
    Value args[2] = {self, value};
    return !(n->setter->flags & kNativeAbi ? call_abi_native(vm, n->setter, args) : n->setter->fn(vm, args)).is_unset();
  }
  if (value.is_unset()) {
    Value r = vm.call_special(attr, names().__delete__, {self});
    if (r.is_unset() && !vm.raised()) vm.raise(errors().AttributeError, "__delete__");
    return !vm.raised();
  }
  if (Value set = vm.find_special(attr, names().__set__); is_kind(set, Kind::Function)) {
    const Value args[] = {attr, self, value};
    return !vm.call_function(as<Function>(set), args, 3).is_unset();
  }
  Value r = vm.call_special(attr, names().__set__, {self, value});
  if (r.is_unset() && !vm.raised()) vm.raise(errors().AttributeError, "__set__");
  return !vm.raised();
}

bool store_plain(Vm& vm, Value v, Class* cls, Str* name, Value value, bool class_has) {
  switch (v.tag == kObject ? v.o->kind : Kind::Free) {
    case Kind::Instance:
      if (cls == types().object) return raise_read_only(vm, cls, name, class_has);
      if (cls->flags & kClassNoDict && find_member(cls, name).is_unset()) return raise_read_only(vm, cls, name, class_has);
      if (value.is_unset() && instance_find(as<Instance>(v), name).is_unset()) {
        if (find_member(cls, name).is_unset()) return raise_read_only(vm, cls, name, false);
        vm.raise(errors().AttributeError, name->view());
        return false;
      }
      return instance_store(vm, as<Instance>(v), name, value);
    case Kind::Module: {
      if (value.is_unset() && vm.module_get(as<Module>(v), name).is_unset()) {
        raise_missing(vm, v, name);
        return false;
      }
      vm.module_set(as<Module>(v), name, value);
      return true;
    }
    case Kind::Function:
    case Kind::Host: {
      Dict** attrs = v.o->kind == Kind::Function ? &as<Function>(v)->attrs : &as<HostObj>(v)->attrs;
      if (v.o->mark == kSharedMark) return raise_read_only(vm, cls, name, class_has);
      if (!*attrs) *attrs = vm.new_dict();
      if (!value.is_unset()) {
        dict_set_str(vm, *attrs, name, value);
        return true;
      }
      if (dict_delete(vm, *attrs, Value::object(name)) == 1) return true;
      return raise_read_only(vm, cls, name, false);
    }
    case Kind::StaticMethod:
    case Kind::ClassMethod: {
      if (v.o->mark == kSharedMark) return raise_read_only(vm, cls, name, class_has);
      Dict* attrs = value.is_unset() ? wrapper_attrs(vm, v) : make_wrapper_attrs(vm, v);
      if (!value.is_unset()) {
        dict_set_str(vm, attrs, name, value);
        return true;
      }
      if (attrs && dict_delete(vm, attrs, Value::object(name)) == 1) return true;
      return raise_read_only(vm, cls, name, false);
    }
    case Kind::Dict:  // the dialect writes d.key
      if (class_has) return raise_read_only(vm, cls, name, true);
      if (!value.is_unset()) {
        dict_set_str(vm, as<Dict>(v), name, value);
        return true;
      }
      if (dict_delete(vm, as<Dict>(v), Value::object(name)) == 1) return true;
      return raise_read_only(vm, cls, name, false);
    default: return raise_read_only(vm, cls, name, class_has);
  }
}

bool store(Vm& vm, Value v, Str* name, Value value) {
  if (!name->interned() && name->size <= 64) name = intern(name->view());
  Class* cls = vm.type_of(v);
  if (cls->flags & kClassHasSetattr) {
    Str* hook = value.is_unset() ? names().__delattr__ : names().__setattr__;
    Value f = class_lookup_cached(vm, cls, hook);
    if (!is_kind(f, Kind::Native) || as<Native>(f)->name != hook) {
      Value r = value.is_unset() ? vm.call(f, {v, Value::object(name)}) : vm.call(f, {v, Value::object(name), value});
      return !r.is_unset();
    }
  }
  return generic_store(vm, v, name, value);
}

}  // namespace

Value raise_property_lacks(Vm& vm, const Property* p, Class* owner, std::string_view what) {
  std::string of = std::string(owner->qualname->view());
  std::string title = p->name ? "property '" + std::string(p->name->view()) + "'" : "property";
  return vm.raise(errors().AttributeError, title + " of '" + of + "' object has no " + std::string(what));
}

Value lookup_attr(Vm& vm, Value v, Str* name) { return lookup(vm, v, interned_or_same(name)); }

Value generic_find(Vm& vm, Value v, Str* name) { return lookup(vm, v, interned_or_same(name), false); }

bool generic_store(Vm& vm, Value v, Str* name, Value value) {
  if (!name->interned() && name->size <= 64) name = intern(name->view());
  Class* cls = vm.type_of(v);
  AttrKind kind = AttrKind::Plain;
  Value attr = class_lookup_cached(vm, cls, name, &kind);
  if (!attr.is_unset() && kind == AttrKind::DataDescriptor) return store_in_descriptor(vm, attr, v, value, name, cls);
  if (is_kind(v, Kind::Class)) return class_set_attr(vm, as<Class>(v), name, value);
  return store_plain(vm, v, cls, name, value, !attr.is_unset());
}

Value bind_attribute(Vm& vm, Value attr, Value self, Class* owner) {
  if (attr.tag != kObject) return attr;
  switch (attr.o->kind) {
    case Kind::Function: return vm.bind_method(self, attr);
    case Kind::Native: {
      Native* n = as<Native>(attr);
      if (n->flags & kNativeGetter) return call_getter(vm, n, self);
      if (n->flags & kNativeMethod) return vm.bind_method(self, attr);
      if (n->flags & kNativeClassMethod) return vm.bind_method(Value::object(owner), attr);
      return attr;
    }
    case Kind::Property: {
      Property* p = as<Property>(attr);
      if (p->get.is_unset() || p->get.is_none()) {
        return raise_property_lacks(vm, p, owner, "getter");
      }
      return vm.call(p->get, {self});
    }
    case Kind::StaticMethod: return as<StaticMethod>(attr)->function;
    case Kind::ClassMethod: {
      Value f = as<StaticMethod>(attr)->function;
      if (is_kind(f, Kind::Property)) return bind_attribute(vm, f, Value::object(owner), owner->metaclass);
      bool descriptor = is_kind(f, Kind::Instance) || is_kind(f, Kind::ClassMethod) || is_kind(f, Kind::StaticMethod);
      if (descriptor && (!is_kind(f, Kind::Instance) || !vm.find_special(f, names().__get__).is_unset())) return bind_attribute(vm, f, Value::object(owner), owner);
      return vm.bind_method(Value::object(owner), f);
    }
    case Kind::Super:
      if (as<Super>(attr)->type || self.is_none()) return attr;
      return make_super(vm, Value::object(as<Super>(attr)->start), self);
    case Kind::Instance:
    case Kind::Host:
      if (attr.o->kind == Kind::Host && as<HostObj>(attr)->type->binds) return vm.bind_method(self, attr);
      if (Value get = vm.find_special(attr, names().__get__); !get.is_unset()) {
        const Value args[] = {attr, self, Value::object(owner)};  // not bound, whatever it is
        return is_kind(get, Kind::Function) ? vm.call_function(as<Function>(get), args, 3) : vm.call(get, args, 3);
      }
      return attr;
    default: return attr;
  }
}

Value instance_find(Instance* i, const Str* name) {
  if (i->aux == kDictShape) {
    Value* cell = member_cell(i, name);
    return cell ? *cell : dict_get_str(as<Dict>(i->slots[0]), name);
  }
  SlotInfo info = shape_find(i->aux, name);
  return info.slot < 0 ? Value() : i->slots[info.slot];
}

namespace {

size_t head_size(const Class* cls) {
  switch (cls->instance_layout) {
    case Layout::Payload: return sizeof(PayloadInstance);
    case Layout::Exception: return sizeof(ExceptionInstance);
    default: return sizeof(Instance);
  }
}

void ensure_slots(Vm& vm, Instance* i, uint32_t n) {
  if (n <= i->capacity) return;
  uint32_t capacity = std::max<uint32_t>(n, i->capacity * 2 + 2);
  Value* grown = vm.heap.values(capacity);
  for (uint32_t k = 0; k < i->used; ++k) grown[k] = i->slots[k];
  if (i->slots && reinterpret_cast<char*>(i->slots) != reinterpret_cast<char*>(i) + head_size(i->cls)) vm.heap.free_buffer(i->slots);
  i->slots = grown;
  i->capacity = capacity;
  if (i->cls->mark != kSharedMark && i->cls->predicted_slots < n) i->cls->predicted_slots = static_cast<uint16_t>(std::min<uint32_t>(n, 32));
}

}  // namespace

Dict* instance_dict_copy(Vm& vm, Instance* i) {
  if (i->aux == kDictShape) {
    Dict* d = dict_copy(vm, as<Dict>(i->slots[0]));
    if (i->used > 1)
      for (Value m : class_members(i->cls)) {
        Str* name = as<Str>(as<HostObj>(m)->fields[0]);
        Value* cell = member_cell(i, name);
        if (cell && !cell->is_unset()) dict_set_str(vm, d, name, *cell);
      }
    return d;
  }
  Dict* d = vm.new_dict(i->used);
  for (uint32_t k = 0; k < i->used; ++k) dict_set_str(vm, d, shape_name(i->aux, k), i->slots[k]);
  return d;
}

Dict* instance_dict(Vm& vm, Instance* i) {
  if (i->aux == kDictShape) return as<Dict>(i->slots[0]);
  Dict* d = instance_dict_copy(vm, i);
  std::vector<Value> members = class_members(i->cls);
  auto count = static_cast<uint32_t>(members.size());
  ensure_slots(vm, i, 1 + count);
  i->slots[0] = Value::object(d);
  for (uint32_t k = 0; k < count; ++k) i->slots[1 + k] = Value();
  i->used = 1 + count;
  i->aux = kDictShape;
  for (Value m : members) {
    Str* name = as<Str>(as<HostObj>(m)->fields[0]);
    Value v = dict_get_str(d, name);
    if (v.is_unset()) continue;
    if (member_index(m) < count) i->slots[1 + member_index(m)] = v;
    dict_delete(vm, d, Value::object(name));
  }
  return d;
}

bool instance_store(Vm& vm, Instance* i, Str* name, Value v) {
  if (i->aux != kDictShape) {
    SlotInfo info = shape_find(i->aux, name);
    if (info.slot >= 0) {
      if (!v.is_unset()) {
        i->slots[info.slot] = v;
        return true;
      }
      std::vector<Str*> keep;
      std::vector<AttrKind> kinds;
      for (uint32_t k = 0; k < i->used; ++k) {
        if (static_cast<int32_t>(k) == info.slot) continue;
        i->slots[keep.size()] = i->slots[k];
        keep.push_back(shape_name(i->aux, k));
      }
      uint32_t shape = kEmptyShape;
      for (Str* n : keep) shape = shape == kNoShape ? shape : shape_add(shape, n);
      i->used = static_cast<uint32_t>(keep.size());
      if (shape != kNoShape) {
        i->aux = shape;
        return true;
      }
    } else if (v.is_unset()) {
      return true;
    } else if (name->interned() && i->used < kMaxShapeSlots) {
      uint32_t shape = shape_add(i->aux, name);
      if (shape != kNoShape) {
        ensure_slots(vm, i, i->used + 1);
        i->slots[i->used++] = v;
        i->aux = shape;
        return true;
      }
    }
  }
  Dict* d = instance_dict(vm, i);
  if (Value* cell = member_cell(i, name)) {
    *cell = v;
    return true;
  }
  if (v.is_unset())
    dict_delete(vm, d, Value::object(name));
  else
    dict_set_str(vm, d, name, v);
  return true;
}

Instance* Vm::new_instance(Class* cls) {
  size_t head = head_size(cls);
  uint32_t inline_slots = cls->predicted_slots;
  auto* i = static_cast<Instance*>(heap.allocate(Kind::Instance, head + inline_slots * sizeof(Value)));
  i->cls = cls;
  i->slots = reinterpret_cast<Value*>(reinterpret_cast<char*>(i) + head);
  i->used = 0;
  i->capacity = inline_slots;
  if (cls->instance_layout == Layout::Exception) {
    auto* e = static_cast<ExceptionInstance*>(i);
    e->args = Value::object(g_empty_tuple);
    e->cause = e->context = e->value = Value();
    e->traceback = nullptr;
    e->suppress_context = 0;
  } else if (cls->instance_layout == Layout::Payload) {
    static_cast<PayloadInstance*>(i)->payload = Value::none();
  }
  if (cls->has_finalizer) [[unlikely]]
    watch(*this, i);
  return i;
}

Value Vm::wrap_payload(Class* cls, Value payload) {
  if (cls->flags & kClassBuiltin) return payload;
  auto* i = static_cast<PayloadInstance*>(new_instance(cls));
  i->payload = payload;
  return Value::object(i);
}

Value Vm::find_attr(Value v, Str* name) {
  Value r = lookup(*this, v, interned_or_same(name));
  if (r.is_unset() && raised()) catch_error(errors().AttributeError);
  return r;
}

Value Vm::get_attr(Value v, Str* name) {
  Value r = lookup(*this, v, interned_or_same(name));
  if (r.is_unset()) {
    if (!raised())
      raise_missing(*this, v, name);
    else
      note_missing(*this, v, name);
  }
  return r;
}

bool Vm::set_attr(Value v, Str* name, Value value) { return store(*this, v, name, value); }
bool Vm::del_attr(Value v, Str* name) { return store(*this, v, name, Value()); }

Value Vm::find_special(Value v, Str* name) { return class_lookup_cached(*this, type_of(v), name); }

Value Vm::call_special(Value v, Str* name, std::initializer_list<Value> args) {
  Class* cls = type_of(v);
  Value f = class_lookup_cached(*this, cls, name);
  if (f.is_unset() || (f.is_none() && args.size() == 0 && name != names().__hash__)) {
    if (f.is_none()) raisef(errors().TypeError, "'%.*s' object does not support %.*s", text_size(cls->name), cls->name->data, text_size(name), name->data);
    return Value();
  }
  alignas(Value) std::byte storage[kWindowSlack * sizeof(Value)];  // blank: most calls have one or two arguments
  auto* window = reinterpret_cast<Value*>(storage);
  size_t n = 0;
  if (is_kind(f, Kind::Function) || (is_kind(f, Kind::Native) && as<Native>(f)->flags & kNativeMethod)) {
    window[n++] = v;
  } else {
    f = bind_attribute(*this, f, v, cls);
    if (f.is_unset()) return Value();
  }
  for (const Value& a : args) window[n++] = a;
  char probe;
  if (is_kind(f, Kind::Native) && &probe >= thread->native_low) return call_native(*this, as<Native>(f), window, n);
  return call(f, window, n);
}

Value Vm::call_method(Value v, Str* name, std::initializer_list<Value> args) {
  Value f = get_attr(v, name);
  return f.is_unset() ? f : call(f, args.begin(), args.size());
}

// ---- construction ---------------------------------------------------------------------------

Value allocate_instance(Vm& vm, Class* cls, const Value* args, size_t n, Dict* keywords) {
  if (is_subclass(cls, types().type)) {
    if (n == 1 && cls == types().type && keywords && keywords->used) return vm.raise_type("type() takes no keyword arguments");
    if (n == 1 && cls == types().type) return Value::object(vm.type_of(args[0]));
    if (n != 3 && cls != types().type) return vm.raise_type("type.__new__() takes exactly 3 arguments (" + std::to_string(n) + " given)");
    if (n != 3) return vm.raise_type("type() takes 1 or 3 arguments");
    Str* name = as_str(args[0]);
    Tuple* bases = as_tuple(args[1]);
    Dict* ns = as_dict(args[2]);
    if (!name || !bases || !ns) {
      int wrong = !name ? 0 : !bases ? 1 : 2;
      const char* wanted[] = {"str", "tuple", "dict"};
      return vm.raise_type("type.__new__() argument " + std::to_string(wrong + 1) + " must be " + wanted[wrong] + ", not " +
                           (args[wrong].is_none() ? "None" : std::string(vm.type_of(args[wrong])->name->view())));
    }
    for (size_t i = 0; i < bases->size; ++i) {
      if (is_kind(bases->items[i], Kind::Class)) continue;
      if (!vm.find_attr(bases->items[i], names().__mro_entries__).is_unset()) return vm.raise_type("type() doesn't support MRO entry resolution; use types.new_class()");
      if (vm.raised()) return Value();
    }
    Class* winner = derived_metaclass(vm, cls, bases);
    if (!winner) return Value();
    if (winner != cls && cls == types().type) return vm.call_kw(Value::object(winner), args, n, keywords);
    return create_class(vm, winner, name, bases, ns, keywords);
  }
  switch (cls->instance_layout) {
    case Layout::Exception: {
      if (is_subclass(cls, errors().BaseExceptionGroup)) return make_exception_group(vm, cls, args, n);
      auto* e = static_cast<ExceptionInstance*>(vm.new_instance(cls));
      if (n) e->args = Value::object(vm.new_tuple(args, n));
      return Value::object(e);
    }
    case Layout::Payload: {
      Class* builtin = cls;
      for (uint32_t i = 0; i < cls->mro_count && !builtin->construct; ++i) builtin = cls->mro[i];
      if (!builtin->construct) return vm.raisef(errors().TypeError, "cannot create '%.*s' instances", text_size(cls->name), cls->name->data);
      bool empty = builtin->flags & kClassMutableInit && cls != builtin;
      const Signature* s = builtin->construct_native->signature;
      bool unnamed = s->params.size() == s->positional_only && !s->var_keywords;
      if (empty || (unnamed && !is_kind(class_lookup(cls, names().__init__), Kind::Native))) keywords = nullptr;  // the class's own __init__ takes them
      Value payload = empty ? construct_empty(vm, builtin) : call_native_kw(vm, builtin->construct_native, args, n, nullptr, keywords);
      return payload.is_unset() ? payload : vm.wrap_payload(cls, unwrap(payload));
    }
    case Layout::Opaque: return vm.raisef(errors().TypeError, "cannot create '%.*s' instances", text_size(cls->name), cls->name->data);
    default: break;
  }
  if (cls->construct) return call_native_kw(vm, cls->construct_native, args, n, nullptr, keywords);
  Value abstract = class_lookup(cls, names().__abstractmethods__);
  if (Set* s = abstract.is_unset() ? nullptr : as_set(abstract); s && s->used) {
    std::vector<std::string> missing;
    uint32_t cursor = 0;
    Value key;
    while (set_next(s, &cursor, &key))
      if (Str* k = as_str(key)) missing.emplace_back(k->view());
    std::sort(missing.begin(), missing.end());
    std::string text = "Can't instantiate abstract class " + std::string(cls->name->view()) + " with abstract method" + (missing.size() > 1 ? "s " : " ");
    for (size_t i = 0; i < missing.size(); ++i) text += (i ? ", " : "") + missing[i];
    return vm.raise_type(text);
  }
  return Value::object(vm.new_instance(cls));
}

Value instantiate(Vm& vm, Class* cls, const Value* args, size_t n, Dict* keywords) {
  if (cls->construct) return call_native_kw(vm, cls->construct_native, args, n, nullptr, keywords);
  Value obj;
  Value init = class_init(vm, cls);
  Value make = cls->flags & kClassHasSpecialNew ? class_lookup_cached(vm, cls, names().__new__) : Value();
  if (is_kind(make, Kind::StaticMethod)) make = as<StaticMethod>(make)->function;
  if (make.is_object() && !is_kind(make, Kind::Native)) {
    RootVec window(vm.heap);
    window.items.push_back(Value::object(cls));
    window.items.insert(window.items.end(), args, args + n);
    obj = vm.call_kw(make, window.items.data(), n + 1, keywords);
    if (obj.is_unset() || !vm.is_instance(obj, cls)) return obj;
    if (is_kind(init, Kind::Native) && as<Native>(init)->owner != types().object && cls->instance_layout == Layout::Payload) {
      const Signature* s = as<Native>(init)->signature;  // the class's own __new__ takes the keywords
      if (s->params.size() == s->positional_only && !s->var_keywords) keywords = nullptr;
    }
    if (Class* made = vm.type_of(obj); made != cls) init = class_lookup(made, names().__init__);
  } else {
    if ((n || (keywords && keywords->used)) && cls->instance_layout == Layout::Plain && is_kind(init, Kind::Native) && as<Native>(init)->owner == types().object)
      return vm.raisef(errors().TypeError, "%.*s() takes no arguments", text_size(cls->name), cls->name->data);
    obj = allocate_instance(vm, cls, args, n, keywords);
    if (obj.is_unset() || cls == types().type) return obj;
  }
  if (is_kind(init, Kind::Native) && as<Native>(init)->owner == types().object) return obj;
  if (is_kind(obj, Kind::Class) && is_kind(init, Kind::Native)) return obj;
  RootVec window(vm.heap);
  Value f = init;
  if (is_kind(init, Kind::Function) || (is_kind(init, Kind::Native) && as<Native>(init)->flags & kNativeMethod)) {
    window.items.push_back(obj);
  } else {
    f = bind_attribute(vm, init, obj, cls);
    if (f.is_unset()) return f;
  }
  window.items.insert(window.items.end(), args, args + n);
  Value r = vm.call_kw(f, window.items.data(), window.items.size(), keywords);
  if (r.is_unset()) return r;
  if (!r.is_none()) {
    Class* got = vm.type_of(r);
    return vm.raisef(errors().TypeError, "__init__() should return None, not '%.*s'", text_size(got->name), got->name->data);
  }
  return obj;
}

}  // namespace sl
