// Work on many bytes in pieces: a gigabyte takes far longer than a deadline may be overrun, or Ctrl-C be
// waited for. Every function is false with an exception pending when the environment was interrupted; what
// it filled is then incomplete.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>

#include "core/vm/vm.h"

namespace sl {

constexpr size_t kBulkStep = 4u << 20;  // bytes between two looks at the interrupt word

// Calls step(from, to) over [0, n) in order.
template <class Step>
bool in_steps(Vm& vm, size_t n, Step step) {
  for (size_t at = 0; at < n;) {
    size_t to = std::min(n, at + kBulkStep);
    step(at, to);
    at = to;
    if (at < n && !vm.poll()) return false;
  }
  return true;
}

inline bool copy_bulk(Vm& vm, void* out, const void* in, size_t n) {
  return in_steps(vm, n, [&](size_t from, size_t to) { std::memcpy(static_cast<char*>(out) + from, static_cast<const char*>(in) + from, to - from); });
}

inline bool fill_bulk(Vm& vm, void* out, char byte, size_t n) {
  return in_steps(vm, n, [&](size_t from, size_t to) { std::memset(static_cast<char*>(out) + from, byte, to - from); });
}

// Room for n bytes more, and for what little follows them: doubling gigabytes may be refused where they are not.
inline bool reserve_bulk(Vm& vm, std::string* out, uint64_t n) {
  if (n <= kBulkStep) return true;
  uint64_t size = out->size() + n + kBulkStep;
  if (!vm.check_alloc(size)) return false;
  out->reserve(size);
  return true;
}

inline bool append_bulk(Vm& vm, std::string* out, char byte, uint64_t n) {
  if (!reserve_bulk(vm, out, n)) return false;
  return in_steps(vm, n, [&](size_t from, size_t to) { out->append(to - from, byte); });
}

inline bool append_bulk(Vm& vm, std::string* out, std::string_view text) {
  if (!reserve_bulk(vm, out, text.size())) return false;
  return in_steps(vm, text.size(), [&](size_t from, size_t to) { out->append(text.substr(from, to - from)); });
}

// Fills out[size, total) by repeating out[0, size).
inline bool repeat_bulk(Vm& vm, char* out, size_t size, size_t total) {
  if (size == 1) return fill_bulk(vm, out + 1, *out, total - 1);
  size_t most = size < kBulkStep ? kBulkStep - kBulkStep % size : size;
  for (size_t done = size; done < total;) {
    size_t n = std::min({done - done % size, total - done, most});
    if (!copy_bulk(vm, out + done, out, n)) return false;
    done += n;
    if (n == most && !vm.poll()) return false;
  }
  return true;
}

}  // namespace sl
