// Built-in functions over iterables.
#include "core/vm/builtins.h"
#include "core/vm/dialect.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/text.h"

namespace sl {

namespace {

// all() stops at the first false item, any() at the first true one.
Value search_truth(Vm& vm, Value iterable, int wanted) {
  if (is_kind(iterable, Kind::Generator)) {
    auto* g = as<Generator>(iterable);
    for (;;) {
      Value item = generator_search(vm, g, wanted ? Collector::kTrue : Collector::kFalse);
      if (item.is_unset()) return vm.raised() ? item : Value::boolean(!wanted);
      int t = vm.truthy(item);
      if (t < 0) return {};
      if (t == wanted) return Value::boolean(wanted);
    }
  }
  Sequence items(vm);
  if (!items.open(iterable)) return {};
  Value item;
  int more;
  uint32_t steps = 0;
  while ((more = items.next(&item)) > 0) {
    int t = item.is_bool() ? static_cast<int>(item.i) : vm.truthy(item);
    if (t < 0) return {};
    if (t == wanted) return Value::boolean(wanted);
    if ((++steps & 0xFFFF) == 0 && !vm.poll()) return {};
  }
  return more < 0 ? Value() : Value::boolean(!wanted);
}

Value builtin_all(Vm& vm, Value* args) { return search_truth(vm, args[0], 0); }
Value builtin_any(Vm& vm, Value* args) { return search_truth(vm, args[0], 1); }

Value builtin_len(Vm& vm, Value* args) {
  int64_t n = vm.length(args[0]);
  return n < 0 ? Value() : Value::integer(n);
}

Value builtin_iter(Vm& vm, Value* args) {
  if (args[1].is_unset()) return argument_iter(vm, args[0]);
  if (!vm.callable(args[0])) return vm.raise_type("iter(v, w): v must be callable");
  return Value::object(vm.new_iter(kCallableIter, args[0], args[1]));
}

bool is_iterator(Vm& vm, Value v) {
  if (!v.is_object()) return false;
  Kind k = v.o->kind;
  if (k == Kind::Iter || k == Kind::Generator) return true;
  return (k == Kind::Instance || k == Kind::Host) && !vm.find_special(v, names().__next__).is_unset();
}

}  // namespace

Value next_builtin(Vm& vm, Value* args) {
  Value fallback = args[1];
  if (!is_iterator(vm, args[0])) return vm.raisef(errors().TypeError, "'%s' object is not an iterator", std::string(type_name(vm, args[0])).c_str());
  // Not vm.next() for everything: the value a StopIteration carries must reach the script.
  Value v, result;
  if (is_kind(args[0], Kind::Generator))
    v = generator_resume(vm, as<Generator>(args[0]), Value::none(), false, &result);
  else if (is_kind(args[0], Kind::Iter))
    v = vm.next(args[0]);
  else
    v = vm.call_special(args[0], names().__next__);
  if (!v.is_unset()) return v;
  if (!fallback.is_unset()) {
    if (!vm.raised() || vm.catch_error(errors().StopIteration)) return fallback;
    return {};
  }
  if (vm.raised()) return {};
  if (result.is_unset() || result.is_none()) return raise_exhausted(vm);
  ExceptionInstance* stop = make_exception(vm, errors().StopIteration, {result});
  stop->value = result;
  return vm.raise(Value::object(stop));
}

namespace {

Value builtin_sorted(Vm& vm, Value* args) {
  Value key = args[1];
  List* items = is_kind(args[0], Kind::List) ? vm.new_list(as<List>(args[0])->items, as<List>(args[0])->size) : vm.to_list(args[0]);
  if (!items) return {};
  int64_t reverse;
  if (!int_arg(vm, args[2], &reverse) || !list_sort(vm, items, key, reverse != 0)) return {};
  return Value::object(items);
}

const MethodDef kFunctions[] = {
    {"all(iterable, /)", builtin_all, 0, "Return True if bool(x) is True for all values x in the iterable."},
    {"any(iterable, /)", builtin_any, 0, "Return True if bool(x) is True for any x in the iterable."},
    {"len(obj, /)", builtin_len, 0, "Return the number of items in a container."},
    {"iter(object, sentinel=..., /)", builtin_iter, 0, "Get an iterator from an object."},
    {"next(iterator, default=..., /)", next_builtin, 0, "Return the next item from the iterator."},
    {"sorted(iterable, /, *, key=None, reverse=False)", builtin_sorted, 0, "Return a new list containing all items from the iterable in ascending order."},
};

}  // namespace

void define_iteration_builtins() { define_builtins(kFunctions); }

}  // namespace sl
