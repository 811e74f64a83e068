// import array: numbers of one type in one piece of memory, which is a bytearray only the array refers to.
#include "stdlib/array.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "core/vm/bulk.h"
#include "core/vm/containers.h"
#include "core/vm/exports.h"
#include "core/vm/text.h"
#include "core/env/native_modules.h"
#include "stdlib/args.h"
#include "stdlib/element.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

const char kTag = 0;
Class* array_class;

bool view_array(const HostObj* o, std::string_view* out) {
  *out = as<ByteArray>(o->fields[0])->view();
  return true;
}

extern const KindOps kArrayOps;

// aux of the object holds the type code.
const HostType kArrayType = {.name = "array", .tag = &kTag, .view = view_array, .ops = &kArrayOps};

struct Array {
  HostObj* o = nullptr;
  char code() const { return static_cast<char>(o->aux); }
  size_t item() const { return element_size(code()); }
  ByteArray* bytes() const { return as<ByteArray>(o->fields[0]); }
  uint64_t size() const { return bytes()->size / item(); }
  uint8_t* at(uint64_t i) const { return bytes()->data + i * item(); }
};

bool find_array(Value v, Array* out) {
  v = unwrap(v);
  if (!is_kind(v, Kind::Host) || as<HostObj>(v)->type->tag != &kTag) return false;
  out->o = as<HostObj>(v);
  return true;
}

bool self_array(Vm& vm, Value v, Array* out) {
  if (find_array(v, out)) return true;
  vm.raise_type("descriptor requires an 'array.array' object but received a '" + type_name_of(vm, v) + "'");
  return false;
}

Value new_array(Vm& vm, char code, std::string_view data) {
  ByteArray* bytes = new_bytearray(vm, data);
  if (!bytes) return Value();
  HostObj* o = vm.new_host(array_class, nullptr, 1);
  o->fields[0] = Value::object(bytes);
  o->aux = static_cast<uint8_t>(code);
  return Value::object(o);
}

struct RangeMessages {
  char code;
  const char *below, *above, *beyond;  // beyond: too large for the C type the value passes through
};
constexpr const char *kLong = "Python int too large to convert to C long", *kUnsignedLong = "Python int too large to convert to C unsigned long";
constexpr const char *kNegative = "can't convert negative value to unsigned int", *kTooBig = "int too big to convert";
const RangeMessages kMessages[] = {
    {'b', "signed char is less than minimum", "signed char is greater than maximum", kLong},
    {'B', "unsigned byte integer is less than minimum", "unsigned byte integer is greater than maximum", kLong},
    {'h', "signed short integer is less than minimum", "signed short integer is greater than maximum", kLong},
    {'H', "unsigned short is less than minimum", "unsigned short is greater than maximum", kLong},
    {'i', "signed integer is less than minimum", "signed integer is greater than maximum", kLong},
    {'I', kNegative, "unsigned int is greater than maximum", kUnsignedLong},
    {'l', kLong, kLong, kLong},
    {'L', kNegative, kUnsignedLong, kUnsignedLong},
    {'q', kTooBig, kTooBig, kTooBig},
    {'Q', "can't convert negative int to unsigned", kTooBig, kTooBig},
};

// An int an item of this type can hold.
bool fits(char code, int64_t i) {
  switch (code) {
    case 'b': return i == static_cast<int8_t>(i);
    case 'B': return i == static_cast<uint8_t>(i);
    case 'h': return i == static_cast<int16_t>(i);
    case 'H': return i == static_cast<uint16_t>(i);
    case 'i': return i == static_cast<int32_t>(i);
    case 'I': return i == static_cast<uint32_t>(i);
    case 'l':
    case 'q': return true;
    case 'L':
    case 'Q': return i >= 0;
    default: return false;
  }
}

