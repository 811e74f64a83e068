// The methods bytes and bytearray share, grouped by topic. Each returns the type it was called on.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/vm/native.h"
#include "core/vm/value.h"

namespace sl {

class Vm;

std::span<const MethodDef> bytes_search_methods();    // find, count, replace, startswith, ...
std::span<const MethodDef> bytes_split_methods();     // split, join, partition, splitlines
std::span<const MethodDef> bytes_edit_methods();      // strip, center, upper, translate, isalpha, ...
std::span<const MethodDef> bytes_convert_methods();   // decode, hex, fromhex, base64, ...
std::span<const MethodDef> bytes_operator_methods();  // __add__, __mul__, __mod__
std::vector<MethodDef> bytes_methods();               // all of them

void register_bytearray_type();

// The bytes a method was called on. Views of a bytearray go stale when script code runs.
bool self_bytes(Vm& vm, Value self, std::string_view* out);

}  // namespace sl
