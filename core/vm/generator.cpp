// Generators: resumption from C++, yield from, and their methods.
#include <algorithm>
#include <string>
#include <utility>

#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/introspection.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {

Value new_generator(Vm& vm, Function* f, Value* base) {
  auto* g = vm.heap.make<Generator>(Kind::Generator);
  const Code* c = f->code;
  g->flags = static_cast<uint8_t>(GenState::Created);
  g->aux = c->register_count;
  g->function = f;
  g->pc = nullptr;
  g->delegate = Value();
  g->handled = Value();
  g->name = f->name;
  g->qualname = f->qualname;
  g->watched = false;
  if (!c->handlers.empty()) watch(vm, g);
  g->registers = vm.heap.values(c->register_count);
  uint32_t params = c->positional + c->keyword_only + !!(c->flags & kCodeVarArgs) + !!(c->flags & kCodeVarKeywords);
  for (uint32_t i = 0; i < c->register_count; ++i) g->registers[i] = i < params ? base[i] : Value();
  return Value::object(g);
}

namespace {

void finish(Vm& vm, Generator* g) {
  if (g->watched) vm.heap.unwatch(g);
  g->flags = static_cast<uint8_t>(GenState::Done);
  vm.heap.free_buffer(g->registers);
  g->registers = nullptr;
  g->delegate = Value();
}

// The value of a pending StopIteration, which is cleared; false when something else is pending.
bool take_stop_value(Vm& vm, Value* out) {
  if (!vm.is_instance(vm.pending, errors().StopIteration)) return false;
  Value e = vm.take_error();
  Tuple* args = as_tuple(as_exception(e)->args);
  *out = args && args->size ? args->items[0] : Value::none();
  return true;
}

}  // namespace

Value stop_iteration(Vm& vm, Value value) {
  Value cls = Value::object(errors().StopIteration);
  Value e = value.is_none() ? vm.call(cls) : vm.call(cls, {value});
  return e.is_unset() ? e : vm.raise(e);
}

namespace {

Generator* self_generator(Vm& vm, Value v) {
  if (is_kind(v, Kind::Generator)) return as<Generator>(v);
  vm.raise_type("descriptor requires a 'generator' object");
  return nullptr;
}

}  // namespace

Value generator_send(Vm& vm, Value* args) {
  Generator* g = self_generator(vm, args[0]);
  if (!g) return Value();
  if (static_cast<GenState>(g->flags) == GenState::Created && !args[1].is_none()) return vm.raise_type("can't send non-None value to a just-started generator");
  Value done;
  Value v = generator_resume(vm, g, args[1], false, &done);
  if (v.is_unset() && !vm.raised()) return stop_iteration(vm, done.is_unset() ? Value::none() : done);
  return v;
}

Generator* resumed_leaf(const Vm& vm, const Value* args, uint32_t argc) noexcept {
  if (!is_kind(args[0], Kind::Generator)) return nullptr;
  auto* g = as<Generator>(args[0]);
  switch (static_cast<GenState>(g->flags)) {
    case GenState::Created: return argc == 1 || args[1].is_none() ? g : nullptr;
    case GenState::Suspended: return g->delegate.is_unset() ? g : delegation_leaf(vm, g);
    default: return nullptr;
  }
}

