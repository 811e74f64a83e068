// Encodings and error handlers of scripts: what the module codecs knows beyond the engine.
#include "core/vm/codec.h"
#include "core/vm/exceptions.h"

namespace sl {

namespace {

Value ask(Vm& vm, const char* function, std::initializer_list<Value> args) {
  Value codecs = vm.host->import_module(vm, intern("codecs"));
  Value f = codecs.is_unset() ? codecs : vm.get_attr(codecs, function);
  Value r = f.is_unset() ? f : vm.call(f, args);
  if (r.is_unset() && is_kind(codecs, Kind::Module)) hide_frames(vm, as<Module>(codecs)->code);
  return r;
}

bool named(Vm& vm, std::string_view name) {
  if (name.find('\0') == name.npos) return true;
  vm.raise_value("embedded null character");
  return false;
}

}  // namespace

Value encode_by_script(Vm& vm, Str* text, std::string_view encoding, std::string_view errors) {
  return named(vm, encoding) ? ask(vm, "_encode_text", {Value::object(text), vm.str_value(encoding), vm.str_value(errors)}) : Value();
}

Value decode_by_script(Vm& vm, std::string_view data, std::string_view encoding, std::string_view errors) {
  return named(vm, encoding) ? ask(vm, "_decode_text", {Value::object(vm.new_bytes(data)), vm.str_value(encoding), vm.str_value(errors)}) : Value();
}

bool handle_by_script(Vm& vm, std::string_view handler, Value exception, Value* replacement, int64_t* resume) {
  Value answer = ask(vm, "_handle", {vm.str_value(handler), exception});
  if (answer.is_unset()) return false;
  Tuple* pair = as_tuple(answer);
  *replacement = pair->items[0];
  return vm.to_index(pair->items[1], resume);
}

}  // namespace sl
