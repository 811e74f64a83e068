// SHA-512 (FIPS 180-4), for seeding the random module with text. Its constants are the leading
// fraction bits of the square and cube roots of the first primes, computed here.
#include "stdlib/sha512.h"

#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <string>

namespace sl {
namespace {

using Wide = boost::multiprecision::uint256_t;

// floor(n ** (1/k) * 2**64) mod 2**64.
uint64_t root_fraction(unsigned n, int k) {
  Wide target = Wide(n) << (64 * k);
  Wide root = 0;
  for (int bit = 68; bit >= 0; --bit) {  // roots of primes up to 409 are below 2**5
    Wide next = root + (Wide(1) << bit);
    Wide power = next;
    for (int i = 1; i < k; ++i) power *= next;
    if (power <= target) root = next;
  }
  return static_cast<uint64_t>(root & Wide(UINT64_MAX));
}

struct Constants {
  uint64_t initial[8];
  uint64_t round[80];
  Constants() {
    int found = 0;
    for (unsigned n = 2; found < 80; ++n) {
      bool prime = true;
      for (unsigned d = 2; d * d <= n; ++d) prime = prime && n % d;
      if (!prime) continue;
      if (found < 8) initial[found] = root_fraction(n, 2);
      round[found++] = root_fraction(n, 3);
    }
  }
};

uint64_t load(const uint8_t* p) {
  uint64_t v = 0;
  for (int i = 0; i < 8; ++i) v = v << 8 | p[i];
  return v;
}

void compress(uint64_t (&h)[8], const uint8_t* block, const Constants& c) {
  uint64_t w[80];
  for (int i = 0; i < 16; ++i) w[i] = load(block + 8 * i);
  for (int i = 16; i < 80; ++i) {
    uint64_t a = w[i - 15], b = w[i - 2];
    w[i] = w[i - 16] + w[i - 7] + (std::rotr(a, 1) ^ std::rotr(a, 8) ^ a >> 7) + (std::rotr(b, 19) ^ std::rotr(b, 61) ^ b >> 6);
  }
  uint64_t s[8];
  std::copy(h, h + 8, s);
  for (int i = 0; i < 80; ++i) {
    uint64_t e = s[4], a = s[0];
    uint64_t t1 = s[7] + (std::rotr(e, 14) ^ std::rotr(e, 18) ^ std::rotr(e, 41)) + ((e & s[5]) ^ (~e & s[6])) + c.round[i] + w[i];
    uint64_t t2 = (std::rotr(a, 28) ^ std::rotr(a, 34) ^ std::rotr(a, 39)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
    std::copy_backward(s, s + 7, s + 8);
    s[4] += t1;
    s[0] = t1 + t2;
  }
  for (int i = 0; i < 8; ++i) h[i] += s[i];
}

}  // namespace

std::array<uint8_t, 64> sha512(std::string_view data) {
  static const Constants constants;
  uint64_t h[8];
  std::copy(constants.initial, constants.initial + 8, h);
  std::string tail(data.substr(data.size() / 128 * 128));
  for (size_t i = 0; i + 128 <= data.size(); i += 128) compress(h, reinterpret_cast<const uint8_t*>(data.data()) + i, constants);
  tail.push_back('\x80');
  while (tail.size() % 128 != 120) tail.push_back('\0');
  uint64_t bits = static_cast<uint64_t>(data.size()) * 8;
  for (int shift = 56; shift >= 0; shift -= 8) tail.push_back(static_cast<char>(bits >> shift));
  for (size_t i = 0; i < tail.size(); i += 128) compress(h, reinterpret_cast<const uint8_t*>(tail.data()) + i, constants);
  std::array<uint8_t, 64> out;
  for (size_t i = 0; i < 64; ++i) out[i] = static_cast<uint8_t>(h[i / 8] >> (56 - 8 * (i % 8)));
  return out;
}

}  // namespace sl
