// Where tracebacks part the underline of an expression: ~~~^~~~ under an operator, ~~~^^^ under an index.
#pragma once

#include <cstddef>
#include <string_view>

namespace sl {

// The bytes of `segment`, the text of an expression on one line, that are its operator or its index.
// False: it is no binary operation and no subscript, or it does not parse.
bool caret_anchors(std::string_view segment, size_t* begin, size_t* end);

}  // namespace sl
