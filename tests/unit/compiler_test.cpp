// The compiler seen through its disassembly: what is emitted for a piece of source, which errors it
// reports, and that the validator accepts it all and rejects damaged code.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/lang/compile.h"
#include "core/vm/runtime.h"

namespace sl {
namespace {

class CompilerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { init_runtime(); }

  static CompileResult compile(std::string_view source, CompileMode mode = CompileMode::Module) {
    CompileOptions options;
    options.mode = mode;
    CompileResult r = compile_source(source, options);
    if (r.module) {
      EXPECT_EQ(validate(*r.module->top), "") << disassemble(*r.module->top);
    }
    return r;
  }

  // Instructions of a code object as "OP operands" lines, without line numbers and addresses.
  static std::string listing(const Code& code) {
    std::string text = disassemble(code), out;
    size_t begin = text.find('\n') + 1, end = text.find("\n\n");
    text = text.substr(begin, end == text.npos ? end : end + 1 - begin);
    for (size_t at = 0; at < text.size();) {
      size_t stop = text.find('\n', at);
      std::string line = text.substr(at, stop - at);
      at = stop + 1;
      if (line.starts_with("  handler") || line.starts_with("  capture")) continue;
      line = line.substr(10);
      size_t space = line.find(' ');
      out += line.substr(0, space);
      if (space != line.npos) out += " " + line.substr(line.find_first_not_of(' ', space));
      out += "\n";
    }
    return out;
  }

  // The code of the first function of the module.
  static std::string function(std::string_view source) {
    CompileResult r = compile(source);
    if (!r.module) return r.errors[0].message;
    return listing(*r.module->top->children.at(0));
  }

  static std::string error(std::string_view source) {
    CompileResult r = compile(source);
    return r.module ? "" : r.errors[0].message;
  }

