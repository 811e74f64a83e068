#include "core/lang/lexer.h"

#include <algorithm>

#include "core/lang/lexer_internal.h"
#include "core/lang/unicode.h"

namespace sl::syntax {

namespace {

constexpr uint32_t kTabWidth = 4;
constexpr size_t kMaxIndents = 100;
constexpr size_t kMaxBrackets = 1000;  // whatever the options say: the parser recurses on them

struct Keyword {
  std::string_view text;
  Tok kind;
};
constexpr Keyword kKeywords[] = {
    {"False", Tok::False},
    {"None", Tok::None},
    {"True", Tok::True},
    {"and", Tok::And},
    {"as", Tok::As},
    {"assert", Tok::Assert},
    {"async", Tok::Async},
    {"await", Tok::Await},
    {"break", Tok::Break},
    {"class", Tok::Class},
    {"continue", Tok::Continue},
    {"def", Tok::Def},
    {"del", Tok::Del},
    {"elif", Tok::Elif},
    {"else", Tok::Else},
    {"except", Tok::Except},
    {"finally", Tok::Finally},
    {"for", Tok::For},
    {"from", Tok::From},
    {"global", Tok::Global},
    {"if", Tok::If},
    {"import", Tok::Import},
    {"in", Tok::In},
    {"is", Tok::Is},
    {"lambda", Tok::Lambda},
    {"nonlocal", Tok::Nonlocal},
    {"not", Tok::Not},
    {"or", Tok::Or},
    {"pass", Tok::Pass},
    {"raise", Tok::Raise},
    {"return", Tok::Return},
    {"try", Tok::Try},
    {"while", Tok::While},
    {"with", Tok::With},
    {"yield", Tok::Yield},
};

Tok keyword_or_name(std::string_view text) {
  if (text.size() < 2 || text.size() > 8) return Tok::Name;
  for (const Keyword& k : kKeywords) {
    if (k.text.front() == text.front() && k.text == text) return k.kind;
  }
  return Tok::Name;
}

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }
bool starts_statement(Tok t) {  // and can be nothing else, in particular not within brackets
  switch (t) {
    case Tok::Assert:
    case Tok::Break:
    case Tok::Class:
    case Tok::Continue:
    case Tok::Def:
    case Tok::Del:
    case Tok::Elif:
    case Tok::Except:
    case Tok::Finally:
    case Tok::Global:
    case Tok::Import:
    case Tok::Nonlocal:
    case Tok::Pass:
    case Tok::Raise:
    case Tok::Return:
    case Tok::Try:
    case Tok::While:
    case Tok::With: return true;
    default: return false;
  }
}
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
char closing(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

}  // namespace

LexResult tokenize(const SourceText& source, size_t max_errors, uint32_t max_depth) {
  LexResult out;
  out.tokens.reserve(source.text().size() / 4 + 16);
  Lexer(source, max_errors ? max_errors : 1, max_depth, out).run();
  return out;
}

Lexer::Lexer(const SourceText& source, size_t max_errors, uint32_t max_depth, LexResult& out)
    : source_(source), text_(source.text()), max_errors_(max_errors), max_depth_(static_cast<uint32_t>(std::min<size_t>(max_depth, kMaxBrackets))), out_(out) {}

void Lexer::run() {
  for (;;) {
    while (!done() && !stopped()) {
      if (!fstrings_.empty() && fstrings_.back().in_text) {
        fstring_text();
      } else if (at_line_start_) {
        begin_line();
      } else {
        token();
      }
    }
    if (stopped()) break;
    if (!fstrings_.empty()) {
      const FString& f = fstrings_.back();
      const Token& start = out_.tokens[f.token];
      out_.incomplete = f.form.quotes == 3;
      if (!f.in_text) {
        string_error(pos_, "f-string: expecting '}'", "close the replacement field with '}'");
      } else if (f.form.quotes == 3) {
        string_error(start.begin, "unterminated triple-quoted string literal (detected at line " + std::to_string(source_.line_count()) + ")",
                     "close the string with three quotes");
      } else {
        string_error(start.begin, "unterminated string literal (detected at line " + std::to_string(line_) + ")", "close the string with its quote");
      }
      continue;
    }
    if (brackets_.empty() || !recover_unclosed()) break;
  }
  finish();
}

// Several errors are wanted: report the open bracket now and go on behind its line.
bool Lexer::recover_unclosed() {
  out_.unclosed = brackets_.back().token;
  if (max_errors_ == 1) return false;
  const Token open = out_.tokens[out_.unclosed];
  report_unclosed();
  auto behind = std::find_if(out_.tokens.begin() + out_.unclosed, out_.tokens.end(), [&](const Token& t) { return t.span.line > open.span.line; });
  out_.tokens.erase(behind, out_.tokens.end());
  line_ = out_.tokens.back().span.end_line;
  line_start_ = source_.line_start(line_);
  pos_ = line_start_ + source_.line(line_).size();
  mark_start();
  push(Tok::Error);
  return !stopped();
}

void Lexer::report_unclosed() {
  const Token& open = out_.tokens[brackets_.back().token];
  char bracket = text_[open.begin];
  error(open.begin, std::string("'") + bracket + "' was never closed", std::string("add the missing '") + closing(bracket) + "'");
  brackets_.clear();
}

void Lexer::finish() {
  if (stopped()) {
    mark_start();
    push(Tok::Error);
    return push(Tok::End);
  }
  if (column() == 0 && line_ > 1) {  // errors at the end show the last line
    line_ -= 1;
    line_start_ = source_.line_start(line_);
    pos_ = line_start_ + source_.line(line_).size();
  }
  mark_start();
  if (brackets_.empty()) {
    if (!out_.tokens.empty() && out_.tokens.back().kind != Tok::Newline) push(Tok::Newline);
    for (; indents_.size() > 1; indents_.pop_back()) push(Tok::Dedent);
  }
  push(Tok::End);
}

void Lexer::mark_start() noexcept {
  mark_.begin = static_cast<uint32_t>(pos_);
  mark_.span.line = line_;
  mark_.span.column = column();
}

void Lexer::push(Tok kind) {
  mark_.kind = kind;
  mark_.level = static_cast<uint16_t>(brackets_.size());
  mark_.end = static_cast<uint32_t>(pos_);
  mark_.span.end_line = line_;
  mark_.span.end_column = column();
  out_.tokens.push_back(mark_);
}

void Lexer::error(size_t pos, std::string message, std::string hint, const char* type) {
  ast::Span where;
  source_.locate(static_cast<uint32_t>(pos), where.line, where.column);
  where.end_line = where.line;
  where.end_column = where.column;
  out_.errors.push_back(source_.diagnose(where, std::move(message), std::move(hint), type));
}

// ---- lines ----------------------------------------------------------------------------------

size_t Lexer::line_end_length(size_t pos) const noexcept {
  char c = at(pos);
  return c == '\n' ? 1 : c == '\r' ? (at(pos + 1) == '\n' ? 2 : 1) : 0;
}

void Lexer::pass_line_end() {
  pos_ += line_end_length(pos_);
  line_ += 1;
  line_start_ = static_cast<uint32_t>(pos_);
}

void Lexer::begin_line() {
  uint32_t width = 0, continued = 0;
  for (;; ++pos_) {
    char c = peek();
    if (c == ' ') {
      width += 1;
    } else if (c == '\t') {
      width += kTabWidth;
    } else if (c == '\f') {
      width = 0;
    } else if (c == '\\') {
      if (!line_end_length(pos_ + 1)) return continuation();
      if (!continued) continued = width;
      ++pos_;
      pass_line_end();
      --pos_;
    } else {
      break;
    }
  }
  if (peek() == '#') {
    while (!done() && !is_line_end(peek())) ++pos_;
  }
  if (done()) return;
  if (is_line_end(peek())) return pass_line_end();
  at_line_start_ = false;
  set_indentation(continued ? continued : width);
}

void Lexer::set_indentation(uint32_t width) {
  if (width == indents_.back()) return;
  mark_start();
  if (width > indents_.back()) {
    if (indents_.size() >= kMaxIndents) {
      out_.soft = true;
      error(pos_, "too many levels of indentation", "move the inner blocks into functions", "IndentationError");
      return;
    }
    indents_.push_back(width);
    mark_.begin = line_start_;
    mark_.span.column = 0;
    return push(Tok::Indent);
  }
  if (std::find(indents_.begin(), indents_.end(), width) == indents_.end()) {
    out_.soft = true;
    error(line_start_ + source_.line(line_).size(), "unindent does not match any outer indentation level", "align this line with the block it belongs to", "IndentationError");
    if (stopped()) return push(Tok::Error);
  }
  for (; width < indents_.back(); indents_.pop_back()) push(Tok::Dedent);
}

void Lexer::newline() {
  if (!brackets_.empty()) return pass_line_end();
  pos_ += line_end_length(pos_);
  mark_.kind = Tok::Newline;
  mark_.level = 0;
  mark_.end = static_cast<uint32_t>(pos_);
  mark_.span.end_line = line_;
  mark_.span.end_column = static_cast<uint32_t>(source_.line(line_).size());
  out_.tokens.push_back(mark_);
  line_ += 1;
  line_start_ = static_cast<uint32_t>(pos_);
  at_line_start_ = true;
}

void Lexer::continuation() {
  ++pos_;
  if (done()) {
    out_.incomplete = true;
    error(pos_, "unexpected EOF while parsing", "the line ends in '\\' but nothing follows");
  } else if (is_line_end(peek())) {
    pass_line_end();
    if (!done()) return;
    out_.incomplete = true;
    error(pos_ - 1, "unexpected EOF while parsing", "the line ends in '\\' but nothing follows");
  } else {
    out_.soft = true;
    error(pos_, "unexpected character after line continuation character", "nothing, not even a blank, may follow '\\'");
    while (!done() && !is_line_end(peek())) ++pos_;
  }
}

// ---- tokens ---------------------------------------------------------------------------------

void Lexer::token() {
  while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++pos_;
  mark_start();
  if (!fstrings_.empty() && peek() == '#') return string_error(pos_, "f-string expression part cannot include '#'", "compute the value before");
  if (!fstrings_.empty() && peek() == '\\' && !is_line_end(peek(1))) return string_error(pos_, "f-string expression part cannot include a backslash", "compute the value before");
  if (peek() == '#') {
    while (!done() && !is_line_end(peek())) ++pos_;
  }
  if (done()) return;
  char c = peek();
  if (is_line_end(c)) return newline();
  if (c == '\\') return continuation();
  if (c == '"' || c == '\'') {
    string_start();
    return;
  }
  if (is_name_start(c) || static_cast<unsigned char>(c) >= 0x80) return name();
  if ((c >= '0' && c <= '9') || (c == '.' && peek(1) >= '0' && peek(1) <= '9')) return number();
  operator_token(c);
}

void Lexer::name() {
  size_t begin = pos_;
  while (is_name_part(peek())) ++pos_;
  char c = peek();
  if (static_cast<unsigned char>(c) >= 0x80) return unicode_name(begin);
  if ((c == '"' || c == '\'') && pos_ - begin <= 2) {
    size_t end = pos_;
    pos_ = begin;
    if (string_start()) return;
    pos_ = end;
  }
  Tok kind = keyword_or_name(text_.substr(begin, pos_ - begin));
  if (is_keyword(kind) && !brackets_.empty() && max_errors_ > 1 && starts_statement(kind) && leave_brackets()) return;
  push(kind);
}

// Several errors are wanted and a line within brackets starts as only a statement can: they were
// meant to be closed before it.
bool Lexer::leave_brackets() {
  const Token last = out_.tokens.back();
  if (!fstrings_.empty() || last.span.end_line == line_ || last.kind == Tok::Dot) return false;
  report_unclosed();
  mark_ = last;
  mark_.begin = mark_.end;
  mark_.span.line = last.span.end_line;
  mark_.span.column = last.span.end_column;
  mark_.level = 0;
  for (Tok kind : {Tok::Error, Tok::Newline}) {
    mark_.kind = kind;
    out_.tokens.push_back(mark_);
  }
  pos_ = line_start_;
  at_line_start_ = true;
  return true;
}

void Lexer::unicode_name(size_t begin) {
  size_t bad = std::string_view::npos;
  uint32_t bad_character = 0;
  while (!done()) {
    char c = peek();
    if (is_name_part(c)) {
      ++pos_;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x80) break;
    size_t here = pos_;
    uint32_t character = next_character(text_, pos_);
    if (bad != std::string_view::npos || (here == begin ? is_identifier_start(character) : is_identifier_part(character))) continue;
    bad = here;
    bad_character = character;
  }
  if (bad == std::string_view::npos) return push(Tok::Name);
  char code[16];
  snprintf(code, sizeof code, "U+%04X", bad_character);
  size_t next = bad;
  next_character(text_, next);
  if (is_printable(bad_character)) {
    std::string hint = bad_character == 0x201C || bad_character == 0x201D || bad_character == 0x2018 || bad_character == 0x2019 ? "use plain quotes, ' or \""
                                                                                                                                : "names consist of letters, digits and '_'";
    error(bad, "invalid character '" + std::string(text_.substr(bad, next - bad)) + "' (" + code + ")", hint);
  } else {
    error(bad, std::string("invalid non-printable character ") + code, "delete the invisible character");
  }
  push(Tok::Error);
}

void Lexer::operator_token(char c) {
  auto take = [this](size_t length, Tok kind) {
    pos_ += length;
    push(kind);
  };
  char next = peek(1);
  // At the top level of a replacement field ':' starts the specification and '!' the conversion.
  bool field = !brackets_.empty() && brackets_.back().field;
  auto assignable = [&](Tok plain, Tok assign) { return next == '=' ? take(2, assign) : take(1, plain); };
  auto doubled = [&](Tok plain, Tok assign, Tok twice, Tok twice_assign) {
    if (next == '=') return take(2, assign);
    if (next != c) return take(1, plain);
    return peek(2) == '=' ? take(3, twice_assign) : take(2, twice);
  };
  switch (c) {
    case '(': return open_bracket(c, Tok::LeftParen);
    case '[': return open_bracket(c, Tok::LeftBracket);
    case '{': return open_bracket(c, Tok::LeftBrace);
    case ')': return close_bracket(c, Tok::RightParen);
    case ']': return close_bracket(c, Tok::RightBracket);
    case '}': return close_bracket(c, Tok::RightBrace);
    case ',': return take(1, Tok::Comma);
    case ';': return take(1, Tok::Semicolon);
    case '~': return take(1, Tok::Tilde);
    case '.': return next == '.' && peek(2) == '.' ? take(3, Tok::Ellipsis) : take(1, Tok::Dot);
    case ':':
      if (!field) return next == '=' ? take(2, Tok::Walrus) : take(1, Tok::Colon);
      take(1, Tok::Colon);
      fstrings_.back().in_text = true;
      return;
    case '!':
      if (next == '=') return take(2, Tok::NotEqual);
      return take(1, field ? Tok::Bang : Tok::Unknown);
    case '=': return next == '=' ? take(2, Tok::Equal) : take(1, Tok::Assign);
    case '+': return assignable(Tok::Plus, Tok::PlusAssign);
    case '-': return next == '>' ? take(2, Tok::Arrow) : assignable(Tok::Minus, Tok::MinusAssign);
    case '@': return assignable(Tok::At, Tok::AtAssign);
    case '%': return assignable(Tok::Percent, Tok::PercentAssign);
    case '&': return assignable(Tok::Ampersand, Tok::AmpersandAssign);
    case '|': return assignable(Tok::Bar, Tok::BarAssign);
    case '^': return assignable(Tok::Caret, Tok::CaretAssign);
    case '*': return doubled(Tok::Star, Tok::StarAssign, Tok::DoubleStar, Tok::DoubleStarAssign);
    case '/': return doubled(Tok::Slash, Tok::SlashAssign, Tok::DoubleSlash, Tok::DoubleSlashAssign);
    case '<': return next == '>' ? take(2, Tok::Unknown) : doubled(Tok::Less, Tok::LessEqual, Tok::ShiftLeft, Tok::ShiftLeftAssign);
    case '>': return doubled(Tok::Greater, Tok::GreaterEqual, Tok::ShiftRight, Tok::ShiftRightAssign);
    default: break;
  }
  if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) return take(1, Tok::Unknown);
  char code[16];
  snprintf(code, sizeof code, "U+%04X", static_cast<unsigned char>(c));
  error(pos_, std::string("invalid non-printable character ") + code, "delete the invisible character");
  take(1, Tok::Error);
}

