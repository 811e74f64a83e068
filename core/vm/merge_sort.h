// A stable, adaptive merge sort: natural runs, extended by insertion, merged in the order of
// Munro and Wild's powersort. For plain C++ elements; list_sort maps values onto them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sl {

// Less: int operator()(const T& a, const T& b), 1 when a < b, 0 when not, -1 to give up, which it
// may do only when Less::kRaises. Tick: bool operator()(), false to give up; called between merges.
// Whatever happens, the elements stay a permutation of what they were.
template <class T, class Less, class Tick>
class MergeSort {
 public:
  MergeSort(T* items, size_t n, Less less, Tick tick) : items_(items), size_(n), less_(less), tick_(tick) {}

  bool run() {
    size_t start = 0, min_run = Less::kRaises ? usual_min_run(size_) : kMinRun;
    while (start < size_) {
      size_t length;
      if (!natural_run(start, &length)) return false;
      size_t wanted = std::min(min_run, size_ - start);
      if (length < wanted) {
        if (!insert_sorted(start, start + length, start + wanted)) return false;
        length = wanted;
      }
      if (!push({start, length, 0})) return false;
      start += length;
    }
    while (runs_.size() > 1)
      if (!merge_top()) return false;
    return true;
  }

 private:
  static constexpr size_t kMinRun = 24;
  struct Run {
    size_t start, length;
    int power;  // of the boundary to the run before
  };

  // Where scripts see the comparisons, runs are as long as CPython's: the six highest bits, rounded up.
  static size_t usual_min_run(size_t n) {
    if (n < 64) return n;
    int shift = std::bit_width(n) - 6;
    return (n >> shift) + ((n & ((size_t{1} << shift) - 1)) != 0);
  }

  bool natural_run(size_t start, size_t* length) {
    size_t end = start + 1;
    *length = size_ - start;
    if (end == size_) return true;
    int down = less_(items_[end], items_[start]);
    if (Less::kRaises && down < 0) return false;
    for (++end; end < size_; ++end) {
      int r = less_(items_[end], items_[end - 1]);
      if (Less::kRaises && r < 0) return false;
      if (r != down) break;
    }
    if (down) std::reverse(items_ + start, items_ + end);  // strictly descending, so still stable
    *length = end - start;
    return true;
  }

  // [low, sorted) is in order; brings in the elements up to high.
  bool insert_sorted(size_t low, size_t sorted, size_t high) {
    for (; sorted < high; ++sorted) {
      T pivot = items_[sorted];
      size_t left = low;
      for (size_t n = sorted - low; n;) {
        size_t half = n / 2;
        int r = less_(pivot, items_[left + half]);
        if (Less::kRaises && r < 0) return false;
        size_t skip = half + 1;
        left += skip & (static_cast<size_t>(r) - 1);
        n = r ? half : n - skip;
      }
      for (size_t i = sorted; i > left; --i) items_[i] = items_[i - 1];
      items_[left] = pivot;
    }
    return true;
  }

  // Depth, in the ideal merge tree over [0, size), of the node splitting between two adjacent runs.
  int power(const Run& a, const Run& b) const {
    auto scale = [&](size_t twice_middle) { return static_cast<uint64_t>((static_cast<unsigned __int128>(twice_middle) << 62) / (2 * static_cast<unsigned __int128>(size_))); };
    return std::countl_zero(scale(2 * a.start + a.length) ^ scale(2 * b.start + b.length));
  }

  bool push(Run run) {
    if (!runs_.empty()) {
      run.power = power(runs_.back(), run);
      while (runs_.size() > 1 && runs_.back().power > run.power)
        if (!merge_top()) return false;
    }
    runs_.push_back(run);
    return true;
  }

  bool merge_top() {
    Run b = runs_.back();
    runs_.pop_back();
    Run& a = runs_.back();
    bool ok = merge(a.start, a.length, b.length);
    a.length += b.length;
    return ok && tick_();
  }

  // First of `count` elements at `from` that is greater than key; searched outwards from the start.
  bool first_greater(const T& key, const T* from, size_t count, size_t* out) {
    size_t low = 0, high = 1;
    for (; high <= count; high = high * 2 + 1) {
      int r = less_(key, from[high - 1]);
      if (Less::kRaises && r < 0) return false;
      if (r) break;
      low = high;
    }
    high = std::min(high - 1, count);
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      int r = less_(key, from[middle]);
      if (Less::kRaises && r < 0) return false;
      if (r)
        high = middle;
      else
        low = middle + 1;
    }
    *out = low;
    return true;
  }

  // Number of elements at `from` that are less than key; searched from the end.
  bool count_less(const T& key, const T* from, size_t count, size_t* out) {
    size_t distance = 1, low = 0, high = count;
    for (; distance <= count; distance = distance * 2 + 1) {
      int r = less_(from[count - distance], key);
      if (Less::kRaises && r < 0) return false;
      if (r) {
        low = count - distance + 1;
        break;
      }
      high = count - distance;
    }
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      int r = less_(from[middle], key);
      if (Less::kRaises && r < 0) return false;
      if (r)
        low = middle + 1;
      else
        high = middle;
    }
    *out = low;
    return true;
  }

  bool merge(size_t start, size_t na, size_t nb) {
    T* a = items_ + start;
    T* b = a + na;
    size_t skip;
    if (!first_greater(b[0], a, na, &skip)) return false;
    a += skip;
    na -= skip;
    if (na == 0) return true;
    if (!count_less(a[na - 1], b, nb, &nb)) return false;
    if (nb == 0) return true;
    return na <= nb ? merge_low(a, na, b, nb) : merge_high(a, na, b, nb);
  }

  bool merge_low(T* a, size_t na, T* b, size_t nb) {
    scratch_.assign(a, a + na);
    const T* left = scratch_.data();
    const T* left_end = left + na;
    const T* right = b;
    const T* right_end = b + nb;
    T* out = a;
    bool ok = true;
    while (left < left_end && right < right_end) {
      int r = less_(*right, *left);
      if (Less::kRaises && r < 0) {
        ok = false;
        break;
      }
      *out++ = left[(right - left) & -std::ptrdiff_t{r}];  // no branch to mispredict
      right += r;
      left += 1 - r;
    }
    std::copy(left, left_end, out);
    return ok;
  }

  bool merge_high(T* a, size_t na, T* b, size_t nb) {
    scratch_.assign(b, b + nb);
    const T* right = scratch_.data();
    T* out = b + nb;
    bool ok = true;
    while (na && nb) {
      int r = less_(right[nb - 1], a[na - 1]);
      if (Less::kRaises && r < 0) {
        ok = false;
        break;
      }
      const T* candidate = right + nb - 1;
      *--out = candidate[(a + na - 1 - candidate) & -std::ptrdiff_t{r}];
      na -= static_cast<size_t>(r);
      nb -= static_cast<size_t>(1 - r);
    }
    std::copy_backward(right, right + nb, out);
    return ok;
  }

  T* items_;
  size_t size_;
  Less less_;
  Tick tick_;
  std::vector<Run> runs_;
  std::vector<T> scratch_;
};

template <class T, class Less, class Tick>
bool merge_sort(T* items, size_t n, Less less, Tick tick) {
  return MergeSort<T, Less, Tick>(items, n, less, tick).run();
}

}  // namespace sl
