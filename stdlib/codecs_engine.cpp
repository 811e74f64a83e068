// _codecs_engine: which encodings the engine has itself, for the module codecs.
#include "core/vm/codec.h"
#include "core/vm/native.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

Value known(Vm&, Value* args) {
  Encoding encoding;
  std::string_view name = as_str(args[0])->view();
  return Value::boolean(find_encoding(name, &encoding) || find_charset(name));
}

const MethodDef kFunctions[] = {{"known(name: str, /)", known}};

}  // namespace

void register_codecs_engine_module() { define_module({.name = "_codecs_engine", .doc = "The engine's own encodings.", .functions = kFunctions}); }

}  // namespace sl
