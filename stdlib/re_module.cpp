// _re: the functions of the module re. Its constants and its exception are re.py's.
#include <optional>

#include "stdlib/args.h"
#include "stdlib/re_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace re {
namespace {

// Patterns by the identity of their text: what a call site with a constant hits. Behind them the cache by value.
struct Recent {
  static constexpr size_t kSlots = 64;
  std::optional<RootVec> values;  // text and pattern
  int64_t flags[kSlots] = {};
  std::vector<Value>& items(Vm& vm) {
    if (!values) values.emplace(vm.heap);
    if (values->items.empty()) values->items.resize(2 * kSlots + 1);
    return values->items;
  }
};

// Raises what `fault` says about `text`, a pattern or a template.
Value raise_fault(Vm& vm, const Fault& fault, const Value& text) {
  switch (fault.type) {
    case Fault::Type::Value: return vm.raise_value(fault.message);
    case Fault::Type::Overflow: return vm.raise(errors().OverflowError, fault.message);
    case Fault::Type::Recursion: return vm.raise(errors().RecursionError, fault.message);
    case Fault::Type::Index: return vm.raise(errors().IndexError, fault.message);
    case Fault::Type::Pattern: break;
  }
  static Str* const name = intern("error");
  Value module = vm.host->import_module(vm, intern("re"));
  Value type = module.is_unset() ? module : vm.get_attr(module, name);
  if (type.is_unset()) return type;
  Value where = fault.position < 0 ? Value::none() : Value::integer(fault.position);
  Value error = vm.call(type, {vm.str_value(fault.message), fault.position < 0 ? Value::none() : text, where});
  return error.is_unset() ? error : vm.raise(error);
}

bool pattern_text(Vm& vm, const Value& v, std::string_view* text, bool* bytes) {
  Str* s = as_str(v);
  *bytes = !s;
  if (s) {
    *text = s->view();
  } else if (!bytes_view(v, text)) {
    vm.raise_type("first argument must be string or compiled pattern");
    return false;
  }
  return true;
}

Value make(Vm& vm, const Value& pattern, int64_t flags) {
  std::string_view text;
  bool bytes;
  if (!pattern_text(vm, pattern, &text, &bytes)) return Value();
  Syntax syntax;
  Fault fault;
  if (!parse(text, bytes, static_cast<uint32_t>(flags), &syntax, &fault)) return raise_fault(vm, fault, pattern);
  Value bits = Value::integer(syntax.flags | (flags & ~int64_t{0xFFFFFFFF}));
  auto regex = std::make_unique<Regex>();
  if (!regex->open(std::move(syntax), &fault.message)) return raise_fault(vm, fault, pattern);
  return new_pattern(vm, regex.release(), pattern, bits);
}

constexpr uint32_t kMaxCached = 512;

Value compiled_slow(Vm& vm, const Value& text, const Value& flags) {
  int64_t bits;
  if (!vm.to_index(flags, &bits)) return Value();
  if (pattern_object(text)) return bits ? vm.raise_value("cannot process flags argument with a compiled pattern") : text;
  bool cached = (is_str(text) || is_kind(text, Kind::Bytes)) && !(bits & kDebug);
  if (!cached) return make(vm, text, bits);
  Value& cache = local<Recent>(vm).items(vm)[2 * Recent::kSlots];
  if (cache.is_unset()) cache = Value::object(vm.new_dict());
  Dict* known = as<Dict>(cache);
  Value key = Value::object(vm.new_tuple({text, Value::integer(bits)}));
  Value p = dict_get(vm, known, key);
  if (!p.is_unset() || vm.raised()) return p;
  p = make(vm, text, bits);
  if (p.is_unset()) return p;
  if (known->used >= kMaxCached) dict_clear(vm, known);
  return dict_set(vm, known, key, p) ? p : Value();
}

Value compiled(Vm& vm, const Value& text, const Value& flags) {
  Value bits = unwrap(flags);
  if (pattern_object(text) && bits.is_int() && bits.i == 0) return text;
  bool cached = bits.is_int_or_bool() && is_str(text);
  Recent& recent = local<Recent>(vm);
  size_t slot = (text.bits >> 4 ^ text.bits >> 10) % Recent::kSlots;
  auto& items = recent.items(vm);
  if (cached && items[2 * slot].same(text) && recent.flags[slot] == bits.i) return items[2 * slot + 1];
  Value p = compiled_slow(vm, text, flags);
  if (p.is_unset() || !cached) return p;
  items[2 * slot] = text;
  items[2 * slot + 1] = p;
  recent.flags[slot] = bits.i;
  return p;
}

Value compile(Vm& vm, Value* args) { return compiled(vm, args[0], args[1]); }

Value forget(Vm& vm, Value*) {
  local<Recent>(vm).items(vm).assign(2 * Recent::kSlots + 1, Value());
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
    {"purge()", forget, 0, "Clear the regular expression caches."},
};

}  // namespace

List* template_parts(Vm& vm, HostObj* pattern, Value text) {
  if (!pattern->fields[kTemplateText].same(text) || !(is_str(text) || is_kind(text, Kind::Bytes))) {
    std::string_view view;
    Str* str = as_str(text);
    if (str)
      view = str->view();
    else if (!bytes_arg(vm, text, &view))
      return nullptr;
    std::vector<TemplatePart> parts;
    Fault fault;
    Regex* regex = regex_of(pattern);
    if (!parse_template(view, !str, regex->groups(), regex->names(), &parts, &fault)) {
      raise_fault(vm, fault, text);
      return nullptr;
    }
    List* list = vm.new_list(parts.size());
    for (const TemplatePart& part : parts)
      list_append(vm, list, part.group >= 0 ? Value::integer(part.group) : str ? vm.str_value(part.text) : Value::object(vm.new_bytes(part.text)));
    pattern->fields[kTemplateText] = text;
    pattern->fields[kTemplateParts] = Value::object(list);
  }
  return as<List>(pattern->fields[kTemplateParts]);
}

}  // namespace re

void register_re_module() {
  static Class* const classes[] = {re::define_pattern_class(), re::define_match_class(), re::define_scanner_class()};
  ModuleDef module{.name = "_re", .doc = "Compiled patterns.", .functions = re::kFunctions};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
