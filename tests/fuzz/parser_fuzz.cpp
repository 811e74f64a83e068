// Any bytes as a source: the lexer, parser and compiler neither crash nor hang, a refusal says where,
// and whatever they accept passes the validator.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/lang/compile.h"
#include "core/vm/runtime.h"

namespace {

[[noreturn]] void fail(const char* what, const std::string& detail) {
  std::fprintf(stderr, "parser_fuzz: %s: %s\n", what, detail.c_str());
  std::abort();
}

void check_refusal(const sl::CompileResult& r) {
  if (r.errors.empty()) {
    if (!r.incomplete) fail("no code and no error", "");
    return;
  }
  for (const sl::Diagnostic& d : r.errors)
    if (d.message.empty() || d.type.empty()) fail("an error without a text", d.type);
}

void compile(std::string_view source, sl::CompileMode mode, bool dialect, size_t max_errors) {
  sl::CompileOptions options;
  options.mode = mode;
  options.scriptling_dialect = dialect;
  options.max_errors = max_errors;
  sl::CompileResult r = sl::compile_source(source, options);
  if (!r.module) return check_refusal(r);
  std::string problem = sl::validate(*r.module->top);
  if (!problem.empty()) fail("the validator refuses", problem + "\n" + sl::disassemble(*r.module->top));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  sl::init_runtime();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view source(reinterpret_cast<const char*>(data), size);
  compile(source, sl::CompileMode::Module, false, 1);
  switch (size % 4) {
    case 0: compile(source, sl::CompileMode::Interactive, false, 1); break;
    case 1: compile(source, sl::CompileMode::Eval, false, 1); break;
    case 2: compile(source, sl::CompileMode::Module, true, 1); break;
    default: compile(source, sl::CompileMode::Module, false, 20); break;
  }
  return 0;
}
