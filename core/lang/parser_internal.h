// Recursive descent over the tokens. One class, one file per part of the grammar:
//   parser.cpp            entry, errors, recovery, blocks
//   parser_stmt.cpp       simple statements         parser_compound.cpp  statements with blocks
//   parser_expr.cpp       operators, primaries      parser_atom.cpp      displays, groups, comprehensions
//   parser_call.cpp       arguments, parameters     parser_literal.cpp   numbers, strings, f-strings
//   parser_pattern.cpp    match                     parser_target.cpp    assignment targets
//
// A syntax error is thrown as SyntaxFailure, caught where statements are read, and never leaves parse().
// Recursion is bounded: brackets by the tokenizer, blocks by its limit on indentation, lambdas by
// Nesting; chains of operators are read by loops, and no tree is deeper than ast::kMaxTreeDepth.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/lang/ast.h"
#include "core/lang/lexer.h"
#include "core/lang/parser.h"

namespace sl::syntax {

struct SyntaxFailure {
  Diagnostic diagnostic;
  size_t token;  // where the parser stood
  bool generic;  // plain "invalid syntax": another reading may do better
};

class Parser {
 public:
  Parser(const SourceText& source, const CompileOptions& options, ast::Arena& arena, LexResult& lexed);
  ParseResult run();

 private:
  using Expr = ast::Expr;
  using Stmt = ast::Stmt;
  using ExprKind = ast::ExprKind;
  using StmtKind = ast::StmtKind;
  enum class Use { Assign, For, Delete };

  // ---- tokens
  const Token& current() const noexcept { return tokens_[pos_]; }
  const Token& ahead(size_t n) const noexcept { return tokens_[std::min(pos_ + n, tokens_.size() - 1)]; }
  const Token& previous() const noexcept { return tokens_[last_]; }
  Tok kind() const noexcept { return tokens_[pos_].kind; }
  bool at(Tok t) const noexcept { return tokens_[pos_].kind == t; }
  void next() noexcept {
    if (at(Tok::End)) return;
    if (!at(Tok::Newline) && !at(Tok::Indent) && !at(Tok::Dedent)) last_ = pos_;
    ++pos_;
  }
  bool accept(Tok t) noexcept {
    if (!at(t)) return false;
    next();
    return true;
  }
  void expect(Tok t) {
    if (!accept(t)) fail();
  }
  void expect_colon();  // "expected ':'" whatever stands there
  std::string_view text(const Token& t) const noexcept { return source_.text().substr(t.begin, t.end - t.begin); }
  bool at_name(std::string_view name) const noexcept { return at(Tok::Name) && text(current()) == name; }
  std::string_view identifier(const Token& t);
  std::string_view name();            // the name that must stand here
  std::string_view attribute_name();  // a name or keyword
  std::string_view dotted_name();
  bool starts_expression(const Token& t) const noexcept;

  // ---- errors (parser.cpp)
  [[noreturn]] void fail();  // "invalid syntax" here, or what fits the token better
  [[noreturn]] void fail(const ast::Span& where, std::string message, std::string hint = {}, const char* type = "SyntaxError");
  [[noreturn]] void fail_here(std::string message, std::string hint = {});
  [[noreturn]] void fail_deep(const ast::Span& where);
  void report(const ast::Span& where, std::string message, std::string hint = {});  // and go on
  // What CPython finds in its compiler only: counts where the whole text can be parsed.
  void fail_late(const ast::Span& where, std::string message, std::string hint = {});
  [[noreturn]] void fail_unindented(std::string message, std::string hint);
  ast::Span whole(const Token& t) const noexcept;  // the span, of an f-string up to its end
  void show_field(Diagnostic& d, const ast::Span& where) const;
  bool full() const noexcept { return errors_.size() + lexed_.errors.size() >= options_.max_errors; }
  static ast::Span range(const ast::Span& from, const ast::Span& to) { return {from.line, from.column, to.end_line, to.end_column}; }

