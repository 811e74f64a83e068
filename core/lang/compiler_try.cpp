// try, with, and the ways out of them.
//
// A finally block is compiled once for the normal end, once for exceptions and once for every
// return, break or continue that leaves. While such an exit is emitted the protected ranges of the
// constructs being left are interrupted, so that an exception in it goes to the outer ones.
#include <algorithm>

#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

namespace {
constexpr size_t kMaxNestedBlocks = 20;  // as CPython
}

bool Compiler::too_many_blocks(const Span& span) {
  size_t blocks = 0;
  for (const Flow* f : u_->flows) blocks += f->kind != FlowKind::Named;
  if (blocks >= kMaxNestedBlocks) fail(span, "too many statically nested blocks");
  return failed_;
}

// ---- protected ranges ---------------------------------------------------------------------------

void Compiler::enter(Flow& flow) {
  flow.assigned = u_->assigned & ~u_->deletable;
  flow.open = true;
  flow.open_at = here();
  u_->flows.push_back(&flow);
}

void Compiler::close(Flow& flow) {
  if (!flow.open) return;
  flow.open = false;
  if (here() > flow.open_at) flow.ranges.emplace_back(flow.open_at, here());
}

void Compiler::exit(Flow& flow) {
  close(flow);
  u_->flows.pop_back();
}

void Compiler::leave(size_t depth) {
  std::vector<Flow*> all = u_->flows;
  while (u_->flows.size() > depth) {
    Flow* flow = u_->flows.back();
    u_->flows.pop_back();
    close(*flow);
    if (u_->reachable) run_exit(*flow);
  }
  u_->flows = std::move(all);
}

void Compiler::reenter(size_t depth) {
  for (size_t i = depth; i < u_->flows.size(); ++i) {
    if (u_->flows[i]->kind == FlowKind::Loop) continue;
    u_->flows[i]->open = true;
    u_->flows[i]->open_at = here();
  }
}

void Compiler::run_exit(Flow& flow) {
  Span span = u_->at;
  switch (flow.kind) {
    case FlowKind::Loop:
    case FlowKind::Try: return;
    case FlowKind::Finally: block(flow.finally); break;
    case FlowKind::Handler: return emit(Op::POPEXC, flow.reg);
    case FlowKind::Named: return clear_name(flow.name);
    case FlowKind::With:
      at(flow.span);
      call_exit(flow.reg, -1);
      break;
  }
  at(span);
}

// Continues emission at the handler of what `flow` protected; false when nothing there can raise.
bool Compiler::begin_handler(Flow& flow, int reg) {
  if (flow.ranges.empty()) return false;
  for (auto [start, end] : flow.ranges) u_->code->handlers.push_back({start, end, here(), static_cast<uint32_t>(reg)});
  u_->reachable = true;
  u_->assigned = flow.assigned;
  return true;
}

// Behind the code that handles an exception: forgets that one and raises, also for what is raised in the handler.
void Compiler::end_handler(Flow& handler, int raised) {
  auto raise = [&](int exception) {
    emit(Op::POPEXC, handler.reg);
    emit(Op::RERAISE, exception);
    dead();
  };
  exit(handler);
  raise(raised);
  Temps keep(*this);
  int exception = temp();
  if (begin_handler(handler, exception)) raise(exception);
}

// ---- try ----------------------------------------------------------------------------------------

void Compiler::try_stmt(TryStmt* s) {
  if (too_many_blocks(*s)) return;
  if (s->finally.empty()) return try_except(s);
  Label end;
  Flow body{.kind = FlowKind::Finally, .finally = s->finally};
  enter(body);
  if (s->handlers.empty())
    block(s->body);
  else
    try_except(s);
  exit(body);
  block(s->finally);
  jump(end);
  Temps keep(*this);
  int exception = temps(2);
  if (begin_handler(body, exception)) {
    emit(Op::PUSHEXC, exception);
    Flow handler{.kind = FlowKind::Handler, .reg = exception};
    enter(handler);
    block(s->finally);
    end_handler(handler, exception);
  }
  bind(end);
}

