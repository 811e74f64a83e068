// Patterns of match statements for the module ast.
#include "stdlib/ast_tree.h"

namespace sl {

using ast::PatternKind;

Value TreeBuilder::pattern(const ast::Pattern* p) {
  switch (p->kind) {
    case PatternKind::Value: return node("MatchValue", *p, {{"value", expression(p->value)}});
    case PatternKind::Singleton: {
      bool truth = p->value->kind == ast::ExprKind::True, none = p->value->kind == ast::ExprKind::None;
      return node("MatchSingleton", *p, {{"value", none ? Value::none() : Value::boolean(truth)}});
    }
    case PatternKind::Capture:
    case PatternKind::Wildcard: return node("MatchAs", *p, {{"pattern", Value::none()}, {"name", name_or_none(p->name)}});
    case PatternKind::As: return node("MatchAs", *p, {{"pattern", pattern(p->inner)}, {"name", text(p->name)}});
    case PatternKind::Star: return node("MatchStar", *p, {{"name", name_or_none(p->name)}});
    case PatternKind::Sequence: return node("MatchSequence", *p, {{"patterns", patterns(p->items)}});
    case PatternKind::Or: return node("MatchOr", *p, {{"patterns", patterns(p->items)}});
    case PatternKind::Mapping: return node("MatchMapping", *p, {{"keys", expressions(p->keys)}, {"patterns", patterns(p->items)}, {"rest", name_or_none(p->name)}});
    case PatternKind::Class:
      return node("MatchClass", *p,
                  {{"cls", expression(p->value)}, {"patterns", patterns(p->items)}, {"kwd_attrs", names(p->keyword_names)}, {"kwd_patterns", patterns(p->keyword_patterns)}});
  }
  return Value::none();
}

}  // namespace sl