  // Searches for a better message may nest, each reading again what those around it read: past a number of them, or of
  // the tokens they read, errors are plain.
  bool may_search() noexcept {
    constexpr uint32_t kSearches = 500;
    constexpr size_t kTokens = 5'000'000;
    return ++searches_ <= kSearches && attempted_ < kTokens;
  }

  // Runs `read`; where the grammar does not fit goes back and gives a null pointer.
  template <class F>
  auto attempt(F read) -> decltype(read()) {
    size_t pos = pos_, last = last_;
    uint32_t fstrings = fstring_depth_, fstring = fstring_, field = field_;
    size_t late = late_.size();
    try {
      auto result = read();
      attempted_ += pos_ > pos ? pos_ - pos : 0;
      return result;
    } catch (const SyntaxFailure& f) {
      attempted_ += f.token > pos ? f.token - pos : 0;
      if (!f.generic && !quiet_) throw;
      failed_at_ = f.token;
      furthest_ = std::max(furthest_, f.token);
      pos_ = pos;
      last_ = last;
      fstring_depth_ = fstrings;
      fstring_ = fstring;
      field_ = field;
      late_.resize(late);
      return {};
    }
  }
  template <class F>
  Expr* quietly(F read) {
    bool quiet = std::exchange(quiet_, true);
    Expr* e = longest(read);
    quiet_ = quiet;
    return e;
  }
  // Where the whole does not fit: as much as can be read, as a PEG parser's rule would.
  template <class F>
  Expr* longest(F read) {
    Expr* whole = attempt(read);
    if (whole || !may_search()) return whole;
    bool quiet = std::exchange(quiet_, true), prefix = std::exchange(prefix_, true);
    size_t failed = failed_at_;
    Expr* e = attempt(read);
    failed_at_ = failed;
    quiet_ = quiet;
    prefix_ = prefix;
    return e;
  }
  // What stands behind an operator read at `op`; null, back at the operator, where a prefix is enough.
  template <class F>
  Expr* operand(size_t op, size_t last, F read) {
    if (!prefix_) return read();
    Expr* e = attempt(read);
    if (!e) {
      pos_ = op;
      last_ = last;
    }
    return e;
  }

  struct Nesting {
    explicit Nesting(Parser& parser) : p(parser) {
      if (++p.nesting_ > p.max_nesting_) {
        --p.nesting_;
        p.fail_here("too many nested parentheses", "split the expression");
      }
    }
    ~Nesting() { --p.nesting_; }
    Parser& p;
  };

  // ---- nodes
  template <class T>
  T* node(ExprKind k, size_t start) {
    T* e = arena_.make<T>();
    static_cast<ast::Span&>(*e) = range(tokens_[start].span, tokens_[last_].span);
    e->kind = k;
    return e;
  }
  template <class T>
  T* statement_node(StmtKind k, size_t start) {
    T* s = arena_.make<T>();
    static_cast<ast::Span&>(*s) = range(tokens_[start].span, tokens_[last_].span);
    s->kind = k;
    return s;
  }
  void close(ast::Span* node) const noexcept {  // extends it to the last token read
    node->end_line = tokens_[last_].span.end_line;
    node->end_column = tokens_[last_].span.end_column;
  }
  void deepen(Expr* parent, const Expr* child) {
    if (!child || child->depth < parent->depth) return;
    if (child->depth + 1 > ast::kMaxTreeDepth) fail_deep(*parent);
    parent->depth = static_cast<uint16_t>(child->depth + 1);
  }
  void deepen(Expr* parent, ast::Seq<Expr*> children) {
    for (Expr* e : children) deepen(parent, e);
  }
  template <class T>
  ast::Seq<T> seq(const std::vector<T>& items) {
    if (items.empty()) return {};
    auto* data = static_cast<T*>(arena_.allocate(sizeof(T) * items.size()));
    std::uninitialized_copy(items.begin(), items.end(), data);
    return {data, static_cast<uint32_t>(items.size())};
  }

