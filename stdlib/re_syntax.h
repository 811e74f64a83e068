// Python's regular expressions as a tree: re_parse.cpp reads them, re_emit.cpp writes them in PCRE2's syntax.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sl::re {

enum Flag : uint32_t { kIgnoreCase = 2, kLocale = 4, kMultiLine = 8, kDotAll = 16, kUnicode = 32, kVerbose = 64, kDebug = 128, kAscii = 256 };

constexpr uint32_t kNoLimit = 0xFFFFFFFF;  // the upper bound of * and +
constexpr int64_t kMaxGroup = 1073741823;  // group numbers stay below

enum class Op : uint8_t {
  Literal,    // a the code point
  Any,        // .
  Set,        // items, negate
  Begin,      // ^
  End,        // $
  TextBegin,  // \A
  TextEnd,    // \Z
  Boundary,   // \b, negate: \B
  Group,      // a its number, 0 for none; b flags turned on, c turned off
  Look,       // negate, behind
  Atomic,
  Repeat,     // a to b times; mode
  Backref,    // a
  Condition,  // a the group; one or two branches
};
enum class Greed : uint8_t { Greedy, Lazy, Possessive };

struct SetItem {
  uint32_t low, high;
  char category = 0;  // one of dDsSwW, then the bounds are unused
};

struct Node;
using Sequence = std::vector<Node>;
struct Node {
  Op op;
  Greed greed = Greed::Greedy;
  bool negate = false, behind = false;
  uint32_t a = 0, b = 0, c = 0;
  std::vector<SetItem> items = {};
  std::vector<Sequence> branches = {};
};

// What is wrong with a pattern or template. position in characters, -1: none.
struct Fault {
  enum class Type : uint8_t { Pattern, Value, Overflow, Recursion, Index };
  std::string message;
  int64_t position = -1;
  Type type = Type::Pattern;
};

struct Syntax {
  std::vector<Sequence> branches;
  uint32_t flags = 0;   // with those the pattern turns on, kUnicode made explicit
  uint32_t groups = 0;  // capturing ones
  bool bytes = false, any_unicode = false, any_ascii = false;
  std::vector<std::pair<std::string, uint32_t>> names;
  std::vector<uint32_t> close_order;  // by group number: which closing parenthesis is its, from 1
};

// The characters of a pattern or template, read in tokens: one character, or a backslash with what follows.
struct Source {
  std::vector<uint32_t> text;
  bool bytes = false;
  size_t at = 0;
  Source(std::string_view pattern, bool is_bytes);
  size_t tell() const { return at; }
  size_t token() const;  // length of the next one, 0 at the end; throws on a lone backslash
  bool done() const { return token() == 0; }
  bool next_is(uint32_t c) const { return token() == 1 && text[at] == c; }
  bool match(uint32_t c);
  std::string slice(size_t from, size_t to) const;                     // in UTF-8
  std::string get_until(uint32_t terminator, const char* name);        // throws when it is missing or empty
  std::string digits(size_t most, int base);                           // up to `most` digits, taken
  [[noreturn]] void fail(std::string message, size_t back = 0) const;  // `back` characters before the current place
};

bool is_identifier(std::string_view text);
void check_group_name(const Source& source, std::string_view name);
// A group's number as int() reads it, -1 when it is none.
int64_t group_digits(std::string_view text);
size_t character_count(std::string_view text);
std::string quoted(std::string_view text);  // its repr
uint32_t simple_escape(uint32_t letter);    // the character of \n and the like, 0 for none

// One escape sequence: a literal, or a category, or (outside sets) an assertion or a group reference.
struct Escape {
  enum class Type : uint8_t { Literal, Category, Assertion, Group } type;
  uint32_t value;
};
// `at` stands behind the letter; `groups` is null inside a set.
Escape parse_escape(Source& source);
Escape parse_set_escape(Source& source);
Node parse_set(Source& source);  // behind the opening bracket

// False: *fault tells why.
bool parse(std::string_view pattern, bool bytes, uint32_t flags, Syntax* syntax, Fault* fault);
// In PCRE2's syntax; plain: for texts of ASCII characters only, matched byte by byte.
std::string emit(const Syntax& syntax, bool plain);

struct TemplatePart {
  std::string text;  // of a literal, in UTF-8 or bytes
  int64_t group = -1;
};
bool parse_template(std::string_view text, bool bytes, uint32_t groups, const std::vector<std::pair<std::string, uint32_t>>& names, std::vector<TemplatePart>* parts, Fault* fault);

}  // namespace sl::re
