// The native parts of collections: counting, defaultdict's missing keys, OrderedDict's order and
// the classes namedtuple() makes. The module collections, in the script language, imports them from _collections.
#include <array>
#include <string>
#include <utility>

#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/dict_order.h"
#include "core/vm/frame.h"
#include "stdlib/args.h"
#include "stdlib/collections_internal.h"

namespace sl {
namespace {

// ---- Counter ------------------------------------------------------------------------------------

// mapping[item] += 1 for a dict, or a subclass that keeps dict's item access.
bool count_in_dict(Vm& vm, Dict* d, Value it) {
  for (uint32_t steps = 1;; ++steps) {
    Value item = next_item(vm, it);
    if (item.is_unset()) return !vm.raised();
    uint64_t hash;
    if (!hash_value(vm, item, &hash)) return false;
    DictEntry* e = dict_find(vm, d, item, hash);
    if (!e) {
      if (vm.raised() || !dict_put(vm, d, item, hash, Value::integer(1))) return false;
    } else if (e->value.is_int() && e->value.i != INT64_MAX) {
      ++e->value.i;
    } else {
      Value sum = vm.binary(BinOp::Add, e->value, Value::integer(1));
      if (sum.is_unset() || !dict_put(vm, d, item, hash, sum)) return false;
    }
    if ((steps & 4095) == 0 && !vm.poll()) return false;
  }
}

Value count_elements(Vm& vm, Value* args) {
  Value mapping = args[0];
  Value it = vm.iter(args[1]);
  if (it.is_unset()) return it;
  if (is_kind(mapping, Kind::Dict)) return count_in_dict(vm, as<Dict>(mapping), it) ? Value::none() : Value();
  if (has_plain(mapping, kPlainSetItem) && as_dict(mapping)) return count_in_dict(vm, as_dict(mapping), it) ? Value::none() : Value();
  for (;;) {
    Value item = next_item(vm, it);
    if (item.is_unset()) return vm.raised() ? item : Value::none();
    Value count = vm.call_method(mapping, names().get, {item, Value::integer(0)});
    if (count.is_unset()) return count;
    count = vm.binary(BinOp::Add, count, Value::integer(1));
    if (count.is_unset() || !vm.set_item(mapping, item, count)) return Value();
  }
}

Value zero(Vm&, Value*) { return Value::integer(0); }

// ---- defaultdict -----------------------------------------------------------------------------------

Value default_missing(Vm& vm, Value* args) {
  static Str* const kFactory = intern("default_factory");
  Value self = args[0], key = args[1];
  Dict* d = as_dict(self);
  if (!d || !is_kind(self, Kind::Instance)) return vm.raise_type("descriptor '__missing__' requires a 'collections.defaultdict' object");
  Value factory = instance_find(as<Instance>(self), kFactory);
  if (factory.is_unset() || factory.is_none()) return vm.raise_key(key);
  Value made;
  if (is_kind(factory, Kind::Class)) {  // the usual factories need no call
    auto* c = as<Class>(factory);
    if (c == types().list) made = Value::object(vm.new_list());
    if (c == types().dict) made = Value::object(vm.new_dict());
    if (c == types().set) made = Value::object(vm.new_set());
    if (c == types().integer) made = Value::integer(0);
  }
  if (made.is_unset()) made = vm.call(factory);
  if (made.is_unset()) return made;
  bool stored = has_plain(self, kPlainSetItem) ? dict_set(vm, d, key, made) : vm.set_item(self, key, made);
  return stored ? made : Value();
}

Value default_init(Vm& vm, Value* args) {  // self, factory, args, keywords
  static Str* const kFactory = intern("default_factory");
  Value self = args[0], factory = args[1];
  auto* rest = as<Tuple>(args[2]);
  auto* keywords = as<Dict>(args[3]);
  if (!as_dict(self) || !is_kind(self, Kind::Instance)) return vm.raise_type("descriptor '__init__' requires a 'collections.defaultdict' object");
  if (!factory.is_none() && !vm.callable(factory)) return vm.raise_type("first argument must be callable or None");
  if (rest->size || keywords->used) {
    RootVec given(vm.heap);
    given.items.push_back(self);
    given.items.insert(given.items.end(), rest->items, rest->items + rest->size);
    Value init = class_lookup_cached(vm, types().dict, names().__init__);
    if (vm.call_kw(init, given.items.data(), given.items.size(), keywords).is_unset()) return Value();
  }
  return instance_store(vm, as<Instance>(self), kFactory, factory) ? Value::none() : Value();
}

// Attributes as assignments would make them, so that the instance keeps its shape, when the program knows their names.
Value store_attributes(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Instance)) return vm.raise_type("an instance is required");
  auto* instance = as<Instance>(args[0]);
  Dict* attributes = as_dict(args[1]);
  Value key, value;
  bool known = true;
  for (uint32_t cursor = 0; known && dict_next(attributes, &cursor, &key, &value);) known = is_str(key) && (as<Str>(key)->interned() || find_interned(as<Str>(key)->view()));
  if (!known) return dict_merge(vm, instance_dict(vm, instance), attributes) ? Value::none() : Value();
  for (uint32_t cursor = 0; dict_next(attributes, &cursor, &key, &value);) {
    Str* name = as<Str>(key);
    if (!instance_store(vm, instance, name->interned() ? name : intern(name->view()), value)) return Value();
  }
  return Value::none();
}

