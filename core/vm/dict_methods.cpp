#include "core/vm/containers.h"

namespace sl {
namespace {

Dict* dict_of(Obj* o) noexcept { return static_cast<Dict*>(o); }

// ---- operators ----------------------------------------------------------------------------------

Value dict_repr(Vm& vm, Obj* o) {
  Dict* d = dict_of(o);
  if (d->used == 0) return vm.str_value("{}");
  ReprScope scope(vm, o);
  if (!scope.entered) return repr_cycle(vm, scope, "{...}");
  std::string out = "{";
  Value key, value;
  for (uint32_t cursor = 0; dict_next(d, &cursor, &key, &value);) {
    if (out.size() > 1) out += ", ";
    if (!append_repr(vm, &out, key)) return Value();
    out += ": ";
    if (!append_repr(vm, &out, value)) return Value();
  }
  out += '}';
  return vm.str_value(out);
}

int64_t dict_length(Vm&, Obj* o) { return dict_of(o)->used; }

Value dict_get_item(Vm& vm, Obj* o, Value key) {
  Value v = dict_get(vm, dict_of(o), key);
  return v.is_unset() && !vm.raised() ? vm.raise_key(key) : v;
}

bool dict_set_item(Vm& vm, Obj* o, Value key, Value v) { return dict_set(vm, dict_of(o), key, v); }

bool dict_del_item(Vm& vm, Obj* o, Value key) {
  int r = dict_delete(vm, dict_of(o), key);
  if (r == 0) vm.raise_key(key);
  return r > 0;
}

int dict_contains(Vm& vm, Obj* o, Value key) {
  uint64_t hash;
  if (!hash_value(vm, key, &hash)) return -1;
  if (dict_find(vm, dict_of(o), key, hash)) return 1;
  return vm.raised() ? -1 : 0;
}

Value dict_iter(Vm& vm, Obj* o) { return new_dict_iter(vm, dict_of(o), ViewKind::Keys, false); }

// 1 equal, 0 not, -1 raised.
int dicts_equal(Vm& vm, Dict* a, Dict* b) {
  if (a->used != b->used) return 0;
  NativeDepth depth(vm);
  if (!depth.ok) return -1;
  for (uint32_t n = 0; n < a->fill; ++n) {
    DictEntry mine = a->entries[n];
    if (mine.key.is_unset()) continue;
    DictEntry* other = dict_find(vm, b, mine.key, mine.hash);
    if (!other) return vm.raised() ? -1 : 0;
    int r = equal_values(vm, mine.value, other->value);
    if (r <= 0) return r;
  }
  return 1;
}

Value dict_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (!is_kind(b, Kind::Dict) || (op != CmpOp::Eq && op != CmpOp::Ne)) return not_implemented();
  int r = dicts_equal(vm, as<Dict>(a), as<Dict>(b));
  return r < 0 ? Value() : Value::boolean(r == (op == CmpOp::Eq));
}

Value dict_binary(Vm& vm, BinOp op, Value a, Value b) {
  Dict* left = as_dict(a);
  Dict* right = as_dict(b);
  if (op != BinOp::Or || !left || !right) return not_implemented();
  Dict* out = dict_copy(vm, left);
  return dict_merge(vm, out, right) ? Value::object(out) : Value();
}

Value dict_inplace(Vm& vm, BinOp op, Value a, Value b) {
  if (op != BinOp::Or) return not_implemented();
  return dict_update(vm, as<Dict>(a), b) ? a : Value();
}

// ---- update -----------------------------------------------------------------------------------------

// Instances of dict subclasses are merged as plain dicts unless they define how to iterate them.
Dict* plain_dict(Vm& vm, Value v) {
  Dict* d = as_dict(v);
  if (!d || is_kind(v, Kind::Dict)) return d;
  Value own = vm.find_special(v, names().__iter__), builtin = vm.find_special(Value::object(d), names().__iter__);
  return own.same(builtin) ? d : nullptr;
}

bool update_from_mapping(Vm& vm, Dict* d, Value mapping, Value keys_method) {
  Value keys = vm.call(keys_method);
  if (keys.is_unset()) return false;
  Value it = vm.iter(keys);
  if (it.is_unset()) return false;
  for (;;) {
    Value key = next_item(vm, it);
    if (key.is_unset()) return !vm.raised();
    Value v = vm.get_item(mapping, key);
    if (v.is_unset() || !dict_set(vm, d, key, v)) return false;
  }
}

// The two parts of update element number n; false: raised.
bool split_pair(Vm& vm, Value item, uint64_t n, Value* key, Value* value) {
  const Value* parts = nullptr;
  uint64_t size = 0;
  if (is_kind(item, Kind::Tuple)) {
    parts = as<Tuple>(item)->items;
    size = as<Tuple>(item)->size;
  } else {
    List* l = is_kind(item, Kind::List) ? as<List>(item) : vm.to_list(item);
    if (!l) {
      if (vm.catch_error(errors().TypeError))
        vm.raisef(errors().TypeError, "cannot convert dictionary update sequence element #%llu to a sequence", static_cast<unsigned long long>(n));
      return false;
    }
    parts = l->items;
    size = l->size;
  }
  if (size != 2) {
    vm.raisef(errors().ValueError, "dictionary update sequence element #%llu has length %llu; 2 is required", static_cast<unsigned long long>(n),
              static_cast<unsigned long long>(size));
    return false;
  }
  *key = parts[0];
  *value = parts[1];
  return true;
}

bool update_from_pairs(Vm& vm, Dict* d, Value pairs) {
  Value it = vm.iter(pairs);
  if (it.is_unset()) return false;
  for (uint64_t n = 0;; ++n) {
    Value item = next_item(vm, it);
    if (item.is_unset()) return !vm.raised();
    Value key, value;
    if (!split_pair(vm, item, n, &key, &value) || !dict_set(vm, d, key, value)) return false;
    if ((n & 4095) == 4095 && !vm.poll()) return false;
  }
}

bool update_with(Vm& vm, Dict* d, Value source, Value keywords) {
  if (!source.is_unset() && !dict_update(vm, d, source)) return false;
  Dict* extra = as_dict(keywords);
  return !extra || dict_merge(vm, d, extra);
}

// ---- methods --------------------------------------------------------------------------------------------

Value dict_construct(Vm& vm, Value* args) {
  if (args[0].is_unset() && is_kind(args[1], Kind::Dict)) return args[1];  // the keywords are a fresh dict
  Dict* d = vm.new_dict();
  return update_with(vm, d, args[0], args[1]) ? Value::object(d) : Value();
}

Value dict_init(Vm& vm, Value* args) { return update_with(vm, self_dict(args[0]), args[1], args[2]) ? Value::none() : Value(); }

Value clear(Vm& vm, Value* args) {
  dict_clear(vm, self_dict(args[0]));
  return Value::none();
}

Value copy(Vm& vm, Value* args) {
  Dict* d = self_dict(args[0]);
  return vm.check_alloc(d->used * sizeof(DictEntry)) ? Value::object(dict_copy(vm, d)) : Value();
}

bool fill_from_keys(Vm& vm, Value target, Value keys, Value v) {
  if (is_kind(target, Kind::Dict) && (is_kind(keys, Kind::Set) || is_kind(keys, Kind::FrozenSet))) {
    Value key;
    uint64_t hash;
    for (uint32_t cursor = 0; set_next_entry(as<Set>(keys), &cursor, &key, &hash);)
      if (!dict_put(vm, as<Dict>(target), key, hash, v)) return false;
    return true;
  }
  Value it = vm.iter(keys);
  if (it.is_unset()) return false;
  for (uint32_t n = 1;; ++n) {
    Value key = next_item(vm, it);
    if (key.is_unset()) return !vm.raised();
    if (is_kind(target, Kind::Dict) ? !dict_set(vm, as<Dict>(target), key, v) : !vm.set_item(target, key, v)) return false;
    if ((n & 4095) == 0 && !vm.poll()) return false;
  }
}

Value fromkeys(Vm& vm, Value* args) {
  bool exact = is_kind(args[0], Kind::Class) && as<Class>(args[0]) == types().dict;
  Value target = exact ? Value::object(vm.new_dict()) : vm.call(args[0]);
  if (target.is_unset()) return target;
  return fill_from_keys(vm, target, args[1], args[2]) ? target : Value();
}

Value get(Vm& vm, Value* args) {
  Value v = dict_get(vm, self_dict(args[0]), args[1]);
  return v.is_unset() && !vm.raised() ? args[2] : v;
}

Value items(Vm& vm, Value* args) { return new_dict_view(vm, self_dict(args[0]), ViewKind::Items); }
Value keys(Vm& vm, Value* args) { return new_dict_view(vm, self_dict(args[0]), ViewKind::Keys); }
Value values(Vm& vm, Value* args) { return new_dict_view(vm, self_dict(args[0]), ViewKind::Values); }

Value pop(Vm& vm, Value* args) {
  Dict* d = self_dict(args[0]);
  Value v;
  int r = d->used ? dict_delete(vm, d, args[1], &v) : 0;
  if (r > 0) return v;
  if (r < 0) return Value();
  return args[2].is_unset() ? vm.raise_key(args[1]) : args[2];
}

Value popitem(Vm& vm, Value* args) {
  Dict* d = self_dict(args[0]);
  DictEntry* e = dict_last(d);
  if (!e) return vm.raise_key(vm.str_value("popitem(): dictionary is empty"));
  Tuple* pair = vm.new_tuple({e->key, e->value});
  dict_remove(d, e);
  dict_last(d);
  return Value::object(pair);
}

Value setdefault(Vm& vm, Value* args) {
  uint64_t hash;
  if (!hash_value(vm, args[1], &hash)) return Value();
  Dict* d = self_dict(args[0]);
  return dict_set_default(vm, d, args[1], hash, args[2]);
}

Value update(Vm& vm, Value* args) { return update_with(vm, self_dict(args[0]), args[1], args[2]) ? Value::none() : Value(); }

Value reversed(Vm& vm, Value* args) { return new_dict_iter(vm, self_dict(args[0]), ViewKind::Keys, true); }

template <Literal name, NativeFn fn>
constexpr NativeFn of_dict = checked<Kind::Dict, "dict", name, fn>;

const MethodDef kDictMethods[] = {
    {"__init__(self, iterable=..., /, **kwargs)", of_dict<"__init__", dict_init>},
    {"__reversed__(self, /)", of_dict<"__reversed__", reversed>, 0, "Return a reverse iterator over the dict keys."},
    kClassGetItem,
    {"clear(self, /)", of_dict<"clear", clear>, 0, "Remove all items from D."},
    {"copy(self, /)", of_dict<"copy", copy>, 0, "A shallow copy of D."},
    {"fromkeys(cls, iterable, value=None, /)", fromkeys, kNativeClassMethod, "Create a new dictionary with keys from iterable and values set to value."},
    {"get(self, key, default=None, /)", of_dict<"get", get>, 0, "Return the value for key if key is in the dictionary, else default."},
    {"items(self, /)", of_dict<"items", items>, 0, "A set-like object providing a view on D's items."},
    {"keys(self, /)", of_dict<"keys", keys>, 0, "A set-like object providing a view on D's keys."},
    {"pop(self, key, default=..., /)", of_dict<"pop", pop>, 0,
     "Remove the specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise, raise a KeyError."},
    {"popitem(self, /)", of_dict<"popitem", popitem>, 0,
     "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO order. Raises KeyError if the dict is empty."},
    {"setdefault(self, key, default=None, /)", of_dict<"setdefault", setdefault>, 0,
     "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."},
    {"update(self, iterable=..., /, **kwargs)", of_dict<"update", update>, 0, "Update D from a mapping or an iterable of pairs, and from keywords."},
    {"values(self, /)", of_dict<"values", values>, 0, "An object providing a view on D's values."},
};

}  // namespace

