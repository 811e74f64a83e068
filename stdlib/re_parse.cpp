// The grammar of Python's regular expressions, with CPython's messages for what is wrong with them.
#include <algorithm>
#include <optional>

#include "core/vm/unicode.h"
#include "stdlib/re_syntax.h"

namespace sl::re {

namespace {

constexpr uint64_t kWide = uint64_t{1} << 62;  // widths saturate here
constexpr unsigned kMaxNesting = 1000;
constexpr uint32_t kTypeFlags = kAscii | kLocale | kUnicode;

struct Width {
  uint64_t low = 0, high = 0;
};
uint64_t plus(uint64_t a, uint64_t b) { return std::min(kWide, a + b); }
uint64_t times(uint64_t a, uint64_t n) { return a && n > kWide / a ? kWide : a * n; }

uint32_t flag_of(uint32_t letter) {
  switch (letter) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiLine;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 'u': return kUnicode;
    default: return 0;
  }
}

class Parser {
 public:
  Parser(Source& source, Syntax& syntax) : s_(source), out_(syntax), widths_(1), closed_(1) {}

  void run() {
    out_.branches = alternation(out_.flags & kVerbose, true);
    if (!s_.done()) s_.fail("unbalanced parenthesis");
    for (auto [group, position] : wanted_)
      if (group > out_.groups) throw Fault{"invalid group reference " + std::to_string(group), static_cast<int64_t>(position)};
  }

 private:
  std::vector<Sequence> alternation(bool verbose, bool top) {
    if (++depth_ > kMaxNesting) throw Fault{"maximum recursion depth exceeded", -1, Fault::Type::Recursion};
    std::vector<Sequence> branches;
    do {
      if (top && !branches.empty()) verbose = out_.flags & kVerbose;
      branches.push_back(sequence(verbose, top && branches.empty()));
    } while (s_.match('|'));
    --depth_;
    return branches;
  }

  Sequence sequence(bool verbose, bool first) {
    Sequence items;
    for (;;) {
      size_t n = s_.token();
      if (n == 0) break;
      uint32_t c = s_.text[s_.at];
      if (n == 1 && (c == '|' || c == ')')) break;
      s_.at += n;
      if (n == 2) {
        items.push_back(escape());
        continue;
      }
      if (verbose) {
        if (c == ' ' || c - '\t' < 5) continue;
        if (c == '#') {
          skip_comment();
          continue;
        }
      }
      switch (c) {
        case '[': items.push_back(simplified(parse_set(s_))); break;
        case '*':
        case '+':
        case '?':
        case '{': repeat(c, items); break;
        case '.': items.push_back({.op = Op::Any}); break;
        case '^': items.push_back({.op = Op::Begin}); break;
        case '$': items.push_back({.op = Op::End}); break;
        case '(': parenthesis(items, verbose, first); break;
        default: items.push_back({.op = Op::Literal, .a = c});
      }
    }
    return items;
  }

  void skip_comment() {
    while (size_t n = s_.token()) {
      bool end = n == 1 && s_.text[s_.at] == '\n';
      s_.at += n;
      if (end) return;
    }
  }

  static Node simplified(Node set) {
    if (set.negate || set.items.size() != 1 || set.items[0].category || set.items[0].low != set.items[0].high) return set;
    return {.op = Op::Literal, .a = set.items[0].low};
  }

  Node escape() {
    Escape e = parse_escape(s_);
    switch (e.type) {
      case Escape::Type::Literal: return {.op = Op::Literal, .a = e.value};
      case Escape::Type::Category: {
        Node set{.op = Op::Set};
        set.items.push_back({0, 0, static_cast<char>(e.value)});
        return set;
      }
      case Escape::Type::Assertion: {
        Node at{.op = e.value == 'A' ? Op::TextBegin : e.value == 'Z' ? Op::TextEnd : Op::Boundary};
        at.negate = e.value == 'B';
        return at;
      }
      default: break;
    }
    size_t digits = std::to_string(e.value).size();
    if (e.value > out_.groups) s_.fail("invalid group reference " + std::to_string(e.value), digits);
    return reference(e.value, digits + 1);
  }

