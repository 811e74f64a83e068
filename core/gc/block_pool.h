// The blocks of one heap: mapped one by one while the heap is small, then cut from huge pages.
//
// A heap of a few blocks must stay small; one of many megabytes spends a fifth of its time in page faults
// when the kernel hands out 4 KiB at a time. Not thread-safe: part of a heap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sl {

class BlockPool {
 public:
  static constexpr size_t kBlockSize = 64 * 1024;  // blocks are aligned to it

  BlockPool() = default;
  ~BlockPool();  // every block must have been given back
  BlockPool(const BlockPool&) = delete;
  BlockPool& operator=(const BlockPool&) = delete;

  void* take();            // uninitialised; throws std::bad_alloc
  void give(void* block);  // kept for the next take()
  void trim(size_t keep);  // unmaps idle blocks and wholly idle chunks until at most `keep` bytes are idle

 private:
  struct Idle {
    Idle* next;
  };
  struct Chunk {
    uintptr_t start;
    uint32_t taken;  // blocks in use
  };
  Chunk* chunk_of(const void* block) noexcept;
  void cut_chunk();
  void drop(uintptr_t chunk);

  Idle* idle_ = nullptr;
  size_t idle_bytes_ = 0, mapped_bytes_ = 0;
  std::vector<Chunk> chunks_;  // by address
};

}  // namespace sl
