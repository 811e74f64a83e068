// What code of the scriptling dialect does differently when it runs (docs/language.md lists it).
//
// The dialect is a property of compiled code: the compiler emits the instructions at the end of
// opcodes.def, whose cold halves are here, and some built-in names mean something else to it. A
// native asks runs_scriptling() only where the dialects part, never on a path they share.
#pragma once

#include "core/vm/cache.h"
#include "core/vm/frame.h"

namespace sl {

// What `v.type()` calls where v has no such attribute; getattr() and dir() do not know it.
extern Native* g_type_method;

// Is the code that called into the engine of the dialect?
inline bool runs_scriptling(const Vm& vm) noexcept {
  const Thread* th = vm.thread;
  return th && th->depth && th->frames[th->depth - 1].code->flags & kCodeScriptling;
}

// Reads giving None for what is not there, which is also what __getattr__ says by AttributeError.
// Errors of other script code (__getitem__, a property) are not touched.
Value peek_item(Vm& vm, Value container, Value key);
Value peek_attr(Vm& vm, Value v, Str* name, CacheWord& cache);
Value lookup_attr(Vm& vm, Value v, Str* name);  // unset, nothing pending: absent

// a // b or a % b of integers, rounding toward zero; other operands as ever.
Value truncating(Vm& vm, BinOp op, Value a, Value b, bool inplace);
// An iterator over the keys a dict or set has now, skipping those deleted meanwhile; vm.iter for the rest.
Value snapshot_iter(Vm& vm, Value v);
// The iterator a native iterates its argument with: a snapshot when dialect code asks.
inline Value argument_iter(Vm& vm, Value v) {
  bool mutates = is_kind(v, Kind::Dict) || is_kind(v, Kind::DictView) || is_kind(v, Kind::Set);
  return mutates && runs_scriptling(vm) ? snapshot_iter(vm, v) : vm.iter(v);
}
// Whether a set refuses v because its class defines no __hash__; false, TypeError pending, then.
bool admit_member(Vm& vm, Value v);
int match_value(Vm& vm, Value subject, Value value);  // -1 raised
Value match_type(Vm& vm, Value subject, Value cls, Tuple* spec);

// Messages the dialect words differently.
Value raise_depth(Vm& vm);                                                         // RecursionError
Value raise_exhausted(Vm& vm);                                                     // StopIteration of next()
std::string dialect_message(const Vm& vm, std::string python, const char* added);  // with `added` behind it for dialect code

// Built-in names of the dialect's code. Registration as define_builtin; -1: no such name at all.
void define_dialect_builtin(const char* name, Value v);
int dialect_builtin_slot(const Str* name);
void register_dialect();
Class* once_range_class() noexcept;
Value once_range_iter(Value range) noexcept;  // the one iterator of an object of that class

}  // namespace sl
