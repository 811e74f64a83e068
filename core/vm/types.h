// The built-in types' behaviour as the engine calls it.
//
// Each kind fills its row of g_kind_ops at start-up. Operands are already unwrapped (never instances
// of user subclasses); Instance itself has no row, its behaviour comes from its class. Functions that
// can fail return unset / false / -1 with the exception pending.
#pragma once

#include <string>

#include "core/vm/vm.h"

namespace sl {

struct KindOps {
  Value (*repr)(Vm&, Obj*);
  bool (*hash)(Vm&, Obj*, uint64_t*);  // null: unhashable
  int64_t (*length)(Vm&, Obj*);
  Value (*get_item)(Vm&, Obj*, Value key);  // key may be a Slice
  bool (*set_item)(Vm&, Obj*, Value key, Value v);
  bool (*del_item)(Vm&, Obj*, Value key);
  int (*contains)(Vm&, Obj*, Value item);  // null: iterate
  Value (*iter)(Vm&, Obj*);
  Value (*binary)(Vm&, BinOp, Value a, Value b);   // one operand has this kind; not_implemented() when it has no answer
  Value (*inplace)(Vm&, BinOp, Value a, Value b);  // a has this kind; null: binary
  Value (*compare)(Vm&, CmpOp, Value a, Value b);  // a has this kind; not_implemented() when it has no answer
  int (*truthy)(Vm&, Obj*);                        // null: length() != 0, or true without length
  // Of host types only; not_implemented() or null: through the class's methods.
  Value (*unary)(Vm&, UnOp, Obj*);
  Value (*str)(Vm&, Obj*);   // a Str
  Value (*next)(Vm&, Obj*);  // as IterNext; null: __next__
};
extern KindOps g_kind_ops[static_cast<int>(Kind::kCount)];
inline KindOps& ops_of(Kind k) noexcept { return g_kind_ops[static_cast<int>(k)]; }

// ---- numbers: number.cpp, bigint.cpp ----------------------------------------------------------
// int, bool, float, BigInt, Complex operands; not_implemented() when one is something else.
Value number_binary(Vm& vm, BinOp op, Value a, Value b);
Value number_unary(Vm& vm, UnOp op, Value v);  // not_implemented() for non-numbers
Value number_compare(Vm& vm, CmpOp op, Value a, Value b);
Value number_repr(Vm& vm, Value v);                // int, float, complex; bool gives True/False
bool number_hash(Vm& vm, Value v, uint64_t* out);  // CPython's numeric hash (mod 2^61-1)
Value int_add_slow(Vm& vm, int64_t a, int64_t b);  // after overflow
Value int_sub_slow(Vm& vm, int64_t a, int64_t b);
Value int_mul_slow(Vm& vm, int64_t a, int64_t b);
Value int_from_text(Vm& vm, std::string_view text, int base);  // ValueError as int() gives it
Value int_from_digits(std::string_view digits, int base);      // shared constant for the compiler; digits are valid
Value int_from_u64(Vm& vm, uint64_t v);
Value int_from_double(Vm& vm, double d);          // truncates; OverflowError / ValueError for inf / nan
std::string int_to_text(Value v, int base = 10);  // no prefix
std::string float_repr(double d);                 // CPython's repr: 1.0, 1e+16, nan
bool is_number(Value v);                          // int, bool, float, BigInt
bool is_integer(Value v);                         // int, bool, BigInt

// ---- text: str.cpp, format.cpp, percent.cpp, bytes.cpp ------------------------------------------
Value str_concat(Vm& vm, Str* a, Str* b);  // amortised linear for repeated s = s + t
Value str_repeat(Vm& vm, Str* s, int64_t n);
Value str_char_at(Vm& vm, Str* s, int64_t index);  // negative from the end; IndexError
bool str_equal(const Str* a, const Str* b) noexcept;
int str_order(const Str* a, const Str* b) noexcept;  // <0, 0, >0 by code point
uint64_t str_hash(Str* s) noexcept;                  // cached
Value str_percent(Vm& vm, Str* format, Value args);  // format % args
Value str_join(Vm& vm, Str* separator, Value iterable);
// Built-in __format__: numbers, str, bool; spec as in the format mini-language.
Value format_builtin(Vm& vm, Value v, Str* spec);
std::string repr_text(std::string_view utf8);  // quotes and escapes as repr(str)
// Decoding with an error handler ("strict", "ignore", "replace", "surrogateescape"); encodings utf-8, ascii, latin-1 and aliases, utf-16/32.
Value bytes_decode(Vm& vm, std::string_view data, std::string_view encoding, std::string_view errors);
Value str_encode(Vm& vm, Str* s, std::string_view encoding, std::string_view errors);
// The bytes of bytes or bytearray; false (nothing pending) for other values.
bool bytes_view(Value v, std::string_view* out);

// ---- containers: list.cpp, tuple.cpp, dict.cpp, set.cpp, range.cpp, slice.cpp -------------------
void list_append(Vm& vm, List* l, Value v);
void list_reserve(Vm& vm, List* l, size_t capacity);
// key a callable or None. Stable; ValueError "list modified during sort". false: raised.
bool list_sort(Vm& vm, List* l, Value key, bool reverse);
// Index of a slice against a length, as slice.indices() does; false: raised.
bool slice_indices(Vm& vm, const Slice* s, int64_t length, int64_t* start, int64_t* stop, int64_t* step, int64_t* count);
// Python index to offset in [0, length); false: out of range (nothing pending).
inline bool normalize_index(int64_t index, int64_t length, uint64_t* out) noexcept {
  if (index < 0) index += length;
  *out = static_cast<uint64_t>(index);
  return static_cast<uint64_t>(index) < static_cast<uint64_t>(length);
}
// Lookup by interned or other Str never runs script code.
Value dict_get_str(Dict* d, const Str* key) noexcept;  // unset: absent; hashes the key if needed
Value dict_get(Vm& vm, Dict* d, Value key);            // unset: absent, or raised
bool dict_set(Vm& vm, Dict* d, Value key, Value v);
void dict_set_str(Vm& vm, Dict* d, Str* key, Value v);
int dict_delete(Vm& vm, Dict* d, Value key, Value* removed = nullptr);  // 1 deleted, 0 absent, -1 raised
// Iterates entries in order: *cursor starts at 0; false at the end.
bool dict_next(const Dict* d, uint32_t* cursor, Value* key, Value* value) noexcept;
bool dict_update(Vm& vm, Dict* d, Value mapping_or_pairs);  // as dict.update(x)
Dict* dict_copy(Vm& vm, const Dict* d);
void dict_clear(Vm& vm, Dict* d);
bool set_add(Vm& vm, Set* s, Value v);
int set_contains(Vm& vm, Set* s, Value v);
int set_discard(Vm& vm, Set* s, Value v);  // 1 removed, 0 absent, -1 raised
bool set_next(const Set* s, uint32_t* cursor, Value* key) noexcept;
bool set_update(Vm& vm, Set* s, Value iterable);
Value new_range(Vm& vm, int64_t start, int64_t stop, int64_t step);
extern const IterType kRangeIter, kListIter, kTupleIter, kStrIter, kDictKeyIter, kDictValueIter, kDictItemIter, kSetIter;
extern const IterType kSequenceIter;  // a: a sequence with __getitem__ only, i: next index
extern const IterType kCallableIter;  // iter(callable a, sentinel b)
// The two halves of the next item of an IterTag::Pairs iterator (dict items, enumerate, zip of two) in
// out[0] and out[1]: 1 done, 0 exhausted, -1 raised.
int iter_next_pair(Vm& vm, IterObj* it, Value* out);
// Defines the class of an iterator type (name, __iter__, __next__, __length_hint__) and stores it in it.
Class* define_iter_type(const IterType& type);
Value new_dict_view(Vm& vm, Dict* d, ViewKind kind);
// d[key] for `self`, an instance of a dict subclass with payload d: __missing__, then KeyError.
Value dict_get_item_missing(Vm& vm, Value self, Dict* d, Value key);

// ---- registration, run once by init_runtime() in this order -------------------------------------
void register_object_types();  // object, type, functions, modules, descriptors, super, property   (objects.cpp)
void register_number_types();
void register_str_type();
void register_bytes_types();
void register_container_types();
void register_iterators();   // iter types, enumerate zip map filter reversed
void register_exceptions();  // behaviour of exception classes
void register_builtins();    // functions of the builtins namespace
void register_stdlib();      // native and linked script modules

}  // namespace sl
