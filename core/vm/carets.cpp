#include "core/vm/carets.h"

#include <string>

#include "core/lang/parser.h"

namespace sl {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// As CPython finds it: the first character behind the left operand and what parentheses follow it.
bool operator_anchors(std::string_view segment, const ast::BinaryExpr* e, size_t* begin, size_t* end) {
  size_t left = e->left->end_column, right = e->right->column;
  if (left > right || right > segment.size()) return false;
  std::string_view between = segment.substr(left, right - left);
  size_t offset = 0;
  while (offset < between.size() && blank(between[offset])) ++offset;
  *begin = left + offset;
  *end = *begin + 1;
  if (offset + 1 < between.size() && !blank(between[offset + 1])) ++*end;
  while (*begin < segment.size() && (blank(segment[*begin]) || segment[*begin] == ')')) {
    ++*begin;
    ++*end;
  }
  return *end <= segment.size();
}

bool index_anchors(std::string_view segment, const ast::SubscriptExpr* e, size_t* begin, size_t* end) {
  *begin = e->object->end_column;
  while (*begin < segment.size() && segment[*begin] != '[') ++*begin;
  *end = e->index->end_column;
  while (*end < segment.size() && segment[*end] != ']') ++*end;
  if (*end < segment.size()) ++*end;
  return *begin < *end;
}

}  // namespace

bool caret_anchors(std::string_view segment, size_t* begin, size_t* end) {
  if (segment.size() > 1000) return false;
  CompileOptions options;
  options.mode = CompileMode::Eval;
  ast::Arena arena;
  ParseResult tree = parse(segment, options, arena);
  if (!tree.module || tree.module->body.size != 1 || tree.module->body[0]->kind != ast::StmtKind::Expr) return false;
  const ast::Expr* e = static_cast<const ast::ExprStmt*>(tree.module->body[0])->value;
  if (e->kind == ast::ExprKind::Binary) return operator_anchors(segment, static_cast<const ast::BinaryExpr*>(e), begin, end);
  return e->kind == ast::ExprKind::Subscript && index_anchors(segment, static_cast<const ast::SubscriptExpr*>(e), begin, end);
}

}  // namespace sl
