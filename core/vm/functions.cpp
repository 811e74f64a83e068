// Types of functions, natives, bound methods, modules, tracebacks and code.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/lang/code.h"
#include "core/vm/builtins.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/introspection.h"
#include "core/vm/objects.h"
#include "core/vm/slots.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {
namespace {

std::string text_of(const Str* s) { return std::string(s->view()); }

std::string at_address(const Obj* o) {
  char text[40];
  std::snprintf(text, sizeof text, " at 0x%llx>", static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(o)));
  return text;
}

// ---- script functions -------------------------------------------------------------------------

Function* fn(Value v) { return as<Function>(v); }

Value get_name(Vm&, Value* a) { return Value::object(fn(a[0])->name); }
Value set_name(Vm& vm, Value* a) {
  Str* s = a[1].is_unset() ? nullptr : as_str(a[1]);
  if (!s) return vm.raise_type("__name__ must be set to a string object");
  fn(a[0])->name = s;
  return Value::none();
}
Value get_qualname(Vm&, Value* a) { return Value::object(fn(a[0])->qualname); }
Value set_qualname(Vm& vm, Value* a) {
  Str* s = a[1].is_unset() ? nullptr : as_str(a[1]);
  if (!s) return vm.raise_type("__qualname__ must be set to a string object");
  fn(a[0])->qualname = s;
  return Value::none();
}
Value get_doc(Vm&, Value* a) { return fn(a[0])->doc; }
Value set_doc(Vm&, Value* a) {
  fn(a[0])->doc = a[1].is_unset() ? Value::none() : a[1];
  return Value::none();
}
Value get_module(Vm& vm, Value* a) {
  Function* f = fn(a[0]);
  if (f->attrs) {
    Value v = dict_get_str(f->attrs, names().__module__);
    if (!v.is_unset()) return v;
  }
  Value v = f->module ? vm.module_get(f->module, names().__name__) : Value();
  if (v.is_unset() && f->module && f->module->flags & kModuleDict) return Value::none();
  return v.is_unset() ? (f->module ? Value::object(f->module->name) : Value::none()) : v;
}
Value set_module(Vm& vm, Value* a) {
  Function* f = fn(a[0]);
  if (!f->attrs) f->attrs = vm.new_dict();
  dict_set_str(vm, f->attrs, names().__module__, a[1].is_unset() ? Value::none() : a[1]);
  return Value::none();
}
Value get_defaults(Vm&, Value* a) { return fn(a[0])->defaults ? Value::object(fn(a[0])->defaults) : Value::none(); }
Value set_defaults(Vm& vm, Value* a) {
  if (a[1].is_unset() || a[1].is_none()) {
    fn(a[0])->defaults = nullptr;
  } else if (Tuple* t = as_tuple(a[1])) {
    fn(a[0])->defaults = t;  // the last ones count, however many there are
  } else {
    return vm.raise_type("__defaults__ must be set to a tuple object");
  }
  return Value::none();
}
Value get_kwdefaults(Vm&, Value* a) { return fn(a[0])->kw_defaults ? Value::object(fn(a[0])->kw_defaults) : Value::none(); }
Value set_kwdefaults(Vm& vm, Value* a) {
  Dict* d = a[1].is_unset() || a[1].is_none() ? nullptr : as_dict(a[1]);
  if (!d && !a[1].is_unset() && !a[1].is_none()) return vm.raise_type("__kwdefaults__ must be set to a dict object");
  fn(a[0])->kw_defaults = d;
  return Value::none();
}
Value get_annotations(Vm& vm, Value* a) {
  if (!fn(a[0])->annotations) fn(a[0])->annotations = vm.new_dict();
  return Value::object(fn(a[0])->annotations);
}
Value set_annotations(Vm& vm, Value* a) {
  Dict* d = a[1].is_unset() ? nullptr : as_dict(a[1]);
  if (!d) return vm.raise_type("__annotations__ must be set to a dict object");
  fn(a[0])->annotations = d;
  return Value::none();
}
// Where code finds its globals: a module of its own, with the values of this moment, unless it belongs to `m`.
Module* module_for(Vm& vm, const Code* code, Module* m, Dict* globals) {
  GlobalNames* table = code->module ? code->module->globals.get() : nullptr;
  if (!table || (m && m->names == table)) return m;
  Module* own = vm.new_module(m ? m->name : intern("builtins"), code->module, table);
  for (Str* name : table->names) {
    Value v = m ? vm.module_get(m, name) : globals ? dict_get_str(globals, name) : Value();
    if (!v.is_unset()) vm.module_set(own, name, v);
  }
  return own;
}

