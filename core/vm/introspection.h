// What scripts see of code, frames, tracebacks and captured variables.
#pragma once

#include <span>

#include "core/vm/vm.h"

namespace sl {

struct Code;

Value code_object(Vm& vm, const Code* code);  // the same object for the same code
// A frame as tracebacks and generators show it; `locals` and `globals` may be unset.
Value frame_object(Vm& vm, const Code* code, uint32_t line, Value locals, Value globals, Value back);
Value generator_frame(Vm& vm, Generator* g);  // None when it has ended
// The running script frame `depth` calls out from the innermost, with those around it; unset: there is none.
Value running_frame(Vm& vm, uint32_t depth);
Value cell_construct(Vm& vm, Value* args);
std::span<const MethodDef> cell_methods();
std::span<const MethodDef> traceback_methods();
std::span<const MethodDef> code_methods();
void register_frame_type();

}  // namespace sl
