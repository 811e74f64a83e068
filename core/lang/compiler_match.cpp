// match statements. Captures name registers while a pattern is tried; variables are bound once the
// whole pattern has succeeded.
#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

void Compiler::match_stmt(MatchStmt* s) {
  int subject = fresh(s->subject);
  Label end;
  for (MatchCase& c : s->cases) {
    if (failed_ || !u_->reachable) break;
    Temps keep(*this);
    Label next;
    Captures captures;
    at(*c.pattern);
    pattern(c.pattern, subject, next, captures);
    for (auto [name, reg] : captures) store_name(name, reg);
    if (c.guard) cond(c.guard, next, false);
    block(c.body);
    jump(end);
    bind(next);
  }
  bind(end);
}

void Compiler::pattern(Pattern* p, int subject, Label& fail, Captures& captures) {
  if (failed_) return;
  at(*p);
  switch (p->kind) {
    case PatternKind::Value:
    case PatternKind::Singleton: return value_pattern(p, subject, fail, false);
    case PatternKind::Wildcard: return;
    case PatternKind::Capture:
    case PatternKind::Star:
      if (!p->name.empty()) captures.emplace_back(p->name, subject);
      return;
    case PatternKind::As:
      if (p->inner) pattern(p->inner, subject, fail, captures);
      captures.emplace_back(p->name, subject);
      return;
    case PatternKind::Or: return or_pattern(p, subject, fail, captures);
    case PatternKind::Sequence: return sequence_pattern(p, subject, fail, captures);
    case PatternKind::Mapping: return mapping_pattern(p, subject, fail, captures);
    case PatternKind::Class: return class_pattern(p, subject, fail, captures);
  }
}

// Jumps when the subject's match with a value is `when`.
void Compiler::value_pattern(Pattern* p, int subject, Label& target, bool when) {
  Temps keep(*this);
  if (p->kind == PatternKind::Singleton) {
    if (p->value->kind == ExprKind::None) return jump(Op::JNONE, target, subject, 0, when);
    return jump(Op::JIS, target, subject, fresh(p->value), when);
  }
  int k = options_.scriptling_dialect ? -1 : small_constant(p->value);
  int v = k >= 0 ? k : any(p->value);
  at(*p);
  jump(k >= 0 ? Op::JEQK : by_dialect(Op::JEQ, Op::JMATCH), target, subject, v, when);
}

// Jumps to fail unless the integer in a register is n, or at least n.
void Compiler::expect_count(int reg, uint32_t n, bool at_least, Label& fail) {
  Temps keep(*this);
  uint32_t k = constant(Value::integer(n));
  if (k < 256) return jump(at_least ? Op::JGEK : Op::JEQK, fail, reg, static_cast<int>(k), 0);
  int t = temp();
  load_value(Value::integer(n), t);
  jump(at_least ? Op::JGE : Op::JEQ, fail, reg, t, 0);
}

void Compiler::subpatterns(Seq<Pattern*> items, int first, Label& fail, Captures& captures) {
  for (size_t i = 0; i < items.size && !failed_; ++i) pattern(items[i], first + static_cast<int>(i), fail, captures);
}

void Compiler::sequence_pattern(Pattern* p, int subject, Label& fail, Captures& captures) {
  auto n = p->items.size;
  int star = -1;
  bool only_wild = true;
  for (uint32_t i = 0; i < n; ++i) {
    if (p->items[i]->kind == PatternKind::Star) star = static_cast<int>(i);
    bool wild = p->items[i]->kind == PatternKind::Wildcard || (p->items[i]->kind == PatternKind::Star && p->items[i]->name.empty());
    only_wild &= wild;
  }
  {
    Temps test(*this);
    int t = temp();
    emit(Op::MATCHSEQ, t, subject);
    jump(Op::JF, fail, t);
    uint32_t least = star >= 0 ? n - 1 : n;
    if (star < 0 || least > 0) {
      emit(Op::LEN, t, subject);
      expect_count(t, least, star >= 0, fail);
    }
  }
  if (only_wild) return;
  if (n > static_cast<uint32_t>(room())) return void(temps(kMaxRegisters + 1));
  int base = temps(static_cast<int>(n));
  if (star < 0)
    emit(Op::UNPACK, base, subject, static_cast<int>(n));
  else if (!p->items[static_cast<size_t>(star)]->name.empty())
    emit_e(Op::UNPACKEX, base, subject, star, n - static_cast<uint32_t>(star) - 1);
  else {
    for (int i = 0; i < static_cast<int>(n); ++i) {  // *_ : pick the other items, leave the rest alone
      if (i == star || p->items[static_cast<size_t>(i)]->kind == PatternKind::Wildcard) continue;
      Temps keep(*this);
      int index = temp();
      if (i < star) {
        load_value(Value::integer(i), index);
      } else {  // counted from the length: sequences need not understand negative indices
        int back = temp();
        emit(Op::LEN, index, subject);
        load_value(Value::integer(static_cast<int>(n) - i), back);
        emit(Op::SUB, index, index, back);
      }
      emit(Op::GETITEM, base + i, subject, index);
    }
  }
  subpatterns(p->items, base, fail, captures);
}

