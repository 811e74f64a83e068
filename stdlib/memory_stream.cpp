// The module _io: streams in memory.
#include "stdlib/memory_stream.h"

#include <cstring>

#include "core/vm/containers.h"
#include "stdlib/registry.h"

namespace sl {

bool raise_closed(Vm& vm, const HostObj* o, bool inherited) {
  bool bytes = std::string_view(o->type->name) == "BytesIO";
  vm.raise_value(bytes || inherited ? "I/O operation on closed file." : "I/O operation on closed file");
  return false;
}

bool stream_limit(Vm& vm, Value v, int64_t* out) {
  if (v.is_int()) [[likely]]
    return *out = v.i, true;
  *out = -1;
  if (v.is_none()) return true;
  Value u = unwrap(v);
  if (!is_integer(u) && vm.find_special(v, names().__index__).is_unset()) {
    vm.raise_type("argument should be integer or None, not '" + type_name_of(vm, v) + "'");
    return false;
  }
  return vm.to_index(v, out);
}

bool stream_splice(Vm& vm, ByteArray* b, uint64_t at, uint64_t old_size, std::string_view data) {
  auto* from = reinterpret_cast<const uint8_t*>(data.data());
  std::string own;
  if (b->data && from >= b->data && from < b->data + b->capacity) {
    own = data;
    data = own;
  }
  uint64_t size = b->size - old_size + data.size();
  if (!bytearray_reserve(vm, b, size)) return false;
  if (data.size() != old_size && at + old_size < b->size) std::memmove(b->data + at + data.size(), b->data + at + old_size, b->size - at - old_size);
  if (!data.empty()) std::memcpy(b->data + at, data.data(), data.size());
  b->size = size;
  return true;
}

Value stream_attributes(Vm& vm, Value self) {
  static Str* const kDict = names().__dict__;
  Value attributes = vm.get_attr(self, kDict);
  Dict* d = attributes.is_unset() ? nullptr : as_dict(attributes);
  if (!d) return vm.raised() ? Value() : Value::none();
  return d->used ? Value::object(dict_copy(vm, d)) : Value::none();
}

bool stream_set_attributes(Vm& vm, Value self, Value state, const char* refusal) {
  if (state.is_none()) return true;
  Dict* d = as_dict(state);
  if (!d) return vm.raise_type(std::string(refusal) + type_name_of(vm, state)), false;
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(d, &cursor, &key, &value))
    if (!is_str(key) || !vm.set_attr(self, as<Str>(key), value)) return vm.raised() ? false : (vm.raise_type("attribute name must be string"), false);
  return true;
}

void register_io_module() {
  static Class* const classes[] = {define_string_io(), define_bytes_io(), unsupported_operation()};
  define_module({.name = "_io_memory", .doc = "Streams in memory.", .functions = {}, .constants = {}, .classes = classes});
}

}  // namespace sl