bool convert(Vm& vm, char code, Value v, uint8_t* out) {
  if (v.is_int() && fits(code, v.i)) {
    std::memcpy(out, &v.i, sizeof v.i);  // the low bytes come first
    return true;
  }
  if (code == 'd' && v.is_float()) {
    std::memcpy(out, &v.f, sizeof v.f);
    return true;
  }
  switch (element_store(vm, code, v, out, element_size(code))) {
    case StoreResult::Done: return true;
    case StoreResult::Raised: return false;
    case StoreResult::NotANumber:
      if (code == 'u')
        vm.raise_type("array item must be a unicode character, not " + type_name_of(vm, v));
      else if (element_is_integer(code))
        vm.raise_type("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
      else
        vm.raise_type("must be real number, not " + type_name_of(vm, v));
      return false;
    case StoreResult::OutOfRange: break;
  }
  Value u = unwrap(v);
  BigInt* big = is_kind(u, Kind::BigInt) ? as<BigInt>(u) : nullptr;
  bool negative = big ? big->negative : u.i < 0;
  bool of_unsigned = code == 'I' || code == 'L' || code == 'Q';
  bool beyond = big && (!of_unsigned || (!negative && big->limb_count > 1));
  for (const RangeMessages& m : kMessages)
    if (m.code == code) vm.raise(errors().OverflowError, beyond ? m.beyond : negative ? m.below : m.above);
  return false;
}

bool growable(Vm& vm, Array a) { return resizable(vm, a.bytes(), "cannot resize an array that is exporting buffers"); }

bool push(Vm& vm, Array a, Value v) {
  uint8_t item[8];
  return growable(vm, a) && convert(vm, a.code(), v, item) && bytearray_append(vm, a.bytes(), {reinterpret_cast<char*>(item), a.item()});
}

bool extend_with(Vm& vm, Array a, Value source) {
  Array other;
  if (find_array(source, &other)) {
    if (other.code() != a.code()) return vm.raise_type("can only extend with array of same kind"), false;
    return growable(vm, a) && bytearray_append(vm, a.bytes(), other.bytes()->view());
  }
  if (List* l = is_kind(source, Kind::List) ? as<List>(source) : nullptr; l && !bytearray_reserve(vm, a.bytes(), a.bytes()->size + l->size * a.item())) return false;
  Value it = vm.iter(source);
  if (it.is_unset()) return false;
  for (;;) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return !vm.raised();
    if (!push(vm, a, v)) return false;
  }
}

Value construct(Vm& vm, Value* args) {  // typecode, initializer
  Str* code = as_str(args[0]);
  if (!code || code->size != 1) {
    if (!code) return vm.raise_type("array() argument 1 must be a unicode character, not " + type_name_of(vm, args[0]));
    return vm.raise_type("array() argument 1 must be a unicode character, not str");
  }
  char letter = code->data[0];
  if (!std::strchr("bBuhHiIlLqQfd", letter)) return vm.raise_value("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  Value made = new_array(vm, letter, {});
  Array a;
  if (made.is_unset() || args[1].is_unset() || !find_array(made, &a)) return made;
  Value source = args[1];
  Array other;
  std::string_view bytes;
  if (as_str(source) && letter != 'u') return vm.raise_type("cannot use a str to initialize an array with typecode '" + std::string(1, letter) + "'");
  if (!find_array(source, &other) && !is_kind(source, Kind::List) && bytes_view(source, &bytes)) {
    if (bytes.size() % a.item()) return vm.raise_value("bytes length not a multiple of item size");
    return bytearray_append(vm, a.bytes(), bytes) ? made : Value();
  }
  if (find_array(source, &other) && other.code() != letter) {
    if (other.code() == 'u') return vm.raise_type("cannot use a unicode array to initialize an array with typecode '" + std::string(1, letter) + "'");
    for (uint64_t i = 0; i < other.size(); ++i) {
      Value v = element_load(vm, other.code(), other.at(i), other.item());
      if (v.is_unset() || !push(vm, a, v)) return Value();
    }
    return made;
  }
  return extend_with(vm, a, source) ? made : Value();
}

Value append(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) && push(vm, a, args[1]) ? Value::none() : Value();
}

Value extend(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) && extend_with(vm, a, args[1]) ? Value::none() : Value();
}

