// object, type and the types of functions, modules and descriptors.
#include <string>

#include "core/lang/code.h"
#include "core/vm/argument_errors.h"
#include "core/vm/builtins.h"
#include "core/vm/class.h"
#include "core/vm/class_order.h"
#include "core/vm/dialect.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/introspection.h"
#include "core/vm/mapping_proxy.h"
#include "core/vm/objects.h"
#include "core/vm/slots.h"
#include "core/vm/types.h"
#include "core/vm/wrapper_attrs.h"

namespace sl {

Native* g_type_method;
namespace {

std::string text_of(const Str* s) { return std::string(s->view()); }

std::string address(const Obj* o) {
  char text[32];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(o)));
  return text;
}

std::string class_title(const Class* c) {
  std::string name = text_of(c->qualname);
  if (is_str(c->module)) {
    std::string_view m = as<Str>(c->module)->view();
    if (m != "builtins") return std::string(m) + "." + name;
  }
  return name;
}

// ---- object ---------------------------------------------------------------------------------

Value object_new(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Class)) return vm.raise_type("object.__new__(X): X is not a type object (" + text_of(vm.type_of(args[0])->name) + ")");
  Tuple* rest = as<Tuple>(args[1]);
  auto* c = as<Class>(args[0]);
  const Class* maker = c;
  if (c->instance_layout == Layout::Exception)
    maker = *std::find_if(c->mro, c->mro + c->mro_count, [](const Class* k) { return k->flags & kClassBuiltin && k->instance_layout == Layout::Exception; });
  if (maker->flags & kClassBuiltin && c != types().object) return vm.raise_type("object.__new__(" + text_of(c->name) + ") is not safe, use " + text_of(maker->name) + ".__new__()");
  if ((rest->size || as<Dict>(args[2])->used) && c->instance_layout == Layout::Plain && (!c->construct || c == types().object)) {
    Value init = class_lookup(c, names().__init__);
    bool own_new = !is_kind(class_lookup(c, names().__new__), Kind::Native);
    if (is_kind(init, Kind::Native) && as<Native>(init)->owner == types().object)
      return vm.raise_type(own_new ? "object.__new__() takes exactly one argument (the type to instantiate)" : text_of(c->name) + "() takes no arguments");
    if (own_new) return vm.raise_type("object.__new__() takes exactly one argument (the type to instantiate)");
  }
  return allocate_instance(vm, c, rest->items, rest->size, as<Dict>(args[2]));
}

// Values that are ready after __new__: their types have no __init__ but object's.
bool made_complete(Class* c) {
  for (Class* base : {types().integer, types().floating, types().complex, types().str, types().bytes, types().tuple, types().frozenset})
    if (is_subclass(c, base)) return true;
  return false;
}

Value object_init(Vm& vm, Value* args) {
  if (as<Tuple>(args[1])->size || as<Dict>(args[2])->used) {
    Class* c = vm.type_of(args[0]);
    Value init = class_lookup(c, names().__init__);
    bool overridden = !is_kind(init, Kind::Native) || as<Native>(init)->owner != types().object;
    if (overridden && (c->instance_layout == Layout::Plain || made_complete(c))) return vm.raise_type("object.__init__() takes exactly one argument (the instance to initialize)");
    if (!overridden && c->instance_layout == Layout::Plain && !(c->flags & kClassHasSpecialNew))
      return vm.raise_type(text_of(c->name) + ".__init__() takes exactly one argument (the instance to initialize)");
  }
  return Value::none();
}

