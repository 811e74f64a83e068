// copy: shallow and deep copies of built-in containers and of plain instances. Whatever has hooks of its
// own goes to the functions copy._copy_other and copy._deepcopy_other, in the script language.
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "stdlib/plain_class.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

bool is_atom(const Value& v) {
  if (!v.is_object()) return true;
  switch (v.o->kind) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::BigInt:
    case Kind::Complex:
    case Kind::Range:
    case Kind::Function:
    case Kind::Native:
    case Kind::Class:
    case Kind::Property:
    case Kind::Singleton:
    case Kind::CodeObj: return true;
    default: return false;
  }
}

struct HookNames {
  Str *copy = intern("__copy__"), *deepcopy = intern("__deepcopy__"), *reduce = intern("__reduce__"), *reduce_ex = intern("__reduce_ex__"), *getstate = intern("__getstate__"),
      *setstate = intern("__setstate__"), *getnewargs = intern("__getnewargs__"), *getnewargs_ex = intern("__getnewargs_ex__");
};
const HookNames& hooks() {
  static const HookNames n;
  return n;
}

// Did a script give copyreg a function for this class?
bool has_registered_reduction(Vm& vm, Class* c) {
  static Str* const kModule = intern("copyreg");
  static Str* const kTable = intern("dispatch_table");
  Value module = dict_get_str(vm.modules, kModule);
  Value table = is_kind(module, Kind::Module) ? vm.module_get(as<Module>(module), kTable) : Value();
  Value found = is_kind(table, Kind::Dict) && as<Dict>(table)->used > 2 ? dict_get(vm, as<Dict>(table), Value::object(c)) : Value();
  if (vm.raised()) vm.clear_error();
  return !found.is_unset();
}

// The nearest class that the program itself defines, other than object; None for classes of scripts alone.
Value native_base(Vm&, Value* args) {
  Class* c = is_kind(args[0], Kind::Class) ? as<Class>(args[0]) : nullptr;
  for (uint32_t i = 0; c && i < c->mro_count; ++i)
    if (c->mro[i]->flags & kClassBuiltin && c->mro[i] != types().object) return Value::object(c->mro[i]);
  return Value::none();
}

}  // namespace

bool is_plain_class(Vm& vm, Class* c) {
  if (c->instance_layout != Layout::Plain || c->flags & (kClassHasSetattr | kClassHasGetattribute | kClassHasGetattr | kClassHasSpecialNew)) return false;
  const HookNames& n = hooks();
  for (Str* name : {n.copy, n.deepcopy, n.reduce, n.reduce_ex, n.getstate, n.setstate, n.getnewargs, n.getnewargs_ex}) {
    Value hook = class_lookup(c, name);
    if (!hook.is_unset() && !(is_kind(hook, Kind::Native) && as<Native>(hook)->owner == types().object)) return false;
  }
  return !has_registered_reduction(vm, c);
}

