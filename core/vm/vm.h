// One environment's interpreter: its heap, thread of execution, modules and limits, and the
// operations natives use. Every function that may run script code can raise: it then returns
// unset (Value), -1 (int) or false (bool), with the exception in Vm::pending.
// Not thread-safe: callers hold the environment's lock.
#pragma once

#include <atomic>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/gc/heap.h"
#include "core/vm/runtime.h"
#include "core/vm/value.h"

namespace sl {

struct Frame;
struct Thread;

enum class BinOp : uint8_t { Add, Sub, Mul, MatMul, TrueDiv, FloorDiv, Mod, Pow, LShift, RShift, And, Or, Xor };  // order fixed: opcodes carry it
enum class CmpOp : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };
enum class UnOp : uint8_t { Neg, Pos, Invert };
inline constexpr int kBinOpCount = 13;

// Bits of the interrupt word, tested at back-edges and calls.
enum Interrupt : uint32_t {
  kInterruptGc = 1,
  kInterruptMemory = 2,  // the hard limit was passed
  kInterruptTimeout = 4,
  kInterruptCancel = 8,
  kInterruptYield = 16,
  kInterruptFuel = 32,    // set permanently while fuel is limited
  kInterruptSignal = 64,  // KeyboardInterrupt
};

struct Limits {
  uint64_t fuel = 0;      // back-edges and calls; 0: unlimited
  uint64_t memory = 0;    // bytes
  uint64_t output = 0;    // bytes of captured or printed text
  uint32_t depth = 1000;  // script frames
  uint64_t wall_ns = 0;   // armed by the environment's watchdog
};

// Under SCRIPTLING_GC_STRESS: a collection at every `interval`-th safepoint; 0 when off.
struct GcStress {
  uint32_t interval = 0, safepoints = 0, collections = 0;
};

// What an environment asks of its host. Set by env/; null members fall back to "not available".
struct HostHooks {
  virtual ~HostHooks() = default;
  virtual void write_out(std::string_view text) = 0;  // print
  virtual void write_err(std::string_view text) = 0;
  virtual void flush_out() {}  // print(flush=True), sys.stdout.flush()
  // Loads (or finds) a module; unset when it raised. `name` is absolute and dotted.
  virtual Value import_module(Vm& vm, Str* name) = 0;
  // Releases / retakes the environment's lock around a wait. retake returns false with an
  // exception pending when the wait was cancelled or timed out.
  virtual void unlock(Vm& vm) = 0;
  virtual bool relock(Vm& vm) = 0;
  // Sleeps without the lock until `seconds` passed or the environment is interrupted; false: raised.
  virtual bool sleep(Vm& vm, double seconds) = 0;
  // Raises PermissionError unless scripts may touch this path.
  virtual bool check_path(Vm& vm, std::string_view path) = 0;
  virtual const std::vector<std::string>& argv() const = 0;
};

class Vm {
 public:
  explicit Vm(HostHooks* host);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  Heap heap;
  Value pending;  // the exception being raised, or unset
  std::atomic<uint32_t> interrupt{0};
  Limits limits;
  HostHooks* host;
  Thread* thread;  // of the code now running

  // ---- objects ------------------------------------------------------------------------------
  Str* new_str(std::string_view utf8);                        // must be valid UTF-8 (WTF-8); copies
  Str* new_str(std::string_view utf8, uint32_t code_points);  // when the caller knows the length
  Str* alloc_str(size_t bytes);                               // uninitialised inline bytes; finish with finish_str
  Str* finish_str(Str* s);                                    // counts code points, sets the ASCII flag
  Str* char_str(uint32_t code_point);
  Value str_value(std::string_view utf8) { return Value::object(new_str(utf8)); }
  Bytes* new_bytes(std::string_view data);
  List* new_list(size_t capacity = 0);
  List* new_list(const Value* items, size_t n);
  Tuple* new_tuple(size_t n);  // items unset: fill before the next safepoint
  Tuple* new_tuple(const Value* items, size_t n);
  Tuple* new_tuple(std::initializer_list<Value> items) { return new_tuple(items.begin(), items.size()); }
  Dict* new_dict(size_t expected = 0);
  Set* new_set(bool frozen = false);
  Value new_slice(Value start, Value stop, Value step);
  Cell* new_cell(Value v);
  Value bind_method(Value self, Value function);  // BoundMethod
  IterObj* new_iter(const IterType& type, Value a = Value::none(), Value b = Value::none());
  HostObj* new_host(Class* cls, void* data, uint32_t fields = 0);  // cls->host_type decides; fields start as None
  Instance* new_instance(Class* cls);                              // without running __init__; right layout for cls
  // A new value of class `cls`, wrapping `payload` when cls is a user subclass of its type.
  Value wrap_payload(Class* cls, Value payload);