Value fromlist(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  if (!as_list(args[1])) return vm.raise_type("arg must be list");
  uint64_t before = a.bytes()->size;
  if (extend_with(vm, a, args[1])) return Value::none();
  if (a.bytes()->size > before) a.bytes()->size = before;
  return Value();
}

Value load_at(Vm& vm, Array a, uint64_t i) {
  if (a.code() == 'd') {
    double d;
    std::memcpy(&d, a.at(i), sizeof d);
    return Value::number(d);
  }
  if (a.code() == 'i') {
    int32_t n;
    std::memcpy(&n, a.at(i), sizeof n);
    return Value::integer(n);
  }
  return element_load(vm, a.code(), a.at(i), a.item());
}

void erase(Array a, uint64_t at, uint64_t count) {
  ByteArray* b = a.bytes();
  size_t item = a.item();
  std::memmove(b->data + at * item, b->data + (at + count) * item, b->size - (at + count) * item);
  b->size -= count * item;
}

bool position(Vm& vm, Array a, Value key, const char* complaint, uint64_t* out) {
  int64_t i;
  if (!key.is_int() && !is_integer(unwrap(key)) && vm.find_special(key, names().__index__).is_unset()) return vm.raise_type("array indices must be integers"), false;
  if (!index_arg(vm, key, &i)) return false;
  if (normalize_index(i, static_cast<int64_t>(a.size()), out)) return true;
  vm.raise(errors().IndexError, complaint);
  return false;
}

Value getitem(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  if (is_kind(args[1], Kind::Slice)) {
    int64_t start, stop, step, count;
    if (!slice_indices(vm, as<Slice>(args[1]), static_cast<int64_t>(a.size()), &start, &stop, &step, &count)) return Value();
    if (step == 1) return new_array(vm, a.code(), {reinterpret_cast<char*>(a.at(static_cast<uint64_t>(start))), static_cast<size_t>(count) * a.item()});
    std::string picked;
    for (int64_t i = 0, at = start; i < count && static_cast<uint64_t>(at) < a.size(); ++i, at += step)
      picked.append(reinterpret_cast<char*>(a.at(static_cast<uint64_t>(at))), a.item());
    return new_array(vm, a.code(), picked);
  }
  uint64_t i;
  return position(vm, a, args[1], "array index out of range", &i) ? load_at(vm, a, i) : Value();
}

// a[slice] = other, or deletion when other is null.
bool assign_slice(Vm& vm, Array a, Slice* slice, const Array* other) {
  int64_t start, stop, step, count;
  if (!slice_indices(vm, slice, static_cast<int64_t>(a.size()), &start, &stop, &step, &count)) return false;
  std::string items = other ? std::string(other->bytes()->view()) : std::string();
  size_t item = a.item();
  if (step == 1 && items.size() == static_cast<size_t>(count) * item) {
    if (count) std::memcpy(a.at(static_cast<uint64_t>(start)), items.data(), items.size());
    return true;
  }
  if (!(other && step != 1) && count * static_cast<int64_t>(item) != static_cast<int64_t>(items.size()) && !growable(vm, a)) return false;
  if (step == 1) {
    std::string all(a.bytes()->view());
    all.replace(static_cast<size_t>(start) * item, static_cast<size_t>(count) * item, items);
    a.bytes()->size = 0;
    return bytearray_append(vm, a.bytes(), all);
  }
  if (!other) {
    if (step < 0) {
      start += (count - 1) * step;
      step = -step;
    }
    for (int64_t i = count; i-- > 0;) erase(a, static_cast<uint64_t>(start + i * step), 1);
    return true;
  }
  if (items.size() / item != static_cast<size_t>(count)) {
    vm.raise_value("attempt to assign array of size " + std::to_string(items.size() / item) + " to extended slice of size " + std::to_string(count));
    return false;
  }
  for (int64_t i = 0, at = start; i < count; ++i, at += step) std::memcpy(a.at(static_cast<uint64_t>(at)), items.data() + static_cast<size_t>(i) * item, item);
  return true;
}

