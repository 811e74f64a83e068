// bisect: positions in sorted sequences.
#include "core/env/native_modules.h"
#include "core/vm/containers.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

// Arguments a, x, lo, hi, key. -1: raised.
int64_t find_position(Vm& vm, Value* args, bool right, bool key_on_item) {
  Value a = args[0], x = args[1], key = args[4];
  int64_t lo, hi;
  if (!vm.to_index(args[2], &lo)) return -1;
  if (lo < 0) return vm.raise_value("lo must be non-negative"), -1;
  if (args[3].is_none()) {
    hi = vm.length(a);
    if (hi < 0) return -1;
  } else if (!vm.to_index(args[3], &hi)) {
    return -1;
  }
  if (key_on_item && !key.is_none()) {
    x = vm.call(key, &x, 1);
    if (x.is_unset()) return -1;
  }
  List* list = is_kind(a, Kind::List) ? as<List>(a) : nullptr;
  while (lo < hi) {
    int64_t mid = static_cast<int64_t>((static_cast<uint64_t>(lo) + static_cast<uint64_t>(hi)) / 2);
    Value v = list && static_cast<uint64_t>(mid) < list->size ? list->items[mid] : vm.get_item(a, Value::integer(mid));
    if (v.is_unset()) return -1;
    if (!key.is_none()) {
      v = vm.call(key, &v, 1);
      if (v.is_unset()) return -1;
    }
    int r = right ? less_values(vm, x, v) : less_values(vm, v, x);
    if (r < 0) return -1;
    if (right ? r : !r)
      hi = mid;
    else
      lo = mid + 1;
  }
  return lo;
}

template <bool right>
Value bisect(Vm& vm, Value* args) {
  int64_t at = find_position(vm, args, right, false);
  return at < 0 ? Value() : Value::integer(at);
}

template <bool right>
Value insort(Vm& vm, Value* args) {
  Value a = args[0], x = args[1];
  int64_t at = find_position(vm, args, right, true);
  if (at < 0) return Value();
  if (is_kind(a, Kind::List)) {
    List* l = as<List>(a);
    auto i = std::min<uint64_t>(static_cast<uint64_t>(at), l->size);
    list_append(vm, l, x);
    copy_values(l->items + i + 1, l->items + i, l->size - 1 - i);
    l->items[i] = x;
    return Value::none();
  }
  static Str* const kInsert = intern("insert");
  Value r = vm.call_method(a, kInsert, {Value::integer(at), x});
  return r.is_unset() ? r : Value::none();
}

#define SL_ARGUMENTS "(a, x, lo=0, hi=None, *, key=None)"
const MethodDef kFunctions[] = {
    {"bisect_right" SL_ARGUMENTS, bisect<true>, 0, "Where to insert x in a, kept sorted, behind items equal to it."},
    {"bisect_left" SL_ARGUMENTS, bisect<false>, 0, "Where to insert x in a, kept sorted, before items equal to it."},
    {"insort_right" SL_ARGUMENTS, insort<true>, 0, "Insert x in a, kept sorted, behind items equal to it."},
    {"insort_left" SL_ARGUMENTS, insort<false>, 0, "Insert x in a, kept sorted, before items equal to it."},
};
#undef SL_ARGUMENTS

}  // namespace

void register_bisect_module() {
  ModuleDef module{.name = "bisect", .doc = "Bisection algorithms.", .functions = kFunctions};
  define_module(module);
  define_alias("bisect", "bisect", "bisect_right");
  define_alias("bisect", "insort", "insort_right");
}

}  // namespace sl
