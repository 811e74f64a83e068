// import _pickle: pickles in the protocols 2 to 5. Objects other than plain data are described or built by
// functions of the script module; what neither knows is left to that module, which starts over.
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "stdlib/pickle_internal.h"
#include "stdlib/plain_class.h"
#include "stdlib/registry.h"

namespace sl::pickles {

Class* named_class(Vm& vm, const Value& module, const Value& name) {
  if (!is_kind(module, Kind::Str) || !is_kind(name, Kind::Str)) return nullptr;
  Value found = dict_get_str(vm.modules, as<Str>(module));
  if (!is_kind(found, Kind::Module)) return nullptr;
  found = vm.module_get(as<Module>(found), as<Str>(name));
  return is_kind(found, Kind::Class) ? as<Class>(found) : nullptr;
}

bool PlainClasses::contain(Vm& vm, Class* c) {
  for (Class* known : known_)
    if (known == c) return true;
  static Str* const kSlots = intern("__slots__");
  if (c->metaclass != types().type || c->has_finalizer || !class_lookup(c, kSlots).is_unset() || !is_plain_class(vm, c)) return false;
  if (known_.size() < 16) known_.push_back(c);
  return true;
}

}  // namespace sl::pickles

namespace sl {

namespace {

const MethodDef kFunctions[] = {
    {"dump(obj, protocol: int, describe, /)", pickles::dump, 0, "The pickle of an object in protocol 2 to 5; None where that takes the class Pickler."},
    {"load(data, find_class, build, memo=None, /)", pickles::load, 0,
     "The object in a pickle and how long it is; None where that takes the class Unpickler. The list memo: what is known, and gets known."},
};

}  // namespace

void register_pickle_module() {
  ModuleDef module{.name = "_pickle", .doc = "Pickles, natively.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
