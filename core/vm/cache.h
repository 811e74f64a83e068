// Inline cache words: key (40 bits) << 24 | payload (20 bits) << 4 | kind. Zero is empty.
// The whole word is read and written with relaxed atomics, so any thread may warm it for all others.
#pragma once

#include <atomic>

#include "core/vm/class.h"

namespace sl {

enum CacheKind : uint64_t {
  kCacheNone = 0,
  kCacheSlot = 1,      // own attribute of an instance; payload: slot
  kCacheFunction = 2,  // function of the class; payload: mro index << 12 | slot
  kCachePlain = 3,     // plain class attribute
  kCacheProperty = 4,
  kCacheAdd = 5,          // SETATTR adding an attribute; payload: new shape
  kCacheModule = 6,       // payload: global slot
  kCacheClassAttr = 7,    // attribute read from a class object, returned unchanged
  kCacheClassMethod = 8,  // classmethod read from a class object
  kCacheStatic = 9,       // staticmethod of the class
  kCacheGetter = 10,      // native getter of the class
};

// Keys of receivers that are no instances use shapes that cannot occur.
constexpr uint64_t kKeyClassObject = 0xFFFFFull << 20;
constexpr uint64_t kKeyBuiltin = 0xFFFFEull << 20;
constexpr uint64_t kKeyModule = 0xFFFFDull << 20;
constexpr uint64_t kKeyClassHit = 0xFFFFCull << 20;  // layout_find, in the environment's table only

inline uint64_t cache_key(const Instance* i) noexcept { return static_cast<uint64_t>(i->aux) << 20 | i->cls->layout; }
inline uint64_t cache_word(uint64_t key, uint64_t payload, CacheKind kind) noexcept { return key << 24 | payload << 4 | kind; }
inline uint64_t cache_payload(uint64_t word) noexcept { return word >> 4 & 0xFFFFF; }
inline Value cached_class_value(const Class* c, uint64_t word) noexcept {
  uint64_t p = cache_payload(word);
  return c->mro[p >> 12]->slots[p & 0xFFF];
}

// The only classmethods instructions bind by themselves: others bind what they wrap.
inline bool wraps_function(const Value& classmethod) noexcept {
  return is_kind(classmethod, Kind::ClassMethod) && is_kind(as<StaticMethod>(classmethod)->function, Kind::Function);
}

// What a classmethod read from a class calls with the class; unset: instructions do not bind it.
inline Value classmethod_function(const Value& v) noexcept {
  if (is_kind(v, Kind::Native) && as<Native>(v)->flags & kNativeClassMethod) return v;
  return wraps_function(v) ? as<StaticMethod>(v)->function : Value();
}

constexpr uint64_t kKeyStore = uint64_t{1} << 40;  // set in table keys of stores, whose words differ from reads
// The word for this key and name from the environment's table, or 0.
inline uint64_t probe_word(Vm& vm, uint64_t key, const Str* name) noexcept {
  const Vm::AttrEntry& e = vm.attr_entry(key, name);
  return e.key == key && e.name == name ? e.word : 0;
}
// __init__ of a class, found through the table; unset when it needs the full path.
Value class_init(Vm& vm, Class* c) noexcept;

using CacheWord = std::atomic<uint64_t>;
// Full lookups that leave what they found in the cache.
void learn_attr(Vm& vm, Value v, Str* name, CacheWord& cache);
Value get_attr_cached(Vm& vm, Value v, Str* name, CacheWord& cache);
// As LOADMETHOD: out[0], out[1]. False: raised.
bool load_method_cached(Vm& vm, Value v, Str* name, CacheWord& cache, Value* out);
bool set_attr_cached(Vm& vm, Value v, Str* name, Value value, CacheWord& cache);
// Built-in class of objects of a kind; null when they carry their class or may hold attributes of their own.
extern Class* g_kind_classes[static_cast<int>(Kind::kCount)];
void init_kind_classes();  // when all built-in types are defined
inline Class* class_of_kind(Kind k) noexcept { return g_kind_classes[static_cast<int>(k)]; }
// The class of an object whose attributes all come from a built-in class, else null.
inline Class* builtin_receiver(const Obj* o) noexcept {
  if (o->kind == Kind::Host) return static_cast<const HostObj*>(o)->attrs ? nullptr : static_cast<const HostObj*>(o)->cls;
  return class_of_kind(o->kind);
}
// layout_find through the environment's table: payload << 4 | AttrKind, or one of these.
constexpr uint64_t kAbsentHit = 15, kWideHit = 14;  // wide: the class is too large for the table
uint64_t learn_class_hit(Vm& vm, const Class* cls, const Str* name) noexcept;
inline uint64_t class_hit(Vm& vm, const Class* cls, const Str* name) noexcept {
  uint64_t word = probe_word(vm, kKeyClassHit | cls->layout, name);
  return (word ? word : learn_class_hit(vm, cls, name)) & 0xFFFFFF;
}
inline const Value& class_hit_value(const Class* cls, uint64_t hit) noexcept { return cls->mro[hit >> 16]->slots[hit >> 4 & 0xFFF]; }
// class_lookup through the environment's table.
inline Value class_lookup_cached(Vm& vm, const Class* cls, const Str* name, AttrKind* kind = nullptr) noexcept {
  uint64_t hit = class_hit(vm, cls, name);
  if (hit >= kWideHit && hit <= kAbsentHit) return hit == kAbsentHit ? Value() : class_lookup(cls, name, kind);
  if (kind) *kind = static_cast<AttrKind>(hit & 15);
  return class_hit_value(cls, hit);
}

}  // namespace sl