Value object_repr(Vm& vm, Value* args) {
  Class* c = vm.type_of(args[0]);
  if (is_kind(args[0], Kind::Instance)) {  // the dialect's override field
    Value text = instance_find(as<Instance>(args[0]), names().__str_repr__);
    if (!text.is_unset() && as_str(text)) return text;
  }
  if (!args[0].is_object()) return vm.repr(args[0]);
  return vm.str_value("<" + class_title(c) + " object at " + address(args[0].o) + ">");
}
Value object_str(Vm& vm, Value* args) { return is_kind(args[0], Kind::Instance) ? vm.call_special(args[0], names().__repr__) : vm.repr(args[0]); }
Value object_eq(Vm& vm, Value* args) { return args[0].same(args[1]) ? Value::boolean(true) : not_implemented(); }
Value object_ne(Vm& vm, Value* args) {
  Value r = vm.call_special(args[0], names().__eq__, {args[1]});
  if (r.is_unset() || is_not_implemented(r)) return r;
  int t = vm.truthy(r);
  return t < 0 ? Value() : Value::boolean(!t);
}
Value object_order(Vm& vm, Value*) { return not_implemented(); }
Value object_hash(Vm& vm, Value* args) {
  if (!args[0].is_object()) {
    uint64_t h;
    return vm.hash(args[0], &h) ? Value::integer(static_cast<int64_t>(h)) : Value();
  }
  return Value::integer(static_cast<int64_t>(reinterpret_cast<uint64_t>(args[0].o) >> 4));
}
Value object_getattribute(Vm& vm, Value* args) {
  Str* name = as_str(args[1]);
  if (!name) return vm.raise_type("attribute name must be string, not '" + text_of(vm.type_of(args[1])->name) + "'");
  Value r = generic_find(vm, args[0], name);
  if (!r.is_unset() || vm.raised()) return r;
  Class* c = vm.type_of(args[0]);
  vm.raise(errors().AttributeError, "'" + text_of(c->name) + "' object has no attribute '" + text_of(name) + "'");
  set_error_fields(vm, {Value::object(name), args[0]});
  return {};
}
Value object_setattr(Vm& vm, Value* args) {
  Str* name = as_str(args[1]);
  if (!name) return vm.raise_type("attribute name must be string, not '" + text_of(vm.type_of(args[1])->name) + "'");
  return generic_store(vm, args[0], name, args[2]) ? Value::none() : Value();
}
Value object_delattr(Vm& vm, Value* args) {
  Str* name = as_str(args[1]);
  if (!name) return vm.raise_type("attribute name must be string, not '" + text_of(vm.type_of(args[1])->name) + "'");
  return generic_store(vm, args[0], name, Value()) ? Value::none() : Value();
}
Value object_class(Vm& vm, Value* args) { return Value::object(vm.type_of(args[0])); }
Value object_set_class(Vm& vm, Value* args) {
  if (args[1].is_unset()) return vm.raise_type("can't delete __class__ attribute");
  if (!is_kind(args[1], Kind::Class)) return vm.raise_type("__class__ must be set to a class, not '" + text_of(vm.type_of(args[1])->name) + "' object");
  if (!is_kind(args[0], Kind::Instance) || as<Class>(args[1])->flags & kClassBuiltin)
    return vm.raise_type("__class__ assignment only supported for mutable types or ModuleType subclasses");
  auto* i = as<Instance>(args[0]);
  auto* c = as<Class>(args[1]);
  if (c->instance_layout != i->cls->instance_layout || c->payload_kind != i->cls->payload_kind || (c->flags ^ i->cls->flags) & kClassNoDict || !same_slots(c, i->cls))
    return vm.raise_type("__class__ assignment: '" + text_of(c->name) + "' object layout differs from '" + text_of(i->cls->name) + "'");
  adopt_slots(i, c);
  i->cls = c;
  return Value::none();
}
// A staticmethod or classmethod shows what it took from its function.
Value wrapper_dict(Vm& vm, Value v) {
  if (Dict* known = wrapper_attrs(vm, v); known && known->used) return Value::object(known);
  Dict* d = make_wrapper_attrs(vm, v);
  for (Str* name : {names().__module__, names().__name__, names().__qualname__, names().__doc__, names().__annotations__}) {
    Value taken = vm.find_attr(as<StaticMethod>(v)->function, name);
    if (vm.raised()) return {};
    if (!taken.is_unset()) dict_set_str(vm, d, name, taken);
  }
  return Value::object(d);
}
Value object_dict(Vm& vm, Value* args) {
  Value v = args[0];
  if (is_kind(v, Kind::Instance) && !(as<Instance>(v)->cls->flags & kClassNoDict) && as<Instance>(v)->cls != types().object)
    return Value::object(instance_dict(vm, as<Instance>(v)));
  if (is_kind(v, Kind::Module)) return globals_view(vm, as<Module>(v));
  if (is_wrapper(v) && v.o->mark != kSharedMark) return wrapper_dict(vm, v);
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->mark != kSharedMark) {
    auto* h = as<HostObj>(v);
    if (!h->attrs) h->attrs = vm.new_dict();
    return Value::object(h->attrs);
  }
  if (is_kind(v, Kind::Function) && v.o->mark != kSharedMark) {
    auto* f = as<Function>(v);
    if (!f->attrs) f->attrs = vm.new_dict();
    return Value::object(f->attrs);
  }
  Class* c = vm.type_of(v);
  return vm.raise(errors().AttributeError, "'" + text_of(c->name) + "' object has no attribute '__dict__'");
}
Value object_set_dict(Vm& vm, Value* args) {
  Dict* d = args[1].is_unset() ? nullptr : as_dict(args[1]);
  if (is_kind(args[0], Kind::Function) && args[0].o->mark != kSharedMark) {
    if (args[1].is_unset()) return vm.raise_type("cannot delete __dict__");
    if (!d) return vm.raise_type("__dict__ must be set to a dictionary, not a '" + text_of(vm.type_of(args[1])->name) + "'");
    as<Function>(args[0])->attrs = d;
    return Value::none();
  }
  if (!is_kind(args[0], Kind::Instance) || as<Instance>(args[0])->cls->flags & kClassNoDict)
    return vm.raise(errors().AttributeError, "'" + text_of(vm.type_of(args[0])->name) + "' object has no attribute '__dict__'");
  if (args[1].is_unset()) d = vm.new_dict();
  if (!d) return vm.raise_type("__dict__ must be set to a dictionary, not a '" + text_of(vm.type_of(args[1])->name) + "'");
  auto* i = as<Instance>(args[0]);
  instance_dict(vm, i);
  i->slots[0] = Value::object(d);
  return Value::none();
}
Value object_format(Vm& vm, Value* args) {
  Str* spec = as_str(args[1]);
  if (!spec) return vm.raise_type("__format__() argument must be str, not " + (args[1].is_none() ? "None" : text_of(vm.type_of(args[1])->name)));
  if (spec->size) return vm.raise_type("unsupported format string passed to " + text_of(vm.type_of(args[0])->name) + ".__format__");
  return vm.str(args[0]);
}
Value object_dir(Vm& vm, Value* args) { return Value::object(attribute_names(vm, args[0])); }
// Taking objects apart is described in the script language, by the module copyreg.
Value from_copyreg(Vm& vm, const char* function, std::initializer_list<Value> args) {
  Value m = vm.host->import_module(vm, intern("copyreg"));
  Value f = m.is_unset() ? m : vm.get_attr(m, function);
  return f.is_unset() ? f : vm.call(f, args);
}
Value object_reduce(Vm& vm, Value* args) { return from_copyreg(vm, "_reduce", {args[0], Value::integer(0)}); }
Value object_reduce_ex(Vm& vm, Value* args) { return from_copyreg(vm, "_reduce_ex", {args[0], args[1]}); }
Value object_getstate(Vm& vm, Value* args) { return from_copyreg(vm, "_get_state", {args[0]}); }
Value object_sizeof(Vm& vm, Value*) { return Value::integer(64); }
Value object_init_subclass(Vm& vm, Value* args) {
  if (as<Dict>(args[1])->used) return vm.raise_type(text_of(as<Class>(args[0])->name) + ".__init_subclass__() takes no keyword arguments");
  return Value::none();
}
Value object_subclasshook(Vm& vm, Value*) { return not_implemented(); }
Value object_type_name(Vm& vm, Value* args) {
  if (is_kind(args[0], Kind::Instance) && !as_exception(args[0])) return vm.str_value("INSTANCE");
  return vm.str_value(dialect_type_name(vm, args[0]));
}

