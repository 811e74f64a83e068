#include "core/vm/class_order.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/vm/class.h"
#include "core/vm/slots.h"
#include "core/vm/types.h"

namespace sl {
namespace {

void set_order(Vm& vm, Class* c, const std::vector<Class*>& order) {
  auto** mro = static_cast<Class**>(vm.heap.buffer(order.size() * sizeof(Class*)));
  std::copy(order.begin(), order.end(), mro);
  c->mro = mro;  // the old one may be in use: left to the collector
  c->mro_count = static_cast<uint32_t>(order.size());
}

}  // namespace

void add_subclass(Vm& vm, Class* base, Class* sub) {
  if (base->mark == kSharedMark) return;  // built-in classes never change their layout
  SubclassList* l = base->subclasses;
  if (!l || l->count == l->capacity) {
    uint32_t capacity = l ? l->capacity * 2 : 4;
    auto* grown = static_cast<SubclassList*>(vm.heap.buffer(sizeof(SubclassList) + capacity * sizeof(Class*)));
    grown->capacity = capacity;
    grown->count = l ? l->count : 0;
    for (uint32_t i = 0; i < grown->count; ++i) grown->items[i] = l->items[i];
    vm.heap.free_buffer(l);
    base->subclasses = l = grown;
  }
  l->items[l->count++] = sub;
}

// C3 linearisation (Barrett et al. 1996, as Python uses it).
bool linearize(Vm& vm, Class* c, Tuple* bases) {
  std::vector<Class*> out{c};
  std::vector<std::vector<Class*>> lists;
  for (size_t i = 0; i < bases->size; ++i) {
    Class* b = as<Class>(bases->items[i]);
    lists.emplace_back(b->mro, b->mro + b->mro_count);
  }
  lists.emplace_back();
  for (size_t i = 0; i < bases->size; ++i) lists.back().push_back(as<Class>(bases->items[i]));
  for (;;) {
    lists.erase(std::remove_if(lists.begin(), lists.end(), [](auto& l) { return l.empty(); }), lists.end());
    if (lists.empty()) break;
    Class* pick = nullptr;
    for (auto& l : lists) {
      Class* head = l.front();
      bool in_tail = false;
      for (auto& other : lists)
        if (std::find(other.begin() + 1, other.end(), head) != other.end()) in_tail = true;
      if (!in_tail) {
        pick = head;
        break;
      }
    }
    if (!pick) {
      std::string text = "Cannot create a consistent method resolution\norder (MRO) for bases ";
      std::vector<Class*> heads;
      for (const auto& l : lists)
        if (std::find(heads.begin(), heads.end(), l.front()) == heads.end()) heads.push_back(l.front());
      for (const Class* head : heads) text += (head == heads[0] ? "" : ", ") + std::string(short_name(head)->view());
      vm.raise_type(text);
      return false;
    }
    out.push_back(pick);
    for (auto& l : lists)
      if (l.front() == pick) l.erase(l.begin());
  }
  set_order(vm, c, out);
  return true;
}

// A metaclass with a mro() of its own has the last word.
bool custom_order(Vm& vm, Class* metaclass, Class* c) {
  static Str* const hook = intern("mro");
  if (is_kind(class_lookup(metaclass, hook), Kind::Native)) return true;
  Value r = vm.call_special(Value::object(c), hook);
  if (r.is_unset()) return !vm.raised();
  List* order = vm.to_list(r);
  if (!order) return false;
  for (size_t i = 0; i < order->size; ++i)
    if (!is_kind(order->items[i], Kind::Class)) {
      Class* got = vm.type_of(order->items[i]);
      vm.raisef(errors().TypeError, "mro() returned a non-class ('%.*s')", static_cast<int>(got->name->size), got->name->data);
      return false;
    }
  if (!order->size || order->items[0].o != c) return vm.raise_type("mro() must start with the class"), false;
  std::vector<Class*> found;
  for (size_t i = 0; i < order->size; ++i) found.push_back(as<Class>(order->items[i]));
  set_order(vm, c, found);
  return true;
}

Class* layout_base(const Tuple* bases) {
  Class* best = best_base(bases);
  return best ? best : as<Class>(bases->items[0]);
}

namespace {

std::string text_of(const Str* s) { return std::string(s->view()); }

void remove_subclass(Class* base, const Class* sub) {
  SubclassList* l = base->subclasses;
  if (!l) return;
  Class** end = std::remove(l->items, l->items + l->count, sub);
  l->count = static_cast<uint32_t>(end - l->items);
}

struct Before {  // of one class whose order changes
  Class* cls;
  std::vector<Class*> order;
};

bool reorder(Vm& vm, Class* c, std::vector<Before>* changed) {
  NativeDepth depth(vm);
  if (!depth.ok) return false;
  changed->push_back({c, {c->mro, c->mro + c->mro_count}});
  if (!linearize(vm, c, c->bases)) return false;
  if (c->metaclass != types().type && !custom_order(vm, c->metaclass, c)) return false;
  for (uint32_t i = 0; c->subclasses && i < c->subclasses->count; ++i) {
    Class* sub = c->subclasses->items[i];
    bool direct = std::any_of(sub->bases->items, sub->bases->items + sub->bases->size, [&](Value b) { return b.o == c; });
    if (direct && !reorder(vm, sub, changed)) return false;
  }
  return true;
}

bool alike(const Class* a, const Class* b) {
  bool both = (a == types().object) == (b == types().object);
  return both && a->instance_layout == b->instance_layout && a->payload_kind == b->payload_kind && !((a->flags ^ b->flags) & kClassNoDict) && same_slots(a, b);
}

Tuple* valid_bases(Vm& vm, Class* c, Value v) {
  std::string name = text_of(c->name);
  auto refuse = [&](const std::string& text) { return vm.raise_type(text), nullptr; };
  if (c->mark == kSharedMark) return refuse("cannot set '__bases__' attribute of immutable type '" + name + "'");
  if (v.is_unset()) return refuse("cannot delete '__bases__' attribute of immutable type '" + name + "'");
  Tuple* bases = v.is_object() ? as_tuple(v) : nullptr;
  if (!bases) return refuse("can only assign tuple to " + name + ".__bases__, not " + text_of(vm.type_of(v)->name));
  if (!bases->size) return refuse("can only assign non-empty tuple to " + name + ".__bases__, not ()");
  for (size_t i = 0; i < bases->size; ++i) {
    if (!is_kind(bases->items[i], Kind::Class)) return refuse(name + ".__bases__ must be tuple of classes, not '" + text_of(vm.type_of(bases->items[i])->name) + "'");
    Class* b = as<Class>(bases->items[i]);
    if (is_subclass(b, c)) return refuse("a __bases__ item causes an inheritance cycle");
    for (size_t k = 0; k < i; ++k)
      if (bases->items[k].same(bases->items[i])) return refuse("duplicate base class " + text_of(b->name));
    if (b->flags & kClassFinal) return refuse("type '" + text_of(b->name) + "' is not an acceptable base type");
  }
  if (!best_base(bases)) return refuse("multiple bases have instance lay-out conflict");
  Class *had = layout_base(c->bases), *gets = layout_base(bases);
  if (!alike(had, gets))
    return refuse("__bases__ assignment: '" + text_of(gets->name) + (gets->flags & kClassBuiltin || had->flags & kClassBuiltin ? "' deallocator" : "' object layout") +
                  " differs from '" + text_of(had->name) + "'");
  return bases;
}

}  // namespace

bool set_bases(Vm& vm, Class* c, Value v) {
  Tuple* bases = valid_bases(vm, c, v);
  if (!bases) return false;
  Tuple* had = c->bases;
  c->bases = bases;
  std::vector<Before> changed;
  if (!reorder(vm, c, &changed)) {
    c->bases = had;
    for (size_t i = changed.size(); i-- > 0;) set_order(vm, changed[i].cls, changed[i].order);
    return false;
  }
  for (const Before& b : changed) {
    for (Class* base : b.order) remove_subclass(base, b.cls);
    for (uint32_t i = 0; i < b.cls->mro_count; ++i) {
      if (b.cls->mro[i] == b.cls) continue;
      remove_subclass(b.cls->mro[i], b.cls);
      add_subclass(vm, b.cls->mro[i], b.cls);
    }
  }
  relayout(vm, c);
  return true;
}

}  // namespace sl