  static std::string many(size_t n, std::string_view piece) {
    std::string out;
    for (size_t i = 0; i < n; ++i) out += piece;
    return out;
  }
};

TEST_F(CompilerTest, LocalsAreOperandsInPlace) { EXPECT_EQ(function("def f(a, b):\n  c = a + b\n  return c * 2\n"), "ADD r2, r0, r1\nMULK r3, r2, 2\nRETURN r3\n"); }

TEST_F(CompilerTest, LeftOperandIsCopiedBeforeItIsRebound) {
  EXPECT_EQ(function("def f(a):\n  return a + (a := 1)\n"), "MOVE r1, r0\nLOADINT r0, 1\nADD r1, r1, r0\nRETURN r1\n");
  EXPECT_EQ(function("def f(a, b):\n  (c := b)\n  return a + b\n"), "MOVE r2, r1\nADD r3, r0, r1\nRETURN r3\n");
}

TEST_F(CompilerTest, ConditionsJumpDirectly) {
  EXPECT_EQ(function("def f(a, b):\n  if a < 1 and not (b is None or a in b): return a\n"), "JLTK r0, 1, 0, -> 7\nJNONE r1, 1, -> 7\nJIN r0, r1, 1, -> 7\nRETURN r0\nRETURNNONE\n");
}

TEST_F(CompilerTest, LoopsPassASafepoint) {
  EXPECT_EQ(function("def f(n):\n  while n > 0:\n    n -= 1\n"), "JGTK r0, 0, 0, -> 4\nISUBK r0, r0, 1\nLOOP -> 0\nRETURNNONE\n");
  EXPECT_EQ(function("def f(x):\n  for i in x:\n    if i: continue\n    return i\n"), "GETITER r2, r0\nFORITER r2, r1, 0, -> 7\nJF r1, -> 6\nLOOP -> 1\nRETURN r1\nRETURNNONE\n");
}

TEST_F(CompilerTest, UnprovenLocalsAreChecked) {
  EXPECT_EQ(function("def f(c):\n  if c: x = 1\n  return x\n"), "LOADUNSET r1\nJF r0, -> 4\nLOADINT r1, 1\nCHECKLOCAL r1, 'x'\nRETURN r1\n");
  EXPECT_EQ(function("def f(c):\n  if c: x = 1\n  else: x = 2\n  return x\n"), "JF r0, -> 4\nLOADINT r1, 1\nJMP -> 5\nLOADINT r1, 2\nRETURN r1\n");
  EXPECT_EQ(function("def f(c):\n  x = 1\n  for i in c:\n    x\n    del x\n"),
            "LOADUNSET r1\nLOADINT r1, 1\nGETITER r3, r0\nFORITER r3, r2, 0, -> 9\nCHECKLOCAL r1, 'x'\nLOADUNSET r1\nSETTLE 4\nLOOP -> 3\nRETURNNONE\n");
  EXPECT_EQ(function("def f():\n  locals()\n  x = 1\n"), "LOADUNSET r0\nLOADGLOBAL r1, locals\nCALL r1, 0\nLOADINT r0, 1\nRETURNNONE\n");
}

TEST_F(CompilerTest, CapturedVariablesLiveInCells) {
  CompileResult r = compile("def f(a):\n  b = a\n  def g():\n    nonlocal b\n    b += a\n  return g\n");
  const Code& f = *r.module->top->children.at(0);
  EXPECT_EQ(listing(f), "MAKECELL r0\nNEWCELL r1\nLOADCELL r3, r0, 0, 'a'\nSTORECELL r3, r1\nMAKEFUNC r2, code 0, 0\nRETURN r2\n");
  const Code& g = *f.children.at(0);
  EXPECT_EQ(g.qualname->view(), "f.<locals>.g");
  ASSERT_EQ(g.captures.size(), 2u);
  EXPECT_TRUE(g.captures[0].from_local && g.captures[1].from_local);
  EXPECT_EQ(listing(g), "LOADFREE r0, 0, 'b'\nLOADFREE r1, 1, 'a'\nIADD r0, r0, r1\nSTOREFREE r0, 0\nRETURNNONE\n");
}

TEST_F(CompilerTest, ComprehensionsRunInPlace) {
  EXPECT_EQ(function("def f(x):\n  return [i * 2 for i in x if i]\n"),
            "GETITER r2, r0\nBUILDLIST r1, r0, 0\nFORITER r2, r3, 0, -> 9\nJF r3, -> 8\nMULK r4, r3, 2\nLISTAPPEND r1, r4\nLOOP -> 2\nRETURN r1\n");
  EXPECT_EQ(function("def f(x):\n  return [lambda: i for i in x]\n"),
            "GETITER r2, r0\nBUILDLIST r1, r0, 0\nNEWCELL r3\nFORITER r2, r4, 0, -> 10\nSTORECELL r4, r3\nMAKEFUNC r4, code 0, 0\n"
            "LISTAPPEND r1, r4\nLOOP -> 3\nRETURN r1\n");
}

TEST_F(CompilerTest, MethodCalls) {
  EXPECT_EQ(function("def f(o):\n  return o.a(1).b\n"), "LOADMETHOD r1, r0, 'a' @0\nLOADINT r3, 1\nCALLM r1, 1\nGETATTR r1, r1, 'b' @1\nRETURN r1\n");
  EXPECT_EQ(function("def f(*a, **k):\n  return f(*a, **k)\n"), "LOADGLOBAL r2, f\nMOVE r3, r0\nDICTMERGE r4, r1, 2\nCALLEX r2, 2\nRETURN r2\n");
  EXPECT_EQ(function("def f(o):\n  o(1, k=2)\n"), "MOVE r1, r0\nLOADINT r2, 1\nLOADINT r3, 2\nCALLKW r1, 1, 1, ('k')\nRETURNNONE\n");
}

TEST_F(CompilerTest, SuperNeedsNoLookup) {
  std::string_view body = "class A:\n  def m(self):\n    super().m(1)\n";
  CompileResult r = compile(body);
  EXPECT_EQ(listing(*r.module->top->children[0]->children[0]), "LOADFREE r1, 0, '__class__'\nMOVE r2, r0\nSUPERMETHOD r1, 'm' @0\nLOADINT r3, 1\nCALLM r1, 1\nRETURNNONE\n");
  r = compile(std::string(body) + "super = 1\n");
  EXPECT_TRUE(listing(*r.module->top->children[0]->children[0]).starts_with("LOADGLOBAL r1, super\nCALL r1, 0\n"));
}

TEST_F(CompilerTest, ConstantsAreFolded) {
  EXPECT_EQ(function("def f():\n  return 2 * 3 + 1 << 2, -5, 'a' 'b' * 2, not 1\n"), "LOADK r0, (28, -5, 'abab', False)\nRETURN r0\n");
  EXPECT_EQ(function("def f():\n  return 1 / 0\n"), "LOADINT r0, 1\nDIVK r0, r0, 0\nRETURN r0\n");
  EXPECT_EQ(function("def f():\n  return 9223372036854775807 + 1\n"), "LOADK r0, <int>\nRETURN r0\n");
  EXPECT_EQ(function("def f():\n  while 1: pass\n"), "LOOP -> 0\n");
  EXPECT_EQ(function("def f():\n  if 0: g()\n  return -9223372036854775808\n"), "LOADK r0, -9223372036854775808\nRETURN r0\n");
}

TEST_F(CompilerTest, AssignmentsSwapWithoutTuples) {
  EXPECT_EQ(function("def f(a, b):\n  a, b = b, a + b\n"), "MOVE r2, r1\nADD r1, r0, r1\nMOVE r0, r2\nRETURNNONE\n");
  EXPECT_EQ(function("def f(x):\n  for a, b in x: pass\n"), "GETITER r3, r0\nFORITER r3, r4, 2, -> 5\nUNPACK r1, r4, 2\nLOOP -> 1\nRETURNNONE\n");
  EXPECT_EQ(function("def f(a):\n  a, b = a\n"), "UNPACK r2, r0, 2\nMOVE r0, r2\nMOVE r1, r3\nRETURNNONE\n");
}

TEST_F(CompilerTest, ExpressionsDoNotDisturbTheVariableTheyAreAssignedTo) {
  EXPECT_EQ(function("def f(a, b):\n  a = b or a\n"), "MOVE r2, r1\nJT r2, -> 4\nMOVE r2, r0\nMOVE r0, r2\nRETURNNONE\n");
  EXPECT_EQ(function("def f(a, b):\n  a = a or b\n"), "JT r0, -> 3\nMOVE r0, r1\nRETURNNONE\n");
}

TEST_F(CompilerTest, FinallyRunsOnEveryWayOut) {
  std::string text = function("def f(x):\n  try:\n    return x()\n  finally:\n    y()\n");
  size_t calls = 0;
  for (size_t at = text.find("LOADGLOBAL r"); at != text.npos; at = text.find("LOADGLOBAL r", at + 1)) ++calls;
  EXPECT_EQ(calls, 2u) << text;  // the return and the exception; the body has no normal end
  CompileResult r = compile("def f(x):\n  try:\n    return x()\n  finally:\n    y()\n");
  for (const Handler& h : r.module->top->children[0]->handlers) EXPECT_LT(h.start, h.end);
}

TEST_F(CompilerTest, ExceptMatchesByNameToo) {
  std::string text = function("def f():\n  try: g()\n  except (A, b.C): pass\n  except: pass\n");
  EXPECT_NE(text.find("TRYGLOBAL r2, A\nEXCMATCH r3, r0, r2, ('A')\nJT r3"), text.npos) << text;
  EXPECT_NE(text.find("TRYGLOBAL r2, b\nTRYATTR r2, r2, 'C' @0\nEXCMATCH r3, r0, r2, ('C')\nJF r3"), text.npos) << text;
  EXPECT_NE(text.find("LOADK r2, ...\nEXCMATCH r3, r0, r2, ()\n"), text.npos) << text;
}

TEST_F(CompilerTest, Modes) {
  EXPECT_EQ(listing(*compile("1\nx").module->top), "LOADGLOBAL r0, x\nRESULT r0, 0\nRETURNNONE\n");
  EXPECT_EQ(listing(*compile("if x: y").module->top), "LOADGLOBAL r0, x\nJF r0, -> 4\nLOADGLOBAL r0, y\nSETTLE 0\nRETURNNONE\n");
  EXPECT_EQ(listing(*compile("if x: y", CompileMode::Interactive).module->top), "LOADGLOBAL r0, x\nJF r0, -> 5\nLOADGLOBAL r0, y\nRESULT r0, 1\nSETTLE 0\nRETURNNONE\n");
  EXPECT_EQ(listing(*compile("x + 1", CompileMode::Eval).module->top), "LOADGLOBAL r0, x\nADDK r0, r0, 1\nRETURN r0\n");
  EXPECT_EQ(listing(*compile("return 5").module->top), "LOADINT r0, 5\nRESULT r0, 0\nRETURN r0\n");
}

TEST_F(CompilerTest, InteractiveInputsShareOneNamespace) {
  CompileOptions options;
  options.mode = CompileMode::Interactive;
  options.globals = std::make_shared<GlobalNames>();
  CompileResult first = compile_source("a = 1", options), second = compile_source("a = b", options);
  EXPECT_EQ(first.module->globals, second.module->globals);
  EXPECT_EQ(options.globals->find(intern("a")), 0);
  EXPECT_EQ(options.globals->find(intern("b")), 1);
  EXPECT_EQ(options.globals->find(intern("c")), -1);
}

TEST_F(CompilerTest, Positions) {
  CompileResult r = compile("def f(a):\n  return a.bc[\n    a.d]\n");
  const Code& f = *r.module->top->children[0];
  Position get = find_position(f, 0);
  EXPECT_EQ(get.line, 2u);
  EXPECT_EQ(get.column, 9u);
  EXPECT_EQ(get.end_column, 13u);
  Position item = find_position(f, 4);
  EXPECT_EQ(item.line, 2u);
  EXPECT_EQ(item.end_line, 3u);
  EXPECT_EQ(r.module->line_text(3), "    a.d]");
  EXPECT_EQ(r.module->line_text(9), "");
}

TEST_F(CompilerTest, Errors) {
  EXPECT_EQ(error("break"), "'break' outside loop");
  EXPECT_EQ(error("def f():\n  continue"), "'continue' not properly in loop");
  EXPECT_EQ(error("class A:\n  return 1"), "'return' outside function");
  EXPECT_EQ(error("class A:\n  yield 1"), "'yield' outside function");
  EXPECT_EQ(error("[(yield x) for x in y]"), "'yield' inside list comprehension");
  EXPECT_EQ(error("def f():\n  x = 1\n  global x"), "name 'x' is assigned to before global declaration");
  EXPECT_EQ(error("def f():\n  print(x)\n  global x"), "name 'x' is used prior to global declaration");
  EXPECT_EQ(error("def f(x):\n  global x"), "name 'x' is parameter and global");
  EXPECT_EQ(error("def f():\n  nonlocal x"), "no binding for nonlocal 'x' found");
  EXPECT_EQ(error("nonlocal x"), "nonlocal declaration not allowed at module level");
  EXPECT_EQ(error("def f(a, a): pass"), "duplicate argument 'a' in function definition");
  EXPECT_EQ(error("a, *b, *c = x"), "multiple starred expressions in assignment");
  EXPECT_EQ(error("*a = x"), "starred assignment target must be in a list or tuple");
  EXPECT_EQ(error("__debug__ = 1"), "cannot assign to __debug__");
  EXPECT_EQ(error("f(a=1, a=2)"), "keyword argument repeated: a");
  EXPECT_EQ(error("try: pass\nexcept: pass\nexcept A: pass"), "default 'except:' must be last");
  EXPECT_EQ(error("async def f(): pass"), "async functions are not supported");
  EXPECT_EQ(error("def f():\n  from x import *"), "import * only allowed at module level");
  EXPECT_EQ(error("from __future__ import nothing"), "future feature nothing is not defined");
  EXPECT_EQ(error("x = 1\nfrom __future__ import annotations"), "from __future__ imports must occur at the beginning of the file");
  EXPECT_EQ(error("[x := 1 for x in y]"), "assignment expression cannot rebind comprehension iteration variable 'x'");
  EXPECT_EQ(error("class A:\n  [y := 1 for x in z]"), "assignment expression within a comprehension cannot be used in a class body");
  EXPECT_EQ(error("match x:\n  case y: pass\n  case 1: pass"), "name capture 'y' makes remaining patterns unreachable");
  EXPECT_EQ(error("match x:\n  case 1 | [a]: pass"), "alternative patterns bind different names");
  EXPECT_EQ(error("match x:\n  case [a, a]: pass"), "multiple assignments to name 'a' in pattern");
}

TEST_F(CompilerTest, ErrorsSayWhere) {
  CompileOptions options;
  CompileResult r = compile_source("def f():\n  x = 1\n  global x\n", options);
  ASSERT_FALSE(r.module);
  EXPECT_EQ(r.errors[0].line, 3u);
  EXPECT_EQ(r.errors[0].column, 3u);
  EXPECT_EQ(r.errors[0].line_text, "  global x");
  EXPECT_EQ(r.errors[0].type, "SyntaxError");
}

TEST_F(CompilerTest, BigInputs) {
  EXPECT_EQ(error("x = 1" + many(3000, " + a")), "");
  EXPECT_EQ(error("x = a" + many(3000, ".b")), "");
  EXPECT_EQ(error("x = a" + many(3000, "(1)")), "");
  EXPECT_EQ(error("x = [" + many(20000, "a, ") + "]"), "");
  EXPECT_EQ(error("x = {" + many(5000, "'k': a, ") + "}"), "");
  EXPECT_EQ(error("x = {" + many(5000, "a, ") + "}"), "");
  EXPECT_EQ(error("f(" + many(2000, "a, ") + ")"), "");
  EXPECT_EQ(error("x = f'" + many(2000, "{a} ") + "'"), "");
  EXPECT_EQ(error("if a: pass\n" + many(900, "elif a: pass\n")), "");
  EXPECT_EQ(error("x = a" + many(3000, " and a")), "");
}

TEST_F(CompilerTest, Limits) {
  std::string locals = "def f():\n";
  for (int i = 0; i < 300; ++i) locals += "  v" + std::to_string(i) + " = 1\n";
  EXPECT_EQ(error(locals), "");  // those without a register are in a list of cells
  std::string deep = "x = 1\n", indent;
  for (int i = 0; i < 21; ++i) {
    deep += indent + "while x:\n";
    indent += " ";
  }
  EXPECT_EQ(error(deep + indent + "pass\n"), "too many statically nested blocks");
  EXPECT_NE(error("x = " + many(5000, "-") + "a"), "");
  EXPECT_NE(error("x = " + many(5000, "not ") + "a"), "");
  EXPECT_NE(error("x = " + many(5000, "a if b else ") + "a"), "");
  EXPECT_NE(error("x = " + many(5000, "a ** ") + "a"), "");
}

// Every word of a valid code object replaced by each of some others: never accepted and out of range.
TEST_F(CompilerTest, ValidatorRejectsDamage) {
  CompileResult r = compile("def f(a, *b):\n  for x in a:\n    try: y = x.z(1)\n    except E: continue\n  return [y, b, a]\n");
  Code& f = *r.module->top->children[0];
  std::vector<uint32_t> good = f.words;
  auto with = [&](size_t at, uint32_t word) {
    f.words = good;
    f.words[at] = word;
    std::string wrong = validate(f);
    f.words = good;
    return wrong;
  };
  EXPECT_NE(with(0, encode(Op::MOVE, 200, 0)), "");
  EXPECT_NE(with(0, encode(Op::LOADK, 0, 255, 255)), "");
  EXPECT_NE(with(0, encode(Op::JMP, 255, 255, 127)), "");
  EXPECT_NE(with(0, 255), "");
  EXPECT_NE(with(good.size() - 1, encode(Op::NOP)), "");
  EXPECT_NE(with(0, encode(Op::LOADFREE, 0, 9)), "");
  for (size_t i = 0; i < good.size(); ++i)
    for (uint32_t word : {0u, 0xFFFFFFFFu, encode(Op::CALL, 240, 5), encode(Op::FORITER, 1, 1), encode(Op::BUILDDICTK, 0, 0, 200)}) with(i, word);
}

TEST_F(CompilerTest, ValidatorFollowsRegisters) {
  Code code;
  code.register_count = 4;
  code.words = {encode(Op::MOVE, 0, 1), encode(Op::RETURN, 0)};
  EXPECT_NE(validate(code).find("without a value"), std::string::npos);
  code.words = {encode(Op::LOADUNSET, 1), encode(Op::MOVE, 0, 1), encode(Op::RETURN, 0)};
  EXPECT_NE(validate(code).find("without a value"), std::string::npos);
  code.words = {encode(Op::LOADNONE, 0), encode(Op::LOADNONE, 1), encode(Op::LOADNONE, 2), encode(Op::CALL, 0, 1), encode(Op::RETURN, 2)};
  EXPECT_NE(validate(code).find("without a value"), std::string::npos);  // the callee used it
  code.words[4] = encode(Op::RETURN, 0);
  EXPECT_EQ(validate(code), "");
}

TEST_F(CompilerTest, TheDialectIsOtherInstructions) {
  auto in_dialect = [](std::string_view source) {
    CompileOptions options;
    options.scriptling_dialect = true;
    CompileResult r = compile_source(source, options);
    if (!r.module) return r.errors[0].message;
    EXPECT_EQ(validate(*r.module->top), "") << disassemble(*r.module->top);
    return listing(*r.module->top->children.at(0));
  };
  EXPECT_EQ(in_dialect("def f(a, b):\n  return a[b], a.x, a[0]\n"), "PEEKITEM r3, r0, r1\nPEEKATTR r4, r0, 'x' @0\nPEEKITEMK r5, r0, 0\nBUILDTUPLE r2, r3, 3\nRETURN r2\n");
  EXPECT_EQ(in_dialect("def f(a, b):\n  a //= b\n  return a % 2\n"), "ITRUNC r0, r0, r1, 5\nTRUNCMODK r2, r0, 2\nRETURN r2\n");
  EXPECT_EQ(in_dialect("def f(*a):\n  for x in a: pass\n"), "ARGSLIST r0\nSNAPITER r2, r0\nFORITER r2, r1, 0, -> 5\nLOOP -> 2\nRETURNNONE\n");
  EXPECT_EQ(in_dialect("def f():\n  n += 1\n"), "LOADUNSET r0\nPEEKLOCAL r1, r0\nOUTERGLOBAL r1, n\nIADDK r0, r1, 1\nRETURNNONE\n");
  EXPECT_EQ(function("def f(a, b):\n  return a[b] // 2\n"), "GETITEM r2, r0, r1\nFLOORDIVK r2, r2, 2\nRETURN r2\n");
}

// Both dialects of every script of the corpus give code the validator accepts.
TEST_F(CompilerTest, TheCorpusIsValidInBothDialects) {
  size_t count = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(SCRIPTLING_SOURCE_DIR "/tests/lang")) {
    if (file.path().extension() != ".py") continue;
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    for (bool dialect : {false, true}) {
      CompileOptions options;
      options.scriptling_dialect = dialect;
      CompileResult r = compile_source(text.str(), options);
      if (!r.module) continue;
      EXPECT_EQ(validate(*r.module->top), "") << file.path();
      ++count;
    }
  }
  EXPECT_GT(count, 100u);
}

}  // namespace
}  // namespace sl
