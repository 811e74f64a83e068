#include "core/vm/mapping_proxy.h"

#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/types.h"

namespace sl {
namespace {

const HostType kProxyType = {.name = "mappingproxy", .tag = &kProxyType};
Class* g_proxy_class;

HostObj* as_proxy(Value v) { return is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kProxyType ? as<HostObj>(v) : nullptr; }

Value source(Value proxy) { return as<HostObj>(proxy)->fields[0]; }

// The mapping behind it; of a class, its attributes at this moment.
Value mapping_of(Vm& vm, Value v) {
  if (HostObj* p = as_proxy(v)) {
    Value s = p->fields[0];
    return is_kind(s, Kind::Class) ? Value::object(class_dict(vm, as<Class>(s))) : s;
  }
  return v;
}

Value own_attribute(Class* c, Value key) {
  Str* name = as_str(key);
  Str* known = name ? find_interned(name->view()) : nullptr;
  SlotInfo info = known ? shape_find(c->shape, known) : SlotInfo{-1, AttrKind::Plain};
  return info.slot < 0 ? implied_attribute(c, known) : c->slots[info.slot];
}

Value proxy_construct(Vm& vm, Value* args) {
  Value given = args[0];
  bool mapping = !as_list(given) && !as_tuple(given) && !vm.find_special(given, names().__getitem__).is_unset() && !as_str(given);
  if (!mapping) return vm.raise_type("mappingproxy() argument must be a mapping, not " + std::string(vm.type_of(given)->name->view()));
  return mapping_proxy(vm, given);
}

Value proxy_getitem(Vm& vm, Value* args) {
  Value s = source(args[0]);
  if (!is_kind(s, Kind::Class)) return vm.get_item(s, args[1]);
  Value v = own_attribute(as<Class>(s), args[1]);
  return v.is_unset() ? vm.raise_key(args[1]) : v;
}
Value proxy_contains(Vm& vm, Value* args) {
  Value s = source(args[0]);
  if (is_kind(s, Kind::Class)) return Value::boolean(!own_attribute(as<Class>(s), args[1]).is_unset());
  int r = vm.contains(s, args[1]);
  return r < 0 ? Value() : Value::boolean(r);
}
Value proxy_get(Vm& vm, Value* args) {
  Value s = source(args[0]);
  if (!is_kind(s, Kind::Class)) return vm.call_method(s, intern("get"), {args[1], args[2]});
  Value v = own_attribute(as<Class>(s), args[1]);
  return v.is_unset() ? args[2] : v;
}
Value proxy_len(Vm& vm, Value* args) {
  int64_t n = vm.length(mapping_of(vm, args[0]));
  return n < 0 ? Value() : Value::integer(n);
}
Value proxy_iter(Vm& vm, Value* args) { return vm.iter(mapping_of(vm, args[0])); }
Value through(Vm& vm, Value self, const char* method) { return vm.call_method(mapping_of(vm, self), intern(method)); }
Value proxy_keys(Vm& vm, Value* args) { return through(vm, args[0], "keys"); }
Value proxy_values(Vm& vm, Value* args) { return through(vm, args[0], "values"); }
Value proxy_items(Vm& vm, Value* args) { return through(vm, args[0], "items"); }
Value proxy_copy(Vm& vm, Value* args) { return through(vm, args[0], "copy"); }
Value proxy_reversed(Vm& vm, Value* args) { return through(vm, args[0], "__reversed__"); }
Value proxy_str(Vm& vm, Value* args) { return vm.str(mapping_of(vm, args[0])); }
Value proxy_repr(Vm& vm, Value* args) {
  Value text = vm.repr(mapping_of(vm, args[0]));
  return text.is_unset() ? text : vm.str_value("mappingproxy(" + std::string(as_str(text)->view()) + ")");
}
Value proxy_eq(Vm& vm, Value* args) { return vm.compare(CmpOp::Eq, mapping_of(vm, args[0]), mapping_of(vm, args[1])); }
Value proxy_or(Vm& vm, Value* args) { return vm.binary(BinOp::Or, mapping_of(vm, args[0]), mapping_of(vm, args[1])); }
Value proxy_ror(Vm& vm, Value* args) { return vm.binary(BinOp::Or, mapping_of(vm, args[1]), mapping_of(vm, args[0])); }

template <Literal name, NativeFn fn>
Value of_proxy(Vm& vm, Value* args) {
  return as_proxy(args[0]) ? fn(vm, args) : wrong_receiver(vm, "mappingproxy", name.text, args[0]);
}

Value proxy_ior(Vm& vm, Value* args) { return vm.raise_type("'|=' is not supported by " + std::string(vm.type_of(args[0])->name->view()) + "; use '|' instead"); }
const MethodDef kProxyMethods[] = {
    {"__getitem__(self, key, /)", of_proxy<"__getitem__", proxy_getitem>},
    {"__contains__(self, key, /)", of_proxy<"__contains__", proxy_contains>},
    {"__len__(self, /)", of_proxy<"__len__", proxy_len>},
    {"__iter__(self, /)", of_proxy<"__iter__", proxy_iter>},
    {"__reversed__(self, /)", of_proxy<"__reversed__", proxy_reversed>},
    {"__str__(self, /)", of_proxy<"__str__", proxy_str>},
    {"__repr__(self, /)", of_proxy<"__repr__", proxy_repr>},
    {"__eq__(self, value, /)", of_proxy<"__eq__", proxy_eq>},
    {"__or__(self, value, /)", of_proxy<"__or__", proxy_or>},
    {"__ror__(self, value, /)", of_proxy<"__ror__", proxy_ror>},
    {"__ior__(self, value, /)", of_proxy<"__ior__", proxy_ior>},
    {"get(self, key, default=None, /)", of_proxy<"get", proxy_get>},
    {"keys(self, /)", of_proxy<"keys", proxy_keys>},
    {"values(self, /)", of_proxy<"values", proxy_values>},
    {"items(self, /)", of_proxy<"items", proxy_items>},
    {"copy(self, /)", of_proxy<"copy", proxy_copy>},
    kClassGetItem,
};

}  // namespace

Value mapping_proxy(Vm& vm, Value mapping) {
  HostObj* p = vm.new_host(g_proxy_class, nullptr, 1);
  p->fields[0] = mapping;
  return Value::object(p);
}

void register_mapping_proxy() {
  TypeDef def{.name = "mappingproxy", .doc = "Read-only proxy of a mapping."};
  def.subclassable = false;
  def.host_type = &kProxyType;
  def.construct = proxy_construct;
  def.construct_signature = "mappingproxy(mapping)";
  def.methods = kProxyMethods;
  g_proxy_class = define_type(def);
  set_class_attribute(g_proxy_class, "__hash__", Value::none());
}

}  // namespace sl
