// Definition of built-in classes and natives at start-up (and by plugins before the symbol table freezes).
#include <cstdlib>
#include <string>
#include <unordered_map>

#include "core/vm/argument_errors.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/types.h"

namespace sl {
namespace {

using Attributes = std::vector<std::pair<Str*, Value>>;

struct Registry {
  std::vector<Class*> order;
  std::unordered_map<Class*, Attributes> attributes;
  std::unordered_map<std::string, Class*> exceptions;
  bool finished = false;
};
Registry& registry() {
  static auto* r = new Registry;
  return *r;
}

void put(Class* cls, Str* name, Value v) {
  auto& attrs = registry().attributes[cls];
  for (auto& a : attrs) {
    if (a.first == name) {
      a.second = v;
      return;
    }
  }
  attrs.emplace_back(name, v);
}

Tuple* shared_tuple(const Value* items, size_t n) {
  auto* t = static_cast<Tuple*>(allocate_shared(Kind::Tuple, sizeof(Tuple) + n * sizeof(Value)));
  t->size = n;
  for (size_t i = 0; i < n; ++i) t->items[i] = items[i];
  return t;
}

// Computes own shape, slots and flattened layout; bases come first in `order`.
void finish_class(Class* c) {
  auto& attrs = registry().attributes[c];
  std::vector<Str*> attr_names;
  std::vector<AttrKind> kinds;
  std::free(c->slots);  // those of a class that was finished before
  c->slots = static_cast<Value*>(std::calloc(attrs.size() + 1, sizeof(Value)));
  c->slot_capacity = static_cast<uint32_t>(attrs.size());
  for (size_t i = 0; i < attrs.size(); ++i) {
    attr_names.push_back(attrs[i].first);
    kinds.push_back(classify_attribute(attrs[i].second));
    c->slots[i] = attrs[i].second;
  }
  c->shape = shape_of(attr_names.data(), kinds.data(), static_cast<uint32_t>(attr_names.size()));
  std::vector<uint32_t> shapes;
  for (uint32_t i = 0; i < c->mro_count; ++i) shapes.push_back(c->mro[i]->shape);
  c->layout = layout_of(shapes.data(), c->mro_count);
  if (!class_lookup(c, names().__getattr__).is_unset()) c->flags |= kClassHasGetattr;
}

Class* make_class(const char* name, Class* base) {
  auto* c = static_cast<Class*>(allocate_shared(Kind::Class, sizeof(Class)));
  c->name = c->qualname = intern(name);
  c->flags = kClassBuiltin;
  c->metaclass = g_types.type;
  uint32_t n = base ? base->mro_count : 0;
  c->mro = static_cast<Class**>(std::calloc(n + 1, sizeof(Class*)));
  c->mro[0] = c;
  for (uint32_t i = 0; i < n; ++i) c->mro[i + 1] = base->mro[i];
  c->mro_count = n + 1;
  if (base) {
    Value b = Value::object(base);
    c->bases = shared_tuple(&b, 1);
    c->instance_layout = base->instance_layout;
    c->payload_kind = base->payload_kind;
    c->host_type = base->host_type;
  } else {
    c->bases = g_empty_tuple;
  }
  registry().order.push_back(c);
  return c;
}

void set_text(Class* c, const char* module, const char* doc) {
  c->module = Value::object(intern(module));
  put(c, names().__doc__, doc ? Value::object(make_shared_str(doc)) : Value::none());
}

}  // namespace

void init_root_types() {
  g_types.object = make_class("object", nullptr);
  g_types.type = make_class("type", g_types.object);
  g_types.object->metaclass = g_types.type->metaclass = g_types.type;
  set_text(g_types.object, "builtins",
           "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be "
           "given any.\n");
  set_text(g_types.type, "builtins", "type(object) -> the object's type");
  g_types.type->instance_layout = Layout::Opaque;
  define_builtin("object", Value::object(g_types.object));
  define_builtin("type", Value::object(g_types.type));
}

Class* define_exception(const char* name, const char* base) {
  auto& known = registry().exceptions;
  auto it = known.find(base);
  Class* c = make_class(name, it == known.end() ? g_types.object : it->second);
  set_text(c, "builtins", nullptr);
  c->instance_layout = Layout::Exception;
  known.emplace(name, c);
  return c;
}

void insert_base(Class* c, Class* second) {
  Value bases[] = {c->bases->items[0], Value::object(second)};
  c->bases = shared_tuple(bases, 2);
  auto** mro = static_cast<Class**>(std::calloc(c->mro_count + 1, sizeof(Class*)));
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->mro_count; ++i) {
    if (n == i && c->mro[i] == second->mro[1]) mro[n++] = second;
    mro[n++] = c->mro[i];
  }
  std::free(c->mro);
  c->mro = mro;
  c->mro_count = n;
}

