// Tokens and tree from source text.
#pragma once

#include <string_view>
#include <vector>

#include "core/lang/ast.h"
#include "core/lang/compile.h"

namespace sl {

struct ParseResult {
  ast::Module* module = nullptr;    // null when errors is not empty
  std::vector<Diagnostic> errors;
  bool incomplete = false;
};
// In CompileMode::Eval the module is one ExprStmt.
ParseResult parse(std::string_view source, const CompileOptions& options, ast::Arena& arena);

}  // namespace sl