Value get_code(Vm& vm, Value* a) { return code_object(vm, fn(a[0])->code); }
Value set_code(Vm& vm, Value* a) {
  if (!is_kind(a[1], Kind::CodeObj)) return vm.raise_type("__code__ must be set to a code object");
  const Code* code = as<CodeObj>(a[1])->code;
  Function* f = fn(a[0]);
  size_t given = f->cells ? f->cells->size : 0;
  if (code->captures.size() != given)
    return vm.raise_value(text_of(f->name) + "() requires a code object with " + std::to_string(given) + " free vars, not " + std::to_string(code->captures.size()));
  f->module = module_for(vm, code, f->module, nullptr);
  f->code = code;
  return Value::none();
}
Value read_only(Vm& vm, Value*) { return vm.raise(errors().AttributeError, "readonly attribute"); }
Value get_globals(Vm& vm, Value* a) {
  Module* m = fn(a[0])->module;
  return m ? globals_view(vm, m) : Value::object(vm.new_dict());
}
Value get_closure(Vm&, Value* a) { return fn(a[0])->cells ? Value::object(fn(a[0])->cells) : Value::none(); }
Value function_get(Vm& vm, Value* a) { return a[1].is_none() ? a[0] : vm.bind_method(a[1], a[0]); }
Value function_call(Vm& vm, Value* a) {
  Tuple* rest = as<Tuple>(a[1]);
  return vm.call_kw(a[0], rest->items, rest->size, as<Dict>(a[2]));
}

const MethodDef kFunctionMethods[] = {
    {"__name__", get_name, kNativeGetter, nullptr, set_name},
    {"name", get_name, kNativeGetter},
    {"__qualname__", get_qualname, kNativeGetter, nullptr, set_qualname},
    {"__doc__", get_doc, kNativeGetter, nullptr, set_doc},
    {"__module__", get_module, kNativeGetter, nullptr, set_module},
    {"__defaults__", get_defaults, kNativeGetter, nullptr, set_defaults},
    {"__kwdefaults__", get_kwdefaults, kNativeGetter, nullptr, set_kwdefaults},
    {"__annotations__", get_annotations, kNativeGetter, nullptr, set_annotations},
    {"__code__", get_code, kNativeGetter, nullptr, set_code},
    {"__globals__", get_globals, kNativeGetter, nullptr, read_only},
    {"__closure__", get_closure, kNativeGetter, nullptr, read_only},
    {"__get__(self, instance, owner=None, /)", function_get},
    {"__call__(self, /, *args, **kwargs)", function_call},
};

Value repr_function(Vm& vm, Obj* o) { return vm.str_value("<function " + text_of(static_cast<Function*>(o)->qualname) + at_address(o)); }

// ---- natives ------------------------------------------------------------------------------------

// A bound method of a built-in type shows the attributes of its function.
Native* native(Value v) { return is_kind(v, Kind::BoundMethod) ? as<Native>(as<BoundMethod>(v)->function) : as<Native>(v); }

