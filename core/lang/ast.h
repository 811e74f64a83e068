// The syntax tree: nodes in an arena, freed together. Positions are 1-based lines and 0-based
// UTF-8 byte columns. Strings are views into the arena or the source.
#pragma once

#include <cstdint>
#include <cstddef>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace sl::ast {

class Arena {
 public:
  void* allocate(size_t size) {
    size = (size + 7) & ~size_t{7};
    if (size > left_) grow(size);
    void* p = cursor_;
    cursor_ += size;
    left_ -= size;
    return p;
  }
  template <class T, class... A>
  T* make(A&&... a) {
    return new (allocate(sizeof(T))) T{std::forward<A>(a)...};
  }
  std::string_view copy(std::string_view s) {
    auto* p = static_cast<char*>(allocate(s.size() + 1));
    s.copy(p, s.size());
    return {p, s.size()};
  }

 private:
  void grow(size_t size) {
    size_t n = size > 32768 ? size : 32768;
    blocks_.push_back(std::make_unique<char[]>(n));
    cursor_ = blocks_.back().get();
    left_ = n;
  }
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* cursor_ = nullptr;
  size_t left_ = 0;
};

// A fixed array in the arena.
template <class T>
struct Seq {
  T* data = nullptr;
  uint32_t size = 0;
  T* begin() const { return data; }
  T* end() const { return data + size; }
  T& operator[](size_t i) const { return data[i]; }
  bool empty() const { return size == 0; }
};

struct Span {
  uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
};

enum class ExprKind : uint8_t {
  None,
  True,
  False,
  Ellipsis,
  Int,
  BigInt,
  Float,
  Imaginary,
  Str,
  Bytes,
  FString,
  Name,
  Attribute,
  Subscript,
  Slice,
  Call,
  Unary,
  Binary,
  BoolOp,
  Compare,
  Conditional,
  Lambda,
  Tuple,
  List,
  Set,
  Dict,
  ListComp,
  SetComp,
  DictComp,
  Generator,
  Starred,
  Walrus,
  Yield,
  YieldFrom,
  Await
};
enum class BinaryOp : uint8_t { Add, Sub, Mul, MatMul, Div, FloorDiv, Mod, Pow, Shl, Shr, And, Or, Xor };  // order of opcodes.def
enum class UnaryOp : uint8_t { Neg, Pos, Invert, Not };
enum class CompareOp : uint8_t { Lt, Le, Eq, Ne, Gt, Ge, Is, IsNot, In, NotIn };

struct Stmt;
struct Args;

constexpr uint16_t kMaxTreeDepth = 3000;

struct Expr : Span {
  ExprKind kind;
  bool parenthesized = false;
  uint16_t depth = 0;  // of the tree below; the parser keeps it within kMaxTreeDepth
};
struct IntExpr : Expr {
  int64_t value;
};
struct BigIntExpr : Expr {
  std::string_view digits;
  int base;
  bool negative = false;  // of folded constants only
};                        // without prefix and underscores
struct FloatExpr : Expr {
  double value;
};
struct ImaginaryExpr : FloatExpr {
  double real = 0;  // of folded constants only
};
struct StrExpr : Expr {
  std::string_view value;
};  // decoded; also Bytes
struct FStringPart {
  std::string_view text;  // literal part when expr is null
  Expr* expr = nullptr;
  char conversion = 0;   // 's' 'r' 'a' or 0
  Expr* spec = nullptr;  // FStringExpr or StrExpr
};
struct FStringExpr : Expr {
  Seq<FStringPart> parts;
};
struct NameExpr : Expr {
  std::string_view name;
};
struct AttributeExpr : Expr {
  Expr* object;
  std::string_view name;
};
struct SubscriptExpr : Expr {
  Expr* object;
  Expr* index;
};
struct SliceExpr : Expr {
  Expr *start, *stop, *step;
};  // each may be null
struct Keyword {
  std::string_view name;
  Expr* value;
  Span span;
};  // empty name: **value
struct CallExpr : Expr {
  Expr* callee;
  Seq<Expr*> args;
  Seq<Keyword> keywords;
};  // args may be Starred
struct UnaryExpr : Expr {
  UnaryOp op;
  Expr* operand;
};
struct BinaryExpr : Expr {
  BinaryOp op;
  Expr *left, *right;
};
struct BoolOpExpr : Expr {
  bool is_and;
  Seq<Expr*> values;
};
struct CompareExpr : Expr {
  Expr* left;
  Seq<CompareOp> ops;
  Seq<Expr*> rights;
};
struct ConditionalExpr : Expr {
  Expr *condition, *then, *otherwise;
};
struct LambdaExpr : Expr {
  Args* args;
  Expr* body;
};
struct SeqExpr : Expr {
  Seq<Expr*> items;
};  // Tuple, List, Set; items may be Starred
struct DictExpr : Expr {
  Seq<Expr*> keys;
  Seq<Expr*> values;
};  // null key: **value
struct ForClause {
  Expr* target;
  Expr* iterable;
  Seq<Expr*> conditions;
  bool is_async;
};
struct CompExpr : Expr {
  Expr* element;
  Expr* value;
  Seq<ForClause> clauses;
};  // value: DictComp only
struct UnaryWrapExpr : Expr {
  Expr* value;
};  // Starred, Yield (null value ok), YieldFrom, Await
struct WalrusExpr : Expr {
  NameExpr* target;
  Expr* value;
};

