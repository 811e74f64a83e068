// The cold halves of instructions. Functions returning bool give false when an exception is pending.
#pragma once

#include <string>

#include "core/vm/class.h"
#include "core/vm/frame.h"

namespace sl {

// What an operator instruction asks for: a BinOp or CmpOp in the low bits, and where the result goes.
enum OperatorHow : uint32_t {
  kHowOperation = 15,
  kHowCompare = 16,
  kHowContains = 32,
  kHowInplace = 64,
  kHowInplaceHook = 128,  // the method called was the in-place one
  kHowJump = 256,         // jump on its truth
  kHowBool = 512,         // store its truth
  kHowNot = 1024,
};
// The function written in script that computes `x op y` for the instance x; unset: take operate(). May add kHowInplaceHook.
Value operator_method(Vm& vm, uint32_t& how, Value x, Value y);
Value operate(Vm& vm, uint32_t how, Value x, Value y);
Value operator_declined(Vm& vm, uint32_t how, Value x, Value y);  // that function returned NotImplemented
// __getitem__ or __setitem__ written in script; unset: absent or something else.
Value item_method(Vm& vm, const Instance* i, PlainItems which);
bool room_for(Vm& vm, const Function* f, const Value* base, size_t arguments);  // false: RecursionError

inline constexpr int32_t kBehindDict = -2;                 // GlobalNames::builtin of a module whose dict comes first: kBehindDict - builtin_slot()
extern const Value* g_builtin_values;                      // by builtin_slot()
size_t builtin_slots();                                    // their number, the dialect's included
Value load_global_slow(Vm& vm, Module* m, uint32_t slot);  // builtin, or NameError
Value load_namespace(Vm& vm, const Frame* f, uint32_t how, Str* name, uint32_t where);
bool delete_global(Vm& vm, Module* m, uint32_t slot);
Value raise_unbound(Vm& vm, Str* name, bool free_variable);
Value raise_undefined(Vm& vm, Str* name);  // NameError: name is not defined
Value make_function(Vm& vm, const Frame* f, const Code* code, Value* regs, uint32_t how);
Value spill_arguments(Vm& vm, const Value* args, uint32_t n);  // a list of cells
bool unpack(Vm& vm, Value source, Value* out, uint32_t n);
bool unpack_ex(Vm& vm, Value source, Value* out, uint32_t before, uint32_t after);
Value build_dict(Vm& vm, const Value* pairs, uint32_t n);
Value build_dict_keys(Vm& vm, Tuple* keys, const Value* values, uint32_t n);
Value build_set(Vm& vm, const Value* items, uint32_t n);
// *iterable into a display or, when the function is given, into its arguments.
bool extend_display(Vm& vm, List* list, Value iterable, const Value* callee);
bool dict_merge_keywords(Vm& vm, Dict* d, Value mapping, const Value* callee);  // callee null: a class statement
std::string traceback_entry_text(const TracebackEntry& e);                      // file, line and source with its underline
bool delete_dict_global(Vm& vm, Module* m, uint32_t slot);
bool dict_update_display(Vm& vm, Dict* d, Value mapping);
Value format_part(Vm& vm, Value v, uint32_t how, Value spec);
Value get_slice(Vm& vm, Value container, const Value* bounds);
Value build_string(Vm& vm, const Value* parts, uint32_t n);
bool load_special(Vm& vm, Value manager, uint32_t which, Value* out);
bool super_method(Vm& vm, Value cls, Value self, Str* name, Value* out);
Value make_super(Vm& vm, Value cls, Value self);
Value import_name(Vm& vm, const Frame* f, Str* name, uint32_t level, bool leaf);
Value import_from(Vm& vm, Value module, Str* name);
bool show_result(Vm& vm, Value v);     // what sys.displayhook does at first: the repr of all but None on sys.stdout
bool display_result(Vm& vm, Value v);  // by sys.displayhook, when there is one
bool import_star(Vm& vm, const Frame* f, Value module);
bool raise_statement(Vm& vm, Value exception, Value cause, bool has_cause);
bool raise_again(Vm& vm);
int match_sequence(Vm& vm, Value v);  // 1, 0, -1 raised
int match_mapping(Vm& vm, Value v);
Value match_keys(Vm& vm, Value subject, Tuple* keys);
Value match_rest(Vm& vm, Value subject, Tuple* keys);
Value match_class(Vm& vm, Value subject, Value cls, Tuple* names);
void chain_context(Vm& vm);          // the pending exception arose while handling vm.thread->handled
void forbid_stop_iteration(Vm& vm);  // a StopIteration leaving a generator becomes a RuntimeError
Value yield_iter(Vm& vm, Value v);
// One step of `yield from`: 1 a value to yield, 0 finished with its result, -1 raised.
int yield_from_step(Vm& vm, Value iterator, Value sent, Value* out);

}  // namespace sl