Value native_name(Vm&, Value* a) { return Value::object(native(a[0])->name); }
Value native_self(Vm&, Value* a) { return is_kind(a[0], Kind::BoundMethod) ? as<BoundMethod>(a[0])->self : Value::none(); }
Value native_qualname(Vm& vm, Value* a) {
  auto* n = native(a[0]);
  return n->owner ? vm.str_value(text_of(n->owner->name) + "." + text_of(n->name)) : Value::object(n->name);
}
// Field getters of namedtuple are shared by all of them: what a script documents lies in the module collections.
Dict* field_docs(Vm& vm, bool make) {
  static Str* const kCollections = intern("collections");
  static Str* const kDocs = intern("_field_docs");
  Value module = vm.modules ? dict_get_str(vm.modules, kCollections) : Value();
  if (!is_kind(module, Kind::Module)) return nullptr;
  Value docs = vm.module_get(as<Module>(module), kDocs);
  if (docs.is_unset() && make) vm.module_set(as<Module>(module), kDocs, docs = Value::object(vm.new_dict()));
  return docs.is_unset() ? nullptr : as_dict(docs);
}
bool is_field(const Native* n) { return n->name->view() == "_tuplegetter"; }
Value native_set_doc(Vm& vm, Value* a) {
  Dict* docs = is_field(native(a[0])) && !a[1].is_unset() ? field_docs(vm, true) : nullptr;
  if (!docs) return vm.raise(errors().AttributeError, "attribute '__doc__' of '" + text_of(vm.type_of(a[0])->name) + "' objects is not writable");
  return dict_set(vm, docs, Value::object(native(a[0])), a[1]) ? Value::none() : Value();
}
Value native_doc(Vm& vm, Value* a) {
  auto* n = native(a[0]);
  if (Dict* docs = is_field(n) ? field_docs(vm, false) : nullptr) {
    Value own = dict_get(vm, docs, Value::object(n));
    if (!own.is_unset() || vm.raised()) return own;
  }
  return n->doc ? vm.str_value(n->doc) : Value::none();
}
Value native_module(Vm& vm, Value* a) {
  auto* n = native(a[0]);
  return n->module ? vm.str_value(n->module) : Value::none();
}
// As CPython writes it: "($self, key, default=None, /)". None when a parameter has a default that cannot be shown.
Value native_signature(Vm& vm, Value* a) {
  const Native* n = native(a[0]);
  const Signature& s = *n->signature;
  if (n->flags & kNativeGetter) return Value::none();
  std::vector<std::string> parts;
  bool bound = n->owner && !(n->flags & kNativeStatic);  // the first parameter is the receiver
  if (!n->owner) parts.push_back("$module");
  for (size_t i = 0; i < s.params.size(); ++i) {
    const Param& p = s.params[i];
    if (i == s.positional) parts.push_back(s.var_args ? "*args" : "*");
    std::string text = text_of(p.name);
    if (i == 0 && bound) text = n->flags & kNativeClassMethod ? "$type" : "$self";
    if (p.optional) {
      if (p.default_value.is_unset()) return Value::none();
      Value shown = vm.repr(p.default_value);
      if (shown.is_unset()) return shown;
      text += "=" + text_of(as_str(shown));
    }
    parts.push_back(std::move(text));
    if (i + 1 == s.positional_only) parts.push_back("/");
  }
  if (s.var_args && s.positional == s.params.size()) parts.push_back("*args");
  if (s.var_keywords) parts.push_back("**kwargs");
  std::string out = "(";
  for (const std::string& part : parts) out += (out.size() > 1 ? ", " : "") + part;
  return vm.str_value(out + ")");
}
Value native_get(Vm& vm, Value* a) { return a[1].is_none() ? a[0] : vm.bind_method(a[1], a[0]); }
Value native_objclass(Vm& vm, Value* a) {
  auto* n = native(a[0]);
  return n->owner ? Value::object(n->owner) : vm.raise(errors().AttributeError, "__objclass__");
}

