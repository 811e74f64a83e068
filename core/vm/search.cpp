#include "core/vm/search.h"

#include <algorithm>

#include "core/vm/bulk.h"

#include <cstdint>
#include <cstring>

namespace sl {

namespace {

constexpr size_t kNaiveNeedle = 16;

// Rolling hash from the end; a hit is confirmed by comparison.
size_t rolling_backwards(std::string_view hay, std::string_view needle) noexcept {
  constexpr uint64_t kBase = 0x9E3779B97F4A7C15u | 1;
  size_t m = needle.size();
  uint64_t wanted = 0, window = 0, top = 1;
  const char* start = hay.data() + hay.size() - m;
  for (size_t i = m; i-- > 0;) {
    wanted = wanted * kBase + static_cast<uint8_t>(needle[i]);
    window = window * kBase + static_cast<uint8_t>(start[i]);
    if (i) top *= kBase;
  }
  for (;;) {
    if (window == wanted && std::memcmp(start, needle.data(), m) == 0) return static_cast<size_t>(start - hay.data());
    if (start == hay.data()) return kNotFound;
    --start;
    window = (window - static_cast<uint8_t>(start[m]) * top) * kBase + static_cast<uint8_t>(*start);
  }
}

[[gnu::optimize("O3")]] size_t count_byte(const char* p, size_t n, char c) noexcept {
  size_t total = 0;
  for (size_t i = 0; i < n; ++i) total += p[i] == c;
  return total;
}

}  // namespace

namespace {

// Needles of 2 to kNaiveNeedle bytes: candidates are the places where the first and the last byte stand, 16 at a time.
const char* find_short(const char* hay, size_t n, const char* needle, size_t m) noexcept {
  using Bytes [[gnu::vector_size(16)]] = char;
  const char first = needle[0], last = needle[m - 1];
  const char *p = hay, *end = hay + n - m + 1;  // candidates are before `end`
#if defined(__SSE2__)
  const Bytes firsts = Bytes{} + first, lasts = Bytes{} + last;
  for (; end - p >= 16; p += 16) {
    Bytes a, b;
    std::memcpy(&a, p, 16);
    std::memcpy(&b, p + m - 1, 16);
    auto mask = static_cast<unsigned>(__builtin_ia32_pmovmskb128((a == firsts) & (b == lasts)));
    for (; mask; mask &= mask - 1) {
      const char* at = p + __builtin_ctz(mask);
      if (m == 2 || (at[1] == needle[1] && std::memcmp(at + 1, needle + 1, m - 2) == 0)) return at;
    }
  }
#endif
  for (; p < end; ++p)
    if (*p == first && p[m - 1] == last && std::memcmp(p + 1, needle + 1, m - 1) == 0) return p;
  return nullptr;
}

}  // namespace

size_t find_text(std::string_view hay, std::string_view needle, size_t from) noexcept {
  if (from > hay.size()) return kNotFound;
  size_t left = hay.size() - from;
  if (needle.size() > left) return kNotFound;
  if (needle.empty()) return from;
  const char* begin = hay.data() + from;
  const void* at = needle.size() == 1              ? std::memchr(begin, needle[0], left)
                   : needle.size() <= kNaiveNeedle ? find_short(begin, left, needle.data(), needle.size())
                                                   : memmem(begin, left, needle.data(), needle.size());
  return at ? static_cast<size_t>(static_cast<const char*>(at) - hay.data()) : kNotFound;
}

size_t find_text_backwards(std::string_view hay, std::string_view needle) noexcept {
  size_t m = needle.size();
  if (m > hay.size()) return kNotFound;
  if (m == 0) return hay.size();
  if (m > kNaiveNeedle) return rolling_backwards(hay, needle);
  size_t n = hay.size();
  while (n >= m) {
    const void* at = memrchr(hay.data() + m - 1, needle[m - 1], n - m + 1);
    if (!at) return kNotFound;
    size_t start = static_cast<size_t>(static_cast<const char*>(at) - hay.data()) + 1 - m;
    if (std::memcmp(hay.data() + start, needle.data(), m) == 0) return start;
    n = start + m - 1;
  }
  return kNotFound;
}

size_t count_text(std::string_view hay, std::string_view needle, size_t limit) noexcept {
  if (needle.size() == 1 && limit >= hay.size()) return count_byte(hay.data(), hay.size(), needle[0]);
  size_t n = 0;
  for (size_t at = 0; n < limit; ++n) {
    at = find_text(hay, needle, at);
    if (at == kNotFound) break;
    at += needle.size();
  }
  return n;
}

int64_t count_bulk(Vm& vm, std::string_view hay, std::string_view needle, uint64_t limit) {
  if (hay.size() <= kBulkStep) return static_cast<int64_t>(count_text(hay, needle, limit));
  uint64_t n = 0;
  if (needle.size() == 1 && limit >= hay.size())
    return in_steps(
               vm, hay.size(), [&](size_t from, size_t to) { n += count_byte(hay.data() + from, to - from, needle[0]); }, 4 * kBulkStep)
               ? static_cast<int64_t>(n)
               : -1;
  for (size_t at = 0; n < limit && at < hay.size();) {
    std::string_view window = hay.substr(0, at + kBulkStep / 4 + needle.size());  // it ends behind every occurrence that starts in the piece
    size_t stop = std::min(hay.size(), at + kBulkStep / 4);
    while (n < limit && at < stop) {
      size_t found = find_text(window, needle, at);
      at = found == kNotFound ? stop : found + needle.size();
      n += found != kNotFound;
    }
    if (!vm.poll()) return -1;
  }
  return static_cast<int64_t>(n);
}

}  // namespace sl
