#include "core/vm/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "core/vm/unicode_tables.h"

namespace sl {

namespace {

template <size_t N>
bool listed(const CodePointRange (&table)[N], uint32_t c) noexcept {
  auto it = std::upper_bound(std::begin(table), std::end(table), c, [](uint32_t v, const CodePointRange& r) { return v < r.first; });
  return it != std::begin(table) && c <= std::prev(it)->last;
}

template <size_t N>
unsigned special_mapping(const CaseMapping (&table)[N], uint32_t c, uint32_t* out) noexcept {
  if (c < table[0].from || c > table[N - 1].from) return 0;
  auto it = std::lower_bound(std::begin(table), std::end(table), c, [](const CaseMapping& m, uint32_t v) { return m.from < v; });
  if (it == std::end(table) || it->from != c) return 0;
  unsigned n = 0;
  while (n < 3 && it->to[n]) {
    out[n] = it->to[n];
    ++n;
  }
  return n;
}

int category(uint32_t c) noexcept {
  if (c >= kUnassigned[0].first && listed(kUnassigned, c)) return UTF8PROC_CATEGORY_CN;
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

constexpr unsigned bit(int category) noexcept { return 1u << category; }
bool in_categories(uint32_t c, unsigned mask) noexcept { return bit(category(c)) & mask; }

constexpr unsigned kLetters = bit(UTF8PROC_CATEGORY_LU) | bit(UTF8PROC_CATEGORY_LL) | bit(UTF8PROC_CATEGORY_LT) | bit(UTF8PROC_CATEGORY_LM) | bit(UTF8PROC_CATEGORY_LO);
constexpr unsigned kNumbers = bit(UTF8PROC_CATEGORY_ND) | bit(UTF8PROC_CATEGORY_NL) | bit(UTF8PROC_CATEGORY_NO);
constexpr unsigned kIdentifierStart = kLetters | bit(UTF8PROC_CATEGORY_NL);
constexpr unsigned kIdentifierPart = kIdentifierStart | bit(UTF8PROC_CATEGORY_MN) | bit(UTF8PROC_CATEGORY_MC) | bit(UTF8PROC_CATEGORY_ND) | bit(UTF8PROC_CATEGORY_PC);
constexpr unsigned kUnprintable = bit(UTF8PROC_CATEGORY_CC) | bit(UTF8PROC_CATEGORY_CF) | bit(UTF8PROC_CATEGORY_CS) | bit(UTF8PROC_CATEGORY_CO) | bit(UTF8PROC_CATEGORY_CN) |
                                  bit(UTF8PROC_CATEGORY_ZL) | bit(UTF8PROC_CATEGORY_ZP) | bit(UTF8PROC_CATEGORY_ZS);
constexpr unsigned kIgnorable = bit(UTF8PROC_CATEGORY_MN) | bit(UTF8PROC_CATEGORY_ME) | bit(UTF8PROC_CATEGORY_CF) | bit(UTF8PROC_CATEGORY_LM) | bit(UTF8PROC_CATEGORY_SK);

bool ascii_alpha(uint32_t c) noexcept { return (c | 32) - 'a' < 26; }
bool ascii_digit(uint32_t c) noexcept { return c - '0' < 10; }

bool is_cased(uint32_t c) noexcept { return is_lower(c) || is_upper(c) || is_title(c); }
bool is_case_ignorable(uint32_t c) noexcept { return in_categories(c, kIgnorable) || listed(kCaseIgnorableExceptions, c); }

// Unicode's Final_Sigma condition for the sigma at `at`.
bool final_sigma(std::string_view text, const char* at) noexcept {
  const char* begin = text.data();
  const char* end = begin + text.size();
  bool cased_before = false;
  for (const char* p = at; p > begin;) {
    p = previous_boundary(p);
    uint32_t c = code_point_at(p);
    if (is_case_ignorable(c)) continue;
    cased_before = is_cased(c);
    break;
  }
  if (!cased_before) return false;
  for (const char* p = next_boundary(at); p < end;) {
    uint32_t c = next_code_point(p);
    if (is_case_ignorable(c)) continue;
    return !is_cased(c);
  }
  return true;
}

void append_lower(std::string& out, std::string_view text, const char* at) {
  uint32_t c = code_point_at(at);
  uint32_t mapped[3];
  if (c == 0x3A3) {
    append_code_point(out, final_sigma(text, at) ? 0x3C2 : 0x3C3);
    return;
  }
  unsigned n = lower_mapping(c, mapped);
  for (unsigned i = 0; i < n; ++i) append_code_point(out, mapped[i]);
}

void append_mapped(std::string& out, unsigned (*mapping)(uint32_t, uint32_t*) noexcept, uint32_t c) {
  uint32_t mapped[4];
  unsigned n = mapping(c, mapped);
  for (unsigned i = 0; i < n; ++i) append_code_point(out, mapped[i]);
}

void map_text(std::string& out, std::string_view text, unsigned (*mapping)(uint32_t, uint32_t*) noexcept) {
  size_t at = out.size();
  out.resize(at + text.size() + text.size() / 8 + 12);  // room for one more mapping is kept
  for (const char *p = text.data(), *end = p + text.size(); p < end;) {
    if (out.size() - at < 12) out.resize(out.size() + text.size() + 12);
    uint32_t mapped[4];
    unsigned n = mapping(next_code_point(p), mapped);
    for (unsigned i = 0; i < n; ++i) at += encode_code_point(mapped[i], out.data() + at);
  }
  out.resize(at);
}

}  // namespace

bool is_ascii(const char* p, size_t n) noexcept {
  uint64_t seen = 0;
  for (; n >= 8; p += 8, n -= 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    seen |= word;
    if (seen & 0x8080808080808080u) return false;
  }
  for (; n; ++p, --n) seen |= static_cast<uint8_t>(*p) & 0x80u;
  return !(seen & 0x8080808080808080u);
}

size_t count_code_points(const char* p, size_t n) noexcept {
  size_t continuation = 0, total = n;
  constexpr uint64_t kOnes = 0x0101010101010101u;
  while (n >= 8) {
    uint64_t sum = 0;  // one counter per byte lane: flush before it overflows
    for (int i = 0; i < 255 && n >= 8; ++i, p += 8, n -= 8) {
      uint64_t word;
      std::memcpy(&word, p, 8);
      sum += (word >> 7) & (~word >> 6) & kOnes;
    }
    continuation += ((sum & 0x00FF00FF00FF00FFu) * 0x0001000100010001u >> 48) + ((sum >> 8 & 0x00FF00FF00FF00FFu) * 0x0001000100010001u >> 48);
  }
  for (; n; ++p, --n) continuation += is_continuation(*p);
  return total - continuation;
}

size_t valid_utf8_prefix(std::string_view text, bool surrogates) noexcept {
  auto* p = reinterpret_cast<const uint8_t*>(text.data());
  size_t n = text.size(), i = 0;
  while (i < n) {
    if (p[i] < 0x80) {
      uint64_t word;
      while (i + 8 <= n && (std::memcpy(&word, p + i, 8), !(word & 0x8080808080808080u))) i += 8;
      while (i < n && p[i] < 0x80) ++i;
      continue;
    }
    uint8_t b = p[i];
    auto tail = [&](size_t k) { return i + k < n && (p[i + k] & 0xC0) == 0x80; };
    if (b >= 0xC2 && b < 0xE0) {
      if (!tail(1)) return i;
      i += 2;
    } else if (b >= 0xE0 && b < 0xF0) {
      if (!tail(1) || !tail(2) || (b == 0xE0 && p[i + 1] < 0xA0) || (b == 0xED && p[i + 1] >= 0xA0 && !surrogates)) return i;
      i += 3;
    } else if (b >= 0xF0 && b < 0xF5) {
      if (!tail(1) || !tail(2) || !tail(3) || (b == 0xF0 && p[i + 1] < 0x90) || (b == 0xF4 && p[i + 1] >= 0x90)) return i;
      i += 4;
    } else {
      return i;
    }
  }
  return n;
}

bool is_alpha(uint32_t c) noexcept { return c < 0x80 ? ascii_alpha(c) : in_categories(c, kLetters); }
bool is_decimal(uint32_t c) noexcept { return c < 0x80 ? ascii_digit(c) : category(c) == UTF8PROC_CATEGORY_ND; }
bool is_digit(uint32_t c) noexcept { return c < 0x80 ? ascii_digit(c) : is_decimal(c) || listed(kDigits, c); }
bool is_numeric(uint32_t c) noexcept { return c < 0x80 ? ascii_digit(c) : in_categories(c, kNumbers) || listed(kNumeric, c); }
bool is_alnum(uint32_t c) noexcept { return c < 0x80 ? ascii_alpha(c) || ascii_digit(c) : in_categories(c, kLetters | kNumbers) || listed(kNumeric, c); }
bool is_space(uint32_t c) noexcept {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  if (c >= 0xA1 && c < 0x1680) return false;
  return c == 0x85 || c == 0x2028 || c == 0x2029 || (c >= 0xA0 && category(c) == UTF8PROC_CATEGORY_ZS);
}
bool is_printable(uint32_t c) noexcept { return c < 0x7F ? c >= ' ' : !in_categories(c, kUnprintable); }
bool is_lower(uint32_t c) noexcept {
  if (c < 0x80) return c - 'a' < 26;
  return category(c) == UTF8PROC_CATEGORY_LL || listed(kLowerExceptions, c);
}
bool is_upper(uint32_t c) noexcept {
  if (c < 0x80) return c - 'A' < 26;
  return category(c) == UTF8PROC_CATEGORY_LU || listed(kUpperExceptions, c);
}
bool is_title(uint32_t c) noexcept { return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_LT; }
bool is_identifier_start(uint32_t c) noexcept {
  if (c < 0x80) return ascii_alpha(c) || c == '_';
  return in_categories(c, kIdentifierStart) != listed(kIdentifierStartExceptions, c);
}
bool is_identifier_part(uint32_t c) noexcept {
  if (c < 0x80) return ascii_alpha(c) || ascii_digit(c) || c == '_';
  return in_categories(c, kIdentifierPart) != listed(kIdentifierExceptions, c);
}
bool is_line_break(uint32_t c) noexcept { return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029; }

int decimal_value(uint32_t c) noexcept {
  if (c < 0x80) return ascii_digit(c) ? static_cast<int>(c - '0') : -1;
  if (!is_decimal(c)) return -1;
  // Digits come in runs of ten, zero first; the mathematical ones follow each other directly.
  if (c >= 0x1D7CE && c <= 0x1D7FF) return static_cast<int>((c - 0x1D7CE) % 10);
  int value = 0;
  while (value < 9 && is_decimal(c - 1 - static_cast<uint32_t>(value))) ++value;
  return value;
}

namespace {

// Simple mappings of the European alphabets, where no special mapping hides in them; 0 elsewhere.
struct SimpleCase {
  static constexpr uint32_t kEnd = 0x530;
  uint16_t upper[kEnd], lower[kEnd];
  SimpleCase() noexcept {
    uint32_t ignored[3];
    for (uint32_t c = 0; c < kEnd; ++c) {
      upper[c] = special_mapping(kUpperSpecial, c, ignored) ? 0 : static_cast<uint16_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
      lower[c] = c == 0x130 ? 0 : static_cast<uint16_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    }
  }
};
const SimpleCase kSimpleCase;

}  // namespace

unsigned upper_mapping(uint32_t c, uint32_t* out) noexcept {
  if (c < SimpleCase::kEnd && (out[0] = kSimpleCase.upper[c])) return 1;
  if (unsigned n = special_mapping(kUpperSpecial, c, out)) return n;
  out[0] = static_cast<uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
  return 1;
}
unsigned title_mapping(uint32_t c, uint32_t* out) noexcept {
  if (unsigned n = special_mapping(kTitleSpecial, c, out)) return n;
  out[0] = static_cast<uint32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c)));
  return 1;
}
unsigned lower_mapping(uint32_t c, uint32_t* out) noexcept {
  if (c < SimpleCase::kEnd && (out[0] = kSimpleCase.lower[c])) return 1;
  out[0] = static_cast<uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  if (c != 0x130) return 1;
  out[1] = 0x307;
  return 2;
}
unsigned fold_mapping(uint32_t c, uint32_t* out) noexcept {
  if (c < 0x80) {
    out[0] = c - 'A' < 26 ? c + 32 : c;
    return 1;
  }
  utf8proc_int32_t folded[4];
  int boundary = 0;
  auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), folded, 4, UTF8PROC_CASEFOLD, &boundary);
  if (n < 1 || n > 3) {
    out[0] = c;
    return 1;
  }
  std::copy(folded, folded + n, out);
  return static_cast<unsigned>(n);
}

