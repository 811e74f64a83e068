// What the parts of the json module share.
#pragma once

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/vm.h"

namespace sl {

// Growing text whose first bytes live on the native stack.
class JsonText {
 public:
  JsonText() = default;
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  // Room for n more bytes; the caller moves `at` itself.
  char* room(size_t n) {
    if (static_cast<size_t>(end_ - at) < n) [[unlikely]]
      grow(n);
    return at;
  }
  void put(char c) {
    room(1);
    *at++ = c;
  }
  void put(std::string_view s) {
    std::memcpy(room(s.size()), s.data(), s.size());
    at += s.size();
  }
  std::string_view view() const noexcept { return {begin_, static_cast<size_t>(at - begin_)}; }
  size_t size() const noexcept { return static_cast<size_t>(at - begin_); }
  char* at = inline_;

 private:
  void grow(size_t n);
  char inline_[1024];
  char* begin_ = inline_;
  char* end_ = inline_ + sizeof inline_;
  std::unique_ptr<char[]> heap_;
};

struct JsonStyle {
  bool ensure_ascii = true, allow_nan = true, sort_keys = false, skip_keys = false, check_circular = true;
  bool indented = false;
  std::string_view indent;  // of one level
  std::string_view item_separator = ", ", key_separator = ": ";
  Value fallback;                       // default=, or unset
  std::vector<size_t>* cuts = nullptr;  // where the pieces of iterencode() end, when asked for
};
bool json_write_styled(Vm& vm, Value v, const JsonStyle& style, JsonText& out);

struct JsonHooks {
  Value object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;  // unset: none
  bool strict = true;
  bool any() const noexcept { return !object_hook.is_unset() || !object_pairs_hook.is_unset() || !parse_float.is_unset() || !parse_int.is_unset() || !parse_constant.is_unset(); }
};
// Parses the value at byte `*offset`, leaving `*offset` behind it. `doc`: the str for error objects.
Value json_parse_value(Vm& vm, std::string_view text, const JsonHooks& hooks, Value doc, size_t* offset);
// The whole text is one value.
Value json_parse_document(Vm& vm, std::string_view text, const JsonHooks& hooks, Value doc);
Value raise_json_error(Vm& vm, std::string_view message, std::string_view text, Value doc, size_t offset);
Class* json_decode_error();
void register_json_parts(Class* decode_error, Class* decoder, Class* encoder);

}  // namespace sl
