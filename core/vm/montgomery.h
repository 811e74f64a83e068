// Powers modulo odd numbers, by Montgomery's multiplication: each product is reduced limb by limb, without division.
#pragma once

#include "core/vm/limbs.h"

namespace sl {

class Vm;

namespace limbs {

inline constexpr size_t kMontgomeryLimbs = 64;  // longer products are faster by other means

// r = base ^ exponent mod m. m is odd, of n limbs, 2 <= n <= kMontgomeryLimbs, its top limb not 0; base < m;
// `square` is 2 ^ (128 n) mod m. r, base, square and m have n limbs. Polls; false: raised.
bool montgomery_power(Vm& vm, Limb* r, const Limb* base, const Limb* square, const Limb* m, size_t n, const Limb* exponent, size_t exponent_limbs);

}  // namespace limbs
}  // namespace sl
