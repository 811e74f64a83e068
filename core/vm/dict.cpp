// The dict table. Up to kUnindexed entries are searched in order; larger dicts have an index of
// twice as many cells as entries, probed with the perturbed sequence i = 5i + perturb + 1. Obj::aux
// counts the cells that are not empty, so that deleted ones cannot crowd out the end of a probe.
#include "core/vm/containers.h"
#include "core/vm/quick_compare.h"
#include "core/vm/small_text.h"
#include "core/vm/dict_order.h"

namespace sl {
namespace {

constexpr uint32_t kUnindexed = 8;
constexpr uint32_t kMaxCapacity = 1u << 30;
constexpr int32_t kEmptyCell = -1;
constexpr int32_t kDeletedCell = -2;

uint32_t cell_bytes(uint32_t index_size) noexcept { return index_size <= 256 ? 1 : index_size <= 65536 ? 2 : 4; }

template <class F>
auto with_cells(const Dict* d, F f) {
  switch (cell_bytes(d->index_size)) {
    case 1: return f(static_cast<int8_t*>(d->index));
    case 2: return f(static_cast<int16_t*>(d->index));
    default: return f(static_cast<int32_t*>(d->index));
  }
}

struct Probe {
  Probe(uint64_t hash, uint32_t index_size) noexcept : mask(index_size - 1), at(hash & mask), perturb(hash) {}
  void advance() noexcept {
    perturb >>= 5;
    at = (at * 5 + perturb + 1) & mask;
  }
  uint64_t mask, at, perturb;
};

__attribute__((noinline)) bool is_same_text(const Value& v, const Str* key) noexcept {
  const Str* s = is_str(v) ? static_cast<const Str*>(v.o) : as_str(v);  // an instance of a str subclass counts too
  return s && s->size == key->size && same_bytes(s->data, key->data, s->size);
}

inline bool is_this_str(const DictEntry& e, const Str* key, uint64_t hash) noexcept { return e.hash == hash && (e.key.o == key || is_same_text(e.key, key)); }

template <class Cell>
DictEntry* probe_str(const Dict* d, const Cell* cells, const Str* key, uint64_t hash) noexcept {
  for (Probe p(hash, d->index_size);; p.advance()) {
    int32_t cell = cells[p.at];
    if (cell >= 0) {
      DictEntry* e = &d->entries[cell];
      if (is_this_str(*e, key, hash)) return e;
    } else if (cell == kEmptyCell) {
      return nullptr;
    }
  }
}

int match_slow(Vm& vm, Dict* d, uint32_t n, Value key) {
  const DictEntry* e = &d->entries[n];
  Value candidate = e->key;
  const DictEntry* entries = d->entries;
  const void* index = d->index;
  uint32_t capacity = d->capacity;
  int r = equal_values(vm, candidate, key);
  if (r < 0) return -1;
  bool unchanged = d->entries == entries && d->index == index && d->capacity == capacity && n < d->fill && e->key.same(candidate);
  return unchanged ? r : -2;
}

// 1 equal, 0 not, -1 raised, -2 the table changed.
inline int match(Vm& vm, Dict* d, uint32_t n, const Value& key, uint64_t hash) {
  const DictEntry* e = &d->entries[n];
  if (e->hash != hash || e->key.is_unset()) return 0;
  if (e->key.same(key)) return 1;
  if ((e->key.tag | key.tag) == kInt) return 0;
  if (is_kind(key, Kind::Tuple))
    if (int c = quick_compare<false>(e->key, key); c != kUnordered) return c == 0;
  return match_slow(vm, d, n, key);
}

constexpr int64_t kAbsent = -1, kRaised = -2, kChanged = -3;

int64_t search_entries(Vm& vm, Dict* d, Value key, uint64_t hash) {
  for (uint32_t n = 0; n < d->fill; ++n) {
    int r = match(vm, d, n, key, hash);
    if (r) return r > 0 ? n : r == -1 ? kRaised : kChanged;
  }
  return kAbsent;
}

template <class Cell>
int64_t probe_any(Vm& vm, Dict* d, const Cell* cells, Value key, uint64_t hash) {
  for (Probe p(hash, d->index_size);; p.advance()) {
    int32_t cell = cells[p.at];
    if (cell >= 0) {
      int r = match(vm, d, static_cast<uint32_t>(cell), key, hash);
      if (r) return r > 0 ? cell : r == -1 ? kRaised : kChanged;
    } else if (cell == kEmptyCell) {
      return kAbsent;
    }
  }
}

// The entry or null; false: raised.
bool search(Vm& vm, Dict* d, Value key, uint64_t hash, DictEntry** out) {
  if (is_str(key) && !(d->flags & kDictOther)) {
    *out = dict_find_str(d, as<Str>(key), hash);
    return true;
  }
  int64_t n;
  do {
    n = d->index ? with_cells(d, [&](auto* cells) { return probe_any(vm, d, cells, key, hash); }) : search_entries(vm, d, key, hash);
  } while (n == kChanged);
  *out = n >= 0 ? &d->entries[n] : nullptr;
  return n != kRaised;
}

template <class Cell>
void place(Dict* d, Cell* cells, uint64_t hash, uint32_t n) noexcept {
  Probe p(hash, d->index_size);
  while (cells[p.at] >= 0) p.advance();
  d->aux += cells[p.at] == kEmptyCell;
  cells[p.at] = static_cast<Cell>(n);
}

void make_index(Vm& vm, Dict* d) {
  d->aux = 0;
  if (d->capacity <= kUnindexed) {
    d->index = nullptr;
    d->index_size = 0;
    return;
  }
  d->index_size = d->capacity * 2;
  size_t bytes = size_t{d->index_size} * cell_bytes(d->index_size);
  d->index = vm.heap.buffer(bytes);
  std::memset(d->index, 0xff, bytes);
  with_cells(d, [&](auto* cells) {
    for (uint32_t n = 0; n < d->fill; ++n) place(d, cells, d->entries[n].hash, n);
  });
}

DictEntry* new_entries(Vm& vm, uint32_t capacity) { return static_cast<DictEntry*>(vm.heap.buffer(size_t{capacity} * sizeof(DictEntry))); }

void copy_entries(DictEntry* to, const DictEntry* from, uint32_t n) noexcept { std::memcpy(static_cast<void*>(to), static_cast<const void*>(from), n * sizeof(DictEntry)); }

// Moves the live entries to tables for `capacity` of them.
void rebuild(Vm& vm, Dict* d, uint32_t capacity) {
  DictEntry* fresh = new_entries(vm, capacity);
  if (d->used == d->fill) {
    if (d->fill) copy_entries(fresh, d->entries, d->fill);
  } else {
    uint32_t to = 0;
    for (uint32_t n = 0; n < d->fill; ++n)
      if (!d->entries[n].key.is_unset()) copy_entries(&fresh[to++], &d->entries[n], 1);
    d->fill = to;
  }
  vm.heap.free_buffer(d->entries);
  vm.heap.free_buffer(d->index);
  d->entries = fresh;
  d->capacity = capacity;
  make_index(vm, d);
  ++d->version;
}

uint32_t capacity_for(uint64_t n) noexcept { return n <= kUnindexed ? std::max<uint32_t>(static_cast<uint32_t>(n), 1) : std::bit_ceil(static_cast<uint32_t>(n)); }

bool grow(Vm& vm, Dict* d) {
  uint32_t c = d->capacity;
  if (c >= kMaxCapacity) {
    vm.raise_memory();
    return false;
  }
  if (d->used > c / 2) c = c < 4 ? 4 : c < kUnindexed ? kUnindexed : c * 2;
  rebuild(vm, d, std::max<uint32_t>(c, 4));
  return true;
}

bool append_entry(Vm& vm, Dict* d, Value key, uint64_t hash, Value v) {
  if ((d->fill == d->capacity || d->aux > d->index_size / 4 * 3) && !grow(vm, d)) return false;
  DictEntry& e = d->entries[d->fill];
  e.hash = hash;
  e.key = key;
  e.value = v;
  if (d->index) with_cells(d, [&](auto* cells) { place(d, cells, hash, d->fill); });
  if (!is_str(key)) d->flags |= kDictOther;
  ++d->fill;
  ++d->used;
  ++d->version;
  return true;
}

}  // namespace

Dict* Vm::new_dict(size_t expected) {
  Dict* d = heap.make<Dict>(Kind::Dict);
  d->used = d->fill = d->capacity = d->index_size = 0;
  d->entries = nullptr;
  d->index = nullptr;
  d->version = 0;
  if (expected && expected <= kMaxCapacity) {
    d->capacity = capacity_for(expected);
    d->entries = new_entries(*this, d->capacity);
    make_index(*this, d);
  }
  return d;
}

DictEntry* dict_find_str(const Dict* d, const Str* key, uint64_t hash) noexcept {
  if (!d->index) {
    for (DictEntry *e = d->entries, *end = e + d->fill; e != end; ++e)
      if (is_this_str(*e, key, hash)) return e;
    return nullptr;
  }
  return with_cells(d, [&](auto* cells) { return probe_str(d, cells, key, hash); });
}

DictEntry* dict_find(Vm& vm, Dict* d, Value key, uint64_t hash) {
  DictEntry* e;
  return search(vm, d, key, hash, &e) ? e : nullptr;
}

Value dict_set_default(Vm& vm, Dict* d, Value key, uint64_t hash, Value v) {
  DictEntry* e;
  if (!search(vm, d, key, hash, &e)) return Value();
  if (e) return e->value;
  return append_entry(vm, d, key, hash, v) ? v : Value();
}

bool dict_put(Vm& vm, Dict* d, Value key, uint64_t hash, Value v) {
  DictEntry* e;
  if (!search(vm, d, key, hash, &e)) return false;
  if (!e) return append_entry(vm, d, key, hash, v);
  e->value = v;
  return true;
}

void dict_remove(Dict* d, DictEntry* e) noexcept {
  auto n = static_cast<int32_t>(e - d->entries);
  if (d->index)
    with_cells(d, [&](auto* cells) {
      Probe p(e->hash, d->index_size);
      while (cells[p.at] != n) p.advance();
      cells[p.at] = static_cast<std::remove_reference_t<decltype(*cells)>>(kDeletedCell);
    });
  e->key = Value();
  e->value = Value();
  --d->used;
  ++d->version;
}

DictEntry* dict_last(Dict* d) noexcept {
  while (d->fill && d->entries[d->fill - 1].key.is_unset()) --d->fill;
  return d->fill ? &d->entries[d->fill - 1] : nullptr;
}

Value dict_get_str(Dict* d, const Str* key) noexcept {
  DictEntry* e = dict_find_str(d, key, cached_str_hash(const_cast<Str*>(key)));
  return e ? e->value : Value();
}

Value dict_get(Vm& vm, Dict* d, Value key) {
  uint64_t hash;
  if (!hash_value(vm, key, &hash)) return Value();
  DictEntry* e = dict_find(vm, d, key, hash);
  return e ? e->value : Value();
}

bool dict_set(Vm& vm, Dict* d, Value key, Value v) {
  uint64_t hash;
  return hash_value(vm, key, &hash) && dict_put(vm, d, key, hash, v);
}

void dict_set_str(Vm& vm, Dict* d, Str* key, Value v) {
  uint64_t hash = cached_str_hash(key);
  if (DictEntry* e = dict_find_str(d, key, hash))
    e->value = v;
  else
    append_entry(vm, d, Value::object(key), hash, v);
}

int dict_delete(Vm& vm, Dict* d, Value key, Value* removed) {
  uint64_t hash;
  if (!hash_value(vm, key, &hash)) return -1;
  DictEntry* e;
  if (!search(vm, d, key, hash, &e)) return -1;
  if (!e) return 0;
  if (removed) *removed = e->value;
  dict_remove(d, e);
  return 1;
}

bool dict_next(const Dict* d, uint32_t* cursor, Value* key, Value* value) noexcept {
  while (*cursor < d->fill) {
    const DictEntry& e = d->entries[(*cursor)++];
    if (e.key.is_unset()) continue;
    *key = e.key;
    *value = e.value;
    return true;
  }
  return false;
}

Dict* dict_copy(Vm& vm, const Dict* d) {
  Dict* copy = vm.new_dict();
  if (d->used == 0) return copy;
  copy->flags = d->flags;
  if (d->used == d->fill && d->index) {
    copy->capacity = d->capacity;
    copy->index_size = d->index_size;
    copy->entries = new_entries(vm, d->capacity);
    copy_entries(copy->entries, d->entries, d->fill);
    size_t bytes = size_t{d->index_size} * cell_bytes(d->index_size);
    copy->index = vm.heap.buffer(bytes);
    std::memcpy(copy->index, d->index, bytes);
    copy->fill = copy->used = d->used;
    copy->aux = d->aux;
    return copy;
  }
  copy->capacity = capacity_for(d->used);
  copy->entries = new_entries(vm, copy->capacity);
  for (uint32_t n = 0; n < d->fill; ++n)
    if (!d->entries[n].key.is_unset()) copy_entries(&copy->entries[copy->fill++], &d->entries[n], 1);
  copy->used = copy->fill;
  make_index(vm, copy);
  return copy;
}

void dict_clear(Vm& vm, Dict* d) {
  vm.heap.free_buffer(d->entries);
  vm.heap.free_buffer(d->index);
  d->entries = nullptr;
  d->index = nullptr;
  d->used = d->fill = d->capacity = d->index_size = 0;
  d->flags &= static_cast<uint8_t>(~kDictOther);
  ++d->version;
}

bool dict_merge(Vm& vm, Dict* d, Dict* from) {
  if (d == from || from->used == 0) return true;
  if (d->used == 0) {
    Dict* copy = dict_copy(vm, from);
    std::swap(d->entries, copy->entries);
    std::swap(d->index, copy->index);
    std::swap(d->capacity, copy->capacity);
    std::swap(d->index_size, copy->index_size);
    d->used = copy->used;
    std::swap(d->aux, copy->aux);
    d->fill = copy->fill;
    copy->used = 0;
    d->flags = copy->flags;
    ++d->version;
    copy->fill = 0;  // its entries are d's former ones, all deleted
    return true;
  }
  uint32_t size = from->used;
  if (uint64_t{d->used} + size > d->capacity && d->used < size) rebuild(vm, d, capacity_for(uint64_t{d->used} + size));
  for (uint32_t n = 0; n < from->fill; ++n) {
    DictEntry e = from->entries[n];
    if (e.key.is_unset()) continue;
    if (!dict_put(vm, d, e.key, e.hash, e.value)) return false;
    if (from->used != size) {
      vm.raise(errors().RuntimeError, "dict mutated during update");
      return false;
    }
  }
  return true;
}

DictEntry* dict_first(Vm& vm, Dict* d) {
  if (!d->used) return nullptr;
  // The first entry, when it is deleted, says how many of those behind it are.
  DictEntry& head = d->entries[0];
  uint32_t n = head.key.is_unset() && head.value.is_int() ? static_cast<uint32_t>(head.value.i) : 0;
  while (d->entries[n].key.is_unset()) ++n;
  if (n) head.value = Value::integer(n);
  if (n > d->used / 2 + 16) {
    rebuild(vm, d, capacity_for(d->used));
    n = 0;
  }
  return &d->entries[n];
}

bool dict_move(Vm& vm, Dict* d, DictEntry* e, bool last) {
  DictEntry moved = *e;
  if (last) {
    if (e == &d->entries[d->fill - 1]) return true;
    dict_remove(d, e);
    return append_entry(vm, d, moved.key, moved.hash, moved.value);
  }
  auto at = static_cast<uint32_t>(e - d->entries);
  for (uint32_t n = at; n > 0; --n) copy_entries(&d->entries[n], &d->entries[n - 1], 1);
  copy_entries(d->entries, &moved, 1);
  rebuild(vm, d, d->capacity);
  return true;
}

}  // namespace sl
