// Creation of exceptions and the methods of BaseException.
#include "core/vm/exceptions.h"

#include <cerrno>
#include <cstring>

#include "core/vm/argument_errors.h"
#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/exception_group.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Value base_init(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  e->args = args[1];
  return Value::none();
}

Value base_str(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  return e ? base_exception_str(vm, e) : Value();
}

Value base_repr(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  auto* items = as<Tuple>(e->args);
  Value shown = items->size == 1 ? vm.repr(items->items[0]) : vm.repr(e->args);
  Str* text = shown.is_unset() ? nullptr : as_str(shown);
  if (!text) return {};
  std::string out(e->cls->name->view());
  bool single = items->size == 1;
  out.append(single ? "(" : "").append(text->view()).append(single ? ")" : "");
  return new_text(vm, out);
}

Value get_args(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  return e ? e->args : Value();
}

Value set_args(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  if (args[1].is_unset()) return vm.raise_type("args may not be deleted");
  Tuple* t = vm.to_tuple(args[1]);
  if (!t) return {};
  e->args = Value::object(t);
  return Value::none();
}

// A field holding an exception or None.
Value set_link(Vm& vm, Value* args, Value ExceptionInstance::*field, const char* name) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  if (args[1].is_unset()) return vm.raisef(errors().TypeError, "__%s__ may not be deleted", name);
  if (!args[1].is_none() && !as_exception(args[1])) return vm.raisef(errors().TypeError, "exception %s must be None or derive from BaseException", name);
  e->*field = args[1];
  if (field == &ExceptionInstance::cause) e->suppress_context = 1;
  return Value::none();
}

Value or_none(Value v) { return v.is_unset() ? Value::none() : v; }

Value get_cause(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  return e ? or_none(e->cause) : Value();
}
Value set_cause(Vm& vm, Value* args) { return set_link(vm, args, &ExceptionInstance::cause, "cause"); }

Value get_context(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  return e ? or_none(e->context) : Value();
}
Value set_context(Vm& vm, Value* args) { return set_link(vm, args, &ExceptionInstance::context, "context"); }

Value get_suppress(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  return e ? Value::boolean(e->suppress_context) : Value();
}

Value set_suppress(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  if (!args[1].is_bool()) return vm.raise_type("attribute value type must be bool");
  e->suppress_context = static_cast<uint8_t>(args[1].i);
  return Value::none();
}

Value get_traceback(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  return traceback_of(e);
}

Value set_traceback(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  if (args[1].is_unset()) return vm.raise_type("__traceback__ may not be deleted");
  if (!args[1].is_none() && !is_kind(args[1], Kind::Traceback)) return vm.raise_type("__traceback__ must be a traceback or None");
  e->traceback = args[1].is_none() ? nullptr : as<Traceback>(args[1]);
  if (e->traceback) e->traceback->flags |= kTracebackSeen;
  return Value::none();
}

Value with_traceback(Vm& vm, Value* args) { return set_traceback(vm, args).is_unset() ? Value() : args[0]; }

Value add_note(Vm& vm, Value* args) {
  if (!as_str(args[1])) return vm.raisef(errors().TypeError, "note must be a str, not '%s'", std::string(type_name(vm, args[1])).c_str());
  Value notes = vm.find_attr(args[0], names().__notes__);
  if (vm.raised()) return {};
  if (notes.is_unset()) {
    notes = Value::object(vm.new_list());
    if (!vm.set_attr(args[0], names().__notes__, notes)) return {};
  }
  List* list = as_list(notes);
  if (!list) return vm.raise_type("Cannot add note: __notes__ is not a list");
  list_append(vm, list, args[1]);
  return Value::none();
}

Value base_reduce(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  Dict* state = instance_dict_copy(vm, e);
  if (!state->used) return Value::object(vm.new_tuple({Value::object(e->cls), e->args}));
  return Value::object(vm.new_tuple({Value::object(e->cls), e->args, Value::object(state)}));
}

Value base_setstate(Vm& vm, Value* args) {
  if (args[1].is_none()) return Value::none();
  Dict* state = as_dict(args[1]);
  if (!state) return vm.raise_type("state is not a dictionary");
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(state, &cursor, &key, &value)) {
    Str* name = as_str(key);
    if (name && !vm.set_attr(args[0], intern(name->view()), value)) return {};
  }
  return Value::none();
}

Value key_error_str(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  auto* items = as<Tuple>(e->args);
  return items->size == 1 && !runs_scriptling(vm) ? vm.repr(items->items[0]) : base_exception_str(vm, e);
}

// ---- construction in one step: most classes only keep their arguments ---------------------------------

Value construct(Vm& vm, Class* cls, Value args) {
  auto* e = static_cast<ExceptionInstance*>(vm.new_instance(cls));
  e->args = args;
  return Value::object(e);
}

