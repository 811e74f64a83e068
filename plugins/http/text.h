// Small text rules of HTTP and URLs. All pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

bool is_token(std::string_view s);        // RFC 9110 token, not empty
bool is_field_value(std::string_view s);  // no CR, LF, NUL
bool equals_ignore_case(std::string_view a, std::string_view b);
std::string to_lower(std::string_view s);
std::string to_upper(std::string_view s);
std::string_view trim(std::string_view s);                          // spaces and tabs
bool list_contains(std::string_view list, std::string_view token);  // "keep-alive, Upgrade", any case

// Nothing when a % is not followed by two hex digits, or the result holds a NUL.
std::optional<std::string> percent_decode(std::string_view s, bool plus_is_space = false);
std::string percent_encode_path(std::string_view path);  // of a decoded path, for a Location header
// "a=1&b=2" in order. Malformed escapes and ';' in a pair: dropped, or reported through `bad` (the
// first such pair's text) when it is given.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query, std::string* bad = nullptr);
// Does an encoded path hold no empty, "." or ".." segment, however written?
bool is_clean_path(std::string_view path);
// The same path without them, encoded; keeps a trailing slash. "/" when nothing is left.
std::string clean_path(std::string_view path);

const char* reason_phrase(int status);
std::string http_date(int64_t seconds);  // "Sun, 06 Nov 1994 08:49:37 GMT"
std::optional<int64_t> parse_http_date(std::string_view text);
std::string_view current_date();                          // of this second, cached per thread
std::string_view media_type(std::string_view file_name);  // by extension; application/octet-stream

}  // namespace http
