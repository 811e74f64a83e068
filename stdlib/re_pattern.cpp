// re.Pattern: matching, searching and iterating; re_edit.cpp has split and sub.
#include "core/vm/mapping_proxy.h"
#include "stdlib/args.h"
#include "stdlib/re_internal.h"

namespace sl::re {

namespace {

Class* pattern_class;
Class* scanner_class;
const char kTag = 0;
const HostType kPatternType = {
    .name = "re.Pattern",
    .release = [](void* data) { delete static_cast<Regex*>(data); },
    .tag = &kTag,
};
const HostType kScannerType = {.name = "_sre.SRE_Scanner", .tag = &kTag};

HostObj* self_pattern(Vm& vm, const Value& v) {
  if (HostObj* p = pattern_object(v)) return p;
  vm.raise_type("descriptor requires a 're.Pattern' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}

Value match_with(Vm& vm, Value* args, Mode mode) {
  HostObj* p = self_pattern(vm, args[0]);
  Subject s;
  if (!p || !s.open(vm, regex_of(p), args[1], args[2], args[3])) return Value();
  if (s.exhausted) return Value::none();
  int r = s.run(vm, regex_of(p), s.first, mode);
  return r < 0 ? Value() : r ? new_match(vm, p, s) : Value::none();
}

// a the pattern, b the text, c endpos; i the next offset or -1 at the end, j whether an empty match there was seen.
Value next_match(Vm& vm, IterObj* it) {
  if (it->i < 0) return Value();
  HostObj* p = as<HostObj>(it->a);
  Subject s;
  if (!s.open(vm, regex_of(p), it->b, Value::integer(it->k), it->c)) return Value();
  int r = static_cast<size_t>(it->i) > s.last ? 0 : s.run(vm, regex_of(p), static_cast<size_t>(it->i), Mode::Search, it->j ? PCRE2_NOTEMPTY_ATSTART : 0);
  if (r <= 0) {
    it->i = -1;
    return Value();
  }
  const PCRE2_SIZE* at = regex_of(p)->spans();
  it->i = static_cast<int64_t>(std::max(at[0], at[1]));
  it->j = at[0] == at[1];
  return new_match(vm, p, s);
}
const IterType kMatchIter = {.name = "callable_iterator", .next = next_match, .cls = nullptr, .length_hint = nullptr};

enum ScannerField { kScannerPattern, kScannerText, kScannerNext, kScannerEnd, kScannerEmpty, kScannerFields };

Value scanner(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  Subject s;
  if (!p || !s.open(vm, regex_of(p), args[1], args[2], args[3])) return Value();
  HostObj* o = vm.new_host(scanner_class, nullptr, kScannerFields);
  o->fields[kScannerPattern] = args[0];
  o->fields[kScannerText] = args[1];
  o->fields[kScannerNext] = Value::integer(s.exhausted ? -1 : static_cast<int64_t>(s.first));
  o->fields[kScannerEnd] = Value::integer(s.endpos);
  o->fields[kScannerEmpty] = Value::boolean(false);
  return Value::object(o);
}

template <Mode kMode>
Value scan(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Host) || as<HostObj>(args[0])->type != &kScannerType) return vm.raise_type("descriptor requires a '_sre.SRE_Scanner' object");
  auto* o = as<HostObj>(args[0]);
  HostObj* p = as<HostObj>(o->fields[kScannerPattern]);
  Subject s;
  if (o->fields[kScannerNext].i < 0) return Value::none();
  if (!s.open(vm, regex_of(p), o->fields[kScannerText], Value::integer(0), o->fields[kScannerEnd])) return Value();
  size_t from = std::min(static_cast<size_t>(o->fields[kScannerNext].i), s.last);
  int r = s.run(vm, regex_of(p), from, kMode, o->fields[kScannerEmpty].is_true() ? PCRE2_NOTEMPTY_ATSTART : 0);
  if (r < 0) return Value();
  const PCRE2_SIZE* at = regex_of(p)->spans();
  o->fields[kScannerNext] = Value::integer(r ? static_cast<int64_t>(std::max(at[0], at[1])) : -1);
  o->fields[kScannerEmpty] = Value::boolean(r && at[0] == at[1]);
  return r ? new_match(vm, p, s) : Value::none();
}

Value groups(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  return p ? Value::integer(regex_of(p)->groups()) : Value();
}

Value groupindex(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  return p ? mapping_proxy(vm, p->fields[kPatternIndex]) : Value();
}

template <PatternField kField>
Value field(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  return p ? p->fields[kField] : Value();
}

std::string flag_names(int64_t flags) {
  constexpr std::pair<int, const char*> kFlags[] = {{2, "IGNORECASE"}, {4, "LOCALE"},   {8, "MULTILINE"}, {16, "DOTALL"},
                                                    {32, "UNICODE"},   {64, "VERBOSE"}, {128, "DEBUG"},   {256, "ASCII"}};
  std::string out;
  for (auto [bit, name] : kFlags)
    if (flags & bit) {
      out.append(out.empty() ? "re." : "|re.").append(name);
      flags &= ~bit;
    }
  if (flags & ~1) {
    char rest[24];
    snprintf(rest, sizeof rest, "%s0x%llx", out.empty() ? "" : "|", static_cast<unsigned long long>(flags & ~1));
    out += rest;
  }
  return out;
}

Value repr(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  if (!p) return Value();
  Value text = vm.repr(p->fields[kPatternText]);
  if (text.is_unset()) return text;
  auto* shown = as<Str>(text);
  std::string out = "re.compile(" + std::string(shown->view().substr(0, byte_offset(vm, shown, std::min<uint32_t>(200, shown->length))));
  std::string flags = flag_names(p->fields[kPatternFlags].i & (regex_of(p)->bytes() ? ~0 : ~32));
  if (!flags.empty()) out += ", " + flags;
  return new_text(vm, out + ")");
}

Value equal(Vm& vm, Value* args) {
  HostObj *a = self_pattern(vm, args[0]), *b = pattern_object(args[1]);
  if (!a) return Value();
  if (!b) return not_implemented();
  if (a->fields[kPatternFlags].i != b->fields[kPatternFlags].i || regex_of(a)->bytes() != regex_of(b)->bytes()) return Value::boolean(false);
  int same = vm.equal(a->fields[kPatternText], b->fields[kPatternText]);
  return same < 0 ? Value() : Value::boolean(same);
}

Value hash(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  uint64_t h;
  if (!p || !vm.hash(p->fields[kPatternText], &h)) return Value();
  return Value::integer(static_cast<int64_t>(h ^ static_cast<uint64_t>(p->fields[kPatternFlags].i) * 0x9E3779B97F4A7C15u) >> 3);
}

Value itself(Vm&, Value* args) { return args[0]; }

Value reduce(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  if (!p) return Value();
  Value module = vm.host->import_module(vm, intern("re"));
  Value make = module.is_unset() ? module : vm.get_attr(module, "compile");
  if (make.is_unset()) return make;
  Value arguments = Value::object(vm.new_tuple({p->fields[kPatternText], p->fields[kPatternFlags]}));
  return Value::object(vm.new_tuple({make, arguments}));
}

#define SL_RE_RANGE "pos=0, endpos=9223372036854775807)"
const MethodDef kMethods[] = {
    {"match(self, string, " SL_RE_RANGE, pattern_match, 0, "Matches zero or more characters at the beginning of the string."},
    {"fullmatch(self, string, " SL_RE_RANGE, pattern_fullmatch, 0, "Matches against all of the string."},
    {"search(self, string, " SL_RE_RANGE, pattern_search, 0, "Scan through string looking for a match, and return a corresponding match object instance."},
    {"findall(self, string, " SL_RE_RANGE, pattern_findall, 0, "Return a list of all non-overlapping matches of pattern in string."},
    {"finditer(self, string, " SL_RE_RANGE, pattern_finditer, 0, "Return an iterator over all non-overlapping matches for the RE pattern in string."},
    {"scanner(self, string, " SL_RE_RANGE, scanner},
    {"split(self, string, maxsplit=0)", pattern_split, 0, "Split string by the occurrences of pattern."},
    {"sub(self, repl, string, count=0)", pattern_sub, 0,
     "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl."},
    {"subn(self, repl, string, count=0)", pattern_subn, 0,
     "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern."},
    {"pattern", field<kPatternText>, kNativeGetter, "The pattern string from which the RE object was compiled."},
    {"flags", field<kPatternFlags>, kNativeGetter, "The regex matching flags."},
    {"groups", groups, kNativeGetter, "The number of capturing groups in the pattern."},
    {"groupindex", groupindex, kNativeGetter, "A dictionary mapping group names to group numbers."},
    {"__repr__(self, /)", repr},
    {"__eq__(self, other, /)", equal},
    {"__hash__(self, /)", hash},
    {"__reduce__(self, /)", reduce},
    {"__copy__(self, /)", itself},
    {"__deepcopy__(self, memo, /)", itself},
    {"__class_getitem__(cls, item, /)", itself, kNativeClassMethod},
};
#undef SL_RE_RANGE

const MethodDef kScannerMethods[] = {{"match(self, /)", scan<Mode::Match>},
                                     {"search(self, /)", scan<Mode::Search>},
                                     {"pattern", [](Vm&, Value* args) { return as<HostObj>(args[0])->fields[kScannerPattern]; }, kNativeGetter}};

}  // namespace

HostObj* pattern_object(const Value& v) noexcept { return is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kPatternType ? as<HostObj>(v) : nullptr; }

Value pattern_match(Vm& vm, Value* args) { return match_with(vm, args, Mode::Match); }
Value pattern_fullmatch(Vm& vm, Value* args) { return match_with(vm, args, Mode::Full); }
Value pattern_search(Vm& vm, Value* args) { return match_with(vm, args, Mode::Search); }

Value pattern_findall(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  Subject s;
  if (!p || !s.open(vm, regex_of(p), args[1], args[2], args[3])) return Value();
  List* found = vm.new_list();
  uint32_t n = regex_of(p)->groups();
  Value empty = s.slice(vm, 0, 0);
  bool ok = each_match(vm, regex_of(p), s, [&](const PCRE2_SIZE* at) {
    auto group = [&](uint32_t i) { return at[2 * i] == PCRE2_UNSET ? empty : s.slice(vm, at[2 * i], at[2 * i + 1]); };
    if (n <= 1) {
      list_append(vm, found, group(n));
      return true;
    }
    Tuple* t = vm.new_tuple(n);
    for (uint32_t i = 0; i < n; ++i) t->items[i] = group(i + 1);
    list_append(vm, found, Value::object(t));
    return true;
  });
  return ok ? Value::object(found) : Value();
}

Value pattern_finditer(Vm& vm, Value* args) {
  HostObj* p = self_pattern(vm, args[0]);
  Subject s;
  if (!p || !s.open(vm, regex_of(p), args[1], args[2], args[3])) return Value();
  IterObj* it = vm.new_iter(kMatchIter, args[0], args[1]);
  it->c = Value::integer(s.endpos);
  it->i = s.exhausted ? -1 : static_cast<int64_t>(s.first);
  it->j = 0;
  it->k = s.pos;
  return Value::object(it);
}

Value new_pattern(Vm& vm, Regex* regex, Value text, Value flags) {
  HostObj* p = vm.new_host(pattern_class, regex, kPatternFields);
  Dict* index = vm.new_dict();
  for (auto& [name, number] : regex->names()) dict_set_str(vm, index, vm.new_str(name), Value::integer(number));
  p->fields[kPatternText] = text;
  p->fields[kPatternFlags] = flags;
  p->fields[kPatternIndex] = Value::object(index);
  return Value::object(p);
}

Class* define_pattern_class() {
  define_iter_type(kMatchIter);
  TypeDef def{.name = "Pattern", .module = "re", .doc = "Compiled regular expression object."};
  def.subclassable = false;
  def.host_type = &kPatternType;
  def.methods = kMethods;
  return pattern_class = define_type(def);
}

Class* define_scanner_class() {
  TypeDef def{.name = "SRE_Scanner", .module = "_sre"};
  def.subclassable = false;
  def.host_type = &kScannerType;
  def.methods = kScannerMethods;
  return scanner_class = define_type(def);
}

}  // namespace sl::re
