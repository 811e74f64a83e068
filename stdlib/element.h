// Numbers in memory, by struct's format letters: what array, memoryview and struct share.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/vm/vm.h"

namespace sl {

// Bytes of one element, 0 for an unknown letter. Native sizes: l and L are 8 bytes; standard ones: 4.
size_t element_size(char code, bool standard = false) noexcept;
bool element_is_integer(char code) noexcept;
bool element_is_signed(char code) noexcept;
// An element of `size` bytes at p. Integers, floats (e f d), bool (?), one byte as bytes (c).
Value element_load(Vm& vm, char code, const uint8_t* p, size_t size, bool big_endian = false);

enum class StoreResult : uint8_t { Done, Raised, NotANumber, OutOfRange };
// Converts v first, which may run script code: *out gets the bytes.
StoreResult element_store(Vm& vm, char code, Value v, uint8_t* out, size_t size, bool big_endian = false);

}  // namespace sl
