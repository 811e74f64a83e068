// Values to bytes by a format of struct, and back.
#include <bit>
#include <cmath>
#include <cstring>

#include "core/vm/bulk.h"
#include "core/vm/buffers.h"
#include "core/vm/containers.h"
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/element.h"
#include "stdlib/struct_internal.h"

namespace sl::structs {
namespace {

void write_bits(uint8_t* out, uint64_t bits, size_t size, bool big_endian) noexcept {
  if (big_endian) bits = __builtin_bswap64(bits) >> (64 - 8 * size);
  switch (size) {
    case 1: *out = static_cast<uint8_t>(bits); break;
    case 2: std::memcpy(out, &bits, 2); break;
    case 4: std::memcpy(out, &bits, 4); break;
    default: std::memcpy(out, &bits, 8);
  }
}

uint64_t read_bits(const uint8_t* p, size_t size, bool big_endian) noexcept {
  uint64_t bits = 0;
  switch (size) {
    case 1: return *p;
    case 2: std::memcpy(&bits, p, 2); break;
    case 4: std::memcpy(&bits, p, 4); break;
    default: std::memcpy(&bits, p, 8);
  }
  return big_endian ? __builtin_bswap64(bits) >> (64 - 8 * size) : bits;
}

// Ints and floats within range. False: the value needs a closer look.
bool store_plain(const Item& item, const Value& v, const Format& f, uint8_t* out) noexcept {
  uint64_t bits;
  const auto width = static_cast<int>(8 * item.size);
  switch (item.store) {
    case Store::Signed: {
      int shift = 64 - width;
      if (!v.is_int() || static_cast<int64_t>(v.bits << shift) >> shift != v.i) return false;
      bits = v.bits;
      break;
    }
    case Store::Unsigned:
      if (!v.is_int() || v.i < 0 || (width < 64 && v.bits >> width)) return false;
      bits = v.bits;
      break;
    case Store::Double:
      if (!v.is_float()) return false;
      bits = v.bits;
      break;
    case Store::Float: {
      if (!v.is_float()) return false;
      auto single = static_cast<float>(v.f);
      if (std::isinf(single) && !std::isinf(v.f)) return false;
      bits = std::bit_cast<uint32_t>(single);
      break;
    }
    default: return false;
  }
  write_bits(out, bits, item.size, f.big_endian);
  return true;
}

Value load_plain(Vm& vm, const Item& item, const uint8_t* p, bool big_endian) {
  switch (item.store) {
    case Store::Signed: {
      auto shift = static_cast<int>(64 - 8 * item.size);
      return Value::integer(static_cast<int64_t>(read_bits(p, item.size, big_endian) << shift) >> shift);
    }
    case Store::Unsigned: {
      uint64_t bits = read_bits(p, item.size, big_endian);
      return static_cast<int64_t>(bits) >= 0 ? Value::integer(static_cast<int64_t>(bits)) : int_from_u64(vm, bits);
    }
    case Store::Double: return Value::number(std::bit_cast<double>(read_bits(p, 8, big_endian)));
    case Store::Float: return Value::number(std::bit_cast<float>(static_cast<uint32_t>(read_bits(p, 4, big_endian))));
    default: return element_load(vm, item.code, p, item.size, big_endian);
  }
}

const char* range_text(char code, bool big_endian) {
  switch (code) {
    case 'b': return "byte format requires -128 <= number <= 127";
    case 'B': return "ubyte format requires 0 <= number <= 255";
    case 'h': return big_endian ? "'%c' format requires -32768 <= number <= 32767" : "short format requires -32768 <= number <= 32767";
    case 'H': return big_endian ? "'%c' format requires 0 <= number <= 65535" : "ushort format requires 0 <= number <= 65535";
    case 'f': return "float too large to pack with f format";
    case 'e': return "float too large to pack with e format";
    default: break;
  }
  return element_is_signed(code) ? "'%c' format requires -2147483648 <= number <= 2147483647" : "'%c' format requires 0 <= number <= 4294967295";
}

// An int the C type that carries it to the range check cannot hold: a long, or an unsigned long.
bool beyond_carrier(const Item& item, Value v, bool big_endian) {
  Value u = unwrap(v);
  BigInt* big = is_kind(u, Kind::BigInt) ? as<BigInt>(u) : nullptr;
  bool negative = big ? big->negative : u.is_int_or_bool() && u.i < 0;
  bool unsigned_carrier = element_is_integer(item.code) && !element_is_signed(item.code) && (item.size > 2 || (item.size == 2 && big_endian));
  return unsigned_carrier ? negative || (big && big->limb_count > 1) : big != nullptr;
}

bool pack_item(Vm& vm, const Item& item, Value v, const Format& f, uint8_t* out) {
  StoreResult stored = element_store(vm, item.code, v, out, item.size, f.big_endian);
  if (item.code == 'f' && f.standard && stored == StoreResult::Done) {  // native floats become infinite instead
    Value back = element_load(vm, 'f', out, 4, f.big_endian);
    Value given = unwrap(v);
    bool infinite = given.is_float() && std::isinf(given.f);
    if (std::isinf(back.f) && !infinite) stored = StoreResult::OutOfRange;
  }
  switch (stored) {
    case StoreResult::Done: return true;
    case StoreResult::Raised: return false;
    case StoreResult::NotANumber:
      if (item.code == 'c') return fail(vm, "char format requires a bytes object of length 1");
      return fail(vm, element_is_integer(item.code) ? "required argument is not an integer" : "required argument is not a float");
    case StoreResult::OutOfRange: break;
  }
  if (item.code == 'f' || item.code == 'e') {
    vm.raise(errors().OverflowError, range_text(item.code, false));
    return false;
  }
  if (item.size == 8 && f.big_endian) return fail(vm, "int too large to convert");
  if (item.size == 8 || beyond_carrier(item, v, f.big_endian)) return fail(vm, "argument out of range");
  char text[96];
  std::snprintf(text, sizeof text, range_text(item.code, f.big_endian), item.code);
  return fail(vm, text);
}

bool pack_text(Vm& vm, const Item& item, Value v, uint8_t* out) {
  std::string_view data;
  if (!bytes_view(v, &data)) return fail(vm, std::string("argument for '") + item.code + "' must be a bytes object");
  if (item.code == 's') {
    std::memcpy(out, data.data(), std::min<size_t>(data.size(), item.count));
  } else if (item.count) {
    size_t n = std::min<size_t>(data.size(), item.count - 1);
    out[0] = static_cast<uint8_t>(std::min<size_t>(n, 255));
    std::memcpy(out + 1, data.data(), n);
  }
  return true;
}

bool check_count(Vm& vm, const Format& f, uint64_t given, const char* what) {
  return given == f.values || fail(vm, std::string(what) + " expected " + std::to_string(f.values) + " items for packing (got " + std::to_string(given) + ")");
}

bool pack_items(Vm& vm, const Format& f, const Value* values, uint8_t* base) {
  for (const Item& item : f.items) {
    if (item.code == 'x') continue;
    uint8_t* out = base + item.offset;
    if (item.code == 's' || item.code == 'p') {
      if (!pack_text(vm, item, *values++, out)) return false;
      continue;
    }
    for (uint64_t i = 0; i < item.count; ++i, out += item.size, ++values)
      if (!store_plain(item, *values, f, out) && !pack_item(vm, item, *values, f, out)) return false;
  }
  return true;
}

// Fills base[0, f.size) from as many values as the format takes.
bool pack_values(Vm& vm, const Format& f, Tuple* values, uint8_t* base) {
  std::memset(base, 0, f.size);
  for (uint64_t i = 0; i < values->size; ++i) {
    const Value& v = values->items[i];
    if (!v.is_object() || is_kind(v, Kind::BigInt) || is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray)) continue;
    Format kept = f;  // script code may drop the format
    return pack_items(vm, kept, values->items, base);
  }
  return pack_items(vm, f, values->items, base);
}

Value unpack_from_memory(Vm& vm, const Format& f, std::string_view data) {
  if (!vm.check_alloc(f.values * sizeof(Value))) return Value();
  if (!f.values) return Value::object(vm.new_tuple(0));
  auto* out = vm.heap.make<Tuple>(Kind::Tuple, (f.values - 1) * sizeof(Value));  // filled before anything can collect
  out->size = f.values;
  out->hash = 0;
  uint64_t at = 0;
  Pace pace(vm);
  const auto* base = reinterpret_cast<const uint8_t*>(data.data());
  for (const Item& item : f.items) {
    if (item.code == 'x') continue;
    if (item.code == 's') {
      out->items[at++] = Value::object(vm.new_bytes(data.substr(item.offset, item.count)));
    } else if (item.code == 'p') {
      uint64_t n = item.count ? std::min<uint64_t>(base[item.offset], item.count - 1) : 0;
      out->items[at++] = Value::object(vm.new_bytes(data.substr(item.offset + (item.count ? 1 : 0), n)));
    } else {
      const uint8_t* p = base + item.offset;
      for (uint64_t i = 0; i < item.count; ++i, p += item.size) {
        Value v = load_plain(vm, item, p, f.big_endian);
        if (v.is_unset() || !pace.on()) {
          out->size = at;
          return Value();
        }
        out->items[at++] = v;
      }
    }
  }
  return Value::object(out);
}

// An offset from the end when negative; false: raised.
bool offset_in(Vm& vm, Value v, uint64_t size, uint64_t wanted, const char* what, bool packing, uint64_t* out) {
  int64_t offset;
  if (!vm.to_index(v, &offset)) return false;
  if (offset < 0) {
    if (offset + static_cast<int64_t>(size) < 0) return fail(vm, "offset " + std::to_string(offset) + " out of range for " + std::to_string(size) + "-byte buffer");
    if (static_cast<uint64_t>(-offset) < wanted)
      return packing ? fail(vm, "no space to pack " + std::to_string(wanted) + " bytes at offset " + std::to_string(offset))
                     : fail(vm, "not enough data to unpack " + std::to_string(wanted) + " bytes at offset " + std::to_string(offset));
    offset += static_cast<int64_t>(size);
  }
  if (static_cast<uint64_t>(offset) > size || size - static_cast<uint64_t>(offset) < wanted)
    return fail(vm, std::string(what) + " requires a buffer of at least " + std::to_string(wanted + static_cast<uint64_t>(offset)) + " bytes for " +
                        (packing ? "packing " : "unpacking ") + std::to_string(wanted) + " bytes at offset " + std::to_string(offset) + " (actual buffer size is " +
                        std::to_string(size) + ")");
  *out = static_cast<uint64_t>(offset);
  return true;
}

}  // namespace