  Node reference(uint32_t group, size_t back) {
    if (!closed_[group]) s_.fail("cannot refer to an open group", back);
    check_look_behind(group);
    return {.op = Op::Backref, .a = group};
  }

  void check_look_behind(uint64_t group) {
    if (!behind_from_) return;
    if (group > out_.groups || !closed_[group]) s_.fail("cannot refer to an open group");
    if (group > *behind_from_) s_.fail("cannot refer to group defined in the same lookbehind subpattern");
  }

  void repeat(uint32_t c, Sequence& items) {
    size_t here = s_.at;
    Node made{.op = Op::Repeat, .a = c == '+', .b = c == '?' ? 1 : kNoLimit};
    if (c == '{') {
      auto literal = [&] {
        s_.at = here;
        items.push_back({.op = Op::Literal, .a = '{'});
      };
      if (s_.next_is('}')) return literal();
      std::string low = s_.digits(SIZE_MAX, 10), high = low;
      if (s_.match(',')) high = s_.digits(SIZE_MAX, 10);
      if (!s_.match('}')) return literal();
      if (!low.empty()) made.a = bound(low);
      if (!high.empty()) {
        made.b = bound(high);
        if (made.b < made.a) s_.fail("min repeat greater than max repeat", s_.at - here);
      }
    }
    size_t back = s_.at - here + 1;
    if (items.empty()) s_.fail("nothing to repeat", back);
    switch (items.back().op) {
      case Op::Begin:
      case Op::End:
      case Op::TextBegin:
      case Op::TextEnd:
      case Op::Boundary: s_.fail("nothing to repeat", back);
      case Op::Repeat: s_.fail("multiple repeat", back);
      default: break;
    }
    if (s_.match('?'))
      made.greed = Greed::Lazy;
    else if (s_.match('+'))
      made.greed = Greed::Possessive;
    made.branches.emplace_back().push_back(std::move(items.back()));
    items.back() = std::move(made);
  }

  static uint32_t bound(const std::string& digits) {
    uint64_t n = digits.size() > 10 ? kNoLimit : std::stoull(digits);
    if (n >= kNoLimit) throw Fault{"the repetition number is too large", -1, Fault::Type::Overflow};
    return static_cast<uint32_t>(n);
  }

  uint32_t option_character() {
    size_t n = s_.token();
    if (!n) s_.fail("unexpected end of pattern");
    s_.at += n;
    return s_.text[s_.at - n];
  }
  [[noreturn]] void unknown_extension(size_t question) { throw Fault{"unknown extension " + s_.slice(question, s_.at), static_cast<int64_t>(question)}; }

  void parenthesis(Sequence& items, bool& verbose, bool first) {
    size_t start = s_.at - 1;
    Node group{.op = Op::Group};
    std::string name;
    bool capture = true;
    if (s_.match('?')) {
      capture = false;
      uint32_t c = option_character();
      switch (c) {
        case 'P':
          if (s_.match('<')) {
            name = s_.get_until('>', "group name");
            check_group_name(s_, name);
            capture = true;
            break;
          }
          if (s_.match('=')) {
            name = s_.get_until(')', "group name");
            check_group_name(s_, name);
            items.push_back(reference(named_group(name), character_count(name) + 1));
            return;
          }
          option_character();
          unknown_extension(start + 1);
        case ':': break;
        case '#':
          for (;;) {
            size_t n = s_.token();
            if (!n) s_.fail("missing ), unterminated comment", s_.at - start);
            bool end = s_.text[s_.at] == ')';
            s_.at += n;
            if (end) return;
          }
        case '<':
          group.behind = true;
          c = option_character();
          if (c != '=' && c != '!') unknown_extension(start + 1);
          [[fallthrough]];
        case '=':
        case '!':
          group.op = Op::Look;
          group.negate = c == '!';
          look(group, verbose, start);
          items.push_back(std::move(group));
          return;
        case '(': items.push_back(condition(verbose, start)); return;
        case '>': group.op = Op::Atomic; break;
        default:
          if (!flag_of(c) && c != '-') unknown_extension(start + 1);
          if (!inline_flags(c, group)) {
            if (!first || !items.empty()) s_.fail("global flags not at the start of the expression", s_.at - start);
            verbose = out_.flags & kVerbose;
            return;
          }
      }
    }
    if (capture) group.a = open_group(name);
    group.branches = alternation((verbose || group.b & kVerbose) && !(group.c & kVerbose), false);
    close(start);
    if (capture) {
      Width w = width(group.branches);
      widths_[group.a] = w;
      closed_[group.a] = true;
      out_.close_order[group.a] = ++closings_;
    }
    items.push_back(std::move(group));
  }

