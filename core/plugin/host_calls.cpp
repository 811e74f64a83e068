// The host table's functions that run script code, raise and catch, and keep values alive.
#include <cstring>

#include "core/plugin/abi.h"
#include "core/plugin/env_state.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/types.h"

namespace sl {

EnvState& env_state(Vm& vm) { return local<EnvState>(vm); }

size_t RefTable::add(Value v) {
  {
    std::lock_guard lock(dropped->mutex);
    for (size_t slot : dropped->slots) {
      values_.items[slot] = Value();
      free_.push_back(slot);
    }
    dropped->slots.clear();
  }
  if (free_.empty()) {
    values_.items.push_back(v);
    return values_.items.size() - 1;
  }
  size_t slot = free_.back();
  free_.pop_back();
  values_.items[slot] = v;
  return slot;
}

namespace {

Class* builtin_error(std::string_view name) {
  Str* s = find_interned(name);
  int slot = s ? builtin_slot(s) : -1;
  if (slot < 0) return name == "ExecutionInterrupted" ? errors().ExecutionInterrupted : nullptr;
  Value v = builtin_value(slot);
  return is_kind(v, Kind::Class) && is_subclass(as<Class>(v), errors().BaseException) ? as<Class>(v) : nullptr;
}

Module* calling_module(Vm& vm) {
  if (vm.thread && vm.thread->depth)
    for (uint32_t i = vm.thread->depth; i-- > 0;)
      if (vm.thread->frames[i].module) return vm.thread->frames[i].module;
  return nullptr;
}

sl_status call(sl_env* e, sl_value f, const sl_value* argv, size_t argc, sl_value* out) {
  Vm& vm = env_of(e).vm;
  return give(vm, vm.call(from_abi(f), from_abi(argv), argc), out);
}

sl_status call_kw(sl_env* e, sl_value f, const sl_value* argv, size_t argc, sl_value keywords, sl_value* out) {
  Vm& vm = env_of(e).vm;
  Value kw = from_abi(keywords);
  Dict* dict = kw.is_object() ? as_dict(kw) : nullptr;
  if (!dict && !kw.is_unset() && !kw.is_none()) {
    vm.raise_type("call_kw: keywords must be a dict");
    return SL_RAISED;
  }
  return give(vm, dict && dict->used ? vm.call_kw(from_abi(f), from_abi(argv), argc, dict) : vm.call(from_abi(f), from_abi(argv), argc), out);
}

sl_status call_method(sl_env* e, sl_value object, sl_str name, const sl_value* argv, size_t argc, sl_value* out) {
  Vm& vm = env_of(e).vm;
  Value f = vm.get_attr(from_abi(object), intern(view(name)));
  return f.is_unset() ? SL_RAISED : give(vm, vm.call(f, from_abi(argv), argc), out);
}

sl_status import_module(sl_env* e, sl_str dotted, sl_value* out) {
  Environment& env = env_of(e);
  return give(env.vm, env.import(view(dotted)), out);
}
sl_status resolve(sl_env* e, sl_str dotted, sl_value* out) {
  Environment& env = env_of(e);
  return give(env.vm, env.resolve(view(dotted)), out);
}

sl_status lookup(sl_env* e, sl_str name, sl_value* out) {
  Environment& env = env_of(e);
  Vm& vm = env.vm;
  Str* s = find_interned(view(name));
  Module* calling = calling_module(vm);
  for (Module* m : {calling, env.main_module}) {
    if (!m || !s) continue;
    Value v = vm.module_get(m, s);
    if (!v.is_unset()) return give(vm, v, out);
  }
  int slot = s ? builtin_slot(s) : -1;
  if (slot >= 0) return give(vm, builtin_value(slot), out);
  vm.raise(errors().NameError, "name '" + std::string(view(name)) + "' is not defined");
  return SL_RAISED;
}

sl_str main_file(sl_env* e) {
  Environment& env = env_of(e);
  if (!env.main_module) return {"", 0};
  Str* s = as_str(env.vm.module_get(env.main_module, names().__file__));
  return s ? to_abi(s->view()) : sl_str{"", 0};
}

int sandboxed(sl_env* e) { return env_of(e).profile().sandboxed; }
sl_status check_path(sl_env* e, sl_str path) { return status(env_of(e).check_path(env_of(e).vm, view(path))); }

// ---- errors -----------------------------------------------------------------------------------

sl_status raise(sl_env* e, const char* type, sl_str message) {
  raise_named(env_of(e), type ? type : "RuntimeError", view(message));
  return SL_RAISED;
}
sl_status raise_value(sl_env* e, sl_value exception) {
  env_of(e).vm.raise(from_abi(exception));
  return SL_RAISED;
}

int error_matches(sl_env* e, const char* type) {
  Vm& vm = env_of(e).vm;
  if (!vm.raised()) return 0;
  Class* c = type ? builtin_error(type) : errors().BaseException;
  return c && vm.is_instance(vm.pending, c);
}

uint32_t error_flags(Vm& vm, Value exception) {
  if (vm.is_instance(exception, errors().SystemExit)) return SL_ERROR_EXIT;
  if (vm.is_instance(exception, errors().MemoryError)) return SL_ERROR_MEMORY;
  if (vm.is_instance(exception, errors().SyntaxError)) return SL_ERROR_SYNTAX;
  if (!vm.is_instance(exception, errors().ExecutionInterrupted)) return 0;
  uint32_t bits = vm.interrupt.load();
  bool late = (bits & kInterruptTimeout) || ((bits & kInterruptFuel) && !vm.fuel_left && vm.limits.fuel);
  return late && !(bits & kInterruptCancel) ? SL_ERROR_TIMEOUT : SL_ERROR_CANCELLED;
}

int error_fetch(sl_env* e, sl_error* out) {
  Environment& env = env_of(e);
  EnvLock lock(env);
  Vm& vm = env.vm;
  if (!vm.raised()) return 0;
  Value exception = vm.pending;
  AbiScope::keep(vm, exception);
  sl_error full{};
  full.struct_size = out->struct_size;
  full.flags = error_flags(vm, exception);
  RunResult& kept = env_state(vm).error;
  kept = env.failure();
  vm.clear_error();
  if (kept.exited && kept.error_type.empty()) kept.error_type = "SystemExit";
  full.type = to_abi(kept.error_type);
  full.message = to_abi(kept.error_message);
  full.traceback = to_abi(kept.traceback);
  full.exception = to_abi(exception);
  full.exit_status = kept.exit_status;
  std::memcpy(static_cast<void*>(out), &full, std::min<size_t>(out->struct_size, sizeof full));
  return 1;
}

void error_clear(sl_env* e) {
  EnvLock lock(env_of(e));
  env_of(e).vm.clear_error();
}

// ---- lifetime ---------------------------------------------------------------------------------

void scope_push(sl_env* e) {
  if (AbiScope* s = AbiScope::innermost(env_of(e).vm)) s->push();
}
void scope_pop(sl_env* e) {
  if (AbiScope* s = AbiScope::innermost(env_of(e).vm)) s->pop();
}

sl_ref* ref_new(sl_env* e, sl_value v) {
  Vm& vm = env_of(e).vm;
  EnvState& s = env_state(vm);
  if (!s.refs) s.refs = std::make_unique<RefTable>(vm.heap);
  return new sl_ref{s.refs->dropped, s.refs->add(from_abi(v))};
}
sl_value ref_get(sl_env* e, sl_ref* r) {
  Vm& vm = env_of(e).vm;
  auto dropped = r ? r->dropped.lock() : nullptr;
  EnvState& s = env_state(vm);
  if (!dropped || !s.refs || s.refs->dropped != dropped) return to_abi(Value());
  Value v = s.refs->get(r->slot);
  AbiScope::keep(vm, v);
  return to_abi(v);
}
void ref_free(sl_ref* r) {
  if (!r) return;
  if (auto dropped = r->dropped.lock()) {
    std::lock_guard lock(dropped->mutex);
    dropped->slots.push_back(r->slot);
  }
  delete r;
}

}  // namespace

void raise_named(Environment& env, std::string_view type, std::string_view message) {
  Vm& vm = env.vm;
  if (Class* c = builtin_error(type)) {
    vm.raise(c, message);
    return;
  }
  std::string_view leaf = type.substr(type.rfind('.') + 1);
  Str* s = find_interned(leaf);
  for (Module* m : {calling_module(vm), env.main_module}) {
    if (!m || !s) continue;
    Value v = vm.module_get(m, s);
    if (!is_kind(v, Kind::Class) || !is_subclass(as<Class>(v), errors().BaseException)) continue;
    Value made = vm.call(v, {vm.str_value(message)});
    if (!made.is_unset()) {
      vm.raise(made);
      return;
    }
    vm.clear_error();  // its constructor wants other arguments
  }
  vm.raise(errors().RuntimeError, std::string(type) + ": " + std::string(message));
}

void fill_call_functions(sl_host& h) {
  h.call = call;
  h.call_kw = call_kw;
  h.call_method = call_method;
  h.import_module = import_module;
  h.resolve = resolve;
  h.lookup = lookup;
  h.main_file = main_file;
  h.sandboxed = sandboxed;
  h.check_path = check_path;
  h.raise = raise;
  h.raise_value = raise_value;
  h.error_matches = error_matches;
  h.error_fetch = error_fetch;
  h.error_clear = error_clear;
  h.scope_push = scope_push;
  h.scope_pop = scope_pop;
  h.ref_new = ref_new;
  h.ref_get = ref_get;
  h.ref_free = ref_free;
}

}  // namespace sl