namespace {

bool is_plain_instance(Vm& vm, const Value& v) { return is_kind(v, Kind::Instance) && is_plain_class(vm, as<Instance>(v)->cls); }

Value fallback(Vm& vm, const char* name, Value v, Value memo) {
  static Str* const kModule = intern("copy");
  Value module = dict_get_str(vm.modules, kModule);
  if (module.is_unset()) module = vm.host->import_module(vm, kModule);
  if (module.is_unset()) return module;
  Value f = vm.get_attr(module, name);
  if (f.is_unset()) return f;
  return memo.is_unset() ? vm.call(f, {v}) : vm.call(f, {v, memo});
}

Value copy_instance(Vm& vm, Instance* from) {
  Instance* to = vm.new_instance(from->cls);
  if (from->aux == kDictShape) {
    Dict* attributes = instance_dict(vm, to);
    if (!dict_merge(vm, attributes, as<Dict>(from->slots[0]))) return Value();
    return Value::object(to);
  }
  for (uint32_t i = 0; i < from->used; ++i)
    if (!instance_store(vm, to, shape_name(from->aux, i), from->slots[i])) return Value();
  return Value::object(to);
}

Value copy(Vm& vm, Value* args) {
  Value v = args[0];
  if (is_atom(v)) return v;
  switch (v.o->kind) {
    case Kind::Tuple:
    case Kind::FrozenSet:
    case Kind::Slice: return v;
    case Kind::List: return Value::object(vm.new_list(as<List>(v)->items, as<List>(v)->size));
    case Kind::Dict: return Value::object(dict_copy(vm, as<Dict>(v)));
    case Kind::Set: return Value::object(set_copy(vm, as<Set>(v), false));
    default: break;
  }
  if (is_plain_instance(vm, v)) return copy_instance(vm, as<Instance>(v));
  return fallback(vm, "_copy_other", v, Value());
}

Value deep(Vm& vm, Value v, Dict* memo);

Value id_of(const Value& v) { return Value::integer(static_cast<int64_t>(v.bits)); }

// The original is kept alive, so that its id stays its own.
bool remember(Vm& vm, Dict* memo, Value v, Value copied) {
  if (!dict_set(vm, memo, id_of(v), copied)) return false;
  Value key = id_of(Value::object(memo));
  Value kept = dict_get(vm, memo, key);
  if (kept.is_unset()) {
    kept = Value::object(vm.new_list());
    if (!dict_set(vm, memo, key, kept)) return false;
  }
  if (is_kind(kept, Kind::List)) list_append(vm, as<List>(kept), v);
  return true;
}

Value deep_list(Vm& vm, Value v, Dict* memo) {
  List* from = as<List>(v);
  List* to = vm.new_list(from->size);
  if (!remember(vm, memo, v, Value::object(to))) return Value();
  for (uint64_t i = 0; i < from->size; ++i) {
    Value item = deep(vm, from->items[i], memo);
    if (item.is_unset()) return item;
    list_append(vm, to, item);
  }
  return Value::object(to);
}

Value deep_tuple(Vm& vm, Value v, Dict* memo) {
  Tuple* from = as<Tuple>(v);
  Tuple* to = vm.new_tuple(from->size);
  for (uint64_t i = 0; i < from->size; ++i) to->items[i] = Value::none();
  bool same = true;
  for (uint64_t i = 0; i < from->size; ++i) {
    Value item = deep(vm, from->items[i], memo);
    if (item.is_unset()) return item;
    to->items[i] = item;
    same &= item.same(from->items[i]);
  }
  Value known = dict_get(vm, memo, id_of(v));  // a cycle may have led back here
  if (!known.is_unset()) return known;
  if (same) return v;
  return remember(vm, memo, v, Value::object(to)) ? Value::object(to) : Value();
}

Value deep_dict(Vm& vm, Value v, Dict* memo) {
  Dict* from = as<Dict>(v);
  Dict* to = vm.new_dict(from->used);
  if (!remember(vm, memo, v, Value::object(to))) return Value();
  uint32_t cursor = 0, used = from->used;
  Value key, value;
  while (dict_next(from, &cursor, &key, &value)) {
    Value k = deep(vm, key, memo);
    if (k.is_unset()) return k;
    Value x = deep(vm, value, memo);
    if (x.is_unset() || !dict_set(vm, to, k, x)) return Value();
    if (from->used != used) return vm.raise(errors().RuntimeError, "dictionary changed size during iteration");
  }
  return Value::object(to);
}

Value deep_instance(Vm& vm, Value v, Dict* memo) {
  auto* from = as<Instance>(v);
  Instance* to = vm.new_instance(from->cls);
  if (!remember(vm, memo, v, Value::object(to))) return Value();
  if (from->aux == kDictShape) {
    Value attributes = deep(vm, from->slots[0], memo);
    if (attributes.is_unset() || !dict_merge(vm, instance_dict(vm, to), as<Dict>(attributes))) return Value();
    return Value::object(to);
  }
  uint32_t shape = from->aux;
  for (uint32_t i = 0; from->aux == shape && i < from->used; ++i) {
    Value x = deep(vm, from->slots[i], memo);
    if (x.is_unset() || !instance_store(vm, to, shape_name(shape, i), x)) return Value();
  }
  return Value::object(to);
}

Value deep(Vm& vm, Value v, Dict* memo) {
  if (is_atom(v)) return v;
  Value known = dict_get(vm, memo, id_of(v));
  if (!known.is_unset()) return known;
  NativeDepth depth(vm);
  if (!depth.ok || !vm.poll()) return Value();
  switch (v.o->kind) {
    case Kind::List: return deep_list(vm, v, memo);
    case Kind::Tuple: return deep_tuple(vm, v, memo);
    case Kind::Dict: return deep_dict(vm, v, memo);
    default: break;
  }
  if (is_plain_instance(vm, v)) return deep_instance(vm, v, memo);
  return fallback(vm, "_deepcopy_other", v, Value::object(memo));
}

Value deepcopy(Vm& vm, Value* args) {
  if (args[1].is_none()) return is_atom(args[0]) ? args[0] : deep(vm, args[0], vm.new_dict());
  Dict* memo = as_dict(args[1]);
  return memo ? deep(vm, args[0], memo) : fallback(vm, "_deepcopy_other", args[0], args[1]);
}

const MethodDef kFunctions[] = {
    {"copy(x)", copy, 0, "Shallow copy operation on arbitrary objects."},
    {"native_base(cls, /)", native_base, 0, "The nearest built-in class, other than object; None: there is none."},
    {"deepcopy(x, memo=None)", deepcopy, 0, "Deep copy operation on arbitrary objects."},
};

}  // namespace

void register_copy_module() {
  ModuleDef module{.name = "_copy", .doc = "Copies of objects.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