void Compiler::try_except(TryStmt* s) {
  if (s->star) return try_star(s);
  Label end;
  Flow body{.kind = FlowKind::Try};
  enter(body);
  block(s->body);
  exit(body);
  block(s->otherwise);
  jump(end);
  Temps keep(*this);
  int exception = temps(2);
  if (begin_handler(body, exception)) {
    emit(Op::PUSHEXC, exception);
    Flow handler{.kind = FlowKind::Handler, .reg = exception};
    enter(handler);
    for (ExceptClause& clause : s->handlers) {
      if (failed_ || !u_->reachable) break;
      except_clause(clause, exception, handler, end);
    }
    end_handler(handler, exception);
  }
  bind(end);
}

void Compiler::except_clause(ExceptClause& clause, int reg, Flow& handler, Label& end) {
  Label match, next;
  at(clause.span);
  except_match(clause.type, reg, match, &next);
  bind(match);
  Flow body{.kind = FlowKind::Named, .name = clause.name};
  if (!clause.name.empty()) store_name(clause.name, reg);
  bool clears = !clause.name.empty() && !options_.scriptling_dialect;  // there the name stays bound
  if (clears) enter(body);
  block(clause.body);
  if (clears) {
    exit(body);
    if (u_->reachable) clear_name(clause.name);
  }
  close(handler);
  emit(Op::POPEXC, reg);
  jump(end);
  handler.open = true;
  handler.open_at = here();
  if (clears) {
    Temps keep(*this);
    int raised = temp();
    if (begin_handler(body, raised)) {
      clear_name(clause.name);
      emit(Op::RERAISE, raised);
      dead();
    }
  }
  bind(next);
}

// Each clause takes its part of the exception, all of them run; what they raise and what none of them
// took is raised behind them as one.
void Compiler::try_star(TryStmt* s) {
  Label end, fine;
  Flow body{.kind = FlowKind::Try};
  enter(body);
  block(s->body);
  exit(body);
  block(s->otherwise);
  jump(end);
  Temps keep(*this);
  int exception = temps(2), rest = temps(2), raised = temp();
  if (begin_handler(body, exception)) {
    emit(Op::PUSHEXC, exception);
    Flow handler{.kind = FlowKind::Handler, .reg = exception};
    enter(handler);
    emit(Op::MOVE, rest, exception);
    emit(Op::BUILDLIST, raised, 0, 0);
    for (ExceptClause& clause : s->handlers) {
      if (failed_) break;
      star_clause(clause, rest, raised);
    }
    emit(Op::LISTAPPEND, raised, rest);
    emit(Op::STARRAISE, raised, exception);
    jump(Op::JNONE, fine, raised, 0, 1);
    end_handler(handler, raised);
    bind(fine);
    emit(Op::POPEXC, exception);
  }
  bind(end);
}

void Compiler::star_clause(ExceptClause& clause, int rest, int raised) {
  Label next;
  at(clause.span);
  {
    Temps keep(*this);
    int type = any(clause.type);
    at(*clause.type);
    emit(Op::STARMATCH, rest, type);
  }
  jump(Op::JNONE, next, rest + 1, 0, 1);
  if (!clause.name.empty()) store_name(clause.name, rest + 1);
  Flow body{.kind = FlowKind::Try};
  enter(body);
  block(clause.body);
  exit(body);
  bool clears = !clause.name.empty() && !options_.scriptling_dialect;
  if (clears && u_->reachable) clear_name(clause.name);
  jump(next);
  Temps keep(*this);
  int exception = temp();
  if (begin_handler(body, exception)) {
    if (clears) clear_name(clause.name);
    emit(Op::LISTAPPEND, raised, exception);
  }
  bind(next);
}