namespace {

Value throw_into(Vm& vm, Generator* g) {  // the exception is pending
  Value done;
  Value v = generator_resume(vm, g, Value(), true, &done);
  if (v.is_unset() && !vm.raised()) return stop_iteration(vm, done.is_unset() ? Value::none() : done);
  return v;
}

Value gen_throw(Vm& vm, Value* args) {
  Generator* g = self_generator(vm, args[0]);
  if (!g) return Value();
  Value type = args[1], value = args[2];
  Value e = type;
  if (!args[3].is_none() && !is_kind(args[3], Kind::Traceback)) return vm.raise_type("throw() third argument must be a traceback object");
  if (as_exception(e) && !value.is_none()) return vm.raise_type("instance exception may not have a separate value");
  if (is_kind(type, Kind::Class) && is_subclass(as<Class>(type), errors().BaseException)) {
    if (as_exception(value) && vm.is_instance(value, as<Class>(type)))
      e = value;
    else if (Tuple* several = value.is_none() ? nullptr : as_tuple(value))
      e = vm.call(type, several->items, several->size);
    else
      e = value.is_none() ? vm.call(type) : vm.call(type, {value});
    if (e.is_unset()) return e;
    if (!as_exception(e)) {
      Value text = vm.repr(type);
      if (text.is_unset()) return text;
      Class* got = vm.type_of(e);
      return vm.raise_type("calling " + std::string(as_str(text)->view()) + " should have returned an instance of BaseException, not " + std::string(got->name->view()));
    }
  }
  if (ExceptionInstance* x = as_exception(e); x && is_kind(args[3], Kind::Traceback)) {
    x->traceback = as<Traceback>(args[3]);
    x->traceback->flags |= kTracebackSeen;
  }
  if (!as_exception(e)) {
    Class* got = vm.type_of(e);
    return vm.raisef(errors().TypeError, "exceptions must be classes or instances deriving from BaseException, not %.*s", static_cast<int>(got->name->size), got->name->data);
  }
  vm.pending = e;  // its context is what the generator handles, not what its resumer does
  if (g->delegate.is_unset() && as_exception(g->handled) && g->handled.o != e.o) as_exception(e)->context = g->handled;
  return throw_into(vm, g);
}

Value gen_close(Vm& vm, Value* args) {
  Generator* g = self_generator(vm, args[0]);
  if (!g) return Value();
  auto state = static_cast<GenState>(g->flags);
  if (state == GenState::Created) finish(vm, g);
  if (state == GenState::Created || state == GenState::Done) return Value::none();
  vm.raise(Value::object(errors().GeneratorExit));
  Value done;
  Value v = generator_resume(vm, g, Value(), true, &done);
  if (!v.is_unset()) return vm.raise(errors().RuntimeError, "generator ignored GeneratorExit");
  if (vm.raised() && !vm.catch_error(errors().GeneratorExit) && !vm.catch_error(errors().StopIteration)) return Value();
  return Value::none();
}

Value gen_running(Vm& vm, Value* args) { return Value::boolean(delegation_runs(as<Generator>(args[0]))); }
Value gen_name(Vm& vm, Value* args) { return Value::object(as<Generator>(args[0])->name); }
Value gen_qualname(Vm& vm, Value* args) { return Value::object(as<Generator>(args[0])->qualname); }
Value set_text(Vm& vm, Value given, const char* what, Str** out) {
  Str* s = given.is_unset() ? nullptr : as_str(given);
  if (!s) return vm.raise_type(std::string(what) + " must be set to a string object");
  *out = s;
  return Value::none();
}
Value gen_set_name(Vm& vm, Value* args) { return set_text(vm, args[1], "__name__", &as<Generator>(args[0])->name); }
Value gen_set_qualname(Vm& vm, Value* args) { return set_text(vm, args[1], "__qualname__", &as<Generator>(args[0])->qualname); }
Value gen_suspended(Vm&, Value* args) {
  auto* g = as<Generator>(args[0]);
  return Value::boolean(static_cast<GenState>(g->flags) == GenState::Suspended && !delegation_runs(g));
}
Value gen_code(Vm& vm, Value* args) { return vm.get_attr(Value::object(as<Generator>(args[0])->function), intern("__code__")); }
Value gen_yield_from(Vm& vm, Value* args) {
  Value d = as<Generator>(args[0])->delegate;
  return d.is_unset() || delegation_runs(as<Generator>(args[0])) ? Value::none() : d;
}
Value gen_iter(Vm& vm, Value* args) { return args[0]; }
Value gen_next(Vm& vm, Value* args) {
  Value window[2] = {args[0], Value::none()};
  return generator_send(vm, window);
}

const MethodDef kMethods[] = {
    {"send(self, value, /)", generator_send, 0, "Resume the generator; value is the result of the yield expression."},
    {"throw(self, type, value=None, traceback=None, /)", gen_throw, 0, "Raise an exception where the generator is suspended."},
    {"close(self, /)", gen_close, 0, "Raise GeneratorExit inside the generator."},
    {"__iter__(self, /)", gen_iter},
    {"__next__(self, /)", gen_next},
    {"gi_running", gen_running, kNativeGetter},
    {"gi_yieldfrom", gen_yield_from, kNativeGetter},
    {"gi_frame", [](Vm& vm, Value* args) { return generator_frame(vm, as<Generator>(args[0])); }, kNativeGetter},
    {"gi_suspended", gen_suspended, kNativeGetter},
    {"gi_code", gen_code, kNativeGetter},
    {"__name__", gen_name, kNativeGetter, nullptr, gen_set_name},
    {"__qualname__", gen_qualname, kNativeGetter, nullptr, gen_set_qualname},
};

}  // namespace

