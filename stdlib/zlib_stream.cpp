// zlib.compressobj and zlib.decompressobj: deflate streams in several pieces.
#include <algorithm>
#include <string>

#include "core/vm/text.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"
#include "stdlib/zlib_internal.h"

namespace sl {
namespace {

constexpr size_t kPiece = 1u << 30;

struct Stream {
  z_stream z{};
  bool deflating, open = true, ended = false;
  explicit Stream(bool deflates) : deflating(deflates) {}
  ~Stream() { close(); }
  void close() {
    if (open) deflating ? deflateEnd(&z) : inflateEnd(&z);
    open = false;
  }
};

enum Field { kUnused, kTail, kDictionary, kFieldCount };

const HostType kType = {.name = "zlib stream", .release = [](void* data) { delete static_cast<Stream*>(data); }, .tag = &kType};
Class *g_compress, *g_decompress;

HostObj* self(Vm& vm, Value v, Class* cls) {
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kType && as<HostObj>(v)->cls == cls) return as<HostObj>(v);
  vm.raise_type("descriptor requires a '" + std::string(cls->name->view()) + "' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}
Stream* stream_of(HostObj* o) { return static_cast<Stream*>(o->data); }
std::string_view bytes_of(HostObj* o, Field f) { return as<Bytes>(o->fields[f])->view(); }

HostObj* new_stream(Vm& vm, Class* cls, Stream* s) {
  HostObj* o = vm.new_host(cls, s, kFieldCount);
  o->fields[kUnused] = o->fields[kTail] = Value::object(vm.new_bytes({}));
  return o;
}

void set_input(Stream* s, std::string& in) {
  s->z.next_in = reinterpret_cast<Bytef*>(in.data());
  s->z.avail_in = static_cast<uInt>(in.size());
}

// Steps until the input is used up, the stream ends or `limit` bytes are there (0: any number). The last code.
template <class Step>
int pump(Vm& vm, Stream* s, std::string* out, size_t limit, Step step) {
  char room[16384];
  for (uint32_t turns = 1;; ++turns) {
    size_t wanted = limit ? std::min(sizeof room, limit - out->size()) : sizeof room;
    s->z.next_out = reinterpret_cast<Bytef*>(room);
    s->z.avail_out = static_cast<uInt>(wanted);
    int code = step(&s->z);
    out->append(room, wanted - s->z.avail_out);
    if (code != Z_OK || s->z.avail_out || (limit && out->size() >= limit)) return code;
    if ((turns & 63) == 0 && (!vm.poll() || !vm.check_alloc(out->size()))) return Z_MEM_ERROR;
  }
}

// ---- compressing ----------------------------------------------------------------------------

Value make_compressor(Vm& vm, Value* args) {  // level, method, wbits, memLevel, strategy, zdict
  auto number = [&](int i) { return static_cast<int>(args[i].i); };
  auto* s = new Stream(true);
  HostObj* o = new_stream(vm, g_compress, s);
  int code = deflateInit2(&s->z, number(0), number(1), number(2), number(3), number(4));
  if (code != Z_OK) {
    s->open = false;
    return code == Z_STREAM_ERROR ? vm.raise_value("Invalid initialization option") : raise_zlib(vm, code, "creating compression object", nullptr);
  }
  std::string_view words;
  if (args[5].is_none()) return Value::object(o);
  if (!bytes_arg(vm, args[5], &words)) return {};
  if (words.size() > kPiece) return vm.raise_memory();
  code = deflateSetDictionary(&s->z, reinterpret_cast<const Bytef*>(words.data()), static_cast<uInt>(words.size()));
  return code == Z_OK ? Value::object(o) : vm.raise_value("Invalid dictionary");
}

Value run_deflate(Vm& vm, HostObj* o, std::string_view data, int flush, const char* what) {
  Stream* s = stream_of(o);
  if (!s->open) return raise_zlib(vm, Z_STREAM_ERROR, what, nullptr);
  if (data.size() > kPiece) return vm.raise_memory();
  std::string in(data), out;
  set_input(s, in);
  int code = pump(vm, s, &out, 0, [&](z_stream* z) { return deflate(z, flush); });
  s->z.next_in = nullptr;
  if (vm.raised()) return {};
  if (code == Z_STREAM_END) s->close();
  if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return raise_zlib(vm, code, what, nullptr);
  return new_bytes_value(vm, out);
}

Value compress_more(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0], g_compress);
  std::string_view data;
  return o && bytes_arg(vm, args[1], &data) ? run_deflate(vm, o, data, Z_NO_FLUSH, "compressing data") : Value();
}

Value compress_flush(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0], g_compress);
  if (!o) return {};
  if (args[1].i == Z_NO_FLUSH) return Value::object(vm.new_bytes({}));
  return run_deflate(vm, o, {}, static_cast<int>(args[1].i), "flushing");
}

Value copy_stream(Vm& vm, Value* args) {
  bool deflates = is_kind(args[0], Kind::Host) && as<HostObj>(args[0])->cls == g_compress;
  HostObj* o = self(vm, args[0], deflates ? g_compress : g_decompress);
  if (!o) return {};
  if (!stream_of(o)->open) return vm.raise_value("Inconsistent stream state");
  auto* twin = new Stream(deflates);
  HostObj* made = new_stream(vm, o->cls, twin);
  int code = deflates ? deflateCopy(&twin->z, &stream_of(o)->z) : inflateCopy(&twin->z, &stream_of(o)->z);
  twin->open = code == Z_OK;
  twin->ended = stream_of(o)->ended;
  std::copy(o->fields, o->fields + kFieldCount, made->fields);
  return code == Z_OK ? Value::object(made) : vm.raise_memory();
}