// Jumps to `next` unless the exception matches, or to `match` when it does and falls through
// otherwise. Names need not resolve: the instruction then compares the class's name.
void Compiler::except_match(Expr* type, int reg, Label& match, Label* next) {
  bool display = type && (type->kind == ExprKind::Tuple || type->kind == ExprKind::List);
  Seq<Expr*> items = display ? static_cast<SeqExpr*>(type)->items : Seq<Expr*>();
  if (display && std::none_of(items.begin(), items.end(), [](Expr* e) { return e->kind == ExprKind::Starred; })) {
    for (size_t i = 0; i < items.size; ++i) except_match(items[i], reg, match, i + 1 < items.size ? nullptr : next);
    if (items.empty() && next) jump(*next);
    return;
  }
  Temps keep(*this);
  int cls = temp(), matched = temp();
  std::vector<Value> names;
  std::string_view last;
  if (!type)
    load_value(Value::object(errors().BaseException), cls);  // what may never be caught does not match
  else if (exception_class(type, cls, last))
    names.push_back(Value::object(name(last)));
  else
    to(type, cls);
  if (type) at(*type);
  emit_e(Op::EXCMATCH, matched, reg, cls, constant(tuple_value(names)));
  if (next)
    jump(Op::JF, *next, matched);
  else
    jump(Op::JT, match, matched);
}

// A plain or dotted name into dst, unset when it does not resolve; `last` is its last component.
bool Compiler::exception_class(Expr* e, int dst, std::string_view& last) {
  if (e->kind == ExprKind::Name) {
    Ref r = ref(last = static_cast<NameExpr*>(e)->name);
    at(*e);
    if (r.where == Where::Global)
      emit_x(Op::TRYGLOBAL, dst, global_slot(r.name));
    else
      load(r, dst);
    return true;
  }
  if (e->kind != ExprKind::Attribute) return false;
  std::vector<AttributeExpr*> links;
  Expr* base = e;
  for (; base->kind == ExprKind::Attribute; base = links.back()->object) links.push_back(static_cast<AttributeExpr*>(base));
  if (base->kind != ExprKind::Name) return false;
  exception_class(base, dst, last);
  for (size_t i = links.size(); i-- > 0;) {
    at(*links[i]);
    emit_attr(Op::TRYATTR, dst, dst, mangled(links[i]->name));
  }
  last = links[0]->name;
  return true;
}

// The end of `except ... as name`: as name = None; del name.
void Compiler::clear_name(std::string_view text) {
  Ref r = ref(text);
  if (r.where == Where::Local && !r.variable->captured) {
    emit(Op::LOADUNSET, r.variable->reg);
    return set_assigned(r.variable->reg, false);
  }
  Temps keep(*this);
  int none = temp();
  emit(Op::LOADNONE, none);
  store_ref(r, none);
  delete_ref(r);
}

// ---- with ---------------------------------------------------------------------------------------

// Calls the exit function in R[pair], R[pair+1] with the exception in a register, or -1 for none.
// The result is in the next free register.
void Compiler::call_exit(int pair, int exception) {
  Temps keep(*this);
  int base = temps(5);
  emit(Op::MOVE, base, pair);
  emit(Op::MOVE, base + 1, pair + 1);
  if (exception >= 0)
    emit(Op::EXCTRIPLE, base + 2, exception);
  else
    for (int i = 2; i < 5; ++i) emit(Op::LOADNONE, base + i);
  emit(Op::CALLM, base, 3);
}

void Compiler::with_stmt(WithStmt* s, size_t index) {
  if (index == s->items.size) return block(s->body);
  if (too_many_blocks(*s)) return;
  WithItem& item = s->items[index];
  Temps keep(*this);
  int manager = any(item.manager);
  int pair = scratch_top(manager) ? (temp(), manager) : temps(2), entered = temps(2);
  at(*s);
  emit(Op::LOADSPECIAL, entered, manager, 0);
  emit(Op::LOADSPECIAL, pair, manager, 1);
  emit(Op::CALLM, entered, 0);
  Label end, suppress;
  Flow body{.kind = FlowKind::With, .reg = pair, .span = *s};
  enter(body);
  if (item.target) store(item.target, entered);
  u_->top = entered;
  with_stmt(s, index + 1);
  exit(body);
  at(*s);
  if (u_->reachable) call_exit(pair, -1);
  jump(end);
  int exception = temps(2);
  if (begin_handler(body, exception)) {
    at(*s);
    emit(Op::PUSHEXC, exception);
    Flow handler{.kind = FlowKind::Handler, .reg = exception};
    enter(handler);
    call_exit(pair, exception);
    jump(Op::JT, suppress, u_->top);
    end_handler(handler, exception);
    bind(suppress);
    emit(Op::POPEXC, exception);
  }
  bind(end);
}

}  // namespace sl
