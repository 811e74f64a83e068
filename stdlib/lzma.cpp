// _lzma: streams of the xz and lzma formats, for the module lzma.
#include <lzma.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "stdlib/compression.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

constexpr size_t kRoom = 1 << 15;
enum Format { kAuto, kXz, kAlone, kRaw };

// The filters of a stream with the options they point at.
struct Filters {
  lzma_filter chain[LZMA_FILTERS_MAX + 1];
  union Options {
    lzma_options_lzma lzma;
    lzma_options_delta delta;
    lzma_options_bcj bcj;
  } options[LZMA_FILTERS_MAX];
};

struct Stream {
  lzma_stream z = LZMA_STREAM_INIT;
  bool ended = false, hungry = true;
  int64_t check = -1;
  std::string waiting;
  ~Stream() { lzma_end(&z); }
};

using Lzma = Compression<Stream>;

// lzma.LZMAError is a class of the script module.
Value raise_lzma(Vm& vm, const std::string& message) {
  Value module = vm.host->import_module(vm, intern("lzma"));
  Value cls = module.is_unset() ? module : vm.get_attr(module, "LZMAError");
  Value error = cls.is_unset() ? cls : vm.call(cls, {vm.str_value(message)});
  return error.is_unset() ? error : vm.raise(error);
}

bool failed(Vm& vm, lzma_ret code) {
  switch (code) {
    case LZMA_OK:
    case LZMA_GET_CHECK:
    case LZMA_NO_CHECK:
    case LZMA_STREAM_END: return false;
    case LZMA_UNSUPPORTED_CHECK: raise_lzma(vm, "Unsupported integrity check"); break;
    case LZMA_MEM_ERROR: vm.raise_memory(); break;
    case LZMA_MEMLIMIT_ERROR: raise_lzma(vm, "Memory usage limit exceeded"); break;
    case LZMA_FORMAT_ERROR: raise_lzma(vm, "Input format not supported by decoder"); break;
    case LZMA_OPTIONS_ERROR: raise_lzma(vm, "Invalid or unsupported options"); break;
    case LZMA_DATA_ERROR: raise_lzma(vm, "Corrupt input data"); break;
    case LZMA_BUF_ERROR: raise_lzma(vm, "Insufficient buffer space"); break;
    case LZMA_PROG_ERROR: raise_lzma(vm, "Internal error"); break;
    default: raise_lzma(vm, "Unrecognized error from liblzma: " + std::to_string(static_cast<int>(code)));
  }
  return true;
}

// ---- filter specifications --------------------------------------------------------------------

// Takes d[name] into *out when it is there; false: raised.
template <class T>
bool take(Vm& vm, Dict* d, const char* name, T* out) {
  Value v = dict_get_str(d, intern(name));
  int64_t n;
  if (v.is_unset()) return true;
  if (!vm.to_index(v, &n)) return false;
  if (n < 0 || static_cast<uint64_t>(n) > UINT32_MAX) {
    vm.raise(errors().OverflowError, "Value too large for uint32_t type");
    return false;
  }
  *out = static_cast<T>(n);
  return true;
}

bool only(Vm& vm, Dict* d, std::initializer_list<const char*> known, const char* what) {
  uint32_t at = 0;
  Value key, value;
  while (dict_next(d, &at, &key, &value)) {
    Str* s = as_str(key);
    if (s && std::any_of(known.begin(), known.end(), [&](const char* k) { return s->view() == k; })) continue;
    vm.raise_value(what);
    return false;
  }
  return true;
}

bool lzma_options(Vm& vm, Dict* d, lzma_options_lzma* o) {
  uint32_t preset = LZMA_PRESET_DEFAULT;
  if (!take(vm, d, "preset", &preset)) return false;
  *o = {};
  if (lzma_lzma_preset(o, preset)) {
    raise_lzma(vm, "Invalid compression preset: " + std::to_string(preset));
    return false;
  }
  return only(vm, d, {"id", "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"}, "Invalid filter specifier for LZMA filter") &&
         take(vm, d, "dict_size", &o->dict_size) && take(vm, d, "lc", &o->lc) && take(vm, d, "lp", &o->lp) && take(vm, d, "pb", &o->pb) && take(vm, d, "mode", &o->mode) &&
         take(vm, d, "nice_len", &o->nice_len) && take(vm, d, "mf", &o->mf) && take(vm, d, "depth", &o->depth);
}

