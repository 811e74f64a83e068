#include "core/lang/parser_internal.h"

namespace sl::syntax {

namespace {

constexpr size_t kMaxElifs = 1000;  // they nest in the tree

}  // namespace

// ---- if, loops ------------------------------------------------------------------------------

ast::Block Parser::else_block() {
  if (!at(Tok::Else)) return {};
  const Token& header = current();
  next();
  expect_colon();
  return block("'else' statement", header.span);
}

ast::Stmt* Parser::if_statement() {
  std::vector<ast::IfStmt*> chain;
  do {
    bool first = chain.empty();
    size_t start = pos_;
    next();
    Expr* condition = named_expression();
    if (at(Tok::Newline)) expect_colon();
    expect(Tok::Colon);
    auto* s = statement_node<ast::IfStmt>(StmtKind::If, start);
    s->condition = condition;
    s->body = block(first ? "'if' statement" : "'elif' statement", tokens_[start].span);
    if (chain.size() >= kMaxElifs) fail(tokens_[start].span, "too many 'elif' clauses", "use a dict or 'match'");
    chain.push_back(s);
  } while (at(Tok::Elif));
  chain.back()->otherwise = else_block();
  for (size_t i = chain.size(); i-- > 0;) {
    close(chain[i]);
    if (i > 0) chain[i - 1]->otherwise = seq(std::vector<Stmt*>{chain[i]});
  }
  return chain.front();
}

ast::Stmt* Parser::while_statement() {
  size_t start = pos_;
  next();
  Expr* condition = named_expression();
  if (at(Tok::Newline)) expect_colon();
  expect(Tok::Colon);
  auto* s = statement_node<ast::IfStmt>(StmtKind::While, start);
  s->condition = condition;
  s->body = block("'while' statement", tokens_[start].span);
  s->otherwise = else_block();
  close(s);
  return s;
}

ast::Stmt* Parser::for_statement(size_t start, bool is_async) {
  size_t header = pos_;
  next();
  Expr* target = loop_target();
  expect(Tok::In);
  Expr* iterable = star_expressions();
  reject_lone_star(iterable);
  if (at(Tok::Newline)) expect_colon();
  expect(Tok::Colon);
  auto* s = statement_node<ast::ForStmt>(StmtKind::For, start);
  s->target = target;
  s->iterable = iterable;
  s->is_async = is_async;
  s->body = block("'for' statement", tokens_[header].span);
  s->otherwise = else_block();
  close(s);
  return s;
}

// ---- try ------------------------------------------------------------------------------------

ast::ExceptClause Parser::except_clause() {
  size_t start = pos_;
  next();
  bool star = accept(Tok::Star);
  if (star) {
    if (at(Tok::Newline) || at(Tok::Colon)) fail_here("expected one or more exception types");
  }
  ast::ExceptClause clause{};
  if (!at(Tok::Colon) && !at(Tok::Newline)) {
    size_t type = pos_;
    clause.type = expression();
    if (at(Tok::Comma)) {
      size_t comma = pos_, last = last_;
      next();
      bool list = attempt([this] { return star_expressions(); });
      if (list && accept(Tok::As)) list = accept(Tok::Name);
      if (list && at(Tok::Colon)) {
        fail(range(tokens_[type].span, previous().span), "multiple exception types must be parenthesized", "write except (A, B):");
      }
      pos_ = comma;
      last_ = last;
      fail();
    }
    if (accept(Tok::As)) clause.name = name();
  }
  if (at(Tok::Newline)) expect_colon();
  expect(Tok::Colon);
  clause.body = block(star ? "'except*' statement" : "'except' statement", tokens_[start].span);
  clause.span = range(tokens_[start].span, previous().span);
  return clause;
}

ast::Stmt* Parser::try_statement() {
  size_t start = pos_;
  next();
  expect_colon();
  auto* s = statement_node<ast::TryStmt>(StmtKind::Try, start);
  s->body = block("'try' statement", tokens_[start].span);
  std::vector<ast::ExceptClause> handlers;
  while (at(Tok::Except)) {
    bool star = ahead(1).kind == Tok::Star;
    if (!handlers.empty() && star != s->star) fail(star ? range(current().span, ahead(1).span) : current().span, "cannot have both 'except' and 'except*' on the same 'try'");
    s->star = star;
    if (!options_.tree_only && !handlers.empty() && !handlers.back().type) {
      fail_late(handlers.back().span, "default 'except:' must be last", "it would catch everything before the clauses behind it");
    }
    handlers.push_back(except_clause());
  }
  s->handlers = seq(handlers);
  if (handlers.empty() && !at(Tok::Finally)) fail_here("expected 'except' or 'finally' block", "a 'try' needs one of them");
  if (!handlers.empty()) s->otherwise = else_block();
  if (at(Tok::Finally)) {
    const Token& header = current();
    next();
    expect_colon();
    s->finally = block("'finally' statement", header.span);
  }
  close(s);
  return s;
}

// ---- with -----------------------------------------------------------------------------------

ast::WithItem Parser::with_item() {
  ast::WithItem item{};
  item.manager = expression();
  if (!accept(Tok::As)) return item;
  size_t start = pos_;
  item.target = at(Tok::Star) ? starred() : bitwise_or();
  if (!at(Tok::Comma) && !at(Tok::RightParen) && !at(Tok::Colon)) {
    reject_adjacent(start, item.target);
    if (!at(Tok::Newline)) fail();
  }
  check_target(item.target, Use::Assign);
  return item;
}

// `with (a as b, c):`. False, having read nothing, when the parenthesis belongs to an expression.
bool Parser::parenthesized_with_items(std::vector<ast::WithItem>& items) {
  size_t depth = 0, close = pos_;
  for (;; ++close) {
    Tok k = tokens_[close].kind;
    if (k == Tok::End || k == Tok::Newline) return false;
    if (k == Tok::LeftParen || k == Tok::LeftBracket || k == Tok::LeftBrace) ++depth;
    if ((k == Tok::RightParen || k == Tok::RightBracket || k == Tok::RightBrace) && --depth == 0) break;
  }
  if (tokens_[close + 1].kind != Tok::Colon && tokens_[close + 1].kind != Tok::Newline) return false;
  struct Found {
    std::vector<ast::WithItem> items;
    bool ok = false;
  };
  Found found = attempt([&] {
    Found f;
    next();
    do {
      f.items.push_back(with_item());
    } while (accept(Tok::Comma) && !at(Tok::RightParen));
    expect(Tok::RightParen);
    if (!at(Tok::Colon) && !at(Tok::Newline)) fail();
    f.ok = true;
    return f;
  });
  items = std::move(found.items);
  return found.ok;
}

ast::Stmt* Parser::with_statement(size_t start, bool is_async) {
  size_t header = pos_;
  next();
  std::vector<ast::WithItem> items;
  if (!at(Tok::LeftParen) || !parenthesized_with_items(items)) {
    do {
      items.push_back(with_item());
    } while (accept(Tok::Comma));
  }
  if (at(Tok::Newline)) expect_colon();
  expect(Tok::Colon);
  auto* s = statement_node<ast::WithStmt>(StmtKind::With, start);
  s->items = seq(items);
  s->is_async = is_async;
  s->body = block("'with' statement", tokens_[header].span);
  close(s);
  return s;
}

// ---- definitions ----------------------------------------------------------------------------

ast::Stmt* Parser::decorated() {
  std::vector<Expr*> decorators;
  while (accept(Tok::At)) {
    decorators.push_back(named_expression());
    expect(Tok::Newline);
  }
  ast::Seq<Expr*> all = seq(decorators);
  if (at(Tok::Class)) return class_statement(all);
  size_t start = pos_;
  bool is_async = at(Tok::Async) && ahead(1).kind == Tok::Def;
  if (is_async) next();
  if (!at(Tok::Def)) fail();
  return function(start, all, is_async);
}

ast::Stmt* Parser::async_statement() {
  size_t start = pos_;
  next();
  if (at(Tok::Def)) return function(start, {}, true);
  if (!at(Tok::For) && !at(Tok::With)) fail();
  bool loop = at(Tok::For);
  ast::Span where = range(tokens_[start].span, current().span);
  Stmt* s = loop ? for_statement(start, true) : with_statement(start, true);
  if (!async_depth_ && !options_.tree_only) {
    report(where, std::string("'async ") + (loop ? "for" : "with") + "' outside async function", "leave out 'async'");
  }
  return s;
}

ast::Stmt* Parser::function(size_t start, ast::Seq<Expr*> decorators, bool is_async) {
  size_t header = pos_;
  next();
  if (is_async && !options_.tree_only) {
    report(range(tokens_[start].span, tokens_[header].span), "async functions are not supported",
           "use a plain function; to run it at the same time as others start it as a background task");
  }
  std::string_view function_name = name();
  if (!accept(Tok::LeftParen)) fail_here("expected '('", "parameters stand in parentheses, which may be empty");
  ast::Args* args = parameters(Tok::RightParen, true);
  expect(Tok::RightParen);
  Expr* returns = nullptr;
  if (at(Tok::Arrow)) {
    size_t arrow = pos_, last = last_;
    next();
    returns = quietly([this] { return expression(); });
    if (!returns) {
      pos_ = arrow;
      last_ = last;
    }
  }
  expect_colon();
  auto* s = statement_node<ast::FunctionStmt>(StmtKind::FunctionDef, start);
  s->name = function_name;
  s->args = args;
  s->returns = returns;
  s->decorators = decorators;
  s->is_async = is_async;
  ++function_depth_;
  async_depth_ += is_async;
  s->body = block("function definition", tokens_[header].span);
  async_depth_ -= is_async;
  --function_depth_;
  close(s);
  return s;
}

ast::Stmt* Parser::class_statement(ast::Seq<Expr*> decorators) {
  size_t start = pos_;
  next();
  std::string_view class_name = name();
  Arguments bases;
  if (accept(Tok::LeftParen)) {
    arguments(bases, false);
    expect(Tok::RightParen);
  }
  if (at(Tok::Newline)) expect_colon();
  expect(Tok::Colon);
  auto* s = statement_node<ast::ClassStmt>(StmtKind::ClassDef, start);
  s->name = class_name;
  s->bases = seq(bases.positional);
  s->keywords = seq(bases.keywords);
  s->decorators = decorators;
  s->body = block("class definition", tokens_[start].span);
  close(s);
  return s;
}

}  // namespace sl::syntax
