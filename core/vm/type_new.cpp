// T.__new__ of the built-in types.
#include "core/vm/argument_errors.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/types.h"

namespace sl {
namespace {

std::string text_of(const Str* s) { return std::string(s->view()); }

// The type whose constructor makes the built-in part of a `c`.
Class* maker_of(Class* c) {
  for (uint32_t i = 0; i < c->mro_count; ++i)
    if (c->mro[i]->construct) return c->mro[i];
  return nullptr;
}

Value builtin_new(Vm& vm, Value* args) {
  auto* c = as<Class>(args[0]);
  Tuple* rest = as<Tuple>(args[1]);
  auto* keywords = as<Dict>(args[2]);
  if (!keywords->used) keywords = nullptr;
  if (rest->size != 3 && is_subclass(c, types().type)) return vm.raise_type("type.__new__() takes exactly 3 arguments (" + std::to_string(rest->size) + " given)");
  if (!c->construct) return allocate_instance(vm, c, rest->items, rest->size, keywords);
  bool empty = c->flags & kClassMutableInit;  // its __init__ takes the arguments
  return empty ? construct_empty(vm, c) : call_native_kw(vm, c->construct_native, rest->items, rest->size, nullptr, keywords);
}

}  // namespace

Value construct_empty(Vm& vm, const Class* c) {
  Value nothing = Value::none();
  return call_native_kw(vm, c->construct_native, &nothing, c->construct_native->signature->required ? 1 : 0, nullptr, nullptr);
}

bool accept_new(Vm& vm, const Native* f, const Value* args, size_t n) {
  std::string title = text_of(f->owner->name) + ".__new__(";
  if (!n) return vm.raise_type(title + "): not enough arguments"), false;
  if (!is_kind(args[0], Kind::Class)) return vm.raise_type(title + "X): X is not a type object (" + text_of(vm.type_of(args[0])->name) + ")"), false;
  auto* c = as<Class>(args[0]);
  std::string name = text_of(c->name);
  if (!is_subclass(c, f->owner)) return vm.raise_type(title + name + "): " + name + " is not a subtype of " + text_of(f->owner->name)), false;
  Class* maker = maker_of(c);
  if (maker && maker != f->owner && f->owner->construct && f->owner != errors().BaseException)
    return vm.raise_type(title + name + ") is not safe, use " + text_of(maker->name) + ".__new__()"), false;
  return true;
}

Native* define_new(Class* owner) { return define_native({"__new__(cls, /, *args, **kwargs)", builtin_new, kNativeStatic | kNativeNew, "Create and return a new object."}, owner); }

}  // namespace sl
