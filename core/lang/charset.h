// Names of encodings, and the encoding a source file declares.
#pragma once

#include <string>
#include <string_view>

namespace sl {

std::string normal_encoding_name(std::string_view name);  // lower case, runs of other characters as one '_'; empty: no name
std::string charset_named(const std::string& name);       // the system's name for a normal name; empty: unknown

// The encoding named in a comment of the first two lines; empty: none.
std::string source_encoding(std::string_view bytes);
// Source as UTF-8, by the encoding it declares. False: `problem` is a SyntaxError's message.
bool decode_source(std::string_view bytes, std::string* text, std::string* problem);

}  // namespace sl
