// Substring search over bytes, linear in the worst case in both directions.
#pragma once

#include <cstddef>
#include <string_view>

namespace sl {

constexpr size_t kNotFound = static_cast<size_t>(-1);

size_t find_text(std::string_view hay, std::string_view needle, size_t from = 0) noexcept;
size_t find_text_backwards(std::string_view hay, std::string_view needle) noexcept;                   // the last occurrence
size_t count_text(std::string_view hay, std::string_view needle, size_t limit = kNotFound) noexcept;  // not overlapping; needle not empty

}  // namespace sl
