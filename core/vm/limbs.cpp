#include "core/vm/limbs.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sl::limbs {
namespace {

constexpr size_t kKaratsuba = 36;  // limbs of the shorter operand

Limb multiply_subtract(Limb* r, const Limb* a, size_t n, Limb b) noexcept {
  Limb borrow = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * b + borrow;
    auto low = static_cast<Limb>(t);
    borrow = static_cast<Limb>(t >> 64) + (r[i] < low);
    r[i] -= low;
  }
  return borrow;
}

void multiply_plain(Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn) noexcept {
  r[an] = multiply_limb(r, a, an, b[0]);
  for (size_t j = 1; j < bn; ++j) r[an + j] = multiply_add(r + j, a, an, b[j]);
}

// Each product above the diagonal once, doubled, plus the diagonal.
void square_plain(Limb* r, const Limb* a, size_t n) noexcept {
  std::memset(r, 0, 2 * n * sizeof(Limb));
  for (size_t i = 0; i + 1 < n; ++i) r[n + i] = multiply_add(r + 2 * i + 1, a + i + 1, n - i - 1, a[i]);
  Limb carry = 0, top = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide square = static_cast<Wide>(a[i]) * a[i];
    Limb low = r[2 * i] << 1 | top, high = r[2 * i + 1] << 1 | r[2 * i] >> 63;
    top = r[2 * i + 1] >> 63;
    Wide t = static_cast<Wide>(low) + static_cast<Limb>(square) + carry;
    r[2 * i] = static_cast<Limb>(t);
    t = static_cast<Wide>(high) + static_cast<Limb>(square >> 64) + static_cast<Limb>(t >> 64);
    r[2 * i + 1] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
}

// |a - b| for numbers of n limbs; true when a < b.
bool distance(Limb* r, const Limb* a, const Limb* b, size_t n) noexcept {
  size_t i = n;
  while (i && a[i - 1] == b[i - 1]) --i;
  bool less = i && a[i - 1] < b[i - 1];
  if (less) std::swap(a, b);
  subtract(r, a, n, b, n);
  return less;
}

// r = a * b, n limbs each; scratch has room for 4 * n + 128 limbs.
void karatsuba(Limb* r, const Limb* a, const Limb* b, size_t n, Limb* scratch) noexcept {
  if (n < kKaratsuba) {
    if (a == b)
      square_plain(r, a, n);
    else
      multiply_plain(r, a, n, b, n);
    return;
  }
  size_t low = n - n / 2, high = n / 2;
  Limb *da = scratch, *db = scratch + low, *middle = scratch + 2 * low, *rest = scratch + 4 * low;
  Limb *z0 = r, *z2 = r + 2 * low;
  // Halves of unequal length: the upper one is padded with a zero limb in the scratch space.
  auto upper = [&](const Limb* x, Limb* padded) {
    std::memcpy(padded, x + low, high * sizeof(Limb));
    if (low != high) padded[high] = 0;
  };
  upper(a, middle);
  bool sign = distance(da, a, middle, low);
  if (a == b) {
    karatsuba(middle, da, da, low, rest);
    sign = false;
  } else {
    upper(b, middle);
    sign ^= distance(db, b, middle, low);
    karatsuba(middle, da, db, low, rest);
  }
  karatsuba(z0, a, b, low, rest);
  karatsuba(z2, a + low, a == b ? a + low : b + low, high, rest);
  // middle = z0 + z2 - (a0 - a1)(b0 - b1)
  Limb* sum = rest;
  sum[2 * low] = add(sum, z0, 2 * low, z2, 2 * high);
  if (sign)
    sum[2 * low] += add(sum, sum, 2 * low, middle, 2 * low);
  else
    sum[2 * low] -= subtract(sum, sum, 2 * low, middle, 2 * low);
  size_t size = std::min(2 * low + 1, 2 * n - low);
  add(r + low, r + low, 2 * n - low, sum, size);
}

}  // namespace

