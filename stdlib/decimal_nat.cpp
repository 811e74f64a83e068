#include "stdlib/decimal_nat.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

namespace sl::decimal {
namespace {

constexpr unsigned kSmallPower = 19;  // 10 ** 19 fits a limb
constexpr unsigned kTablePowers = 600;

constexpr auto kPowers = [] {
  struct {
    Limb p[kSmallPower + 1];
  } t{};
  t.p[0] = 1;
  for (unsigned i = 1; i <= kSmallPower; ++i) t.p[i] = t.p[i - 1] * 10;
  return t;
}();

// 2 ** 64 leaves 1 by 5, so limbs may be summed.
Limb remainder_by_5(const Nat& a) noexcept {
  limbs::Wide sum = 0;
  for (size_t i = 0; i < a.n; ++i) sum += a.d[i];
  return (static_cast<Limb>(sum >> 64) % 5 + static_cast<Limb>(sum) % 5) % 5;
}

// Dividers by 10 ** k.
const limbs::Divisor& divisor(unsigned k) noexcept {
  struct Dividers {
    std::vector<limbs::Divisor> all;
    Dividers() {
      for (Limb power : kPowers.p) all.emplace_back(power);
    }
  };
  static const Dividers dividers;
  return dividers.all[k];
}

struct Table {
  std::vector<Limb> limbs;
  uint32_t start[kTablePowers + 2];
  Table() {
    std::vector<Limb> power{1};
    for (unsigned k = 0; k <= kTablePowers; ++k) {
      start[k] = static_cast<uint32_t>(limbs.size());
      limbs.insert(limbs.end(), power.begin(), power.end());
      Limb carry = limbs::multiply_limb(power.data(), power.data(), power.size(), 10);
      if (carry) power.push_back(carry);
    }
    start[kTablePowers + 1] = static_cast<uint32_t>(limbs.size());
  }
};

// 10 ** k: in the table, or made in `room`.
struct Power {
  const Limb* d;
  size_t n;
  Power(unsigned k, Nat& room) {
    static const Table table;
    auto at = [&](unsigned i) { return table.limbs.data() + table.start[i]; };
    auto size = [&](unsigned i) { return static_cast<size_t>(table.start[i + 1] - table.start[i]); };
    unsigned first = std::min(k, kTablePowers);
    d = at(first);
    n = size(first);
    if (k == first) return;
    room.set(d, n);
    for (k -= first; k;) {
      unsigned step = std::min(k, kTablePowers);
      Nat product;
      if (room.n >= size(step))
        limbs::multiply(product.d, room.d, room.n, at(step), size(step));
      else
        limbs::multiply(product.d, at(step), size(step), room.d, room.n);
      product.n = limbs::trimmed(product.d, room.n + size(step));
      room = product;
      k -= step;
    }
    d = room.d;
    n = room.n;
  }
};

uint64_t bits_of(const Nat& a) noexcept { return a.n ? a.n * 64 - static_cast<uint64_t>(std::countl_zero(a.d[a.n - 1])) : 0; }

}  // namespace

Nat& Nat::operator=(const Nat& o) noexcept {
  set(o.d, o.n);
  return *this;
}
void Nat::set(Limb v) noexcept {
  d[0] = v;
  n = v != 0;
}
void Nat::set(const Limb* from, size_t count) noexcept {
  std::memmove(d, from, count * sizeof(Limb));
  n = count;
}

bool fits(const Value& v) noexcept { return !v.is_object() || as<BigInt>(v)->limb_count <= kMaxDigits * 10 / 193; }

unsigned digit_count(const Nat& a) noexcept {
  if (a.n <= 1) {
    Limb v = a.n ? a.d[0] : 0;
    if (v < 10) return 1;
    auto guess = static_cast<unsigned>(std::bit_width(v) * 1233 >> 12);
    return guess + (guess <= kSmallPower && v >= kPowers.p[guess]);
  }
  // Digits of the smallest and of the largest number of as many bits.
  constexpr double kDigitsPerBit = 0.30102999566398119521;
  auto bits = static_cast<double>(bits_of(a));
  auto guess = static_cast<unsigned>((bits - 1) * kDigitsPerBit);
  if (guess == static_cast<unsigned>(bits * kDigitsPerBit)) return guess + 1;
  Nat room;
  Power next(guess + 1, room);
  return guess + 1 + (limbs::compare(a.d, a.n, next.d, next.n) >= 0);
}

void append_digits(std::string& out, const Nat& a) {
  if (a.n == 0) {
    out += '0';
    return;
  }
  Nat left;
  left = a;
  std::vector<Limb> parts;
  const limbs::Divisor& by = divisor(kSmallPower);
  while (left.n > 1 || (left.n && left.d[0] >= kPowers.p[kSmallPower])) {
    parts.push_back(by.divide(left.d, left.d, left.n));
    left.n = limbs::trimmed(left.d, left.n);
  }
  out += std::to_string(left.n ? left.d[0] : 0);
  for (size_t i = parts.size(); i-- > 0;) {
    char text[kSmallPower];
    Limb v = parts[i];
    for (unsigned k = kSmallPower; k-- > 0; v /= 10) text[k] = static_cast<char>('0' + v % 10);
    out.append(text, kSmallPower);
  }
}

int compare(const Nat& a, const Nat& b) noexcept { return limbs::compare(a.d, a.n, b.d, b.n); }

void add(Nat& a, const Nat& b) noexcept {
  Limb carry;
  if (a.n >= b.n) {
    carry = limbs::add(a.d, a.d, a.n, b.d, b.n);
  } else {
    carry = limbs::add(a.d, b.d, b.n, a.d, a.n);
    a.n = b.n;
  }
  if (carry) a.d[a.n++] = carry;
}
void add(Nat& a, Limb b) noexcept {
  if (!a.n) return a.set(b);
  Limb carry = limbs::add_limb(a.d, a.d, a.n, b);
  if (carry) a.d[a.n++] = carry;
}
void subtract(Nat& a, const Nat& b) noexcept {
  limbs::subtract(a.d, a.d, a.n, b.d, b.n);
  a.n = limbs::trimmed(a.d, a.n);
}
void multiply(Nat& a, const Nat& b) {
  if (a.zero() || b.zero()) {
    a.n = 0;
    return;
  }
  if (b.n == 1) return multiply_add(a, b.d[0], 0);
  Nat product;
  if (a.n >= b.n)
    limbs::multiply(product.d, a.d, a.n, b.d, b.n);
  else
    limbs::multiply(product.d, b.d, b.n, a.d, a.n);
  product.n = limbs::trimmed(product.d, a.n + b.n);
  a = product;
}
void multiply_add(Nat& a, Limb factor, Limb term) noexcept {
  if (!a.n) return a.set(term);
  Limb carry = limbs::multiply_limb(a.d, a.d, a.n, factor);
  if (term) carry += limbs::add_limb(a.d, a.d, a.n, term);
  if (carry) a.d[a.n++] = carry;
}
void scale(Nat& a, unsigned power) {
  if (!power || a.zero()) return;
  if (power <= kSmallPower) return multiply_add(a, kPowers.p[power], 0);
  Nat room, product;
  Power p(power, room);
  if (a.n >= p.n)
    limbs::multiply(product.d, a.d, a.n, p.d, p.n);
  else
    limbs::multiply(product.d, p.d, p.n, a.d, a.n);
  product.n = limbs::trimmed(product.d, a.n + p.n);
  a = product;
}
bool multiple_of_5(const Nat& a) noexcept { return remainder_by_5(a) == 0; }

namespace {

void divide_by(Nat& a, const Limb* b, size_t bn, Nat& rest) {
  if (limbs::compare(a.d, a.n, b, bn) < 0) {
    rest = a;
    a.n = 0;
    return;
  }
  if (bn == 1) {
    rest.set(limbs::Divisor(b[0]).divide(a.d, a.d, a.n));
    a.n = limbs::trimmed(a.d, a.n);
    return;
  }
  Nat quotient;
  limbs::divide(quotient.d, rest.d, a.d, a.n, b, bn);
  rest.n = limbs::trimmed(rest.d, bn);
  quotient.n = limbs::trimmed(quotient.d, a.n - bn + 1);
  a = quotient;
}

Rest against_half(int order) { return order < 0 ? Rest::Less : order == 0 ? Rest::Half : Rest::More; }

}  // namespace

void divide(Nat& a, const Nat& b, Nat& rest) { divide_by(a, b.d, b.n, rest); }

Rest drop(Nat& a, unsigned power) {
  if (!power || a.zero()) return Rest::Zero;
  if (power <= kSmallPower) {
    Limb unit = kPowers.p[power];
    Limb rest;
    if (a.n == 1) {
      rest = a.d[0] % unit;
      a.d[0] /= unit;
    } else {
      rest = divisor(power).divide(a.d, a.d, a.n);
    }
    a.n = limbs::trimmed(a.d, a.n);
    return rest == 0 ? Rest::Zero : rest < unit / 2 ? Rest::Less : rest == unit / 2 ? Rest::Half : Rest::More;
  }
  Nat room, rest;
  Power p(power, room);
  divide_by(a, p.d, p.n, rest);
  if (rest.zero()) return Rest::Zero;
  add(rest, rest);
  return against_half(limbs::compare(rest.d, rest.n, p.d, p.n));
}

unsigned strip_zeros(Nat& a, uint64_t most) {
  unsigned stripped = 0;
  Nat tried;
  for (unsigned k = kSmallPower; stripped < most && a.n && !a.odd() && remainder_by_5(a) == 0;) {
    while (k > most - stripped) k /= 2;
    if (k > 1 && a.d[0] & ((Limb{1} << k) - 1)) {
      k /= 2;
      continue;
    }
    tried = a;
    if (divisor(k).divide(tried.d, tried.d, tried.n)) {
      k /= 2;
      continue;
    }
    tried.n = limbs::trimmed(tried.d, tried.n);
    a = tried;
    stripped += k;
  }
  return stripped;
}

bool is_power(const Nat& a, unsigned power) {
  Nat room;
  Power p(power, room);
  return limbs::compare(a.d, a.n, p.d, p.n) == 0;
}

}  // namespace sl::decimal
