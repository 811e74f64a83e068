// operator.itemgetter, attrgetter and methodcaller: functions made of what they look up.
#include "core/vm/class.h"
#include "stdlib/operator_internal.h"

namespace sl {
namespace {

Class *item_class, *attr_class, *method_class;
const char kItemTag = 0, kAttrTag = 0, kMethodTag = 0;

bool wrong_arguments(Vm& vm, const char* what, size_t n, Dict* keywords) {
  if (keywords && keywords->used) {
    vm.raise_type(std::string(what) + "() takes no keyword arguments");
    return false;
  }
  vm.raise_type(std::string(what) + " expected 1 argument, got " + std::to_string(n));
  return false;
}
inline bool one_argument(Vm& vm, const char* what, size_t n, Dict* keywords) { return (n == 1 && !(keywords && keywords->used)) || wrong_arguments(vm, what, n, keywords); }

HostObj* self_of(Vm& vm, Value v, const void* tag, const char* what) {
  v = unwrap(v);
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == tag) return as<HostObj>(v);
  vm.raise_type(std::string("descriptor requires an 'operator.") + what + "' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}

// Results of f(i) for each of the n fields from `first`: alone, or in a tuple.
template <class F>
Value gather(Vm& vm, HostObj* o, F f) {
  if (o->field_count == 1) return f(o->fields[0]);
  Tuple* all = vm.new_tuple(o->field_count);
  for (uint32_t i = 0; i < o->field_count; ++i) all->items[i] = Value::none();
  for (uint32_t i = 0; i < o->field_count; ++i) {
    Value v = f(o->fields[i]);
    if (v.is_unset()) return v;
    all->items[i] = v;
  }
  return Value::object(all);
}

Value item_of(Vm& vm, Value object, const Value& key) {
  if (has_plain(object, kPlainGetItem) && !is_kind(static_cast<PayloadInstance*>(object.o)->payload, Kind::Dict)) object = static_cast<PayloadInstance*>(object.o)->payload;
  if (key.is_int() && object.is_object()) {
    uint64_t i;
    if (object.o->kind == Kind::Tuple && normalize_index(key.i, static_cast<int64_t>(as<Tuple>(object)->size), &i)) return as<Tuple>(object)->items[i];
    if (object.o->kind == Kind::List && normalize_index(key.i, static_cast<int64_t>(as<List>(object)->size), &i)) return as<List>(object)->items[i];
  }
  return vm.get_item(object, key);
}

Value call_item(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  if (!one_argument(vm, "itemgetter", n, keywords)) return Value();
  Value object = args[0];
  return gather(vm, o, [&](Value key) { return item_of(vm, object, key); });
}

// A field is a name, or a tuple of the names of a dotted path.
Value call_attr(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  if (!one_argument(vm, "attrgetter", n, keywords)) return Value();
  Value object = args[0];
  return gather(vm, o, [&](Value path) {
    if (is_str(path)) {
      if (is_kind(object, Kind::Instance) && !(as<Instance>(object)->cls->flags & kClassHasGetattribute)) {
        auto* i = as<Instance>(object);
        AttrKind kind = AttrKind::Plain;
        Value shared = class_lookup(i->cls, as<Str>(path), &kind);
        if (shared.is_unset()) {
          Value own = instance_find(i, as<Str>(path));
          if (!own.is_unset()) return own;
        } else if (is_kind(shared, Kind::Native) && (as<Native>(shared)->flags & (kNativeGetter | kNativeAbi)) == kNativeGetter) {
          Value self = object;
          return as<Native>(shared)->fn(vm, &self);
        }
      }
      return vm.get_attr(object, as<Str>(path));
    }
    Value v = object;
    for (uint64_t i = 0; i < as<Tuple>(path)->size && !v.is_unset(); ++i) v = vm.get_attr(v, as<Str>(as<Tuple>(path)->items[i]));
    return v;
  });
}

// fields {name, positional, keywords}
Value call_method(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  if (!one_argument(vm, "methodcaller", n, keywords)) return Value();
  auto* positional = as<Tuple>(o->fields[1]);
  auto* named = as<Dict>(o->fields[2]);
  Value object = args[0];
  Value window[8];
  if (positional->size < 8 && !named->used && !is_kind(object, Kind::Class) && !is_kind(object, Kind::Module)) {
    AttrKind kind = AttrKind::Plain;
    Class* cls = vm.type_of(object);
    Value method = class_lookup(cls, as<Str>(o->fields[0]), &kind);
    bool plain = !is_kind(object, Kind::Instance) || instance_find(as<Instance>(object), as<Str>(o->fields[0])).is_unset();
    bool builtin = !is_kind(object, Kind::Host) && !is_kind(object, Kind::Function) && !is_kind(object, Kind::Super);
    if (!method.is_unset() && kind == AttrKind::Function && plain && builtin && !(cls->flags & kClassHasGetattribute)) {
      window[0] = object;
      for (uint64_t i = 0; i < positional->size; ++i) window[i + 1] = positional->items[i];
      return vm.call(method, window, positional->size + 1);
    }
  }
  Value method = vm.get_attr(object, as<Str>(o->fields[0]));
  return method.is_unset() ? method : vm.call_kw(method, positional->items, positional->size, named->used ? named : nullptr);
}

const HostType kItemType = {.name = "itemgetter", .tag = &kItemTag, .call = call_item};
const HostType kAttrType = {.name = "attrgetter", .tag = &kAttrTag, .call = call_attr};
const HostType kMethodType = {.name = "methodcaller", .tag = &kMethodTag, .call = call_method};

HostObj* new_getter(Vm& vm, Class* cls, Value first, Value rest) {
  auto* more = as<Tuple>(rest);
  HostObj* o = vm.new_host(cls, nullptr, static_cast<uint32_t>(more->size + 1));
  o->fields[0] = first;
  for (uint64_t i = 0; i < more->size; ++i) o->fields[i + 1] = more->items[i];
  return o;
}

Value construct_item(Vm& vm, Value* args) { return Value::object(new_getter(vm, item_class, args[0], args[1])); }

Value construct_attr(Vm& vm, Value* args) {
  HostObj* o = new_getter(vm, attr_class, args[0], args[1]);
  for (uint32_t k = 0; k < o->field_count; ++k) {
    Str* text = as_str(o->fields[k]);
    if (!text) return vm.raise_type("attribute name must be a string");
    std::string_view path = text->view();
    if (path.find('.') == std::string_view::npos) {
      o->fields[k] = Value::object(path.size() <= 64 ? intern(path) : text);
      continue;
    }
    List* names = vm.new_list();
    for (size_t start = 0; start <= path.size();) {
      size_t end = std::min(path.find('.', start), path.size());
      list_append(vm, names, vm.str_value(path.substr(start, end - start)));
      start = end + 1;
    }
    o->fields[k] = Value::object(vm.new_tuple(names->items, names->size));
  }
  return Value::object(o);
}

Value construct_method(Vm& vm, Value* args) {  // name, *args, **kwargs
  Str* name = as_str(args[0]);
  if (!name) return vm.raise_type("method name must be a string");
  HostObj* o = vm.new_host(method_class, nullptr, 3);
  o->fields[0] = Value::object(name->size <= 64 ? intern(name->view()) : name);
  o->fields[1] = args[1];
  o->fields[2] = args[2];
  return Value::object(o);
}

Value item_method(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kItemTag, "itemgetter");
  return o ? call_item(vm, o, args + 1, 1, nullptr) : Value();
}
Value attr_method(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kAttrTag, "attrgetter");
  return o ? call_attr(vm, o, args + 1, 1, nullptr) : Value();
}
Value method_method(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kMethodTag, "methodcaller");
  return o ? call_method(vm, o, args + 1, 1, nullptr) : Value();
}

