// Finalizers: `__del__` of instances and the end of suspended generators, run when a collection has found
// them unreachable. Statements that may drop an object (SETTLE) and returns of frames that made one
// collect early, so that in programs of ordinary size a finalizer runs where CPython would run it.
#include "core/vm/class.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/types.h"

namespace sl {
namespace {

constexpr int kNestedFinalizers = 8;
constexpr int kRoundsAtEnd = 16;  // finalizers may make objects with finalizers

// Is every frame of this thread run by one loop, entered where no native holds a value?
bool runs_alone(const Vm& vm) {
  const Thread* th = vm.thread;
  if (!th->depth || !vm.plain_entry || th->frames[0].code != vm.plain_entry) return false;
  for (uint32_t i = 1; i < th->depth; ++i)
    if (th->frames[i].flags & kFrameEntry) return false;
  return true;
}

Module* loaded_sys(Vm& vm) {
  Value sys = vm.modules ? dict_get_str(vm.modules, intern("sys")) : Value();
  return is_kind(sys, Kind::Module) ? as<Module>(sys) : nullptr;
}

void print_error(Vm& vm, const std::string& text) {
  Module* sys = loaded_sys(vm);
  Value stream = sys ? vm.module_get(sys, intern("stderr")) : Value();
  if (stream.is_unset() || stream.is_none() || vm.call_method(stream, names().write, {vm.str_value(text)}).is_unset()) {
    vm.clear_error();
    vm.host->write_err(text);
  }
}

// What is pending goes to sys.unraisablehook when the script has set one, else to sys.stderr.
void report_ignored(Vm& vm, Value finalizer) {
  Value error = vm.take_error();
  if (Module* sys = loaded_sys(vm)) {
    Value hook = vm.module_get(sys, intern("unraisablehook")), first = vm.module_get(sys, intern("__unraisablehook__"));
    Value make = vm.module_get(sys, intern("UnraisableHookArgs"));
    if (!hook.is_unset() && !hook.same(first) && !make.is_unset()) {
      ExceptionInstance* e = as_exception(error);
      Value fields = Value::object(vm.new_tuple({Value::object(e->cls), error, traceback_of(e), Value::none(), finalizer}));
      Value args = vm.call(make, {fields});
      if (!args.is_unset() && !vm.call(hook, {args}).is_unset()) return;
      finalizer = hook;
      error = vm.take_error();
    }
  }
  Value shown = vm.repr(finalizer);
  vm.clear_error();
  print_error(vm, "Exception ignored in: " + (is_str(shown) ? std::string(as<Str>(shown)->view()) : std::string("<finalizer>")) + "\n" + vm.format_exception(error));
  vm.clear_error();
}

// False: the script is being interrupted.
bool finalize(Vm& vm, Obj* o) {
  Value object = Value::object(o), finalizer;
  if (o->kind == Kind::Generator) {
    if (static_cast<GenState>(o->flags) != GenState::Suspended) return true;
    finalizer = object;
    vm.call_method(object, names().close);
  } else {
    finalizer = vm.find_special(object, names().__del__);
    vm.call_special(object, names().__del__);
  }
  if (!vm.raised()) return true;
  if (vm.is_instance(vm.pending, errors().ExecutionInterrupted)) return false;
  report_ignored(vm, finalizer);
  return true;
}

}  // namespace

void watch(Vm& vm, Obj* o) {
  vm.heap.watch(o);
  Thread* th = vm.thread;
  // What __init__ makes belongs to its instance as a rule.
  if (th->depth && !(th->frames[th->depth - 1].flags & kFrameInit)) th->frames[th->depth - 1].flags |= kFrameWatched;
}

void Vm::collect_exactly(Value* dead) {
  thread->blank(dead);
  for (Thread* t = thread->next; t; t = t->next) t->blank(t->top);
  if (runs_alone(*this))
    heap.collect([&](Marker& m) { mark_roots(m); });
  else
    collect_garbage();
}

bool Vm::settle(Value* dead) {
  collect_exactly(dead);
  return after_collection();
}

bool Vm::after_collection() {
  if (finalizers_running < kNestedFinalizers) {
    ++finalizers_running;
    while (!raised()) {
      Obj* o = heap.next_doomed();
      if (!o || !finalize(*this, o)) break;
    }
    --finalizers_running;
  }
  if (heap.after_collect && !raised()) heap.after_collect(*this);
  return !raised();
}

void Vm::finalize_all() {
  for (int round = 0; round < kRoundsAtEnd && heap.watching(); ++round) {
    for (Thread* t = thread; t; t = t->next) t->blank(t->top);
    heap.collect([&](Marker& m) { mark_roots(m); }, true);
    if (!after_collection()) break;
  }
}

}  // namespace sl