void register_generator_type() {
  TypeDef def;
  def.name = "generator";
  def.layout = Layout::Opaque;
  def.subclassable = false;
  def.methods = kMethods;
  types().generator = define_type(def);
}

namespace {
constexpr size_t kMostRegisters = 256;  // functions with more parameters than that have more
}

Generator* delegation_leaf(const Vm& vm, Generator* g) noexcept {
  for (uint32_t depth = vm.thread->depth; is_kind(g->delegate, Kind::Generator); ++depth) {
    if (static_cast<GenState>(g->flags) != GenState::Suspended || g->handled.is_object()) return nullptr;
    if (g->aux > kMostRegisters || depth >= vm.limits.depth) return nullptr;
    g = as<Generator>(g->delegate);
  }
  return static_cast<GenState>(g->flags) == GenState::Suspended ? g : nullptr;
}

bool delegation_runs(const Generator* g) noexcept {
  while (static_cast<GenState>(g->flags) == GenState::Suspended && is_kind(g->delegate, Kind::Generator)) g = as<Generator>(g->delegate);
  return static_cast<GenState>(g->flags) == GenState::Running;
}

namespace {

void place_generator(Thread* th, Generator* root, Generator* g, Value* base, Value* result, uint32_t flags) noexcept {
  flags |= kFrameGenerator | static_cast<uint32_t>(g != root ? kFrameChained : 0);
  place_frame(th, g->function, base, result, flags, Value::object(g));
  th->frames[th->depth - 1].root = root;
  for (uint32_t i = 0; i < g->aux; ++i) base[i] = g->registers[i];
  g->flags = static_cast<uint8_t>(GenState::Running);
  enter_generator(th, g);
}

}  // namespace

bool push_generator(Vm& vm, Generator* root, Generator* leaf, Value* base, Value* result, uint32_t flags, Value sent) {
  Thread* th = vm.thread;
  // A chained generator's frame may become that of one with more registers.
  const size_t registers = std::max<size_t>(leaf->aux, kMostRegisters);
  if (th->depth >= vm.limits.depth || th->depth + 1 >= kMaxFrames || base + registers + 2 * kWindowSlack > th->stack_end) {
    raise_depth(vm);
    return false;
  }
  bool suspended = static_cast<GenState>(leaf->flags) == GenState::Suspended;
  place_generator(th, root, leaf, base, result, flags);
  if (suspended) {
    th->frames[th->depth - 1].pc = leaf->pc;
    const uint32_t* resumed = leaf->delegate.is_unset() ? leaf->pc - 1 : leaf->pc;  // YIELDFROM runs again
    base[*resumed >> 8 & 255] = sent;
  }
  return true;
}

void replace_by_delegator(Thread* th) noexcept {
  const Frame ended = th->frames[--th->depth];
  Generator* g = ended.root;
  while (g->delegate.o != ended.extra.o) g = as<Generator>(g->delegate);
  g->delegate = Value();
  place_generator(th, ended.root, g, ended.base, ended.result, ended.flags & (kFrameEntry | kFrameForIter | kFrameResumed));
  th->frames[th->depth - 1].pc = g->pc + 1;
}

