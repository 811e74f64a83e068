#include "glob.h"

#include <cstddef>
#include <cstdint>

namespace kv {
namespace {

constexpr uint32_t kNone = 0xffffffff;

// The code point at `i`; a stray byte stands for itself.
uint32_t next_char(std::string_view s, size_t& i) {
  if (i >= s.size()) return kNone;
  unsigned char lead = static_cast<unsigned char>(s[i++]);
  int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
  if (i + more > s.size()) return lead;
  uint32_t code = more == 3 ? lead & 7 : more == 2 ? lead & 15 : more == 1 ? lead & 31 : lead;
  for (; more; --more) code = code << 6 | (static_cast<unsigned char>(s[i++]) & 63);
  return code;
}

// Reads the class after '['. Returns false when it is malformed.
bool match_class(std::string_view pattern, size_t& p, uint32_t c, bool* matched) {
  bool negated = p < pattern.size() && pattern[p] == '^';
  if (negated) ++p;
  bool found = false;
  for (bool first = true;; first = false) {
    if (p >= pattern.size()) return false;
    if (pattern[p] == ']' && !first) {
      ++p;
      break;
    }
    auto bound = [&]() -> uint32_t {
      if (p < pattern.size() && (pattern[p] == '-' || pattern[p] == ']')) return kNone;
      if (p < pattern.size() && pattern[p] == '\\') ++p;
      return next_char(pattern, p);
    };
    uint32_t low = bound();
    if (low == kNone) return false;
    uint32_t high = low;
    if (p < pattern.size() && pattern[p] == '-') {
      ++p;
      if ((high = bound()) == kNone) return false;
    }
    found |= low <= c && c <= high;
  }
  *matched = found != negated;
  return true;
}

}  // namespace

bool glob_valid(std::string_view pattern) {
  for (size_t p = 0; p < pattern.size();) {
    char c = pattern[p++];
    if (c == '\\' && p++ >= pattern.size()) return false;
    bool matched;
    if (c == '[' && !match_class(pattern, p, kNone, &matched)) return false;
  }
  return true;
}

bool glob_match(std::string_view pattern, std::string_view key) {
  if (pattern == "*") return true;
  size_t p = 0, k = 0;
  size_t star = std::string_view::npos, star_key = 0;  // where to retry after the last '*'
  while (true) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_key = k;
      continue;
    }
    bool matched = false;
    size_t key_next = k, pattern_next = p;
    uint32_t c = next_char(key, key_next);
    if (p == pattern.size()) {
      if (c == kNone) return true;
    } else if (c != kNone) {
      char symbol = pattern[pattern_next++];
      if (symbol == '?') {
        matched = c != '/';
      } else if (symbol == '[') {
        if (!match_class(pattern, pattern_next, c, &matched)) return false;
        matched = matched && c != '/';
      } else {
        if (symbol != '\\') --pattern_next;
        matched = next_char(pattern, pattern_next) == c;
      }
    }
    if (matched) {
      k = key_next;
      p = pattern_next;
    } else if (star != std::string_view::npos && star_key < key.size() && key[star_key] != '/') {
      next_char(key, star_key);
      k = star_key;
      p = star;
    } else {
      return false;
    }
  }
}

std::string_view glob_prefix(std::string_view pattern) { return pattern.substr(0, pattern.find_first_of("*?[\\")); }

}  // namespace kv
