// The classes behind hashlib's constructors.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/types.h"
#include "stdlib/args.h"

namespace sl {

// The bytes to hash, none for an argument left out; false with hashlib's TypeError pending.
inline bool hashed_bytes(Vm& vm, Value v, std::string_view* out) {
  if (v.is_unset() || bytes_view(v, out)) return true;
  vm.raise_type(as_str(v) ? "Strings must be encoded before hashing" : "object supporting the buffer API required");
  return false;
}
inline Value hex_value(Vm& vm, const unsigned char* data, size_t n) {
  std::string text(n * 2, '\0');
  for (size_t i = 0; i < n; ++i) {
    text[2 * i] = "0123456789abcdef"[data[i] >> 4];
    text[2 * i + 1] = "0123456789abcdef"[data[i] & 15];
  }
  return vm.str_value(text);
}

std::span<const MethodDef> digest_functions();  // new, md5, sha1 ...
Class* define_digest(bool extendable);          // HASH, HASHXOF
Class* define_blake2(bool big);                 // blake2b, blake2s

}  // namespace sl
