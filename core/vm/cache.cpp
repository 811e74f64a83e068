#include "core/vm/cache.h"

#include "core/lang/code.h"
#include "core/vm/dialect.h"
#include "core/vm/slots.h"
#include "core/vm/types.h"

namespace sl {
namespace {

uint64_t class_payload(LayoutHit hit) { return static_cast<uint64_t>(hit.mro_index) << 12 | static_cast<uint64_t>(hit.slot); }
bool fits(LayoutHit hit) { return hit.mro_index >= 0 && hit.mro_index < 256 && hit.slot < 4096; }

// The table always learns; the inline word is only replaced now and then, so that a site seeing
// several classes does not pass its cache line between threads all the time.
void remember(Vm& vm, const Str* name, CacheWord& cache, uint64_t key, uint64_t payload, CacheKind kind, uint64_t table_flag = 0) {
  uint64_t word = cache_word(key, payload, kind);
  vm.attr_entry(key | table_flag, name) = {key | table_flag, name, word};
  if (cache.load(std::memory_order_relaxed) == 0 || (++vm.attr_misses & 7) == 0) cache.store(word, std::memory_order_relaxed);
}

// Fills the cache for reading `name` of v when a later hit needs no script code to tell the result.
void learn(Vm& vm, Value v, Str* name, CacheWord& cache, bool getters = false) {
  if (!v.is_object()) return;
  if (is_kind(v, Kind::Instance)) {
    auto* i = as<Instance>(v);
    if (i->cls->flags & kClassHasGetattribute || i->aux == kDictShape) return;
    AttrKind kind = AttrKind::Plain;
    if (is_kind(class_lookup_cached(vm, i->cls, name, &kind), Kind::Instance) && kind == AttrKind::DataDescriptor) return;  // a script's descriptor
    LayoutHit hit = layout_find(i->cls->layout, name);
    SlotInfo own = shape_find(i->aux, name);
    uint64_t key = cache_key(i);
    if (own.slot >= 0 && (hit.mro_index < 0 || hit.kind != AttrKind::DataDescriptor)) {
      remember(vm, name, cache, key, static_cast<uint64_t>(own.slot), kCacheSlot);
      return;
    }
    if (!fits(hit)) return;
    Value attr = i->cls->mro[hit.mro_index]->slots[hit.slot];
    switch (hit.kind) {
      case AttrKind::Function: remember(vm, name, cache, key, class_payload(hit), kCacheFunction); break;
      case AttrKind::Plain: remember(vm, name, cache, key, class_payload(hit), kCachePlain); break;
      case AttrKind::DataDescriptor:
        if (is_kind(attr, Kind::Property) && !(i->cls->flags & kClassHasGetattr)) remember(vm, name, cache, key, class_payload(hit), kCacheProperty);
        if (is_kind(attr, Kind::Native) && !(as<Native>(attr)->flags & kNativeAbi)) remember(vm, name, cache, key, class_payload(hit), kCacheGetter);
        break;
      case AttrKind::NonDataDescriptor:
        if (is_kind(attr, Kind::StaticMethod)) remember(vm, name, cache, key, class_payload(hit), kCacheStatic);
        if (wraps_function(attr)) remember(vm, name, cache, key, class_payload(hit), kCacheClassMethod);
        break;
    }
    return;
  }
  if (is_kind(v, Kind::Module)) {
    auto* m = as<Module>(v);
    if (!m->names || m->names->id >= 1u << 20) return;
    int32_t slot = m->names->find(name);
    if (slot >= 0 && slot < (1 << 20)) remember(vm, name, cache, kKeyModule | m->names->id, static_cast<uint64_t>(slot), kCacheModule);
    return;
  }
  if (is_kind(v, Kind::Class)) {
    auto* c = as<Class>(v);
    if (c->metaclass != types().type) return;
    LayoutHit meta = layout_find(types().type->layout, name);
    LayoutHit hit = layout_find(c->layout, name);
    if (!fits(hit) || (meta.mro_index >= 0 && meta.kind == AttrKind::DataDescriptor)) return;
    Value attr = c->mro[hit.mro_index]->slots[hit.slot];
    if (hit.kind == AttrKind::Plain || hit.kind == AttrKind::Function) {
      remember(vm, name, cache, kKeyClassObject | c->layout, class_payload(hit), kCacheClassAttr);
    } else if (!classmethod_function(attr).is_unset()) {
      remember(vm, name, cache, kKeyClassObject | c->layout, class_payload(hit), kCacheClassMethod);
    }
    return;
  }
  Class* cls = builtin_receiver(v.o);
  if (!cls) return;
  LayoutHit hit = layout_find(cls->layout, name);
  if (!fits(hit)) return;
  if (getters) {
    Value attr = cls->mro[hit.mro_index]->slots[hit.slot];
    if (is_kind(attr, Kind::Native) && (as<Native>(attr)->flags & (kNativeGetter | kNativeAbi)) == kNativeGetter)
      remember(vm, name, cache, kKeyBuiltin | cls->layout, class_payload(hit), kCacheGetter);
  } else if (hit.kind == AttrKind::Function) {
    remember(vm, name, cache, kKeyBuiltin | cls->layout, class_payload(hit), kCacheFunction);
  }
}

}  // namespace

Class* g_kind_classes[static_cast<int>(Kind::kCount)];

void init_kind_classes() {
  const Types& t = types();
  const std::pair<Kind, Class*> known[] = {
      {Kind::Str, t.str},     {Kind::Bytes, t.bytes}, {Kind::ByteArray, t.bytearray}, {Kind::BigInt, t.integer}, {Kind::Complex, t.complex},
      {Kind::List, t.list},   {Kind::Tuple, t.tuple}, {Kind::Dict, t.dict},           {Kind::Set, t.set},        {Kind::FrozenSet, t.frozenset},
      {Kind::Range, t.range}, {Kind::Slice, t.slice}, {Kind::Generator, t.generator},
  };
  for (auto [kind, cls] : known) g_kind_classes[static_cast<int>(kind)] = cls;
}

void learn_attr(Vm& vm, Value v, Str* name, CacheWord& cache) { learn(vm, v, name, cache, false); }

uint64_t learn_class_hit(Vm& vm, const Class* c, const Str* name) noexcept {
  uint64_t key = kKeyClassHit | c->layout;
  LayoutHit hit = layout_find(c->layout, name);
  uint64_t found = hit.mro_index < 0 ? kAbsentHit : fits(hit) ? class_payload(hit) << 4 | static_cast<uint64_t>(hit.kind) : kWideHit;
  uint64_t word = key << 24 | found;
  vm.attr_entry(key, name) = {key, name, word};
  return word;
}

Value class_init(Vm& vm, Class* c) noexcept { return class_lookup_cached(vm, c, names().__init__); }

Value get_attr_cached(Vm& vm, Value v, Str* name, CacheWord& cache) {
  Class* c = v.is_object() ? builtin_receiver(v.o) : nullptr;
  if (c) {
    uint64_t word = cache.load(std::memory_order_relaxed);
    if (word >> 24 == (kKeyBuiltin | c->layout) && (word & 15) == kCacheGetter) return as<Native>(cached_class_value(c, word))->fn(vm, &v);
  }
  learn(vm, v, name, cache, true);
  return vm.get_attr(v, name);
}

bool load_method_cached(Vm& vm, Value v, Str* name, CacheWord& cache, Value* out) {
  learn(vm, v, name, cache);
  if (v.is_object() && !is_kind(v, Kind::Class) && !is_kind(v, Kind::Module) && !is_kind(v, Kind::Super)) {
    Class* cls = vm.type_of(v);
    AttrKind kind = AttrKind::Plain;
    Value attr = class_lookup_cached(vm, cls, name, &kind);
    bool shadowed = is_kind(v, Kind::Instance)   ? !instance_find(as<Instance>(v), name).is_unset()
                    : is_kind(v, Kind::Host)     ? as<HostObj>(v)->attrs != nullptr
                    : is_kind(v, Kind::Function) ? as<Function>(v)->attrs != nullptr
                                                 : false;
    if (!attr.is_unset() && kind == AttrKind::Function && !shadowed && !(cls->flags & kClassHasGetattribute)) {
      out[0] = attr;
      out[1] = v;
      return true;
    }
  } else if (!v.is_object()) {
    AttrKind kind = AttrKind::Plain;
    Value attr = class_lookup_cached(vm, vm.type_of(v), name, &kind);
    if (!attr.is_unset() && kind == AttrKind::Function) {
      out[0] = attr;
      out[1] = v;
      return true;
    }
  }
  Value r = vm.get_attr(v, name);
  if (r.is_unset()) {
    if (name != names().type || !vm.catch_error(errors().AttributeError)) return false;
    out[0] = Value::object(g_type_method);
    out[1] = v;
    return true;
  }
  out[0] = r;
  out[1] = Value();
  return true;
}

bool set_attr_cached(Vm& vm, Value v, Str* name, Value value, CacheWord& cache) {
  if (is_kind(v, Kind::Instance)) {
    auto* i = as<Instance>(v);
    if (!(i->cls->flags & kClassHasSetattr) && i->aux != kDictShape && i->cls != types().object) {
      LayoutHit hit = layout_find(i->cls->layout, name);
      SlotInfo own = shape_find(i->aux, name);
      bool refused = i->cls->flags & kClassNoDict && own.slot < 0 && find_member(i->cls, name).is_unset();
      if (!refused && (hit.mro_index < 0 || hit.kind != AttrKind::DataDescriptor)) {
        uint64_t key = cache_key(i);
        if (own.slot >= 0) {
          remember(vm, name, cache, key, static_cast<uint64_t>(own.slot), kCacheSlot, kKeyStore);
        } else if (i->used < kMaxShapeSlots) {
          uint32_t shape = shape_add(i->aux, name);
          if (shape != kNoShape) remember(vm, name, cache, key, shape, kCacheAdd, kKeyStore);
        }
        return instance_store(vm, i, name, value);
      }
      if (!refused && fits(hit)) {
        Value attr = i->cls->mro[hit.mro_index]->slots[hit.slot];
        if (is_kind(attr, Kind::Property) && is_kind(as<Property>(attr)->set, Kind::Function))
          remember(vm, name, cache, cache_key(i), class_payload(hit), kCacheProperty, kKeyStore);
      }
    }
  }
  return vm.set_attr(v, name, value);
}

}  // namespace sl
