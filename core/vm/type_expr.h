// Types written as expressions: list[int] (types.GenericAlias) and int | None (types.UnionType).
#pragma once

#include <string>

#include "core/vm/vm.h"

namespace sl {

void register_union_type();
bool is_generic_alias(Value v);
// The name of a class as annotations show it, or the value's repr; false: raised.
bool append_type(Vm& vm, std::string* out, Value v);
// The type variables among these arguments; null: raised.
Tuple* type_parameters(Vm& vm, Tuple* arguments);
// The arguments with `item` for their variables; null: raised.
Tuple* substitute_parameters(Vm& vm, Value shown, Tuple* arguments, Value item);
Tuple* union_members(Value v);  // null unless v is a union
// a | b for classes, None, aliases and unions; NotImplemented for other operands.
Value union_type(Vm& vm, Value a, Value b);

}  // namespace sl
