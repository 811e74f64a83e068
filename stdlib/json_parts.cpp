// json.decoder and json.encoder: the names programs import from the halves of the package json.
#include "core/vm/native.h"
#include "core/vm/text.h"
#include "stdlib/json_internal.h"

namespace sl {
namespace {

Value basestring(Vm& vm, Value text, bool ascii) {
  if (!as_str(text)) return vm.raise_type("first argument must be a string, not " + std::string(type_name(vm, text)));
  JsonStyle style;
  style.ensure_ascii = ascii;
  JsonText out;
  return json_write_styled(vm, unwrap(text), style, out) ? vm.str_value(out.view()) : Value();
}

// (string, end, strict): the string whose opening quote stands before `end`, and the index behind it.
Value scanstring(Vm& vm, Value* args) {
  Str* text = as_str(args[0]);
  if (!text) return vm.raise_type("first argument must be a string, not " + std::string(type_name(vm, args[0])));
  int64_t end;
  if (!size_arg(vm, args[1], &end)) return Value();
  if (end < 1 || end > text->length) return vm.raise_value("end is out of bounds");
  int strict = vm.truthy(args[2]);
  if (strict < 0) return Value();
  JsonHooks hooks;
  hooks.strict = strict;
  size_t offset = byte_offset(vm, text, static_cast<uint32_t>(end - 1));
  if (text->view()[offset] != '"') return vm.raise_value("end is out of bounds");
  Value found = json_parse_value(vm, text->view(), hooks, args[0], &offset);
  if (found.is_unset()) return found;
  return Value::object(vm.new_tuple({found, Value::integer(char_index(vm, text, offset))}));
}

const MethodDef kDecoderFunctions[] = {
    {"scanstring(string, end, strict=True)", scanstring, 0, "Scan the string s for a JSON string whose opening quote stands before end."},
};
const MethodDef kEncoderFunctions[] = {
    {"encode_basestring_ascii(string, /)", [](Vm& vm, Value* args) { return basestring(vm, args[0], true); }, 0, "Return an ASCII-only JSON representation of a Python string"},
    {"encode_basestring(string, /)", [](Vm& vm, Value* args) { return basestring(vm, args[0], false); }, 0, "Return a JSON representation of a Python string"},
};

}  // namespace

void register_json_parts(Class* decode_error, Class* decoder, Class* encoder) {
  static Class* const decoder_classes[] = {decode_error, decoder};
  static Class* const encoder_classes[] = {encoder};
  ModuleDef decoding{.name = "json.decoder", .doc = "Implementation of JSONDecoder", .functions = kDecoderFunctions};
  decoding.classes = decoder_classes;
  define_module(decoding);
  ModuleDef encoding{.name = "json.encoder", .doc = "Implementation of JSONEncoder", .functions = kEncoderFunctions};
  encoding.classes = encoder_classes;
  define_module(encoding);
}

}  // namespace sl
