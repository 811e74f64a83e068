#include <algorithm>
#include <unordered_set>

#include "core/lang/parser_internal.h"

namespace sl::syntax {

// ---- arguments ------------------------------------------------------------------------------

ast::Expr* Parser::call(size_t start, Expr* callee) {
  Arguments arguments;
  next();
  this->arguments(arguments, true);
  expect(Tok::RightParen);
  auto* e = node<ast::CallExpr>(ExprKind::Call, start);
  e->callee = callee;
  e->args = seq(arguments.positional);
  e->keywords = seq(arguments.keywords);
  deepen(e, callee);
  deepen(e, e->args);
  for (const ast::Keyword& k : e->keywords) deepen(e, k.value);
  return e;
}

// Behind the open bracket, up to the closing one.
void Parser::arguments(Arguments& out, bool allow_generator) {
  size_t open = pos_ - 1;
  const char* misplaced = nullptr;
  bool unpacked = false;
  while (!at(Tok::RightParen)) {
    if (at(Tok::DoubleStar)) {
      size_t start = pos_;
      next();
      Expr* value = expression();
      out.keywords.push_back({{}, value, range(tokens_[start].span, previous().span)});
      unpacked = true;
    } else if (at(Tok::Star)) {
      if (unpacked) fail(current().span, "iterable argument unpacking follows keyword argument unpacking", "put '*' arguments before '**' ones");
      size_t start = pos_;
      next();
      Expr* value = expression();
      auto* e = node<ast::UnaryWrapExpr>(ExprKind::Starred, start);
      e->value = value;
      deepen(e, value);
      out.positional.push_back(e);
    } else if (at(Tok::Name) && ahead(1).kind == Tok::Assign) {
      keyword_argument(out);
    } else {
      if (unpacked) {
        misplaced = "positional argument follows keyword argument unpacking";
      } else if (!out.keywords.empty()) {
        misplaced = "positional argument follows keyword argument";
      }
      positional_argument(out, open, allow_generator);
    }
    if (!accept(Tok::Comma)) break;
  }
  if (!at(Tok::RightParen)) fail();
  if (misplaced) fail_here(misplaced, "put positional arguments first, or name this one");
  check_keywords(out.keywords);
}

void Parser::keyword_argument(Arguments& out) {
  size_t start = pos_;
  std::string_view name = this->name();
  const Token& equal = current();
  next();
  Expr* value = expression();
  if (at_comprehension()) {
    fail(range(tokens_[start].span, equal.span), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", "'==' compares, ':=' assigns within an expression");
  }
  ast::Span span = range(tokens_[start].span, previous().span);
  out.keywords.push_back({name, value, span});
}

void Parser::check_keywords(const std::vector<ast::Keyword>& keywords) {
  if (keywords.size() < 2 || options_.tree_only) return;
  std::unordered_set<std::string_view> seen;
  for (const ast::Keyword& k : keywords) {
    if (!k.name.empty() && !seen.insert(k.name).second) fail_late(k.span, "keyword argument repeated: " + std::string(k.name), "pass each keyword once");
  }
}

void Parser::positional_argument(Arguments& out, size_t open, bool allow_generator) {
  size_t start = pos_;
  Expr* value = at(Tok::Name) && ahead(1).kind == Tok::Walrus ? named_expression() : expression();
  if (at(Tok::Assign)) {
    Tok first = tokens_[start].kind;
    ast::Span where = range(*value, current().span);
    if (last_ == start && (first == Tok::True || first == Tok::False || first == Tok::None)) {
      fail(where, "cannot assign to " + std::string(text(tokens_[start])), "a keyword argument needs a name");
    }
    fail(where, "expression cannot contain assignment, perhaps you meant \"==\"?", "'==' compares; a keyword argument is name=value");
  }
  if (at_comprehension() && (allow_generator || !out.positional.empty() || !out.keywords.empty())) {
    bool alone = allow_generator && out.positional.empty() && out.keywords.empty();
    if (alone) {
      std::vector<ast::ForClause> clauses;
      while (at_comprehension()) clauses.push_back(for_clause());
      if (at(Tok::RightParen)) {
        auto* e = arena_.make<ast::CompExpr>();
        static_cast<ast::Span&>(*e) = range(tokens_[open].span, current().span);
        e->kind = ExprKind::Generator;
        e->element = value;
        e->clauses = seq(clauses);
        deepen(e, value);
        for (const ast::ForClause& c : e->clauses) {
          deepen(e, c.target);
          deepen(e, c.iterable);
          deepen(e, c.conditions);
        }
        out.positional.push_back(e);
        return;
      }
    } else {
      while (at_comprehension()) for_clause();
    }
    if (!at(Tok::Comma) && !at(Tok::RightParen)) fail();
    fail(range(*value, previous().span), "Generator expression must be parenthesized", "put parentheses around it");
  }
  out.positional.push_back(value);
}

// ---- parameters -----------------------------------------------------------------------------

ast::Param Parser::parameter(bool annotated, bool star) {
  ast::Param p{};
  size_t start = pos_;
  p.name = name();
  if (annotated && accept(Tok::Colon)) p.annotation = star && at(Tok::Star) ? starred() : expression();
  p.span = range(tokens_[start].span, previous().span);
  return p;
}

ast::Args* Parser::parameters(Tok close, bool annotated) {
  auto* args = arena_.make<ast::Args>();
  std::vector<ast::Param> positional, keyword_only;
  bool star = false, slash = false, defaults = false;
  auto default_value = [&](ast::Param& p) {
    const Token& equal = current();
    if (!accept(Tok::Assign)) return;
    if (at(Tok::RightParen) || at(Tok::Comma)) fail(equal.span, "expected default value expression");
    p.default_value = expression();
  };
  auto keep = [&](ast::Param p) { return arena_.make<ast::Param>(p); };
  while (!at(close)) {
    const Token& t = current();
    if (t.kind == Tok::Slash) {
      if (star) fail(t.span, "/ must be ahead of *");
      if (slash) fail(t.span, "/ may appear only once");
      if (positional.empty() && ahead(1).kind != Tok::Comma) fail();
      if (positional.empty()) fail(t.span, "at least one argument must precede /");
      next();
      slash = true;
      args->positional_only = static_cast<uint32_t>(positional.size());
      if (at(Tok::Star)) fail(current().span, "expected comma between / and *");
    } else if (t.kind == Tok::Star) {
      if (star) fail(t.span, "* argument may appear only once");
      star = true;
      next();
      if (at(Tok::Name)) {
        args->var_args = keep(parameter(annotated, true));
        if (at(Tok::Assign)) fail(current().span, "var-positional argument cannot have default value");
      } else if (at(close) || (at(Tok::Comma) && (ahead(1).kind == close || ahead(1).kind == Tok::DoubleStar))) {
        const Token& where = annotated ? t : at(close) ? current() : ahead(1);
        fail(where.span, "named arguments must follow bare *", "name a parameter behind it, or remove it");
      }
    } else if (t.kind == Tok::DoubleStar) {
      next();
      args->var_keywords = keep(parameter(annotated, false));
      if (at(Tok::Assign)) fail(current().span, "var-keyword argument cannot have default value");
      if (accept(Tok::Comma) && (at(Tok::Name) || at(Tok::Star) || at(Tok::DoubleStar) || at(Tok::Slash))) {
        fail(current().span, "arguments cannot follow var-keyword argument", "put '**' last");
      }
      break;
    } else if (t.kind == Tok::LeftParen) {
      size_t end = pos_ + 1;
      while (tokens_[end].kind == Tok::Name || tokens_[end].kind == Tok::Comma) ++end;
      if (tokens_[end].kind != Tok::RightParen || end == pos_ + 1) fail();
      fail(range(t.span, tokens_[end].span), std::string(annotated ? "Function" : "Lambda expression") + " parameters cannot be parenthesized");
    } else {
      ast::Param p = parameter(annotated, false);
      default_value(p);
      if (star) {
        keyword_only.push_back(p);
      } else {
        if (!p.default_value && defaults && (at(Tok::Comma) || at(close))) {
          fail(p.span, "non-default argument follows default argument", "give it a default, or move it before those that have one");
        }
        defaults |= p.default_value != nullptr;
        positional.push_back(p);
      }
    }
    if (!accept(Tok::Comma)) break;
  }
  args->positional = seq(positional);
  args->keyword_only = seq(keyword_only);
  check_parameter_names(*args);
  return args;
}

void Parser::check_parameter_names(const ast::Args& args) {
  if (options_.tree_only) return;
  std::unordered_set<std::string_view> seen;
  auto check = [&](const ast::Param& p) {
    if (!seen.insert(p.name).second) fail_late(p.span, "duplicate argument '" + std::string(p.name) + "' in function definition", "rename one of them");
  };
  for (const ast::Param& p : args.positional) check(p);
  for (const ast::Param& p : args.keyword_only) check(p);
  if (args.var_args) check(*args.var_args);
  if (args.var_keywords) check(*args.var_keywords);
}

ast::Expr* Parser::lambda() {
  size_t start = pos_;
  next();
  ast::Args* args = parameters(Tok::Colon, false);
  expect(Tok::Colon);
  Expr* body = expression();
  auto* e = node<ast::LambdaExpr>(ExprKind::Lambda, start);
  e->args = args;
  e->body = body;
  deepen(e, body);
  for (const ast::Param& p : args->positional) deepen(e, p.default_value);
  for (const ast::Param& p : args->keyword_only) deepen(e, p.default_value);
  return e;
}

}  // namespace sl::syntax
