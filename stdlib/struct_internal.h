// What the parts of the module struct share: formats, and values to and from the bytes they describe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/vm.h"

namespace sl::structs {

// How a plain value of an item is stored; Other: element_store() and element_load() know.
enum class Store : uint8_t { Signed, Unsigned, Double, Float, Other };

struct Item {
  char code;
  Store store;
  uint64_t count;  // of s and p: bytes; of x: padding
  size_t size;
  uint64_t offset;
};

struct Format {
  bool big_endian = false, standard = false;
  std::vector<Item> items;
  uint64_t size = 0, values = 0;
};

bool fail(Vm& vm, const std::string& message);       // struct.error; false
bool parse(Vm& vm, Value text, Format* out);         // false: raised
const Format* find_format(Vm& vm, Value text);       // of a cache: valid until the next call; null: raised
Value pack(Vm& vm, const Format& f, Tuple* values);  // bytes
bool pack_into(Vm& vm, const Format& f, Value buffer, Value offset, Tuple* values);
Value unpack(Vm& vm, const Format& f, Value buffer);
Value unpack_from(Vm& vm, const Format& f, Value buffer, Value offset);
Value iter_unpack(Vm& vm, const Format& f, Value buffer);

Class* define_error();
Class* define_struct();

}  // namespace sl::structs
