// Functions, lambdas and classes.
#include <algorithm>

#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

namespace {

enum MakeFunctionFlags : uint32_t { kDefaults = 1, kKeywordDefaults = 2, kAnnotations = 4 };

template <class F>
bool any_param(Seq<ast::Param> params, F&& test) {
  return std::any_of(params.begin(), params.end(), test);
}

}  // namespace

int Compiler::begin_result(int dst) { return scratch_top(dst) ? dst : temp(); }

Value Compiler::docstring(const Block& body) {
  if (body.empty() || body[0]->kind != StmtKind::Expr) return Value::none();
  Expr* e = static_cast<ExprStmt*>(body[0])->value;
  return e->kind == ExprKind::Str ? text_value(static_cast<StrExpr*>(e)->value) : Value::none();
}

// Decorators in R[first..], what they decorate behind them; the result replaces the first.
void Compiler::decorate(int first, Seq<Expr*> decorators) {
  for (size_t i = decorators.size; i-- > 0;) {
    at(*decorators[i]);
    emit(Op::CALL, first + static_cast<int>(i), 1);
  }
}

// ---- functions ----------------------------------------------------------------------------------

void Compiler::function_def(FunctionStmt* s) {
  Scope* scope = names_.by_node.at(s);
  NameExpr self{};
  static_cast<Span&>(self) = *s;
  self.kind = ExprKind::Name;
  self.name = s->name;
  uint32_t line = s->decorators.empty() ? s->line : s->decorators[0]->line;
  int local = plain_local(&self);
  if (s->decorators.empty() && local >= 0) {
    make_function(scope, s->args, line, s->returns, &s->body, nullptr, local);
    return set_assigned(local);
  }
  int first = u_->top;
  for (Expr* d : s->decorators) fresh(d);
  int function = temp();
  at(*s);
  make_function(scope, s->args, line, s->returns, &s->body, nullptr, function);
  decorate(first, s->decorators);
  at(*s);
  store_name(s->name, first);
}

void Compiler::lambda(LambdaExpr* e, int dst) { make_function(names_.by_node.at(e), e->args, e->line, nullptr, nullptr, e->body, dst); }

bool Compiler::has_annotations(const Args* args, const Expr* returns) const {
  auto annotated = [](const ast::Param& p) { return p.annotation != nullptr; };
  return returns || any_param(args->positional, annotated) || any_param(args->keyword_only, annotated) || (args->var_args && args->var_args->annotation) ||
         (args->var_keywords && args->var_keywords->annotation);
}

void Compiler::make_function(Scope* scope, Args* args, uint32_t line, Expr* returns, const Block* body, Expr* value, int dst) {
  Span span = u_->at;
  Temps keep(*this);
  auto defaulted = [](const ast::Param& p) { return p.default_value != nullptr; };
  uint32_t flags = 0;
  if (any_param(args->positional, defaulted)) flags |= kDefaults;
  if (any_param(args->keyword_only, defaulted)) flags |= kKeywordDefaults;
  if (has_annotations(args, returns)) flags |= kAnnotations;
  int base = flags ? begin_result(dst) : dst;
  if (flags & kDefaults) default_values(args, base);
  if (flags & (kKeywordDefaults | kAnnotations)) {
    int keywords = temp();
    if (flags & kKeywordDefaults) keyword_defaults(args, keywords);
  }
  if (flags & kAnnotations) annotation_dict(args, returns, temp());
  uint32_t child = function_code(scope, args, line, body, value);
  at(span);
  emit_x(Op::MAKEFUNC, base, child);
  word(flags);
  move(dst, base);
}

void Compiler::default_values(Args* args, int dst) {
  Span span = u_->at;
  Temps keep(*this);
  std::vector<Expr*> items;
  for (const ast::Param& p : args->positional)
    if (p.default_value) items.push_back(p.default_value);
  SeqExpr tuple{};
  static_cast<Span&>(tuple) = span;
  tuple.kind = ExprKind::Tuple;
  tuple.items = {items.data(), static_cast<uint32_t>(items.size())};
  tuple_display(&tuple, dst);
}

void Compiler::keyword_defaults(Args* args, int dst) {
  std::vector<Value> keys;
  std::vector<Expr*> values;
  for (const ast::Param& p : args->keyword_only) {
    if (!p.default_value) continue;
    keys.push_back(Value::object(mangled(p.name)));
    values.push_back(p.default_value);
  }
  named_dict(keys, values, dst);
}

