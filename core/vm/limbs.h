// Arithmetic on magnitudes: arrays of 64-bit limbs, least significant first. The callers own every
// buffer; sizes are in limbs. Nothing here allocates, polls or raises unless it says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace sl::limbs {

using Limb = uint64_t;
using Wide = unsigned __int128;

// r += a * b of n limbs; what is carried out.
inline Limb multiply_add(Limb* r, const Limb* a, size_t n, Limb b) noexcept {
  Limb carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * b + r[i] + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return carry;
}

// Scratch space: on the stack when small.
class Scratch {
 public:
  explicit Scratch(size_t n) : heap_(n > kInline ? new Limb[n] : nullptr) {}
  Limb* data() noexcept { return heap_ ? heap_.get() : inline_; }

 private:
  static constexpr size_t kInline = 80;
  Limb inline_[kInline];
  std::unique_ptr<Limb[]> heap_;
};

inline size_t trimmed(const Limb* a, size_t n) noexcept {
  while (n && a[n - 1] == 0) --n;
  return n;
}
int compare(const Limb* a, size_t an, const Limb* b, size_t bn) noexcept;  // both trimmed

// r may be a or b. They return the carry or borrow out of the top.
Limb add(Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn) noexcept;       // an >= bn
Limb subtract(Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn) noexcept;  // a >= b
Limb add_limb(Limb* r, const Limb* a, size_t n, Limb b) noexcept;
Limb multiply_limb(Limb* r, const Limb* a, size_t n, Limb b) noexcept;
Limb shift_left(Limb* r, const Limb* a, size_t n, unsigned bits) noexcept;  // 0 < bits < 64
void shift_right(Limb* r, const Limb* a, size_t n, unsigned bits) noexcept;

// r = a * b with an + bn limbs; r overlaps neither. an >= bn >= 1. Allocates for long operands.
void multiply(Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn);

// Division by one limb with its reciprocal (Moeller and Granlund).
class Divisor {
 public:
  explicit Divisor(Limb d) noexcept : shift_(static_cast<unsigned>(__builtin_clzll(d))), d_(d << shift_) {
    inverse_ = static_cast<Limb>(((static_cast<Wide>(~d_) << 64) | ~Limb{0}) / d_);
  }
  // The quotient of high:low, both shifted like the divisor; high < d.
  Limb step(Limb high, Limb low, Limb* rest) const noexcept {
    Wide q = static_cast<Wide>(inverse_) * high + ((static_cast<Wide>(high) << 64) | low);
    Limb q1 = static_cast<Limb>(q >> 64) + 1, q0 = static_cast<Limb>(q);
    Limb r = low - q1 * d_;
    if (r > q0) {
      --q1;
      r += d_;
    }
    if (r >= d_) [[unlikely]] {
      ++q1;
      r -= d_;
    }
    *rest = r;
    return q1;
  }
  unsigned shift() const noexcept { return shift_; }
  Limb divide(Limb* q, const Limb* a, size_t n) const noexcept;  // q may be a; gives the remainder

 private:
  unsigned shift_;
  Limb d_, inverse_;
};

// Remainder of a by d.
Limb remainder_limb(const Limb* a, size_t n, Limb d) noexcept;
// q (an - bn + 1 limbs, may be null) and r (bn limbs) of a / b; an >= bn >= 2, b's top limb not 0.
void divide(Limb* q, Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn);
// Greatest common divisor into r (min(an, bn) limbs); destroys a and b, each with room for `an` limbs,
// a >= b > 0 and an >= bn. Gives its size.
size_t gcd(Limb* r, Limb* a, size_t an, Limb* b, size_t bn);

}  // namespace sl::limbs