int compare(const Limb* a, size_t an, const Limb* b, size_t bn) noexcept {
  if (an != bn) return an < bn ? -1 : 1;
  for (size_t i = an; i-- > 0;)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

Limb add_limb(Limb* r, const Limb* a, size_t n, Limb b) noexcept {
  size_t i = 0;
  for (; i < n && b; ++i) b = __builtin_add_overflow(a[i], b, &r[i]);
  if (r != a && i < n) std::memcpy(r + i, a + i, (n - i) * sizeof(Limb));
  return b;
}

Limb add(Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn) noexcept {
  Limb carry = 0;
  for (size_t i = 0; i < bn; ++i) {
    Wide t = static_cast<Wide>(a[i]) + b[i] + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return add_limb(r + bn, a + bn, an - bn, carry);
}

Limb subtract(Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn) noexcept {
  Limb borrow = 0;
  for (size_t i = 0; i < bn; ++i) {
    Wide t = static_cast<Wide>(a[i]) - b[i] - borrow;
    r[i] = static_cast<Limb>(t);
    borrow = static_cast<Limb>(t >> 64) & 1;
  }
  size_t i = bn;
  for (; i < an && borrow; ++i) borrow = __builtin_sub_overflow(a[i], borrow, &r[i]);
  if (r != a && i < an) std::memcpy(r + i, a + i, (an - i) * sizeof(Limb));
  return borrow;
}

Limb multiply_limb(Limb* r, const Limb* a, size_t n, Limb b) noexcept {
  Limb carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * b + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return carry;
}

Limb shift_left(Limb* r, const Limb* a, size_t n, unsigned bits) noexcept {
  Limb out = a[n - 1] >> (64 - bits);
  for (size_t i = n; i-- > 1;) r[i] = a[i] << bits | a[i - 1] >> (64 - bits);
  r[0] = a[0] << bits;
  return out;
}

void shift_right(Limb* r, const Limb* a, size_t n, unsigned bits) noexcept {
  for (size_t i = 0; i + 1 < n; ++i) r[i] = a[i] >> bits | a[i + 1] << (64 - bits);
  r[n - 1] = a[n - 1] >> bits;
}

void multiply(Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn) {
  if (bn < kKaratsuba) {
    if (a == b && an == bn)
      square_plain(r, a, an);
    else
      multiply_plain(r, a, an, b, bn);
    return;
  }
  std::unique_ptr<Limb[]> scratch(new Limb[4 * bn + 256]);
  if (an == bn) {
    karatsuba(r, a, b, an, scratch.get());
    return;
  }
  // A long operand is taken in pieces as long as the short one.
  std::unique_ptr<Limb[]> part(new Limb[2 * bn]);
  std::memset(r, 0, (an + bn) * sizeof(Limb));
  for (size_t at = 0; at < an; at += bn) {
    size_t n = std::min(bn, an - at);
    if (n == bn)
      karatsuba(part.get(), a + at, b, bn, scratch.get());
    else
      multiply(part.get(), b, bn, a + at, n);
    add(r + at, r + at, an + bn - at, part.get(), n + bn);
  }
}

Limb Divisor::divide(Limb* q, const Limb* a, size_t n) const noexcept {
  if (n == 0) return 0;
  Limb rest = shift_ ? a[n - 1] >> (64 - shift_) : 0;
  for (size_t i = n; i-- > 0;) {
    Limb low = shift_ ? a[i] << shift_ | (i ? a[i - 1] >> (64 - shift_) : 0) : a[i];
    q[i] = step(rest, low, &rest);
  }
  return rest >> shift_;
}

Limb remainder_limb(const Limb* a, size_t n, Limb d) noexcept {
  if (d >> 32 == 0) {  // two divisions of the machine are cheaper than a reciprocal
    Limb rest = 0;
    for (size_t i = n; i-- > 0;) {
      rest = (rest << 32 | a[i] >> 32) % d;
      rest = (rest << 32 | (a[i] & 0xFFFFFFFF)) % d;
    }
    return rest;
  }
  Divisor divisor(d);
  unsigned shift = divisor.shift();
  Limb rest = n && shift ? a[n - 1] >> (64 - shift) : 0;
  for (size_t i = n; i-- > 0;) {
    Limb low = shift ? a[i] << shift | (i ? a[i - 1] >> (64 - shift) : 0) : a[i];
    divisor.step(rest, low, &rest);
  }
  return rest >> shift;
}

void divide(Limb* q, Limb* r, const Limb* a, size_t an, const Limb* b, size_t bn) {
  auto shift = static_cast<unsigned>(__builtin_clzll(b[bn - 1]));
  Scratch space(an + 1 + bn);
  Limb *u = space.data(), *v = u + an + 1;
  if (shift) {
    shift_left(v, b, bn, shift);
    u[an] = shift_left(u, a, an, shift);
  } else {
    std::memcpy(v, b, bn * sizeof(Limb));
    std::memcpy(u, a, an * sizeof(Limb));
    u[an] = 0;
  }
  Limb top = v[bn - 1], second = v[bn - 2];
  Divisor divisor(top);
  for (size_t j = an - bn + 1; j-- > 0;) {
    Limb* at = u + j;
    Limb guess, rest;
    bool fits = true;
    if (at[bn] >= top) {
      guess = ~Limb{0};
      fits = !__builtin_add_overflow(at[bn - 1], top, &rest);
    } else {
      guess = divisor.step(at[bn], at[bn - 1], &rest);
    }
    while (fits && static_cast<Wide>(guess) * second > ((static_cast<Wide>(rest) << 64) | at[bn - 2])) {
      --guess;
      fits = !__builtin_add_overflow(rest, top, &rest);
    }
    Limb borrow = multiply_subtract(at, v, bn, guess);
    if (at[bn] < borrow) {
      --guess;
      at[bn] -= borrow;
      at[bn] += add(at, at, bn, v, bn);
    } else {
      at[bn] -= borrow;
    }
    if (q) q[j] = guess;
  }
  if (shift)
    shift_right(r, u, bn, shift), r[bn - 1] |= u[bn] << (64 - shift);
  else
    std::memcpy(r, u, bn * sizeof(Limb));
}

namespace {

// a, b = |x*a - y*b|, |w*b - z*a| over n limbs, for Lehmer's steps; the results are not negative.
void combine(Limb* a, Limb* b, size_t n, Limb x, Limb y, Limb z, Limb w, bool even) noexcept {
  __int128 carry_a = 0, carry_b = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide xa = static_cast<Wide>(x) * a[i], yb = static_cast<Wide>(y) * b[i], za = static_cast<Wide>(z) * a[i], wb = static_cast<Wide>(w) * b[i];
    __int128 s = even ? static_cast<__int128>(xa) - static_cast<__int128>(yb) + carry_a : static_cast<__int128>(yb) - static_cast<__int128>(xa) + carry_a;
    __int128 t = even ? static_cast<__int128>(wb) - static_cast<__int128>(za) + carry_b : static_cast<__int128>(za) - static_cast<__int128>(wb) + carry_b;
    a[i] = static_cast<Limb>(s);
    b[i] = static_cast<Limb>(t);
    carry_a = s >> 64;
    carry_b = t >> 64;
  }
}

// The 62 bits of x that start at bit `from`.
Limb window(const Limb* x, size_t n, uint64_t from) noexcept {
  size_t i = from / 64;
  unsigned s = from % 64;
  Limb v = i < n ? x[i] >> s : 0;
  if (s && i + 1 < n) v |= x[i + 1] << (64 - s);
  return v & ((Limb{1} << 62) - 1);
}

}  // namespace

size_t gcd(Limb* r, Limb* a, size_t an, Limb* b, size_t bn) {
  while (bn > 1) {
    uint64_t bits = an * 64 - static_cast<uint64_t>(__builtin_clzll(a[an - 1]));
    uint64_t from = bits - 62;
    Limb x = window(a, an, from), y = window(b, bn, from);
    // Euclid's algorithm on the leading bits, as long as the quotients are certain (Collins).
    Limb A = 1, B = 0, C = 0, D = 1;
    bool even = true;
    while (y != C) {
      Limb q = (x + (A - 1)) / (y - C);
      __int128 s = B + static_cast<__int128>(q) * D, t = static_cast<__int128>(x) - static_cast<__int128>(q) * y;
      if (s > t || s >> 31) break;
      Limb next = A + q * C;
      x = y;
      y = static_cast<Limb>(t);
      A = D;
      B = C;
      C = static_cast<Limb>(s);
      D = next;
      even = !even;
    }
    if (C == 0) {  // no certain step: one division of the whole numbers
      size_t n = bn;
      divide(nullptr, r, a, an, b, bn);
      std::memcpy(a, b, bn * sizeof(Limb));
      std::memcpy(b, r, n * sizeof(Limb));
      an = bn;
      bn = trimmed(b, n);
    } else {
      std::memset(b + bn, 0, (an - bn) * sizeof(Limb));
      if (even)
        combine(a, b, an, A, B, C, D, true);
      else
        combine(a, b, an, B, A, D, C, false);
      size_t n = an;
      an = trimmed(a, n);
      bn = trimmed(b, n);
    }
    if (compare(a, an, b, bn) < 0) {
      std::swap(a, b);
      std::swap(an, bn);
    }
  }
  if (bn == 0) {
    std::memmove(r, a, an * sizeof(Limb));
    return an;
  }
  Limb y = b[0], x = remainder_limb(a, an, y);
  while (x) {
    Limb t = y % x;
    y = x;
    x = t;
  }
  r[0] = y;
  return 1;
}

}  // namespace sl::limbs
