#include "core/lang/parser_internal.h"

namespace sl::syntax {

std::string Parser::expression_name(const Expr* e) {
  switch (e->kind) {
    case ExprKind::None: return "None";
    case ExprKind::True: return "True";
    case ExprKind::False: return "False";
    case ExprKind::Ellipsis: return "ellipsis";
    case ExprKind::Int:
    case ExprKind::BigInt:
    case ExprKind::Float:
    case ExprKind::Imaginary:
    case ExprKind::Str:
    case ExprKind::Bytes: return "literal";
    case ExprKind::FString: return "f-string expression";
    case ExprKind::Name: return "name";
    case ExprKind::Attribute: return "attribute";
    case ExprKind::Subscript: return "subscript";
    case ExprKind::Slice: return "slice";
    case ExprKind::Call: return "function call";
    case ExprKind::Unary:
    case ExprKind::Binary:
    case ExprKind::BoolOp: return "expression";
    case ExprKind::Compare: return "comparison";
    case ExprKind::Conditional: return "conditional expression";
    case ExprKind::Lambda: return "lambda";
    case ExprKind::Tuple: return "tuple";
    case ExprKind::List: return "list";
    case ExprKind::Set: return "set display";
    case ExprKind::Dict: return "dict literal";
    case ExprKind::ListComp: return "list comprehension";
    case ExprKind::SetComp: return "set comprehension";
    case ExprKind::DictComp: return "dict comprehension";
    case ExprKind::Generator: return "generator expression";
    case ExprKind::Starred: return "starred";
    case ExprKind::Walrus: return "named expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom: return "yield expression";
    case ExprKind::Await: return "await expression";
  }
  return "expression";
}

// The part of `e` that cannot be assigned to or deleted, or null.
ast::Expr* Parser::invalid_target(Expr* e, Use use) const {
  switch (e->kind) {
    case ExprKind::Name:
    case ExprKind::Attribute:
    case ExprKind::Subscript: return nullptr;
    case ExprKind::Tuple:
    case ExprKind::List:
      for (Expr* item : static_cast<ast::SeqExpr*>(e)->items) {
        if (Expr* bad = invalid_target(item, use)) return bad;
      }
      return nullptr;
    case ExprKind::Starred: return use == Use::Delete ? e : invalid_target(static_cast<ast::UnaryWrapExpr*>(e)->value, use);
    default: return e;
  }
}

void Parser::check_target(Expr* e, Use use) {
  if (Expr* bad = invalid_target(e, use)) {
    fail(*bad, (use == Use::Delete ? "cannot delete " : "cannot assign to ") + expression_name(bad),
         use == Use::Delete ? "delete a name, an item or an attribute" : "assign to a name, an item or an attribute");
  }
  if (use == Use::Delete || options_.tree_only) return;
  if (e->kind == ExprKind::Starred) return fail_late(*e, "starred assignment target must be in a list or tuple", "write *x, = ...");
  check_stars(e);
}

void Parser::check_stars(Expr* target) {
  if (target->kind == ExprKind::Starred) {
    Expr* value = static_cast<ast::UnaryWrapExpr*>(target)->value;
    if (value->kind == ExprKind::Starred) fail_late(*value, "can't use starred expression here");
    return check_stars(value);
  }
  if (target->kind != ExprKind::Tuple && target->kind != ExprKind::List) return;
  int stars = 0;
  for (Expr* item : static_cast<ast::SeqExpr*>(target)->items) {
    stars += item->kind == ExprKind::Starred;
    check_stars(item);
  }
  if (stars > 1) fail_late(*target, "multiple starred expressions in assignment", "only one '*' can take the rest");
}

void Parser::reject_lone_star(Expr* value) {
  if (value && value->kind == ExprKind::Starred && !options_.tree_only) fail_late(*value, "can't use starred expression here", "write *x, for a tuple");
}

// The target of 'for': stops at 'in', which an expression would take for an operator.
ast::Expr* Parser::loop_target() {
  size_t start = pos_;
  auto item = [this] {
    if (!at(Tok::Star)) return bitwise_or();
    return starred();
  };
  Expr* target = attempt([&]() -> Expr* {
    Expr* first = item();
    if (!at(Tok::Comma)) return first;
    std::vector<Expr*> items{first};
    while (accept(Tok::Comma) && !at(Tok::In)) items.push_back(item());
    auto* tuple = node<ast::SeqExpr>(ExprKind::Tuple, start);
    tuple->items = seq(items);
    deepen(tuple, tuple->items);
    return tuple;
  });
  if (!target || !at(Tok::In)) {
    if (!may_search()) {
      if (!target) pos_ = failed_at_;
      fail();
    }
    pos_ = start;
    if (Expr* e = attempt([this] { return star_expressions(); })) check_target(e, Use::For);
    pos_ = start;
    do {
      accept(Tok::Star);
      if (attempt([this] { return primary(); })) continue;
      pos_ = failed_at_;
      break;
    } while (accept(Tok::Comma) && !at(Tok::In));
    fail();
  }
  check_target(target, Use::For);
  return target;
}

}  // namespace sl::syntax
