#include "core/vm/slots.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/vm/text.h"
#include "core/vm/types.h"

namespace sl {
namespace {

const char kMemberTag = 0;
const HostType kMemberHost = {.name = "member_descriptor", .tag = &kMemberTag};
Class* g_member_class;

Str* weakref_name() {
  static Str* const name = intern("__weakref__");
  return name;
}

std::string text_of(const Str* s) { return std::string(s->view()); }

enum Field { kName, kOwner, kIndex, kDoc, kFieldCount };
Value field(Value member, Field f) { return as<HostObj>(member)->fields[f]; }

Instance* receiver(Vm& vm, Value member, Value v) {
  Class* owner = as<Class>(field(member, kOwner));
  if (is_kind(v, Kind::Instance) && vm.is_instance(v, owner)) return as<Instance>(v);
  vm.raise_type("descriptor '" + text_of(as<Str>(field(member, kName))) + "' for '" + text_of(owner->name) + "' objects doesn't apply to a '" + text_of(vm.type_of(v)->name) +
                "' object");
  return nullptr;
}

Value member_get(Vm& vm, Value* a) {
  if (a[1].is_none()) return a[0];
  Instance* i = receiver(vm, a[0], a[1]);
  if (!i) return {};
  Str* name = as<Str>(field(a[0], kName));
  Value v = instance_find(i, name);
  if (!v.is_unset()) return v;
  vm.raise(errors().AttributeError, "'" + text_of(i->cls->name) + "' object has no attribute '" + text_of(name) + "'");
  if (auto* e = as_exception(vm.pending)) e->value = Value::object(vm.new_tuple({Value::object(name), a[1]}));
  return {};
}

Value member_set(Vm& vm, Value* a) {
  Instance* i = receiver(vm, a[0], a[1]);
  return i && instance_store(vm, i, as<Str>(field(a[0], kName)), a[2]) ? Value::none() : Value();
}

Value member_delete(Vm& vm, Value* a) {
  Instance* i = receiver(vm, a[0], a[1]);
  if (!i) return {};
  Str* name = as<Str>(field(a[0], kName));
  if (instance_find(i, name).is_unset()) return vm.raise(errors().AttributeError, name->view());
  return instance_store(vm, i, name, Value()) ? Value::none() : Value();
}

Value member_repr(Vm& vm, Value* a) {
  return vm.str_value("<member '" + text_of(as<Str>(field(a[0], kName))) + "' of '" + text_of(as<Class>(field(a[0], kOwner))->name) + "' objects>");
}
Value member_name(Vm&, Value* a) { return field(a[0], kName); }
Value member_owner(Vm&, Value* a) { return field(a[0], kOwner); }
Value member_doc(Vm&, Value* a) { return field(a[0], kDoc); }
Value member_qualname(Vm& vm, Value* a) { return vm.str_value(text_of(as<Class>(field(a[0], kOwner))->qualname) + "." + text_of(as<Str>(field(a[0], kName)))); }

const MethodDef kMemberMethods[] = {
    {"__get__(self, instance, owner=None, /)", member_get},
    {"__set__(self, instance, value, /)", member_set},
    {"__delete__(self, instance, /)", member_delete},
    {"__repr__(self, /)", member_repr},
    {"__name__", member_name, kNativeGetter},
    {"__qualname__", member_qualname, kNativeGetter},
    {"__objclass__", member_owner, kNativeGetter},
    {"__doc__", member_doc, kNativeGetter},
};

bool without_dict(const Class* c) {
  if (c->flags & kClassNoDict || c == types().object) return true;
  return c->flags & kClassBuiltin && c->instance_layout != Layout::Exception && !is_subclass(c, types().type);
}

bool has_own_members(const Class* c) {
  for (uint32_t i = 0, n = shape_count(c->shape); i < n; ++i)
    if (is_member(c->slots[i])) return true;
  return false;
}

// Exceptions that CPython gives fields beyond those of their base.
bool has_own_fields(const Class* c) {
  if (!(c->flags & kClassBuiltin) || c->instance_layout != Layout::Exception) return false;
  const auto& e = errors();
  const Class* kWithFields[] = {e.SystemExit,         e.StopIteration,         e.OSError,           e.ImportError,
                                e.NameError,          e.AttributeError,        e.SyntaxError,       e.UnicodeEncodeError,
                                e.UnicodeDecodeError, e.UnicodeTranslateError, e.BaseExceptionGroup};
  return std::ranges::find(kWithFields, c) != std::end(kWithFields);
}

// Whether CPython keeps a varying number of items in the object itself, behind which nothing can be added.
bool is_itemized(const Class* c) { return is_subclass(c, types().integer) || is_subclass(c, types().tuple) || is_subclass(c, types().bytes) || is_subclass(c, types().type); }

struct BestBase {
  Class* base;         // null: there are two
  const Class* solid;  // of `base`
};
using SolidBases = std::unordered_map<const Class*, const Class*>;  // of those that have several bases: known ones
BestBase best_of(const Tuple* bases, SolidBases& known);

// The class that last added to the layout of a `c`.
const Class* solid_base(const Class* c, SolidBases& known) {
  while (c != types().object) {
    if (c->flags & kClassBuiltin) {
      const Class* base = c->mro[1];
      bool differs = c->instance_layout != base->instance_layout || c->payload_kind != base->payload_kind || c->host_type != base->host_type;
      if (differs || has_own_fields(c)) return c;
      c = base;
      continue;
    }
    if (has_own_members(c)) return c;
    auto added = [c](const Class* base) { return is_itemized(base) && without_dict(base) && !without_dict(c); };
    if (c->bases->size > 1) {
      if (auto found = known.find(c); found != known.end()) return found->second;
      BestBase best = best_of(c->bases, known);
      return known[c] = !best.base || added(best.base) ? c : best.solid;
    }
    auto* base = as<Class>(c->bases->items[0]);
    if (added(base)) return c;
    c = base;
  }
  return c;
}

BestBase best_of(const Tuple* bases, SolidBases& known) {
  BestBase best{types().object, nullptr};
  for (size_t i = 0; i < bases->size; ++i) {
    auto* b = as<Class>(bases->items[i]);
    const Class* candidate = solid_base(b, known);
    if (best.solid && is_subclass(best.solid, candidate)) continue;
    if (best.solid && !is_subclass(candidate, best.solid)) return {nullptr, nullptr};
    best = {b, candidate};
  }
  return best;
}

bool has_weak_list(const Class* c) {
  for (uint32_t i = 0; i < c->mro_count; ++i) {
    const Class* m = c->mro[i];
    if (m == types().set || m == types().frozenset || m == types().type) return true;
    if (m->flags & kClassBuiltin) continue;
    if (shape_find(m->shape, weakref_name()).slot >= 0 || (shape_find(m->shape, names().__slots__).slot < 0 && !is_itemized(m))) return true;
  }
  return false;
}

Str* mangled(Vm& vm, const Class* c, Str* name) {
  std::string_view text = name->view(), owner = c->name->view();
  if (!text.starts_with("__") || text.ends_with("__") || text.find('.') != std::string_view::npos) return intern(text);
  size_t start = owner.find_first_not_of('_');
  if (start == std::string_view::npos) return intern(text);
  (void)vm;
  return intern("_" + std::string(owner.substr(start)) + std::string(text));
}

}  // namespace

Class* best_base(const Tuple* bases) {
  if (bases->size == 1) return as<Class>(bases->items[0]);
  SolidBases known;
  for (size_t i = 0; i < bases->size; ++i) {  // the most general ones first, so that none recurses far
    auto* b = as<Class>(bases->items[i]);
    for (uint32_t k = b->mro_count; k-- > 0;) solid_base(b->mro[k], known);
  }
  return best_of(bases, known).base;
}

bool is_member(Value v) noexcept { return is_kind(v, Kind::Host) && as<HostObj>(v)->type && as<HostObj>(v)->type->tag == &kMemberTag; }

Value find_member(const Class* c, const Str* name) noexcept {
  Value v = class_lookup(c, name);
  return is_member(v) ? v : Value();
}

uint32_t member_index(Value member) noexcept { return static_cast<uint32_t>(field(member, kIndex).i); }

std::vector<Value> class_members(const Class* c) {
  std::vector<Value> out;
  for (uint32_t m = 0; m < c->mro_count; ++m)
    for (uint32_t i = 0, n = shape_count(c->mro[m]->shape); i < n; ++i)
      if (is_member(c->mro[m]->slots[i])) out.push_back(c->mro[m]->slots[i]);
  return out;
}

bool same_slots(const Class* a, const Class* b) {
  auto names_of = [](const Class* c) {
    std::vector<Obj*> found;
    for (Value m : class_members(c)) found.push_back(field(m, kName).o);
    std::sort(found.begin(), found.end());
    return found;
  };
  return names_of(a) == names_of(b);
}

void adopt_slots(Instance* i, const Class* c) {
  if (i->aux != kDictShape || i->used < 2) return;
  std::vector<Value> held(i->slots + 1, i->slots + i->used);
  for (Value m : class_members(i->cls)) {
    Value target = find_member(c, as<Str>(field(m, kName)));
    if (!target.is_unset() && member_index(target) < held.size() && member_index(m) < held.size()) i->slots[1 + member_index(target)] = held[member_index(m)];
  }
}

Value* member_cell(Instance* i, const Str* name) noexcept {
  if (i->used < 2) return nullptr;
  Value member = find_member(i->cls, name);
  if (member.is_unset() || member_index(member) + 1 >= i->used) return nullptr;
  return &i->slots[member_index(member) + 1];
}

bool declare_slots(Vm& vm, Class* c, Dict* ns, ClassSlots* out) {
  Value declared = dict_get_str(ns, names().__slots__);
  if (declared.is_unset()) return true;
  out->declared = true;
  List* items;
  if (is_str(declared)) {
    items = vm.new_list(&declared, 1);
  } else {
    items = vm.to_list(declared);
    if (!items) return false;
  }
  if (items->size && is_itemized(c)) return vm.raise_type("nonempty __slots__ not supported for subtype of '" + text_of(best_base(c->bases)->name) + "'"), false;
  bool base_dict = false, base_weak = false;
  for (size_t i = 0; i < c->bases->size; ++i) {
    base_dict = base_dict || !without_dict(as<Class>(c->bases->items[i]));
    base_weak = base_weak || has_weak_list(as<Class>(c->bases->items[i]));
  }
  auto index = static_cast<int64_t>(class_members(c).size());
  out->keep = vm.new_list();
  for (size_t i = 0; i < items->size; ++i) {
    Str* name = as_str(items->items[i]);
    if (!name) return vm.raise_type("__slots__ items must be strings, not '" + text_of(vm.type_of(items->items[i])->name) + "'"), false;
    Value identifier = vm.call_method(Value::object(name), intern("isidentifier"));
    if (!identifier.is_true()) return vm.raise_type("__slots__ must be identifiers"), false;
    if (name->view() == "__dict__" || name->view() == "__weakref__") {
      bool dict = name->view() == "__dict__";
      if ((dict ? base_dict : base_weak) || (dict ? out->with_dict : out->with_weak))
        return vm.raise_type(dict ? "__dict__ slot disallowed: we already got one" : "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0"), false;
      (dict ? out->with_dict : out->with_weak) = true;
      continue;
    }
    Str* stored = mangled(vm, c, name);
    Value taken = dict_get_str(ns, stored);
    bool implicit = stored == names().__qualname__ || (stored == names().__doc__ && taken.is_none());
    if (!taken.is_unset() && !implicit) return vm.raise_value("'" + text_of(name) + "' in __slots__ conflicts with class variable"), false;
    HostObj* member = vm.new_host(g_member_class, nullptr, kFieldCount);
    Value value = Value::object(member);
    list_append(vm, out->keep, value);
    member->fields[kName] = Value::object(stored);
    member->fields[kOwner] = Value::object(c);
    member->fields[kIndex] = Value::integer(index++);
    bool twice = false;
    for (auto& m : out->members) twice = twice || m.first == stored;
    if (!twice) out->members.emplace_back(stored, value);
  }
  if (!out->with_dict && !base_dict) c->flags |= kClassNoDict;
  return true;
}

bool check_layout(Vm& vm, const Tuple* bases) {
  if (!best_base(bases)) vm.raise_type("multiple bases have instance lay-out conflict");
  return !vm.raised();
}

void register_member_type() {
  TypeDef def;
  def.name = "member_descriptor";
  def.host_type = &kMemberHost;
  def.subclassable = false;
  def.methods = kMemberMethods;
  g_member_class = define_type(def);
}

}  // namespace sl
