#include "core/gc/block_pool.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace sl {
namespace {

constexpr size_t kChunkSize = 2u << 20;  // a huge page of x86-64 and of AArch64 with 4 KiB pages

#if defined(__SANITIZE_ADDRESS__)
// The leak checker follows pointers from malloc's memory only.
constexpr size_t kSingleBytes = SIZE_MAX;
void* map_aligned(size_t size) { return std::aligned_alloc(size, size); }
void unmap(void* p, size_t) noexcept { std::free(p); }
#else
constexpr size_t kSingleBytes = 1u << 20;  // mapped block by block up to here

void* map_pages(size_t size) {
  void* p = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return p == MAP_FAILED ? nullptr : p;
}

void* map_aligned(size_t size) {
  void* p = map_pages(size);  // usually next to the one before, so aligned like it
  if (!p || reinterpret_cast<uintptr_t>(p) % size == 0) return p;
  ::munmap(p, size);
  p = map_pages(2 * size);
  if (!p) return nullptr;
  char* low = static_cast<char*>(p);
  char* aligned = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(p) + size - 1) / size * size);
  if (aligned != low) ::munmap(low, static_cast<size_t>(aligned - low));
  if (aligned != low + size) ::munmap(aligned + size, static_cast<size_t>(low + size - aligned));
  return aligned;
}
void unmap(void* p, size_t size) noexcept { ::munmap(p, size); }
#endif

}  // namespace

BlockPool::~BlockPool() { trim(0); }

BlockPool::Chunk* BlockPool::chunk_of(const void* block) noexcept {
  uintptr_t start = reinterpret_cast<uintptr_t>(block) / kChunkSize * kChunkSize;
  auto it = std::lower_bound(chunks_.begin(), chunks_.end(), start, [](const Chunk& c, uintptr_t s) { return c.start < s; });
  return it != chunks_.end() && it->start == start ? &*it : nullptr;
}

void BlockPool::cut_chunk() {
  char* p = static_cast<char*>(map_aligned(kChunkSize));
  if (!p) return;  // there may still be room for a block
  ::madvise(p, kChunkSize, MADV_HUGEPAGE);
  auto start = reinterpret_cast<uintptr_t>(p);
  chunks_.insert(std::lower_bound(chunks_.begin(), chunks_.end(), start, [](const Chunk& c, uintptr_t s) { return c.start < s; }), Chunk{start, 0});
  for (size_t at = kChunkSize; at > 0;) {
    at -= kBlockSize;
    auto* block = reinterpret_cast<Idle*>(p + at);
    block->next = idle_;
    idle_ = block;
  }
  idle_bytes_ += kChunkSize;
  mapped_bytes_ += kChunkSize;
}

void* BlockPool::take() {
  if (!idle_ && mapped_bytes_ >= kSingleBytes) cut_chunk();
  if (Idle* block = idle_) {
    idle_ = block->next;
    idle_bytes_ -= kBlockSize;
    if (Chunk* chunk = chunk_of(block)) ++chunk->taken;
    return block;
  }
  void* block = map_aligned(kBlockSize);
  if (!block) throw std::bad_alloc();
  mapped_bytes_ += kBlockSize;
  return block;
}

void BlockPool::give(void* p) {
  if (Chunk* chunk = chunk_of(p)) --chunk->taken;
  auto* block = static_cast<Idle*>(p);
  block->next = idle_;
  idle_ = block;
  idle_bytes_ += kBlockSize;
}

void BlockPool::trim(size_t keep) {
  if (idle_bytes_ <= keep) return;
  std::vector<uintptr_t> going;
  size_t excess = idle_bytes_ - keep;
  for (const Chunk& c : chunks_) {
    if (c.taken || excess == 0) continue;
    going.push_back(c.start);
    excess -= std::min(excess, kChunkSize);
  }
  for (Idle** link = &idle_; *link;) {
    Idle* block = *link;
    Chunk* chunk = chunk_of(block);
    bool goes = chunk ? std::binary_search(going.begin(), going.end(), chunk->start) : excess > 0;
    if (!goes) {
      link = &block->next;
      continue;
    }
    *link = block->next;
    idle_bytes_ -= kBlockSize;
    if (chunk) continue;
    excess -= std::min(excess, kBlockSize);
    mapped_bytes_ -= kBlockSize;
    unmap(block, kBlockSize);
  }
  for (uintptr_t start : going) drop(start);
}

void BlockPool::drop(uintptr_t start) {
  unmap(reinterpret_cast<void*>(start), kChunkSize);
  mapped_bytes_ -= kChunkSize;
  chunks_.erase(std::find_if(chunks_.begin(), chunks_.end(), [&](const Chunk& c) { return c.start == start; }));
}

}  // namespace sl