  // ---- blocks (parser.cpp)
  ast::Module* module();
  void single_statement(std::vector<ast::Stmt*>& out);
  void statements(std::vector<Stmt*>& out, Tok end);
  void recover(size_t start);
  // Runs `read`; while more errors are wanted, records one and goes on behind the statement.
  template <class F>
  void guarded(F read) {
    size_t start = pos_;
    uint32_t fstrings = fstring_depth_, fstring = fstring_, field = field_, asyncs = async_depth_, functions = function_depth_;
    try {
      read();
    } catch (SyntaxFailure& f) {
      if (full()) throw;
      record(f);
      if (full()) throw;
      fstring_depth_ = fstrings;
      fstring_ = fstring;
      field_ = field;
      async_depth_ = asyncs;
      function_depth_ = functions;
      quiet_ = false;
      recover(start);
    }
  }
  void record(SyntaxFailure& failure);
  ast::Block block(const char* what, const ast::Span& header);
  std::string hint_for(const Token& t) const;

  // ---- statements
  void statement(std::vector<Stmt*>& out);
  void simple_statements(std::vector<Stmt*>& out);
  Stmt* simple_statement();
  Stmt* expression_statement();
  Stmt* assignment(size_t start, Expr* first);
  Stmt* annotated_assignment(size_t start, Expr* target);
  Stmt* augmented_assignment(size_t start, Expr* target);
  Stmt* delete_statement();
  Stmt* raise_statement();
  Stmt* names_statement(StmtKind k);
  Stmt* assert_statement();
  Stmt* import_statement();
  Stmt* import_from_statement();
  ast::Alias import_alias();

  Stmt* if_statement();
  Stmt* while_statement();
  Stmt* for_statement(size_t start, bool is_async);
  Stmt* try_statement();
  ast::ExceptClause except_clause();
  Stmt* with_statement(size_t start, bool is_async);
  ast::WithItem with_item();
  bool parenthesized_with_items(std::vector<ast::WithItem>& items);
  Stmt* decorated();
  Stmt* async_statement();
  Stmt* function(size_t start, ast::Seq<Expr*> decorators, bool is_async);
  Stmt* class_statement(ast::Seq<Expr*> decorators);
  ast::Block else_block();
  bool at_match() const;
  Stmt* match_statement();
  ast::MatchCase match_case();

  // ---- patterns
  using Pattern = ast::Pattern;
  using PatternKind = ast::PatternKind;
  Pattern* pattern_node(PatternKind k, size_t start) {
    auto* p = arena_.make<Pattern>();
    static_cast<ast::Span&>(*p) = range(tokens_[start].span, tokens_[last_].span);
    p->kind = k;
    return p;
  }
  Pattern* patterns();  // an open sequence too
  Pattern* pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Pattern* star_pattern();
  Pattern* literal_pattern();
  Pattern* name_pattern();
  Pattern* class_pattern(size_t start, Expr* cls);
  Pattern* sequence_pattern(Tok close);
  Pattern* mapping_pattern();
  Expr* signed_number();
  Expr* literal_expression();
  Expr* name_or_attribute();
  void reject_irrefutable(const Pattern* p);
  using NameSet = std::unordered_set<std::string_view>;
  void check_pattern(const Pattern* p, NameSet& names, bool last);
  void check_alternatives(const Pattern* p, NameSet& names, bool last);
  void bind_name(const Pattern* p, std::string_view name, NameSet& names);

