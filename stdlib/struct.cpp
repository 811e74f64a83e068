// struct: values to and from bytes by format. The module struct, in the script language, imports it from _struct.
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "core/vm/buffers.h"
#include "core/vm/containers.h"
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/element.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

struct Item {
  char code;
  uint64_t count;  // of s and p: bytes; of x: padding
  size_t size;
  uint64_t offset;
};

struct Format {
  bool big_endian = false, standard = false;
  std::vector<Item> items;
  uint64_t size = 0, values = 0;
};

constexpr uint64_t kMaxSize = uint64_t{1} << 40;

Value error_class(Vm& vm) {
  static Str* const kModule = intern("struct");
  Value module = dict_get_str(vm.modules, kModule);
  Value cls = is_kind(module, Kind::Module) ? vm.module_get(as<Module>(module), intern("error")) : Value();
  return cls.is_unset() ? Value::object(errors().ValueError) : cls;
}

bool fail(Vm& vm, const std::string& message) {
  Value e = vm.call(error_class(vm), {vm.str_value(message)});
  if (!e.is_unset()) vm.raise(e);
  return false;
}

bool parse(Vm& vm, Value text, Format* f) {
  std::string_view s;
  Str* str = as_str(text);
  if (str)
    s = str->view();
  else if (!bytes_view(text, &s))
    return vm.raise_type("Struct() argument 1 must be a str or bytes object, not " + type_name_of(vm, text)), false;
  if (s.find('\0') != s.npos) return fail(vm, "embedded null character");
  bool standard = false, align = true;
  if (!s.empty() && std::strchr("@=<>!", s[0])) {
    standard = s[0] != '@';
    align = s[0] == '@';
    f->big_endian = s[0] == '>' || s[0] == '!';
    s.remove_prefix(1);
  }
  f->standard = standard;
  for (size_t i = 0; i < s.size(); ++i) {
    char c = s[i];
    if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
    uint64_t count = 1;
    if (c >= '0' && c <= '9') {
      count = 0;
      for (; i < s.size() && s[i] >= '0' && s[i] <= '9'; ++i) {
        count = count * 10 + static_cast<uint64_t>(s[i] - '0');
        if (count > kMaxSize) return fail(vm, "total struct size too long");
      }
      if (i == s.size()) return fail(vm, "repeat count given without format specifier");
      c = s[i];
    }
    bool text_item = c == 's' || c == 'p' || c == 'x';
    size_t size = text_item ? 1 : c == 'u' ? 0 : element_size(c, standard);
    if (!size) return fail(vm, "bad char in struct format");
    if (align && !text_item && f->size % size) f->size += size - f->size % size;
    if (text_item)
      f->items.push_back({c, count, 1, f->size});
    else if (count)
      f->items.push_back({c, count, size, f->size});
    f->size += count * size;
    f->values += c == 'x' ? 0 : c == 's' || c == 'p' ? 1 : count;
    if (f->size > kMaxSize) return fail(vm, "total struct size too long");
  }
  return true;
}

