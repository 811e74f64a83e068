// The sorts under list.sort: order, stability, and that giving up leaves a permutation.
#include <gtest/gtest.h>

#include <random>

#include "core/vm/merge_sort.h"
#include "core/vm/radix_sort.h"

namespace {

struct Item {
  uint64_t key;
  uint64_t position;
};

std::vector<Item> make_items(size_t n, uint64_t range, unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<Item> items(n);
  for (size_t i = 0; i < n; ++i) items[i] = {random() % range, i};
  return items;
}

struct ByKey {
  static constexpr bool kRaises = false;
  int operator()(const Item& a, const Item& b) const { return a.key < b.key; }
};

// Gives up at the comparison number `left`.
struct Failing {
  static constexpr bool kRaises = true;
  int* left;
  int operator()(const Item& a, const Item& b) const { return --*left < 0 ? -1 : a.key < b.key; }
};

void expect_stable(const std::vector<Item>& items) {
  for (size_t i = 1; i < items.size(); ++i) {
    ASSERT_LE(items[i - 1].key, items[i].key);
    if (items[i - 1].key == items[i].key) {
      ASSERT_LT(items[i - 1].position, items[i].position);
    }
  }
}

void expect_permutation(const std::vector<Item>& items) {
  std::vector<bool> seen(items.size());
  for (const Item& i : items) {
    ASSERT_LT(i.position, seen.size());
    ASSERT_FALSE(seen[i.position]);
    seen[i.position] = true;
  }
}

bool go_on() { return true; }
uint64_t key_of(const Item& i) { return i.key; }

TEST(MergeSort, IsStableForEverySize) {
  for (size_t n = 0; n < 300; ++n) {
    auto items = make_items(n, 20, static_cast<unsigned>(n));
    ASSERT_TRUE(sl::merge_sort(items.data(), n, ByKey{}, go_on));
    expect_stable(items);
  }
}

TEST(MergeSort, ExploitsRuns) {
  for (int shape = 0; shape < 4; ++shape) {
    std::vector<Item> items(5000);
    for (size_t i = 0; i < items.size(); ++i) {
      uint64_t key = shape == 0 ? i : shape == 1 ? 5000 - i : shape == 2 ? i % 1000 : i < 2500 ? i : 5000 - i;
      items[i] = {key, i};
    }
    int comparisons = 1000000;
    ASSERT_TRUE(sl::merge_sort(items.data(), items.size(), Failing{&comparisons}, go_on));
    expect_stable(items);
    EXPECT_LT(1000000 - comparisons, shape < 2 ? 5000 : 25000) << shape;
  }
}

TEST(MergeSort, GivingUpLeavesAPermutation) {
  for (int budget = 0; budget < 4000; budget += 7) {
    auto items = make_items(400, 50, 3);
    int left = budget;
    bool ok = sl::merge_sort(items.data(), items.size(), Failing{&left}, go_on);
    expect_permutation(items);
    if (ok) expect_stable(items);
  }
}

TEST(MergeSort, StopsWhenToldBetweenMerges) {
  auto items = make_items(2000, 50, 4);
  int merges = 3;
  EXPECT_FALSE(sl::merge_sort(items.data(), items.size(), ByKey{}, [&] { return --merges > 0; }));
  expect_permutation(items);
}

TEST(RadixSort, IsStable) {
  for (size_t n : {1, 2, 255, 256, 1000, 70000})
    for (uint64_t range : {uint64_t{1}, uint64_t{200}, uint64_t{1} << 20, ~uint64_t{0}}) {
      auto items = make_items(n, range, static_cast<unsigned>(n));
      ASSERT_TRUE(sl::radix_sort(items.data(), n, key_of, go_on));
      expect_stable(items);
    }
}

TEST(RadixSort, GivingUpLeavesAPermutation) {
  for (int passes = 1; passes < 8; ++passes) {
    auto items = make_items(1000, ~uint64_t{0}, 5);
    int left = passes;
    EXPECT_FALSE(sl::radix_sort(items.data(), items.size(), key_of, [&] { return --left > 0; }));
    expect_permutation(items);
  }
}

TEST(RadixSort, IsChosenForDisorderOnly) {
  auto items = make_items(10000, 1000, 6);
  EXPECT_TRUE(sl::radix_suits(items.data(), items.size(), key_of));
  EXPECT_FALSE(sl::radix_suits(items.data(), sl::kRadixMinimum - 1, key_of));
  ASSERT_TRUE(sl::radix_sort(items.data(), items.size(), key_of, go_on));
  EXPECT_FALSE(sl::radix_suits(items.data(), items.size(), key_of));
  std::reverse(items.begin(), items.end());
  std::vector<Item> falling(5000);
  for (size_t i = 0; i < falling.size(); ++i) falling[i] = {5000 - i, i};
  EXPECT_FALSE(sl::radix_suits(falling.data(), falling.size(), key_of));
}

}  // namespace
