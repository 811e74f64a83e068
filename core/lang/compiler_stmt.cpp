// Simple statements, branches and loops.
#include <algorithm>

#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

// What follows a return, raise, break or continue is not compiled; its errors were the resolver's.
void Compiler::block(Block body) {
  Deeper deeper(*this);
  for (Stmt* s : body) {
    if (failed_ || !u_->reachable || too_deep(*s)) return;
    stmt(s);
    if (drops_objects(s)) settle(s, u_->top);
  }
}

// May the statement end an object's life where a program would notice? Outside the module's top level, where
// each instruction counts, these are the ones that mean to.
bool Compiler::drops_objects(Stmt* s) const {
  switch (s->kind) {
    case StmtKind::Delete: return true;
    case StmtKind::Assign: {
      auto* a = static_cast<AssignStmt*>(s);
      if (a->value->kind == ExprKind::None) return true;
      break;
    }
    case StmtKind::Expr:
      if (static_cast<ExprStmt*>(s)->value->kind != ExprKind::Call) return false;
      break;
    case StmtKind::Import:
    case StmtKind::ImportFrom:
    case StmtKind::FunctionDef:
    case StmtKind::Global:
    case StmtKind::Pass: return false;
    default: break;
  }
  return u_->scope->kind == ScopeKind::Module && depth_ == 1;
}

void Compiler::settle(Stmt* s, int dead) {
  // What the library's own modules drop has no finalizers, or is dropped again by whoever uses them.
  if (!u_->reachable || options_.path.starts_with("<stdlib>")) return;
  at(*s);
  emit(Op::SETTLE, dead);
}

void Compiler::stmt(Stmt* s) {
  Temps keep(*this);
  at(*s);
  switch (s->kind) {
    case StmtKind::Expr: return expr_stmt(static_cast<ExprStmt*>(s));
    case StmtKind::Assign: return assign(static_cast<AssignStmt*>(s));
    case StmtKind::AugAssign: return aug_assign(static_cast<AugAssignStmt*>(s));
    case StmtKind::AnnAssign: return ann_assign(static_cast<AnnAssignStmt*>(s));
    case StmtKind::Delete:
      for (Expr* t : static_cast<DeleteStmt*>(s)->targets) delete_target(t);
      return;
    case StmtKind::Return: return return_stmt(static_cast<ExprStmt*>(s));
    case StmtKind::Raise: return raise_stmt(static_cast<RaiseStmt*>(s));
    case StmtKind::Break: return leave_loop(true);
    case StmtKind::Continue: return leave_loop(false);
    case StmtKind::Assert: return assert_stmt(static_cast<AssertStmt*>(s));
    case StmtKind::Import: return import_stmt(static_cast<ImportStmt*>(s));
    case StmtKind::ImportFrom: return import_from(static_cast<ImportFromStmt*>(s));
    case StmtKind::If: return if_stmt(static_cast<IfStmt*>(s));
    case StmtKind::While: return while_stmt(static_cast<IfStmt*>(s));
    case StmtKind::For: return for_stmt(static_cast<ForStmt*>(s));
    case StmtKind::Try: return try_stmt(static_cast<TryStmt*>(s));
    case StmtKind::With: return with_stmt(static_cast<WithStmt*>(s), 0);
    case StmtKind::FunctionDef: return function_def(static_cast<FunctionStmt*>(s));
    case StmtKind::ClassDef: return class_def(static_cast<ClassStmt*>(s));
    case StmtKind::Match: return match_stmt(static_cast<MatchStmt*>(s));
    case StmtKind::Pass:
    case StmtKind::Global:
    case StmtKind::Nonlocal: return;
  }
}

// A program's result is its last top-level expression; at the prompt every expression statement
// outside functions counts.
void Compiler::expr_stmt(ExprStmt* s) {
  bool top = u_->scope->kind == ScopeKind::Module && (depth_ == 1 || options_.mode == CompileMode::Interactive);
  if (!top || (s != last_expression_ && options_.mode != CompileMode::Interactive)) return effect(s->value);
  int value = any(s->value);
  at(*s);
  emit(Op::RESULT, value, options_.mode == CompileMode::Interactive);
}

void Compiler::if_stmt(IfStmt* s) {
  Label end;
  for (;;) {
    Label otherwise;
    cond(s->condition, otherwise, false);
    block(s->body);
    if (!s->otherwise.empty()) jump(end);
    bind(otherwise);
    if (s->otherwise.size != 1 || s->otherwise[0]->kind != StmtKind::If || !u_->reachable) break;
    s = static_cast<IfStmt*>(s->otherwise[0]);
  }
  block(s->otherwise);
  bind(end);
}