// ---- OrderedDict -------------------------------------------------------------------------------------

Value move_to_end(Vm& vm, Value* args) {
  Dict* d = as_dict(args[0]);
  if (!d) return vm.raise_type("descriptor 'move_to_end' requires a 'collections.OrderedDict' object");
  int last = vm.truthy(args[2]);
  uint64_t hash;
  if (last < 0 || !hash_value(vm, args[1], &hash)) return Value();
  DictEntry* e = dict_find(vm, d, args[1], hash);
  if (!e) return vm.raised() ? Value() : vm.raise_key(args[1]);
  return dict_move(vm, d, e, last) ? Value::none() : Value();
}

// Do the keys of two dicts, which are equal, come in the same order?
Value same_order(Vm& vm, Value* args) {
  Dict *a = as_dict(args[0]), *b = as_dict(args[1]);
  if (!a || !b) return vm.raise_type("two dicts are required");
  uint32_t at = 0, other = 0;
  Value x, y, unused;
  for (uint64_t i = 0; dict_next(a, &at, &x, &unused) && dict_next(b, &other, &y, &unused); ++i) {
    int r = equal_values(vm, x, y);
    if (r < 0 || !poll_at(vm, i)) return Value();
    if (!r) return Value::boolean(false);
  }
  return Value::boolean(a->used == b->used);
}

Value ordered_popitem(Vm& vm, Value* args) {
  Dict* d = as_dict(args[0]);
  if (!d) return vm.raise_type("descriptor 'popitem' requires a 'collections.OrderedDict' object");
  int last = vm.truthy(args[1]);
  if (last < 0) return Value();
  DictEntry* e = last ? dict_last(d) : dict_first(vm, d);
  if (!e) return vm.raise(errors().KeyError, "dictionary is empty");
  Tuple* pair = vm.new_tuple({e->key, e->value});
  dict_remove(d, e);
  return Value::object(pair);
}

Value ordered_pop(Vm& vm, Value* args) {
  Dict* d = as_dict(args[0]);
  if (!d) return vm.raise_type("descriptor 'pop' requires a 'collections.OrderedDict' object");
  Value v;
  int r = dict_delete(vm, d, args[1], &v);
  if (r) return r > 0 ? v : Value();
  return args[2].is_unset() ? vm.raise_key(args[1]) : args[2];
}

Value ordered_setdefault(Vm& vm, Value* args) {
  Dict* d = as_dict(args[0]);
  if (!d) return vm.raise_type("descriptor 'setdefault' requires a 'collections.OrderedDict' object");
  uint64_t hash;
  return hash_value(vm, args[1], &hash) ? dict_set_default(vm, d, args[1], hash, args[2]) : Value();
}

// ---- namedtuple: what creates the instances; fields {names, defaults of the last ones, qualified name} --------

const char kMakerTag = 0;
Class* maker_class;

std::string quoted_list(Tuple* names, const std::vector<size_t>& which) {
  std::string out;
  for (size_t i = 0; i < which.size(); ++i) {
    if (i) out += which.size() == 2 ? " and " : i + 1 == which.size() ? ", and " : ", ";
    out.append("'").append(as_str(names->items[which[i]])->view()) += "'";
  }
  return out;
}