Value setitem(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  if (is_kind(args[1], Kind::Slice)) {
    Array other;
    if (!find_array(args[2], &other)) return vm.raise_type("can only assign array (not \"" + type_name_of(vm, args[2]) + "\") to array slice");
    if (other.code() != a.code()) return vm.raise_type("bad argument type for built-in operation");
    return assign_slice(vm, a, as<Slice>(args[1]), &other) ? Value::none() : Value();
  }
  uint64_t i;
  uint8_t item[8];
  if (!convert(vm, a.code(), args[2], item) || !position(vm, a, args[1], "array assignment index out of range", &i)) return Value();
  std::memcpy(a.at(i), item, a.item());
  return Value::none();
}

Value delitem(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  if (is_kind(args[1], Kind::Slice)) return assign_slice(vm, a, as<Slice>(args[1]), nullptr) ? Value::none() : Value();
  uint64_t i;
  if (!position(vm, a, args[1], "array assignment index out of range", &i) || !growable(vm, a)) return Value();
  erase(a, i, 1);
  return Value::none();
}

Value length(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? size_value(a.size()) : Value();
}

Value pop(Vm& vm, Value* args) {
  Array a;
  uint64_t i;
  int64_t at;
  if (!self_array(vm, args[0], &a) || !vm.to_index(args[1], &at)) return Value();
  if (!a.size()) return vm.raise(errors().IndexError, "pop from empty array");
  if (!position(vm, a, Value::integer(at), "pop index out of range", &i) || !growable(vm, a)) return Value();
  Value v = load_at(vm, a, i);
  if (!v.is_unset()) erase(a, i, 1);
  return v;
}

Value insert(Vm& vm, Value* args) {
  Array a;
  int64_t i;
  if (!self_array(vm, args[0], &a) || !vm.to_index(args[1], &i) || !push(vm, a, args[2])) return Value();
  auto size = static_cast<int64_t>(a.size()) - 1;
  if (i < 0) i = std::max<int64_t>(i + size, 0);
  i = std::min(i, size);
  std::rotate(a.at(static_cast<uint64_t>(i)), a.at(static_cast<uint64_t>(size)), a.at(static_cast<uint64_t>(size) + 1));
  return Value::none();
}

// First index in [start, stop) whose item equals v, -1: none, -2: raised.
int64_t find(Vm& vm, Array a, Value v, int64_t start, int64_t stop) {
  for (int64_t i = start; i < stop && static_cast<uint64_t>(i) < a.size(); ++i) {
    Value item = load_at(vm, a, static_cast<uint64_t>(i));
    if (item.is_unset() || ((i & 0xFFFF) == 0xFFFF && !vm.poll())) return -2;
    int same = equal_values(vm, item, v);
    if (same < 0) return -2;
    if (same) return i;
  }
  return -1;
}

Value index(Vm& vm, Value* args) {
  Array a;
  int64_t start, stop;
  if (!self_array(vm, args[0], &a) || !vm.to_index(args[2], &start) || !vm.to_index(args[3], &stop)) return Value();
  clip_bounds(static_cast<int64_t>(a.size()), &start, &stop);
  int64_t at = find(vm, a, args[1], start, stop);
  if (at >= 0) return Value::integer(at);
  return at == -1 ? vm.raise_value("array.index(x): x not in array") : Value();
}

Value count(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  int64_t n = 0;
  for (int64_t at = -1;; ++n) {
    at = find(vm, a, args[1], at + 1, INT64_MAX);
    if (at == -2) return Value();
    if (at < 0) return Value::integer(n);
  }
}

Value contains(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  int64_t at = find(vm, a, args[1], 0, INT64_MAX);
  return at == -2 ? Value() : Value::boolean(at >= 0);
}

Value remove(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  int64_t at = find(vm, a, args[1], 0, INT64_MAX);
  if (at == -2) return Value();
  if (at < 0) return vm.raise_value("array.remove(x): x not in array");
  if (!growable(vm, a)) return Value();
  erase(a, static_cast<uint64_t>(at), 1);
  return Value::none();
}

Value reverse(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  Pace pace(vm);
  for (uint64_t i = 0, j = a.size(); i + 1 < j; ++i) {
    if (!pace.on()) return Value();
    std::swap_ranges(a.at(i), a.at(i + 1), a.at(--j));
  }
  return Value::none();
}

