#include "core/vm/vm.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <new>

#include "core/lang/code.h"
#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/memory_guard.h"
#include "core/vm/objects.h"
#include "core/vm/script_signals.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {
namespace {

void* reserve(size_t bytes) {
  void* p = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) throw std::bad_alloc();
  return p;
}

// SCRIPTLING_GC_STRESS=n collects at every n-th safepoint, which finds values that were not rooted; 0 is off.
// The interval doubles after some collections, fewer in a large heap, or a long loop would never end.
constexpr uint32_t kStressBudget = 500, kStressBytes = 256 * 1024;
uint32_t gc_stress() {
  static const uint32_t interval = [] {
    const char* v = std::getenv("SCRIPTLING_GC_STRESS");
    return v ? static_cast<uint32_t>(std::strtoul(v, nullptr, 10)) : 0;
  }();
  return interval;
}

bool stress_is_due(GcStress& s, size_t live_bytes) {
  if (++s.safepoints < s.interval) return false;
  s.safepoints = 0;
  s.collections += static_cast<uint32_t>(1 + live_bytes / kStressBytes);
  if (s.collections >= kStressBudget) {
    s.collections = 0;
    s.interval *= 2;
  }
  return true;
}

// How much native stack one script-to-native-to-script cycle may need before the limit check runs again.
constexpr size_t kNativeReserve = 256 * 1024;

struct NativeStack {
  const char* low;
  const char* high;
};
NativeStack native_stack() {
  thread_local NativeStack s = [] {
    pthread_attr_t attr;
    void* base = nullptr;
    size_t size = 0;
    pthread_getattr_np(pthread_self(), &attr);
    pthread_attr_getstack(&attr, &base, &size);
    pthread_attr_destroy(&attr);
    return NativeStack{static_cast<const char*>(base), static_cast<const char*>(base) + size};
  }();
  return s;
}

void bind_native_stack(Thread* t) {
  NativeStack s = native_stack();
  size_t size = static_cast<size_t>(s.high - s.low);
#if defined(__SANITIZE_THREAD__)
  size = std::min(size, size_t{2} << 20);  // ThreadSanitizer notes no more than 65536 calls
#endif
  t->native_low = s.high - size + std::min(kNativeReserve, size / 4);
  t->native_base = s.high;
}

}  // namespace

Thread::Thread() {
  stack = static_cast<Value*>(reserve(kStackValues * sizeof(Value)));
  stack_end = stack + kStackValues;
  frames = static_cast<Frame*>(reserve(kMaxFrames * sizeof(Frame)));
  top = stack;
}

Thread::~Thread() {
  munmap(stack, kStackValues * sizeof(Value));
  munmap(frames, kMaxFrames * sizeof(Frame));
}

void Thread::blank(Value* from) noexcept {
  constexpr int kUntouched = 2 * kMaxRegisters + 4 * static_cast<int>(kWindowSlack);
  int untouched = 0;
  for (Value* p = from; p < stack_end && untouched < kUntouched; ++p) {
    if (p->tag | p->bits) {
      *p = Value();
      untouched = 0;
    } else {
      ++untouched;
    }
  }
}

void Thread::reset() {
  depth = 0;
  blank(stack);
  top = stack;
  handled = result = stop_value = Value();
  shadowed = 0;
}

Vm::Vm(HostHooks* h) : host(h), thread(new Thread) {
  init_runtime();
  heap.interrupt = &interrupt;
  heap.gc_bit = kInterruptGc;
  heap.memory_bit = kInterruptMemory;
  stress.interval = gc_stress();
  if (stress.interval) interrupt.fetch_or(kInterruptGc, std::memory_order_relaxed);
  bind_native_stack(thread);
  modules = new_dict();
  builtins = g_builtin_values;
}

Vm::~Vm() {
  while (thread) {
    Thread* next = thread->next;
    delete thread;
    thread = next;
  }
}