const MethodDef kObjectMethods[] = {
    {"__new__(cls, /, *args, **kwargs)", object_new, kNativeStatic | kNativeNew},
    {"__init__(self, /, *args, **kwargs)", object_init},
    {"__repr__(self, /)", object_repr},
    {"__str__(self, /)", object_str},
    {"__eq__(self, value, /)", object_eq},
    {"__ne__(self, value, /)", object_ne},
    {"__lt__(self, value, /)", object_order},
    {"__le__(self, value, /)", object_order},
    {"__gt__(self, value, /)", object_order},
    {"__ge__(self, value, /)", object_order},
    {"__hash__(self, /)", object_hash},
    {"__getattribute__(self, name, /)", object_getattribute},
    {"__setattr__(self, name, value, /)", object_setattr},
    {"__delattr__(self, name, /)", object_delattr},
    {"__class__", object_class, kNativeGetter, nullptr, object_set_class},
    {"__dict__", object_dict, kNativeGetter, nullptr, object_set_dict},
    {"__format__(self, format_spec, /)", object_format},
    {"__dir__(self, /)", object_dir},
    {"__sizeof__(self, /)", object_sizeof},
    {"__reduce__(self, /)", object_reduce},
    {"__reduce_ex__(self, protocol, /)", object_reduce_ex},
    {"__getstate__(self, /)", object_getstate},
    {"__init_subclass__(cls, /, **kwargs)", object_init_subclass, kNativeClassMethod},
    {"__subclasshook__(cls, subclass, /)", object_subclasshook, kNativeClassMethod},
};