Value pack(Vm& vm, const Format& f, Tuple* values) {
  if (!check_count(vm, f, values->size, "pack") || !check_text_size(vm, f.size)) return Value();
  auto* out = vm.heap.make<Bytes>(Kind::Bytes, f.size);
  out->size = f.size;
  return pack_values(vm, f, values, out->data) ? Value::object(out) : Value();
}

bool pack_into(Vm& vm, const Format& f, Value buffer, Value offset_value, Tuple* values) {
  constexpr size_t kRoom = 256;
  const uint64_t size = f.size;
  if (!check_count(vm, f, values->size, "pack_into")) return false;
  uint8_t small[kRoom];
  std::string large;
  uint8_t* packed = small;
  if (size > kRoom) {
    if (!vm.check_alloc(size)) return false;
    large.resize(size);
    packed = reinterpret_cast<uint8_t*>(large.data());
  }
  if (!pack_values(vm, f, values, packed)) return false;
  std::string_view target;
  if (!writable_bytes(vm, buffer, &target)) return vm.raise_type("argument must be read-write bytes-like object, not " + type_name_of(vm, buffer)), false;
  uint64_t offset;
  if (!offset_in(vm, offset_value, target.size(), size, "pack_into", true, &offset) || !bytes_view(buffer, &target)) return false;
  if (offset + size <= target.size()) std::memcpy(const_cast<char*>(target.data()) + offset, packed, size);
  return true;
}

