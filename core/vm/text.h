// Helpers shared by the files of str, bytes and bytearray.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/types.h"
#include "core/vm/unicode.h"

namespace sl {

constexpr uint64_t kMaxTextSize = 0x7FFFFFFF;  // bytes of one str, bytes or bytearray

// False with MemoryError pending when a text of `bytes` may not be made.
bool check_text_size(Vm& vm, uint64_t bytes);
inline std::string_view type_name(Vm& vm, Value v) { return vm.type_of(v)->name->view(); }

// ---- arguments ------------------------------------------------------------------------------

Str* self_str_slow(Vm& vm, Value v);
// The str a method was called on; null with TypeError pending for anything else.
inline Str* self_str(Vm& vm, const Value& v) {
  if (is_str(v)) [[likely]]
    return static_cast<Str*>(v.o);
  return self_str_slow(vm, v);
}
// Str argument number `index` of `function`; null with CPython's TypeError pending.
Str* str_arg(Vm& vm, Value v, const char* function, int index);
// A str parameter named in the message: "encode() argument 'encoding' must be str, not int".
Str* named_str_arg_slow(Vm& vm, Value v, const char* function, const char* name);
inline Str* named_str_arg(Vm& vm, const Value& v, const char* function, const char* name) {
  bool plain = is_str(v) && !std::memchr(as<Str>(v)->data, 0, as<Str>(v)->size);
  return plain ? static_cast<Str*>(v.o) : named_str_arg_slow(vm, v, function, name);
}
// An integer or an object with __index__ that fits 64 bits; false: raised.
bool size_arg(Vm& vm, Value v, int64_t* out);
// As size_arg for a C int.
bool int_arg(Vm& vm, Value v, int64_t* out);
// start/end of find(): None or unset keeps *out, anything else is an index, clamped to 64 bits.
bool bound_arg(Vm& vm, Value v, int64_t* out);
// Clamps as slices do; *start may still exceed *end.
inline void clamp_bounds(int64_t length, int64_t* start, int64_t* end) noexcept {
  if (*start < 0 && (*start += length) < 0) *start = 0;
  if (*end < 0 && (*end += length) < 0) *end = 0;
  if (*end > length) *end = length;
}
// Both bounds against a length; false: raised.
bool bounds_args(Vm& vm, Value start_arg, Value end_arg, int64_t length, int64_t* start, int64_t* end);
// A repeat count: false with TypeError or OverflowError pending.
bool repeat_arg(Vm& vm, Value v, int64_t* out);
// An index: int or __index__, which the caller has checked to be there. IndexError when it needs more than 64 bits.
bool index_arg(Vm& vm, Value v, int64_t* out);
// May the other operand's class answer this reflected operation?
bool has_reflected(Vm& vm, Value v, Str* name);

// ---- str ------------------------------------------------------------------------------------

// memcpy without the call for the sizes words have.
inline void copy_text(char* out, const char* in, size_t n) noexcept {
  auto ends = [&](auto word) {
    auto last = word;
    std::memcpy(&word, in, sizeof word);
    std::memcpy(&last, in + n - sizeof last, sizeof last);
    std::memcpy(out, &word, sizeof word);
    std::memcpy(out + n - sizeof last, &last, sizeof last);
  };
  if (n > 16) {
    if (n > 64) {
      std::memcpy(out, in, n);
      return;
    }
    using Wide [[gnu::vector_size(16)]] = char;
    Wide a, b, c, d;
    std::memcpy(&a, in, 16);
    std::memcpy(&d, in + n - 16, 16);
    if (n > 32) {
      std::memcpy(&b, in + 16, 16);
      std::memcpy(&c, in + n - 32, 16);
      std::memcpy(out + 16, &b, 16);
      std::memcpy(out + n - 32, &c, 16);
    }
    std::memcpy(out, &a, 16);
    std::memcpy(out + n - 16, &d, 16);
  } else if (n >= 8)
    ends(uint64_t{});
  else if (n >= 4)
    ends(uint32_t{});
  else
    while (n--) *out++ = *in++;
}
// Uninitialised text of known length in bytes and code points; n <= kMaxTextSize.
inline Str* make_str(Vm& vm, size_t n, uint32_t length) {
  Str* s = vm.heap.make<Str>(Kind::Str, n);
  s->hash = 0;
  s->size = static_cast<uint32_t>(n);
  s->length = length;
  s->data = s->inline_data();
  s->owner = nullptr;
  s->flags = length == n ? kStrAscii : 0;
  return s;
}
// Bytes [offset, offset + size) of s, shared with it when long.
Str* substring(Vm& vm, Str* s, size_t offset, size_t size);
inline Value substring_value(Vm& vm, Str* s, size_t offset, size_t size) { return Value::object(substring(vm, s, offset, size)); }
// Code points [start, stop), 0 <= start <= stop <= length.
Value str_slice(Vm& vm, Str* s, uint32_t start, uint32_t stop);
Value str_get_slice(Vm& vm, Str* s, const Slice* slice);
size_t byte_offset(Vm& vm, Str* s, uint32_t index);  // of code point `index` <= length
uint32_t char_index(Vm& vm, Str* s, size_t offset);  // inverse
Value new_text(Vm& vm, std::string_view text);       // checks the size; unset: raised
Value str_construct(Vm& vm, Value* args);
void init_char_strs();  // at registration
Value str_iter(Vm& vm, Obj* o);
// str.format and str.format_map: args a Tuple, keywords a Dict or any mapping.
Value str_format(Vm& vm, Str* format, Tuple* args, Value keywords, bool map_only);

// ---- bytes ----------------------------------------------------------------------------------

Value new_bytes_value(Vm& vm, std::string_view data);  // checks the size; unset: raised
// bytes or bytearray, as `like` is.
Value new_bytes_like(Vm& vm, Value like, std::string_view data);
ByteArray* new_bytearray(Vm& vm, std::string_view data);  // null: raised
Value bytes_percent(Vm& vm, Value format, Value args);    // result of the type of `format`
// bytearray escapes single quotes even between double ones, as CPython does.
std::string bytes_repr_text(std::string_view data, bool mutable_array = false);
// The same between `out` and `tail`, for data of any size; unset: raised.
Value bytes_repr(Vm& vm, std::string out, std::string_view data, bool mutable_array = false, std::string_view tail = {});
bool append_repr_text(Vm& vm, std::string* out, std::string_view utf8);  // repr_text for text of any size; false: raised
// The value of an integer argument; ValueError with `message` outside 0-255.
bool byte_arg(Vm& vm, Value v, uint8_t* out, const char* message = "byte must be in range(0, 256)");
// Appends the bytes of a bytes-like object or an iterable of integers; TypeError `refusal` for others.
// ask: it is one that asks for the length first.
bool append_byte_items(Vm& vm, Value v, const char* range_message, const std::string& refusal, std::string* out, bool ask = false);
// The same for an argument of the constructor of `type`, "bytes" or "bytearray".
bool bytes_from_object(Vm& vm, Value v, const char* type, std::string* out);
// Arguments (source, encoding, errors) of bytes() and bytearray(); `type` names the caller.
bool construct_bytes(Vm& vm, Value* args, const char* type, std::string* out);
// False with "a bytes-like object is required, not 'X'" pending.
bool bytes_arg(Vm& vm, Value v, std::string_view* out);
bool bytearray_reserve(Vm& vm, ByteArray* b, uint64_t capacity);
bool bytearray_append(Vm& vm, ByteArray* b, std::string_view data);  // data may be the array's own
// Rows shared by bytes and bytearray.
Value bytes_binary(Vm& vm, BinOp op, Value a, Value b);
Value bytes_compare(Vm& vm, CmpOp op, Value a, Value b);
int bytes_contains(Vm& vm, Obj* o, Value item);
Value bytes_get_slice(Vm& vm, Value self, const Slice* slice);
// Index of a key that is no slice, against the current length; false: raised.
bool bytes_index(Vm& vm, Value self, Value key, const char* type_error, const char* range_error, uint64_t* out);

extern const IterType kBytesIter, kByteArrayIter;

}  // namespace sl
