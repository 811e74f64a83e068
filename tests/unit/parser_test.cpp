// The parser alone: trees, positions, literals, messages, recovery, limits.
#include "core/lang/parser.h"

#include <gtest/gtest.h>

#include <string>

namespace sl {
namespace {

using namespace ast;

// ---- a short form of trees ------------------------------------------------------------------

std::string show(const Expr* e);
std::string show(const ForClause& c);

template <class T>
std::string join(const Seq<T>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : " ") + show(item);
  return out;
}

std::string show(const ForClause& c) {
  std::string out = "for " + show(c.target) + " in " + show(c.iterable);
  for (const Expr* e : c.conditions) out += " if " + show(e);
  return out;
}

std::string show_parts(const FStringExpr* f) {
  std::string out;
  for (const FStringPart& p : f->parts) {
    if (!p.expr) {
      out += "'" + std::string(p.text) + "'";
      continue;
    }
    out += "{" + show(p.expr);
    if (p.conversion) out += std::string("!") + p.conversion;
    if (p.spec) out += ":" + show(p.spec);
    out += "}";
  }
  return out;
}

std::string show(const Expr* e) {
  static const char* kBinary[] = {"+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"};
  static const char* kCompare[] = {"<", "<=", "==", "!=", ">", ">=", "is", "is-not", "in", "not-in"};
  static const char* kUnary[] = {"-", "+", "~", "not"};
  if (!e) return "-";
  auto seq_items = [&] { return join(static_cast<const SeqExpr*>(e)->items); };
  auto wrapped = [&] { return show(static_cast<const UnaryWrapExpr*>(e)->value); };
  auto comp = [&] {
    auto* c = static_cast<const CompExpr*>(e);
    return show(c->element) + (c->value ? ": " + show(c->value) : "") + " " + join(c->clauses);
  };
  switch (e->kind) {
    case ExprKind::None: return "None";
    case ExprKind::True: return "True";
    case ExprKind::False: return "False";
    case ExprKind::Ellipsis: return "...";
    case ExprKind::Int: return std::to_string(static_cast<const IntExpr*>(e)->value);
    case ExprKind::BigInt: {
      auto* b = static_cast<const BigIntExpr*>(e);
      return "big" + std::to_string(b->base) + ":" + std::string(b->digits);
    }
    case ExprKind::Float: return std::to_string(static_cast<const FloatExpr*>(e)->value);
    case ExprKind::Imaginary: return std::to_string(static_cast<const FloatExpr*>(e)->value) + "j";
    case ExprKind::Str: return "'" + std::string(static_cast<const StrExpr*>(e)->value) + "'";
    case ExprKind::Bytes: return "b'" + std::string(static_cast<const StrExpr*>(e)->value) + "'";
    case ExprKind::FString: return "f(" + show_parts(static_cast<const FStringExpr*>(e)) + ")";
    case ExprKind::Name: return std::string(static_cast<const NameExpr*>(e)->name);
    case ExprKind::Attribute: {
      auto* a = static_cast<const AttributeExpr*>(e);
      return show(a->object) + "." + std::string(a->name);
    }
    case ExprKind::Subscript: {
      auto* s = static_cast<const SubscriptExpr*>(e);
      return show(s->object) + "[" + show(s->index) + "]";
    }
    case ExprKind::Slice: {
      auto* s = static_cast<const SliceExpr*>(e);
      return show(s->start) + ":" + show(s->stop) + ":" + show(s->step);
    }
    case ExprKind::Call: {
      auto* c = static_cast<const CallExpr*>(e);
      std::string out = show(c->callee) + "(" + join(c->args);
      for (const Keyword& k : c->keywords) out += " " + (k.name.empty() ? "**" : std::string(k.name) + "=") + show(k.value);
      return out + ")";
    }
    case ExprKind::Unary: {
      auto* u = static_cast<const UnaryExpr*>(e);
      return "(" + std::string(kUnary[static_cast<int>(u->op)]) + " " + show(u->operand) + ")";
    }
    case ExprKind::Binary: {
      auto* b = static_cast<const BinaryExpr*>(e);
      return "(" + show(b->left) + " " + kBinary[static_cast<int>(b->op)] + " " + show(b->right) + ")";
    }
    case ExprKind::BoolOp: {
      auto* b = static_cast<const BoolOpExpr*>(e);
      return std::string("(") + (b->is_and ? "and " : "or ") + join(b->values) + ")";
    }
    case ExprKind::Compare: {
      auto* c = static_cast<const CompareExpr*>(e);
      std::string out = "(" + show(c->left);
      for (size_t i = 0; i < c->ops.size; ++i) out += std::string(" ") + kCompare[static_cast<int>(c->ops[i])] + " " + show(c->rights[i]);
      return out + ")";
    }
    case ExprKind::Conditional: {
      auto* c = static_cast<const ConditionalExpr*>(e);
      return "(if " + show(c->condition) + " " + show(c->then) + " " + show(c->otherwise) + ")";
    }
    case ExprKind::Lambda: return "(lambda " + show(static_cast<const LambdaExpr*>(e)->body) + ")";
    case ExprKind::Tuple: return "(tuple " + seq_items() + ")";
    case ExprKind::List: return "[" + seq_items() + "]";
    case ExprKind::Set: return "{" + seq_items() + "}";
    case ExprKind::Dict: {
      auto* d = static_cast<const DictExpr*>(e);
      std::string out;
      for (size_t i = 0; i < d->keys.size; ++i) {
        out += (i ? " " : "") + (d->keys[i] ? show(d->keys[i]) + ":" : std::string("**")) + show(d->values[i]);
      }
      return "{" + out + "}";
    }
    case ExprKind::ListComp: return "[" + comp() + "]";
    case ExprKind::SetComp:
    case ExprKind::DictComp: return "{" + comp() + "}";
    case ExprKind::Generator: return "<" + comp() + ">";
    case ExprKind::Starred: return "*" + wrapped();
    case ExprKind::Walrus: {
      auto* w = static_cast<const WalrusExpr*>(e);
      return "(" + show(w->target) + " := " + show(w->value) + ")";
    }
    case ExprKind::Yield: return "(yield " + wrapped() + ")";
    case ExprKind::YieldFrom: return "(yield-from " + wrapped() + ")";
    case ExprKind::Await: return "(await " + wrapped() + ")";
  }
  return "?";
}

// ---- helpers --------------------------------------------------------------------------------

struct Parsed {
  std::string source;
  Arena arena;
  ParseResult result;
  explicit Parsed(std::string text, CompileMode mode = CompileMode::Module, size_t max_errors = 1) : source(std::move(text)) {
    CompileOptions options;
    options.mode = mode;
    options.max_errors = max_errors;
    result = parse(source, options, arena);
  }
  std::string error() const { return result.errors.empty() ? "" : result.errors[0].message; }
  template <class T>
  T* first() const {
    return static_cast<T*>(result.module->body[0]);
  }
};

std::string expr(std::string text) {
  Parsed p(std::move(text), CompileMode::Eval);
  return p.result.module ? show(p.first<ExprStmt>()->value) : "error: " + p.error();
}

std::string error(std::string text) {
  Parsed p(std::move(text));
  if (p.result.module) return "";
  const Diagnostic& d = p.result.errors[0];
  return d.type + " " + std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.message;
}

std::string span(const Span& s) { return std::to_string(s.line) + ":" + std::to_string(s.column) + "-" + std::to_string(s.end_line) + ":" + std::to_string(s.end_column); }

std::string repeat(std::string_view text, size_t n) {
  std::string out;
  out.reserve(text.size() * n);
  while (n-- > 0) out += text;
  return out;
}

// ---- expressions ----------------------------------------------------------------------------

TEST(Parser, Precedence) {
  EXPECT_EQ(expr("1 + 2 * 3 - 4"), "((1 + (2 * 3)) - 4)");
  EXPECT_EQ(expr("-2 ** -x ** 2"), "(- (2 ** (- (x ** 2))))");
  EXPECT_EQ(expr("a | b ^ c & d << 1 // 2"), "(a | (b ^ (c & (d << (1 // 2)))))");
  EXPECT_EQ(expr("not a == b and c or d"), "(or (and (not (a == b)) c) d)");
  EXPECT_EQ(expr("a < b <= c is not d not in e"), "(a < b <= c is-not d not-in e)");
  EXPECT_EQ(expr("a if b else c if d else e"), "(if b a (if d c e))");
  EXPECT_EQ(expr("x & 1 == 0"), "((x & 1) == 0)");
  EXPECT_EQ(expr("lambda a, b=1, *c, d, **e: a + b"), "(lambda (a + b))");
}

TEST(Parser, Primaries) {
  EXPECT_EQ(expr("f(a, *b, c=1, **d)(e for e in g)[1:2, ::3].x"), "f(a *b c=1 **d)(<e for e in g>)[(tuple 1:2:- -:-:3)].x");
  EXPECT_EQ(expr("a[*b]"), "a[(tuple *b)]");
  EXPECT_EQ(expr("a[b := 1]"), "a[(b := 1)]");
  EXPECT_EQ(expr("(), (a,), [a, *b], {a}, {**a, b: c}, {}"), "(tuple (tuple ) (tuple a) [a *b] {a} {**a b:c} {})");
  EXPECT_EQ(expr("[a for b, *c in d if e if f for g in h]"), "[a for (tuple b *c) in d if e if f for g in h]");
  EXPECT_EQ(expr("{a: b for c in d}"), "{a: b for c in d}");
  EXPECT_EQ(expr("(yield), (yield a, b), (yield from c)"), "(tuple (yield -) (yield (tuple a b)) (yield-from c))");
  EXPECT_EQ(expr("... is None"), "(... is None)");
}

TEST(Parser, Positions) {
  Parsed p("x = (a +\n  é.b)(c)[1], 2,\n");
  auto* tuple = static_cast<SeqExpr*>(p.first<AssignStmt>()->value);
  EXPECT_EQ(span(*tuple), "1:4-2:17");
  auto* subscript = static_cast<SubscriptExpr*>(tuple->items[0]);
  EXPECT_EQ(span(*subscript), "1:4-2:13");
  auto* call = static_cast<CallExpr*>(subscript->object);
  EXPECT_EQ(span(*call), "1:4-2:10");
  EXPECT_EQ(span(*call->callee), "1:5-2:6");
  EXPECT_TRUE(call->callee->parenthesized);

  Parsed q("@d\ndef f(a: int = 1): pass;\nif x:\n  y\nelif z: w\n");
  EXPECT_EQ(span(*q.first<FunctionStmt>()), "2:0-2:24");
  EXPECT_EQ(span(q.first<FunctionStmt>()->args->positional[0].span), "2:6-2:12");
  auto* outer = static_cast<IfStmt*>(q.result.module->body[1]);
  EXPECT_EQ(span(*outer), "3:0-5:9");
  EXPECT_EQ(span(*outer->otherwise[0]), "5:0-5:9");
}

// ---- literals -------------------------------------------------------------------------------

TEST(Parser, Numbers) {
  EXPECT_EQ(expr("0x_fF, 0o17, 0b1_0, 1_000, 007, 08"), "(tuple 255 15 2 1000 7 8)");
  EXPECT_EQ(expr("9223372036854775807, 9223372036854775808, 0xffff_ffff_ffff_ffff"), "(tuple 9223372036854775807 big10:9223372036854775808 big16:ffffffffffffffff)");
  EXPECT_EQ(expr("1., .5, 1e3, 1_0.2_5e-1, 2j, 1.5J, 1e999"), "(tuple 1.000000 0.500000 1000.000000 1.025000 2.000000j 1.500000j inf)");
  EXPECT_EQ(expr("1if x else 2"), "(if x 1 2)");
  EXPECT_EQ(error("1__0"), "SyntaxError 1:2 invalid decimal literal");
  EXPECT_EQ(error("0o8"), "SyntaxError 1:3 invalid digit '8' in octal literal");
  EXPECT_EQ(error("1abc"), "SyntaxError 1:1 invalid decimal literal");
  EXPECT_EQ(Parsed(repeat("9", 5000)).error().substr(0, 30), "Exceeds the limit (4300 digits");
}

TEST(Parser, Strings) {
  EXPECT_EQ(expr(R"('a\tb\x41\u00e9\101\
c')"),
            "'a\tbAéAc'");
  EXPECT_EQ(expr(R"("\q\x1\u12\N")"), R"('\q\x1\u12\N')");
  EXPECT_EQ(expr(R"(r"\n\"" 'b' """c"d""")"), R"('\n\"bc"d')");
  EXPECT_EQ(expr(R"(b"\xff\u0041" rb"\n")"), "b'\xff\\u0041\\n'");
  EXPECT_EQ(expr(R"("\ud83d")"), "'\xED\xA0\xBD'");
  EXPECT_EQ(expr(R"("\N{LATIN SMALL LETTER E WITH ACUTE}\N{bullet}\N{GREEK CAPITAL LETTER OMEGA}")"), "'é•Ω'");
  EXPECT_EQ(expr("'''a\r\nb\rc'''"), "'a\nb\nc'");
  EXPECT_EQ(error("'\\N{no such}'"), "SyntaxError 1:14 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name");
  EXPECT_EQ(error("b'é'"), "SyntaxError 1:1 bytes can only contain ASCII literal characters");
  EXPECT_EQ(error("'a' b'b'"), "SyntaxError 1:9 cannot mix bytes and nonbytes literals");
  EXPECT_EQ(error("x = 'abc\n"), "SyntaxError 1:5 unterminated string literal (detected at line 1)");
  EXPECT_EQ(error("'''abc\n\n"), "SyntaxError 1:1 unterminated triple-quoted string literal (detected at line 2)");
}

TEST(Parser, FStrings) {
  EXPECT_EQ(expr(R"(f"a{b}c{{d}}")"), "f('a'{b}'c{d}')");
  EXPECT_EQ(expr(R"(f"{x!r:>{w}.{p}}")"), "f({x!r:f('>'{w}'.'{p})})");
  EXPECT_EQ(expr(R"(f"{x = }{y=:3}{z=!s}")"), "f('x = '{x!r}'y='{y:'3'}'z='{z!s})");
  EXPECT_EQ(expr(R"(f"{"nested" + f"{d["k"]}"}")"), "f({('nested' + f({d['k']}))})");
  EXPECT_EQ(expr(R"(f"{a != b}{(lambda x: x)(1)}{a, b}{ {1: 2}[1] }")"), "f({(a != b)}{(lambda x)(1)}{(tuple a b)}{{1:2}[1]})");
  EXPECT_EQ(expr(R"('a' f'{b}' 'c')"), "f('a'{b}'c')");
  EXPECT_EQ(expr(R"(rf"\d{n}\{x}")"), R"(f('\d'{n}'\'{x}))");
  EXPECT_EQ(expr("f'''{\na\n}'''"), "f({a})");
  EXPECT_EQ(expr("f'{a:=5}'"), "f({a:'=5'})");
  EXPECT_EQ(expr("f'plain'"), "f('plain')");
  EXPECT_EQ(error("f'{}'"), "SyntaxError 1:6 f-string: empty expression not allowed");
  EXPECT_EQ(error("f'{a b}'"), "SyntaxError 1:2 f-string: invalid syntax. Perhaps you forgot a comma?");
  EXPECT_EQ(error("f'{a'"), "SyntaxError 1:6 f-string: expecting '}'");
  EXPECT_EQ(error("f'{a!x}'"), "SyntaxError 1:9 f-string: invalid conversion character: expected 's', 'r', or 'a'");
  EXPECT_EQ(error("f'{(}'"), "SyntaxError 1:7 f-string: closing parenthesis '}' does not match opening parenthesis '('");
}

TEST(Parser, Leniencies) {
  EXPECT_EQ(expr("5.type()"), "5.type()");
  EXPECT_EQ(expr("1.e5 + 1.j"), "(100000.000000 + 1.000000j)");
  EXPECT_EQ(expr("a.class.from.None"), "a.class.from.None");
  EXPECT_EQ(expr("f'}'"), "f('}')");
  EXPECT_EQ(expr("f'a{'"), "f('a{')");
  EXPECT_EQ(expr(R"(f"\x{n}\q")"), R"(f('\x'{n}'\q'))");
  EXPECT_EQ(error("return 1\n"), "");
  EXPECT_EQ(error("if x:\n\ty = 1\n    z = 2\n"), "");
  EXPECT_EQ(error("\xEF\xBB\xBF# bom\r\nx = 1\r\n"), "");
}

TEST(Parser, UnicodeNames) {
  EXPECT_EQ(expr("naïve + \xEF\xAC\x81n"), "(naïve + fin)");  // the ligature is normalized
  EXPECT_EQ(error("x = “a”"), "SyntaxError 1:5 invalid character '“' (U+201C)");
  EXPECT_EQ(error("a\u00a0b"), "SyntaxError 1:2 invalid non-printable character U+00A0");
  EXPECT_EQ(error("é = = 1"), "SyntaxError 1:5 invalid syntax");  // columns count characters
  EXPECT_EQ(error("x = '\xff'"), "SyntaxError 1:6 Non-UTF-8 code starting with '\\xff' on line 1");
}

// ---- statements -----------------------------------------------------------------------------

TEST(Parser, Statements) {
  for (const char* text : {"a = b, *c = [d] = e\n",
                           "a.b[c] += yield\n",
                           "(a): int\n",
                           "a: int = *b, c\n",
                           "del a, (b, [c.d])\n",
                           "global a, b; nonlocal c\n",
                           "raise\n",
                           "raise a from b\n",
                           "assert a, b\n",
                           "import a.b as c, d\n",
                           "from ...a import (b as c, d,)\n",
                           "from . import *\n",
                           "for a, *b in c, d:\n  pass\nelse:\n  pass\n",
                           "while a: break\nelse: continue\n",
                           "try: a\nfinally: b\n",
                           "try:\n  a\nexcept (A, B) as e:\n  b\nexcept:\n  c\nelse:\n  d\nfinally:\n  e\n",
                           "with a, b as (c, d): pass\n",
                           "with (a as b, c as d.e,): pass\n",
                           "with (a, b) as c: pass\n",
                           "with (yield a): pass\n",
                           "with (a).b: pass\n",
                           "@a.b(c)\n@d\nclass E(F, metaclass=G): x: int\n",
                           "def f(a, b=1, /, c=2, *, d, e=3, **k) -> int: return a\n",
                           "def f(*a: *b): ...\n",
                           "match = case = _ = 1\nmatch(case)[_].x\nmatch: int\n",
                           "if a: b; c;\n",
                           "lambda: (yield)\n",
                           "x = yield = 1\n"}) {
    bool fails = std::string_view(text) == "x = yield = 1\n";
    EXPECT_EQ(error(text).empty(), !fails) << text << error(text);
  }
}

TEST(Parser, Match) {
  Parsed p(R"(match a, *b:
  case 1 | -2.5 | 1 + 2j | "s" "t" | None: pass
  case [x, (y, *_), *rest] if x: pass
  case {"k": v, m.K: _, **others}: pass
  case m.Point(1, y=[z]) as whole: pass
  case _: pass
)");
  ASSERT_TRUE(p.result.module) << p.error();
  auto* m = p.first<MatchStmt>();
  EXPECT_EQ(show(m->subject), "(tuple a *b)");
  ASSERT_EQ(m->cases.size, 5u);
  EXPECT_EQ(m->cases[0].pattern->kind, PatternKind::Or);
  EXPECT_EQ(m->cases[0].pattern->items.size, 5u);
  EXPECT_EQ(m->cases[1].pattern->kind, PatternKind::Sequence);
  EXPECT_EQ(show(m->cases[1].guard), "x");
  EXPECT_EQ(m->cases[2].pattern->name, "others");
  EXPECT_EQ(m->cases[3].pattern->kind, PatternKind::As);
  EXPECT_EQ(m->cases[3].pattern->inner->keyword_names[0], "y");
  EXPECT_EQ(m->cases[4].pattern->kind, PatternKind::Wildcard);

  auto pattern_error = [](std::string_view pattern) { return Parsed("match a:\n case " + std::string(pattern) + ": pass\n case 1: pass\n").error(); };
  EXPECT_EQ(pattern_error("x"), "name capture 'x' makes remaining patterns unreachable");
  EXPECT_EQ(pattern_error("_"), "wildcard makes remaining patterns unreachable");
  EXPECT_EQ(pattern_error("[x, x]"), "multiple assignments to name 'x' in pattern");
  EXPECT_EQ(pattern_error("[x] | [y]"), "alternative patterns bind different names");
  EXPECT_EQ(pattern_error("[*x, *y]"), "multiple starred names in sequence pattern");
  EXPECT_EQ(pattern_error("C(a=1, 2)"), "positional patterns follow keyword patterns");
  EXPECT_EQ(pattern_error("C(a=1, a=2)"), "attribute name repeated in class pattern: a");
  EXPECT_EQ(pattern_error("x as _"), "cannot use '_' as a target");
  EXPECT_EQ(pattern_error("1 + 2"), "imaginary number required in complex literal");
}

// ---- errors ---------------------------------------------------------------------------------

TEST(Parser, Messages) {
  const std::pair<const char*, const char*> cases[] = {
      {"x = = 1", "SyntaxError 1:5 invalid syntax"},
      {"if x\n  y", "SyntaxError 1:5 expected ':'"},
      {"(a\n", "SyntaxError 1:1 '(' was never closed"},
      {"x = [1,\ny = 2\n", "SyntaxError 1:5 '[' was never closed"},
      {")", "SyntaxError 1:1 unmatched ')'"},
      {"(]", "SyntaxError 1:2 closing parenthesis ']' does not match opening parenthesis '('"},
      {"(\n]", "SyntaxError 2:1 closing parenthesis ']' does not match opening parenthesis '(' on line 1"},
      {"x\n  y", "IndentationError 2:2 unexpected indent"},
      {"if x:\n    a\n  b", "IndentationError 3:4 unindent does not match any outer indentation level"},
      {"if x:\ny", "IndentationError 2:1 expected an indented block after 'if' statement on line 1"},
      {"def f():\ny", "IndentationError 2:1 expected an indented block after function definition on line 1"},
      {"1 = x", "SyntaxError 1:1 cannot assign to literal here. Maybe you meant '==' instead of '='?"},
      {"f() = x", "SyntaxError 1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?"},
      {"a = f() = x", "SyntaxError 1:5 cannot assign to function call"},
      {"(a, 1) = x", "SyntaxError 1:5 cannot assign to literal"},
      {"None = x", "SyntaxError 1:1 cannot assign to None"},
      {"if x = 1: pass", "SyntaxError 1:4 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {"f(a b)", "SyntaxError 1:3 invalid syntax. Perhaps you forgot a comma?"},
      {"print 'a'", "SyntaxError 1:1 Missing parentheses in call to 'print'. Did you mean print(...)?"},
      {"f(a=1, b)", "SyntaxError 1:9 positional argument follows keyword argument"},
      {"f(**a, *b)", "SyntaxError 1:8 iterable argument unpacking follows keyword argument unpacking"},
      {"f(a=1, a=2)", "SyntaxError 1:8 keyword argument repeated: a"},
      {"f(a.b=1)", "SyntaxError 1:3 expression cannot contain assignment, perhaps you meant \"==\"?"},
      {"f(a for a in b, c)", "SyntaxError 1:3 Generator expression must be parenthesized"},
      {"def f(a=1, b): pass", "SyntaxError 1:12 non-default argument follows default argument"},
      {"def f(a, a): pass", "SyntaxError 1:10 duplicate argument 'a' in function definition"},
      {"def f(*): pass", "SyntaxError 1:7 named arguments must follow bare *"},
      {"lambda **k, a: 1", "SyntaxError 1:13 arguments cannot follow var-keyword argument"},
      {"a, *b, *c = d", "SyntaxError 1:1 multiple starred expressions in assignment"},
      {"*a = b", "SyntaxError 1:1 starred assignment target must be in a list or tuple"},
      {"x = *a", "SyntaxError 1:5 can't use starred expression here"},
      {"del f()", "SyntaxError 1:5 cannot delete function call"},
      {"for f() in x: pass", "SyntaxError 1:5 cannot assign to function call"},
      {"a, b += 1", "SyntaxError 1:1 'tuple' is an illegal expression for augmented assignment"},
      {"(a, b): int", "SyntaxError 1:1 only single target (not tuple) can be annotated"},
      {"x = a if b", "SyntaxError 1:5 expected 'else' after 'if' expression"},
      {"[*a for a in b]", "SyntaxError 1:2 iterable unpacking cannot be used in comprehension"},
      {"[a, b for a in b]", "SyntaxError 1:2 did you forget parentheses around the comprehension target?"},
      {"{a: 1, b}", "SyntaxError 1:8 ':' expected after dictionary key"},
      {"try:\n  x\ny", "SyntaxError 3:1 expected 'except' or 'finally' block"},
      {"try: x\nexcept: y\nexcept A: z", "SyntaxError 2:1 default 'except:' must be last"},
      {"try: x\nexcept A, B: y", "SyntaxError 2:8 multiple exception types must be parenthesized"},
      {"from a import b,", "SyntaxError 1:17 trailing comma not allowed without surrounding parentheses"},
      {"a\\ b", "SyntaxError 1:3 unexpected character after line continuation character"},
      {"async def f(): pass", "SyntaxError 1:1 async functions are not supported"},
      {"await x", "SyntaxError 1:1 'await' outside function"},
  };
  for (const auto& [text, message] : cases) EXPECT_EQ(error(text), message) << text;
}

TEST(Parser, DiagnosticDetails) {
  Parsed p("x = 1\nif y:\n    f(a b)  # oops\n");
  ASSERT_EQ(p.result.errors.size(), 1u);
  const Diagnostic& d = p.result.errors[0];
  EXPECT_EQ(d.line, 3u);
  EXPECT_EQ(d.end_column, 10u);
  EXPECT_EQ(d.line_text, "    f(a b)  # oops");
  EXPECT_FALSE(d.hint.empty());
  EXPECT_EQ(p.result.module, nullptr);
}

TEST(Parser, Recovery) {
  Parsed p(R"(def f(x:
    return x

class A
    def g(self):
        return 1 +

    def h(self):
        print "a"
if x = 3:
    y = = 4
else:
    z = )
'abc
match x:
    case 1 2: pass
    case [a, b]: foo bar
for i in range(10)
    pass
fine = 1
)",
           CompileMode::Module, 20);
  std::vector<uint32_t> lines;
  for (const Diagnostic& d : p.result.errors) lines.push_back(d.line);
  EXPECT_EQ(lines, (std::vector<uint32_t>{1, 4, 6, 9, 10, 11, 13, 14, 16, 17, 18}));
  EXPECT_EQ(Parsed(repeat("x = = 1\n", 100), CompileMode::Module, 7).result.errors.size(), 7u);
}

TEST(Parser, Incomplete) {
  for (const char* text : {"(1,", "x = {\n", "if x:", "if x:\n  y", "if x:\n  y\n\nelse:", "'''a\n", "f'''{a", "x = 1 + \\", "@d\n", "try:\n  x\n", "class A:\n  def f(self):\n"}) {
    EXPECT_TRUE(Parsed(text, CompileMode::Interactive).result.incomplete) << text;
  }
  for (const char* text : {"", "x", "if x:\n  y\n", "1 +", "x = 'a", "(1 2 3", "if x", "f(\n  = 2", "x = 1\n"}) {
    EXPECT_FALSE(Parsed(text, CompileMode::Interactive).result.incomplete) << text;
  }
}

// ---- limits ---------------------------------------------------------------------------------

TEST(Parser, Limits) {
  EXPECT_EQ(Parsed(repeat("(", 5000) + repeat(")", 5000)).error(), "too many nested parentheses");
  EXPECT_EQ(Parsed(repeat("(", 200) + "1" + repeat(")", 200)).error(), "");
  EXPECT_EQ(Parsed(repeat("lambda: ", 100000) + "1").error(), "too many nested parentheses");
  std::string blocks;
  for (size_t i = 0; i < 150; ++i) blocks += std::string(i, ' ') + "if a:\n";
  EXPECT_EQ(Parsed(blocks).error(), "too many levels of indentation");
  EXPECT_EQ(Parsed("a" + repeat(" + a", 2999)).error(), "");
  for (const std::string& text : {"1" + repeat("+1", 100000), "a" + repeat(".b", 100000), "a" + repeat("()", 100000), repeat("-", 100000) + "1", repeat("not ", 100000) + "1",
                                  repeat("2**", 100000) + "2", repeat("a if b else ", 100000) + "c"}) {
    EXPECT_EQ(Parsed(text).error(), "expression too deeply nested") << text.substr(0, 20);
  }
  EXPECT_EQ(Parsed("if a: b\n" + repeat("elif c: d\n", 5000)).error(), "too many 'elif' clauses");
  EXPECT_EQ(Parsed("(" + repeat("a ", 100000) + ")").error(), "invalid syntax. Perhaps you forgot a comma?");
  EXPECT_EQ(Parsed("[" + repeat("1,", 100000) + "]").error(), "");
  EXPECT_EQ(Parsed(std::string("a\0b", 3)).error(), "source code string cannot contain null bytes");
}

}  // namespace
}  // namespace sl
