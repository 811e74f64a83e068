// Encodings and error handlers; bytes_decode and str_encode (types.h) are the entrances.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/bulk.h"
#include "core/vm/text.h"

namespace sl {

enum class Encoding : uint8_t { Utf8, Utf8Sig, Ascii, Latin1, Utf16, Utf16Le, Utf16Be, Utf32, Utf32Le, Utf32Be, UnicodeEscape };
// By name or alias, as Python spells and normalises them; false: unknown.
bool find_encoding(std::string_view name, Encoding* out);

bool check_encoding(Vm& vm, std::string_view name);  // false: LookupError

enum class Handler : uint8_t { Strict, Ignore, Replace, BackslashReplace, XmlCharRefReplace, SurrogateEscape, SurrogatePass, Script };

// State of one decoding.
struct Decoder {
  Vm& vm;
  std::string_view data;
  std::string_view errors;
  const char* codec = "utf-8";  // name in error messages
  std::string out = {};
  Value object = {};  // holds `data` once a script's handler has replaced it
  Pace pace{vm};
  // What the error handler makes of bytes [start, end); *resume is where decoding goes on. False: raised.
  bool handle(size_t start, size_t end, const char* reason, size_t* resume);
};

// State of one encoding. Positions are code points of `text`.
struct Encoder {
  Vm& vm;
  Str* text;
  std::string_view errors;
  const char* codec;
  std::string out = {};
  Pace pace{vm};
  // Writes what stands for the unencodable code points [start, end), in units of `width` bytes,
  // little endian unless `big`. False: raised.
  bool handle(uint32_t start, uint32_t end, const char* reason, int width = 1, bool big = false);
  void put_unit(uint32_t unit, int width, bool big);
  bool put_by_script(uint32_t start, uint32_t end, const char* reason, int width, bool big);
};

// Character sets of the system, by Python's names. find_charset before the others.
bool find_charset(std::string_view name);
bool decode_charset(Decoder& d, std::string_view name);
bool encode_charset(Encoder& e, std::string_view name);

// Encodings and error handlers that scripts registered or that codecs implements. Unset: raised, LookupError when unknown.
Value encode_by_script(Vm& vm, Str* text, std::string_view encoding, std::string_view errors);
Value decode_by_script(Vm& vm, std::string_view data, std::string_view encoding, std::string_view errors);
// What the script's handler puts in place of an error, and where to go on; false: raised.
bool handle_by_script(Vm& vm, std::string_view handler, Value exception, Value* replacement, int64_t* resume);

bool encode_escape(Encoder& e);
bool decode_escape(Decoder& d);

}  // namespace sl