Value generator_resume(Vm& vm, Generator* g, Value sent, bool throwing, Value* done) {
  if (delegation_runs(g)) return vm.raise_value("generator already executing");
  auto state = static_cast<GenState>(g->flags);
  if (state == GenState::Done) return Value();
  if (throwing && state == GenState::Created) {
    add_traceback(vm, vm.pending, g->function->code, UINT32_MAX);
    finish(vm, g);
    forbid_stop_iteration(vm);
    return Value();
  }
  Thread* th = vm.thread;
  char probe;
  if (&probe < th->native_low) return vm.raise(errors().RecursionError, "maximum recursion depth exceeded");
  bool delegate_done = false;
  const bool in_yield_from = !g->delegate.is_unset();
  if (throwing && !g->delegate.is_unset()) {
    // PEP 380: the delegate sees the exception first.
    Value e = vm.take_error();
    Value delegate = g->delegate;
    g->flags = static_cast<uint8_t>(GenState::Running);
    Value r;
    bool handled = true;
    if (vm.is_instance(e, errors().GeneratorExit)) {
      Value close = vm.find_attr(delegate, names().close);
      if (!close.is_unset()) vm.call(close);
      handled = vm.raised();
    } else {
      Value throw_method = vm.find_attr(delegate, names().throw_);
      if (throw_method.is_unset())
        handled = vm.raised();
      else
        r = vm.call(throw_method, {e});
    }
    g->flags = static_cast<uint8_t>(GenState::Suspended);
    if (!r.is_unset()) return r;
    g->delegate = Value();
    if (!handled) {
      vm.pending = e;
    } else if (take_stop_value(vm, &sent)) {
      delegate_done = true;
      throwing = false;
    }
  }
  Value* base = th->top;
  Value result;
  Generator* leaf = throwing || delegate_done ? nullptr : delegation_leaf(vm, g);
  if (leaf && leaf != g) {
    if (!push_generator(vm, g, leaf, base, &result, kFrameEntry, sent)) return Value();
    RunStatus status = run(vm, th->depth - 1);
    th->top = base;
    if (status == RunStatus::Yielded) return result;
    if (status == RunStatus::Returned && done) *done = result;
    return Value();
  }
  if (!push_frame(vm, g->function, base, &result, kFrameEntry | kFrameGenerator, Value::object(g))) return Value();
  for (uint32_t i = 0; i < g->aux; ++i) base[i] = g->registers[i];
  Frame& frame = th->frames[th->depth - 1];
  g->flags = static_cast<uint8_t>(GenState::Running);
  enter_generator(th, g);
  if (throwing && th->handled.is_object()) chain_context(vm);  // to what the generator itself handles
  if (state == GenState::Suspended) {
    frame.pc = g->pc;
    if (throwing) {
      if (in_yield_from) frame.pc = g->pc + 1;  // handlers are searched at the instruction before pc
    } else if (delegate_done) {
      base[*g->pc >> 8 & 255] = sent;
      frame.pc = g->pc + 1;
    } else if (!g->delegate.is_unset()) {
      base[*g->pc >> 8 & 255] = sent;  // YIELDFROM runs again with it
    } else {
      base[g->pc[-1] >> 8 & 255] = sent;
    }
  }
  RunStatus status = throwing ? run_raising(vm) : run(vm, th->depth - 1);
  th->top = base;
  if (status == RunStatus::Yielded) return result;
  if (status == RunStatus::Returned && done) *done = result;
  return Value();
}

namespace {

Value resume_collecting(Vm& vm, Generator* g, Collector* c) {
  Thread* th = vm.thread;
  c->depth = th->depth + 1;
  Collector* outer = std::exchange(th->collector, c);
  Value done, v = generator_resume(vm, g, Value::none(), false, &done);
  th->collector = outer;
  return v;
}

}  // namespace

size_t generator_collect(Vm& vm, Generator* g, Collector::Want want, Value* items, size_t n, bool* ended) {
  Collector c{0, want, items, 0, n - 1};
  Value v = resume_collecting(vm, g, &c);
  *ended = v.is_unset();
  if (!*ended) items[c.count++] = v;
  return c.count;
}

Value generator_search(Vm& vm, Generator* g, Collector::Want want) {
  Collector c{0, want};
  return resume_collecting(vm, g, &c);
}

void forbid_stop_iteration(Vm& vm) {
  if (!vm.is_instance(vm.pending, errors().StopIteration)) return;
  Value cause = vm.take_error();
  vm.raise(errors().RuntimeError, "generator raised StopIteration");
  if (auto* e = as_exception(vm.pending)) {
    e->cause = e->context = cause;
    e->suppress_context = 1;
  }
}

Value yield_iter(Vm& vm, Value v) { return is_kind(v, Kind::Generator) ? v : vm.iter(v); }

int yield_from_step(Vm& vm, Value iterator, Value sent, Value* out) {
  Value v;
  if (is_kind(iterator, Kind::Generator)) {
    Value done;
    v = generator_resume(vm, as<Generator>(iterator), sent, false, &done);
    if (v.is_unset() && !vm.raised()) {
      *out = done.is_unset() ? Value::none() : done;
      return 0;
    }
  } else if (sent.is_none()) {
    vm.thread->stop_value = Value();
    v = vm.next(iterator);
    if (v.is_unset() && !vm.raised()) {
      *out = vm.thread->stop_value.is_unset() ? Value::none() : vm.thread->stop_value;
      vm.thread->stop_value = Value();
      return 0;
    }
  } else {
    v = vm.call_method(iterator, names().send, {sent});
    if (v.is_unset() && take_stop_value(vm, out)) return 0;
  }
  if (v.is_unset()) return -1;
  *out = v;
  return 1;
}

}  // namespace sl
