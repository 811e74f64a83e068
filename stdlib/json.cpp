// import json: dumps, dump, loads, load, JSONDecodeError, JSONEncoder, JSONDecoder.
#include "stdlib/json.h"

#include "core/vm/class.h"
#include "core/vm/types.h"
#include "stdlib/json_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

Class* decode_error;
Class* encoder_class;
Class* decoder_class;
Str* name_read;
Str* name_encode;
Str* name_iterencode;
Str* name_decode;

// ---- JSONDecodeError ----------------------------------------------------------------------------

Value decode_error_init(Vm& vm, Value* args) {
  Str* msg = as_str(args[1]);
  Str* doc = as_str(args[2]);
  int64_t pos;
  if (!msg || !doc) return vm.raise_type("JSONDecodeError() expects msg and doc as str");
  if (!vm.to_index(args[3], &pos)) return Value();
  int64_t line = 1, column = pos + 1, seen = 0;
  for (char c : doc->view()) {
    if ((static_cast<uint8_t>(c) & 0xC0) == 0x80) continue;
    if (seen++ == pos) break;
    if (c == '\n') {
      ++line;
      column = pos - seen + 1;
    }
  }
  std::string text(msg->view());
  text += ": line " + std::to_string(line) + " column " + std::to_string(column) + " (char " + std::to_string(pos) + ")";
  ExceptionInstance* e = as_exception(args[0]);
  if (!e) return vm.raise_type("descriptor '__init__' requires a 'JSONDecodeError' object");
  e->args = Value::object(vm.new_tuple({vm.str_value(text)}));
  Value self = args[0];
  const std::pair<const char*, Value> attributes[] = {{"msg", args[1]}, {"doc", args[2]}, {"pos", args[3]}, {"lineno", Value::integer(line)}, {"colno", Value::integer(column)}};
  for (const auto& [name, v] : attributes)
    if (!vm.set_attr(self, intern(name), v)) return Value();
  return Value::none();
}

// ---- dumps ----------------------------------------------------------------------------------------

