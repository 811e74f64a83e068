#include "core/vm/argument_errors.h"

#include <algorithm>

#include "core/vm/class.h"
#include "core/vm/objects.h"
#include "core/vm/types.h"

namespace sl {
namespace {

// CPython wraps these around type slots, which count their arguments in their own words; its other
// double-underscore methods are ordinary ones.
std::string text_of(const Str* s) { return std::string(s->view()); }

bool is_slot_method(const Native* f) {
  std::string_view name = f->name->view();
  if (!(f->flags & kNativeMethod) || f->flags & (kNativeGetter | kNativeNew) || name.size() < 5 || !name.starts_with("__") || !name.ends_with("__")) return false;
  static constexpr std::string_view kOrdinary[] = {"__format__",   "__ceil__",     "__floor__",      "__round__",   "__trunc__",         "__reversed__",
                                                   "__sizeof__",   "__reduce__",   "__reduce_ex__",  "__dir__",     "__length_hint__",   "__getnewargs__",
                                                   "__getstate__", "__setstate__", "__complex__",    "__bytes__",   "__copy__",          "__deepcopy__",
                                                   "__enter__",    "__exit__",     "__subclasses__", "__missing__", "__instancecheck__", "__subclasscheck__"};
  if (std::ranges::find(kOrdinary, name) != std::end(kOrdinary)) return false;
  const Class* c = f->owner;
  if (name == "__contains__") return c != types().dict && c != types().set && c != types().frozenset;
  return name != "__getitem__" || (c != types().dict && c != types().list);
}

std::string counted(size_t n, const char* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); }

// The searching methods of text and bytes parse their arguments in their own way.
bool is_search(const Native* f) {
  if (f->owner != types().str && f->owner != types().bytes && f->owner != types().bytearray) return false;
  static constexpr std::string_view kSearch[] = {"find", "rfind", "index", "rindex", "count", "startswith", "endswith"};
  return std::ranges::find(kSearch, f->name->view()) != std::end(kSearch);
}

// sorted() gives them to list.sort(); max() and min() count their items before they look at them.
bool passes_names_on(const Native* f) {
  std::string_view name = f->name->view();
  return !f->owner && f->module && std::string_view(f->module) == "builtins" && (name == "sorted" || name == "max" || name == "min");
}

// Functions here that are classes in CPython.
bool stands_for_class(const Native* f) {
  if (f->owner || !f->module) return false;
  std::string_view module = f->module, name = f->name->view();
  return (module == "itertools" && name != "tee") || (module == "operator" && (name == "itemgetter" || name == "attrgetter"));
}

void raise_receiver(Vm& vm, const Native* f, const std::string& wanted, const std::string& got) {
  std::string name = "descriptor '" + text_of(f->name) + "' ";
  if (is_slot_method(f))
    vm.raise_type(name + "requires a '" + wanted + "' object but received a '" + got + "'");
  else
    vm.raise_type(name + "for '" + wanted + "' objects doesn't apply to a '" + got + "' object");
}

Value slot_count(Vm& vm, const Native* f, size_t required, size_t positional, size_t got) {
  std::string_view name = f->name->view();
  bool unpacked = required != positional || positional == 2 ||
                  ((name == "__mul__" || name == "__rmul__" || name == "__imul__") && f->owner != types().integer && f->owner != types().floating && f->owner != types().complex);
  std::string how = required == positional ? "" : got < required ? "at least " : "at most ";
  return vm.raise_type(std::string(unpacked ? " " : "") + "expected " + how + counted(got < required ? required : positional, "argument") + ", got " + std::to_string(got));
}

}  // namespace

size_t receivers(const Native* f) noexcept { return f->owner && f->flags & (kNativeMethod | kNativeClassMethod) ? 1 : 0; }

std::string initializer_title(Vm& vm, const Native* f, Value self) { return text_of(as_exception(self) ? vm.type_of(self)->name : f->owner->name); }

std::string callable_title(const Native* f) {
  std::string scope = f->owner && (!(f->flags & kNativeStatic) || f->name->view() == "maketrans") ? text_of(f->owner->name) + "." : "";
  if (!f->owner && f->module && !(f->flags & kNativeAbi) && std::string_view(f->module) != "builtins") scope = std::string(f->module) + ".";
  return scope + text_of(f->name) + "()";
}

std::string refusing_title(Vm& vm, const Native* f, const Value* args) {
  if (receivers(f) && f->name == names().__init__) return initializer_title(vm, f, args[0]) + "()";
  if (is_slot_method(f)) return "wrapper " + text_of(f->name) + "()";
  return callable_title(f);
}

bool accept_receiver(Vm& vm, const Native* f, const Value* args, size_t n) {
  if (!n) return true;  // the count is wrong, which the binding says
  if (Class* c = vm.type_of(args[0]); c == f->owner || is_subclass(c, f->owner)) return true;
  raise_receiver(vm, f, text_of(f->owner->name), text_of(vm.type_of(args[0])->name));
  return false;
}

