// Script values to blobs and back. What can be stored: None, bool, int, float, str, bytes, and lists and
// dicts of these; dict keys become their text.
#pragma once

#include <scriptling/plugin.hpp>

#include <string>
#include <string_view>

namespace kv {

// TypeError "kv.<method>: unsupported value type TUPLE" for anything else.
std::string to_blob(const scriptling::Env& env, const scriptling::Value& v, const char* method);
// RuntimeError when the blob is damaged.
scriptling::Value from_blob(const scriptling::Env& env, std::string_view blob);

}  // namespace kv
