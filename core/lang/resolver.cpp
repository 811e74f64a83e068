#include "core/lang/resolver.h"

#include "core/lang/resolver_walk.h"
#include "core/vm/runtime.h"

namespace sl {

Str* NameTable::get(std::string_view text) {
  auto [it, fresh] = names_.try_emplace(text, nullptr);
  if (fresh) it->second = intern(text);
  return it->second;
}

Str* NameTable::mangle(const Scope* scope, std::string_view text) {
  std::string_view cls = scope->private_class;
  bool is_private = !cls.empty() && text.size() > 2 && text.starts_with("__") && !text.ends_with("__") && text.find('.') == text.npos;
  if (!is_private) return get(text);
  return intern("_" + std::string(cls) + std::string(text));
}

bool resolve(ast::Module* module, const CompileOptions& options, ast::Arena& arena, Resolution& out, Diagnostic& error) { return Resolver(options, arena, out, error).run(module); }

bool Resolver::run(ast::Module* module) {
  scope_ = out_.module = open(ScopeKind::Module, module, out_.names.get("<module>"));
  future_allowed_ = true;
  block(module->body);
  if (!failed_) decide_all();
  return !failed_;
}

void Resolver::fail(const ast::Span& at, std::string message) {
  if (failed_) return;
  failed_ = true;
  error_.message = std::move(message);
  error_.line = at.line;
  error_.column = at.column + 1;
  error_.end_line = at.end_line;
  error_.end_column = at.end_column + 1;
}

bool Resolver::too_deep(const ast::Span& at) {
  if (depth_ > kMaxTreeDepth) fail(at, "expression or statement nested too deeply");
  return failed_;
}

// Scopes are created in the order of the text, so parents precede their children.
Scope* Resolver::open(ScopeKind kind, const void* node, Str* name) {
  Scope& s = out_.scopes.emplace_back();
  s.kind = kind;
  s.parent = scope_;
  s.code = kind == ScopeKind::Comprehension ? scope_->code : &s;
  s.name = name;
  out_.by_node[node] = &s;
  if (!scope_) return &s;
  s.private_class = scope_->private_class;
  s.iterable_depth = scope_->iterable_depth;
  Symbol* own = scope_->find(name);
  bool top = scope_->kind == ScopeKind::Module || (own && (own->flags & kSymGlobal));
  if (!top) {
    s.qualname = scope_->qualname;
    s.qualname += scope_->kind == ScopeKind::Function && !scope_->generator_expression ? ".<locals>." : ".";
  }
  s.qualname += name->view();
  return &s;
}

Symbol* Resolver::symbol(Scope* scope, Str* name) {
  auto [it, fresh] = scope->symbols.try_emplace(name, nullptr);
  if (fresh) {
    Symbol& s = out_.symbols.emplace_back();
    s.name = name;
    s.scope = scope;
    it->second = &s;
    scope->order.push_back(&s);
  }
  return it->second;
}

void Resolver::use(std::string_view name) {
  Str* n = mangled(name);
  symbol(scope_, n)->flags |= kSymUsed;
  // Enclosing comprehensions learn of it too, to notice a use before their own clause binds it.
  for (Scope* s = scope_; s->kind == ScopeKind::Comprehension && s->parent->kind == ScopeKind::Comprehension; s = s->parent) symbol(s->parent, n)->flags |= kSymUsed;
  if (name == "locals" || name == "vars" || name == "dir" || name == "eval" || name == "exec") scope_->code->shows_locals = true;
}

void Resolver::bind_in(Scope* scope, Str* name, uint32_t flags) {
  Symbol* s = symbol(scope, name);
  if (s->flags & kSymParam) flags |= kSymRebound;
  s->flags |= flags | kSymBound;
  if (scope->kind == ScopeKind::Module || (s->flags & kSymGlobal)) out_.bound_globals.insert(name);
}

bool Resolver::check_assignable(std::string_view name, const ast::Span& at) {
  if (name != "__debug__") return true;
  fail(at, "cannot assign to __debug__");
  return false;
}

void Resolver::bind(std::string_view name, const ast::Span& at, uint32_t flags) {
  if (check_assignable(name, at)) bind_in(scope_, mangled(name), flags);
}

void Resolver::bind_iteration(std::string_view name, const ast::Span& at) {
  if (!check_assignable(name, at)) return;
  Symbol* s = symbol(scope_, mangled(name));
  if (s->flags & kSymWalrus) return fail(at, "comprehension inner loop cannot rebind assignment expression target '" + std::string(name) + "'");
  if (s->flags & kSymUsed) s->flags |= kSymEarlyUse;
  s->flags |= kSymBound | kSymIteration;
}

void Resolver::declare(const ast::NamesStmt* stmt, bool global) {
  const char* word = global ? "global" : "nonlocal";
  if (!global && scope_->kind == ScopeKind::Module) return fail(*stmt, "nonlocal declaration not allowed at module level");
  for (std::string_view text : stmt->names) {
    std::string name(text);
    Symbol* s = symbol(scope_, mangled(text));
    if (s->flags & kSymParam) return fail(*stmt, "name '" + name + "' is parameter and " + word);
    if (s->flags & kSymUsed) return fail(*stmt, "name '" + name + "' is used prior to " + word + " declaration");
    if (s->flags & kSymAnnotated) return fail(*stmt, "annotated name '" + name + "' can't be " + word);
    if (s->flags & kSymBound) return fail(*stmt, "name '" + name + "' is assigned to before " + word + " declaration");
    s->flags |= global ? kSymGlobal : kSymNonlocal;
    if ((s->flags & kSymGlobal) && (s->flags & kSymNonlocal)) return fail(*stmt, "name '" + name + "' is nonlocal and global");
    s->span = *stmt;
  }
}

// ---- deciding ---------------------------------------------------------------------------------

void Resolver::decide_all() {
  for (Scope& scope : out_.scopes)
    for (Symbol* s : scope.order) {
      if (failed_) return;
      decide(scope, *s);
    }
}

Symbol* Resolver::class_cell(Scope* scope) {
  if (!scope->class_cell) {
    Symbol& s = out_.symbols.emplace_back();
    s.name = names().__class__;
    s.scope = scope;
    s.where = Where::Local;
    s.captured = true;
    scope->class_cell = &s;
  }
  return scope->class_cell;
}

void Resolver::decide(Scope& scope, Symbol& s) {
  s.where = Where::Global;
  if (scope.kind == ScopeKind::Module && options_.own_namespace && (s.flags & kSymBound) && !(s.flags & kSymGlobal)) s.where = Where::Namespace;
  if (scope.kind == ScopeKind::Module || (s.flags & kSymGlobal)) return;
  if ((s.flags & (kSymBound | kSymParam)) && !(s.flags & kSymNonlocal)) {
    s.where = scope.kind == ScopeKind::Class ? Where::Namespace : Where::Local;
    if (s.flags & kSymUsed) capture_outer(scope, s);
    return;
  }
  for (Scope* p = scope.parent; p->kind != ScopeKind::Module; p = p->parent) {
    if (p->kind == ScopeKind::Class) {  // a class's names are invisible to what it contains
      if (s.name != names().__class__) continue;
      s.origin = class_cell(p);
      break;
    }
    Symbol* outer = p->find(s.name);
    if (!outer) continue;
    if (outer->flags & kSymGlobal) break;
    if ((outer->flags & (kSymBound | kSymParam)) && !(outer->flags & kSymNonlocal)) {
      s.origin = outer;
      break;
    }
  }
  if (!s.origin) {
    if (s.flags & kSymNonlocal) fail(s.span, "no binding for nonlocal '" + std::string(s.name->view()) + "' found");
    return;
  }
  Scope* owner = s.origin->scope->code;
  if ((s.flags & kSymNonlocal) && (s.flags & kSymBound)) s.origin->flags |= kSymRebound;
  s.where = scope.code == owner ? Where::Local : Where::Free;
  capture(scope, *s.origin);
  capture_outer(scope, *s.origin);
}

// Hands a variable of a function around it to the code of `reader`.
void Resolver::capture(Scope& reader, Symbol& variable) {
  Scope* owner = variable.scope->code;
  for (Scope* c = reader.code; c != owner; c = c->parent->code) {
    variable.captured = true;
    if (c->free_index.try_emplace(&variable, static_cast<int>(c->free.size())).second) c->free.push_back(&variable);
  }
}

void Resolver::capture_outer(Scope& reader, const Symbol& variable) {
  if (!options_.scriptling_dialect || !may_be_unassigned(variable)) return;
  for_each_outer(variable, [&](Symbol* outer) { capture(reader, *outer); });
}

}  // namespace sl
