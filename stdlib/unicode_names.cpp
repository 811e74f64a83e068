#include "stdlib/unicode_names.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <vector>

#include "core/lang/unicode.h"
#include "stdlib/unicode_names_table.h"

namespace sl {
namespace {

// clang-format off
constexpr const char* kLeading[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
constexpr const char* kVowels[] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
constexpr const char* kTrailing[] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
// clang-format on

// Where each row of the table begins.
const std::vector<uint32_t>& rows() {
  static const std::vector<uint32_t> starts = [] {
    std::vector<uint32_t> found{0};
    for (uint32_t i = 0; i + 1 < sizeof kNames; ++i)
      if (kNames[i] == '\n') found.push_back(i + 1);
    return found;
  }();
  return starts;
}

bool is_ideograph(uint32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2EBE0); }

}  // namespace

std::string unicode_name(uint32_t c) {
  for (const NameRun& run : kNameRuns) {
    if (c < run.first || c > run.last) continue;
    uint32_t row = run.row + (c - run.first);
    return std::string(kNames + rows()[row], rows()[row + 1] - rows()[row] - 1);
  }
  if (is_ideograph(c)) {
    char text[40];
    std::snprintf(text, sizeof text, "CJK UNIFIED IDEOGRAPH-%X", c);
    return text;
  }
  if (c >= 0xAC00 && c < 0xAC00 + 11172) {
    uint32_t i = c - 0xAC00;
    return std::string("HANGUL SYLLABLE ") + kLeading[i / 588] + kVowels[i % 588 / 28] + kTrailing[i % 28];
  }
  return {};
}

uint32_t unicode_by_name(std::string_view name) {
  std::string wanted;
  for (char c : name) wanted += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  std::string_view all(kNames, sizeof kNames - 1);
  for (size_t at = 0; !wanted.empty() && (at = all.find(wanted, at)) != std::string_view::npos; at += wanted.size()) {
    if ((at && all[at - 1] != '\n') || all[at + wanted.size()] != '\n') continue;
    const auto& starts = rows();
    auto row = static_cast<uint32_t>(std::lower_bound(starts.begin(), starts.end(), static_cast<uint32_t>(at)) - starts.begin());
    for (const NameRun& run : kNameRuns)
      if (row >= run.row && row <= run.row + (run.last - run.first)) return run.first + (row - run.row);
  }
  int32_t c = syntax::character_by_name(wanted);
  return c < 0 ? UINT32_MAX : static_cast<uint32_t>(c);
}

}  // namespace sl
