#include "core/lang/parser_internal.h"

namespace sl::syntax {

namespace {

int precedence(Tok t) {
  switch (t) {
    case Tok::Bar: return 1;
    case Tok::Caret: return 2;
    case Tok::Ampersand: return 3;
    case Tok::ShiftLeft:
    case Tok::ShiftRight: return 4;
    case Tok::Plus:
    case Tok::Minus: return 5;
    case Tok::Star:
    case Tok::Slash:
    case Tok::DoubleSlash:
    case Tok::Percent:
    case Tok::At: return 6;
    default: return 0;
  }
}

ast::BinaryOp binary_op(Tok t) { return static_cast<ast::BinaryOp>(static_cast<int>(t) - static_cast<int>(Tok::Plus)); }

bool ends_list(Tok t) {
  switch (t) {
    case Tok::Newline:
    case Tok::End:
    case Tok::Semicolon:
    case Tok::Assign:
    case Tok::Colon:
    case Tok::RightParen:
    case Tok::RightBracket:
    case Tok::RightBrace:
    case Tok::Bang: return true;
    default: return t >= Tok::PlusAssign && t <= Tok::CaretAssign;
  }
}

}  // namespace

// ---- lists of expressions -------------------------------------------------------------------

template <class F, class G>
ast::Expr* Parser::rest_of_tuple(size_t start, Expr* first, F item, G at_end) {
  std::vector<Expr*> items{first};
  while (accept(Tok::Comma) && !at_end()) items.push_back(item());
  auto* tuple = node<ast::SeqExpr>(ExprKind::Tuple, start);
  tuple->items = seq(items);
  deepen(tuple, tuple->items);
  return tuple;
}

ast::Expr* Parser::starred(ExprKind k) {
  size_t start = pos_;
  next();
  Expr* value = bitwise_or();
  reject_adjacent(start + 1, value);
  auto* e = node<ast::UnaryWrapExpr>(k, start);
  e->value = value;
  deepen(e, value);
  return e;
}

ast::Expr* Parser::star_expression() { return at(Tok::Star) ? starred() : expression(); }
ast::Expr* Parser::star_named_expression() { return at(Tok::Star) ? starred() : named_expression(); }

ast::Expr* Parser::star_expressions() {
  size_t start = pos_;
  Expr* first = star_expression();
  if (!at(Tok::Comma)) return first;
  return rest_of_tuple(
      start, first, [this] { return star_expression(); }, [this] { return ends_list(kind()); });
}

ast::Expr* Parser::yield_expression() {
  size_t start = pos_;
  next();
  ExprKind k = ExprKind::Yield;
  Expr* value = nullptr;
  if (accept(Tok::From)) {
    k = ExprKind::YieldFrom;
    value = expression();
  } else if (!ends_list(kind()) && !at(Tok::Comma)) {
    value = star_expressions();
    reject_lone_star(value);
  }
  auto* e = node<ast::UnaryWrapExpr>(k, start);
  e->value = value;
  deepen(e, value);
  return e;
}

// ---- whole expressions ----------------------------------------------------------------------

ast::Expr* Parser::named_expression() {
  size_t start = pos_;
  if (at(Tok::Name) && ahead(1).kind == Tok::Walrus) {
    auto* target = static_cast<ast::NameExpr*>(name_expression());
    next();
    Expr* value = expression();
    auto* e = node<ast::WalrusExpr>(ExprKind::Walrus, start);
    e->target = target;
    e->value = value;
    deepen(e, value);
    return e;
  }
  Expr* value = expression();
  if (at(Tok::Walrus)) {
    reject_walrus(value);
  }
  if (at(Tok::Assign)) {
    reject_equal_sign(start, value);
    fail();
  }
  return value;
}

ast::Expr* Parser::expression() {
  Nesting nesting(*this);
  if (at(Tok::Lambda)) return lambda();
  size_t start = pos_;
  Expr* value = disjunction();
  if (at(Tok::If)) return conditional(start, value);
  reject_adjacent(start, value);
  return value;
}

ast::Expr* Parser::conditional(size_t start, Expr* value) {
  struct Arm {
    size_t start;
    Expr *then, *condition;
  };
  std::vector<Arm> arms;
  while (at(Tok::If)) {
    size_t question = pos_, last = last_;
    next();
    auto read = [this] { return disjunction(); };
    Expr* condition = prefix_ ? operand(question, last, read) : quiet_ ? disjunction() : longest(read);
    if (!condition && prefix_) break;
    if (!condition) {
      pos_ = failed_at_;
      fail();
    }
    if (!at(Tok::Else)) {
      if (prefix_) {
        pos_ = question;
        last_ = last;
        break;
      }
      if (at(Tok::Colon) || quiet_) fail();
      fail(range(*value, *condition), "expected 'else' after 'if' expression", "the form is: value if condition else other");
    }
    next();
    arms.push_back({start, value, condition});
    start = pos_;
    value = at(Tok::Lambda) ? lambda() : disjunction();
  }
  if (value->kind != ExprKind::Lambda) reject_adjacent(start, value);
  for (size_t i = arms.size(); i-- > 0;) {
    auto* e = node<ast::ConditionalExpr>(ExprKind::Conditional, arms[i].start);
    e->condition = arms[i].condition;
    e->then = arms[i].then;
    e->otherwise = value;
    deepen(e, e->condition);
    deepen(e, e->then);
    deepen(e, value);
    value = e;
  }
  return value;
}

ast::Expr* Parser::disjunction() {
  size_t start = pos_;
  Expr* first = conjunction();
  if (!at(Tok::Or)) return first;
  std::vector<Expr*> values{first};
  while (at(Tok::Or)) {
    size_t op = pos_, last = last_;
    next();
    Expr* value = operand(op, last, [this] { return conjunction(); });
    if (!value) break;
    values.push_back(value);
  }
  auto* e = node<ast::BoolOpExpr>(ExprKind::BoolOp, start);
  e->is_and = false;
  e->values = seq(values);
  deepen(e, e->values);
  return e;
}

ast::Expr* Parser::conjunction() {
  size_t start = pos_;
  Expr* first = inversion();
  if (!at(Tok::And)) return first;
  std::vector<Expr*> values{first};
  while (at(Tok::And)) {
    size_t op = pos_, last = last_;
    next();
    Expr* value = operand(op, last, [this] { return inversion(); });
    if (!value) break;
    values.push_back(value);
  }
  auto* e = node<ast::BoolOpExpr>(ExprKind::BoolOp, start);
  e->is_and = true;
  e->values = seq(values);
  deepen(e, e->values);
  return e;
}

ast::Expr* Parser::inversion() {
  if (!at(Tok::Not)) return comparison();
  size_t start = pos_;
  while (accept(Tok::Not)) {
  }
  size_t operand_start = pos_;
  Expr* e = comparison();
  for (size_t i = operand_start; i-- > start;) e = unary_node(i, ast::UnaryOp::Not, e);
  return e;
}

ast::Expr* Parser::comparison() {
  size_t start = pos_;
  Expr* left = bitwise_or();
  std::vector<ast::CompareOp> ops;
  std::vector<Expr*> rights;
  for (;;) {
    Tok k = kind();
    size_t sign = pos_, last = last_;
    ast::CompareOp op;
    if (k >= Tok::Less && k <= Tok::GreaterEqual) {
      op = static_cast<ast::CompareOp>(static_cast<int>(k) - static_cast<int>(Tok::Less));
      next();
    } else if (k == Tok::In) {
      op = ast::CompareOp::In;
      next();
    } else if (k == Tok::Not && ahead(1).kind == Tok::In) {
      op = ast::CompareOp::NotIn;
      next();
      next();
    } else if (k == Tok::Is) {
      next();
      op = accept(Tok::Not) ? ast::CompareOp::IsNot : ast::CompareOp::Is;
    } else {
      break;
    }
    Expr* right = operand(sign, last, [this] { return bitwise_or(); });
    if (!right) break;
    ops.push_back(op);
    rights.push_back(right);
  }
  if (ops.empty()) return left;
  auto* e = node<ast::CompareExpr>(ExprKind::Compare, start);
  e->left = left;
  e->ops = seq(ops);
  e->rights = seq(rights);
  deepen(e, left);
  deepen(e, e->rights);
  return e;
}

// ---- operators ------------------------------------------------------------------------------

ast::Expr* Parser::unary_node(size_t start, ast::UnaryOp op, Expr* operand) {
  auto* e = node<ast::UnaryExpr>(ExprKind::Unary, start);
  e->op = op;
  e->operand = operand;
  deepen(e, operand);
  return e;
}

ast::Expr* Parser::binary_node(size_t start, ast::BinaryOp op, Expr* left, Expr* right) {
  auto* e = node<ast::BinaryExpr>(ExprKind::Binary, start);
  e->op = op;
  e->left = left;
  e->right = right;
  deepen(e, left);
  deepen(e, right);
  return e;
}

ast::Expr* Parser::binary(int min_precedence) {
  size_t start = pos_;
  Expr* left = factor();
  for (;;) {
    int p = precedence(kind());
    if (p == 0 || p < min_precedence) return left;
    ast::BinaryOp op = binary_op(kind());
    size_t sign = pos_, last = last_;
    next();
    Expr* right = operand(sign, last, [&] { return binary(p + 1); });
    if (!right) return left;
    left = binary_node(start, op, left, right);
  }
}

// Signs and '**' nest to the right: read them in a row, build the tree from the end.
ast::Expr* Parser::factor() {
  struct Step {
    size_t start;
    Tok op;
    Expr* base;
  };
  std::vector<Step> steps;
  Expr* value;
  for (;;) {
    while (at(Tok::Minus) || at(Tok::Plus) || at(Tok::Tilde)) {
      steps.push_back({pos_, kind(), nullptr});
      next();
    }
    size_t start = pos_;
    value = await_primary();
    if (!at(Tok::DoubleStar)) break;
    size_t sign = pos_, last = last_;
    next();
    if (prefix_) {
      if (Expr* right = operand(sign, last, [this] { return factor(); })) value = binary_node(start, ast::BinaryOp::Pow, value, right);
      break;
    }
    steps.push_back({start, Tok::DoubleStar, value});
  }
  for (size_t i = steps.size(); i-- > 0;) {
    const Step& s = steps[i];
    if (s.base) {
      value = binary_node(s.start, ast::BinaryOp::Pow, s.base, value);
    } else {
      value = unary_node(s.start, s.op == Tok::Minus ? ast::UnaryOp::Neg : s.op == Tok::Plus ? ast::UnaryOp::Pos : ast::UnaryOp::Invert, value);
    }
  }
  return value;
}

ast::Expr* Parser::await_primary() {
  if (!at(Tok::Await)) return primary();
  size_t start = pos_;
  next();
  Expr* value = primary();
  auto* e = node<ast::UnaryWrapExpr>(ExprKind::Await, start);
  e->value = value;
  deepen(e, value);
  if (!quiet_ && !async_depth_ && !options_.tree_only) {
    report(*e, function_depth_ ? "'await' outside async function" : "'await' outside function", "call the function without 'await'");
  }
  return e;
}

// ---- primaries ------------------------------------------------------------------------------

ast::Expr* Parser::primary() {
  size_t start = pos_;
  Expr* e = atom();
  for (;;) {
    auto trailer = [&]() -> Expr* {
      switch (kind()) {
        case Tok::Dot: return attribute(start, e);
        case Tok::LeftParen: return call(start, e);
        case Tok::LeftBracket: return subscript(start, e);
        default: return nullptr;
      }
    };
    Expr* longer = operand(pos_, last_, trailer);
    if (!longer) return e;
    e = longer;
  }
}

ast::Expr* Parser::attribute(size_t start, Expr* object) {
  next();
  std::string_view attribute = attribute_name();
  auto* e = node<ast::AttributeExpr>(ExprKind::Attribute, start);
  e->object = object;
  e->name = attribute;
  deepen(e, object);
  return e;
}

ast::Expr* Parser::subscript(size_t start, Expr* object) {
  next();
  size_t inner = pos_;
  auto item = [this] { return at(Tok::Star) ? starred() : slice(); };
  bool star = at(Tok::Star);
  Expr* index = item();
  if (at(Tok::Comma)) {
    index = rest_of_tuple(inner, index, item, [this] { return at(Tok::RightBracket); });
  } else if (star) {
    auto* tuple = node<ast::SeqExpr>(ExprKind::Tuple, inner);
    tuple->items = seq(std::vector<Expr*>{index});
    deepen(tuple, index);
    index = tuple;
  }
  expect(Tok::RightBracket);
  auto* e = node<ast::SubscriptExpr>(ExprKind::Subscript, start);
  e->object = object;
  e->index = index;
  deepen(e, object);
  deepen(e, index);
  return e;
}

ast::Expr* Parser::slice() {
  size_t start = pos_;
  Expr* parts[3] = {};
  if (!at(Tok::Colon)) {
    bool walrus = at(Tok::Name) && ahead(1).kind == Tok::Walrus;
    parts[0] = named_expression();
    if (!at(Tok::Colon) || walrus) return parts[0];
  }
  for (int i = 1; i < 3 && accept(Tok::Colon); ++i) {
    if (!at(Tok::Colon) && !at(Tok::Comma) && !at(Tok::RightBracket)) parts[i] = expression();
  }
  auto* e = node<ast::SliceExpr>(ExprKind::Slice, start);
  e->start = parts[0];
  e->stop = parts[1];
  e->step = parts[2];
  for (Expr* p : parts) deepen(e, p);
  return e;
}

// ---- better messages ------------------------------------------------------------------------

// Two expressions in a row: a missing comma, or Python 2's print.
void Parser::reject_adjacent(size_t start, Expr* value) {
  if (quiet_ || start == dict_key_ || !starts_expression(current()) || !may_search()) return;
  const Token& first = tokens_[start];
  size_t pos = pos_, last = last_;
  std::string_view word = first.kind == Tok::Name ? text(first) : std::string_view();
  if (value->kind == ExprKind::Name && last_ == start && (word == "print" || word == "exec")) {
    quiet_ = true;
    bool found = attempt([this] { return star_expressions(); });
    quiet_ = false;
    if (found) {
      std::string function(word);
      fail(range(first.span, previous().span), "Missing parentheses in call to '" + function + "'. Did you mean " + function + "(...)?",
           function + " is a function: put its arguments in parentheses");
    }
    return;
  }
  if (word == "match" || word == "case" || word == "_") return;
  if (first.kind == Tok::Name && (tokens_[start + 1].kind == Tok::String || tokens_[start + 1].kind == Tok::FStringStart)) return;
  quiet_ = true;
  bool found = attempt([this] { return expression(); });
  quiet_ = false;
  if (found && at(Tok::End)) fail();
  if (!found) {
    if (accept(Tok::Not)) fail();                                                                                  // 'in' was expected
    if (at(Tok::LeftBrace) || at(Tok::String) || at(Tok::FStringStart)) attempt([this] { return expression(); });  // for the error within
    if (tokens_[failed_at_].kind == Tok::End) {
      pos_ = failed_at_;
      fail();
    }
    if (!quietly([this] { return expression(); })) return;
  }
  if (previous().level > 0) {
    fail(range(*value, previous().span), "invalid syntax. Perhaps you forgot a comma?", "put a comma or an operator between the two");
  }
  pos_ = pos;
  last_ = last;
  if (accept(Tok::Not)) fail();  // 'in' was expected
}

// At ':=' behind something else than a name.
void Parser::reject_walrus(Expr* value) {
  size_t walrus = pos_;
  if ((value->kind != ExprKind::Name || value->parenthesized) && value->kind != ExprKind::Starred) {
    next();
    if (longest([this] { return expression(); })) {
      fail(*value, "cannot use assignment expressions with " + expression_name(value), "only a plain name may stand before ':='");
    }
  }
  pos_ = walrus;
  fail();
}

// At '=' behind `value`, where only an expression may stand.
void Parser::reject_equal_sign(size_t start, Expr* value) {
  Tok first = tokens_[start].kind;
  bool name = value->kind == ExprKind::Name && last_ == start;
  if (!name) {
    if (first == Tok::LeftBracket && value->kind != ExprKind::ListComp) return;
    if (first == Tok::LeftParen && (value->kind == ExprKind::Tuple || value->kind == ExprKind::Generator)) return;
    if (first == Tok::True || first == Tok::None || first == Tok::False) return;
    bool inverted = value->kind == ExprKind::Unary && static_cast<ast::UnaryExpr*>(value)->op == ast::UnaryOp::Not;
    bool loose = inverted || value->kind == ExprKind::Compare || value->kind == ExprKind::BoolOp || value->kind == ExprKind::Conditional || value->kind == ExprKind::Lambda ||
                 value->kind == ExprKind::Starred || value->kind == ExprKind::Yield;
    if (loose && !value->parenthesized) return;
  }
  size_t pos = pos_, last = last_;
  next();
  bool lone = longest([this] { return bitwise_or(); }) && !at(Tok::Assign) && !at(Tok::Walrus);
  if (lone && name) {
    fail(range(tokens_[start].span, previous().span), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", "'==' compares, ':=' assigns within an expression");
  }
  if (lone) fail(*value, "cannot assign to " + expression_name(value) + " here. Maybe you meant '==' instead of '='?", "'==' compares, '=' assigns");
  pos_ = pos;
  last_ = last;
}

}  // namespace sl::syntax