  void close(size_t start) {
    if (!s_.match(')')) s_.fail("missing ), unterminated subpattern", s_.at - start);
  }

  uint32_t named_group(const std::string& name) {
    for (auto& [known, number] : out_.names)
      if (known == name) return number;
    s_.fail("unknown group name " + quoted(name), character_count(name) + 1);
  }

  uint32_t open_group(const std::string& name) {
    uint32_t number = ++out_.groups;
    widths_.emplace_back();
    closed_.push_back(false);
    out_.close_order.resize(number + 1);
    if (name.empty()) return number;
    for (auto& [known, other] : out_.names)
      if (known == name)
        s_.fail("redefinition of group name " + quoted(name) + " as group " + std::to_string(number) + "; was group " + std::to_string(other), character_count(name) + 1);
    out_.names.emplace_back(name, number);
    return number;
  }

  void look(Node& node, bool verbose, size_t start) {
    bool outermost = node.behind && !behind_from_;
    if (outermost) behind_from_ = out_.groups;
    node.branches = alternation(verbose, false);
    if (outermost) behind_from_.reset();
    close(start);
    if (!node.behind) return;
    Width w = width(node.branches);
    if (w.low != w.high) throw Fault{"look-behind requires fixed-width pattern"};
    if (w.low >= kNoLimit) throw Fault{"looks too much behind"};
  }

  Node condition(bool verbose, size_t start) {
    std::string name = s_.get_until(')', "group name");
    size_t size = character_count(name);
    Node node{.op = Op::Condition};
    if (is_identifier(name)) {
      node.a = named_group(name);
    } else {
      int64_t number = group_digits(name);
      if (number < 0) s_.fail("bad character in group name " + quoted(name), size + 1);
      if (number == 0) s_.fail("bad group number", size + 1);
      if (number >= kMaxGroup) s_.fail("invalid group reference " + name, size + 1);
      node.a = static_cast<uint32_t>(number);
      wanted_.emplace_back(node.a, s_.at - size - 1);
    }
    check_look_behind(node.a);
    if (++depth_ > kMaxNesting) throw Fault{"maximum recursion depth exceeded", -1, Fault::Type::Recursion};
    node.branches.push_back(sequence(verbose, false));
    if (s_.match('|')) {
      node.branches.push_back(sequence(verbose, false));
      if (s_.next_is('|')) s_.fail("conditional backref with more than two branches");
    }
    --depth_;
    close(start);
    return node;
  }

