// functools.lru_cache: the wrapper calls are made through. Its cache maps a key to a number: of a
// node in a ring ordered by use when the cache is bounded. Unbounded caches map to the results themselves.
#include <memory>
#include <vector>

#include "stdlib/functools_internal.h"

namespace sl {
namespace functools {
namespace {

const char kTag = 0;
Class* wrapper_class;
constexpr int32_t kNil = -1;

struct Node {
  Value key, value;
  uint64_t hash = 0;
  int32_t before = kNil, after = kNil;
};

struct Cache {
  Value function;
  Dict* known = nullptr;
  int64_t limit = -1;  // -1: unbounded
  bool typed = false;
  int64_t hits = 0, misses = 0;
  std::vector<Node> nodes;
  int32_t oldest = kNil, newest = kNil, unused = kNil;
};

Cache* cache_of(Value v) {
  HostObj* o = host_of(v, &kTag);
  return o ? static_cast<Cache*>(o->data) : nullptr;
}

void unlink(Cache* c, int32_t i) {
  Node& n = c->nodes[static_cast<size_t>(i)];
  (n.before == kNil ? c->oldest : c->nodes[static_cast<size_t>(n.before)].after) = n.after;
  (n.after == kNil ? c->newest : c->nodes[static_cast<size_t>(n.after)].before) = n.before;
}

void link_newest(Cache* c, int32_t i) {
  Node& n = c->nodes[static_cast<size_t>(i)];
  n.before = c->newest;
  n.after = kNil;
  (c->newest == kNil ? c->oldest : c->nodes[static_cast<size_t>(c->newest)].after) = i;
  c->newest = i;
}

// An int or str argument is its own key; everything else goes into a tuple, which equals neither.
Value make_key(Vm& vm, const Cache* c, const Value* args, size_t n, Dict* keywords) {
  size_t named = keywords ? keywords->used : 0;
  if (n == 1 && !named && !c->typed && (args[0].is_int() || is_str(args[0]))) return args[0];
  size_t size = n + (named ? 1 + 2 * named : 0) + (c->typed ? n + named : 0);
  Tuple* key = vm.new_tuple(size);
  size_t at = 0;
  for (size_t i = 0; i < n; ++i) key->items[at++] = args[i];
  uint32_t cursor = 0;
  Value name, value;
  if (named) {
    key->items[at++] = Value::object(wrapper_class);  // tells keywords from positional values
    while (dict_next(keywords, &cursor, &name, &value)) {
      key->items[at++] = name;
      key->items[at++] = value;
    }
  }
  if (c->typed) {
    for (size_t i = 0; i < n; ++i) key->items[at++] = Value::object(vm.type_of(args[i]));
    cursor = 0;
    while (named && dict_next(keywords, &cursor, &name, &value)) key->items[at++] = Value::object(vm.type_of(value));
  }
  return Value::object(key);
}

Value call_bounded(Vm& vm, Cache* c, Value key, uint64_t hash, const Value* args, size_t n, Dict* keywords) {
  DictEntry* e = dict_find(vm, c->known, key, hash);
  if (e) {
    auto i = static_cast<int32_t>(e->value.i);
    ++c->hits;
    if (c->newest != i) {
      unlink(c, i);
      link_newest(c, i);
    }
    return c->nodes[static_cast<size_t>(i)].value;
  }
  if (vm.raised()) return Value();
  ++c->misses;
  Value result = vm.call_kw(c->function, args, n, keywords);
  if (result.is_unset()) return result;
  // The function may have stored the same key meanwhile, or cleared the cache.
  e = dict_find(vm, c->known, key, hash);
  if (e) return result;
  if (vm.raised()) return Value();
  int32_t i;
  if (c->known->used >= static_cast<uint64_t>(c->limit)) {
    i = c->oldest;
    Node old = c->nodes[static_cast<size_t>(i)];
    DictEntry* gone = dict_find(vm, c->known, old.key, old.hash);
    if (vm.raised()) return Value();
    if (!gone || c->oldest != i || static_cast<int32_t>(gone->value.i) != i) return result;  // changed by a key's __eq__
    dict_remove(c->known, gone);
    unlink(c, i);
  } else if (c->unused != kNil) {
    i = c->unused;
    c->unused = c->nodes[static_cast<size_t>(i)].after;
  } else {
    i = static_cast<int32_t>(c->nodes.size());
    c->nodes.emplace_back();
  }
  Node& node = c->nodes[static_cast<size_t>(i)];
  node.key = key;
  node.value = result;
  node.hash = hash;
  link_newest(c, i);
  return dict_put(vm, c->known, key, hash, Value::integer(i)) ? result : Value();
}

Value call_cached(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  auto* c = static_cast<Cache*>(o->data);
  if (c->limit == 0) {
    ++c->misses;
    return vm.call_kw(c->function, args, n, keywords);
  }
  Value key = make_key(vm, c, args, n, keywords);
  uint64_t hash;
  if (!hash_value(vm, key, &hash)) return Value();
  if (c->limit > 0) return call_bounded(vm, c, key, hash, args, n, keywords);
  if (DictEntry* e = dict_find(vm, c->known, key, hash)) {
    ++c->hits;
    return e->value;
  }
  if (vm.raised()) return Value();
  ++c->misses;
  Value result = vm.call_kw(c->function, args, n, keywords);
  if (result.is_unset() || !dict_put(vm, c->known, key, hash, result)) return Value();
  return result;
}

void trace_cache(Marker& marker, HostObj* o) {
  auto* c = static_cast<Cache*>(o->data);
  marker.mark(c->function);
  marker.mark(c->known);
  for (Node& n : c->nodes) {
    marker.mark(n.key);
    marker.mark(n.value);
  }
}

const HostType kWrapperType = {
    .name = "_lru_cache_wrapper", .release = [](void* data) { delete static_cast<Cache*>(data); }, .trace = trace_cache, .tag = &kTag, .call = call_cached, .binds = true};

Value construct(Vm& vm, Value* args) {  // user_function, maxsize, typed
  if (!vm.callable(args[0])) return vm.raise_type("the first argument must be callable");
  auto cache = std::make_unique<Cache>();
  cache->function = args[0];
  if (!args[1].is_none()) {
    if (!is_integer(unwrap(args[1]))) return vm.raise_type("maxsize should be integer or None");
    if (!vm.to_index(args[1], &cache->limit)) return Value();
    cache->limit = std::clamp<int64_t>(cache->limit, 0, INT32_MAX - 1);
  }
  int typed = vm.truthy(args[2]);
  if (typed < 0) return Value();
  cache->typed = typed;
  cache->known = vm.new_dict();
  return Value::object(vm.new_host(wrapper_class, cache.release()));
}

Cache* self_cache(Vm& vm, Value v) {
  Cache* c = cache_of(v);
  if (!c) vm.raise_type("descriptor requires a 'functools._lru_cache_wrapper' object but received a '" + type_name_of(vm, v) + "'");
  return c;
}

Value cache_info(Vm& vm, Value* args) {
  Cache* c = self_cache(vm, args[0]);
  if (!c) return Value();
  Value limit = c->limit < 0 ? Value::none() : Value::integer(c->limit);
  Value module = vm.host->import_module(vm, intern("functools"));
  Value make = module.is_unset() ? module : vm.get_attr(module, "_CacheInfo");
  return make.is_unset() ? make : vm.call(make, {Value::integer(c->hits), Value::integer(c->misses), limit, size_value(c->known->used)});
}

Value cache_clear(Vm& vm, Value* args) {
  Cache* c = self_cache(vm, args[0]);
  if (!c) return Value();
  c->hits = c->misses = 0;
  c->known = vm.new_dict();
  c->nodes.clear();
  c->oldest = c->newest = c->unused = kNil;
  return Value::none();
}

Value wrapper_call(Vm& vm, Value* args) {  // self, *args, **keywords
  if (!self_cache(vm, args[0])) return Value();
  return call_cached(vm, host_of(args[0], &kTag), as<Tuple>(args[1])->items, as<Tuple>(args[1])->size, as<Dict>(args[2]));
}

Value wrapper_get(Vm& vm, Value* args) { return args[1].is_none() ? args[0] : vm.bind_method(args[1], args[0]); }
Value wrapper_copy(Vm&, Value* args) { return args[0]; }

const MethodDef kMethods[] = {
    {"cache_info(self, /)", cache_info, 0, "Report cache statistics"},
    {"cache_clear(self, /)", cache_clear, 0, "Clear the cache and cache statistics"},
    {"__call__(self, /, *args, **kwargs)", wrapper_call, 0, "Call self as a function."},
    {"__get__(self, instance, owner=None, /)", wrapper_get, 0, "Return an attribute of instance, which is of type owner."},
    {"__copy__(self, /)", wrapper_copy},
    {"__deepcopy__(self, memo, /)", wrapper_copy},
};

}  // namespace

Class* define_lru_cache() {
  TypeDef def;
  def.name = "_lru_cache_wrapper";
  def.module = "functools";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "A function with a cache of its results.";
  def.construct_signature = "_lru_cache_wrapper(user_function, maxsize, typed, /)";
  def.construct = construct;
  def.host_type = &kWrapperType;
  def.methods = kMethods;
  wrapper_class = define_type(def);
  return wrapper_class;
}

}  // namespace functools
}  // namespace sl