// ---- decompressing --------------------------------------------------------------------------

Value make_decompressor(Vm& vm, Value* args) {  // wbits, zdict
  std::string_view words;
  if (!args[1].is_unset() && !bytes_arg(vm, args[1], &words)) return {};
  auto* s = new Stream(false);
  HostObj* o = new_stream(vm, g_decompress, s);
  o->fields[kDictionary] = Value::object(vm.new_bytes(words));
  int code = inflateInit2(&s->z, static_cast<int>(args[0].i));
  if (code != Z_OK) {
    s->open = false;
    return code == Z_STREAM_ERROR ? vm.raise_value("Invalid initialization option") : raise_zlib(vm, code, "creating decompression object", nullptr);
  }
  if (args[0].i < 0 && !words.empty()) inflateSetDictionary(&s->z, reinterpret_cast<const Bytef*>(words.data()), static_cast<uInt>(words.size()));
  return Value::object(o);
}

// Inflates `data` and sorts what is left of it into unused_data or unconsumed_tail.
Value run_inflate(Vm& vm, HostObj* o, std::string_view data, size_t limit, bool finish) {
  Stream* s = stream_of(o);
  if (data.size() > kPiece) return vm.raise_memory();
  std::string in(data), out;
  if (s->ended) {
    if (!finish) o->fields[kUnused] = Value::object(vm.new_bytes(std::string(bytes_of(o, kUnused)) + in));
    return Value::object(vm.new_bytes({}));
  }
  set_input(s, in);
  int code = pump(vm, s, &out, limit, [&](z_stream* z) {
    int step = inflate(z, Z_SYNC_FLUSH);
    std::string_view words = bytes_of(o, kDictionary);
    if (step != Z_NEED_DICT || words.empty()) return step;
    step = inflateSetDictionary(z, reinterpret_cast<const Bytef*>(words.data()), static_cast<uInt>(words.size()));
    return step == Z_OK ? inflate(z, Z_SYNC_FLUSH) : step;
  });
  std::string message = s->z.msg ? s->z.msg : "";
  std::string rest = in.substr(in.size() - s->z.avail_in);
  s->z.next_in = nullptr;
  s->z.avail_in = 0;
  if (vm.raised()) return {};
  if (code == Z_STREAM_END) {
    s->ended = true;
    o->fields[kUnused] = Value::object(vm.new_bytes(std::string(bytes_of(o, kUnused)) + rest));
    rest.clear();
  } else if (code != Z_OK && code != Z_BUF_ERROR) {
    return raise_zlib(vm, code, "decompressing data", message.empty() ? nullptr : message.c_str());
  }
  o->fields[kTail] = Value::object(vm.new_bytes(rest));
  return new_bytes_value(vm, out);
}

Value decompress_more(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0], g_decompress);
  std::string_view data;
  if (!o || !bytes_arg(vm, args[1], &data)) return {};
  if (args[2].i < 0) return vm.raise_value("max_length must be non-negative");
  return run_inflate(vm, o, data, static_cast<size_t>(args[2].i), false);
}

Value decompress_flush(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0], g_decompress);
  if (!o) return {};
  if (args[1].i <= 0) return vm.raise_value("length must be greater than zero");
  return run_inflate(vm, o, bytes_of(o, kTail), 0, true);
}

template <Field F>
Value get_bytes(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0], g_decompress);
  return o ? o->fields[F] : Value();
}

Value get_eof(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0], g_decompress);
  return o ? Value::boolean(stream_of(o)->ended) : Value();
}

const MethodDef kCompressMethods[] = {
    {"compress(self, data, /)", compress_more, 0, "Returns a bytes object containing compressed data."},
    {"flush(self, mode: int = 4, /)", compress_flush, 0, "Return a bytes object containing any remaining compressed data."},
    {"copy(self, /)", copy_stream, 0, "Return a copy of the compression object."},
    {"__copy__(self, /)", copy_stream},
    {"__deepcopy__(self, memo, /)", copy_stream},
};
const MethodDef kDecompressMethods[] = {
    {"decompress(self, data, /, max_length: int = 0)", decompress_more, 0, "Return a bytes object containing the decompressed version of the data."},
    {"flush(self, length: int = 16384, /)", decompress_flush, 0, "Return a bytes object containing any remaining decompressed data."},
    {"copy(self, /)", copy_stream, 0, "Return a copy of the decompression object."},
    {"__copy__(self, /)", copy_stream},
    {"__deepcopy__(self, memo, /)", copy_stream},
    {"unused_data", get_bytes<kUnused>, kNativeGetter},
    {"unconsumed_tail", get_bytes<kTail>, kNativeGetter},
    {"eof", get_eof, kNativeGetter},
};
const MethodDef kFunctions[] = {
    {"compressobj(level: int = -1, method: int = 8, wbits: int = 15, memLevel: int = 8, strategy: int = 0, zdict=None)", make_compressor, 0, "Return a compressor object."},
    {"decompressobj(wbits: int = 15, zdict=...)", make_decompressor, 0, "Return a decompressor object."},
};

}  // namespace

std::span<const MethodDef> zlib_stream_functions() { return kFunctions; }

void define_zlib_streams() {
  auto define = [](const char* name, std::span<const MethodDef> methods) {
    TypeDef d;
    d.name = name;
    d.module = "zlib";
    d.host_type = &kType;
    d.subclassable = false;
    d.methods = methods;
    return define_type(d);
  };
  g_compress = define("Compress", kCompressMethods);
  g_decompress = define("Decompress", kDecompressMethods);
}

}  // namespace sl
