// The range of the scriptling dialect: an iterator, spent after one pass, that still knows its
// length and items. Fields: the Range, the one iterator over it.
#include "core/vm/containers.h"
#include "core/vm/dialect.h"

namespace sl {
namespace {

const HostType kOnceRangeType = {.name = "range", .tag = &kOnceRangeType};
Class* g_class;

Value numbers_of(Value v) noexcept { return as<HostObj>(v)->fields[0]; }

Value wrap(Vm& vm, Value range) {
  if (range.is_unset()) return range;
  Value it = range_iter(vm, as<Range>(range), false);
  if (it.is_unset()) return it;
  HostObj* o = vm.new_host(g_class, nullptr, 2);
  o->fields[0] = range;
  o->fields[1] = it;
  return Value::object(o);
}

Value construct(Vm& vm, Value* args) { return wrap(vm, types().range->construct(vm, args)); }

Value iter(Vm&, Value* args) { return once_range_iter(args[0]); }
Value next(Vm& vm, Value* args) {
  Value v = vm.next(once_range_iter(args[0]));
  return v.is_unset() && !vm.raised() ? raise_exhausted(vm) : v;
}
Value length(Vm& vm, Value* args) {
  int64_t n = vm.length(numbers_of(args[0]));
  return n < 0 ? Value() : Value::integer(n);
}
Value truth(Vm&, Value*) { return Value::boolean(true); }
Value repr(Vm& vm, Value* args) { return vm.repr(numbers_of(args[0])); }
Value get_item(Vm& vm, Value* args) {
  Value v = vm.get_item(numbers_of(args[0]), args[1]);
  return is_kind(v, Kind::Range) ? wrap(vm, v) : v;
}
Value contains(Vm& vm, Value* args) {
  int r = vm.contains(numbers_of(args[0]), args[1]);
  return r < 0 ? Value() : Value::boolean(r);
}
Value reversed(Vm& vm, Value* args) { return range_iter(vm, as<Range>(numbers_of(args[0])), true); }
Value count(Vm& vm, Value* args) { return vm.call_method(numbers_of(args[0]), intern("count"), {args[1]}); }
Value index(Vm& vm, Value* args) { return vm.call_method(numbers_of(args[0]), intern("index"), {args[1]}); }
Value get_start(Vm&, Value* args) { return as<Range>(numbers_of(args[0]))->start; }
Value get_stop(Vm&, Value* args) { return as<Range>(numbers_of(args[0]))->stop; }
Value get_step(Vm&, Value* args) { return as<Range>(numbers_of(args[0]))->step; }

template <Literal name, NativeFn fn>
Value of_range(Vm& vm, Value* args) {
  return is_kind(args[0], Kind::Host) && as<HostObj>(args[0])->cls == g_class ? fn(vm, args) : wrong_receiver(vm, "range", name.text, args[0]);
}

const MethodDef kMethods[] = {
    {"__iter__(self, /)", of_range<"__iter__", iter>},
    {"__next__(self, /)", of_range<"__next__", next>},
    {"__len__(self, /)", of_range<"__len__", length>},
    {"__bool__(self, /)", of_range<"__bool__", truth>},
    {"__repr__(self, /)", of_range<"__repr__", repr>},
    {"__getitem__(self, key, /)", of_range<"__getitem__", get_item>},
    {"__contains__(self, key, /)", of_range<"__contains__", contains>},
    {"__reversed__(self, /)", of_range<"__reversed__", reversed>},
    {"count(self, value, /)", of_range<"count", count>},
    {"index(self, value, /)", of_range<"index", index>},
    {"start", of_range<"start", get_start>, kNativeGetter},
    {"stop", of_range<"stop", get_stop>, kNativeGetter},
    {"step", of_range<"step", get_step>, kNativeGetter},
};

}  // namespace

Class* once_range_class() noexcept { return g_class; }
Value once_range_iter(Value range) noexcept { return as<HostObj>(range)->fields[1]; }

void register_once_range() {
  TypeDef def{.name = "range",
              .doc = "range(stop) -> iterator\nrange(start, stop[, step]) -> iterator\n\nAn iterator over integers from start (inclusive) to stop (exclusive) by step."};
  def.construct_signature = "range(start=..., stop=..., step=..., /)";
  def.construct = construct;
  def.subclassable = false;
  def.host_type = &kOnceRangeType;
  def.methods = kMethods;
  g_class = define_type(def);
  define_dialect_builtin("range", Value::object(g_class));
}

}  // namespace sl