bool dict_update(Vm& vm, Dict* d, Value source) {
  if (Dict* from = plain_dict(vm, source)) return dict_merge(vm, d, from);
  Value keys = vm.find_attr(source, names().keys);
  if (!keys.is_unset()) return update_from_mapping(vm, d, source, keys);
  return !vm.raised() && update_from_pairs(vm, d, source);
}

Value dict_get_item_missing(Vm& vm, Value self, Dict* d, Value key) {
  Value v = dict_get(vm, d, key);
  if (!v.is_unset() || vm.raised()) return v;
  if (!is_kind(self, Kind::Dict)) {
    v = vm.call_special(self, names().__missing__, {key});
    if (!v.is_unset() || vm.raised()) return v;
  }
  return vm.raise_key(key);
}

void register_dict() {
  KindOps& ops = ops_of(Kind::Dict);
  ops.repr = dict_repr;
  ops.length = dict_length;
  ops.get_item = dict_get_item;
  ops.set_item = dict_set_item;
  ops.del_item = dict_del_item;
  ops.contains = dict_contains;
  ops.iter = dict_iter;
  ops.binary = dict_binary;
  ops.inplace = dict_inplace;
  ops.compare = dict_compare;

  TypeDef def{.name = "dict", .payload = Kind::Dict, .doc = "dict() -> new empty dictionary\ndict(mapping_or_pairs, **kwargs) -> new dictionary initialized from them"};
  def.construct_signature = "dict(iterable=..., /, **kwargs)";
  def.construct = dict_construct;
  def.mutable_init = true;
  def.methods = kDictMethods;
  types().dict = define_type(def);
  define_builtin("dict", Value::object(types().dict));
}

}  // namespace sl
