// The host table's view of values: what they are, what they contain, making them.
#include <simdjson.h>

#include "core/plugin/abi.h"
#include "core/plugin/record.h"
#include "core/vm/types.h"

namespace sl {
namespace {

int kind(sl_env* e, sl_value raw) {
  Value v = from_abi(raw);
  switch (v.tag) {
    case kUnset: return SL_KIND_UNSET;
    case kNone: return SL_KIND_NONE;
    case kBool: return SL_KIND_BOOL;
    case kInt: return SL_KIND_INT;
    case kFloat: return SL_KIND_FLOAT;
    default: break;
  }
  Value u = unwrap(v);
  switch (u.tag) {
    case kInt: return SL_KIND_INT;  // a subclass of int, float
    case kFloat: return SL_KIND_FLOAT;
    case kBool: return SL_KIND_BOOL;
    default: break;
  }
  switch (u.o->kind) {
    case Kind::Str: return SL_KIND_STR;
    case Kind::Bytes:
    case Kind::ByteArray: return SL_KIND_BYTES;
    case Kind::BigInt: return SL_KIND_INT;
    case Kind::List: return SL_KIND_LIST;
    case Kind::Tuple: return SL_KIND_TUPLE;
    case Kind::Dict: return SL_KIND_DICT;
    case Kind::Set:
    case Kind::FrozenSet: return SL_KIND_SET;
    case Kind::Function:
    case Kind::BoundMethod: return SL_KIND_FUNCTION;
    case Kind::Native: return SL_KIND_NATIVE;
    case Kind::Class: return SL_KIND_CLASS;
    case Kind::Module: return SL_KIND_MODULE;
    case Kind::Instance: return as_exception(u) ? SL_KIND_EXCEPTION : SL_KIND_INSTANCE;
    case Kind::Host: return SL_KIND_HANDLE;
    case Kind::Iter:
    case Kind::Generator: return SL_KIND_ITERATOR;
    default: return SL_KIND_OTHER;
  }
}

sl_str type_name(sl_env* e, sl_value v) { return to_abi(env_of(e).vm.type_of(from_abi(v))->name->view()); }

sl_status int_get(sl_env* e, sl_value v, int64_t* out) { return status(env_of(e).vm.to_index(from_abi(v), out)); }
sl_status float_get(sl_env* e, sl_value v, double* out) { return status(env_of(e).vm.to_double(from_abi(v), out)); }

sl_str str_get(sl_env*, sl_value v) {
  Str* s = as_str(from_abi(v));
  return s ? to_abi(s->view()) : sl_str{nullptr, 0};
}
sl_str bytes_get(sl_env*, sl_value v) {
  std::string_view b;
  if (!bytes_view(unwrap(from_abi(v)), &b)) return {nullptr, 0};
  return {b.data() ? b.data() : "", b.size()};
}

sl_status truthy(sl_env* e, sl_value v, int* out) {
  *out = env_of(e).vm.truthy(from_abi(v));
  return status(*out >= 0);
}
sl_status length(sl_env* e, sl_value v, int64_t* out) {
  *out = env_of(e).vm.length(from_abi(v));
  return status(*out >= 0);
}
sl_status equal(sl_env* e, sl_value a, sl_value b, int* out) {
  *out = env_of(e).vm.equal(from_abi(a), from_abi(b));
  return status(*out >= 0);
}
sl_status is_instance(sl_env* e, sl_value v, sl_value cls, int* out) {
  *out = env_of(e).vm.is_instance_of(from_abi(v), from_abi(cls));
  return status(*out >= 0);
}
int callable(sl_env* e, sl_value v) { return env_of(e).vm.callable(from_abi(v)); }
sl_status str(sl_env* e, sl_value v, sl_value* out) { return give(env_of(e).vm, env_of(e).vm.str(from_abi(v)), out); }
sl_status repr(sl_env* e, sl_value v, sl_value* out) { return give(env_of(e).vm, env_of(e).vm.repr(from_abi(v)), out); }

Value make_str(Vm& vm, std::string_view text) {
  if (!vm.check_alloc(text.size())) return Value();
  if (simdjson::validate_utf8(text.data(), text.size())) return vm.str_value(text);
  return bytes_decode(vm, text, "utf-8", "replace");
}
sl_status str_new(sl_env* e, sl_str s, sl_value* out) { return give(env_of(e).vm, make_str(env_of(e).vm, view(s)), out); }
sl_status bytes_new(sl_env* e, sl_str s, sl_value* out) {
  Vm& vm = env_of(e).vm;
  if (!vm.check_alloc(s.size)) return SL_RAISED;
  return give(vm, Value::object(vm.new_bytes(view(s))), out);
}

bool room_for(Vm& vm, size_t n) { return vm.check_alloc(n > SIZE_MAX / sizeof(Value) ? SIZE_MAX : n * sizeof(Value)); }

sl_status list_new(sl_env* e, const sl_value* items, size_t n, sl_value* out) {
  Vm& vm = env_of(e).vm;
  return room_for(vm, n) ? give(vm, Value::object(vm.new_list(from_abi(items), n)), out) : SL_RAISED;
}
sl_status tuple_new(sl_env* e, const sl_value* items, size_t n, sl_value* out) {
  Vm& vm = env_of(e).vm;
  return room_for(vm, n) ? give(vm, Value::object(vm.new_tuple(from_abi(items), n)), out) : SL_RAISED;
}
sl_status set_new(sl_env* e, const sl_value* items, size_t n, sl_value* out) {
  Vm& vm = env_of(e).vm;
  Set* s = vm.new_set();
  AbiScope::keep(vm, Value::object(s));
  for (size_t i = 0; i < n; ++i)
    if (!set_add(vm, s, from_abi(items[i]))) return SL_RAISED;
  return give(vm, Value::object(s), out);
}
sl_status dict_new(sl_env* e, sl_value* out) { return give(env_of(e).vm, Value::object(env_of(e).vm.new_dict()), out); }

// ---- native objects ---------------------------------------------------------------------------

NativeClass* find_class(sl_plugin* p, const char* name) {
  auto it = p->classes.find(std::string_view(name));
  return it == p->classes.end() ? nullptr : it->second;
}

sl_status object_new(sl_env* e, sl_plugin* p, const char* name, void* data, sl_value* out) {
  Vm& vm = env_of(e).vm;
  NativeClass* c = find_class(p, name);
  if (!c) {
    vm.raise(errors().SystemError, "plugin " + p->name + " has no class " + name);
    return SL_RAISED;
  }
  HostObj* o = vm.new_host(c->cls, data, c->def.fields);
  if (!o) {
    if (c->def.release) c->def.release(data);
    return SL_RAISED;
  }
  if (c->def.flags & SL_CLASS_ATTRIBUTES) o->attrs = vm.new_dict();
  return give(vm, Value::object(o), out);
}

void* object_data(sl_env*, sl_plugin* p, const char* name, sl_value raw) {
  Value v = unwrap(from_abi(raw));
  if (!is_kind(v, Kind::Host)) return nullptr;
  NativeClass* c = find_class(p, name);
  return c && as<HostObj>(v)->cls == c->cls ? as<HostObj>(v)->data : nullptr;
}

sl_value object_field(sl_env* e, sl_value raw, uint32_t index) {
  Value v = unwrap(from_abi(raw));
  if (!is_kind(v, Kind::Host) || index >= as<HostObj>(v)->field_count) return to_abi(Value());
  Value field = as<HostObj>(v)->fields[index];
  AbiScope::keep(env_of(e).vm, field);
  return to_abi(field);
}
void object_set_field(sl_env*, sl_value raw, uint32_t index, sl_value value) {
  Value v = unwrap(from_abi(raw));
  if (is_kind(v, Kind::Host) && index < as<HostObj>(v)->field_count) as<HostObj>(v)->fields[index] = from_abi(value);
}

}  // namespace

void fill_value_functions(sl_host& h) {
  h.kind = kind;
  h.type_name = type_name;
  h.int_get = int_get;
  h.float_get = float_get;
  h.str_get = str_get;
  h.bytes_get = bytes_get;
  h.truthy = truthy;
  h.length = length;
  h.equal = equal;
  h.is_instance = is_instance;
  h.callable = callable;
  h.str = str;
  h.repr = repr;
  h.str_new = str_new;
  h.bytes_new = bytes_new;
  h.list_new = list_new;
  h.tuple_new = tuple_new;
  h.set_new = set_new;
  h.dict_new = dict_new;
  h.object_new = object_new;
  h.object_data = object_data;
  h.object_field = object_field;
  h.object_set_field = object_set_field;
}

}  // namespace sl
