// Tokens and tree from source text.
#pragma once

#include <string_view>
#include <vector>

#include "core/lang/ast.h"
#include "core/lang/compile.h"

namespace sl {

struct ParseResult {
  ast::Module* module = nullptr;  // null when errors is not empty
  std::vector<Diagnostic> errors;
  bool incomplete = false;
};
// In CompileMode::Eval the module is one ExprStmt. The tree's strings may point into `source`.
// CompileMode::Interactive, as codeop: the text is the lines entered so far joined by '\n'; a statement
// with a block is incomplete until the text ends with a line end, that is until an empty line was entered.
ParseResult parse(std::string_view source, const CompileOptions& options, ast::Arena& arena);

}  // namespace sl