// ---- type -----------------------------------------------------------------------------------

Class* self_class(Value v) { return as<Class>(v); }

Value type_call(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Class)) return vm.raise_type("descriptor '__call__' requires a 'type' object");
  Tuple* rest = as<Tuple>(args[1]);
  return instantiate(vm, self_class(args[0]), rest->items, rest->size, as<Dict>(args[2]));
}
Value type_init(Vm& vm, Value*) { return Value::none(); }
Value type_repr(Vm& vm, Value* args) { return vm.str_value("<class '" + class_title(self_class(args[0])) + "'>"); }
Value type_name(Vm&, Value* args) { return Value::object(short_name(self_class(args[0]))); }
bool may_set(Vm& vm, const Class* c, const char* name, Value v) {
  if (c->mark != kSharedMark && !v.is_unset()) return true;
  const char* what = c->mark == kSharedMark ? "set" : "delete";
  return vm.raisef(errors().TypeError, "cannot %s '%s' attribute of immutable type '%.*s'", what, name, static_cast<int>(c->name->size), c->name->data), false;
}
Value type_set_name(Vm& vm, Value* args) {
  Class* c = self_class(args[0]);
  if (!may_set(vm, c, "__name__", args[1])) return {};
  Str* s = as_str(args[1]);
  if (!s) return vm.raise_type("can only assign string to " + text_of(c->name) + ".__name__, not '" + text_of(vm.type_of(args[1])->name) + "'");
  if (s->view().find('\0') != std::string_view::npos) return vm.raise_value("type name must not contain null characters");
  c->name = s;
  return Value::none();
}
Value type_qualname(Vm& vm, Value* args) { return Value::object(self_class(args[0])->qualname); }
Value type_set_qualname(Vm& vm, Value* args) {
  Class* c = self_class(args[0]);
  if (!may_set(vm, c, "__qualname__", args[1])) return {};
  Str* s = as_str(args[1]);
  if (!s) return vm.raise_type("can only assign string to " + text_of(c->name) + ".__qualname__, not '" + text_of(vm.type_of(args[1])->name) + "'");
  c->qualname = s;
  return Value::none();
}
Value type_module(Vm& vm, Value* args) {
  Value m = self_class(args[0])->module;
  return m.is_unset() ? Value::object(intern("builtins")) : m;
}
Value type_set_module(Vm& vm, Value* args) {
  Class* c = self_class(args[0]);
  if (!may_set(vm, c, "__module__", args[1])) return {};
  c->module = args[1];
  return class_set_attr(vm, c, names().__module__, args[1]) ? Value::none() : Value();
}
Value type_mro(Vm& vm, Value* args) {
  Class* c = self_class(args[0]);
  Tuple* t = vm.new_tuple(c->mro_count);
  for (uint32_t i = 0; i < c->mro_count; ++i) t->items[i] = Value::object(c->mro[i]);
  return Value::object(t);
}
Value type_mro_list(Vm& vm, Value* args) {
  Value t = type_mro(vm, args);
  return Value::object(vm.new_list(as<Tuple>(t)->items, as<Tuple>(t)->size));
}
Value type_bases(Vm& vm, Value* args) { return Value::object(self_class(args[0])->bases); }
Value type_set_bases(Vm& vm, Value* args) { return set_bases(vm, self_class(args[0]), args[1]) ? Value::none() : Value(); }
Value type_base(Vm& vm, Value* args) {
  Tuple* b = self_class(args[0])->bases;
  return b->size ? Value::object(layout_base(b)) : Value::none();
}
Value type_dict(Vm& vm, Value* args) { return mapping_proxy(vm, args[0]); }
Value type_doc(Vm& vm, Value* args) {
  Class* c = self_class(args[0]);
  SlotInfo info = shape_find(c->shape, names().__doc__);
  if (info.slot < 0) return Value::none();
  Value v = c->slots[info.slot];
  if (is_kind(v, Kind::Native)) return Value::none();
  bool binds = is_kind(v, Kind::ClassMethod) || (is_kind(v, Kind::Instance) && !vm.find_special(v, names().__get__).is_unset());
  return binds ? bind_attribute(vm, v, Value::none(), c) : v;
}
Value type_set_doc(Vm& vm, Value* args) {
  return may_set(vm, self_class(args[0]), "__doc__", args[1]) && class_set_attr(vm, self_class(args[0]), names().__doc__, args[1]) ? Value::none() : Value();
}
Value type_subclasses(Vm& vm, Value* args) {
  Class* c = self_class(args[0]);
  List* out = vm.new_list();
  if (c->subclasses)
    for (uint32_t i = 0; i < c->subclasses->count; ++i) {
      Class* sub = c->subclasses->items[i];
      for (size_t b = 0; b < sub->bases->size; ++b)
        if (sub->bases->items[b].o == c) list_append(vm, out, Value::object(sub));
    }
  return Value::object(out);
}
Value type_eq(Vm& vm, Value* args) {
  if (args[0].same(args[1])) return Value::boolean(true);
  if (Str* s = as_str(args[1])) {
    const Class* c = self_class(args[0]);
    bool own_name = is_subclass(c, errors().BaseException) && c->name->view() == s->view();  // what __exit__ is told
    return Value::boolean(own_name || dialect_class_name(c) == s->view());
  }
  return not_implemented();
}
Value type_hash(Vm& vm, Value* args) { return Value::integer(static_cast<int64_t>(reinterpret_cast<uint64_t>(args[0].o) >> 4)); }
Value type_add(Vm& vm, Value* args) {
  Str* s = as_str(args[1]);
  if (!s) return not_implemented();
  return vm.str_value(dialect_class_name(self_class(args[0])) + text_of(s));
}
Value type_radd(Vm& vm, Value* args) {
  Str* s = as_str(args[1]);
  if (!s) return not_implemented();
  return vm.str_value(text_of(s) + dialect_class_name(self_class(args[0])));
}
Value type_instancecheck(Vm& vm, Value* args) { return Value::boolean(is_kind(args[0], Kind::Class) && vm.is_instance(args[1], self_class(args[0]))); }
Value type_subclasscheck(Vm& vm, Value* args) {
  return Value::boolean(is_kind(args[0], Kind::Class) && is_kind(args[1], Kind::Class) && is_subclass(self_class(args[1]), self_class(args[0])));
}
Value type_annotations(Vm& vm, Value* args) {
  Class* c = self_class(args[0]);
  SlotInfo info = shape_find(c->shape, names().__annotations__);
  if (info.slot >= 0) return c->slots[info.slot];
  Dict* d = vm.new_dict();
  if (c->mark != kSharedMark) class_set_attr(vm, c, names().__annotations__, Value::object(d));
  return Value::object(d);
}
Value type_set_annotations(Vm& vm, Value* args) { return class_set_attr(vm, self_class(args[0]), names().__annotations__, args[1]) ? Value::none() : Value(); }