const MethodDef kNativeMethods[] = {
    {"__self__", native_self, kNativeGetter},
    {"__name__", native_name, kNativeGetter},
    {"__qualname__", native_qualname, kNativeGetter},
    {"__doc__", native_doc, kNativeGetter, nullptr, native_set_doc},
    {"__module__", native_module, kNativeGetter},
    {"__text_signature__", native_signature, kNativeGetter},
    {"__call__(self, /, *args, **kwargs)", function_call},
};
const MethodDef kDescriptorMethods[] = {
    {"__name__", native_name, kNativeGetter},
    {"__qualname__", native_qualname, kNativeGetter},
    {"__doc__", native_doc, kNativeGetter},
    {"__text_signature__", native_signature, kNativeGetter},
    {"__objclass__", native_objclass, kNativeGetter},
    {"__get__(self, instance, owner=None, /)", native_get},
    {"__call__(self, /, *args, **kwargs)", function_call},
};

// The attributes that built-in types compute.
bool applies(Vm& vm, const Native* n, Value v) {
  if (vm.is_instance(v, n->owner)) return true;
  vm.raise_type("descriptor '" + text_of(n->name) + "' for '" + text_of(n->owner->name) + "' objects doesn't apply to a '" + text_of(vm.type_of(v)->name) + "' object");
  return false;
}
Value getset_get(Vm& vm, Value* a) {
  if (a[1].is_none() && !(a[2].is_object() && a[2].o == types().none)) return a[0];
  return applies(vm, native(a[0]), a[1]) ? bind_attribute(vm, a[0], a[1], vm.type_of(a[1])) : Value();
}
Value getset_store(Vm& vm, const Native* n, Value self, Value v) {
  if (!applies(vm, n, self)) return {};
  if (!n->setter) return vm.raise(errors().AttributeError, "attribute '" + text_of(n->name) + "' of '" + text_of(n->owner->name) + "' objects is not writable");
  Value args[] = {self, v};
  return n->setter->flags & kNativeAbi ? call_abi_native(vm, n->setter, args) : n->setter->fn(vm, args);
}
Value getset_set(Vm& vm, Value* a) { return getset_store(vm, native(a[0]), a[1], a[2]).is_unset() ? Value() : Value::none(); }
Value getset_delete(Vm& vm, Value* a) { return getset_store(vm, native(a[0]), a[1], Value()).is_unset() ? Value() : Value::none(); }
Value class_native_get(Vm& vm, Value* a) { return vm.bind_method(is_kind(a[2], Kind::Class) ? a[2] : Value::object(vm.type_of(a[1])), a[0]); }
const MethodDef kClassDescriptorMethods[] = {
    {"__name__", native_name, kNativeGetter},
    {"__qualname__", native_qualname, kNativeGetter},
    {"__doc__", native_doc, kNativeGetter},
    {"__text_signature__", native_signature, kNativeGetter},
    {"__objclass__", native_objclass, kNativeGetter},
    {"__get__(self, instance, owner=None, /)", class_native_get},
    {"__call__(self, /, *args, **kwargs)", function_call},
};
const MethodDef kGetSetMethods[] = {
    {"__name__", native_name, kNativeGetter},         {"__qualname__", native_qualname, kNativeGetter},       {"__doc__", native_doc, kNativeGetter},
    {"__objclass__", native_objclass, kNativeGetter}, {"__get__(self, instance, owner=None, /)", getset_get}, {"__set__(self, instance, value, /)", getset_set},
    {"__delete__(self, instance, /)", getset_delete},
};
const MethodDef kMethodWrapperMethods[] = {
    {"__self__", native_self, kNativeGetter},
    {"__name__", native_name, kNativeGetter},
    {"__qualname__", native_qualname, kNativeGetter},
    {"__doc__", native_doc, kNativeGetter},
    {"__text_signature__", native_signature, kNativeGetter},
    {"__objclass__", native_objclass, kNativeGetter},
    {"__call__(self, /, *args, **kwargs)", function_call},
};