void upper_text(std::string& out, std::string_view text, size_t from, size_t to) { map_text(out, text.substr(from, to - from), upper_mapping); }
void fold_text(std::string& out, std::string_view text, size_t from, size_t to) { map_text(out, text.substr(from, to - from), fold_mapping); }
void simple_upper_text(std::string& out, std::string_view text, size_t from, size_t to) {
  map_text(out, text.substr(from, to - from), [](uint32_t c, uint32_t* mapped) noexcept {
    mapped[0] = c == 0xDF ? c : static_cast<uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
    return 1u;
  });
}
void simple_lower_text(std::string& out, std::string_view text, size_t from, size_t to) {
  map_text(out, text.substr(from, to - from), [](uint32_t c, uint32_t* mapped) noexcept {
    mapped[0] = static_cast<uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    return 1u;
  });
}

void lower_text(std::string& out, std::string_view text, size_t from, size_t to) {
  for (const char *p = text.data() + from, *end = text.data() + to; p < end; p = next_boundary(p)) append_lower(out, text, p);
}

void title_text(std::string& out, std::string_view text, size_t from, size_t to) {
  const char *p = text.data() + from, *end = text.data() + to;
  bool in_word = from && is_cased(code_point_at(previous_boundary(p)));
  for (; p < end; p = next_boundary(p)) {
    uint32_t c = code_point_at(p);
    if (in_word)
      append_lower(out, text, p);
    else
      append_mapped(out, title_mapping, c);
    in_word = is_cased(c);
  }
}

void capitalize_text(std::string& out, std::string_view text, size_t from, size_t to) {
  const char *p = text.data() + from, *end = text.data() + to;
  if (from == 0 && p < end) append_mapped(out, title_mapping, next_code_point(p));
  for (; p < end; p = next_boundary(p)) append_lower(out, text, p);
}

void swapcase_text(std::string& out, std::string_view text, size_t from, size_t to) {
  for (const char *p = text.data() + from, *end = text.data() + to; p < end; p = next_boundary(p)) {
    uint32_t c = code_point_at(p);
    if (is_upper(c))
      append_lower(out, text, p);
    else if (is_lower(c))
      append_mapped(out, upper_mapping, c);
    else
      append_code_point(out, c);
  }
}

}  // namespace sl