  // ---- errors -------------------------------------------------------------------------------
  Value raise(Class* type, std::string_view message);  // returns unset
  Value raise(Value exception);                        // an exception instance (or class)
  Value raisef(Class* type, const char* format, ...) __attribute__((format(printf, 3, 4)));
  Value raise_type(std::string_view message) { return raise(errors().TypeError, message); }
  Value raise_value(std::string_view message) { return raise(errors().ValueError, message); }
  Value raise_key(Value key);                                   // KeyError(key)
  Value raise_os(int error_number, std::string_view filename);  // the OSError subclass for errno
  Value raise_memory();
  bool raised() const noexcept { return !pending.is_unset(); }
  void clear_error() noexcept { pending = Value(); }
  // If an exception of `type` is pending, clears it and returns true.
  bool catch_error(Class* type);
  Value take_error() {
    Value e = pending;
    pending = Value();
    return e;
  }
  Value new_exception(Class* type, std::string_view message);
  std::string format_exception(Value exc);  // traceback text as CPython prints it
  // False with MemoryError pending when allocating `bytes` would pass the limit. For natives about
  // to allocate an amount the script controls.
  bool check_alloc(size_t bytes);
  // False with an exception pending when the environment was interrupted; long natives call it every
  // few thousand steps. Never collects.
  bool poll();

  // ---- generic operations -------------------------------------------------------------------
  Class* type_of(Value v) const;
  bool is_instance(Value v, Class* cls) const;   // by class, without __instancecheck__
  int is_instance_of(Value v, Value classinfo);  // isinstance(): -1 raised
  int is_subclass_of(Value v, Value classinfo);
  int truthy(Value v);  // 0, 1, -1
  Value repr(Value v);  // a Str
  Value str(Value v);
  Value ascii(Value v);
  Value format(Value v, Value spec);  // format(v, spec); spec a Str
  bool hash(Value v, uint64_t* out);  // Python's hash(), as bits of an int64
  int equal(Value a, Value b);        // identity or ==: containers' rule; -1 raised
  int less(Value a, Value b);         // a < b by script rules; -1 raised
  Value compare(CmpOp op, Value a, Value b);
  Value binary(BinOp op, Value a, Value b);
  Value inplace(BinOp op, Value a, Value b);
  Value unary(UnOp op, Value v);
  int64_t length(Value v);  // -1 raised
  int contains(Value container, Value item);
  Value get_item(Value container, Value key);
  bool set_item(Value container, Value key, Value v);
  bool del_item(Value container, Value key);
  Value get_attr(Value v, Str* name);
  Value get_attr(Value v, std::string_view name) { return get_attr(v, intern(name)); }
  // Like get_attr, but returns unset WITHOUT an exception when there is no such attribute.
  // Distinguish failure with raised().
  Value find_attr(Value v, Str* name);
  bool set_attr(Value v, Str* name, Value value);
  bool del_attr(Value v, Str* name);
  // Looks up a special method on the type of v; unset (nothing pending) when absent. The result is
  // unbound: call it with v as first argument (call_special does both).
  Value find_special(Value v, Str* name);
  // Calls type(v).name(v, args...); returns unset with nothing pending when there is no such method.
  Value call_special(Value v, Str* name, std::initializer_list<Value> args = {});
  Value call(Value f, const Value* args, size_t n);
  Value call(Value f, std::initializer_list<Value> args = {}) { return call(f, args.begin(), args.size()); }
  Value call_kw(Value f, const Value* args, size_t n, Dict* keywords);  // keywords may be null
  Value call_method(Value v, Str* name, std::initializer_list<Value> args = {});
  Value iter(Value v);
  Value next(Value iterator);  // unset: exhausted if nothing pending
  bool callable(Value v) const;
  bool to_index(Value v, int64_t* out, const char* what = nullptr);  // int, bool or __index__; OverflowError when too big
  bool to_double(Value v, double* out);                              // float(v) for numbers and __float__; TypeError otherwise
  // Appends every item of an iterable.
  bool extend(List* list, Value iterable);
  List* to_list(Value iterable);  // null: raised
  Tuple* to_tuple(Value iterable);

