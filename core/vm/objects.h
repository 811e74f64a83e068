// Shared by the files that define object, type, functions, modules and descriptors.
#pragma once

#include <string>

#include "core/vm/vm.h"

namespace sl {

// The dialect's type names: "INTEGER", "STRING" ... and the class name for instances.
std::string dialect_class_name(const Class* c);
std::string dialect_type_name(Vm& vm, Value v);
const char* builtin_dialect_name(const Class* c);  // null: no built-in type of the dialect

constexpr uint8_t kModuleLoading = 2;   // Module flag: its top level is running
constexpr uint8_t kModuleBuiltins = 4;  // Module flag: what it holds are the names that everybody sees
// A script stored (or with unset: deleted) the name in the module builtins.
void override_builtin(Vm& vm, const Str* name, Value v);

List* attribute_names(Vm& vm, Value v);  // what dir(v) lists, sorted
Dict* module_dict(Vm& vm, Module* m);    // a copy of the module's variables

// Special methods of built-in types that CPython keeps in the slots of the type.
bool is_slot_wrapper(const Native* n) noexcept;
Class* class_of_native(const Native* n) noexcept;
void register_function_types();
void register_descriptor_types();

}  // namespace sl