// The keyword arguments of dumps() and JSONEncoder() in this order.
enum EncodeArg { kSkipKeys, kEnsureAscii, kCheckCircular, kAllowNan, kIndent, kSeparators, kDefault, kSortKeys, kEncodeArgs };
constexpr const char* kEncodeNames[] = {"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "indent", "separators", "default", "sort_keys"};

struct StyleStorage {
  JsonStyle style;
  std::string indent;
};

bool separators_of(Vm& vm, Value v, JsonStyle* style, Tuple** keep) {
  Tuple* pair = *keep = vm.to_tuple(v);
  if (!pair) return false;
  if (pair->size != 2) {
    vm.raise_value(pair->size < 2 ? "not enough values to unpack (expected 2, got " + std::to_string(pair->size) + ")" : "too many values to unpack (expected 2)");
    return false;
  }
  Str* item = as_str(pair->items[0]);
  Str* key = as_str(pair->items[1]);
  if (!item || !key) {
    vm.raise_type("separators must be strings");
    return false;
  }
  style->item_separator = item->view();
  style->key_separator = key->view();
  return true;
}

bool style_of(Vm& vm, const Value* args, StyleStorage* out, Tuple** keep) {
  JsonStyle& s = out->style;
  auto flag = [&](EncodeArg which, bool* target) {
    const Value& v = args[which];
    int truth = v.is_bool() ? static_cast<int>(v.i) : vm.truthy(v);
    *target = truth > 0;
    return truth >= 0;
  };
  if (!flag(kSkipKeys, &s.skip_keys) || !flag(kEnsureAscii, &s.ensure_ascii) || !flag(kCheckCircular, &s.check_circular) || !flag(kAllowNan, &s.allow_nan) ||
      !flag(kSortKeys, &s.sort_keys))
    return false;
  Value indent = args[kIndent];
  if (!indent.is_none()) {
    s.indented = true;
    s.item_separator = ",";
    if (Str* text = as_str(indent)) {
      out->indent = text->view();
    } else {
      int64_t n;
      if (!is_integer(unwrap(indent))) {
        vm.raise_type("can't multiply sequence by non-int of type '" + std::string(vm.type_of(indent)->name->view()) + "'");
        return false;
      }
      if (!vm.to_index(indent, &n)) {
        if (vm.catch_error(errors().OverflowError)) vm.raise(errors().OverflowError, "cannot fit 'int' into an index-sized integer");
        return false;
      }
      if (n > 1000) {
        vm.raise_value("indent is too large");
        return false;
      }
      out->indent.assign(n > 0 ? static_cast<size_t>(n) : 0, ' ');
    }
    s.indent = out->indent;
  }
  if (!args[kSeparators].is_none() && !separators_of(vm, args[kSeparators], &s, keep)) return false;
  if (!args[kDefault].is_none()) s.fallback = args[kDefault];
  return true;
}

Value dump_text(Vm& vm, Value v, const Value* args) {
  StyleStorage storage;
  Tuple* keep = nullptr;
  if (!style_of(vm, args, &storage, &keep)) return Value();
  JsonText text;
  if (!json_write_styled(vm, v, storage.style, text)) return Value();
  std::string_view view = text.view();
  if (!vm.check_alloc(view.size())) return Value();
  bool ascii = storage.style.ensure_ascii && !storage.style.indented && args[kSeparators].is_none();
  return Value::object(ascii ? vm.new_str(view, static_cast<uint32_t>(view.size())) : vm.new_str(view));
}

// cls=E: an instance made with the other arguments does the work.
Value dump_with_class(Vm& vm, Value v, Value cls, const Value* args, Dict* extra, Str* method) {
  Dict* keywords = extra && extra->used ? dict_copy(vm, extra) : vm.new_dict(kEncodeArgs);
  for (int i = 0; i < kEncodeArgs; ++i) dict_set_str(vm, keywords, intern(kEncodeNames[i]), args[i]);
  Value encoder = vm.call_kw(cls, nullptr, 0, keywords);
  return encoder.is_unset() ? encoder : vm.call_method(encoder, method, {v});
}

Value dumps_value(Vm& vm, Value v, const Value* args, Value cls, Dict* extra) {
  if (!cls.is_none()) return dump_with_class(vm, v, cls, args, extra, name_encode);
  if (extra && extra->used) return dump_with_class(vm, v, Value::object(encoder_class), args, extra, name_encode);
  return dump_text(vm, v, args);
}

#define SL_DUMP_ARGS "*, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, indent=None, separators=None, default=None, sort_keys=False"

Value json_dumps(Vm& vm, Value* args) { return dumps_value(vm, args[0], args + 1, args[1 + kEncodeArgs], as_dict(args[2 + kEncodeArgs])); }

Value json_dump(Vm& vm, Value* args) {
  Value file = args[1], cls = args[2 + kEncodeArgs];
  if (!cls.is_none()) {
    Value pieces = dump_with_class(vm, args[0], cls, args + 2, as_dict(args[3 + kEncodeArgs]), name_iterencode);
    Value iterator = pieces.is_unset() ? pieces : vm.iter(pieces);
    if (iterator.is_unset()) return iterator;
    for (Value piece; !(piece = vm.next(iterator)).is_unset();)
      if (vm.call_method(file, names().write, {piece}).is_unset()) return Value();
    return vm.raised() ? Value() : Value::none();
  }
  Value text = dumps_value(vm, args[0], args + 2, args[2 + kEncodeArgs], as_dict(args[3 + kEncodeArgs]));
  if (text.is_unset()) return text;
  Value wrote = vm.call_method(file, names().write, {text});
  return wrote.is_unset() ? wrote : Value::none();
}

Value encoder_init(Vm& vm, Value* args) {
  Value self = args[0];
  for (int i = 0; i < kEncodeArgs; ++i) {
    // default=None must not hide the method of a subclass.
    if (i == kDefault && args[1 + i].is_none()) continue;
    if (!vm.set_attr(self, intern(kEncodeNames[i]), args[1 + i])) return Value();
  }
  return Value::none();
}

Value encoder_default(Vm& vm, Value* args) { return vm.raise_type("Object of type " + std::string(vm.type_of(args[1])->name->view()) + " is not JSON serializable"); }

bool encoder_options(Vm& vm, Value encoder, Value* options) {
  for (int i = 0; i < kEncodeArgs; ++i) {
    options[i] = vm.find_attr(encoder, intern(kEncodeNames[i]));
    if (options[i].is_unset() && vm.raised()) return false;
    if (!options[i].is_unset()) continue;
    bool on = i == kEnsureAscii || i == kCheckCircular || i == kAllowNan;
    options[i] = i == kIndent || i == kSeparators || i == kDefault ? Value::none() : Value::boolean(on);
  }
  return true;
}

Value encoder_encode(Vm& vm, Value* args) {
  if (!is_str(unwrap(args[1])) && !vm.find_special(args[0], name_iterencode).same(class_lookup(encoder_class, name_iterencode))) {
    List* pieces = vm.to_list(vm.call_method(args[0], name_iterencode, {args[1]}));
    return pieces ? vm.call_method(Value::object(names().empty), intern("join"), {Value::object(pieces)}) : Value();
  }
  Value options[kEncodeArgs];
  return encoder_options(vm, args[0], options) ? dump_text(vm, args[1], options) : Value();
}

Value encoder_iterencode(Vm& vm, Value* args) {
  Value options[kEncodeArgs];
  StyleStorage storage;
  Tuple* keep = nullptr;
  if (!encoder_options(vm, args[0], options) || !style_of(vm, options, &storage, &keep)) return Value();
  std::vector<size_t> cuts;
  int one_shot = vm.truthy(args[2]);
  if (one_shot < 0) return Value();
  if (!one_shot) storage.style.cuts = &cuts;
  JsonText text;
  if (!json_write_styled(vm, args[1], storage.style, text)) return Value();
  std::string_view view = text.view();
  if (!vm.check_alloc(view.size() + cuts.size() * (sizeof(Str) + sizeof(Value)))) return Value();
  if (cuts.empty()) cuts.push_back(view.size());
  List* parts = vm.new_list(cuts.size());
  size_t from = 0;
  for (size_t end : cuts) {
    list_append(vm, parts, vm.str_value(view.substr(from, end - from)));
    from = end;
  }
  return vm.iter(Value::object(parts));
}

// ---- loads ----------------------------------------------------------------------------------------

enum DecodeArg { kObjectHook, kParseFloat, kParseInt, kParseConstant, kObjectPairsHook, kStrict, kDecodeArgs };
constexpr const char* kDecodeNames[] = {"object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook", "strict"};
#define SL_LOAD_ARGS "object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None"

bool hooks_of(Vm& vm, const Value* args, JsonHooks* out) {
  auto hook = [](const Value& v) { return v.is_none() ? Value() : v; };
  out->object_hook = hook(args[kObjectHook]);
  out->parse_float = hook(args[kParseFloat]);
  out->parse_int = hook(args[kParseInt]);
  out->parse_constant = hook(args[kParseConstant]);
  out->object_pairs_hook = hook(args[kObjectPairsHook]);
  int strict = vm.truthy(args[kStrict]);
  out->strict = strict != 0;
  return strict >= 0;
}

// The encoding of JSON bytes, told by where their zero bytes are.
const char* detect_encoding(std::string_view b) {
  if (b.starts_with(std::string_view("\x00\x00\xFE\xFF", 4)) || b.starts_with(std::string_view("\xFF\xFE\x00\x00", 4))) return "utf-32";
  if (b.starts_with("\xFE\xFF") || b.starts_with("\xFF\xFE")) return "utf-16";
  if (b.starts_with("\xEF\xBB\xBF")) return "utf-8-sig";
  if (b.size() >= 4) {
    if (!b[0]) return b[1] ? "utf-16-be" : "utf-32-be";
    if (!b[1]) return b[2] || b[3] ? "utf-16-le" : "utf-32-le";
  } else if (b.size() == 2) {
    if (!b[0]) return "utf-16-be";
    if (!b[1]) return "utf-16-le";
  }
  return "utf-8";
}

// The text of an argument of loads(); null: raised.
Str* document_of(Vm& vm, Value* doc) {
  if (Str* s = as_str(*doc)) {
    if (!s->view().starts_with("\xEF\xBB\xBF")) return s;
    raise_json_error(vm, "Unexpected UTF-8 BOM (decode using utf-8-sig)", s->view(), *doc, 0);
    return nullptr;
  }
  std::string_view data;
  if (!bytes_view(*doc, &data)) {
    vm.raise_type("the JSON object must be str, bytes or bytearray, not " + std::string(vm.type_of(*doc)->name->view()));
    return nullptr;
  }
  std::string_view encoding = detect_encoding(data);
  if (encoding == "utf-8-sig") {
    data.remove_prefix(3);
    encoding = "utf-8";
  }
  *doc = bytes_decode(vm, data, encoding, "surrogatepass");
  return doc->is_unset() ? nullptr : as_str(*doc);
}

Value loads_value(Vm& vm, Value doc, const Value* args, Value cls) {
  Str* text = document_of(vm, &doc);
  if (!text) return Value();
  if (!cls.is_none()) {
    Dict* keywords = vm.new_dict(kDecodeArgs);
    for (int i = 0; i < kDecodeArgs; ++i)
      if (!args[i].is_none()) dict_set_str(vm, keywords, intern(kDecodeNames[i]), args[i]);
    Value decoder = vm.call_kw(cls, nullptr, 0, keywords);
    return decoder.is_unset() ? decoder : vm.call_method(decoder, name_decode, {doc});
  }
  JsonHooks hooks;
  if (!hooks_of(vm, args, &hooks)) return Value();
  return json_parse_document(vm, text->view(), hooks, doc);
}

Value json_loads(Vm& vm, Value* args) { return loads_value(vm, args[0], args + 2, args[1]); }

Value json_load(Vm& vm, Value* args) {
  Value text = vm.call_method(args[0], name_read);
  return text.is_unset() ? text : loads_value(vm, text, args + 2, args[1]);
}

Value decoder_init(Vm& vm, Value* args) {
  for (int i = 0; i < kDecodeArgs; ++i)
    if (!vm.set_attr(args[0], intern(kDecodeNames[i]), args[1 + i])) return Value();
  return Value::none();
}

bool decoder_hooks(Vm& vm, Value self, JsonHooks* hooks) {
  Value options[kDecodeArgs];
  for (int i = 0; i < kDecodeArgs; ++i) {
    options[i] = vm.find_attr(self, intern(kDecodeNames[i]));
    if (options[i].is_unset()) {
      if (vm.raised()) return false;
      options[i] = i == kStrict ? Value::boolean(true) : Value::none();
    }
  }
  return hooks_of(vm, options, hooks);
}

Value decoder_decode(Vm& vm, Value* args) {
  JsonHooks hooks;
  Str* text = as_str(args[1]);
  if (!text) return vm.raise_type("expected string or bytes-like object, got " + std::string(vm.type_of(args[1])->name->view()));
  if (!decoder_hooks(vm, args[0], &hooks)) return Value();
  return json_parse_document(vm, text->view(), hooks, args[1]);
}

Value decoder_raw_decode(Vm& vm, Value* args) {
  JsonHooks hooks;
  Str* text = as_str(args[1]);
  int64_t index;
  if (!text) return vm.raise_type("first argument must be a string, not " + std::string(vm.type_of(args[1])->name->view()));
  if (!vm.to_index(args[2], &index) || !decoder_hooks(vm, args[0], &hooks)) return Value();
  if (index < 0) return vm.raise_value("idx cannot be negative");
  size_t offset = 0;
  for (std::string_view s = text->view(); index > 0 && offset < s.size(); --index) do
      ++offset;
    while (offset < s.size() && (static_cast<uint8_t>(s[offset]) & 0xC0) == 0x80);
  Value v = json_parse_value(vm, text->view(), hooks, args[1], &offset);
  if (v.is_unset()) return v;
  int64_t end = 0;
  for (char c : text->view().substr(0, offset)) end += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return Value::object(vm.new_tuple({v, Value::integer(end)}));
}

const MethodDef kDecodeErrorMethods[] = {
    {"__init__(self, msg, doc, pos)", decode_error_init},
};
const MethodDef kEncoderMethods[] = {
    {"__init__(self, " SL_DUMP_ARGS ")", encoder_init},
    {"default(self, o)", encoder_default, 0, "What to write instead of o; raises TypeError unless overridden."},
    {"encode(self, o)", encoder_encode, 0, "The JSON text of o."},
    {"iterencode(self, o, _one_shot=False)", encoder_iterencode, 0, "The JSON text of o in pieces."},
};
const MethodDef kDecoderMethods[] = {
    {"__init__(self, *, " SL_LOAD_ARGS ", strict=True)", decoder_init},
    {"decode(self, s)", decoder_decode, 0, "The value of the JSON document s."},
    {"raw_decode(self, s, idx=0)", decoder_raw_decode, 0, "The value that starts at s[idx] and the index behind it."},
};
const MethodDef kFunctions[] = {
    {"dumps(obj, " SL_DUMP_ARGS ", cls=None, **kw)", json_dumps, 0, "Serialize obj to a JSON formatted str."},
    {"dump(obj, fp, " SL_DUMP_ARGS ", cls=None, **kw)", json_dump, 0, "Serialize obj as JSON to fp, which has write()."},
    {"loads(s, *, cls=None, " SL_LOAD_ARGS ", strict=True)", json_loads, 0, "Deserialize a str, bytes or bytearray holding a JSON document."},
    {"load(fp, *, cls=None, " SL_LOAD_ARGS ", strict=True)", json_load, 0, "Deserialize the JSON document in fp, which has read()."},
};

}  // namespace

Class* json_decode_error() { return decode_error; }

void register_json_module() {
  name_read = intern("read");
  name_encode = intern("encode");
  name_iterencode = intern("iterencode");
  name_decode = intern("decode");

  TypeDef error;
  error.name = "JSONDecodeError";
  error.module = "json.decoder";
  error.base = errors().ValueError;
  error.layout = Layout::Exception;
  error.methods = kDecodeErrorMethods;
  decode_error = define_type(error);

  TypeDef encoder;
  encoder.name = "JSONEncoder";
  encoder.module = "json.encoder";
  encoder.methods = kEncoderMethods;
  encoder_class = define_type(encoder);

  TypeDef decoder;
  decoder.name = "JSONDecoder";
  decoder.module = "json.decoder";
  decoder.methods = kDecoderMethods;
  decoder_class = define_type(decoder);

  static Class* const classes[] = {decode_error, encoder_class, decoder_class};
  ModuleDef module;
  module.name = "json";
  module.doc = "JSON encoder and decoder.";
  module.functions = kFunctions;
  module.classes = classes;
  define_module(module);
  register_json_parts(decode_error, decoder_class, encoder_class);
}

}  // namespace sl
