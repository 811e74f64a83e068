// What the files of itertools share.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/vm/containers.h"

namespace sl {
namespace itertools {

// Calls a step function; a StopIteration from it ends the iteration like any other end.
Value call_step(Vm& vm, Value f, const Value* args, size_t n);
void add_method(Class* cls, const MethodDef& def);
void add_state(Class* cls, const char* type);  // __reduce__ and __setstate__ of the types of itertools.cpp
const IterType* chain_type();
const IterType* slice_type();
void register_itertools_groups(std::vector<Class*>* classes);         // groupby, tee
void register_itertools_combinatorics(std::vector<Class*>* classes);  // product, permutations, combinations
std::span<const MethodDef> itertools_functions();

}  // namespace itertools
}  // namespace sl
