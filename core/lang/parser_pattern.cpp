#include "core/lang/parser_internal.h"

namespace sl::syntax {

// ---- the statement --------------------------------------------------------------------------

// 'match' is a name elsewhere: it opens a statement when the line cannot be anything else.
bool Parser::at_match() const {
  if (!at_name("match")) return false;
  const Token& next = ahead(1);
  bool expression = starts_expression(next) && !(next.kind == Tok::Not && ahead(2).kind == Tok::In);
  if (expression) return true;
  bool either = next.kind == Tok::LeftParen || next.kind == Tok::LeftBracket || next.kind == Tok::Minus || next.kind == Tok::Plus || next.kind == Tok::Star;
  if (!either) return false;
  size_t i = pos_;
  while (tokens_[i].kind != Tok::Newline && tokens_[i].kind != Tok::End) ++i;
  return tokens_[i].kind == Tok::Newline && tokens_[i - 1].kind == Tok::Colon;
}

ast::Stmt* Parser::match_statement() {
  size_t start = pos_;
  next();
  size_t inner = pos_;
  Expr* subject = star_named_expression();
  if (at(Tok::Comma)) {
    std::vector<Expr*> items{subject};
    while (accept(Tok::Comma) && !at(Tok::Colon)) items.push_back(star_named_expression());
    auto* tuple = node<ast::SeqExpr>(ExprKind::Tuple, inner);
    tuple->items = seq(items);
    deepen(tuple, tuple->items);
    subject = tuple;
  }
  reject_lone_star(subject);
  if (at(Tok::Newline)) expect_colon();
  expect(Tok::Colon);
  if (!at(Tok::Newline)) fail();
  next();
  if (!at(Tok::Indent)) {
    if (at(Tok::Error)) fail();
    fail_unindented("expected an indented block after 'match' statement on line " + std::to_string(tokens_[start].span.line), "indent the 'case' clauses");
  }
  next();
  std::vector<ast::MatchCase> cases;
  while (at_name("case")) {
    guarded([&] {
      auto check = [&](bool last) {
        NameSet names;
        if (!cases.empty() && !options_.tree_only) check_pattern(cases.back().pattern, names, last || cases.back().guard);
      };
      check(false);
      cases.push_back(match_case());
      if (!at_name("case")) check(true);
    });
  }
  if ((cases.empty() && errors_.empty()) || (!at(Tok::Dedent) && !at(Tok::End))) fail();
  accept(Tok::Dedent);
  auto* s = statement_node<ast::MatchStmt>(StmtKind::Match, start);
  s->subject = subject;
  s->cases = seq(cases);
  return s;
}

ast::MatchCase Parser::match_case() {
  size_t start = pos_;
  next();
  ast::MatchCase c{};
  c.pattern = patterns();
  if (accept(Tok::If)) c.guard = named_expression();
  if (at(Tok::Newline)) expect_colon();
  expect(Tok::Colon);
  c.body = block("'case' statement", tokens_[start].span);
  return c;
}

// ---- patterns -------------------------------------------------------------------------------

ast::Pattern* Parser::patterns() {
  size_t start = pos_;
  auto item = [this] { return at(Tok::Star) ? star_pattern() : pattern(); };
  bool star = at(Tok::Star);
  Pattern* first = item();
  if (!at(Tok::Comma)) {
    if (star) fail();
    return first;
  }
  std::vector<Pattern*> items{first};
  while (accept(Tok::Comma) && !at(Tok::Colon) && !at(Tok::If)) items.push_back(item());
  Pattern* p = pattern_node(PatternKind::Sequence, start);
  p->items = seq(items);
  return p;
}

ast::Pattern* Parser::pattern() {
  size_t start = pos_;
  Pattern* inner = or_pattern();
  if (!accept(Tok::As)) return inner;
  if (at_name("_")) fail_here("cannot use '_' as a target", "give it a name");
  if (!at(Tok::Name)) {
    size_t target = pos_, last = last_;
    if (Expr* e = attempt([this] { return expression(); })) fail(*e, "invalid pattern target", "only a name may follow 'as'");
    pos_ = target;
    last_ = last;
    fail();
  }
  std::string_view target = name();
  Pattern* p = pattern_node(PatternKind::As, start);
  p->inner = inner;
  p->name = target;
  return p;
}

ast::Pattern* Parser::or_pattern() {
  size_t start = pos_;
  Pattern* first = closed_pattern();
  if (!at(Tok::Bar)) return first;
  std::vector<Pattern*> items{first};
  while (accept(Tok::Bar)) items.push_back(closed_pattern());
  Pattern* p = pattern_node(PatternKind::Or, start);
  p->items = seq(items);
  return p;
}

ast::Pattern* Parser::closed_pattern() {
  size_t start = pos_;
  switch (kind()) {
    case Tok::Number:
    case Tok::Minus:
    case Tok::String:
    case Tok::FStringStart: {
      Expr* value = literal_expression();
      Pattern* p = pattern_node(PatternKind::Value, start);
      p->value = value;
      return p;
    }
    case Tok::None:
    case Tok::True:
    case Tok::False: {
      Expr* value = literal_expression();
      Pattern* p = pattern_node(PatternKind::Singleton, start);
      p->value = value;
      return p;
    }
    case Tok::Name: return name_pattern();
    case Tok::LeftParen: return sequence_pattern(Tok::RightParen);
    case Tok::LeftBracket: return sequence_pattern(Tok::RightBracket);
    case Tok::LeftBrace: return mapping_pattern();
    default: fail();
  }
}

ast::Expr* Parser::signed_number() {
  size_t start = pos_;
  bool negative = accept(Tok::Minus);
  if (!at(Tok::Number)) fail();
  Expr* e = number();
  return negative ? unary_node(start, ast::UnaryOp::Neg, e) : e;
}

ast::Expr* Parser::literal_expression() {
  switch (kind()) {
    case Tok::None: return constant(ExprKind::None);
    case Tok::True: return constant(ExprKind::True);
    case Tok::False: return constant(ExprKind::False);
    case Tok::String:
    case Tok::FStringStart: {
      Expr* e = strings();
      if (e->kind == ExprKind::FString) fail(*e, "patterns may only match literals and attribute lookups", "compare in a guard: case x if x == ...");
      return e;
    }
    default: break;
  }
  size_t start = pos_;
  Expr* left = signed_number();
  if (!at(Tok::Plus) && !at(Tok::Minus)) return left;
  const Expr* magnitude = left->kind == ExprKind::Unary ? static_cast<ast::UnaryExpr*>(left)->operand : left;
  if (magnitude->kind == ExprKind::Imaginary) fail(*left, "real number required in complex literal");
  ast::BinaryOp op = at(Tok::Plus) ? ast::BinaryOp::Add : ast::BinaryOp::Sub;
  next();
  if (!at(Tok::Number)) fail();
  Expr* right = number();
  if (right->kind != ExprKind::Imaginary) fail(*right, "imaginary number required in complex literal");
  return binary_node(start, op, left, right);
}

ast::Expr* Parser::name_or_attribute() {
  size_t start = pos_;
  Expr* e = name_expression();
  while (at(Tok::Dot)) e = attribute(start, e);
  return e;
}

ast::Pattern* Parser::name_pattern() {
  size_t start = pos_;
  Expr* e = name_or_attribute();
  if (at(Tok::LeftParen)) return class_pattern(start, e);
  if (e->kind == ExprKind::Attribute) {
    Pattern* p = pattern_node(PatternKind::Value, start);
    p->value = e;
    return p;
  }
  std::string_view captured = static_cast<ast::NameExpr*>(e)->name;
  bool wildcard = captured == "_";
  Pattern* p = pattern_node(wildcard ? PatternKind::Wildcard : PatternKind::Capture, start);
  if (!wildcard) p->name = captured;
  return p;
}

ast::Pattern* Parser::star_pattern() {
  size_t start = pos_;
  next();
  std::string_view captured = name();
  Pattern* p = pattern_node(PatternKind::Star, start);
  if (captured != "_") p->name = captured;
  return p;
}

ast::Pattern* Parser::sequence_pattern(Tok close) {
  size_t start = pos_;
  next();
  std::vector<Pattern*> items;
  bool comma = false, star = false;
  while (!at(close)) {
    star |= at(Tok::Star);
    items.push_back(at(Tok::Star) ? star_pattern() : pattern());
    comma = accept(Tok::Comma);
    if (!comma) break;
  }
  bool group = close == Tok::RightParen && items.size() == 1 && !comma;
  if (!at(close) || (group && star)) fail();
  next();
  if (group) return items[0];
  Pattern* p = pattern_node(PatternKind::Sequence, start);
  p->items = seq(items);
  return p;
}

ast::Pattern* Parser::mapping_pattern() {
  size_t start = pos_;
  next();
  std::vector<Expr*> keys;
  std::vector<Pattern*> values;
  std::string_view rest;
  while (!at(Tok::RightBrace)) {
    if (accept(Tok::DoubleStar)) {
      if (at_name("_")) fail();
      rest = name();
      accept(Tok::Comma);
      break;
    }
    Expr* key = at(Tok::Name) ? name_or_attribute() : literal_expression();
    if (key->kind == ExprKind::Name) fail();
    expect(Tok::Colon);
    keys.push_back(key);
    values.push_back(pattern());
    if (!accept(Tok::Comma)) break;
  }
  expect(Tok::RightBrace);
  Pattern* p = pattern_node(PatternKind::Mapping, start);
  p->keys = seq(keys);
  p->items = seq(values);
  p->name = rest;
  return p;
}

ast::Pattern* Parser::class_pattern(size_t start, Expr* cls) {
  next();
  std::vector<Pattern*> items, keyword_patterns;
  std::vector<std::string_view> names;
  while (!at(Tok::RightParen)) {
    if (at(Tok::Name) && ahead(1).kind == Tok::Assign) {
      names.push_back(name());
      next();
      keyword_patterns.push_back(pattern());
    } else {
      items.push_back(pattern());
      if (!names.empty()) fail(*items.back(), "positional patterns follow keyword patterns", "put the positional ones first");
    }
    if (!accept(Tok::Comma)) break;
  }
  expect(Tok::RightParen);
  Pattern* p = pattern_node(PatternKind::Class, start);
  p->value = cls;
  p->items = seq(items);
  p->keyword_names = seq(names);
  p->keyword_patterns = seq(keyword_patterns);
  return p;
}

// ---- what no case may contain ---------------------------------------------------------------

void Parser::reject_irrefutable(const Pattern* p) {
  if (p->kind == PatternKind::Wildcard) fail_late(*p, "wildcard makes remaining patterns unreachable", "move this case to the end");
  if (p->kind == PatternKind::Capture) {
    fail_late(*p, "name capture '" + std::string(p->name) + "' makes remaining patterns unreachable", "move this case to the end");
  }
}

// Collects the names `p` binds. Only the last pattern of its kind may match anything.
void Parser::check_pattern(const Pattern* p, NameSet& names, bool last) {
  if (p->kind == PatternKind::Or) return check_alternatives(p, names, last);
  if (!last) reject_irrefutable(p);
  if (p->inner) check_pattern(p->inner, names, last);
  int stars = 0;
  for (const Pattern* item : p->items) {
    stars += item->kind == PatternKind::Star;
    check_pattern(item, names, true);
  }
  if (stars > 1) fail_late(*p, "multiple starred names in sequence pattern", "only one '*' can take the rest");
  NameSet keywords;
  for (size_t i = 0; i < p->keyword_names.size; ++i) {
    if (!keywords.insert(p->keyword_names[i]).second) {
      fail_late(*p->keyword_patterns[i], "attribute name repeated in class pattern: " + std::string(p->keyword_names[i]));
    }
    check_pattern(p->keyword_patterns[i], names, true);
  }
  if (!p->name.empty()) bind_name(p, p->name, names);
}

void Parser::bind_name(const Pattern* p, std::string_view name, NameSet& names) {
  if (names.insert(name).second) return;
  fail_late(*p, "multiple assignments to name '" + std::string(name) + "' in pattern", "use each name once");
}

void Parser::check_alternatives(const Pattern* p, NameSet& names, bool last) {
  NameSet first;
  for (size_t i = 0; i < p->items.size; ++i) {
    NameSet own;
    check_pattern(p->items[i], own, last && i + 1 == p->items.size);
    if (i == 0) {
      first = std::move(own);
    } else if (own != first) {
      return fail_late(*p->items[i], "alternative patterns bind different names", "every alternative must bind the same names");
    }
  }
  for (std::string_view name : first) bind_name(p, name, names);
}

}  // namespace sl::syntax
