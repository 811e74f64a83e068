// How C++ code defines functions, types and modules for scripts.
//
// A native is declared by a Python signature; the host parses it once and binds every call, so
// natives contain no argument checking beyond their own meaning:
//
//   Value list_pop(Vm& vm, Value* args) {           // args[0] self, args[1] index
//     List* self = self_list(args[0]); ...
//   }
//   const MethodDef kListMethods[] = {
//     {"pop(self, index=-1, /)", list_pop, 0, "Remove and return item at index (default last)."},
//   };
//
// Signature text: "name(a, b: int = 0, /, c=None, *args, d='x', **kw) -> type". A default is
// None, True, False, an int, a float, a quoted string, (), or ... (absent: the slot is unset).
// Types that are enforced: int (integer within 64 bits; accepts bool), float (also int, converted),
// str, bytes, bool, list, tuple, dict, callable, `T | None`; anything else is documentation.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/object.h"

namespace sl {

enum class ParamType : uint8_t { Any, Int, Float, Str, Bytes, Bool, List, Tuple, Dict, Callable };

struct Param {
  Str* name;
  ParamType type;
  bool or_none;
  bool optional;  // has a default (possibly unset)
  Value default_value;
  std::string type_text;
};

// The parameters of natives; shared by all that declare the same ones, immutable.
struct Signature {
  std::string text;           // as declared, without the name
  std::vector<Param> params;  // positional, then keyword-only; *args and **kwargs excluded
  uint16_t positional_only = 0;
  uint16_t positional = 0;  // includes positional_only
  uint16_t required = 0;    // positionals without default
  bool var_args = false, var_keywords = false;
  bool simple = false;  // positional only by nature: no *args, **kw, keyword-only or typed parameter
  std::string return_type;
  // Values the native receives: params, then *args, then **kwargs.
  size_t arity() const noexcept { return params.size() + var_args + var_keywords; }
};
struct Declaration {
  Str* name;
  const Signature* signature;
};
// Throws std::invalid_argument naming the position of the mistake. Thread-safe.
Declaration parse_signature(std::string_view text);
std::string signature_text(const Native* f);  // as declared

struct MethodDef {
  const char* signature;
  NativeFn fn;
  unsigned flags = 0;  // NativeFlags; kNativeGetter: signature is just the attribute's name
  const char* doc = nullptr;
  NativeFn setter = nullptr;  // kNativeGetter only: fn(self, value), value unset = delete
};

struct TypeDef {
  const char* name;
  const char* module = "builtins";
  Class* base = nullptr;          // null: object
  Kind payload = Kind::Free;      // kind of the built-in value; Free for native host types
  Layout layout = Layout::Plain;  // of instances of user subclasses
  const char* doc = nullptr;
  const char* construct_signature = nullptr;  // "int(x=0, /, base=...)"; null: not constructible
  NativeFn construct = nullptr;               // receives the arguments without cls
  bool mutable_init = false;                  // __new__ ignores its arguments, the methods contain __init__
  bool subclassable = true;
  const HostType* host_type = nullptr;
  std::span<const MethodDef> methods = {};
};

// Start-up only (single-threaded, before any environment exists): the results are shared and immutable.
Class* define_type(const TypeDef& def);
Native* define_native(const MethodDef& def, Class* owner, const char* module = nullptr);
void set_class_attribute(Class* cls, const char* name, Value v);  // shared value
void define_builtin(const char* name, Value v);                   // a name in the builtins namespace
void define_builtins(std::span<const MethodDef> defs);

// A module implemented in C++. `make` builds values that must be fresh in each environment.
struct ConstantDef {
  const char* name;
  Value (*make)(Vm& vm);  // unset: raised
};
struct ModuleDef {
  const char* name;  // dotted
  const char* doc;
  std::span<const MethodDef> functions;
  std::span<const ConstantDef> constants = {};  // evaluated once per environment, on import
  std::span<Class* const> classes = {};
};
void define_module(const ModuleDef& def);
// A module written in the script language and linked into the program.
void define_script_module(const char* name, std::string_view source);

// Each file that defines built-ins has one registration function, listed in registry.cpp.

}  // namespace sl
