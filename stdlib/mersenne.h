// The Mersenne Twister MT19937 as CPython seeds and reads it, so that sequences agree.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sl {

class Mersenne {
 public:
  static constexpr size_t kWords = 624;

  void seed(const uint32_t* key, size_t n);  // n >= 1
  uint32_t next32();
  double next_double();  // [0, 1) with 53 bits

  uint32_t state[kWords];
  uint32_t index = kWords + 1;  // kWords + 1: not seeded

 private:
  void refill();
};

}  // namespace sl
