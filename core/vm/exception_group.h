// Groups of exceptions as the rest of the engine sees them.
#pragma once

#include "core/vm/vm.h"

namespace sl {

// The exceptions of a group; null: v is none.
Tuple* exception_group(Value v) noexcept;
// BaseExceptionGroup.__new__(cls, message, exceptions).
Value make_exception_group(Vm& vm, Class* cls, const Value* args, size_t n);
void register_exception_groups();

// The clauses of except* (PEP 654). regs[0] is what no clause took yet, None: all of it; regs[1] becomes the part
// of the class or tuple `type`, then the exception being handled, or None. False: raised.
bool star_match(Vm& vm, Value* regs, Value type);
// What to raise behind the clauses, None: nothing. `excs` is what they raised, then what none of them took.
Value star_raise(Vm& vm, List* excs, Value original);

}  // namespace sl
