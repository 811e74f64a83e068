// A stable least-significant-digit radix sort by a 64-bit key, for arrays that are large and in no
// order; bytes in which no two keys differ cost nothing.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sl {

inline constexpr size_t kRadixMinimum = 192;

// Is a radix sort likely to beat a sort that exploits existing runs? Few digits are as good as few runs.
template <class T, class Key>
bool radix_suits(const T* items, size_t n, Key key) {
  if (n < kRadixMinimum) return false;
  size_t descents = 0;
  uint64_t last = key(items[0]), varying = 0;
  const uint64_t first = last;
  for (size_t i = 1; i < n; ++i) {
    uint64_t k = key(items[i]);
    descents += k < last;
    varying |= k ^ first;
    last = k;
  }
  if (descents > n / 8 && descents < n - n / 8) return true;
  size_t digits = 0;
  for (; varying; varying >>= 8) digits += (varying & 255) != 0;
  return descents && descents < n - n / 8 && digits * 3 < static_cast<size_t>(std::bit_width(descents));
}

// Tick: bool operator()(), false to give up between passes; the array is a permutation even then.
template <class T, class Key, class Tick>
bool radix_sort(T* items, size_t n, Key key, Tick tick) {
  std::array<std::array<size_t, 256>, 8> counts{};
  uint64_t varying = 0;
  for (size_t i = 0; i < n; ++i) varying |= key(items[i]) ^ key(items[0]);
  unsigned digits[8], used = 0;
  for (unsigned digit = 0; digit < 8; ++digit)
    if (varying >> (8 * digit) & 255) digits[used++] = digit;
  for (size_t i = 0; i < n; ++i) {
    uint64_t k = key(items[i]);
    for (unsigned d = 0; d < used; ++d) ++counts[digits[d]][k >> (8 * digits[d]) & 255];
  }
  std::vector<T> buffer(n);
  T* from = items;
  T* to = buffer.data();
  bool ok = true;
  for (unsigned d = 0; d < used && ok; ++d) {
    const unsigned digit = digits[d];
    auto& offset = counts[digit];
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
