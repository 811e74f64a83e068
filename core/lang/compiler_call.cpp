// Calls, attributes and items: everything that hangs off an expression with a dot or a bracket.
#include <algorithm>

#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

namespace {

Expr* left_of(Expr* e) {
  switch (e->kind) {
    case ExprKind::Attribute: return static_cast<AttributeExpr*>(e)->object;
    case ExprKind::Subscript: return static_cast<SubscriptExpr*>(e)->object;
    case ExprKind::Call: return static_cast<CallExpr*>(e)->callee;
    default: return nullptr;
  }
}

}  // namespace

// a.b(c)[d] nests to the left: the links are compiled from the innermost outwards, each taking
// `current` and leaving its value in `work`, the top register, or at the end in dst.
void Compiler::primary(Expr* e, int dst) {
  size_t begin = links_.size();
  Expr* base = e;
  for (Expr* left = e; left_of(left); base = left = left_of(left)) links_.push_back(left);
  Temps keep(*this);
  int work = scratch_top(dst) ? dst : -1, current = -1;
  auto need_work = [&] { return work >= 0 ? work : work = temp(); };
  size_t i = links_.size();
  Expr* inner = links_[i - 1];
  if (inner->kind == ExprKind::Call && builtin_super(static_cast<CallExpr*>(inner))) {
    i = super_link(begin, i, work, current);
  } else {
    Expr* later = inner->kind == ExprKind::Subscript ? static_cast<SubscriptExpr*>(inner)->index : nullptr;
    if (plain_local(base) >= 0 && !may_rebind(later) && !reads_outward(base))
      current = any(base);
    else
      to(base, current = need_work());
  }
  while (i > begin && !failed_) {
    Expr* link = links_[--i];
    auto result = [&] { return i == begin ? dst : need_work(); };
    if (link->kind == ExprKind::Call) {
      auto* c = static_cast<CallExpr*>(link);
      move(need_work(), current);
      if (spread(c))
        call_spread(c, work);
      else
        call(c, work, nullptr);
      current = work;
    } else if (link->kind == ExprKind::Subscript) {
      auto* s = static_cast<SubscriptExpr*>(link);
      int out = result();
      Temps index(*this);
      if (s->index->kind == ExprKind::Slice && !static_cast<SliceExpr*>(s->index)->step && !options_.scriptling_dialect) {
        auto* range = static_cast<SliceExpr*>(s->index);
        int bounds = temps(2);
        slice_bound(range->start, bounds);
        slice_bound(range->stop, bounds + 1);
        at(*link);
        emit(Op::GETSLICE, out, current, bounds);
        current = out;
        continue;
      }
      int k = small_constant(s->index);
      int key = k >= 0 ? k : any(s->index);
      at(*link);
      emit(k >= 0 ? by_dialect(Op::GETITEMK, Op::PEEKITEMK) : by_dialect(Op::GETITEM, Op::PEEKITEM), out, current, key);
      current = out;
    } else {
      auto* member = static_cast<AttributeExpr*>(link);
      Str* attribute = mangled(member->name);
      auto* c = i > begin && links_[i - 1]->kind == ExprKind::Call ? static_cast<CallExpr*>(links_[i - 1]) : nullptr;
      at_attribute(*link, member);
      if (c && !spread(c)) {
        --i;
        emit_attr(Op::LOADMETHOD, need_work(), current, attribute);
        temp();
        call(c, work, member);
        current = work;
      } else {
        int out = result();
        emit_attr(by_dialect(Op::GETATTR, Op::PEEKATTR), out, current, attribute);
        current = out;
      }
    }
  }
  links_.resize(begin);
  move(dst, current);
}

// super() at links[end-1], with .name(...) behind it when that follows. The first link not done.
size_t Compiler::super_link(size_t begin, size_t end, int& work, int& current) {
  if (work < 0) work = temp();
  current = work;
  size_t i = end - 1;
  at(*links_[i]);
  load(ref("__class__"), work);
  load_variable(u_->scope->order[0], temp());
  auto* attribute = i > begin ? links_[i - 1] : nullptr;
  auto* called = i > begin + 1 ? links_[i - 2] : nullptr;
  bool method = attribute && attribute->kind == ExprKind::Attribute && called && called->kind == ExprKind::Call && !spread(static_cast<CallExpr*>(called));
  if (method) {
    at(*attribute);
    emit_attr(Op::SUPERMETHOD, work, 0, mangled(static_cast<AttributeExpr*>(attribute)->name));
    call(static_cast<CallExpr*>(called), work, static_cast<AttributeExpr*>(attribute));
    return i - 2;
  }
  emit(Op::SUPER, work);
  u_->top = work + 1;
  return i;
}