void vm_enter(Vm& vm) {
  // One record per OS thread that is inside the environment: its own where it has frames waiting,
  // else an idle one, else a new one. The record in use stands first in the list.
  NativeStack s = native_stack();
  Thread* found = nullptr;
  for (Thread* t = vm.thread; t && !found; t = t->next)
    if (t->depth && t->native_base == s.high) found = t;
  for (Thread* t = vm.thread; t && !found; t = t->next)
    if (t->depth == 0) found = t;
  if (!found) {
    found = new Thread;
    found->next = vm.thread;
    vm.thread = found;
  } else if (found != vm.thread) {
    Thread** link = &vm.thread;
    while (*link != found) link = &(*link)->next;
    *link = found->next;
    found->next = vm.thread;
    vm.thread = found;
  }
  found->native_sp = nullptr;
  bind_native_stack(found);
}

__attribute__((noinline)) void vm_leave(Vm& vm) {
  Thread* t = vm.thread;
  if (t->depth == 0) {
    t->native_sp = nullptr;
    return;
  }
  jmp_buf registers;
  std::memset(&registers, 0, sizeof registers);  // its unused part must not hold stale words
  setjmp(registers);
  static_assert(sizeof(registers) >= sizeof(void*) * 8);
  std::memcpy(t->saved_registers, &registers, sizeof(t->saved_registers));
  t->native_sp = static_cast<const char*>(__builtin_frame_address(0));
}

// ---- small objects ----------------------------------------------------------------------------

Cell* Vm::new_cell(Value v) {
  auto* c = heap.make<Cell>(Kind::Cell);
  c->value = v;
  return c;
}

Value Vm::bind_method(Value self, Value function) {
  auto* m = heap.make<BoundMethod>(Kind::BoundMethod);
  m->self = self;
  m->function = function;
  return Value::object(m);
}

HostObj* Vm::new_host(Class* cls, void* data, uint32_t fields) {
  auto* h = heap.make<HostObj>(Kind::Host, fields * sizeof(Value));
  h->cls = cls;
  h->type = cls->host_type;
  h->data = data;
  h->attrs = nullptr;
  h->field_count = fields;
  for (uint32_t i = 0; i < fields; ++i) h->fields[i] = Value::none();
  if (h->type && h->type->release) heap.register_host(h);
  return h;
}

// ---- types --------------------------------------------------------------------------------------

Class* Vm::type_of(Value v) const {
  const Types& t = types();
  switch (v.tag) {
    case kNone: return t.none;
    case kBool: return t.boolean;
    case kInt: return t.integer;
    case kFloat: return t.floating;
    case kObject: break;
    default: return t.none;
  }
  if (Class* c = class_of_kind(v.o->kind)) return c;
  switch (v.o->kind) {
    case Kind::Instance: return as<Instance>(v)->cls;
    case Kind::Host: return as<HostObj>(v)->cls;
    case Kind::Class: return as<Class>(v)->metaclass;
    case Kind::Function: return t.function;
    case Kind::Native: return class_of_native(as<Native>(v));
    case Kind::BoundMethod: {
      Value f = as<BoundMethod>(v)->function;
      return !is_kind(f, Kind::Native) ? t.bound_method : is_slot_wrapper(as<Native>(f)) ? t.method_wrapper : t.native;
    }
    case Kind::Module: return t.module;
    case Kind::Super: return t.super;
    case Kind::Property: return t.property;
    case Kind::StaticMethod: return t.staticmethod;
    case Kind::ClassMethod: return t.classmethod;
    case Kind::Cell: return t.cell;
    case Kind::Traceback: return t.traceback;
    case Kind::CodeObj: return t.code;
    case Kind::Iter: return as<IterObj>(v)->type->cls ? as<IterObj>(v)->type->cls : t.iterator;
    case Kind::DictView: return v.o->flags == 0 ? t.dict_keys : v.o->flags == 1 ? t.dict_values : t.dict_items;
    case Kind::Singleton: return v.o == g_ellipsis ? t.ellipsis : t.not_implemented;
    default: return t.object;
  }
}

bool Vm::is_instance(Value v, Class* cls) const { return is_subclass(type_of(v), cls); }

bool Vm::enter_native() {
  char probe;
  if (&probe < thread->native_low || native_depth >= limits.depth) {
    raise(errors().RecursionError, "maximum recursion depth exceeded");
    return false;
  }
  if (!poll()) return false;  // values that hold others many times over take ages to walk
  ++native_depth;
  return true;
}

