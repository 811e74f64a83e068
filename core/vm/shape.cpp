#include "core/vm/shape.h"

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace sl {
namespace {

// A perfect-enough open hash from name pointer to slot, immutable once published.
struct NameIndex {
  struct Cell {
    const Str* name = nullptr;
    uint16_t a = 0, b = 0;
    AttrKind kind = AttrKind::Plain;
  };
  std::vector<Cell> cells;
  uint32_t mask = 0;

  explicit NameIndex(size_t count) {
    size_t n = 4;
    while (n < count * 2) n *= 2;
    cells.resize(n);
    mask = static_cast<uint32_t>(n - 1);
  }
  static uint32_t start(const Str* name) noexcept { return static_cast<uint32_t>((reinterpret_cast<uintptr_t>(name) >> 4) * 0x9E3779B97F4A7C15ull >> 32); }
  void put(const Str* name, uint16_t a, uint16_t b, AttrKind kind) {
    uint32_t i = start(name) & mask;
    while (cells[i].name && cells[i].name != name) i = (i + 1) & mask;
    if (!cells[i].name) cells[i] = {name, a, b, kind};
  }
  const Cell* find(const Str* name) const noexcept {
    for (uint32_t i = start(name) & mask; cells[i].name; i = (i + 1) & mask)
      if (cells[i].name == name) return &cells[i];
    return nullptr;
  }
};

struct Shape {
  std::vector<std::pair<Str*, AttrKind>> slots;
  NameIndex index;
  std::mutex mutex;                             // guards next
  std::unordered_map<uint64_t, uint32_t> next;  // (name pointer, kind) -> shape
  explicit Shape(size_t n) : index(n) {}
};

struct LayoutInfo {
  NameIndex index;
  explicit LayoutInfo(size_t n) : index(n) {}
};

// Grows by chunks that never move, so readers need no lock.
template <class T>
class Table {
 public:
  T* at(uint32_t id) const noexcept { return chunks_[id >> 12].load(std::memory_order_acquire)[id & 4095].load(std::memory_order_acquire); }
  uint32_t add(std::unique_ptr<T> item) {
    std::lock_guard lock(mutex_);
    if (size_ >= kMaxShapes) return kNoShape;
    uint32_t id = size_++;
    auto& chunk = chunks_[id >> 12];
    if (!chunk.load(std::memory_order_relaxed)) chunk.store(new std::atomic<T*>[4096](), std::memory_order_release);
    chunk.load(std::memory_order_relaxed)[id & 4095].store(item.release(), std::memory_order_release);
    return id;
  }

 private:
  std::mutex mutex_;
  uint32_t size_ = 0;
  std::array<std::atomic<std::atomic<T*>*>, kMaxShapes / 4096> chunks_{};
};

struct Tables {
  Table<Shape> shapes;
  Table<LayoutInfo> layouts;
  std::mutex direct_mutex;
  std::map<std::vector<uint64_t>, uint32_t> direct_shapes;
  std::mutex layout_mutex;
  std::map<std::vector<uint32_t>, uint32_t> layout_ids;
  Tables() {
    shapes.add(std::make_unique<Shape>(0));  // kEmptyShape
    shapes.add(std::make_unique<Shape>(0));  // kDictShape
    layouts.add(std::make_unique<LayoutInfo>(0));
  }
};
Tables& tables() {
  static auto* t = new Tables;  // lives as long as the process
  return *t;
}

}  // namespace

SlotInfo shape_find(uint32_t shape, const Str* name) noexcept {
  if (auto* c = tables().shapes.at(shape)->index.find(name)) return {c->a, c->kind};
  return {-1, AttrKind::Plain};
}

uint32_t shape_count(uint32_t shape) noexcept { return static_cast<uint32_t>(tables().shapes.at(shape)->slots.size()); }
Str* shape_name(uint32_t shape, uint32_t slot) noexcept { return tables().shapes.at(shape)->slots[slot].first; }
AttrKind shape_kind(uint32_t shape, uint32_t slot) noexcept { return tables().shapes.at(shape)->slots[slot].second; }

uint32_t shape_add(uint32_t shape, Str* name, AttrKind kind) {
  Shape* s = tables().shapes.at(shape);
  uint64_t key = reinterpret_cast<uint64_t>(name) << 2 | static_cast<uint64_t>(kind);
  std::lock_guard lock(s->mutex);
  auto it = s->next.find(key);
  if (it != s->next.end()) return it->second;
  auto grown = std::make_unique<Shape>(s->slots.size() + 1);
  grown->slots = s->slots;
  grown->slots.emplace_back(name, kind);
  for (size_t i = 0; i < grown->slots.size(); ++i) grown->index.put(grown->slots[i].first, static_cast<uint16_t>(i), 0, grown->slots[i].second);
  uint32_t id = tables().shapes.add(std::move(grown));
  if (id != kNoShape) s->next.emplace(key, id);
  return id;
}

uint32_t shape_of(Str* const* names, const AttrKind* kinds, uint32_t count) {
  if (count == 0) return kEmptyShape;
  std::vector<uint64_t> key;
  key.reserve(count);
  for (uint32_t i = 0; i < count; ++i) key.push_back(reinterpret_cast<uint64_t>(names[i]) << 2 | static_cast<uint64_t>(kinds[i]));
  Tables& t = tables();
  std::lock_guard lock(t.direct_mutex);
  auto it = t.direct_shapes.find(key);
  if (it != t.direct_shapes.end()) return it->second;
  auto s = std::make_unique<Shape>(count);
  for (uint32_t i = 0; i < count; ++i) {
    s->slots.emplace_back(names[i], kinds[i]);
    s->index.put(names[i], static_cast<uint16_t>(i), 0, kinds[i]);
  }
  uint32_t id = t.shapes.add(std::move(s));
  if (id != kNoShape) t.direct_shapes.emplace(std::move(key), id);
  return id;
}

uint32_t layout_of(const uint32_t* own_shapes, uint32_t count) {
  std::vector<uint32_t> key(own_shapes, own_shapes + count);
  Tables& t = tables();
  std::lock_guard lock(t.layout_mutex);
  auto it = t.layout_ids.find(key);
  if (it != t.layout_ids.end()) return it->second;
  size_t names = 0;
  for (uint32_t s : key) names += t.shapes.at(s)->slots.size();
  auto info = std::make_unique<LayoutInfo>(names);
  for (uint32_t m = 0; m < count; ++m) {
    auto& slots = t.shapes.at(key[m])->slots;
    for (size_t i = 0; i < slots.size(); ++i) info->index.put(slots[i].first, static_cast<uint16_t>(m), static_cast<uint16_t>(i), slots[i].second);
  }
  uint32_t id = t.layouts.add(std::move(info));
  if (id != kNoShape) t.layout_ids.emplace(std::move(key), id);
  return id;
}

LayoutHit layout_find(uint32_t layout, const Str* name) noexcept {
  if (auto* c = tables().layouts.at(layout)->index.find(name)) return {c->a, c->b, c->kind};
  return {-1, -1, AttrKind::Plain};
}

}  // namespace sl