// super() that can only mean the built-in, where there is a class and a first parameter.
bool Compiler::builtin_super(const CallExpr* e) {
  if (e->callee->kind != ExprKind::Name || static_cast<const NameExpr*>(e->callee)->name != "super") return false;
  if (!e->args.empty() || !e->keywords.empty() || u_->scope->kind != ScopeKind::Function) return false;
  Str* super = name("super");
  if (ref("super").where != Where::Global || names_.bound_globals.contains(super)) return false;
  return ref("__class__").where == Where::Free && u_->code->positional > 0 && !u_->scope->generator_expression;
}

bool Compiler::spread(const CallExpr* e) const {
  if (std::any_of(e->args.begin(), e->args.end(), [](Expr* a) { return a->kind == ExprKind::Starred; })) return true;
  if (std::any_of(e->keywords.begin(), e->keywords.end(), [](const Keyword& k) { return k.name.empty(); })) return true;
  return e->args.size + e->keywords.size > static_cast<size_t>(std::clamp(room() - 20, 0, 100));
}

// What spans lines is placed on that of the attribute's name, as CPython does.
void Compiler::at_attribute(Span span, const AttributeExpr* e) {
  if (span.line != e->end_line && e->name.size() <= e->end_column) {
    span.line = e->end_line;
    span.column = e->end_column - static_cast<uint32_t>(e->name.size());
  }
  at(span);
}

// The callee is in R[base], for a method with its self behind it, and nothing above.
void Compiler::call(CallExpr* e, int base, const AttributeExpr* method) {
  for (Expr* a : e->args) fresh(a);
  std::vector<Value> keys;
  for (const Keyword& k : e->keywords) {
    keys.push_back(Value::object(name(k.name)));
    fresh(k.value);
  }
  if (method)
    at_attribute(*e, method);
  else
    at(*e);
  auto positional = static_cast<int>(e->args.size);
  if (keys.empty())
    emit(method ? Op::CALLM : Op::CALL, base, positional);
  else
    emit_e(method ? Op::CALLMKW : Op::CALLKW, base, positional, static_cast<int>(keys.size()), constant(tuple_value(keys)));
  u_->top = base + 1;
}

// A function's own *args that nobody rebinds: a tuple, to be passed on as it is.
bool Compiler::own_var_args(const Expr* e) {
  if (e->kind != ExprKind::Name || options_.scriptling_dialect) return false;
  Symbol* s = scope_->find(mangled(static_cast<const NameExpr*>(e)->name));
  if (!s || (s->where != Where::Local && s->where != Where::Free)) return false;
  if (s->origin) s = s->origin;
  return (s->flags & kSymVarArgs) && !(s->flags & (kSymRebound | kSymDeleted));
}

void Compiler::call_spread(CallExpr* e, int base) {
  int list = temp();
  at(*e);
  bool whole = e->args.size == 1 && e->args[0]->kind == ExprKind::Starred;
  Expr* only = whole ? static_cast<UnaryWrapExpr*>(e->args[0])->value : nullptr;
  auto keywords = [&](int dict) {
    if (e->keywords.empty()) return;
    at(*e);
    keyword_dict(e->keywords, dict, true);
  };
  if (only && !own_var_args(only)) {  // iterated after the keywords were evaluated
    int dict = e->keywords.empty() ? -1 : temp();
    Temps keep(*this);
    int v = e->keywords.empty() ? any(only) : temp();
    if (!e->keywords.empty()) to(only, v);
    keywords(dict);
    at(*e);
    emit(Op::LISTEXTEND, list, v, 1);
  } else {
    if (only)
      to(only, list);
    else
      list_display(e->args, list);
    if (!e->keywords.empty()) keywords(temp());
  }
  at(*e);
  bool lent = e->keywords.size == 1 && e->keywords[0].name.empty();
  emit(Op::CALLEX, base, lent ? 2 : !e->keywords.empty());
  u_->top = base + 1;
}

void Compiler::keyword_dict(Seq<Keyword> items, int dst, bool for_call) {
  Span span = u_->at;
  bool made = false;
  size_t limit = static_cast<size_t>(chunk_limit());
  for (size_t i = 0; i < items.size && !failed_;) {
    Temps keep(*this);
    if (items[i].name.empty()) {
      bool lent = for_call && items.size == 1;
      if (!made && !lent) emit(Op::BUILDDICT, dst, 0, 0);
      int v = any(items[i++].value);
      at(span);
      emit(Op::DICTMERGE, dst, v, lent ? 2 : for_call);
    } else {
      std::vector<Value> keys;
      std::vector<Expr*> values;
      for (; i < items.size && !items[i].name.empty() && keys.size() < limit; ++i) {
        keys.push_back(Value::object(name(items[i].name)));
        values.push_back(items[i].value);
      }
      int out = made ? temp() : dst;
      at(span);
      named_dict(keys, values, out);
      if (made) emit(Op::DICTMERGE, dst, out, for_call);
    }
    made = true;
  }
}

}  // namespace sl
