// Python's regular expressions in PCRE2's syntax. Where the two differ, the difference is spelled out: white
// space, case without Unicode, \B, the letters i and their dotted relatives.
#include <algorithm>

#include "core/vm/unicode.h"
#include "stdlib/re_syntax.h"

namespace sl::re {

namespace {

constexpr uint32_t kMaxRepeat = 65535;  // PCRE2's own bound
constexpr const char* kNothing = "[^\\x00-\\xff]";
constexpr const char* kAnything = "[\\x00-\\xff]";

bool is_letter(uint32_t c) { return (c | 32) - 'a' < 26; }
// The ASCII letter a character beyond ASCII equals when case is ignored, 0 for most.
uint32_t ascii_relative(uint32_t c) { return c == 0x17F ? 's' : c == 0x212A ? 'k' : c == 0x130 || c == 0x131 ? 'i' : 0; }

class Emitter {
 public:
  Emitter(const Syntax& syntax, bool plain) : syntax_(syntax), plain_(plain) {}

  std::string run() {
    alternatives(syntax_.branches, syntax_.flags);
    return std::move(out_);
  }

 private:
  bool unicode(uint32_t flags) const { return !syntax_.bytes && flags & kUnicode; }
  bool ignores_case(uint32_t flags) const { return flags & kIgnoreCase; }
  // Case is left to PCRE2, but for texts under the rules of ASCII, where it would not stop at the ASCII letters.
  bool native_case(uint32_t flags) const { return ignores_case(flags) && (plain_ || syntax_.bytes || unicode(flags)); }
  // The classes of ASCII must be spelled out where Unicode's are the native ones.
  bool spelled(uint32_t flags) const { return !syntax_.bytes && !plain_ && !unicode(flags) && syntax_.any_unicode; }

  void alternatives(const std::vector<Sequence>& branches, uint32_t flags) {
    for (size_t i = 0; i < branches.size(); ++i) {
      if (i) out_ += '|';
      for (const Node& node : branches[i]) emit(node, flags);
    }
  }

  void group(const char* open, const Node& node, uint32_t flags) {
    out_ += open;
    alternatives(node.branches, flags);
    out_ += ')';
  }

  void emit(const Node& node, uint32_t flags) {
    switch (node.op) {
      case Op::Literal: return literal(node.a, flags);
      case Op::Any: out_ += '.'; return;
      case Op::Set: return set(node, flags);
      case Op::Begin: out_ += '^'; return;
      case Op::End: out_ += '$'; return;
      case Op::TextBegin: out_ += "\\A"; return;
      case Op::TextEnd: out_ += "\\z"; return;
      case Op::Boundary: return boundary(node.negate, flags);
      case Op::Group: return scoped(node, flags);
      case Op::Look: return group(node.behind ? node.negate ? "(?<!" : "(?<=" : node.negate ? "(?!" : "(?=", node, flags);
      case Op::Atomic: return group("(?>", node, flags);
      case Op::Repeat: return repeat(node, flags);
      case Op::Backref: {
        bool switched = ignores_case(flags) && !native_case(flags);
        if (switched) out_ += "(?i:";
        out_ += "\\g{" + std::to_string(node.a) + '}';
        if (switched) out_ += ')';
        return;
      }
      case Op::Condition: return group(("(?(" + std::to_string(node.a) + ')').c_str(), node, flags);
    }
  }

  void scoped(const Node& node, uint32_t flags) {
    uint32_t inner = flags;
    if (node.b & (kAscii | kUnicode | kLocale)) inner &= ~(kAscii | kUnicode | kLocale);
    inner = (inner | node.b) & ~node.c;
    std::string on, off;
    auto change = [&](bool before, bool now, char letter) {
      if (before != now) (now ? on : off) += letter;
    };
    change(native_case(flags), native_case(inner), 'i');
    change(flags & kMultiLine, inner & kMultiLine, 'm');
    change(flags & kDotAll, inner & kDotAll, 's');
    if (node.a) return group("(", node, inner);
    group(("(?" + on + (off.empty() ? "" : "-" + off) + ':').c_str(), node, inner);
  }

  void repeat(const Node& node, uint32_t flags) {
    const Node& item = node.branches[0][0];
    const char* mode = node.greed == Greed::Lazy ? "?" : node.greed == Greed::Possessive ? "+" : "";
    auto times = [&](uint32_t low, uint32_t high) {
      emit(item, flags);
      bounds(low, high);
    };
    if (node.a <= kMaxRepeat && (node.b <= kMaxRepeat || node.b == kNoLimit)) {
      times(node.a, node.b);
      out_ += mode;
      return;
    }
    if (node.greed == Greed::Possessive) out_ += "(?>";
    out_ += "(?:";
    parts(node.a, node.a, "", times);
    if (node.b == kNoLimit) {
      times(0, kNoLimit);
      if (node.greed == Greed::Lazy) out_ += '?';
    } else if (node.b > node.a) {
      parts(0, node.b - node.a, node.greed == Greed::Lazy ? "?" : "", times);
    }
    out_ += ')';
    if (node.greed == Greed::Possessive) out_ += ')';
  }

  // low is 0 or high: more than PCRE2 counts in one go.
  template <class F>
  void parts(uint32_t low, uint32_t high, const char* mode, F times) {
    uint32_t blocks = high / kMaxRepeat, rest = high % kMaxRepeat;
    if (blocks) {
      out_ += "(?:";
      times(low ? kMaxRepeat : 0, kMaxRepeat);
      out_ += mode;
      out_ += ')';
      bounds(low ? blocks : 0, blocks);
      out_ += mode;
    }
    if (rest) {
      times(low ? rest : 0, rest);
      out_ += mode;
    }
  }