struct Constructor {
  Class* Errors::*cls;
  const char* signature;
  NativeFn fn;
};
const Constructor kConstructors[] = {
#define SL_ERROR(name, base) {&Errors::name, #name "(*args)", [](Vm& vm, Value* args) { return construct(vm, errors().name, args[0]); }},
#include "core/vm/errors.def"
#undef SL_ERROR
};

bool has_own_init(Class* cls) {
  const Errors& e = errors();
  for (Class* special : {e.OSError, e.ImportError, e.NameError, e.AttributeError, e.SyntaxError, e.UnicodeError, e.StopIteration, e.BaseExceptionGroup})
    if (is_subclass(cls, special)) return true;
  return false;
}

const MethodDef kBaseMethods[] = {
    {"__init__(self, /, *args)", base_init, 0, "Initialize self.  See help(type(self)) for accurate signature."},
    {"__str__(self, /)", base_str, 0, "Return str(self)."},
    {"__repr__(self, /)", base_repr, 0, "Return repr(self)."},
    {"args", get_args, kNativeGetter, nullptr, set_args},
    {"__cause__", get_cause, kNativeGetter, "exception cause", set_cause},
    {"__context__", get_context, kNativeGetter, "exception context", set_context},
    {"__suppress_context__", get_suppress, kNativeGetter, nullptr, set_suppress},
    {"__traceback__", get_traceback, kNativeGetter, nullptr, set_traceback},
    {"with_traceback(self, tb, /)", with_traceback, 0, "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self."},
    {"add_note(self, note, /)", add_note, 0, "Exception.add_note(note) --\n    add a note to the exception"},
    {"__reduce__(self, /)", base_reduce},
    {"__setstate__(self, state, /)", base_setstate},
};

}  // namespace

ExceptionInstance* self_exception(Vm& vm, Value v) {
  if (ExceptionInstance* e = as_exception(v)) return e;
  vm.raisef(errors().TypeError, "descriptor requires a 'BaseException' object but received a '%s'", std::string(type_name(vm, v)).c_str());
  return nullptr;
}

Value base_exception_str(Vm& vm, ExceptionInstance* e) {
  auto* items = as<Tuple>(e->args);
  if (items->size == 0) return Value::object(names().empty);
  return items->size == 1 ? vm.str(items->items[0]) : vm.str(e->args);
}

ExceptionInstance* make_exception(Vm& vm, Class* cls, std::initializer_list<Value> args) {
  auto* e = static_cast<ExceptionInstance*>(vm.new_instance(cls));
  if (args.size()) e->args = Value::object(vm.new_tuple(args));
  return e;
}

void set_error_fields(Vm& vm, std::initializer_list<Value> fields) {
  if (ExceptionInstance* e = as_exception(vm.pending)) e->value = Value::object(vm.new_tuple(fields));
}

Value Vm::new_exception(Class* type, std::string_view message) { return Value::object(make_exception(*this, type, {str_value(message)})); }

Value Vm::raise_key(Value key) { return raise(Value::object(make_exception(*this, errors().KeyError, {key}))); }

Value Vm::raise_memory() { return raise(Value::object(make_exception(*this, errors().MemoryError, {}))); }

Value Vm::raise_os(int error_number, std::string_view filename) {
  char buffer[256];
  const char* text = strerror_r(error_number, buffer, sizeof buffer);
  Value message = str_value(text), number = Value::integer(error_number);
  ExceptionInstance* e;
  if (filename.empty())
    e = make_exception(*this, errors().OSError, {number, message});
  else
    e = make_exception(*this, errors().OSError, {number, message, str_value(filename)});
  if (!init_os_error(*this, e)) return {};
  return raise(Value::object(e));
}

void define_exception_method(Class* cls, const MethodDef& def) {
  Native* n = define_native(def, cls);
  set_class_attribute(cls, std::string(n->name->view()).c_str(), Value::object(n));
}

void register_exceptions() {
  Class* base = errors().BaseException;
  for (const MethodDef& def : kBaseMethods) define_exception_method(base, def);
  set_class_attribute(base, "__new__", Value::object(define_new(base)));
  define_exception_method(errors().KeyError, {"__str__(self, /)", key_error_str, 0, "Return str(self)."});
  register_exception_fields();
  register_exception_groups();
  for (const Constructor& c : kConstructors) {
    Class* cls = errors().*c.cls;
    if (has_own_init(cls)) continue;
    cls->construct = c.fn;
    cls->construct_native = define_native({c.signature, c.fn}, nullptr, "builtins");
  }
  define_builtin("EnvironmentError", Value::object(errors().OSError));
  define_builtin("IOError", Value::object(errors().OSError));
}

}  // namespace sl
