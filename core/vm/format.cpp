// Parsing of format specifications; padding and digit grouping.
#include "core/vm/format.h"

#include <algorithm>

#include "core/vm/bulk.h"

namespace sl {

namespace {

bool is_align(char c) noexcept { return c == '<' || c == '>' || c == '=' || c == '^'; }

class SpecParser {
 public:
  SpecParser(Vm& vm, std::string_view text) : vm_(vm), p_(text.data()), end_(p_ + text.size()) {}
  bool at_end() const noexcept { return p_ == end_; }
  char peek() const noexcept { return p_ < end_ ? *p_ : '\0'; }
  bool accept(char c) noexcept {
    if (at_end() || *p_ != c) return false;
    ++p_;
    return true;
  }
  uint32_t next() noexcept { return next_code_point(p_); }
  bool more_than_one() const noexcept { return p_ < end_ && next_boundary(p_) < end_; }
  // [[fill]align]; sets *fill when it is given.
  bool fill_and_align(FormatSpec* out, bool* filled) noexcept {
    if (at_end()) return false;
    const char* second = next_boundary(p_);
    if (second < end_ && is_align(*second)) {
      out->fill = next();
      *filled = true;
    } else if (!is_align(*p_)) {
      return false;
    }
    out->align = *p_++;
    return true;
  }
  // A decimal number of any script; *out keeps its value without digits. False: ValueError.
  bool number(int64_t* out) {
    int64_t n = 0;
    bool any = false;
    while (p_ < end_) {
      const char* after = p_;
      int digit = decimal_value(next_code_point(after));
      if (digit < 0) break;
      p_ = after;
      any = true;
      if (__builtin_mul_overflow(n, int64_t{10}, &n) || __builtin_add_overflow(n, int64_t{digit}, &n)) {
        vm_.raise_value("Too many decimal digits in format string");
        return false;
      }
    }
    if (any) *out = n;
    return true;
  }

