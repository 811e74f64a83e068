// Operators, conditions and the choice of registers for expressions.
#include <utility>

#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

namespace {

Op offset(Op base, int n) { return static_cast<Op>(static_cast<int>(base) + n); }

// The K form of an operator, or NOP.
Op constant_form(BinaryOp op) {
  switch (op) {
    case BinaryOp::Add: return Op::ADDK;
    case BinaryOp::Sub: return Op::SUBK;
    case BinaryOp::Mul: return Op::MULK;
    case BinaryOp::Div: return Op::DIVK;
    case BinaryOp::FloorDiv: return Op::FLOORDIVK;
    case BinaryOp::Mod: return Op::MODK;
    case BinaryOp::And: return Op::ANDK;
    default: return Op::NOP;
  }
}

}  // namespace

// Whether evaluating `later` may assign a local: only := can, inside this function.
bool Compiler::may_rebind(const Expr* later, int budget) const {
  if (!later || !u_->scope->has_walrus) return false;
  if (--budget < 0) return true;
  switch (later->kind) {
    case ExprKind::None:
    case ExprKind::True:
    case ExprKind::False:
    case ExprKind::Ellipsis:
    case ExprKind::Int:
    case ExprKind::BigInt:
    case ExprKind::Float:
    case ExprKind::Imaginary:
    case ExprKind::Str:
    case ExprKind::Bytes:
    case ExprKind::Name:
    case ExprKind::Lambda: return false;
    case ExprKind::Attribute: return may_rebind(static_cast<const AttributeExpr*>(later)->object, budget);
    case ExprKind::Unary: return may_rebind(static_cast<const UnaryExpr*>(later)->operand, budget);
    case ExprKind::Subscript: {
      auto* s = static_cast<const SubscriptExpr*>(later);
      return may_rebind(s->object, budget) || may_rebind(s->index, budget);
    }
    case ExprKind::Binary: {
      auto* b = static_cast<const BinaryExpr*>(later);
      return may_rebind(b->left, budget) || may_rebind(b->right, budget);
    }
    case ExprKind::Call: {
      auto* c = static_cast<const CallExpr*>(later);
      if (c->keywords.size || c->args.size > 4 || may_rebind(c->callee, budget)) return true;
      for (const Expr* a : c->args)
        if (may_rebind(a, budget / 2)) return true;
      return false;
    }
    default: return true;
  }
}

int Compiler::any(Expr* e, int hint) {
  if (failed_) return 0;
  if (e->kind == ExprKind::Name) {
    at(*e);
    return load_any(ref(static_cast<NameExpr*>(e)->name), hint);
  }
  if (e->kind == ExprKind::Walrus) {
    auto* w = static_cast<WalrusExpr*>(e);
    if (int reg = plain_local(w->target); reg >= 0) {
      to(w->value, reg);
      set_assigned(reg);
      return reg;
    }
  }
  int dst = hint >= 0 && !named(hint) ? hint : temp();
  to(e, dst);
  return dst;
}

// any(), for an operand needed until `later` was evaluated too.
int Compiler::any_before(Expr* e, const Expr* later, int hint) {
  const Expr* local = e->kind == ExprKind::Walrus ? static_cast<WalrusExpr*>(e)->target : e;
  if (plain_local(local) < 0 || !may_rebind(later)) return any(e, hint);
  int dst = hint >= 0 && !named(hint) ? hint : temp();
  to(e, dst);
  return dst;
}

void Compiler::effect(Expr* e) {
  Temps keep(*this);
  Value v;
  if (e->kind != ExprKind::Tuple && constant_value(e, v)) return;
  any(e);
}

void Compiler::to(Expr* e, int dst) {
  if (failed_) return;
  Deeper deeper(*this);
  if (too_deep(*e)) return;
  at(*e);
  switch (e->kind) {
    case ExprKind::Name: return load(ref(static_cast<NameExpr*>(e)->name), dst);
    case ExprKind::FString: return fstring(static_cast<FStringExpr*>(e), dst);
    case ExprKind::Attribute:
    case ExprKind::Subscript:
    case ExprKind::Call: return primary(e, dst);
    case ExprKind::Slice: return slice(static_cast<SliceExpr*>(e), dst);
    case ExprKind::Unary: return unary(static_cast<UnaryExpr*>(e), dst);
    case ExprKind::Binary: return binary(static_cast<BinaryExpr*>(e), dst);
    case ExprKind::BoolOp: return bool_op(static_cast<BoolOpExpr*>(e), dst);
    case ExprKind::Compare: return compare(static_cast<CompareExpr*>(e), dst);
    case ExprKind::Conditional: return conditional(static_cast<ConditionalExpr*>(e), dst);
    case ExprKind::Lambda: return lambda(static_cast<LambdaExpr*>(e), dst);
    case ExprKind::Tuple: return tuple_display(static_cast<SeqExpr*>(e), dst);
    case ExprKind::List: return list_display(static_cast<SeqExpr*>(e)->items, dst);
    case ExprKind::Set: return set_display(static_cast<SeqExpr*>(e), dst);
    case ExprKind::Dict: return dict_display(static_cast<DictExpr*>(e), dst);
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp: return comprehension(static_cast<CompExpr*>(e), dst);
    case ExprKind::Generator: return generator(static_cast<CompExpr*>(e), dst);
    case ExprKind::Starred: return fail(*e, "can't use starred expression here");
    case ExprKind::Walrus: return walrus(static_cast<WalrusExpr*>(e), dst);
    case ExprKind::Yield:
    case ExprKind::YieldFrom: return yield(e, dst);
    case ExprKind::Await: return fail(*e, "async functions are not supported");
    default: {
      Value v;
      constant_value(e, v);
      return load_value(v, dst);
    }
  }
}

