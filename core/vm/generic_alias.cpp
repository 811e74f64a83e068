// types.GenericAlias: what list[int] gives. Fields: the class, the tuple of arguments, whether it stands starred.
#include "core/vm/containers.h"
#include "core/vm/type_expr.h"

namespace sl {
namespace {

const HostType kAliasType = {.name = "GenericAlias", .tag = &kAliasType};
Class* g_alias_class;

// Instances of subclasses included.
HostObj* as_alias(Value v) {
  v = unwrap(v);
  return is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kAliasType ? as<HostObj>(v) : nullptr;
}

Value origin_of(Value alias) { return as_alias(alias)->fields[0]; }
Tuple* arguments_of(Value alias) { return as<Tuple>(as_alias(alias)->fields[1]); }
bool is_starred(Value alias) { return as_alias(alias)->fields[2].is_true(); }

// collections.abc.Callable[[int], str] has the parameters and the result in one tuple.
bool is_callable_type(Value origin) {
  if (!is_kind(origin, Kind::Class) || as<Class>(origin)->qualname->view() != "Callable") return false;
  Value module = as<Class>(origin)->module;
  return is_str(module) && as<Str>(module)->view() == "collections.abc";
}

// A ParamSpec, or Concatenate[...], which stand for all the parameters.
bool stands_for_parameters(Vm& vm, Value v) {
  static Str *const kName = intern("_name"), *const kParamSpec = intern("ParamSpec");
  if (!is_kind(v, Kind::Instance)) return false;
  if (as<Instance>(v)->cls->name == kParamSpec) return true;
  Value name = vm.find_attr(v, kName);
  vm.clear_error();
  return !name.is_unset() && as_str(name) && as_str(name)->view() == "Concatenate";
}

bool shows_parameters(Vm& vm, Value alias) {
  Tuple* parts = arguments_of(alias);
  if (!parts->size || !is_callable_type(origin_of(alias))) return false;
  if (parts->size == 2 && stands_for_parameters(vm, parts->items[0])) return false;
  return !(parts->size == 2 && parts->items[0].is_object() && !is_kind(parts->items[0], Kind::Class) && parts->items[0].o == g_ellipsis);
}

Value repr(Vm& vm, Value* args) {
  ReprScope scope(vm, args[0].o);
  if (!scope.entered) return repr_cycle(vm, scope, "...");
  std::string out = is_starred(args[0]) ? "*" : "";
  if (!append_type(vm, &out, origin_of(args[0]))) return Value();
  out += '[';
  Tuple* parts = arguments_of(args[0]);
  if (parts->size == 0) out += "()";
  bool function = shows_parameters(vm, args[0]);
  if (function) out += '[';
  for (uint64_t i = 0; i < parts->size; ++i) {
    bool result = function && i + 1 == parts->size;
    if (result) out += ']';
    if (i || result) out += ", ";
    if (!append_type(vm, &out, parts->items[i])) return Value();
  }
  return vm.str_value(out + "]");
}

Value call(Vm& vm, Value* args) {
  static Str* const kMadeAs = intern("__orig_class__");
  auto* positional = as<Tuple>(args[1]);
  Value made = vm.call_kw(origin_of(args[0]), positional->items, positional->size, as_dict(args[2]));
  if (!is_kind(made, Kind::Instance) || vm.set_attr(made, kMadeAs, args[0])) return made;
  return vm.catch_error(errors().AttributeError) || vm.catch_error(errors().TypeError) ? made : Value();
}

Value eq(Vm& vm, Value* args) {
  if (!as_alias(args[1])) return not_implemented();
  if (!origin_of(args[0]).same(origin_of(args[1])) || is_starred(args[0]) != is_starred(args[1])) return Value::boolean(false);
  int r = vm.equal(Value::object(arguments_of(args[0])), Value::object(arguments_of(args[1])));
  return r < 0 ? Value() : Value::boolean(r);
}

Value hash(Vm& vm, Value* args) {
  uint64_t h;
  if (!vm.hash(Value::object(arguments_of(args[0])), &h)) return Value();
  return Value::integer(static_cast<int64_t>((h ^ identity_hash(origin_of(args[0]).o)) >> 1));
}

Value getattr(Vm& vm, Value* args) {
  Str* name = as_str(args[1]);
  if (!name) return vm.raise_type("attribute name must be string");
  for (std::string_view own : {"__bases__", "__copy__", "__deepcopy__"})  // of the alias, were there any
    if (name->view() == own) return vm.raise(errors().AttributeError, "'types.GenericAlias' object has no attribute '" + std::string(own) + "'");
  return vm.get_attr(origin_of(args[0]), name);
}

Value new_alias(Vm& vm, Value origin, Value arguments, bool starred = false) {
  Tuple* parts = as_tuple(arguments);
  HostObj* alias = vm.new_host(g_alias_class, nullptr, 3);
  alias->fields[2] = Value::boolean(starred);
  alias->fields[0] = origin;
  alias->fields[1] = Value::object(parts ? parts : vm.new_tuple({arguments}));
  return Value::object(alias);
}

// *tuple[int, str] is the one item that it iterates over.
Value iterate(Vm& vm, Value* args) {
  Value starred = new_alias(vm, origin_of(args[0]), Value::object(arguments_of(args[0])), true);
  return vm.iter(Value::object(vm.new_tuple({starred})));
}
Value get_unpacked(Vm&, Value* args) { return Value::boolean(is_starred(args[0])); }

Value construct(Vm& vm, Value* args) { return new_alias(vm, args[0], args[1]); }

Str* subst_name() {
  static Str* const name = intern("__typing_subst__");
  return name;
}
bool is_variable(Vm& vm, Value v) { return !is_kind(v, Kind::Class) && !vm.find_special(v, subst_name()).is_unset(); }

// The type variables of something that has some; null: none, or raised.
Tuple* parameters_of(Vm& vm, Value v) {
  static Str* const kParameters = intern("__parameters__");
  if (is_kind(v, Kind::Class)) return nullptr;
  Value found = vm.find_attr(v, kParameters);
  Tuple* t = found.is_unset() ? nullptr : as_tuple(found);
  return t && t->size ? t : nullptr;
}

// Variables among the arguments, in order of their first mention.
List* variables(Vm& vm, Tuple* arguments) {
  List* out = vm.new_list();
  auto add = [&](Value v) {
    for (uint64_t i = 0; i < out->size; ++i)
      if (out->items[i].same(v)) return;
    list_append(vm, out, v);
  };
  for (uint64_t i = 0; i < arguments->size; ++i) {
    Value a = arguments->items[i];
    if (is_variable(vm, a)) {
      add(a);
    } else if (Tuple* inner = parameters_of(vm, a)) {
      for (uint64_t k = 0; k < inner->size; ++k) add(inner->items[k]);
    } else if (vm.raised()) {
      return nullptr;
    }
  }
  return out;
}

}  // namespace

Tuple* type_parameters(Vm& vm, Tuple* arguments) {
  List* found = variables(vm, arguments);
  return found ? vm.new_tuple(found->items, found->size) : nullptr;
}

Tuple* substitute_parameters(Vm& vm, Value shown, Tuple* old, Value item) {
  Tuple* given = as_tuple(item);
  if (!given) given = vm.new_tuple({item});
  List* known = variables(vm, old);
  if (!known) return nullptr;
  if (!known->size || known->size != given->size) {
    Value text = vm.repr(shown);
    if (text.is_unset()) return nullptr;
    std::string name(as_str(text)->view());
    if (known->size)
      name = std::string(given->size > known->size ? "Too many" : "Too few") + " arguments for " + name + "; actual " + std::to_string(given->size) + ", expected " +
             std::to_string(known->size);
    else
      name += " is not a generic class";
    return vm.raise_type(name), nullptr;
  }
  auto value_of = [&](Value v) {
    for (uint64_t i = 0; i < known->size; ++i)
      if (known->items[i].same(v)) return given->items[i];
    return v;
  };
  List* made = vm.new_list();
  for (uint64_t i = 0; i < old->size; ++i) {
    Value a = old->items[i];
    if (is_variable(vm, a)) {
      a = vm.call_method(a, subst_name(), {value_of(a)});
    } else if (Tuple* inner = parameters_of(vm, a)) {
      Tuple* key = vm.new_tuple(inner->size);
      for (uint64_t k = 0; k < inner->size; ++k) key->items[k] = value_of(inner->items[k]);
      a = vm.get_item(a, Value::object(key));
    }
    if (a.is_unset() || vm.raised()) return nullptr;
    list_append(vm, made, a);
  }
  return vm.new_tuple(made->items, made->size);
}

namespace {

// The parameters that took the place of a ParamSpec, beside the others.
Tuple* in_one(Vm& vm, Tuple* parts) {
  List* flat = vm.new_list();
  for (uint64_t i = 0; i < parts->size; ++i) {
    Value a = parts->items[i];
    bool several = a.is_object() && (as_tuple(a) || as_list(a));
    if (several ? !vm.extend(flat, a) : (list_append(vm, flat, a), false)) return nullptr;
  }
  return vm.new_tuple(flat->items, flat->size);
}

Value getitem(Vm& vm, Value* args) {
  Tuple* made = substitute_parameters(vm, args[0], arguments_of(args[0]), args[1]);
  if (made && is_callable_type(origin_of(args[0]))) made = in_one(vm, made);
  return made ? new_alias(vm, origin_of(args[0]), Value::object(made), is_starred(args[0])) : Value();
}
Value no_checks(Vm& vm, Value*) { return vm.raise_type("isinstance() argument 2 cannot be a parameterized generic"); }
Value no_subclass_checks(Vm& vm, Value*) { return vm.raise_type("issubclass() argument 2 cannot be a parameterized generic"); }
Value mro_entries(Vm& vm, Value* args) { return Value::object(vm.new_tuple({origin_of(args[0])})); }
Value get_origin(Vm&, Value* args) { return origin_of(args[0]); }
Value get_args(Vm&, Value* args) { return Value::object(arguments_of(args[0])); }
Value get_parameters(Vm& vm, Value* args) {
  Tuple* found = type_parameters(vm, arguments_of(args[0]));
  return found ? Value::object(found) : Value();
}

template <Literal name, NativeFn fn>
Value of_alias(Vm& vm, Value* args) {
  return as_alias(args[0]) ? fn(vm, args) : wrong_receiver(vm, "types.GenericAlias", name.text, args[0]);
}

const MethodDef kAliasMethods[] = {
    {"__repr__(self, /)", of_alias<"__repr__", repr>},
    {"__call__(self, /, *args, **kwargs)", of_alias<"__call__", call>},
    {"__eq__(self, other, /)", of_alias<"__eq__", eq>},
    {"__hash__(self, /)", of_alias<"__hash__", hash>},
    {"__getattr__(self, name, /)", of_alias<"__getattr__", getattr>},
    {"__getitem__(self, item, /)", of_alias<"__getitem__", getitem>},
    {"__instancecheck__(self, instance, /)", of_alias<"__instancecheck__", no_checks>},
    {"__subclasscheck__(self, cls, /)", of_alias<"__subclasscheck__", no_subclass_checks>},
    {"__mro_entries__(self, bases, /)", of_alias<"__mro_entries__", mro_entries>},
    {"__iter__(self, /)", of_alias<"__iter__", iterate>},
    {"__unpacked__", of_alias<"__unpacked__", get_unpacked>, kNativeGetter},
    {"__origin__", of_alias<"__origin__", get_origin>, kNativeGetter},
    {"__args__", of_alias<"__args__", get_args>, kNativeGetter},
    {"__parameters__", of_alias<"__parameters__", get_parameters>, kNativeGetter},
};

}  // namespace

bool is_generic_alias(Value v) { return as_alias(v) != nullptr; }

bool append_type(Vm& vm, std::string* out, Value v) {
  if (v.tag == kObject && v.o == g_ellipsis) {
    *out += "...";
    return true;
  }
  if (!is_kind(v, Kind::Class)) return append_repr(vm, out, v);
  Class* c = as<Class>(v);
  if (is_str(c->module) && as<Str>(c->module)->view() != "builtins") *out += std::string(as<Str>(c->module)->view()) + ".";
  *out += c->qualname->view();
  return true;
}

Value class_getitem(Vm& vm, Value* args) { return new_alias(vm, args[0], args[1]); }

void register_generic_alias() {
  TypeDef def{.name = "GenericAlias", .module = "types", .doc = "Represent a PEP 585 generic type"};
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.host_type = &kAliasType;
  def.construct_signature = "GenericAlias(origin, args, /)";
  def.construct = construct;
  def.methods = kAliasMethods;
  g_alias_class = define_type(def);
}

}  // namespace sl
