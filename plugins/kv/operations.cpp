#include "operations.h"

#include <algorithm>
#include <cmath>

#include "blob.h"
#include "values.h"

namespace kv {
namespace {

using scriptling::Call;
using scriptling::Error;
using scriptling::Unlocked;
using scriptling::Value;

// Runs an operation on the store, without the environment's lock if it waits for a disk.
template <class F>
void use(Call& c, Handle& h, const char* method, F f) {
  try {
    if (h.closed()) throw StoreError("database is closed");
    if (!h.store().waits()) return f(h.store());
    Unlocked unlocked(c);
    f(h.store());
  } catch (const StoreError& e) {
    throw Error("RuntimeError", std::string("kv.") + method + ": " + e.what());
  }
}

double need_number(const Value& v) {
  int kind = v.kind();
  if (kind != SL_KIND_INT && kind != SL_KIND_FLOAT) throw Error("TypeError", "must be a number");
  return v.number();
}

int64_t need_integer(const Value& v) {
  if (v.kind() == SL_KIND_INT) return v.integer();
  double d = v.kind() == SL_KIND_FLOAT ? std::trunc(v.number()) : NAN;
  if (!(d >= -9223372036854775808.0 && d < 9223372036854775808.0)) throw Error("TypeError", "must be an integer");
  return static_cast<int64_t>(d);
}

// The instant a ttl in seconds ends; 0 for "never".
int64_t expiry(const Value& ttl) {
  double seconds = need_number(ttl);
  if (!(seconds > 0) || seconds > 1e12) return 0;
  return now_ms() + static_cast<int64_t>(std::ceil(seconds * 1000));
}

std::string pattern_of(const Value& v) { return v.is_str() ? std::string(v.str()) : "*"; }

void set(Call& c, Handle& h) {
  int64_t expires = expiry(c.arg(2));
  std::string blob = to_blob(c, c.arg(1), "set");
  std::string_view key = c.str(0);
  use(c, h, "set", [&](Store& s) { s.set(key, std::move(blob), expires); });
}

Value get(Call& c, Handle& h) {
  std::optional<Record> record;
  std::string_view key = c.str(0);
  if (!h.closed()) use(c, h, "get", [&](Store& s) { record = s.get(key); });
  return record ? from_blob(c, record->blob) : c.arg(1);
}

int64_t incr(Call& c, Handle& h) {
  int64_t delta = need_integer(c.has(2) ? c.arg(2) : c.arg(1)), result = 0;
  std::string_view key = c.str(0);
  use(c, h, "incr", [&](Store& s) {
    s.transform(key, [&](const Record* current) -> Change {
      std::optional<int64_t> old = current ? blob_integer(current->blob) : 0;
      if (!old) throw StoreError("value is not an integer");
      if (__builtin_add_overflow(*old, delta, &result)) throw StoreError("integer overflow");
      return {Change::Put, {integer_blob(result), current ? current->expires : 0}};
    });
  });
  return result;
}

bool erase(Call& c, Handle& h) {
  bool existed = false;
  std::string_view key = c.str(0);
  use(c, h, "delete", [&](Store& s) { existed = s.erase(key); });
  return existed;
}

bool exists(Call& c, Handle& h) {
  bool found = false;
  std::string_view key = c.str(0);
  if (!h.closed()) use(c, h, "exists", [&](Store& s) { found = s.get(key).has_value(); });
  return found;
}

int64_t ttl(Call& c, Handle& h) {
  std::optional<Record> record;
  std::string_view key = c.str(0);
  if (!h.closed()) use(c, h, "ttl", [&](Store& s) { record = s.get(key); });
  if (!record) return -2;
  if (!record->expires) return -1;
  return std::max<int64_t>(0, record->expires - now_ms()) / 1000;
}

Value keys(Call& c, Handle& h) {
  std::string pattern = pattern_of(c.arg(0));
  std::vector<std::string> found;
  if (!h.closed()) use(c, h, "keys", [&](Store& s) { found = s.keys(pattern); });
  Value list = c.make_list();
  for (const std::string& key : found) list.append(c.make_str(key));
  return list;
}

void clear(Call& c, Handle& h) {
  use(c, h, "clear", [](Store& s) { s.clear(); });
}

int64_t append(Call& c, Handle& h) {
  std::string item = to_blob(c, c.arg(1), "append");
  std::string_view key = c.str(0);
  uint64_t count = 0;
  use(c, h, "append", [&](Store& s) {
    s.transform(key, [&](const Record* current) -> Change {
      BlobWriter empty;
      empty.list(0);
      auto list = append_item(current ? std::string_view(current->blob) : empty.take(), item);
      if (!list) throw StoreError("value is not a list");
      BlobReader reader(std::string_view(*list).substr(1));
      reader.count(&count);
      return {Change::Put, {std::move(*list), current ? current->expires : 0}};
    });
  });
  return static_cast<int64_t>(count);
}

bool cas(Call& c, Handle& h) {
  std::string expected = to_blob(c, c.arg(1), "cas"), next = to_blob(c, c.arg(2), "cas");
  bool none_expected = c.arg(1).is_none(), swapped = false;
  std::string_view key = c.str(0);
  use(c, h, "cas", [&](Store& s) {
    s.transform(key, [&](const Record* current) -> Change {
      swapped = current ? current->blob == expected : none_expected;
      if (!swapped) return {};
      return {Change::Put, {next, current ? current->expires : 0}};
    });
  });
  return swapped;
}

// Optimistic: the function runs without any lock and again when another writer was faster.
Value update(Call& c, Handle& h) {
  std::string_view key = c.str(0);
  while (true) {
    std::optional<Record> record;
    use(c, h, "update", [&](Store& s) { record = s.get(key); });
    Value next = c.arg(1).call({record ? from_blob(c, record->blob) : c.arg(2)});
    std::string blob = to_blob(c, next, "update");
    bool stored = false;
    use(c, h, "update", [&](Store& s) {
      s.transform(key, [&](const Record* current) -> Change {
        stored = current ? record && current->blob == record->blob : !record;
        if (!stored) return {};
        return {Change::Put, {blob, current ? current->expires : 0}};
      });
    });
    if (stored) return next;
    c.poll();
  }
}

bool change_expiry(Call& c, Handle& h, const char* method, int64_t expires) {
  bool found = false;
  std::string_view key = c.str(0);
  use(c, h, method, [&](Store& s) {
    s.transform(key, [&](const Record* current) -> Change {
      if (!(found = current)) return {};
      return {Change::Put, {current->blob, expires}};
    });
  });
  return found;
}

bool expire(Call& c, Handle& h) { return change_expiry(c, h, "expire", expiry(c.arg(1))); }
bool persist(Call& c, Handle& h) { return change_expiry(c, h, "persist", 0); }

Value get_many(Call& c, Handle& h) {
  std::vector<std::string> names;
  c.arg(0).each([&](const Value& key) { names.emplace_back(key.str()); });
  std::vector<std::pair<std::string, std::string>> found;
  if (!h.closed())
    use(c, h, "get_many", [&](Store& s) {
      for (std::string& name : names)
        if (auto record = s.get(name)) found.emplace_back(std::move(name), std::move(record->blob));
    });
  Value dict = c.make_dict();
  for (const auto& [key, blob] : found) dict.set(key, from_blob(c, blob));
  return dict;
}

void set_many(Call& c, Handle& h) {
  int64_t expires = expiry(c.arg(1));
  std::vector<std::pair<std::string, Record>> entries;
  c.arg(0).each_item([&](const Value& key, const Value& value) { entries.emplace_back(std::string(key.str()), Record{to_blob(c, value, "set_many"), expires}); });
  use(c, h, "set_many", [&](Store& s) { s.set_many(std::move(entries)); });
}

Value items(Call& c, Handle& h) {
  std::string pattern = pattern_of(c.arg(0));
  std::vector<std::pair<std::string, std::string>> found;
  if (!h.closed()) use(c, h, "items", [&](Store& s) { found = s.items(pattern); });
  Value list = c.make_list();
  for (const auto& [key, blob] : found) list.append(c.make_tuple({c.make_str(key), from_blob(c, blob)}));
  return list;
}

void close(Call& c, Handle& h) {
  if (h.is_default()) return;
  Unlocked unlocked(c);
  close_named(h);
}

template <auto operation>
auto on_self(Call& c) {
  return operation(c, c.self<Handle>());
}
template <auto operation>
auto on_default(Call& c) {
  return operation(c, default_store());
}

std::string name_of(Call& c) { return c.self<Handle>().name(); }
std::string repr(Call& c) {
  Handle& h = c.self<Handle>();
  return "<Store " + (h.is_default() ? "default" : "'" + h.name() + "'") + (h.closed() ? " (closed)>" : ">");
}

}  // namespace

// Signature and documentation of what both the store object and the module offer.
#define KV_FOR_EACH_OPERATION(X)                                                                                                                                   \
  X(set, "set(key: str, value, ttl=0) -> None", "Store a copy of the value. ttl: seconds until it expires, 0 for never.")                                          \
  X(get, "get(key: str, default=None)", "A copy of the stored value, or the default when the key is absent.")                                                      \
  X(incr, "incr(key: str, delta=1, amount=...) -> int", "Add to an integer, 0 if the key is absent, and return the new value. Keeps the expiry.")                  \
  X(erase, "delete(key: str) -> bool", "Remove the key; tell whether it was there.")                                                                               \
  X(exists, "exists(key: str) -> bool", "Is there such a key?")                                                                                                    \
  X(ttl, "ttl(key: str) -> int", "Whole seconds left; -1: does not expire, -2: no such key.")                                                                      \
  X(keys, "keys(pattern='*') -> list", "The keys that match, sorted. * and ? do not match '/', except the pattern '*' alone.")                                     \
  X(clear, "clear() -> None", "Remove all keys.")                                                                                                                  \
  X(append, "append(key: str, item) -> int", "Append to a list, a new one if the key is absent; returns its length. Keeps the expiry.")                            \
  X(cas, "cas(key: str, expected, new) -> bool", "Store `new` if the stored value equals `expected` (None: or is absent); tell whether it did. Keeps the expiry.") \
  X(update, "update(key: str, fn: callable, default=None)", "Replace the value by fn(value), again if it changed meanwhile; returns the new value.")               \
  X(expire, "expire(key: str, ttl) -> bool", "Let the key expire in `ttl` seconds, 0 for never; False when it is absent.")                                         \
  X(persist, "persist(key: str) -> bool", "Remove the expiry; False when the key is absent.")                                                                      \
  X(get_many, "get_many(keys) -> dict", "The values of those of the keys that exist.")                                                                             \
  X(set_many, "set_many(values: dict, ttl=0) -> None", "Store all of the dict in one step.")                                                                       \
  X(items, "items(pattern='*') -> list", "(key, value) of the keys that match, sorted by key.")

void add_store_class(scriptling::ModuleDef& module) {
  auto& store = scriptling::class_<Handle>("Store", "A key-value store; thread-safe, every method is atomic.");
#define X(operation, signature, doc) store.method<on_self<operation>>(signature, doc);
  KV_FOR_EACH_OPERATION(X)
#undef X
  store.method<on_self<close>>("close() -> None", "Close a named store for all its holders; nothing happens for the default store.")
      .property<name_of>("name", "Its name or file; empty for the default store in memory.")
      .method<repr>("__repr__() -> str")
      .share();
  module.add(store);
}

void add_default_functions(scriptling::ModuleDef& module) {
#define X(operation, signature, doc) module.function<on_default<operation>>(signature, doc);
  KV_FOR_EACH_OPERATION(X)
#undef X
}

}  // namespace kv
