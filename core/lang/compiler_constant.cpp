// Constants: from literals to shared values.
#include "core/lang/compiler.h"
#include "core/vm/runtime.h"
#include "core/vm/types.h"

namespace sl {

using namespace ast;

namespace {
constexpr size_t kInternedText = 128;
}

Value Compiler::text_value(std::string_view text) {
  if (text.size() <= kInternedText) return Value::object(intern(text));
  Value& known = texts_[std::string(text)];
  if (known.is_unset()) known = Value::object(make_shared_str(text));
  return known;
}

Value Compiler::bytes_value(std::string_view data) {
  auto* b = static_cast<Bytes*>(allocate_shared(Kind::Bytes, sizeof(Bytes) + data.size()));
  b->size = data.size();
  std::memcpy(b->data, data.data(), data.size());
  return Value::object(b);
}

// Equal tuples of one compilation are one object.
Value Compiler::tuple_value(const std::vector<Value>& items) {
  if (items.empty()) return Value::object(g_empty_tuple);
  std::string key(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Value));
  Value& known = tuples_[key];
  if (known.is_unset()) {
    auto* t = static_cast<sl::Tuple*>(allocate_shared(Kind::Tuple, sizeof(sl::Tuple) + (items.size() - 1) * sizeof(Value)));
    t->size = items.size();
    for (size_t i = 0; i < items.size(); ++i) t->items[i] = items[i];
    known = Value::object(t);
  }
  return known;
}

bool Compiler::constant_items(Seq<Expr*> items, Value& out) {
  std::vector<Value> values(items.size);
  for (size_t i = 0; i < items.size; ++i)
    if (!constant_value(items[i], values[i])) return false;
  out = tuple_value(values);
  return true;
}

// x[::-1]; slices without a step have instructions of their own.
bool Compiler::constant_slice(const SliceExpr* e, Value& out) {
  Value parts[3];
  const Expr* given[] = {e->start, e->stop, e->step};
  if (!e->step) return false;
  for (int i = 0; i < 3; ++i) {
    parts[i] = Value::none();
    if (given[i] && !constant_value(given[i], parts[i])) return false;
  }
  auto* s = static_cast<sl::Slice*>(allocate_shared(Kind::Slice, sizeof(sl::Slice)));
  s->start = parts[0];
  s->stop = parts[1];
  s->step = parts[2];
  out = Value::object(s);
  return true;
}

bool Compiler::constant_value(const Expr* e, Value& out) {
  switch (e->kind) {
    case ExprKind::None: out = Value::none(); return true;
    case ExprKind::True: out = Value::boolean(true); return true;
    case ExprKind::False: out = Value::boolean(false); return true;
    case ExprKind::Ellipsis: out = Value::object(g_ellipsis); return true;
    case ExprKind::Int: out = Value::integer(static_cast<const IntExpr*>(e)->value); return true;
    case ExprKind::BigInt: {
      auto* b = static_cast<const BigIntExpr*>(e);
      out = int_from_digits(b->digits, b->base);
      if (b->negative) as<BigInt>(out)->negative = true;
      return true;
    }
    case ExprKind::Float: out = Value::number(static_cast<const FloatExpr*>(e)->value); return true;
    case ExprKind::Imaginary: {
      auto* c = static_cast<Complex*>(allocate_shared(Kind::Complex, sizeof(Complex)));
      c->re = static_cast<const ImaginaryExpr*>(e)->real;
      c->im = static_cast<const ImaginaryExpr*>(e)->value;
      out = Value::object(c);
      return true;
    }
    case ExprKind::Str: out = text_value(static_cast<const StrExpr*>(e)->value); return true;
    case ExprKind::Bytes: out = bytes_value(static_cast<const StrExpr*>(e)->value); return true;
    case ExprKind::Tuple: return constant_items(static_cast<const SeqExpr*>(e)->items, out);
    default: return false;
  }
}

void Compiler::load_value(Value v, int dst) {
  if (v.is_none()) return emit(Op::LOADNONE, dst);
  if (v.is_bool()) return emit(v.i ? Op::LOADTRUE : Op::LOADFALSE, dst);
  if (v.is_int() && v.i >= INT16_MIN && v.i <= INT16_MAX) return emit_x(Op::LOADINT, dst, static_cast<uint32_t>(v.i) & 0xFFFF);
  emit_x(Op::LOADK, dst, constant(v));
}

// Only numbers and text: what the K instructions have fast paths for.
int Compiler::small_constant(const Expr* e) {
  if (e->kind != ExprKind::Int && e->kind != ExprKind::Float && e->kind != ExprKind::Str) return -1;
  Value v;
  constant_value(e, v);
  auto it = u_->constants.find({v.tag, v.bits});
  if (it == u_->constants.end() && u_->code->constants.size() >= 256) return -1;
  uint32_t index = constant(v);
  return index < 256 ? static_cast<int>(index) : -1;
}

}  // namespace sl