bool one_filter(Vm& vm, Value spec, Filters* f, size_t i) {
  Dict* d = spec.is_object() ? as_dict(spec) : nullptr;
  if (!d) return vm.raise_type("Filter specifier must be a dict or dict-like object"), false;
  Value id = dict_get_str(d, intern("id"));
  int64_t number;
  if (id.is_unset()) return vm.raise_value("Filter specifier must have an \"id\" entry"), false;
  if (!vm.to_index(id, &number)) return false;
  f->chain[i].id = static_cast<lzma_vli>(number);
  f->chain[i].options = &f->options[i];
  switch (f->chain[i].id) {
    case LZMA_FILTER_LZMA1:
    case LZMA_FILTER_LZMA2: return lzma_options(vm, d, &f->options[i].lzma);
    case LZMA_FILTER_DELTA:
      f->options[i].delta = {};
      f->options[i].delta.type = LZMA_DELTA_TYPE_BYTE;
      f->options[i].delta.dist = 1;
      return only(vm, d, {"id", "dist"}, "Invalid filter specifier for delta filter") && take(vm, d, "dist", &f->options[i].delta.dist);
    case LZMA_FILTER_X86:
    case LZMA_FILTER_POWERPC:
    case LZMA_FILTER_IA64:
    case LZMA_FILTER_ARM:
    case LZMA_FILTER_ARMTHUMB:
    case LZMA_FILTER_SPARC:
      f->options[i].bcj = {};
      return only(vm, d, {"id", "start_offset"}, "Invalid filter specifier for BCJ filter") && take(vm, d, "start_offset", &f->options[i].bcj.start_offset);
    default: vm.raise_value("Invalid filter ID: " + std::to_string(number)); return false;
  }
}

bool parse_filters(Vm& vm, Value specs, Filters* f) {
  if (as_dict(specs)) return vm.raise_type(type_name_of(vm, specs) + " is not a sequence"), false;
  Tuple* list = vm.to_tuple(specs);
  if (!list) return false;
  if (list->size > LZMA_FILTERS_MAX) return vm.raise_value("Too many filters - liblzma supports a maximum of 4"), false;
  for (size_t i = 0; i < list->size; ++i)
    if (!one_filter(vm, list->items[i], f, i)) return false;
  f->chain[list->size] = {LZMA_VLI_UNKNOWN, nullptr};
  return true;
}

// ---- streams --------------------------------------------------------------------------------------

