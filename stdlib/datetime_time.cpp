// datetime.time. data is kFoldBit or 0, fields are {microseconds of the day, tzinfo}. What concerns zones is left
// to the class _Time of the script module _datetime_methods.
#include <cstdio>

#include "core/vm/text.h"
#include "stdlib/datetime_internal.h"
#include "stdlib/registry.h"

namespace sl::dates {
namespace {

Class* g_time;
extern const KindOps kTimeOps;
const HostType kTimeType = {.name = "time", .tag = &kTimeType, .ops = &kTimeOps};

HostObj* clock_of(const Value& v) noexcept {
  Value u = unwrap(v);
  return is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kTimeType ? as<HostObj>(u) : nullptr;
}
HostObj* self(Vm& vm, const Value& v) {
  HostObj* o = clock_of(v);
  if (!o) wrong_self(vm, v, "time");
  return o;
}
Value script(Vm& vm, const char* name, std::initializer_list<Value> args) { return call_script(vm, "_Time", name, args); }

Value new_time(Vm& vm, int64_t us, Value zone, bool fold) {
  HostObj* o = vm.new_host(g_time, reinterpret_cast<void*>(fold ? kFoldBit : 0), 2);
  o->fields[0] = Value::integer(us);
  o->fields[1] = zone;
  return Value::object(o);
}

// args: hour, minute, second, microsecond, tzinfo, fold
bool plain(const Value* args) {
  constexpr int64_t kLimits[] = {24, 60, 60, 1'000'000};
  for (int i = 0; i < 4; ++i)
    if (!args[i].is_int() || args[i].i < 0 || args[i].i >= kLimits[i]) return false;
  return args[4].is_none() && args[5].is_int() && args[5].i >> 1 == 0;
}
Value from_parts(Vm& vm, const Value* args) {
  return new_time(vm, ((args[0].i * 60 + args[1].i) * 60 + args[2].i) * 1'000'000 + args[3].i, args[4], args[5].is_int_or_bool() && args[5].i);
}
Value construct(Vm& vm, Value* args) {
  if (plain(args)) return from_parts(vm, args);
  Value made = script(vm, "_make", {args[0], args[1], args[2], args[3], args[4], args[5]});
  return made.is_unset() ? made : unwrap(made);
}

template <int64_t kUnit, int64_t kCount>
Value part(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(time_of(o) / kUnit % kCount) : Value();
}
Value zone(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? zone_of(o) : Value();
}
Value fold(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(fold_of(o)) : Value();
}
Value total_us(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(time_of(o)) : Value();
}

Value ordered(CmpOp op, const HostObj* a, const HostObj* b) { return Value::boolean(order_matches(op, static_cast<uint64_t>(time_of(a)), static_cast<uint64_t>(time_of(b)))); }
template <CmpOp op>
Value compare(Vm& vm, Value* args) {
  static constexpr const char* kNames[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
  HostObj *a = self(vm, args[0]), *b = clock_of(args[1]);
  if (!a) return {};
  if (!b) return not_implemented();
  if (zone_of(a).same(zone_of(b))) return ordered(op, a, b);
  if (op != CmpOp::Ne) return script(vm, kNames[static_cast<int>(op)], {args[0], args[1]});
  Value same = script(vm, "__eq__", {args[0], args[1]});
  return same.is_unset() || is_not_implemented(same) ? same : Value::boolean(!same.is_true());
}
Value hash(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  return zone_of(o).is_none() ? Value::integer(static_cast<int64_t>(int_hash(time_of(o)))) : script(vm, "__hash__", {args[0]});
}

Value text(Vm& vm, const HostObj* o) {
  char text[40];
  int64_t us = time_of(o), s = us / 1'000'000;
  auto n = std::snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(s / 3600), static_cast<int>(s / 60 % 60), static_cast<int>(s % 60));
  if (us % 1'000'000) n += std::snprintf(text + n, sizeof text - static_cast<size_t>(n), ".%06d", static_cast<int>(us % 1'000'000));
  return vm.str_value({text, static_cast<size_t>(n)});
}
Value isoformat(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  Str* spec = as_str(args[1]);
  if (!o) return {};
  return zone_of(o).is_none() && spec && spec->view() == "auto" ? text(vm, o) : script(vm, "isoformat", {args[0], args[1]});
}
Value str(Vm& vm, Value* args) {
  static Str* const kIsoformat = intern("isoformat");
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  return vm.type_of(args[0]) == g_time && zone_of(o).is_none() ? text(vm, o) : vm.call_method(args[0], kIsoformat);
}
Value strftime(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  Str* format = as_str(args[1]);
  if (!o) return {};
  if (format && zone_of(o).is_none() && vm.type_of(args[0]) == g_time) {
    Value moment = new_datetime(vm, {1900, 1, 1}, time_of(o), Value::none());
    std::string out;
    if (format_date(as<HostObj>(moment), format->view(), &out)) return new_text(vm, out);
  }
  return script(vm, "strftime", {args[0], args[1]});
}

template <Literal name, int kArgs, bool kMethod = true>
Value delegate(Vm& vm, Value* args) {
  if (kMethod && !self(vm, args[0])) return {};
  if constexpr (kArgs == 1) return script(vm, name.text, {args[0]});
  if constexpr (kArgs == 2) return script(vm, name.text, {args[0], args[1]});
  if constexpr (kArgs == 7) return script(vm, name.text, {args[0], args[1], args[2], args[3], args[4], args[5], args[6]});
}

const MethodDef kMethods[] = {
    {"hour", part<3'600'000'000, 24>, kNativeGetter},
    {"minute", part<60'000'000, 60>, kNativeGetter},
    {"second", part<1'000'000, 60>, kNativeGetter},
    {"microsecond", part<1, 1'000'000>, kNativeGetter},
    {"tzinfo", zone, kNativeGetter},
    {"fold", fold, kNativeGetter},
    {"_hour", part<3'600'000'000, 24>, kNativeGetter},
    {"_minute", part<60'000'000, 60>, kNativeGetter},
    {"_second", part<1'000'000, 60>, kNativeGetter},
    {"_microsecond", part<1, 1'000'000>, kNativeGetter},
    {"_tzinfo", zone, kNativeGetter},
    {"_fold", fold, kNativeGetter},
    {"_us(self, /)", total_us},
    {"isoformat(self, timespec='auto')", isoformat, 0, "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."},
    {"fromisoformat(cls, text, /)", delegate<"fromisoformat", 2, false>, kNativeClassMethod, "Construct a time from a string in ISO 8601 format."},
    {"strftime(self, format)", strftime, 0, "format -> strftime() style string."},
    {"replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None)", delegate<"replace", 7>, 0, "Return time with new specified fields."},
    {"utcoffset(self, /)", delegate<"utcoffset", 1>, 0, "Return self.tzinfo.utcoffset(self)."},
    {"tzname(self, /)", delegate<"tzname", 1>, 0, "Return self.tzinfo.tzname(self)."},
    {"dst(self, /)", delegate<"dst", 1>, 0, "Return self.tzinfo.dst(self)."},
    {"__format__(self, spec, /)", delegate<"__format__", 2>},
    {"__repr__(self, /)", delegate<"__repr__", 1>},
    {"__reduce__(self, /)", delegate<"__reduce__", 1>},
    {"__reduce_ex__(self, protocol, /)", delegate<"__reduce_ex__", 2>},
    {"__str__(self, /)", str},
    {"__eq__(self, other, /)", compare<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare<CmpOp::Ne>},
    {"__lt__(self, other, /)", compare<CmpOp::Lt>},
    {"__le__(self, other, /)", compare<CmpOp::Le>},
    {"__gt__(self, other, /)", compare<CmpOp::Gt>},
    {"__ge__(self, other, /)", compare<CmpOp::Ge>},
    {"__hash__(self, /)", hash},
};

const KindOps kTimeOps = [] {
  KindOps k{};
  k.compare = [](Vm&, CmpOp op, Value a, Value b) {
    HostObj *x = clock_of(a), *y = clock_of(b);
    return x && y && zone_of(x).same(zone_of(y)) ? ordered(op, x, y) : not_implemented();
  };
  k.hash = [](Vm& vm, Obj* o, uint64_t* out) {
    Value v = Value::object(o), h = hash(vm, &v);
    *out = h.bits;
    return !h.is_unset();
  };
  return k;
}();

}  // namespace

Value make_time(Vm& vm, Value* args) { return from_parts(vm, args); }

Class* define_time() {
  TypeDef def;
  def.name = "time";
  def.module = "datetime";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object";
  def.construct_signature = "time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)";
  def.construct = construct;
  def.host_type = &kTimeType;
  def.methods = kMethods;
  g_time = define_type(def);
  set_class_attribute(g_time, "min", Value::object(shared_host(g_time, 0, {Value::integer(0), Value::none()})));
  set_class_attribute(g_time, "max", Value::object(shared_host(g_time, 0, {Value::integer(kDay - 1), Value::none()})));
  return g_time;
}

}  // namespace sl::dates
