// Character class tests: isalpha and its siblings.
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

// True when the text is not empty and every code point satisfies Test.
template <bool (*Test)(uint32_t) noexcept>
Value every(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  for (const char *p = s->data, *end = p + s->size; p < end;)
    if (!Test(next_code_point(p))) return Value::boolean(false);
  return Value::boolean(s->size != 0);
}

// At least one cased character, all of them of the wanted case.
template <bool (*Wanted)(uint32_t) noexcept, bool (*Other)(uint32_t) noexcept>
Value all_cased(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  bool cased = false;
  for (const char *p = s->data, *end = p + s->size; p < end;) {
    uint32_t c = next_code_point(p);
    if (Other(c) || is_title(c)) return Value::boolean(false);
    cased = cased || Wanted(c);
  }
  return Value::boolean(cased);
}

Value istitle(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  bool cased = false, previous_cased = false;
  for (const char *p = s->data, *end = p + s->size; p < end;) {
    uint32_t c = next_code_point(p);
    if (is_upper(c) || is_title(c)) {
      if (previous_cased) return Value::boolean(false);
      previous_cased = cased = true;
    } else if (is_lower(c)) {
      if (!previous_cased) return Value::boolean(false);
      previous_cased = cased = true;
    } else {
      previous_cased = false;
    }
  }
  return Value::boolean(cased);
}

Value isprintable(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  for (const char *p = s->data, *end = p + s->size; p < end;)
    if (!is_printable(next_code_point(p))) return Value::boolean(false);
  return Value::boolean(true);
}

Value isidentifier(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  const char *p = s->data, *end = p + s->size;
  if (p == end || !is_identifier_start(next_code_point(p))) return Value::boolean(false);
  while (p < end)
    if (!is_identifier_part(next_code_point(p))) return Value::boolean(false);
  return Value::boolean(true);
}

Value isascii(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  return s ? Value::boolean(s->ascii() || s->size == 0) : Value();
}

const MethodDef kMethods[] = {
    {"isalpha(self, /)", every<is_alpha>, 0, "Return True if the string is an alphabetic string, False otherwise."},
    {"isalnum(self, /)", every<is_alnum>, 0, "Return True if the string is an alpha-numeric string, False otherwise."},
    {"isdecimal(self, /)", every<is_decimal>, 0, "Return True if the string is a decimal string, False otherwise."},
    {"isdigit(self, /)", every<is_digit>, 0, "Return True if the string is a digit string, False otherwise."},
    {"isnumeric(self, /)", every<is_numeric>, 0, "Return True if the string is a numeric string, False otherwise."},
    {"isspace(self, /)", every<is_space>, 0, "Return True if the string is a whitespace string, False otherwise."},
    {"islower(self, /)", all_cased<is_lower, is_upper>, 0, "Return True if the string is a lowercase string, False otherwise."},
    {"isupper(self, /)", all_cased<is_upper, is_lower>, 0, "Return True if the string is an uppercase string, False otherwise."},
    {"istitle(self, /)", istitle, 0, "Return True if the string is a title-cased string, False otherwise."},
    {"isprintable(self, /)", isprintable, 0, "Return True if the string is printable, False otherwise."},
    {"isidentifier(self, /)", isidentifier, 0, "Return True if the string is a valid Python identifier, False otherwise."},
    {"isascii(self, /)", isascii, 0, "Return True if all characters in the string are ASCII, False otherwise."},
};

}  // namespace

std::span<const MethodDef> str_test_methods() { return kMethods; }

}  // namespace sl
