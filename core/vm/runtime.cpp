#include "core/vm/runtime.h"

#include <cstdlib>
#include <mutex>
#include <random>
#include <unordered_map>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/shape.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {

Names g_names;
Types g_types;
Errors g_errors;
Obj* g_not_implemented;
Obj* g_ellipsis;
Str* g_ascii_chars[128];
Tuple* g_empty_tuple;
KindOps g_kind_ops[static_cast<int>(Kind::kCount)];

const Value* g_builtin_values = nullptr;

namespace {

// Shared objects live in chunks reachable from here for the life of the process.
struct SharedArena {
  std::mutex mutex;
  std::vector<char*> chunks;
  size_t left = 0;
  char* cursor = nullptr;

  void* allocate(size_t size) {
    size = (size + 15) & ~size_t{15};
    std::lock_guard lock(mutex);
    if (size > left) {
      size_t n = std::max<size_t>(size, 256 * 1024);
      cursor = static_cast<char*>(std::calloc(1, n));
      if (!cursor) throw std::bad_alloc();
      chunks.push_back(cursor);
      left = n;
    }
    void* p = cursor;
    cursor += size;
    left -= size;
    return p;
  }
};
SharedArena& arena() {
  static auto* a = new SharedArena;
  return *a;
}

uint64_t process_seed() {
  static const uint64_t seed = [] {
    std::random_device device;
    return static_cast<uint64_t>(device()) << 32 | device();
  }();
  return seed;
}

struct Builtins {
  std::vector<Str*> names;  // by slot
  std::vector<Value> values;
  std::unordered_map<const Str*, int> slots;
  // Meanings of names in the scriptling dialect, kept behind the names all code sees.
  std::unordered_map<const Str*, Value> dialect;
  std::unordered_map<const Str*, int> dialect_slots;
  size_t visible = 0;  // slots before the dialect's; 0: still growing
};
Builtins& builtins() {
  static auto* b = new Builtins;
  return *b;
}

int add_slot(Str* name, Value v) {
  auto& b = builtins();
  b.names.push_back(name);
  b.values.push_back(v);
  g_builtin_values = b.values.data();
  return static_cast<int>(b.names.size() - 1);
}

void init_names() {
#define X(n) g_names.n = intern(#n);
  SL_FOR_EACH_NAME(X)
#undef X
  g_names.throw_ = intern("throw");
  g_names.default_ = intern("default");
  g_names.func_ = intern("__func__");
  g_names.complex_ = intern("__complex__");
  g_names.empty = intern("");
  for (int c = 0; c < 128; ++c) {
    char text = static_cast<char>(c);
    g_ascii_chars[c] = intern({&text, 1});
  }
}

Obj* make_singleton(const char* text) {
  auto* s = static_cast<Singleton*>(allocate_shared(Kind::Singleton, sizeof(Singleton)));
  s->text = text;
  return s;
}

void close_builtins() {
  auto& b = builtins();
  b.visible = b.names.size();
  for (auto [name, v] : b.dialect) {
    b.dialect_slots.emplace(name, add_slot(const_cast<Str*>(name), v));
  }
}

void init_all() {
  init_names();
  g_empty_tuple = static_cast<Tuple*>(allocate_shared(Kind::Tuple, sizeof(Tuple)));
  g_not_implemented = make_singleton("NotImplemented");
  g_ellipsis = make_singleton("Ellipsis");
  init_root_types();
  auto* object = g_types.object;
  (void)object;
#define SL_ERROR(n, base) g_errors.n = define_exception(#n, #base);
#include "core/vm/errors.def"
#undef SL_ERROR
  insert_base(g_errors.ExceptionGroup, g_errors.Exception);
  register_object_types();
  register_number_types();
  register_str_type();
  register_bytes_types();
  register_container_types();
  register_iterators();
  register_dialect();
  register_exceptions();
  register_builtins();
#define SL_ERROR(n, base) \
  if (g_errors.n != g_errors.ExecutionInterrupted) define_builtin(#n, Value::object(g_errors.n));
#include "core/vm/errors.def"
#undef SL_ERROR
  init_kind_classes();
  register_stdlib();
  finish_builtin_types();
  close_builtins();
}

}  // namespace

void init_runtime() {
  static std::once_flag once;
  std::call_once(once, init_all);
}

uint64_t hash_bytes(std::string_view bytes) noexcept { return bytes.empty() ? 0 : XXH3_64bits_withSeed(bytes.data(), bytes.size(), process_seed()); }

Obj* allocate_shared(Kind kind, size_t size) {
  auto* o = static_cast<Obj*>(arena().allocate(size));
  o->kind = kind;
  o->mark = kSharedMark;
  return o;
}

void define_builtin(const char* name, Value v) {
  Str* n = intern(name);
  auto& b = builtins();
  auto it = b.slots.find(n);
  if (it != b.slots.end()) {
    b.values[static_cast<size_t>(it->second)] = v;
    return;
  }
  b.slots.emplace(n, add_slot(n, v));
}

void define_builtins(std::span<const MethodDef> defs) {
  for (auto& d : defs) {
    Native* n = define_native(d, nullptr, "builtins");
    define_builtin(std::string(n->name->view()).c_str(), Value::object(n));
  }
}

int builtin_slot(const Str* name) {
  auto& b = builtins();
  auto it = b.slots.find(name);
  return it == b.slots.end() ? -1 : it->second;
}
void define_dialect_builtin(const char* name, Value v) { builtins().dialect[intern(name)] = v; }
int dialect_builtin_slot(const Str* name) {
  auto& b = builtins();
  auto it = b.dialect_slots.find(name);
  return it == b.dialect_slots.end() ? builtin_slot(name) : it->second;
}
size_t builtin_slots() { return builtins().values.size(); }
Value builtin_value(int slot) { return g_builtin_values[slot]; }
int builtin_count() {
  const auto& b = builtins();
  return static_cast<int>(b.visible ? b.visible : b.names.size());
}
Str* builtin_name(int slot) { return builtins().names[static_cast<size_t>(slot)]; }

}  // namespace sl
