// _bz2: streams of the bzip2 format, for the module bz2.
#include <bzlib.h>

#include <algorithm>
#include <climits>
#include <string>

#include "stdlib/compression.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

constexpr size_t kRoom = 1 << 15;
constexpr size_t kPiece = 1 << 16;

struct Stream {
  bz_stream z{};
  bool compresses, open = true, ended = false, hungry = true;
  std::string waiting;  // decompressing: input not looked at yet
  explicit Stream(bool c) : compresses(c) {}
  ~Stream() { close(); }
  void close() {
    if (open) compresses ? BZ2_bzCompressEnd(&z) : BZ2_bzDecompressEnd(&z);
    open = false;
  }
};

using Bz2 = Compression<Stream>;

Value failed(Vm& vm, int code) {
  switch (code) {
    case BZ_MEM_ERROR: return vm.raise_memory();
    case BZ_PARAM_ERROR: return vm.raise_value("Internal error - invalid parameters passed to libbzip2");
    case BZ_DATA_ERROR:
    case BZ_DATA_ERROR_MAGIC: return vm.raise(errors().OSError, "Invalid data stream");
    case BZ_IO_ERROR: return vm.raise(errors().OSError, "Unknown I/O error");
    case BZ_UNEXPECTED_EOF: return vm.raise(errors().EOFError, "Compressed file ended before the logical end-of-stream was detected");
    case BZ_SEQUENCE_ERROR: return vm.raise(errors().RuntimeError, "Internal error - Invalid sequence of commands sent to libbzip2");
    default: return vm.raisef(errors().OSError, "Unrecognized error from libbzip2: %d", code);
  }
}

Value new_compressor(Vm& vm, Value* args) {
  if (args[0].i < 1 || args[0].i > 9) return vm.raise_value("compresslevel must be between 1 and 9");
  auto* s = new Stream(true);
  HostObj* o = Bz2::make(vm, Bz2::compressor, s);
  int code = BZ2_bzCompressInit(&s->z, static_cast<int>(args[0].i), 0, 0);
  if (code != BZ_OK) s->open = false;
  return code == BZ_OK ? Value::object(o) : failed(vm, code);
}

Value run_compressor(Vm& vm, Stream* s, std::string_view data, bool last) {
  const int action = last ? BZ_FINISH : BZ_RUN;
  std::string out, in(data);
  std::string_view left = in;
  char room[kRoom];
  for (uint32_t turns = 1;; ++turns) {
    size_t piece = std::min(left.size(), kPiece);  // sorting a repetitive block takes long
    s->z.next_in = const_cast<char*>(left.data());
    s->z.avail_in = static_cast<unsigned>(piece);
    s->z.next_out = room;
    s->z.avail_out = sizeof room;
    int code = action == BZ_RUN && left.empty() ? BZ_RUN_OK : BZ2_bzCompress(&s->z, action);
    out.append(room, sizeof room - s->z.avail_out);
    left.remove_prefix(piece - s->z.avail_in);
    if (code < 0) return failed(vm, code);
    if (code == BZ_STREAM_END || (action == BZ_RUN && left.empty())) break;
    if (!Bz2::keep_going(vm, turns, out.size())) return {};
  }
  return new_bytes_value(vm, out);
}

Value new_decompressor(Vm& vm, Value*) {
  auto* s = new Stream(false);
  HostObj* o = Bz2::make(vm, Bz2::decompressor, s);
  int code = BZ2_bzDecompressInit(&s->z, 0, 0);
  if (code != BZ_OK) s->open = false;
  return code == BZ_OK ? Value::object(o) : failed(vm, code);
}

Value decompress(Vm& vm, Value* args) {  // self, data, max_length
  HostObj* o = Bz2::self(vm, args[0], Bz2::decompressor);
  std::string_view data;
  if (!o || !bytes_arg(vm, args[1], &data)) return {};
  Stream* s = Bz2::of(o);
  if (s->ended) return vm.raise(errors().EOFError, "End of stream already reached");
  std::string in = Bz2::take_input(s, data), out;
  std::string_view left = in;
  size_t limit = args[2].i < 0 ? SIZE_MAX : static_cast<size_t>(args[2].i);
  char room[kRoom];
  for (uint32_t turns = 1;; ++turns) {
    size_t piece = std::min<size_t>(left.size(), UINT_MAX), wanted = std::min(sizeof room, limit - out.size());
    if (piece == 0 && turns > 1 && s->z.avail_out) break;
    if (wanted == 0) break;
    s->z.next_in = const_cast<char*>(left.data());
    s->z.avail_in = static_cast<unsigned>(piece);
    s->z.next_out = room;
    s->z.avail_out = static_cast<unsigned>(wanted);
    int code = BZ2_bzDecompress(&s->z);
    out.append(room, wanted - s->z.avail_out);
    left.remove_prefix(piece - s->z.avail_in);
    if (code == BZ_STREAM_END) {
      s->ended = true;
      break;
    }
    if (code != BZ_OK) return failed(vm, code);
    if (!Bz2::keep_going(vm, turns, out.size())) return {};
  }
  s->z.next_in = nullptr;
  s->hungry = !s->ended && left.empty();
  return Bz2::give_output(vm, o, out, left);
}

const MethodDef kCompressorMethods[] = {
    {"compress(self, data, /)", Bz2::compress<run_compressor>, 0, "Provide data to the compressor object."},
    {"flush(self, /)", Bz2::flush<run_compressor>, 0, "Finish the compression process."},
};
const MethodDef kDecompressorMethods[] = {
    {"decompress(self, data, max_length: int = -1)", decompress, 0, "Decompress *data*, returning uncompressed data as bytes."},
    {"unused_data", Bz2::get_unused, kNativeGetter, "Data found after the end of the compressed stream."},
    {"eof", Bz2::get_eof, kNativeGetter, "True if the end-of-stream marker has been reached."},
    {"needs_input", Bz2::get_needs_input, kNativeGetter, "True if more input is needed before more decompressed data can be produced."},
};

}  // namespace

void register_bz2_module() {
  Bz2::compressor = Bz2::define("_bz2", "BZ2Compressor", "BZ2Compressor(compresslevel: int = 9, /)", new_compressor, kCompressorMethods);
  Bz2::decompressor = Bz2::define("_bz2", "BZ2Decompressor", "BZ2Decompressor()", new_decompressor, kDecompressorMethods);
  static Class* const classes[] = {Bz2::compressor, Bz2::decompressor};
  define_module({.name = "_bz2", .doc = "Streams of the bzip2 format.", .functions = {}, .classes = classes});
}

}  // namespace sl