void Compiler::annotation_dict(Args* args, Expr* returns, int dst) {
  std::vector<Value> keys;
  std::vector<Expr*> values;
  auto add = [&](std::string_view n, Expr* e) {
    if (!e) return;
    keys.push_back(Value::object(mangled(n)));
    values.push_back(e);
  };
  for (const ast::Param& p : args->positional) add(p.name, p.annotation);
  if (args->var_args) add(args->var_args->name, args->var_args->annotation);
  for (const ast::Param& p : args->keyword_only) add(p.name, p.annotation);
  if (args->var_keywords) add(args->var_keywords->name, args->var_keywords->annotation);
  add("return", returns);
  named_dict(keys, values, dst, true);
}

uint32_t Compiler::function_code(Scope* scope, Args* args, uint32_t line, const Block* body, Expr* value) {
  auto code = std::make_unique<Code>();
  if (scope->generator) code->flags = kCodeGenerator;
  Unit unit;
  begin(unit, scope, std::move(code), line);
  if (body) unit.code->doc = docstring(*body);
  place_parameters(args);
  place_locals();
  if (body) {
    block(*body);
  } else {
    Temps keep(*this);
    int v = any(value);
    at(*value);
    emit(Op::RETURN, v);
    dead();
  }
  return finish();
}

// ---- classes ------------------------------------------------------------------------------------

void Compiler::class_def(ClassStmt* s) {
  int first = u_->top;
  for (Expr* d : s->decorators) fresh(d);
  int base = temp();
  at(*s);
  uint32_t child = class_code(s, names_.by_node.at(s));
  at(*s);
  emit_x(Op::MAKEFUNC, base, child);
  word(0);
  SeqExpr bases{};
  static_cast<Span&>(bases) = *s;
  bases.kind = ExprKind::Tuple;
  bases.items = s->bases;
  tuple_display(&bases, temp());
  int keywords = temp();
  at(*s);
  if (s->keywords.empty())
    emit(Op::LOADNONE, keywords);
  else
    keyword_dict(s->keywords, keywords);
  at(*s);
  emit_name(Op::BUILDCLASS, base, 0, name(s->name));
  u_->top = base + 1;
  decorate(first, s->decorators);
  at(*s);
  store_name(s->name, first);
}

uint32_t Compiler::class_code(ClassStmt* s, Scope* scope) {
  auto code = std::make_unique<Code>();
  code->flags |= kCodeClassBody;
  Unit unit;
  begin(unit, scope, std::move(code), s->decorators.empty() ? s->line : s->decorators[0]->line);
  unit.code->doc = docstring(s->body);
  unit.named.set(static_cast<size_t>(temp()));  // the namespace
  place_locals();
  {
    Temps keep(*this);
    int t = temp();
    auto define = [&](Str* n) { emit_name(Op::STORENS, t, 0, n); };
    emit_x(Op::LOADGLOBAL, t, global_slot(names().__name__));
    define(names().__module__);
    load_value(Value::object(unit.code->qualname), t);
    define(names().__qualname__);
  }
  begin_namespace();
  if (!unit.code->doc.is_none()) {
    Temps keep(*this);
    int t = temp();
    load_value(unit.code->doc, t);
    emit_name(Op::STORENS, t, 0, names().__doc__);
  }
  block(s->body);
  return finish();
}

// What a module or class body needs before its first statement.
void Compiler::begin_namespace() {
  Temps keep(*this);
  int t = temp();
  bool module = u_->scope->kind == ScopeKind::Module;
  if (module && options_.mode == CompileMode::Module && !u_->code->doc.is_none()) {
    load_value(u_->code->doc, t);
    store_ref({options_.own_namespace ? Where::Namespace : Where::Global, nullptr, 0, names().__doc__, false}, t);
  }
  if (!u_->scope->has_annotations) return;
  Ref annotations{module && !options_.own_namespace ? Where::Global : Where::Namespace, nullptr, 0, names().__annotations__, false};
  Label done;
  if (module && (options_.globals || options_.dict_globals || options_.own_namespace)) {  // keep those of earlier code in this namespace
    Flow flow{.kind = FlowKind::Try};
    enter(flow);
    load(annotations, t);
    exit(flow);
    jump(done);
    begin_handler(flow, t);
  }
  emit(Op::BUILDDICT, t, 0, 0);
  store_ref(annotations, t);
  bind(done);
}

}  // namespace sl
