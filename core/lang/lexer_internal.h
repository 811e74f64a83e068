// The tokenizer's state, shared by lexer.cpp (lines, brackets, operators), lexer_number.cpp and
// lexer_string.cpp.
#pragma once

#include <string>

#include "core/lang/lexer.h"

namespace sl::syntax {

class Lexer {
 public:
  Lexer(const SourceText& source, size_t max_errors, uint32_t max_depth, LexResult& out);
  void run();

 private:
  struct Bracket {
    char open;
    uint32_t token;  // of the bracket
    bool field;      // opens a replacement field
  };
  struct FString {
    uint32_t token;  // of its start
    size_t level;    // brackets open outside
    StringForm form;
    char quote;
    bool in_text = true;  // else within a replacement field
    uint32_t fields = 0;  // open replacement fields; while in_text: nested specifications
  };

  // lexer.cpp
  char at(size_t pos) const noexcept { return pos < text_.size() ? text_[pos] : '\0'; }
  char peek(size_t ahead = 0) const noexcept { return at(pos_ + ahead); }
  bool done() const noexcept { return pos_ >= text_.size(); }
  bool stopped() const noexcept { return out_.hopeless || out_.errors.size() >= max_errors_; }
  uint32_t column() const noexcept { return static_cast<uint32_t>(pos_) - line_start_; }
  void begin_line();
  void token();
  void newline();
  size_t line_end_length(size_t pos) const noexcept;
  void pass_line_end();
  void set_indentation(uint32_t width);
  void continuation();
  void name();
  void unicode_name(size_t begin);
  void operator_token(char c);
  void open_bracket(char c, Tok kind);
  void close_bracket(char c, Tok kind);
  bool recover_unclosed();
  bool leave_brackets();
  void report_unclosed();
  void finish();
  void mark_start() noexcept;
  void push(Tok kind);  // from the mark to pos_
  void error(size_t pos, std::string message, std::string hint = {}, const char* type = "SyntaxError");

  // lexer_number.cpp
  void number();
  bool digits(int base);  // with underscores; reports a bad one
  bool number_ends(const char* kind);
  bool keyword_follows(size_t pos) const noexcept;

  // lexer_string.cpp
  bool string_start();  // at a prefix or quote
  void plain_string(const StringForm& form);
  void fstring_text();
  bool ends_fstring(const FString& f) const noexcept;
  bool stray_brace(const FString& f) const noexcept;
  void string_error(size_t begin, std::string message, std::string hint);
  bool error_behind_fstring(std::string& message, std::string& hint);
  void leave_fstrings();
  std::string prefixed(const char* message) const { return fstrings_.empty() ? message : std::string("f-string: ") + message; }

  const SourceText& source_;
  std::string_view text_;
  const size_t max_errors_;
  const uint32_t max_depth_;
  LexResult& out_;
  size_t pos_ = 0;
  uint32_t line_ = 1;
  uint32_t line_start_ = 0;
  bool at_line_start_ = true;
  Token mark_{};
  std::vector<Bracket> brackets_;
  std::vector<uint32_t> indents_{0};
  std::vector<FString> fstrings_;
};

}  // namespace sl::syntax
