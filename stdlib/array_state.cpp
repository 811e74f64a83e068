// array.array in pickles and files.
#include <string>

#include "core/vm/class.h"
#include "core/vm/number.h"
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/array.h"
#include "stdlib/element.h"

namespace sl {
namespace {

// Formats pickles name by number, in this order; 'w' stands for UTF-16 and 'u' for UTF-32.
struct MachineFormat {
  char code;
  uint8_t size;
  bool big_endian;
};
constexpr MachineFormat kFormats[] = {
    {'B', 1, false}, {'b', 1, false}, {'H', 2, false}, {'H', 2, true}, {'h', 2, false}, {'h', 2, true}, {'I', 4, false}, {'I', 4, true},
    {'i', 4, false}, {'i', 4, true},  {'Q', 8, false}, {'Q', 8, true}, {'q', 8, false}, {'q', 8, true}, {'f', 4, false}, {'f', 4, true},
    {'d', 8, false}, {'d', 8, true},  {'w', 2, false}, {'w', 2, true}, {'u', 4, false}, {'u', 4, true},
};

int format_of(char code) {
  if (code == 'l') code = 'q';
  if (code == 'L') code = 'Q';
  for (size_t i = 0; i < std::size(kFormats); ++i)
    if (kFormats[i].code == code && !kFormats[i].big_endian) return static_cast<int>(i);
  return -1;
}

Value items_of(Vm& vm, const MachineFormat& f, std::string_view data) {
  if (f.code == 'w' || f.code == 'u') {
    std::string codec = std::string(f.code == 'w' ? "utf-16" : "utf-32") + (f.big_endian ? "-be" : "-le");
    return bytes_decode(vm, data, codec, "strict");
  }
  List* items = vm.new_list();
  for (size_t at = 0; at + f.size <= data.size(); at += f.size) {
    Value v = element_load(vm, f.code, reinterpret_cast<const uint8_t*>(data.data()) + at, f.size, f.big_endian);
    if (v.is_unset()) return v;
    list_append(vm, items, v);
  }
  return Value::object(items);
}

Class* g_array_class;

Value reconstruct(Vm& vm, Value* args) {  // arraytype, typecode, mformat_code, items
  if (!is_kind(args[0], Kind::Class)) return vm.raise_type("first argument must be a type object, not " + type_name_of(vm, args[0]));
  auto* cls = as<Class>(args[0]);
  if (!is_subclass(cls, g_array_class)) return vm.raise_type(std::string(cls->name->view()) + " is not a subtype of array.array");
  Str* code = as_str(args[1]);
  int64_t number;
  if (!code || code->size != 1) return vm.raise_type("_array_reconstructor() argument 2 must be a unicode character, not " + type_name_of(vm, args[1]));
  if (!vm.to_index(args[2], &number)) return Value();
  Bytes* data = as_bytes(args[3]);
  if (!data) return vm.raise_type("fourth argument should be bytes, not " + type_name_of(vm, args[3]));
  if (!element_size(code->data[0]) || format_of(code->data[0]) < 0) return vm.raise_value("second argument must be a valid type code");
  if (number < 0 || number >= static_cast<int64_t>(std::size(kFormats))) return vm.raise_value("third argument must be a valid machine format code.");
  const MachineFormat& f = kFormats[number];
  if (data->size % f.size) return vm.raise_value("bytes length not a multiple of item size");
  Value source = number == format_of(code->data[0]) ? args[3] : items_of(vm, f, data->view());
  if (source.is_unset()) return source;
  if (is_kind(source, Kind::List) && element_is_integer(f.code)) {  // the type that holds these numbers here
    char letter = f.code == 'q' ? 'l' : f.code == 'Q' ? 'L' : f.code;
    return vm.call(args[0], {vm.str_value({&letter, 1}), source});
  }
  return vm.call(args[0], {args[1], source});
}

Value g_reconstructor;

Value reduce_ex(Vm& vm, Value* args) {
  ByteArray* bytes;
  char code;
  int64_t protocol;
  if (!array_storage(unwrap(args[0]), &bytes, &code)) return vm.raise_type("descriptor '__reduce_ex__' requires an 'array.array' object");
  if (!vm.to_index(args[1], &protocol)) return Value();
  Value cls = Value::object(vm.type_of(args[0])), state = Value::none();
  if (is_kind(args[0], Kind::Instance)) {
    state = vm.find_attr(args[0], names().__dict__);
    if (vm.raised()) return Value();
    if (state.is_unset()) state = Value::none();
  }
  Value letter = vm.str_value({&code, 1}), function = cls;
  Tuple* arguments;
  if (protocol < 3) {
    Value items = vm.call_method(args[0], intern("tolist"));
    if (items.is_unset()) return items;
    arguments = vm.new_tuple({letter, items});
  } else {
    function = g_reconstructor;
    arguments = vm.new_tuple({cls, letter, Value::integer(format_of(code)), Value::object(vm.new_bytes(bytes->view()))});
  }
  return Value::object(vm.new_tuple({function, Value::object(arguments), state}));
}

Value tofile(Vm& vm, Value* args) {
  Value bytes = vm.call_method(args[0], intern("tobytes"));
  if (bytes.is_unset()) return bytes;
  Value written = vm.call_method(args[1], names().write, {bytes});
  return written.is_unset() ? written : Value::none();
}

Value fromfile(Vm& vm, Value* args) {
  ByteArray* bytes;
  char code;
  int64_t n;
  if (!array_storage(unwrap(args[0]), &bytes, &code)) return vm.raise_type("descriptor 'fromfile' requires an 'array.array' object");
  if (!vm.to_index(args[2], &n)) return Value();
  if (n < 0) return vm.raise_value("negative count");
  auto item = static_cast<int64_t>(element_size(code));
  if (n > INT64_MAX / item) return vm.raise_memory();
  Value data = vm.call_method(args[1], intern("read"), {Value::integer(n * item)});
  if (data.is_unset()) return data;
  Bytes* got = as_bytes(data);
  if (!got) return vm.raise_type("read() didn't return bytes");
  bool enough = static_cast<int64_t>(got->size) == n * item;
  Value done = vm.call_method(args[0], intern("frombytes"), {data});
  if (done.is_unset()) return done;
  return enough ? done : vm.raise(errors().EOFError, "read() didn't return enough bytes");
}

const MethodDef kMethods[] = {
    {"__reduce_ex__(self, protocol, /)", reduce_ex, 0, "Return state information for pickling."},
    {"tofile(self, f, /)", tofile, 0, "Write all items (as machine values) to the file object f."},
    {"fromfile(self, f, n, /)", fromfile, 0, "Read n objects from the file object f and append them to the end of the array."},
};
const MethodDef kReconstructor{"_array_reconstructor(arraytype, typecode, mformat_code, items, /)", reconstruct, 0, "Internal. Used for pickling support."};

}  // namespace

Value define_array_state(Class* cls) {
  g_array_class = cls;
  g_reconstructor = Value::object(define_native(kReconstructor, nullptr, "array"));
  for (const MethodDef& m : kMethods) {
    Native* n = define_native(m, cls);
    set_class_attribute(cls, std::string(n->name->view()).c_str(), Value::object(n));
  }
  return g_reconstructor;
}

}  // namespace sl