Value repr_native(Vm& vm, Obj* o) {
  auto* n = static_cast<Native*>(o);
  if (n->owner && n->flags & kNativeGetter) return vm.str_value("<attribute '" + text_of(n->name) + "' of '" + text_of(n->owner->name) + "' objects>");
  if (is_slot_wrapper(n)) return vm.str_value("<slot wrapper '" + text_of(n->name) + "' of '" + text_of(n->owner->name) + "' objects>");
  if (n->owner && n->flags & kNativeMethod) return vm.str_value("<method '" + text_of(n->name) + "' of '" + text_of(n->owner->name) + "' objects>");
  return vm.str_value("<built-in function " + text_of(n->name) + ">");
}

// ---- bound methods ------------------------------------------------------------------------------

Value method_self(Vm&, Value* a) { return as<BoundMethod>(a[0])->self; }
Value method_func(Vm&, Value* a) { return as<BoundMethod>(a[0])->function; }
Value method_doc(Vm& vm, Value* a) { return vm.get_attr(as<BoundMethod>(a[0])->function, names().__doc__); }
Value method_name(Vm& vm, Value* a) { return vm.get_attr(as<BoundMethod>(a[0])->function, names().__name__); }
Value method_qualname(Vm& vm, Value* a) { return vm.get_attr(as<BoundMethod>(a[0])->function, names().__qualname__); }
Value method_module(Vm& vm, Value* a) {
  Value v = vm.find_attr(as<BoundMethod>(a[0])->function, names().__module__);
  return v.is_unset() && !vm.raised() ? Value::none() : v;
}

Value method_dict(Vm& vm, Value* a) { return vm.get_attr(as<BoundMethod>(a[0])->function, names().__dict__); }

const MethodDef kBoundMethods[] = {
    {"__self__", method_self, kNativeGetter},         {"__func__", method_func, kNativeGetter},
    {"__doc__", method_doc, kNativeGetter},           {"__name__", method_name, kNativeGetter},
    {"__qualname__", method_qualname, kNativeGetter}, {"__module__", method_module, kNativeGetter},
    {"__dict__", method_dict, kNativeGetter},         {"__call__(self, /, *args, **kwargs)", function_call},
};

Value repr_method(Vm& vm, Obj* o) {
  auto* m = static_cast<BoundMethod*>(o);
  if (is_kind(m->function, Kind::Native)) {
    Class* c = vm.type_of(m->self);
    if (is_slot_wrapper(as<Native>(m->function)))
      return vm.str_value("<method-wrapper '" + text_of(as<Native>(m->function)->name) + "' of " + text_of(c->name) + " object" +
                          (m->self.is_object() ? at_address(m->self.o) : " at 0x0>"));
    std::string of = is_kind(m->self, Kind::Class) ? "type" : text_of(c->name);
    return vm.str_value("<built-in method " + text_of(as<Native>(m->function)->name) + " of " + of + " object" + (m->self.is_object() ? at_address(m->self.o) : " at 0x0>"));
  }
  Value self = vm.repr(m->self);
  if (self.is_unset()) return self;
  Value name = vm.find_attr(m->function, names().__qualname__);
  if (name.is_unset() && !vm.raised()) name = vm.find_attr(m->function, names().__name__);
  if (vm.raised()) return Value();
  std::string title = !name.is_unset() && as_str(name) ? text_of(as_str(name)) : "?";
  return vm.str_value("<bound method " + title + " of " + text_of(as_str(self)) + ">");
}
bool hash_method(Vm&, Obj* o, uint64_t* out) {
  auto* m = static_cast<BoundMethod*>(o);
  *out = (m->self.bits >> 4) ^ (m->function.bits >> 3);
  return true;
}
Value compare_method(Vm&, CmpOp op, Value a, Value b) {
  if ((op != CmpOp::Eq && op != CmpOp::Ne) || !is_kind(b, Kind::BoundMethod)) return not_implemented();
  auto *x = as<BoundMethod>(a), *y = as<BoundMethod>(b);
  bool same = x->self.same(y->self) && x->function.same(y->function);
  return Value::boolean(same == (op == CmpOp::Eq));
}

// ---- types.FunctionType, types.MethodType ---------------------------------------------------------

