// Built-in functions from and to text.
#include "core/vm/builtins.h"
#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Value builtin_ascii(Vm& vm, Value* args) { return vm.ascii(args[0]); }
Value builtin_repr(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Instance)) return vm.repr(args[0]);
  NativeDepth depth(vm);
  if (!depth.ok) return {};
  Value own = vm.call_special(args[0], names().__repr__);  // a subclass of str stays one
  return own.is_unset() || as_str(own) ? own : vm.raise_type("__repr__ returned non-string (type " + std::string(type_name(vm, own)) + ")");
}

Value builtin_chr(Vm& vm, Value* args) {
  Value i = to_integer(vm, args[0]);
  if (i.is_unset()) return {};
  if (i.is_object() || i.i != static_cast<int32_t>(i.i)) return vm.raise(errors().OverflowError, "Python int too large to convert to C int");
  if (i.i < 0 || i.i > kMaxCodePoint) return vm.raise_value("chr() arg not in range(0x110000)");
  return Value::object(vm.char_str(static_cast<uint32_t>(i.i)));
}

Value builtin_ord(Vm& vm, Value* args) {
  std::string_view bytes;
  size_t length;
  if (Str* s = as_str(args[0])) {
    if (s->length == 1) return Value::integer(code_point_at(s->data));
    length = s->length;
  } else if (bytes_view(unwrap(args[0]), &bytes)) {
    if (bytes.size() == 1) return Value::integer(static_cast<uint8_t>(bytes[0]));
    length = bytes.size();
  } else {
    return vm.raisef(errors().TypeError, "ord() expected string of length 1, but %s found", std::string(type_name(vm, args[0])).c_str());
  }
  return vm.raisef(errors().TypeError, "ord() expected a character, but string of length %zu found", length);
}

Value builtin_format(Vm& vm, Value* args) {
  if (as_str(args[1])) return vm.format(args[0], Value::object(as_str(args[1])));
  return vm.raisef(errors().TypeError, "format() argument 2 must be str, not %s", args[1].is_none() ? "None" : std::string(type_name(vm, args[1])).c_str());
}

const MethodDef kFunctions[] = {
    {"ascii(obj, /)", builtin_ascii, 0, "Return an ASCII-only representation of an object."},
    {"repr(obj, /)", builtin_repr, 0, "Return the canonical string representation of the object."},
    {"chr(i, /)", builtin_chr, 0, "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."},
    {"ord(c, /)", builtin_ord, 0, "Return the Unicode code point for a one-character string."},
    {"format(value, format_spec='', /)", builtin_format, 0, "Return type(value).__format__(value, format_spec)"},
};

}  // namespace

void define_text_builtins() { define_builtins(kFunctions); }

}  // namespace sl
