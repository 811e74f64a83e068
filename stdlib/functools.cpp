// functools.partial, reduce and cmp_to_key. The module functools, in the script language, imports them from _functools.
#include "core/vm/class.h"
#include "core/vm/fast_call.h"
#include "stdlib/functools_internal.h"

namespace sl {
namespace functools {
namespace {

constexpr size_t kOnStack = 12;

// ---- partial: fields {function, positional, keywords} ------------------------------------------------

const char kPartialTag = 0;
Class* partial_class;

Value call_partial(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  Value function = o->fields[0];
  auto* bound = as<Tuple>(o->fields[1]);
  auto* named = as<Dict>(o->fields[2]);
  Dict* merged = keywords;
  if (named->used) {
    if (keywords && keywords->used) {
      merged = dict_copy(vm, named);
      if (!dict_merge(vm, merged, keywords)) return Value();
    } else {
      merged = named;
    }
  }
  if (!bound->size) return vm.call_kw(function, args, n, merged);
  size_t total = bound->size + n;
  if (total <= kOnStack) {
    Value window[kOnStack];
    for (size_t i = 0; i < bound->size; ++i) window[i] = bound->items[i];
    for (size_t i = 0; i < n; ++i) window[bound->size + i] = args[i];
    return vm.call_kw(function, window, total, merged);
  }
  Tuple* all = vm.new_tuple(total);
  for (size_t i = 0; i < bound->size; ++i) all->items[i] = bound->items[i];
  for (size_t i = 0; i < n; ++i) all->items[bound->size + i] = args[i];
  return vm.call_kw(function, all->items, total, merged);
}

const HostType kPartialType = {.name = "partial", .tag = &kPartialTag, .call = call_partial};

HostObj* self_partial(Vm& vm, Value v) {
  if (HostObj* o = host_of(v, &kPartialTag)) return o;
  vm.raise_type("descriptor requires a 'functools.partial' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}

Value construct_partial(Vm& vm, Value* args) {  // func, *args, **keywords
  Value function = args[0];
  Value positional = args[1], keywords = args[2];
  if (!vm.callable(function)) return vm.raise_type("the first argument must be callable");
  HostObj* inner = is_kind(function, Kind::Host) ? host_of(function, &kPartialTag) : nullptr;
  if (inner && !inner->attrs) {
    auto *before = as<Tuple>(inner->fields[1]), *after = as<Tuple>(positional);
    Tuple* all = vm.new_tuple(before->size + after->size);
    for (size_t i = 0; i < before->size; ++i) all->items[i] = before->items[i];
    for (size_t i = 0; i < after->size; ++i) all->items[before->size + i] = after->items[i];
    Dict* merged = dict_copy(vm, as<Dict>(inner->fields[2]));
    if (!dict_merge(vm, merged, as<Dict>(keywords))) return Value();
    function = inner->fields[0];
    positional = Value::object(all);
    keywords = Value::object(merged);
  }
  HostObj* o = vm.new_host(partial_class, nullptr, 3);
  o->fields[0] = function;
  o->fields[1] = positional;
  o->fields[2] = keywords;
  return Value::object(o);
}

template <size_t I>
Value partial_field(Vm& vm, Value* args) {
  HostObj* o = self_partial(vm, args[0]);
  return o ? o->fields[I] : Value();
}

Value partial_call(Vm& vm, Value* args) {  // self, *args, **keywords
  HostObj* o = self_partial(vm, args[0]);
  return o ? call_partial(vm, o, as<Tuple>(args[1])->items, as<Tuple>(args[1])->size, as<Dict>(args[2])) : Value();
}

Value partial_repr(Vm& vm, Value* args) {
  HostObj* o = self_partial(vm, args[0]);
  if (!o) return Value();
  if (vm.in_repr(args[0])) return vm.str_value("...");
  Class* cls = vm.type_of(args[0]);
  std::string text = cls == partial_class ? "functools.partial" : std::string(cls->qualname->view());
  vm.repr_stack.push_back(args[0]);
  text += '(';
  bool ok = append_repr(vm, &text, o->fields[0]);
  auto* positional = as<Tuple>(o->fields[1]);
  for (size_t i = 0; ok && i < positional->size; ++i) {
    text += ", ";
    ok = append_repr(vm, &text, positional->items[i]);
  }
  uint32_t cursor = 0;
  Value key, value;
  while (ok && dict_next(as<Dict>(o->fields[2]), &cursor, &key, &value)) {
    Value name = vm.str(key);
    if (name.is_unset()) {
      ok = false;
      break;
    }
    text.append(", ").append(as_str(name)->view()) += '=';
    ok = append_repr(vm, &text, value);
  }
  vm.repr_stack.pop_back();
  return ok ? vm.str_value(text + ")") : Value();
}

Value partial_reduce(Vm& vm, Value* args) {
  HostObj* o = self_partial(vm, args[0]);
  if (!o) return Value();
  Tuple* make = vm.new_tuple({o->fields[0]});
  Value attrs = o->attrs ? Value::object(o->attrs) : Value::none();
  if (is_kind(args[0], Kind::Instance)) {  // of a subclass
    Dict* own = instance_dict_copy(vm, as<Instance>(args[0]));
    attrs = own->used ? Value::object(own) : Value::none();
  }
  Tuple* state = vm.new_tuple({o->fields[0], o->fields[1], o->fields[2], attrs});
  return Value::object(vm.new_tuple({Value::object(vm.type_of(args[0])), Value::object(make), Value::object(state)}));
}

Value partial_setstate(Vm& vm, Value* args) {
  HostObj* o = self_partial(vm, args[0]);
  Tuple* state = o ? as_tuple(args[1]) : nullptr;
  if (!o) return Value();
  bool sound = state && state->size == 4 && vm.callable(state->items[0]) && as_tuple(state->items[1]) && (state->items[2].is_none() || as_dict(state->items[2]));
  if (!sound) return vm.raise_type("invalid partial state");
  o->fields[0] = state->items[0];
  o->fields[1] = Value::object(as_tuple(state->items[1]));
  o->fields[2] = Value::object(as_dict(state->items[2]) ? as_dict(state->items[2]) : vm.new_dict());
  Dict* attrs = state->items[3].is_object() ? as_dict(state->items[3]) : nullptr;
  if (!is_kind(args[0], Kind::Instance)) {
    o->attrs = attrs;
    return Value::none();
  }
  auto* i = as<Instance>(args[0]);
  Dict* own = instance_dict(vm, i);
  dict_clear(vm, own);
  return !attrs || dict_update(vm, own, Value::object(attrs)) ? Value::none() : Value();
}

const MethodDef kPartialMethods[] = {
    {"func", partial_field<0>, kNativeGetter, "function object to use in future partial calls"},
    {"args", partial_field<1>, kNativeGetter, "tuple of arguments to future partial calls"},
    {"keywords", partial_field<2>, kNativeGetter, "dictionary of keyword arguments to future partial calls"},
    {"__call__(self, /, *args, **kwargs)", partial_call, 0, "Call self as a function."},
    {"__repr__(self, /)", partial_repr},
    {"__reduce__(self, /)", partial_reduce},
    {"__setstate__(self, state, /)", partial_setstate},
    kClassGetItem,
};

// ---- reduce ---------------------------------------------------------------------------------------------

Value reduce(Vm& vm, Value* args) {
  Value function = args[0], total = args[2];
  Value it = vm.iter(args[1]);
  if (it.is_unset()) {
    if (vm.catch_error(errors().TypeError)) vm.raise_type("reduce() arg 2 must support iteration");
    return it;
  }
  if (total.is_unset()) {
    total = next_item(vm, it);
    if (total.is_unset()) return vm.raised() ? total : vm.raise_type("reduce() of empty iterable with no initial value");
  }
  for (uint32_t steps = 1;; ++steps) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return vm.raised() ? v : total;
    Value pair[2] = {total, v};
    total = fast_call(vm, function, pair, 2);
    if (total.is_unset()) return total;
    if ((steps & 4095) == 0 && !vm.poll()) return Value();
  }
}

// ---- cmp_to_key: a key is {comparison, object}; the factory has no object yet ------------------------------

const char kKeyTag = 0;
Class* key_class;

Value make_key(Vm& vm, Value compare, Value object) {
  HostObj* o = vm.new_host(key_class, nullptr, 2);
  o->fields[0] = compare;
  o->fields[1] = object;
  return Value::object(o);
}

Value call_key(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  Value v = n ? args[0] : keywords ? dict_get_str(keywords, names().obj) : Value();
  if (v.is_unset() || n + (keywords ? keywords->used : 0) != 1) return vm.raise_type("K() takes exactly one argument (" + std::to_string(n) + " given)");
  return make_key(vm, o->fields[0], v);
}

const HostType kKeyType = {.name = "KeyWrapper", .tag = &kKeyTag, .call = call_key};

Value cmp_to_key(Vm& vm, Value* args) { return make_key(vm, args[0], Value()); }

template <CmpOp op>
Value compare_keys(Vm& vm, Value* args) {
  HostObj *a = host_of(args[0], &kKeyTag), *b = host_of(args[1], &kKeyTag);
  if (!a || !b) return vm.raise_type("other argument must be K instance");
  if (a->fields[1].is_unset() || b->fields[1].is_unset()) return vm.raise(errors().AttributeError, "object");
  Value pair[2] = {a->fields[1], b->fields[1]};
  Value r = fast_call(vm, a->fields[0], pair, 2);
  if (r.is_unset()) return r;
  if (!r.is_int()) return vm.compare(op, r, Value::integer(0));
  switch (op) {
    case CmpOp::Lt: return Value::boolean(r.i < 0);
    case CmpOp::Le: return Value::boolean(r.i <= 0);
    case CmpOp::Eq: return Value::boolean(r.i == 0);
    case CmpOp::Ne: return Value::boolean(r.i != 0);
    case CmpOp::Gt: return Value::boolean(r.i > 0);
    case CmpOp::Ge: return Value::boolean(r.i >= 0);
  }
  return Value();
}

Value key_object(Vm& vm, Value* args) {
  HostObj* o = host_of(args[0], &kKeyTag);
  if (!o || o->fields[1].is_unset()) return vm.raise(errors().AttributeError, "object");
  return o->fields[1];
}

Value key_call(Vm& vm, Value* args) {
  HostObj* o = host_of(args[0], &kKeyTag);
  return o ? make_key(vm, o->fields[0], args[1]) : vm.raise_type("expected a key function");
}

Value key_hash(Vm& vm, Value*) { return vm.raise_type("unhashable type: 'functools.KeyWrapper'"); }

const MethodDef kKeyMethods[] = {
    {"obj", key_object, kNativeGetter, "Value wrapped by a key function."},
    {"__call__(self, obj)", key_call},
    {"__lt__(self, other, /)", compare_keys<CmpOp::Lt>},
    {"__le__(self, other, /)", compare_keys<CmpOp::Le>},
    {"__eq__(self, other, /)", compare_keys<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare_keys<CmpOp::Ne>},
    {"__gt__(self, other, /)", compare_keys<CmpOp::Gt>},
    {"__ge__(self, other, /)", compare_keys<CmpOp::Ge>},
    {"__hash__(self, /)", key_hash},
};

const MethodDef kFunctions[] = {
    {"reduce(function, iterable, initial=..., /)", reduce, 0, "Apply function(total, item) to the items of the iterable from the left, down to one value."},
    {"cmp_to_key(mycmp)", cmp_to_key, 0, "Convert a cmp= function into a key= function."},
};

}  // namespace
}  // namespace functools

void register_functools_module() {
  using namespace functools;
  TypeDef def;
  def.name = "partial";
  def.module = "functools";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "partial(func, *args, **keywords): a function with some arguments given already.";
  def.construct_signature = "partial(func, /, *args, **keywords)";
  def.construct = construct_partial;
  def.host_type = &kPartialType;
  def.methods = kPartialMethods;
  partial_class = define_type(def);

  TypeDef key;
  key.name = "KeyWrapper";
  key.module = "functools";
  key.payload = Kind::Host;
  key.layout = Layout::Payload;
  key.subclassable = false;
  key.host_type = &kKeyType;
  key.methods = kKeyMethods;
  key_class = define_type(key);

  static Class* const classes[] = {partial_class, define_lru_cache()};
  ModuleDef module{.name = "_functools", .doc = "Tools that operate on functions.", .functions = kFunctions};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
