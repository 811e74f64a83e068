// Comprehensions, which run in the code around them, and generator expressions, which are functions.
#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

// R[dst] = iter(iterable).
// An error is shown at the statement or comprehension `loop`.
void Compiler::iterate(Expr* iterable, int dst, const Span& loop) {
  Temps keep(*this);
  Value v;
  int source;
  if (iterable->kind == ExprKind::List && constant_items(static_cast<SeqExpr*>(iterable)->items, v))
    load_value(v, source = dst);
  else
    source = any(iterable, dst);
  at(loop);
  emit(by_dialect(Op::GETITER, Op::SNAPITER), dst, source);
}

namespace {

// `a, b`: unpacked by one UNPACK.
bool is_pair(const Expr* target) {
  if (target->kind != ExprKind::Tuple && target->kind != ExprKind::List) return false;
  auto& items = static_cast<const SeqExpr*>(target)->items;
  return items.size == 2 && items[0]->kind != ExprKind::Starred && items[1]->kind != ExprKind::Starred;
}

}  // namespace

void Compiler::for_target(Expr* target, int iterator, Label& done, const Span& loop) {
  Temps keep(*this);
  at(loop);
  if (int reg = plain_local(target); reg >= 0) {
    jump(Op::FORITER, done, iterator, reg);
    return set_assigned(reg);
  }
  int item = temp();
  jump(Op::FORITER, done, iterator, item, is_pair(target) ? 2 : 0);
  at(*target);
  store(target, item);
}

void Compiler::comprehension(CompExpr* e, int dst) {
  Temps keep(*this);
  int out = named(dst) ? temp() : dst, iterator = temp();
  iterate(e->clauses[0].iterable, iterator, *e);
  at(*e);
  uint32_t start = here();
  Op build = e->kind == ExprKind::ListComp ? Op::BUILDLIST : e->kind == ExprKind::SetComp ? Op::BUILDSET : Op::BUILDDICT;
  emit(build, out, 0, 0);
  Scope* outer = scope_;
  scope_ = names_.by_node.at(e);
  RegSet variables;
  for (Symbol* s : scope_->order) {
    if (s->where != Where::Local || s->origin || failed_) continue;
    s->reg = temp();
    variables.set(static_cast<size_t>(s->reg));
    set_assigned(s->reg, false);
    if (s->captured)
      emit(Op::NEWCELL, s->reg);
    else if (s->flags & kSymEarlyUse)
      emit(Op::LOADUNSET, s->reg);
  }
  u_->named |= variables;
  clause(e, 0, iterator, out);
  u_->named &= ~variables;
  u_->assigned &= ~variables;
  scope_ = outer;
  note_comprehension(e, start);
  at(*e);
  move(dst, out);
}

void Compiler::note_comprehension(CompExpr* e, uint32_t start) {
  if (!u_->reachable || failed_ || options_.path.starts_with("<stdlib>")) return;
  auto frame = std::make_unique<Code>();
  frame->name = intern(e->kind == ExprKind::ListComp ? "<listcomp>" : e->kind == ExprKind::SetComp ? "<setcomp>" : "<dictcomp>");
  frame->qualname = frame->name;
  frame->first_line = e->line;
  u_->code->comprehensions.push_back({start, here(), std::move(frame)});
}

// The loop of one `for`, with what is inside it.
void Compiler::clause(CompExpr* e, size_t index, int iterator, int out) {
  if (failed_) return;
  Temps keep(*this);
  ForClause& c = e->clauses[index];
  Label next, done;
  uint32_t head = loop_head();
  for_target(c.target, iterator, done, *e);
  for (Expr* condition : c.conditions) cond(condition, next, false);
  if (index + 1 < e->clauses.size) {
    int inner = temp();
    iterate(e->clauses[index + 1].iterable, inner, *e);
    clause(e, index + 1, inner, out);
  } else {
    element(e, out);
  }
  bind(next);
  at(*e);
  loop(head);
  bind(done);
}

void Compiler::element(CompExpr* e, int out) {
  Temps keep(*this);
  int first = e->value ? any_before(e->element, e->value) : any(e->element);
  int second = e->value ? any(e->value) : 0;
  at(*e->element);
  switch (e->kind) {
    case ExprKind::ListComp: return emit(Op::LISTAPPEND, out, first);
    case ExprKind::SetComp: return emit(Op::SETADD, out, first);
    case ExprKind::DictComp: return emit(Op::DICTSET, out, first, second);
    default: return emit(Op::YIELD, temp(), first);
  }
}

// The outermost iterable is evaluated here and now; the rest runs in a generator.
void Compiler::generator(CompExpr* e, int dst) {
  Temps keep(*this);
  int base = begin_result(dst);
  auto code = std::make_unique<Code>();
  code->flags = kCodeGenerator;
  Unit unit;
  begin(unit, names_.by_node.at(e), std::move(code), e->line);
  place_parameters(nullptr);
  place_locals();
  clause(e, 0, 0, -1);
  uint32_t child = finish();
  at(*e);
  emit_x(Op::MAKEFUNC, base, child);
  word(0);
  int iterator = temp();
  iterate(e->clauses[0].iterable, iterator, *e);
  at(*e);
  emit(Op::CALL, base, 1);
  move(dst, base);
}

}  // namespace sl