bool Vm::check_alloc(size_t bytes) {
  if (bytes > size_t{1} << 46 || heap.would_exceed(bytes)) {
    raise_memory();
    return false;
  }
  // Without a limit of its own the process still must not be taken down by one request for memory.
  static const size_t physical = static_cast<size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<size_t>(sysconf(_SC_PAGESIZE));
  bool refused = bytes > physical / 2;
  constexpr size_t kWorthTrying = size_t{32} << 20;  // the operating system may have a limit of its own
  if (!refused && bytes > kWorthTrying) {
    void* trial = std::malloc(bytes);
    refused = !trial;
    std::free(trial);
  }
  if (refused) raise_memory();
  return !refused;
}

// ---- interrupts ---------------------------------------------------------------------------------

namespace {

bool raise_interrupted(Vm& vm, const char* fallback) {
  std::string reason = vm.interrupt_reason.empty() ? fallback : vm.interrupt_reason;
  vm.raise(errors().ExecutionInterrupted, reason);
  return false;
}

bool check_limits(Vm& vm, uint32_t bits) {
  if (bits & kInterruptSignal) {
    vm.interrupt.fetch_and(~uint32_t{kInterruptSignal}, std::memory_order_relaxed);
    vm.raise(errors().KeyboardInterrupt, "");
    return false;
  }
  if (bits & kInterruptTimeout) return raise_interrupted(vm, "execution timeout");
  if (bits & kInterruptCancel) return raise_interrupted(vm, "execution cancelled");
  return true;
}

}  // namespace

bool Vm::poll() {
  uint32_t bits = interrupt.load(std::memory_order_acquire);  // pairs with the reason written before the bit
  if (!(bits & (kInterruptSignal | kInterruptTimeout | kInterruptCancel | kInterruptMemory))) return true;
  if (bits & kInterruptMemory && heap.limit() && heap.bytes_in_use() > heap.limit() + heap.limit() / 4) {
    raise_memory();
    return false;
  }
  return check_limits(*this, bits);
}

bool Vm::handle_interrupt() {
  uint32_t bits = interrupt.load(std::memory_order_acquire);  // pairs with the reason written before the bit
  if (bits & (kInterruptGc | kInterruptMemory)) {
    interrupt.fetch_and(~uint32_t{kInterruptGc | kInterruptMemory}, std::memory_order_relaxed);
    if (!stress.interval || (bits & kInterruptMemory) || stress_is_due(stress, heap.live_bytes())) {
      collect_garbage();
      if (!after_collection()) return false;
    }
    if (stress.interval) interrupt.fetch_or(kInterruptGc, std::memory_order_relaxed);  // every safepoint comes here
    if (heap.limit() && heap.bytes_in_use() > heap.limit()) {
      // Leave room to handle the error: the bit returns with the next block.
      raise_memory();
      return false;
    }
  }
  if (bits & kInterruptCall && !deliver_signals(*this)) return false;
  if (bits & kInterruptFuel) {
    if (fuel_left == 0) return raise_interrupted(*this, "execution budget exhausted");
    --fuel_left;
  }
  if (!check_limits(*this, bits)) return false;
  if (bits & kInterruptYield) {
    interrupt.fetch_and(~uint32_t{kInterruptYield}, std::memory_order_relaxed);
    host->unlock(*this);
    if (!host->relock(*this)) return false;
  }
  return true;
}

// ---- garbage collection ---------------------------------------------------------------------------

void Vm::mark_roots(Marker& m) {
  m.mark(pending);
  m.mark(modules);
  for (Value& v : repr_stack) m.mark(v);
  for (Thread* t = thread; t; t = t->next) {
    m.mark_range(t->stack, static_cast<size_t>(t->top - t->stack));
    for (uint32_t i = 0; i < t->depth; ++i) {
      m.mark(t->frames[i].function);
      m.mark(t->frames[i].module);
      if (t->frames[i].flags & (kFrameInit | kFrameGenerator)) m.mark(t->frames[i].extra);  // else left over from an earlier frame
      if (t->frames[i].flags & kFrameChained) m.mark(t->frames[i].root);
    }
    m.mark(t->handled);
    m.mark(t->result);
    m.mark(t->stop_value);
    if (t != thread && t->native_sp) {
      m.mark_conservative(t->native_sp, t->native_base);
      m.mark_conservative(t->saved_registers, t->saved_registers + 16);
    }
  }
  for (auto f : extra_roots) f(*this, m);
}