 private:
  Vm& vm_;
  const char* p_;
  const char* end_;
};

std::string code_text(uint32_t code) {
  if (code > 32 && code < 128) return "'" + std::string(1, static_cast<char>(code)) + "'";
  char text[16];
  std::snprintf(text, sizeof text, "'\\x%x'", code);
  return text;
}

bool check_grouping(Vm& vm, const FormatSpec& spec) {
  if (!spec.grouping) return true;
  switch (spec.type) {
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'G':
    case '%':
    case 'F':
    case 0: return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      if (spec.grouping == '_') return true;
      break;
    default: break;
  }
  vm.raise_value(std::string("Cannot specify '") + spec.grouping + "' with " + code_text(spec.type) + ".");
  return false;
}

// False: interrupted.
bool append_fill(Vm& vm, std::string* out, uint32_t fill, uint64_t n) {
  if (fill < 0x80) return append_bulk(vm, out, static_cast<char>(fill), n);
  return in_steps(vm, n, [&](size_t from, size_t to) {
    for (; from < to; ++from) append_code_point(*out, fill);
  });
}

bool check_padding(Vm& vm, const FormatSpec& spec, uint64_t extra) {
  uint64_t width = spec.width < 0 ? 0 : static_cast<uint64_t>(spec.width);
  if (width > kMaxTextSize) {
    vm.raise_memory();
    return false;
  }
  return check_text_size(vm, 4 * width / 3 * (spec.fill < 0x80 ? 1 : 4) + extra);
}

// Digits in groups, preceded by zeros until they take `min_width` places, separators included.
// False: interrupted.
bool group_digits(Vm& vm, std::string_view digits, char separator, int64_t group, int64_t min_width, std::string* out) {
  std::string& reversed = *out;
  auto remaining = static_cast<int64_t>(digits.size());
  while (remaining > 0 || min_width > 0) {
    if (!reversed.empty()) {
      reversed += separator;
      --min_width;
    }
    int64_t take = separator ? std::min(group, std::max({remaining, min_width, int64_t{1}})) : std::max({remaining, min_width, int64_t{1}});
    for (int64_t i = 0; i < take; ++i) {
      reversed += remaining > 0 ? digits[static_cast<size_t>(--remaining)] : '0';
      if (reversed.size() % kBulkStep == 0 && !vm.poll()) return false;
    }
    min_width -= take;
  }
  std::reverse(reversed.begin(), reversed.end());
  return true;
}

}  // namespace

bool parse_format_spec(Vm& vm, std::string_view text, uint32_t default_type, char default_align, std::string_view object_type, FormatSpec* out) {
  FormatSpec& spec = *out;
  spec.align = default_align;
  spec.type = default_type;
  SpecParser p(vm, text);
  bool filled = false;
  bool aligned = p.fill_and_align(&spec, &filled);
  if (p.peek() == '+' || p.peek() == '-' || p.peek() == ' ') spec.sign = static_cast<char>(p.next());
  spec.no_negative_zero = p.accept('z');
  spec.alternate = p.accept('#');
  if (!filled && p.accept('0')) {
    spec.fill = '0';
    if (!aligned && default_align == '>') spec.align = '=';
  }
  if (!p.number(&spec.width)) return false;
  if (p.accept(',')) spec.grouping = ',';
  if (p.peek() == '_') {
    if (spec.grouping) {
      vm.raise_value("Cannot specify both ',' and '_'.");
      return false;
    }
    p.next();
    spec.grouping = '_';
  }
  if (p.peek() == ',' && spec.grouping == '_') {
    vm.raise_value("Cannot specify both ',' and '_'.");
    return false;
  }
  if (p.accept('.')) {
    if (!p.number(&spec.precision)) return false;
    if (spec.precision < 0) {
      vm.raise_value("Format specifier missing precision");
      return false;
    }
  }
  if (p.more_than_one()) {
    vm.raise_value("Invalid format specifier '" + std::string(text) + "' for object of type '" + std::string(object_type) + "'");
    return false;
  }
  if (!p.at_end()) spec.type = p.next();
  return check_grouping(vm, spec);
}

const FormatSpec* known_format_spec(Vm& vm, Str* text, uint32_t default_type, char default_align, std::string_view object_type) {
  struct Known {
    const Str* text = nullptr;
    uint32_t default_type = 0;
    FormatSpec spec;
  };
  thread_local Known known[32], other;
  bool constant = text->mark == kSharedMark;  // never freed
  Known& k = constant ? known[(reinterpret_cast<uintptr_t>(text) >> 4 ^ default_type) % 32] : other;
  if (constant && k.text == text && k.default_type == default_type) return &k.spec;
  k = {nullptr, default_type, {}};
  if (!parse_format_spec(vm, text->view(), default_type, default_align, object_type, &k.spec)) return nullptr;
  if (constant) k.text = text;
  return &k.spec;
}

Value unknown_format_code(Vm& vm, uint32_t code, std::string_view object_type) {
  return vm.raise_value("Unknown format code " + code_text(code) + " for object of type '" + std::string(object_type) + "'");
}

bool append_padded(Vm& vm, const FormatSpec& spec, std::string_view text, size_t length, std::string* out) {
  uint64_t width = spec.width < 0 ? 0 : static_cast<uint64_t>(spec.width);
  if (width <= length) {
    out->append(text);
    return true;
  }
  if (!check_padding(vm, spec, text.size())) return false;
  uint64_t pad = width - length;
  uint64_t left = spec.align == '>' ? pad : spec.align == '^' ? pad / 2 : 0;
  if (!append_fill(vm, out, spec.fill, left)) return false;
  out->append(text);
  return append_fill(vm, out, spec.fill, pad - left);
}

bool append_number(Vm& vm, const FormatSpec& spec, const NumberParts& parts, std::string* out) {
  char sign = parts.negative ? '-' : spec.sign == '+' ? '+' : spec.sign == ' ' ? ' ' : '\0';
  int64_t fixed = (sign ? 1 : 0) + static_cast<int64_t>(parts.prefix.size() + count_code_points(parts.rest.data(), parts.rest.size()));
  if (spec.width > 0 && !check_padding(vm, spec, parts.digits.size() + parts.rest.size())) return false;
  int64_t min_width = spec.fill == '0' && spec.align == '=' && !parts.digits.empty() ? spec.width - fixed : 0;
  std::string grouped;
  std::string_view digits = parts.digits;
  if ((spec.grouping && !digits.empty()) || min_width > static_cast<int64_t>(digits.size())) {
    bool fours = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
    if (!group_digits(vm, digits, spec.grouping, fours ? 4 : 3, min_width, &grouped)) return false;
    digits = grouped;
  }
  int64_t pad = std::max<int64_t>(spec.width - fixed - static_cast<int64_t>(digits.size()), 0);
  int64_t left = spec.align == '>' ? pad : spec.align == '^' ? pad / 2 : 0;
  int64_t inner = spec.align == '=' ? pad : 0;
  if (!append_fill(vm, out, spec.fill, static_cast<uint64_t>(left))) return false;
  if (sign) *out += sign;
  out->append(parts.prefix);
  if (!append_fill(vm, out, spec.fill, static_cast<uint64_t>(inner)) || !append_bulk(vm, out, digits)) return false;
  out->append(parts.rest);
  return append_fill(vm, out, spec.fill, static_cast<uint64_t>(pad - left - inner));
}

}  // namespace sl
