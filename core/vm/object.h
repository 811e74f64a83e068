// Heap objects. Every object starts with the 8-byte header Obj; the layout of each kind is taught
// here, its behaviour lives in the file named after it (str.cpp, list.cpp, ...).
//
// Objects are of two lifetimes: an environment's own (collected by its heap), and shared ones
// (built-in classes, native functions, interned names, code constants), which are immutable,
// carry mark == kSharedMark and are never freed.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "core/vm/value.h"

namespace sl {

class Vm;
struct Code;
struct ModuleCode;
struct Signature;

enum class Kind : uint8_t {
  Free = 0,  // a cell on a free list
  Buffer,    // storage owned by another object
  Str,
  StrBuf,  // growable bytes shared by strings built with +=
  Bytes,
  ByteArray,
  BigInt,
  Complex,
  List,
  Tuple,
  Dict,
  Set,
  FrozenSet,
  Range,
  Slice,
  Cell,
  Function,
  Native,
  BoundMethod,
  Module,
  Class,
  Instance,
  Super,
  Property,
  StaticMethod,
  ClassMethod,
  Generator,
  Iter,
  DictView,
  Traceback,
  Host,       // object of a native class: re.Pattern, deque, a plugin's handle
  Singleton,  // NotImplemented, Ellipsis
  CodeObj,    // compiled code as a script value (compile())
  kCount
};

constexpr uint8_t kSharedMark = 255;

struct Obj {
  Kind kind;
  uint8_t mark;        // equals the heap's epoch when reachable; kSharedMark: not the heap's business
  uint8_t flags;       // per kind, below
  uint8_t size_class;  // set by the heap
  uint32_t aux;        // per kind; Instance: shape id
};
static_assert(sizeof(Obj) == 8);

// ---- text and bytes -------------------------------------------------------------------------

enum StrFlags : uint8_t { kStrAscii = 1, kStrInterned = 2, kStrHashed = 4 };

// Immutable UTF-8. `data` points at the bytes behind this header, or into `owner` (a StrBuf or a
// longer Str) when the text is shared. Lone surrogates are kept in their 3-byte form. aux: id of its
// table of code point offsets, 0 without one (str_index.cpp).
struct Str : Obj {
  uint64_t hash;    // valid when kStrHashed
  uint32_t size;    // bytes
  uint32_t length;  // code points; equal to size exactly when kStrAscii
  const char* data;
  Obj* owner;  // null: inline bytes follow
  std::string_view view() const noexcept { return {data, size}; }
  bool ascii() const noexcept { return flags & kStrAscii; }
  bool interned() const noexcept { return flags & kStrInterned; }
  char* inline_data() noexcept { return reinterpret_cast<char*>(this + 1); }
};

struct StrBuf : Obj {
  size_t fill, capacity;
  char* data() noexcept { return reinterpret_cast<char*>(this + 1); }
};

struct Bytes : Obj {  // immutable, inline
  uint64_t size;
  uint8_t data[1];
  std::string_view view() const noexcept { return {reinterpret_cast<const char*>(data), size}; }
};

struct ByteArray : Obj {  // mutable; `data` is a heap buffer
  uint64_t size, capacity;
  uint8_t* data;
  std::string_view view() const noexcept { return {reinterpret_cast<const char*>(data), size}; }
};

// ---- numbers --------------------------------------------------------------------------------

// Integer outside int64. Sign and magnitude, least significant limb first, never in int64 range.
struct BigInt : Obj {
  uint32_t negative;
  uint32_t limb_count;
  uint64_t limbs[1];
};

struct Complex : Obj {
  double re, im;
};

// ---- containers -----------------------------------------------------------------------------

struct List : Obj {
  uint64_t size, capacity;
  Value* items;  // heap buffer, null when capacity is 0
};

struct Tuple : Obj {
  uint64_t size;
  uint64_t hash;  // 0: not computed
  Value items[1];
};

struct DictEntry {
  uint64_t hash;
  Value key;  // unset: deleted
  Value value;
};

enum DictFlags : uint8_t { kDictOther = 1 };  // set once a non-Str key was stored

// Compact insertion-ordered hash table. `index` has `index_size` (power of two) cells of 1, 2 or 4
// bytes, by index_size; a cell is an entry number, -1 empty or -2 deleted.
struct Dict : Obj {
  uint32_t used;      // live entries
  uint32_t fill;      // entries in use, deleted ones included
  uint32_t capacity;  // of entries
  uint32_t index_size;
  DictEntry* entries;  // heap buffer
  void* index;         // heap buffer
  uint64_t version;    // grows when the set of keys changes: detects mutation during iteration
};

struct SetEntry {
  uint64_t hash;
  Value key;  // unset: never used; tag kNone with hash kSetDummy: deleted
};

// Open addressing, iterated in table order, probing as CPython does so that the order of
// small-integer sets prints alike.
struct Set : Obj {
  uint32_t used, fill;
  uint32_t mask;  // table size - 1
  uint32_t version;
  SetEntry* table;  // heap buffer
  uint64_t hash;    // frozenset only; 0: not computed
};

struct Range : Obj {
  Value start, stop, step, length;  // integers, inline or BigInt
};

struct Slice : Obj {
  Value start, stop, step;
};

enum class ViewKind : uint8_t { Keys, Values, Items };
struct DictView : Obj {  // flags holds the ViewKind
  Dict* dict;
};

// ---- functions ------------------------------------------------------------------------------

struct Cell : Obj {
  Value value;
};

struct Module;
struct Class;

struct Function : Obj {
  const Code* code;
  Module* module;     // the globals
  Tuple* defaults;    // null or values for the last parameters
  Dict* kw_defaults;  // null or name -> value
  Tuple* cells;       // null or Cells captured from enclosing functions
  Str* name;
  Str* qualname;
  Value doc;
  Dict* attrs;        // null until an attribute is set
  Dict* annotations;  // null or name -> value
};

// Result unset: an exception is pending. args holds the declared parameters in order, defaults
// filled in; absent optional parameters without a default value are unset; *args arrives as one
// Tuple, **kwargs as one Dict. args may be overwritten by the callee.
using NativeFn = Value (*)(Vm& vm, Value* args);

enum NativeFlags : uint8_t {
  kNativeStatic = 1,
  kNativeClassMethod = 2,
  kNativeGetter = 4,
  kNativeNew = 8,
  kNativeMethod = 16,
  kNativeAbi = 32,
  kNativeUnsafe = 64 /* absent from sandboxes */
};

struct Native : Obj {  // always shared; flags: NativeFlags
  NativeFn fn;
  const Signature* signature;
  Str* name;
  Class* owner;  // class of a method, else null
  const char* doc;
  const char* module;        // dotted name of the module, or null
  const void* abi_function;  // kNativeAbi: the plugin's sl_function
  void* abi_state;           // kNativeAbi: what the plugin's init() stored
  Native* setter;            // getters: the function storing the attribute, or null
};

struct BoundMethod : Obj {
  Value self;
  Value function;  // Function, Native or any callable
};

struct Module : Obj {
  const ModuleCode* code;  // null for native modules
  Str* name;
  Value* slots;               // global variables, by slot of `names`
  struct GlobalNames* names;  // slot numbering; shared with every other instance of the module
  uint32_t slot_capacity;
  Dict* extra;  // attributes without a slot, or null
};

// ---- classes and instances ------------------------------------------------------------------

enum class Layout : uint8_t { Plain, Payload, Exception, Opaque };  // what an instance of a class looks like

enum ClassFlags : uint8_t {
  kClassBuiltin = 1,
  kClassHasGetattr = 2,
  kClassHasSetattr = 4,
  kClassHasGetattribute = 8,
  kClassFinal = 16,
  kClassMutableInit = 32,
  kClassHasSpecialNew = 64
};

struct SubclassList {  // heap buffer
  uint32_t count, capacity;
  Class* items[1];
};

struct Class : Obj {
  Str* name;
  Str* qualname;
  Value module;  // Str or unset
  Tuple* bases;
  Class** mro;  // self first
  uint32_t mro_count;
  uint32_t layout;  // identity of the flattened attribute layout, see shape.h
  uint32_t shape;   // of the class's own attributes
  uint32_t slot_capacity;
  Value* slots;  // own attributes
  Layout instance_layout;
  Kind payload_kind;                 // Layout::Payload: kind of the built-in value inside; Free otherwise
  bool has_finalizer;                // `__del__` is defined in the class or a base
  uint16_t predicted_slots;          // inline slots new instances get
  NativeFn construct;                // built-in types: cls(args) in one step; null otherwise
  Native* construct_native;          // its binding
  Class* metaclass;                  // `type` unless given
  SubclassList* subclasses;          // classes to re-layout when this one changes
  const struct HostType* host_type;  // Kind::Host classes
};

enum InstanceFlags : uint8_t { kInstanceWatched = 1 };  // the heap calls its finalizer once

// aux: shape id. `slots` points at the inline slots behind the struct, or at a heap buffer.
struct Instance : Obj {
  Class* cls;
  Value* slots;  // dictionary mode (shape == kDictShape): slots[0] is the Dict
  uint32_t used;
  uint32_t capacity;
};

struct PayloadInstance : Instance {  // instance of a user subclass of int, str, list, dict, ...
  Value payload;
};

struct ExceptionInstance : Instance {
  Value args;            // Tuple
  Value cause, context;  // exception, None or unset
  struct Traceback* traceback;
  Value value;  // StopIteration.value, SystemExit.code, KeyError's key ...: type specific
  uint8_t suppress_context;
};

struct Super : Obj {
  Class* start;  // search begins behind this class in the mro of `type`
  Class* type;
  Value self;  // instance or class
};

struct Property : Obj {
  Value get, set, del, doc;
  Str* name;
};

struct StaticMethod : Obj {
  Value function;
};  // also Kind::ClassMethod

// ---- iteration ------------------------------------------------------------------------------

struct IterObj;
// Returns the next item, or unset: exhausted when nothing is pending, else failed.
using IterNext = Value (*)(Vm& vm, IterObj* it);
// flags of IterObj: cases the dispatch loop inlines. Pairs: iter_next_pair() gives the items without a tuple.
enum class IterTag : uint8_t { Generic, Range, List, Tuple, Pairs };
struct IterType {
  const char* name;  // "list_iterator", type name shown to scripts
  IterNext next;
  mutable Class* cls;  // filled in at start-up by define_iter_type
  // Items left, for list() to reserve and for __length_hint__; null when unknown.
  int64_t (*length_hint)(const IterObj* it);
};
struct IterObj : Obj {  // Range: i next, j stop, k step; List and Tuple: a the sequence, i next index
  const IterType* type;
  Value a, b, c;
  int64_t i, j, k;
};

enum class GenState : uint8_t { Created, Suspended, Running, Done };
struct Generator : Obj {  // flags: GenState
  Function* function;
  const uint32_t* pc;
  Value* registers;  // heap buffer of code->register_count values while suspended
  Value delegate;    // iterator of a running `yield from`, else unset
  Value handled;     // exception being handled when it was suspended
  Str* name;
  Str* qualname;
  bool watched;  // suspended inside handlers, it is closed when it is collected
};

struct TracebackEntry {
  const Code* code;
  uint32_t pc;
};
struct Traceback : Obj {  // innermost first
  uint32_t count, capacity;
  TracebackEntry* entries;  // heap buffer
};

// ---- native classes -------------------------------------------------------------------------

class Marker;
struct HostObj;
struct HostType {
  const char* name;
  void (*release)(void* data) = nullptr;                // runs once, on any thread, without the environment
  void (*retain)(void* data) = nullptr;                 // needed when shareable
  void (*trace)(Marker& marker, HostObj* o) = nullptr;  // marks values reachable from data
  bool shareable = false;                               // may a wrapper travel in a parcel?
  const void* tag = nullptr;                            // owner-chosen identity
  // Calls the object; null: through its class's __call__. keywords may be null.
  Value (*call)(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) = nullptr;
  bool binds = false;  // as a class attribute it becomes a method, like a function
  // The bytes of an object that is a buffer; null: it is none. False: not one piece.
  bool (*view)(const HostObj* o, std::string_view* out) = nullptr;
  // What the engine asks these objects directly, by the rules of KindOps; null, or a null entry: through their class's methods.
  const struct KindOps* ops = nullptr;
};
struct HostObj : Obj {
  Class* cls;
  const HostType* type;
  void* data;
  Dict* attrs;  // null or instance attributes
  uint32_t field_count;
  Value fields[1];  // values owned by the object, marked by the collector
};

struct Singleton : Obj {
  const char* text;
};

struct CodeObj : Obj {
  const ModuleCode* module;
  const Code* code;
  int mode;
};

// ---- helpers --------------------------------------------------------------------------------

inline bool is_kind(const Value& v, Kind k) noexcept { return v.tag == kObject && v.o->kind == k; }
template <class T>
T* as(const Value& v) noexcept {
  return static_cast<T*>(v.o);
}
inline bool is_str(const Value& v) noexcept { return is_kind(v, Kind::Str); }

// The built-in value inside `v`: v itself, or the payload of an instance of a user subclass.
inline Value unwrap(const Value& v) noexcept {
  if (is_kind(v, Kind::Instance)) {
    auto* inst = static_cast<Instance*>(v.o);
    if (inst->cls->instance_layout == Layout::Payload) return static_cast<PayloadInstance*>(inst)->payload;
  }
  return v;
}
template <class T>
T* as_kind(const Value& v, Kind k) noexcept {
  Value u = unwrap(v);
  return is_kind(u, k) ? static_cast<T*>(u.o) : nullptr;
}
// Null unless the value is (a subclass instance of) that built-in type.
inline Str* as_str(const Value& v) noexcept { return as_kind<Str>(v, Kind::Str); }
inline List* as_list(const Value& v) noexcept { return as_kind<List>(v, Kind::List); }
inline Tuple* as_tuple(const Value& v) noexcept { return as_kind<Tuple>(v, Kind::Tuple); }
inline Dict* as_dict(const Value& v) noexcept { return as_kind<Dict>(v, Kind::Dict); }
inline Bytes* as_bytes(const Value& v) noexcept { return as_kind<Bytes>(v, Kind::Bytes); }
inline Set* as_set(const Value& v) noexcept {  // set or frozenset
  Value u = unwrap(v);
  return is_kind(u, Kind::Set) || is_kind(u, Kind::FrozenSet) ? static_cast<Set*>(u.o) : nullptr;
}
inline ExceptionInstance* as_exception(const Value& v) noexcept {
  return is_kind(v, Kind::Instance) && as<Instance>(v)->cls->instance_layout == Layout::Exception ? static_cast<ExceptionInstance*>(v.o) : nullptr;
}

}  // namespace sl
