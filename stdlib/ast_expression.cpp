// Expressions for the module ast.
#include "core/vm/number.h"
#include "core/vm/types.h"
#include "stdlib/ast_tree.h"

namespace sl {

using ast::ExprKind;

namespace {

const char* const kBinaryNames[] = {"Add", "Sub", "Mult", "MatMult", "Div", "FloorDiv", "Mod", "Pow", "LShift", "RShift", "BitAnd", "BitOr", "BitXor"};
const char* const kUnaryNames[] = {"USub", "UAdd", "Invert", "Not"};
const char* const kCompareNames[] = {"Lt", "LtE", "Eq", "NotEq", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

}  // namespace

Value TreeBuilder::constant(const ast::Span& at, Value v, Value kind) { return node("Constant", at, {{"value", v}, {"kind", kind}}); }

// 'u' where the literal begins with that prefix.
Value TreeBuilder::literal_kind(const ast::Span& at) {
  size_t begin = at.line - 1 < lines_.size() ? lines_[at.line - 1] + at.column : source_.size();
  bool marked = begin < source_.size() && source_[begin] == 'u';
  return marked ? text("u") : Value::none();
}

Value TreeBuilder::formatted(const ast::FStringExpr* e, const ast::Span& whole) {
  Value values = list(e->parts, [&](const ast::FStringPart& p) {
    if (!p.expr) return constant(whole, text(p.text), literal_kind(whole));
    return node(
        "FormattedValue", whole,
        {{"value", expression(p.expr)}, {"conversion", Value::integer(p.conversion ? p.conversion : -1)}, {"format_spec", p.spec ? format_spec(p.spec, whole) : Value::none()}});
  });
  return node("JoinedStr", whole, {{"values", values}});
}

Value TreeBuilder::format_spec(const ast::Expr* spec, const ast::Span& whole) {
  if (spec->kind == ExprKind::FString) return formatted(static_cast<const ast::FStringExpr*>(spec), whole);
  std::string_view given = static_cast<const ast::StrExpr*>(spec)->value;
  List* values = vm_.new_list();
  if (!given.empty()) push(values, constant(whole, text(given), literal_kind(whole)));
  return node("JoinedStr", whole, {{"values", Value::object(values)}});
}

Value TreeBuilder::binary_operator(ast::BinaryOp op) { return leaf(kBinaryNames[static_cast<int>(op)]); }

Value TreeBuilder::comparison(const ast::CompareExpr* e) {
  Value left = expression(e->left);
  Value ops = list(e->ops, [this](ast::CompareOp op) { return leaf(kCompareNames[static_cast<int>(op)]); });
  return node("Compare", *e, {{"left", left}, {"ops", ops}, {"comparators", expressions(e->rights)}});
}

Value TreeBuilder::keywords(ast::Seq<ast::Keyword> items) {
  return list(items, [this](const ast::Keyword& k) { return node("keyword", k.span, {{"arg", name_or_none(k.name)}, {"value", expression(k.value)}}); });
}

Value TreeBuilder::call(const ast::CallExpr* e) {
  Value callee = expression(e->callee), args = expressions(e->args);
  return node("Call", *e, {{"func", callee}, {"args", args}, {"keywords", keywords(e->keywords)}});
}

Value TreeBuilder::comprehension(const ast::CompExpr* e, const char* cls) {
  Value element = expression(e->element), value = e->value ? expression(e->value) : Value();
  Value clauses = list(e->clauses, [this](const ast::ForClause& c) {
    Value target = expression(c.target, TreeUse::Store), iterable = expression(c.iterable);
    return node("comprehension", {{"target", target}, {"iter", iterable}, {"ifs", expressions(c.conditions)}, {"is_async", Value::integer(c.is_async)}});
  });
  if (e->value) return node(cls, *e, {{"key", element}, {"value", value}, {"generators", clauses}});
  return node(cls, *e, {{"elt", element}, {"generators", clauses}});
}

Value TreeBuilder::parameter(const ast::Param& p) { return node("arg", p.span, {{"arg", text(p.name)}, {"annotation", optional(p.annotation)}, {"type_comment", Value::none()}}); }

Value TreeBuilder::arguments(const ast::Args* args) {
  List *leading = vm_.new_list(), *plain = vm_.new_list(), *defaults = vm_.new_list();
  for (uint32_t i = 0; i < args->positional.size; ++i) {
    const ast::Param& p = args->positional[i];
    push(i < args->positional_only ? leading : plain, parameter(p));
    if (p.default_value) push(defaults, expression(p.default_value));
  }
  Value keyword_only = list(args->keyword_only, [this](const ast::Param& p) { return parameter(p); });
  Value keyword_defaults = list(args->keyword_only, [this](const ast::Param& p) { return optional(p.default_value); });
  return node("arguments", {{"posonlyargs", Value::object(leading)},
                            {"args", Value::object(plain)},
                            {"vararg", args->var_args ? parameter(*args->var_args) : Value::none()},
                            {"kwonlyargs", keyword_only},
                            {"kw_defaults", keyword_defaults},
                            {"kwarg", args->var_keywords ? parameter(*args->var_keywords) : Value::none()},
                            {"defaults", Value::object(defaults)}});
}

Value TreeBuilder::expression(const ast::Expr* e, TreeUse use) {
  switch (e->kind) {
    case ExprKind::None: return constant(*e, Value::none());
    case ExprKind::True: return constant(*e, Value::boolean(true));
    case ExprKind::False: return constant(*e, Value::boolean(false));
    case ExprKind::Ellipsis: return constant(*e, Value::object(g_ellipsis));
    case ExprKind::Int: return constant(*e, Value::integer(static_cast<const ast::IntExpr*>(e)->value));
    case ExprKind::BigInt: {
      auto* big = static_cast<const ast::BigIntExpr*>(e);
      return constant(*e, int_from_text(vm_, big->digits, big->base));
    }
    case ExprKind::Float: return constant(*e, Value::number(static_cast<const ast::FloatExpr*>(e)->value));
    case ExprKind::Imaginary: return constant(*e, new_complex(vm_, 0, static_cast<const ast::FloatExpr*>(e)->value));
    case ExprKind::Str: return constant(*e, text(static_cast<const ast::StrExpr*>(e)->value), literal_kind(*e));
    case ExprKind::Bytes: return constant(*e, Value::object(vm_.new_bytes(static_cast<const ast::StrExpr*>(e)->value)));
    case ExprKind::FString: return formatted(static_cast<const ast::FStringExpr*>(e), *e);
    case ExprKind::Name: return node("Name", *e, {{"id", text(static_cast<const ast::NameExpr*>(e)->name)}, {"ctx", context(use)}});
    case ExprKind::Attribute: {
      auto* a = static_cast<const ast::AttributeExpr*>(e);
      return node("Attribute", *e, {{"value", expression(a->object)}, {"attr", text(a->name)}, {"ctx", context(use)}});
    }
    case ExprKind::Subscript: {
      auto* s = static_cast<const ast::SubscriptExpr*>(e);
      return node("Subscript", *e, {{"value", expression(s->object)}, {"slice", expression(s->index)}, {"ctx", context(use)}});
    }
    case ExprKind::Slice: {
      auto* s = static_cast<const ast::SliceExpr*>(e);
      return node("Slice", *e, {{"lower", optional(s->start)}, {"upper", optional(s->stop)}, {"step", optional(s->step)}});
    }
    case ExprKind::Call: return call(static_cast<const ast::CallExpr*>(e));
    case ExprKind::Unary: {
      auto* u = static_cast<const ast::UnaryExpr*>(e);
      return node("UnaryOp", *e, {{"op", leaf(kUnaryNames[static_cast<int>(u->op)])}, {"operand", expression(u->operand)}});
    }
    case ExprKind::Binary: {
      auto* b = static_cast<const ast::BinaryExpr*>(e);
      Value left = expression(b->left);
      return node("BinOp", *e, {{"left", left}, {"op", binary_operator(b->op)}, {"right", expression(b->right)}});
    }
    case ExprKind::BoolOp: {
      auto* b = static_cast<const ast::BoolOpExpr*>(e);
      return node("BoolOp", *e, {{"op", leaf(b->is_and ? "And" : "Or")}, {"values", expressions(b->values)}});
    }
    case ExprKind::Compare: return comparison(static_cast<const ast::CompareExpr*>(e));
    case ExprKind::Conditional: {
      auto* c = static_cast<const ast::ConditionalExpr*>(e);
      return node("IfExp", *e, {{"test", expression(c->condition)}, {"body", expression(c->then)}, {"orelse", expression(c->otherwise)}});
    }
    case ExprKind::Lambda: {
      auto* l = static_cast<const ast::LambdaExpr*>(e);
      return node("Lambda", *e, {{"args", arguments(l->args)}, {"body", expression(l->body)}});
    }
    case ExprKind::Tuple: return node("Tuple", *e, {{"elts", expressions(static_cast<const ast::SeqExpr*>(e)->items, use)}, {"ctx", context(use)}});
    case ExprKind::List: return node("List", *e, {{"elts", expressions(static_cast<const ast::SeqExpr*>(e)->items, use)}, {"ctx", context(use)}});
    case ExprKind::Set: return node("Set", *e, {{"elts", expressions(static_cast<const ast::SeqExpr*>(e)->items)}});
    case ExprKind::Dict: {
      auto* d = static_cast<const ast::DictExpr*>(e);
      return node("Dict", *e, {{"keys", expressions(d->keys)}, {"values", expressions(d->values)}});
    }
    case ExprKind::ListComp: return comprehension(static_cast<const ast::CompExpr*>(e), "ListComp");
    case ExprKind::SetComp: return comprehension(static_cast<const ast::CompExpr*>(e), "SetComp");
    case ExprKind::DictComp: return comprehension(static_cast<const ast::CompExpr*>(e), "DictComp");
    case ExprKind::Generator: return comprehension(static_cast<const ast::CompExpr*>(e), "GeneratorExp");
    case ExprKind::Starred: return node("Starred", *e, {{"value", expression(static_cast<const ast::UnaryWrapExpr*>(e)->value, use)}, {"ctx", context(use)}});
    case ExprKind::Walrus: {
      auto* w = static_cast<const ast::WalrusExpr*>(e);
      return node("NamedExpr", *e, {{"target", expression(w->target, TreeUse::Store)}, {"value", expression(w->value)}});
    }
    case ExprKind::Yield: return node("Yield", *e, {{"value", optional(static_cast<const ast::UnaryWrapExpr*>(e)->value)}});
    case ExprKind::YieldFrom: return node("YieldFrom", *e, {{"value", expression(static_cast<const ast::UnaryWrapExpr*>(e)->value)}});
    case ExprKind::Await: return node("Await", *e, {{"value", expression(static_cast<const ast::UnaryWrapExpr*>(e)->value)}});
  }
  return Value::none();
}

}  // namespace sl
