#include "stdlib/mersenne.h"

#include <algorithm>

namespace sl {

void Mersenne::seed(const uint32_t* key, size_t n) {
  state[0] = 19650218u;
  for (uint32_t i = 1; i < kWords; ++i) state[i] = 1812433253u * (state[i - 1] ^ (state[i - 1] >> 30)) + i;
  size_t i = 1, j = 0;
  auto advance = [&] {
    if (++i < kWords) return;
    state[0] = state[kWords - 1];
    i = 1;
  };
  for (size_t k = std::max(kWords, n); k; --k) {
    state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1664525u)) + key[j] + static_cast<uint32_t>(j);
    advance();
    if (++j >= n) j = 0;
  }
  for (size_t k = kWords - 1; k; --k) {
    state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1566083941u)) - static_cast<uint32_t>(i);
    advance();
  }
  state[0] = 0x80000000u;
  index = kWords;
}

void Mersenne::refill() {
  constexpr size_t kShift = 397;
  auto twist = [](uint32_t high, uint32_t low) {
    uint32_t y = (high & 0x80000000u) | (low & 0x7FFFFFFFu);
    return (y >> 1) ^ ((y & 1) ? 0x9908B0DFu : 0u);
  };
  for (size_t k = 0; k < kWords; ++k) state[k] = state[(k + kShift) % kWords] ^ twist(state[k], state[(k + 1) % kWords]);
  index = 0;
}

uint32_t Mersenne::next32() {
  if (index >= kWords) refill();
  uint32_t y = state[index++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9D2C5680u;
  y ^= (y << 15) & 0xEFC60000u;
  return y ^ (y >> 18);
}

double Mersenne::next_double() {
  uint32_t a = next32() >> 5, b = next32() >> 6;
  return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

}  // namespace sl