  // ---- expressions
  Expr* expression();
  Expr* named_expression();
  Expr* star_expression();   // *x or expression
  Expr* star_expressions();  // a bare tuple too
  Expr* star_named_expression();
  Expr* yield_expression();
  Expr* yield_or_star_expressions() { return at(Tok::Yield) ? yield_expression() : star_expressions(); }
  Expr* starred(ExprKind k = ExprKind::Starred);
  Expr* conditional(size_t start, Expr* value);
  Expr* disjunction();
  Expr* conjunction();
  Expr* inversion();
  Expr* comparison();
  Expr* bitwise_or() { return binary(1); }
  Expr* binary(int min_precedence);
  Expr* factor();
  Expr* await_primary();
  Expr* primary();
  Expr* unary_node(size_t start, ast::UnaryOp op, Expr* operand);
  Expr* binary_node(size_t start, ast::BinaryOp op, Expr* left, Expr* right);
  Expr* attribute(size_t start, Expr* object);
  Expr* subscript(size_t start, Expr* object);
  Expr* slice();
  template <class F, class G>
  Expr* rest_of_tuple(size_t start, Expr* first, F item, G at_end);
  void reject_adjacent(size_t start, Expr* value);
  [[noreturn]] void reject_walrus(Expr* value);
  void reject_equal_sign(size_t start, Expr* value);

  Expr* atom();
  Expr* name_expression();
  Expr* constant(ExprKind k);
  Expr* group();
  Expr* list();
  Expr* set_or_dict();
  Expr* dict_rest(size_t start, Expr* key, Expr* value);
  Expr* dict_value(const Token& colon);
  bool at_comprehension() const noexcept { return at(Tok::For) || (at(Tok::Async) && ahead(1).kind == Tok::For); }
  Expr* comprehension(ExprKind k, size_t start, Expr* element, Expr* value, Tok close);
  ast::ForClause for_clause();
  ast::Seq<Expr*> display_items(Expr* first, Tok close, bool comprehensible);

  // ---- calls
  Expr* call(size_t start, Expr* callee);
  struct Arguments {
    std::vector<Expr*> positional;
    std::vector<ast::Keyword> keywords;
  };
  void arguments(Arguments& out, bool allow_generator);
  void keyword_argument(Arguments& out);
  void check_keywords(const std::vector<ast::Keyword>& keywords);
  void positional_argument(Arguments& out, size_t open, bool allow_generator);
  ast::Args* parameters(Tok close, bool annotated);
  ast::Param parameter(bool annotated, bool star);
  void check_parameter_names(const ast::Args& args);
  Expr* lambda();

  // ---- literals
  Expr* number();
  Expr* strings();
  struct StringBuilder;
  void plain_string(StringBuilder& b);
  void fstring(StringBuilder& b);
  void replacement_field(StringBuilder& b, const StringForm& form);
  [[noreturn]] void fail_behind_strings(std::string message, std::string hint = {});
  Expr* format_spec(const StringForm& form);

  // ---- targets
  Expr* invalid_target(Expr* e, Use use) const;
  void check_target(Expr* e, Use use);
  void check_stars(Expr* target);
  void reject_lone_star(Expr* value);
  Expr* loop_target();  // up to 'in'
  static std::string expression_name(const Expr* e);

  const SourceText& source_;
  const CompileOptions& options_;
  ast::Arena& arena_;
  LexResult& lexed_;
  const std::vector<Token>& tokens_;
  std::vector<Diagnostic> errors_;
  std::vector<Diagnostic> late_;
  size_t pos_ = 0;
  size_t last_ = 0;  // the last token read that is no line end or indentation
  size_t failed_at_ = 0;
  size_t furthest_ = 0;         // where an attempt failed
  size_t dict_key_ = SIZE_MAX;  // where the dict key being read starts
  uint32_t nesting_ = 0;
  uint32_t searches_ = 0;
  size_t attempted_ = 0;  // tokens read in attempts
  uint32_t max_nesting_;
  uint32_t fstring_depth_ = 0;
  uint32_t fstring_ = kNoToken;  // the outermost f-string being read
  uint32_t field_ = kNoToken;    // the brace of the innermost replacement field being read
  uint32_t async_depth_ = 0;
  uint32_t function_depth_ = 0;
  bool quiet_ = false;   // reading ahead: no search for better messages
  bool prefix_ = false;  // operators without operand end an expression
  bool incomplete_ = false;
};

}  // namespace sl::syntax