Value path_text(Vm& vm, Value path) {
  if (is_str(path)) return path;
  std::string text;
  for (uint64_t i = 0; i < as<Tuple>(path)->size; ++i) text.append(i ? "." : "").append(as<Str>(as<Tuple>(path)->items[i])->view());
  return vm.str_value(text);
}

Value repr_item(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kItemTag, "itemgetter");
  if (!o) return Value();
  std::string text = "operator.itemgetter(";
  for (uint32_t i = 0; i < o->field_count; ++i) {
    if (i) text += ", ";
    if (!append_repr(vm, &text, o->fields[i])) return Value();
  }
  return vm.str_value(text + ")");
}

Value repr_attr(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kAttrTag, "attrgetter");
  if (!o) return Value();
  std::string text = "operator.attrgetter(";
  for (uint32_t i = 0; i < o->field_count; ++i) {
    if (i) text += ", ";
    if (!append_repr(vm, &text, path_text(vm, o->fields[i]))) return Value();
  }
  return vm.str_value(text + ")");
}

Value repr_method(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kMethodTag, "methodcaller");
  if (!o) return Value();
  std::string text = "operator.methodcaller(";
  if (!append_repr(vm, &text, o->fields[0])) return Value();
  auto* positional = as<Tuple>(o->fields[1]);
  for (uint64_t i = 0; i < positional->size; ++i) {
    text += ", ";
    if (!append_repr(vm, &text, positional->items[i])) return Value();
  }
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(as<Dict>(o->fields[2]), &cursor, &key, &value)) {
    text.append(", ").append(as_str(key)->view()) += '=';
    if (!append_repr(vm, &text, value)) return Value();
  }
  return vm.str_value(text + ")");
}

