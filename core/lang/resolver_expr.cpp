#include "core/lang/resolver_walk.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

void Resolver::exprs(Seq<Expr*> items) {
  for (Expr*& e : items) expr(e);
}

void Resolver::expr(Expr*& e) {
  if (!e || failed_) return;
  Deeper deeper(*this);
  if (too_deep(*e)) return;
  spine(e);
}

// a + b + c and a.b(c)[d] nest to the left without bound: that side is walked in a loop.
void Resolver::spine(Expr*& e) {
  size_t base = spine_.size();
  Expr** p = &e;
  for (;;) {
    Expr** left = nullptr;
    switch ((*p)->kind) {
      case ExprKind::Binary: left = &static_cast<BinaryExpr*>(*p)->left; break;
      case ExprKind::Attribute: left = &static_cast<AttributeExpr*>(*p)->object; break;
      case ExprKind::Subscript: left = &static_cast<SubscriptExpr*>(*p)->object; break;
      case ExprKind::Call: left = &static_cast<CallExpr*>(*p)->callee; break;
      default: break;
    }
    if (!left) break;
    spine_.push_back(p);
    p = left;
  }
  leaf(*p);
  fold_constant(*p, arena_, options_.scriptling_dialect);
  while (spine_.size() > base) {
    Expr** node = spine_.back();
    spine_.pop_back();
    if (failed_) continue;
    link(*node);
    fold_constant(*node, arena_, options_.scriptling_dialect);
  }
}

// What hangs off the spine at one node, its left side being done.
void Resolver::link(Expr* e) {
  switch (e->kind) {
    case ExprKind::Binary: return expr(static_cast<BinaryExpr*>(e)->right);
    case ExprKind::Subscript: expr(static_cast<SubscriptExpr*>(e)->index); return warn_subscript(static_cast<SubscriptExpr*>(e));
    case ExprKind::Call: call_arguments(static_cast<CallExpr*>(e)); return warn_call(static_cast<CallExpr*>(e));
    default: return;
  }
}

void Resolver::call_arguments(CallExpr* e) {
  bool zero_super = e->args.empty() && e->keywords.empty() && e->callee->kind == ExprKind::Name && static_cast<NameExpr*>(e->callee)->name == "super" &&
                    scope_->code->kind == ScopeKind::Function;
  if (zero_super) use("__class__");
  exprs(e->args);
  keywords(e->keywords);
}

void Resolver::keywords(Seq<Keyword> items) {
  for (size_t i = 0; i < items.size; ++i) {
    Keyword& k = items[i];
    if (!k.name.empty()) {
      if (!check_assignable(k.name, k.span)) return;
      for (size_t j = 0; j < i; ++j)
        if (items[j].name == k.name) return fail(k.span, "keyword argument repeated: " + std::string(k.name));
    }
    expr(k.value);
  }
}

void Resolver::leaf(Expr* e) {
  switch (e->kind) {
    case ExprKind::Name: return use(static_cast<NameExpr*>(e)->name);
    case ExprKind::FString: return fstring(static_cast<FStringExpr*>(e));
    case ExprKind::Slice: {
      auto* s = static_cast<SliceExpr*>(e);
      expr(s->start);
      expr(s->stop);
      return expr(s->step);
    }
    case ExprKind::Unary: return expr(static_cast<UnaryExpr*>(e)->operand);
    case ExprKind::BoolOp: return exprs(static_cast<BoolOpExpr*>(e)->values);
    case ExprKind::Compare: {
      auto* c = static_cast<CompareExpr*>(e);
      expr(c->left);
      exprs(c->rights);
      return warn_compare(c);
    }
    case ExprKind::Conditional: {
      auto* c = static_cast<ConditionalExpr*>(e);
      expr(c->condition);
      expr(c->then);
      return expr(c->otherwise);
    }
    case ExprKind::Lambda: return lambda(static_cast<LambdaExpr*>(e));
    case ExprKind::Tuple:
    case ExprKind::List:
    case ExprKind::Set: {
      for (Expr*& item : static_cast<SeqExpr*>(e)->items) {
        if (item->kind == ExprKind::Starred)
          expr(static_cast<UnaryWrapExpr*>(item)->value);
        else
          expr(item);
      }
      return;
    }
    case ExprKind::Dict: {
      auto* d = static_cast<DictExpr*>(e);
      for (size_t i = 0; i < d->keys.size; ++i) {
        expr(d->keys[i]);
        expr(d->values[i]);
      }
      return;
    }
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::Generator: return comprehension(static_cast<CompExpr*>(e));
    case ExprKind::Starred: return expr(static_cast<UnaryWrapExpr*>(e)->value);  // a call argument
    case ExprKind::Walrus: return walrus(static_cast<WalrusExpr*>(e));
    case ExprKind::Yield:
    case ExprKind::YieldFrom: return yield(e);
    case ExprKind::Await: return fail(*e, "async functions are not supported");
    default: return;
  }
}

void Resolver::fstring(FStringExpr* e) {
  for (FStringPart& part : e->parts) {
    expr(part.expr);
    expr(part.spec);
  }
}

void Resolver::walrus(WalrusExpr* e) {
  if (scope_->iterable_depth > 0) return fail(*e, "assignment expression cannot be used in a comprehension iterable expression");
  std::string_view text = e->target->name;
  if (!check_assignable(text, *e->target)) return;
  Str* name = mangled(text);
  Scope* s = scope_;
  for (; s->kind == ScopeKind::Comprehension || s->generator_expression; s = s->parent) {
    Symbol* seen = symbol(s, name);
    if (seen->flags & kSymIteration) return fail(*e->target, "assignment expression cannot rebind comprehension iteration variable '" + std::string(text) + "'");
    seen->flags |= kSymWalrus | kSymUsed;
  }
  if (s != scope_ && s->kind == ScopeKind::Class) return fail(*e->target, "assignment expression within a comprehension cannot be used in a class body");
  bind_in(s, name, 0);
  s->code->has_walrus = true;
  expr(e->value);
}

