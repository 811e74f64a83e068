// Source text to shared code: the one entry to core/lang.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/code.h"

namespace sl {

struct Diagnostic {
  std::string message;               // CPython's wording where it has one, without the class name
  std::string hint;                  // what to do, or empty
  std::string type = "SyntaxError";  // or IndentationError, TabError
  uint32_t line = 0, column = 0;     // 1-based
  uint32_t end_line = 0, end_column = 0;
  std::string line_text;
};

enum class CompileMode : uint8_t {
  Module,       // a file or -e text; a final global table
  Interactive,  // one REPL input: the value of an expression statement becomes the result
  Eval,         // one expression, returned
};

struct CompileOptions {
  std::string path = "<string>";
  CompileMode mode = CompileMode::Module;
  bool scriptling_dialect = false;
  std::shared_ptr<GlobalNames> globals;  // compile into this namespace; null: a new one
  bool dict_globals = false;             // global variables live in a dict, Module::extra (exec with a dict)
  bool own_namespace = false;            // the top level's variables live in the mapping in R[0] (exec with locals)
  bool tree_only = false;                // for parse(): whatever the grammar allows, async functions and what the compiler rejects too
  bool one_statement = false;            // compile(..., 'single'): one line of statements or one compound statement
  size_t max_errors = 1;
  uint32_t max_depth = 200;  // nested brackets and blocks: "too many nested parentheses"
};

struct CompileResult {
  std::shared_ptr<ModuleCode> module;  // null when there are errors
  std::vector<Diagnostic> errors;
  std::vector<Diagnostic> warnings;  // of code that compiles, of type SyntaxWarning
  bool incomplete = false;           // the input ended inside a block or bracket (REPL continues)
};

// Of bytes as a file holds them, in the encoding they declare.
CompileResult compile_file_text(std::string_view bytes, const CompileOptions& options);
// Thread-safe. Never throws for bad input.
CompileResult compile_source(std::string_view source, const CompileOptions& options);

}  // namespace sl
