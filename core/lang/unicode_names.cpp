// Characters and their names, from a table unpacked on first use.
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "core/lang/unicode.h"
#include "core/lang/unicode_names_table.h"

namespace sl::syntax {

namespace {

struct Names {
  std::string text;               // '\n' before and after every name
  std::vector<uint32_t> starts;   // of each name
  std::vector<uint32_t> run_row;  // the row each run begins with
};

const Names& names() {
  static const Names* table = [] {
    auto* n = new Names;
    n->text.resize(kNamesSize + 2);
    n->text.front() = n->text.back() = '\n';
    uLongf size = kNamesSize;
    uncompress(reinterpret_cast<Bytef*>(n->text.data() + 1), &size, kPackedNames, sizeof kPackedNames);
    for (uint32_t i = 0; i + 1 < n->text.size(); ++i)
      if (n->text[i] == '\n') n->starts.push_back(i + 1);
    uint32_t row = 0;
    for (const NameRun& run : kNameRuns) {
      n->run_row.push_back(row);
      row += run.count;
    }
    return n;
  }();
  return *table;
}

// clang-format off
constexpr std::string_view kLeading[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
constexpr std::string_view kVowels[] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
constexpr std::string_view kTrailing[] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
// clang-format on
constexpr std::string_view kIdeograph = "CJK UNIFIED IDEOGRAPH-", kSyllable = "HANGUL SYLLABLE ";

bool is_ideograph(uint32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B738) || (c >= 0x2B740 && c <= 0x2B81D) ||
         (c >= 0x2B820 && c <= 0x2CEA1) || (c >= 0x2CEB0 && c <= 0x2EBE0) || (c >= 0x30000 && c <= 0x3134A);
}

int32_t ideograph(std::string_view digits) {
  if (digits.size() < 4 || digits.size() > 5) return -1;
  uint32_t c = 0;
  for (char digit : digits) {
    int value = digit >= '0' && digit <= '9' ? digit - '0' : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
    if (value < 0) return -1;
    c = c << 4 | static_cast<uint32_t>(value);
  }
  return is_ideograph(c) ? static_cast<int32_t>(c) : -1;
}

int32_t syllable(std::string_view name) {
  for (int lead = 0; lead < 19; ++lead) {
    if (!name.starts_with(kLeading[lead])) continue;
    for (int vowel = 0; vowel < 21; ++vowel) {
      std::string_view rest = name.substr(kLeading[lead].size());
      if (!rest.starts_with(kVowels[vowel])) continue;
      rest.remove_prefix(kVowels[vowel].size());
      auto tail = std::find(std::begin(kTrailing), std::end(kTrailing), rest);
      if (tail != std::end(kTrailing)) return 0xAC00 + (lead * 21 + vowel) * 28 + static_cast<int32_t>(tail - std::begin(kTrailing));
    }
  }
  return -1;
}

}  // namespace

std::string character_name(uint32_t c) {
  auto run = std::upper_bound(std::begin(kNameRuns), std::end(kNameRuns), c, [](uint32_t v, const NameRun& r) { return v < r.first; });
  if (run != std::begin(kNameRuns)) --run;
  if (c >= run->first && c - run->first < run->count) {
    const Names& all = names();
    uint32_t start = all.starts[all.run_row[static_cast<size_t>(run - std::begin(kNameRuns))] + (c - run->first)];
    return all.text.substr(start, all.text.find('\n', start) - start);
  }
  if (is_ideograph(c)) {
    char text[40];
    std::snprintf(text, sizeof text, "CJK UNIFIED IDEOGRAPH-%X", c);
    return text;
  }
  if (c < 0xAC00 || c >= 0xAC00 + 11172) return {};
  uint32_t i = c - 0xAC00;
  return std::string(kSyllable).append(kLeading[i / 588]).append(kVowels[i % 588 / 28]).append(kTrailing[i % 28]);
}

int32_t character_by_name(std::string_view given) {
  std::string name = "\n";
  for (char c : given) {
    if (c == '\n') return -1;
    name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  std::string_view bare = std::string_view(name).substr(1);
  if (bare.empty()) return -1;
  if (bare.starts_with(kIdeograph)) return ideograph(bare.substr(kIdeograph.size()));
  if (bare.starts_with(kSyllable)) return syllable(bare.substr(kSyllable.size()));
  for (const NameAlias& alias : kNameAliases)
    if (alias.name == bare) return static_cast<int32_t>(alias.code);
  const Names& all = names();
  size_t at = all.text.find(name + '\n');
  if (at == std::string::npos) return -1;
  auto row = static_cast<uint32_t>(std::lower_bound(all.starts.begin(), all.starts.end(), static_cast<uint32_t>(at + 1)) - all.starts.begin());
  auto run = static_cast<size_t>(std::upper_bound(all.run_row.begin(), all.run_row.end(), row) - all.run_row.begin()) - 1;
  return static_cast<int32_t>(kNameRuns[run].first + (row - all.run_row[run]));
}

}  // namespace sl::syntax
