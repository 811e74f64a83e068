// Source text to tokens. f-strings are cut as in Python 3.12: a start token, literal middles, the
// tokens of each replacement field between braces, an end token.
#pragma once

#include <string_view>
#include <vector>

#include "core/lang/source_text.h"

namespace sl::syntax {

// Binary and comparison operators stand in the order of ast::BinaryOp and ast::CompareOp.
enum class Tok : uint8_t {
  End,
  Newline,
  Indent,
  Dedent,
  Error,
  Unknown,
  Name,
  Number,
  String,
  FStringStart,
  FStringMiddle,
  FStringEnd,
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Comma,
  Colon,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  Walrus,
  Bang,
  Tilde,
  Assign,
  Plus,
  Minus,
  Star,
  At,
  Slash,
  DoubleSlash,
  Percent,
  DoubleStar,
  ShiftLeft,
  ShiftRight,
  Ampersand,
  Bar,
  Caret,
  PlusAssign,
  MinusAssign,
  StarAssign,
  AtAssign,
  SlashAssign,
  DoubleSlashAssign,
  PercentAssign,
  DoubleStarAssign,
  ShiftLeftAssign,
  ShiftRightAssign,
  AmpersandAssign,
  BarAssign,
  CaretAssign,
  Less,
  LessEqual,
  Equal,
  NotEqual,
  Greater,
  GreaterEqual,
  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
};
constexpr bool is_keyword(Tok t) { return t >= Tok::False; }

struct Token {
  Tok kind;
  uint16_t level;       // brackets open after this token
  uint32_t begin, end;  // bytes of the source
  ast::Span span;
};

constexpr uint32_t kNoToken = UINT32_MAX;

struct LexResult {
  std::vector<Token> tokens;  // closed by Newline, Dedents and End, also after errors
  std::vector<Diagnostic> errors;
  uint32_t unclosed = kNoToken;  // the innermost bracket still open at the end of the text
  bool soft = false;             // the only error lets one in an earlier line go first
  bool hopeless = false;         // gave up: the tokens are of no use
  bool incomplete = false;       // the text ended in a triple-quoted string or after a backslash
};

// Stops after max_errors errors.
LexResult tokenize(const SourceText& source, size_t max_errors, uint32_t max_depth);

std::vector<std::string_view> keywords();

// ---- literals -------------------------------------------------------------------------------

struct StringForm {
  uint8_t prefix = 0;  // length of the letters
  uint8_t quotes = 1;  // 1 or 3
  bool raw = false, bytes = false, format = false;
};
StringForm string_form(std::string_view token);

// Appends the value of a literal's body. Malformed escapes stay as they are; the only failure is an
// unknown \N{name}, described in `error`.
bool decode_string(std::string_view body, const StringForm& form, std::string& out, std::string& error);

}  // namespace sl::syntax