// ---- arithmetic ---------------------------------------------------------------------------------

// a + b + c nests to the left; the chain is compiled in a loop from its innermost operator.
void Compiler::binary(BinaryExpr* e, int dst) {
  size_t base = operators_.size();
  BinaryExpr* inner = e;
  operators_.push_back(e);
  while (inner->left->kind == ExprKind::Binary) operators_.push_back(inner = static_cast<BinaryExpr*>(inner->left));
  Temps keep(*this);
  int work = named(dst) ? -1 : dst;
  int left = any_before(inner->left, inner->right, work);
  while (operators_.size() > base && !failed_) {
    BinaryExpr* node = operators_.back();
    operators_.pop_back();
    bool last = operators_.size() == base;
    if (!last && work < 0) work = named(left) ? temp() : left;
    int out = last ? dst : work;
    Op fast = constant_form(node->op);
    int k = fast == Op::NOP ? -1 : small_constant(node->right);
    Temps right_temps(*this);
    int right = k >= 0 ? k : any(node->right);
    at(*node);
    emit(arithmetic(k >= 0 ? fast : offset(Op::ADD, static_cast<int>(node->op))), out, left, right);
    left = out;
  }
  operators_.resize(base);
}

void Compiler::unary(UnaryExpr* e, int dst) {
  Temps keep(*this);
  int v = any(e->operand, dst);
  at(*e);
  static constexpr Op kOps[] = {Op::NEG, Op::POS, Op::INVERT, Op::NOT};
  emit(kOps[static_cast<int>(e->op)], dst, v);
}

void Compiler::slice_bound(Expr* e, int dst) {
  if (e)
    to(e, dst);
  else
    emit(Op::LOADNONE, dst);
}

void Compiler::slice(SliceExpr* e, int dst) {
  if (Value v; constant_slice(e, v)) return load_value(v, dst);
  Temps keep(*this);
  int base = temps(3);
  slice_bound(e->start, base);
  slice_bound(e->stop, base + 1);
  slice_bound(e->step, base + 2);
  at(*e);
  emit(Op::SLICE, dst, base);
}

// ---- comparison and truth -----------------------------------------------------------------------

// The right operand; a constant list behind `in` is as good as a tuple.
int Compiler::compare_right(CompareOp op, Expr* e) {
  Value v;
  if ((op == CompareOp::In || op == CompareOp::NotIn) && e->kind == ExprKind::List && constant_items(static_cast<SeqExpr*>(e)->items, v)) {
    int t = temp();
    load_value(v, t);
    return t;
  }
  return any(e);
}

void Compiler::compare(CompareExpr* e, int dst) {
  Temps keep(*this);
  size_t n = e->ops.size;
  int out = n > 1 && named(dst) ? temp() : dst;
  Label end;
  int left = any_before(e->left, e->rights[0], dst);
  for (size_t i = 0; i < n && !failed_; ++i) {
    bool last = i + 1 == n;
    int right = last ? compare_right(e->ops[i], e->rights[i]) : any_before(e->rights[i], e->rights[i + 1]);
    at(*e);
    emit(offset(Op::LT, static_cast<int>(e->ops[i])), out, left, right);
    if (!last) jump(Op::JF, end, out);
    left = right;
  }
  bind(end);
  move(dst, out);
}

void Compiler::bool_op(BoolOpExpr* e, int dst) {
  Temps keep(*this);
  Op leave = e->is_and ? Op::JF : Op::JT;
  Label end;
  // x = x or y
  if (e->values.size == 2 && named(dst) && plain_local(e->values[0]) == dst) {
    move(dst, any(e->values[0]));
    jump(leave, end, dst);
    to(e->values[1], dst);
    return bind(end);
  }
  int out = named(dst) ? temp() : dst;
  for (size_t i = 0; i < e->values.size && !failed_; ++i) {
    to(e->values[i], out);
    at(*e->values[i]);
    if (i + 1 < e->values.size) jump(leave, end, out);
  }
  bind(end);
  move(dst, out);
}

