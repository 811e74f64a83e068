// __format__ of str, int, bool, float and complex.
#include <charconv>
#include <cmath>

#include "core/vm/format.h"
#include "core/vm/number.h"
#include "core/vm/small_text.h"

namespace sl {

namespace {

constexpr int64_t kMaxPrecision = INT32_MAX;

constexpr int64_t kPlainWidth = 4096;
// May the short ways be taken: padding with ASCII to a moderate width, no grouping, no # or z?
bool is_plain(const FormatSpec& s) noexcept { return s.fill < 0x80 && s.width <= kPlainWidth && !s.grouping && !s.alternate && !s.no_negative_zero; }

// ASCII text padded; with '=' the padding goes behind the first `head` characters.
Value pad_ascii(Vm& vm, const FormatSpec& spec, const char* text, size_t n, size_t head) {
  if (spec.width <= static_cast<int64_t>(n)) return Value::object(ascii_str(vm, text, n));
  auto width = static_cast<size_t>(spec.width), pad = width - n;
  if (width == 1) return Value::object(g_ascii_chars[n ? static_cast<uint8_t>(*text) : spec.fill]);
  size_t before = spec.align == '=' ? head : spec.align == '>' ? 0 : n;
  size_t left = spec.align == '^' ? pad / 2 : 0;
  Str* s = make_str(vm, width, static_cast<uint32_t>(width));
  char* out = s->inline_data();
  std::memset(out, static_cast<int>(spec.fill), width);
  copy_text(out + left, text, before);
  copy_text(out + width - (n - before) - (spec.align == '^' ? pad - left : 0), text + before, n - before);
  return Value::object(s);
}

size_t put_sign(const FormatSpec& spec, bool negative, char* out) noexcept {
  if (!negative && spec.sign != '+' && spec.sign != ' ') return 0;
  *out = negative ? '-' : spec.sign;
  return 1;
}

// `whole`, the text or an instance of a subclass, is itself the result where nothing changes.
Value format_str(Vm& vm, Value whole, Str* s, Str* spec_text, std::string_view type) {
  const FormatSpec* known = known_format_spec(vm, spec_text, 's', '<', type);
  if (!known) return {};
  const FormatSpec spec = *known;
  if (spec.type != 's') return unknown_format_code(vm, spec.type, type);
  if (spec.sign) return vm.raise_value(spec.sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
  if (spec.no_negative_zero) return vm.raise_value("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return vm.raise_value("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return vm.raise_value("'=' alignment not allowed in string format specifier");
  if (spec.precision >= 0 && spec.precision < s->length) {
    Value cut = str_slice(vm, s, 0, static_cast<uint32_t>(spec.precision));
    s = as<Str>(cut);
    whole = cut;
  }
  if (spec.width <= s->length) return whole;
  if (s->ascii() && is_plain(spec)) return pad_ascii(vm, spec, s->data, s->size, 0);
  std::string out;
  return append_padded(vm, spec, s->view(), s->length, &out) ? new_text(vm, out) : Value();
}

Value format_char(Vm& vm, Value v, const FormatSpec& spec) {
  if (spec.sign) return vm.raise_value("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return vm.raise_value("Alternate form (#) not allowed with integer format specifier 'c'");
  if (!v.is_int_or_bool()) return vm.raise(errors().OverflowError, "Python int too large to convert to C long");
  if (v.i < 0 || v.i > kMaxCodePoint) return vm.raise(errors().OverflowError, "%c arg not in range(0x110000)");
  std::string text, out;
  append_code_point(text, static_cast<uint32_t>(v.i));
  NumberParts parts;
  parts.rest = text;
  return append_number(vm, spec, parts, &out) ? new_text(vm, out) : Value();
}

Value format_whole(Vm& vm, Value v, const FormatSpec& spec) {
  if (spec.precision >= 0) return vm.raise_value("Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) return vm.raise_value("Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 'c') return format_char(vm, v, spec);
  if (v.is_int() && is_plain(spec) && (spec.type == 'd' || spec.type == 'x' || spec.type == 'b' || spec.type == 'o')) {
    char text[80];
    size_t head = put_sign(spec, v.i < 0, text);
    uint64_t magnitude = v.i < 0 ? 0 - static_cast<uint64_t>(v.i) : static_cast<uint64_t>(v.i);
    char* end = std::to_chars(text + head, text + sizeof text, magnitude, spec.type == 'd' ? 10 : spec.type == 'x' ? 16 : spec.type == 'b' ? 2 : 8).ptr;
    return pad_ascii(vm, spec, text, static_cast<size_t>(end - text), head);
  }
  bool upper = spec.type == 'X';
  int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || upper ? 16 : 10;
  std::string text;
  if (v.is_int_or_bool()) {
    char buffer[72];
    auto r = std::to_chars(buffer, buffer + sizeof buffer, v.i, base);
    text.assign(buffer, r.ptr);
  } else if (!int_text(vm, v, base, true, &text)) {
    return {};
  }
  if (upper)
    for (char& c : text) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
  std::string_view digits = text;
  NumberParts parts;
  parts.negative = digits.starts_with('-');
  if (parts.negative) digits.remove_prefix(1);
  parts.digits = digits;
  if (spec.alternate && base != 10) parts.prefix = base == 2 ? "0b" : base == 8 ? "0o" : upper ? "0X" : "0x";
  std::string out;
  return append_number(vm, spec, parts, &out) ? new_text(vm, out) : Value();
}

bool is_float_code(uint32_t type) noexcept { return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' || type == '%'; }

// How a spec wants floats printed.
struct FloatForm {
  char code;
  int64_t precision;
  unsigned flags;
  bool percent;
};
bool float_form(Vm& vm, const FormatSpec& spec, FloatForm* out) {
  if (spec.precision > kMaxPrecision) {
    vm.raise_value("precision too big");
    return false;
  }
  out->percent = spec.type == '%';
  out->flags = (spec.alternate ? kFloatAlternate : 0u) | (spec.no_negative_zero ? kFloatNoNegativeZero : 0u);
  out->precision = spec.precision < 0 ? 6 : spec.precision;
  switch (spec.type) {
    case 0:
      out->code = spec.precision < 0 ? 'r' : 'g';
      out->flags |= kFloatAddPointZero;
      if (spec.precision < 0) out->precision = 0;
      break;
    case 'n': out->code = 'g'; break;
    case '%': out->code = 'f'; break;
    default: out->code = static_cast<char>(spec.type);
  }
  return true;
}

Value format_float(Vm& vm, double d, const FormatSpec& spec) {
  FloatForm form;
  if (!float_form(vm, spec, &form)) return {};
  constexpr double kMostPlain = 1e30;
  if (form.code == 'f' && form.precision <= 40 && d > -kMostPlain && d < kMostPlain && is_plain(spec)) {
    char plain[96];
    size_t head = put_sign(spec, std::signbit(d), plain);
    char* end = std::to_chars(plain + head, plain + sizeof plain, std::fabs(form.percent ? d * 100 : d), std::chars_format::fixed, static_cast<int>(form.precision)).ptr;
    if (form.percent) *end++ = '%';
    return pad_ascii(vm, spec, plain, static_cast<size_t>(end - plain), head);
  }
  std::string text, out;
  if (!format_double(vm, form.percent ? d * 100 : d, form.code, form.precision, form.flags, &text)) return {};
  if (form.percent) text += '%';
  return append_number(vm, spec, number_parts(text), &out) ? new_text(vm, out) : Value();
}

Value format_int(Vm& vm, Value v, Str* spec_text, std::string_view type) {
  const FormatSpec* known = known_format_spec(vm, spec_text, 'd', '>', type);
  if (!known) return {};
  const FormatSpec spec = *known;
  switch (spec.type) {
    case 'd':
    case 'b':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
    case 'c': return format_whole(vm, v, spec);
    default: break;
  }
  if (!is_float_code(spec.type)) return unknown_format_code(vm, spec.type, type);
  double d;
  if (!int_to_double(vm, v, &d)) return {};
  return format_float(vm, d, spec);
}

Value format_complex(Vm& vm, Complex* c, Str* spec_text, std::string_view type) {
  FormatSpec spec;
  if (!parse_format_spec(vm, spec_text->view(), 0, '>', type, &spec)) return {};
  if (spec.type && spec.type != 'n' && (!is_float_code(spec.type) || spec.type == '%')) return unknown_format_code(vm, spec.type, type);
  if (spec.fill == '0') return vm.raise_value("Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') return vm.raise_value("'=' alignment flag is not allowed in complex format specifier");
  FloatForm form;
  if (!float_form(vm, spec, &form)) return {};
  if (!spec.type) form.flags &= ~static_cast<unsigned>(kFloatAddPointZero);
  std::string re, im, body;
  if (!format_double(vm, c->re, form.code, form.precision, form.flags, &re) || !format_double(vm, c->im, form.code, form.precision, form.flags, &im)) return {};
  FormatSpec part = spec;
  part.width = -1;
  bool imaginary_only = !spec.type && re == "0";
  bool parens = !spec.type && !imaginary_only;
  if (parens) body += '(';
  if (!imaginary_only) {
    if (!append_number(vm, part, number_parts(re), &body)) return {};
    part.sign = '+';
  }
  if (!append_number(vm, part, number_parts(im), &body)) return {};
  body += 'j';
  if (parens) body += ')';
  std::string out;
  return append_padded(vm, spec, body, body.size(), &out) ? new_text(vm, out) : Value();
}

}  // namespace

Value format_builtin(Vm& vm, Value v, Str* spec) {
  Value u = unwrap(v);
  if (spec->size == 0) {
    if (is_str(v)) return v;
    if (v.same(u) && is_number(v)) return number_repr(vm, v);
    return vm.str(v);
  }
  std::string_view type = type_name(vm, v);
  if (is_str(u)) return format_str(vm, v, as<Str>(u), spec, type);
  if (is_integer(u)) return format_int(vm, u, spec, type);
  if (u.is_float()) {
    const FormatSpec* known = known_format_spec(vm, spec, 0, '>', type);
    if (!known) return {};
    const FormatSpec parsed = *known;
    if (parsed.type && parsed.type != 'n' && !is_float_code(parsed.type)) return unknown_format_code(vm, parsed.type, type);
    return format_float(vm, u.f, parsed);
  }
  if (is_kind(u, Kind::Complex)) return format_complex(vm, as<Complex>(u), spec, type);
  return vm.raise_type("unsupported format string passed to " + std::string(type) + ".__format__");
}

}  // namespace sl
