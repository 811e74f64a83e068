// The set table: open addressing with short linear scans between perturbed jumps. Sizes, probing and
// growth follow CPython's, so that sets of small integers iterate in the same order.
#include "core/vm/containers.h"
#include "core/vm/dialect.h"
#include "core/vm/frame.h"

namespace sl {
namespace {

constexpr uint32_t kMinSize = 8;
constexpr uint64_t kMaxSize = uint64_t{1} << 30;
constexpr uint64_t kLinearProbes = 9;
constexpr uint64_t kFastGrowth = 50000;  // sets beyond this double instead of quadrupling

struct Probe {
  Probe(uint64_t hash, uint64_t m) noexcept : mask(m), at(hash & m), perturb(hash) {}
  uint64_t cells() const noexcept { return at + kLinearProbes <= mask ? kLinearProbes + 1 : 1; }  // in a row from here
  void jump() noexcept {
    perturb >>= 5;
    at = (at * 5 + 1 + perturb) & mask;
  }
  uint64_t mask, at, perturb;
};

SetEntry* new_table(Vm& vm, uint64_t size) {
  auto* table = static_cast<SetEntry*>(vm.heap.buffer(size * sizeof(SetEntry)));
  std::memset(static_cast<void*>(table), 0, size * sizeof(SetEntry));
  return table;
}

void ensure_table(Vm& vm, Set* s) {
  if (s->table) return;
  s->mask = kMinSize - 1;
  s->table = new_table(vm, kMinSize);
}

void insert_clean(SetEntry* table, uint64_t mask, uint64_t hash, Value key) noexcept {
  for (Probe p(hash, mask);; p.jump()) {
    SetEntry* e = &table[p.at];
    for (uint64_t left = p.cells(); left; --left, ++e) {
      if (!e->key.is_unset()) continue;
      e->hash = hash;
      e->key = key;
      return;
    }
  }
}

bool resize(Vm& vm, Set* s, uint64_t wanted) {
  uint64_t size = kMinSize;
  while (size <= wanted) size <<= 1;
  if (size > kMaxSize || (size > 65536 && !vm.check_alloc(size * sizeof(SetEntry)))) {
    if (!vm.raised()) vm.raise_memory();
    return false;
  }
  SetEntry* table = new_table(vm, size);
  if (s->table)
    for (uint64_t i = 0; i <= s->mask; ++i)
      if (is_live(s->table[i])) insert_clean(table, size - 1, s->table[i].hash, s->table[i].key);
  vm.heap.free_buffer(s->table);
  s->table = table;
  s->mask = static_cast<uint32_t>(size - 1);
  s->fill = s->used;
  ++s->version;
  return true;
}

uint64_t growth(const Set* s) noexcept { return s->used > kFastGrowth ? uint64_t{s->used} * 2 : uint64_t{s->used} * 4; }

// 1 equal, 0 not, -1 raised, -2 the table changed. For entries with the key's hash.
inline int match(Vm& vm, Set* s, const SetEntry* e, Value key) {
  if (e->key.same(key)) return 1;
  if ((e->key.tag | key.tag) == kInt) return 0;
  Value candidate = e->key;
  const SetEntry* table = s->table;
  uint32_t mask = s->mask;
  int r = equal_values(vm, candidate, key);
  if (r < 0) return -1;
  return s->table == table && s->mask == mask && e->key.same(candidate) ? r : -2;
}

// The entry or the cell of a new key that is an int or a str; null where comparing it may run script code.
SetEntry* place_plain(const Set* s, Value key, uint64_t hash) noexcept {
  SetEntry* dummy = nullptr;
  for (Probe p(hash, s->mask);; p.jump()) {
    SetEntry* e = &s->table[p.at];
    for (uint64_t left = p.cells(); left; --left, ++e) {
      if (e->hash == hash && !e->key.is_unset()) {
        if (e->key.same(key)) return e;
        if (is_str(e->key)) {
          if (is_str(key) && str_equal(as<Str>(e->key), as<Str>(key))) return e;
        } else if (e->key.is_object() || !key.is_object()) {
          if ((e->key.tag | key.tag) != kInt) return nullptr;
        }
      } else if (e->key.is_unset()) {
        return dummy ? dummy : e;
      } else if (e->hash == kSetDummy && is_dummy(*e)) {
        dummy = e;
      }
    }
  }
}

enum class Found { Yes, No, Raised };

// Yes: *out is the entry. No: *out is the cell for a new key, a deleted one seen on the way if any.
Found search(Vm& vm, Set* s, Value key, uint64_t hash, SetEntry** out) {
restart:
  ensure_table(vm, s);
  SetEntry* dummy = nullptr;
  for (Probe p(hash, s->mask);; p.jump()) {
    SetEntry* e = &s->table[p.at];  // valid as long as match() finds the table unchanged
    for (uint64_t left = p.cells(); left; --left, ++e) {
      if (e->key.is_unset()) {
        if (dummy && !is_dummy(*dummy)) goto restart;  // a comparison filled it
        *out = dummy ? dummy : e;
        return Found::No;
      }
      if (e->hash == hash) {
        int r = match(vm, s, e, key);
        if (r > 0) {
          *out = e;
          return Found::Yes;
        }
        if (r == -1) return Found::Raised;
        if (r == -2) goto restart;
      } else if (e->hash == kSetDummy && is_dummy(*e)) {
        dummy = e;
      }
    }
  }
}

// 1 a member, 0 not, -1 raised. As search(), without looking for a cell to fill.
int lookup(Vm& vm, Set* s, Value key, uint64_t hash) {
restart:
  if (!s->table) return 0;
  for (Probe p(hash, s->mask);; p.jump()) {
    const SetEntry* e = &s->table[p.at];
    for (uint64_t left = p.cells(); left; --left, ++e) {
      if (e->hash == hash && !e->key.is_unset()) {
        int r = match(vm, s, e, key);
        if (r == -2) goto restart;
        if (r) return r;
      } else if (e->key.is_unset()) {
        return 0;
      }
    }
  }
}

Set* new_like(Vm& vm, const Set* s) { return vm.new_set(s->kind == Kind::FrozenSet); }

// Adds a member of another set, which cannot be there yet as long as that set is walked unchanged.
bool copy_member(Vm& vm, Set* out, Value key, uint64_t hash, bool unchanged) { return unchanged ? set_put_new(vm, out, key, hash) : set_put(vm, out, key, hash); }

// For a set no script can see yet: it takes the items a batch at a time.
bool add_generated(Vm& vm, Set* s, Generator* g) {
  Value items[32];
  for (bool ended = false; !ended;) {
    size_t n = generator_collect(vm, g, Collector::kHashed, items, std::size(items), &ended);
    for (size_t i = 0; i < n; ++i)
      if (!set_add(vm, s, items[i])) return false;
  }
  return !vm.raised();
}

bool add_all(Vm& vm, Set* s, Value iterable) {
  if (is_kind(iterable, Kind::List)) {
    const List* l = as<List>(iterable);
    for (uint64_t i = 0; i < l->size; ++i)
      if (!set_add(vm, s, l->items[i]) || !poll_at(vm, i)) return false;
    return true;
  }
  Value it = vm.iter(iterable);
  if (it.is_unset()) return false;
  for (uint32_t n = 1;; ++n) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return !vm.raised();
    if (!set_add(vm, s, v)) return false;
    if ((n & 4095) == 0 && !vm.poll()) return false;
  }
}

}  // namespace

