// Key patterns: * any run except '/', ? one character except '/', [abc] [a-z] [^a] classes, \ escapes.
// The whole key must match; the single pattern "*" matches every key, '/' included.
#pragma once

#include <string_view>

namespace kv {

bool glob_valid(std::string_view pattern);
// False for an invalid pattern. Linear in memory, at worst pattern * key in time.
bool glob_match(std::string_view pattern, std::string_view key);
// The text every match must begin with: limits a scan of an ordered store.
std::string_view glob_prefix(std::string_view pattern);

}  // namespace kv