Value method_construct(Vm& vm, Value* a) {
  if (!vm.callable(a[0])) return vm.raise_type("first argument must be callable");
  if (a[1].is_none()) return vm.raise_type("instance must not be None");
  return vm.bind_method(a[1], a[0]);
}

Value function_construct(Vm& vm, Value* a) {
  if (!is_kind(a[0], Kind::CodeObj)) return vm.raise_type("function() argument 'code' must be code, not " + text_of(vm.type_of(a[0])->name));
  const Code* code = as<CodeObj>(a[0])->code;
  Dict* globals = as_dict(a[1]);
  Module* m = module_of_view(a[1]);
  if (!globals && !m) return vm.raise_type("function() argument 'globals' must be dict, not " + text_of(vm.type_of(a[1])->name));
  Tuple* cells = a[4].is_none() ? nullptr : as_tuple(a[4]);
  size_t given = cells ? cells->size : 0;
  if (given != code->captures.size())
    return vm.raise_value(text_of(code->name) + " requires closure of length " + std::to_string(code->captures.size()) + ", not " + std::to_string(given));
  for (size_t i = 0; i < given; ++i)
    if (!is_kind(cells->items[i], Kind::Cell)) return vm.raise_type("arg 5 (closure) expected cell, found " + text_of(vm.type_of(cells->items[i])->name));
  m = module_for(vm, code, m, globals);
  auto* f = vm.heap.make<Function>(Kind::Function);
  f->code = code;
  f->module = m;
  f->defaults = a[3].is_none() ? nullptr : as_tuple(a[3]);
  f->kw_defaults = nullptr;
  f->cells = cells;
  f->name = a[2].is_none() || !as_str(a[2]) ? code->name : as_str(a[2]);
  f->qualname = a[2].is_none() || !as_str(a[2]) ? code->qualname : as_str(a[2]);
  f->doc = code->doc.is_unset() ? Value::none() : code->doc;
  f->attrs = nullptr;
  f->annotations = nullptr;
  return Value::object(f);
}

// ---- modules --------------------------------------------------------------------------------------

Value module_construct(Vm& vm, Value* a) {
  Module* m = vm.new_module(as_str(a[0]), nullptr, nullptr);
  vm.module_set(m, names().__name__, Value::object(as_str(a[0])));
  vm.module_set(m, names().__doc__, a[1]);
  for (const char* name : {"__package__", "__loader__", "__spec__"}) vm.module_set(m, intern(name), Value::none());
  return Value::object(m);
}
Value repr_module(Vm& vm, Obj* o) {
  auto* m = static_cast<Module*>(o);
  Value file = vm.module_get(m, names().__file__);
  std::string name = m->name ? text_of(m->name) : "?";
  if (!file.is_unset() && as_str(file)) return vm.str_value("<module '" + name + "' from '" + text_of(as_str(file)) + "'>");
  bool plain = m->code || !vm.module_get(m, intern("__loader__")).is_unset();
  return vm.str_value("<module '" + name + "'" + (plain ? ">" : " (built-in)>"));
}

// A module of a script's own class is an ordinary instance.
Value module_init(Vm& vm, Value* a) {
  if (!is_kind(a[0], Kind::Instance)) return Value::none();
  auto* i = as<Instance>(a[0]);
  bool ok = instance_store(vm, i, names().__name__, a[1]) && instance_store(vm, i, names().__doc__, a[2]);
  for (const char* name : {"__package__", "__loader__", "__spec__"}) ok = ok && instance_store(vm, i, intern(name), Value::none());
  return ok ? Value::none() : Value();
}
Value module_repr(Vm& vm, Value* a) {
  if (is_kind(a[0], Kind::Module)) return repr_module(vm, a[0].o);
  Value name = is_kind(a[0], Kind::Instance) ? instance_find(as<Instance>(a[0]), names().__name__) : Value();
  return vm.str_value("<module '" + (name.is_object() && as_str(name) ? text_of(as_str(name)) : "?") + "'>");
}
const MethodDef kModuleMethods[] = {{"__init__(self, name: str, doc=None)", module_init}, {"__repr__(self, /)", module_repr}};