Value make_instance(Vm& vm, Class* cls, Tuple* items) {
  auto* made = static_cast<PayloadInstance*>(vm.new_instance(cls));
  made->payload = Value::object(items);
  return Value::object(made);
}

Value call_maker(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  auto* names = as<Tuple>(o->fields[0]);
  auto* defaults = as<Tuple>(o->fields[1]);
  std::string_view title = as_str(o->fields[2])->view();
  if (!n || !is_kind(args[0], Kind::Class) || !is_subclass(as<Class>(args[0]), types().tuple))
    return vm.raise_type(std::string(title) + "(): the first argument must be a tuple class");
  auto* cls = as<Class>(args[0]);
  size_t count = names->size, given = n - 1;
  if (given == count && !(keywords && keywords->used)) return make_instance(vm, cls, vm.new_tuple(args + 1, given));
  if (given > count) {
    size_t least = count - defaults->size + 1;
    std::string takes = defaults->size ? "from " + std::to_string(least) + " to " + std::to_string(count + 1) : std::to_string(count + 1);
    bool plural = defaults->size || count != 0;
    return vm.raise_type(std::string(title) + "() takes " + takes + " positional argument" + (plural ? "s" : "") + " but " + std::to_string(n) + (n == 1 ? " was" : " were") +
                         " given");
  }
  Tuple* items = vm.new_tuple(count);
  for (size_t i = 0; i < given; ++i) items->items[i] = args[1 + i];
  uint32_t cursor = 0;
  Value key, value;
  while (keywords && dict_next(keywords, &cursor, &key, &value)) {
    size_t i = 0;
    while (i < count && !str_equal(as_str(names->items[i]), as_str(key))) ++i;
    std::string name(as_str(key)->view());
    if (i == count) return vm.raise_type(std::string(title) + "() got an unexpected keyword argument '" + name + "'");
    if (!items->items[i].is_unset()) return vm.raise_type(std::string(title) + "() got multiple values for argument '" + name + "'");
    items->items[i] = value;
  }
  std::vector<size_t> missing;
  size_t first_default = count - defaults->size;
  for (size_t i = given; i < count; ++i) {
    if (!items->items[i].is_unset()) continue;
    if (i >= first_default)
      items->items[i] = defaults->items[i - first_default];
    else
      missing.push_back(i);
  }
  if (!missing.empty())
    return vm.raise_type(std::string(title) + "() missing " + std::to_string(missing.size()) + " required positional argument" + (missing.size() == 1 ? "" : "s") + ": " +
                         quoted_list(names, missing));
  return make_instance(vm, cls, items);
}

const HostType kMakerType = {.name = "builtin_function_or_method", .tag = &kMakerTag, .call = call_maker};

HostObj* self_maker(Vm& vm, Value v) {
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == &kMakerTag) return as<HostObj>(v);
  vm.raise_type("expected the __new__ of a named tuple");
  return nullptr;
}

Value namedtuple_maker(Vm& vm, Value* args) {  // names, defaults, title
  Tuple *names = as_tuple(args[0]), *defaults = as_tuple(args[1]);
  for (uint64_t i = 0; i < names->size; ++i)
    if (!as_str(names->items[i])) return vm.raise_type("field names must be strings");
  if (defaults->size > names->size) return vm.raise_type("Got more default values than field names");
  HostObj* o = vm.new_host(maker_class, nullptr, 3);
  o->fields[0] = Value::object(names);
  o->fields[1] = Value::object(defaults);
  o->fields[2] = args[2];
  return Value::object(o);
}

Value maker_call(Vm& vm, Value* args) {
  HostObj* o = self_maker(vm, args[0]);
  return o ? call_maker(vm, o, as<Tuple>(args[1])->items, as<Tuple>(args[1])->size, as<Dict>(args[2])) : Value();
}

Value maker_defaults(Vm& vm, Value* args) {
  HostObj* o = self_maker(vm, args[0]);
  if (!o) return Value();
  return as<Tuple>(o->fields[1])->size ? o->fields[1] : Value::none();
}

Value maker_set_defaults(Vm& vm, Value* args) {
  HostObj* o = self_maker(vm, args[0]);
  if (!o) return Value();
  Tuple* t = args[1].is_unset() || args[1].is_none() ? g_empty_tuple : as_tuple(args[1]);
  if (!t || t->size > as<Tuple>(o->fields[0])->size) return vm.raise_type("__defaults__ must be set to a tuple object");
  o->fields[1] = Value::object(t);
  return Value::none();
}