  // ---- execution ----------------------------------------------------------------------------
  // Runs a module's top-level code in `module`; the value of its last expression or `return`, or unset.
  Value run_module(Module* module);
  // Runs `code` (compiled into module->names) with the module's globals.
  Value run_code(Module* module, const struct Code* code);
  void reserve_globals(Module* m, uint32_t count);  // slots for names added by later compilations
  Value call_function(Function* f, const Value* args, size_t n);
  Module* new_module(Str* name, const ModuleCode* code, struct GlobalNames* globals);
  Value module_get(Module* m, Str* name) const;  // unset: absent
  void module_set(Module* m, Str* name, Value v);
  void collect_garbage();
  // core/vm/finalize.cpp. Registers from `dead` on hold nothing more of use, and no native holds a value for the
  // innermost frame.
  void collect_exactly(Value* dead);
  bool settle(Value* dead);                   // the same, and after_collection(); false: raised
  bool after_collection();                    // finalizers, callbacks of weak references; false: raised
  void finalize_all();                        // the program has ended
  // Guards recursion of natives over nested data: false with RecursionError pending.
  bool enter_native();
  void leave_native() noexcept { --native_depth; }

  Dict* modules;          // sys.modules
  const Value* builtins;  // by builtin_slot(): everybody's, or a copy of this environment's own (builtin_override.cpp)
  uint32_t native_depth = 0;
  uint32_t finalizers_running = 0;
  GcStress stress;
  uint64_t fuel_left = 0;
  uint64_t output_left = 0;
  std::string interrupt_reason;                                   // text of the ExecutionInterrupted to raise
  std::vector<Value> repr_stack;                                  // objects being printed, to stop cycles
  std::unordered_map<const void*, std::shared_ptr<void>> locals;  // native modules' per-environment state, by their key
  std::vector<std::shared_ptr<const ModuleCode>> code_units;      // keeps code alive
  std::vector<void (*)(Vm&, Marker&)> extra_roots;
  const struct Code* plain_entry = nullptr;  // the main script's code, run by a native that holds no values

  // Second level behind the inline caches: (key, name) -> cache word, for sites that see several classes.
  // Words name slots, never objects, so the table survives collections and resets.
  struct AttrEntry {
    uint64_t key;
    const Str* name;
    uint64_t word;
  };
  static constexpr size_t kAttrEntries = 512;
  AttrEntry attr_table[kAttrEntries] = {};
  uint32_t attr_misses = 0;
  AttrEntry& attr_entry(uint64_t key, const Str* name) noexcept {
    uint64_t h = (key ^ reinterpret_cast<uint64_t>(name) >> 4) * 0x9E3779B97F4A7C15ull;
    return attr_table[h >> 55];
  }

  void mark_roots(Marker& marker);
  bool handle_interrupt();      // at a safepoint; false: raised
  bool in_repr(Value v) const;  // is v being printed already?
};

// Per-environment state of a native module, made on first use: local<RandomState>(vm).
template <class T>
T& local(Vm& vm) {
  static const char key = 0;
  auto& p = vm.locals[&key];
  if (!p) p = std::make_shared<T>();
  return *static_cast<T*>(p.get());
}

struct NativeDepth {  // RAII for enter_native
  explicit NativeDepth(Vm& v) : vm(v), ok(v.enter_native()) {}
  ~NativeDepth() {
    if (ok) vm.leave_native();
  }
  Vm& vm;
  bool ok;
};

}  // namespace sl
