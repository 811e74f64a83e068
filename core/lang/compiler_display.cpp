// List, tuple, set and dict displays, f-strings. Values are evaluated into consecutive registers;
// what does not fit one instruction is added piece by piece.
#include <algorithm>
#include <unordered_set>

#include "core/lang/compiler.h"
#include "core/vm/runtime.h"

namespace sl {

using namespace ast;

namespace {

bool has_star(Seq<Expr*> items) {
  return std::any_of(items.begin(), items.end(), [](Expr* e) { return e->kind == ExprKind::Starred; });
}

}  // namespace

// Registers a display may take at once, leaving room for its items' own needs.
int Compiler::chunk_limit() const { return std::clamp(room() - 40, 4, 50); }

void Compiler::list_display(Seq<Expr*> items, int dst) {
  Span span = u_->at;
  Temps keep(*this);
  int out = named(dst) && items.size ? temp() : dst;
  Value constants;
  if (items.size > 3 && constant_items(items, constants)) {
    int t = temp();
    emit(Op::BUILDLIST, out, 0, 0);
    load_value(constants, t);
    emit(Op::LISTEXTEND, out, t);
    return move(dst, out);
  }
  size_t limit = static_cast<size_t>(chunk_limit()), done = 0;
  int base = u_->top;
  {
    Temps chunk(*this);
    for (; done < items.size && done < limit && items[done]->kind != ExprKind::Starred && !failed_; ++done) fresh(items[done]);
  }
  at(span);
  emit(Op::BUILDLIST, done == items.size ? dst : out, done ? base : 0, static_cast<int>(done));
  if (done == items.size) return;
  for (; done < items.size && !failed_; ++done) {
    Temps one(*this);
    bool star = items[done]->kind == ExprKind::Starred;
    int v = any(star ? static_cast<UnaryWrapExpr*>(items[done])->value : items[done]);
    at(*items[done]);
    emit(star ? Op::LISTEXTEND : Op::LISTAPPEND, out, v);
  }
  at(span);
  move(dst, out);
}

void Compiler::tuple_display(SeqExpr* e, int dst) {
  Value v;
  if (constant_value(e, v)) return load_value(v, dst);
  Temps keep(*this);
  bool direct = !has_star(e->items) && e->items.size <= static_cast<size_t>(chunk_limit());
  if (direct) {
    int base = u_->top;
    for (Expr* item : e->items) fresh(item);
    at(*e);
    return emit(Op::BUILDTUPLE, dst, base, static_cast<int>(e->items.size));
  }
  int list = named(dst) ? temp() : dst;
  list_display(e->items, list);
  at(*e);
  emit(Op::LISTTOTUPLE, dst, list);
}

void Compiler::set_display(SeqExpr* e, int dst) {
  Temps keep(*this);
  int out = named(dst) ? temp() : dst;
  size_t limit = static_cast<size_t>(chunk_limit()), done = 0;
  int base = u_->top;
  {
    Temps chunk(*this);
    for (; done < e->items.size && done < limit && e->items[done]->kind != ExprKind::Starred && !failed_; ++done) fresh(e->items[done]);
  }
  at(*e);
  emit(Op::BUILDSET, out, done ? base : 0, static_cast<int>(done));
  for (; done < e->items.size && !failed_; ++done) {
    Temps one(*this);
    Expr* item = e->items[done];
    bool star = item->kind == ExprKind::Starred;
    int v = any(star ? static_cast<UnaryWrapExpr*>(item)->value : item);
    at(*item);
    emit(star ? Op::SETUPDATE : Op::SETADD, out, v);
  }
  move(dst, out);
}

// Leading entries under distinct string constants.
bool Compiler::keyed_dict(DictExpr* e, int out, size_t& done) {
  size_t limit = static_cast<size_t>(chunk_limit());
  std::vector<Value> keys;
  std::vector<Expr*> values;
  std::unordered_set<std::string_view> seen;
  for (size_t i = 0; i < e->keys.size && i < limit; ++i) {
    Expr* key = e->keys[i];
    if (!key || key->kind != ExprKind::Str || !seen.insert(static_cast<StrExpr*>(key)->value).second) break;
    keys.push_back(text_value(static_cast<StrExpr*>(key)->value));
    values.push_back(e->values[i]);
  }
  if (keys.empty() || (keys.size() < limit && keys.size() < e->keys.size && e->keys[keys.size()])) return false;
  done = keys.size();
  named_dict(keys, values, out);
  return true;
}

// `annotations`: the values are compiled as such. In parts, as far as registers go.
void Compiler::named_dict(const std::vector<Value>& keys, const std::vector<Expr*>& values, int dst, bool annotations) {
  Span span = u_->at;
  size_t limit = static_cast<size_t>(chunk_limit());
  for (size_t done = 0; done == 0 || done < keys.size();) {
    Temps keep(*this);
    int part = done ? temp() : dst, base = u_->top;
    size_t end = std::min(keys.size(), done + limit);
    for (size_t i = done; i < end && !failed_; ++i) {
      if (annotations)
        annotation(values[i], temp());
      else
        fresh(values[i]);
    }
    if (failed_) return;
    at(span);
    std::vector<Value> names(keys.begin() + static_cast<ptrdiff_t>(done), keys.begin() + static_cast<ptrdiff_t>(end));
    emit_e(Op::BUILDDICTK, part, base, static_cast<int>(names.size()), constant(tuple_value(names)));
    if (done) emit(Op::DICTUPDATE, dst, part);
    if (end == done) break;
    done = end;
  }
}

void Compiler::dict_display(DictExpr* e, int dst) {
  Temps keep(*this);
  int out = named(dst) ? temp() : dst;
  size_t limit = static_cast<size_t>(chunk_limit()) / 2, done = 0;
  if (!keyed_dict(e, out, done)) {
    Temps chunk(*this);
    int base = u_->top;
    for (; done < e->keys.size && done < limit && e->keys[done] && !failed_; ++done) {
      fresh(e->keys[done]);
      fresh(e->values[done]);
    }
    at(*e);
    emit(Op::BUILDDICT, out, done ? base : 0, static_cast<int>(done));
  }
  for (; done < e->keys.size && !failed_; ++done) {
    Temps one(*this);
    if (!e->keys[done]) {
      int v = any(e->values[done]);
      at(*e->values[done]);
      emit(Op::DICTUPDATE, out, v);
      continue;
    }
    int k = any_before(e->keys[done], e->values[done]);
    int v = any(e->values[done]);
    at(*e->keys[done]);
    emit(Op::DICTSET, out, k, v);
  }
  at(*e);
  move(dst, out);
}

// ---- f-strings ----------------------------------------------------------------------------------

void Compiler::fstring(FStringExpr* e, int dst) {
  if (e->parts.empty()) return load_value(text_value(""), dst);
  if (e->parts.size == 1) return fstring_part(e->parts[0], dst, true);
  Temps keep(*this);
  int limit = chunk_limit(), count = 0;
  int base = u_->top;
  for (const FStringPart& part : e->parts) {
    if (failed_) return;
    if (count == limit) {  // what there is becomes the first string of the next round
      at(*e);
      emit(Op::BUILDSTR, base, base, count);
      u_->top = base + 1;
      count = 1;
    }
    fstring_part(part, temp(), false);
    ++count;
  }
  at(*e);
  emit(Op::BUILDSTR, dst, base, count);
}

void Compiler::fstring_part(const FStringPart& part, int dst, bool alone) {
  if (!part.expr) return load_value(text_value(part.text), dst);
  size_t conversion = part.conversion ? std::string_view("sra").find(part.conversion) + 1 : 0;
  Temps keep(*this);
  int v;
  if (part.spec) {
    v = temps(2);
    to(part.expr, v);
    to(part.spec, v + 1);
    conversion |= 4;
  } else {
    v = any(part.expr, dst);
    if (!alone && !options_.scriptling_dialect) conversion |= 8;
  }
  at(*part.expr);
  emit(Op::FORMAT, dst, v, static_cast<int>(conversion));
}

}  // namespace sl