Value raise_argument_count(Vm& vm, const Native* f, const Value* args, size_t given, size_t named) {
  const Signature* s = f->signature;
  size_t self = receivers(f);
  std::string name = text_of(f->name), title = callable_title(f);
  bool slot = is_slot_method(f);
  if (given && self && f->flags & kNativeMethod && !vm.is_instance(args[0], f->owner)) {
    raise_receiver(vm, f, text_of(f->owner->name), text_of(vm.type_of(args[0])->name));
    return Value();
  }
  if (given < self && f->flags & kNativeMethod)
    return vm.raise_type(slot ? "descriptor '" + name + "' of '" + text_of(f->owner->name) + "' object needs an argument" : "unbound method " + title + " needs an argument");
  auto visible = [&](size_t n) { return n - std::min(self, n); };
  size_t required = visible(s->required), positional = visible(s->positional), all = visible(s->params.size()), got = visible(given);
  std::string tail = " (" + std::to_string(got) + " given)";
  if (slot && f->name == names().__init__)
    return vm.raise_type((as_set(args[0]) ? text_of(vm.type_of(args[0])->name) : initializer_title(vm, f, args[0])) + " expected " +
                         (required == positional ? ""
                          : got < required       ? "at least "
                                                 : "at most ") +
                         counted(got < required ? required : positional, "argument") + ", got " + std::to_string(got));
  if (slot) return slot_count(vm, f, required, positional, got);
  bool unpacked = passes_names_on(f);
  if (s->params.size() > s->positional_only && !unpacked) {  // some can be given by name
    if (got + named > all) return vm.raise_type(name + "() takes at most " + counted(all, got ? "argument" : "keyword argument") + " (" + std::to_string(got + named) + " given)");
    if (positional == 0) return vm.raise_type(name + "() takes no positional arguments");
    size_t bound = got < required ? std::min(visible(s->positional_only), required) : positional;
    const char* how = got < required ? "at least " : required == positional ? "exactly " : "at most ";
    return vm.raise_type(name + "() takes " + how + counted(bound, "positional argument") + tail);
  }
  if (positional == 0) return vm.raise_type(title + " takes no arguments" + tail);
  if (is_search(f)) return vm.raise_type(name + "() takes " + (got < required ? "at least " : "at most ") + counted(got < required ? required : positional, "argument") + tail);
  int builtin = f->owner ? -1 : builtin_slot(f->name);
  bool constructs = (builtin >= 0 && is_kind(builtin_value(builtin), Kind::Class)) || stands_for_class(f);
  if (required == positional && positional == 1 && !constructs && !unpacked) return vm.raise_type(title + " takes exactly one argument" + tail);
  std::string how = required == positional ? "" : got < required ? "at least " : "at most ";
  if (name == "super" && constructs) name += "()";
  return vm.raise_type(name + " expected " + how + counted(got < required ? required : positional, "argument") + ", got " + std::to_string(got));
}

Value raise_unknown_keyword(Vm& vm, const Native* f, const Value* args, const Str* unknown) {
  bool initializer = f->owner && f->name == names().__init__;
  std::string title = text_of(initializer ? f->owner->name : f->name);
  if (title == "zip_longest") return vm.raise_type("zip_longest() got an unexpected keyword argument");
  if (passes_names_on(f) && title == "sorted") {
    if (!vm.to_list(args[0])) return Value();
    title = "sort";
  }
  return vm.raise_type("'" + text_of(unknown) + "' is an invalid keyword argument for " + title + "()");
}

// Methods that refuse their self do not know their own name.
void name_receiver_error(Vm& vm, Native* f) {
  ExceptionInstance* e = as_exception(vm.pending);
  if (!e || e->cls != errors().TypeError) return;
  Tuple* args = as_tuple(e->args);
  Str* text = args && args->size == 1 ? as_str(args->items[0]) : nullptr;
  constexpr std::string_view kStart = "descriptor requires a '", kMiddle = "' object but received a '";
  if (!text || !text->view().starts_with(kStart)) return;
  std::string_view rest = text->view().substr(kStart.size());
  size_t middle = rest.find(kMiddle);
  if (middle == rest.npos) return;
  std::string wanted(rest.substr(0, middle)), got(rest.substr(middle + kMiddle.size()));
  got.pop_back();
  vm.clear_error();
  raise_receiver(vm, f, wanted, got);
}

// The built-in ones have other words than the library's functions, many of which CPython has in Python.
bool counts_first(const Native* f) {
  int slot = f->owner ? builtin_slot(f->owner->name) : -1;
  return f->owner ? slot >= 0 && builtin_value(slot).same(Value::object(f->owner)) : f->module && std::string_view(f->module) == "builtins";
}

void raise_given_twice(Vm& vm, const Native* f, const std::string& argument, size_t position) {
  if (f->name->view() == "enumerate" && counts_first(f))
    vm.raise_type("'" + argument + "' is an invalid keyword argument for enumerate()");
  else if (counts_first(f))
    vm.raise_type("argument for " + text_of(f->name) + "() given by name ('" + argument + "') and position (" + std::to_string(position) + ")");
  else
    vm.raise_type(text_of(f->name) + "() got multiple values for argument '" + argument + "'");
}

void raise_argument_type(Vm& vm, const Native* f, const Param& p, Value got) {
  std::string type = got.is_none() ? "None" : text_of(vm.type_of(got)->name);
  const Signature* s = f->signature;
  size_t self = receivers(f), index = static_cast<size_t>(&p - s->params.data());
  std::string which = " '" + text_of(p.name) + "'";
  if (index < s->positional_only) which = s->params.size() == self + 1 ? "" : " " + std::to_string(index + 1 - self);
  switch (p.type) {
    case ParamType::Int:
      if (!p.or_none) {
        vm.raise_type("'" + text_of(vm.type_of(got)->name) + "' object cannot be interpreted as an integer");
        return;
      }
      break;
    case ParamType::Float:
      if (!p.or_none) {
        vm.raise_type("must be real number, not " + text_of(vm.type_of(got)->name));
        return;
      }
      break;
    default: break;
  }
  vm.raise_type(text_of(f->name) + "() argument" + which + " must be " + p.type_text + ", not " + type);
}

}  // namespace sl
