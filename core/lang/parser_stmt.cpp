#include "core/lang/parser_internal.h"

namespace sl::syntax {

void Parser::statement(std::vector<Stmt*>& out) {
  Nesting nesting(*this);
  switch (kind()) {
    case Tok::If: return out.push_back(if_statement());
    case Tok::While: return out.push_back(while_statement());
    case Tok::For: return out.push_back(for_statement(pos_, false));
    case Tok::Try: return out.push_back(try_statement());
    case Tok::With: return out.push_back(with_statement(pos_, false));
    case Tok::Def: return out.push_back(function(pos_, {}, false));
    case Tok::Class: return out.push_back(class_statement({}));
    case Tok::At: return out.push_back(decorated());
    case Tok::Async: return out.push_back(async_statement());
    default: break;
  }
  if (at_match()) return out.push_back(match_statement());
  simple_statements(out);
}

void Parser::simple_statements(std::vector<Stmt*>& out) {
  do {
    out.push_back(simple_statement());
  } while (accept(Tok::Semicolon) && !at(Tok::Newline));
  expect(Tok::Newline);
}

ast::Stmt* Parser::simple_statement() {
  size_t start = pos_;
  auto bare = [&](StmtKind k) {
    next();
    return statement_node<Stmt>(k, start);
  };
  switch (kind()) {
    case Tok::Pass: return bare(StmtKind::Pass);
    case Tok::Break: return bare(StmtKind::Break);
    case Tok::Continue: return bare(StmtKind::Continue);
    case Tok::Return: {
      next();
      Expr* value = at(Tok::Newline) || at(Tok::Semicolon) ? nullptr : star_expressions();
      reject_lone_star(value);
      auto* s = statement_node<ast::ExprStmt>(StmtKind::Return, start);
      s->value = value;
      return s;
    }
    case Tok::Raise: return raise_statement();
    case Tok::Global: return names_statement(StmtKind::Global);
    case Tok::Nonlocal: return names_statement(StmtKind::Nonlocal);
    case Tok::Del: return delete_statement();
    case Tok::Assert: return assert_statement();
    case Tok::Import: return import_statement();
    case Tok::From: return import_from_statement();
    default: return expression_statement();
  }
}

// ---- expressions and assignments ------------------------------------------------------------

ast::Stmt* Parser::expression_statement() {
  size_t start = pos_;
  Expr* value = yield_or_star_expressions();
  switch (kind()) {
    case Tok::Colon: return annotated_assignment(start, value);
    case Tok::Assign: return assignment(start, value);
    case Tok::Walrus:
      if (value->kind == ExprKind::Tuple && !value->parenthesized) fail();
      reject_walrus(value);
    default:
      if (kind() >= Tok::PlusAssign && kind() <= Tok::CaretAssign) return augmented_assignment(start, value);
      break;
  }
  reject_lone_star(value);
  auto* s = statement_node<ast::ExprStmt>(StmtKind::Expr, start);
  s->value = value;
  return s;
}

ast::Stmt* Parser::assignment(size_t start, Expr* first) {
  std::vector<Expr*> targets;
  Expr* value = first;
  const size_t equal = pos_, last = last_;
  while (at(Tok::Assign)) {
    if (value->kind == ExprKind::Yield || value->kind == ExprKind::YieldFrom) {
      if (!value->parenthesized) fail(*value, "assignment to yield expression not possible", "assign to a name");
    }
    if (invalid_target(value, Use::Assign) && targets.empty()) {
      size_t last_item = start;
      if (value->kind == ExprKind::Tuple && !value->parenthesized) {
        for (size_t i = start; i < pos_; ++i) {
          if (tokens_[i].kind == Tok::Comma && tokens_[i].level == 0) last_item = i + 1;
        }
        ast::Seq<Expr*> items = static_cast<ast::SeqExpr*>(value)->items;
        if (last_item < pos_) reject_equal_sign(last_item, items[items.size - 1]);
      } else {
        reject_equal_sign(start, value);
      }
    }
    if (!targets.empty() && invalid_target(value, Use::Assign) && (first->kind != ExprKind::Tuple || first->parenthesized)) {
      size_t here = pos_;
      pos_ = equal;
      last_ = last;
      reject_equal_sign(start, first);
      pos_ = here;
    }
    check_target(value, Use::Assign);
    targets.push_back(value);
    next();
    value = yield_or_star_expressions();
  }
  reject_lone_star(value);
  auto* s = statement_node<ast::AssignStmt>(StmtKind::Assign, start);
  s->targets = seq(targets);
  s->value = value;
  return s;
}

ast::Stmt* Parser::annotated_assignment(size_t start, Expr* target) {
  bool valid = target->kind == ExprKind::Name || target->kind == ExprKind::Attribute || target->kind == ExprKind::Subscript;
  size_t colon = pos_, last = last_;
  next();
  if (!valid) {
    if (target->kind == ExprKind::Yield || target->kind == ExprKind::YieldFrom || target->kind == ExprKind::Starred || !attempt([this] { return expression(); })) {
      pos_ = colon;
      last_ = last;
      fail();
    }
    if (target->kind == ExprKind::List || target->kind == ExprKind::Tuple) {
      bool open = target->kind == ExprKind::Tuple && !target->parenthesized;
      const Expr* where = open ? static_cast<ast::SeqExpr*>(target)->items[0] : target;
      fail(*where, "only single target (not " + expression_name(target) + ") can be annotated", "annotate the names one by one");
    }
    fail(*target, "illegal target for annotation", "annotate a name, an item or an attribute");
  }
  Expr* annotation = expression();
  Expr* value = nullptr;
  if (accept(Tok::Assign)) {
    value = yield_or_star_expressions();
    reject_lone_star(value);
  }
  auto* s = statement_node<ast::AnnAssignStmt>(StmtKind::AnnAssign, start);
  s->target = target;
  s->annotation = annotation;
  s->value = value;
  s->simple = target->kind == ExprKind::Name && !target->parenthesized;
  return s;
}

ast::Stmt* Parser::augmented_assignment(size_t start, Expr* target) {
  auto op = static_cast<ast::BinaryOp>(static_cast<int>(kind()) - static_cast<int>(Tok::PlusAssign));
  bool valid = target->kind == ExprKind::Name || target->kind == ExprKind::Attribute || target->kind == ExprKind::Subscript;
  size_t sign = pos_;
  next();
  if (!valid) {
    if (longest([this] { return yield_or_star_expressions(); })) {
      fail(*target, "'" + expression_name(target) + "' is an illegal expression for augmented assignment", "use a name, an item or an attribute");
    }
    pos_ = sign;
    fail();
  }
  Expr* value = yield_or_star_expressions();
  reject_lone_star(value);
  auto* s = statement_node<ast::AugAssignStmt>(StmtKind::AugAssign, start);
  s->target = target;
  s->op = op;
  s->value = value;
  return s;
}

ast::Stmt* Parser::delete_statement() {
  size_t start = pos_;
  next();
  Expr* target = star_expressions();
  check_target(target, Use::Delete);
  std::vector<Expr*> targets{target};
  if (target->kind == ExprKind::Tuple && !target->parenthesized) {
    ast::Seq<Expr*> items = static_cast<ast::SeqExpr*>(target)->items;
    targets.assign(items.begin(), items.end());
  }
  if (!at(Tok::Newline) && !at(Tok::Semicolon)) fail();
  auto* s = statement_node<ast::DeleteStmt>(StmtKind::Delete, start);
  s->targets = seq(targets);
  return s;
}

// ---- other simple statements ----------------------------------------------------------------

ast::Stmt* Parser::raise_statement() {
  size_t start = pos_;
  next();
  Expr *exception = nullptr, *cause = nullptr;
  if (!at(Tok::Newline) && !at(Tok::Semicolon)) {
    exception = expression();
    if (accept(Tok::From)) cause = expression();
  }
  auto* s = statement_node<ast::RaiseStmt>(StmtKind::Raise, start);
  s->exception = exception;
  s->cause = cause;
  return s;
}

ast::Stmt* Parser::names_statement(StmtKind k) {
  size_t start = pos_;
  next();
  std::vector<std::string_view> names{name()};
  while (accept(Tok::Comma)) names.push_back(name());
  auto* s = statement_node<ast::NamesStmt>(k, start);
  s->names = seq(names);
  return s;
}

ast::Stmt* Parser::assert_statement() {
  size_t start = pos_;
  next();
  Expr* condition = expression();
  Expr* message = accept(Tok::Comma) ? expression() : nullptr;
  auto* s = statement_node<ast::AssertStmt>(StmtKind::Assert, start);
  s->condition = condition;
  s->message = message;
  return s;
}

ast::Stmt* Parser::import_statement() {
  size_t start = pos_;
  next();
  std::vector<ast::Alias> names;
  do {
    size_t first = pos_;
    ast::Alias alias{};
    alias.name = dotted_name();
    if (accept(Tok::As)) alias.as = name();
    alias.span = range(tokens_[first].span, previous().span);
    names.push_back(alias);
  } while (accept(Tok::Comma));
  auto* s = statement_node<ast::ImportStmt>(StmtKind::Import, start);
  s->names = seq(names);
  return s;
}

ast::Alias Parser::import_alias() {
  size_t first = pos_;
  ast::Alias alias{};
  alias.name = name();
  if (accept(Tok::As)) alias.as = name();
  alias.span = range(tokens_[first].span, previous().span);
  return alias;
}

ast::Stmt* Parser::import_from_statement() {
  size_t start = pos_;
  next();
  uint32_t level = 0;
  for (; at(Tok::Dot) || at(Tok::Ellipsis); next()) level += at(Tok::Dot) ? 1 : 3;
  std::string_view module;
  if (level == 0 || !at(Tok::Import)) module = dotted_name();
  expect(Tok::Import);
  std::vector<ast::Alias> names;
  if (at(Tok::Star)) {
    names.push_back({text(current()), {}, current().span});
    next();
  } else if (accept(Tok::LeftParen)) {
    do {
      names.push_back(import_alias());
    } while (accept(Tok::Comma) && !at(Tok::RightParen));
    expect(Tok::RightParen);
  } else {
    do {
      if (at(Tok::Newline) && !names.empty()) {
        fail_here("trailing comma not allowed without surrounding parentheses", "remove the comma, or put the names in parentheses");
      }
      names.push_back(import_alias());
    } while (accept(Tok::Comma));
  }
  auto* s = statement_node<ast::ImportFromStmt>(StmtKind::ImportFrom, start);
  s->module = module;
  s->level = level;
  s->names = seq(names);
  return s;
}

}  // namespace sl::syntax