Value unpack(Vm& vm, const Format& f, Value buffer) {
  std::string_view data;
  if (!bytes_arg(vm, buffer, &data)) return Value();
  if (data.size() != f.size) return fail(vm, "unpack requires a buffer of " + std::to_string(f.size) + " bytes"), Value();
  return unpack_from_memory(vm, f, data);
}

Value unpack_from(Vm& vm, const Format& f, Value buffer, Value offset_value) {
  std::string_view data;
  uint64_t offset;
  if (!bytes_arg(vm, buffer, &data)) return Value();
  if (!offset_value.is_int()) {
    Format kept = f;  // script code may drop the format
    int64_t n;
    return vm.to_index(offset_value, &n) ? unpack_from(vm, kept, buffer, Value::integer(n)) : Value();
  }
  if (!offset_in(vm, offset_value, data.size(), f.size, "unpack_from", false, &offset)) return Value();
  return unpack_from_memory(vm, f, data.substr(offset, f.size));
}

Value iter_unpack(Vm& vm, const Format& f, Value buffer) {
  std::string_view data;
  if (!bytes_arg(vm, buffer, &data)) return Value();
  if (!f.size) return fail(vm, "cannot iteratively unpack with a struct of length 0"), Value();
  if (data.size() % f.size) return fail(vm, "iterative unpacking requires a buffer of a multiple of " + std::to_string(f.size) + " bytes"), Value();
  List* all = vm.new_list(data.size() / f.size);
  Pace pace(vm);
  for (size_t at = 0; at < data.size(); at += f.size) {
    if (!pace.on(8)) return Value();
    Value row = unpack_from_memory(vm, f, data.substr(at, f.size));
    if (row.is_unset()) return row;
    list_append(vm, all, row);
  }
  return vm.iter(Value::object(all));
}

}  // namespace sl::structs
