// From the engine's syntax tree to instances of the node classes of the module ast.
//   ast_module.cpp  entry, positions, shared leaves     ast_expression.cpp  expressions
//   ast_statement.cpp  statements                       ast_pattern.cpp     patterns of match
// Nothing here runs script code, so no collection happens while a tree is built.
#pragma once

#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/lang/ast.h"
#include "core/vm/vm.h"

namespace sl {

enum class TreeUse : uint8_t { Load, Store, Del };

class TreeBuilder {
 public:
  TreeBuilder(Vm& vm, Dict* classes, std::string_view source);

  Value module(const ast::Module& m, std::string_view mode);
  bool failed() const noexcept { return failed_; }

 private:
  using Field = std::pair<const char*, Value>;
  using Fields = std::initializer_list<Field>;

  // ---- nodes
  Value node(const char* cls, Fields fields);
  Value node(const char* cls, const ast::Span& at, Fields fields);
  Value leaf(const char* cls);  // without fields: one for the whole tree
  Value text(std::string_view s) { return vm_.str_value(s); }
  Value name_or_none(std::string_view s) { return s.empty() ? Value::none() : text(s); }
  template <class T, class F>
  Value list(const T& items, F make) {
    List* out = vm_.new_list(items.size);
    for (auto& item : items) push(out, make(item));
    return Value::object(out);
  }
  void push(List* out, Value v);
  Value names(ast::Seq<std::string_view> items) {
    return list(items, [this](std::string_view s) { return text(s); });
  }

  // ---- expressions
  Value context(TreeUse use) { return leaf(use == TreeUse::Load ? "Load" : use == TreeUse::Store ? "Store" : "Del"); }
  Value expression(const ast::Expr* e, TreeUse use = TreeUse::Load);
  Value optional(const ast::Expr* e) { return e ? expression(e) : Value::none(); }
  Value expressions(ast::Seq<ast::Expr*> items, TreeUse use = TreeUse::Load) {
    return list(items, [this, use](const ast::Expr* e) { return optional_item(e, use); });
  }
  Value optional_item(const ast::Expr* e, TreeUse use) { return e ? expression(e, use) : Value::none(); }
  Value constant(const ast::Span& at, Value v, Value kind = Value::none());
  Value literal_kind(const ast::Span& at);
  Value formatted(const ast::FStringExpr* e, const ast::Span& whole);
  Value format_spec(const ast::Expr* spec, const ast::Span& whole);
  Value binary_operator(ast::BinaryOp op);
  Value comparison(const ast::CompareExpr* e);
  Value call(const ast::CallExpr* e);
  Value comprehension(const ast::CompExpr* e, const char* cls);
  Value keywords(ast::Seq<ast::Keyword> items);
  Value parameter(const ast::Param& p);
  Value arguments(const ast::Args* args);

  // ---- statements
  Value statement(const ast::Stmt* s);
  Value block(ast::Block b) {
    return list(b, [this](const ast::Stmt* s) { return statement(s); });
  }
  Value aliases(ast::Seq<ast::Alias> items);
  Value import_from(const ast::ImportFromStmt* s);
  Value loop(const ast::ForStmt* s);
  Value with(const ast::WithStmt* s);
  Value try_statement(const ast::TryStmt* s);
  Value function(const ast::FunctionStmt* s);
  Value class_definition(const ast::ClassStmt* s);
  Value match(const ast::MatchStmt* s);
  Value pattern(const ast::Pattern* p);
  Value patterns(ast::Seq<ast::Pattern*> items) {
    return list(items, [this](const ast::Pattern* p) { return pattern(p); });
  }

  Vm& vm_;
  Dict* classes_;
  std::string_view source_;
  std::vector<size_t> lines_;  // where each line begins
  std::unordered_map<const char*, Value> leaves_;
  bool failed_ = false;
};

}  // namespace sl
