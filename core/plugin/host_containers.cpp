// The host table's functions on lists, dicts, attributes and iterables.
#include "core/plugin/abi.h"
#include "core/vm/types.h"

namespace sl {
namespace {

struct Items {
  const Value* data = nullptr;
  size_t size = 0;
};
Items sequence(sl_value raw) {
  Value v = unwrap(from_abi(raw));
  if (is_kind(v, Kind::List)) return {as<List>(v)->items, as<List>(v)->size};
  if (is_kind(v, Kind::Tuple)) return {as<Tuple>(v)->items, as<Tuple>(v)->size};
  return {};
}

size_t list_size(sl_env*, sl_value v) { return sequence(v).size; }
sl_value list_get(sl_env* e, sl_value v, size_t index) {
  Items items = sequence(v);
  if (index >= items.size) return to_abi(Value());
  AbiScope::keep(env_of(e).vm, items.data[index]);
  return to_abi(items.data[index]);
}

bool wrong_type(Vm& vm, const char* wanted, sl_value v) {
  vm.raise_type(std::string("expected ") + wanted + ", got " + std::string(vm.type_of(from_abi(v))->name->view()));
  return false;
}

sl_status list_append(sl_env* e, sl_value list, sl_value item) {
  Vm& vm = env_of(e).vm;
  List* l = as_list(from_abi(list));
  if (!l) return status(wrong_type(vm, "list", list));
  if (l->size == l->capacity && !vm.check_alloc(l->size * sizeof(Value))) return SL_RAISED;
  sl::list_append(vm, l, from_abi(item));
  return SL_OK;
}

size_t dict_size(sl_env*, sl_value d) {
  Dict* dict = as_dict(from_abi(d));
  return dict ? dict->used : 0;
}
sl_status dict_get(sl_env* e, sl_value d, sl_value key, sl_value* out) {
  Vm& vm = env_of(e).vm;
  Dict* dict = as_dict(from_abi(d));
  *out = to_abi(Value());
  if (!dict) return status(wrong_type(vm, "dict", d));
  Value v = sl::dict_get(vm, dict, from_abi(key));
  if (v.is_unset()) return status(!vm.raised());
  return give(vm, v, out);
}
sl_value dict_get_str(sl_env* e, sl_value d, sl_str key) {
  Vm& vm = env_of(e).vm;
  Dict* dict = as_dict(from_abi(d));
  if (!dict) return to_abi(Value());
  Str* name = find_interned(view(key));
  Value v = sl::dict_get_str(dict, name ? name : vm.new_str(view(key)));
  AbiScope::keep(vm, v);
  return to_abi(v);
}
sl_status dict_set(sl_env* e, sl_value d, sl_value key, sl_value value) {
  Vm& vm = env_of(e).vm;
  Dict* dict = as_dict(from_abi(d));
  return status(dict ? sl::dict_set(vm, dict, from_abi(key), from_abi(value)) : wrong_type(vm, "dict", d));
}
sl_status dict_set_str(sl_env* e, sl_value d, sl_str key, sl_value value) {
  Vm& vm = env_of(e).vm;
  Dict* dict = as_dict(from_abi(d));
  if (!dict) return status(wrong_type(vm, "dict", d));
  Str* name = find_interned(view(key));
  if (!name) {
    sl_value made;
    if (host_table().str_new(e, key, &made) != SL_OK) return SL_RAISED;
    name = as<Str>(from_abi(made));
  }
  sl::dict_set_str(vm, dict, name, from_abi(value));
  return SL_OK;
}
sl_status dict_delete(sl_env* e, sl_value d, sl_value key, int* removed) {
  Vm& vm = env_of(e).vm;
  Dict* dict = as_dict(from_abi(d));
  if (!dict) return status(wrong_type(vm, "dict", d));
  int n = sl::dict_delete(vm, dict, from_abi(key));
  if (removed) *removed = n > 0;
  return status(n >= 0);
}
int dict_next(sl_env* e, sl_value d, size_t* cursor, sl_value* key, sl_value* value) {
  Vm& vm = env_of(e).vm;
  Dict* dict = as_dict(from_abi(d));
  if (!dict || *cursor > dict->fill) return 0;
  auto at = static_cast<uint32_t>(*cursor);
  Value k, v;
  if (!sl::dict_next(dict, &at, &k, &v)) return 0;
  *cursor = at;
  if (key) {
    AbiScope::keep(vm, k);
    *key = to_abi(k);
  }
  if (value) {
    AbiScope::keep(vm, v);
    *value = to_abi(v);
  }
  return 1;
}

sl_status get_item(sl_env* e, sl_value container, sl_value key, sl_value* out) {
  Vm& vm = env_of(e).vm;
  return give(vm, vm.get_item(from_abi(container), from_abi(key)), out);
}
sl_status set_item(sl_env* e, sl_value container, sl_value key, sl_value value) { return status(env_of(e).vm.set_item(from_abi(container), from_abi(key), from_abi(value))); }

// Attribute names come from plugin code, so interning them is bounded; names scripts chose at run time
// are looked up among the known ones first.
sl_status get_attr(sl_env* e, sl_value v, sl_str name, sl_value* out) {
  Vm& vm = env_of(e).vm;
  return give(vm, vm.get_attr(from_abi(v), intern(view(name))), out);
}
sl_status find_attr(sl_env* e, sl_value v, sl_str name, sl_value* out) {
  Vm& vm = env_of(e).vm;
  *out = to_abi(Value());
  Value found = vm.find_attr(from_abi(v), intern(view(name)));
  if (found.is_unset()) return status(!vm.raised());
  return give(vm, found, out);
}
sl_status set_attr(sl_env* e, sl_value v, sl_str name, sl_value value) { return status(env_of(e).vm.set_attr(from_abi(v), intern(view(name)), from_abi(value))); }

sl_status iter_new(sl_env* e, sl_value iterable, sl_value* out) {
  Vm& vm = env_of(e).vm;
  return give(vm, vm.iter(from_abi(iterable)), out);
}
sl_status iter_next(sl_env* e, sl_value iterator, sl_value* out) {
  Vm& vm = env_of(e).vm;
  Value v = vm.next(from_abi(iterator));
  *out = to_abi(Value());
  if (v.is_unset()) return status(!vm.raised());
  return give(vm, v, out);
}

}  // namespace

void fill_container_functions(sl_host& h) {
  h.list_size = list_size;
  h.list_get = list_get;
  h.list_append = list_append;
  h.dict_size = dict_size;
  h.dict_get = dict_get;
  h.dict_get_str = dict_get_str;
  h.dict_set = dict_set;
  h.dict_set_str = dict_set_str;
  h.dict_delete = dict_delete;
  h.dict_next = dict_next;
  h.get_item = get_item;
  h.set_item = set_item;
  h.get_attr = get_attr;
  h.find_attr = find_attr;
  h.set_attr = set_attr;
  h.iter_new = iter_new;
  h.iter_next = iter_next;
}

}  // namespace sl