Value maker_qualname(Vm& vm, Value* args) {
  HostObj* o = self_maker(vm, args[0]);
  return o ? o->fields[2] : Value();
}
Value maker_name(Vm&, Value*) { return Value::object(names().__new__); }

const MethodDef kMakerMethods[] = {
    {"__call__(self, /, *args, **kwargs)", maker_call},
    {"__defaults__", maker_defaults, kNativeGetter, nullptr, maker_set_defaults},
    {"__qualname__", maker_qualname, kNativeGetter},
    {"__name__", maker_name, kNativeGetter},
};

// ---- namedtuple: field access ---------------------------------------------------------------------------

constexpr size_t kGetters = 32;

template <size_t I>
Value field(Vm& vm, Value* args) {
  Tuple* t = as_tuple(args[0]);
  if (!t) return vm.raise_type("descriptor for index '" + std::to_string(I) + "' for tuple subclasses doesn't apply to '" + type_name_of(vm, args[0]) + "' object");
  return I < t->size ? t->items[I] : vm.raise(errors().IndexError, "tuple index out of range");
}
Value cannot_set(Vm& vm, Value*) { return vm.raise(errors().AttributeError, "can't set attribute"); }

template <size_t... I>
std::array<Value, kGetters> make_getters(std::index_sequence<I...>) {
  auto make = [](size_t i, NativeFn fn) {
    const char* doc = intern("Alias for field number " + std::to_string(i))->data;
    return Value::object(define_native({"_tuplegetter", fn, kNativeGetter, doc, cannot_set}, nullptr, "collections"));
  };
  return {make(I, field<I>)...};
}
std::array<Value, kGetters> g_getters;

// The descriptors of the first n fields, at most 32.
Value tuple_getters(Vm& vm, Value* args) {
  size_t n = std::clamp<int64_t>(args[0].i, 0, kGetters);
  return Value::object(vm.new_tuple(g_getters.data(), n));
}

// __name__ of the module whose code runs `level` frames above the caller.
Value caller_module(Vm& vm, Value* args) {
  Thread* th = vm.thread;
  if (args[0].i < 0 || static_cast<uint64_t>(args[0].i) + 1 > th->depth) return Value::object(names().__main__);
  Value name = vm.module_get(th->frames[th->depth - 1 - static_cast<uint32_t>(args[0].i)].module, names().__name__);
  return name.is_unset() ? Value::object(names().__main__) : name;
}

const MethodDef kFunctions[] = {
    {"_caller_module(level: int, /)", caller_module},
    {"_count_elements(mapping, iterable, /)", count_elements, 0, "Count elements from the iterable, updating the mapping"},
    {"_count_missing(self, key, /)", zero, kNativeMethod},
    {"_default_missing(self, key, /)", default_missing, kNativeMethod},
    {"_default_init(self, default_factory=None, /, *args, **kwargs)", default_init, kNativeMethod},
    {"_store_attributes(instance, attributes: dict, /)", store_attributes},
    {"_move_to_end(self, /, key, last=True)", move_to_end, kNativeMethod, "Move an existing element to the end (or beginning if last is false)."},
    {"_popitem(self, /, last=True)", ordered_popitem, kNativeMethod, "Remove and return a (key, value) pair, the last one or the first one."},
    {"_same_order(a, b, /)", same_order},
    {"_pop(self, /, key, default=...)", ordered_pop, kNativeMethod, "The value of the key, which is removed, or the default."},
    {"_setdefault(self, /, key, default=None)", ordered_setdefault, kNativeMethod, "The value of the key, which is inserted with the default when missing."},
    {"_namedtuple_new(names: tuple, defaults: tuple, title: str, /)", namedtuple_maker},
    {"_tuple_getters(count: int, /)", tuple_getters},
};

}  // namespace

std::span<const MethodDef> collections_functions() {
  g_getters = make_getters(std::make_index_sequence<kGetters>());
  TypeDef def;
  def.name = "builtin_function_or_method";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.subclassable = false;
  def.host_type = &kMakerType;
  def.methods = kMakerMethods;
  maker_class = define_type(def);
  return kFunctions;
}

}  // namespace sl
