// property, staticmethod, classmethod, super; isinstance and issubclass.
#include <cctype>
#include <string>

#include "core/lang/code.h"
#include "core/vm/builtins.h"
#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/objects.h"
#include "core/vm/super_attribute.h"
#include "core/vm/type_expr.h"
#include "core/vm/types.h"

namespace sl {
namespace {

std::string text_of(const Str* s) { return std::string(s->view()); }

// ---- property -----------------------------------------------------------------------------------

Value make_property(Vm& vm, Value get, Value set, Value del, Value doc, Str* name) {
  auto* p = vm.heap.make<Property>(Kind::Property);
  p->get = get;
  p->set = set;
  p->del = del;
  p->doc = doc;
  p->name = name;
  return Value::object(p);
}
constexpr uint8_t kDocOfGetter = 1;  // Property flag

// The doc of a property that was given none.
Value getter_doc(Vm& vm, Value get) {
  if (is_kind(get, Kind::Function)) return as<Function>(get)->doc;
  if (get.is_none()) return get;
  Value doc = vm.find_attr(get, names().__doc__);
  return doc.is_unset() && !vm.raised() ? Value::none() : doc;
}
bool fill_property(Vm& vm, Property* p, Value get, Value set, Value del, Value doc) {
  bool own = !doc.is_none();
  if (!own) doc = getter_doc(vm, get);
  if (doc.is_unset()) return false;
  p->get = get;
  p->set = set;
  p->del = del;
  p->doc = doc;
  p->flags = own || doc.is_none() ? 0 : kDocOfGetter;
  return true;
}
Value property_construct(Vm& vm, Value* a) {
  Value made = make_property(vm, Value::none(), Value::none(), Value::none(), Value::none(), nullptr);
  return fill_property(vm, as<Property>(made), a[0], a[1], a[2], a[3]) ? made : Value();
}
// The property of a property or of an instance of a subclass; methods are only reached through these.
Property* prop(Value v) {
  static Property none = [] {
    Property p{};
    p.kind = Kind::Property;
    p.mark = kSharedMark;
    p.get = p.set = p.del = p.doc = Value::none();
    return p;
  }();
  Value u = unwrap(v);
  return is_kind(u, Kind::Property) ? as<Property>(u) : &none;
}
Value property_init(Vm& vm, Value* a) {
  Property* p = prop(a[0]);
  if (p->mark == kSharedMark) return Value::none();
  if (!fill_property(vm, p, a[1], a[2], a[3], a[4])) return Value();
  // The class of a subclass has a __doc__ of its own, which hides the getter.
  if (is_kind(a[0], Kind::Instance) && !p->doc.is_none() && !instance_store(vm, as<Instance>(a[0]), names().__doc__, p->doc)) return Value();
  return Value::none();
}
// The property with one accessor replaced, of the same class.
Value property_variant(Vm& vm, Value self, Value get, Value set, Value del) {
  Property* p = prop(self);
  Value doc = p->flags & kDocOfGetter && !get.is_none() ? Value::none() : p->doc;
  if (is_kind(self, Kind::Instance)) {
    Value made = vm.call(Value::object(vm.type_of(self)), {get, set, del, doc});
    if (!made.is_unset() && is_kind(unwrap(made), Kind::Property)) prop(made)->name = p->name;
    return made;
  }
  Value made = make_property(vm, Value::none(), Value::none(), Value::none(), Value::none(), p->name);
  return fill_property(vm, as<Property>(made), get, set, del, doc) ? made : Value();
}
Value property_getter(Vm& vm, Value* a) { return property_variant(vm, a[0], a[1], prop(a[0])->set, prop(a[0])->del); }
Value property_setter(Vm& vm, Value* a) { return property_variant(vm, a[0], prop(a[0])->get, a[1], prop(a[0])->del); }
Value property_deleter(Vm& vm, Value* a) { return property_variant(vm, a[0], prop(a[0])->get, prop(a[0])->set, a[1]); }
Value property_fget(Vm&, Value* a) { return prop(a[0])->get; }
Value property_fset(Vm&, Value* a) { return prop(a[0])->set; }
Value property_fdel(Vm&, Value* a) { return prop(a[0])->del; }
Value property_doc(Vm&, Value* a) { return prop(a[0])->doc; }
Value property_set_doc(Vm&, Value* a) {
  prop(a[0])->doc = a[1].is_unset() ? Value::none() : a[1];
  return Value::none();
}
Value property_get(Vm& vm, Value* a) { return a[1].is_none() ? a[0] : bind_attribute(vm, Value::object(prop(a[0])), a[1], vm.type_of(a[1])); }
Value property_lacks(Vm& vm, Value* a, const char* what) {
  Property* p = prop(a[0]);
  return raise_property_lacks(vm, p, vm.type_of(a[1]), what);
}
Value property_set(Vm& vm, Value* a) {
  if (prop(a[0])->set.is_none()) return property_lacks(vm, a, "setter");
  return vm.call(prop(a[0])->set, {a[1], a[2]});
}
Value property_delete(Vm& vm, Value* a) {
  if (prop(a[0])->del.is_none()) return property_lacks(vm, a, "deleter");
  return vm.call(prop(a[0])->del, {a[1]});
}
Value property_set_name(Vm& vm, Value* a) {
  if (Str* s = as_str(a[2])) prop(a[0])->name = s;
  return Value::none();
}
Value read_only(Vm& vm, Value*) { return vm.raise(errors().AttributeError, "readonly attribute"); }
const MethodDef kPropertyMethods[] = {
    {"__init__(self, fget=None, fset=None, fdel=None, doc=None)", property_init},
    {"getter(self, fget, /)", property_getter},
    {"setter(self, fset, /)", property_setter},
    {"deleter(self, fdel, /)", property_deleter},
    {"fget", property_fget, kNativeGetter, nullptr, read_only},
    {"fset", property_fset, kNativeGetter, nullptr, read_only},
    {"fdel", property_fdel, kNativeGetter, nullptr, read_only},
    {"__doc__", property_doc, kNativeGetter, nullptr, property_set_doc},
    {"__get__(self, instance, owner=None, /)", property_get},
    {"__set__(self, instance, value, /)", property_set},
    {"__delete__(self, instance, /)", property_delete},
    {"__set_name__(self, owner, name, /)", property_set_name},
};

// ---- staticmethod, classmethod ----------------------------------------------------------------------

Value wrap_function(Vm& vm, Kind kind, Value f) {
  auto* s = vm.heap.make<StaticMethod>(kind);
  s->function = f;
  return Value::object(s);
}
bool is_object_kind(Value v) { return is_kind(v, Kind::StaticMethod) || is_kind(v, Kind::ClassMethod); }
Value static_construct(Vm& vm, Value* a) { return wrap_function(vm, Kind::StaticMethod, a[0]); }
Value class_construct(Vm& vm, Value* a) { return wrap_function(vm, Kind::ClassMethod, a[0]); }
Value wrapped(Value v) {
  Value u = unwrap(v);
  return is_kind(u, Kind::StaticMethod) || is_kind(u, Kind::ClassMethod) ? as<StaticMethod>(u)->function : Value::none();
}
Value wrapped_init(Vm&, Value* a) {
  Value u = unwrap(a[0]);
  if (is_kind(a[0], Kind::Instance) && is_object_kind(u)) as<StaticMethod>(u)->function = a[1];
  return Value::none();
}
Value wrapped_function(Vm&, Value* a) { return wrapped(a[0]); }
Value wrapped_name(Vm& vm, Value* a) { return vm.get_attr(wrapped(a[0]), names().__name__); }
Value wrapped_qualname(Vm& vm, Value* a) { return vm.get_attr(wrapped(a[0]), names().__qualname__); }
Value wrapped_module(Vm& vm, Value* a) { return vm.get_attr(wrapped(a[0]), names().__module__); }
Value wrapped_doc(Vm& vm, Value* a) { return vm.get_attr(wrapped(a[0]), names().__doc__); }
Value wrapped_annotations(Vm& vm, Value* a) { return vm.get_attr(wrapped(a[0]), names().__annotations__); }
Value wrapped_abstract(Vm& vm, Value* a) {
  Value v = vm.find_attr(wrapped(a[0]), names().__isabstractmethod__);
  return v.is_unset() && !vm.raised() ? Value::boolean(false) : v;
}
Value property_abstract(Vm& vm, Value* a) {
  for (Value f : {prop(a[0])->get, prop(a[0])->set, prop(a[0])->del}) {
    if (f.is_none() || f.is_unset()) continue;
    Value v = vm.find_attr(f, names().__isabstractmethod__);
    int abstract = v.is_unset() ? 0 : vm.truthy(v);
    if (vm.raised()) return Value();
    if (abstract) return Value::boolean(true);
  }
  return Value::boolean(false);
}
const MethodDef kPropertyAbstract[] = {{"__isabstractmethod__", property_abstract, kNativeGetter}};
Value static_get(Vm&, Value* a) { return wrapped(a[0]); }
Value class_get(Vm& vm, Value* a) {
  Class* owner = is_kind(a[2], Kind::Class) ? as<Class>(a[2]) : vm.type_of(a[1]);
  Value u = unwrap(a[0]);
  return is_kind(u, Kind::ClassMethod) ? bind_attribute(vm, u, a[1], owner) : Value::none();
}
Value static_call(Vm& vm, Value* a) {
  Tuple* rest = as<Tuple>(a[1]);
  return vm.call_kw(wrapped(a[0]), rest->items, rest->size, as<Dict>(a[2]));
}
Value wrapped_repr(Vm& vm, Value* a) {
  Value inner = vm.repr(wrapped(a[0]));
  return inner.is_unset() ? inner : vm.str_value("<" + text_of(vm.type_of(a[0])->name) + "(" + text_of(as_str(inner)) + ")>");
}
const MethodDef kStaticMethods[] = {
    {"__repr__(self, /)", wrapped_repr},
    {"__init__(self, function, /)", wrapped_init},
    {"__qualname__", wrapped_qualname, kNativeGetter},
    {"__module__", wrapped_module, kNativeGetter},
    {"__func__", wrapped_function, kNativeGetter},
    {"__wrapped__", wrapped_function, kNativeGetter},
    {"__name__", wrapped_name, kNativeGetter},
    {"__doc__", wrapped_doc, kNativeGetter},
    {"__annotations__", wrapped_annotations, kNativeGetter},
    {"__isabstractmethod__", wrapped_abstract, kNativeGetter},
    {"__get__(self, instance, owner=None, /)", static_get},
    {"__call__(self, /, *args, **kwargs)", static_call},
};
const MethodDef kClassMethods[] = {
    {"__repr__(self, /)", wrapped_repr},
    {"__init__(self, function, /)", wrapped_init},
    {"__qualname__", wrapped_qualname, kNativeGetter},
    {"__module__", wrapped_module, kNativeGetter},
    {"__func__", wrapped_function, kNativeGetter},
    {"__wrapped__", wrapped_function, kNativeGetter},
    {"__name__", wrapped_name, kNativeGetter},
    {"__doc__", wrapped_doc, kNativeGetter},
    {"__isabstractmethod__", wrapped_abstract, kNativeGetter},
    {"__get__(self, instance, owner=None, /)", class_get},
    {"__annotations__", wrapped_annotations, kNativeGetter},
};

// ---- super ----------------------------------------------------------------------------------------

Value make_super_for(Vm& vm, Value cls, Value self);

// super() reached through a variable: the calling frame tells class and instance.
Value super_of_frame(Vm& vm) {
  Thread* th = vm.thread;
  if (!th->depth) return vm.raise(errors().RuntimeError, "super(): no current frame");
  const Frame& f = th->frames[th->depth - 1];
  if (!f.code->positional) return vm.raise(errors().RuntimeError, "super(): no arguments");
  for (auto& v : f.code->locals) {
    if (v.kind != VarKind::Free || v.name != names().__class__) continue;
    Value self = f.base[0];
    if (is_kind(self, Kind::Cell)) self = as<Cell>(self)->value;
    if (self.is_unset()) return vm.raise(errors().RuntimeError, "super(): arg[0] deleted");
    return make_super_for(vm, as<Cell>(f.function->cells->items[v.index])->value, self);
  }
  return vm.raise(errors().RuntimeError, "super(): __class__ cell not found");
}
Value make_super_for(Vm& vm, Value cls, Value self) {
  auto* s = vm.heap.make<Super>(Kind::Super);
  s->self = self;
  s->start = s->type = types().object;
  if (!is_kind(cls, Kind::Class)) return vm.raise_type("super() argument 1 must be a type, not " + text_of(vm.type_of(cls)->name));
  s->start = as<Class>(cls);
  if (self.is_none()) {  // unbound: to be bound as an attribute of a class
    s->type = nullptr;
    return Value::object(s);
  }
  s->type = is_kind(self, Kind::Class) && is_subclass(as<Class>(self), s->start) ? as<Class>(self) : vm.type_of(self);
  if (!is_subclass(s->type, s->start)) {
    Value claimed = is_kind(self, Kind::Instance) ? vm.get_attr(self, names().__class__) : Value::none();
    if (claimed.is_unset()) return claimed;
    if (!is_kind(claimed, Kind::Class) || !is_subclass(as<Class>(claimed), s->start)) return vm.raise_type("super(type, obj): obj must be an instance or subtype of type");
    s->type = as<Class>(claimed);
  }
  return Value::object(s);
}
Value super_construct(Vm& vm, Value* a) {
  if (a[0].is_unset()) return super_of_frame(vm);
  return make_super_for(vm, a[0], a[1].is_unset() ? Value::none() : a[1]);
}
Super* self_super(Vm& vm, const Value& v) {
  Value inner = unwrap(v);
  if (is_kind(inner, Kind::Super)) return as<Super>(inner);
  vm.raise_type("descriptor requires a 'super' object");
  return nullptr;
}
Value super_start(Vm& vm, Value* a) {
  const Super* s = self_super(vm, a[0]);
  return s ? Value::object(s->start) : Value();
}
Value super_self(Vm& vm, Value* a) {
  const Super* s = self_super(vm, a[0]);
  return s ? s->self : Value();
}
Value super_type(Vm& vm, Value* a) {
  const Super* s = self_super(vm, a[0]);
  if (!s) return Value();
  return s->type ? Value::object(s->type) : Value::none();
}
Value super_get(Vm& vm, Value* a) {
  Value inner = unwrap(a[0]);
  if (!is_kind(inner, Kind::Super) || as<Super>(inner)->type || a[1].is_none()) return a[0];
  if (is_kind(a[0], Kind::Super)) return make_super_for(vm, Value::object(as<Super>(inner)->start), a[1]);
  return vm.call(Value::object(vm.type_of(a[0])), {Value::object(as<Super>(inner)->start), a[1]});
}
// What an instance of a subclass has itself is found last.
Value super_getattribute(Vm& vm, Value* a) {
  Str* name = as_str(a[1]);
  if (!name) return vm.raise_type("attribute name must be string, not '" + std::string(vm.type_of(a[1])->name->view()) + "'");
  Super* s = self_super(vm, a[0]);
  if (!s) return Value();
  if (!name->interned()) name = intern(name->view());
  Value found = s->type && name != names().__class__ ? super_attribute(vm, s, name) : Value();
  if (!found.is_unset() || vm.raised()) return found;
  return vm.call(class_lookup(types().object, names().__getattribute__), {a[0], Value::object(name)});
}
const MethodDef kSuperMethods[] = {{"__get__(self, instance, owner=None, /)", super_get},
                                   {"__getattribute__(self, name, /)", super_getattribute},
                                   {"__thisclass__", super_start, kNativeGetter},
                                   {"__self__", super_self, kNativeGetter},
                                   {"__self_class__", super_type, kNativeGetter}};
Value repr_super(Vm& vm, Obj* o) {
  auto* s = static_cast<Super*>(o);
  return vm.str_value("<super: <class '" + text_of(s->start->name) + "'>, " + (s->type ? "<" + text_of(s->type->name) + " object>>" : "NULL>"));
}

}  // namespace

void register_descriptor_types() {
  auto define = [](const char* name, Kind kind, NativeFn construct, const char* signature, std::span<const MethodDef> methods) {
    TypeDef def;
    def.name = name;
    def.layout = Layout::Payload;
    def.payload = kind;
    def.mutable_init = kind != Kind::Super;
    def.construct = construct;
    def.construct_signature = signature;
    def.methods = methods;
    Class* c = define_type(def);
    define_builtin(name, Value::object(c));
    return c;
  };
  types().property = define("property", Kind::Property, property_construct, "property(fget=None, fset=None, fdel=None, doc=None)", kPropertyMethods);
  for (auto& m : kPropertyAbstract) set_class_attribute(types().property, "__isabstractmethod__", Value::object(define_native(m, types().property)));
  types().staticmethod = define("staticmethod", Kind::StaticMethod, static_construct, "staticmethod(function, /)", kStaticMethods);
  types().classmethod = define("classmethod", Kind::ClassMethod, class_construct, "classmethod(function, /)", kClassMethods);
  types().super = define("super", Kind::Super, super_construct, "super(type=..., obj=..., /)", kSuperMethods);
  ops_of(Kind::Super).repr = repr_super;
  for (Kind k : {Kind::StaticMethod, Kind::ClassMethod})
    ops_of(k).repr = [](Vm& vm, Obj* o) {
      Value self = Value::object(o);
      return wrapped_repr(vm, &self);
    };
}

// ---- isinstance and issubclass ------------------------------------------------------------------------

namespace {

bool equal_folded(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (std::tolower(static_cast<unsigned char>(a[i])) != std::tolower(static_cast<unsigned char>(b[i]))) return false;
  return true;
}

// The dialect names types by strings: "int", "INTEGER", a class name.
bool matches_name(Vm& vm, Value v, Class* cls, std::string_view name) {
  if (v.is_none() && (equal_folded(name, "none") || equal_folded(name, "null") || equal_folded(name, "nonetype"))) return true;
  if (equal_folded(name, dialect_type_name(vm, v))) return true;
  for (uint32_t i = 0; i < cls->mro_count; ++i)
    if (cls->mro[i] != types().object && equal_folded(name, cls->mro[i]->name->view())) return true;
  return false;
}

int check_hook(Vm& vm, Value classinfo, Str* hook, Value subject) {  // -2: no hook
  Class* meta = vm.type_of(classinfo);
  if (meta == types().type) return -2;
  Value f = class_lookup_cached(vm, meta, hook);
  if (f.is_unset() || is_kind(f, Kind::Native)) return -2;
  Value r = vm.call_special(classinfo, hook, {subject});
  return r.is_unset() ? -1 : vm.truthy(r);
}

// Objects that are no classes may act as such by a tuple __bases__. 1: it has one, 0: none, -1: raised.
int bases_of(Vm& vm, Value v, Value* out) {
  *out = vm.find_attr(v, names().__bases__);
  if (vm.raised()) return -1;
  return !out->is_unset() && as_tuple(*out) ? 1 : 0;
}

bool acts_as_class(Vm& vm, Value v, const char* refusal) {
  Value bases;
  int r = is_kind(v, Kind::Class) ? 1 : bases_of(vm, v, &bases);
  if (r == 0) vm.raise_type(refusal);
  return r > 0;
}

int derives_from(Vm& vm, Value derived, Value cls) {
  if (derived.same(cls)) return 1;
  NativeDepth depth(vm);
  if (!depth.ok) return -1;
  Value bases;
  int r = bases_of(vm, derived, &bases);
  if (r <= 0) return r;
  Tuple* t = as_tuple(bases);
  for (size_t i = 0; i < t->size; ++i)
    if ((r = derives_from(vm, t->items[i], cls))) return r;
  return 0;
}

constexpr const char* kInstanceRefusal = "isinstance() arg 2 must be a type, a tuple of types, or a union";
constexpr const char* kSubclassRefusal = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

}  // namespace

int Vm::is_instance_of(Value v, Value info) {
  if (is_kind(info, Kind::Class)) {
    if (is_instance(v, as<Class>(info)) || (info.o == types().dict && module_of_view(v))) return 1;
    int hooked = check_hook(*this, info, names().__instancecheck__, v);
    if (hooked != -2) return hooked;
    // An instance may claim another class.
    if (is_kind(v, Kind::Instance) && (as<Instance>(v)->cls->flags & kClassHasGetattribute || !is_kind(class_lookup(as<Instance>(v)->cls, names().__class__), Kind::Native))) {
      Value claimed = get_attr(v, names().__class__);
      if (claimed.is_unset()) return -1;
      return is_kind(claimed, Kind::Class) && is_subclass(as<Class>(claimed), as<Class>(info));
    }
    return 0;
  }
  if (Tuple* members = union_members(info)) info = Value::object(members);
  if (Tuple* t = info.is_object() ? as_tuple(info) : nullptr) {
    NativeDepth depth(*this);
    if (!depth.ok) return -1;
    for (size_t i = 0; i < t->size; ++i) {
      int r = is_instance_of(v, t->items[i]);
      if (r) return r;
    }
    return 0;
  }
  if (List* l = info.is_object() ? as_list(info) : nullptr) {
    NativeDepth depth(*this);
    if (!depth.ok) return -1;
    for (size_t i = 0; i < l->size; ++i) {
      int r = is_instance_of(v, l->items[i]);
      if (r) return r;
    }
    return 0;
  }
  if (Str* s = info.is_object() ? as_str(info) : nullptr) return matches_name(*this, v, type_of(v), s->view());
  int hooked = check_hook(*this, info, names().__instancecheck__, v);
  if (hooked != -2) return hooked;
  if (is_generic_alias(info)) return raise_type("isinstance() argument 2 cannot be a parameterized generic"), -1;
  if (!acts_as_class(*this, info, kInstanceRefusal)) return -1;
  Value cls = find_attr(v, names().__class__);
  if (cls.is_unset()) return raised() ? -1 : 0;
  return derives_from(*this, cls, info);
}

int Vm::is_subclass_of(Value v, Value info) {
  if (is_kind(info, Kind::Class)) {
    if (!is_kind(v, Kind::Class)) return acts_as_class(*this, v, "issubclass() arg 1 must be a class") ? derives_from(*this, v, info) : -1;
    if (is_subclass(as<Class>(v), as<Class>(info))) return 1;
    int hooked = check_hook(*this, info, names().__subclasscheck__, v);
    return hooked == -2 ? 0 : hooked;
  }
  if (Tuple* members = union_members(info)) info = Value::object(members);
  if (Tuple* t = info.is_object() ? as_tuple(info) : nullptr) {
    NativeDepth depth(*this);
    if (!depth.ok) return -1;
    for (size_t i = 0; i < t->size; ++i) {
      int r = is_subclass_of(v, t->items[i]);
      if (r) return r;
    }
    return 0;
  }
  int hooked = check_hook(*this, info, names().__subclasscheck__, v);
  if (hooked != -2) return hooked;
  if (is_generic_alias(info)) return raise_type("issubclass() argument 2 cannot be a parameterized generic"), -1;
  if (!acts_as_class(*this, v, "issubclass() arg 1 must be a class") || !acts_as_class(*this, info, kSubclassRefusal)) return -1;
  return derives_from(*this, v, info);
}

}  // namespace sl
