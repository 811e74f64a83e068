// What the generic operations (ops.cpp, protocols.cpp, items.cpp) share.
#pragma once

#include "core/vm/types.h"

namespace sl {

inline int text_size(const Str* s) noexcept { return static_cast<int>(s->size); }  // for "%.*s"
inline bool is_plain_number(const Value& v) noexcept { return !v.is_object() || v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex; }
// Instances and native objects get their operators from their class.
inline bool by_class(const Value& v) noexcept { return v.is_object() && (v.o->kind == Kind::Instance || v.o->kind == Kind::Host || v.o->kind == Kind::Class); }

// For a value by_class(): what its type answers without its class, or null.
inline const KindOps* host_ops(const Value& v) noexcept { return v.o->kind == Kind::Host ? static_cast<HostObj*>(v.o)->type->ops : nullptr; }

}  // namespace sl
