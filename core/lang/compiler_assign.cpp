// Reading, binding and deleting variables and other targets.
#include <algorithm>

#include "core/lang/compiler.h"
#include "core/vm/runtime.h"
#include "core/vm/types.h"

namespace sl {

using namespace ast;

// ---- variables ----------------------------------------------------------------------------------

Compiler::Ref Compiler::ref(std::string_view text) {
  Str* n = mangled(text);
  Symbol* s = scope_->find(n);
  const bool namespace_top = options_.own_namespace && scope_->kind == ScopeKind::Module;
  if (!s) return {Where::Global, nullptr, 0, n, namespace_top};
  if (s->where == Where::Local) return {Where::Local, s->origin ? s->origin : s, 0, n, false};
  bool in_class = (scope_->kind == ScopeKind::Class || namespace_top) && !(s->flags & kSymGlobal);
  if (s->where != Where::Free) return {s->where, nullptr, 0, n, in_class};
  int index = scope_->code->free_index.at(s->origin);
  if (index > 255) fail(u_->at, "too many captured variables");
  return {Where::Free, s->origin, index & 0xFF, n, in_class};
}

int Compiler::plain_local(const Expr* e) {
  if (e->kind != ExprKind::Name) return -1;
  Ref r = ref(static_cast<const NameExpr*>(e)->name);
  return r.where == Where::Local && !r.variable->captured ? r.variable->reg : -1;
}

// Is the variable one of the code around the comprehension that is being compiled?
bool Compiler::around_comprehension(const Symbol* variable) const { return scope_->kind == ScopeKind::Comprehension && variable->scope != scope_; }

void Compiler::check_local(const Symbol* variable, Str* n) {
  int reg = variable->reg;
  if (!u_->reachable || u_->assigned[static_cast<size_t>(reg)]) return;
  emit_x(around_comprehension(variable) ? Op::CHECKOUTER : Op::CHECKLOCAL, reg, name_constant(n));
  if (reg < u_->locals_end) u_->unset_at_entry.set(static_cast<size_t>(reg));
  set_assigned(reg);
}

int Compiler::load_any(const Ref& r, int hint) {
  if (r.where == Where::Local && !r.variable->captured && !reads_outward(r.variable)) {
    check_local(r.variable, r.name);
    return r.variable->reg;
  }
  int dst = hint >= 0 && !named(hint) ? hint : temp();
  load(r, dst);
  return dst;
}

void Compiler::load_variable(Symbol* variable, int dst) {
  if (variable->captured) {
    Temps keep(*this);
    return emit_e(Op::LOADCELL, dst, cell(variable), around_comprehension(variable), name_constant(variable->name));
  }
  check_local(variable, variable->name);
  move(dst, variable->reg);
}

void Compiler::load(const Ref& r, int dst) {
  switch (r.where) {
    case Where::Local: return reads_outward(r.variable) ? load_outward(r, dst) : load_variable(r.variable, dst);
    case Where::Free:
      if (!r.in_class && reads_outward(r.variable)) return load_outward(r, dst);
      if (r.in_class) return emit_e(Op::LOADNS, dst, 1, 0, name_constant(r.name) | static_cast<uint32_t>(r.free) << 16);
      return emit_name(Op::LOADFREE, dst, r.free, r.name);
    case Where::Global:
      if (r.name->view() == "__debug__") return emit(Op::LOADTRUE, dst);
      if (!r.in_class) return emit_x(Op::LOADGLOBAL, dst, global_slot(r.name));
      [[fallthrough]];
    case Where::Namespace: return emit_e(Op::LOADNS, dst, 0, 0, name_constant(r.name) | global_slot(r.name) << 16);
  }
}

void Compiler::store_ref(const Ref& r, int src) {
  Temps keep(*this);
  switch (r.where) {
    case Where::Local:
      if (r.variable->captured) return emit(Op::STORECELL, src, cell(r.variable));
      move(r.variable->reg, src);
      return set_assigned(r.variable->reg);
    case Where::Free: return emit(Op::STOREFREE, src, r.free);
    case Where::Global: return emit_x(options_.dict_globals ? Op::STOREDICT : Op::STOREGLOBAL, src, global_slot(r.name));
    case Where::Namespace: return emit_name(Op::STORENS, src, 0, r.name);
  }
}

void Compiler::delete_ref(const Ref& r) {
  Temps keep(*this);
  switch (r.where) {
    case Where::Local:
      if (r.variable->captured) return emit_name(Op::DELCELL, 0, cell(r.variable), r.name);
      check_local(r.variable, r.name);
      emit(Op::LOADUNSET, r.variable->reg);
      return set_assigned(r.variable->reg, false);
    case Where::Free: return emit_name(Op::DELFREE, 0, r.free, r.name);
    case Where::Global: return emit_x(options_.dict_globals ? Op::DELDICT : Op::DELGLOBAL, 0, global_slot(r.name));
    case Where::Namespace: return emit_name(Op::DELNS, 0, 0, r.name);
  }
}

// ---- targets ------------------------------------------------------------------------------------

void Compiler::store(Expr* target, int src) {
  if (failed_) return;
  Temps keep(*this);
  switch (target->kind) {
    case ExprKind::Name: at(*target); return store_name(static_cast<NameExpr*>(target)->name, src);
    case ExprKind::Attribute: {
      auto* a = static_cast<AttributeExpr*>(target);
      int object = any(a->object);
      at(*target);
      return emit_attr(Op::SETATTR, object, src, mangled(a->name));
    }
    case ExprKind::Subscript: {
      auto* s = static_cast<SubscriptExpr*>(target);
      int object = any_before(s->object, s->index);
      int k = small_constant(s->index);
      int key = k >= 0 ? k : any(s->index);
      at(*target);
      return emit(k >= 0 ? Op::SETITEMK : Op::SETITEM, object, key, src);
    }
    case ExprKind::Tuple:
    case ExprKind::List: return unpack(static_cast<SeqExpr*>(target), src);
    default: return fail(*target, "cannot assign to expression");
  }
}

// More targets than registers: some at a time, with a list of what is left.
void Compiler::unpack_in_parts(SeqExpr* target, int src) {
  constexpr uint32_t kPart = 32;
  Seq<Expr*> items = target->items;
  int rest = temp();
  for (uint32_t done = 0; done < items.size && !failed_;) {
    Temps keep(*this);
    uint32_t n = std::min(items.size - done, kPart);
    bool last = done + n == items.size;
    int base = temps(static_cast<int>(n) + 1);
    if (failed_) return;
    at(*target);
    if (last)
      emit(Op::UNPACK, base, done ? rest : src, static_cast<int>(n));
    else
      emit_e(Op::UNPACKEX, base, done ? rest : src, static_cast<int>(n), 0);
    if (!last) move(rest, base + static_cast<int>(n));
    for (uint32_t i = 0; i < n && !failed_; ++i) store(items[done + i], base + static_cast<int>(i));
    done += n;
  }
}

void Compiler::unpack(SeqExpr* target, int src) {
  Temps keep(*this);
  Seq<Expr*> items = target->items;
  auto n = static_cast<int>(std::min<uint32_t>(items.size, 1u << 20));
  int star = -1;
  for (int i = 0; i < n; ++i)
    if (items[static_cast<size_t>(i)]->kind == ExprKind::Starred) star = i;
  auto item = [&](int i) {
    Expr* e = items[static_cast<size_t>(i)];
    return i == star ? static_cast<UnaryWrapExpr*>(e)->value : e;
  };
  // Locals in consecutive registers take the values directly.
  int base = n ? plain_local(item(0)) : -1;
  bool direct = base >= 0 && !(src >= base && src < base + n);
  for (int i = 1; i < n && direct; ++i) direct = plain_local(item(i)) == base + i;
  if (!direct && star < 0 && n > room() - 20) return unpack_in_parts(target, src);
  if (!direct) base = n ? temps(n) : 0;
  if (failed_) return;
  at(*target);
  if (star < 0)
    emit(Op::UNPACK, base, src, n);
  else
    emit_e(Op::UNPACKEX, base, src, star, static_cast<uint32_t>(n - star - 1));
  for (int i = 0; i < n && !failed_; ++i) {
    if (direct)
      set_assigned(base + i);
    else
      store(item(i), base + i);
  }
}

void Compiler::delete_target(Expr* e) {
  Temps keep(*this);
  switch (e->kind) {
    case ExprKind::Name: at(*e); return delete_ref(ref(static_cast<NameExpr*>(e)->name));
    case ExprKind::Attribute: {
      auto* a = static_cast<AttributeExpr*>(e);
      int object = any(a->object);
      at(*e);
      return emit_attr(Op::DELATTR, object, 0, mangled(a->name));
    }
    case ExprKind::Subscript: {
      auto* s = static_cast<SubscriptExpr*>(e);
      int object = any_before(s->object, s->index);
      int key = any(s->index);
      at(*e);
      return emit(Op::DELITEM, object, key);
    }
    case ExprKind::Tuple:
    case ExprKind::List:
      for (Expr* item : static_cast<SeqExpr*>(e)->items) delete_target(item);
      return;
    default: return fail(*e, "cannot delete expression");
  }
}

// ---- assignment statements ----------------------------------------------------------------------

void Compiler::assign(AssignStmt* s) {
  Temps keep(*this);
  bool names_only = std::all_of(s->targets.begin(), s->targets.end(), [](Expr* t) { return t->kind == ExprKind::Name; });
  int value;
  if (int reg = plain_local(s->targets[0]); reg >= 0 && names_only) {
    to(s->value, reg);
    set_assigned(reg);
    value = reg;
  } else if (s->targets.size == 1 && parallel_assign(s->targets[0], s->value)) {
    return;
  } else {
    value = names_only ? any(s->value) : s->targets.size > 1 ? fresh(s->value) : any_before(s->value, s->targets[0]);
  }
  for (Expr* t : s->targets) store(t, value);
}

// a, b = x, y without the tuple between.
bool Compiler::parallel_assign(Expr* target, Expr* value) {
  auto sequence = [](Expr* e) { return e->kind == ExprKind::Tuple || e->kind == ExprKind::List; };
  if (!sequence(target) || !sequence(value)) return false;
  Seq<Expr*> targets = static_cast<SeqExpr*>(target)->items, values = static_cast<SeqExpr*>(value)->items;
  if (targets.size != values.size || targets.size < 2 || targets.size > 8) return false;
  RegSet locals;
  bool only_locals = true, any_local = false;
  for (size_t i = 0; i < targets.size; ++i) {
    if (targets[i]->kind == ExprKind::Starred || values[i]->kind == ExprKind::Starred) return false;
    int reg = plain_local(targets[i]);
    if (reg < 0 || locals[static_cast<size_t>(reg)])
      only_locals = false;
    else
      locals.set(static_cast<size_t>(reg));
    any_local |= reg >= 0 || sequence(targets[i]);
  }
  if (only_locals) {
    assign_locals(targets, values);
    return true;
  }
  int registers[8];
  for (size_t i = 0; i < values.size; ++i) registers[i] = any_local || u_->scope->has_walrus ? fresh(values[i]) : any(values[i]);
  for (size_t i = 0; i < targets.size; ++i) store(targets[i], registers[i]);
  return true;
}

// The targets are different locals: the last value is computed into its target, the others wait in
// temporaries unless they are constants or locals not assigned here.
void Compiler::assign_locals(Seq<Expr*> targets, Seq<Expr*> values) {
  size_t last = targets.size - 1;
  int wait[8];
  Value constants[8];
  for (size_t i = 0; i < last; ++i) {
    if (constant_value(values[i], constants[i])) continue;
    int local = plain_local(values[i]);
    bool stays = local >= 0 && !u_->scope->has_walrus;
    for (size_t j = 0; j < targets.size && stays; ++j) stays = j == i || plain_local(targets[j]) != local;
    wait[i] = stays ? any(values[i]) : fresh(values[i]);
  }
  to(values[last], plain_local(targets[last]));
  for (size_t i = 0; i < last; ++i) {
    int reg = plain_local(targets[i]);
    if (constants[i].is_unset())
      move(reg, wait[i]);
    else
      load_value(constants[i], reg);
  }
  for (Expr* t : targets) set_assigned(plain_local(t));
}

void Compiler::inplace(AugAssignStmt* s, int dst, int left) {
  Temps keep(*this);
  if (s->op == BinaryOp::Add || s->op == BinaryOp::Sub) {
    if (int k = small_constant(s->value); k >= 0) {
      at(*s);
      return emit(s->op == BinaryOp::Add ? Op::IADDK : Op::ISUBK, dst, left, k);
    }
  }
  int right = any(s->value);
  at(*s);
  switch (s->op) {
    case BinaryOp::Add: return emit(Op::IADD, dst, left, right);
    case BinaryOp::Sub: return emit(Op::ISUB, dst, left, right);
    case BinaryOp::Mul: return emit(Op::IMUL, dst, left, right);
    case BinaryOp::FloorDiv:
    case BinaryOp::Mod: return emit_e(by_dialect(Op::INPLACE, Op::ITRUNC), dst, left, right, static_cast<uint32_t>(s->op));
    default: return emit_e(Op::INPLACE, dst, left, right, static_cast<uint32_t>(s->op));
  }
}

void Compiler::aug_assign(AugAssignStmt* s) {
  Temps keep(*this);
  switch (s->target->kind) {
    case ExprKind::Name: {
      Ref r = ref(static_cast<NameExpr*>(s->target)->name);
      at(*s->target);
      if (int reg = plain_local(s->target); reg >= 0) {
        int left = any_before(s->target, s->value);
        inplace(s, reg, left);
        return set_assigned(reg);
      }
      int t = temp();
      load(r, t);
      inplace(s, t, t);
      at(*s);
      return store_ref(r, t);
    }
    case ExprKind::Attribute: {
      auto* a = static_cast<AttributeExpr*>(s->target);
      int object = any_before(a->object, s->value), t = temp();
      at(*a);
      emit_attr(by_dialect(Op::GETATTR, Op::PEEKATTR), t, object, mangled(a->name));
      inplace(s, t, t);
      at(*a);
      return emit_attr(Op::SETATTR, object, t, mangled(a->name));
    }
    case ExprKind::Subscript: {
      auto* sub = static_cast<SubscriptExpr*>(s->target);
      int object = may_rebind(sub->index) ? fresh(sub->object) : any_before(sub->object, s->value);
      int k = small_constant(sub->index);
      int key = k >= 0 ? k : any_before(sub->index, s->value), t = temp();
      at(*sub);
      emit(k >= 0 ? by_dialect(Op::GETITEMK, Op::PEEKITEMK) : by_dialect(Op::GETITEM, Op::PEEKITEM), t, object, key);
      inplace(s, t, t);
      at(*sub);
      return emit(k >= 0 ? Op::SETITEMK : Op::SETITEM, object, key, t);
    }
    default: return fail(*s->target, "illegal expression for augmented assignment");
  }
}

// ---- annotations --------------------------------------------------------------------------------

void Compiler::annotation(Expr* e, int dst) {
  if (!names_.future_annotations && e->kind == ExprKind::Starred) {  // *args: *Ts
    Temps keep(*this);
    int v = any(static_cast<UnaryWrapExpr*>(e)->value);
    at(*e);
    return emit(Op::UNPACK, dst, v, 1);
  }
  if (!names_.future_annotations) return to(e, dst);
  bool quoted = e->kind == ExprKind::Str;
  load_value(text_value(quoted ? repr_text(static_cast<StrExpr*>(e)->value) : source_text(*e)), dst);
}

void Compiler::ann_assign(AnnAssignStmt* s) {
  Temps keep(*this);
  if (s->value) {
    if (int reg = plain_local(s->target); reg >= 0) {
      to(s->value, reg);
      set_assigned(reg);
    } else {
      store(s->target, any_before(s->value, s->target));
    }
  } else if (s->target->kind == ExprKind::Attribute) {
    effect(static_cast<AttributeExpr*>(s->target)->object);
  } else if (s->target->kind == ExprKind::Subscript) {
    effect(static_cast<SubscriptExpr*>(s->target)->object);
    effect(static_cast<SubscriptExpr*>(s->target)->index);
  }
  if (u_->scope->kind == ScopeKind::Function) return;
  if (!s->simple || s->target->kind != ExprKind::Name) {
    if (!names_.future_annotations) effect(s->annotation);
    return;
  }
  int value = temp(), dict = temp(), key = temp();
  annotation(s->annotation, value);
  at(*s);
  load(ref("__annotations__"), dict);
  load_value(Value::object(mangled(static_cast<NameExpr*>(s->target)->name)), key);
  emit(Op::SETITEM, dict, key, value);
}

}  // namespace sl