__attribute__((noinline, no_sanitize("address"))) void Vm::collect_garbage() {
  jmp_buf registers;
  setjmp(registers);
  const char* sp = static_cast<const char*>(__builtin_frame_address(0));
  if (reinterpret_cast<const char*>(&registers) < sp) sp = reinterpret_cast<const char*>(&registers);
  heap.collect([&](Marker& m) {
    mark_roots(m);
    m.mark_conservative(sp, thread->native_base);
    m.mark_conservative(&registers, &registers + 1);
  });
  // A dead value above the live registers must not survive as a stale register.
  for (Thread* t = thread; t; t = t->next) t->blank(t->top);
  renew_memory_reserve();
}

// ---- modules --------------------------------------------------------------------------------------

Module* Vm::new_module(Str* name, const ModuleCode* code, GlobalNames* globals) {
  auto* m = heap.make<Module>(Kind::Module);
  m->code = code;
  m->name = name;
  m->names = globals;
  m->extra = nullptr;
  m->slot_capacity = 0;
  m->slots = nullptr;
  reserve_globals(m, globals ? static_cast<uint32_t>(globals->names.size()) : 0);
  return m;
}

void Vm::reserve_globals(Module* m, uint32_t count) {
  if (m->slots && count <= m->slot_capacity) return;
  uint32_t capacity = m->slots ? count + count / 2 + 16 : count + 8;
  Value* slots = heap.values(capacity);
  for (uint32_t i = 0; i < capacity; ++i) slots[i] = i < m->slot_capacity ? m->slots[i] : Value();
  m->slots = slots;  // the old array may still be read by a running frame: left to the collector
  m->slot_capacity = capacity;
}

Value Vm::module_get(Module* m, Str* name) const {
  if (m->names && name->interned()) {
    int32_t slot = m->names->find(name);
    if (slot >= 0 && static_cast<uint32_t>(slot) < m->slot_capacity && !m->slots[slot].is_unset()) return m->slots[slot];
  }
  return m->extra ? dict_get_str(m->extra, name) : Value();
}

void Vm::module_set(Module* m, Str* name, Value v) {
  if (!name->interned()) name = intern(name->view());
  int32_t slot = m->names && !(m->flags & kModuleDict) ? m->names->find(name) : -1;
  if (slot >= 0) {
    reserve_globals(m, static_cast<uint32_t>(slot) + 1);
    m->slots[slot] = v;
    if (m->flags & kModuleBuiltins) override_builtin(*this, name, v);
    return;
  }
  if (v.is_unset()) {
    if (m->extra) dict_delete(*this, m->extra, Value::object(name));
    return;
  }
  if (!m->extra) m->extra = new_dict();
  dict_set_str(*this, m->extra, name, v);
}

Value Vm::run_code(Module* module, const Code* code) { return run_code_in(*this, module, code, nullptr); }

Value run_code_in(Vm& vm, Module* module, const Code* code, const Value* space) {
  if (module->names) vm.reserve_globals(module, static_cast<uint32_t>(module->names->names.size()));
  auto* f = vm.heap.make<Function>(Kind::Function);
  f->code = code;
  f->module = module;
  f->defaults = nullptr;
  f->kw_defaults = nullptr;
  f->cells = nullptr;
  f->name = f->qualname = code->name;
  f->doc = Value::none();
  f->attrs = nullptr;
  f->annotations = nullptr;
  Thread* thread = vm.thread;
  Value saved = thread->result;
  thread->result = Value();
  Value r = vm.call_function(f, space, space ? 1 : 0);
  Value last = thread->result;
  thread->result = saved;
  if (r.is_unset()) return r;
  if (!r.is_none()) return r;
  return last.is_unset() ? Value::none() : last;
}

Value Vm::run_module(Module* module) {
  const ModuleCode* code = module->code;
  module_set(module, names().__doc__, is_str(code->top->doc) ? code->top->doc : Value::none());
  return run_code(module, code->top.get());
}

}  // namespace sl
