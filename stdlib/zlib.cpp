// zlib: checksums and deflate streams in one piece. The module zlib, in the script language, imports it from _zlib.
#include <string>

#include "core/vm/bulk.h"
#include "core/vm/text.h"
#include "core/vm/types.h"
#include "stdlib/registry.h"
#include "stdlib/zlib_internal.h"

namespace sl {
namespace {

constexpr size_t kMost = 1u << 30;

template <uLong (*update)(uLong, const Bytef*, uInt)>
Value checksum(Vm& vm, Value* args) {
  std::string_view data;
  if (!bytes_arg(vm, args[0], &data)) return Value();
  auto sum = static_cast<uLong>(args[1].i & 0xFFFFFFFF);
  bool whole = in_steps(vm, data.size(), [&](size_t from, size_t to) { sum = update(sum, reinterpret_cast<const Bytef*>(data.data() + from), static_cast<uInt>(to - from)); });
  return whole ? Value::integer(static_cast<int64_t>(sum)) : Value();
}

// Runs a stream to its end, or until the input is used up when `partial`.
template <class Step>
bool pump(Vm& vm, z_stream* z, std::string* out, Step step) {
  char room[16384];
  for (uint32_t turns = 1;; ++turns) {
    z->next_out = reinterpret_cast<Bytef*>(room);
    z->avail_out = sizeof room;
    int code = step(z);
    out->append(room, sizeof room - z->avail_out);
    if (code == Z_STREAM_END) return true;
    if (code != Z_OK || (z->avail_in == 0 && z->avail_out)) return false;
    if ((turns & 63) == 0 && (!vm.poll() || !vm.check_alloc(out->size()))) return false;
  }
}

Value compress(Vm& vm, Value* args) {  // data, level, wbits
  std::string_view data;
  if (!bytes_arg(vm, args[0], &data)) return Value();
  if (data.size() > kMost) return vm.raise_memory();
  z_stream z{};
  int code = deflateInit2(&z, static_cast<int>(args[1].i), Z_DEFLATED, static_cast<int>(args[2].i), 8, Z_DEFAULT_STRATEGY);
  if (code != Z_OK) return raise_zlib(vm, code, "compressing data", "Bad compression level");
  std::string in(data), out;
  z.next_in = reinterpret_cast<Bytef*>(in.data());
  z.avail_in = static_cast<uInt>(in.size());
  bool ok = pump(vm, &z, &out, [](z_stream* s) { return deflate(s, Z_FINISH); });
  deflateEnd(&z);
  if (ok) return new_bytes_value(vm, out);
  return vm.raised() ? Value() : raise_zlib(vm, Z_STREAM_ERROR, "compressing data", nullptr);
}

// (data, what was not used, whether the stream ended)
Value decompress(Vm& vm, Value* args) {  // data, wbits
  std::string_view data;
  if (!bytes_arg(vm, args[0], &data)) return Value();
  if (data.size() > kMost) return vm.raise_memory();
  z_stream z{};
  int code = inflateInit2(&z, static_cast<int>(args[1].i));
  if (code != Z_OK) return raise_zlib(vm, code, "decompressing data", "Invalid initialization option");
  std::string in(data), out, message;
  z.next_in = reinterpret_cast<Bytef*>(in.data());
  z.avail_in = static_cast<uInt>(in.size());
  bool ended = pump(vm, &z, &out, [&](z_stream* s) { return code = inflate(s, Z_NO_FLUSH); });
  if (z.msg) message = z.msg;
  size_t unused = z.avail_in;
  inflateEnd(&z);
  if (vm.raised()) return Value();
  if (!ended && code != Z_OK && code != Z_BUF_ERROR) return raise_zlib(vm, code, "decompressing data", message.empty() ? nullptr : message.c_str());
  Value plain = new_bytes_value(vm, out);
  if (plain.is_unset()) return plain;
  Value rest = Value::object(vm.new_bytes(std::string_view(in).substr(in.size() - unused)));
  return Value::object(vm.new_tuple({plain, rest, Value::boolean(ended)}));
}

const MethodDef kFunctions[] = {
    {"crc32(data, value: int = 0, /)", checksum<crc32>, 0, "Compute a CRC-32 checksum of data."},
    {"adler32(data, value: int = 1, /)", checksum<adler32>, 0, "Compute an Adler-32 checksum of data."},
    {"compress(data, level: int, wbits: int, /)", compress},
    {"decompress(data, wbits: int, /)", decompress},
};

}  // namespace

Value raise_zlib(Vm& vm, int code, const char* what, const char* message) {
  static Str* const kModule = intern("zlib");
  const char* reason = message                  ? message
                       : code == Z_BUF_ERROR    ? "incomplete or truncated stream"
                       : code == Z_STREAM_ERROR ? "inconsistent stream state"
                       : code == Z_DATA_ERROR   ? "invalid input data"
                                                : nullptr;
  std::string text = "Error " + std::to_string(code) + " while " + what;
  if (reason) text += std::string(": ") + reason;
  Value module = dict_get_str(vm.modules, kModule);
  Value cls = is_kind(module, Kind::Module) ? vm.module_get(as<Module>(module), intern("error")) : Value();
  return vm.raise(cls.is_unset() ? errors().ValueError : as<Class>(cls), text);
}

void register_zlib_module() {
  define_zlib_streams();
  std::vector<MethodDef> functions(std::begin(kFunctions), std::end(kFunctions));
  functions.insert(functions.end(), zlib_stream_functions().begin(), zlib_stream_functions().end());
  ModuleDef module{.name = "_zlib", .doc = "Checksums and deflate streams.", .functions = functions};
  define_module(module);
}

}  // namespace sl
