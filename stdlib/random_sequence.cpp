// random: choices from sequences.
#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <vector>

#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/random_source.h"

namespace sl {
namespace {

Value item_at(Vm& vm, Value seq, uint64_t i) {
  if (is_kind(seq, Kind::List) && i < as<List>(seq)->size) return as<List>(seq)->items[i];
  return vm.get_item(seq, Value::integer(static_cast<int64_t>(i)));
}

Value choice(Vm& vm, RandomSource& g, Value* args) {
  int64_t n = vm.length(args[0]);
  if (n < 0) return Value();
  if (n == 0) return vm.raise(errors().IndexError, "Cannot choose from an empty sequence");
  return item_at(vm, args[0], g.below(static_cast<uint64_t>(n)));
}

Value shuffle(Vm& vm, RandomSource& g, Value* args) {
  Value x = args[0];
  int64_t n = vm.length(x);
  if (n < 0) return Value();
  if (is_kind(x, Kind::List)) {
    List* l = as<List>(x);
    for (uint64_t i = l->size; i-- > 1;) std::swap(l->items[i], l->items[g.below(i + 1)]);
    return Value::none();
  }
  for (int64_t i = n; i-- > 1;) {
    Value a = Value::integer(i), b = Value::integer(static_cast<int64_t>(g.below(static_cast<uint64_t>(i) + 1)));
    Value u = vm.get_item(x, b);
    if (u.is_unset()) return u;
    Value w = vm.get_item(x, a);
    if (w.is_unset() || !vm.set_item(x, a, u) || !vm.set_item(x, b, w)) return Value();
  }
  return Value::none();
}

bool is_sequence(Vm& vm, Value v) {
  Value plain = unwrap(v);
  if (!plain.is_object()) return false;
  switch (plain.o->kind) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Range: return true;
    case Kind::Instance:
    case Kind::Host: return !vm.find_special(v, names().__getitem__).is_unset() && !vm.find_special(v, names().__len__).is_unset();
    default: return false;
  }
}

// Indexes of k of n items, each at most once, in the order CPython draws them. False: raised.
bool draw(Vm& vm, RandomSource& g, uint64_t n, uint64_t k, std::vector<uint64_t>* out) {
  if (!vm.check_alloc(k * sizeof(uint64_t) * 2)) return false;
  double set_size = 21;
  if (k > 5) set_size += std::pow(4.0, std::ceil(std::log(static_cast<double>(k) * 3) / std::log(4.0)));
  out->reserve(k);
  if (static_cast<double>(n) <= set_size) {
    std::vector<uint64_t> pool(n);
    for (uint64_t i = 0; i < n; ++i) pool[i] = i;
    for (uint64_t i = 0; i < k; ++i) {
      uint64_t j = g.below(n - i);
      out->push_back(pool[j]);
      pool[j] = pool[n - i - 1];
    }
    return true;
  }
  std::unordered_set<uint64_t> selected;
  for (uint64_t i = 0; i < k; ++i) {
    uint64_t j = g.below(n);
    while (!selected.insert(j).second) j = g.below(n);
    out->push_back(j);
    if ((i & 0xFFFF) == 0xFFFF && !vm.poll()) return false;
  }
  return true;
}

Value pick(Vm& vm, Value population, const std::vector<uint64_t>& indexes) {
  List* result = vm.new_list(indexes.size());
  for (uint64_t i : indexes) {
    Value v = item_at(vm, population, i);
    if (v.is_unset()) return v;
    list_append(vm, result, v);
  }
  return Value::object(result);
}

// Running totals of the counts of sample(); false: raised.
bool count_totals(Vm& vm, Value counts, std::vector<int64_t>* totals) {
  List* list = vm.to_list(counts);
  if (!list) return false;
  int64_t total = 0;
  for (uint64_t i = 0; i < list->size; ++i) {
    const Value& v = list->items[i];
    if (!v.is_int_or_bool()) {
      vm.raise_type("Counts must be integers");
      return false;
    }
    if (__builtin_add_overflow(total, v.i, &total)) {
      vm.raise(errors().OverflowError, "Total of counts is too large");
      return false;
    }
    totals->push_back(total);
  }
  return true;
}

Value sample(Vm& vm, RandomSource& g, Value* args) {
  Value population = args[0];
  int64_t k;
  if (!is_sequence(vm, population)) return vm.raise_type("Population must be a sequence.  For dicts or sets, use sorted(d).");
  int64_t n = vm.length(population);
  if (n < 0 || !vm.to_index(args[1], &k)) return Value();
  std::vector<int64_t> totals;
  if (!args[2].is_none()) {
    if (!count_totals(vm, args[2], &totals)) return Value();
    if (static_cast<int64_t>(totals.size()) != n) return vm.raise_value("The number of counts does not match the population");
    int64_t total = totals.empty() ? 0 : totals.back();
    if (total <= 0) return vm.raise_value("Total of counts must be greater than zero");
    totals.pop_back();
    n = total;
  }
  if (k < 0 || k > n) return vm.raise_value("Sample larger than population or is negative");
  std::vector<uint64_t> indexes;
  if (!draw(vm, g, static_cast<uint64_t>(n), static_cast<uint64_t>(k), &indexes)) return Value();
  if (!args[2].is_none()) {
    for (uint64_t& i : indexes) i = static_cast<uint64_t>(std::upper_bound(totals.begin(), totals.end(), static_cast<int64_t>(i)) - totals.begin());
  }
  return pick(vm, population, indexes);
}

// Weights as doubles, added up unless they are running totals already; false: raised.
bool weight_totals(Vm& vm, Value weights, bool cumulative, std::vector<double>* totals) {
  List* list = vm.to_list(weights);
  if (!list) {
    if (weights.is_int()) {
      vm.clear_error();
      vm.raise_type("The number of choices must be a keyword argument: k=" + std::to_string(weights.i));
    }
    return false;
  }
  double total = 0;
  for (uint64_t i = 0; i < list->size; ++i) {
    double w;
    if (!real_arg(vm, list->items[i], &w)) return false;
    total = cumulative ? w : i ? total + w : w;
    totals->push_back(total);
  }
  return true;
}

Value choices(Vm& vm, RandomSource& g, Value* args) {
  Value population = args[0], weights = args[1], cumulative = args[2];
  int64_t k, n = vm.length(population);
  if (n < 0 || !vm.to_index(args[3], &k)) return Value();
  k = std::max<int64_t>(k, 0);
  if (!vm.check_alloc(static_cast<size_t>(k) * sizeof(Value))) return Value();
  List* result = vm.new_list();
  if (weights.is_none() && cumulative.is_none()) {
    if (n == 0 && k > 0) return vm.raise(errors().IndexError, "list index out of range");
    for (int64_t i = 0; i < k; ++i) {
      Value v = item_at(vm, population, static_cast<uint64_t>(g.next_double() * static_cast<double>(n)));
      if (v.is_unset()) return v;
      list_append(vm, result, v);
    }
    return Value::object(result);
  }
  if (!weights.is_none() && !cumulative.is_none()) return vm.raise_type("Cannot specify both weights and cumulative weights");
  std::vector<double> totals;
  if (!weight_totals(vm, cumulative.is_none() ? weights : cumulative, cumulative.is_none() ? false : true, &totals)) return Value();
  if (static_cast<int64_t>(totals.size()) != n) return vm.raise_value("The number of weights does not match the population");
  if (n == 0) return vm.raise(errors().IndexError, "list index out of range");
  double total = totals.back();
  if (total <= 0) return vm.raise_value("Total of weights must be greater than zero");
  if (!std::isfinite(total)) return vm.raise_value("Total of weights must be finite");
  for (int64_t i = 0; i < k; ++i) {
    auto at = std::upper_bound(totals.begin(), totals.end() - 1, g.next_double() * total) - totals.begin();
    Value v = item_at(vm, population, static_cast<uint64_t>(at));
    if (v.is_unset()) return v;
    list_append(vm, result, v);
  }
  return Value::object(result);
}

constexpr RandomDef kDefs[] = {
    random_def<choice>("choice(seq)", "One item of a sequence."),
    random_def<choices>("choices(population, weights=None, *, cum_weights=None, k=1)", "k items of a sequence, with replacement."),
    random_def<shuffle>("shuffle(x)", "Put the items of a list into random order, in place."),
    random_def<sample>("sample(population, k, *, counts=None)", "k different items of a sequence."),
};

}  // namespace

std::span<const RandomDef> random_sequence_defs() { return kDefs; }

}  // namespace sl