Value byteswap(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  Pace pace(vm);
  for (uint64_t i = 0; i < a.size(); ++i) {
    if (!pace.on()) return Value();
    std::reverse(a.at(i), a.at(i + 1));
  }
  return Value::none();
}

Value tolist(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a) || !vm.check_alloc(a.size() * sizeof(Value))) return Value();
  List* l = vm.new_list(a.size());
  Pace pace(vm);
  for (uint64_t i = 0; i < a.size(); ++i) {
    Value v = load_at(vm, a, i);
    if (v.is_unset() || !pace.on()) return Value();
    list_append(vm, l, v);
  }
  return Value::object(l);
}

Value tobytes(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? new_bytes_value(vm, a.bytes()->view()) : Value();
}

Value frombytes(Vm& vm, Value* args) {
  Array a;
  std::string_view data;
  if (!self_array(vm, args[0], &a) || !bytes_arg(vm, args[1], &data)) return Value();
  if (data.size() % a.item()) return vm.raise_value("bytes length not a multiple of item size");
  return growable(vm, a) && bytearray_append(vm, a.bytes(), data) ? Value::none() : Value();
}

Value tounicode(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  if (a.code() != 'u') return vm.raise_value("tounicode() may only be called on unicode type arrays");
  Value parts = tolist(vm, args);
  return parts.is_unset() ? parts : vm.call_method(Value::object(names().empty), intern("join"), {parts});
}

Value typecode(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? Value::object(g_ascii_chars[static_cast<int>(a.code())]) : Value();
}
Value itemsize(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? size_value(a.item()) : Value();
}
Value buffer_info(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  return Value::object(vm.new_tuple({Value::integer(static_cast<int64_t>(reinterpret_cast<uintptr_t>(a.bytes()->data))), size_value(a.size())}));
}

Value copy(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? new_array(vm, a.code(), a.bytes()->view()) : Value();
}

Value repr(Vm& vm, Value* args) {
  Array a;
  if (!self_array(vm, args[0], &a)) return Value();
  std::string_view name = vm.type_of(args[0])->name->view();
  std::string text = std::string(name.substr(name.rfind('.') + 1)) + "('" + std::string(1, a.code()) + "'";
  if (a.size()) {
    Value items = a.code() == 'u' ? tounicode(vm, args) : tolist(vm, args);
    text += ", ";
    if (items.is_unset() || !append_repr(vm, &text, items)) return Value();
  }
  return vm.str_value(text + ")");
}

template <CmpOp op>
Value compare(Vm& vm, Value* args) {
  Array a, b;
  if (!self_array(vm, args[0], &a)) return Value();
  if (!find_array(args[1], &b)) return not_implemented();
  if ((op == CmpOp::Eq || op == CmpOp::Ne) && a.code() == b.code()) {
    bool equal = a.size() == b.size();
    if (a.code() == 'f' || a.code() == 'd') {
      Pace pace(vm);
      for (uint64_t i = 0; equal && i < a.size(); ++i) {
        equal = load_at(vm, a, i).f == load_at(vm, b, i).f;
        if (!pace.on()) return Value();
      }
    } else {
      equal = equal && a.bytes()->view() == b.bytes()->view();
    }
    return Value::boolean(equal == (op == CmpOp::Eq));
  }
  if (a.code() == 'f' || a.code() == 'd')  // a nan is not even equal to itself
    for (uint64_t i = 0; find_array(args[1], &b) && i < std::min(a.size(), b.size()); ++i) {
      Value x = load_at(vm, a, i), y = load_at(vm, b, i);
      if (!y.is_float() || x.f == y.f) continue;
      return vm.compare(op, x, y);
    }
  Value x = tolist(vm, args);
  Value y = x.is_unset() ? x : tolist(vm, args + 1);
  return y.is_unset() ? y : vm.compare(op, x, y);
}

