// _re: the matching engine below the module re, PCRE2 with limits on steps and memory. The script
// part translates patterns into PCRE2's syntax and makes the Pattern and Match objects.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <vector>

#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

const char kTag = 0;
constexpr uint32_t kMatchLimit = 10'000'000, kHeapLimitKib = 64 * 1024;

struct Regex {
  pcre2_code* code = nullptr;
  pcre2_match_data* match = nullptr;
  pcre2_match_context* context = nullptr;
  pcre2_jit_stack* stack = nullptr;
  bool bytes = false;
  ~Regex() {
    pcre2_match_data_free(match);
    pcre2_match_context_free(context);
    pcre2_jit_stack_free(stack);
    pcre2_code_free(code);
  }
};

const HostType kRegexType = {
    .name = "_re.Code",
    .release = [](void* data) { delete static_cast<Regex*>(data); },
    .retain = nullptr,
    .trace = nullptr,
    .shareable = false,
    .tag = &kTag,
};
Class* regex_class;

Regex* regex_of(Vm& vm, Value v) {
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == &kTag) return static_cast<Regex*>(as<HostObj>(v)->data);
  vm.raise_type("expected a compiled pattern");
  return nullptr;
}

bool text_of(Value v, std::string_view* out) {
  if (Str* s = as_str(v)) return *out = s->view(), true;
  return bytes_view(v, out);
}

Value compile(Vm& vm, Value* args) {
  std::string_view pattern;
  int64_t options;
  if (!text_of(args[0], &pattern)) return vm.raise_type("first argument must be string or compiled pattern");
  if (!vm.to_index(args[1], &options)) return Value();
  auto* regex = new Regex;
  regex->bytes = !as_str(args[0]);
  HostObj* handle = vm.new_host(regex_class, regex);
  pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
  uint32_t bits = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
  if (!regex->bytes) bits |= PCRE2_UTF | PCRE2_NO_UTF_CHECK | (options & 256 ? 0 : PCRE2_UCP);
  if (options & 2) bits |= PCRE2_CASELESS;
  if (options & 8) bits |= PCRE2_MULTILINE;
  if (options & 16) bits |= PCRE2_DOTALL;
  if (options & 64) bits |= PCRE2_EXTENDED;
  int error;
  PCRE2_SIZE where;
  regex->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), bits, &error, &where, context);
  pcre2_compile_context_free(context);
  if (!regex->code) {
    PCRE2_UCHAR message[160];
    pcre2_get_error_message(error, message, sizeof message);
    return Value::object(
        vm.new_tuple({Value::integer(error), vm.str_value(reinterpret_cast<const char*>(message)), Value::integer(static_cast<int64_t>(std::min<size_t>(where, pattern.size())))}));
  }
  pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
  regex->match = pcre2_match_data_create_from_pattern(regex->code, nullptr);
  regex->context = pcre2_match_context_create(nullptr);
  regex->stack = pcre2_jit_stack_create(32 * 1024, 4 * 1024 * 1024, nullptr);
  pcre2_jit_stack_assign(regex->context, nullptr, regex->stack);
  pcre2_set_match_limit(regex->context, kMatchLimit);
  pcre2_set_heap_limit(regex->context, kHeapLimitKib);
  uint32_t groups = 0, names = 0, entry = 0;
  PCRE2_SPTR table;
  pcre2_pattern_info(regex->code, PCRE2_INFO_CAPTURECOUNT, &groups);
  pcre2_pattern_info(regex->code, PCRE2_INFO_NAMECOUNT, &names);
  pcre2_pattern_info(regex->code, PCRE2_INFO_NAMEENTRYSIZE, &entry);
  pcre2_pattern_info(regex->code, PCRE2_INFO_NAMETABLE, &table);
  std::vector<std::pair<int, std::string_view>> found;
  for (uint32_t i = 0; i < names; ++i, table += entry) found.push_back({table[0] << 8 | table[1], reinterpret_cast<const char*>(table + 2)});
  std::sort(found.begin(), found.end());
  Dict* index = vm.new_dict();
  for (auto& [number, name] : found) dict_set_str(vm, index, vm.new_str(name), Value::integer(number));
  return Value::object(vm.new_tuple({Value::object(handle), Value::integer(groups), Value::object(index)}));
}