Set* Vm::new_set(bool frozen) {
  Set* s = heap.make<Set>(frozen ? Kind::FrozenSet : Kind::Set);
  s->used = s->fill = s->version = 0;
  s->mask = kMinSize - 1;
  s->table = nullptr;
  s->hash = 0;
  return s;
}

int set_has(Vm& vm, Set* s, Value key, uint64_t hash) { return lookup(vm, s, key, hash); }

bool set_put(Vm& vm, Set* s, Value key, uint64_t hash) {
  SetEntry* e = nullptr;
  if (key.is_int() || is_str(key)) {
    ensure_table(vm, s);
    e = place_plain(s, key, hash);
    if (e && !e->key.is_unset() && !is_dummy(*e)) return true;
  }
  if (!e) {
    Found f = search(vm, s, key, hash, &e);
    if (f != Found::No) return f == Found::Yes;
  }
  bool fresh = e->key.is_unset();
  e->hash = hash;
  e->key = key;
  ++s->used;
  ++s->version;
  if (!fresh) return true;
  ++s->fill;
  return uint64_t{s->fill} * 5 < uint64_t{s->mask} * 3 || resize(vm, s, growth(s));
}

bool set_put_new(Vm& vm, Set* s, Value key, uint64_t hash) {
  ensure_table(vm, s);
  insert_clean(s->table, s->mask, hash, key);  // s was built by insertions alone: it has no deleted cells
  ++s->used;
  ++s->version;
  ++s->fill;
  return uint64_t{s->fill} * 5 < uint64_t{s->mask} * 3 || resize(vm, s, growth(s));
}

