// The dispatch loop. This file has its state, macros, loads and stores of variables, and unwinding; the other
// instructions are in loop/, one file for each kind, included into the one function that a loop of computed gotos is.
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
#include "core/vm/exception_group.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/number.h"
#include "core/vm/memory_guard.h"
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
  CASE(SPILLARGS) : R[A] = spill_arguments(vm, R, BX);
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

#include "core/vm/loop/arithmetic.inc"
#include "core/vm/loop/comparison.inc"
#include "core/vm/loop/attributes.inc"
#include "core/vm/loop/items.inc"
#include "core/vm/loop/iteration.inc"
#include "core/vm/loop/calls.inc"
#include "core/vm/loop/definitions.inc"
#include "core/vm/loop/dialect.inc"
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
      if (flags & kFrameChained) {
        replace_by_delegator(th);
        f = &th->frames[th->depth - 1];
        add_traceback(vm, vm.pending, f->code, static_cast<uint32_t>(f->pc - f->code->words.data()));
        continue;
      }
    }
    --th->depth;
    if (flags & kFrameEntry) return RunStatus::Raised;
    f = &th->frames[th->depth - 1];
    if (flags & kFrameDelegate) as<Generator>(f->extra)->delegate = Value();
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

RunStatus run(Vm& vm, uint32_t) { return run_guarded(vm, false, execute); }
RunStatus run_raising(Vm& vm) { return run_guarded(vm, true, execute); }

}  // namespace sl
