// _thread: threads inside one environment, and locks between them. The environment's lock lets one thread run
// at a time and is given up only in waits, so script code between two waits is never interrupted by another.
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "core/env/environment.h"
#include "core/env/hooks.h"
#include "core/vm/file.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

// What the threads of one environment share. `generation` grows whenever something a thread may wait for happens.
struct Threads {
  std::mutex mutex;
  std::condition_variable wake;
  uint64_t generation = 0;
  uint32_t alive = 0;

  void notify() {
    {
      std::lock_guard guard(mutex);
      ++generation;
    }
    wake.notify_all();
  }
};

const char kThreadsKey = 0;

std::shared_ptr<Threads> threads_of(Vm& vm) {
  auto& p = vm.locals[&kThreadsKey];
  if (!p) p = std::make_shared<Threads>();
  return std::static_pointer_cast<Threads>(p);
}

int64_t new_ident() {
  static std::atomic<int64_t> last{140000000000000};
  return last.fetch_add(256, std::memory_order_relaxed);
}
thread_local int64_t g_ident = 0;  // of this thread; 0: not asked yet
int64_t ident() {
  if (!g_ident) g_ident = new_ident();
  return g_ident;
}

using Clock = std::chrono::steady_clock;

// Waits without the environment's lock until something happened or the time is up. False: raised.
bool wait_for_change(Vm& vm, Threads& t, const Clock::time_point* until) {
  Environment& env = Environment::of(vm);
  uint64_t seen;
  {
    std::lock_guard guard(t.mutex);
    seen = t.generation;
  }
  uint64_t hook = env.on_cancel([&t] { t.notify(); });
  env.unlock(vm);
  {
    std::unique_lock guard(t.mutex);
    auto changed = [&] { return t.generation != seen; };
    if (until)
      t.wake.wait_until(guard, *until, changed);
    else
      t.wake.wait(guard, changed);
  }
  env.off_cancel(hook);
  return env.relock(vm);
}

// ---- locks ------------------------------------------------------------------------------------------

struct Lock {
  bool reentrant = false;
  int64_t owner = 0;
  uint64_t depth = 0;  // 0: free
};

const char kLockTag = 0;
void release_lock(void* data) { delete static_cast<Lock*>(data); }
const HostType kLockType = {.name = "lock", .release = release_lock, .tag = &kLockTag};
const HostType kRLockType = {.name = "RLock", .release = release_lock, .tag = &kLockTag};
Class *lock_class, *rlock_class;

Lock* self_lock(Vm& vm, Value v) {
  v = unwrap(v);
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == &kLockTag) return static_cast<Lock*>(as<HostObj>(v)->data);
  vm.raise_type("expected a lock, not " + type_name_of(vm, v));
  return nullptr;
}

Value new_lock(Vm& vm, bool reentrant) {
  auto lock = std::make_unique<Lock>();
  lock->reentrant = reentrant;
  return Value::object(vm.new_host(reentrant ? rlock_class : lock_class, lock.release()));
}

bool take(Lock* l) {
  if (l->depth && !(l->reentrant && l->owner == ident())) return false;
  l->owner = ident();
  ++l->depth;
  return true;
}

