#include "core/vm/montgomery.h"

#include <algorithm>
#include <vector>

#include "core/vm/vm.h"

namespace sl::limbs {
namespace {

class Montgomery {
 public:
  Montgomery(const Limb* m, size_t n) noexcept : m_(m), n_(n) {
    Limb inverse = m[0];  // right in three bits; each step doubles them
    for (int i = 0; i < 5; ++i) inverse *= 2 - m[0] * inverse;
    negative_inverse_ = 0 - inverse;
  }

  // r = a * b / 2 ^ (64 n) mod m; r may be a or b.
  void multiply(Limb* r, const Limb* a, const Limb* b) const noexcept {
    Limb t[kMontgomeryLimbs + 2];
    std::fill_n(t, n_ + 2, Limb{0});
    for (size_t i = 0; i < n_; ++i) {
      Limb top = multiply_add(t, a, n_, b[i]);
      Wide sum = static_cast<Wide>(t[n_]) + top;
      t[n_] = static_cast<Limb>(sum);
      t[n_ + 1] = static_cast<Limb>(sum >> 64);
      top = multiply_add(t, m_, n_, t[0] * negative_inverse_);
      sum = static_cast<Wide>(t[n_]) + top;
      std::copy(t + 1, t + n_, t);  // the lowest limb is 0 now
      t[n_ - 1] = static_cast<Limb>(sum);
      t[n_] = t[n_ + 1] + static_cast<Limb>(sum >> 64);
    }
    if (t[n_] || !less(t, m_))
      subtract(r, t, n_, m_, n_);
    else
      std::copy_n(t, n_, r);
  }

 private:
  bool less(const Limb* a, const Limb* b) const noexcept {
    for (size_t i = n_; i-- > 0;)
      if (a[i] != b[i]) return a[i] < b[i];
    return false;
  }

  const Limb* m_;
  size_t n_;
  Limb negative_inverse_;
};

}  // namespace

bool montgomery_power(Vm& vm, Limb* r, const Limb* base, const Limb* square, const Limb* m, size_t n, const Limb* exponent, size_t exponent_limbs) {
  const Montgomery field(m, n);
  exponent_limbs = trimmed(exponent, exponent_limbs);
  const size_t bits = exponent_limbs ? exponent_limbs * 64 - static_cast<size_t>(__builtin_clzll(exponent[exponent_limbs - 1])) : 0;
  const unsigned window = bits > 512 ? 5 : bits > 64 ? 4 : bits > 16 ? 3 : 1;
  std::vector<Limb> powers(n << window);
  auto power = [&](size_t i) { return powers.data() + i * n; };
  Limb one[kMontgomeryLimbs] = {1};
  field.multiply(power(0), one, square);
  field.multiply(power(1), base, square);
  for (size_t i = 2; i < size_t{1} << window; ++i) field.multiply(power(i), power(i - 1), power(1));
  std::copy_n(power(0), n, r);
  for (size_t at = (bits + window - 1) / window; at-- > 0;) {
    if (!vm.poll()) return false;
    for (unsigned i = 0; i < window; ++i) field.multiply(r, r, r);
    const size_t low = at * window, limb = low / 64, shift = low % 64;
    Limb digit = exponent[limb] >> shift;
    if (shift + window > 64 && limb + 1 < exponent_limbs) digit |= exponent[limb + 1] << (64 - shift);
    digit &= (Limb{1} << window) - 1;
    if (digit) field.multiply(r, r, power(digit));
  }
  field.multiply(r, r, one);
  return true;
}

}  // namespace sl::limbs