// The last formats used stay parsed, as programs use few over and over.
const Format* find_format(Vm& vm, Value text) {
  struct Cache {
    std::vector<std::pair<std::string, std::shared_ptr<Format>>> known;
  };
  Cache& cache = local<Cache>(vm);
  Str* s = as_str(text);
  if (s)
    for (auto& [key, format] : cache.known)
      if (key == s->view()) return format.get();
  auto parsed = std::make_shared<Format>();
  if (!parse(vm, text, parsed.get())) return nullptr;
  if (cache.known.size() >= 32) cache.known.clear();
  cache.known.emplace_back(s ? std::string(s->view()) : std::string("\0bytes", 6), parsed);
  return parsed.get();
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

bool pack_into_text(Vm& vm, const Format& f, const Value* values, size_t n, const char* what, std::string* out) {
  if (n != f.values) return fail(vm, std::string(what) + " expected " + std::to_string(f.values) + " items for packing (got " + std::to_string(n) + ")");
  if (!vm.check_alloc(f.size)) return false;
  out->assign(f.size, '\0');
  auto* base = reinterpret_cast<uint8_t*>(out->data());
  for (const Item& item : f.items) {
    if (item.code == 'x') continue;
    if (item.code == 's' || item.code == 'p') {
      if (!pack_text(vm, item, *values++, base + item.offset)) return false;
      continue;
    }
    for (uint64_t i = 0; i < item.count; ++i)
      if (!pack_item(vm, item, *values++, f, base + item.offset + i * item.size)) return false;
  }
  return true;
}

Value unpack_from_memory(Vm& vm, const Format& f, std::string_view data) {
  if (!vm.check_alloc(f.values * sizeof(Value))) return Value();
  Tuple* out = vm.new_tuple(f.values);
  uint64_t at = 0;
  const auto* base = reinterpret_cast<const uint8_t*>(data.data());
  for (const Item& item : f.items) {
    if (item.code == 'x') continue;
    if (item.code == 's') {
      out->items[at++] = Value::object(vm.new_bytes(data.substr(item.offset, item.count)));
    } else if (item.code == 'p') {
      uint64_t n = item.count ? std::min<uint64_t>(base[item.offset], item.count - 1) : 0;
      out->items[at++] = Value::object(vm.new_bytes(data.substr(item.offset + (item.count ? 1 : 0), n)));
    } else {
      for (uint64_t i = 0; i < item.count; ++i) {
        Value v = element_load(vm, item.code, base + item.offset + i * item.size, item.size, f.big_endian);
        if (v.is_unset()) return v;
        out->items[at++] = v;
      }
    }
  }
  return Value::object(out);
}

Value calcsize(Vm& vm, Value* args) {
  const Format* f = find_format(vm, args[0]);
  return f ? Value::integer(static_cast<int64_t>(f->size)) : Value();
}

Value pack(Vm& vm, Value* args) {  // format, *values
  const Format* known = find_format(vm, args[0]);
  if (!known) return Value();
  Format f = *known;  // conversions may run script code, which may drop the cached one
  std::string out;
  auto* values = as<Tuple>(args[1]);
  return pack_into_text(vm, f, values->items, values->size, "pack", &out) ? new_bytes_value(vm, out) : Value();
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

Value pack_into(Vm& vm, Value* args) {  // format, buffer, offset, *values
  const Format* known = find_format(vm, args[0]);
  if (!known) return Value();
  Format f = *known;
  std::string out;
  auto* values = as<Tuple>(args[3]);
  if (!pack_into_text(vm, f, values->items, values->size, "pack_into", &out)) return Value();
  std::string_view target;
  if (!writable_bytes(vm, args[1], &target)) return vm.raise_type("argument must be read-write bytes-like object, not " + type_name_of(vm, args[1]));
  uint64_t offset;
  if (!offset_in(vm, args[2], target.size(), f.size, "pack_into", true, &offset) || !bytes_view(args[1], &target)) return Value();
  if (offset + out.size() <= target.size()) std::memcpy(const_cast<char*>(target.data()) + offset, out.data(), out.size());
  return Value::none();
}

Value unpack(Vm& vm, Value* args) {
  const Format* f = find_format(vm, args[0]);
  std::string_view data;
  if (!f || !bytes_arg(vm, args[1], &data)) return Value();
  if (data.size() != f->size) return fail(vm, "unpack requires a buffer of " + std::to_string(f->size) + " bytes"), Value();
  return unpack_from_memory(vm, *f, data);
}

Value unpack_from(Vm& vm, Value* args) {  // format, buffer, offset
  const Format* f = find_format(vm, args[0]);
  std::string_view data;
  uint64_t offset;
  if (!f || !bytes_arg(vm, args[1], &data) || !offset_in(vm, args[2], data.size(), f->size, "unpack_from", false, &offset)) return Value();
  return unpack_from_memory(vm, *f, data.substr(offset, f->size));
}

Value iter_unpack(Vm& vm, Value* args) {
  const Format* f = find_format(vm, args[0]);
  std::string_view data;
  if (!f || !bytes_arg(vm, args[1], &data)) return Value();
  if (!f->size) return fail(vm, "cannot iteratively unpack with a struct of length 0"), Value();
  if (data.size() % f->size) return fail(vm, "iterative unpacking requires a buffer of a multiple of " + std::to_string(f->size) + " bytes"), Value();
  List* all = vm.new_list(data.size() / f->size);
  for (size_t at = 0; at < data.size(); at += f->size) {
    Value row = unpack_from_memory(vm, *f, data.substr(at, f->size));
    if (row.is_unset()) return row;
    list_append(vm, all, row);
  }
  return vm.iter(Value::object(all));
}

const MethodDef kFunctions[] = {
    {"calcsize(format, /)", calcsize, 0, "Return size in bytes of the struct described by the format string."},
    {"pack(format, /, *values)", pack, 0, "Return a bytes object containing the values packed according to the format string."},
    {"pack_into(format, buffer, offset, /, *values)", pack_into, 0, "Pack the values and write the bytes into a writable buffer from offset on."},
    {"unpack(format, buffer, /)", unpack, 0, "Return a tuple containing values unpacked according to the format string."},
    {"unpack_from(format, /, buffer, offset=0)", unpack_from, 0, "Return a tuple containing values unpacked from the buffer from offset on."},
    {"iter_unpack(format, buffer, /)", iter_unpack, 0, "Return an iterator yielding tuples unpacked from the given bytes source."},
};

}  // namespace

void register_struct_module() {
  ModuleDef module{.name = "_struct", .doc = "Values to and from bytes.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
