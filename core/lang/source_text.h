// The text being compiled, cut into lines, and diagnostics that point into it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lang/ast.h"
#include "core/lang/compile.h"

namespace sl::syntax {

class SourceText {
 public:
  explicit SourceText(std::string_view text);

  std::string_view text() const noexcept { return text_; }
  uint32_t line_count() const noexcept { return static_cast<uint32_t>(starts_.size()); }
  // 1-based, without its line end; empty when there is no such line.
  std::string_view line(uint32_t number) const noexcept;
  uint32_t line_start(uint32_t number) const noexcept { return starts_[number - 1]; }
  // Byte position to 1-based line and 0-based byte column.
  void locate(uint32_t offset, uint32_t& line, uint32_t& column) const noexcept;

  // The span counts bytes, the diagnostic characters from 1.
  Diagnostic diagnose(const ast::Span& where, std::string message, std::string hint = {}, const char* type = "SyntaxError") const;
  // True when the text is UTF-8 without NUL; otherwise `problem` says what is wrong.
  bool check(Diagnostic& problem) const;

 private:
  std::string_view text_;  // without a byte order mark
  std::vector<uint32_t> starts_;
};

}  // namespace sl::syntax