int set_drop(Vm& vm, Set* s, Value key, uint64_t hash) {
  if (!s->table) return 0;
  SetEntry* e;
  Found f = search(vm, s, key, hash, &e);
  if (f != Found::Yes) return f == Found::Raised ? -1 : 0;
  e->key = Value::none();
  e->hash = kSetDummy;
  --s->used;
  ++s->version;
  return 1;
}

bool set_next(const Set* s, uint32_t* cursor, Value* key) noexcept {
  uint64_t hash;
  return set_next_entry(s, cursor, key, &hash);
}

bool set_add(Vm& vm, Set* s, Value v) {
  if (is_kind(v, Kind::Instance) && !admit_member(vm, v)) return false;
  uint64_t hash;
  return hash_value(vm, v, &hash) && set_put(vm, s, v, hash);
}

bool hash_member(Vm& vm, Value* key, uint64_t* hash) {
  Value inner = unwrap(*key);
  if (!is_kind(inner, Kind::Set)) return hash_value(vm, *key, hash);
  if (!is_kind(*key, Kind::Set)) {
    if (vm.hash(*key, hash)) return true;
    if (!vm.catch_error(errors().TypeError)) return false;
  }
  Set* frozen = set_copy(vm, as<Set>(inner), true);
  if (!frozen) return false;
  *key = Value::object(frozen);
  return vm.hash(*key, hash);
}

int set_contains(Vm& vm, Set* s, Value v) {
  uint64_t hash;
  return hash_member(vm, &v, &hash) ? set_has(vm, s, v, hash) : -1;
}

int set_discard(Vm& vm, Set* s, Value v) {
  uint64_t hash;
  return hash_member(vm, &v, &hash) ? set_drop(vm, s, v, hash) : -1;
}

bool set_reserve(Vm& vm, Set* s, uint64_t more) {
  if ((s->fill + more) * 5 < uint64_t{s->mask} * 3) return true;
  return resize(vm, s, (s->used + more) * 2);
}

void set_clear(Vm& vm, Set* s) {
  vm.heap.free_buffer(s->table);
  s->table = nullptr;
  s->mask = kMinSize - 1;
  s->used = s->fill = 0;
  ++s->version;
}

void set_shrink_dummies(Vm& vm, Set* s) {
  if (s->fill - s->used > s->mask / 4) resize(vm, s, growth(s));
}

void set_swap(Set* a, Set* b) noexcept {
  std::swap(a->used, b->used);
  std::swap(a->fill, b->fill);
  std::swap(a->mask, b->mask);
  std::swap(a->table, b->table);
  ++a->version;
  ++b->version;
}

bool set_merge(Vm& vm, Set* s, Set* from) {
  if (s == from || from->used == 0) return true;
  if (!set_reserve(vm, s, from->used)) return false;
  if (s->fill == 0) {
    ensure_table(vm, s);
    if (s->mask == from->mask && from->fill == from->used) {
      std::memcpy(static_cast<void*>(s->table), static_cast<const void*>(from->table), (size_t{s->mask} + 1) * sizeof(SetEntry));
    } else {
      for (uint64_t i = 0; i <= from->mask; ++i)
        if (is_live(from->table[i])) insert_clean(s->table, s->mask, from->table[i].hash, from->table[i].key);
    }
    s->fill = s->used = from->used;
    ++s->version;
    return true;
  }
  Value key;
  uint64_t hash;
  for (uint32_t cursor = 0; set_next_entry(from, &cursor, &key, &hash);)
    if (!set_put(vm, s, key, hash)) return false;
  return true;
}

bool set_update(Vm& vm, Set* s, Value iterable) {
  if (Set* from = as_set(iterable)) return set_merge(vm, s, from);
  if (!is_kind(iterable, Kind::Dict)) return add_all(vm, s, iterable);
  Dict* d = as<Dict>(iterable);
  if (!set_reserve(vm, s, d->used)) return false;
  for (uint32_t n = 0; n < d->fill; ++n) {
    DictEntry e = d->entries[n];
    if (!e.key.is_unset() && !set_put(vm, s, e.key, e.hash)) return false;
  }
  return true;
}

Set* set_copy(Vm& vm, Set* s, bool frozen) {
  Set* out = vm.new_set(frozen);
  return set_merge(vm, out, s) ? out : nullptr;
}

Set* set_from(Vm& vm, Value iterable, bool frozen) {
  Set* out = vm.new_set(frozen);
  bool ok = is_kind(iterable, Kind::Generator) ? add_generated(vm, out, as<Generator>(iterable)) : set_update(vm, out, iterable);
  return ok ? out : nullptr;
}

