#include "core/lang/parser.h"

#include <algorithm>

#include "core/lang/parser_internal.h"
#include "core/lang/unicode.h"

namespace sl {

ParseResult parse(std::string_view source, const CompileOptions& options, ast::Arena& arena) {
  ParseResult result;
  if (options.mode == CompileMode::Eval) source.remove_prefix(std::min(source.find_first_not_of(" \t"), source.size()));
  syntax::SourceText text(source);
  Diagnostic problem;
  if (!text.check(problem)) {
    result.errors.push_back(std::move(problem));
    return result;
  }
  syntax::LexResult lexed = syntax::tokenize(text, options.max_errors, options.max_depth);
  return syntax::Parser(text, options, arena, lexed).run();
}

namespace syntax {

Parser::Parser(const SourceText& source, const CompileOptions& options, ast::Arena& arena, LexResult& lexed)
    : source_(source), options_(options), arena_(arena), lexed_(lexed), tokens_(lexed.tokens), max_nesting_(4 * std::min<uint32_t>(options.max_depth, 1000) + 16) {}

ParseResult Parser::run() {
  ParseResult result;
  try {
    result.module = module();
  } catch (SyntaxFailure& f) {
    if (errors_.empty()) record(f);
  }
  if (errors_.empty() && lexed_.errors.empty() && !late_.empty()) errors_.push_back(std::move(late_.front()));
  if (options_.max_errors <= 1 && !lexed_.errors.empty()) {
    // As in CPython: most errors of the tokenizer come before any of the parser.
    bool own = !errors_.empty() && (lexed_.soft || errors_[0].message == "unexpected indent");
    (own ? lexed_.errors : errors_).clear();
    if (own) lexed_.incomplete = false;
    if (!own) incomplete_ = false;
  }
  errors_.insert(errors_.end(), std::make_move_iterator(lexed_.errors.begin()), std::make_move_iterator(lexed_.errors.end()));
  std::stable_sort(errors_.begin(), errors_.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  result.errors = std::move(errors_);
  incomplete_ |= options_.max_errors > 1 && lexed_.unclosed != kNoToken && errors_.size() == 1;
  result.incomplete = incomplete_ || lexed_.incomplete;
  if (!result.errors.empty()) result.module = nullptr;
  return result;
}

ast::Module* Parser::module() {
  std::vector<Stmt*> body;
  if (options_.mode == CompileMode::Eval) {
    auto* value = star_expressions();
    reject_lone_star(value);
    auto* s = statement_node<ast::ExprStmt>(StmtKind::Expr, 0);
    s->value = value;
    while (accept(Tok::Newline)) {
    }
    if (!at(Tok::End)) fail();
    body.push_back(s);
  } else if (options_.one_statement) {
    guarded([&] { single_statement(body); });
  } else {
    statements(body, Tok::End);
  }
  if (options_.mode == CompileMode::Interactive && !body.empty() && body.back()->kind >= StmtKind::If) {
    std::string_view text = source_.text();
    incomplete_ |= !text.ends_with('\n') && !text.ends_with('\r');
  }
  auto* m = arena_.make<ast::Module>();
  m->body = seq(body);
  return m;
}

void Parser::single_statement(std::vector<Stmt*>& out) {
  if (at(Tok::Newline) || at(Tok::End)) fail();
  size_t start = pos_;
  statement(out);
  std::string_view text = source_.text();
  bool indented =
      std::any_of(tokens_.begin() + static_cast<ptrdiff_t>(start), tokens_.begin() + static_cast<ptrdiff_t>(pos_), [](const Token& t) { return t.kind == Tok::Indent; });
  bool ended = static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) >= previous().span.end_line;
  if (out.back()->kind >= StmtKind::If && !indented && !ended) fail();
  if (at(Tok::End)) return;
  size_t last = pos_ - 1;
  while (last > start && (tokens_[last].kind == Tok::Newline || tokens_[last].kind == Tok::Dedent)) --last;
  const ast::Span& s = tokens_[last].span;
  fail({s.end_line, s.end_column, s.end_line, s.end_column}, "multiple statements found while compiling a single statement");
}

// ---- blocks ---------------------------------------------------------------------------------

void Parser::statements(std::vector<Stmt*>& out, Tok end) {
  while (!at(end) && !at(Tok::End)) guarded([&] { statement(out); });
}

// Goes on behind a wrong statement; the blocks that belong to it are still checked.
void Parser::recover(size_t start) {
  int depth = 0;
  for (size_t i = start; i < pos_; ++i) depth += (tokens_[i].kind == Tok::Indent) - (tokens_[i].kind == Tok::Dedent);
  Tok before = pos_ > start ? tokens_[pos_ - 1].kind : Tok::Name;
  bool skip = before != Tok::Newline && before != Tok::Indent && before != Tok::Dedent;
  auto rest_of_block = [this] {
    std::vector<Stmt*> ignored;
    statements(ignored, Tok::Dedent);
    accept(Tok::Dedent);
  };
  for (;;) {
    if (skip && !at(Tok::Indent) && !at(Tok::Dedent)) {
      while (!at(Tok::Newline) && !at(Tok::End)) next();
      accept(Tok::Newline);
    }
    if (accept(Tok::Indent)) rest_of_block();
    for (; depth > 0; --depth) rest_of_block();
    if (at(Tok::Dedent) && pos_ == start) next();
    if (!at(Tok::Else) && !at(Tok::Elif) && !at(Tok::Except) && !at(Tok::Finally)) return;
    skip = true;
  }
}

ast::Block Parser::block(const char* what, const ast::Span& header) {
  std::vector<Stmt*> body;
  if (!accept(Tok::Newline)) {
    simple_statements(body);
    return seq(body);
  }
  if (!at(Tok::Indent)) {
    if (at(Tok::Error)) fail();
    fail_unindented(std::string("expected an indented block after ") + what + " on line " + std::to_string(header.line),
                    "indent the statements that belong to it, or write 'pass'");
  }
  next();
  statements(body, Tok::Dedent);
  accept(Tok::Dedent);
  return seq(body);
}

void Parser::fail_unindented(std::string message, std::string hint) {
  SyntaxFailure failure{source_.diagnose(current().span, std::move(message), std::move(hint), "IndentationError"), pos_, false};
  size_t line = pos_;
  while (tokens_[line].kind == Tok::Dedent) ++line;
  if (line > pos_ && tokens_[line].kind != Tok::End) failure.diagnostic.column = 0;  // CPython knows the line only
  throw failure;
}

// ---- names ----------------------------------------------------------------------------------

std::string_view Parser::identifier(const Token& t) {
  std::string_view name = text(t);
  if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return name;
  return arena_.copy(normalize_identifier(name));
}

std::string_view Parser::name() {
  if (!at(Tok::Name)) fail();
  std::string_view result = identifier(current());
  next();
  return result;
}

std::string_view Parser::attribute_name() {
  bool keyword = is_keyword(kind()) && pos_ > 0 && tokens_[pos_ - 1].end == current().begin;  // `x.from`, not `x. from`
  if (!at(Tok::Name) && !keyword) fail();
  std::string_view result = identifier(current());
  next();
  return result;
}

std::string_view Parser::dotted_name() {
  std::string_view first = name();
  if (!at(Tok::Dot)) return first;
  std::string whole(first);
  while (accept(Tok::Dot)) {
    whole += '.';
    whole += attribute_name();
  }
  return arena_.copy(whole);
}

bool Parser::starts_expression(const Token& t) const noexcept {
  switch (t.kind) {
    case Tok::Name:
    case Tok::Number:
    case Tok::String:
    case Tok::FStringStart:
    case Tok::LeftBrace:
    case Tok::Ellipsis:
    case Tok::Tilde:
    case Tok::False:
    case Tok::None:
    case Tok::True:
    case Tok::Not:
    case Tok::Lambda:
    case Tok::Await: return true;
    default: return false;
  }
}

void Parser::expect_colon() {
  if (!accept(Tok::Colon)) fail_here("expected ':'", "the line that opens a block ends with ':'");
}

// ---- errors ---------------------------------------------------------------------------------

void Parser::fail() {
  const Token& t = current();
  ast::Span where = whole(t);
  SyntaxFailure failure{{}, pos_, true};
  if (t.kind == Tok::Indent) {
    where.column = where.end_column ? where.end_column - 1 : 0;
    failure.diagnostic = source_.diagnose(where, "unexpected indent", "align this line with the one above", "IndentationError");
    failure.generic = false;
  } else if (t.kind == Tok::Dedent) {
    failure.diagnostic = source_.diagnose(where, "unexpected unindent", "indent the statement that belongs here", "IndentationError");
  } else {
    const char* message = fstring_depth_ ? "f-string: invalid syntax" : "invalid syntax";
    if (t.kind != Tok::Error) failure.diagnostic = source_.diagnose(where, message, quiet_ ? "" : hint_for(t));
    show_field(failure.diagnostic, where);
  }
  throw failure;
}

void Parser::fail(const ast::Span& where, std::string message, std::string hint, const char* type) {
  if (fstring_depth_ && !message.starts_with("f-string")) message.insert(0, "f-string: ");
  SyntaxFailure failure{source_.diagnose(where, std::move(message), std::move(hint), type), pos_, false};
  show_field(failure.diagnostic, where);
  throw failure;
}

void Parser::fail_here(std::string message, std::string hint) {
  if (at(Tok::Error)) fail();
  fail(whole(current()), std::move(message), std::move(hint));
}

void Parser::fail_deep(const ast::Span& where) { fail(where, "expression too deeply nested", "split it into several statements"); }

void Parser::report(const ast::Span& where, std::string message, std::string hint) {
  SyntaxFailure failure{source_.diagnose(where, std::move(message), std::move(hint)), last_, false};
  if (full()) throw failure;
  record(failure);
  if (full()) throw failure;
}

void Parser::fail_late(const ast::Span& where, std::string message, std::string hint) {
  if (options_.max_errors > 1) fail(where, std::move(message), std::move(hint));
  if (late_.empty()) late_.push_back(source_.diagnose(where, std::move(message), std::move(hint)));
}

// CPython reads a replacement field as a text of its own, in parentheses.
void Parser::show_field(Diagnostic& d, const ast::Span& where) const {
  if (field_ == kNoToken || options_.max_errors > 1 || d.message.empty()) return;
  const Token& open = tokens_[field_];
  size_t close = field_ + 1;
  auto ends = [&](const Token& t) {
    bool mark = t.kind == Tok::Bang || t.kind == Tok::Colon || t.kind == Tok::Assign;
    return t.kind == Tok::End || t.level < open.level || (mark && t.level == open.level);
  };
  while (close + 1 < tokens_.size() && !ends(tokens_[close])) ++close;
  SourceText field(arena_.copy("(" + std::string(source_.text().substr(open.end, tokens_[close].begin - open.end)) + ")"));
  const ast::Span& end = tokens_[close].span;
  ast::Span shifted = where;
  if (where.line > end.line || (where.line == end.line && where.column >= end.column)) shifted = {end.line, end.column, end.line, end.column + 1};
  auto shift = [&](uint32_t line, uint32_t& column) {
    if (line == open.span.line && column >= open.span.column) column -= open.span.column;
  };
  shift(shifted.line, shifted.column);
  shift(shifted.end_line, shifted.end_column);
  shifted.line -= open.span.line - 1;
  shifted.end_line -= open.span.line - 1;
  Diagnostic shown = field.diagnose(shifted, std::move(d.message), std::move(d.hint), d.type.c_str());
  shown.line = d.line;
  shown.end_line = d.end_line;
  d = std::move(shown);
}

ast::Span Parser::whole(const Token& t) const noexcept {
  if (t.kind != Tok::FStringStart) return t.span;
  int depth = 0;
  for (const Token* end = &t; end < tokens_.data() + tokens_.size(); ++end) {
    depth += (end->kind == Tok::FStringStart) - (end->kind == Tok::FStringEnd);
    if (depth == 0) return range(t.span, end->span);
  }
  return t.span;
}

void Parser::record(SyntaxFailure& failure) {
  size_t end = std::max(failure.token, furthest_);
  size_t furthest = end;
  while (end < tokens_.size() && tokens_[end].kind == Tok::Dedent) ++end;
  bool at_end = end >= tokens_.size() || tokens_[end].kind == Tok::End;
  incomplete_ |= at_end && lexed_.errors.empty();
  if (lexed_.unclosed != kNoToken && options_.max_errors <= 1) {
    const Token& open = tokens_[lexed_.unclosed];
    if (at_end || tokens_[furthest].span.line > open.span.line) {
      char bracket = text(open)[0];
      char close = bracket == '(' ? ')' : bracket == '[' ? ']' : '}';
      failure.diagnostic = source_.diagnose(open.span, std::string("'") + bracket + "' was never closed", std::string("add the missing '") + close + "'");
    }
  }
  auto same_line = [&](const Diagnostic& d) { return d.line == failure.diagnostic.line || d.line == tokens_[failure.token].span.line; };
  if (options_.max_errors > 1 && std::any_of(lexed_.errors.begin(), lexed_.errors.end(), same_line)) return;
  if (!failure.diagnostic.message.empty()) errors_.push_back(std::move(failure.diagnostic));
}

std::string Parser::hint_for(const Token& t) const {
  Tok before = pos_ > 0 ? tokens_[pos_ - 1].kind : Tok::Newline;
  bool twice = pos_ > 0 && before == t.kind && tokens_[pos_ - 1].end == t.begin;
  std::string word(text(t));
  switch (t.kind) {
    case Tok::Newline:
    case Tok::End:
      if (before == Tok::Plus && pos_ > 1 && tokens_[pos_ - 2].kind == Tok::Plus) return "write 'x += 1' to add one";
      return "the statement is not complete";
    case Tok::Ampersand: return twice ? "use 'and'" : "";
    case Tok::Bar: return twice ? "use 'or'" : "";
    case Tok::Assign: return "use '==' to compare";
    case Tok::Unknown: return word == "!" ? "use 'not'" : word == "<>" ? "use '!='" : "this character has no meaning here";
    case Tok::Elif:
    case Tok::Else: return "no 'if' belongs to it: check the indentation";
    case Tok::Except:
    case Tok::Finally: return "no 'try' belongs to it: check the indentation";
    default: break;
  }
  if (t.kind == Tok::If && before == Tok::Else) return "use 'elif'";
  if (is_keyword(t.kind)) return "'" + word + "' is a keyword and cannot stand here";
  bool after_value = before == Tok::Name || before == Tok::Number || before == Tok::String || before == Tok::FStringEnd || before == Tok::RightParen ||
                     before == Tok::RightBracket || before == Tok::RightBrace;
  return after_value && starts_expression(t) ? "an operator, a comma or a line end is missing before it" : "";
}

}  // namespace syntax
}  // namespace sl
