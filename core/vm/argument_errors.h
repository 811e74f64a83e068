// The words for calls of natives whose arguments do not fit their signature.
#pragma once

#include <string>

#include "core/vm/vm.h"

namespace sl {

// Arguments a call passes without the script writing them: self or cls.
size_t receivers(const Native* f) noexcept;
// Name of the type in messages of its __init__: exceptions use that of the instance.
std::string initializer_title(Vm& vm, const Native* f, Value self);
std::string callable_title(const Native* f);                             // "str.upper()"
std::string refusing_title(Vm& vm, const Native* f, const Value* args);  // the same where names are refused; args: the receiver first
// TypeError for a number of arguments that does not fit, or for the wrong receiver; `given` counts the
// positional ones with the receiver, `named` those passed by name.
Value raise_argument_count(Vm& vm, const Native* f, const Value* args, size_t given, size_t named);
// TypeError for an argument given by name and as the positional one `position`, counted from 1.
void raise_given_twice(Vm& vm, const Native* f, const std::string& argument, size_t position);
// Whether all that must be given is asked for before anything given twice is refused.
bool counts_first(const Native* f);
// TypeError for an argument by a name that no parameter has.
Value raise_unknown_keyword(Vm& vm, const Native* f, const Value* args, const Str* unknown);
// One more of NativeFlags: the receiver is checked before the call, the function itself does not.
inline constexpr uint8_t kNativeCheckSelf = 128;
bool accept_receiver(Vm& vm, const Native* f, const Value* args, size_t n);
// __new__ of a built-in type, and whether it may make what it is asked for.
Native* define_new(Class* owner);
bool accept_new(Vm& vm, const Native* f, const Value* args, size_t n);
// TypeError for an argument that is not of the declared type.
void raise_argument_type(Vm& vm, const Native* f, const Param& p, Value got);

}  // namespace sl