Value acquire(Vm& vm, Value* args) {  // self, blocking, timeout
  Lock* l = self_lock(vm, args[0]);
  if (!l) return Value();
  int blocking = vm.truthy(args[1]);
  double seconds;
  if (blocking < 0 || !real_arg(vm, args[2], &seconds)) return Value();
  if (!blocking && seconds != -1) return vm.raise_value("can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds != -1) return vm.raise_value("timeout value must be a non-negative number");
  if (take(l)) return Value::boolean(true);
  if (!blocking) return Value::boolean(false);
  if (std::isnan(seconds) || seconds > 1e8) seconds = -1;
  auto threads = threads_of(vm);
  Clock::time_point until = Clock::now();
  if (seconds >= 0) until += std::chrono::nanoseconds(static_cast<int64_t>(seconds * 1e9));
  for (;;) {
    if (!wait_for_change(vm, *threads, seconds >= 0 ? &until : nullptr)) return Value();
    if (take(l)) return Value::boolean(true);
    if (seconds >= 0 && Clock::now() >= until) return Value::boolean(false);
  }
}

Value release(Vm& vm, Value* args) {
  Lock* l = self_lock(vm, args[0]);
  if (!l) return Value();
  if (!l->depth) return vm.raise(errors().RuntimeError, l->reentrant ? "cannot release un-acquired lock" : "release unlocked lock");
  if (l->reentrant && l->owner != ident()) return vm.raise(errors().RuntimeError, "cannot release un-acquired lock");
  if (--l->depth) return Value::none();
  l->owner = 0;
  threads_of(vm)->notify();
  return Value::none();
}

Value enter(Vm& vm, Value* args) {
  Value full[3] = {args[0], Value::boolean(true), Value::integer(-1)};
  return acquire(vm, full);
}

Value locked(Vm& vm, Value* args) {
  Lock* l = self_lock(vm, args[0]);
  return l ? Value::boolean(l->depth != 0) : Value();
}

Value is_owned(Vm& vm, Value* args) {
  Lock* l = self_lock(vm, args[0]);
  return l ? Value::boolean(l->depth && l->owner == ident()) : Value();
}

// Condition variables give a whole re-entrant lock up and take it back.
Value release_save(Vm& vm, Value* args) {
  Lock* l = self_lock(vm, args[0]);
  if (!l) return Value();
  if (!l->depth) return vm.raise(errors().RuntimeError, "cannot release un-acquired lock");
  auto depth = static_cast<int64_t>(l->depth);
  l->depth = 0;
  l->owner = 0;
  threads_of(vm)->notify();
  return Value::integer(depth);
}

Value acquire_restore(Vm& vm, Value* args) {
  Lock* l = self_lock(vm, args[0]);
  int64_t depth;
  if (!l || !vm.to_index(args[1], &depth) || enter(vm, args).is_unset()) return Value();
  l->depth = static_cast<uint64_t>(std::max<int64_t>(depth, 1));
  return Value::none();
}

Value lock_repr(Vm& vm, Value* args) {
  Lock* l = self_lock(vm, args[0]);
  if (!l) return Value();
  char text[128];
  if (l->reentrant)
    std::snprintf(text, sizeof text, "<%s _thread.RLock object owner=%lld count=%llu at %p>", l->depth ? "locked" : "unlocked", static_cast<long long>(l->owner),
                  static_cast<unsigned long long>(l->depth), static_cast<void*>(args[0].o));
  else
    std::snprintf(text, sizeof text, "<%s _thread.lock object at %p>", l->depth ? "locked" : "unlocked", static_cast<void*>(args[0].o));
  return vm.str_value(text);
}

const MethodDef kLockMethods[] = {
    {"acquire(self, blocking=True, timeout=-1)", acquire, 0, "Take the lock, waiting for it; False when it did not become free in time."},
    {"release(self, /)", release, 0, "Give the lock up."},
    {"locked(self, /)", locked, 0, "Whether the lock is taken."},
    {"__enter__(self, /)", enter},
    {"__exit__(self, type, value, traceback, /)", release},
    {"__repr__(self, /)", lock_repr},
};
const MethodDef kRLockMethods[] = {
    {"acquire(self, blocking=True, timeout=-1)", acquire, 0, "Take the lock once more, waiting for it; False when it did not become free in time."},
    {"release(self, /)", release, 0, "Undo one acquire()."},
    {"_is_owned(self, /)", is_owned},
    {"_release_save(self, /)", release_save},
    {"_acquire_restore(self, state, /)", acquire_restore},
    {"__enter__(self, /)", enter},
    {"__exit__(self, type, value, traceback, /)", release},
    {"__repr__(self, /)", lock_repr},
};

Value allocate_lock(Vm& vm, Value*) { return new_lock(vm, false); }
Value new_rlock(Vm& vm, Value*) { return new_lock(vm, true); }

// ---- threads -------------------------------------------------------------------------------------------

struct Start {
  explicit Start(Vm& vm) : roots(vm.heap) {}
  RootVec roots;  // function, positional arguments, keywords or None
};

void run_thread(Environment& env, std::unique_ptr<Start> start, const std::shared_ptr<Threads>& threads) {
  env.lock();
  Vm& vm = env.vm;
  Value function = start->roots.items[0];
  auto* args = as<Tuple>(start->roots.items[1]);
  vm.call_kw(function, args->items, args->size, as_dict(start->roots.items[2]));
  if (vm.raised()) {
    Value error = vm.take_error();
    if (!vm.is_instance(error, errors().SystemExit) && !(vm.interrupt.load() & kInterruptCancel))
      env.write_err("Unhandled exception in thread started by script:\n" + vm.format_exception(error));
    vm.clear_error();
  }
  start.reset();
  --threads->alive;
  threads->notify();
  env.unlock_one();
}

Value start_new_thread(Vm& vm, Value* args) {  // function, args, kwargs
  if (!vm.callable(args[0])) return vm.raise_type("first arg must be callable");
  Tuple* positional = as_tuple(args[1]);
  if (!positional) return vm.raise_type("2nd arg must be a tuple");
  if (!args[2].is_none() && !as_dict(args[2])) return vm.raise_type("optional 3rd arg must be a dictionary");
  auto threads = threads_of(vm);
  if (threads->alive >= 1000) return vm.raise(errors().RuntimeError, "can't start new thread");
  auto start = std::make_unique<Start>(vm);
  start->roots.items = {args[0], Value::object(positional), args[2]};
  Environment& env = Environment::of(vm);
  ++threads->alive;
  Start* raw = start.release();
  int64_t number = new_ident();
  try {
    std::thread([&env, raw, threads, number] {
      g_ident = number;
      run_thread(env, std::unique_ptr<Start>(raw), threads);
    }).detach();
  } catch (const std::system_error&) {
    delete raw;
    --threads->alive;
    return vm.raise(errors().RuntimeError, "can't start new thread");
  }
  return Value::integer(number);
}

Value get_ident(Vm&, Value*) { return Value::integer(ident()); }
Value count(Vm& vm, Value*) { return Value::integer(threads_of(vm)->alive); }

// Lets the other threads run up to their next wait.
Value yield_now(Vm& vm, Value*) {
  if (!threads_of(vm)->alive) return Value::none();
  vm.host->unlock(vm);
  return vm.host->relock(vm) ? Value::none() : Value();
}

// Calls module.function() when a script has imported the module.
void call_if_loaded(Vm& vm, const char* module, const char* function) {
  Value m = dict_get_str(vm.modules, intern(module));
  if (!is_kind(m, Kind::Module)) return;
  Value f = vm.module_get(as<Module>(m), intern(function));
  if (!f.is_unset()) vm.call(f);
  if (!vm.raised()) return;
  Value error = vm.take_error();
  if (!vm.is_instance(error, errors().SystemExit)) vm.host->write_err(vm.format_exception(error));
  vm.clear_error();
}

void finished(Vm& vm) {
  call_if_loaded(vm, "threading", "_shutdown");
  call_if_loaded(vm, "atexit", "_run_exitfuncs");
  flush_pending_files(vm);
}

void closing(Environment& env) {
  auto known = env.vm.locals.find(&kThreadsKey);
  if (known == env.vm.locals.end()) return;
  auto threads = std::static_pointer_cast<Threads>(known->second);
  if (!threads->alive) return;
  env.interrupt(kInterruptCancel, "execution cancelled");
  std::unique_lock guard(threads->mutex);
  threads->wake.wait(guard, [&] { return threads->alive == 0; });
  guard.unlock();
  env.lock();  // the last one has left
  env.unlock_one();
}

const MethodDef kFunctions[] = {
    {"allocate_lock()", allocate_lock, 0, "A new lock, free."},
    {"start_new_thread(function, args, kwargs=None, /)", start_new_thread, kNativeUnsafe, "Call function(*args, **kwargs) on a new thread of this environment."},
    {"get_ident()", get_ident, 0, "A number that tells this thread from others."},
    {"get_native_id()", get_ident, 0, "A number that tells this thread from others."},
    {"_count()", count, 0, "How many threads started by scripts run."},
    {"_yield()", yield_now, 0, "Let other threads of the environment run."},
};

Class* define_lock(const HostType& type, const char* signature, NativeFn construct, std::span<const MethodDef> methods) {
  TypeDef def;
  def.name = type.name;
  def.module = "_thread";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.subclassable = false;
  def.construct_signature = signature;
  def.construct = construct;
  def.host_type = &type;
  def.methods = methods;
  return define_type(def);
}

Value error_class(Vm&) { return Value::object(errors().RuntimeError); }
Value timeout_max(Vm&) { return Value::number(4294967.0); }
const ConstantDef kConstants[] = {{"error", error_class}, {"TIMEOUT_MAX", timeout_max}};

}  // namespace

void register_thread_module() {
  lock_class = define_lock(kLockType, nullptr, nullptr, kLockMethods);
  rlock_class = define_lock(kRLockType, "RLock()", new_rlock, kRLockMethods);
  static Class* const classes[] = {lock_class, rlock_class};
  ModuleDef module{.name = "_thread", .doc = "Threads of one environment, and locks between them.", .functions = kFunctions, .constants = kConstants};
  module.classes = classes;
  define_module(module);
  environment_hooks() = {finished, closing};
}

}  // namespace sl
