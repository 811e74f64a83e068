#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sl {

std::array<uint8_t, 64> sha512(std::string_view data);

}  // namespace sl