  void bounds(uint32_t low, uint32_t high) {
    if (low == 0 && high == kNoLimit) {
      out_ += '*';
    } else if (low == 1 && high == kNoLimit) {
      out_ += '+';
    } else if (low == 0 && high == 1) {
      out_ += '?';
    } else {
      out_ += '{' + std::to_string(low);
      if (high != low) out_ += ',';
      if (high != low && high != kNoLimit) out_ += std::to_string(high);
      out_ += '}';
    }
  }

  void boundary(bool negate, uint32_t flags) {
    if (!spelled(flags)) {
      out_ += negate ? "(?!\\A\\z)\\B" : "\\b";
      return;
    }
    constexpr const char* kWord = "[A-Za-z0-9_]";
    std::string before = std::string("(?<=") + kWord + ')', not_before = std::string("(?<!") + kWord + ')';
    std::string after = std::string("(?=") + kWord + ')', not_after = std::string("(?!") + kWord + ')';
    out_ += negate ? "(?!\\A\\z)(?:" + before + after + '|' + not_before + not_after + ')' : "(?:" + before + not_after + '|' + not_before + after + ')';
  }

  // ---- characters ----------------------------------------------------------------------------------

  void code(uint32_t c) {
    constexpr const char* kHex = "0123456789abcdef";
    std::string digits;
    do digits += kHex[c & 15];
    while (c >>= 4);
    std::reverse(digits.begin(), digits.end());
    out_ += "\\x{" + digits + '}';
  }

  void character(uint32_t c) {
    if (c >= 128)
      syntax_.bytes || is_surrogate(c) ? code(c) : append_code_point(out_, c);
    else if (is_letter(c) || c - '0' < 10 || c == '_' || c == ' ')
      out_ += static_cast<char>(c);
    else if (c < 32 || c == 127)
      code(c);
    else
      (out_ += '\\') += static_cast<char>(c);
  }

  void literal(uint32_t c, uint32_t flags) {
    bool loose = ignores_case(flags) && unicode(flags);
    if (plain_ && c >= 128) {
      uint32_t relative = loose ? ascii_relative(c) : 0;
      if (relative)
        character(relative);
      else
        out_ += kNothing;
    } else if (loose && !plain_ && (c == 'i' || c == 'I' || c == 0x130 || c == 0x131)) {
      out_ += "[iI\\x{130}\\x{131}]";
    } else if (ignores_case(flags) && !native_case(flags) && is_letter(c)) {
      out_ += {'[', static_cast<char>(c), static_cast<char>(c ^ 32), ']'};
    } else {
      character(c);
    }
  }

  void category(char letter, uint32_t flags, bool alone) {
    if (spelled(flags)) {
      const char* text = "";
      switch (letter) {
        case 'd': text = "0-9"; break;
        case 'D': text = "\\x00-/:-\\x{10ffff}"; break;
        case 's': text = "\\t-\\r "; break;
        case 'S': text = "\\x00-\\x08\\x0e-\\x1f!-\\x{10ffff}"; break;
        case 'w': text = "A-Za-z0-9_"; break;
        case 'W': text = "\\x00-/:-@\\[-^`{-\\x{10ffff}"; break;
      }
      out_ += alone ? '[' + std::string(text) + ']' : text;
      return;
    }
    bool separators = unicode(flags);  // str.isspace() counts the four information separators
    if (letter == 's' && separators)
      out_ += alone ? "[\\s\\x1c-\\x1f]" : "\\s\\x1c-\\x1f";
    else if (letter == 'S' && separators && alone)
      out_ += "[^\\s\\x1c-\\x1f]";
    else
      (out_ += '\\') += letter;
  }

  void range(uint32_t low, uint32_t high) {
    character(low);
    if (low == high) return;
    if (high > low + 1) out_ += '-';
    character(high);
  }

  void set(const Node& node, uint32_t flags) {
    if (node.items.size() == 1 && node.items[0].category) {
      char letter = node.items[0].category;
      return category(node.negate ? static_cast<char>(letter ^ 32) : letter, flags, true);
    }
    size_t start = out_.size();
    bool loose = ignores_case(flags) && unicode(flags), swap = ignores_case(flags) && !native_case(flags), any = false;
    out_ += node.negate ? "[^" : "[";
    for (const SetItem& item : node.items) {
      if (item.category) {
        category(item.category, flags, false);
        any = true;
        continue;
      }
      auto has = [&](uint32_t c) { return item.low <= c && c <= item.high; };
      if (!plain_ || item.low < 128) {
        range(item.low, plain_ ? std::min<uint32_t>(item.high, 127) : item.high);
        any = true;
      }
      if (loose && plain_) {
        for (uint32_t c : {0x17Fu, 0x212Au, 0x130u, 0x131u})
          if (has(c)) {
            character(ascii_relative(c));
            any = true;
          }
      } else if (loose && (has('i') || has('I') || has(0x130) || has(0x131))) {
        out_ += "iI\\x{130}\\x{131}";
      }
      if (swap) {
        for (uint32_t base : {uint32_t{'A'}, uint32_t{'a'}}) {
          uint32_t low = std::max(item.low, base), high = std::min(item.high, base + 25);
          if (low <= high) range(low ^ 32, high ^ 32);
        }
      }
    }
    if (any) {
      out_ += ']';
    } else {
      out_.resize(start);
      out_ += node.negate ? kAnything : kNothing;
    }
  }

  const Syntax& syntax_;
  bool plain_;
  std::string out_;
};

}  // namespace

std::string emit(const Syntax& syntax, bool plain) { return Emitter(syntax, plain).run(); }

}  // namespace sl::re
