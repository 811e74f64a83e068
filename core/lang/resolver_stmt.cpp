#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "core/lang/resolver_walk.h"
#include "core/vm/number.h"
#include "core/vm/runtime.h"
#include "core/vm/text.h"
#include "core/vm/types.h"

namespace sl {

using namespace ast;

namespace {
constexpr char kLeavesStar[] = "'break', 'continue' and 'return' cannot appear in an except* block";
}

void Resolver::block(Block body) {
  Deeper deeper(*this);
  if (body.size && too_deep(*body[0])) return;
  for (size_t i = 0; i < body.size && !failed_; ++i) {
    Stmt* s = body[i];
    bool docstring = i == 0 && s->kind == StmtKind::Expr && static_cast<ExprStmt*>(s)->value->kind == ExprKind::Str;
    bool future = s->kind == StmtKind::ImportFrom && static_cast<ImportFromStmt*>(s)->module == "__future__" && static_cast<ImportFromStmt*>(s)->level == 0;
    if (future) {
      future_import(static_cast<ImportFromStmt*>(s));
      continue;
    }
    if (!docstring) future_allowed_ = false;
    stmt(s);
  }
}

void Resolver::return_stmt(ExprStmt* s) {
  expr(s->value);
  if (star_loops_ >= 0) fail(s->value && is_constant(s->value) ? static_cast<const Span&>(*s->value) : *s, kLeavesStar);
}

void Resolver::stmt(Stmt* s) {
  switch (s->kind) {
    case StmtKind::Expr: return expr(static_cast<ExprStmt*>(s)->value);
    case StmtKind::Return:
      if (scope_->kind == ScopeKind::Class) return fail(*s, "'return' outside function");
      return return_stmt(static_cast<ExprStmt*>(s));
    case StmtKind::Assign: {
      auto* a = static_cast<AssignStmt*>(s);
      expr(a->value);
      for (Expr* t : a->targets) target(t);
      return;
    }
    case StmtKind::AugAssign: {
      auto* a = static_cast<AugAssignStmt*>(s);
      if (a->target->kind == ExprKind::Name) use(static_cast<NameExpr*>(a->target)->name);
      expr(a->value);
      return target(a->target);
    }
    case StmtKind::AnnAssign: return ann_assign(static_cast<AnnAssignStmt*>(s));
    case StmtKind::Delete:
      for (Expr* t : static_cast<DeleteStmt*>(s)->targets) target(t, kSymDeleted);
      return;
    case StmtKind::Raise: {
      auto* r = static_cast<RaiseStmt*>(s);
      expr(r->exception);
      return expr(r->cause);
    }
    case StmtKind::Pass: return;
    case StmtKind::Break:
      if (!loops_) fail(*s, "'break' outside loop");
      if (loops_ == star_loops_) fail(*s, kLeavesStar);
      return;
    case StmtKind::Continue:
      if (!loops_) fail(*s, "'continue' not properly in loop");
      if (loops_ == star_loops_) fail(*s, kLeavesStar);
      return;
    case StmtKind::Global: return declare(static_cast<NamesStmt*>(s), true);
    case StmtKind::Nonlocal: return declare(static_cast<NamesStmt*>(s), false);
    case StmtKind::Assert: {
      auto* a = static_cast<AssertStmt*>(s);
      expr(a->condition);
      warn_assert(a);
      return expr(a->message);
    }
    case StmtKind::Import: return import_names(static_cast<ImportStmt*>(s));
    case StmtKind::ImportFrom: return import_from(static_cast<ImportFromStmt*>(s));
    case StmtKind::If: return if_chain(static_cast<IfStmt*>(s));
    case StmtKind::While: {
      auto* w = static_cast<IfStmt*>(s);
      expr(w->condition);
      loop_body(w->body);
      return block(w->otherwise);
    }
    case StmtKind::For: {
      auto* f = static_cast<ForStmt*>(s);
      if (f->is_async) return fail(*s, "async functions are not supported");
      expr(f->iterable);
      target(f->target);
      loop_body(f->body);
      return block(f->otherwise);
    }
    case StmtKind::Try: return try_stmt(static_cast<TryStmt*>(s));
    case StmtKind::With: {
      auto* w = static_cast<WithStmt*>(s);
      if (w->is_async) return fail(*s, "async functions are not supported");
      for (WithItem& item : w->items) {
        expr(item.manager);
        if (item.target) target(item.target);
      }
      return block(w->body);
    }
    case StmtKind::FunctionDef: return function(static_cast<FunctionStmt*>(s));
    case StmtKind::ClassDef: return class_def(static_cast<ClassStmt*>(s));
    case StmtKind::Match: return match_stmt(static_cast<MatchStmt*>(s));
  }
}

void Resolver::loop_body(Block body) {
  ++loops_;
  block(body);
  --loops_;
}

void Resolver::if_chain(IfStmt* s) {
  for (;;) {  // an elif is the only statement of its else
    expr(s->condition);
    block(s->body);
    if (s->otherwise.size != 1 || s->otherwise[0]->kind != StmtKind::If) break;
    s = static_cast<IfStmt*>(s->otherwise[0]);
  }
  block(s->otherwise);
}

// ---- definitions ------------------------------------------------------------------------------

void Resolver::function(FunctionStmt* s) {
  if (s->is_async) return fail(*s, "async functions are not supported");
  bind(s->name, *s);
  exprs(s->decorators);
  defaults(s->args);
  if (!out_.future_annotations) annotations(s->args, s->returns);
  Inner inner(*this, open(ScopeKind::Function, s, mangled(s->name)));
  parameters(s->args);
  block(s->body);
}

void Resolver::annotations(Args* args, Expr*& returns) {
  for (ast::Param& p : args->positional) expr(p.annotation);
  if (args->var_args) expr(args->var_args->annotation);
  for (ast::Param& p : args->keyword_only) expr(p.annotation);
  if (args->var_keywords) expr(args->var_keywords->annotation);
  expr(returns);
}

void Resolver::class_def(ClassStmt* s) {
  bind(s->name, *s);
  exprs(s->decorators);
  exprs(s->bases);
  keywords(s->keywords);
  Inner inner(*this, open(ScopeKind::Class, s, out_.names.get(s->name)));
  std::string_view stripped = s->name;
  while (stripped.starts_with('_')) stripped.remove_prefix(1);
  scope_->private_class = stripped;
  bind_in(scope_, names().__module__, 0);
  bind_in(scope_, names().__qualname__, 0);
  block(s->body);
  if (scope_->has_annotations) bind_in(scope_, names().__annotations__, 0);
}

void Resolver::ann_assign(AnnAssignStmt* s) {
  bool inside = scope_->kind == ScopeKind::Function;
  bool complex = s->target->kind != ExprKind::Name;
  if (s->value) expr(s->value);
  if (complex)
    target(s->target);
  else {
    std::string_view name = static_cast<NameExpr*>(s->target)->name;
    Symbol* known = scope_->find(mangled(name));
    if (s->simple && known && scope_->kind != ScopeKind::Module && (known->flags & (kSymGlobal | kSymNonlocal)))
      return fail(*s, "annotated name '" + std::string(name) + "' can't be " + (known->flags & kSymGlobal ? "global" : "nonlocal"));
    if (s->simple || s->value) bind(name, *s->target, s->simple ? uint32_t{kSymAnnotated} : 0);
  }
  if (inside) return;
  if (s->simple) scope_->has_annotations = true;
  if (!out_.future_annotations) expr(s->annotation);
}

// ---- imports ----------------------------------------------------------------------------------

void Resolver::import_names(ImportStmt* s) {
  for (const Alias& a : s->names) bind(a.as.empty() ? a.name.substr(0, a.name.find('.')) : a.as, *s);
}

void Resolver::import_from(ImportFromStmt* s) {
  for (const Alias& a : s->names) {
    if (a.name != "*")
      bind(a.as.empty() ? a.name : a.as, *s);
    else if (scope_->kind != ScopeKind::Module)
      return fail(a.span, "import * only allowed at module level");
  }
}

void Resolver::future_import(ImportFromStmt* s) {
  static constexpr std::string_view kFeatures[] = {"nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
                                                   "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  if (!future_allowed_ || scope_->kind != ScopeKind::Module) return fail(*s, "from __future__ imports must occur at the beginning of the file");
  for (const Alias& a : s->names) {
    if (a.name == "braces") return fail(*s, "not a chance");
    if (std::find(std::begin(kFeatures), std::end(kFeatures), a.name) == std::end(kFeatures)) return fail(*s, "future feature " + std::string(a.name) + " is not defined");
    if (a.name == "annotations") out_.future_annotations = true;
  }
}

// ---- try --------------------------------------------------------------------------------------

void Resolver::try_stmt(TryStmt* s) {
  block(s->body);
  for (size_t i = 0; i < s->handlers.size; ++i) {
    ExceptClause& h = s->handlers[i];
    if (h.type)
      expr(h.type);
    else if (i + 1 < s->handlers.size)
      return fail(h.span, "default 'except:' must be last");
    if (!h.name.empty()) bind(h.name, h.span, kSymDeleted);
    int outer = star_loops_;
    if (s->star) star_loops_ = loops_;
    block(h.body);
    star_loops_ = outer;
  }
  block(s->otherwise);
  block(s->finally);
}

// ---- match ------------------------------------------------------------------------------------

namespace {

// The part of a pattern that matches everything, hiding what follows; null when there is none.
const Pattern* irrefutable(const Pattern* p) {
  switch (p->kind) {
    case PatternKind::Capture:
    case PatternKind::Wildcard: return p;
    case PatternKind::As: return p->inner ? irrefutable(p->inner) : p;
    case PatternKind::Or: return p->items.empty() ? nullptr : irrefutable(p->items[p->items.size - 1]);
    default: return nullptr;
  }
}

std::string unreachable_message(const Pattern* p) {
  if (p->kind == PatternKind::Wildcard) return "wildcard makes remaining patterns unreachable";
  return "name capture '" + std::string(p->name) + "' makes remaining patterns unreachable";
}

// A literal mapping key: keys that are equal have the same `value`; empty for other keys. `shown` as repr() gives it.
struct MappingKey {
  std::string value, shown;
};

MappingKey number_key(double d) {
  bool whole = d == std::floor(d) && std::fabs(d) < 9e18;
  return {whole ? std::to_string(static_cast<int64_t>(d)) : float_repr(d), float_repr(d)};
}

MappingKey key_of(const Expr* e) {
  switch (e->kind) {
    case ExprKind::Str:
    case ExprKind::Bytes: {
      std::string_view text = static_cast<const StrExpr*>(e)->value;
      std::string shown = e->kind == ExprKind::Str ? repr_text(text) : bytes_repr_text(text);
      return {shown, shown};
    }
    case ExprKind::Int: {
      std::string text = std::to_string(static_cast<const IntExpr*>(e)->value);
      return {text, text};
    }
    case ExprKind::Float: return number_key(static_cast<const FloatExpr*>(e)->value);
    case ExprKind::Imaginary: {
      auto* c = static_cast<const ImaginaryExpr*>(e);
      MappingKey key = number_key(c->real);
      if (c->value == 0) return key;
      key.shown = complex_repr(c->real, c->value);
      key.value = key.shown;
      return key;
    }
    case ExprKind::True: return {"1", "True"};
    case ExprKind::False: return {"0", "False"};
    case ExprKind::None: return {"None", "None"};
    default: return {};
  }
}

}  // namespace

void Resolver::match_stmt(MatchStmt* s) {
  expr(s->subject);
  for (size_t i = 0; i < s->cases.size && !failed_; ++i) {
    MatchCase& c = s->cases[i];
    std::vector<std::string_view> bound;
    pattern(c.pattern, bound);
    const Pattern* all = irrefutable(c.pattern);
    if (all && !c.guard && i + 1 < s->cases.size) return fail(*all, unreachable_message(all));
    if (c.guard) expr(c.guard);
    block(c.body);
  }
}

void Resolver::bind_capture(std::string_view name, const Span& at, std::vector<std::string_view>& bound) {
  if (name.empty()) return;
  if (std::find(bound.begin(), bound.end(), name) != bound.end()) return fail(at, "multiple assignments to name '" + std::string(name) + "' in pattern");
  bound.push_back(name);
  bind(name, at);
}

void Resolver::check_keys(const Pattern* p) {
  std::unordered_set<std::string> seen;
  for (const Expr* e : p->keys) {
    MappingKey key = key_of(e);
    if (!key.value.empty() && !seen.insert(std::move(key.value)).second) return fail(*p, "mapping pattern checks duplicate key (" + key.shown + ")");
  }
}

void Resolver::pattern(Pattern* p, std::vector<std::string_view>& bound) {
  if (failed_) return;
  Deeper deeper(*this);
  if (too_deep(*p)) return;
  switch (p->kind) {
    case PatternKind::Value:
    case PatternKind::Singleton: return expr(p->value);
    case PatternKind::Capture:
    case PatternKind::Star: return bind_capture(p->name, *p, bound);
    case PatternKind::Wildcard: return;
    case PatternKind::As:
      if (p->inner) pattern(p->inner, bound);
      return bind_capture(p->name, *p, bound);
    case PatternKind::Or: return or_pattern(p, bound);
    case PatternKind::Sequence: {
      bool starred = false;
      for (Pattern* item : p->items) {
        if (item->kind == PatternKind::Star) {
          if (starred) return fail(*p, "multiple starred names in sequence pattern");
          starred = true;
        }
        pattern(item, bound);
      }
      return;
    }
    case PatternKind::Mapping:
      for (size_t i = 0; i < p->keys.size; ++i) expr(p->keys[i]);
      check_keys(p);
      for (Pattern* item : p->items) pattern(item, bound);
      return bind_capture(p->name, *p, bound);
    case PatternKind::Class:
      expr(p->value);
      for (Pattern* item : p->items) pattern(item, bound);
      for (size_t i = 0; i < p->keyword_patterns.size; ++i) {
        std::string_view name = p->keyword_names[i];
        if (!check_assignable(name, *p->keyword_patterns[i])) return;
        for (size_t j = 0; j < i; ++j)
          if (p->keyword_names[j] == name) return fail(*p->keyword_patterns[i], "attribute name repeated in class pattern: " + std::string(name));
        pattern(p->keyword_patterns[i], bound);
      }
      return;
  }
}

void Resolver::or_pattern(Pattern* p, std::vector<std::string_view>& bound) {
  std::vector<std::string_view> first;
  for (size_t i = 0; i < p->items.size && !failed_; ++i) {
    std::vector<std::string_view> names = bound;
    pattern(p->items[i], names);
    const Pattern* all = irrefutable(p->items[i]);
    if (all && i + 1 < p->items.size) return fail(*all, unreachable_message(all));
    std::sort(names.begin() + static_cast<std::ptrdiff_t>(bound.size()), names.end());
    if (i == 0)
      first = names;
    else if (names != first)
      return fail(*p, "alternative patterns bind different names");
  }
  bound = std::move(first);
}

}  // namespace sl