// A subject with offsets counted in code points (or bytes), convertible in increasing order cheaply.
class Subject {
 public:
  bool open(Vm& vm, const Regex* regex, Value v, Value start, Value stop) {
    str_ = as_str(v);
    if (!text_of(v, &text_)) {
      vm.raise_type("expected string or bytes-like object, got '" + type_name_of(vm, v) + "'");
      return false;
    }
    if (regex->bytes == (str_ != nullptr)) {
      vm.raise_type(regex->bytes ? "cannot use a bytes pattern on a string-like object" : "cannot use a string pattern on a bytes-like object");
      return false;
    }
    plain_ = !str_ || str_->ascii();
    int64_t length = str_ ? str_->length : static_cast<int64_t>(text_.size());
    int64_t from, to;
    if (!vm.to_index(start, &from) || !vm.to_index(stop, &to)) return false;
    to = std::clamp<int64_t>(to, 0, length);
    from = std::clamp<int64_t>(from, 0, length);
    empty_range_ = from > to;
    first_ = to_byte(from);
    last_ = to_byte(to);
    value_ = v;
    return true;
  }
  size_t first() const { return first_; }
  bool impossible() const { return empty_range_; }
  const char* data() const { return text_.data() ? text_.data() : ""; }
  size_t size() const { return last_; }
  int64_t point(size_t byte) {
    if (plain_) return static_cast<int64_t>(byte);
    if (byte < byte_) byte_ = point_ = 0;
    for (; byte_ < byte; ++byte_) point_ += (static_cast<uint8_t>(text_[byte_]) & 0xC0) != 0x80;
    return static_cast<int64_t>(point_);
  }
  Value slice(Vm& vm, size_t from, size_t to) const {
    std::string_view part(data() + from, to - from);
    if (!str_) return Value::object(vm.new_bytes(part));
    return plain_ ? Value::object(vm.new_str(part, static_cast<uint32_t>(part.size()))) : vm.str_value(part);
  }

 private:
  size_t to_byte(int64_t point) const {
    if (plain_) return static_cast<size_t>(point);
    size_t i = 0;
    for (; point > 0 && i < text_.size(); --point)
      for (++i; i < text_.size() && (static_cast<uint8_t>(text_[i]) & 0xC0) == 0x80; ++i) {
      }
    return i;
  }
  Str* str_ = nullptr;
  std::string_view text_;
  Value value_;
  bool plain_ = true, empty_range_ = false;
  size_t first_ = 0, last_ = 0, byte_ = 0, point_ = 0;
};

// 1 matched, 0 not, -1 raised.
int run(Vm& vm, Regex* regex, const Subject& s, size_t start, uint32_t options) {
  int r = pcre2_match(regex->code, reinterpret_cast<PCRE2_SPTR>(s.data()), s.size(), start, options | PCRE2_NO_UTF_CHECK, regex->match, regex->context);
  if (r > 0) return 1;
  if (r == PCRE2_ERROR_NOMATCH) return 0;
  vm.raise(errors().RuntimeError, r == PCRE2_ERROR_MATCHLIMIT ? "the pattern takes too many steps on this text" : "the pattern needs too much memory on this text");
  return -1;
}

Value spans_of(Vm& vm, Regex* regex, Subject& s) {
  PCRE2_SIZE* at = pcre2_get_ovector_pointer(regex->match);
  uint32_t n = pcre2_get_ovector_count(regex->match);
  Tuple* spans = vm.new_tuple(n * 2);
  for (uint32_t i = 0; i < n * 2; ++i) spans->items[i] = Value::integer(at[i] == PCRE2_UNSET ? -1 : s.point(at[i]));
  return Value::object(spans);
}

// exec(code, text, pos, endpos, mode): mode 0 searches, 1 matches at pos, 2 matches all.
Value exec(Vm& vm, Value* args) {
  Regex* regex = regex_of(vm, args[0]);
  Subject s;
  if (!regex || !s.open(vm, regex, args[1], args[2], args[3])) return Value();
  if (s.impossible()) return Value::none();
  uint32_t options = args[4].i == 0 ? 0 : args[4].i == 1 ? PCRE2_ANCHORED : PCRE2_ANCHORED | PCRE2_ENDANCHORED;
  int r = run(vm, regex, s, s.first(), options);
  return r < 0 ? Value() : r ? spans_of(vm, regex, s) : Value::none();
}

