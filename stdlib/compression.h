// What the compressors and decompressors of bz2 and lzma have in common.
//
// `Stream` is the library's stream with what this file asks of it: `ended`, `hungry` (needs_input) and
// `waiting` (input not looked at yet). Not thread-safe: an object belongs to one environment.
#pragma once

#include <string>

#include "core/vm/text.h"
#include "core/vm/types.h"
#include "stdlib/args.h"

namespace sl {

template <class Stream>
struct Compression {
  enum Field { kUnused, kFieldCount };
  static const HostType type;
  static inline Class *compressor, *decompressor;

  static HostObj* self(Vm& vm, Value v, Class* cls) {
    if (is_kind(v, Kind::Host) && as<HostObj>(v)->type == &type && as<HostObj>(v)->cls == cls) return as<HostObj>(v);
    vm.raise_type("descriptor requires a '" + std::string(cls->name->view()) + "' object but received a '" + type_name_of(vm, v) + "'");
    return nullptr;
  }
  static Stream* of(HostObj* o) { return static_cast<Stream*>(o->data); }

  static HostObj* make(Vm& vm, Class* cls, Stream* s) {
    HostObj* o = vm.new_host(cls, s, kFieldCount);
    o->fields[kUnused] = Value::object(vm.new_bytes({}));
    return o;
  }

  // Between two pieces of output; `size` bytes are there so far.
  static bool keep_going(Vm& vm, uint32_t turns, size_t size) { return (turns & 63) != 0 || (vm.poll() && vm.check_alloc(size)); }

  using Run = Value (*)(Vm& vm, Stream* s, std::string_view data, bool last);
  template <Run run>
  static Value compress(Vm& vm, Value* args) {
    HostObj* o = self(vm, args[0], compressor);
    std::string_view data;
    if (!o || !bytes_arg(vm, args[1], &data)) return {};
    return of(o)->ended ? vm.raise_value("Compressor has been flushed") : run(vm, of(o), data, false);
  }
  template <Run run>
  static Value flush(Vm& vm, Value* args) {
    HostObj* o = self(vm, args[0], compressor);
    if (!o) return {};
    if (of(o)->ended) return vm.raise_value("Repeated call to flush()");
    of(o)->ended = true;
    return run(vm, of(o), {}, true);
  }

  // What waited with `data` behind it.
  static std::string take_input(Stream* s, std::string_view data) {
    std::string in = std::move(s->waiting);
    s->waiting.clear();
    return in += data;
  }
  // The result of decompress(): what is left of the input waits, or stands behind the end of the stream.
  static Value give_output(Vm& vm, HostObj* o, const std::string& out, std::string_view left) {
    if (of(o)->ended)
      o->fields[kUnused] = Value::object(vm.new_bytes(left));
    else
      of(o)->waiting = left;
    return new_bytes_value(vm, out);
  }

  static Value get_unused(Vm& vm, Value* args) {
    HostObj* o = self(vm, args[0], decompressor);
    return o ? o->fields[kUnused] : Value();
  }
  static Value get_eof(Vm& vm, Value* args) {
    HostObj* o = self(vm, args[0], decompressor);
    return o ? Value::boolean(of(o)->ended) : Value();
  }
  static Value get_needs_input(Vm& vm, Value* args) {
    HostObj* o = self(vm, args[0], decompressor);
    return o ? Value::boolean(of(o)->hungry) : Value();
  }

  static Class* define(const char* module, const char* name, const char* signature, NativeFn construct, std::span<const MethodDef> methods) {
    TypeDef d;
    d.name = name;
    d.module = module;
    d.construct_signature = signature;
    d.construct = construct;
    d.host_type = &type;
    d.subclassable = false;
    d.methods = methods;
    return define_type(d);
  }
};

template <class Stream>
const HostType Compression<Stream>::type = {.name = "compression stream", .release = [](void* data) { delete static_cast<Stream*>(data); }, .tag = &Compression<Stream>::type};

}  // namespace sl
