// Classes: definition of built-in types, creation of script classes, attribute lookup along the MRO.
#pragma once

#include "core/vm/shape.h"
#include "core/vm/vm.h"

namespace sl {

// Start-up: `object` and `type`, then exceptions by name, then the generated dunder natives.
void init_root_types();
Class* define_exception(const char* name, const char* base);
void insert_base(Class* c, Class* second);  // into the bases of c, which have the bases of `second` among them
void finish_builtin_types();
bool has_own_attribute(Class* cls, Str* name);  // while types are being defined
void add_operator_natives(Class* cls);          // operators.cpp: __len__, __add__ ... from the kind's KindOps

// Bits of a class's Obj::aux: instances wrap a list, tuple or dict whose own operation nobody overrides. The
// next three also of str, bytes, int, float and the sets; the last of int and float.
enum PlainItems : uint32_t {
  kPlainGetItem = 1,
  kPlainSetItem = 2,
  kPlainDelItem = 4,
  kPlainContains = 8,
  kPlainLen = 16,
  kPlainIter = 32,
  kPlainEqual = 64,   // == and !=
  kPlainOrder = 128,  // < <= > >=
  kPlainHash = 256,
  kPlainArithmetic = 512  // + - * / // %
};
inline bool has_plain(const Value& v, PlainItems what) noexcept { return is_kind(v, Kind::Instance) && static_cast<Instance*>(v.o)->cls->aux & what; }

AttrKind classify_attribute(Value v);
// Attribute as stored in the class or its bases; unset: absent. Never runs script code.
inline Value class_lookup(const Class* cls, const Str* name, AttrKind* kind = nullptr, Class** holder = nullptr) noexcept {
  LayoutHit hit = layout_find(cls->layout, name);
  if (hit.mro_index < 0) return Value();
  Class* c = cls->mro[hit.mro_index];
  if (kind) *kind = hit.kind;
  if (holder) *holder = c;
  return c->slots[hit.slot];
}
// Search of `type`'s MRO behind `start`.
Value super_lookup(const Super* s, const Str* name);

bool is_subclass(const Class* c, const Class* base) noexcept;
// type(name, bases, namespace): C3 order, layout, __set_name__, __init_subclass__. Unset: raised.
Value create_class(Vm& vm, Class* metaclass, Str* name, Tuple* bases, Dict* ns, Dict* keywords);
// The BUILDCLASS instruction: runs the body and creates the class through its metaclass.
Value build_class(Vm& vm, Function* body, Str* name, Value bases, Value keywords);
bool class_set_attr(Vm& vm, Class* cls, Str* name, Value v);  // unset v: delete
void relayout(Vm& vm, Class* c);                              // after a change of own attributes or bases, subclasses included
Dict* class_dict(Vm& vm, Class* cls);                         // a copy of the own attributes
extern Native* g_weakref_attribute;
// What CPython puts into a class that is the first to give its instances a __dict__ and weak references; unset: not here.
Value implied_attribute(const Class* c, const Str* name);
bool weakly_referable(const Class* c);  // are instances of a script's class, by its __slots__?
// cls(*args, **keywords), __new__ and __init__ included.
Value instantiate(Vm& vm, Class* cls, const Value* args, size_t n, Dict* keywords);
// object.__new__: allocation alone.
Value allocate_instance(Vm& vm, Class* cls, const Value* args, size_t n, Dict* keywords);

// AttributeError: a property of `owner` has no getter, setter or deleter. Unset.
Value raise_property_lacks(Vm& vm, const Property* p, Class* owner, std::string_view what);
// Applies the descriptor protocol to a class attribute read through an instance.
// A class may be known by module and name, as CPython's own types are: its messages show both, __name__ the latter.
Str* short_name(const Class* c);
// A value of a type whose __init__ takes the arguments, before it did.
Value construct_empty(Vm& vm, const Class* c);
// The most derived of `meta` and the types of the bases; null: raised.
Class* derived_metaclass(Vm& vm, Class* meta, const Tuple* bases);
Value bind_attribute(Vm& vm, Value attr, Value self, Class* owner);
Value instance_find(Instance* i, const Str* name);  // own attribute or unset
bool instance_store(Vm& vm, Instance* i, Str* name, Value v);
Dict* instance_dict(Vm& vm, Instance* i);  // switches to dictionary mode
// object.__getattribute__ / __setattr__ / __delattr__: without the user hooks. Unset, nothing pending: absent.
Value generic_find(Vm& vm, Value v, Str* name);
bool generic_store(Vm& vm, Value v, Str* name, Value value);  // unset value: delete
Dict* instance_dict_copy(Vm& vm, Instance* i);                // a copy, mode unchanged

}  // namespace sl
