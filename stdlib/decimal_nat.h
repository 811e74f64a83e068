// Natural numbers of bounded size on the stack, for the arithmetic of decimals: coefficients of up to
// kMaxDigits digits and what sums, products and quotients of two of them need.
#pragma once

#include <cstdint>
#include <string>

#include "core/vm/bigint.h"
#include "core/vm/limbs.h"

namespace sl::decimal {

using limbs::Limb;

constexpr unsigned kMaxDigits = 2000;  // of an operand and of the precision
constexpr unsigned kMaxPower = 2 * kMaxDigits + 16;
constexpr size_t kNatLimbs = 460;  // room for kMaxDigits * 4 digits and a little more

struct Nat {
  size_t n;  // limbs, without leading zeros
  Limb d[kNatLimbs];

  Nat() noexcept : n(0) {}
  Nat(const Nat&) = delete;
  Nat& operator=(const Nat& o) noexcept;
  bool zero() const noexcept { return n == 0; }
  bool odd() const noexcept { return n && d[0] & 1; }
  void set(Limb v) noexcept;
  void set(const Limb* from, size_t count) noexcept;
  void load(const Limbs& v) noexcept { set(v.data, v.count); }
  Value value(Vm& vm) const { return from_limbs(vm, d, n, false); }
};

// False when an integer has more digits than the functions below take.
bool fits(const Value& coefficient) noexcept;

unsigned digit_count(const Nat& a) noexcept;  // 1 for zero
void append_digits(std::string& out, const Nat& a);
int compare(const Nat& a, const Nat& b) noexcept;
void add(Nat& a, const Nat& b) noexcept;
void add(Nat& a, Limb b) noexcept;
void subtract(Nat& a, const Nat& b) noexcept;  // a >= b
void multiply(Nat& a, const Nat& b);
void multiply_add(Nat& a, Limb factor, Limb term) noexcept;
void scale(Nat& a, unsigned power);  // a *= 10 ** power
bool multiple_of_5(const Nat& a) noexcept;
void divide(Nat& a, const Nat& b, Nat& rest);          // b > 0; a becomes the quotient
enum class Rest : uint8_t { Zero, Less, Half, More };  // against half of the unit
Rest drop(Nat& a, unsigned power);                     // a //= 10 ** power
// Removes up to `most` trailing zeros; gives how many.
unsigned strip_zeros(Nat& a, uint64_t most);
bool is_power(const Nat& a, unsigned power);  // a == 10 ** power

}  // namespace sl::decimal