Value reduce_fields(Vm& vm, Class* cls, HostObj* o, bool paths) {
  Tuple* fields = vm.new_tuple(o->fields, o->field_count);
  if (paths)
    for (uint64_t i = 0; i < fields->size; ++i) fields->items[i] = path_text(vm, fields->items[i]);
  return Value::object(vm.new_tuple({Value::object(cls), Value::object(fields)}));
}

Value reduce_item(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kItemTag, "itemgetter");
  return o ? reduce_fields(vm, item_class, o, false) : Value();
}
Value reduce_attr(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kAttrTag, "attrgetter");
  return o ? reduce_fields(vm, attr_class, o, true) : Value();
}

// With keywords: a partial of the class, as only that can be called again with them.
Value reduce_method(Vm& vm, Value* args) {
  HostObj* o = self_of(vm, args[0], &kMethodTag, "methodcaller");
  if (!o) return Value();
  Value cls = Value::object(method_class);
  auto* positional = as<Tuple>(o->fields[1]);
  auto* named = as<Dict>(o->fields[2]);
  if (!named->used) {
    List* all = vm.new_list(&o->fields[0], 1);
    if (!vm.extend(all, o->fields[1])) return Value();
    return Value::object(vm.new_tuple({cls, Value::object(vm.new_tuple(all->items, all->size))}));
  }
  Value module = vm.host->import_module(vm, intern("functools"));
  Value partial = module.is_unset() ? module : vm.get_attr(module, "partial");
  if (partial.is_unset()) return partial;
  Value parts[] = {cls, o->fields[0]};
  Value again = vm.call_kw(partial, parts, 2, dict_copy(vm, named));
  return again.is_unset() ? again : Value::object(vm.new_tuple({again, Value::object(positional)}));
}

const MethodDef kItemMethods[] = {{"__reduce__(self, /)", reduce_item}, {"__call__(self, obj, /)", item_method}, {"__repr__(self, /)", repr_item}};
const MethodDef kAttrMethods[] = {{"__reduce__(self, /)", reduce_attr}, {"__call__(self, obj, /)", attr_method}, {"__repr__(self, /)", repr_attr}};
const MethodDef kMethodMethods[] = {{"__reduce__(self, /)", reduce_method}, {"__call__(self, obj, /)", method_method}, {"__repr__(self, /)", repr_method}};

Class* define(const HostType& type, const char* signature, NativeFn construct, std::span<const MethodDef> methods, const char* doc) {
  TypeDef def;
  def.name = type.name;
  def.module = "operator";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = doc;
  def.construct_signature = signature;
  def.construct = construct;
  def.subclassable = false;
  def.host_type = &type;
  def.methods = methods;
  return define_type(def);
}

}  // namespace

std::vector<Class*> define_operator_getters() {
  item_class = define(kItemType, "itemgetter(item, /, *items)", construct_item, kItemMethods, "itemgetter(item, ...)(obj) gives obj[item], or a tuple of several.");
  attr_class =
      define(kAttrType, "attrgetter(attr, /, *attrs)", construct_attr, kAttrMethods, "attrgetter(attr, ...)(obj) gives obj.attr, or a tuple of several; names may be dotted.");
  method_class = define(kMethodType, "methodcaller(name, /, *args, **kwargs)", construct_method, kMethodMethods, "methodcaller(name, ...)(obj) gives obj.name(...).");
  return {item_class, attr_class, method_class};
}

}  // namespace sl