Value add(Vm& vm, Value* args) {
  Array a, b;
  if (!self_array(vm, args[0], &a)) return Value();
  if (!find_array(args[1], &b)) return vm.raise_type("can only append array (not \"" + type_name_of(vm, args[1]) + "\") to array");
  if (a.code() != b.code()) return vm.raise_type("bad argument type for built-in operation");
  Value sum = new_array(vm, a.code(), {});
  Array s;
  if (!find_array(sum, &s) || !bytearray_reserve(vm, s.bytes(), a.bytes()->size + b.bytes()->size)) return Value();
  return bytearray_append(vm, s.bytes(), a.bytes()->view()) && bytearray_append(vm, s.bytes(), b.bytes()->view()) ? sum : Value();
}

Value iadd(Vm& vm, Value* args) {
  Array a, b;
  if (!self_array(vm, args[0], &a)) return Value();
  if (!find_array(args[1], &b)) return vm.raise_type("can only extend with array (not \"" + type_name_of(vm, args[1]) + "\")");
  return extend_with(vm, a, args[1]) ? args[0] : Value();
}

Value repeat(Vm& vm, Array a, Value times, bool in_place, Value self) {
  int64_t n;
  if (!vm.to_index(times, &n)) return Value();
  uint64_t total;
  n = std::max<int64_t>(n, 0);
  if (__builtin_mul_overflow(a.bytes()->size, static_cast<uint64_t>(n), &total) || total > (uint64_t{1} << 40)) return vm.raise_memory();
  if (!vm.check_alloc(total)) return Value();
  std::string all;
  all.reserve(total);
  for (int64_t i = 0; i < n && total; ++i)
    if (!append_bulk(vm, &all, a.bytes()->view()) || ((i & 0xFFFF) == 0xFFFF && !vm.poll())) return Value();
  if (!in_place) return new_array(vm, a.code(), all);
  if (all.size() != a.bytes()->size && !growable(vm, a)) return Value();
  a.bytes()->size = 0;
  return bytearray_append(vm, a.bytes(), all) ? self : Value();
}

Value mul(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? repeat(vm, a, args[1], false, args[0]) : Value();
}
Value imul(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? repeat(vm, a, args[1], true, args[0]) : Value();
}

// a the array, i the next index
Value next_of_array(Vm& vm, IterObj* it) {
  if (!is_kind(it->a, Kind::Host)) return Value();
  Array a{as<HostObj>(it->a)};
  if (static_cast<uint64_t>(it->i) >= a.size()) {
    it->a = Value::none();
    return Value();
  }
  return load_at(vm, a, static_cast<uint64_t>(it->i++));
}
const IterType kArrayIter{"array.arrayiterator", next_of_array, nullptr, nullptr};

Value iterate(Vm& vm, Value* args) {
  Array a;
  return self_array(vm, args[0], &a) ? Value::object(vm.new_iter(kArrayIter, Value::object(a.o))) : Value();
}

const KindOps kArrayOps = [] {
  KindOps k{};
  k.length = [](Vm&, Obj* o) { return static_cast<int64_t>(Array{static_cast<HostObj*>(o)}.size()); };
  k.get_item = [](Vm& vm, Obj* o, Value key) {
    Array a{static_cast<HostObj*>(o)};
    uint64_t i;
    if (key.is_int() && normalize_index(key.i, static_cast<int64_t>(a.size()), &i)) return load_at(vm, a, i);
    Value args[] = {Value::object(o), key};
    return getitem(vm, args);
  };
  k.set_item = [](Vm& vm, Obj* o, Value key, Value v) {
    Array a{static_cast<HostObj*>(o)};
    uint64_t i;
    uint8_t item[8];
    if (key.is_int() && ((v.is_int() && fits(a.code(), v.i)) || (v.is_float() && a.code() == 'd')) && normalize_index(key.i, static_cast<int64_t>(a.size()), &i)) {
      std::memcpy(item, &v.i, sizeof v.i);  // of an int the low bytes come first
      std::memcpy(a.at(i), item, a.item());
      return true;
    }
    Value args[] = {Value::object(o), key, v};
    return !setitem(vm, args).is_unset();
  };
  k.iter = [](Vm& vm, Obj* o) { return Value::object(vm.new_iter(kArrayIter, Value::object(o))); };
  return k;
}();

