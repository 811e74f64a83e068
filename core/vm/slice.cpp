#include "core/vm/containers.h"

namespace sl {
namespace {

Slice* slice_of(Obj* o) noexcept { return static_cast<Slice*>(o); }

// A slice field or bound: integers of any size clamp to int64.
bool clamped_index(Vm& vm, Value v, int64_t* out, const char* message) {
  Value u = unwrap(v);
  if (!u.is_int_or_bool() && !is_kind(u, Kind::BigInt)) {
    if (vm.find_special(v, names().__index__).is_unset()) {
      vm.raise_type(message);
      return false;
    }
    u = to_integer(vm, v);
    if (u.is_unset()) return false;
  }
  *out = u.is_int_or_bool() ? u.i : int_sign(u) < 0 ? INT64_MIN : INT64_MAX;
  return true;
}

constexpr const char* kFieldMessage = "slice indices must be integers or None or have an __index__ method";

Value slice_repr(Vm& vm, Obj* o) {
  Slice* s = slice_of(o);
  ReprScope scope(vm, o);
  if (!scope.entered) return repr_cycle(vm, scope, "slice(...)");
  std::string out = "slice(";
  if (!append_repr(vm, &out, s->start)) return Value();
  out += ", ";
  if (!append_repr(vm, &out, s->stop)) return Value();
  out += ", ";
  if (!append_repr(vm, &out, s->step)) return Value();
  out += ')';
  return vm.str_value(out);
}

Value slice_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (!is_kind(b, Kind::Slice)) return not_implemented();
  return compare_sequences(vm, op, vm.new_tuple(&as<Slice>(a)->start, 3), vm.new_tuple(&as<Slice>(b)->start, 3));
}

Value slice_construct(Vm& vm, Value* args) {
  if (args[0].is_unset()) return vm.raise_type("slice expected at least 1 argument, got 0");
  if (args[1].is_unset()) return vm.new_slice(Value::none(), args[0], Value::none());
  return vm.new_slice(args[0], args[1], args[2]);
}

Value integer_field(Vm& vm, Value v) {
  Value u = unwrap(v);
  if (u.is_int() || is_kind(u, Kind::BigInt)) return u;
  if (u.is_bool()) return Value::integer(u.i);
  if (vm.find_special(v, names().__index__).is_unset()) return vm.raise_type(kFieldMessage);
  return to_integer(vm, v);
}

Value clip_big(Vm& vm, Value v, Value length, Value low, Value high) {
  if (int_sign(v) < 0) {
    v = int_binary(vm, BinOp::Add, v, length);
    if (v.is_unset()) return v;
    return int_order(v, low) < 0 ? low : v;
  }
  return int_order(v, high) > 0 ? high : v;
}

Value reduce(Vm& vm, Value* args) {
  auto* s = as<Slice>(args[0]);
  return Value::object(vm.new_tuple({Value::object(types().slice), Value::object(vm.new_tuple({s->start, s->stop, s->step}))}));
}

Value indices(Vm& vm, Value* args) {
  Value length = to_integer(vm, args[1]);
  if (length.is_unset()) return length;
  if (int_sign(length) < 0) return vm.raise_value("length should not be negative");
  Value start, stop, step;
  if (!slice_indices_big(vm, as<Slice>(args[0]), length, &start, &stop, &step)) return Value();
  return Value::object(vm.new_tuple({start, stop, step}));
}

Value get_start(Vm&, Value* args) { return as<Slice>(args[0])->start; }
Value get_stop(Vm&, Value* args) { return as<Slice>(args[0])->stop; }
Value get_step(Vm&, Value* args) { return as<Slice>(args[0])->step; }

template <Literal name, NativeFn fn>
constexpr NativeFn of_slice = checked<Kind::Slice, "slice", name, fn>;

const MethodDef kSliceMethods[] = {
    {"__reduce__(self, /)", of_slice<"__reduce__", reduce>, 0, "Return state information for pickling."},
    {"indices(self, length, /)", of_slice<"indices", indices>, 0, "S.indices(len) -> (start, stop, stride)"},
    {"start", of_slice<"start", get_start>, kNativeGetter},
    {"stop", of_slice<"stop", get_stop>, kNativeGetter},
    {"step", of_slice<"step", get_step>, kNativeGetter},
};

}  // namespace