void Compiler::while_stmt(IfStmt* s) {
  if (too_many_blocks(*s)) return;
  Label exhausted, end;
  Flow flow{.kind = FlowKind::Loop, .on_break = &end, .head = loop_head()};
  cond(s->condition, exhausted, false);
  u_->flows.push_back(&flow);
  block(s->body);
  u_->flows.pop_back();
  loop(flow.head);
  bind(exhausted);
  block(s->otherwise);
  bind(end);
}

void Compiler::for_stmt(ForStmt* s) {
  if (too_many_blocks(*s)) return;
  int iterator = temp();
  iterate(s->iterable, iterator, *s);
  Label exhausted, end;
  Flow flow{.kind = FlowKind::Loop, .on_break = &end, .head = loop_head()};
  for_target(s->target, iterator, exhausted, *s);
  u_->flows.push_back(&flow);
  block(s->body);
  u_->flows.pop_back();
  loop(flow.head);
  bind(exhausted);
  block(s->otherwise);
  bind(end);
  if (flow.broken) settle(s, iterator);  // its iterator may be a suspended generator
}

void Compiler::leave_loop(bool is_break) {
  size_t i = u_->flows.size();
  while (i > 0 && u_->flows[i - 1]->kind != FlowKind::Loop) --i;
  if (i == 0) return;
  Flow* target = u_->flows[i - 1];
  leave(i);
  target->broken |= is_break;
  if (is_break)
    jump(*target->on_break);
  else
    loop(target->head);
  reenter(i);
}

void Compiler::return_stmt(ExprStmt* s) {
  bool exits = std::any_of(u_->flows.begin(), u_->flows.end(), [](const Flow* f) { return f->kind != FlowKind::Loop && f->kind != FlowKind::Try; });
  bool none = !s->value || s->value->kind == ExprKind::None;
  int value = -1;
  if (!none)
    value = exits ? fresh(s->value) : any(s->value);
  else if (s->value && u_->scope->kind == ScopeKind::Module)
    emit(Op::LOADNONE, value = temp());
  at(*s);
  if (value >= 0 && u_->scope->kind == ScopeKind::Module) emit(Op::RESULT, value);
  leave(0);
  at(*s);
  if (none)
    emit(Op::RETURNNONE);
  else
    emit(Op::RETURN, value);
  dead();
  reenter(0);
}

void Compiler::raise_stmt(RaiseStmt* s) {
  if (!s->exception)
    emit(Op::RAISEBARE);
  else {
    int exception = any_before(s->exception, s->cause);
    int cause = s->cause ? any(s->cause) : -1;
    at(*s);
    if (s->cause)
      emit(Op::RAISEFROM, exception, cause);
    else
      emit(Op::RAISE, exception);
  }
  dead();
}

namespace {

// The comparison CPython underlines when an assertion fails: the last one the jumps were made for.
const Expr* last_comparison(const Expr* e) {
  switch (e->kind) {
    case ExprKind::Compare: return e;
    case ExprKind::Unary: {
      auto* u = static_cast<const UnaryExpr*>(e);
      return u->op == UnaryOp::Not ? last_comparison(u->operand) : nullptr;
    }
    case ExprKind::BoolOp: {
      auto& values = static_cast<const BoolOpExpr*>(e)->values;
      for (size_t i = values.size; i-- > 0;)
        if (const Expr* found = last_comparison(values[i])) return found;
      return nullptr;
    }
    default: return nullptr;
  }
}

}  // namespace

void Compiler::assert_stmt(AssertStmt* s) {
  Label fine;
  cond(s->condition, fine, true);
  int message = s->message ? any(s->message) : 0;
  if (const Expr* comparison = last_comparison(s->condition))
    at(*comparison);
  else
    at(*s);
  emit(Op::ASSERTFAIL, message, s->message != nullptr);
  dead();
  bind(fine);
}

// ---- imports ------------------------------------------------------------------------------------

void Compiler::import_stmt(ImportStmt* s) {
  for (const Alias& a : s->names) {
    Temps keep(*this);
    int module = temp();
    at(*s);
    emit_attr(Op::IMPORT, module, 0, name(a.name), !a.as.empty());
    store_name(a.as.empty() ? a.name.substr(0, a.name.find('.')) : a.as, module);
  }
}

void Compiler::import_from(ImportFromStmt* s) {
  if (s->module == "__future__" && s->level == 0) return;
  int module = temp();
  emit_attr(Op::IMPORT, module, static_cast<int>(std::min<uint32_t>(s->level, 255)), name(s->module), 1);
  for (const Alias& a : s->names) {
    if (a.name == "*") {
      emit(Op::IMPORTSTAR, module);
      continue;
    }
    Temps keep(*this);
    Ref target = ref(a.as.empty() ? a.name : a.as);
    bool direct = target.where == Where::Local && !target.variable->captured;
    int value = direct ? target.variable->reg : temp();
    at(*s);
    emit_name(Op::IMPORTFROM, value, module, name(a.name));
    store_ref(target, value);
  }
}

}  // namespace sl
