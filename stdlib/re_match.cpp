// re.Match: the spans of one match and what can be asked of them.
#include <algorithm>

#include "stdlib/args.h"
#include "stdlib/re_internal.h"

namespace sl::re {

namespace {

Class* match_class;
const char kTag = 0;
const HostType kMatchType = {.name = "re.Match", .tag = &kTag};

HostObj* self_match(Vm& vm, const Value& v) {
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kMatchType) [[likely]]
    return as<HostObj>(v);
  vm.raise_type("descriptor requires a 're.Match' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}

HostObj* pattern_of(HostObj* m) noexcept { return as<HostObj>(m->fields[kMatchPattern]); }
uint32_t group_count(HostObj* m) noexcept { return (m->field_count - kMatchSpans) / 2; }
int64_t span_start(HostObj* m, uint32_t group) noexcept { return m->fields[kMatchSpans + 2 * group].i; }
int64_t span_end(HostObj* m, uint32_t group) noexcept { return m->fields[kMatchSpans + 2 * group + 1].i; }

// An offset in characters.
Value position(Vm& vm, HostObj* m, int64_t offset) {
  Str* s = as_str(m->fields[kMatchText]);
  if (!s || s->ascii() || offset <= 0) return Value::integer(offset);
  return Value::integer(char_index(vm, s, static_cast<size_t>(offset)));
}

Value group_text(Vm& vm, HostObj* m, uint32_t group, const Value& missing) {
  int64_t from = span_start(m, group), to = span_end(m, group);
  if (from < 0) return missing;
  const Value& text = m->fields[kMatchText];
  if (Str* s = as_str(text)) return substring_value(vm, s, static_cast<size_t>(from), static_cast<size_t>(to - from));
  std::string_view bytes;
  bytes_view(text, &bytes);  // a bytearray may have shrunk since
  from = std::min<int64_t>(from, static_cast<int64_t>(bytes.size()));
  return Value::object(vm.new_bytes(bytes.substr(static_cast<size_t>(from), static_cast<size_t>(std::max<int64_t>(to - from, 0)))));
}

bool group_number(Vm& vm, HostObj* m, const Value& v, uint32_t* out) {
  int64_t n = -1;
  if (v.is_int()) {
    n = v.i;
  } else if (Str* name = as_str(v)) {
    Value number = dict_get_str(as<Dict>(pattern_of(m)->fields[kPatternIndex]), name);
    if (number.is_int()) n = number.i;
  } else if (v.is_bool() || is_kind(v, Kind::Instance)) {
    if (!vm.to_index(v, &n)) {
      vm.clear_error();
      n = -1;
    }
  }
  if (n < 0 || n >= group_count(m)) {
    vm.raise(errors().IndexError, "no such group");
    return false;
  }
  *out = static_cast<uint32_t>(n);
  return true;
}

Value one_group(Vm& vm, HostObj* m, const Value& which) {
  uint32_t n;
  return group_number(vm, m, which, &n) ? group_text(vm, m, n, Value::none()) : Value();
}

Value group(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  auto* wanted = as<Tuple>(args[1]);
  if (wanted->size == 0) return group_text(vm, m, 0, Value::none());
  if (wanted->size == 1) return one_group(vm, m, wanted->items[0]);
  Tuple* found = vm.new_tuple(wanted->size);
  for (uint64_t i = 0; i < wanted->size; ++i) found->items[i] = Value::none();
  for (uint64_t i = 0; i < wanted->size; ++i) {
    Value text = one_group(vm, m, wanted->items[i]);
    if (text.is_unset()) return text;
    found->items[i] = text;
  }
  return Value::object(found);
}

Value getitem(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  return m ? one_group(vm, m, args[1]) : Value();
}

Value groups(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  uint32_t n = group_count(m);
  Tuple* found = vm.new_tuple(n - 1);
  for (uint32_t i = 1; i < n; ++i) found->items[i - 1] = group_text(vm, m, i, args[1]);
  return Value::object(found);
}

Value groupdict(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  Dict* index = as<Dict>(pattern_of(m)->fields[kPatternIndex]);
  Dict* found = vm.new_dict(index->used);
  uint32_t cursor = 0;
  Value name, number;
  while (dict_next(index, &cursor, &name, &number)) dict_set_str(vm, found, as<Str>(name), group_text(vm, m, static_cast<uint32_t>(number.i), args[1]));
  return Value::object(found);
}

template <bool kEnd>
Value edge(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  uint32_t n;
  if (!m || !group_number(vm, m, args[1], &n)) return Value();
  return position(vm, m, kEnd ? span_end(m, n) : span_start(m, n));
}

Value span_value(Vm& vm, HostObj* m, uint32_t n) { return Value::object(vm.new_tuple({position(vm, m, span_start(m, n)), position(vm, m, span_end(m, n))})); }

Value span(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  uint32_t n;
  return m && group_number(vm, m, args[1], &n) ? span_value(vm, m, n) : Value();
}

Value regs(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  Tuple* all = vm.new_tuple(group_count(m));
  for (uint32_t i = 0; i < all->size; ++i) all->items[i] = span_value(vm, m, i);
  return Value::object(all);
}

// The group closed last: of those ending farthest right the one whose parenthesis closes last. 0: none.
uint32_t last_group(HostObj* m) noexcept {
  const auto& order = regex_of(pattern_of(m))->close_order();
  uint32_t best = 0;
  int64_t end = -1;
  for (uint32_t i = 1, n = group_count(m); i < n; ++i) {
    int64_t here = span_end(m, i);
    if (here < 0 || here < end || (here == end && order[i] < order[best])) continue;
    best = i;
    end = here;
  }
  return best;
}

Value lastindex(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  uint32_t last = last_group(m);
  return last ? Value::integer(last) : Value::none();
}

Value lastgroup(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  uint32_t last = last_group(m), cursor = 0;
  Value name, number;
  while (last && dict_next(as<Dict>(pattern_of(m)->fields[kPatternIndex]), &cursor, &name, &number))
    if (number.i == last) return name;
  return Value::none();
}

template <MatchField kField>
Value field(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  return m ? m->fields[kField] : Value();
}

Value expand(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  List* parts = template_parts(vm, pattern_of(m), args[1]);
  if (!parts) return Value();
  std::string out;
  for (uint64_t i = 0; i < parts->size; ++i) {
    Value part = parts->items[i];
    if (part.is_int() && part.i >= 0 && part.i < group_count(m)) part = group_text(vm, m, static_cast<uint32_t>(part.i), Value::object(names().empty));
    std::string_view text;
    if (Str* s = as_str(part))
      out.append(s->view());
    else if (bytes_view(part, &text))
      out.append(text);
  }
  return as_str(args[1]) ? new_text(vm, out) : new_bytes_value(vm, out);
}

Value repr(Vm& vm, Value* args) {
  HostObj* m = self_match(vm, args[0]);
  if (!m) return Value();
  Value text = vm.repr(group_text(vm, m, 0, Value::none()));
  if (text.is_unset()) return text;
  std::string_view shown = as_str(text)->view();
  const char* end = shown.data();
  for (int n = 0; n < 50 && end < shown.data() + shown.size(); ++n) end = next_boundary(end);
  auto number = [&](int64_t offset) { return std::to_string(position(vm, m, offset).i); };
  return new_text(vm, "<re.Match object; span=(" + number(span_start(m, 0)) + ", " + number(span_end(m, 0)) + "), match=" + std::string(shown.data(), end) + ">");
}

Value truth(Vm&, Value*) { return Value::boolean(true); }
Value itself(Vm&, Value* args) { return args[0]; }

const MethodDef kMethods[] = {
    {"group(self, /, *groups)", group, 0, "Return subgroup(s) of the match by indices or names."},
    {"groups(self, default=None)", groups, 0, "Return a tuple containing all the subgroups of the match."},
    {"groupdict(self, default=None)", groupdict, 0, "Return a dictionary containing all the named subgroups, keyed by the subgroup name."},
    {"start(self, group=0, /)", edge<false>, 0, "Return index of the start of the substring matched by group."},
    {"end(self, group=0, /)", edge<true>, 0, "Return index of the end of the substring matched by group."},
    {"span(self, group=0, /)", span, 0, "For match object m, return the 2-tuple (m.start(group), m.end(group))."},
    {"expand(self, template)", expand, 0, "Return the string obtained by doing backslash substitution on the string template."},
    {"regs", regs, kNativeGetter},
    {"re", field<kMatchPattern>, kNativeGetter, "The regular expression object."},
    {"string", field<kMatchText>, kNativeGetter, "The string passed to match() or search()."},
    {"pos", field<kMatchPos>, kNativeGetter, "The index into the string at which the RE engine started looking for a match."},
    {"endpos", field<kMatchEnd>, kNativeGetter, "The index into the string beyond which the RE engine will not go."},
    {"lastindex", lastindex, kNativeGetter, "The integer index of the last matched capturing group."},
    {"lastgroup", lastgroup, kNativeGetter, "The name of the last matched capturing group."},
    {"__getitem__(self, key, /)", getitem},
    {"__bool__(self, /)", truth},
    {"__repr__(self, /)", repr},
    {"__copy__(self, /)", itself},
    {"__deepcopy__(self, memo, /)", itself},
    {"__class_getitem__(cls, item, /)", itself, kNativeClassMethod},
};

}  // namespace

Value new_match(Vm& vm, HostObj* pattern, const Subject& s) {
  Regex* regex = regex_of(pattern);
  uint32_t n = 2 * (regex->groups() + 1);
  HostObj* m = vm.new_host(match_class, nullptr, kMatchSpans + n);
  m->fields[kMatchPattern] = Value::object(pattern);
  m->fields[kMatchText] = s.value;
  m->fields[kMatchPos] = Value::integer(s.pos);
  m->fields[kMatchEnd] = Value::integer(s.endpos);
  const PCRE2_SIZE* at = regex->spans();
  for (uint32_t i = 0; i < n; ++i) m->fields[kMatchSpans + i] = Value::integer(at[i] == PCRE2_UNSET ? -1 : static_cast<int64_t>(at[i]));
  return Value::object(m);
}

Class* define_match_class() {
  TypeDef def{.name = "Match", .module = "re", .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True."};
  def.subclassable = false;
  def.host_type = &kMatchType;
  def.methods = kMethods;
  return match_class = define_type(def);
}

}  // namespace sl::re