Value type_prepare(Vm& vm, Value*) { return Value::object(vm.new_dict()); }

const MethodDef kTypeMethods[] = {
    {"__call__(self, /, *args, **kwargs)", type_call},
    {"__init__(self, /, *args, **kwargs)", type_init},
    {"__repr__(self, /)", type_repr},
    {"__name__", type_name, kNativeGetter, nullptr, type_set_name},
    {"__qualname__", type_qualname, kNativeGetter, nullptr, type_set_qualname},
    {"__module__", type_module, kNativeGetter, nullptr, type_set_module},
    {"__mro__", type_mro, kNativeGetter},
    {"mro(self, /)", type_mro_list},
    {"__prepare__(cls, name=None, bases=None, /, **kwds)", type_prepare, kNativeClassMethod},
    {"__bases__", type_bases, kNativeGetter, nullptr, type_set_bases},
    {"__base__", type_base, kNativeGetter},
    {"__dict__", type_dict, kNativeGetter},
    {"__doc__", type_doc, kNativeGetter, nullptr, type_set_doc},
    {"__annotations__", type_annotations, kNativeGetter, nullptr, type_set_annotations},
    {"__subclasses__(self, /)", type_subclasses},
    {"__eq__(self, value, /)", type_eq},
    {"__hash__(self, /)", type_hash},
    {"__add__(self, value, /)", type_add},
    {"__radd__(self, value, /)", type_radd},
    {"__instancecheck__(self, instance, /)", type_instancecheck},
    {"__subclasscheck__(self, subclass, /)", type_subclasscheck},
};

