#include "stdlib/element.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/vm/bigint.h"
#include "core/vm/number.h"
#include "core/vm/types.h"

namespace sl {
namespace {

double half_to_double(uint16_t h) {
  int exponent = h >> 10 & 31;
  double fraction = h & 1023;
  double v = exponent == 31 ? (fraction != 0 ? NAN : INFINITY) : exponent ? std::ldexp(1024 + fraction, exponent - 25) : std::ldexp(fraction, -24);
  return h & 0x8000 ? -v : v;
}

// False: too large.
bool double_to_half(double d, uint16_t* out) {
  uint16_t sign = std::signbit(d) ? 0x8000 : 0;
  d = std::fabs(d);
  if (std::isnan(d)) return *out = sign | 0x7E00, true;
  if (std::isinf(d)) return *out = sign | 0x7C00, true;
  int exponent;
  double fraction = std::frexp(d, &exponent);  // in [0.5, 1)
  if (d == 0) return *out = sign, true;
  int biased = exponent + 14;
  double scaled = biased >= 1 ? std::ldexp(fraction, 11) : std::ldexp(d, 24);
  double rounded = std::nearbyint(scaled);
  auto bits = static_cast<uint32_t>(rounded);
  if (biased >= 1) bits = static_cast<uint32_t>(biased - 1) * 1024 + bits;
  if (bits >= 0x7C00) return false;
  *out = static_cast<uint16_t>(sign | bits);
  return true;
}

template <class T>
uint64_t bits_of(T v) {
  uint64_t bits = 0;
  std::memcpy(&bits, &v, sizeof v);
  return bits;
}

void put(uint64_t bits, uint8_t* out, size_t size, bool big_endian) {
  for (size_t i = 0; i < size; ++i) out[big_endian ? size - 1 - i : i] = static_cast<uint8_t>(bits >> (8 * i));
}

}  // namespace

size_t element_size(char code, bool standard) noexcept {
  switch (code) {
    case 'b':
    case 'B':
    case 'c':
    case '?': return 1;
    case 'h':
    case 'H':
    case 'e': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L': return standard ? 4 : 8;
    case 'u': return 4;
    case 'q':
    case 'Q':
    case 'd': return 8;
    case 'n':
    case 'N':
    case 'P': return standard ? 0 : 8;
    default: return 0;
  }
}

bool element_is_integer(char code) noexcept { return code && std::strchr("bBhHiIlLqQnNP", code); }
bool element_is_signed(char code) noexcept {
  switch (code) {
    case 'b':
    case 'h':
    case 'i':
    case 'l':
    case 'q':
    case 'n': return true;
    default: return false;
  }
}

Value element_load(Vm& vm, char code, const uint8_t* p, size_t size, bool big_endian) {
  uint64_t bits = 0;
  if (!big_endian && size == 1) {
    bits = *p;
  } else if (!big_endian && size == 4) {
    uint32_t word;
    std::memcpy(&word, p, sizeof word);
    bits = word;
  } else if (!big_endian && size == 8) {
    std::memcpy(&bits, p, sizeof bits);
  } else {
    for (size_t i = 0; i < size; ++i) bits |= static_cast<uint64_t>(p[big_endian ? size - 1 - i : i]) << (8 * i);
  }
  switch (code) {
    case 'c': return Value::object(vm.new_bytes({reinterpret_cast<const char*>(p), 1}));
    case '?': return Value::boolean(bits != 0);
    case 'e': return Value::number(half_to_double(static_cast<uint16_t>(bits)));
    case 'f': return Value::number(std::bit_cast<float>(static_cast<uint32_t>(bits)));
    case 'd': return Value::number(std::bit_cast<double>(bits));
    case 'u': return bits < 0x110000 ? Value::object(vm.char_str(static_cast<uint32_t>(bits))) : vm.raise_value("character out of range");
    default: break;
  }
  if (!element_is_signed(code)) return int_from_u64(vm, bits);
  int shift = static_cast<int>(64 - 8 * size);
  return Value::integer(static_cast<int64_t>(bits << shift) >> shift);
}

StoreResult element_store(Vm& vm, char code, Value v, uint8_t* out, size_t size, bool big_endian) {
  switch (code) {
    case '?': {
      int t = vm.truthy(v);
      if (t < 0) return StoreResult::Raised;
      *out = static_cast<uint8_t>(t);
      return StoreResult::Done;
    }
    case 'c': {
      std::string_view bytes;
      if (!bytes_view(v, &bytes) || bytes.size() != 1) return StoreResult::NotANumber;
      *out = static_cast<uint8_t>(bytes[0]);
      return StoreResult::Done;
    }
    case 'u': {
      Str* s = as_str(v);
      if (!s || s->length != 1) return StoreResult::NotANumber;
      Value number = vm.call(builtin_value(builtin_slot(intern("ord"))), {Value::object(s)});
      if (number.is_unset()) return StoreResult::Raised;
      put(static_cast<uint64_t>(number.i), out, 4, false);
      return StoreResult::Done;
    }
    case 'e':
    case 'f':
    case 'd': {
      double d;
      if (!vm.to_double(v, &d)) {
        if (!vm.is_instance(vm.pending, errors().TypeError)) return StoreResult::Raised;
        vm.clear_error();
        return StoreResult::NotANumber;
      }
      if (code == 'd') {
        put(bits_of(d), out, 8, big_endian);
      } else if (code == 'f') {
        auto f = static_cast<float>(d);
        put(bits_of(f), out, 4, big_endian);
      } else {
        uint16_t h;
        if (!double_to_half(d, &h)) return StoreResult::OutOfRange;
        put(h, out, 2, big_endian);
      }
      return StoreResult::Done;
    }
    default: break;
  }
  Value u = unwrap(v);
  if (!is_integer(u)) {
    if (u.is_float() || vm.find_special(v, names().__index__).is_unset()) return StoreResult::NotANumber;
    u = vm.call_special(v, names().__index__);
    if (u.is_unset()) return StoreResult::Raised;
    u = unwrap(u);
    if (!is_integer(u)) return StoreResult::NotANumber;
  }
  uint64_t bits;
  if (is_kind(u, Kind::BigInt)) {
    auto* big = as<BigInt>(u);
    if (size != 8 || element_is_signed(code) || big->negative || big->limb_count != 1) return StoreResult::OutOfRange;
    bits = big->limbs[0];
  } else {
    int64_t i = u.i;
    if (element_is_signed(code)) {
      int shift = static_cast<int>(64 - 8 * size);
      if (static_cast<int64_t>(static_cast<uint64_t>(i) << shift) >> shift != i) return StoreResult::OutOfRange;
    } else if (i < 0 || (size < 8 && static_cast<uint64_t>(i) >> (8 * size))) {
      return StoreResult::OutOfRange;
    }
    bits = static_cast<uint64_t>(i);
  }
  put(bits, out, size, big_endian);
  return StoreResult::Done;
}

}  // namespace sl
