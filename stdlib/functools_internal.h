// What the files of functools share.
#pragma once

#include <string>

#include "core/vm/containers.h"
#include "stdlib/args.h"

namespace sl {
namespace functools {

// The host object inside v (a script subclass included) when it has this tag, else null.
inline HostObj* host_of(Value v, const void* tag) noexcept {
  v = unwrap(v);
  return is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == tag ? as<HostObj>(v) : nullptr;
}

Class* define_lru_cache();

}  // namespace functools
}  // namespace sl