// ---- identity of everything that has no better hash ---------------------------------------------

bool hash_identity(Vm&, Obj* o, uint64_t* out) {
  *out = reinterpret_cast<uint64_t>(o) >> 4;
  return true;
}

void add_methods(Class* c, std::span<const MethodDef> defs) {
  for (auto& m : defs) {
    Native* n = define_native(m, c, nullptr);
    set_class_attribute(c, std::string(n->name->view()).c_str(), Value::object(n));
  }
}

Value repr_singleton(Vm& vm, Obj* o) { return vm.str_value(static_cast<Singleton*>(o)->text); }
bool refuse_arguments(Vm& vm, const Value* args, const char* type) {
  if (as<Tuple>(args[0])->size || as<Dict>(args[1])->used) vm.raise_type(std::string(type) + " takes no arguments");
  return vm.raised();
}
Value none_construct(Vm& vm, Value* args) { return refuse_arguments(vm, args, "NoneType") ? Value() : Value::none(); }
Value not_implemented_construct(Vm& vm, Value* args) { return refuse_arguments(vm, args, "NotImplementedType") ? Value() : not_implemented(); }
Value ellipsis_construct(Vm& vm, Value* args) { return refuse_arguments(vm, args, "EllipsisType") ? Value() : Value::object(g_ellipsis); }
Value not_implemented_bool(Vm&, Value*) { return Value::boolean(true); }
Value none_bool(Vm&, Value*) { return Value::boolean(false); }
Value none_repr(Vm& vm, Value*) { return vm.str_value("None"); }
const MethodDef kNoneMethods[] = {{"__bool__(self, /)", none_bool}, {"__repr__(self, /)", none_repr}};
const MethodDef kSingletonMethods[] = {{"__bool__(self, /)", not_implemented_bool}};

}  // namespace

Str* short_name(const Class* c) {
  std::string_view name = c->name->view(), own = c->qualname->view();
  if (name.size() <= own.size() || !is_str(c->module)) return c->name;
  std::string_view module = as<Str>(c->module)->view();
  bool dotted = name.size() == module.size() + 1 + own.size() && name.starts_with(module) && name.ends_with(own);
  return dotted ? c->qualname : c->name;
}

