// _re: the functions of the module re. Translating patterns into PCRE2's syntax and parsing replacement
// templates is the business of re.py, which is asked when a pattern is seen for the first time.
#include <optional>

#include "stdlib/args.h"
#include "stdlib/re_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace re {
namespace {

// Patterns by the identity of their text: what a call site with a constant hits.
struct Recent {
  static constexpr size_t kSlots = 64;
  std::optional<RootVec> values;  // text and pattern
  int64_t flags[kSlots] = {};
  std::vector<Value>& items(Vm& vm) {
    if (!values) values.emplace(vm.heap);
    if (values->items.empty()) values->items.resize(2 * kSlots);
    return values->items;
  }
};

Value script_function(Vm& vm, Str* name) {
  Value module = vm.host->import_module(vm, intern("re"));
  return module.is_unset() ? module : vm.get_attr(module, name);
}

Value compiled(Vm& vm, const Value& text, const Value& flags) {
  Value bits = unwrap(flags);
  if (pattern_object(text) && bits.is_int() && bits.i == 0) return text;
  static Str* const name = intern("_compile");
  bool cached = bits.is_int_or_bool() && is_str(text);
  Recent& recent = local<Recent>(vm);
  size_t slot = (text.bits >> 4 ^ text.bits >> 10) % Recent::kSlots;
  auto& items = recent.items(vm);
  if (cached && items[2 * slot].same(text) && recent.flags[slot] == bits.i) return items[2 * slot + 1];
  Value make = script_function(vm, name);
  Value p = make.is_unset() ? make : vm.call(make, {text, flags});
  if (p.is_unset() || !cached) return p;
  items[2 * slot] = text;
  items[2 * slot + 1] = p;
  recent.flags[slot] = bits.i;
  return p;
}

Value compile(Vm& vm, Value* args) { return compiled(vm, args[0], args[1]); }

// make(translated, flags, pattern, public_flags, closed): a Pattern, or (error number, message, position).
Value make(Vm& vm, Value* args) {
  std::string_view pattern;
  Str* s = as_str(args[0]);
  if (s)
    pattern = s->view();
  else if (!bytes_view(args[0], &pattern))
    return vm.raise_type("first argument must be string or compiled pattern");
  auto regex = std::make_unique<Regex>();
  int error;
  size_t where;
  if (!regex->open(pattern, static_cast<uint32_t>(args[1].i), !s, &error, &where)) {
    PCRE2_UCHAR message[160];
    pcre2_get_error_message(error, message, sizeof message);
    return Value::object(
        vm.new_tuple({Value::integer(error), vm.str_value(reinterpret_cast<const char*>(message)), Value::integer(static_cast<int64_t>(std::min<size_t>(where, pattern.size())))}));
  }
  regex->close_order.resize(regex->groups() + 1);
  List* closed = as<List>(args[4]);
  for (uint64_t i = 0; i < closed->size; ++i)
    if (closed->items[i].is_int() && static_cast<uint64_t>(closed->items[i].i) <= regex->groups())
      regex->close_order[static_cast<size_t>(closed->items[i].i)] = static_cast<uint32_t>(i + 1);
  return new_pattern(vm, regex.release(), args[2], args[3]);
}

Value forget(Vm& vm, Value*) {
  local<Recent>(vm).items(vm).assign(2 * Recent::kSlots, Value());
  return Value::none();
}

// Calls `method` of the pattern args[0] under the flags in args[flags] with the other arguments.
template <NativeFn kMethod>
Value on_text(Vm& vm, Value* args) {  // (pattern, string, flags)
  Value p = compiled(vm, args[0], args[2]);
  if (p.is_unset()) return p;
  Value window[] = {p, args[1], Value::integer(0), Value::integer(INT64_MAX)};
  return kMethod(vm, window);
}

template <NativeFn kMethod>
Value substitution(Vm& vm, Value* args) {  // (pattern, repl, string, count, flags)
  Value p = compiled(vm, args[0], args[4]);
  if (p.is_unset()) return p;
  Value window[] = {p, args[1], args[2], args[3]};
  return kMethod(vm, window);
}

Value split(Vm& vm, Value* args) {  // (pattern, string, maxsplit, flags)
  Value p = compiled(vm, args[0], args[3]);
  if (p.is_unset()) return p;
  Value window[] = {p, args[1], args[2]};
  return pattern_split(vm, window);
}

Value escape(Vm& vm, Value* args) {
  constexpr std::string_view kSpecial = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
  std::string_view text;
  Str* s = as_str(args[0]);
  if (s)
    text = s->view();
  else if (!bytes_view(args[0], &text))
    return vm.raise_type("decoding to str: need a bytes-like object, " + type_name_of(vm, args[0]) + " found");
  std::string out;
  out.reserve(text.size() + 8);
  for (char c : text) {
    if (kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return s ? new_text(vm, out) : new_bytes_value(vm, out);
}

const MethodDef kFunctions[] = {
    {"compile(pattern, flags=0)", compile, 0, "Compile a regular expression pattern, returning a Pattern object."},
    {"match(pattern, string, flags=0)", on_text<pattern_match>, 0, "Try to apply the pattern at the start of the string, returning a Match object, or None if no match was found."},
    {"fullmatch(pattern, string, flags=0)", on_text<pattern_fullmatch>, 0,
     "Try to apply the pattern to all of the string, returning a Match object, or None if no match was found."},
    {"search(pattern, string, flags=0)", on_text<pattern_search>, 0,
     "Scan through string looking for a match to the pattern, returning a Match object, or None if no match was found."},
    {"findall(pattern, string, flags=0)", on_text<pattern_findall>, 0, "Return a list of all non-overlapping matches in the string."},
    {"finditer(pattern, string, flags=0)", on_text<pattern_finditer>, 0, "Return an iterator over all non-overlapping matches in the string."},
    {"sub(pattern, repl, string, count=0, flags=0)", substitution<pattern_sub>, 0,
     "Return the string obtained by replacing the leftmost non-overlapping occurrences of the pattern in string by the replacement repl."},
    {"subn(pattern, repl, string, count=0, flags=0)", substitution<pattern_subn>, 0, "Return a 2-tuple containing (new_string, number)."},
    {"split(pattern, string, maxsplit=0, flags=0)", split, 0, "Split the source string by the occurrences of the pattern, returning a list containing the resulting substrings."},
    {"escape(pattern)", escape, 0, "Escape special characters in a string."},
    {"make(translated, flags: int, pattern, public_flags: int, closed: list, /)", make},
    {"forget()", forget},
};

}  // namespace

List* template_parts(Vm& vm, HostObj* pattern, Value text) {
  if (!pattern->fields[kTemplateText].same(text) || !(is_str(text) || is_kind(text, Kind::Bytes))) {
    static Str* const name = intern("_template");
    Value parse = script_function(vm, name);
    Value parts = parse.is_unset() ? parse : vm.call(parse, {text, Value::object(pattern)});
    if (parts.is_unset()) return nullptr;
    pattern->fields[kTemplateText] = text;
    pattern->fields[kTemplateParts] = parts;
  }
  List* parts = as_list(pattern->fields[kTemplateParts]);
  if (!parts) vm.raise_type("a template is a list of parts");
  return parts;
}

}  // namespace re

void register_re_module() {
  static Class* const classes[] = {re::define_pattern_class(), re::define_match_class(), re::define_scanner_class()};
  ModuleDef module{.name = "_re", .doc = "Compiled patterns.", .functions = re::kFunctions};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