// ---- generators and code -----------------------------------------------------------------------------

Value repr_generator(Vm& vm, Obj* o) { return vm.str_value("<generator object " + text_of(static_cast<Generator*>(o)->qualname) + at_address(o)); }
Value repr_code(Vm& vm, Obj* o) {
  const Code* c = static_cast<CodeObj*>(o)->code;
  std::string head = at_address(o);
  head.pop_back();
  return vm.str_value("<code object " + text_of(c->name) + head + ", file \"" + c->module->path + "\", line " + std::to_string(c->first_line) + ">");
}
Value repr_cell(Vm& vm, Obj* o) {
  std::string head = "<cell" + at_address(o);
  head.pop_back();
  Value held = static_cast<Cell*>(o)->value;
  if (held.is_unset()) return vm.str_value(head + ": empty>");
  std::string where = held.is_object() ? at_address(held.o) : " at 0x0>";
  return vm.str_value(head + ": " + text_of(vm.type_of(held)->name) + " object" + where);
}
Value iter_generator(Vm&, Obj* o) { return Value::object(o); }

}  // namespace

Dict* module_dict(Vm& vm, Module* m) {
  if (m->flags & kModuleDict) return m->extra;
  Dict* d = vm.new_dict();
  if (m->names)
    for (size_t i = 0; i < m->names->names.size() && i < m->slot_capacity; ++i)
      if (!m->slots[i].is_unset()) dict_set_str(vm, d, m->names->names[i], m->slots[i]);
  if (m->extra) {
    uint32_t cursor = 0;
    Value key, value;
    while (dict_next(m->extra, &cursor, &key, &value)) dict_set(vm, d, key, value);
  }
  return d;
}

namespace {

void add_class_names(Vm& vm, Dict* out, Class* c) {
  static Str* const kWeak = intern("__weakref__");
  bool has_dict = c->instance_layout == Layout::Exception || !(c->flags & (kClassBuiltin | kClassNoDict));
  for (uint32_t m = 0; m < c->mro_count; ++m)
    if (!implied_attribute(c->mro[m], kWeak).is_unset()) dict_set_str(vm, out, kWeak, Value::none());
  for (uint32_t m = c->mro_count; m-- > 0;)
    for (uint32_t i = 0, n = shape_count(c->mro[m]->shape); i < n; ++i) {
      Str* name = shape_name(c->mro[m]->shape, i);
      if (name != names().__dict__ || has_dict) dict_set_str(vm, out, name, Value::none());
    }
}

void add_keys(Vm& vm, Dict* out, Dict* from) {
  uint32_t cursor = 0;
  Value key, value;
  while (from && dict_next(from, &cursor, &key, &value))
    if (Str* s = as_str(key)) dict_set_str(vm, out, s, Value::none());
}

}  // namespace

List* attribute_names(Vm& vm, Value v) {
  Dict* found = vm.new_dict();
  if (is_kind(v, Kind::Module)) {
    add_keys(vm, found, module_dict(vm, as<Module>(v)));
  } else if (is_kind(v, Kind::Class)) {
    add_class_names(vm, found, as<Class>(v));
  } else {
    add_class_names(vm, found, vm.type_of(v));
    if (is_kind(v, Kind::Instance)) add_keys(vm, found, instance_dict_copy(vm, as<Instance>(v)));
    if (is_kind(v, Kind::BoundMethod) && is_kind(as<BoundMethod>(v)->function, Kind::Function)) add_keys(vm, found, as<Function>(as<BoundMethod>(v)->function)->attrs);
    if (is_kind(v, Kind::Function)) add_keys(vm, found, as<Function>(v)->attrs);
    if (is_kind(v, Kind::Host)) add_keys(vm, found, as<HostObj>(v)->attrs);
  }
  List* out = vm.new_list();
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(found, &cursor, &key, &value)) list_append(vm, out, key);
  list_sort(vm, out, Value::none(), false);
  return out;
}