const MethodDef kMethods[] = {
    {"append(self, v, /)", append, 0, "Append new value v to the end of the array."},
    {"extend(self, iterable, /)", extend, 0, "Append items to the end of the array."},
    {"fromlist(self, list, /)", fromlist, 0, "Append items to array from list."},
    {"fromunicode(self, ustr, /)", extend, 0, "Extends this array with data from the unicode string."},
    {"tounicode(self, /)", tounicode, 0, "Convert the array to a unicode string."},
    {"tolist(self, /)", tolist, 0, "Convert array to an ordinary list with the same items."},
    {"tobytes(self, /)", tobytes, 0, "Convert the array to an array of machine values and return the bytes representation."},
    {"frombytes(self, buffer, /)", frombytes, 0, "Appends items from the bytes, interpreting them as an array of machine values."},
    {"pop(self, i=-1, /)", pop, 0, "Return the i-th element and delete it from the array."},
    {"insert(self, i, v, /)", insert, 0, "Insert a new item v into the array before position i."},
    {"remove(self, v, /)", remove, 0, "Remove the first occurrence of v in the array."},
    {"index(self, v, start=0, stop=9223372036854775807, /)", index, 0, "Return index of first occurrence of v in the array."},
    {"count(self, v, /)", count, 0, "Return number of occurrences of v in the array."},
    {"reverse(self, /)", reverse, 0, "Reverse the order of the items in the array."},
    {"byteswap(self, /)", byteswap, 0, "Byteswap all items of the array."},
    {"buffer_info(self, /)", buffer_info},
    {"typecode", typecode, kNativeGetter, "the typecode character used to create the array"},
    {"itemsize", itemsize, kNativeGetter, "the size, in bytes, of one array item"},
    {"__copy__(self, /)", copy},
    {"__deepcopy__(self, memo, /)", copy},
    {"__len__(self, /)", length},
    {"__getitem__(self, key, /)", getitem},
    {"__setitem__(self, key, value, /)", setitem},
    {"__delitem__(self, key, /)", delitem},
    {"__contains__(self, key, /)", contains},
    {"__iter__(self, /)", iterate},
    {"__repr__(self, /)", repr},
    {"__add__(self, other, /)", add},
    {"__iadd__(self, other, /)", iadd},
    {"__mul__(self, n, /)", mul},
    {"__rmul__(self, n, /)", mul},
    {"__imul__(self, n, /)", imul},
    {"__eq__(self, other, /)", compare<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare<CmpOp::Ne>},
    {"__lt__(self, other, /)", compare<CmpOp::Lt>},
    {"__le__(self, other, /)", compare<CmpOp::Le>},
    {"__gt__(self, other, /)", compare<CmpOp::Gt>},
    {"__ge__(self, other, /)", compare<CmpOp::Ge>},
    kClassGetItem,
};

}  // namespace

bool array_storage(Value v, ByteArray** bytes, char* code) {
  Array a;
  if (!find_array(v, &a)) return false;
  *bytes = a.bytes();
  *code = a.code();
  return true;
}

void register_array_module() {
  define_iter_type(kArrayIter);
  TypeDef def;
  def.name = "array";
  def.module = "array";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "array(typecode [, initializer]): a sequence of numbers of one type.";
  def.construct_signature = "array(typecode, initializer=..., /)";
  def.construct = construct;
  def.host_type = &kArrayType;
  def.methods = kMethods;
  array_class = define_type(def);
  set_class_attribute(array_class, "__hash__", Value::none());
  Value reconstructor = define_array_state(array_class);
  static Class* const classes[] = {array_class};
  ModuleDef module{.name = "array", .doc = "Sequences of numbers of one type.", .functions = {}};
  module.classes = classes;
  define_module(module);
  NativeModule& m = native_module("array");
  m.add("_array_reconstructor", reconstructor);
  m.add("ArrayType", Value::object(array_class));
  m.add("typecodes", Value::object(make_shared_str("bBuhHiIlLqQfd")));
}

}  // namespace sl
