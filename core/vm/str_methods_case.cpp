// Case conversions. ASCII text is mapped byte by byte, other text through the Unicode tables.
#include <algorithm>

#include "core/vm/bulk.h"
#include "core/vm/dialect.h"
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

bool lower_letter(char c) noexcept { return static_cast<unsigned char>(c - 'a') < 26; }
bool upper_letter(char c) noexcept { return static_cast<unsigned char>(c - 'A') < 26; }
inline char to_lower(char c) noexcept { return static_cast<char>(c | (upper_letter(c) ? 32 : 0)); }
inline char to_upper(char c) noexcept { return static_cast<char>(c & ~(lower_letter(c) ? 32 : 0)); }

// Text of the same length, each byte given by map(index, byte).
template <class Map>
Value map_ascii(Vm& vm, Str* s, Map map) {
  if (!check_text_size(vm, s->size)) return {};
  if (s->size <= 1) {
    if (!s->size) return Value::object(s);
    return Value::object(g_ascii_chars[static_cast<uint8_t>(map(0, s->data[0]))]);
  }
  Str* r = make_str(vm, s->size, s->size);
  char* out = r->inline_data();
  const char* in = s->data;
  bool whole = in_steps(vm, s->size, [&](size_t from, size_t to) {
    for (size_t i = from; i < to; ++i) out[i] = map(i, in[i]);
  });
  return whole ? Value::object(r) : Value();
}

[[gnu::optimize("O3")]] void upper_ascii(char* out, const char* in, size_t n) noexcept {
  for (size_t i = 0; i < n; ++i) out[i] = to_upper(in[i]);
}
[[gnu::optimize("O3")]] void lower_ascii(char* out, const char* in, size_t n) noexcept {
  for (size_t i = 0; i < n; ++i) out[i] = to_lower(in[i]);
}

Value convert_wide(Vm& vm, std::string_view text, CaseConversion full) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (size_t at = 0; at < text.size();) {
    size_t to = std::min(text.size(), at + kSlowStep);
    if (to < text.size() && is_continuation(text[to])) to = static_cast<size_t>(previous_boundary(text.data() + to) - text.data());
    full(out, text, at, to);
    at = to;
    if (at < text.size() && (!vm.poll() || !check_text_size(vm, out.size()))) return {};
  }
  return new_text(vm, out);
}

// As convert() for conversions that do not look at the position.
Value convert_all(Vm& vm, Value* args, void (*map)(char*, const char*, size_t) noexcept, CaseConversion full, CaseConversion in_dialect) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  if (!s->ascii()) return convert_wide(vm, s->view(), runs_scriptling(vm) ? in_dialect : full);
  if (!check_text_size(vm, s->size)) return {};
  Str* r = make_str(vm, s->size, s->size);
  if (!in_steps(vm, s->size, [&](size_t from, size_t to) { map(r->inline_data() + from, s->data + from, to - from); })) return {};
  return Value::object(s->size <= 1 ? vm.finish_str(r) : r);
}

template <class Map>
Value convert(Vm& vm, Value* args, Map map, CaseConversion full) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  if (s->ascii()) return map_ascii(vm, s, map);
  return convert_wide(vm, s->view(), full);
}

Value upper(Vm& vm, Value* args) { return convert_all(vm, args, upper_ascii, upper_text, simple_upper_text); }
Value lower(Vm& vm, Value* args) { return convert_all(vm, args, lower_ascii, lower_text, simple_lower_text); }
Value casefold(Vm& vm, Value* args) { return convert_all(vm, args, lower_ascii, fold_text, fold_text); }
Value capitalize(Vm& vm, Value* args) {
  return convert(
      vm, args, [](size_t i, char c) { return i ? to_lower(c) : to_upper(c); }, capitalize_text);
}
Value swapcase(Vm& vm, Value* args) {
  return convert(
      vm, args, [](size_t, char c) { return lower_letter(c) ? to_upper(c) : to_lower(c); }, swapcase_text);
}
Value title(Vm& vm, Value* args) {
  bool in_word = false;
  auto map = [&in_word](size_t, char c) {
    char r = in_word ? to_lower(c) : to_upper(c);
    in_word = lower_letter(c) || upper_letter(c);
    return r;
  };
  return convert(vm, args, map, title_text);
}

const MethodDef kMethods[] = {
    {"upper(self, /)", upper, 0, "Return a copy of the string converted to uppercase."},
    {"lower(self, /)", lower, 0, "Return a copy of the string converted to lowercase."},
    {"casefold(self, /)", casefold, 0, "Return a version of the string suitable for caseless comparisons."},
    {"capitalize(self, /)", capitalize, 0, "Return a capitalized version of the string."},
    {"swapcase(self, /)", swapcase, 0, "Convert uppercase characters to lowercase and lowercase characters to uppercase."},
    {"title(self, /)", title, 0, "Return a version of the string where each word is titlecased."},
};

}  // namespace

std::span<const MethodDef> str_case_methods() { return kMethods; }

}  // namespace sl