void Compiler::conditional(ConditionalExpr* e, int dst) {
  Label otherwise, end;
  cond(e->condition, otherwise, false);
  to(e->then, dst);
  jump(end);
  bind(otherwise);
  to(e->otherwise, dst);
  bind(end);
}

// Jumps to target when the truth of e is `when`, falls through otherwise.
void Compiler::cond(Expr* e, Label& target, bool when) {
  if (failed_) return;
  Deeper deeper(*this);
  if (too_deep(*e)) return;
  if (int truth = constant_truth(e); truth >= 0) {
    if (truth == when) jump(target);
    return;
  }
  if (e->kind == ExprKind::Unary && static_cast<UnaryExpr*>(e)->op == UnaryOp::Not) return cond(static_cast<UnaryExpr*>(e)->operand, target, !when);
  if (e->kind == ExprKind::Compare) return cond_compare(static_cast<CompareExpr*>(e), target, when);
  if (e->kind == ExprKind::BoolOp) {
    auto* b = static_cast<BoolOpExpr*>(e);
    Label skip;
    bool decided = b->is_and != when;  // one operand being `when` settles the whole
    for (size_t i = 0; i < b->values.size; ++i) {
      bool last = i + 1 == b->values.size;
      if (decided || last)
        cond(b->values[i], target, when);
      else
        cond(b->values[i], skip, !when);
    }
    return bind(skip);
  }
  Temps keep(*this);
  int v = any(e);
  at(*e);
  jump(when ? Op::JT : Op::JF, target, v);
}

void Compiler::compare_jump(CompareOp op, int left, int right, Label& target, bool when) {
  switch (op) {
    case CompareOp::Is: return jump(Op::JIS, target, left, right, when);
    case CompareOp::IsNot: return jump(Op::JIS, target, left, right, !when);
    case CompareOp::In: return jump(Op::JIN, target, left, right, when);
    case CompareOp::NotIn: return jump(Op::JIN, target, left, right, !when);
    default: return jump(offset(Op::JLT, static_cast<int>(op)), target, left, right, when);
  }
}

void Compiler::cond_compare(CompareExpr* e, Label& target, bool when) {
  Temps keep(*this);
  size_t n = e->ops.size;
  Label skip;
  int left = any_before(e->left, e->rights[0]);
  for (size_t i = 0; i < n && !failed_; ++i) {
    bool last = i + 1 == n;
    CompareOp op = e->ops[i];
    Expr* right = e->rights[i];
    if (last && right->kind == ExprKind::None && (op == CompareOp::Is || op == CompareOp::IsNot)) {
      at(*e);
      jump(Op::JNONE, target, left, 0, (op == CompareOp::Is) == when);
      break;
    }
    if (int k = last && op <= CompareOp::Ge ? small_constant(right) : -1; k >= 0) {
      at(*e);
      jump(offset(Op::JLTK, static_cast<int>(op)), target, left, k, when);
      break;
    }
    int r = last ? compare_right(op, right) : any_before(right, e->rights[i + 1]);
    at(*e);
    if (last)
      compare_jump(op, left, r, target, when);
    else
      compare_jump(op, left, r, when ? skip : target, false);
    left = r;
  }
  bind(skip);
}

// ---- others -------------------------------------------------------------------------------------

void Compiler::walrus(WalrusExpr* e, int dst) {
  if (int reg = plain_local(e->target); reg >= 0) {
    to(e->value, reg);
    set_assigned(reg);
    return move(dst, reg);
  }
  Temps keep(*this);
  int out = named(dst) ? temp() : dst;
  to(e->value, out);
  at(*e);
  store(e->target, out);
  move(dst, out);
}

void Compiler::yield(Expr* e, int dst) {
  Temps keep(*this);
  auto* y = static_cast<UnaryWrapExpr*>(e);
  int v;
  if (y->value)
    v = any(y->value);
  else
    emit(Op::LOADNONE, v = temp());
  at(*e);
  if (e->kind == ExprKind::Yield) return emit(Op::YIELD, dst, v);
  int iterator = temp();
  if (options_.scriptling_dialect) emit(Op::SNAPITER, iterator, std::exchange(v, iterator));
  emit(Op::YIELDITER, iterator, v);
  int result = temp();  // carries what is sent until then
  emit(Op::YIELDFROM, result, iterator);
  move(dst, result);
}

}  // namespace sl
