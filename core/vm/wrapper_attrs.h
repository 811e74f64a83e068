// Attributes that scripts set on staticmethod and classmethod objects. Few have any, so they lie beside
// the objects: Obj::aux is their number in the environment's table, 0 without.
#pragma once

#include "core/vm/vm.h"

namespace sl {

inline bool is_wrapper(const Value& v) noexcept { return is_kind(v, Kind::StaticMethod) || is_kind(v, Kind::ClassMethod); }
Dict* wrapper_attrs(Vm& vm, Value wrapper);  // null: none yet
Dict* make_wrapper_attrs(Vm& vm, Value wrapper);

}  // namespace sl