  // False: global flags. c is the first letter, or '-'.
  bool inline_flags(uint32_t c, Node& group) {
    uint32_t on = 0, off = 0;
    auto next = [&](const char* missing, std::string_view ends) {
      size_t n = s_.token();
      if (!n) s_.fail(missing);
      s_.at += n;
      uint32_t letter = s_.text[s_.at - n];
      if (n == 1 && letter < 128 && ends.find(static_cast<char>(letter)) != std::string_view::npos) return letter;
      if (n == 1 && flag_of(letter)) return letter;
      s_.fail(n == 1 && is_alpha(letter) ? "unknown flag" : missing, n);
    };
    if (c != '-') {
      do {
        uint32_t flag = flag_of(c);
        if (!s_.bytes && c == 'L') s_.fail("bad inline flags: cannot use 'L' flag with a str pattern");
        if (s_.bytes && c == 'u') s_.fail("bad inline flags: cannot use 'u' flag with a bytes pattern");
        on |= flag;
        if (flag & kTypeFlags && (on & kTypeFlags) != flag) s_.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        c = next("missing -, : or )", ")-:");
      } while (flag_of(c));
    }
    if (c == ')') {
      out_.flags |= on;
      return false;
    }
    if (c == '-') {
      c = next("missing flag", "");
      do {
        uint32_t flag = flag_of(c);
        if (flag & kTypeFlags) s_.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        off |= flag;
        c = next("missing :", ":");
      } while (c != ':');
    }
    if (on & off) s_.fail("bad inline flags: flag turned on and off", 1);
    if (on & kUnicode) out_.any_unicode = true;
    if (on & kAscii) out_.any_ascii = true;
    group.b = on;
    group.c = off;
    return true;
  }

  // ---- how much text a part covers ---------------------------------------------------------------

  Width width(const std::vector<Sequence>& branches) const {
    Width all{kWide, 0};
    for (const Sequence& items : branches) {
      Width w;
      for (const Node& node : items) {
        Width one = width(node);
        w = {plus(w.low, one.low), plus(w.high, one.high)};
      }
      all = {std::min(all.low, w.low), std::max(all.high, w.high)};
    }
    return all;
  }

  Width width(const Node& node) const {
    switch (node.op) {
      case Op::Literal:
      case Op::Any:
      case Op::Set: return {1, 1};
      case Op::Group:
      case Op::Atomic:
        if (node.op == Op::Group && node.a && closed_[node.a]) return widths_[node.a];
        return width(node.branches);
      case Op::Repeat: {
        Width w = width(node.branches);
        return {times(w.low, node.a), w.high && node.b == kNoLimit ? kWide : times(w.high, node.b)};
      }
      case Op::Backref: return widths_[node.a];
      case Op::Condition: {
        Width w = width(node.branches);
        if (node.branches.size() == 1) w.low = 0;
        return w;
      }
      default: return {0, 0};
    }
  }

  Source& s_;
  Syntax& out_;
  unsigned depth_ = 0;
  uint32_t closings_ = 0;
  std::vector<Width> widths_;  // by group
  std::vector<char> closed_;
  std::optional<uint32_t> behind_from_;  // groups there were when the outermost look-behind began
  std::vector<std::pair<uint32_t, size_t>> wanted_;
};

void settle_type(bool bytes, uint32_t* flags) {
  auto fail = [](const char* message) { throw Fault{message, -1, Fault::Type::Value}; };
  if (bytes) {
    if (*flags & kUnicode) fail("cannot use UNICODE flag with a bytes pattern");
    if (*flags & kLocale && *flags & kAscii) fail("ASCII and LOCALE flags are incompatible");
    return;
  }
  if (*flags & kLocale) fail("cannot use LOCALE flag with a str pattern");
  if (!(*flags & kAscii))
    *flags |= kUnicode;
  else if (*flags & kUnicode)
    fail("ASCII and UNICODE flags are incompatible");
}

}  // namespace

bool parse(std::string_view pattern, bool bytes, uint32_t flags, Syntax* syntax, Fault* fault) {
  try {
    Source source(pattern, bytes);
    syntax->bytes = bytes;
    syntax->flags = flags;
    syntax->close_order.resize(1);
    Parser(source, *syntax).run();
    settle_type(bytes, &syntax->flags);
    if (syntax->flags & kUnicode) syntax->any_unicode = true;
    if (syntax->flags & kAscii) syntax->any_ascii = true;
    return true;
  } catch (Fault& f) {
    *fault = std::move(f);
    return false;
  }
}

}  // namespace sl::re