bool bound_argument(Vm& vm, Value v, int64_t* out) {
  if (v.is_int()) {
    *out = v.i;
    return true;
  }
  return clamped_index(vm, v, out, "slice indices must be integers or have an __index__ method");
}

bool slice_unpack(Vm& vm, const Slice* s, int64_t* start, int64_t* stop, int64_t* step) {
  if (s->step.is_none())
    *step = 1;
  else if (!clamped_index(vm, s->step, step, kFieldMessage))
    return false;
  if (*step == 0) {
    vm.raise_value("slice step cannot be zero");
    return false;
  }
  if (*step == INT64_MIN) *step = -INT64_MAX;  // so that -step exists
  if (s->start.is_none())
    *start = *step < 0 ? INT64_MAX : 0;
  else if (!clamped_index(vm, s->start, start, kFieldMessage))
    return false;
  if (s->stop.is_none())
    *stop = *step < 0 ? INT64_MIN : INT64_MAX;
  else if (!clamped_index(vm, s->stop, stop, kFieldMessage))
    return false;
  return true;
}

int64_t slice_adjust(int64_t length, int64_t* start, int64_t* stop, int64_t step) noexcept {
  auto clip = [&](int64_t v) {
    if (v < 0) {
      v += length;
      return v < 0 ? (step < 0 ? int64_t{-1} : int64_t{0}) : v;
    }
    return v >= length ? (step < 0 ? length - 1 : length) : v;
  };
  *start = clip(*start);
  *stop = clip(*stop);
  if (step > 0) return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
  return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
}

bool slice_indices(Vm& vm, const Slice* s, int64_t length, int64_t* start, int64_t* stop, int64_t* step, int64_t* count) {
  if (!slice_unpack(vm, s, start, stop, step)) return false;
  *count = slice_adjust(length, start, stop, *step);
  return true;
}

bool slice_indices_big(Vm& vm, const Slice* s, Value length, Value* start, Value* stop, Value* step) {
  *step = s->step.is_none() ? Value::integer(1) : integer_field(vm, s->step);
  if (step->is_unset()) return false;
  int sign = int_sign(*step);
  if (sign == 0) {
    vm.raise_value("slice step cannot be zero");
    return false;
  }
  Value low = Value::integer(sign < 0 ? -1 : 0);
  Value high = sign < 0 ? int_binary(vm, BinOp::Sub, length, Value::integer(1)) : length;
  if (high.is_unset()) return false;
  auto bound = [&](Value field, Value fallback) {
    if (field.is_none()) return fallback;
    Value v = integer_field(vm, field);
    return v.is_unset() ? v : clip_big(vm, v, length, low, high);
  };
  *start = bound(s->start, sign < 0 ? high : low);
  if (start->is_unset()) return false;
  *stop = bound(s->stop, sign < 0 ? low : high);
  return !stop->is_unset();
}

Value Vm::new_slice(Value start, Value stop, Value step) {
  auto* s = heap.make<Slice>(Kind::Slice);
  s->start = start;
  s->stop = stop;
  s->step = step;
  return Value::object(s);
}

void register_slice() {
  KindOps& ops = ops_of(Kind::Slice);
  ops.repr = slice_repr;
  ops.compare = slice_compare;

  TypeDef def{.name = "slice", .payload = Kind::Slice, .doc = "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object."};
  def.construct_signature = "slice(start=..., stop=..., step=None, /)";
  def.construct = slice_construct;
  def.subclassable = false;
  def.methods = kSliceMethods;
  types().slice = define_type(def);
  define_builtin("slice", Value::object(types().slice));
}

}  // namespace sl
