// The stack of execution. One Thread per OS thread inside an environment; frames' register windows
// overlap (a call's arguments are the callee's first registers).
#pragma once

#include <cstddef>
#include <utility>

#include "core/lang/code.h"
#include "core/vm/vm.h"

namespace sl {

constexpr uint8_t kModuleDict = 1;  // Module flag: the variables live in `extra`, a script's dict

enum FrameFlags : uint16_t {
  kFrameEntry = 1,      // return leaves run()
  kFrameInit = 2,       // __init__: the result is the instance in `extra`
  kFrameGenerator = 4,  // `extra` is the Generator
  kFrameForIter = 8,    // generator resumed, or __next__ called, by FORITER: exhaustion jumps instead of raising
  kFrameOperator = 16,  // operator method; `extra` is its OperatorHow, base[-2] and base[-1] are the operands
  kFrameWatched = 32,   // has made an object with a finalizer, whose life may end when it returns
  kFrameDelegate = 64,  // generator run by the `yield from` of the frame below
  kFrameResumed = 256,  // generator run by a call of next() or send(): exhaustion raises StopIteration in the caller
  kFrameChained = 128,  // generator run in place of `root`, which delegates to it over any number of `yield from`
};

struct Frame {
  const Code* code;
  Function* function;
  Module* module;
  Value* base;
  const uint32_t* pc;  // saved while another frame runs
  Value* result;       // where the caller wants the value
  Value extra;
  Generator* root;  // kFrameChained only
  uint32_t flags;
};

constexpr size_t kStackValues = 1u << 20;  // reserved address space, touched on demand
constexpr size_t kMaxFrames = 1u << 17;
constexpr size_t kWindowSlack = 32;  // registers above a window that natives' arguments may use

// What takes the items of a generator without leaving the loop at each.
struct Collector {
  enum Want : uint8_t {
    kAll,
    kNumbers,  // stop behind an item that is not a number: consuming it may run script code
    kHashed,   // stop behind an item whose hash may run script code
    kTrue,     // drop what is plainly false, as any() does
    kFalse,    // drop what is plainly true, as all() does
  };
  uint32_t depth;  // of the generator's frame
  Want want;
  Value* items = nullptr;
  size_t count = 0, room = 0;
  bool take(const Value& v) noexcept {
    if (want >= kTrue) return (v.is_int_or_bool() || v.is_none()) && (!v.is_none() && v.i != 0) == (want == kFalse);
    if (count == room || (want != kAll && !v.is_int_or_bool() && !v.is_float() && !(want == kHashed && is_str(v)))) return false;
    items[count++] = v;
    return true;
  }
};

struct Thread {
  Thread();
  ~Thread();
  Value* stack;
  Value* stack_end;
  Value* top;  // first register free for a nested entry
  Frame* frames;
  uint32_t depth = 0;                 // frames in use
  Value handled;                      // exception being handled, not counting a generator's resumer: handled_exception()
  uint32_t shadowed = 0;              // running generators whose resumer handles an exception
  Value result;                       // of the last RESULT
  Value stop_value;                   // value of the StopIteration that ended the last Vm::next, for yield from
  Collector* collector = nullptr;     // of the innermost generator_collect
  const char* native_low = nullptr;   // no native frame may go below (stack limit of the OS thread)
  const char* native_base = nullptr;  // where native code of this environment began on the OS thread
  const char* native_sp = nullptr;    // while another thread runs: end of the stack to scan
  void* saved_registers[16] = {};
  Thread* next = nullptr;
  void reset();
  // Unsets every register from `from` on that was ever written. Windows are contiguous and each writes
  // something, so a long run of untouched registers ends the search.
  void blank(Value* from) noexcept;
};

enum class RunStatus { Returned, Raised, Yielded };
// Runs until the frame at `entry_depth` (already pushed with kFrameEntry) is left. The value is in *frame.result.
RunStatus run(Vm& vm, uint32_t entry_depth);
// The same, starting by raising vm.pending in the top frame (generator.throw).
RunStatus run_raising(Vm& vm);

// Binds arguments into `base` (which may be args itself): positional values, then keyword values named by
// `names`, then `keywords`. False: raised.
bool bind_arguments(Vm& vm, Function* f, Value* base, const Value* args, size_t positional, Tuple* names, Dict* keywords);
// Pushes a frame for f whose parameters are bound at base. False: RecursionError.
bool push_frame(Vm& vm, Function* f, Value* base, Value* result, uint32_t flags, Value extra = Value());
void place_frame(Thread* th, Function* f, Value* base, Value* result, uint32_t flags, Value extra) noexcept;  // push_frame without its check
// Calls a native with `n` positional values at `args` (room for its arity behind them).
Value call_native(Vm& vm, Native* f, Value* args, size_t n);
void name_receiver_error(Vm& vm, Native* f);  // an error is pending; completes "descriptor requires a ..."
// Native::aux: how many arguments the function takes as they are, and above bit 16 how many it needs when only
// defaults are missing behind them; kBound: call_native() has to bind them.
constexpr uint32_t kBound = UINT32_MAX;
uint32_t direct_arity(const Native* f) noexcept;  // what aux is to be
inline Value call_native_direct(Vm& vm, Native* f, Value* args, size_t n) {
  size_t arity = f->aux & 0xFFFF;
  if (n == arity) [[likely]]
    return f->fn(vm, args);
  if (n > arity || n < f->aux >> 16) return call_native(vm, f, args, n);
  for (size_t i = n; i < arity; ++i) args[i] = f->signature->params[i].default_value;
  return f->fn(vm, args);
}
Value call_native_kw(Vm& vm, Native* f, const Value* args, size_t n, Tuple* names, Dict* keywords);
Value call_abi_native(Vm& vm, Native* f, Value* args);  // core/plugin
void register_generator_type();
void watch(Vm& vm, Obj* o);  // Heap::watch for an object the running frame makes
Value new_generator(Vm& vm, Function* f, Value* base);
// Resumes: sends `v`, or raises vm.pending inside when `throwing`. Unset: finished (StopIteration value in *done) or raised.
Value generator_resume(Vm& vm, Generator* g, Value v, bool throwing, Value* done);
// The generator that runs when g is resumed: g, or the last of those it delegates to, which runs without the
// frames of the others being set up. Null: not that simple, too deep, or running.
Generator* delegation_leaf(const Vm& vm, Generator* g) noexcept;
bool delegation_runs(const Generator* g) noexcept;  // is g, or one it delegates to, running?
// Pushes the frame of delegation_leaf(root) with `sent` as what its yield gives. False: raised.
bool push_generator(Vm& vm, Generator* root, Generator* leaf, Value* base, Value* result, uint32_t flags, Value sent);
// next(g) and g.send(v), which the loop runs as frames of its own where the generator can just be resumed.
Value next_builtin(Vm& vm, Value* args);
Value generator_send(Vm& vm, Value* args);
inline bool resumes(NativeFn fn, uint32_t argc) noexcept { return argc == 1 ? fn == next_builtin : fn == generator_send && argc == 2; }
// The generator to push_generator() for such a call; null: not that simple.
Generator* resumed_leaf(const Vm& vm, const Value* args, uint32_t argc) noexcept;
Value stop_iteration(Vm& vm, Value value);  // raises it; unset
// A chained generator has ended: its frame becomes that of the generator delegating to it, at its `yield from`.
void replace_by_delegator(Thread* th) noexcept;
// Resumes a generator until it has given `n` items (n > 1), or one `want` stops behind, or has ended; the items
// are in `items`, on the native stack. Returns how many; *ended: exhausted, or raised.
size_t generator_collect(Vm& vm, Generator* g, Collector::Want want, Value* items, size_t n, bool* ended);
// The next item that is not plainly false (kTrue) or plainly true (kFalse); unset: exhausted, or raised.
Value generator_search(Vm& vm, Generator* g, Collector::Want want);
void add_traceback(Vm& vm, Value exception, const Code* code, uint32_t pc);  // UINT32_MAX: before the first instruction
bool exception_matches(Vm& vm, Value exception, Value type, Tuple* names, bool* out);

// Vm::run_code for code with kCodeNamespace: `space` holds its local variables.
Value run_code_in(Vm& vm, Module* module, const Code* code, const Value* space);
// The exception `raise` and sys.exc_info() see; no object: none.
Value handled_exception(Vm& vm);
// Trades the handled exceptions of a generator and whoever resumes it, at each entry and exit.
inline void enter_generator(Thread* th, Generator* g) noexcept {
  std::swap(g->handled, th->handled);
  th->shadowed += g->handled.is_object();
}
inline void leave_generator(Thread* th, Generator* g) noexcept {
  th->shadowed -= g->handled.is_object();
  std::swap(g->handled, th->handled);
}

// Called when an OS thread takes / gives up the environment's lock.
void vm_enter(Vm& vm);
void vm_leave(Vm& vm);

}  // namespace sl
