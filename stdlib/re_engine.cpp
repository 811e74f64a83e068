// Patterns compiled and run by PCRE2, with limits on steps and memory.
#include <algorithm>
#include <cstring>

#include "stdlib/re_internal.h"

namespace sl::re {

namespace {

constexpr uint32_t kMatchLimit = 10'000'000, kHeapLimitKib = 64 * 1024;
constexpr uint32_t kMaxNesting = 1000;

// Limits and the stack of compiled programs, one set per OS thread.
struct Scratch {
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(32 * 1024, 4 * 1024 * 1024, nullptr);
  Scratch() {
    pcre2_jit_stack_assign(context, nullptr, stack);
    pcre2_set_match_limit(context, kMatchLimit);
    pcre2_set_heap_limit(context, kHeapLimitKib);
  }
  ~Scratch() {
    pcre2_jit_stack_free(stack);
    pcre2_match_context_free(context);
  }
  Scratch(const Scratch&) = delete;
};

pcre2_match_context* scratch_context() {
  thread_local Scratch scratch;
  return scratch.context;
}

}  // namespace

Regex::~Regex() {
  for (auto& by_mode : programs_)
    for (Program& p : by_mode) pcre2_code_free(p.code);
  pcre2_match_data_free(match_);
}

pcre2_code* Regex::compile(bool plain, Mode mode, int* error) const {
  pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_parens_nest_limit(context, 4 * kMaxNesting);
  pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
  uint32_t bits = options_[plain];
  if (mode != Mode::Search) bits |= PCRE2_ANCHORED;
  if (mode == Mode::Full) bits |= PCRE2_ENDANCHORED;
  const std::string& pattern = patterns_[plain];
  size_t where;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), bits, error, &where, context);
  pcre2_compile_context_free(context);
  return code;
}

bool Regex::open(Syntax syntax, std::string* message) {
  bytes_ = syntax.bytes;
  plain_possible_ = !bytes_;
  patterns_[0] = emit(syntax, false);
  if (plain_possible_) patterns_[1] = emit(syntax, true);
  uint32_t flags = syntax.flags;
  uint32_t common = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
  if (flags & kMultiLine) common |= PCRE2_MULTILINE;
  if (flags & kDotAll) common |= PCRE2_DOTALL;
  options_[0] = options_[1] = common | (flags & kIgnoreCase ? PCRE2_CASELESS : 0);
  if (!bytes_) {
    options_[0] |= PCRE2_UTF | PCRE2_NO_UTF_CHECK;
    if (syntax.any_unicode) options_[0] |= PCRE2_UCP;
    if (!(flags & kUnicode)) options_[0] &= ~PCRE2_CASELESS;
  }
  groups_ = syntax.groups;
  names_ = std::move(syntax.names);
  close_order_ = std::move(syntax.close_order);
  int error;
  Program& first = programs_[0][0];
  first.code = compile(false, Mode::Search, &error);
  if (!first.code) {
    PCRE2_UCHAR text[160];
    pcre2_get_error_message(error, text, sizeof text);
    *message = reinterpret_cast<const char*>(text);
    return false;
  }
  match_ = pcre2_match_data_create_from_pattern(first.code, nullptr);
  return true;
}

Regex::Program& Regex::program(bool plain, Mode mode) {
  Program& p = programs_[plain][static_cast<int>(mode)];
  if (p.ready) return p;
  int error;
  p.ready = true;
  if (!p.code) p.code = compile(plain, mode, &error);
  if (p.code) p.jit = pcre2_jit_compile(p.code, PCRE2_JIT_COMPLETE) == 0;
  return p;
}

int Regex::run(Vm& vm, const char* text, bool ascii, size_t from, size_t end, Mode mode, uint32_t options) {
  Program* p = &program(ascii && plain_possible_, mode);
  if (!p->code) [[unlikely]] {
    plain_possible_ = false;
    p = &program(false, mode);
  }
  auto* subject = reinterpret_cast<PCRE2_SPTR>(text);
  int r = PCRE2_ERROR_JIT_STACKLIMIT;
  if (p->jit) r = pcre2_jit_match(p->code, subject, end, from, options, match_, scratch_context());
  if (r == PCRE2_ERROR_JIT_STACKLIMIT) r = pcre2_match(p->code, subject, end, from, options | PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, match_, scratch_context());
  if (r > 0) return 1;
  if (r == PCRE2_ERROR_NOMATCH) return 0;
  vm.raise(errors().RuntimeError, r == PCRE2_ERROR_MATCHLIMIT ? "the pattern takes too many steps on this text" : "the pattern needs too much memory on this text");
  return -1;
}

bool Subject::open(Vm& vm, const Regex* regex, const Value& v, const Value& from, const Value& to) {
  value = v;
  str = as_str(v);
  if (str) {
    text = str->view();
  } else if (!bytes_view(v, &text)) {
    vm.raise_type("expected string or bytes-like object, got '" + std::string(type_name(vm, v)) + "'");
    return false;
  }
  if (regex->bytes() == (str != nullptr)) {
    vm.raise_type(regex->bytes() ? "cannot use a bytes pattern on a string-like object" : "cannot use a string pattern on a bytes-like object");
    return false;
  }
  ascii = !str || str->ascii();
  int64_t length = str ? str->length : static_cast<int64_t>(text.size());
  if (from.is_int() && to.is_int()) [[likely]] {
    pos = from.i;
    endpos = to.i;
  } else if (!size_arg(vm, from, &pos) || !size_arg(vm, to, &endpos)) {
    return false;
  }
  endpos = std::clamp<int64_t>(endpos, 0, length);
  exhausted = pos > endpos;
  pos = std::clamp<int64_t>(pos, 0, length);
  if (ascii) {
    first = static_cast<size_t>(pos);
    last = static_cast<size_t>(endpos);
  } else {
    first = byte_offset(vm, str, static_cast<uint32_t>(pos));
    last = byte_offset(vm, str, static_cast<uint32_t>(endpos));
  }
  return true;
}

Value Subject::slice(Vm& vm, size_t from, size_t to) const {
  if (str) return substring_value(vm, str, from, to - from);
  return Value::object(vm.new_bytes({text.data() + from, to - from}));
}

}  // namespace sl::re
