// Constant folding: arithmetic on literals whose result is small and cannot fail.
#include <cmath>
#include <limits>

#include "core/lang/resolver.h"

namespace sl {

using namespace ast;

namespace {

constexpr size_t kMaxFoldedText = 4096;

struct Number {
  bool is_float;
  int64_t i;
  double f;
  double as_double() const { return is_float ? f : static_cast<double>(i); }
};

bool number_of(const Expr* e, Number& out) {
  if (e->kind == ExprKind::Int) {
    out = {false, static_cast<const IntExpr*>(e)->value, 0};
    return true;
  }
  if (e->kind == ExprKind::Float) {
    out = {true, 0, static_cast<const FloatExpr*>(e)->value};
    return true;
  }
  return false;
}

template <class T>
T* node_like(const Expr* old, ExprKind kind, Arena& arena) {
  T* n = arena.make<T>();
  static_cast<Span&>(*n) = *old;
  n->kind = kind;
  n->parenthesized = old->parenthesized;
  return n;
}

Expr* make_int(const Expr* old, int64_t v, Arena& arena) {
  auto* n = node_like<IntExpr>(old, ExprKind::Int, arena);
  n->value = v;
  return n;
}

Expr* make_float(const Expr* old, double v, Arena& arena) {
  auto* n = node_like<FloatExpr>(old, ExprKind::Float, arena);
  n->value = v;
  return n;
}

bool int_power(int64_t base, int64_t exponent, int64_t& out) {
  if (exponent < 0 || exponent > 63) return false;
  out = 1;
  for (int64_t k = 0; k < exponent; ++k)
    if (__builtin_mul_overflow(out, base, &out)) return false;
  return true;
}

int64_t floor_div(int64_t a, int64_t b) {
  int64_t q = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

bool fold_ints(BinaryOp op, int64_t a, int64_t b, bool dialect, int64_t& out) {
  switch (op) {
    case BinaryOp::Add: return !__builtin_add_overflow(a, b, &out);
    case BinaryOp::Sub: return !__builtin_sub_overflow(a, b, &out);
    case BinaryOp::Mul: return !__builtin_mul_overflow(a, b, &out);
    case BinaryOp::FloorDiv:
    case BinaryOp::Mod:
      if (b == 0 || b == -1 || (dialect && (a < 0 || b < 0))) return false;
      out = op == BinaryOp::FloorDiv ? floor_div(a, b) : a - floor_div(a, b) * b;
      return true;
    case BinaryOp::Pow: return int_power(a, b, out);
    case BinaryOp::Shl:
      if (b < 0 || b > 62) return false;
      return !__builtin_mul_overflow(a, int64_t{1} << b, &out);
    case BinaryOp::Shr:
      if (b < 0) return false;
      out = a >> (b > 63 ? 63 : b);
      return true;
    case BinaryOp::And: out = a & b; return true;
    case BinaryOp::Or: out = a | b; return true;
    case BinaryOp::Xor: out = a ^ b; return true;
    default: return false;
  }
}

bool exact(const Number& n) {
  constexpr int64_t kLimit = int64_t{1} << 53;
  return n.is_float || (n.i > -kLimit && n.i < kLimit);
}

bool fold_floats(BinaryOp op, const Number& a, const Number& b, double& out) {
  if (!exact(a) || !exact(b)) return false;
  double x = a.as_double(), y = b.as_double();
  switch (op) {
    case BinaryOp::Add: out = x + y; return true;
    case BinaryOp::Sub: out = x - y; return true;
    case BinaryOp::Mul: out = x * y; return true;
    case BinaryOp::Div:
      if (y == 0) return false;
      out = x / y;
      return true;
    default: return false;
  }
}

Expr* fold_text(const BinaryExpr* e, Arena& arena) {
  auto* a = static_cast<const StrExpr*>(e->left);
  auto copies = [&](std::string_view text, int64_t n) -> Expr* {
    if (n < 0 || text.empty() || static_cast<uint64_t>(n) > kMaxFoldedText / text.size()) return nullptr;
    std::string joined;
    for (int64_t k = 0; k < n; ++k) joined += text;
    auto* node = node_like<StrExpr>(e, e->left->kind == ExprKind::Int ? e->right->kind : e->left->kind, arena);
    node->value = arena.copy(joined);
    return node;
  };
  bool left_text = e->left->kind == ExprKind::Str || e->left->kind == ExprKind::Bytes;
  bool right_text = e->right->kind == ExprKind::Str || e->right->kind == ExprKind::Bytes;
  if (e->op == BinaryOp::Mul && left_text && e->right->kind == ExprKind::Int) return copies(a->value, static_cast<const IntExpr*>(e->right)->value);
  if (e->op == BinaryOp::Mul && right_text && e->left->kind == ExprKind::Int)
    return copies(static_cast<const StrExpr*>(e->right)->value, static_cast<const IntExpr*>(e->left)->value);
  if (e->op != BinaryOp::Add || !left_text || e->left->kind != e->right->kind) return nullptr;
  auto* b = static_cast<const StrExpr*>(e->right);
  if (a->value.size() + b->value.size() > kMaxFoldedText) return nullptr;
  std::string joined(a->value);
  joined += b->value;
  auto* node = node_like<StrExpr>(e, e->left->kind, arena);
  node->value = arena.copy(joined);
  return node;
}

Expr* fold_binary(const BinaryExpr* e, Arena& arena, bool dialect) {
  Number a, b;
  if (!number_of(e->left, a) || !number_of(e->right, b)) return fold_text(e, arena);
  int64_t i;
  double f;
  if (!a.is_float && !b.is_float && e->op != BinaryOp::Div) return fold_ints(e->op, a.i, b.i, dialect, i) ? make_int(e, i, arena) : nullptr;
  return fold_floats(e->op, a, b, f) ? make_float(e, f, arena) : nullptr;
}

Expr* fold_unary(const UnaryExpr* e, Arena& arena) {
  const Expr* v = e->operand;
  if (e->op == UnaryOp::Not) {
    int truth = constant_truth(v);
    return truth < 0 ? nullptr : node_like<Expr>(e, truth ? ExprKind::False : ExprKind::True, arena);
  }
  if (v->kind == ExprKind::BigInt && e->op == UnaryOp::Neg) {
    auto* big = static_cast<const BigIntExpr*>(v);
    bool least = big->base == 10 && big->digits == "9223372036854775808";
    return least ? make_int(e, std::numeric_limits<int64_t>::min(), arena) : nullptr;
  }
  Number n;
  if (!number_of(v, n)) return nullptr;
  if (n.is_float) {
    if (e->op == UnaryOp::Invert) return nullptr;
    return make_float(e, e->op == UnaryOp::Neg ? -n.f : n.f, arena);
  }
  if (e->op == UnaryOp::Invert) return make_int(e, ~n.i, arena);
  if (e->op == UnaryOp::Pos) return make_int(e, n.i, arena);
  return n.i == std::numeric_limits<int64_t>::min() ? nullptr : make_int(e, -n.i, arena);
}

}  // namespace

int constant_truth(const Expr* e) noexcept {
  switch (e->kind) {
    case ExprKind::None:
    case ExprKind::False: return 0;
    case ExprKind::True:
    case ExprKind::Ellipsis:
    case ExprKind::BigInt: return 1;
    case ExprKind::Int: return static_cast<const IntExpr*>(e)->value != 0;
    case ExprKind::Float:
    case ExprKind::Imaginary: return static_cast<const FloatExpr*>(e)->value != 0;
    case ExprKind::Str:
    case ExprKind::Bytes: return !static_cast<const StrExpr*>(e)->value.empty();
    case ExprKind::Name: return static_cast<const NameExpr*>(e)->name == "__debug__" ? 1 : -1;
    default: return -1;
  }
}

void fold_constant(Expr*& e, Arena& arena, bool scriptling_dialect) {
  Expr* folded = nullptr;
  if (e->kind == ExprKind::Binary)
    folded = fold_binary(static_cast<BinaryExpr*>(e), arena, scriptling_dialect);
  else if (e->kind == ExprKind::Unary)
    folded = fold_unary(static_cast<UnaryExpr*>(e), arena);
  if (folded) e = folded;
}

}  // namespace sl
