// import gc: the collector as scripts see it. It has no generations; collections happen as memory grows.
#include "core/vm/types.h"
#include "core/env/native_modules.h"
#include "stdlib/registry.h"
#include "stdlib/weakref.h"

namespace sl {
namespace {

struct Switches {
  bool enabled = true;
  int64_t debug = 0;
  int64_t threshold[3] = {700, 10, 10};
};

Value collect(Vm& vm, Value* args) {
  int64_t generation;
  if (!vm.to_index(args[0], &generation)) return Value();
  static Str* const kModule = intern("gc");
  Value module = dict_get_str(vm.modules, kModule);
  Value self = is_kind(module, Kind::Module) ? vm.module_get(as<Module>(module), intern("collect")) : Value();
  if (generation < 0 || generation > 2) return vm.raise_value("invalid generation");
  collect_now(vm, self, args, 1);
  return vm.raised() ? Value() : Value::integer(0);
}

Value enable(Vm& vm, Value*) {
  local<Switches>(vm).enabled = true;
  return Value::none();
}
Value disable(Vm& vm, Value*) {
  local<Switches>(vm).enabled = false;
  return Value::none();
}
Value isenabled(Vm& vm, Value*) { return Value::boolean(local<Switches>(vm).enabled); }
Value nothing(Vm&, Value*) { return Value::none(); }
Value zero(Vm&, Value*) { return Value::integer(0); }
Value empty_list(Vm& vm, Value*) { return Value::object(vm.new_list()); }

Value set_debug(Vm& vm, Value* args) { return vm.to_index(args[0], &local<Switches>(vm).debug) ? Value::none() : Value(); }
Value get_debug(Vm& vm, Value*) { return Value::integer(local<Switches>(vm).debug); }

Value set_threshold(Vm& vm, Value* args) {
  Switches& s = local<Switches>(vm);
  for (int i = 0; i < 3; ++i)
    if (!args[i].is_unset() && !vm.to_index(args[i], &s.threshold[i])) return Value();
  return Value::none();
}
Value get_threshold(Vm& vm, Value*) {
  Switches& s = local<Switches>(vm);
  return Value::object(vm.new_tuple({Value::integer(s.threshold[0]), Value::integer(s.threshold[1]), Value::integer(s.threshold[2])}));
}
Value get_count(Vm& vm, Value*) { return Value::object(vm.new_tuple({Value::integer(0), Value::integer(0), Value::integer(0)})); }

Value get_stats(Vm& vm, Value*) {
  List* all = vm.new_list();
  for (int i = 0; i < 3; ++i) {
    Dict* d = vm.new_dict();
    dict_set_str(vm, d, intern("collections"), Value::integer(i == 2 ? static_cast<int64_t>(vm.heap.collections()) : 0));
    dict_set_str(vm, d, intern("collected"), Value::integer(0));
    dict_set_str(vm, d, intern("uncollectable"), Value::integer(0));
    list_append(vm, all, Value::object(d));
  }
  return Value::object(all);
}

Value is_tracked(Vm&, Value* args) {
  if (!args[0].is_object()) return Value::boolean(false);
  Kind k = args[0].o->kind;
  return Value::boolean(k != Kind::Str && k != Kind::Bytes && k != Kind::BigInt && k != Kind::Complex && k != Kind::ByteArray);
}

const MethodDef kFunctions[] = {
    {"collect(generation=2)", collect, 0, "Collect what is unreachable now. The number of objects found is not counted: 0."},
    {"enable()", enable, 0, "Note that collections are wanted; they happen as memory grows in any case."},
    {"disable()", disable, 0, "Note that collections are not wanted; they happen as memory grows in any case."},
    {"isenabled()", isenabled, 0, "Whether enable() or disable() was called last."},
    {"freeze()", nothing},
    {"unfreeze()", nothing},
    {"get_freeze_count()", zero},
    {"set_debug(flags, /)", set_debug},
    {"get_debug()", get_debug},
    {"set_threshold(threshold0, threshold1=..., threshold2=..., /)", set_threshold},
    {"get_threshold()", get_threshold},
    {"get_count()", get_count},
    {"get_stats()", get_stats},
    {"get_objects(generation=None)", empty_list},
    {"get_referrers(*objs)", empty_list},
    {"get_referents(*objs)", empty_list},
    {"is_tracked(obj, /)", is_tracked, 0, "Whether the object can refer to others."},
};

Value no_garbage(Vm& vm) { return Value::object(vm.new_list()); }
const ConstantDef kConstants[] = {{"garbage", no_garbage}, {"callbacks", no_garbage}};

}  // namespace

void register_gc_module() {
  ModuleDef module{.name = "gc", .doc = "The garbage collector.", .functions = kFunctions, .constants = kConstants};
  define_module(module);
  NativeModule& m = native_module("gc");
  m.add("DEBUG_STATS", Value::integer(1));
  m.add("DEBUG_COLLECTABLE", Value::integer(2));
  m.add("DEBUG_UNCOLLECTABLE", Value::integer(4));
  m.add("DEBUG_SAVEALL", Value::integer(32));
  m.add("DEBUG_LEAK", Value::integer(38));
}

}  // namespace sl
