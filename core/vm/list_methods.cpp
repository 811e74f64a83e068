#include "core/vm/containers.h"
#include "core/vm/text.h"

namespace sl {
namespace {

Value list_construct(Vm& vm, Value* args) {
  List* l = vm.to_list(args[0]);
  return l ? Value::object(l) : Value();
}

void clear_list(Vm& vm, List* l) {
  vm.heap.free_buffer(list_storage(l));
  l->items = nullptr;
  l->size = l->capacity = 0;
  l->aux = 0;
}

Value list_init(Vm& vm, Value* args) {
  List* l = self_list(args[0]);
  clear_list(vm, l);
  return vm.extend(l, args[1]) ? Value::none() : Value();
}

Value append(Vm& vm, Value* args) {
  list_append(vm, self_list(args[0]), args[1]);
  return Value::none();
}

Value extend(Vm& vm, Value* args) { return vm.extend(self_list(args[0]), args[1]) ? Value::none() : Value(); }

Value insert(Vm& vm, Value* args) {
  int64_t index;
  if (!vm.to_index(args[1], &index)) return Value();
  List* l = self_list(args[0]);
  auto size = static_cast<int64_t>(l->size);
  if (index < 0) index = std::max<int64_t>(index + size, 0);
  auto at = static_cast<uint64_t>(std::min(index, size));
  list_append(vm, l, args[2]);
  copy_values(l->items + at + 1, l->items + at, static_cast<uint64_t>(size) - at);
  l->items[at] = args[2];
  return Value::none();
}

Value remove(Vm& vm, Value* args) {
  List* l = self_list(args[0]);
  int64_t at = find_in_sequence(vm, l, args[1], 0, UINT64_MAX);
  if (at == -2) return Value();
  if (at < 0) return vm.raise_value("list.remove(x): x not in list");
  if (static_cast<uint64_t>(at) < l->size) list_remove_at(l, static_cast<uint64_t>(at));
  return Value::none();
}

Value pop(Vm& vm, Value* args) {
  int64_t index;
  if (args[1].is_int())
    index = args[1].i;
  else if (!vm.to_index(args[1], &index))
    return Value();
  List* l = self_list(args[0]);
  if (l->size == 0) return vm.raise(errors().IndexError, "pop from empty list");
  uint64_t at;
  if (!normalize_index(index, static_cast<int64_t>(l->size), &at)) return vm.raise(errors().IndexError, "pop index out of range");
  Value v = l->items[at];
  if (at + 1 == l->size)
    --l->size;
  else
    list_remove_at(l, at);
  return v;
}

Value clear(Vm& vm, Value* args) {
  clear_list(vm, self_list(args[0]));
  return Value::none();
}

Value copy(Vm& vm, Value* args) {
  List* l = self_list(args[0]);
  if (!vm.check_alloc(l->size * sizeof(Value))) return Value();
  return copy_list(vm, l->items, l->size);
}

Value index(Vm& vm, Value* args) {
  int64_t start, stop;
  if (!bound_argument(vm, args[2], &start) || !bound_argument(vm, args[3], &stop)) return Value();
  List* l = self_list(args[0]);
  clip_bounds(static_cast<int64_t>(l->size), &start, &stop);
  int64_t at = find_in_sequence(vm, l, args[1], static_cast<uint64_t>(start), static_cast<uint64_t>(stop));
  if (at >= 0) return Value::integer(at);
  if (at == -2) return Value();
  Value shown = vm.repr(args[1]);
  return shown.is_unset() ? Value() : vm.raise_value(std::string(as<Str>(shown)->view()) + " is not in list");
}

Value count(Vm& vm, Value* args) { return count_in_sequence(vm, self_list(args[0]), args[1]); }

Value sort(Vm& vm, Value* args) {
  int64_t reverse;
  if (!int_arg(vm, args[2], &reverse)) return Value();
  return list_sort(vm, self_list(args[0]), args[1], reverse != 0) ? Value::none() : Value();
}

Value reverse(Vm& vm, Value* args) {
  using Word [[gnu::vector_size(16), gnu::aligned(8)]] = uint64_t;
  static_assert(sizeof(Word) == sizeof(Value));
  List* l = self_list(args[0]);
  Value *low = l->items, *high = low + l->size;
  while (high - low >= 2) {
    const int64_t swaps = std::min<int64_t>((high - low) / 2, 0x10000);
    for (Value* end = low + swaps; low != end; ++low) {
      --high;
      Word a, b;
      std::memcpy(&a, static_cast<void*>(low), sizeof a);
      std::memcpy(&b, static_cast<void*>(high), sizeof b);
      std::memcpy(static_cast<void*>(low), &b, sizeof b);
      std::memcpy(static_cast<void*>(high), &a, sizeof a);
    }
    if (swaps == 0x10000 && !vm.poll()) return {};
  }
  return Value::none();
}

Value reversed(Vm& vm, Value* args) { return reversed_list(vm, self_list(args[0])); }

template <Literal name, NativeFn fn>
constexpr NativeFn of_list = checked<Kind::List, "list", name, fn>;

const MethodDef kListMethods[] = {
    {"__init__(self, iterable=(), /)", of_list<"__init__", list_init>},
    {"__add__(self, value, /)", of_list<"__add__", list_add_method>, 0, "Return self+value."},
    {"__mul__(self, value, /)", of_list<"__mul__", list_mul_method>, 0, "Return self*value."},
    {"__rmul__(self, value, /)", of_list<"__rmul__", list_mul_method>, 0, "Return value*self."},
    {"__reversed__(self, /)", of_list<"__reversed__", reversed>, 0, "Return a reverse iterator over the list."},
    kClassGetItem,
    {"append(self, object, /)", of_list<"append", append>, 0, "Append object to the end of the list."},
    {"clear(self, /)", of_list<"clear", clear>, 0, "Remove all items from list."},
    {"copy(self, /)", of_list<"copy", copy>, 0, "Return a shallow copy of the list."},
    {"count(self, value, /)", of_list<"count", count>, 0, "Return number of occurrences of value."},
    {"extend(self, iterable, /)", of_list<"extend", extend>, 0, "Extend list by appending elements from the iterable."},
    {"index(self, value, start=0, stop=9223372036854775807, /)", of_list<"index", index>, 0, "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"insert(self, index, object, /)", of_list<"insert", insert>, 0, "Insert object before index."},
    {"pop(self, index=-1, /)", of_list<"pop", pop>, 0, "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."},
    {"remove(self, value, /)", of_list<"remove", remove>, 0, "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."},
    {"reverse(self, /)", of_list<"reverse", reverse>, 0, "Reverse *IN PLACE*."},
    {"sort(self, /, *, key=None, reverse=False)", of_list<"sort", sort>, 0,
     "Sort the list in ascending order and return None.\n\nThe sort is in-place and stable. If a key function is given, apply it once to each list item."},
};

}  // namespace

void register_list_methods() {
  TypeDef def{.name = "list", .payload = Kind::List, .doc = "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list."};
  def.construct_signature = "list(iterable=(), /)";
  def.construct = list_construct;
  def.mutable_init = true;
  def.methods = kListMethods;
  types().list = define_type(def);
  define_builtin("list", Value::object(types().list));
}

}  // namespace sl
