// A stable least-significant-digit radix sort by a 64-bit key, for arrays that are large and in no
// order; bytes in which no two keys differ cost nothing.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sl {

inline constexpr size_t kRadixMinimum = 192;

// Is a radix sort likely to beat a sort that exploits existing runs?
template <class T, class Key>
bool radix_suits(const T* items, size_t n, Key key) {
  if (n < kRadixMinimum) return false;
  size_t descents = 0;
  for (size_t i = 1; i < n; ++i) descents += key(items[i]) < key(items[i - 1]);
  return descents > n / 8 && descents < n - n / 8;
}

// Tick: bool operator()(), false to give up between passes; the array is a permutation even then.
template <class T, class Key, class Tick>
bool radix_sort(T* items, size_t n, Key key, Tick tick) {
  std::array<std::array<size_t, 256>, 8> counts{};
  for (size_t i = 0; i < n; ++i) {
    uint64_t k = key(items[i]);
    for (unsigned digit = 0; digit < 8; ++digit) ++counts[digit][k >> (8 * digit) & 255];
  }
  std::vector<T> buffer(n);
  T* from = items;
  T* to = buffer.data();
  bool ok = true;
  for (unsigned digit = 0; digit < 8 && ok; ++digit) {
    auto& offset = counts[digit];
    if (offset[key(from[0]) >> (8 * digit) & 255] == n) continue;
    size_t sum = 0;
    for (size_t& c : offset) {
      size_t here = c;
      c = sum;
      sum += here;
    }
    for (size_t i = 0; i < n; ++i) to[offset[key(from[i]) >> (8 * digit) & 255]++] = from[i];
    std::swap(from, to);
    ok = tick();
  }
  if (from != items) std::copy(from, from + n, items);
  return ok;
}

}  // namespace sl
