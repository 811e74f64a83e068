#include "core/lang/parser_internal.h"

namespace sl::syntax {

ast::Expr* Parser::atom() {
  switch (kind()) {
    case Tok::Name: return name_expression();
    case Tok::Number: return number();
    case Tok::String:
    case Tok::FStringStart: return strings();
    case Tok::None: return constant(ExprKind::None);
    case Tok::True: return constant(ExprKind::True);
    case Tok::False: return constant(ExprKind::False);
    case Tok::Ellipsis: return constant(ExprKind::Ellipsis);
    case Tok::LeftParen: return group();
    case Tok::LeftBracket: return list();
    case Tok::LeftBrace: return set_or_dict();
    default: fail();
  }
}

ast::Expr* Parser::name_expression() {
  size_t start = pos_;
  std::string_view value = name();
  auto* e = node<ast::NameExpr>(ExprKind::Name, start);
  e->name = value;
  return e;
}

ast::Expr* Parser::constant(ExprKind k) {
  size_t start = pos_;
  next();
  return node<Expr>(k, start);
}

// ---- brackets -------------------------------------------------------------------------------

ast::Expr* Parser::group() {
  size_t start = pos_;
  next();
  if (accept(Tok::RightParen)) {
    auto* empty = node<ast::SeqExpr>(ExprKind::Tuple, start);
    empty->parenthesized = true;
    return empty;
  }
  if (at(Tok::DoubleStar)) {
    const Token& stars = current();
    next();
    if (attempt([this] { return expression(); }) && at(Tok::RightParen)) {
      fail(stars.span, "cannot use double starred expression here", "'**' unpacks a mapping in a call or a dict display only");
    }
    pos_ = last_ = start + 1;
    fail();
  }
  if (at(Tok::Yield)) {
    Expr* value = yield_expression();
    expect(Tok::RightParen);
    value->parenthesized = true;
    return value;
  }
  Expr* first = star_named_expression();
  if (at_comprehension()) return comprehension(ExprKind::Generator, start, first, nullptr, Tok::RightParen);
  if (at(Tok::Comma)) {
    ast::Seq<Expr*> items = display_items(first, Tok::RightParen, false);
    auto* tuple = node<ast::SeqExpr>(ExprKind::Tuple, start);
    tuple->items = items;
    tuple->parenthesized = true;
    deepen(tuple, items);
    return tuple;
  }
  if (first->kind == ExprKind::Starred && at(Tok::RightParen)) {
    fail(*first, "cannot use starred expression here", "write (*x,) for a tuple");
  }
  expect(Tok::RightParen);
  first->parenthesized = true;
  return first;
}

ast::Seq<ast::Expr*> Parser::display_items(Expr* first, Tok close, bool comprehensible) {
  std::vector<Expr*> items{first};
  bool trailing = false;
  while (accept(Tok::Comma)) {
    trailing = at(close) || at_comprehension();
    if (trailing) break;
    items.push_back(star_named_expression());
  }
  if (comprehensible && at_comprehension()) {
    const ast::Span& end = trailing ? previous().span : static_cast<const ast::Span&>(*items.back());
    size_t clause = pos_;
    if (!attempt([this] { return for_clause().target; })) {
      pos_ = clause;
      fail();
    }
    fail(range(*first, end), "did you forget parentheses around the comprehension target?", "write [(a, b) for ...]");
  }
  expect(close);
  return seq(items);
}

ast::Expr* Parser::list() {
  size_t start = pos_;
  next();
  ast::Seq<Expr*> items;
  if (!accept(Tok::RightBracket)) {
    Expr* first = star_named_expression();
    if (at_comprehension()) return comprehension(ExprKind::ListComp, start, first, nullptr, Tok::RightBracket);
    items = display_items(first, Tok::RightBracket, true);
  }
  auto* e = node<ast::SeqExpr>(ExprKind::List, start);
  e->items = items;
  deepen(e, items);
  return e;
}

ast::Expr* Parser::set_or_dict() {
  size_t start = pos_;
  next();
  if (accept(Tok::RightBrace)) return node<ast::DictExpr>(ExprKind::Dict, start);
  if (at(Tok::DoubleStar)) {
    const Token& stars = current();
    next();
    Expr* value = bitwise_or();
    if (at_comprehension()) fail(stars.span, "dict unpacking cannot be used in dict comprehension", "write {**x} or {k: v for ...}");
    return dict_rest(start, nullptr, value);
  }
  Expr* first = star_named_expression();
  if (at(Tok::Colon) && first->kind != ExprKind::Starred && (first->kind != ExprKind::Walrus || first->parenthesized)) {
    const Token& colon = current();
    next();
    Expr* value = dict_value(colon);
    if (at_comprehension()) return comprehension(ExprKind::DictComp, start, first, value, Tok::RightBrace);
    return dict_rest(start, first, value);
  }
  if (at_comprehension()) return comprehension(ExprKind::SetComp, start, first, nullptr, Tok::RightBrace);
  ast::Seq<Expr*> items = display_items(first, Tok::RightBrace, true);
  auto* e = node<ast::SeqExpr>(ExprKind::Set, start);
  e->items = items;
  deepen(e, items);
  return e;
}

ast::Expr* Parser::dict_value(const Token& colon) {
  if (at(Tok::RightBrace) || at(Tok::Comma)) fail(colon.span, "expression expected after dictionary key and ':'");
  if (at(Tok::Star)) {
    size_t star = pos_;
    next();
    bitwise_or();
    fail(range(tokens_[star].span, previous().span), "cannot use a starred expression in a dictionary value");
  }
  return expression();
}

ast::Expr* Parser::dict_rest(size_t start, Expr* key, Expr* value) {
  std::vector<Expr*> keys{key}, values{value};
  while (accept(Tok::Comma) && !at(Tok::RightBrace)) {
    if (accept(Tok::DoubleStar)) {
      keys.push_back(nullptr);
      values.push_back(bitwise_or());
      continue;
    }
    dict_key_ = pos_;
    Expr* k = expression();
    const Token& colon = current();
    if (!at(Tok::Colon)) {
      const ast::Span& end = previous().span;
      fail({end.end_line, end.end_column ? end.end_column - 1 : 0, end.end_line, end.end_column}, "':' expected after dictionary key", "every item of a dict is key: value");
    }
    next();
    keys.push_back(k);
    values.push_back(dict_value(colon));
  }
  expect(Tok::RightBrace);
  auto* e = node<ast::DictExpr>(ExprKind::Dict, start);
  e->keys = seq(keys);
  e->values = seq(values);
  deepen(e, e->keys);
  deepen(e, e->values);
  return e;
}

// ---- comprehensions -------------------------------------------------------------------------

ast::ForClause Parser::for_clause() {
  ast::ForClause clause{};
  size_t start = pos_;
  clause.is_async = accept(Tok::Async);
  next();
  clause.target = loop_target();
  expect(Tok::In);
  clause.iterable = disjunction();
  std::vector<Expr*> conditions;
  while (accept(Tok::If)) conditions.push_back(disjunction());
  clause.conditions = seq(conditions);
  if (clause.is_async && !async_depth_ && !quiet_ && !options_.tree_only) {
    report(range(tokens_[start].span, previous().span), "asynchronous comprehension outside of an asynchronous function", "use a plain 'for'");
  }
  return clause;
}

ast::Expr* Parser::comprehension(ExprKind k, size_t start, Expr* element, Expr* value, Tok close) {
  std::vector<ast::ForClause> clauses;
  while (at_comprehension()) clauses.push_back(for_clause());
  if (element->kind == ExprKind::Starred) {
    fail(*element, "iterable unpacking cannot be used in comprehension", "add another 'for' clause");
  }
  expect(close);
  auto* e = node<ast::CompExpr>(k, start);
  e->element = element;
  e->value = value;
  e->clauses = seq(clauses);
  deepen(e, element);
  deepen(e, value);
  for (const ast::ForClause& c : e->clauses) {
    deepen(e, c.target);
    deepen(e, c.iterable);
    deepen(e, c.conditions);
  }
  return e;
}

}  // namespace sl::syntax