void Resolver::yield(Expr* e) {
  std::string_view name = scope_->name->view();
  if (scope_->generator_expression) return fail(*e, "'yield' inside generator expression");
  if (scope_->kind == ScopeKind::Comprehension) {
    const char* kind = name == "<listcomp>" ? "list" : name == "<setcomp>" ? "set" : "dict";
    return fail(*e, std::string("'yield' inside ") + kind + " comprehension");
  }
  if (scope_->kind != ScopeKind::Function) return fail(*e, "'yield' outside function");
  scope_->generator = true;
  expr(static_cast<UnaryWrapExpr*>(e)->value);
}

void Resolver::defaults(Args* args) {
  for (ast::Param& p : args->positional) expr(p.default_value);
  for (ast::Param& p : args->keyword_only) expr(p.default_value);
}

// In register order, into the scope just opened.
void Resolver::parameters(Args* args) {
  auto add = [&](const ast::Param& p) {
    if (failed_ || !check_assignable(p.name, p.span)) return;
    Symbol* s = symbol(scope_, mangled(p.name));
    if (s->flags & kSymParam) return fail(p.span, "duplicate argument '" + std::string(p.name) + "' in function definition");
    s->flags |= kSymParam;
  };
  for (const ast::Param& p : args->positional) add(p);
  for (const ast::Param& p : args->keyword_only) add(p);
  if (args->var_args) {
    add(*args->var_args);
    symbol(scope_, mangled(args->var_args->name))->flags |= kSymVarArgs;
  }
  if (args->var_keywords) add(*args->var_keywords);
}

void Resolver::lambda(LambdaExpr* e) {
  defaults(e->args);
  Inner inner(*this, open(ScopeKind::Function, e, out_.names.get("<lambda>")));
  parameters(e->args);
  expr(e->body);
}

void Resolver::comprehension(CompExpr* e) {
  for (const ForClause& c : e->clauses)
    if (c.is_async) return fail(*e, "asynchronous comprehension outside of an asynchronous function");
  ++scope_->iterable_depth;
  expr(e->clauses[0].iterable);
  --scope_->iterable_depth;
  if (e->kind == ExprKind::Generator) {
    Inner inner(*this, open(ScopeKind::Function, e, out_.names.get("<genexpr>")));
    scope_->generator = scope_->generator_expression = true;
    symbol(scope_, out_.names.get(".0"))->flags |= kSymParam;
    return clauses(e);
  }
  const char* name = e->kind == ExprKind::ListComp ? "<listcomp>" : e->kind == ExprKind::SetComp ? "<setcomp>" : "<dictcomp>";
  Inner inner(*this, open(ScopeKind::Comprehension, e, out_.names.get(name)));
  clauses(e);
}

void Resolver::clauses(CompExpr* e) {
  for (size_t i = 0; i < e->clauses.size; ++i) {
    ForClause& c = e->clauses[i];
    if (i > 0) {
      ++scope_->iterable_depth;
      expr(c.iterable);
      --scope_->iterable_depth;
    }
    iteration_target(c.target);
    exprs(c.conditions);
  }
  expr(e->element);
  expr(e->value);
}

void Resolver::iteration_target(Expr* e) {
  if (failed_) return;
  if (e->kind == ExprKind::Name) return bind_iteration(static_cast<NameExpr*>(e)->name, *e);
  if (e->kind == ExprKind::Tuple || e->kind == ExprKind::List) {
    bool starred = false;
    for (Expr* item : static_cast<SeqExpr*>(e)->items) {
      if (item->kind == ExprKind::Starred) {
        if (starred) return fail(*e, "multiple starred expressions in assignment");
        starred = true;
        item = static_cast<UnaryWrapExpr*>(item)->value;
      }
      iteration_target(item);
    }
    return;
  }
  target(e);
}

void Resolver::target(Expr* e, uint32_t flags, bool in_sequence) {
  if (failed_) return;
  Deeper deeper(*this);
  if (too_deep(*e)) return;
  bool deleting = flags & kSymDeleted;
  switch (e->kind) {
    case ExprKind::Name: {
      auto* n = static_cast<NameExpr*>(e);
      if (deleting && n->name == "__debug__") return fail(*e, "cannot delete __debug__");
      return bind(n->name, *e, flags);
    }
    case ExprKind::Attribute: {
      auto* a = static_cast<AttributeExpr*>(e);
      if (deleting || check_assignable(a->name, *e)) expr(a->object);
      return;
    }
    case ExprKind::Subscript: {
      auto* s = static_cast<SubscriptExpr*>(e);
      expr(s->object);
      return expr(s->index);
    }
    case ExprKind::Tuple:
    case ExprKind::List: {
      bool starred = false;
      for (Expr* item : static_cast<SeqExpr*>(e)->items) {
        if (item->kind == ExprKind::Starred && !deleting) {
          if (starred) return fail(*e, "multiple starred expressions in assignment");
          starred = true;
        }
        target(item, flags, true);
      }
      return;
    }
    case ExprKind::Starred:
      if (deleting) return fail(*e, "cannot delete starred");
      if (!in_sequence) return fail(*e, "starred assignment target must be in a list or tuple");
      return target(static_cast<UnaryWrapExpr*>(e)->value);
    default: return fail(*e, deleting ? "cannot delete expression" : "cannot assign to expression");
  }
}

}  // namespace sl
