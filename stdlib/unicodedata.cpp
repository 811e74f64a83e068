// unicodedata: properties of characters, by utf8proc. Names: those \N{...} knows; see core/lang/unicode_names.cpp.
#include <utf8proc.h>

#include <cstdlib>
#include <string>

#include "core/lang/unicode.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"
#include "stdlib/unicode_names.h"

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

Value east_asian_width(Vm& vm, Value* args) {
  int32_t c;
  if (!character(vm, "east_asian_width", args[0], &c)) return Value();
  if ((c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || c == 0x3000) return vm.str_value("F");
  if ((c >= 0xFF61 && c <= 0xFFDC) || c == 0x20A9) return vm.str_value("H");
  if (utf8proc_charwidth(c) == 2) return vm.str_value("W");
  if (c >= 0x20 && c <= 0x7E) return vm.str_value("Na");
  bool ambiguous = (c >= 0x391 && c <= 0x3C9) || (c >= 0x410 && c <= 0x451) || (c >= 0x2460 && c <= 0x24EA) || (c >= 0x2500 && c <= 0x254B);
  return vm.str_value(ambiguous ? "A" : "N");
}

// Values of decimal, digit and numeric characters come from int() and from fractions known here.
bool decimal_value(int32_t c, int* out) {
  if (utf8proc_category(c) != UTF8PROC_CATEGORY_ND) return false;
  int32_t zero = c;  // digits come in rows of ten, in order
  while (zero > 0 && c - zero < 9 && utf8proc_category(zero - 1) == UTF8PROC_CATEGORY_ND) --zero;
  if (c >= 0x1D7CE && c <= 0x1D7FF)
    zero = c - (c - 0x1D7CE) % 10;
  else if (c < 0x80)
    zero = '0';
  else
    zero = c & ~0xF, zero += (c & 0xF) >= 6 && utf8proc_category(zero) != UTF8PROC_CATEGORY_ND ? 6 : 0;
  *out = c - zero;
  return *out >= 0 && *out <= 9;
}

bool digit_value(int32_t c, int* out) {
  if (decimal_value(c, out)) return true;
  if (c == 0xB2 || c == 0xB3) return *out = c - 0xB0, true;
  if (c == 0xB9) return *out = 1, true;
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return *out = c - 0x2070, true;
  if (c >= 0x2080 && c <= 0x2089) return *out = c - 0x2080, true;
  if (c >= 0x2460 && c <= 0x2468) return *out = c - 0x245F, true;
  return false;
}

Value missing(Vm& vm, Value fallback, const char* message) { return fallback.is_unset() ? vm.raise_value(message) : fallback; }

Value decimal(Vm& vm, Value* args) {
  int32_t c;
  int n;
  if (!character(vm, "decimal", args[0], &c)) return Value();
  return decimal_value(c, &n) ? Value::integer(n) : missing(vm, args[1], "not a decimal");
}

Value digit(Vm& vm, Value* args) {
  int32_t c;
  int n;
  if (!character(vm, "digit", args[0], &c)) return Value();
  return digit_value(c, &n) ? Value::integer(n) : missing(vm, args[1], "not a digit");
}

Value numeric(Vm& vm, Value* args) {
  static const struct {
    int32_t c;
    double v;
  } kFractions[] = {{0xBC, 0.25},  {0xBD, 0.5},   {0xBE, 0.75},  {0x2150, 1.0 / 7}, {0x2151, 1.0 / 9}, {0x2152, 0.1},   {0x2153, 1.0 / 3}, {0x2154, 2.0 / 3}, {0x2155, 0.2},
                    {0x2156, 0.4}, {0x2157, 0.6}, {0x2158, 0.8}, {0x2159, 1.0 / 6}, {0x215A, 5.0 / 6}, {0x215B, 0.125}, {0x215C, 0.375},   {0x215D, 0.625},   {0x215E, 0.875}};
  int32_t c;
  int n;
  if (!character(vm, "numeric", args[0], &c)) return Value();
  if (digit_value(c, &n)) return Value::number(n);
  for (auto& f : kFractions)
    if (f.c == c) return Value::number(f.v);
  if (c >= 0x2160 && c <= 0x216B) return Value::number(c - 0x215F);
  if (c >= 0x2170 && c <= 0x217B) return Value::number(c - 0x216F);
  static const int32_t kHan[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  for (int i = 0; i < 11; ++i)
    if (kHan[i] == c) return Value::number(i);
  return missing(vm, args[1], "not a numeric character");
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