Value new_compressor(Vm& vm, Value* args) {  // format, check, preset, filters
  int64_t format = args[0].i, check = args[1].i, preset = LZMA_PRESET_DEFAULT;
  if (!args[2].is_none() && !args[3].is_none()) return vm.raise_value("Cannot specify both preset and filter chain");
  if (format != kXz && check != -1) return vm.raise_value("Integrity checks are only supported by FORMAT_XZ");
  if (!args[2].is_none() && !vm.to_index(args[2], &preset)) return {};
  if (preset < 0 || preset > static_cast<int64_t>(UINT32_MAX)) return vm.raise(errors().OverflowError, "Value too large for uint32_t type");
  auto* s = new Stream;
  HostObj* o = Lzma::make(vm, Lzma::compressor, s);
  Filters f;
  bool chosen = !args[3].is_none();
  if (chosen && !parse_filters(vm, args[3], &f)) return {};
  uint64_t needed = chosen ? lzma_raw_encoder_memusage(f.chain) : lzma_easy_encoder_memusage(static_cast<uint32_t>(preset));
  if (needed != UINT64_MAX && !vm.check_alloc(needed)) return {};
  lzma_ret code;
  switch (format) {
    case kXz: {
      auto kind = check == -1 ? LZMA_CHECK_CRC64 : static_cast<lzma_check>(check);
      if (chosen)
        code = lzma_stream_encoder(&s->z, f.chain, kind);
      else
        code = lzma_easy_encoder(&s->z, static_cast<uint32_t>(preset), kind);
      break;
    }
    case kAlone: {
      lzma_options_lzma options{};
      if (!chosen && lzma_lzma_preset(&options, static_cast<uint32_t>(preset))) return raise_lzma(vm, "Invalid compression preset: " + std::to_string(preset));
      if (chosen && (f.chain[0].id != LZMA_FILTER_LZMA1 || f.chain[1].id != LZMA_VLI_UNKNOWN))
        return vm.raise_value("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
      code = lzma_alone_encoder(&s->z, chosen ? &f.options[0].lzma : &options);
      break;
    }
    case kRaw:
      if (!chosen) return vm.raise_value("Must specify filters for FORMAT_RAW");
      code = lzma_raw_encoder(&s->z, f.chain);
      break;
    default: return vm.raise_value("Invalid container format: " + std::to_string(format));
  }
  return failed(vm, code) ? Value() : Value::object(o);
}

Value run_compressor(Vm& vm, Stream* s, std::string_view data, bool last) {
  const lzma_action action = last ? LZMA_FINISH : LZMA_RUN;
  std::string out, in(data);
  uint8_t room[kRoom];
  s->z.next_in = reinterpret_cast<const uint8_t*>(in.data());
  s->z.avail_in = in.size();
  for (uint32_t turns = 1;; ++turns) {
    s->z.next_out = room;
    s->z.avail_out = sizeof room;
    lzma_ret code = lzma_code(&s->z, action);
    if (code == LZMA_BUF_ERROR && in.empty() && s->z.avail_out > 0) code = LZMA_OK;
    out.append(reinterpret_cast<char*>(room), sizeof room - s->z.avail_out);
    if (failed(vm, code)) return {};
    if ((action == LZMA_RUN && s->z.avail_in == 0 && s->z.avail_out) || (action == LZMA_FINISH && code == LZMA_STREAM_END)) break;
    if (!Lzma::keep_going(vm, turns, out.size())) return {};
  }
  s->z.next_in = nullptr;
  return new_bytes_value(vm, out);
}

Value new_decompressor(Vm& vm, Value* args) {  // format, memlimit, filters
  int64_t format = args[0].i, limit = INT64_MAX;
  if (!args[1].is_none()) {
    if (format == kRaw) return vm.raise_value("Cannot specify memory limit with FORMAT_RAW");
    if (!vm.to_index(args[1], &limit)) return {};
  }
  if (format == kRaw && args[2].is_none()) return vm.raise_value("Must specify filters for FORMAT_RAW");
  if (format != kRaw && !args[2].is_none()) return vm.raise_value("Cannot specify filters except with FORMAT_RAW");
  auto* s = new Stream;
  HostObj* o = Lzma::make(vm, Lzma::decompressor, s);
  auto bytes = static_cast<uint64_t>(std::max<int64_t>(limit, 0));
  if (vm.limits.memory) bytes = std::min<uint64_t>(bytes, vm.limits.memory);
  constexpr uint32_t kFlags = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
  lzma_ret code;
  Filters f;
  switch (format) {
    case kAuto:
      code = lzma_auto_decoder(&s->z, bytes, kFlags);
      s->check = LZMA_CHECK_ID_MAX + 1;
      break;
    case kXz:
      code = lzma_stream_decoder(&s->z, bytes, kFlags);
      s->check = LZMA_CHECK_ID_MAX + 1;
      break;
    case kAlone:
      code = lzma_alone_decoder(&s->z, bytes);
      s->check = LZMA_CHECK_NONE;
      break;
    case kRaw:
      if (!parse_filters(vm, args[2], &f)) return {};
      code = lzma_raw_decoder(&s->z, f.chain);
      s->check = LZMA_CHECK_NONE;
      break;
    default: return vm.raise_value("Invalid container format: " + std::to_string(format));
  }
  return failed(vm, code) ? Value() : Value::object(o);
}

Value decompress(Vm& vm, Value* args) {  // self, data, max_length
  HostObj* o = Lzma::self(vm, args[0], Lzma::decompressor);
  std::string_view data;
  if (!o || !bytes_arg(vm, args[1], &data)) return {};
  Stream* s = Lzma::of(o);
  if (s->ended) return vm.raise(errors().EOFError, "Already at end of stream");
  std::string in = Lzma::take_input(s, data), out;
  size_t limit = args[2].i < 0 ? SIZE_MAX : static_cast<size_t>(args[2].i);
  uint8_t room[kRoom];
  s->z.next_in = reinterpret_cast<const uint8_t*>(in.data());
  s->z.avail_in = in.size();
  bool full = true;
  for (uint32_t turns = 1;; ++turns) {
    size_t wanted = std::min(sizeof room, limit - out.size());
    if (wanted == 0) break;
    s->z.next_out = room;
    s->z.avail_out = wanted;
    lzma_ret code = lzma_code(&s->z, LZMA_RUN);
    if (code == LZMA_BUF_ERROR && s->z.avail_in == 0 && s->z.avail_out > 0) code = LZMA_OK;
    out.append(reinterpret_cast<char*>(room), wanted - s->z.avail_out);
    if (failed(vm, code)) return {};
    if (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK) s->check = lzma_get_check(&s->z);
    s->ended = code == LZMA_STREAM_END;
    full = s->z.avail_out == 0;
    if (s->ended || (!full && s->z.avail_in == 0)) break;
    if (!Lzma::keep_going(vm, turns, out.size())) return {};
  }
  std::string_view left = std::string_view(in).substr(in.size() - s->z.avail_in);
  s->z.next_in = nullptr;
  s->z.avail_in = 0;
  s->hungry = !s->ended && left.empty() && !full;
  return Lzma::give_output(vm, o, out, left);
}

Value get_check(Vm& vm, Value* args) {
  HostObj* o = Lzma::self(vm, args[0], Lzma::decompressor);
  return o ? Value::integer(Lzma::of(o)->check) : Value();
}

Value is_check_supported(Vm&, Value* args) {
  return Value::boolean(args[0].i >= 0 && args[0].i <= LZMA_CHECK_ID_MAX && lzma_check_is_supported(static_cast<lzma_check>(args[0].i)));
}

Value encode_properties(Vm& vm, Value* args) {
  Filters f;
  if (!one_filter(vm, args[0], &f, 0)) return {};
  uint32_t size;
  if (failed(vm, lzma_properties_size(&size, &f.chain[0]))) return {};
  std::string out(size, '\0');
  return failed(vm, lzma_properties_encode(&f.chain[0], reinterpret_cast<uint8_t*>(out.data()))) ? Value() : new_bytes_value(vm, out);
}

Value decode_properties(Vm& vm, Value* args) {  // id, properties
  std::string_view data;
  if (!bytes_arg(vm, args[1], &data)) return {};
  lzma_filter f{static_cast<lzma_vli>(args[0].i), nullptr};
  if (failed(vm, lzma_properties_decode(&f, nullptr, reinterpret_cast<const uint8_t*>(data.data()), data.size()))) return {};
  Dict* d = vm.new_dict();
  auto put = [&](const char* name, uint64_t n) { dict_set_str(vm, d, intern(name), Value::integer(static_cast<int64_t>(n))); };
  put("id", f.id);
  if (f.id == LZMA_FILTER_LZMA1 || f.id == LZMA_FILTER_LZMA2) {
    auto* o = static_cast<lzma_options_lzma*>(f.options);
    put("dict_size", o->dict_size);
    if (f.id == LZMA_FILTER_LZMA1) put("lc", o->lc), put("lp", o->lp), put("pb", o->pb);
  } else if (f.id == LZMA_FILTER_DELTA) {
    put("dist", static_cast<lzma_options_delta*>(f.options)->dist);
  } else if (f.options) {
    put("start_offset", static_cast<lzma_options_bcj*>(f.options)->start_offset);
  }
  std::free(f.options);
  return Value::object(d);
}

const MethodDef kCompressorMethods[] = {
    {"compress(self, data, /)", Lzma::compress<run_compressor>, 0, "Provide data to the compressor object."},
    {"flush(self, /)", Lzma::flush<run_compressor>, 0, "Finish the compression process."},
};
const MethodDef kDecompressorMethods[] = {
    {"decompress(self, data, max_length: int = -1)", decompress, 0, "Decompress *data*, returning uncompressed data as bytes."},
    {"unused_data", Lzma::get_unused, kNativeGetter, "Data found after the end of the compressed stream."},
    {"eof", Lzma::get_eof, kNativeGetter, "True if the end-of-stream marker has been reached."},
    {"needs_input", Lzma::get_needs_input, kNativeGetter, "True if more input is needed before more decompressed data can be produced."},
    {"check", get_check, kNativeGetter, "ID of the integrity check used by the input stream."},
};
const MethodDef kFunctions[] = {
    {"is_check_supported(check_id: int, /)", is_check_supported, 0, "Test whether the given integrity check is supported."},
    {"_decode_filter_properties(filter_id: int, encoded_props, /)", decode_properties, 0, "Return a filter specifier for the options (properties) that were encoded."},
    {"_encode_filter_properties(filter, /)", encode_properties, 0, "Return a bytes object encoding the options (properties) of the filter."},
};

}  // namespace

void register_lzma_module() {
  Lzma::compressor = Lzma::define("_lzma", "LZMACompressor", "LZMACompressor(format: int = 1, check: int = -1, preset=None, filters=None)", new_compressor, kCompressorMethods);
  Lzma::decompressor = Lzma::define("_lzma", "LZMADecompressor", "LZMADecompressor(format: int = 0, memlimit=None, filters=None)", new_decompressor, kDecompressorMethods);
  static Class* const classes[] = {Lzma::compressor, Lzma::decompressor};
  define_module({.name = "_lzma", .doc = "Streams of the xz and lzma formats.", .functions = kFunctions, .classes = classes});
}

}  // namespace sl
