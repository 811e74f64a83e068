// Iterators built on other iterators: enumerate, zip, map, filter, reversed.
#include "core/vm/containers.h"
#include "core/vm/fast_call.h"
#include "core/vm/dialect.h"

namespace sl {
namespace {

constexpr size_t kStackArguments = 8;

// The iterators of every iterable; null: raised.
Tuple* iterators_of(Vm& vm, const Value* iterables, size_t n) {
  Tuple* out = vm.new_tuple(n);
  for (size_t i = 0; i < n; ++i) {
    Value it = argument_iter(vm, iterables[i]);
    if (it.is_unset()) return nullptr;
    out->items[i] = it;
  }
  return out;
}

// A StopIteration from the function ends the iteration like any other.
Value call_or_end(Vm& vm, Value f, const Value* args, size_t n) {
  Value v = fast_call(vm, f, args, n);
  if (v.is_unset()) vm.catch_error(errors().StopIteration);
  return v;
}

// ---- enumerate: b the iterator, i the next number, or a when it is beyond int64 ------------------

int enumerate_pair(Vm& vm, IterObj* it, Value* out) {
  out[1] = next_item(vm, it->b);
  if (out[1].is_unset()) return vm.raised() ? -1 : 0;
  if (it->a.is_none()) {
    out[0] = Value::integer(it->i);
    if (it->i == INT64_MAX)
      it->a = int_add_slow(vm, it->i, 1);
    else
      ++it->i;
  } else {
    out[0] = it->a;
    it->a = int_binary(vm, BinOp::Add, it->a, Value::integer(1));
  }
  return it->a.is_unset() ? -1 : 1;
}

Value next_enumerated(Vm& vm, IterObj* it) {
  Value pair[2];
  return enumerate_pair(vm, it, pair) > 0 ? Value::object(vm.new_tuple(pair, 2)) : Value();
}

const IterType kEnumerate{"enumerate", next_enumerated, nullptr, nullptr};

Value new_enumerate(Vm& vm, Value* args) {
  if (args[0].is_unset()) return vm.raise_type(args[1].is_unset() ? "enumerate() missing required argument 'iterable'" : "'start' is an invalid keyword argument for enumerate()");
  if (args[1].is_unset()) args[1] = Value::integer(0);
  Value start = args[1].is_int() ? args[1] : to_integer(vm, args[1]);
  if (start.is_unset()) return start;
  Value source = argument_iter(vm, args[0]);
  if (source.is_unset()) return source;
  bool small = start.is_int_or_bool();
  IterObj* it = vm.new_iter(kEnumerate, small ? Value::none() : start, source);
  it->flags = static_cast<uint8_t>(IterTag::Pairs);
  if (small) it->i = start.i;
  return Value::object(it);
}

// ---- zip: b tuple of iterators, j strict ------------------------------------------------------------

Value zip_length_error(Vm& vm, size_t i, const char* relation) {
  std::string before = i == 1 ? " 1" : "s 1-" + std::to_string(i);
  return vm.raise_value("zip() argument " + std::to_string(i + 1) + " is " + relation + " than argument" + before);
}

// Iterator number `ended` is exhausted. Strict: all must end together.
Value end_of_zip(Vm& vm, IterObj* it, Tuple* sources, size_t ended) {
  if (!it->j) return Value();
  if (ended) return zip_length_error(vm, ended, "shorter");
  for (size_t i = 1; i < sources->size; ++i) {
    Value v = next_item(vm, sources->items[i]);
    if (!v.is_unset()) return zip_length_error(vm, i, "longer");
    if (vm.raised()) return v;
  }
  return Value();
}

Value next_zipped(Vm& vm, IterObj* it) {
  Tuple* sources = as<Tuple>(it->b);
  size_t n = sources->size;
  if (n == 0) return Value();
  Tuple* row = vm.new_tuple(n);
  for (size_t i = 0; i < n; ++i) {
    Value v = next_item(vm, sources->items[i]);
    if (v.is_unset()) return vm.raised() ? v : end_of_zip(vm, it, sources, i);
    row->items[i] = v;
  }
  return Value::object(row);
}

int zip_pair(Vm& vm, IterObj* it, Value* out) {
  Tuple* sources = as<Tuple>(it->b);
  for (size_t i = 0; i < 2; ++i) {
    out[i] = next_item(vm, sources->items[i]);
    if (!out[i].is_unset()) continue;
    if (!vm.raised()) end_of_zip(vm, it, sources, i);
    return vm.raised() ? -1 : 0;
  }
  return 1;
}

const IterType kZip{"zip", next_zipped, nullptr, nullptr};

Value new_zip(Vm& vm, Value* args) {  // strict, *iterables
  int strict = vm.truthy(args[0]);
  if (strict < 0) return Value();
  auto* iterables = as<Tuple>(args[1]);
  Tuple* sources = iterators_of(vm, iterables->items, iterables->size);
  if (!sources) return Value();
  IterObj* it = vm.new_iter(kZip, Value::none(), Value::object(sources));
  it->j = strict;
  if (sources->size == 2) it->flags = static_cast<uint8_t>(IterTag::Pairs);
  return Value::object(it);
}

// ---- map: a the function, b the iterator or, for several, a tuple of them -------------------------

Value next_mapped(Vm& vm, IterObj* it) {
  if (it->j == 1) {
    Value v = next_item(vm, it->b);
    return v.is_unset() ? v : call_or_end(vm, it->a, &v, 1);
  }
  Tuple* sources = as<Tuple>(it->b);
  size_t n = sources->size;
  Value on_stack[kStackArguments];
  Tuple* spilled = n > kStackArguments ? vm.new_tuple(n) : nullptr;
  Value* row = spilled ? spilled->items : on_stack;
  for (size_t i = 0; i < n; ++i) {
    Value v = next_item(vm, sources->items[i]);
    if (v.is_unset()) return v;
    row[i] = v;
  }
  return call_or_end(vm, it->a, spilled ? spilled->items : on_stack, n);
}

const IterType kMap{"map", next_mapped, nullptr, nullptr};

Value new_map(Vm& vm, Value* args) {  // func, *iterables
  auto* iterables = as<Tuple>(args[1]);
  if (args[0].is_unset() || iterables->size == 0) return vm.raise_type("map() must have at least two arguments.");
  Tuple* sources = iterators_of(vm, iterables->items, iterables->size);
  if (!sources) return Value();
  IterObj* it = vm.new_iter(kMap, args[0], sources->size == 1 ? sources->items[0] : Value::object(sources));
  it->j = static_cast<int64_t>(sources->size);
  return Value::object(it);
}

// ---- filter: a the predicate or None, b the iterator ---------------------------------------------------

Value next_filtered(Vm& vm, IterObj* it) {
  for (uint32_t steps = 1;; ++steps) {
    Value v = next_item(vm, it->b);
    if (v.is_unset()) return v;
    Value verdict = it->a.is_none() ? v : call_or_end(vm, it->a, &v, 1);
    if (verdict.is_unset()) return verdict;
    int keep = verdict.is_bool() ? static_cast<int>(verdict.i) : vm.truthy(verdict);
    if (keep) return keep < 0 ? Value() : v;
    if ((steps & 4095) == 0 && !vm.poll()) return Value();
  }
}

const IterType kFilter{"filter", next_filtered, nullptr, nullptr};

Value new_filter(Vm& vm, Value* args) {
  Value source = argument_iter(vm, args[1]);
  if (source.is_unset()) return source;
  bool by_truth = is_kind(args[0], Kind::Class) && as<Class>(args[0]) == types().boolean;
  return Value::object(vm.new_iter(kFilter, by_truth ? Value::none() : args[0], source));
}

// ---- reversed: a the sequence, i the next index ----------------------------------------------------------

Value next_reversed(Vm& vm, IterObj* it) {
  if (it->i < 0 || it->a.is_unset()) return Value();
  if (is_str(it->a) && as<Str>(it->a)->ascii()) return Value::object(g_ascii_chars[static_cast<uint8_t>(as<Str>(it->a)->data[it->i--])]);
  Value v = vm.get_item(it->a, Value::integer(it->i));
  if (!v.is_unset()) {
    --it->i;
    return v;
  }
  if (vm.catch_error(errors().IndexError) || vm.catch_error(errors().StopIteration)) it->a = Value();
  return Value();
}

int64_t left_in_reversed(const IterObj* it) { return it->a.is_unset() ? 0 : it->i + 1; }

Value construct_reversed(Vm& vm, Value* args) {
  Value v = args[0];
  Value method = vm.find_special(v, names().__reversed__);
  if (method.is_none()) return vm.raise_type("'" + class_name(vm, v) + "' object is not reversible");
  if (!method.is_unset()) return vm.call_special(v, names().__reversed__);
  Value u = unwrap(v);
  bool builtin = is_kind(u, Kind::Tuple) || is_kind(u, Kind::Str) || is_kind(u, Kind::Bytes) || is_kind(u, Kind::ByteArray);
  bool sequence = builtin || (has_special(vm, v, names().__getitem__) && (is_kind(v, Kind::Instance) || has_special(vm, v, names().__len__)) && !as_dict(v));
  if (!sequence) return vm.raise_type("'" + class_name(vm, v) + "' object is not reversible");
  return new_reversed(vm, v);
}

}  // namespace

const IterType kReversedIter{"reversed", next_reversed, nullptr, left_in_reversed};

int iter_next_pair(Vm& vm, IterObj* it, Value* out) {
  if (it->type == &kDictItemIter) return dict_next_pair(vm, it, out);
  return it->type == &kEnumerate ? enumerate_pair(vm, it, out) : zip_pair(vm, it, out);
}

Value new_reversed(Vm& vm, Value sequence) {
  int64_t length = vm.length(sequence);
  if (length < 0) return Value();
  IterObj* it = vm.new_iter(kReversedIter, sequence);
  it->i = length - 1;
  return Value::object(it);
}

void register_adapters() {
  auto define = [](const IterType& type, const char* signature, NativeFn construct, const char* doc) {
    define_builtin(type.name, Value::object(define_iter_type(type, signature, construct, doc)));
  };
  define(kEnumerate, "enumerate(iterable=..., start=...)", new_enumerate, "Return an enumerate object.");
  define(kZip, "zip(*iterables, strict=False)", new_zip, "The zip object yields n-length tuples until the shortest iterable is exhausted.");
  define(kMap, "map(func=..., /, *iterables)", new_map, "Make an iterator that computes the function using arguments from each of the iterables.");
  define(kFilter, "filter(function, iterable, /)", new_filter, "Return an iterator yielding those items of iterable for which function(item) is true.");
  define(kReversedIter, "reversed(sequence, /)", construct_reversed, "Return a reverse iterator over the values of the given sequence.");
}

}  // namespace sl