void Compiler::mapping_pattern(Pattern* p, int subject, Label& fail, Captures& captures) {
  auto n = p->keys.size;
  int t = temp(), keys = temp();
  emit(Op::MATCHMAP, t, subject);
  jump(Op::JF, fail, t);
  if (n) {
    emit(Op::LEN, t, subject);
    expect_count(t, n, true, fail);
  }
  SeqExpr tuple{};
  static_cast<Span&>(tuple) = *p;
  tuple.kind = ExprKind::Tuple;
  tuple.items = p->keys;
  if (n || !p->name.empty()) tuple_display(&tuple, keys);
  if (n) {
    at(*p);
    emit(Op::MATCHKEYS, t, subject, keys);
    jump(Op::JNONE, fail, t, 0, 1);
    if (n > static_cast<uint32_t>(room())) return void(temps(kMaxRegisters + 1));
    int base = temps(static_cast<int>(n));
    emit(Op::UNPACK, base, t, static_cast<int>(n));
    subpatterns(p->items, base, fail, captures);
  }
  if (p->name.empty()) return;
  int rest = temp();
  at(*p);
  emit(Op::MATCHREST, rest, subject, keys);
  captures.emplace_back(p->name, rest);
}

void Compiler::class_pattern(Pattern* p, int subject, Label& fail, Captures& captures) {
  int values = temp();
  {
    Temps keep(*this);
    int cls = any(p->value);
    std::vector<Value> wanted{Value::integer(p->items.size)};
    for (std::string_view n : p->keyword_names) wanted.push_back(Value::object(mangled(n)));
    at(*p);
    emit_e(by_dialect(Op::MATCHCLASS, Op::MATCHTYPE), values, subject, cls, constant(tuple_value(wanted)));
    jump(Op::JNONE, fail, values, 0, 1);
  }
  uint32_t n = p->items.size + p->keyword_patterns.size;
  if (!n) return;
  if (n > static_cast<uint32_t>(room())) return void(temps(kMaxRegisters + 1));
  int base = temps(static_cast<int>(n));
  emit(Op::UNPACK, base, values, static_cast<int>(n));
  subpatterns(p->items, base, fail, captures);
  subpatterns(p->keyword_patterns, base + static_cast<int>(p->items.size), fail, captures);
}

// Every alternative leaves its captures in the same registers.
void Compiler::or_pattern(Pattern* p, int subject, Label& fail, Captures& captures) {
  Label matched;
  Captures common;
  for (size_t i = 0; i < p->items.size && !failed_; ++i) {
    Pattern* alternative = p->items[i];
    bool last = i + 1 == p->items.size;
    bool simple = alternative->kind == PatternKind::Value || alternative->kind == PatternKind::Singleton;
    if (simple && !last) {
      at(*alternative);
      value_pattern(alternative, subject, matched, true);
      continue;
    }
    Label next;
    Captures own;
    if (i == 0) {
      std::vector<std::string_view> names = captured_names(alternative);
      int reg = temps(static_cast<int>(names.size()));
      for (std::string_view n : names) common.emplace_back(n, reg++);
    }
    Temps keep(*this);
    pattern(alternative, subject, last ? fail : next, own);
    for (auto [name, reg] : own)
      for (auto [common_name, target] : common)
        if (name == common_name) move(target, reg);
    if (last) break;
    jump(matched);
    bind(next);
  }
  bind(matched);
  captures.insert(captures.end(), common.begin(), common.end());
}

std::vector<std::string_view> Compiler::captured_names(const Pattern* p) {
  std::vector<std::string_view> out;
  std::vector<const Pattern*> todo{p};
  while (!todo.empty()) {
    p = todo.back();
    todo.pop_back();
    if (p->kind != PatternKind::Class && !p->name.empty()) out.push_back(p->name);
    if (p->inner) todo.push_back(p->inner);
    if (p->kind == PatternKind::Or) {  // the alternatives bind the same names
      if (!p->items.empty()) todo.push_back(p->items[0]);
      continue;
    }
    todo.insert(todo.end(), p->items.begin(), p->items.end());
    todo.insert(todo.end(), p->keyword_patterns.begin(), p->keyword_patterns.end());
  }
  return out;
}

}  // namespace sl
