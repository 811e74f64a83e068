// SyntaxWarnings: what compiles but can hardly be meant.
#include <algorithm>
#include <string>

#include "core/lang/resolver_walk.h"

namespace sl {

using namespace ast;

namespace {

bool is_singleton_or_number(ExprKind k) {
  switch (k) {
    case ExprKind::None:
    case ExprKind::True:
    case ExprKind::False:
    case ExprKind::Ellipsis:
    case ExprKind::Int:
    case ExprKind::BigInt:
    case ExprKind::Float:
    case ExprKind::Imaginary: return true;
    default: return false;
  }
}

}  // namespace

bool is_constant(const Expr* e) {
  if (is_singleton_or_number(e->kind)) return true;
  switch (e->kind) {
    case ExprKind::Str:
    case ExprKind::Bytes: return true;
    case ExprKind::Tuple: {
      const auto& items = static_cast<const SeqExpr*>(e)->items;
      return std::all_of(items.begin(), items.end(), [](const Expr* x) { return is_constant(x); });
    }
    default: return false;
  }
}

namespace {

const char* type_of(const Expr* e) {
  switch (e->kind) {
    case ExprKind::None: return "NoneType";
    case ExprKind::True:
    case ExprKind::False: return "bool";
    case ExprKind::Ellipsis: return "ellipsis";
    case ExprKind::Int:
    case ExprKind::BigInt: return "int";
    case ExprKind::Float: return "float";
    case ExprKind::Imaginary: return "complex";
    case ExprKind::Str:
    case ExprKind::FString: return "str";
    case ExprKind::Bytes: return "bytes";
    case ExprKind::Tuple: return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp: return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp: return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp: return "set";
    case ExprKind::Generator: return "generator";
    case ExprKind::Lambda: return "function";
    default: return nullptr;
  }
}

bool literal_operand(const Expr* e) {
  return is_constant(e) && e->kind != ExprKind::None && e->kind != ExprKind::True && e->kind != ExprKind::False && e->kind != ExprKind::Ellipsis;
}

bool takes_indices(ExprKind k) {
  return k == ExprKind::Str || k == ExprKind::FString || k == ExprKind::Bytes || k == ExprKind::Tuple || k == ExprKind::List || k == ExprKind::ListComp;
}

bool has_no_items(ExprKind k) { return is_singleton_or_number(k) || k == ExprKind::Set || k == ExprKind::SetComp || k == ExprKind::Generator || k == ExprKind::Lambda; }

}  // namespace

void Resolver::warn(const Span& at, std::string message) {
  if (failed_) return;
  Diagnostic d;
  d.type = "SyntaxWarning";
  d.message = std::move(message);
  d.line = at.line;
  d.column = at.column + 1;
  d.end_line = at.end_line;
  d.end_column = at.end_column + 1;
  out_.warnings.push_back(std::move(d));
}

void Resolver::warn_compare(const CompareExpr* e) {
  const Expr* left = e->left;
  for (size_t i = 0; i < e->ops.size; ++i) {
    const Expr* right = e->rights[i];
    bool is = e->ops[i] == CompareOp::Is;
    if ((is || e->ops[i] == CompareOp::IsNot) && (literal_operand(left) || literal_operand(right)))
      return warn(*e, is ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?");
    left = right;
  }
}

void Resolver::warn_call(const CallExpr* e) {
  const char* type = e->callee->kind == ExprKind::Lambda ? nullptr : type_of(e->callee);
  if (type) warn(*e, "'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
}

void Resolver::warn_subscript(const SubscriptExpr* e) {
  const Expr *object = e->object, *index = e->index;
  if (has_no_items(object->kind)) return warn(*e, "'" + std::string(type_of(object)) + "' object is not subscriptable; perhaps you missed a comma?");
  if (!takes_indices(object->kind)) return;
  ExprKind k = index->kind;
  bool fits = k == ExprKind::Int || k == ExprKind::BigInt || k == ExprKind::True || k == ExprKind::False;
  const char* type = k == ExprKind::Tuple || is_constant(index) || takes_indices(k) || has_no_items(k) || k == ExprKind::Dict || k == ExprKind::DictComp ? type_of(index) : nullptr;
  if (type && !fits) warn(*e, std::string(type_of(object)) + " indices must be integers or slices, not " + type + "; perhaps you missed a comma?");
}

void Resolver::warn_assert(const AssertStmt* s) {
  if (s->condition->kind == ExprKind::Tuple && !static_cast<const SeqExpr*>(s->condition)->items.empty()) warn(*s, "assertion is always true, perhaps remove parentheses?");
}

}  // namespace sl
