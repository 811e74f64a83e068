// The dispatch loop.
//
// Rules
// 1. R, K, pc and caches mirror the top frame; after anything that pushes or pops frames they are
//    reloaded (ENTER_FRAME). The stack never moves, so R stays valid across calls.
// 2. Before an operation that can raise or run script code, the frame's pc is saved (SAVE()); the
//    handler tables and line tables are searched with it.
// 3. Collection happens only inside handle_interrupt() at LOOP and function entry. Every register
//    below thread->top is a root; a register may be stale but never dangling.
// 4. Values read from registers before a call that runs script code are copies; re-read registers
//    afterwards.
#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/number.h"
#include "core/vm/ops.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {
namespace {

// Registers are copied by halves: a 16-byte vector load behind the two narrow stores that wrote a value waits
// until they have left the store buffer.
inline void put(Value& to, const Value& from) noexcept {
  to.tag = from.tag;
  to.bits = from.bits;
}
struct Reg : Value {
  Reg& operator=(const Value& v) noexcept { return put(*this, v), *this; }
  Reg& operator=(const Reg& v) noexcept { return put(*this, v), *this; }
};
inline Reg* as_registers(Value* base) noexcept { return static_cast<Reg*>(base); }

inline bool fast_truthy(const Value& v, bool* out) {
  if (v.tag == kBool || v.tag == kInt) return *out = v.i != 0, true;
  if (v.tag == kNone) return *out = false, true;
  return false;
}

inline int64_t floor_div(int64_t a, int64_t b) {
  int64_t q = a / b;
  return q - ((a % b != 0) && ((a < 0) != (b < 0)));
}
inline int64_t floor_mod(int64_t a, int64_t b) {
  int64_t r = a % b;
  return r + ((r != 0 && ((r < 0) != (b < 0))) ? b : 0);
}

// May an int and a float be compared as floats?
inline bool mixes_exactly(const Value& x, const Value& y) {
  constexpr int64_t kExact = int64_t{1} << 53;
  int64_t i = x.tag == kInt ? x.i : y.i;
  return i >= -kExact && i <= kExact;
}

inline bool same_text(const Str* a, const Str* b) { return a == b || (a->size == b->size && !(a->flags & b->flags & kStrInterned) && str_equal(a, b)); }

inline Value compare_values(Vm& vm, CmpOp op, const Value& a, const Value& b) {
  if (op == CmpOp::Eq || op == CmpOp::Ne) {
    if (is_str(a) && is_str(b)) return Value::boolean(same_text(as<Str>(a), as<Str>(b)) == (op == CmpOp::Eq));
  }
  return vm.compare(op, a, b);
}

}  // namespace

