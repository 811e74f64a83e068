// Constant folding: arithmetic on literals whose result is small and cannot fail.
#include <cmath>
#include <limits>

#include "core/lang/resolver.h"
#include "core/vm/number.h"

namespace sl {

using namespace ast;

namespace {

constexpr size_t kMaxFoldedText = 4096;

using Wide = __int128;  // CPython folds ints of up to 128 bits

struct Number {
  bool is_float;
  Wide i;
  double f;
  double as_double() const { return is_float ? f : static_cast<double>(i); }
};

bool digits_value(const BigIntExpr* e, Wide& out) {
  out = 0;
  for (char c : e->digits) {
    int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    if (__builtin_mul_overflow(out, Wide{e->base}, &out) || __builtin_add_overflow(out, Wide{digit}, &out)) return false;
  }
  if (e->negative) out = -out;
  return true;
}

bool number_of(const Expr* e, Number& out) {
  if (e->kind == ExprKind::Int) {
    out = {false, static_cast<const IntExpr*>(e)->value, 0};
    return true;
  }
  if (e->kind == ExprKind::BigInt) {
    out = {false, 0, 0};
    return digits_value(static_cast<const BigIntExpr*>(e), out.i);
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

Expr* make_int(const Expr* old, Wide v, Arena& arena) {
  if (v >= std::numeric_limits<int64_t>::min() && v <= std::numeric_limits<int64_t>::max()) {
    auto* n = node_like<IntExpr>(old, ExprKind::Int, arena);
    n->value = static_cast<int64_t>(v);
    return n;
  }
  auto* n = node_like<BigIntExpr>(old, ExprKind::BigInt, arena);
  std::string digits;
  n->negative = v < 0;
  auto magnitude = static_cast<unsigned __int128>(v);
  if (v < 0) magnitude = 0 - magnitude;
  for (; magnitude; magnitude >>= 4) digits.insert(digits.begin(), "0123456789abcdef"[static_cast<int>(magnitude & 15)]);
  n->digits = arena.copy(digits);
  n->base = 16;
  return n;
}

Expr* make_float(const Expr* old, double v, Arena& arena) {
  auto* n = node_like<FloatExpr>(old, ExprKind::Float, arena);
  n->value = v;
  return n;
}

bool int_power(Wide base, Wide exponent, Wide& out) {
  if (exponent < 0 || exponent > 127) return false;
  out = 1;
  for (Wide k = 0; k < exponent; ++k)
    if (__builtin_mul_overflow(out, base, &out)) return false;
  return true;
}

Wide floor_div(Wide a, Wide b) {
  Wide q = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

bool fold_ints(BinaryOp op, Wide a, Wide b, bool dialect, Wide& out) {
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
      if (b < 0 || b > 126) return false;
      return !__builtin_mul_overflow(a, Wide{1} << static_cast<int>(b), &out);
    case BinaryOp::Shr:
      if (b < 0) return false;
      out = a >> static_cast<int>(b > 127 ? 127 : b);
      return true;
    case BinaryOp::And: out = a & b; return true;
    case BinaryOp::Or: out = a | b; return true;
    case BinaryOp::Xor: out = a ^ b; return true;
    default: return false;
  }
}

bool fits_word(Wide v) { return v >= std::numeric_limits<int64_t>::min() && v <= std::numeric_limits<int64_t>::max(); }

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
    case BinaryOp::FloorDiv:
    case BinaryOp::Mod: {
      double quotient, modulo;
      if (y == 0 || !std::isfinite(x) || !std::isfinite(y)) return false;
      floor_divmod(x, y, &quotient, &modulo);
      out = op == BinaryOp::FloorDiv ? quotient : modulo;
      return true;
    }
    case BinaryOp::Pow:
      if (!(x > 0)) return false;
      out = std::pow(x, y);
      return std::isfinite(out);
    default: return false;
  }
}

Expr* fold_complex(const BinaryExpr* e, Arena& arena) {
  double re[2], im[2];
  const Expr* sides[] = {e->left, e->right};
  for (int k = 0; k < 2; ++k) {
    Number n;
    if (sides[k]->kind == ExprKind::Imaginary) {
      re[k] = static_cast<const ImaginaryExpr*>(sides[k])->real;
      im[k] = static_cast<const ImaginaryExpr*>(sides[k])->value;
    } else if (number_of(sides[k], n) && exact(n)) {
      re[k] = n.as_double();
      im[k] = 0;
    } else {
      return nullptr;
    }
  }
  double real, imaginary;
  switch (e->op) {
    case BinaryOp::Add: real = re[0] + re[1], imaginary = im[0] + im[1]; break;
    case BinaryOp::Sub: real = re[0] - re[1], imaginary = im[0] - im[1]; break;
    case BinaryOp::Mul: real = re[0] * re[1] - im[0] * im[1], imaginary = re[0] * im[1] + im[0] * re[1]; break;
    default: return nullptr;
  }
  auto* n = node_like<ImaginaryExpr>(e, ExprKind::Imaginary, arena);
  n->real = real;
  n->value = imaginary;
  return n;
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
  if (e->left->kind == ExprKind::Imaginary || e->right->kind == ExprKind::Imaginary) return fold_complex(e, arena);
  if (!number_of(e->left, a) || !number_of(e->right, b)) return fold_text(e, arena);
  Wide i;
  double f;
  bool whole = !a.is_float && !b.is_float && e->op != BinaryOp::Div && !(e->op == BinaryOp::Pow && b.i < 0);
  if (!whole && dialect && (e->op == BinaryOp::FloorDiv || e->op == BinaryOp::Mod || e->op == BinaryOp::Pow)) return nullptr;
  if (!whole) return fold_floats(e->op, a, b, f) ? make_float(e, f, arena) : nullptr;
  bool folded = fold_ints(e->op, a.i, b.i, dialect, i) && (!dialect || fits_word(i));
  return folded ? make_int(e, i, arena) : nullptr;
}

Expr* fold_unary(const UnaryExpr* e, Arena& arena) {
  const Expr* v = e->operand;
  if (e->op == UnaryOp::Not) {
    int truth = constant_truth(v);
    return truth < 0 ? nullptr : node_like<Expr>(e, truth ? ExprKind::False : ExprKind::True, arena);
  }
  if (v->kind == ExprKind::Imaginary && e->op == UnaryOp::Neg) {
    auto* n = node_like<ImaginaryExpr>(e, ExprKind::Imaginary, arena);
    n->real = -static_cast<const ImaginaryExpr*>(v)->real;
    n->value = -static_cast<const ImaginaryExpr*>(v)->value;
    return n;
  }
  Number n;
  if (!number_of(v, n)) return nullptr;
  if (n.is_float) {
    if (e->op == UnaryOp::Invert) return nullptr;
    return make_float(e, e->op == UnaryOp::Neg ? -n.f : n.f, arena);
  }
  if (e->op == UnaryOp::Invert) return make_int(e, ~n.i, arena);
  if (e->op == UnaryOp::Pos) return make_int(e, n.i, arena);
  Wide negated;
  return __builtin_sub_overflow(Wide{0}, n.i, &negated) ? nullptr : make_int(e, negated, arena);
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
    case ExprKind::Float: return static_cast<const FloatExpr*>(e)->value != 0;
    case ExprKind::Imaginary: return static_cast<const FloatExpr*>(e)->value != 0 || static_cast<const ImaginaryExpr*>(e)->real != 0;
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
