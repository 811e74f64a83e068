// Which variable each name means.
//
// The resolver walks the tree once, recording for every scope the names it binds and uses, folds
// constant expressions in place and reports the errors that depend on where a statement stands
// ('break' outside loop, yield in a class, ...). Then it decides for each name: a register or cell
// of this code, a cell captured from an enclosing function, a global, or a class namespace entry.
//
// A comprehension is a scope of its own but is compiled into the code around it; a generator
// expression is a function.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/lang/ast.h"
#include "core/lang/compile.h"

namespace sl {

enum class ScopeKind : uint8_t { Module, Function, Class, Comprehension };

enum SymbolFlags : uint32_t {
  kSymUsed = 1,
  kSymBound = 2,
  kSymParam = 4,
  kSymGlobal = 8,     // declared global
  kSymNonlocal = 16,  // declared nonlocal, or a walrus target seen from inside a comprehension
  kSymAnnotated = 32,
  kSymDeleted = 64,     // some `del` or `except ... as` may unbind it again
  kSymIteration = 128,  // target of a comprehension's for
  kSymWalrus = 256,     // rebound by := inside this comprehension
  kSymEarlyUse = 512,   // comprehension variable mentioned before the clause that binds it
  kSymRebound = 1024,   // a parameter that is assigned
  kSymVarArgs = 2048,   // the *args parameter
};

enum class Where : uint8_t { Local, Free, Global, Namespace };

struct Scope;
struct Symbol {
  Str* name;
  Scope* scope;
  uint32_t flags = 0;
  Where where = Where::Global;
  bool captured = false;     // Local: an inner function refers to it, so it lives in a cell
  Symbol* origin = nullptr;  // Free: the Local it means
  int reg = -1;              // Local: the register of the value or cell, set by the compiler
  int spill = -1;            // Local without a register: its cell's place in the list of such cells
  ast::Span span;            // of the deciding global or nonlocal statement
};

struct Scope {
  ScopeKind kind;
  Scope* parent;
  Scope* code;  // the scope whose code object this one is compiled into
  Str* name;
  std::string qualname;
  std::string_view private_class;  // class whose name mangles __names here
  bool generator_expression = false;
  bool generator = false;
  bool has_walrus = false;
  bool shows_locals = false;     // calls locals() or the like: every local must be unset or set
  bool has_annotations = false;  // module and class: needs __annotations__
  int iterable_depth = 0;        // inside a comprehension's iterable
  std::vector<Symbol*> order;    // by first mention
  std::unordered_map<const Str*, Symbol*> symbols;
  Symbol* class_cell = nullptr;  // Class: the implicit __class__ its methods use
  std::vector<Symbol*> free;     // code scopes: the captured cells, in index order
  std::unordered_map<const Symbol*, int> free_index;

  Symbol* find(const Str* name) const {
    auto it = symbols.find(name);
    return it == symbols.end() ? nullptr : it->second;
  }
};

// Interned names of one compilation, looked up without the process-wide lock after the first time.
class NameTable {
 public:
  Str* get(std::string_view text);
  Str* mangle(const Scope* scope, std::string_view text);  // __x in class C: _C__x

 private:
  std::unordered_map<std::string_view, Str*> names_;
};

struct Resolution {
  NameTable names;
  std::deque<Symbol> symbols;
  std::deque<Scope> scopes;
  std::unordered_map<const void*, Scope*> by_node;  // function, class, lambda, comprehension
  std::unordered_set<const Str*> bound_globals;     // names the text assigns at module level
  std::vector<Diagnostic> warnings;
  Scope* module = nullptr;
  bool future_annotations = false;
};

// In the scriptling dialect a variable of a function that is not assigned yet stands for the one of
// that name around it.
inline bool may_be_unassigned(const Symbol& s) noexcept {
  return s.scope->kind == ScopeKind::Function && !(s.flags & kSymIteration) && (!(s.flags & kSymParam) || (s.flags & kSymDeleted));
}
// Calls each(symbol) for the variables of functions around s.scope that `s` may then stand for, innermost first.
template <class F>
void for_each_outer(const Symbol& s, F&& each) {
  for (const Scope* p = s.scope->parent; p->kind != ScopeKind::Module; p = p->parent) {
    Symbol* outer = p->kind == ScopeKind::Class ? nullptr : p->find(s.name);
    if (!outer) continue;
    if (outer->flags & kSymGlobal) return;
    if ((outer->flags & (kSymBound | kSymParam)) && !(outer->flags & kSymNonlocal)) each(outer);
  }
}

// False with `error` filled in (message and 1-based position only).
bool resolve(ast::Module* module, const CompileOptions& options, ast::Arena& arena, Resolution& out, Diagnostic& error);

// Children's constants are folded already. Replaces e when its value is a small constant whose
// computation cannot fail.
void fold_constant(ast::Expr*& e, ast::Arena& arena, bool scriptling_dialect);

// Truth of an expression known at compile time: 0, 1, or -1 when unknown.
int constant_truth(const ast::Expr* e) noexcept;

constexpr int kMaxTreeDepth = 600;  // recursion of the passes over the tree

}  // namespace sl
