// Names of characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sl {

std::string unicode_name(uint32_t code_point);    // empty: none known
uint32_t unicode_by_name(std::string_view name);  // UINT32_MAX: none known; any case

}  // namespace sl
