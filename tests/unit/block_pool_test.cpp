// The blocks under the heap: aligned, distinct, reused, and given back to the system.
#include "core/gc/block_pool.h"

#include <gtest/gtest.h>

#include <cstring>
#include <set>
#include <vector>

namespace {

using sl::BlockPool;

std::vector<void*> take(BlockPool& pool, size_t n) {
  std::vector<void*> blocks;
  for (size_t i = 0; i < n; ++i) {
    void* b = pool.take();
    EXPECT_EQ(reinterpret_cast<uintptr_t>(b) % BlockPool::kBlockSize, 0u);
    std::memset(b, static_cast<int>(i), BlockPool::kBlockSize);
    blocks.push_back(b);
  }
  return blocks;
}

TEST(BlockPool, BlocksAreAlignedDistinctAndKeepTheirBytes) {
  BlockPool pool;
  std::vector<void*> blocks = take(pool, 200);  // beyond the part that is mapped block by block
  EXPECT_EQ(std::set<void*>(blocks.begin(), blocks.end()).size(), blocks.size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    auto* bytes = static_cast<unsigned char*>(blocks[i]);
    ASSERT_EQ(bytes[0], i % 256);
    ASSERT_EQ(bytes[BlockPool::kBlockSize - 1], i % 256);
  }
  for (void* b : blocks) pool.give(b);
}

TEST(BlockPool, ReusesWhatWasGivenBack) {
  BlockPool pool;
  std::vector<void*> blocks = take(pool, 100);
  std::set<void*> first(blocks.begin(), blocks.end());
  for (void* b : blocks) pool.give(b);
  for (void* b : blocks = take(pool, 100)) EXPECT_TRUE(first.count(b));
  for (void* b : blocks) pool.give(b);
}

TEST(BlockPool, TrimLeavesBlocksInUseAlone) {
  BlockPool pool;
  std::vector<void*> blocks = take(pool, 200);
  std::vector<void*> kept;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (i % 50 == 7) {
      kept.push_back(blocks[i]);
    } else {
      pool.give(blocks[i]);
    }
  }
  pool.trim(0);
  for (void* b : kept) std::memset(b, 1, BlockPool::kBlockSize);
  std::vector<void*> more = take(pool, 100);
  for (void* b : kept) EXPECT_EQ(static_cast<unsigned char*>(b)[100], 1);
  for (void* b : more) pool.give(b);
  for (void* b : kept) pool.give(b);
  pool.trim(0);
}

}  // namespace