namespace {

RunStatus execute(Vm& vm, bool raising) {
  static const void* const kLabels[] = {
#define SL_OP(name, format, words, text) &&L_##name,
#include "core/lang/opcodes.def"
#undef SL_OP
  };
  Thread* const th = vm.thread;
  Frame* f;
  Reg* R;
  const Value* K;
  const uint32_t* pc;
  CacheWord* caches;
  uint32_t w = 0;

  // State of the shared call path.
  Value callee;
  Reg* args = nullptr;
  uint32_t argc = 0;
  Reg* dst = nullptr;
  uint32_t frame_flags = 0;
  Value frame_extra;
  // State of the shared path of operators: the left operand is an instance.
  BinOp bop = BinOp::Add;
  uint32_t how = 0;

#define A ((w >> 8) & 255)
#define B ((w >> 16) & 255)
#define C (w >> 24)
#define BX (w >> 16)
#define SBX (static_cast<int16_t>(w >> 16))
#define SAX (static_cast<int32_t>(w) >> 8)
#define CASE(op) L_##op
#define NEXT()              \
  do {                      \
    w = *pc++;              \
    goto* kLabels[w & 255]; \
  } while (0)
#define SAVE() (f->pc = pc)
#define NAME(k) (as<Str>(K[k]))
#define ENTER_FRAME()                                     \
  do {                                                    \
    f = &th->frames[th->depth - 1];                       \
    R = as_registers(f->base);                            \
    pc = f->pc;                                           \
    K = f->code->constants.data();                        \
    caches = f->code->caches.get();                       \
    th->top = R + f->code->register_count + kWindowSlack; \
  } while (0)
#define RAISE_IF_UNSET(v)            \
  do {                               \
    if ((v).is_unset()) [[unlikely]] \
      goto raise;                    \
  } while (0)
#define SET(reg, value)      \
  do {                       \
    Value result_ = (value); \
    RAISE_IF_UNSET(result_); \
    R[reg] = result_;        \
  } while (0)
#define CHECK(ok)           \
  do {                      \
    if (!(ok)) [[unlikely]] \
      goto raise;           \
  } while (0)
#define SET_INT(reg, value) \
  do {                      \
    int64_t v_ = (value);   \
    R[reg].tag = kInt;      \
    R[reg].i = v_;          \
  } while (0)
#define SET_FLOAT(reg, value) \
  do {                        \
    double v_ = (value);      \
    R[reg].tag = kFloat;      \
    R[reg].f = v_;            \
  } while (0)
#define SET_BOOL(reg, value) \
  do {                       \
    bool v_ = (value);       \
    R[reg].tag = kBool;      \
    R[reg].i = v_;           \
  } while (0)
#define AS_DOUBLE(v) ((v).tag == kFloat ? (v).f : static_cast<double>((v).i))
#define SAFEPOINT()                                                  \
  do {                                                               \
    if (vm.interrupt.load(std::memory_order_relaxed)) [[unlikely]] { \
      SAVE();                                                        \
      CHECK(vm.handle_interrupt());                                  \
    }                                                                \
  } while (0)
#define JUMP_E() (pc += static_cast<int32_t>(*pc) + 1)
#define OPERATE(x, y, flags)                \
  do {                                      \
    args = &R[f->code->register_count + 2]; \
    args[-2] = x;                           \
    args[-1] = y;                           \
    how = flags;                            \
    goto operate;                           \
  } while (0)

  ENTER_FRAME();
  if (raising) goto raise;
  SAFEPOINT();
  NEXT();

  CASE(NOP) : NEXT();
  CASE(MOVE) : R[A] = R[B];
  NEXT();
  CASE(LOADK) : R[A] = K[BX];
  NEXT();
  CASE(LOADNONE) : R[A] = Value::none();
  NEXT();
  CASE(LOADTRUE) : R[A] = Value::boolean(true);
  NEXT();
  CASE(LOADFALSE) : R[A] = Value::boolean(false);
  NEXT();
  CASE(LOADINT) : SET_INT(A, SBX);
  NEXT();
  CASE(LOADUNSET) : R[A] = Value();
  NEXT();
  CASE(CHECKLOCAL) : if (R[A].is_unset()) [[unlikely]] {
    SAVE();
    raise_unbound(vm, NAME(BX), false);
    goto raise;
  }
  NEXT();
  CASE(CHECKOUTER) : if (R[A].is_unset()) [[unlikely]] {
    SAVE();
    raise_unbound(vm, NAME(BX), true);
    goto raise;
  }
  NEXT();

  CASE(LOADGLOBAL) : {
    const Value& v = f->module->slots[BX];
    if (v.is_unset()) [[unlikely]] {
      int32_t builtin = f->module->names->builtin[BX];
      if (builtin >= 0 && !vm.builtins[builtin].is_unset()) {
        R[A] = vm.builtins[builtin];
        NEXT();
      }
      SAVE();
      SET(A, load_global_slow(vm, f->module, BX));
      NEXT();
    }
    R[A] = v;
    NEXT();
  }
  CASE(TRYGLOBAL) : {
    Value v = f->module->slots[BX];
    if (v.is_unset()) {
      SAVE();
      v = load_global_slow(vm, f->module, BX);
      if (v.is_unset()) vm.clear_error();
    }
    R[A] = v;
    NEXT();
  }
  CASE(STOREGLOBAL) : put(f->module->slots[BX], R[A]);
  NEXT();
  CASE(STOREDICT) : dict_set_str(vm, f->module->extra, f->module->names->names[BX], R[A]);
  NEXT();
  CASE(DELDICT) : SAVE();
  CHECK(delete_dict_global(vm, f->module, BX));
  NEXT();
  CASE(DELGLOBAL) : SAVE();
  CHECK(delete_global(vm, f->module, BX));
  NEXT();
  CASE(MAKECELL) : R[A] = Value::object(vm.new_cell(R[A]));
  NEXT();
  CASE(NEWCELL) : R[A] = Value::object(vm.new_cell(Value()));
  NEXT();
  CASE(LOADCELL) : {
    const Value& v = as<Cell>(R[B])->value;
    if (v.is_unset()) [[unlikely]] {
      SAVE();
      raise_unbound(vm, NAME(*pc), C != 0);
      goto raise;
    }
    R[A] = v;
    ++pc;
    NEXT();
  }
  CASE(STORECELL) : put(as<Cell>(R[B])->value, R[A]);
  NEXT();
  CASE(DELCELL) : {
    Cell* cell = as<Cell>(R[B]);
    if (cell->value.is_unset()) {
      SAVE();
      raise_unbound(vm, NAME(*pc), false);
      goto raise;
    }
    cell->value = Value();
    ++pc;
    NEXT();
  }
  CASE(LOADFREE) : {
    const Value& v = as<Cell>(f->function->cells->items[B])->value;
    if (v.is_unset()) [[unlikely]] {
      SAVE();
      raise_unbound(vm, NAME(*pc), true);
      goto raise;
    }
    R[A] = v;
    ++pc;
    NEXT();
  }
  CASE(STOREFREE) : put(as<Cell>(f->function->cells->items[B])->value, R[A]);
  NEXT();
  CASE(DELFREE) : {
    Cell* cell = as<Cell>(f->function->cells->items[B]);
    if (cell->value.is_unset()) {
      SAVE();
      raise_unbound(vm, NAME(*pc), true);
      goto raise;
    }
    cell->value = Value();
    ++pc;
    NEXT();
  }
  CASE(MAKEFUNC) : {
    uint32_t how = *pc++;
    SET(A, make_function(vm, f, f->code->children[BX].get(), &R[A], how));
    NEXT();
  }
  CASE(LOADNS) : {
    uint32_t e = *pc++;
    SAVE();
    SET(A, load_namespace(vm, f, B, NAME(e & 0xFFFF), e >> 16));
    NEXT();
  }
  CASE(STORENS) : {
    Value ns = R[0];
    Str* name = NAME(*pc++);
    if (is_kind(ns, Kind::Dict)) {
      dict_set_str(vm, as<Dict>(ns), name, R[A]);
    } else {
      SAVE();
      CHECK(vm.set_item(ns, Value::object(name), R[A]));
    }
    NEXT();
  }
  CASE(DELNS) : {
    Str* name = NAME(*pc++);
    SAVE();
    if (!vm.del_item(R[0], Value::object(name))) {
      if (vm.catch_error(errors().KeyError)) raise_undefined(vm, name);
      goto raise;
    }
    NEXT();
  }

  // ---- arithmetic -----------------------------------------------------------------------------
#define ARITHMETIC_CASE(op, builtin_op, float_op, rhs, ...) \
  CASE(op) : {                                              \
    const Value& x = R[B];                                  \
    const Value& y = rhs;                                   \
    uint64_t t = x.tag | y.tag;                             \
    if (t == kInt) [[likely]] {                             \
      int64_t r;                                            \
      if (!builtin_op(x.i, y.i, &r)) [[likely]] {           \
        SET_INT(A, r);                                      \
        NEXT();                                             \
      }                                                     \
    } else if (t == kFloat) {                               \
      SET_FLOAT(A, x.f float_op y.f);                       \
      NEXT();                                               \
    } else if (t == (kInt | kFloat)) {                      \
      SET_FLOAT(A, AS_DOUBLE(x) float_op AS_DOUBLE(y));     \
      NEXT();                                               \
    }                                                       \
    __VA_ARGS__                                             \
  }
#define ARITHMETIC(op, builtin_op, float_op, binop, rhs) ARITHMETIC_CASE(op, builtin_op, float_op, rhs, bop = BinOp::binop; callee = y; goto binary;)
#define INPLACE_ARITHMETIC(op, builtin_op, float_op, binop, rhs) ARITHMETIC_CASE(op, builtin_op, float_op, rhs, bop = BinOp::binop; callee = y; how = kHowInplace; goto arithmetic;)
  ARITHMETIC(ADD, __builtin_add_overflow, +, Add, R[C])
  ARITHMETIC(SUB, __builtin_sub_overflow, -, Sub, R[C])
  ARITHMETIC(MUL, __builtin_mul_overflow, *, Mul, R[C])
  ARITHMETIC(ADDK, __builtin_add_overflow, +, Add, K[C])
  ARITHMETIC(SUBK, __builtin_sub_overflow, -, Sub, K[C])
  ARITHMETIC(MULK, __builtin_mul_overflow, *, Mul, K[C])
  INPLACE_ARITHMETIC(IADD, __builtin_add_overflow, +, Add, R[C])
  INPLACE_ARITHMETIC(ISUB, __builtin_sub_overflow, -, Sub, R[C])
  INPLACE_ARITHMETIC(IMUL, __builtin_mul_overflow, *, Mul, R[C])
  INPLACE_ARITHMETIC(IADDK, __builtin_add_overflow, +, Add, K[C])
  INPLACE_ARITHMETIC(ISUBK, __builtin_sub_overflow, -, Sub, K[C])

#define DIVISION(op, rhs)                                                                                                              \
  CASE(op) : {                                                                                                                         \
    const Value& x = R[B];                                                                                                             \
    const Value& y = rhs;                                                                                                              \
    uint64_t t = x.tag | y.tag;                                                                                                        \
    if ((t & ~uint64_t{kInt | kFloat}) == 0) {                                                                                         \
      constexpr int64_t kExact = int64_t{1} << 53;                                                                                     \
      double d = AS_DOUBLE(y);                                                                                                         \
      if (d != 0.0 && (t == kFloat || t == (kInt | kFloat) || (x.i >= -kExact && x.i <= kExact && y.i >= -kExact && y.i <= kExact))) { \
        SET_FLOAT(A, AS_DOUBLE(x) / d);                                                                                                \
        NEXT();                                                                                                                        \
      }                                                                                                                                \
    }                                                                                                                                  \
    bop = BinOp::TrueDiv;                                                                                                              \
    callee = y;                                                                                                                        \
    goto binary;                                                                                                                       \
  }
  DIVISION(DIV, R[C])
  DIVISION(DIVK, K[C])

#define INT_ONLY(op, guard, expression, binop, rhs)      \
  CASE(op) : {                                           \
    const Value& x = R[B];                               \
    const Value& y = rhs;                                \
    if ((x.tag | y.tag) == kInt && (guard)) [[likely]] { \
      SET_INT(A, expression);                            \
      NEXT();                                            \
    }                                                    \
    bop = BinOp::binop;                                  \
    callee = y;                                          \
    goto binary;                                         \
  }
  INT_ONLY(FLOORDIV, y.i != 0 && y.i != -1, floor_div(x.i, y.i), FloorDiv, R[C])
  INT_ONLY(FLOORDIVK, y.i != 0 && y.i != -1, floor_div(x.i, y.i), FloorDiv, K[C])
  INT_ONLY(MOD, y.i != 0 && y.i != -1, floor_mod(x.i, y.i), Mod, R[C])
  INT_ONLY(MODK, y.i != 0 && y.i != -1, floor_mod(x.i, y.i), Mod, K[C])
  INT_ONLY(AND, true, x.i & y.i, And, R[C])
  INT_ONLY(ANDK, true, x.i & y.i, And, K[C])
  INT_ONLY(OR, true, x.i | y.i, Or, R[C])
  INT_ONLY(XOR, true, x.i ^ y.i, Xor, R[C])
  INT_ONLY(SHR, y.i >= 0 && y.i < 64, x.i >> y.i, RShift, R[C])
  INT_ONLY(SHL, y.i >= 0 && y.i < 62 && x.i != INT64_MIN && (x.i < 0 ? -x.i : x.i) < (int64_t{1} << (62 - y.i)), static_cast<int64_t>(static_cast<uint64_t>(x.i) << y.i), LShift,
           R[C])
  CASE(MATMUL) : bop = BinOp::MatMul;
  callee = R[C];
  goto binary;
  CASE(POW) : bop = BinOp::Pow;
  callee = R[C];
  goto binary;
binary:
  how = 0;
arithmetic : {
  SAVE();
  Value x = R[B];
  if (bop == BinOp::Add && is_str(x) && is_str(callee)) {
    SET(A, str_concat(vm, as<Str>(x), as<Str>(callee)));
    NEXT();
  }
  if (is_kind(x, Kind::Instance)) {
    OPERATE(x, callee, static_cast<uint32_t>(bop) | how);
  }
  if (is_plain_number(x) && is_plain_number(callee)) {
    Value v = number_binary(vm, bop, x, callee);
    if (!is_not_implemented(v)) {
      RAISE_IF_UNSET(v);
      R[A] = v;
      NEXT();
    }
  }
  SET(A, how ? vm.inplace(bop, x, callee) : vm.binary(bop, x, callee));
  NEXT();
}
operate : {
  // A method written in script runs as a frame of this loop, its operands kept below its registers.
  callee = operator_method(vm, how, args[-2], args[-1]);
  if (!callee.is_unset()) {
    args[0] = args[-2];
    args[1] = args[-1];
    argc = 2;
    dst = args;
    frame_flags = kFrameOperator;
    frame_extra = Value::integer(how);
    goto call_function;
  }
  callee = operate(vm, how, args[-2], args[-1]);
  RAISE_IF_UNSET(callee);
}
deliver : {
  if (how & (kHowJump | kHowBool)) {
    bool truth;
    if (!fast_truthy(callee, &truth)) {
      int r = vm.truthy(callee);
      CHECK(r >= 0);
      truth = r;
    }
    if (how & kHowNot) truth = !truth;
    if (how & kHowBool) {
      SET_BOOL(A, truth);
    } else if (truth == static_cast<bool>(C)) {
      JUMP_E();
    } else {
      ++pc;
    }
    NEXT();
  }
  R[A] = callee;
  NEXT();
}
  CASE(INPLACE) : {
    auto op = static_cast<BinOp>(*pc++);
    if ((R[B].tag | R[C].tag) == kInt) {
      int64_t x = R[B].i, y = R[C].i;
      if (op == BinOp::And || op == BinOp::Or || op == BinOp::Xor) {
        SET_INT(A, op == BinOp::And ? x & y : op == BinOp::Or ? x | y : x ^ y);
        NEXT();
      }
      if ((op == BinOp::FloorDiv || op == BinOp::Mod) && y != 0 && y != -1) {
        SET_INT(A, op == BinOp::Mod ? floor_mod(x, y) : floor_div(x, y));
        NEXT();
      }
    }
    SAVE();
    SET(A, vm.inplace(op, R[B], R[C]));
    NEXT();
  }
  CASE(NEG) : {
    const Value& x = R[B];
    if (x.tag == kInt && x.i != INT64_MIN) {
      SET_INT(A, -x.i);
      NEXT();
    }
    if (x.tag == kFloat) {
      SET_FLOAT(A, -x.f);
      NEXT();
    }
    SAVE();
    SET(A, vm.unary(UnOp::Neg, x));
    NEXT();
  }
  CASE(POS) : SAVE();
  SET(A, vm.unary(UnOp::Pos, R[B]));
  NEXT();
  CASE(INVERT) : if (R[B].tag == kInt) {
    SET_INT(A, ~R[B].i);
    NEXT();
  }
  SAVE();
  SET(A, vm.unary(UnOp::Invert, R[B]));
  NEXT();
  CASE(NOT) : {
    bool truth;
    if (!fast_truthy(R[B], &truth)) {
      SAVE();
      int r = vm.truthy(R[B]);
      CHECK(r >= 0);
      truth = r;
    }
    SET_BOOL(A, !truth);
    NEXT();
  }

  // ---- comparison -----------------------------------------------------------------------------
#define COMPARE(op, c_op, cmp)                                                                      \
  CASE(op) : {                                                                                      \
    const Value& x = R[B];                                                                          \
    const Value& y = R[C];                                                                          \
    uint64_t t = x.tag | y.tag;                                                                     \
    if (t == kInt) {                                                                                \
      SET_BOOL(A, x.i c_op y.i);                                                                    \
      NEXT();                                                                                       \
    }                                                                                               \
    if (t == kFloat) {                                                                              \
      SET_BOOL(A, x.f c_op y.f);                                                                    \
      NEXT();                                                                                       \
    }                                                                                               \
    if (t == (kInt | kFloat) && mixes_exactly(x, y)) {                                              \
      SET_BOOL(A, AS_DOUBLE(x) c_op AS_DOUBLE(y));                                                  \
      NEXT();                                                                                       \
    }                                                                                               \
    SAVE();                                                                                         \
    if (is_kind(x, Kind::Instance)) OPERATE(x, y, static_cast<uint32_t>(CmpOp::cmp) | kHowCompare); \
    SET(A, compare_values(vm, CmpOp::cmp, x, y));                                                   \
    NEXT();                                                                                         \
  }
  COMPARE(LT, <, Lt)
  COMPARE(LE, <=, Le)
  COMPARE(EQ, ==, Eq)
  COMPARE(NE, !=, Ne)
  COMPARE(GT, >, Gt)
  COMPARE(GE, >=, Ge)

#define COMPARE_JUMP_CASE(op, c_op, cmp, rhs, ...)                                                               \
  CASE(op) : {                                                                                                   \
    const Value& x = R[A];                                                                                       \
    const Value& y = rhs;                                                                                        \
    uint64_t t = x.tag | y.tag;                                                                                  \
    bool truth;                                                                                                  \
    if (t == kInt) [[likely]] {                                                                                  \
      truth = x.i c_op y.i;                                                                                      \
    } else if (t == kFloat) {                                                                                    \
      truth = x.f c_op y.f;                                                                                      \
    } else if (t == (kInt | kFloat) && mixes_exactly(x, y)) {                                                    \
      truth = AS_DOUBLE(x) c_op AS_DOUBLE(y);                                                                    \
      __VA_ARGS__                                                                                                \
    } else {                                                                                                     \
      SAVE();                                                                                                    \
      if (is_kind(x, Kind::Instance)) OPERATE(x, y, static_cast<uint32_t>(CmpOp::cmp) | kHowCompare | kHowJump); \
      Value v = compare_values(vm, CmpOp::cmp, x, y);                                                            \
      RAISE_IF_UNSET(v);                                                                                         \
      if (!fast_truthy(v, &truth)) {                                                                             \
        int r = vm.truthy(v);                                                                                    \
        CHECK(r >= 0);                                                                                           \
        truth = r;                                                                                               \
      }                                                                                                          \
    }                                                                                                            \
    if (truth == static_cast<bool>(C))                                                                           \
      JUMP_E();                                                                                                  \
    else                                                                                                         \
      ++pc;                                                                                                      \
    NEXT();                                                                                                      \
  }
#define COMPARE_JUMP(op, c_op, cmp, rhs) COMPARE_JUMP_CASE(op, c_op, cmp, rhs, )
#define EQUALITY_JUMP(op, c_op, cmp, rhs) \
  COMPARE_JUMP_CASE(op, c_op, cmp, rhs,   \
  }                                       \
  else if (is_str(x) && is_str(y)) {      \
    truth = same_text(as<Str>(x), as<Str>(y)) c_op true;)
  COMPARE_JUMP(JLT, <, Lt, R[B])
  COMPARE_JUMP(JLE, <=, Le, R[B])
  EQUALITY_JUMP(JEQ, ==, Eq, R[B])
  EQUALITY_JUMP(JNE, !=, Ne, R[B])
  COMPARE_JUMP(JGT, >, Gt, R[B])
  COMPARE_JUMP(JGE, >=, Ge, R[B])
  COMPARE_JUMP(JLTK, <, Lt, K[B])
  COMPARE_JUMP(JLEK, <=, Le, K[B])
  EQUALITY_JUMP(JEQK, ==, Eq, K[B])
  EQUALITY_JUMP(JNEK, !=, Ne, K[B])
  COMPARE_JUMP(JGTK, >, Gt, K[B])
  COMPARE_JUMP(JGEK, >=, Ge, K[B])

  CASE(IS) : SET_BOOL(A, R[B].same(R[C]));
  NEXT();
  CASE(ISNOT) : SET_BOOL(A, !R[B].same(R[C]));
  NEXT();
  CASE(IN) : {
    SAVE();
    if (is_kind(R[C], Kind::Instance)) OPERATE(R[C], R[B], kHowContains | kHowBool);
    int r = vm.contains(R[C], R[B]);
    CHECK(r >= 0);
    SET_BOOL(A, r);
    NEXT();
  }
  CASE(NOTIN) : {
    SAVE();
    if (is_kind(R[C], Kind::Instance)) OPERATE(R[C], R[B], kHowContains | kHowBool | kHowNot);
    int r = vm.contains(R[C], R[B]);
    CHECK(r >= 0);
    SET_BOOL(A, !r);
    NEXT();
  }

  // ---- jumps ----------------------------------------------------------------------------------
  CASE(JMP) : pc += SAX;
  NEXT();
  CASE(LOOP) : pc += SAX;
  SAFEPOINT();
  NEXT();
  CASE(JT) : {
    bool truth;
    if (!fast_truthy(R[A], &truth)) {
      SAVE();
      int r = vm.truthy(R[A]);
      CHECK(r >= 0);
      truth = r;
    }
    if (truth)
      JUMP_E();
    else
      ++pc;
    NEXT();
  }
  CASE(JF) : {
    bool truth;
    if (!fast_truthy(R[A], &truth)) {
      SAVE();
      int r = vm.truthy(R[A]);
      CHECK(r >= 0);
      truth = r;
    }
    if (!truth)
      JUMP_E();
    else
      ++pc;
    NEXT();
  }
  CASE(JIS) : if (R[A].same(R[B]) == static_cast<bool>(C)) JUMP_E();
  else ++pc;
  NEXT();
  CASE(JNONE) : if (R[A].is_none() == static_cast<bool>(C)) JUMP_E();
  else ++pc;
  NEXT();
  CASE(JIN) : {
    int r;
    const Value& container = R[B];
    if (is_kind(container, Kind::Dict) && is_str(R[A]) && !(container.o->flags & kDictOther)) {
      r = !dict_get_str(as<Dict>(container), as<Str>(R[A])).is_unset();
    } else {
      SAVE();
      if (is_kind(container, Kind::Instance)) OPERATE(container, R[A], kHowContains | kHowJump);
      const bool table = is_kind(container, Kind::Dict) || is_kind(container, Kind::Set);
      r = table ? ops_of(container.o->kind).contains(vm, container.o, R[A]) : vm.contains(container, R[A]);
      CHECK(r >= 0);
    }
    if (static_cast<bool>(r) == static_cast<bool>(C))
      JUMP_E();
    else
      ++pc;
    NEXT();
  }

  // ---- attributes -----------------------------------------------------------------------------
  CASE(GETATTR) : {
    uint32_t e = *pc++;
    CacheWord& cache = caches[e >> 16];
    const Value& o = R[B];
    if (o.tag == kObject) [[likely]] {
      uint64_t word = cache.load(std::memory_order_relaxed);
      if (o.o->kind == Kind::Instance) [[likely]] {
        auto* i = static_cast<Instance*>(o.o);
        uint64_t key = cache_key(i);
        if (word >> 24 != key) [[unlikely]]
          word = probe_word(vm, key, NAME(e & 0xFFFF));
        if (word) [[likely]] {
          switch (word & 15) {
            case kCacheSlot: R[A] = i->slots[cache_payload(word)]; NEXT();
            case kCachePlain: R[A] = cached_class_value(i->cls, word); NEXT();
            case kCacheFunction: R[A] = vm.bind_method(o, cached_class_value(i->cls, word)); NEXT();
            case kCacheStatic: {
              Value attr = cached_class_value(i->cls, word);
              if (!is_kind(attr, Kind::StaticMethod)) break;
              R[A] = as<StaticMethod>(attr)->function;
              NEXT();
            }
            case kCacheGetter: {
              Value self = o, attr = cached_class_value(i->cls, word);
              if (!is_kind(attr, Kind::Native) || (as<Native>(attr)->flags & (kNativeGetter | kNativeAbi)) != kNativeGetter) break;
              SAVE();
              SET(A, as<Native>(attr)->fn(vm, &self));
              NEXT();
            }
            case kCacheProperty: {
              Value attr = cached_class_value(i->cls, word);
              if (!is_kind(attr, Kind::Property)) break;
              Value get = as<Property>(attr)->get;
              if (is_kind(get, Kind::Function) && as<Function>(get)->code->positional == 1) {
                args = &R[f->code->register_count];
                args[0] = o;
                argc = 1;
                callee = get;
                dst = &R[A];
                SAVE();
                goto call_function;
              }
              break;
            }
            default: break;
          }
        }
      } else if (o.o->kind == Kind::Module) {
        auto* m = static_cast<Module*>(o.o);
        if (m->names && word >> 24 == (kKeyModule | m->names->id)) {
          const Value& v = m->slots[cache_payload(word)];
          if (!v.is_unset()) {
            R[A] = v;
            NEXT();
          }
        }
      } else if (o.o->kind == Kind::Class) {
        auto* c = static_cast<Class*>(o.o);
        if (word >> 24 == (kKeyClassObject | c->layout) && (word & 15) == kCacheClassAttr) {
          R[A] = cached_class_value(c, word);
          NEXT();
        }
      }
    }
    SAVE();
    SET(A, get_attr_cached(vm, o, NAME(e & 0xFFFF), cache));
    NEXT();
  }
  CASE(TRYATTR) : {
    uint32_t e = *pc++;
    Value o = R[B];
    if (!o.is_unset()) {
      SAVE();
      o = vm.find_attr(o, NAME(e & 0xFFFF));
      CHECK(!vm.raised());
    }
    R[A] = o;
    NEXT();
  }
  CASE(SETATTR) : {
    uint32_t e = *pc++;
    CacheWord& cache = caches[e >> 16];
    const Value& o = R[A];
    if (is_kind(o, Kind::Instance)) [[likely]] {
      auto* i = static_cast<Instance*>(o.o);
      uint64_t word = cache.load(std::memory_order_relaxed);
      uint64_t key = cache_key(i);
      if (word >> 24 != key) [[unlikely]]
        word = probe_word(vm, key | kKeyStore, NAME(e & 0xFFFF));
      if (word) [[likely]] {
        if ((word & 15) == kCacheSlot) {
          put(i->slots[cache_payload(word)], R[B]);
          NEXT();
        }
        if ((word & 15) == kCacheProperty) {
          Value attr = cached_class_value(i->cls, word);
          if (is_kind(attr, Kind::Property) && is_kind(as<Property>(attr)->set, Kind::Function)) {
            callee = as<Property>(attr)->set;
            args = &R[f->code->register_count];
            args[0] = o;
            args[1] = R[B];
            argc = 2;
            dst = args;  // nobody wants the result
            SAVE();
            goto call_function;
          }
        } else if (i->used < i->capacity) {
          put(i->slots[i->used++], R[B]);
          i->aux = static_cast<uint32_t>(cache_payload(word));
          NEXT();
        }
      }
    }
    SAVE();
    CHECK(set_attr_cached(vm, o, NAME(e & 0xFFFF), R[B], cache));
    NEXT();
  }
  CASE(DELATTR) : {
    uint32_t e = *pc++;
    SAVE();
    CHECK(vm.del_attr(R[A], NAME(e & 0xFFFF)));
    NEXT();
  }
  CASE(LOADMETHOD) : {
    uint32_t e = *pc++;
    CacheWord& cache = caches[e >> 16];
    Value o = R[B];
    if (o.tag == kObject) [[likely]] {
      uint64_t word = cache.load(std::memory_order_relaxed);
      switch (o.o->kind) {
        case Kind::Instance: {
          auto* i = static_cast<Instance*>(o.o);
          uint64_t key = cache_key(i);
          if (word >> 24 != key) [[unlikely]]
            word = probe_word(vm, key, NAME(e & 0xFFFF));
          if (word) [[likely]] {
            if ((word & 15) == kCacheFunction) [[likely]] {
              R[A] = cached_class_value(i->cls, word);
              R[A + 1] = o;
              NEXT();
            }
            if ((word & 15) == kCacheSlot) {
              R[A] = i->slots[cache_payload(word)];
              R[A + 1] = Value();
              NEXT();
            }
            if ((word & 15) == kCacheStatic || (word & 15) == kCacheClassMethod) {
              Value attr = cached_class_value(i->cls, word);
              if (is_kind(attr, Kind::StaticMethod)) {
                R[A] = as<StaticMethod>(attr)->function;
                R[A + 1] = Value();
                NEXT();
              }
              if (wraps_function(attr)) {
                R[A] = as<StaticMethod>(attr)->function;
                R[A + 1] = Value::object(i->cls);
                NEXT();
              }
            }
          }
          break;
        }
        case Kind::Module: {
          auto* m = static_cast<Module*>(o.o);
          if (m->names && word >> 24 == (kKeyModule | m->names->id)) {
            const Value& v = m->slots[cache_payload(word)];
            if (!v.is_unset()) {
              R[A] = v;
              R[A + 1] = Value();
              NEXT();
            }
          }
          break;
        }
        case Kind::Class: {
          auto* c = static_cast<Class*>(o.o);
          if (word >> 24 == (kKeyClassObject | c->layout)) {
            if ((word & 15) == kCacheClassAttr) {
              R[A] = cached_class_value(c, word);
              R[A + 1] = Value();
              NEXT();
            }
            if (Value attr = cached_class_value(c, word); (word & 15) == kCacheClassMethod && wraps_function(attr)) {
              R[A] = as<StaticMethod>(attr)->function;
              R[A + 1] = o;
              NEXT();
            }
          }
          break;
        }
        default: {
          Class* c = builtin_receiver(o.o);
          if (c && word >> 24 == (kKeyBuiltin | c->layout)) {
            R[A] = cached_class_value(c, word);
            R[A + 1] = o;
            NEXT();
          }
          break;
        }
      }
    }
    SAVE();
    CHECK(load_method_cached(vm, o, NAME(e & 0xFFFF), cache, &R[A]));
    NEXT();
  }
  CASE(SUPERMETHOD) : {
    uint32_t e = *pc++;
    SAVE();
    CHECK(super_method(vm, R[A], R[A + 1], NAME(e & 0xFFFF), &R[A]));
    NEXT();
  }
  CASE(SUPER) : SAVE();
  SET(A, make_super(vm, R[A], R[A + 1]));
  NEXT();
  CASE(LOADSPECIAL) : {
    SAVE();
    CHECK(load_special(vm, R[B], C, &R[A]));
    NEXT();
  }

  // ---- items ----------------------------------------------------------------------------------
  CASE(GETITEM) : {
    const Value& o = R[B];
    const Value& k = R[C];
    if (o.tag == kObject) [[likely]] {
      if (o.o->kind == Kind::List) {
        if (k.tag == kInt) [[likely]] {
          auto* l = static_cast<List*>(o.o);
          uint64_t i;
          if (normalize_index(k.i, static_cast<int64_t>(l->size), &i)) [[likely]] {
            R[A] = l->items[i];
            NEXT();
          }
        }
      } else if (o.o->kind == Kind::Dict) {
        if (is_str(k)) {
          Value v = dict_get_str(static_cast<Dict*>(o.o), as<Str>(k));
          if (!v.is_unset()) [[likely]] {
            R[A] = v;
            NEXT();
          }
        }
        SAVE();
        SET(A, ops_of(Kind::Dict).get_item(vm, o.o, k));
        NEXT();
      } else if (o.o->kind == Kind::Tuple) {
        if (k.tag == kInt) {
          auto* t = static_cast<Tuple*>(o.o);
          uint64_t i;
          if (normalize_index(k.i, static_cast<int64_t>(t->size), &i)) {
            R[A] = t->items[i];
            NEXT();
          }
        }
      } else if (o.o->kind == Kind::Str) {
        if (k.tag == kInt) {
          auto* s = static_cast<Str*>(o.o);
          uint64_t i;
          if (s->ascii() && normalize_index(k.i, s->length, &i)) {
            R[A] = Value::object(g_ascii_chars[static_cast<unsigned char>(s->data[i])]);
            NEXT();
          }
        }
      } else if (o.o->kind == Kind::Bytes || o.o->kind == Kind::ByteArray) {
        std::string_view bytes = o.o->kind == Kind::Bytes ? static_cast<Bytes*>(o.o)->view() : static_cast<ByteArray*>(o.o)->view();
        uint64_t i;
        if (k.tag == kInt && normalize_index(k.i, static_cast<int64_t>(bytes.size()), &i)) {
          SET_INT(A, static_cast<unsigned char>(bytes[i]));
          NEXT();
        }
      }
    }
    SAVE();
    if (is_kind(o, Kind::Instance) && !(callee = item_method(vm, static_cast<Instance*>(o.o), kPlainGetItem)).is_unset()) {
      args = &R[f->code->register_count];
      args[0] = o;
      args[1] = k;
      argc = 2;
      dst = &R[A];
      goto call_function;
    }
    SET(A, vm.get_item(o, k));
    NEXT();
  }
  CASE(GETSLICE) : SAVE();
  SET(A, get_slice(vm, R[B], &R[C]));
  NEXT();
  CASE(GETITEMK) : {
    const Value& o = R[B];
    const Value& k = K[C];
    if (o.tag == kObject) [[likely]] {
      if (k.tag == kInt) {
        uint64_t i;
        if (o.o->kind == Kind::List && normalize_index(k.i, static_cast<int64_t>(static_cast<List*>(o.o)->size), &i)) {
          R[A] = static_cast<List*>(o.o)->items[i];
          NEXT();
        }
        if (o.o->kind == Kind::Tuple && normalize_index(k.i, static_cast<int64_t>(static_cast<Tuple*>(o.o)->size), &i)) {
          R[A] = static_cast<Tuple*>(o.o)->items[i];
          NEXT();
        }
      } else if (o.o->kind == Kind::Dict && is_str(k)) {
        Value v = dict_get_str(static_cast<Dict*>(o.o), as<Str>(k));
        if (!v.is_unset()) {
          R[A] = v;
          NEXT();
        }
      }
    }
    SAVE();
    SET(A, vm.get_item(o, k));
    NEXT();
  }
#define SET_ITEM(op, key)                                                                                                   \
  CASE(op) : {                                                                                                              \
    const Value& o = R[A];                                                                                                  \
    const Value& k = key;                                                                                                   \
    if (o.tag == kObject) [[likely]] {                                                                                      \
      if (o.o->kind == Kind::List && k.tag == kInt) {                                                                       \
        auto* l = static_cast<List*>(o.o);                                                                                  \
        uint64_t i;                                                                                                         \
        if (normalize_index(k.i, static_cast<int64_t>(l->size), &i)) [[likely]] {                                           \
          put(l->items[i], R[C]);                                                                                           \
          NEXT();                                                                                                           \
        }                                                                                                                   \
      } else if (o.o->kind == Kind::Dict) {                                                                                 \
        if (is_str(k)) {                                                                                                    \
          dict_set_str(vm, static_cast<Dict*>(o.o), as<Str>(k), R[C]);                                                      \
          NEXT();                                                                                                           \
        }                                                                                                                   \
        SAVE();                                                                                                             \
        CHECK(ops_of(Kind::Dict).set_item(vm, o.o, k, R[C]));                                                               \
        NEXT();                                                                                                             \
      } else if (o.o->kind == Kind::ByteArray && k.tag == kInt && R[C].tag == kInt) {                                       \
        auto* b = static_cast<ByteArray*>(o.o);                                                                             \
        uint64_t i;                                                                                                         \
        if (normalize_index(k.i, static_cast<int64_t>(b->size), &i) && static_cast<uint64_t>(R[C].i) < 256) {               \
          b->data[i] = static_cast<uint8_t>(R[C].i);                                                                        \
          NEXT();                                                                                                           \
        }                                                                                                                   \
      }                                                                                                                     \
    }                                                                                                                       \
    SAVE();                                                                                                                 \
    if (is_kind(o, Kind::Instance) && !(callee = item_method(vm, static_cast<Instance*>(o.o), kPlainSetItem)).is_unset()) { \
      args = &R[f->code->register_count];                                                                                   \
      args[0] = o;                                                                                                          \
      args[1] = k;                                                                                                          \
      args[2] = R[C];                                                                                                       \
      argc = 3;                                                                                                             \
      dst = args;                                                                                                           \
      goto call_function;                                                                                                   \
    }                                                                                                                       \
    CHECK(vm.set_item(o, k, R[C]));                                                                                         \
    NEXT();                                                                                                                 \
  }
  SET_ITEM(SETITEM, R[B])
  SET_ITEM(SETITEMK, K[B])
  CASE(DELITEM) : SAVE();
  CHECK(vm.del_item(R[A], R[B]));
  NEXT();
  CASE(SLICE) : SET(A, vm.new_slice(R[B], R[B + 1], R[B + 2]));
  NEXT();

  // ---- displays -------------------------------------------------------------------------------
  CASE(BUILDLIST) : R[A] = Value::object(vm.new_list(&R[B], C));
  NEXT();
  CASE(BUILDTUPLE) : R[A] = Value::object(vm.new_tuple(&R[B], C));
  NEXT();
  CASE(BUILDSET) : SAVE();
  SET(A, build_set(vm, &R[B], C));
  NEXT();
  CASE(BUILDDICT) : SAVE();
  SET(A, build_dict(vm, &R[B], C));
  NEXT();
  CASE(BUILDDICTK) : {
    uint32_t e = *pc++;
    R[A] = build_dict_keys(vm, as<Tuple>(K[e]), &R[B], C);
    NEXT();
  }
  CASE(LISTAPPEND) : {
    auto* l = as<List>(R[A]);
    if (l->size < l->capacity)
      put(l->items[l->size++], R[B]);
    else
      list_append(vm, l, R[B]);
    NEXT();
  }
  CASE(LISTEXTEND) : SAVE();
  CHECK(extend_display(vm, as<List>(R[A]), R[B], C ? &R[A - 1] : nullptr));
  NEXT();
  CASE(LISTTOTUPLE) : {
    auto* l = as<List>(R[B]);
    R[A] = Value::object(vm.new_tuple(l->items, l->size));
    NEXT();
  }
  CASE(SETADD) : SAVE();
  CHECK(set_add(vm, as<Set>(R[A]), R[B]));
  NEXT();
  CASE(SETUPDATE) : SAVE();
  CHECK(set_update(vm, as<Set>(R[A]), R[B]));
  NEXT();
  CASE(DICTSET) : SAVE();
  CHECK(dict_set(vm, as<Dict>(R[A]), R[B], R[C]));
  NEXT();
  CASE(DICTUPDATE) : SAVE();
  CHECK(dict_update_display(vm, as<Dict>(R[A]), R[B]));
  NEXT();
  CASE(DICTMERGE) : SAVE();
  CHECK(dict_merge_keywords(vm, as<Dict>(R[A]), R[B], C ? &R[A - 2] : nullptr));
  NEXT();
  CASE(FORMAT) : if (C == 8 && (R[B].tag & (kInt | kFloat) || is_str(R[B]))) {
    R[A] = R[B];
    NEXT();
  }
  SAVE();
  SET(A, format_part(vm, R[B], C, C & 4 ? R[B + 1] : Value()));
  NEXT();
  CASE(BUILDSTR) : SAVE();
  SET(A, build_string(vm, &R[B], C));
  NEXT();
  CASE(UNPACK) : {
    const Value& v = R[B];
    uint32_t n = C;
    if (is_kind(v, Kind::Tuple) && as<Tuple>(v)->size == n) {
      auto* t = as<Tuple>(v);
      for (uint32_t i = 0; i < n; ++i) R[A + i] = t->items[i];
      NEXT();
    }
    SAVE();
    CHECK(unpack(vm, v, &R[A], n));
    NEXT();
  }
  CASE(UNPACKEX) : {
    uint32_t after = *pc++;
    SAVE();
    CHECK(unpack_ex(vm, R[B], &R[A], C, after));
    NEXT();
  }

  // ---- iteration ------------------------------------------------------------------------------
  CASE(GETITER) : SAVE();
  SET(A, vm.iter(R[B]));
  NEXT();
  CASE(FORITER) : {
    const Value& o = R[A];
    if (o.o->kind == Kind::Iter) [[likely]] {
      auto* it = static_cast<IterObj*>(o.o);
      switch (static_cast<IterTag>(it->flags)) {
        case IterTag::Range: {
          int64_t i = it->i;
          if (it->k > 0 ? i < it->j : i > it->j) [[likely]] {
            if (__builtin_add_overflow(i, it->k, &it->i)) it->i = it->j;
            SET_INT(B, i);
            ++pc;
            NEXT();
          }
          JUMP_E();
          NEXT();
        }
        case IterTag::List: {
          if (it->a.is_object()) {
            auto* l = as<List>(it->a);
            if (static_cast<uint64_t>(it->i) < l->size) [[likely]] {
              R[B] = l->items[it->i++];
              ++pc;
              NEXT();
            }
            it->a = Value::none();
          }
          JUMP_E();
          NEXT();
        }
        case IterTag::Tuple: {
          if (it->a.is_object()) {
            auto* t = as<Tuple>(it->a);
            if (static_cast<uint64_t>(it->i) < t->size) [[likely]] {
              R[B] = t->items[it->i++];
              ++pc;
              NEXT();
            }
            it->a = Value::none();
          }
          JUMP_E();
          NEXT();
        }
        case IterTag::Pairs:
          if (C == 2) {
            Value pair[2];
            SAVE();
            int r = iter_next_pair(vm, it, pair);
            if (r > 0) [[likely]] {
              Value* to = &R[pc[1] >> 8 & 255];  // of the UNPACK behind
              to[0] = pair[0];
              to[1] = pair[1];
              pc += 2;
              NEXT();
            }
            CHECK(r == 0);
            JUMP_E();
            NEXT();
          }
          [[fallthrough]];
        default: {
          SAVE();
          Value v = it->type->next(vm, it);
          if (v.is_unset()) {
            CHECK(!vm.raised());
            JUMP_E();
            NEXT();
          }
          R[B] = v;
          ++pc;
          NEXT();
        }
      }
    }
    if (o.o->kind == Kind::Generator) {
      auto* g = static_cast<Generator*>(o.o);
      auto state = static_cast<GenState>(g->flags);
      if (state == GenState::Done) {
        JUMP_E();
        NEXT();
      }
      if (state != GenState::Running && g->delegate.is_unset()) {
        SAVE();
        Value* base = th->top;
        CHECK(push_frame(vm, g->function, base, &R[B], kFrameGenerator | kFrameForIter, o));
        uint32_t n = g->aux;
        for (uint32_t i = 0; i < n; ++i) base[i] = g->registers[i];
        g->flags = static_cast<uint8_t>(GenState::Running);
        enter_generator(th, g);
        if (state == GenState::Suspended) {
          th->frames[th->depth - 1].pc = g->pc;
          base[g->pc[-1] >> 8 & 255] = Value::none();
        }
        ENTER_FRAME();
        SAFEPOINT();
        NEXT();
      }
    }
    SAVE();
    if (o.o->kind == Kind::Instance) {
      callee = class_lookup_cached(vm, static_cast<Instance*>(o.o)->cls, names().__next__);
      if (is_kind(callee, Kind::Function) && !(as<Function>(callee)->code->flags & kCodeGenerator)) {
        args = &R[f->code->register_count];
        args[0] = o;
        argc = 1;
        dst = &R[B];
        frame_flags = kFrameForIter;
        goto call_function;
      }
    }
    Value v = vm.next(o);
    if (v.is_unset()) {
      CHECK(!vm.raised());
      JUMP_E();
      NEXT();
    }
    R[B] = v;
    ++pc;
    NEXT();
  }

  // ---- calls ----------------------------------------------------------------------------------
  CASE(CALL) : callee = R[A];
  args = &R[A + 1];
  argc = B;
  dst = &R[A];
  SAVE();
  goto call;
  CASE(CALLM) : callee = R[A];
  dst = &R[A];
  if (R[A + 1].is_unset()) {
    args = &R[A + 2];
    argc = B;
  } else {
    args = &R[A + 1];
    argc = B + 1;
  }
  SAVE();
call:
  if (callee.tag != kObject) [[unlikely]]
    goto not_callable;
  switch (callee.o->kind) {
    case Kind::Function: goto call_function;
    case Kind::Native: {
      auto* n = static_cast<Native*>(callee.o);
      Value v = call_native_direct(vm, n, args, argc);
      if (v.tag == kUnset) [[unlikely]] {
        if (n->owner) name_receiver_error(vm, n);
        goto raise;
      }
      *dst = v;
      NEXT();
    }
    case Kind::BoundMethod: {
      auto* m = static_cast<BoundMethod*>(callee.o);
      *--args = m->self;
      ++argc;
      callee = m->function;
      goto call;
    }
    case Kind::Class: {
      auto* c = static_cast<Class*>(callee.o);
      if (c->construct) {
        Value v = call_native(vm, c->construct_native, args, argc);
        RAISE_IF_UNSET(v);
        *dst = v;
        NEXT();
      }
      if (c->instance_layout == Layout::Plain && !(c->flags & kClassHasSpecialNew) && c->metaclass == types().type) [[likely]] {
        Value init = class_init(vm, c);
        if (is_kind(init, Kind::Function)) [[likely]] {
          Value instance = Value::object(vm.new_instance(c));
          *--args = instance;
          ++argc;
          callee = init;
          frame_flags = kFrameInit;
          frame_extra = instance;
          goto call_function;
        }
        if (argc == 0 && is_kind(init, Kind::Native) && as<Native>(init)->owner == types().object) {
          *dst = Value::object(vm.new_instance(c));
          NEXT();
        }
      }
      if (c == types().type && argc == 1) {
        *dst = Value::object(vm.type_of(*args));
        NEXT();
      }
      Value v = vm.call(callee, args, argc);
      RAISE_IF_UNSET(v);
      *dst = v;
      NEXT();
    }
    case Kind::Instance: {
      Value hook = class_lookup_cached(vm, static_cast<Instance*>(callee.o)->cls, names().__call__);
      if (is_kind(hook, Kind::Function)) {
        *--args = callee;
        ++argc;
        callee = hook;
        goto call_function;
      }
      [[fallthrough]];
    }
    default: {
      Value v = vm.call(callee, args, argc);
      RAISE_IF_UNSET(v);
      *dst = v;
      NEXT();
    }
  }
not_callable : {
  vm.call(callee, args, argc);
  goto raise;
}
call_function : {
  auto* fn = static_cast<Function*>(callee.o);
  const Code* code = fn->code;
  if (argc != code->positional || code->keyword_only || code->flags & (kCodeVarArgs | kCodeVarKeywords | kCodeGenerator)) [[unlikely]] {
    if (!bind_arguments(vm, fn, args, args, argc, nullptr, nullptr)) {
      frame_flags = 0;
      goto raise;
    }
    if (code->flags & kCodeGenerator) {
      frame_flags = 0;
      *dst = new_generator(vm, fn, args);
      NEXT();
    }
  }
  if (th->depth >= vm.limits.depth || args + code->register_count + 2 * kWindowSlack > th->stack_end) [[unlikely]] {
    frame_flags = 0;
    raise_depth(vm);
    goto raise;
  }
  f = &th->frames[th->depth++];
  f->code = code;
  f->function = fn;
  f->module = fn->module;
  f->base = R = args;
  f->result = dst;
  f->flags = frame_flags;
  if (frame_flags) {
    put(f->extra, frame_extra);
    frame_flags = 0;
  }
  f->pc = pc = code->words.data();
  K = code->constants.data();
  caches = code->caches.get();
  th->top = R + code->register_count + kWindowSlack;
  if (vm.interrupt.load(std::memory_order_relaxed)) [[unlikely]] {
    // Registers behind the parameters may hold stale words of an unfinished native; they are valid values.
    CHECK(vm.handle_interrupt());
  }
  NEXT();
}
  CASE(CALLKW) : callee = R[A];
  args = &R[A + 1];
  argc = B;
  dst = &R[A];
  goto call_keywords;
  CASE(CALLMKW) : callee = R[A];
  dst = &R[A];
  if (R[A + 1].is_unset()) {
    args = &R[A + 2];
    argc = B;
  } else {
    args = &R[A + 1];
    argc = B + 1;
  }
call_keywords : {
  Tuple* kw_names = as<Tuple>(K[*pc++]);
  SAVE();
  if (is_kind(callee, Kind::BoundMethod) && args > R) {
    *--args = as<BoundMethod>(callee)->self;
    ++argc;
    callee = as<BoundMethod>(callee)->function;
  }
  if (is_kind(callee, Kind::Class)) {
    auto* c = as<Class>(callee);
    if (c->instance_layout == Layout::Plain && !(c->flags & kClassHasSpecialNew) && c->metaclass == types().type && !c->construct) {
      Value init = class_init(vm, c);
      if (is_kind(init, Kind::Function)) {
        Value instance = Value::object(vm.new_instance(c));
        *--args = instance;
        ++argc;
        callee = init;
        frame_flags = kFrameInit;
        frame_extra = instance;
      }
    }
  }
  if (is_kind(callee, Kind::Function)) {
    auto* fn = as<Function>(callee);
    if (!bind_arguments(vm, fn, args, args, argc, kw_names, nullptr)) {
      frame_flags = 0;
      goto raise;
    }
    if (fn->code->flags & kCodeGenerator) {
      frame_flags = 0;
      *dst = new_generator(vm, fn, args);
      NEXT();
    }
    CHECK(push_frame(vm, fn, args, dst, frame_flags, frame_extra));
    frame_flags = 0;
    ENTER_FRAME();
    SAFEPOINT();
    NEXT();
  }
  Value v;
  if (is_kind(callee, Kind::Native)) {
    v = call_native_kw(vm, as<Native>(callee), args, argc, kw_names, nullptr);
  } else if (is_kind(callee, Kind::Class) && as<Class>(callee)->construct) {
    v = call_native_kw(vm, as<Class>(callee)->construct_native, args, argc, kw_names, nullptr);
  } else {
    Dict* d = as<Dict>(build_dict_keys(vm, kw_names, args + argc, static_cast<uint32_t>(kw_names->size)));
    v = vm.call_kw(callee, args, argc, d);
  }
  RAISE_IF_UNSET(v);
  *dst = v;
  NEXT();
}
  CASE(CALLEX) : {
    callee = R[A];
    Value positional = R[A + 1];
    Dict* keywords = B ? as_dict(R[A + 2]) : nullptr;
    const Value* items;
    size_t n;
    if (is_kind(positional, Kind::Tuple)) {
      items = as<Tuple>(positional)->items;
      n = as<Tuple>(positional)->size;
    } else {
      items = as<List>(positional)->items;
      n = as<List>(positional)->size;
    }
    SAVE();
    Value self;
    if (is_kind(callee, Kind::BoundMethod) && is_kind(as<BoundMethod>(callee)->function, Kind::Function)) {
      self = as<BoundMethod>(callee)->self;
      callee = as<BoundMethod>(callee)->function;
    }
    if (is_kind(callee, Kind::Function)) {
      auto* fn = as<Function>(callee);
      args = as_registers(th->top);
      argc = static_cast<uint32_t>(n);
      CHECK(room_for(vm, fn, args, n + 1));
      Value* to = args;
      if (!self.is_unset()) {
        *to++ = self;
        ++argc;
      }
      for (size_t i = 0; i < n; ++i) to[i] = items[i];
      CHECK(bind_arguments(vm, fn, args, args, argc, nullptr, keywords));
      if (fn->code->flags & kCodeGenerator) {
        R[A] = new_generator(vm, fn, args);
        NEXT();
      }
      CHECK(push_frame(vm, fn, args, &R[A], 0));
      ENTER_FRAME();
      SAFEPOINT();
      NEXT();
    }
    SET(A, vm.call_kw(callee, items, n, keywords));
    NEXT();
  }
  CASE(RETURN) : callee = R[A];
  goto leave;
  CASE(RETURNNONE) : callee = Value::none();
leave : {
  uint32_t flags = f->flags;
  if (flags == 0) [[likely]] {
    put(*f->result, callee);
    --th->depth;
    ENTER_FRAME();
    NEXT();
  }
  if (flags & kFrameWatched) {
    f->flags = flags &= ~uint32_t{kFrameWatched};
    if (vm.heap.watching() && vm.heap.early_collection(Heap::Early::Return)) {
      R[0] = callee;
      SAVE();
      CHECK(vm.settle(&R[1]));
      callee = R[0];
    }
  }
  if (flags & kFrameInit) {
    if (!callee.is_none()) {
      SAVE();
      Class* got = vm.type_of(callee);
      vm.raisef(errors().TypeError, "__init__() should return None, not '%.*s'", static_cast<int>(got->name->size), got->name->data);
      goto raise;
    }
    callee = f->extra;
  }
  if (flags & kFrameOperator) {
    how = static_cast<uint32_t>(f->extra.i);
    Value x = f->base[-2], y = f->base[-1];
    --th->depth;
    ENTER_FRAME();
    w = pc[-1];
    if (is_not_implemented(callee) && !(how & kHowContains)) {
      callee = operator_declined(vm, how, x, y);
      RAISE_IF_UNSET(callee);
    }
    goto deliver;
  }
  if (flags == kFrameForIter) {  // __next__
    put(*f->result, callee);
    --th->depth;
    ENTER_FRAME();
    ++pc;
    NEXT();
  }
  if (flags & kFrameGenerator) {
    auto* g = as<Generator>(f->extra);
    g->flags = static_cast<uint8_t>(GenState::Done);
    if (g->watched) vm.heap.unwatch(g);
    vm.heap.free_buffer(g->registers);
    g->registers = nullptr;
    leave_generator(th, g);
    if (flags & kFrameForIter) {
      --th->depth;
      ENTER_FRAME();
      JUMP_E();
      NEXT();
    }
  }
  put(*f->result, callee);
  --th->depth;
  if (flags & kFrameEntry) return RunStatus::Returned;
  ENTER_FRAME();
  NEXT();
}
  CASE(YIELD) : {
    callee = R[B];
    if (th->collector && th->collector->depth == th->depth && th->collector->take(callee)) {
      R[A] = Value::none();
      NEXT();
    }
    as<Generator>(f->extra)->pc = pc;
    goto suspend;
  }
suspend : {
  auto* g = as<Generator>(f->extra);
  for (uint32_t i = 0, n = g->aux; i < n; ++i) put(g->registers[i], R[i]);
  g->flags = static_cast<uint8_t>(GenState::Suspended);
  leave_generator(th, g);
  put(*f->result, callee);
  uint32_t flags = f->flags;
  --th->depth;
  if (flags & kFrameEntry) return RunStatus::Yielded;
  ENTER_FRAME();
  ++pc;  // FORITER's jump word
  NEXT();
}
  CASE(YIELDITER) : SAVE();
  SET(A, yield_iter(vm, R[B]));
  as<Generator>(f->extra)->delegate = Value();
  NEXT();
  CASE(YIELDFROM) : {
    auto* g = as<Generator>(f->extra);
    Value sent = g->delegate.is_unset() ? Value::none() : R[A];
    put(g->delegate, R[B]);
    SAVE();
    Value out;
    int r = yield_from_step(vm, R[B], sent, &out);
    if (r > 0) {
      callee = out;
      g->pc = pc - 1;
      goto suspend;
    }
    g->delegate = Value();
    CHECK(r == 0);
    R[A] = out;
    NEXT();
  }

  // ---- exceptions -----------------------------------------------------------------------------
  CASE(PUSHEXC) : R[A + 1] = th->handled;
  put(th->handled, R[A]);
  NEXT();
  CASE(POPEXC) : put(th->handled, R[A + 1]);
  NEXT();
  CASE(EXCMATCH) : {
    uint32_t e = *pc++;
    SAVE();
    bool match;
    CHECK(exception_matches(vm, R[B], R[C], as<Tuple>(K[e]), &match));
    SET_BOOL(A, match);
    NEXT();
  }
  CASE(RAISE) : SAVE();
  raise_statement(vm, R[A], Value(), false);
  goto raise;
  CASE(RAISEFROM) : SAVE();
  raise_statement(vm, R[A], R[B], true);
  goto raise;
  CASE(RAISEBARE) : SAVE();
  if (raise_again(vm)) goto unwind;
  goto raise;
  CASE(RERAISE) : SAVE();
  vm.pending = R[A];
  goto unwind;
  CASE(ASSERTFAIL) : {
    SAVE();
    Value cls = Value::object(errors().AssertionError);
    Value e = vm.call(cls, &R[A], B);
    if (!e.is_unset()) vm.raise(e);
    goto raise;
  }
  CASE(EXCTRIPLE) : {
    Value e = R[B];
    Value tb = Value::none();
    if (auto* x = as_exception(e)) tb = traceback_of(x);
    R[A] = Value::object(vm.type_of(e));
    R[A + 1] = e;
    R[A + 2] = tb;
    NEXT();
  }

  // ---- definitions and imports ------------------------------------------------------------------
  CASE(BUILDCLASS) : {
    uint32_t e = *pc++;
    SAVE();
    SET(A, build_class(vm, as<Function>(R[A]), NAME(e), R[A + 1], R[A + 2]));
    NEXT();
  }
  CASE(IMPORT) : {
    uint32_t e = *pc++;
    SAVE();
    SET(A, import_name(vm, f, NAME(e & 0xFFFF), B, C != 0));
    NEXT();
  }
  CASE(IMPORTFROM) : {
    uint32_t e = *pc++;
    SAVE();
    SET(A, import_from(vm, R[B], NAME(e)));
    NEXT();
  }
  CASE(IMPORTSTAR) : SAVE();
  CHECK(import_star(vm, f, R[A]));
  NEXT();
  CASE(RESULT) : put(th->result, R[A]);
  if (B) {
    SAVE();
    CHECK(display_result(vm, R[A]));
  }
  NEXT();

  CASE(SETTLE) : if (vm.heap.watching() && vm.heap.early_collection(Heap::Early::Statement)) [[unlikely]] {
    SAVE();
    CHECK(vm.settle(&R[A]));
  }
  NEXT();

  // ---- match ------------------------------------------------------------------------------------
  CASE(MATCHSEQ) : {
    SAVE();
    int is = match_sequence(vm, R[B]);
    CHECK(is >= 0);
    SET_BOOL(A, is);
  }
  NEXT();
  CASE(MATCHMAP) : {
    SAVE();
    int is = match_mapping(vm, R[B]);
    CHECK(is >= 0);
    SET_BOOL(A, is);
  }
  NEXT();
  CASE(LEN) : {
    SAVE();
    int64_t n = vm.length(R[B]);
    CHECK(n >= 0);
    SET_INT(A, n);
    NEXT();
  }
  CASE(MATCHKEYS) : SAVE();
  SET(A, match_keys(vm, R[B], as<Tuple>(R[C])));
  NEXT();
  CASE(MATCHREST) : SAVE();
  SET(A, match_rest(vm, R[B], as<Tuple>(R[C])));
  NEXT();
  CASE(MATCHCLASS) : {
    uint32_t e = *pc++;
    SAVE();
    SET(A, match_class(vm, R[B], R[C], as<Tuple>(K[e])));
    NEXT();
  }

  // ---- the scriptling dialect -------------------------------------------------------------------
  CASE(PEEKATTR) : {
    uint32_t e = *pc++;
    CacheWord& cache = caches[e >> 16];
    const Value& o = R[B];
    if (is_kind(o, Kind::Instance)) {
      auto* i = static_cast<Instance*>(o.o);
      uint64_t word = cache.load(std::memory_order_relaxed);
      if (word >> 24 == cache_key(i) && (word & 15) == kCacheSlot) {
        R[A] = i->slots[cache_payload(word)];
        NEXT();
      }
    }
    SAVE();
    SET(A, peek_attr(vm, o, NAME(e & 0xFFFF), cache));
    NEXT();
  }
#define PEEK_ITEM(op, key)                                                                          \
  CASE(op) : {                                                                                      \
    const Value& o = R[B];                                                                          \
    const Value& k = key;                                                                           \
    uint64_t i;                                                                                     \
    if (is_kind(o, Kind::List) && k.tag == kInt) {                                                  \
      auto* l = as<List>(o);                                                                        \
      R[A] = normalize_index(k.i, static_cast<int64_t>(l->size), &i) ? l->items[i] : Value::none(); \
      NEXT();                                                                                       \
    }                                                                                               \
    if (is_kind(o, Kind::Dict) && is_str(k)) {                                                      \
      Value v = dict_get_str(as<Dict>(o), as<Str>(k));                                              \
      if (!v.is_unset()) {                                                                          \
        R[A] = v;                                                                                   \
        NEXT();                                                                                     \
      }                                                                                             \
    }                                                                                               \
    SAVE();                                                                                         \
    SET(A, peek_item(vm, o, k));                                                                    \
    NEXT();                                                                                         \
  }
  PEEK_ITEM(PEEKITEM, R[C])
  PEEK_ITEM(PEEKITEMK, K[C])
#define TRUNCATING(op, rhs, expression, binop)                         \
  CASE(op) : {                                                         \
    const Value& x = R[B];                                             \
    const Value& y = rhs;                                              \
    if ((x.tag | y.tag) == kInt && y.i != 0 && y.i != -1) [[likely]] { \
      SET_INT(A, expression);                                          \
      NEXT();                                                          \
    }                                                                  \
    SAVE();                                                            \
    SET(A, truncating(vm, BinOp::binop, x, y, false));                 \
    NEXT();                                                            \
  }
  TRUNCATING(TRUNCDIV, R[C], x.i / y.i, FloorDiv)
  TRUNCATING(TRUNCDIVK, K[C], x.i / y.i, FloorDiv)
  TRUNCATING(TRUNCMOD, R[C], x.i % y.i, Mod)
  TRUNCATING(TRUNCMODK, K[C], x.i % y.i, Mod)
  CASE(ITRUNC) : {
    auto op = static_cast<BinOp>(*pc++);
    SAVE();
    SET(A, truncating(vm, op, R[B], R[C], true));
    NEXT();
  }
  CASE(ARGSLIST) : {
    auto* t = as<Tuple>(R[A]);
    R[A] = Value::object(vm.new_list(t->items, t->size));
    NEXT();
  }
  CASE(SNAPITER) : SAVE();
  SET(A, snapshot_iter(vm, R[B]));
  NEXT();
  CASE(PEEKLOCAL) : R[A] = R[B];
  NEXT();
  CASE(PEEKCELL) : R[A] = as<Cell>(R[B])->value;
  NEXT();
  CASE(PEEKFREE) : R[A] = as<Cell>(f->function->cells->items[B])->value;
  NEXT();
  CASE(OUTERFREE) : if (R[A].is_unset()) R[A] = as<Cell>(f->function->cells->items[B])->value;
  NEXT();
  CASE(OUTERGLOBAL) : if (R[A].is_unset()) {
    Value v = f->module->slots[BX];
    SAVE();
    if (v.is_unset()) v = load_global_slow(vm, f->module, BX);
    SET(A, v);
  }
  NEXT();
  CASE(JMATCH) : {
    SAVE();
    int r = match_value(vm, R[A], R[B]);
    CHECK(r >= 0);
    if (static_cast<bool>(r) == static_cast<bool>(C))
      JUMP_E();
    else
      ++pc;
    NEXT();
  }
  CASE(MATCHTYPE) : {
    uint32_t e = *pc++;
    SAVE();
    SET(A, match_type(vm, R[B], R[C], as<Tuple>(K[e])));
    NEXT();
  }

raise:
  f = &th->frames[th->depth - 1];
  add_traceback(vm, vm.pending, f->code, static_cast<uint32_t>(f->pc - f->code->words.data()));
unwind:
  for (;;) {
    f = &th->frames[th->depth - 1];
    const Code* code = f->code;
    auto at = static_cast<uint32_t>(f->pc - code->words.data());
    at = at ? at - 1 : 0;
    for (const Handler& h : code->handlers) {
      if (at >= h.start && at < h.end) {
        f->pc = code->words.data() + h.target;
        f->base[h.reg] = vm.pending;
        vm.pending = Value();
        ENTER_FRAME();
        NEXT();
      }
    }
    uint32_t flags = f->flags & ~uint32_t{kFrameWatched};
    if (flags & kFrameGenerator) {
      auto* g = as<Generator>(f->extra);
      g->flags = static_cast<uint8_t>(GenState::Done);
      g->delegate = Value();
      if (g->watched) vm.heap.unwatch(g);
      leave_generator(th, g);
      forbid_stop_iteration(vm);
    }
    --th->depth;
    if (flags & kFrameEntry) return RunStatus::Raised;
    f = &th->frames[th->depth - 1];
    th->top = f->base + f->code->register_count + kWindowSlack;
    if (flags == kFrameForIter && vm.catch_error(errors().StopIteration)) {
      ENTER_FRAME();
      JUMP_E();
      NEXT();
    }
    add_traceback(vm, vm.pending, f->code, static_cast<uint32_t>(f->pc - f->code->words.data()));
  }
#undef A
#undef B
#undef C
}

}  // namespace

RunStatus run(Vm& vm, uint32_t) { return execute(vm, false); }
RunStatus run_raising(Vm& vm) { return execute(vm, true); }

}  // namespace sl
