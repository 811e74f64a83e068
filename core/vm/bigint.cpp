#include "core/vm/bigint.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/vm/montgomery.h"
#include "core/vm/number.h"

namespace sl {
namespace mp = boost::multiprecision;

namespace {

Big slice_limbs(const Big& b, size_t from, size_t to) {
  size_t n = limb_count(b);
  if (to > n) to = n;
  if (from >= to) return 0;
  Big r;
  auto count = static_cast<unsigned>(to - from);
  r.backend().resize(count, count);
  std::memcpy(r.backend().limbs(), limbs_of(b) + from, (to - from) * 8);
  r.backend().normalize();
  return r;
}

bool multiply_magnitudes(Vm& vm, const Big& a, const Big& b, Big* out) {
  size_t an = limb_count(a), bn = limb_count(b);
  if (an < bn) return multiply_magnitudes(vm, b, a, out);
  if (static_cast<uint64_t>(an) * bn <= kStepProducts) {
    *out = a * b;
    return true;
  }
  if (!vm.poll()) return false;
  size_t half = (an + 1) / 2;
  auto shift = static_cast<unsigned long>(half) * 64;
  Big low = slice_limbs(a, 0, half), high = slice_limbs(a, half, an), z0, z2;
  if (bn <= half) {
    if (!multiply_magnitudes(vm, low, b, &z0) || !multiply_magnitudes(vm, high, b, &z2)) return false;
    z2 <<= shift;
    *out = z2 + z0;
    return true;
  }
  Big b_low = slice_limbs(b, 0, half), b_high = slice_limbs(b, half, bn), z1;
  if (!multiply_magnitudes(vm, low, b_low, &z0) || !multiply_magnitudes(vm, high, b_high, &z2)) return false;
  if (!multiply_magnitudes(vm, low + high, b_low + b_high, &z1)) return false;
  z1 -= z2;
  z1 -= z0;
  z2 <<= shift;
  z2 += z1;
  z2 <<= shift;
  *out = z2 + z0;
  return true;
}

// Long division of magnitudes in pieces of the dividend, most significant first.
bool divide_magnitudes(Vm& vm, const Big& a, const Big& b, Big* quotient, Big* remainder) {
  size_t an = limb_count(a), bn = limb_count(b);
  if (an < bn || static_cast<uint64_t>(an - bn + 1) * bn <= kStepProducts) {
    mp::divide_qr(a, b, *quotient, *remainder);
    return true;
  }
  size_t piece = kStepProducts / bn ? kStepProducts / bn : 1;
  size_t pieces = (an + piece - 1) / piece;
  Big q, r = 0, part;
  q.backend().resize(static_cast<unsigned>(an), static_cast<unsigned>(an));
  std::memset(q.backend().limbs(), 0, an * 8);
  for (size_t i = pieces; i-- > 0;) {
    if (!vm.poll()) return false;
    r <<= static_cast<unsigned long>(piece) * 64;
    r += slice_limbs(a, i * piece, (i + 1) * piece);
    Big next;
    mp::divide_qr(r, b, part, next);
    r = next;
    std::memcpy(q.backend().limbs() + i * piece, limbs_of(part), std::min(limb_count(part), an - i * piece) * 8);
  }
  q.backend().normalize();
  *quotient = q;
  *remainder = r;
  return true;
}

bool fits_inline(const uint64_t* limbs, size_t n, bool negative, int64_t* out) noexcept {
  if (n > 1) return false;
  uint64_t v = n ? limbs[0] : 0;
  if (v > static_cast<uint64_t>(INT64_MAX) + (negative ? 1 : 0)) return false;
  *out = static_cast<int64_t>(negative ? 0 - v : v);
  return true;
}

}  // namespace

Big to_big(Value v) {
  if (!v.is_object()) return Big(v.i);
  auto* b = as<BigInt>(v);
  Big r;
  r.backend().resize(b->limb_count, b->limb_count);
  std::memcpy(r.backend().limbs(), b->limbs, b->limb_count * 8);
  r.backend().sign(b->negative != 0);
  return r;
}

Value from_limbs(Vm& vm, const uint64_t* limbs, size_t n, bool negative) {
  while (n && limbs[n - 1] == 0) --n;
  int64_t small;
  if (fits_inline(limbs, n, negative, &small)) return Value::integer(small);
  if (n > 512 && !vm.check_alloc(n * 8)) return {};
  auto* b = vm.heap.make<BigInt>(Kind::BigInt, (n - 1) * 8);
  b->negative = negative;
  b->limb_count = static_cast<uint32_t>(n);
  std::memcpy(b->limbs, limbs, n * 8);
  return Value::object(b);
}

BigInt* new_big(Vm& vm, size_t n) {
  if (n > 512 && !vm.check_alloc(n * 8)) return nullptr;
  return vm.heap.make<BigInt>(Kind::BigInt, (n - 1) * 8);
}

Value finish_big(BigInt* b, size_t n, bool negative) noexcept {
  while (n && b->limbs[n - 1] == 0) --n;
  int64_t small;
  b->negative = negative;
  b->limb_count = static_cast<uint32_t>(n);
  return fits_inline(b->limbs, n, negative, &small) ? Value::integer(small) : Value::object(b);
}

Value shared_from_limbs(const uint64_t* limbs, size_t n, bool negative) {
  while (n && limbs[n - 1] == 0) --n;
  int64_t small;
  if (fits_inline(limbs, n, negative, &small)) return Value::integer(small);
  auto* b = static_cast<BigInt*>(allocate_shared(Kind::BigInt, sizeof(BigInt) + (n - 1) * 8));
  b->negative = negative;
  b->limb_count = static_cast<uint32_t>(n);
  std::memcpy(b->limbs, limbs, n * 8);
  return Value::object(b);
}

Value from_big(Vm& vm, const Big& b) { return from_limbs(vm, limbs_of(b), limb_count(b), is_negative(b)); }

uint64_t bit_length(const Big& b) noexcept {
  size_t n = limb_count(b);
  uint64_t top = limbs_of(b)[n - 1];
  return top ? n * 64 - static_cast<uint64_t>(__builtin_clzll(top)) : 0;
}

bool check_int_bits(Vm& vm, uint64_t bits) {
  if (bits <= 4096) return true;
  if (bits > kMaxIntBits) {
    vm.raise_memory();
    return false;
  }
  return vm.check_alloc(bits / 8 * 3);  // the result and what computing it needs
}

bool big_multiply(Vm& vm, const Big& a, const Big& b, Big* out) {
  if (!check_int_bits(vm, bit_length(a) + bit_length(b))) return false;
  bool negative = is_negative(a) != is_negative(b);
  if (static_cast<uint64_t>(limb_count(a)) * limb_count(b) <= kStepProducts) {
    *out = a * b;
    return true;
  }
  Big result;
  if (!multiply_magnitudes(vm, mp::abs(a), mp::abs(b), &result)) return false;
  result.backend().sign(negative);
  *out = std::move(result);
  return true;
}

bool big_divmod(Vm& vm, const Big& a, const Big& b, Big* quotient, Big* remainder) {
  if (!check_int_bits(vm, bit_length(a))) return false;
  Big q, r;
  if (!divide_magnitudes(vm, mp::abs(a), mp::abs(b), &q, &r)) return false;
  bool opposite = is_negative(a) != is_negative(b);
  if (opposite && !q.is_zero()) q.backend().sign(true);
  if (is_negative(a) && !r.is_zero()) r.backend().sign(true);
  if (opposite && !r.is_zero()) {
    q -= 1;
    r += b;
  }
  *quotient = std::move(q);
  *remainder = std::move(r);
  return true;
}

bool big_pow(Vm& vm, Big base, uint64_t exponent, Big* out) {
  uint64_t bits = bit_length(base);
  if (bits > 1 && (exponent > kMaxIntBits || !check_int_bits(vm, (bits - 1) * exponent))) {
    if (!vm.raised()) vm.raise_memory();
    return false;
  }
  Big result = 1;
  while (true) {
    if (!vm.poll()) return false;
    if (exponent & 1 && !big_multiply(vm, result, base, &result)) return false;
    exponent >>= 1;
    if (!exponent) break;
    Big squared;
    if (!big_multiply(vm, base, base, &squared)) return false;
    base = std::move(squared);
  }
  *out = std::move(result);
  return true;
}

// base ** exponent modulo one limb.
uint64_t word_pow_mod(const Big& base, const Big& exponent, uint64_t modulus) noexcept {
  using Wide = unsigned __int128;
  auto times = [modulus](uint64_t a, uint64_t b) { return (a | b) >> 32 ? static_cast<uint64_t>(static_cast<Wide>(a) * b % modulus) : a * b % modulus; };
  uint64_t rest = 0, result = 1 % modulus;
  const uint64_t* limbs = limbs_of(base);
  for (size_t i = limb_count(base); i-- > 0;) rest = static_cast<uint64_t>((static_cast<Wide>(rest) << 64 | limbs[i]) % modulus);
  if (is_negative(base) && rest) rest = modulus - rest;
  for (uint64_t i = bit_length(exponent); i-- > 0;) {
    result = times(result, result);
    if (mp::bit_test(exponent, static_cast<unsigned>(i))) result = times(result, rest);
  }
  return result;
}

namespace {

void copy_limbs(const Big& from, uint64_t* to, size_t n) {
  std::fill_n(to, n, uint64_t{0});
  std::copy_n(limbs_of(from), limb_count(from), to);
}

// For odd moduli of 2 to kMontgomeryLimbs limbs; base < modulus.
bool odd_pow_mod(Vm& vm, const Big& base, const Big& exponent, const Big& modulus, Big* out) {
  const size_t n = limb_count(modulus);
  Big quotient, square;
  if (!big_divmod(vm, Big(1) << static_cast<unsigned>(128 * n), modulus, &quotient, &square)) return false;
  uint64_t a[limbs::kMontgomeryLimbs], s[limbs::kMontgomeryLimbs], r[limbs::kMontgomeryLimbs];
  copy_limbs(base, a, n);
  copy_limbs(square, s, n);
  if (!limbs::montgomery_power(vm, r, a, s, limbs_of(modulus), n, limbs_of(exponent), limb_count(exponent))) return false;
  mp::import_bits(*out, r, r + n, 64, false);
  return true;
}

}  // namespace

bool big_pow_mod(Vm& vm, Big base, const Big& exponent, const Big& modulus, Big* out) {
  if (limb_count(modulus) == 1 && bit_length(exponent) < 100'000) {
    *out = word_pow_mod(base, exponent, limbs_of(modulus)[0]);
    return true;
  }
  Big quotient, product, result = 1;
  if (!big_divmod(vm, base, modulus, &quotient, &base)) return false;
  if (const size_t n = limb_count(modulus); n >= 2 && n <= limbs::kMontgomeryLimbs && limbs_of(modulus)[0] & 1) return odd_pow_mod(vm, base, exponent, modulus, out);
  if (!big_divmod(vm, result, modulus, &quotient, &result)) return false;
  for (uint64_t i = bit_length(exponent); i-- > 0;) {
    if (!vm.poll()) return false;
    if (!big_multiply(vm, result, result, &product) || !big_divmod(vm, product, modulus, &quotient, &result)) return false;
    if (!mp::bit_test(exponent, static_cast<unsigned>(i))) continue;
    if (!big_multiply(vm, result, base, &product) || !big_divmod(vm, product, modulus, &quotient, &result)) return false;
  }
  *out = std::move(result);
  return true;
}

// Lehmer's algorithm (Knuth, The Art of Computer Programming, volume 2, 4.5.2, algorithm L): the leading
// 62 bits tell several steps of Euclid's at once.
bool big_gcd(Vm& vm, Big a, Big b, Big* out) {
  a = mp::abs(a);
  b = mp::abs(b);
  if (a < b) a.swap(b);
  Big quotient, rest;
  while (bit_length(b) > 62) {
    if (!vm.poll()) return false;
    auto shift = static_cast<unsigned>(bit_length(a) - 62);
    auto x = static_cast<int64_t>(Big(a >> shift)), y = static_cast<int64_t>(Big(b >> shift));
    int64_t p = 1, q = 0, r = 0, s = 1;  // x = p a + q b, y = r a + s b, all shifted
    while (y + r != 0 && y + s != 0) {
      int64_t n = (x + p) / (y + r);
      if (n != (x + q) / (y + s)) break;
      p = std::exchange(r, p - n * r);
      q = std::exchange(s, q - n * s);
      x = std::exchange(y, x - n * y);
    }
    if (q == 0) {
      if (!big_divmod(vm, a, b, &quotient, &rest)) return false;
      a = std::move(b);
      b = std::move(rest);
    } else {
      Big next = a * p + b * q;
      b = a * r + b * s;
      a = std::move(next);
    }
  }
  if (!b.is_zero()) {
    if (!big_divmod(vm, a, b, &quotient, &rest)) return false;
    a = mp::gcd(b, rest);
  }
  *out = std::move(a);
  return true;
}

bool big_inverse(Vm& vm, const Big& a, const Big& m, Big* out) {
  Big r0 = m, r1, s0 = 0, s1 = 1, q, r2, product;
  if (!big_divmod(vm, a, m, &q, &r1)) return false;
  while (!r1.is_zero()) {
    if (!vm.poll()) return false;
    if (!big_divmod(vm, r0, r1, &q, &r2) || !big_multiply(vm, q, s1, &product)) return false;
    Big s2 = s0 - product;
    r0 = std::move(r1);
    r1 = std::move(r2);
    r2 = 0;
    s0 = std::move(s1);
    s1 = std::move(s2);
  }
  if (r0 != 1) {
    vm.raise_value("base is not invertible for the given modulus");
    return false;
  }
  return big_divmod(vm, s0, m, &q, out);
}

bool limbs_to_double(const uint64_t* limbs, size_t n, bool negative, double* out) noexcept {
  while (n && limbs[n - 1] == 0) --n;
  if (!n) {
    *out = 0;
    return true;
  }
  if (n > 16) return false;
  int lead = __builtin_clzll(limbs[n - 1]);
  uint64_t top = limbs[n - 1] << lead;
  bool sticky = false;
  if (n > 1) {
    if (lead) top |= limbs[n - 2] >> (64 - lead);
    sticky = lead ? (limbs[n - 2] << lead) != 0 : limbs[n - 2] != 0;
    for (size_t i = 0; i + 2 < n && !sticky; ++i) sticky = limbs[i] != 0;
  }
  if (sticky) top |= 1;
  double d = std::ldexp(static_cast<double>(top), static_cast<int>(n * 64 - 64) - lead);
  if (std::isinf(d)) return false;
  *out = negative ? -d : d;
  return true;
}

}  // namespace sl
