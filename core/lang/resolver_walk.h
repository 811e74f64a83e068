// The walk over the tree that feeds Resolution. Internal to the resolver_*.cpp files.
#pragma once

#include "core/lang/resolver.h"

namespace sl {

bool is_constant(const ast::Expr* e);  // folded: what CPython's compiler has as one constant

class Resolver {
 public:
  Resolver(const CompileOptions& options, ast::Arena& arena, Resolution& out, Diagnostic& error) : options_(options), arena_(arena), out_(out), error_(error) {}
  bool run(ast::Module* module);

 private:
  // One function's or class's body being walked; put back when it ends.
  struct Inner {
    Inner(Resolver& r, Scope* scope) : resolver(r), outer(r.scope_), outer_loops(r.loops_), outer_star(r.star_loops_) {
      r.scope_ = scope;
      r.loops_ = 0;
      r.star_loops_ = -1;
    }
    ~Inner() {
      resolver.scope_ = outer;
      resolver.loops_ = outer_loops;
      resolver.star_loops_ = outer_star;
    }
    Resolver& resolver;
    Scope* outer;
    int outer_loops, outer_star;
  };
  struct Deeper {
    explicit Deeper(Resolver& r) : resolver(r) { ++r.depth_; }
    ~Deeper() { --resolver.depth_; }
    Resolver& resolver;
  };

  // resolver.cpp
  void fail(const ast::Span& at, std::string message);
  bool too_deep(const ast::Span& at);
  Scope* open(ScopeKind kind, const void* node, Str* name);
  Symbol* symbol(Scope* scope, Str* name);
  Str* mangled(std::string_view name) { return out_.names.mangle(scope_, name); }
  void use(std::string_view name);
  void bind_in(Scope* scope, Str* name, uint32_t flags);
  void bind(std::string_view name, const ast::Span& at, uint32_t flags = 0);
  void bind_iteration(std::string_view name, const ast::Span& at);
  void declare(const ast::NamesStmt* s, bool global);
  bool check_assignable(std::string_view name, const ast::Span& at);
  void decide_all();
  void decide(Scope& scope, Symbol& symbol);
  void capture(Scope& reader, Symbol& variable);
  void capture_outer(Scope& reader, const Symbol& variable);
  Symbol* class_cell(Scope* scope);

  // resolver_expr.cpp
  void expr(ast::Expr*& e);
  void exprs(ast::Seq<ast::Expr*> items);
  void spine(ast::Expr*& e);
  void link(ast::Expr* e);
  void call_arguments(ast::CallExpr* e);
  void keywords(ast::Seq<ast::Keyword> items);
  void leaf(ast::Expr* e);
  void fstring(ast::FStringExpr* e);
  void walrus(ast::WalrusExpr* e);
  void yield(ast::Expr* e);
  void lambda(ast::LambdaExpr* e);
  void comprehension(ast::CompExpr* e);
  void clauses(ast::CompExpr* e);
  void parameters(ast::Args* args);
  void defaults(ast::Args* args);
  void target(ast::Expr* e, uint32_t flags = 0, bool in_sequence = false);
  void iteration_target(ast::Expr* e);

  // resolver_stmt.cpp
  void block(ast::Block body);
  void stmt(ast::Stmt* s);
  void return_stmt(ast::ExprStmt* s);
  void if_chain(ast::IfStmt* s);
  void loop_body(ast::Block body);
  void function(ast::FunctionStmt* s);
  void annotations(ast::Args* args, ast::Expr*& returns);
  void class_def(ast::ClassStmt* s);
  void ann_assign(ast::AnnAssignStmt* s);
  void import_names(ast::ImportStmt* s);
  void import_from(ast::ImportFromStmt* s);
  void future_import(ast::ImportFromStmt* s);
  void try_stmt(ast::TryStmt* s);
  void match_stmt(ast::MatchStmt* s);
  void check_keys(const ast::Pattern* p);
  void pattern(ast::Pattern* p, std::vector<std::string_view>& bound);
  void or_pattern(ast::Pattern* p, std::vector<std::string_view>& bound);
  void bind_capture(std::string_view name, const ast::Span& at, std::vector<std::string_view>& bound);

  // resolver_warnings.cpp
  void warn(const ast::Span& at, std::string message);
  void warn_compare(const ast::CompareExpr* e);
  void warn_call(const ast::CallExpr* e);
  void warn_subscript(const ast::SubscriptExpr* e);
  void warn_assert(const ast::AssertStmt* s);

  const CompileOptions& options_;
  ast::Arena& arena_;
  Resolution& out_;
  Diagnostic& error_;
  Scope* scope_ = nullptr;
  int loops_ = 0;
  int star_loops_ = -1;  // loops_ where the innermost except* block began
  int depth_ = 0;
  bool failed_ = false;
  bool future_allowed_ = false;
  std::vector<ast::Expr**> spine_;
};

}  // namespace sl