// ---- algebra --------------------------------------------------------------------------------------

Set* set_intersection(Vm& vm, Set* s, Value other) {
  Set* set = as_set(other);
  if (set == s) return set_copy(vm, s, s->kind == Kind::FrozenSet);
  Set* out = new_like(vm, s);
  Value key;
  uint64_t hash;
  if (set) {
    if (set->used > s->used) std::swap(set, s);
    uint32_t version = set->version;
    for (uint32_t cursor = 0; set_next_entry(set, &cursor, &key, &hash);) {
      int r = set_has(vm, s, key, hash);
      if (r < 0 || (r && !copy_member(vm, out, key, hash, set->version == version))) return nullptr;
    }
    return out;
  }
  Value it = vm.iter(other);
  if (it.is_unset()) return nullptr;
  for (;;) {
    key = next_item(vm, it);
    if (key.is_unset()) return vm.raised() ? nullptr : out;
    if (!hash_value(vm, key, &hash)) return nullptr;
    int r = set_has(vm, s, key, hash);
    if (r < 0 || (r && !set_put(vm, out, key, hash))) return nullptr;
  }
}

bool set_difference_update(Vm& vm, Set* s, Value other) {
  Set* set = as_set(other);
  if (set == s) {
    set_clear(vm, s);
    return true;
  }
  Value key;
  uint64_t hash;
  if (set) {
    if (set->used / 8 > s->used && !(set = set_intersection(vm, s, other))) return false;
    for (uint32_t cursor = 0; set_next_entry(set, &cursor, &key, &hash);)
      if (set_drop(vm, s, key, hash) < 0) return false;
  } else {
    Value it = vm.iter(other);
    if (it.is_unset()) return false;
    for (;;) {
      key = next_item(vm, it);
      if (key.is_unset()) break;
      if (!hash_value(vm, key, &hash) || set_drop(vm, s, key, hash) < 0) return false;
    }
    if (vm.raised()) return false;
  }
  set_shrink_dummies(vm, s);
  return true;
}

Set* set_difference(Vm& vm, Set* s, Value other) {
  Set* set = as_set(other);
  Dict* dict = is_kind(other, Kind::Dict) ? as<Dict>(other) : nullptr;
  if ((!set && !dict) || s->used / 4 > (set ? set->used : dict->used)) {
    Set* out = set_copy(vm, s, s->kind == Kind::FrozenSet);
    return out && set_difference_update(vm, out, other) ? out : nullptr;
  }
  Set* out = new_like(vm, s);
  Value key;
  uint64_t hash;
  uint32_t version = s->version;
  for (uint32_t cursor = 0; set_next_entry(s, &cursor, &key, &hash);) {
    int r = set ? set_has(vm, set, key, hash) : dict_find(vm, dict, key, hash) ? 1 : vm.raised() ? -1 : 0;
    if (r < 0 || (!r && !copy_member(vm, out, key, hash, s->version == version))) return nullptr;
  }
  return out;
}

bool set_symmetric_update(Vm& vm, Set* s, Value other) {
  Set* set = as_set(other);
  if (set == s) {
    set_clear(vm, s);
    return true;
  }
  // A dict's keys are distinct; other iterables need a set to drop repetitions.
  Dict* dict = is_kind(other, Kind::Dict) ? as<Dict>(other) : nullptr;
  if (!set && !dict && !(set = set_from(vm, other, false))) return false;
  auto toggle = [&](Value key, uint64_t hash) {
    int r = set_drop(vm, s, key, hash);
    return r > 0 || (r == 0 && set_put(vm, s, key, hash));
  };
  Value key;
  uint64_t hash;
  if (set) {
    for (uint32_t cursor = 0; set_next_entry(set, &cursor, &key, &hash);)
      if (!toggle(key, hash)) return false;
    return true;
  }
  for (uint32_t n = 0; n < dict->fill; ++n) {
    DictEntry e = dict->entries[n];
    if (!e.key.is_unset() && !toggle(e.key, e.hash)) return false;
  }
  return true;
}

int set_subset(Vm& vm, Set* s, Set* other) {
  if (s->used > other->used) return 0;
  Value key;
  uint64_t hash;
  for (uint32_t cursor = 0; set_next_entry(s, &cursor, &key, &hash);) {
    int r = set_has(vm, other, key, hash);
    if (r <= 0) return r;
  }
  return 1;
}

}  // namespace sl