// Messages name the types of these modules with their module, as CPython's own do; see type_name.
bool shows_module(std::string_view module) {
  for (std::string_view known : {"collections", "functools", "itertools", "operator", "re", "array", "_csv", "_sre", "_io", "time", "datetime", "decimal"})
    if (module == known) return true;
  return false;
}

Class* define_type(const TypeDef& def) {
  Class* c = make_class(def.name, def.base ? def.base : g_types.object);
  set_text(c, def.module, def.doc);
  if (def.payload != Kind::Free) {
    c->payload_kind = def.payload;
    c->instance_layout = Layout::Payload;
  }
  if (def.layout != Layout::Plain) c->instance_layout = def.layout;
  if (def.host_type) {
    c->host_type = def.host_type;
    c->instance_layout = Layout::Payload;
    c->payload_kind = Kind::Host;
  }
  if (def.mutable_init) c->flags |= kClassMutableInit;
  if (!def.subclassable) c->flags |= kClassFinal;
  if (def.construct) {
    MethodDef m{def.construct_signature, def.construct, 0, def.doc};
    c->construct_native = define_native(m, nullptr, def.module);
    c->construct = def.construct;
  }
  if (def.construct) put(c, names().__new__, Value::object(define_new(c)));
  for (auto& m : def.methods) {
    Native* n = define_native(m, c, nullptr);
    put(c, n->name, Value::object(n));
  }
  if (registry().finished) {
    registry().finished = false;  // one layout for all the operators
    if (def.payload != Kind::Free || def.host_type) add_operator_natives(c);
    registry().finished = true;
    finish_class(c);
  }
  if (shows_module(def.module)) c->name = intern(std::string(def.module) + "." + def.name);
  return c;
}

Native* define_native(const MethodDef& def, Class* owner, const char* module) {
  auto* n = static_cast<Native*>(allocate_shared(Kind::Native, sizeof(Native)));
  n->fn = def.fn;
  auto [name, signature] = parse_signature(def.signature);
  n->signature = signature;
  n->name = name;
  n->owner = owner;
  n->doc = def.doc;
  n->module = module;
  n->flags = static_cast<uint8_t>(def.flags | (owner && !(def.flags & (kNativeStatic | kNativeClassMethod | kNativeGetter)) ? kNativeMethod : 0));
  n->aux = direct_arity(n);
  if (def.setter) {
    std::string signature = std::string(n->name->view()) + "(self, value, /)";
    n->setter = define_native({intern(signature)->data, def.setter, 0, nullptr, nullptr}, owner, module);
  }
  return n;
}

void set_class_attribute(Class* cls, const char* name, Value v) {
  put(cls, intern(name), v);
  if (registry().finished) finish_class(cls);
}

bool has_own_attribute(Class* cls, Str* name) {
  for (auto& a : registry().attributes[cls])
    if (a.first == name) return true;
  return false;
}

void finish_builtin_types() {
  auto& r = registry();
  for (size_t i = 0; i < r.order.size(); ++i) add_operator_natives(r.order[i]);
  for (Class* c : r.order) finish_class(c);
  r.finished = true;
}

}  // namespace sl
