// What the files of the module re share: a compiled pattern, the text it runs on, match objects.
#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string>
#include <vector>

#include "core/vm/text.h"
#include "stdlib/re_syntax.h"

namespace sl::re {

enum class Mode : uint8_t { Search, Match, Full };  // anywhere, at the start, all of the text

// One pattern. Its programs are made on first use: by mode, and apart for texts that are
// all ASCII, which need neither UTF-8 decoding nor Unicode classes.
class Regex {
 public:
  // False: PCRE2 refuses the pattern; *message tells why.
  bool open(Syntax syntax, std::string* message);
  ~Regex();
  // 1 matched, 0 not, -1 raised. `from` and `end` are byte offsets; options: PCRE2_NOTEMPTY_ATSTART or 0.
  int run(Vm& vm, const char* text, bool ascii, size_t from, size_t end, Mode mode, uint32_t options);
  const PCRE2_SIZE* spans() const { return pcre2_get_ovector_pointer(match_); }  // of the last match
  uint32_t groups() const { return groups_; }
  bool bytes() const { return bytes_; }
  const std::vector<std::pair<std::string, uint32_t>>& names() const { return names_; }
  const std::vector<uint32_t>& close_order() const { return close_order_; }  // by group number: which closing parenthesis is its

 private:
  struct Program {
    pcre2_code* code = nullptr;
    bool ready = false, jit = false;
  };
  pcre2_code* compile(bool plain, Mode mode, int* error) const;
  Program& program(bool plain, Mode mode);
  std::string patterns_[2];  // for any text, and for ASCII
  uint32_t options_[2] = {}, groups_ = 0;
  bool bytes_ = false, plain_possible_ = false;
  std::vector<std::pair<std::string, uint32_t>> names_;
  std::vector<uint32_t> close_order_;
  Program programs_[2][3];
  pcre2_match_data* match_ = nullptr;
};

// Fields of a Pattern's host object; data is the Regex.
enum PatternField { kPatternText, kPatternFlags, kPatternIndex, kTemplateText, kTemplateParts, kPatternFields };
// Of a Match: behind these two offsets in bytes per group, -1 for none.
enum MatchField { kMatchPattern, kMatchText, kMatchPos, kMatchEnd, kMatchSpans };

HostObj* pattern_object(const Value& v) noexcept;  // null unless v is a Pattern
inline Regex* regex_of(HostObj* pattern) noexcept { return static_cast<Regex*>(pattern->data); }

// A text to be matched from `first` to `last`, in bytes.
struct Subject {
  Value value;
  Str* str = nullptr;  // null for bytes
  std::string_view text;
  bool ascii = true;            // one byte per character
  bool exhausted = false;       // pos lies behind endpos
  int64_t pos = 0, endpos = 0;  // clamped, in characters
  size_t first = 0, last = 0;
  bool open(Vm& vm, const Regex* regex, const Value& v, const Value& from, const Value& to);
  bool open(Vm& vm, const Regex* regex, const Value& v) { return open(vm, regex, v, Value::integer(0), Value::integer(INT64_MAX)); }
  Value slice(Vm& vm, size_t from, size_t to) const;
  int run(Vm& vm, Regex* regex, size_t from, Mode mode, uint32_t options = 0) const { return regex->run(vm, text.data() ? text.data() : "", ascii, from, last, mode, options); }
};

Value new_match(Vm& vm, HostObj* pattern, const Subject& s);  // of the regex's last match
// The parts of a replacement template, texts and group numbers, as a List; null: raised.
List* template_parts(Vm& vm, HostObj* pattern, Value text);
// Calls visit(spans) for each match until it returns false. False: raised. spans are those of the regex:
// copy what is needed behind a call into script code.
template <class F>
bool each_match(Vm& vm, Regex* regex, const Subject& s, F visit) {
  if (s.exhausted) return true;
  size_t at = s.first;
  uint32_t options = 0;
  for (uint32_t steps = 1;; ++steps) {
    if (steps % 1024 == 0 && !(vm.poll() && vm.check_alloc(65536))) return false;
    int r = s.run(vm, regex, at, Mode::Search, options);
    if (r <= 0) return r == 0;
    const PCRE2_SIZE* spans = regex->spans();
    size_t from = spans[0], to = spans[1];
    if (!visit(spans)) return !vm.raised();
    at = std::max(from, to);
    options = from == to ? PCRE2_NOTEMPTY_ATSTART : 0;
  }
}

Value pattern_split(Vm& vm, Value* args);
Value pattern_sub(Vm& vm, Value* args);
Value pattern_subn(Vm& vm, Value* args);
Value pattern_match(Vm& vm, Value* args);
Value pattern_fullmatch(Vm& vm, Value* args);
Value pattern_search(Vm& vm, Value* args);
Value pattern_findall(Vm& vm, Value* args);
Value pattern_finditer(Vm& vm, Value* args);
Value new_pattern(Vm& vm, Regex* regex, Value text, Value flags);
Class* define_match_class();
Class* define_pattern_class();
Class* define_scanner_class();

}  // namespace sl::re
