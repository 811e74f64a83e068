// Characters of source text: UTF-8, identifiers, names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sl::syntax {

// Decodes the character at `pos` of valid UTF-8 and moves behind it.
uint32_t next_character(std::string_view text, size_t& pos) noexcept;
size_t count_characters(std::string_view text) noexcept;
// Surrogates give their 3-byte form.
void append_utf8(std::string& out, uint32_t code_point);
// Offset of the first byte that is not part of a character (surrogates are not), or npos.
size_t find_invalid_utf8(std::string_view text) noexcept;

bool is_identifier_start(uint32_t code_point) noexcept;
bool is_identifier_part(uint32_t code_point) noexcept;
bool is_printable(uint32_t code_point) noexcept;
std::string normalize_identifier(std::string_view name);  // NFKC

int32_t character_by_name(std::string_view name);  // any case, aliases included; -1: no such character
std::string character_name(uint32_t code_point);    // empty: it has none

}  // namespace sl::syntax