void Lexer::open_bracket(char c, Tok kind) {
  if (brackets_.size() >= max_depth_) {
    error(pos_, "too many nested parentheses", "split the expression");
    out_.hopeless = true;
    return;
  }
  brackets_.push_back({c, static_cast<uint32_t>(out_.tokens.size()), false});
  ++pos_;
  push(kind);
}

void Lexer::close_bracket(char c, Tok kind) {
  size_t outside = fstrings_.empty() ? 0 : fstrings_.back().level;
  if (brackets_.size() <= outside || (c != '}' && brackets_.back().field)) {
    std::string message = prefixed("unmatched '") + c + "'", hint = "remove it, or add the bracket that opens it";
    if (!fstrings_.empty()) return string_error(pos_, std::move(message), std::move(hint));
    error(pos_, std::move(message), std::move(hint));
    ++pos_;
    return;
  }
  Bracket open = brackets_.back();
  if (closing(open.open) != c) {
    std::string message = prefixed("closing parenthesis '") + c + "' does not match opening parenthesis '" + open.open + "'";
    uint32_t line = out_.tokens[open.token].span.line;
    if (line != line_) message += " on line " + std::to_string(line);
    std::string hint = std::string("expected '") + closing(open.open) + "' here";
    if (!fstrings_.empty()) return string_error(pos_, std::move(message), std::move(hint));
    error(pos_, std::move(message), std::move(hint));
  }
  brackets_.pop_back();
  ++pos_;
  push(kind);
  if (!open.field || fstrings_.empty()) return;
  FString& f = fstrings_.back();
  f.fields -= 1;
  f.in_text = true;
}

std::vector<std::string_view> keywords() {
  std::vector<std::string_view> words;
  for (const Keyword& k : kKeywords) words.push_back(k.text);
  return words;
}

}  // namespace sl::syntax
