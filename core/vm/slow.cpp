#include "core/vm/slow.h"

#include <string>

#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/exceptions.h"
#include "core/vm/module_about.h"
#include "core/vm/objects.h"
#include "core/vm/types.h"

namespace sl {
namespace {

int text_size(const Str* s) { return static_cast<int>(s->size); }

}  // namespace

namespace {

// Of a dict given to exec(): its own entry, else what its __builtins__ allow.
Value load_from_dict(const Vm& vm, Dict* globals, Str* name, int32_t slot) {
  Value v = dict_get_str(globals, name);
  if (!v.is_unset()) return v;
  Value builtins = dict_get_str(globals, names().__builtins__);
  if (Dict* allowed = builtins.is_unset() ? nullptr : as_dict(builtins)) return dict_get_str(allowed, name);
  if (slot <= kBehindDict) return vm.builtins[kBehindDict - slot];
  return name == names().__name__ ? Value::object(intern("builtins")) : Value();
}

// A name that a script has stored in the module builtins.
Value added_builtin(Vm& vm, Str* name) {
  static Str* const kBuiltins = intern("builtins");
  Value m = vm.modules ? dict_get_str(vm.modules, kBuiltins) : Value();
  return is_kind(m, Kind::Module) && as<Module>(m)->extra ? dict_get_str(as<Module>(m)->extra, name) : Value();
}

}  // namespace

bool delete_dict_global(Vm& vm, Module* m, uint32_t slot) {
  Str* name = m->names->names[slot];
  if (dict_delete(vm, m->extra, Value::object(name)) == 1) return true;
  if (!vm.raised()) raise_undefined(vm, name);
  return false;
}

Value load_global_slow(Vm& vm, Module* m, uint32_t slot) {
  Str* name = m->names->names[slot];
  if (m->flags & kModuleDict) {
    Value v = load_from_dict(vm, m->extra, name, m->names->builtin[slot]);
    if (!v.is_unset()) return v;
  } else {
    int32_t builtin = m->names->builtin[slot];
    if (builtin >= 0 && !vm.builtins[builtin].is_unset()) return vm.builtins[builtin];
    if (m->extra) {
      Value v = dict_get_str(m->extra, name);
      if (!v.is_unset()) return v;
    }
    Value added = added_builtin(vm, name);
    if (!added.is_unset()) return added;
    if (name == names().__builtins__) {
      Value module = vm.host->import_module(vm, intern("builtins"));
      if (!module.is_unset()) return module;
      vm.clear_error();
    }
    Value about = module_about(vm, m, name);
    if (!about.is_unset()) return about;
    if (name == names().__annotations__ && dict_get_str(vm.modules, names().__main__).o == m) return vm.get_attr(Value::object(m), name);
  }
  return raise_undefined(vm, name);
}

Value load_namespace(Vm& vm, const Frame* f, uint32_t how, Str* name, uint32_t where) {
  Value ns = f->base[0];
  if (is_kind(ns, Kind::Dict)) {
    Value v = dict_get_str(as<Dict>(ns), name);
    if (!v.is_unset()) return v;
  } else {
    Value v = vm.get_item(ns, Value::object(name));
    if (!v.is_unset() || !vm.catch_error(errors().KeyError)) return v;
  }
  if (how == 1) {
    Value v = as<Cell>(f->function->cells->items[where])->value;
    if (v.is_unset()) raise_unbound(vm, name, true);
    return v;
  }
  Value v = f->module->slots[where];
  return v.is_unset() ? load_global_slow(vm, f->module, where) : v;
}

bool delete_global(Vm& vm, Module* m, uint32_t slot) {
  if (m->slots[slot].is_unset()) {
    raise_undefined(vm, m->names->names[slot]);
    return false;
  }
  m->slots[slot] = Value();
  return true;
}

Value make_function(Vm& vm, const Frame* f, const Code* code, Value* regs, uint32_t how) {
  auto* fn = vm.heap.make<Function>(Kind::Function);
  fn->code = code;
  fn->module = f->module;
  fn->defaults = how & 1 ? as<Tuple>(regs[0]) : nullptr;
  fn->kw_defaults = how & 2 ? as<Dict>(regs[1]) : nullptr;
  fn->annotations = how & 4 ? as<Dict>(regs[2]) : nullptr;
  fn->name = code->name;
  fn->qualname = code->qualname;
  fn->doc = code->doc.is_unset() ? Value::none() : code->doc;
  fn->attrs = nullptr;
  fn->cells = nullptr;
  if (size_t n = code->captures.size()) {
    Tuple* cells = vm.new_tuple(n);
    for (size_t i = 0; i < n; ++i) {
      Capture c = code->captures[i];
      cells->items[i] = c.from_local ? f->base[c.index] : f->function->cells->items[c.index];
    }
    fn->cells = cells;
  }
  return Value::object(fn);
}

// ---- unpacking and displays -----------------------------------------------------------------

namespace {

Value unpack_iter(Vm& vm, Value source) {
  Value it = vm.iter(source);
  if (it.is_unset() && vm.is_instance(vm.pending, errors().TypeError) && vm.find_special(source, names().__iter__).is_unset()) {
    vm.clear_error();
    Class* c = vm.type_of(source);
    vm.raisef(errors().TypeError, "cannot unpack non-iterable %.*s object", text_size(c->name), c->name->data);
  }
  return it;
}

bool raise_too_few(Vm& vm, uint32_t expected, uint32_t got, bool at_least) {
  vm.raisef(errors().ValueError, "not enough values to unpack (expected %s%u, got %u)", at_least ? "at least " : "", expected, got);
  return false;
}

}  // namespace

bool unpack(Vm& vm, Value source, Value* out, uint32_t n) {
  if (is_kind(source, Kind::List) || is_kind(source, Kind::Tuple)) {
    bool list = is_kind(source, Kind::List);
    uint64_t size = list ? as<List>(source)->size : as<Tuple>(source)->size;
    const Value* items = list ? as<List>(source)->items : as<Tuple>(source)->items;
    if (size == n) {
      for (uint32_t i = 0; i < n; ++i) out[i] = items[i];
      return true;
    }
    if (size < n) return raise_too_few(vm, n, static_cast<uint32_t>(size), false);
    vm.raisef(errors().ValueError, "too many values to unpack (expected %u)", n);
    return false;
  }
  Value it = unpack_iter(vm, source);
  if (it.is_unset()) return false;
  for (uint32_t i = 0; i < n; ++i) {
    Value v = vm.next(it);
    if (v.is_unset()) return vm.raised() ? false : raise_too_few(vm, n, i, false);
    out[i] = v;
  }
  Value v = vm.next(it);
  if (!v.is_unset()) {
    vm.raisef(errors().ValueError, "too many values to unpack (expected %u)", n);
    return false;
  }
  return !vm.raised();
}

bool unpack_ex(Vm& vm, Value source, Value* out, uint32_t before, uint32_t after) {
  Value it = unpack_iter(vm, source);
  if (it.is_unset()) return false;
  List* all = vm.to_list(it);
  if (!all) return false;
  if (all->size < before + after) return raise_too_few(vm, before + after, static_cast<uint32_t>(all->size), true);
  uint64_t rest = all->size - before - after;
  for (uint32_t i = 0; i < before; ++i) out[i] = all->items[i];
  out[before] = Value::object(vm.new_list(all->items + before, rest));
  for (uint32_t i = 0; i < after; ++i) out[before + 1 + i] = all->items[before + rest + i];
  return true;
}

Value build_dict(Vm& vm, const Value* pairs, uint32_t n) {
  Dict* d = vm.new_dict(n);
  for (uint32_t i = 0; i < n; ++i)
    if (!dict_set(vm, d, pairs[2 * i], pairs[2 * i + 1])) return Value();
  return Value::object(d);
}

Value build_dict_keys(Vm& vm, Tuple* keys, const Value* values, uint32_t n) {
  Dict* d = vm.new_dict(n);
  for (uint32_t i = 0; i < n; ++i) dict_set_str(vm, d, as<Str>(keys->items[i]), values[i]);
  return Value::object(d);
}

Value spill_arguments(Vm& vm, const Value* args, uint32_t n) {
  List* cells = vm.new_list(n);
  for (uint32_t i = 0; i < n; ++i) list_append(vm, cells, Value::object(vm.new_cell(args[i])));
  return Value::object(cells);
}

Value build_set(Vm& vm, const Value* items, uint32_t n) {
  Set* s = vm.new_set();
  for (uint32_t i = 0; i < n; ++i)
    if (!set_add(vm, s, items[i])) return Value();
  return Value::object(s);
}

bool dict_update_display(Vm& vm, Dict* d, Value mapping) {
  if (!as_dict(mapping)) {
    Value keys = vm.find_attr(mapping, names().keys);
    if (vm.raised()) return false;
    if (keys.is_unset()) {
      Class* c = vm.type_of(mapping);
      vm.raisef(errors().TypeError, "'%.*s' object is not a mapping", text_size(c->name), c->name->data);
      return false;
    }
  }
  return dict_update(vm, d, mapping);
}

// ---- with, super ------------------------------------------------------------------------------

bool load_special(Vm& vm, Value manager, uint32_t which, Value* out) {
  Str* name = which ? names().__exit__ : names().__enter__;
  Class* cls = vm.type_of(manager);
  Value f = class_lookup_cached(vm, cls, name);
  if (f.is_unset()) {
    vm.raisef(errors().TypeError, "'%.*s' object does not support the context manager protocol%s", text_size(cls->name), cls->name->data,
              which && !class_lookup(cls, names().__enter__).is_unset() ? " (missed __exit__ method)" : "");
    return false;
  }
  if (is_kind(f, Kind::Function) || (is_kind(f, Kind::Native) && as<Native>(f)->flags & kNativeMethod)) {
    out[0] = f;
    out[1] = manager;
    return true;
  }
  f = bind_attribute(vm, f, manager, cls);
  if (f.is_unset()) return false;
  out[0] = f;
  out[1] = Value();
  return true;
}

namespace {

bool init_super(Vm& vm, Super* s, Value cls, Value self) {
  if (!is_kind(cls, Kind::Class)) {
    vm.raise(errors().RuntimeError, "super(): empty __class__ cell");
    return false;
  }
  if (self.is_unset()) {
    vm.raise(errors().RuntimeError, "super(): arg[0] deleted");
    return false;
  }
  s->start = as<Class>(cls);
  s->self = self;
  if (self.is_none()) return true;  // unbound
  if (is_kind(self, Kind::Class) && is_subclass(as<Class>(self), s->start)) {
    s->type = as<Class>(self);
    return true;
  }
  s->type = vm.type_of(self);
  if (is_subclass(s->type, s->start)) return true;
  vm.raise_type("super(type, obj): obj must be an instance or subtype of type");
  return false;
}

}  // namespace

Value make_super(Vm& vm, Value cls, Value self) {
  auto* s = vm.heap.make<Super>(Kind::Super);
  s->self = Value();
  s->start = s->type = nullptr;
  return init_super(vm, s, cls, self) ? Value::object(s) : Value();
}

bool super_method(Vm& vm, Value cls, Value self, Str* name, Value* out) {
  Super s{};
  s.kind = Kind::Super;
  s.mark = kSharedMark;
  if (!init_super(vm, &s, cls, self)) return false;
  Value f = s.type ? super_lookup(&s, name) : Value();
  bool on_instance = !(is_kind(self, Kind::Class) && as<Class>(self) == s.type);
  if (on_instance && (is_kind(f, Kind::Function) || (is_kind(f, Kind::Native) && as<Native>(f)->flags & kNativeMethod))) {
    out[0] = f;
    out[1] = self;
    return true;
  }
  Value object = make_super(vm, cls, self);
  if (object.is_unset()) return false;
  Value r = vm.get_attr(object, name);
  if (r.is_unset()) return false;
  out[0] = r;
  out[1] = Value();
  return true;
}

// ---- imports ------------------------------------------------------------------------------------

namespace {

Str* package_of(Vm& vm, Module* m) {
  Value package = vm.module_get(m, names().__package__);
  if (Str* s = package.is_unset() ? nullptr : as_str(package)) return s;
  std::string_view name = m->name ? m->name->view() : std::string_view();
  if (!vm.module_get(m, names().__path__).is_unset()) return m->name;
  size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? names().empty : vm.new_str(name.substr(0, dot));
}

}  // namespace

Value import_name(Vm& vm, const Frame* f, Str* name, uint32_t level, bool leaf) {
  std::string absolute(name->view());
  if (f->module->flags & kModuleDict) {
    Value builtins = dict_get_str(f->module->extra, names().__builtins__);
    Dict* allowed = builtins.is_unset() ? nullptr : as_dict(builtins);
    if (allowed && dict_get_str(allowed, intern("__import__")).is_unset()) return vm.raise(errors().ImportError, "__import__ not found");
  }
  if (level) {
    std::string base(package_of(vm, f->module)->view());
    if (base.empty()) return vm.raise(errors().ImportError, "attempted relative import with no known parent package");
    for (uint32_t i = 1; i < level; ++i) {
      size_t dot = base.rfind('.');
      if (dot == std::string::npos) return vm.raise(errors().ImportError, "attempted relative import beyond top-level package");
      base.resize(dot);
    }
    absolute = absolute.empty() ? base : base + "." + absolute;
  }
  if (!vm.host) return vm.raise(errors().ImportError, "imports are not available here");
  Value module = vm.host->import_module(vm, intern(absolute));
  if (module.is_unset() || leaf) return module;
  size_t dot = absolute.find('.');
  if (dot == std::string::npos) return module;
  Value top = dict_get_str(vm.modules, intern(absolute.substr(0, dot)));
  return top.is_unset() ? module : top;
}

Value import_from(Vm& vm, Value module, Str* name) {
  Value v = vm.find_attr(module, name);
  if (!v.is_unset() || vm.raised()) return v;
  if (is_kind(module, Kind::Module)) {
    auto* m = as<Module>(module);
    std::string full = std::string(m->name->view()) + "." + std::string(name->view());
    Value loaded = dict_get_str(vm.modules, intern(full));
    if (!loaded.is_unset()) return loaded;
    bool package = !vm.module_get(m, names().__path__).is_unset() || !m->code;
    if (package && vm.host) {
      Value sub = vm.host->import_module(vm, intern(full));
      if (!sub.is_unset()) return sub;
      // Only "there is no such module" means that the name is missing.
      ExceptionInstance* e = as_exception(vm.pending);
      Value text = vm.is_instance(vm.pending, errors().ModuleNotFoundError) && e ? e->args : Value();
      Tuple* args = text.is_unset() ? nullptr : as_tuple(text);
      Str* message = args && args->size ? as_str(args->items[0]) : nullptr;
      if (!message || message->view().find("'" + full + "'") == std::string_view::npos) return Value();
      vm.clear_error();
    }
    Value file = vm.module_get(m, names().__file__);
    std::string where = !file.is_unset() && as_str(file) ? std::string(as_str(file)->view()) : "unknown location";
    bool loading = m->flags & kModuleLoading;
    vm.raise(errors().ImportError, "cannot import name '" + std::string(name->view()) + "' from " + (loading ? "partially initialized module '" : "'") +
                                       std::string(m->name->view()) + "' " + (loading ? "(most likely due to a circular import) " : "") + "(" + where + ")");
    set_error_fields(
        vm, {as_exception(vm.pending) ? as<Tuple>(as_exception(vm.pending)->args)->items[0] : Value::none(), Value::object(m->name), file.is_unset() ? Value::none() : file});
    return Value();
  }
  // What stands in sys.modules for a package may be of any kind.
  Value title = vm.find_attr(module, names().__name__);
  if (title.is_unset() || !as_str(title)) return vm.raised() ? Value() : vm.raisef(errors().ImportError, "cannot import name '%.*s'", text_size(name), name->data);
  if (!vm.find_attr(module, names().__path__).is_unset() && vm.host) {
    Value sub = vm.host->import_module(vm, intern(std::string(as_str(title)->view()) + "." + std::string(name->view())));
    if (!sub.is_unset() || !vm.catch_error(errors().ModuleNotFoundError)) return sub;
  }
  if (vm.raised()) return Value();
  return vm.raise(errors().ImportError, "cannot import name '" + std::string(name->view()) + "' from '" + std::string(as_str(title)->view()) + "' (unknown location)");
}

namespace {

// Where `from m import *` binds a name.
bool bind_star(Vm& vm, const Frame* f, Str* name, Value v) {
  if (f->code->flags & kCodeNamespace) return vm.set_item(f->base[0], Value::object(name), v);
  vm.module_set(f->module, name, v);
  return true;
}

}  // namespace

bool import_star(Vm& vm, const Frame* f, Value module) {
  Value all = vm.find_attr(module, names().__all__);
  if (vm.raised()) return false;
  if (!all.is_unset()) {
    List* list = vm.to_list(all);
    if (!list) return false;
    for (size_t i = 0; i < list->size; ++i) {
      Str* name = as_str(list->items[i]);
      if (!name) {
        vm.raise_type("Item in __all__ must be str");
        return false;
      }
      Value v = import_from(vm, module, name);
      if (v.is_unset() && vm.is_instance(vm.pending, errors().ImportError) && !vm.is_instance(vm.pending, errors().ModuleNotFoundError)) {
        vm.clear_error();
        v = vm.get_attr(module, name);
      }
      if (v.is_unset()) return false;
      if (!bind_star(vm, f, name, v)) return false;
    }
    return true;
  }
  if (!is_kind(module, Kind::Module)) return true;
  auto* m = as<Module>(module);
  if (m->names) {
    for (size_t i = 0; i < m->names->names.size() && i < m->slot_capacity; ++i) {
      Str* name = m->names->names[i];
      if (!m->slots[i].is_unset() && name->size && name->data[0] != '_' && !bind_star(vm, f, name, m->slots[i])) return false;
    }
  }
  if (m->extra) {
    uint32_t cursor = 0;
    Value key, value;
    while (dict_next(m->extra, &cursor, &key, &value))
      if (Str* name = as_str(key); name && name->size && name->data[0] != '_' && !bind_star(vm, f, name, value)) return false;
  }
  return true;
}

// ---- match --------------------------------------------------------------------------------------

namespace {

// isinstance(v, collections.abc.<name>), for classes that may have registered there.
int is_abstract(Vm& vm, Value v, const char* name) {
  if (!is_kind(v, Kind::Instance) && !is_kind(v, Kind::Host)) return 0;
  Value module = dict_get_str(vm.modules, intern("collections.abc"));
  if (!is_kind(module, Kind::Module)) return 0;
  Value cls = vm.module_get(as<Module>(module), intern(name));
  return cls.is_unset() ? 0 : vm.is_instance_of(v, cls);
}

}  // namespace

int match_sequence(Vm& vm, Value v) {
  Value u = unwrap(v);
  if (is_kind(u, Kind::List) || is_kind(u, Kind::Tuple) || is_kind(u, Kind::Range)) return 1;
  if (is_kind(v, Kind::Host)) {
    std::string_view name = as<HostObj>(v)->cls->qualname->view();
    if (name == "deque" || name == "memoryview" || name == "array") return 1;
  }
  if (is_kind(u, Kind::Str) || is_kind(u, Kind::Bytes) || is_kind(u, Kind::ByteArray)) return 0;
  return is_abstract(vm, v, "Sequence");
}

int match_mapping(Vm& vm, Value v) {
  if (as_dict(v) || (is_kind(v, Kind::Host) && as<HostObj>(v)->cls->name->view() == "mappingproxy")) return 1;
  return unwrap(v).same(v) ? is_abstract(vm, v, "Mapping") : 0;  // other built-in types' subclasses are none
}

Value match_keys(Vm& vm, Value subject, Tuple* keys) {
  Tuple* out = vm.new_tuple(keys->size);
  for (size_t i = 0; i < keys->size; ++i) out->items[i] = Value::none();
  Value absent = is_kind(subject, Kind::Dict) ? Value() : Value::object(vm.new_list());
  for (size_t i = 0; i < keys->size; ++i) {
    for (size_t j = 0; j < i; ++j) {
      int same = vm.equal(keys->items[i], keys->items[j]);
      if (same < 0) return Value();
      if (!same) continue;
      Value shown = vm.repr(keys->items[i]);
      return shown.is_unset() ? shown : vm.raise_value("mapping pattern checks duplicate key (" + std::string(as_str(shown)->view()) + ")");
    }
    Value v;
    if (is_kind(subject, Kind::Dict)) {
      v = dict_get(vm, as<Dict>(subject), keys->items[i]);
    } else {
      v = vm.call_method(subject, intern("get"), {keys->items[i], absent});
      if (v.same(absent)) v = Value();
    }
    if (v.is_unset()) return vm.raised() ? v : Value::none();
    out->items[i] = v;
  }
  return Value::object(out);
}

Value match_rest(Vm& vm, Value subject, Tuple* keys) {
  Dict* d = vm.new_dict();
  if (!dict_update(vm, d, subject)) return Value();
  for (size_t i = 0; i < keys->size; ++i)
    if (dict_delete(vm, d, keys->items[i]) < 0) return Value();
  return Value::object(d);
}

namespace {

std::string type_text(Vm& vm, Value v) { return std::string(vm.type_of(v)->name->view()); }
bool same_text(Value v, const Str* name) {
  Str* s = as_str(v);
  return s && (s == name || (s->size == name->size && str_equal(s, name)));
}
Value repeated_attribute(Vm& vm, const Class* c, const Str* name) {
  return vm.raisef(errors().TypeError, "%.*s() got multiple sub-patterns for attribute '%.*s'", text_size(c->name), c->name->data, text_size(name), name->data);
}

}  // namespace

Value match_class(Vm& vm, Value subject, Value cls, Tuple* spec) {
  if (!is_kind(cls, Kind::Class)) return vm.raise_type("called match pattern must be a type");
  int is = vm.is_instance_of(subject, cls);
  if (is < 0) return Value();
  if (!is) return Value::none();
  auto positional = static_cast<size_t>(spec->items[0].i);
  size_t named = spec->size - 1;
  Tuple* out = vm.new_tuple(positional + named);
  for (size_t i = 0; i < out->size; ++i) out->items[i] = Value::none();
  auto* c = as<Class>(cls);
  Tuple* named_by_position = nullptr;
  if (positional) {
    Value args = vm.find_attr(cls, names().__match_args__);
    if (vm.raised()) return Value();
    Tuple* match_args = named_by_position = args.is_unset() ? nullptr : as_tuple(args);
    if (!match_args) {
      static const auto self_types = [] {
        const Types& t = types();
        return std::vector<Class*>{t.boolean, t.bytearray, t.bytes, t.dict, t.floating, t.frozenset, t.integer, t.list, t.set, t.str, t.tuple};
      }();
      bool whole = false;
      for (Class* s : self_types) whole = whole || is_subclass(c, s);
      if (!args.is_unset()) return vm.raisef(errors().TypeError, "%.*s.__match_args__ must be a tuple (got %s)", text_size(c->name), c->name->data, type_text(vm, args).c_str());
      if (positional > (whole ? 1u : 0u))
        return vm.raisef(errors().TypeError, "%.*s() accepts %d positional sub-pattern%s (%zu given)", text_size(c->name), c->name->data, whole ? 1 : 0, whole ? "" : "s",
                         positional);
      out->items[0] = subject;
    } else {
      if (positional > match_args->size)
        return vm.raisef(errors().TypeError, "%.*s() accepts %zu positional sub-pattern%s (%zu given)", text_size(c->name), c->name->data, static_cast<size_t>(match_args->size),
                         match_args->size == 1 ? "" : "s", positional);
      for (size_t i = 0; i < positional; ++i) {
        Str* name = as_str(match_args->items[i]);
        if (!name) return vm.raise_type("__match_args__ elements must be strings (got " + type_text(vm, match_args->items[i]) + ")");
        for (size_t j = 0; j < i; ++j)
          if (same_text(match_args->items[j], name)) return repeated_attribute(vm, c, name);
        Value v = vm.find_attr(subject, name);
        if (v.is_unset()) return vm.raised() ? v : Value::none();
        out->items[i] = v;
      }
    }
  }
  for (size_t i = 0; i < named; ++i) {
    Str* name = as<Str>(spec->items[i + 1]);
    if (positional && named_by_position)
      for (size_t j = 0; j < positional; ++j)
        if (same_text(named_by_position->items[j], name)) return repeated_attribute(vm, c, name);
    Value v = vm.find_attr(subject, name);
    if (v.is_unset()) return vm.raised() ? v : Value::none();
    out->items[positional + i] = v;
  }
  return Value::object(out);
}

}  // namespace sl