const char* builtin_dialect_name(const Class* c) {
  const Types& t = types();
  struct Row {
    const Class* cls;
    const char* name;
  };
  const Row rows[] = {
      {t.integer, "INTEGER"},
      {t.floating, "FLOAT"},
      {t.boolean, "BOOLEAN"},
      {t.str, "STRING"},
      {t.bytes, "BYTES"},
      {t.none, "NULL"},
      {t.list, "LIST"},
      {t.tuple, "TUPLE"},
      {t.dict, "DICT"},
      {t.module, "DICT"},
      {t.set, "SET"},
      {t.frozenset, "SET"},
      {t.dict_keys, "DICT_KEYS"},
      {t.dict_values, "DICT_VALUES"},
      {t.dict_items, "DICT_ITEMS"},
      {t.iterator, "ITERATOR"},
      {t.range, "ITERATOR"},
      {once_range_class(), "ITERATOR"},
      {t.generator, "ITERATOR"},
      {t.slice, "SLICE"},
      {t.function, "FUNCTION"},
      {t.bound_method, "FUNCTION"},
      {t.native, "BUILTIN"},
      {t.method_descriptor, "BUILTIN"},
      {t.slot_wrapper, "BUILTIN"},
      {t.classmethod_descriptor, "BUILTIN"},
      {t.method_wrapper, "BUILTIN"},
      {t.getset_descriptor, "BUILTIN"},
      {t.type, "CLASS"},
      {t.super, "SUPER"},
      {t.property, "PROPERTY"},
      {t.staticmethod, "STATICMETHOD"},
      {t.classmethod, "CLASSMETHOD"},
  };
  for (const Row& r : rows)
    if (r.cls == c) return r.name;
  return nullptr;
}

std::string dialect_class_name(const Class* c) {
  if (const char* name = builtin_dialect_name(c)) return name;
  if (is_subclass(c, errors().BaseException)) return "EXCEPTION";
  return text_of(c->name);
}

std::string dialect_type_name(Vm& vm, Value v) {
  if (is_kind(v, Kind::Iter)) return "ITERATOR";
  if (is_kind(v, Kind::Function) && as<Function>(v)->code->name->view() == "<lambda>") return "LAMBDA";
  return dialect_class_name(vm.type_of(v));
}

void register_object_types() {
  add_methods(types().object, kObjectMethods);
  g_weakref_attribute = define_native({"__weakref__", [](Vm&, Value*) { return Value::none(); }, kNativeGetter}, types().object);
  g_type_method = define_native({"type(self, /)", object_type_name, 0, "Name of the value's type in the Scriptling dialect."}, nullptr, "builtins");
  add_methods(types().type, kTypeMethods);
  set_class_attribute(types().type, "__new__", Value::object(define_new(types().type)));

  auto simple = [](const char* name, NativeFn construct, const char* signature, std::span<const MethodDef> methods) {
    TypeDef def;
    def.name = name;
    def.layout = Layout::Opaque;
    def.subclassable = false;
    def.construct = construct;
    def.construct_signature = signature;
    def.methods = methods;
    return define_type(def);
  };
  types().none = simple("NoneType", none_construct, "NoneType(*args, **kwargs)", kNoneMethods);
  types().not_implemented = simple("NotImplementedType", not_implemented_construct, "NotImplementedType(*args, **kwargs)", kSingletonMethods);
  types().ellipsis = simple("ellipsis", ellipsis_construct, "ellipsis(*args, **kwargs)", {});
  types().cell = simple("cell", cell_construct, "cell(contents=..., /)", cell_methods());
  set_class_attribute(types().cell, "__hash__", Value::none());
  types().traceback = simple("traceback", nullptr, nullptr, traceback_methods());
  types().code = simple("code", nullptr, nullptr, code_methods());
  ops_of(Kind::Singleton).repr = repr_singleton;
  for (Kind k : {Kind::Singleton, Kind::Cell, Kind::Traceback, Kind::CodeObj, Kind::Function, Kind::Native, Kind::Module, Kind::Property, Kind::StaticMethod, Kind::ClassMethod,
                 Kind::Generator, Kind::Super, Kind::Iter})
    ops_of(k).hash = hash_identity;
  register_function_types();
  register_descriptor_types();
  register_member_type();
  register_generator_type();
  define_builtin("NotImplemented", not_implemented());
  define_builtin("Ellipsis", Value::object(g_ellipsis));
}

}  // namespace sl