bool is_slot_wrapper(const Native* n) noexcept {
  static const std::unordered_set<const Str*> slots = [] {
    std::unordered_set<const Str*> made;
    for (const char* name : {"repr",     "hash",      "call",    "str",      "getattribute", "setattr",  "delattr", "lt",      "le",      "eq",      "ne",      "gt",       "ge",
                             "iter",     "next",      "get",     "set",      "delete",       "init",     "del",     "len",     "getitem", "setitem", "delitem", "contains", "add",
                             "radd",     "sub",       "rsub",    "mul",      "rmul",         "mod",      "rmod",    "divmod",  "rdivmod", "pow",     "rpow",    "neg",      "pos",
                             "abs",      "bool",      "invert",  "lshift",   "rlshift",      "rshift",   "rrshift", "and",     "rand",    "xor",     "rxor",    "or",       "ror",
                             "int",      "float",     "index",   "iadd",     "isub",         "imul",     "imod",    "ipow",    "ilshift", "irshift", "iand",    "ixor",     "ior",
                             "floordiv", "rfloordiv", "truediv", "rtruediv", "ifloordiv",    "itruediv", "matmul",  "rmatmul", "imatmul"})
      made.insert(intern("__" + std::string(name) + "__"));
    return made;
  }();
  if (!n->owner || !(n->flags & kNativeMethod) || !slots.contains(n->name)) return false;
  const Types& t = types();
  if (n->name == names().__getitem__) return n->owner != t.list && n->owner != t.dict;
  if (n->name == names().__contains__) return n->owner != t.dict && n->owner != t.set && n->owner != t.frozenset;
  return true;
}

Class* class_of_native(const Native* n) noexcept {
  const Types& t = types();
  if (!n->owner || n->flags & kNativeStatic) return t.native;
  if (n->flags & kNativeGetter) return t.getset_descriptor;
  if (n->flags & kNativeClassMethod) return t.classmethod_descriptor;
  return is_slot_wrapper(n) ? t.slot_wrapper : t.method_descriptor;
}

void register_function_types() {
  auto define = [](const char* name, std::span<const MethodDef> methods, NativeFn construct = nullptr, const char* signature = nullptr) {
    TypeDef def;
    def.name = name;
    def.construct = construct;
    def.construct_signature = signature;
    def.layout = Layout::Opaque;
    def.subclassable = false;
    def.methods = methods;
    return define_type(def);
  };
  types().function = define("function", kFunctionMethods, function_construct, "function(code, globals, name=None, argdefs=None, closure=None)");
  types().native = define("builtin_function_or_method", kNativeMethods);
  types().method_descriptor = define("method_descriptor", kDescriptorMethods);
  types().classmethod_descriptor = define("classmethod_descriptor", kClassDescriptorMethods);
  types().slot_wrapper = define("wrapper_descriptor", kDescriptorMethods);
  types().method_wrapper = define("method-wrapper", kMethodWrapperMethods);
  types().getset_descriptor = define("getset_descriptor", kGetSetMethods);
  types().bound_method = define("method", kBoundMethods, method_construct, "method(function, instance, /)");
  TypeDef module;
  module.name = "module";
  module.methods = kModuleMethods;
  module.construct_signature = "module(name: str, doc=None)";
  module.construct = module_construct;
  types().module = define_type(module);
  register_frame_type();
  ops_of(Kind::Function).repr = repr_function;
  ops_of(Kind::Native).repr = repr_native;
  ops_of(Kind::BoundMethod).repr = repr_method;
  ops_of(Kind::BoundMethod).hash = hash_method;
  ops_of(Kind::BoundMethod).compare = compare_method;
  ops_of(Kind::Module).repr = repr_module;
  ops_of(Kind::Generator).repr = repr_generator;
  ops_of(Kind::Generator).iter = iter_generator;
  ops_of(Kind::CodeObj).repr = repr_code;
  ops_of(Kind::Cell).repr = repr_cell;
}

}  // namespace sl
