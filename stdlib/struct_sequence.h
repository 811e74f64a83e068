// Tuples with named items: time.struct_time, sys.version_info, os.stat_result.
#pragma once

#include <initializer_list>
#include <span>

#include "core/vm/vm.h"

namespace sl {

// Start-up only. Items may number 32 at most; `fields` must outlive the class.
// repr() shows the bare name when `module` is empty. construct: what calling the class does, or null: not constructible.
Class* define_struct_sequence(const char* name, const char* module, std::span<const char* const> fields, const char* construct_signature = nullptr, NativeFn construct = nullptr);
Value new_struct_sequence(Vm& vm, Class* cls, std::initializer_list<Value> items);
// One more attribute, no item of the tuple.
bool add_hidden_field(Vm& vm, Value sequence, const char* name, Value v);

}  // namespace sl