struct Param {
  std::string_view name;
  Expr* annotation;
  Expr* default_value;
  Span span;
};
struct Args {
  Seq<Param> positional;  // positional-only ones first
  uint32_t positional_only = 0;
  Param* var_args = nullptr;
  Seq<Param> keyword_only;
  Param* var_keywords = nullptr;
};

enum class StmtKind : uint8_t {
  Expr,
  Assign,
  AugAssign,
  AnnAssign,
  Delete,
  Return,
  Raise,
  Pass,
  Break,
  Continue,
  Global,
  Nonlocal,
  Assert,
  Import,
  ImportFrom,
  If,
  While,
  For,
  Try,
  With,
  FunctionDef,
  ClassDef,
  Match
};
using Block = Seq<Stmt*>;
struct Stmt : Span {
  StmtKind kind;
};
struct ExprStmt : Stmt {
  Expr* value;
};  // also Return (null ok)
struct AssignStmt : Stmt {
  Seq<Expr*> targets;
  Expr* value;
};
struct AugAssignStmt : Stmt {
  Expr* target;
  BinaryOp op;
  Expr* value;
};
struct AnnAssignStmt : Stmt {
  Expr* target;
  Expr* annotation;
  Expr* value;
  bool simple;
};
struct DeleteStmt : Stmt {
  Seq<Expr*> targets;
};
struct RaiseStmt : Stmt {
  Expr *exception, *cause;
};
struct NamesStmt : Stmt {
  Seq<std::string_view> names;
};  // Global, Nonlocal
struct AssertStmt : Stmt {
  Expr *condition, *message;
};
struct Alias {
  std::string_view name;
  std::string_view as;
  Span span;
};  // dotted name; empty as
struct ImportStmt : Stmt {
  Seq<Alias> names;
};
struct ImportFromStmt : Stmt {
  std::string_view module;
  uint32_t level;
  Seq<Alias> names;
};  // one alias "*" for star
struct IfStmt : Stmt {
  Expr* condition;
  Block body, otherwise;
};  // also While
struct ForStmt : Stmt {
  Expr *target, *iterable;
  Block body, otherwise;
  bool is_async;
};
struct ExceptClause {
  Expr* type;
  std::string_view name;
  Block body;
  Span span;
};
struct TryStmt : Stmt {
  Block body;
  Seq<ExceptClause> handlers;
  Block otherwise, finally;
  bool star;  // except*
};
struct WithItem {
  Expr* manager;
  Expr* target;
};
struct WithStmt : Stmt {
  Seq<WithItem> items;
  Block body;
  bool is_async;
};
struct FunctionStmt : Stmt {
  std::string_view name;
  Args* args;
  Expr* returns;
  Block body;
  Seq<Expr*> decorators;
  bool is_async;
};
struct ClassStmt : Stmt {
  std::string_view name;
  Seq<Expr*> bases;
  Seq<Keyword> keywords;
  Block body;
  Seq<Expr*> decorators;
};

enum class PatternKind : uint8_t { Value, Singleton, Capture, Wildcard, Sequence, Mapping, Class, Or, As, Star };
struct Pattern : Span {
  PatternKind kind;
  Expr* value = nullptr;                // Value, Singleton; Class: the class expression
  std::string_view name;                // Capture, As, Star (empty: *_), Mapping: name of **rest
  Pattern* inner = nullptr;             // As
  Seq<Pattern*> items;                  // Sequence, Or, Class positionals, Mapping values
  Seq<Expr*> keys;                      // Mapping
  Seq<std::string_view> keyword_names;  // Class
  Seq<Pattern*> keyword_patterns;
};
struct MatchCase {
  Pattern* pattern;
  Expr* guard;
  Block body;
};
struct MatchStmt : Stmt {
  Expr* subject;
  Seq<MatchCase> cases;
};

struct Module {
  Block body;
};

}  // namespace sl::ast
