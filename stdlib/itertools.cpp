// itertools: iterators over other iterators. Each is an IterObj; what its fields hold stands beside its type.
#include "core/vm/fast_call.h"
#include "stdlib/itertools_internal.h"

namespace sl {
namespace itertools {

Value call_step(Vm& vm, Value f, const Value* args, size_t n) {
  Value v = fast_call(vm, f, args, n);
  if (v.is_unset()) vm.catch_error(errors().StopIteration);
  return v;
}

void add_method(Class* cls, const MethodDef& def) {
  Native* n = define_native(def, cls, nullptr);
  set_class_attribute(cls, std::string(n->name->view()).c_str(), Value::object(n));
}

namespace {

constexpr uint32_t kPollMask = 4095;

// ---- count: i next and j step while k, else a next; b step -------------------------------------

bool countable(Vm& vm, Value v) {
  Value u = unwrap(v);
  if (is_number(u) || is_kind(u, Kind::Complex)) return true;
  return !vm.find_special(v, names().__index__).is_unset() || !vm.find_special(v, names().__float__).is_unset() || !vm.find_special(v, names().__int__).is_unset();
}

bool is_one(Value step) noexcept {
  Value u = unwrap(step);
  return u.is_int_or_bool() && u.i == 1;
}

Value next_count(Vm& vm, IterObj* it) {
  if (it->k) {
    int64_t now = it->i;
    if (!__builtin_add_overflow(now, it->j, &it->i)) [[likely]]
      return Value::integer(now);
    it->i = now;
    it->k = 0;
    it->a = Value::integer(now);
  }
  Value now = it->a;
  Value following = vm.binary(BinOp::Add, now, it->b);
  if (following.is_unset()) return following;
  it->a = following;
  return now;
}

const IterType kCount{"itertools.count", next_count, nullptr, nullptr};

Value new_count(Vm& vm, Value* args) {
  if (!countable(vm, args[0]) || !countable(vm, args[1])) return vm.raise_type("a number is required");
  IterObj* it = vm.new_iter(kCount, args[0], args[1]);
  Value start = unwrap(args[0]);
  bool by_one = is_one(args[1]) && start.is_int_or_bool();  // the plain ints from there, as CPython counts
  if (by_one || (args[0].is_int() && args[1].is_int())) {
    it->k = 1;
    it->i = start.i;
    it->j = by_one ? 1 : args[1].i;
  }
  return Value::object(it);
}

IterObj* self_iter(Vm& vm, Value v, const IterType& type) {
  IterObj* it = as_kind<IterObj>(v, Kind::Iter);
  if (it && it->type == &type) return it;
  vm.raise_type(std::string("expected ") + type.name + ", not " + std::string(vm.type_of(v)->name->view()));
  return nullptr;
}

Value count_repr(Vm& vm, Value* args) {
  IterObj* it = self_iter(vm, args[0], kCount);
  if (!it) return Value();
  Value now = it->k ? Value::integer(it->i) : it->a;
  std::string text = "count(";
  if (!append_repr(vm, &text, now)) return Value();
  if (!is_one(it->b)) {
    text += ", ";
    if (!append_repr(vm, &text, it->b)) return Value();
  }
  return vm.str_value(text + ")");
}

// ---- repeat: a the object, i times left, -1 for ever ---------------------------------------------

Value next_repeat(Vm&, IterObj* it) {
  if (it->i == 0) return Value();
  if (it->i > 0) --it->i;
  return it->a;
}

int64_t left_in_repeat(const IterObj* it) { return it->i < 0 ? 0 : it->i; }
const IterType kRepeat{"itertools.repeat", next_repeat, nullptr, left_in_repeat};

Value new_repeat(Vm& vm, Value* args) {
  int64_t times = -1;
  if (!args[1].is_unset()) {
    if (!vm.to_index(args[1], &times)) return Value();
    times = std::max<int64_t>(times, 0);
  }
  IterObj* it = vm.new_iter(kRepeat, args[0]);
  it->i = times;
  return Value::object(it);
}

Value repeat_repr(Vm& vm, Value* args) {
  IterObj* it = self_iter(vm, args[0], kRepeat);
  if (!it) return Value();
  std::string text = "repeat(";
  if (!append_repr(vm, &text, it->a)) return Value();
  if (it->i >= 0) text += ", " + std::to_string(it->i);
  return vm.str_value(text + ")");
}

Value repeat_hint(Vm& vm, Value* args) {
  IterObj* it = self_iter(vm, args[0], kRepeat);
  if (!it) return Value();
  return it->i < 0 ? vm.raise_type("len() of unsized object") : Value::integer(it->i);
}

// ---- cycle: a the iterator while k == 0, b what it gave, i next index, j whether b is complete already ------

Value next_cycle(Vm& vm, IterObj* it) {
  List* saved = as<List>(it->b);
  if (it->k == 0) {
    Value v = next_item(vm, it->a);
    if (!v.is_unset()) {
      if (!it->j) list_append(vm, saved, v);
      return v;
    }
    if (vm.raised()) return v;
    it->k = 1;
    it->a = Value::none();
  }
  if (!saved->size) return Value();
  if (static_cast<uint64_t>(it->i) >= saved->size) it->i = 0;
  return saved->items[it->i++];
}

const IterType kCycle{"itertools.cycle", next_cycle, nullptr, nullptr};

Value new_cycle(Vm& vm, Value* args) {
  Value source = vm.iter(args[0]);
  if (source.is_unset()) return source;
  return Value::object(vm.new_iter(kCycle, source, Value::object(vm.new_list())));
}

// ---- accumulate: a the iterator, b the function or None, c the total; i: 0 no total yet, 1 the initial one, 2 running

Value next_accumulated(Vm& vm, IterObj* it) {
  if (it->i == 1) {
    it->i = 2;
    return it->c;
  }
  Value v = next_item(vm, it->a);
  if (v.is_unset()) return v;
  if (it->i == 0) {
    it->i = 2;
    return it->c = v;
  }
  int64_t sum;
  Value total;
  if (it->b.is_none()) {
    if ((it->c.tag | v.tag) == kInt && !__builtin_add_overflow(it->c.i, v.i, &sum))
      total = Value::integer(sum);
    else
      total = vm.binary(BinOp::Add, it->c, v);
  } else {
    Value pair[2] = {it->c, v};
    total = call_step(vm, it->b, pair, 2);
  }
  if (total.is_unset()) return total;
  return it->c = total;
}

const IterType kAccumulate{"itertools.accumulate", next_accumulated, nullptr, nullptr};

Value new_accumulate(Vm& vm, Value* args) {  // iterable, func, initial
  Value source = vm.iter(args[0]);
  if (source.is_unset()) return source;
  IterObj* it = vm.new_iter(kAccumulate, source, args[1]);
  if (!args[2].is_none()) {
    it->c = args[2];
    it->i = 1;
  }
  return Value::object(it);
}

// ---- chain: a the iterator of iterables or None, b the one being read or None ---------------------

Value next_chained(Vm& vm, IterObj* it) {
  for (uint32_t steps = 1;; ++steps) {
    if (it->b.is_none()) {
      if (it->a.is_none()) return Value();
      Value iterable = next_item(vm, it->a);
      if (iterable.is_unset()) {
        it->a = Value::none();
        return iterable;
      }
      Value inner = vm.iter(iterable);
      if (inner.is_unset()) {
        it->a = Value::none();
        return inner;
      }
      it->b = inner;
    }
    Value v = next_item(vm, it->b);
    if (!v.is_unset() || vm.raised()) return v;
    it->b = Value::none();
    if ((steps & kPollMask) == 0 && !vm.poll()) return Value();
  }
}

const IterType kChain{"itertools.chain", next_chained, nullptr, nullptr};

}  // namespace

const IterType* chain_type() { return &kChain; }

namespace {

Value new_chain(Vm& vm, Value* args) {
  Value outer = vm.iter(args[0]);
  return outer.is_unset() ? outer : Value::object(vm.new_iter(kChain, outer));
}

Value chain_from_iterable(Vm& vm, Value* args) {
  Value outer = vm.iter(args[1]);
  if (outer.is_unset()) return outer;
  return vm.wrap_payload(as<Class>(args[0]), Value::object(vm.new_iter(kChain, outer)));
}

// ---- compress: a data, b selectors ------------------------------------------------------------------

Value next_compressed(Vm& vm, IterObj* it) {
  for (uint32_t steps = 1;; ++steps) {
    Value v = next_item(vm, it->a);
    if (v.is_unset()) return v;
    Value chosen = next_item(vm, it->b);
    if (chosen.is_unset()) return chosen;
    int keep = vm.truthy(chosen);
    if (keep) return keep < 0 ? Value() : v;
    if ((steps & kPollMask) == 0 && !vm.poll()) return Value();
  }
}

const IterType kCompress{"itertools.compress", next_compressed, nullptr, nullptr};

Value new_compress(Vm& vm, Value* args) {
  Value data = vm.iter(args[0]);
  if (data.is_unset()) return data;
  Value selectors = vm.iter(args[1]);
  return selectors.is_unset() ? selectors : Value::object(vm.new_iter(kCompress, data, selectors));
}

// ---- dropwhile, takewhile, filterfalse: a the predicate, b the iterator, i the state ------------------

int verdict_of(Vm& vm, Value predicate, Value v) {
  if (predicate.is_none()) return vm.truthy(v);
  Value r = fast_call(vm, predicate, &v, 1);
  if (r.is_unset()) return -1;
  return r.is_bool() ? static_cast<int>(r.i) : vm.truthy(r);
}

Value next_dropped(Vm& vm, IterObj* it) {
  for (uint32_t steps = 1;; ++steps) {
    Value v = next_item(vm, it->b);
    if (v.is_unset() || it->i) return v;
    int drop = verdict_of(vm, it->a, v);
    if (drop < 0) return Value();
    if (!drop) {
      it->i = 1;
      return v;
    }
    if ((steps & kPollMask) == 0 && !vm.poll()) return Value();
  }
}

Value next_taken(Vm& vm, IterObj* it) {
  if (it->i) return Value();
  Value v = next_item(vm, it->b);
  if (v.is_unset()) return v;
  int take = verdict_of(vm, it->a, v);
  if (take > 0) return v;
  if (take == 0) it->i = 1;
  return Value();
}

Value next_rejected(Vm& vm, IterObj* it) {
  for (uint32_t steps = 1;; ++steps) {
    Value v = next_item(vm, it->b);
    if (v.is_unset()) return v;
    int drop = verdict_of(vm, it->a, v);
    if (drop <= 0) return drop < 0 ? Value() : v;
    if ((steps & kPollMask) == 0 && !vm.poll()) return Value();
  }
}

const IterType kDropWhile{"itertools.dropwhile", next_dropped, nullptr, nullptr};
const IterType kTakeWhile{"itertools.takewhile", next_taken, nullptr, nullptr};
const IterType kFilterFalse{"itertools.filterfalse", next_rejected, nullptr, nullptr};

template <const IterType& type>
Value new_predicated(Vm& vm, Value* args) {
  Value source = vm.iter(args[1]);
  return source.is_unset() ? source : Value::object(vm.new_iter(type, args[0], source));
}

// ---- starmap: a the function, b the iterator of argument tuples ---------------------------------------

Value next_starred(Vm& vm, IterObj* it) {
  Value row = next_item(vm, it->b);
  if (row.is_unset()) return row;
  Tuple* args = is_kind(row, Kind::Tuple) ? as<Tuple>(row) : vm.to_tuple(row);
  return args ? call_step(vm, it->a, args->items, args->size) : Value();
}

const IterType kStarmap{"itertools.starmap", next_starred, nullptr, nullptr};

// ---- islice: a the iterator or None, i items taken from it, j the stop, k the step, b the next index wanted

Value next_sliced(Vm& vm, IterObj* it) {
  if (it->a.is_none()) return Value();
  int64_t wanted = it->b.i;
  bool ended = wanted >= it->j;
  if (ended) wanted = it->j;  // the source is still advanced up to the stop
  while (it->i < wanted) {
    Value v = next_item(vm, it->a);
    if (v.is_unset()) {
      it->a = Value::none();
      return v;
    }
    if ((++it->i & kPollMask) == 0 && !vm.poll()) return Value();
  }
  if (ended) {
    it->a = Value::none();
    return Value();
  }
  Value v = next_item(vm, it->a);
  if (v.is_unset()) {
    it->a = Value::none();
    return v;
  }
  ++it->i;
  int64_t following;
  if (__builtin_add_overflow(wanted, it->k, &following) || following > it->j) following = it->j;
  it->b = Value::integer(following);
  return v;
}

const IterType kSlice{"itertools.islice", next_sliced, nullptr, nullptr};
}  // namespace

const IterType* slice_type() { return &kSlice; }

namespace {

// None leaves *out as it is; what is no index counts as -1.
void slice_bound(Vm& vm, Value v, int64_t* out) {
  if (v.is_none()) return;
  if (!vm.to_index(v, out)) vm.clear_error(), *out = -1;
}

Value new_islice(Vm& vm, Value* args) {
  Tuple* bounds = as<Tuple>(args[1]);
  if (bounds->size < 1 || bounds->size > 3)
    return vm.raise_type(bounds->size ? "islice expected at most 4 arguments, got " + std::to_string(bounds->size + 1) : "islice expected at least 2 arguments, got 1");
  int64_t start = 0, stop = INT64_MAX, step = 1;
  if (bounds->size > 1) slice_bound(vm, bounds->items[0], &start);
  slice_bound(vm, bounds->items[bounds->size > 1], &stop);
  if (stop == -1) return vm.raise_value("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (start < 0 || stop < 0) return vm.raise_value("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (bounds->size == 3) slice_bound(vm, bounds->items[2], &step);
  if (step < 1) return vm.raise_value("Step for islice() must be a positive integer or None.");
  Value source = vm.iter(args[0]);
  if (source.is_unset()) return source;
  IterObj* it = vm.new_iter(kSlice, source, Value::integer(start));
  it->j = stop;
  it->k = step;
  if (start > stop) {  // only the items before `start` are skipped, none is given
    it->j = start;
    it->b = Value::integer(start);
  }
  return Value::object(it);
}

// ---- pairwise: a the iterator, b the previous item, i whether there is one ------------------------------

Value next_pairwise(Vm& vm, IterObj* it) {
  if (!it->i) {
    Value first = next_item(vm, it->a);
    if (first.is_unset()) return first;
    it->b = first;
    it->i = 1;
  }
  Value v = next_item(vm, it->a);
  if (v.is_unset()) return v;
  Value pair[2] = {it->b, v};
  it->b = v;
  return Value::object(vm.new_tuple(pair, 2));
}

const IterType kPairwise{"itertools.pairwise", next_pairwise, nullptr, nullptr};

Value new_pairwise(Vm& vm, Value* args) {
  Value source = vm.iter(args[0]);
  return source.is_unset() ? source : Value::object(vm.new_iter(kPairwise, source));
}

// ---- zip_longest: a tuple of iterators, None when exhausted, b the filler, i how many still run -----------

Value next_zip_longest(Vm& vm, IterObj* it) {
  Tuple* sources = as<Tuple>(it->a);
  size_t n = sources->size;
  if (!it->i) return Value();
  Tuple* row = vm.new_tuple(n);
  for (size_t i = 0; i < n; ++i) row->items[i] = it->b;
  for (size_t i = 0; i < n; ++i) {
    if (sources->items[i].is_none()) continue;
    Value v = next_item(vm, sources->items[i]);
    if (v.is_unset()) {
      if (vm.raised()) {
        it->i = 0;
        return v;
      }
      if (sources->items[i].is_none()) continue;
      sources->items[i] = Value::none();
      if (--it->i <= 0) return Value();
      continue;
    }
    row->items[i] = v;
  }
  return Value::object(row);
}

const IterType kZipLongest{"itertools.zip_longest", next_zip_longest, nullptr, nullptr};

Value new_zip_longest(Vm& vm, Value* args) {  // fillvalue, *iterables
  auto* iterables = as<Tuple>(args[1]);
  Tuple* sources = vm.new_tuple(iterables->size);
  for (size_t i = 0; i < sources->size; ++i) sources->items[i] = Value::none();
  for (size_t i = 0; i < sources->size; ++i) {
    Value source = vm.iter(iterables->items[i]);
    if (source.is_unset()) return source;
    sources->items[i] = source;
  }
  IterObj* it = vm.new_iter(kZipLongest, Value::object(sources), args[0]);
  it->i = static_cast<int64_t>(sources->size);
  return Value::object(it);
}

}  // namespace
}  // namespace itertools

void register_itertools_module() {
  using namespace itertools;
  std::vector<Class*> classes;
  auto define = [&](const IterType& type, const char* signature, NativeFn construct, const char* doc) {
    Class* c = define_iter_type(type, signature, construct, doc);
    add_state(c, type.name);
    classes.push_back(c);
    return c;
  };
  Class* c = define(kCount, "count(start=0, step=1)", new_count, "Values start, start+step, start+2*step, ... without end.");
  add_method(c, {"__repr__(self, /)", count_repr});
  c = define(kRepeat, "repeat(object, times=...)", new_repeat, "The object over and over, or the given number of times.");
  add_method(c, {"__repr__(self, /)", repeat_repr});
  add_method(c, {"__length_hint__(self, /)", repeat_hint});
  define(kCycle, "cycle(iterable, /)", new_cycle, "The items of the iterable, again and again.");
  define(kAccumulate, "accumulate(iterable, func=None, *, initial=None)", new_accumulate, "Running totals, of sums or of func(total, item).");
  c = define(kChain, "chain(*iterables)", new_chain, "The items of the first iterable, then of the next, until all are exhausted.");
  add_method(c, {"from_iterable(cls, iterable, /)", chain_from_iterable, kNativeClassMethod, "chain(*iterable), with the iterables taken one at a time."});
  add_method(c, kClassGetItem);
  define(kCompress, "compress(data, selectors)", new_compress, "The items of data whose selector is true.");
  define(kDropWhile, "dropwhile(predicate, iterable, /)", new_predicated<kDropWhile>, "The items from the first one on for which the predicate is false.");
  define(kTakeWhile, "takewhile(predicate, iterable, /)", new_predicated<kTakeWhile>, "The items before the first one for which the predicate is false.");
  define(kFilterFalse, "filterfalse(function, iterable, /)", new_predicated<kFilterFalse>, "The items for which function(item) is false.");
  define(kStarmap, "starmap(function, iterable, /)", new_predicated<kStarmap>, "function(*args) for every argument tuple of the iterable.");
  define(kSlice, "islice(iterable, *bounds)", new_islice, "islice(iterable, [start,] stop[, step]): items selected by position.");
  define(kPairwise, "pairwise(iterable, /)", new_pairwise, "Overlapping pairs of neighbours.");
  define(kZipLongest, "zip_longest(*iterables, fillvalue=None)", new_zip_longest, "zip() that goes on until the longest iterable is exhausted.");
  register_itertools_groups(&classes);
  register_itertools_combinatorics(&classes);
  ModuleDef module{.name = "itertools", .doc = "Building blocks for iterators.", .functions = itertools_functions()};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
