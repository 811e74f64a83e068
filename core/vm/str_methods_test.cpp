// Character class tests: isalpha and its siblings.
#include "core/vm/bulk.h"
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

// Whether test(code point) holds for all the text; unset: interrupted.
template <class Test>
Value all_characters(Vm& vm, std::string_view text, Test test) {
  for (const char *p = text.data(), *end = p + text.size(); p < end;) {
    const char* stop = p + std::min<size_t>(kBulkStep, static_cast<size_t>(end - p));
    while (p < stop)
      if (!test(next_code_point(p))) return Value::boolean(false);
    if (p < end && !vm.poll()) return {};
  }
  return Value::boolean(true);
}

// True when the text is not empty and every code point satisfies Test.
template <bool (*Test)(uint32_t) noexcept>
Value every(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  return s->size ? all_characters(vm, s->view(), Test) : Value::boolean(false);
}

// At least one cased character, all of them of the wanted case.
template <bool (*Wanted)(uint32_t) noexcept, bool (*Other)(uint32_t) noexcept>
Value all_cased(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  bool cased = false;
  Value all = all_characters(vm, s->view(), [&cased](uint32_t c) {
    if (Other(c) || is_title(c)) return false;
    cased = cased || Wanted(c);
    return true;
  });
  return all.is_true() && !cased ? Value::boolean(false) : all;
}

Value istitle(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  bool cased = false, previous_cased = false;
  Value all = all_characters(vm, s->view(), [&](uint32_t c) {
    bool starts = is_upper(c) || is_title(c), continues = !starts && is_lower(c);
    if ((starts && previous_cased) || (continues && !previous_cased)) return false;
    previous_cased = starts || continues;
    cased = cased || previous_cased;
    return true;
  });
  return all.is_true() && !cased ? Value::boolean(false) : all;
}

Value isprintable(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  return all_characters(vm, s->view(), is_printable);
}

Value isidentifier(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  const char *p = s->data, *end = p + s->size;
  if (p == end || !is_identifier_start(next_code_point(p))) return Value::boolean(false);
  return all_characters(vm, {p, static_cast<size_t>(end - p)}, is_identifier_part);
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
