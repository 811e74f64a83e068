// Replacement templates: text with references to groups.
#include "core/vm/unicode.h"
#include "stdlib/re_syntax.h"

namespace sl::re {

namespace {

class TemplateParser {
 public:
  TemplateParser(Source& source, uint32_t groups, const std::vector<std::pair<std::string, uint32_t>>& names, std::vector<TemplatePart>& parts)
      : s_(source), groups_(groups), names_(names), parts_(parts) {}

  void run() {
    while (size_t n = s_.token()) {
      size_t start = s_.at;
      s_.at += n;
      if (n == 1)
        append(s_.text[start]);
      else
        escape(start, s_.text[start + 1]);
    }
  }

 private:
  void append(uint32_t c) {
    if (parts_.empty() || parts_.back().group >= 0) parts_.emplace_back();
    if (s_.bytes)
      parts_.back().text += static_cast<char>(c);
    else
      append_code_point(parts_.back().text, c);
  }

  void reference(int64_t group, size_t back) {
    if (group > groups_) s_.fail("invalid group reference " + std::to_string(group), back);
    parts_.push_back({"", group});
  }

  void escape(size_t start, uint32_t c) {
    if (c == 'g') return named();
    if (c == '0') {
      s_.digits(2, 8);
      return append(static_cast<uint32_t>(std::stoul(s_.slice(start + 1, s_.at), nullptr, 8)) & 0xFF);
    }
    if (c - '0' < 10) return digits(start, c);
    uint32_t value = c == 'b' ? '\b' : simple_escape(c);
    if (value) return append(value);
    if ((c | 32) - 'a' < 26) s_.fail("bad escape " + s_.slice(start, s_.at), 2);
    append('\\');
    append(c);
  }

  void digits(size_t start, uint32_t c) {
    std::string second = s_.digits(1, 10);
    if (!second.empty() && c < '8' && second[0] < '8' && !s_.digits(1, 8).empty()) {
      auto value = static_cast<uint32_t>(std::stoul(s_.slice(start + 1, s_.at), nullptr, 8));
      if (value > 0377) s_.fail("octal escape value " + s_.slice(start, s_.at) + " outside of range 0-0o377", s_.at - start);
      return append(value);
    }
    reference(std::stol(s_.slice(start + 1, s_.at)), s_.at - start - 1);
  }

  void named() {
    if (!s_.match('<')) s_.fail("missing <");
    std::string name = s_.get_until('>', "group name");
    size_t back = character_count(name) + 1;
    if (is_identifier(name)) {
      for (auto& [known, number] : names_)
        if (known == name) return reference(number, back);
      throw Fault{"unknown group name " + quoted(name), -1, Fault::Type::Index};
    }
    int64_t number = group_digits(name);
    if (number < 0) s_.fail("bad character in group name " + quoted(name), back);
    if (number >= kMaxGroup) s_.fail("invalid group reference " + name, back);
    reference(number, back);
  }

  Source& s_;
  uint32_t groups_;
  const std::vector<std::pair<std::string, uint32_t>>& names_;
  std::vector<TemplatePart>& parts_;
};

}  // namespace

bool parse_template(std::string_view text, bool bytes, uint32_t groups, const std::vector<std::pair<std::string, uint32_t>>& names, std::vector<TemplatePart>* parts,
                    Fault* fault) {
  try {
    Source source(text, bytes);
    TemplateParser(source, groups, names, *parts).run();
    return true;
  } catch (Fault& f) {
    *fault = std::move(f);
    return false;
  }
}

}  // namespace sl::re
