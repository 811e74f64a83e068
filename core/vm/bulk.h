// Work on many bytes in pieces: a gigabyte takes far longer than a deadline may be overrun, or Ctrl-C be
// waited for. Every function is false with an exception pending when the environment was interrupted; what
// it filled is then incomplete.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>

#include "core/vm/vm.h"

namespace sl {

constexpr size_t kBulkStep = 4u << 20;    // bytes between two looks at the interrupt word
constexpr size_t kSlowStep = 256u << 10;  // the same for work of several nanoseconds each

// The look of loops without pieces: one step in kSlowStep.
class Pace {
 public:
  explicit Pace(Vm& vm) : vm_(vm) {}
  bool on() { return --left_ ? true : look(); }
  bool on(size_t steps) {
    if (steps < left_) return left_ -= steps, true;
    return look();
  }

 private:
  bool look() {
    left_ = kSlowStep;
    return vm_.poll();
  }
  Vm& vm_;
  size_t left_ = kSlowStep;
};

// Calls step(from, to) over [0, n) in order.
template <class Step>
bool in_steps(Vm& vm, size_t n, Step step, size_t size = kBulkStep) {
  for (size_t at = 0; at < n;) {
    size_t to = std::min(n, at + size);
    step(at, to);
    at = to;
    if (at < n && !vm.poll()) return false;
  }
  return true;
}

// Work(piece) over `text` in pieces that end between code points.
template <class Work>
bool in_text_steps(Vm& vm, std::string_view text, Work work, size_t step = kSlowStep) {
  while (text.size() > step) {
    size_t n = step;
    while (n > step - 4 && (static_cast<uint8_t>(text[n]) & 0xC0) == 0x80) --n;
    work(text.substr(0, n));
    text.remove_prefix(n);
    if (!vm.poll()) return false;
  }
  work(text);
  return true;
}

inline bool copy_bulk(Vm& vm, void* out, const void* in, size_t n) {
  return in_steps(vm, n, [&](size_t from, size_t to) { std::memcpy(static_cast<char*>(out) + from, static_cast<const char*>(in) + from, to - from); });
}

inline bool fill_bulk(Vm& vm, void* out, char byte, size_t n) {
  return in_steps(vm, n, [&](size_t from, size_t to) { std::memset(static_cast<char*>(out) + from, byte, to - from); });
}

// Occurrences of `needle`, not empty, that do not overlap, up to `limit`; -1: raised.
int64_t count_bulk(Vm& vm, std::string_view hay, std::string_view needle, uint64_t limit = UINT64_MAX);

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
