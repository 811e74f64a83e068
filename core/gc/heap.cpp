#include "core/gc/heap.h"

#include <algorithm>
#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define SL_POISON(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define SL_UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define SL_POISON(p, n) ((void)0)
#define SL_UNPOISON(p, n) ((void)0)
#endif

namespace sl {
namespace {

constexpr size_t kLargeSizes[] = {640, 768, 1024, 1280, 1536, 2048};
constexpr size_t kBlockHeader = 64;  // keeps cells 16-byte aligned
constexpr size_t kPage = 4096;
constexpr size_t kMinThreshold = 2u << 20;  // what is reused stays in the second-level cache
constexpr size_t kSpareBytes = 16u << 20;   // empty blocks kept for the next allocations

constexpr size_t cell_size_of(int c) { return c < 32 ? static_cast<size_t>(c + 1) * 16 : kLargeSizes[c - 32]; }
constexpr uint8_t kLargeClass = 255;

}  // namespace

RootVec::RootVec(Heap& heap) : next(heap.root_vecs), heap_(heap) {
  if (next) next->prev = this;
  heap.root_vecs = this;
}

RootVec::~RootVec() {
  (prev ? prev->next : heap_.root_vecs) = next;
  if (next) next->prev = prev;
}

Heap::Heap() = default;

Heap::~Heap() { reset(0); }

int Heap::large_class_of(size_t size) noexcept {
  int c = 32;
  while (kLargeSizes[c - 32] < size) ++c;
  return c;
}

#if defined(__SANITIZE_ADDRESS__)
void Heap::unpoison(Cell* cell, int c) noexcept { SL_UNPOISON(cell, cell_size_of(c)); }
#endif

void Heap::note_growth() noexcept {
  if (!interrupt) return;
  size_t used = bytes_in_use();
  if (used > threshold_) interrupt->fetch_or(gc_bit, std::memory_order_relaxed);
  if (limit_ && used > limit_) interrupt->fetch_or(memory_bit, std::memory_order_relaxed);
}

Heap::Block* Heap::new_block() {
  auto* b = static_cast<Block*>(block_pool_.take());
  try {
    block_set_.insert(reinterpret_cast<uintptr_t>(b));
  } catch (const std::bad_alloc&) {
    block_pool_.give(b);
    throw;
  }
  block_bytes_ += kBlockSize;
  return b;
}

void Heap::park_block(Block* b) {
  block_set_.erase(reinterpret_cast<uintptr_t>(b));
  block_bytes_ -= kBlockSize;
  SL_UNPOISON(b, kBlockSize);
  block_pool_.give(b);
}

void Heap::carve(Block* b) {
  size_t size = b->cell_size;
  size_t end = std::min(kBlockSize, std::max((b->carved / kPage + 1) * kPage, b->carved + size));
  char* base = reinterpret_cast<char*>(b);
  Cell* head = free_[b->size_class];
  size_t at = b->carved, last = at;
  for (; at + size <= end; at += size) last = at + size;
  for (size_t p = last; p > b->carved;) {
    p -= size;
    auto* cell = reinterpret_cast<Cell*>(base + p);
    SL_UNPOISON(cell, sizeof(Cell));
    cell->header.kind = Kind::Free;
    cell->next = head;
    head = cell;
    SL_POISON(cell + 1, size - sizeof(Cell));
  }
  b->carved = static_cast<uint32_t>(last);
  free_[b->size_class] = head;
}

Obj* Heap::allocate_slow(Kind kind, int c) {
  Block* b = blocks_[c];
  size_t size = cell_size_of(c);
  if (!b || b->carved + size > kBlockSize) {
    Block* fresh = new_block();
    fresh->next = b;
    fresh->cell_size = static_cast<uint32_t>(size);
    fresh->carved = kBlockHeader;
    fresh->size_class = static_cast<uint8_t>(c);
    blocks_[c] = b = fresh;
    note_growth();
  }
  carve(b);
  Cell* cell = free_[c];
  free_[c] = cell->next;
  return init(cell, kind, c);
}

Obj* Heap::allocate_large(Kind kind, size_t size) {
  large_.push_back(nullptr);
  auto* header = static_cast<Large*>(std::malloc(sizeof(Large) + size));
  if (!header) {
    large_.pop_back();
    throw std::bad_alloc();
  }
  header->bytes = size;
  header->index = large_.size() - 1;
  large_.back() = header;
  large_sorted_ = false;
  large_bytes_ += size;
  auto* o = reinterpret_cast<Obj*>(header + 1);
  o->kind = kind;
  o->mark = epoch;
  o->flags = 0;
  o->size_class = kLargeClass;
  o->aux = 0;
  note_growth();
  return o;
}

void Heap::free_buffer(void* p) noexcept {
  if (!p) return;
  Obj* o = static_cast<Obj*>(p) - 1;
  if (o->mark == kSharedMark) return;
  if (o->size_class == kLargeClass) {
    auto* header = reinterpret_cast<Large*>(o) - 1;
    large_bytes_ -= header->bytes;
    large_[header->index] = large_.back();
    large_[header->index]->index = header->index;
    large_.pop_back();
    large_sorted_ = false;
    std::free(header);
    return;
  }
  auto* cell = reinterpret_cast<Cell*>(o);
  o->kind = Kind::Free;
  cell->next = free_[o->size_class];
  free_[o->size_class] = cell;
  SL_POISON(cell + 1, cell_size_of(o->size_class) - sizeof(Cell));
}

void Heap::collect(const std::function<void(Marker&)>& roots, bool at_end) {
  ++collections_;
  epoch = epoch == 1 ? 2 : 1;
  Marker marker(*this);
  if (at_end) doom(marker);
  roots(marker);
  for (RootVec* r = root_vecs; r; r = r->next) marker.mark_range(r->items.data(), r->items.size());
  for (Obj* o : doomed_) marker.mark(o);
  marker.drain();
  if (on_marked) on_marked(*this, weak_data);
  if (!watched_.empty()) doom(marker);
  if (before_sweep) before_sweep(*this, weak_data);
  sweep();
  threshold_ = std::max({kMinThreshold, live_bytes_ * 3, bytes_in_use() * 2});
  if (!limit_) return;
  // Natives cannot collect: garbage takes half the room at most, so that a large text still finds the rest. Near the
  // limit a collection with every block would take quadratic time.
  size_t used = bytes_in_use(), room = limit_ > used ? limit_ - used : 0;
  threshold_ = std::min(threshold_, room < limit_ / 16 ? limit_ : used + room / 2);
}

template <class Visit>
void Heap::each_cell(Visit visit) {
  for (int c = 0; c < kClassCount; ++c)
    for (Block* b = blocks_[c]; b; b = b->next)
      for (size_t p = kBlockHeader; p < b->carved; p += b->cell_size) visit(reinterpret_cast<Obj*>(reinterpret_cast<char*>(b) + p));
  for (Large* l : large_) visit(reinterpret_cast<Obj*>(l + 1));
}

void Heap::each(Kind kind, const std::function<void(Obj*)>& visit) {
  each_cell([&](Obj* o) {
    if (o->kind == kind) visit(o);
  });
}

void Heap::trace_marked(Marker& marker) {
  each_cell([&](Obj* o) {
    if (o->mark != epoch || o->kind <= Kind::Buffer || o->kind == Kind::Str) return;
    marker.trace(o);
    while (!marker.gray_.empty()) {
      Obj* next = marker.gray_.back();
      marker.gray_.pop_back();
      marker.trace(next);
    }
  });
}

void Heap::sweep() {
  size_t live_hosts = 0;
  for (HostObj* h : hosts_) {
    if (h->mark == epoch) {
      hosts_[live_hosts++] = h;
    } else if (h->type->release && h->data) {
      h->type->release(h->data);
    }
  }
  hosts_.resize(live_hosts);

  size_t live = 0;
  for (int c = 0; c < kClassCount; ++c) {
    free_[c] = nullptr;
    Block** link = &blocks_[c];
    while (Block* b = *link) {
      char* base = reinterpret_cast<char*>(b);
      Cell* saved = free_[c];
      Cell* head = saved;
      size_t used = 0;
      for (size_t p = kBlockHeader; p < b->carved; p += b->cell_size) {
        auto* cell = reinterpret_cast<Cell*>(base + p);
        if (cell->header.kind != Kind::Free && cell->header.mark == epoch) {
          ++used;
          continue;
        }
        cell->header.kind = Kind::Free;
        cell->next = head;
        head = cell;
        SL_POISON(cell + 1, b->cell_size - sizeof(Cell));
      }
      if (used == 0) {
        free_[c] = saved;
        *link = b->next;
        park_block(b);
        continue;
      }
      free_[c] = head;
      live += used * b->cell_size;
      link = &b->next;
    }
  }
  for (size_t i = 0; i < large_.size();) {
    Large* header = large_[i];
    auto* o = reinterpret_cast<Obj*>(header + 1);
    if (o->mark == epoch) {
      live += header->bytes;
      ++i;
      continue;
    }
    large_bytes_ -= header->bytes;
    large_[i] = large_.back();
    large_[i]->index = i;
    large_.pop_back();
    std::free(header);
  }
  large_sorted_ = false;
  live_bytes_ = live;
  block_pool_.trim(std::max(kSpareBytes, live));
}

void Heap::reset(size_t keep) {
  on_marked = before_sweep = nullptr;
  after_collect = nullptr;
  for (HostObj* h : hosts_)
    if (h->type->release && h->data) h->type->release(h->data);
  hosts_.clear();
  watched_.clear();
  doomed_.clear();
  watching_ = early_bytes_[0] = early_bytes_[1] = 0;
  for (int c = 0; c < kClassCount; ++c) {
    free_[c] = nullptr;
    while (Block* b = blocks_[c]) {
      blocks_[c] = b->next;
      park_block(b);
    }
  }
  block_pool_.trim(keep);
  for (Large* l : large_) std::free(l);
  large_.clear();
  large_bytes_ = 0;
  large_sorted_ = false;
  threshold_ = kMinThreshold;
}

Obj* Heap::find_cell(uintptr_t word) const {
  uintptr_t block = word & ~(uintptr_t{kBlockSize} - 1);
  if (block_set_.count(block)) {
    auto* b = reinterpret_cast<Block*>(block);
    size_t offset = word - block;
    if (offset < kBlockHeader || offset >= b->carved) return nullptr;
    size_t at = kBlockHeader + (offset - kBlockHeader) / b->cell_size * b->cell_size;
    if (at >= b->carved) return nullptr;
    auto* o = reinterpret_cast<Obj*>(block + at);
    return o->kind == Kind::Free ? nullptr : o;
  }
  auto it = std::upper_bound(large_ranges_.begin(), large_ranges_.end(), word, [](uintptr_t w, const std::pair<uintptr_t, uintptr_t>& r) { return w < r.first; });
  if (it == large_ranges_.begin()) return nullptr;
  --it;
  return word < it->second ? reinterpret_cast<Obj*>(it->first) : nullptr;
}

}  // namespace sl
