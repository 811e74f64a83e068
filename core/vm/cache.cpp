#include "core/vm/cache.h"

#include "core/lang/code.h"
#include "core/vm/types.h"

namespace sl {
namespace {

uint64_t class_payload(LayoutHit hit) { return static_cast<uint64_t>(hit.mro_index) << 12 | static_cast<uint64_t>(hit.slot); }
bool fits(LayoutHit hit) { return hit.mro_index >= 0 && hit.mro_index < 256 && hit.slot < 4096; }

void remember(CacheWord& cache, uint64_t key, uint64_t payload, CacheKind kind) { cache.store(cache_word(key, payload, kind), std::memory_order_relaxed); }

// Fills the cache for reading `name` of v when a later hit needs no script code to tell the result.
void learn(Value v, Str* name, CacheWord& cache) {
  if (!v.is_object()) return;
  if (is_kind(v, Kind::Instance)) {
    auto* i = as<Instance>(v);
    if (i->cls->flags & kClassHasGetattribute || i->aux == kDictShape) return;
    LayoutHit hit = layout_find(i->cls->layout, name);
    SlotInfo own = shape_find(i->aux, name);
    uint64_t key = cache_key(i);
    if (own.slot >= 0 && (hit.mro_index < 0 || hit.kind != AttrKind::DataDescriptor)) {
      remember(cache, key, static_cast<uint64_t>(own.slot), kCacheSlot);
      return;
    }
    if (!fits(hit)) return;
    Value attr = i->cls->mro[hit.mro_index]->slots[hit.slot];
    switch (hit.kind) {
      case AttrKind::Function: remember(cache, key, class_payload(hit), kCacheFunction); break;
      case AttrKind::Plain: remember(cache, key, class_payload(hit), kCachePlain); break;
      case AttrKind::DataDescriptor:
        if (is_kind(attr, Kind::Property)) remember(cache, key, class_payload(hit), kCacheProperty);
        break;
      case AttrKind::NonDataDescriptor:
        if (is_kind(attr, Kind::StaticMethod)) remember(cache, key, class_payload(hit), kCacheStatic);
        break;
    }
    return;
  }
  if (is_kind(v, Kind::Module)) {
    auto* m = as<Module>(v);
    if (!m->names || m->names->id >= 1u << 20) return;
    int32_t slot = m->names->find(name);
    if (slot >= 0 && slot < (1 << 20)) remember(cache, kKeyModule | m->names->id, static_cast<uint64_t>(slot), kCacheModule);
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
      remember(cache, kKeyClassObject | c->layout, class_payload(hit), kCacheClassAttr);
    } else if (is_kind(attr, Kind::ClassMethod)) {
      remember(cache, kKeyClassObject | c->layout, class_payload(hit), kCacheClassMethod);
    }
    return;
  }
  Class* cls = class_of_kind(v.o->kind);
  if (!cls) return;
  LayoutHit hit = layout_find(cls->layout, name);
  if (fits(hit) && hit.kind == AttrKind::Function) remember(cache, kKeyBuiltin | cls->layout, class_payload(hit), kCacheFunction);
}

}  // namespace

Value get_attr_cached(Vm& vm, Value v, Str* name, CacheWord& cache) {
  learn(v, name, cache);
  return vm.get_attr(v, name);
}

bool load_method_cached(Vm& vm, Value v, Str* name, CacheWord& cache, Value* out) {
  learn(v, name, cache);
  if (v.is_object() && !is_kind(v, Kind::Class) && !is_kind(v, Kind::Module) && !is_kind(v, Kind::Super)) {
    Class* cls = vm.type_of(v);
    AttrKind kind = AttrKind::Plain;
    Value attr = class_lookup(cls, name, &kind);
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
    Value attr = class_lookup(vm.type_of(v), name, &kind);
    if (!attr.is_unset() && kind == AttrKind::Function) {
      out[0] = attr;
      out[1] = v;
      return true;
    }
  }
  Value r = vm.get_attr(v, name);
  if (r.is_unset()) return false;
  out[0] = r;
  out[1] = Value();
  return true;
}

bool set_attr_cached(Vm& vm, Value v, Str* name, Value value, CacheWord& cache) {
  if (is_kind(v, Kind::Instance)) {
    auto* i = as<Instance>(v);
    if (!(i->cls->flags & kClassHasSetattr) && i->aux != kDictShape) {
      LayoutHit hit = layout_find(i->cls->layout, name);
      if (hit.mro_index < 0 || hit.kind != AttrKind::DataDescriptor) {
        SlotInfo own = shape_find(i->aux, name);
        uint64_t key = cache_key(i);
        if (own.slot >= 0) {
          remember(cache, key, static_cast<uint64_t>(own.slot), kCacheSlot);
        } else if (i->used < kMaxShapeSlots) {
          uint32_t shape = shape_add(i->aux, name);
          if (shape != kNoShape) remember(cache, key, shape, kCacheAdd);
        }
        return instance_store(vm, i, name, value);
      }
    }
  }
  return vm.set_attr(v, name, value);
}

Class* class_of_kind(Kind k) noexcept {
  const Types& t = types();
  switch (k) {
    case Kind::Str: return t.str;
    case Kind::Bytes: return t.bytes;
    case Kind::ByteArray: return t.bytearray;
    case Kind::BigInt: return t.integer;
    case Kind::Complex: return t.complex;
    case Kind::List: return t.list;
    case Kind::Tuple: return t.tuple;
    case Kind::Dict: return t.dict;
    case Kind::Set: return t.set;
    case Kind::FrozenSet: return t.frozenset;
    case Kind::Range: return t.range;
    case Kind::Slice: return t.slice;
    case Kind::Generator: return t.generator;
    default: return nullptr;
  }
}

}  // namespace sl
