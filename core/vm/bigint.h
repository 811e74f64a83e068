// Integers outside int64, computed with Boost's cpp_int. Values come and go through its limbs.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "core/vm/vm.h"

namespace sl {

using BigBackend = boost::multiprecision::cpp_int_backend<>;
using Big = boost::multiprecision::number<BigBackend, boost::multiprecision::et_off>;
static_assert(sizeof(boost::multiprecision::limb_type) == 8);

// Sign and magnitude of any integer, without copying. Valid while the value is.
struct Limbs {
  uint64_t small;
  const uint64_t* data;
  size_t count;
  bool negative;
  explicit Limbs(const Value& v) noexcept {
    if (v.is_object()) {
      auto* b = as<BigInt>(v);
      data = b->limbs;
      count = b->limb_count;
      negative = b->negative;
    } else {
      negative = v.i < 0;
      small = negative ? 0 - static_cast<uint64_t>(v.i) : static_cast<uint64_t>(v.i);
      data = &small;
      count = small ? 1 : 0;
    }
  }
  Limbs(const Limbs&) = delete;
  uint64_t bits() const noexcept { return count ? count * 64 - static_cast<uint64_t>(__builtin_clzll(data[count - 1])) : 0; }
};

inline bool is_big(const Value& v) noexcept { return is_kind(v, Kind::BigInt); }
Big to_big(Value v);                                                       // int, bool or BigInt
Value from_big(Vm& vm, const Big& b);                                      // inline when it fits; MemoryError
Value from_limbs(Vm& vm, const uint64_t* limbs, size_t n, bool negative);  // leading zero limbs allowed
// A magnitude to be filled in: an object with room for n >= 1 limbs (null: MemoryError), then its value.
BigInt* new_big(Vm& vm, size_t n);
Value finish_big(BigInt* b, size_t n, bool negative) noexcept;
// Products of limbs one step may take without polling.
inline constexpr uint64_t kStepProducts = 1u << 22;
Value shared_from_limbs(const uint64_t* limbs, size_t n, bool negative);  // a constant
inline size_t limb_count(const Big& b) noexcept { return b.backend().size(); }
inline const uint64_t* limbs_of(const Big& b) noexcept { return reinterpret_cast<const uint64_t*>(b.backend().limbs()); }
inline bool is_negative(const Big& b) noexcept { return b.backend().sign(); }
uint64_t bit_length(const Big& b) noexcept;  // of the magnitude

// These poll the environment; false: raised.
bool big_multiply(Vm& vm, const Big& a, const Big& b, Big* out);
bool big_divmod(Vm& vm, const Big& a, const Big& b, Big* quotient, Big* remainder);  // floors; b is not 0
bool big_pow(Vm& vm, Big base, uint64_t exponent, Big* out);
bool big_pow_mod(Vm& vm, Big base, const Big& exponent, const Big& modulus, Big* out);  // exponent >= 0, modulus > 0
bool big_gcd(Vm& vm, Big a, Big b, Big* out);                                           // of magnitudes
// Inverse of a modulo m > 0; false with ValueError when there is none.
bool big_inverse(Vm& vm, const Big& a, const Big& m, Big* out);
// MemoryError unless a result of that many bits is within limits.
bool check_int_bits(Vm& vm, uint64_t bits);
// Nearest double of limbs; false when too large.
bool limbs_to_double(const uint64_t* limbs, size_t n, bool negative, double* out) noexcept;

}  // namespace sl
