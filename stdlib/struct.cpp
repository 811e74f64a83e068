// struct: values to and from bytes by format, and the class Struct. The module struct imports them from _struct.
#include "core/vm/containers.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"
#include "stdlib/struct_internal.h"

namespace sl {
namespace structs {
namespace {

Value calcsize_function(Vm& vm, Value* args) {
  const Format* f = find_format(vm, args[0]);
  return f ? Value::integer(static_cast<int64_t>(f->size)) : Value();
}
Value pack_function(Vm& vm, Value* args) {  // format, *values
  const Format* f = find_format(vm, args[0]);
  return f ? pack(vm, *f, as<Tuple>(args[1])) : Value();
}
Value pack_into_function(Vm& vm, Value* args) {  // format, buffer, offset, *values
  const Format* f = find_format(vm, args[0]);
  return f && pack_into(vm, *f, args[1], args[2], as<Tuple>(args[3])) ? Value::none() : Value();
}
Value unpack_function(Vm& vm, Value* args) {
  const Format* f = find_format(vm, args[0]);
  return f ? unpack(vm, *f, args[1]) : Value();
}
Value unpack_from_function(Vm& vm, Value* args) {  // format, buffer, offset
  const Format* f = find_format(vm, args[0]);
  return f ? unpack_from(vm, *f, args[1], args[2]) : Value();
}
Value iter_unpack_function(Vm& vm, Value* args) {
  const Format* f = find_format(vm, args[0]);
  return f ? iter_unpack(vm, *f, args[1]) : Value();
}

const MethodDef kFunctions[] = {
    {"calcsize(format, /)", calcsize_function, 0, "Return size in bytes of the struct described by the format string."},
    {"pack(format, /, *values)", pack_function, 0, "Return a bytes object containing the values packed according to the format string."},
    {"pack_into(format, buffer, offset, /, *values)", pack_into_function, 0, "Pack the values and write the bytes into a writable buffer from offset on."},
    {"unpack(format, buffer, /)", unpack_function, 0, "Return a tuple containing values unpacked according to the format string."},
    {"unpack_from(format, /, buffer, offset=0)", unpack_from_function, 0, "Return a tuple containing values unpacked from the buffer from offset on."},
    {"iter_unpack(format, buffer, /)", iter_unpack_function, 0, "Return an iterator yielding tuples unpacked from the given bytes source."},
};

// ---- Struct: data is the Format, the field its text ---------------------------------------------

const char kTag = 0;
Class* struct_class;
const HostType kStructType = {
    .name = "Struct",
    .release = [](void* data) { delete static_cast<Format*>(data); },
    .retain = nullptr,
    .trace = nullptr,
    .shareable = false,
    .tag = &kTag,
};

HostObj* self_struct(Vm& vm, const Value& v) {
  Value u = unwrap(v);
  if (is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kStructType) [[likely]]
    return as<HostObj>(u);
  vm.raise_type("descriptor requires a '_struct.Struct' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}
const Format& format_of(const HostObj* o) { return *static_cast<const Format*>(o->data); }

Value construct(Vm& vm, Value* args) {
  auto format = std::make_unique<Format>();
  if (!parse(vm, args[0], format.get())) return Value();
  Value text = unwrap(args[0]);
  if (!is_str(text)) text = vm.call_method(args[0], intern("decode"));
  if (text.is_unset()) return text;
  HostObj* o = vm.new_host(struct_class, format.release(), 1);
  o->fields[0] = text;
  return Value::object(o);
}

Value get_format(Vm& vm, Value* args) {
  HostObj* o = self_struct(vm, args[0]);
  return o ? o->fields[0] : Value();
}
Value get_size(Vm& vm, Value* args) {
  HostObj* o = self_struct(vm, args[0]);
  return o ? Value::integer(static_cast<int64_t>(format_of(o).size)) : Value();
}
Value pack_method(Vm& vm, Value* args) {
  HostObj* o = self_struct(vm, args[0]);
  return o ? pack(vm, format_of(o), as<Tuple>(args[1])) : Value();
}
Value pack_into_method(Vm& vm, Value* args) {
  HostObj* o = self_struct(vm, args[0]);
  return o && pack_into(vm, format_of(o), args[1], args[2], as<Tuple>(args[3])) ? Value::none() : Value();
}
Value unpack_method(Vm& vm, Value* args) {
  HostObj* o = self_struct(vm, args[0]);
  return o ? unpack(vm, format_of(o), args[1]) : Value();
}
Value unpack_from_method(Vm& vm, Value* args) {
  HostObj* o = self_struct(vm, args[0]);
  return o ? unpack_from(vm, format_of(o), args[1], args[2]) : Value();
}
Value iter_unpack_method(Vm& vm, Value* args) {
  HostObj* o = self_struct(vm, args[0]);
  return o ? iter_unpack(vm, format_of(o), args[1]) : Value();
}
Value no_pickle(Vm& vm, Value*) { return vm.raise_type("cannot pickle '_struct.Struct' object"); }

const MethodDef kMethods[] = {
    {"format", get_format, kNativeGetter},
    {"size", get_size, kNativeGetter},
    {"pack(self, /, *values)", pack_method, 0, "Return a bytes object containing the values packed according to the format."},
    {"pack_into(self, buffer, offset, /, *values)", pack_into_method, 0, "Pack the values and write the bytes into a writable buffer from offset on."},
    {"unpack(self, buffer, /)", unpack_method, 0, "Return a tuple containing the unpacked values."},
    {"unpack_from(self, /, buffer, offset=0)", unpack_from_method, 0, "Return a tuple containing values unpacked from the buffer from offset on."},
    {"iter_unpack(self, buffer, /)", iter_unpack_method, 0, "Return an iterator yielding tuples unpacked from the given bytes source."},
    {"__reduce__(self, /)", no_pickle},
};

}  // namespace

Class* define_struct() {
  TypeDef def;
  def.name = "Struct";
  def.module = "_struct";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "Struct(fmt) --> compiled struct object";
  def.construct_signature = "Struct(format)";
  def.construct = construct;
  def.host_type = &kStructType;
  def.methods = kMethods;
  return struct_class = define_type(def);
}

}  // namespace structs

void register_struct_module() {
  static Class* const classes[] = {structs::define_error(), structs::define_struct()};
  ModuleDef module{.name = "_struct", .doc = "Values to and from bytes.", .functions = structs::kFunctions};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
