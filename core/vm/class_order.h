// The bases of a class, the order in which they are searched, and who derives from whom.
#pragma once

#include "core/vm/vm.h"

namespace sl {

// Sets c's MRO from these bases; false: raised.
bool linearize(Vm& vm, Class* c, Tuple* bases);
// Lets a mro() of the metaclass replace it; false: raised.
bool custom_order(Vm& vm, Class* metaclass, Class* c);
// The base that says what instances look like, __base__.
Class* layout_base(const Tuple* bases);
void add_subclass(Vm& vm, Class* base, Class* sub);
// c.__bases__ = bases, for c and all that derive from it; unset bases: del. False: raised.
bool set_bases(Vm& vm, Class* c, Value bases);

}  // namespace sl
