// The encoding of parcels, shared by the writer, the reader and the checker.
//
//   version byte, flags byte, value
//
// A value is a code byte and its payload. Counts are LEB128 varints, scalars little-endian. When
// kParcelRefs is set, every string of kRefBytes or more, every bytes of that size and every container
// gets the next number, counted from 0 in the order their codes appear; kRef names one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace sl {

constexpr uint8_t kParcelVersion = 1;
enum ParcelFlags : uint8_t { kParcelRefs = 1, kParcelHandles = 2 };

enum class ParcelCode : uint8_t {
  None = 0,
  False = 1,
  True = 2,
  Int = 3,       // 8 bytes
  SmallInt = 4,  // zigzag varint
  BigInt = 5,    // sign byte, varint limb count, limbs
  Float = 6,     // 8 bytes
  Ascii = 7,     // varint bytes
  Text = 8,      // varint bytes, varint code points
  Bytes = 9,
  List = 10,  // varint count, items
  Tuple = 11,
  Dict = 12,  // varint count, key and value alternating
  Set = 13,
  FrozenSet = 14,
  Ref = 15,     // varint number
  Handle = 16,  // varint index
};

constexpr size_t kRefBytes = 64;  // shorter strings are copied rather than referred to
constexpr uint32_t kMaxParcelDepth = 1000;

inline void put_varint(std::string& out, uint64_t v) {
  while (v >= 0x80) {
    out.push_back(static_cast<char>(v | 0x80));
    v >>= 7;
  }
  out.push_back(static_cast<char>(v));
}

struct ParcelCursor {
  const char* at;
  const char* end;
  size_t left() const noexcept { return static_cast<size_t>(end - at); }
  // False: the data end too early or the number is too long.
  bool varint(uint64_t* out) noexcept {
    uint64_t v = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == end) return false;
      uint8_t b = static_cast<uint8_t>(*at++);
      if (shift == 63 && b > 1) return false;
      v |= uint64_t{b & 0x7Fu} << shift;
      if (b < 0x80) {
        *out = v;
        return true;
      }
    }
    return false;
  }
  uint64_t varint_unchecked() noexcept {  // for parcels made here
    uint8_t b = static_cast<uint8_t>(*at++);
    if (b < 0x80) return b;
    uint64_t v = b & 0x7F;
    for (int shift = 7;; shift += 7) {
      b = static_cast<uint8_t>(*at++);
      v |= uint64_t{b & 0x7Fu} << shift;
      if (b < 0x80) return v;
    }
  }
};

}  // namespace sl