// Calls visit() for each match until it returns false. False: raised.
template <class F>
bool each_match(Vm& vm, Regex* regex, Subject& s, F visit) {
  if (s.impossible()) return true;
  size_t at = s.first();
  uint32_t options = 0;
  for (uint32_t steps = 0;; ++steps) {
    if (steps % 1024 == 1023 && !vm.poll()) return false;
    int r = run(vm, regex, s, at, options);
    if (r <= 0) return r == 0;
    PCRE2_SIZE* span = pcre2_get_ovector_pointer(regex->match);
    size_t from = span[0], to = span[1];
    if (!visit()) return !vm.raised();
    at = std::max(from, to);
    options = from == to ? PCRE2_NOTEMPTY_ATSTART : 0;
  }
}

// spans(code, text, pos, endpos, limit): the spans of up to `limit` matches; 0: all.
Value spans(Vm& vm, Value* args) {
  Regex* regex = regex_of(vm, args[0]);
  Subject s;
  if (!regex || !s.open(vm, regex, args[1], args[2], args[3])) return Value();
  List* found = vm.new_list();
  int64_t limit = args[4].i;
  bool ok = each_match(vm, regex, s, [&] {
    list_append(vm, found, spans_of(vm, regex, s));
    return --limit != 0 && vm.check_alloc(64);
  });
  return ok ? Value::object(found) : Value();
}

Value findall(Vm& vm, Value* args) {
  Regex* regex = regex_of(vm, args[0]);
  Subject s;
  if (!regex || !s.open(vm, regex, args[1], args[2], args[3])) return Value();
  List* found = vm.new_list();
  uint32_t n = pcre2_get_ovector_count(regex->match);
  bool ok = each_match(vm, regex, s, [&] {
    PCRE2_SIZE* at = pcre2_get_ovector_pointer(regex->match);
    auto group = [&](uint32_t i) { return at[2 * i] == PCRE2_UNSET ? s.slice(vm, 0, 0) : s.slice(vm, at[2 * i], at[2 * i + 1]); };
    if (n <= 2) {
      list_append(vm, found, group(n - 1));
    } else {
      Tuple* t = vm.new_tuple(n - 1);
      for (uint32_t i = 1; i < n; ++i) t->items[i - 1] = group(i);
      list_append(vm, found, Value::object(t));
    }
    return vm.check_alloc(64);
  });
  return ok ? Value::object(found) : Value();
}

// replace(code, text, limit, replacement) for a replacement without references: (new text, count).
Value replace(Vm& vm, Value* args) {
  Regex* regex = regex_of(vm, args[0]);
  Subject s;
  if (!regex || !s.open(vm, regex, args[1], Value::integer(0), Value::integer(INT64_MAX))) return Value();
  std::string_view with;
  if (!text_of(args[3], &with)) return vm.raise_type("expected str instance");
  std::string out;
  size_t copied = 0;
  int64_t count = 0, limit = args[2].i;
  bool ok = each_match(vm, regex, s, [&] {
    PCRE2_SIZE* at = pcre2_get_ovector_pointer(regex->match);
    out.append(s.data() + copied, at[0] - copied).append(with);
    copied = at[1];
    return ++count != limit && vm.check_alloc(out.size() + 64);
  });
  if (!ok) return Value();
  out.append(s.data() + copied, s.size() - copied);
  Value text = !count && !as_bytes(args[1]) && is_str(args[1]) ? args[1] : regex->bytes ? Value::object(vm.new_bytes(out)) : vm.str_value(out);
  return Value::object(vm.new_tuple({text, Value::integer(count)}));
}

const MethodDef kFunctions[] = {
    {"compile(pattern, options, /)", compile},        {"exec(code, text, pos, endpos, mode: int, /)", exec},        {"spans(code, text, pos, endpos, limit: int, /)", spans},
    {"findall(code, text, pos, endpos, /)", findall}, {"replace(code, text, limit: int, replacement, /)", replace},
};

}  // namespace

void register_re_module() {
  TypeDef def{.name = "Code", .module = "_re"};
  def.subclassable = false;
  def.host_type = &kRegexType;
  regex_class = define_type(def);
  ModuleDef module{.name = "_re", .doc = "Compiled patterns.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
