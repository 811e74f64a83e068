// types.UnionType: what int | None gives. Field: the tuple of members.
#include "core/vm/containers.h"
#include "core/vm/type_expr.h"

namespace sl {
namespace {

const HostType kUnionType = {.name = "UnionType", .tag = &kUnionType};
Class* g_union_class;

HostObj* as_union(Value v) { return is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kUnionType ? as<HostObj>(v) : nullptr; }
Tuple* members_of(Value v) { return as<Tuple>(as<HostObj>(v)->fields[0]); }

int has_member(Vm& vm, const Value* items, uint64_t n, Value v) {
  for (uint64_t i = 0; i < n; ++i)
    if (int r = vm.equal(items[i], v)) return r;
  return 0;
}

Value repr(Vm& vm, Value* args) {
  std::string out;
  Tuple* members = members_of(args[0]);
  for (uint64_t i = 0; i < members->size; ++i) {
    if (i) out += " | ";
    Value m = members->items[i];
    if (is_kind(m, Kind::Class) && as<Class>(m) == types().none)
      out += "None";
    else if (!append_type(vm, &out, m))
      return Value();
  }
  return vm.str_value(out);
}

Value eq(Vm& vm, Value* args) {
  if (!as_union(args[1])) return not_implemented();
  Tuple *a = members_of(args[0]), *b = members_of(args[1]);
  if (a->size != b->size) return Value::boolean(false);
  for (uint64_t i = 0; i < a->size; ++i) {
    int r = has_member(vm, b->items, b->size, a->items[i]);
    if (r <= 0) return r < 0 ? Value() : Value::boolean(false);
  }
  return Value::boolean(true);
}

Value hash(Vm& vm, Value* args) {
  Set* members = vm.new_set(true);  // as typing.Union hashes its own
  uint64_t h;
  if (!set_update(vm, members, Value::object(members_of(args[0]))) || !vm.hash(Value::object(members), &h)) return Value();
  return Value::integer(static_cast<int64_t>(h));
}

Value instancecheck(Vm& vm, Value* args) {
  int r = vm.is_instance_of(args[1], Value::object(members_of(args[0])));
  return r < 0 ? Value() : Value::boolean(r);
}

Value subclasscheck(Vm& vm, Value* args) {
  int r = vm.is_subclass_of(args[1], Value::object(members_of(args[0])));
  return r < 0 ? Value() : Value::boolean(r);
}

Value get_args(Vm&, Value* args) { return args[0].is_object() ? Value::object(members_of(args[0])) : Value(); }
Value get_parameters(Vm& vm, Value* args) {
  Tuple* found = args[0].is_object() ? type_parameters(vm, members_of(args[0])) : nullptr;
  return found ? Value::object(found) : Value();
}
Value getitem(Vm& vm, Value* args) {
  Tuple* made = substitute_parameters(vm, args[0], members_of(args[0]), args[1]);
  if (!made) return {};
  Value all = made->items[0];
  for (uint64_t i = 1; i < made->size && !all.is_unset(); ++i) all = vm.binary(BinOp::Or, all, made->items[i]);
  return all;
}

template <Literal name, NativeFn fn>
Value of_union(Vm& vm, Value* args) {
  return as_union(args[0]) ? fn(vm, args) : wrong_receiver(vm, "types.UnionType", name.text, args[0]);
}

const MethodDef kUnionMethods[] = {
    {"__repr__(self, /)", of_union<"__repr__", repr>},
    {"__eq__(self, other, /)", of_union<"__eq__", eq>},
    {"__hash__(self, /)", of_union<"__hash__", hash>},
    {"__instancecheck__(self, instance, /)", of_union<"__instancecheck__", instancecheck>},
    {"__subclasscheck__(self, cls, /)", of_union<"__subclasscheck__", subclasscheck>},
    {"__getitem__(self, item, /)", of_union<"__getitem__", getitem>},
    {"__args__", of_union<"__args__", get_args>, kNativeGetter},
    {"__parameters__", of_union<"__parameters__", get_parameters>, kNativeGetter},
};

bool is_member(Value v) { return is_kind(v, Kind::Class) || v.is_none() || is_generic_alias(v); }

}  // namespace

Tuple* union_members(Value v) { return as_union(v) ? members_of(v) : nullptr; }

Value union_type(Vm& vm, Value a, Value b) {
  for (Value v : {a, b})
    if (!is_member(v) && !as_union(v)) return not_implemented();
  if (a.is_none() && b.is_none()) return not_implemented();
  List* out = vm.new_list();
  auto add = [&](Value v) {
    if (v.is_none()) v = Value::object(types().none);
    int known = has_member(vm, out->items, out->size, v);
    if (known == 0) list_append(vm, out, v);
    return known >= 0;
  };
  for (Value v : {a, b}) {
    if (!as_union(v)) {
      if (!add(v)) return Value();
      continue;
    }
    Tuple* members = members_of(v);
    for (uint64_t i = 0; i < members->size; ++i)
      if (!add(members->items[i])) return Value();
  }
  if (out->size == 1) return out->items[0];
  HostObj* made = vm.new_host(g_union_class, nullptr, 1);
  made->fields[0] = Value::object(vm.new_tuple(out->items, out->size));
  return Value::object(made);
}

void register_union_type() {
  TypeDef def{.name = "UnionType", .module = "types", .doc = "Represent a PEP 604 union type"};
  def.subclassable = false;
  def.host_type = &kUnionType;
  def.methods = kUnionMethods;
  g_union_class = define_type(def);
}

}  // namespace sl
