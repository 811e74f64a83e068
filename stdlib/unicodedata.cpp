// unicodedata: properties of characters, by utf8proc. Names: those \N{...} knows; see core/lang/unicode_names.cpp.
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/lang/unicode.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"
#include "stdlib/unicode_names.h"
#include "stdlib/unicode_values.h"

namespace sl {
namespace {

bool character(Vm& vm, const char* function, Value v, int32_t* out) {
  Str* s = as_str(v);
  if (!s || s->length != 1) {
    std::string got = s ? "a string of length " + std::to_string(s->length) : type_name_of(vm, v);
    vm.raise_type(std::string(function) + "() argument must be a unicode character, not " + (s ? "str" : got));
    return false;
  }
  const auto* p = reinterpret_cast<const unsigned char*>(s->data);
  uint32_t c = p[0];
  if (c >= 0xF0)
    c = (c & 7) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u);
  else if (c >= 0xE0)
    c = (c & 15) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
  else if (c >= 0xC0)
    c = (c & 31) << 6 | (p[1] & 63u);
  *out = static_cast<int32_t>(c);
  return true;
}

Value category(Vm& vm, Value* args) {
  int32_t c;
  return character(vm, "category", args[0], &c) ? vm.str_value(utf8proc_category_string(c)) : Value();
}

Value combining(Vm& vm, Value* args) {
  int32_t c;
  return character(vm, "combining", args[0], &c) ? Value::integer(utf8proc_get_property(c)->combining_class) : Value();
}

Value mirrored(Vm& vm, Value* args) {
  int32_t c;
  return character(vm, "mirrored", args[0], &c) ? Value::integer(utf8proc_get_property(c)->bidi_mirrored) : Value();
}

Value bidirectional(Vm& vm, Value* args) {
  static const char* const kNames[] = {"",   "L",  "LRE", "LRO", "R", "AL", "RLE", "RLO", "PDF", "EN",  "ES",  "ET",
                                       "AN", "CS", "NSM", "BN",  "B", "S",  "WS",  "ON",  "LRI", "RLI", "FSI", "PDI"};
  int32_t c;
  if (!character(vm, "bidirectional", args[0], &c)) return Value();
  unsigned i = utf8proc_get_property(c)->bidi_class;
  return vm.str_value(i < std::size(kNames) ? kNames[i] : "");
}

template <class Run, size_t N>
const Run* find_run(const Run (&runs)[N], uint32_t c) {
  const Run* after = std::upper_bound(runs, runs + N, c, [](uint32_t value, const Run& run) { return value < run.first; });
  return after != runs && c <= after[-1].last ? after - 1 : nullptr;
}

Value east_asian_width(Vm& vm, Value* args) {
  int32_t c;
  if (!character(vm, "east_asian_width", args[0], &c)) return Value();
  const WidthRun* run = find_run(kWidthRuns, static_cast<uint32_t>(c));
  return vm.str_value(run ? run->width : "N");
}

const NumberRun* number_run(int32_t c, int kind) {
  const NumberRun* run = find_run(kNumberRuns, static_cast<uint32_t>(c));
  return run && run->kind >= kind ? run : nullptr;
}
double value_in(const NumberRun* run, int32_t c) { return static_cast<double>(run->numerator) / run->denominator + (c - static_cast<int32_t>(run->first)); }

Value missing(Vm& vm, Value fallback, const char* message) { return fallback.is_unset() ? vm.raise_value(message) : fallback; }

Value whole_value(Vm& vm, Value* args, const char* function, int kind, const char* message) {
  int32_t c;
  if (!character(vm, function, args[0], &c)) return Value();
  const NumberRun* run = number_run(c, kind);
  return run ? Value::integer(static_cast<int64_t>(value_in(run, c))) : missing(vm, args[1], message);
}

Value decimal(Vm& vm, Value* args) { return whole_value(vm, args, "decimal", 2, "not a decimal"); }
Value digit(Vm& vm, Value* args) { return whole_value(vm, args, "digit", 1, "not a digit"); }

Value numeric(Vm& vm, Value* args) {
  int32_t c;
  if (!character(vm, "numeric", args[0], &c)) return Value();
  const NumberRun* run = number_run(c, 0);
  return run ? Value::number(value_in(run, c)) : missing(vm, args[1], "not a numeric character");
}

Value decomposition(Vm& vm, Value* args) {
  int32_t c;
  if (!character(vm, "decomposition", args[0], &c)) return Value();
  if (c >= 0xAC00 && c < 0xAC00 + 11172) {
    char text[32];
    int i = c - 0xAC00, t = i % 28;
    if (t)
      std::snprintf(text, sizeof text, "%04X %04X", c - t, 0x11A7 + t);
    else
      std::snprintf(text, sizeof text, "%04X %04X", 0x1100 + i / 588, 0x1161 + i % 588 / 28);
    return vm.str_value(text);
  }
  const utf8proc_property_t* p = utf8proc_get_property(c);
  int32_t parts[64];
  int boundary = 0;
  auto n = utf8proc_decompose_char(c, parts, 64, UTF8PROC_DECOMPOSE, &boundary);
  bool canonical = p->decomp_type == 0 && n > 0 && !(n == 1 && parts[0] == c);
  if (!canonical && p->decomp_type == 0) return Value::object(names().empty);
  static const char* const kTags[] = {"",      "<font>",     "<noBreak>", "<initial>", "<medial>", "<final>",  "<isolated>", "<circle>", "<super>",
                                      "<sub>", "<vertical>", "<wide>",    "<narrow>",  "<small>",  "<square>", "<fraction>", "<compat>"};
  std::string text;
  if (!canonical) {
    text = std::string(static_cast<size_t>(p->decomp_type) < std::size(kTags) ? kTags[p->decomp_type] : "<compat>");
    n = utf8proc_decompose_char(c, parts, 64, static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &boundary);
  } else if (n > 2) {  // one step: the last mark and the composition of the rest
    utf8proc_int32_t rest[64];
    std::copy(parts, parts + n - 1, rest);
    auto composed = utf8proc_normalize_utf32(rest, n - 1, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    if (composed == 1) {
      parts[1] = parts[n - 1];
      parts[0] = rest[0];
      n = 2;
    }
  }
  for (long i = 0; i < n; ++i) {
    char number[16];
    std::snprintf(number, sizeof number, "%s%04X", text.empty() ? "" : " ", parts[i]);
    text += number;
  }
  return vm.str_value(text);
}

bool form_options(Vm& vm, Value form, int* options) {
  Str* s = as_str(form);
  std::string_view name = s ? s->view() : "";
  int base = UTF8PROC_STABLE;
  if (name == "NFC")
    *options = base | UTF8PROC_COMPOSE;
  else if (name == "NFD")
    *options = base | UTF8PROC_DECOMPOSE;
  else if (name == "NFKC")
    *options = base | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
  else if (name == "NFKD")
    *options = base | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
  else
    return vm.raise_value("invalid normalization form"), false;
  return true;
}

Value normalize(Vm& vm, Value* args) {
  int options;
  if (!form_options(vm, args[0], &options)) return Value();
  Str* s = as_str(args[1]);
  if (!s) return vm.raise_type("normalize() argument 2 must be str, not " + type_name_of(vm, args[1]));
  if (s->ascii()) return Value::object(s);
  if (!vm.check_alloc(size_t{s->size} * 4)) return Value();
  utf8proc_uint8_t* out = nullptr;
  auto n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(s->data), static_cast<utf8proc_ssize_t>(s->size), &out, static_cast<utf8proc_option_t>(options));
  if (n < 0) return Value::object(s);  // lone surrogates
  Value result = vm.str_value({reinterpret_cast<char*>(out), static_cast<size_t>(n)});
  std::free(out);
  return result;
}

Value is_normalized(Vm& vm, Value* args) {
  Value same = normalize(vm, args);
  return same.is_unset() ? same : Value::boolean(str_equal(as_str(same), as_str(args[1])));
}

Value name(Vm& vm, Value* args) {
  int32_t c;
  if (!character(vm, "name", args[0], &c)) return Value();
  std::string text = unicode_name(static_cast<uint32_t>(c));
  return text.empty() ? missing(vm, args[1], "no such name") : vm.str_value(text);
}

Value lookup(Vm& vm, Value* args) {
  Str* s = as_str(args[0]);
  if (!s) return vm.raise_type("lookup() argument must be str, not " + type_name_of(vm, args[0]));
  uint32_t c = unicode_by_name(s->view());
  if (c == UINT32_MAX) return vm.raise(errors().KeyError, "undefined character name '" + std::string(s->view()) + "'");
  return Value::object(vm.char_str(c));
}

const MethodDef kFunctions[] = {
    {"category(chr, /)", category, 0, "Returns the general category assigned to the character chr as string."},
    {"combining(chr, /)", combining, 0, "Returns the canonical combining class assigned to the character chr as integer."},
    {"mirrored(chr, /)", mirrored, 0, "Returns the mirrored property assigned to the character chr as integer."},
    {"bidirectional(chr, /)", bidirectional, 0, "Returns the bidirectional class assigned to the character chr as string."},
    {"east_asian_width(chr, /)", east_asian_width, 0, "Returns the east asian width assigned to the character chr as string."},
    {"decimal(chr, default=..., /)", decimal, 0, "Converts a Unicode character into its equivalent decimal value."},
    {"digit(chr, default=..., /)", digit, 0, "Converts a Unicode character into its equivalent digit value."},
    {"numeric(chr, default=..., /)", numeric, 0, "Converts a Unicode character into its equivalent numeric value."},
    {"decomposition(chr, /)", decomposition, 0, "Returns the character decomposition mapping assigned to the character chr as string."},
    {"normalize(form, unistr, /)", normalize, 0, "Return the normal form 'form' for the Unicode string unistr."},
    {"is_normalized(form, unistr, /)", is_normalized, 0, "Return whether the Unicode string unistr is in the normal form 'form'."},
    {"name(chr, default=..., /)", name, 0, "Returns the name assigned to the character chr as a string."},
    {"lookup(name, /)", lookup, 0, "Look up character by name."},
};

Value version(Vm& vm) { return vm.str_value(utf8proc_unicode_version()); }
const ConstantDef kConstants[] = {{"unidata_version", version}};

}  // namespace

void register_unicodedata_module() {
  ModuleDef module{.name = "unicodedata", .doc = "The Unicode character database.", .functions = kFunctions, .constants = kConstants};
  define_module(module);
}

}  // namespace sl
