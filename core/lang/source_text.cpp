#include "core/lang/source_text.h"

#include <algorithm>
#include <cstring>

#include "core/lang/unicode.h"

namespace sl::syntax {

SourceText::SourceText(std::string_view text) : text_(text) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  starts_.reserve(text_.size() / 32 + 1);
  starts_.push_back(0);
  for (size_t i = 0; i < text_.size(); ++i) {
    char c = text_[i];
    if (c != '\n' && c != '\r') continue;
    if (c == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n') ++i;
    starts_.push_back(static_cast<uint32_t>(i + 1));
  }
}

std::string_view SourceText::line(uint32_t number) const noexcept {
  if (number == 0 || number > starts_.size()) return {};
  size_t begin = starts_[number - 1];
  size_t end = number < starts_.size() ? starts_[number] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return text_.substr(begin, end - begin);
}

void SourceText::locate(uint32_t offset, uint32_t& line, uint32_t& column) const noexcept {
  auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  line = static_cast<uint32_t>(after - starts_.begin());
  column = offset - starts_[line - 1];
}

Diagnostic SourceText::diagnose(const ast::Span& where, std::string message, std::string hint, const char* type) const {
  auto characters = [this](uint32_t line_number, uint32_t column) {
    std::string_view text = line(line_number);
    std::string_view before = text.substr(0, std::min<size_t>(column, text.size()));
    uint32_t past_end = column > text.size() ? column - static_cast<uint32_t>(text.size()) : 0;
    return static_cast<uint32_t>(count_characters(before)) + past_end + 1;
  };
  Diagnostic d;
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.type = type;
  d.line = where.line;
  d.column = characters(where.line, where.column);
  d.end_line = where.end_line;
  d.end_column = characters(where.end_line, where.end_column);
  d.line_text = line(where.line);
  return d;
}

bool SourceText::check(Diagnostic& problem) const {
  if (text_.size() > UINT32_MAX / 2) {
    problem.message = "source code is too large";
    problem.line = problem.column = problem.end_line = problem.end_column = 1;
    return false;
  }
  if (std::memchr(text_.data(), 0, text_.size())) {
    ast::Span where;
    locate(static_cast<uint32_t>(text_.find('\0')), where.line, where.column);
    where.end_line = where.line;
    where.end_column = where.column + 1;
    problem = diagnose(where, "source code string cannot contain null bytes");
    return false;
  }
  size_t bad = find_invalid_utf8(text_);
  if (bad == std::string_view::npos) return true;
  ast::Span where;
  locate(static_cast<uint32_t>(bad), where.line, where.column);
  where.end_line = where.line;
  where.end_column = where.column + 1;
  char code[8];
  snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned char>(text_[bad]));
  problem =
      diagnose(where, std::string("Non-UTF-8 code starting with '") + code + "' on line " + std::to_string(where.line), "save the file as UTF-8, the only encoding of scripts");
  for (char& c : problem.line_text) {
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  }
  return false;
}

}  // namespace sl::syntax
