// Statements for the module ast.
#include "core/vm/types.h"
#include "stdlib/ast_tree.h"

namespace sl {

using ast::StmtKind;

Value TreeBuilder::aliases(ast::Seq<ast::Alias> items) {
  return list(items, [this](const ast::Alias& a) { return node("alias", a.span, {{"name", text(a.name)}, {"asname", name_or_none(a.as)}}); });
}

Value TreeBuilder::import_from(const ast::ImportFromStmt* s) {
  return node("ImportFrom", *s, {{"module", name_or_none(s->module)}, {"names", aliases(s->names)}, {"level", Value::integer(s->level)}});
}

Value TreeBuilder::loop(const ast::ForStmt* s) {
  Value target = expression(s->target, TreeUse::Store), iterable = expression(s->iterable), body = block(s->body);
  return node(s->is_async ? "AsyncFor" : "For", *s, {{"target", target}, {"iter", iterable}, {"body", body}, {"orelse", block(s->otherwise)}, {"type_comment", Value::none()}});
}

Value TreeBuilder::with(const ast::WithStmt* s) {
  Value items = list(s->items, [this](const ast::WithItem& i) {
    Value manager = expression(i.manager);
    return node("withitem", {{"context_expr", manager}, {"optional_vars", i.target ? expression(i.target, TreeUse::Store) : Value::none()}});
  });
  return node(s->is_async ? "AsyncWith" : "With", *s, {{"items", items}, {"body", block(s->body)}, {"type_comment", Value::none()}});
}

Value TreeBuilder::try_statement(const ast::TryStmt* s) {
  Value body = block(s->body);
  Value handlers = list(s->handlers, [this](const ast::ExceptClause& c) {
    return node("ExceptHandler", c.span, {{"type", optional(c.type)}, {"name", name_or_none(c.name)}, {"body", block(c.body)}});
  });
  Value otherwise = block(s->otherwise);
  return node(s->star ? "TryStar" : "Try", *s, {{"body", body}, {"handlers", handlers}, {"orelse", otherwise}, {"finalbody", block(s->finally)}});
}

Value TreeBuilder::function(const ast::FunctionStmt* s) {
  Value args = arguments(s->args), body = block(s->body), decorators = expressions(s->decorators);
  return node(s->is_async ? "AsyncFunctionDef" : "FunctionDef", *s,
              {{"name", text(s->name)}, {"args", args}, {"body", body}, {"decorator_list", decorators}, {"returns", optional(s->returns)}, {"type_comment", Value::none()}});
}

Value TreeBuilder::class_definition(const ast::ClassStmt* s) {
  Value bases = expressions(s->bases), given = keywords(s->keywords), body = block(s->body);
  return node("ClassDef", *s, {{"name", text(s->name)}, {"bases", bases}, {"keywords", given}, {"body", body}, {"decorator_list", expressions(s->decorators)}});
}

Value TreeBuilder::match(const ast::MatchStmt* s) {
  Value subject = expression(s->subject);
  Value cases = list(s->cases, [this](const ast::MatchCase& c) {
    Value shape = pattern(c.pattern), guard = optional(c.guard);
    return node("match_case", {{"pattern", shape}, {"guard", guard}, {"body", block(c.body)}});
  });
  return node("Match", *s, {{"subject", subject}, {"cases", cases}});
}

Value TreeBuilder::statement(const ast::Stmt* s) {
  switch (s->kind) {
    case StmtKind::Expr: return node("Expr", *s, {{"value", expression(static_cast<const ast::ExprStmt*>(s)->value)}});
    case StmtKind::Return: return node("Return", *s, {{"value", optional(static_cast<const ast::ExprStmt*>(s)->value)}});
    case StmtKind::Assign: {
      auto* a = static_cast<const ast::AssignStmt*>(s);
      Value targets = expressions(a->targets, TreeUse::Store);
      return node("Assign", *s, {{"targets", targets}, {"value", expression(a->value)}, {"type_comment", Value::none()}});
    }
    case StmtKind::AugAssign: {
      auto* a = static_cast<const ast::AugAssignStmt*>(s);
      Value target = expression(a->target, TreeUse::Store);
      return node("AugAssign", *s, {{"target", target}, {"op", binary_operator(a->op)}, {"value", expression(a->value)}});
    }
    case StmtKind::AnnAssign: {
      auto* a = static_cast<const ast::AnnAssignStmt*>(s);
      Value target = expression(a->target, TreeUse::Store), annotation = expression(a->annotation);
      return node("AnnAssign", *s, {{"target", target}, {"annotation", annotation}, {"value", optional(a->value)}, {"simple", Value::integer(a->simple)}});
    }
    case StmtKind::Delete: return node("Delete", *s, {{"targets", expressions(static_cast<const ast::DeleteStmt*>(s)->targets, TreeUse::Del)}});
    case StmtKind::Raise: {
      auto* r = static_cast<const ast::RaiseStmt*>(s);
      return node("Raise", *s, {{"exc", optional(r->exception)}, {"cause", optional(r->cause)}});
    }
    case StmtKind::Pass: return node("Pass", *s, {});
    case StmtKind::Break: return node("Break", *s, {});
    case StmtKind::Continue: return node("Continue", *s, {});
    case StmtKind::Global: return node("Global", *s, {{"names", names(static_cast<const ast::NamesStmt*>(s)->names)}});
    case StmtKind::Nonlocal: return node("Nonlocal", *s, {{"names", names(static_cast<const ast::NamesStmt*>(s)->names)}});
    case StmtKind::Assert: {
      auto* a = static_cast<const ast::AssertStmt*>(s);
      return node("Assert", *s, {{"test", expression(a->condition)}, {"msg", optional(a->message)}});
    }
    case StmtKind::Import: return node("Import", *s, {{"names", aliases(static_cast<const ast::ImportStmt*>(s)->names)}});
    case StmtKind::ImportFrom: return import_from(static_cast<const ast::ImportFromStmt*>(s));
    case StmtKind::If:
    case StmtKind::While: {
      auto* i = static_cast<const ast::IfStmt*>(s);
      Value test = expression(i->condition), body = block(i->body);
      return node(s->kind == StmtKind::If ? "If" : "While", *s, {{"test", test}, {"body", body}, {"orelse", block(i->otherwise)}});
    }
    case StmtKind::For: return loop(static_cast<const ast::ForStmt*>(s));
    case StmtKind::Try: return try_statement(static_cast<const ast::TryStmt*>(s));
    case StmtKind::With: return with(static_cast<const ast::WithStmt*>(s));
    case StmtKind::FunctionDef: return function(static_cast<const ast::FunctionStmt*>(s));
    case StmtKind::ClassDef: return class_definition(static_cast<const ast::ClassStmt*>(s));
    case StmtKind::Match: return match(static_cast<const ast::MatchStmt*>(s));
  }
  return Value::none();
}

}  // namespace sl
