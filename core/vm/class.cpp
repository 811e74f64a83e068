#include "core/vm/class.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "core/vm/class_order.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/slots.h"
#include "core/vm/types.h"

namespace sl {

AttrKind classify_attribute(Value v) {
  if (v.tag != kObject) return AttrKind::Plain;
  switch (v.o->kind) {
    case Kind::Function: return AttrKind::Function;
    case Kind::Native: {
      auto flags = static_cast<Native*>(v.o)->flags;
      if (flags & kNativeGetter) return AttrKind::DataDescriptor;
      if (flags & kNativeMethod) return AttrKind::Function;
      if (flags & (kNativeClassMethod)) return AttrKind::NonDataDescriptor;
      return AttrKind::Plain;
    }
    case Kind::Property: return AttrKind::DataDescriptor;
    case Kind::StaticMethod:
    case Kind::ClassMethod:
    case Kind::Super: return AttrKind::NonDataDescriptor;
    case Kind::Instance: {
      Class* c = static_cast<Instance*>(v.o)->cls;
      if (!class_lookup(c, names().__set__).is_unset() || !class_lookup(c, names().__delete__).is_unset()) return AttrKind::DataDescriptor;
      if (!class_lookup(c, names().__get__).is_unset()) return AttrKind::NonDataDescriptor;
      return AttrKind::Plain;
    }
    case Kind::Host: {
      if (static_cast<HostObj*>(v.o)->type->binds) return AttrKind::Function;
      if (is_member(v)) return AttrKind::NonDataDescriptor;  // slots.h
      Class* c = static_cast<HostObj*>(v.o)->cls;
      if (!class_lookup(c, names().__set__).is_unset()) return AttrKind::DataDescriptor;
      if (!class_lookup(c, names().__get__).is_unset()) return AttrKind::NonDataDescriptor;
      return AttrKind::Plain;
    }
    default: return AttrKind::Plain;
  }
}

bool is_subclass(const Class* c, const Class* base) noexcept {
  for (uint32_t i = 0; i < c->mro_count; ++i)
    if (c->mro[i] == base) return true;
  return false;
}

Value super_lookup(const Super* s, const Str* name) {
  Class* type = s->type;
  uint32_t i = 0;
  while (i < type->mro_count && type->mro[i] != s->start) ++i;
  for (++i; i < type->mro_count; ++i) {
    SlotInfo info = shape_find(type->mro[i]->shape, name);
    if (info.slot >= 0) return type->mro[i]->slots[info.slot];
  }
  return Value();
}

namespace {

std::span<Str* const> arithmetic_names() {
  const Names& n = names();
  static Str* const kNames[] = {n.__add__,  n.__sub__,  n.__mul__,  n.__truediv__,  n.__floordiv__,  n.__mod__,
                                n.__radd__, n.__rsub__, n.__rmul__, n.__rtruediv__, n.__rfloordiv__, n.__rmod__};
  return kNames;
}

// Are all of these methods the ones a built-in type defines for its values?
bool inherits_builtin(const Class* c, std::span<Str* const> methods) {
  for (const Str* name : methods) {
    Value v = class_lookup(c, name);
    if (!is_kind(v, Kind::Native)) return false;
    const Types& t = types();
    const Class* owner = as<Native>(v)->owner;
    if (owner != t.tuple && owner != t.str && owner != t.integer && owner != t.floating && owner != t.list && owner != t.dict && owner != t.bytes && owner != t.set &&
        owner != t.frozenset)
      return false;
  }
  return true;
}

void note_plain_items(Class* c) {
  c->aux = 0;
  if (c->instance_layout != Layout::Payload) return;
  const Names& n = names();
  if (inherits_builtin(c, std::array{n.__eq__, n.__ne__})) c->aux |= kPlainEqual;
  if (inherits_builtin(c, std::array{n.__lt__, n.__le__, n.__gt__, n.__ge__})) c->aux |= kPlainOrder;
  if (inherits_builtin(c, std::array{n.__hash__})) c->aux |= kPlainHash;
  if (is_subclass(c, types().integer) || is_subclass(c, types().floating)) {
    if (inherits_builtin(c, arithmetic_names())) c->aux |= kPlainArithmetic;
  }
  const Class* builtin = c->payload_kind == Kind::Dict ? types().dict : c->payload_kind == Kind::List ? types().list : c->payload_kind == Kind::Tuple ? types().tuple : nullptr;
  if (!builtin) return;
  const std::pair<Str*, PlainItems> table[] = {{n.__getitem__, kPlainGetItem},   {n.__setitem__, kPlainSetItem}, {n.__delitem__, kPlainDelItem},
                                               {n.__contains__, kPlainContains}, {n.__len__, kPlainLen},         {n.__iter__, kPlainIter}};
  for (auto [name, bit] : table) {
    Value v = class_lookup(c, name);
    if (is_kind(v, Kind::Native) && as<Native>(v)->owner == builtin) c->aux |= bit;
  }
}

void note_special(Class* c) {
  c->flags &= static_cast<uint8_t>(~(kClassHasGetattr | kClassHasSetattr | kClassHasGetattribute | kClassHasSpecialNew));
  auto user_defined = [&](Str* name) {
    Value v = class_lookup(c, name);
    return !v.is_unset() && (!is_kind(v, Kind::Native) || as<Native>(v)->name != name);
  };
  if (!class_lookup(c, names().__getattr__).is_unset()) c->flags |= kClassHasGetattr;
  if (user_defined(names().__setattr__) || user_defined(names().__delattr__)) c->flags |= kClassHasSetattr;
  if (user_defined(names().__getattribute__) || (c->payload_kind == Kind::Super && c != types().super)) c->flags |= kClassHasGetattribute;
  if (user_defined(names().__new__) || !class_lookup(c, names().__abstractmethods__).is_unset()) c->flags |= kClassHasSpecialNew;
  c->has_finalizer = !class_lookup(c, names().__del__).is_unset();
  note_plain_items(c);
}

bool affects_flags(const Str* name) {
  const Names& n = names();
  for (const Str* s : {n.__getattr__, n.__setattr__, n.__getattribute__, n.__new__, n.__del__, n.__getitem__, n.__setitem__, n.__delitem__, n.__contains__, n.__len__, n.__iter__,
                       n.__eq__, n.__ne__, n.__lt__, n.__le__, n.__gt__, n.__ge__, n.__hash__})
    if (name == s) return true;
  return std::ranges::find(arithmetic_names(), name) != arithmetic_names().end();
}

}  // namespace

void relayout(Vm& vm, Class* c) {
  std::vector<uint32_t> shapes;
  shapes.reserve(c->mro_count);
  for (uint32_t i = 0; i < c->mro_count; ++i) shapes.push_back(c->mro[i]->shape);
  uint32_t layout = layout_of(shapes.data(), c->mro_count);
  c->layout = layout;
  note_special(c);
  if (c->subclasses)
    for (uint32_t i = 0; i < c->subclasses->count; ++i) relayout(vm, c->subclasses->items[i]);
}

namespace {

Str* weakref_name() {
  static Str* const name = intern("__weakref__");
  return name;
}

Str* class_cell_name() {
  static Str* const name = intern("__classcell__");
  return name;
}

Value set_name_failed(Vm& vm, Class* c, Value attribute, Value name) {
  Value cause = vm.take_error();
  if (!vm.is_instance(cause, errors().Exception)) return vm.raise(cause);
  Value text = vm.repr(name);
  if (text.is_unset()) return text;
  std::string message = "Error calling __set_name__ on '" + std::string(vm.type_of(attribute)->name->view()) + "' instance " + std::string(as_str(text)->view()) + " in '" +
                        std::string(c->name->view()) + "'";
  Value e = vm.new_exception(errors().RuntimeError, message);
  if (auto* made = as_exception(e)) {
    made->cause = made->context = cause;
    made->suppress_context = 1;
  }
  return vm.raise(e);
}

}  // namespace

Value create_class(Vm& vm, Class* metaclass, Str* name, Tuple* bases, Dict* ns, Dict* keywords) {
  if (name->view().find('\0') != std::string_view::npos) return vm.raise_value("type name must not contain null characters");
  Tuple* actual = bases;
  if (bases->size == 0) actual = vm.new_tuple({Value::object(types().object)});
  for (size_t i = 0; i < actual->size; ++i) {
    if (!is_kind(actual->items[i], Kind::Class)) return vm.raise_type("bases must be types");
    Class* b = as<Class>(actual->items[i]);
    if (b->flags & kClassFinal) return vm.raisef(errors().TypeError, "type '%.*s' is not an acceptable base type", static_cast<int>(b->name->size), b->name->data);
  }
  if (!check_layout(vm, actual)) return Value();
  for (size_t i = 0; i < actual->size; ++i)
    for (size_t k = 0; k < i; ++k)
      if (actual->items[k].same(actual->items[i])) {
        const Str* twice = as<Class>(actual->items[i])->name;
        return vm.raisef(errors().TypeError, "duplicate base class %.*s", static_cast<int>(twice->size), twice->data);
      }
  auto* c = vm.heap.make<Class>(Kind::Class);
  std::memset(reinterpret_cast<char*>(c) + sizeof(Obj), 0, sizeof(Class) - sizeof(Obj));
  c->name = c->qualname = name;
  c->bases = actual;
  c->metaclass = metaclass;
  if (!linearize(vm, c, actual)) return Value();
  // Instance layout: the most specific built-in layout among the bases; two different ones clash.
  for (size_t i = 0; i < actual->size; ++i) {
    Class* b = as<Class>(actual->items[i]);
    if (b->instance_layout == Layout::Plain) continue;
    if (c->instance_layout == Layout::Plain) {
      c->instance_layout = b->instance_layout;
      c->payload_kind = b->payload_kind;
      c->host_type = b->host_type;
    } else if (c->instance_layout != b->instance_layout || c->payload_kind != b->payload_kind) {
      return vm.raise_type("multiple bases have instance lay-out conflict");
    }
    c->predicted_slots = std::max(c->predicted_slots, b->predicted_slots);
  }
  for (uint32_t i = 1; i < c->mro_count; ++i) {
    c->flags |= c->mro[i]->flags & kClassMutableInit;
    c->predicted_slots = std::max(c->predicted_slots, c->mro[i]->predicted_slots);
  }
  if (!c->predicted_slots) c->predicted_slots = 4;
  if (metaclass != types().type && !custom_order(vm, metaclass, c)) return Value();
  ClassSlots declared;
  if (!declare_slots(vm, c, ns, &declared)) return Value();

  // Own attributes.
  std::vector<Str*> attr_names;
  std::vector<AttrKind> kinds;
  uint32_t cursor = 0;
  Value key, value;
  c->slot_capacity = ns->used + 6 + static_cast<uint32_t>(declared.members.size());
  c->slots = vm.heap.values(c->slot_capacity);
  for (uint32_t i = 0; i < c->slot_capacity; ++i) c->slots[i] = Value();
  Value hash_attr;
  bool has_eq = false;
  while (dict_next(ns, &cursor, &key, &value)) {
    Str* n = as_str(key);
    if (!n) continue;
    if (!n->interned()) n = intern(n->view());
    if (n == names().__qualname__) {
      if (!value.is_object() || !as_str(value)) {
        Class* got = vm.type_of(value);
        return vm.raisef(errors().TypeError, "type __qualname__ must be a str, not %.*s", static_cast<int>(got->name->size), got->name->data);
      }
      c->qualname = as_str(value);
      continue;
    }
    if (std::any_of(declared.members.begin(), declared.members.end(), [&](auto& m) { return m.first == n; })) continue;
    if (n == names().__module__) c->module = value;
    if (n == class_cell_name()) {  // filled before any hook runs, so that super() works in them
      if (!is_kind(value, Kind::Cell)) {
        Value text = vm.repr(Value::object(vm.type_of(value)));
        return text.is_unset() ? text : vm.raise_type("__classcell__ must be a nonlocal cell, not " + std::string(as_str(text)->view()));
      }
      as<Cell>(value)->value = Value::object(c);
      continue;
    }
    if ((n == names().__new__) && is_kind(value, Kind::Function)) {
      auto* s = vm.heap.make<StaticMethod>(Kind::StaticMethod);
      s->function = value;
      value = Value::object(s);
    } else if ((n == names().__init_subclass__ || n == names().__class_getitem__) && is_kind(value, Kind::Function)) {
      auto* s = vm.heap.make<StaticMethod>(Kind::ClassMethod);
      s->function = value;
      value = Value::object(s);
    }
    if (is_kind(value, Kind::Property) && !as<Property>(value)->name && value.o->mark != kSharedMark) as<Property>(value)->name = n;
    if (n == names().__eq__) has_eq = true;
    if (n == names().__hash__) hash_attr = value;
    c->slots[attr_names.size()] = value;
    attr_names.push_back(n);
    kinds.push_back(classify_attribute(value));
  }
  if (has_eq && hash_attr.is_unset()) {  // defining __eq__ alone makes instances unhashable
    c->slots[attr_names.size()] = Value::none();
    attr_names.push_back(names().__hash__);
    kinds.push_back(AttrKind::Plain);
  }
  if (std::find(attr_names.begin(), attr_names.end(), names().__doc__) == attr_names.end() &&
      std::none_of(declared.members.begin(), declared.members.end(), [](auto& m) { return m.first == names().__doc__; })) {
    c->slots[attr_names.size()] = Value::none();
    attr_names.push_back(names().__doc__);
    kinds.push_back(AttrKind::Plain);
  }
  for (auto& [n, member] : declared.members) {
    c->slots[attr_names.size()] = member;
    attr_names.push_back(n);
    kinds.push_back(AttrKind::NonDataDescriptor);
  }
  if (declared.with_dict) {
    c->slots[attr_names.size()] = class_lookup(types().object, names().__dict__);
    attr_names.push_back(names().__dict__);
    kinds.push_back(AttrKind::DataDescriptor);
  }
  if (declared.with_weak) {
    c->slots[attr_names.size()] = Value::object(g_weakref_attribute);
    attr_names.push_back(weakref_name());
    kinds.push_back(AttrKind::DataDescriptor);
  }
  if (c->module.is_unset() && vm.thread->depth) {  // type(name, bases, namespace): the caller's module
    Value module = vm.module_get(vm.thread->frames[vm.thread->depth - 1].module, names().__name__);
    if (is_str(module)) {
      c->module = module;
      c->slots[attr_names.size()] = module;
      attr_names.push_back(names().__module__);
      kinds.push_back(AttrKind::Plain);
    }
  }
  c->shape = shape_of(attr_names.data(), kinds.data(), static_cast<uint32_t>(attr_names.size()));
  if (c->shape == kNoShape) return vm.raise(errors().MemoryError, "too many distinct class layouts in this process");
  std::vector<uint32_t> shapes;
  for (uint32_t i = 0; i < c->mro_count; ++i) shapes.push_back(c->mro[i]->shape);
  c->layout = layout_of(shapes.data(), c->mro_count);
  if (c->layout == kNoShape) return vm.raise(errors().MemoryError, "too many distinct class layouts in this process");
  note_special(c);
  for (uint32_t i = 1; i < c->mro_count; ++i) add_subclass(vm, c->mro[i], c);

  Value cls = Value::object(c);
  cursor = 0;
  std::vector<std::pair<Value, Value>> hooks;
  RootVec roots(vm.heap);
  while (dict_next(ns, &cursor, &key, &value)) {
    if (value.tag != kObject || (value.o->kind != Kind::Instance && value.o->kind != Kind::Host)) continue;
    if (vm.find_special(value, names().__set_name__).is_unset()) continue;
    roots.items.push_back(key);
    roots.items.push_back(value);
  }
  for (size_t i = 0; i < roots.items.size(); i += 2) {
    vm.call_special(roots.items[i + 1], names().__set_name__, {cls, roots.items[i]});
    if (vm.raised()) return set_name_failed(vm, c, roots.items[i + 1], roots.items[i]);
  }
  if (c->mro_count > 1) {
    Super s{};
    s.kind = Kind::Super;
    s.mark = kSharedMark;
    s.start = c;
    s.type = c;
    Value hook = super_lookup(&s, names().__init_subclass__);
    if (!hook.is_unset() && is_kind(hook, Kind::ClassMethod)) {
      if (vm.call_kw(as<StaticMethod>(hook)->function, &cls, 1, keywords).is_unset()) return Value();
    } else if (is_kind(hook, Kind::Native)) {
      if (keywords && keywords->used) return vm.raisef(errors().TypeError, "%.*s.__init_subclass__() takes no keyword arguments", static_cast<int>(name->size), name->data);
    } else if (!hook.is_unset()) {  // anything else is called as it comes out of the class
      Value super = vm.call(Value::object(types().super), {cls, cls});
      hook = super.is_unset() ? super : vm.get_attr(super, names().__init_subclass__);
      if (hook.is_unset() || vm.call_kw(hook, nullptr, 0, keywords).is_unset()) return Value();
    }
  }
  return cls;
}

Class* derived_metaclass(Vm& vm, Class* meta, const Tuple* bases) {
  for (size_t i = 0; i < bases->size; ++i) {
    Class* m = vm.type_of(bases->items[i]);
    if (is_subclass(meta, m)) continue;
    if (!is_subclass(m, meta)) {
      vm.raise_type("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
      return nullptr;
    }
    meta = m;
  }
  return meta;
}

Value build_class(Vm& vm, Function* body, Str* name, Value bases_value, Value keywords_value) {
  Tuple* bases = as<Tuple>(bases_value);
  Dict* keywords = keywords_value.is_object() ? dict_copy(vm, as<Dict>(keywords_value)) : nullptr;
  // __mro_entries__: objects standing for classes (typing aliases).
  bool replaced = false;
  List* entries = vm.new_list();
  for (size_t i = 0; i < bases->size; ++i) {
    Value b = bases->items[i];
    if (!is_kind(b, Kind::Class)) {
      Value entries_of = vm.find_attr(b, names().__mro_entries__);
      Value r = entries_of.is_unset() ? entries_of : vm.call(entries_of, {bases_value});
      if (vm.raised()) return Value();
      if (!r.is_unset()) {
        if (!vm.extend(entries, r)) return Value();
        replaced = true;
        continue;
      }
    }
    list_append(vm, entries, b);
  }
  Tuple* original = bases;
  if (replaced) bases = vm.new_tuple(entries->items, entries->size);

  Value meta;
  if (keywords) {
    Str* metaclass_name = intern("metaclass");
    meta = dict_get_str(keywords, metaclass_name);
    if (!meta.is_unset()) dict_delete(vm, keywords, Value::object(metaclass_name));
  }
  if (meta.is_unset()) meta = Value::object(bases->size ? vm.type_of(bases->items[0]) : types().type);
  if (is_kind(meta, Kind::Class)) {
    Class* winner = derived_metaclass(vm, as<Class>(meta), bases);
    if (!winner) return Value();
    meta = Value::object(winner);
  }
  Dict* ns = nullptr;
  Value ns_value;
  if (!is_kind(meta, Kind::Class) || as<Class>(meta) != types().type) {
    Value prepare = vm.find_attr(meta, names().__prepare__);
    if (vm.raised()) return Value();
    if (!prepare.is_unset()) {
      Value args[] = {Value::object(name), Value::object(bases)};
      ns_value = vm.call_kw(prepare, args, 2, keywords);
      if (ns_value.is_unset()) return Value();
      if (!as_dict(ns_value) && vm.find_special(ns_value, names().__getitem__).is_unset()) {
        Class* got = vm.type_of(ns_value);
        std::string_view title = is_kind(meta, Kind::Class) ? as<Class>(meta)->name->view() : std::string_view("<metaclass>");
        return vm.raise_type(std::string(title) + ".__prepare__() must return a mapping, not " + std::string(got->name->view()));
      }
      if (is_kind(ns_value, Kind::Dict)) ns = as<Dict>(ns_value);
    }
  }
  if (ns_value.is_unset()) ns_value = Value::object(ns = vm.new_dict(8));
  auto put = [&](Str* key, Value v) {
    if (!ns) return vm.set_item(ns_value, Value::object(key), v);
    dict_set_str(vm, ns, key, v);
    return true;
  };
  Value cell = vm.call_function(body, &ns_value, 1);
  if (cell.is_unset()) return Value();
  if (is_kind(cell, Kind::Cell) && !put(class_cell_name(), cell)) return Value();
  if (replaced && !put(intern("__orig_bases__"), Value::object(original))) return Value();
  Value result;
  if (is_kind(meta, Kind::Class) && as<Class>(meta) == types().type) {
    result = create_class(vm, types().type, name, bases, ns, keywords);
  } else {
    Value args[] = {Value::object(name), Value::object(bases), ns_value};
    result = vm.call_kw(meta, args, 3, keywords);
  }
  return result;
}

namespace {

// The class became or ceased to be one of descriptors: attributes of classes that are its instances change their kind.
void reclassify_holders(Vm& vm, Class* descriptor) {
  std::vector<Class*> classes;
  vm.heap.each(Kind::Class, [&](Obj* o) { classes.push_back(static_cast<Class*>(o)); });
  for (Class* c : classes) {
    std::vector<Str*> all;
    std::vector<AttrKind> kinds;
    bool changed = false;
    for (uint32_t i = 0, n = shape_count(c->shape); i < n; ++i) {
      Value v = c->slots[i];
      bool instance = is_kind(v, Kind::Instance) && is_subclass(as<Instance>(v)->cls, descriptor);
      all.push_back(shape_name(c->shape, i));
      kinds.push_back(instance ? classify_attribute(v) : shape_kind(c->shape, i));
      changed = changed || kinds.back() != shape_kind(c->shape, i);
    }
    if (!changed) continue;
    c->shape = shape_of(all.data(), kinds.data(), static_cast<uint32_t>(all.size()));
    relayout(vm, c);
  }
}

bool makes_descriptors(const Str* name) {
  const Names& n = names();
  return name == n.__get__ || name == n.__set__ || name == n.__delete__;
}

bool store_class_attribute(Vm& vm, Class* cls, Str* name, Value v);

}  // namespace

bool class_set_attr(Vm& vm, Class* cls, Str* name, Value v) {
  if (cls->mark == kSharedMark) {
    vm.raisef(errors().TypeError, "cannot set '%.*s' attribute of immutable type '%.*s'", static_cast<int>(name->size), name->data, static_cast<int>(cls->name->size),
              cls->name->data);
    return false;
  }
  if (!name->interned()) name = intern(name->view());
  if (!store_class_attribute(vm, cls, name, v)) return false;
  if (makes_descriptors(name)) reclassify_holders(vm, cls);
  return true;
}

namespace {

bool store_class_attribute(Vm& vm, Class* cls, Str* name, Value v) {
  SlotInfo info = shape_find(cls->shape, name);
  if (v.is_unset()) {
    if (info.slot < 0) {
      vm.raisef(errors().AttributeError, "type object '%.*s' has no attribute '%.*s'", static_cast<int>(cls->name->size), cls->name->data, static_cast<int>(name->size),
                name->data);
      return false;
    }
    std::vector<Str*> keep;
    std::vector<AttrKind> kinds;
    uint32_t n = shape_count(cls->shape);
    for (uint32_t i = 0; i < n; ++i) {
      if (static_cast<int32_t>(i) == info.slot) continue;
      cls->slots[keep.size()] = cls->slots[i];
      keep.push_back(shape_name(cls->shape, i));
      kinds.push_back(shape_kind(cls->shape, i));
    }
    cls->slots[keep.size()] = Value();
    cls->shape = shape_of(keep.data(), kinds.data(), static_cast<uint32_t>(keep.size()));
    relayout(vm, cls);
    return true;
  }
  AttrKind kind = classify_attribute(v);
  if (info.slot >= 0 && info.kind == kind) {
    cls->slots[info.slot] = v;
    if (affects_flags(name)) relayout(vm, cls);
    return true;
  }
  if (info.slot >= 0) {
    uint32_t n = shape_count(cls->shape);
    std::vector<Str*> all;
    std::vector<AttrKind> kinds;
    for (uint32_t i = 0; i < n; ++i) {
      all.push_back(shape_name(cls->shape, i));
      kinds.push_back(static_cast<int32_t>(i) == info.slot ? kind : shape_kind(cls->shape, i));
    }
    cls->slots[info.slot] = v;
    cls->shape = shape_of(all.data(), kinds.data(), n);
  } else {
    uint32_t n = shape_count(cls->shape);
    uint32_t shape = shape_add(cls->shape, name, kind);
    if (shape == kNoShape) {
      vm.raise(errors().MemoryError, "too many distinct class layouts in this process");
      return false;
    }
    if (n >= cls->slot_capacity) {
      uint32_t capacity = n * 2 + 4;
      Value* grown = vm.heap.values(capacity);
      for (uint32_t i = 0; i < capacity; ++i) grown[i] = i < n ? cls->slots[i] : Value();
      vm.heap.free_buffer(cls->slots);
      cls->slots = grown;
      cls->slot_capacity = capacity;
    }
    cls->slots[n] = v;
    cls->shape = shape;
  }
  relayout(vm, cls);
  return true;
}

}  // namespace

Native* g_weakref_attribute;

namespace {

bool declares_slots(const Class* c) { return shape_find(c->shape, names().__slots__).slot >= 0; }

// Do instances of a built-in class have a __dict__, or can be referred to weakly?
bool native_dict(const Class* c) { return c->instance_layout == Layout::Exception || c == types().type || c == types().function || c == types().module; }
bool native_weak(const Class* c) {
  const Types& t = types();
  return c == t.set || c == t.frozenset || c == t.type || c == t.function || c == t.module;
}

template <class Test>
bool any_base(const Class* c, Test test) {
  for (uint32_t i = 1; i < c->mro_count; ++i)
    if (test(c->mro[i])) return true;
  return false;
}

}  // namespace

Value implied_attribute(const Class* c, const Str* name) {
  if (c->flags & kClassBuiltin || declares_slots(c)) return {};
  auto open = [](const Class* b) { return !(b->flags & kClassBuiltin) && !declares_slots(b); };
  if (name == names().__dict__) return any_base(c, [&](const Class* b) { return open(b) || native_dict(b); }) ? Value() : class_lookup(types().object, names().__dict__);
  if (name != weakref_name()) return {};
  const Types& t = types();
  bool none = any_base(c, [&](const Class* b) { return open(b) || native_weak(b) || b == t.integer || b == t.tuple || b == t.bytes; });
  return none ? Value() : Value::object(g_weakref_attribute);
}

bool weakly_referable(const Class* c) {
  if (c->payload_kind == Kind::Host) return true;
  for (uint32_t i = 0; i < c->mro_count; ++i) {
    const Class* b = c->mro[i];
    if (b->flags & kClassBuiltin ? native_weak(b) : !declares_slots(b) || shape_find(b->shape, weakref_name()).slot >= 0) return true;
  }
  return false;
}

// As CPython has it, with what every class gets unasked in front of the __doc__ that it gets unasked.
Dict* class_dict(Vm& vm, Class* cls) {
  uint32_t n = shape_count(cls->shape);
  Dict* d = vm.new_dict(n + 2);
  SlotInfo doc = shape_find(cls->shape, names().__doc__);
  bool implied = doc.slot >= 0 && cls->slots[doc.slot].is_none();
  for (uint32_t i = 0; i < n; ++i)
    if (!implied || static_cast<int32_t>(i) != doc.slot) dict_set_str(vm, d, shape_name(cls->shape, i), cls->slots[i]);
  for (Str* name : {names().__dict__, intern("__weakref__")})
    if (Value v = implied_attribute(cls, name); !v.is_unset() && dict_get_str(d, name).is_unset()) dict_set_str(vm, d, name, v);
  if (implied) dict_set_str(vm, d, names().__doc__, Value::none());
  return d;
}

}  // namespace sl
