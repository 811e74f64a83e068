// What every environment of the process shares: interned names, built-in types, singletons.
// Filled by init_runtime() before the first environment; read-only afterwards except for the
// append-only intern and shape tables, which lock internally.
#pragma once

#include <string_view>

#include "core/vm/native.h"

namespace sl {

void init_runtime();  // idempotent, thread-safe

// The process-wide Str for this text; two equal interned names are the same pointer. Never freed:
// for identifiers and keys of the program text, not for request data.
Str* intern(std::string_view text);
// The interned Str if there is one already, else null. Lock-free misses are allowed.
Str* find_interned(std::string_view text);
Str* make_shared_str(std::string_view text);           // shared, not interned
Obj* allocate_shared(Kind kind, size_t size);          // zeroed, marked shared, never freed
uint64_t hash_bytes(std::string_view bytes) noexcept;  // XXH3 with the process seed

// Interned names the engine itself uses: names().__init__
// clang-format off
#define SL_FOR_EACH_NAME(X) \
  X(__init__) X(__new__) X(__del__) X(__repr__) X(__str__) X(__bytes__) X(__format__) X(__hash__) X(__bool__) X(__len__) X(__length_hint__) \
  X(__getitem__) X(__setitem__) X(__delitem__) X(__missing__) X(__iter__) X(__next__) X(__reversed__) X(__contains__) X(__call__) X(__enter__) X(__exit__) \
  X(__getattr__) X(__getattribute__) X(__setattr__) X(__delattr__) X(__dir__) X(__get__) X(__set__) X(__delete__) X(__set_name__) X(__init_subclass__) X(__class_getitem__) \
  X(__slots__) X(__class__) X(__dict__) X(__name__) X(__qualname__) X(__module__) X(__doc__) X(__bases__) X(__mro__) X(__base__) X(__self__) \
  X(__wrapped__) X(__annotations__) X(__defaults__) X(__kwdefaults__) X(__code__) X(__globals__) X(__closure__) X(__file__) X(__path__) X(__package__) X(__all__) \
  X(__main__) X(__builtins__) X(__cause__) X(__context__) X(__traceback__) X(__suppress_context__) X(__notes__) X(__subclasses__) X(__instancecheck__) X(__subclasscheck__) X(__prepare__) \
  X(__mro_entries__) X(__match_args__) X(__lt__) X(__le__) X(__eq__) X(__ne__) X(__gt__) X(__ge__) X(__add__) X(__sub__) X(__mul__) \
  X(__matmul__) X(__truediv__) X(__floordiv__) X(__mod__) X(__divmod__) X(__pow__) X(__lshift__) X(__rshift__) X(__and__) X(__xor__) X(__or__) \
  X(__radd__) X(__rsub__) X(__rmul__) X(__rmatmul__) X(__rtruediv__) X(__rfloordiv__) X(__rmod__) X(__rdivmod__) X(__rpow__) X(__rlshift__) X(__rrshift__) \
  X(__rand__) X(__rxor__) X(__ror__) X(__iadd__) X(__isub__) X(__imul__) X(__imatmul__) X(__itruediv__) X(__ifloordiv__) X(__imod__) X(__ipow__) \
  X(__ilshift__) X(__irshift__) X(__iand__) X(__ixor__) X(__ior__) X(__neg__) X(__pos__) X(__abs__) X(__invert__) X(__int__) X(__float__) \
  X(__index__) X(__round__) X(__trunc__) X(__floor__) X(__ceil__) X(__fspath__) X(__copy__) X(__deepcopy__) X(__reduce__) X(__sizeof__) X(__import__) \
  X(__build_class__) X(__debug__) X(__objclass__) X(__isabstractmethod__) X(__abstractmethods__) X(__str_repr__) X(args) X(value) X(code) X(msg) X(name) \
  X(path) X(obj) X(strerror) X(filename) X(lineno) X(offset) X(text) X(keys) X(values) X(items) X(get) \
  X(send) X(close) X(write) X(flush) X(fget) X(fset) X(fdel) X(self) X(cls) X(start) X(stop) \
  X(step) X(key) X(reverse) X(sep) X(end) X(file) X(encoding) X(type) X(_)
// clang-format on

struct Names {
#define X(n) Str* n;
  SL_FOR_EACH_NAME(X)
#undef X
  Str* throw_;    // "throw"
  Str* default_;  // "default"
  Str* func_;     // "__func__"
  Str* complex_;  // "__complex__"
  Str* empty;     // ""
};
extern Names g_names;
inline const Names& names() noexcept { return g_names; }

// Built-in classes: types().Str_ ...
struct Types {
  Class *object, *type, *none, *boolean, *integer, *floating, *complex, *str, *bytes, *bytearray, *list, *tuple, *dict, *set, *frozenset, *range, *slice, *function, *native,
      *method_descriptor, *getset_descriptor, *classmethod_descriptor, *slot_wrapper, *method_wrapper, *bound_method, *module, *super, *property, *staticmethod, *classmethod,
      *generator, *iterator, *dict_keys, *dict_values, *dict_items, *cell, *traceback, *not_implemented, *ellipsis, *code, *memoryview;
};
extern Types g_types;
inline Types& types() noexcept { return g_types; }

// Exception classes: errors().ValueError
struct Errors {
#define SL_ERROR(n, base) Class* n;
#include "core/vm/errors.def"
#undef SL_ERROR
};
extern Errors g_errors;
inline Errors& errors() noexcept { return g_errors; }

extern Obj* g_not_implemented;  // NotImplemented
extern Obj* g_ellipsis;
extern Str* g_ascii_chars[128];  // one-character strings
extern Tuple* g_empty_tuple;
inline Value not_implemented() noexcept { return Value::object(g_not_implemented); }
inline bool is_not_implemented(const Value& v) noexcept { return v.tag == kObject && v.o == g_not_implemented; }

// The builtins namespace: slot of a name, or -1; compile-time use. Values are shared.
int builtin_slot(const Str* name);
Value builtin_value(int slot);
int builtin_count();
Str* builtin_name(int slot);

}  // namespace sl
