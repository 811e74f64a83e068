// BaseExceptionGroup and ExceptionGroup: several exceptions raised as one (PEP 654).
#include "core/vm/exception_group.h"

#include <string>
#include <unordered_set>

#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/text.h"

namespace sl {
namespace {

// ExceptionInstance::value of a group: what it was made with.
enum Field { kMessage, kExceptions };

Value field(ExceptionInstance* e, Field f) {
  Tuple* t = e->value.is_object() ? as_tuple(e->value) : nullptr;
  if (t) return t->items[f];
  return f == kMessage ? Value::object(names().empty) : Value::object(g_empty_tuple);
}

ExceptionInstance* self_group(Vm& vm, Value v) {
  if (exception_group(v)) return as_exception(v);
  vm.raise_type("descriptor requires a 'BaseExceptionGroup' object but received a '" + std::string(type_name(vm, v)) + "'");
  return nullptr;
}

Value group_message(Vm& vm, Value* a) {
  ExceptionInstance* e = self_group(vm, a[0]);
  return e ? field(e, kMessage) : Value();
}

Value group_exceptions(Vm& vm, Value* a) {
  ExceptionInstance* e = self_group(vm, a[0]);
  return e ? field(e, kExceptions) : Value();
}

Value group_str(Vm& vm, Value* a) {
  ExceptionInstance* e = self_group(vm, a[0]);
  if (!e) return {};
  Value message = vm.str(field(e, kMessage));
  if (message.is_unset()) return message;
  size_t n = as<Tuple>(field(e, kExceptions))->size;
  return vm.str_value(std::string(as_str(message)->view()) + " (" + std::to_string(n) + " sub-exception" + (n == 1 ? ")" : "s)"));
}

Value group_derive(Vm& vm, Value* a) {
  ExceptionInstance* e = self_group(vm, a[0]);
  if (!e) return {};
  return vm.call(Value::object(errors().BaseExceptionGroup), {field(e, kMessage), a[1]});
}

bool is_exception_class(Value v) { return is_kind(v, Kind::Class) && is_subclass(as<Class>(v), errors().BaseException); }

bool valid_condition(Vm& vm, Value condition) {
  bool ok = is_exception_class(condition) || (!is_kind(condition, Kind::Class) && vm.callable(condition));
  if (Tuple* t = condition.is_object() ? as_tuple(condition) : nullptr) {
    ok = true;
    for (size_t i = 0; i < t->size; ++i) ok = ok && is_exception_class(t->items[i]);
  }
  if (!ok) vm.raise_type("expected a function, exception type or tuple of exception types");
  return ok;
}

int matches(Vm& vm, Value condition, Value exception) {
  if (is_kind(condition, Kind::Class) || (condition.is_object() && as_tuple(condition))) {
    bool found;
    return exception_matches(vm, exception, condition, nullptr, &found) ? found : -1;
  }
  Value r = vm.call(condition, {exception});
  return r.is_unset() ? -1 : vm.truthy(r);
}

// The group with these exceptions instead, made by its derive(); None without any.
Value part_of(Vm& vm, Value group, List* exceptions) {
  if (!exceptions->size) return Value::none();
  Value made = vm.call_method(group, intern("derive"), {Value::object(exceptions)});
  if (made.is_unset()) return made;
  if (!exception_group(made)) return vm.raise_type("derive must return an instance of BaseExceptionGroup");
  ExceptionInstance *from = as_exception(group), *to = as_exception(made);
  to->traceback = from->traceback;
  if (to->traceback) to->traceback->flags |= kTracebackSeen;
  to->context = from->context;
  to->cause = from->cause;
  to->suppress_context = 1;
  Value notes = vm.find_attr(group, names().__notes__);
  if (vm.raised()) return {};
  if (List* l = notes.is_unset() ? nullptr : as_list(notes); l && !vm.set_attr(made, names().__notes__, Value::object(vm.new_list(l->items, l->size)))) return {};
  return made;
}

bool split(Vm& vm, Value v, Value condition, Value* match, Value* rest) {
  NativeDepth depth(vm);
  if (!depth.ok) return false;
  *match = *rest = Value::none();
  int all = matches(vm, condition, v);
  if (all < 0) return false;
  if (all || !exception_group(v)) {
    (all ? *match : *rest) = v;
    return true;
  }
  List *yes = vm.new_list(), *no = vm.new_list();
  Tuple* members = as<Tuple>(field(as_exception(v), kExceptions));
  for (size_t i = 0; i < members->size; ++i) {
    Value m, r;
    if (!split(vm, members->items[i], condition, &m, &r)) return false;
    if (!m.is_none()) list_append(vm, yes, m);
    if (!r.is_none()) list_append(vm, no, r);
  }
  *match = part_of(vm, v, yes);
  if (match->is_unset()) return false;
  *rest = part_of(vm, v, no);
  return !rest->is_unset();
}

Value group_split(Vm& vm, Value* a) {
  Value match, rest;
  if (!self_group(vm, a[0]) || !valid_condition(vm, a[1]) || !split(vm, a[0], a[1], &match, &rest)) return {};
  return Value::object(vm.new_tuple({match, rest}));
}

// The matching half alone, so that derive() runs only for it.
Value subgroup(Vm& vm, Value v, Value condition) {
  NativeDepth depth(vm);
  if (!depth.ok) return {};
  int all = matches(vm, condition, v);
  if (all < 0) return {};
  if (all) return v;
  if (!exception_group(v)) return Value::none();
  List* yes = vm.new_list();
  Tuple* members = as<Tuple>(field(as_exception(v), kExceptions));
  for (size_t i = 0; i < members->size; ++i) {
    Value m = subgroup(vm, members->items[i], condition);
    if (m.is_unset()) return m;
    if (!m.is_none()) list_append(vm, yes, m);
  }
  return part_of(vm, v, yes);
}

Value group_subgroup(Vm& vm, Value* a) { return self_group(vm, a[0]) && valid_condition(vm, a[1]) ? subgroup(vm, a[0], a[1]) : Value(); }

// ---- except* ----------------------------------------------------------------------------------

using Leaves = std::unordered_set<const Obj*>;

bool valid_star_type(Vm& vm, Value type) {
  if (Tuple* t = type.is_object() ? as_tuple(type) : nullptr) {
    NativeDepth depth(vm);
    if (!depth.ok) return false;
    for (size_t i = 0; i < t->size; ++i)
      if (!valid_star_type(vm, t->items[i])) return false;
    return true;
  }
  if (!is_exception_class(type))
    vm.raise_type("catching classes that do not inherit from BaseException is not allowed");
  else if (is_subclass(as<Class>(type), errors().BaseExceptionGroup))
    vm.raise_type("catching ExceptionGroup with except* is not allowed. Use except instead.");
  return !vm.raised();
}

bool collect_leaves(Vm& vm, Value v, Leaves& out) {
  NativeDepth depth(vm);
  if (!depth.ok) return false;
  Tuple* members = exception_group(v);
  if (!members) return out.insert(v.o), true;
  for (size_t i = 0; i < members->size; ++i)
    if (!collect_leaves(vm, members->items[i], out)) return false;
  return true;
}

// The group again with those exceptions only, nested as they were; None without any.
Value with_leaves(Vm& vm, Value v, const Leaves& leaves) {
  NativeDepth depth(vm);
  if (!depth.ok) return {};
  Tuple* members = exception_group(v);
  if (!members) return leaves.contains(v.o) ? v : Value::none();
  List* kept = vm.new_list();
  for (size_t i = 0; i < members->size; ++i) {
    Value m = with_leaves(vm, members->items[i], leaves);
    if (m.is_unset()) return m;
    if (!m.is_none()) list_append(vm, kept, m);
  }
  return part_of(vm, v, kept);
}

// Did a clause raise its part of `original` again, rather than an exception of its own?
bool same_origin(Value v, ExceptionInstance* original) {
  if (!exception_group(v)) return false;
  ExceptionInstance* e = as_exception(v);
  return e->traceback == original->traceback && e->cause.same(original->cause) && e->context.same(original->context);
}

const MethodDef kGroupMethods[] = {
    {"__str__(self, /)", group_str, 0, "Return str(self)."},
    {"message", group_message, kNativeGetter, "exception message"},
    {"exceptions", group_exceptions, kNativeGetter, "nested exceptions"},
    {"derive(self, excs, /)", group_derive},
    {"split(self, condition, /)", group_split},
    {"subgroup(self, condition, /)", group_subgroup},
    kClassGetItem,
};

}  // namespace

Tuple* exception_group(Value v) noexcept {
  ExceptionInstance* e = as_exception(v);
  return e && is_subclass(e->cls, errors().BaseExceptionGroup) ? as<Tuple>(field(e, kExceptions)) : nullptr;
}

Value make_exception_group(Vm& vm, Class* cls, const Value* args, size_t n) {
  if (n != 2) return vm.raise_type("BaseExceptionGroup.__new__() takes exactly 2 arguments (" + std::to_string(n) + " given)");
  if (!args[0].is_object() || !as_str(args[0]))
    return vm.raise_type("BaseExceptionGroup.__new__() argument 1 must be str, not " + (args[0].is_none() ? std::string("None") : std::string(type_name(vm, args[0]))));
  Value given = Value::object(vm.new_tuple(args, n));
  if (!args[1].is_object() || vm.find_special(args[1], names().__getitem__).is_unset() || as_dict(args[1])) return vm.raise_type("second argument (exceptions) must be a sequence");
  Tuple* members = vm.to_tuple(args[1]);
  if (!members) return {};
  if (!members->size) return vm.raise_value("second argument (exceptions) must be a non-empty sequence");
  bool nested_base = false;
  for (size_t i = 0; i < members->size; ++i) {
    if (!as_exception(members->items[i])) return vm.raise_value("Item " + std::to_string(i) + " of second argument (exceptions) is not an exception");
    nested_base = nested_base || !vm.is_instance(members->items[i], errors().Exception);
  }
  if (cls == errors().BaseExceptionGroup) {
    if (!nested_base) cls = errors().ExceptionGroup;
  } else if (nested_base && is_subclass(cls, errors().Exception)) {
    return vm.raise_type("Cannot nest BaseExceptions in " + (cls == errors().ExceptionGroup ? std::string("an ExceptionGroup") : "'" + std::string(cls->name->view()) + "'"));
  }
  auto* e = static_cast<ExceptionInstance*>(vm.new_instance(cls));
  e->args = given;
  e->value = Value::object(vm.new_tuple({args[0], Value::object(members)}));
  return Value::object(e);
}

bool star_match(Vm& vm, Value* regs, Value type) {
  if (!valid_star_type(vm, type)) return false;
  Value exception = regs[0];
  regs[1] = Value::none();
  if (exception.is_none()) return true;
  bool all;
  if (!exception_matches(vm, exception, type, nullptr, &all)) return false;
  Value match = Value::none(), rest = exception;
  if (exception_group(exception)) {
    if (!split(vm, exception, type, &match, &rest)) return false;
  } else if (all) {
    Value args[] = {Value::object(names().empty), Value::object(vm.new_tuple({exception}))};
    match = make_exception_group(vm, errors().BaseExceptionGroup, args, 2);
    if (match.is_unset()) return false;
    rest = Value::none();
  }
  regs[0] = rest;
  regs[1] = match;
  if (!match.is_none()) vm.thread->handled = match;
  return true;
}

Value star_raise(Vm& vm, List* excs, Value original) {
  if (!exception_group(original)) return excs->size ? excs->items[0] : Value::none();
  List* raised = vm.new_list();
  Leaves leaves;
  for (size_t i = 0; i < excs->size; ++i) {
    Value e = excs->items[i];
    if (e.is_none()) continue;
    if (!same_origin(e, as_exception(original)))
      list_append(vm, raised, e);
    else if (!collect_leaves(vm, e, leaves))
      return {};
  }
  Value again = leaves.empty() ? Value::none() : with_leaves(vm, original, leaves);
  if (again.is_unset() || !raised->size) return again;
  if (!again.is_none()) list_append(vm, raised, again);
  if (raised->size == 1) return raised->items[0];
  Value args[] = {Value::object(names().empty), Value::object(raised)};
  return make_exception_group(vm, errors().BaseExceptionGroup, args, 2);
}

void register_exception_groups() {
  for (const MethodDef& def : kGroupMethods) define_exception_method(errors().BaseExceptionGroup, def);
}

}  // namespace sl
