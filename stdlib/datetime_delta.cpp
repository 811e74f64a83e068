// datetime.timedelta.
#include <cmath>

#include "core/vm/bigint.h"
#include "stdlib/datetime_internal.h"

namespace sl::dates {

const HostType kDeltaType = {.name = "timedelta", .tag = &kDeltaType, .ops = &kDateOps};

namespace {

Class* g_class;
constexpr int64_t kMaxDays = 999'999'999;

int64_t days_of(const HostObj* o) noexcept { return reinterpret_cast<int64_t>(o->data); }

Wide floor_divide(Wide a, Wide b, Wide* rest) noexcept {
  Wide q = a / b, r = a % b;
  if (r && ((r < 0) != (b < 0))) {
    --q;
    r += b;
  }
  *rest = r;
  return q;
}

HostObj* self(Vm& vm, const Value& v) {
  HostObj* o = delta_of(v);
  if (!o) wrong_self(vm, v, "timedelta");
  return o;
}

Value script(Vm& vm, const char* name, std::initializer_list<Value> args) { return call_script(vm, "_TimeDelta", name, args); }

constexpr int64_t kUnits[] = {kDay, 1'000'000, 1, 1000, 60'000'000, 3'600'000'000, 7 * kDay};

Value construct(Vm& vm, Value* args) {
  Wide whole = 0;
  double part = 0;
  bool fits = true;
  for (int i = 0; i < 7 && fits; ++i) {
    if (args[i].is_int()) {
      fits = args[i].i < int64_t{1} << 31 && args[i].i >= -(int64_t{1} << 31);
      whole += static_cast<Wide>(args[i].i) * kUnits[i];
    } else if (args[i].is_float()) {
      fits = std::fabs(args[i].f) < 1e12;
      double integral = std::trunc(args[i].f);
      if (!fits) break;
      whole += static_cast<Wide>(integral) * kUnits[i];
      part += (args[i].f - integral) * static_cast<double>(kUnits[i]);
    } else {
      fits = false;
    }
  }
  if (fits) {
    double base = std::floor(part), rest = part - base;
    whole += static_cast<Wide>(base);
    return new_delta(vm, whole + (rest > 0.5 || (rest == 0.5 && whole & 1)));
  }
  Value made = script(vm, "_make", {args[0], args[1], args[2], args[3], args[4], args[5], args[6]});
  return made.is_unset() ? made : unwrap(made);
}

Value from_us(Vm& vm, Value* args) {
  Value n = unwrap(args[0]);
  if (!is_integer(n)) return vm.raise_type("an integer is required");
  Limbs l(n);
  if (l.count > 1 && (l.count > 2 || l.data[1] >> 40)) {
    return vm.raise(errors().OverflowError, "Python int too large to convert to C int");
  }
  Wide us = l.count ? l.data[0] : 0;
  if (l.count > 1) us |= static_cast<Wide>(l.data[1]) << 64;
  return new_delta(vm, l.negative ? -us : us);
}

// ---- attributes -----------------------------------------------------------------------------

Value days(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(days_of(o)) : Value();
}
Value seconds(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(o->fields[0].i / 1'000'000) : Value();
}
Value microseconds(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(o->fields[0].i % 1'000'000) : Value();
}
Value total_us(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? wide_value(vm, delta_us(o)) : Value();
}

Value total_seconds(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? wide_quotient(vm, delta_us(o), 1'000'000) : Value();
}

// ---- operators ------------------------------------------------------------------------------

// Within range.
Value make_delta(Vm& vm, int64_t days, int64_t us) {
  HostObj* o = vm.new_host(g_class, reinterpret_cast<void*>(days), 1);
  o->fields[0] = Value::integer(us);
  return Value::object(o);
}

Value sum(Vm& vm, const HostObj* a, const HostObj* b, int sign) {
  int64_t days = days_of(a) + sign * days_of(b), us = a->fields[0].i + sign * b->fields[0].i;
  if (us < 0) {
    us += kDay;
    --days;
  } else if (us >= kDay) {
    us -= kDay;
    ++days;
  }
  return days > kMaxDays || days < -kMaxDays ? new_delta(vm, static_cast<Wide>(days) * kDay + us) : make_delta(vm, days, us);
}

template <int kSign, bool kReflected>
Value add(Vm& vm, Value* args) {
  HostObj *a = self(vm, args[0]), *b = delta_of(args[1]);
  if (!a) return {};
  if (!b) return not_implemented();
  if (kReflected) std::swap(a, b);
  return sum(vm, a, b, kSign);
}

enum class Unary : uint8_t { Neg, Pos, Abs };
template <Unary op>
Value unary(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  Wide us = delta_us(o);
  return new_delta(vm, op == Unary::Neg || (op == Unary::Abs && us < 0) ? -us : us);
}

Value multiply(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  Value n = args[1];
  if (!n.is_int() || n.i > int64_t{1} << 48 || n.i < -(int64_t{1} << 48)) return script(vm, "__mul__", {args[0], n});
  return new_delta(vm, delta_us(o) * n.i);
}

// What floor division and remainder need; 0 when the script module is to answer, -1 raised.
int operands(Vm& vm, Value* args, Wide* a, Wide* b) {
  HostObj *x = self(vm, args[0]), *y = delta_of(args[1]);
  if (!x) return -1;
  *a = delta_us(x);
  *b = y ? delta_us(y) : args[1].is_int() ? args[1].i : 0;
  return *b != 0;
}

Value floor_division(Vm& vm, Value* args) {
  Wide a, b, rest;
  int known = operands(vm, args, &a, &b);
  if (known <= 0) return known < 0 ? Value() : script(vm, "__floordiv__", {args[0], args[1]});
  Wide q = floor_divide(a, b, &rest);
  return delta_of(args[1]) ? wide_value(vm, q) : new_delta(vm, q);
}
Value remainder(Vm& vm, Value* args) {
  Wide a, b, rest;
  int known = delta_of(args[1]) ? operands(vm, args, &a, &b) : 0;
  if (known <= 0) return known < 0 ? Value() : script(vm, "__mod__", {args[0], args[1]});
  floor_divide(a, b, &rest);
  return new_delta(vm, rest);
}
Value divmod(Vm& vm, Value* args) {
  Wide a, b, rest;
  int known = delta_of(args[1]) ? operands(vm, args, &a, &b) : 0;
  if (known <= 0) return known < 0 ? Value() : script(vm, "__divmod__", {args[0], args[1]});
  Value q = wide_value(vm, floor_divide(a, b, &rest)), r = new_delta(vm, rest);
  return Value::object(vm.new_tuple({q, r}));
}
Value true_division(Vm& vm, Value* args) {
  Wide a, b, rest;
  int known = operands(vm, args, &a, &b);
  if (known <= 0) return known < 0 ? Value() : script(vm, "__truediv__", {args[0], args[1]});
  if (delta_of(args[1])) return wide_quotient(vm, a, b);
  Wide q = floor_divide(a, b, &rest);
  Wide twice = 2 * (rest < 0 ? -rest : rest), size = b < 0 ? -b : b;
  if (twice > size || (twice == size && q & 1)) ++q;
  return new_delta(vm, q);
}

template <CmpOp op>
Value compare(Vm& vm, Value* args) {
  HostObj *a = self(vm, args[0]), *b = delta_of(args[1]);
  if (!a) return {};
  if (!b) return not_implemented();
  Wide x = delta_us(a), y = delta_us(b);
  return Value::boolean(order_matches(op, static_cast<uint64_t>((x > y) - (x < y) + 1), 1));
}

Value hash(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  uint64_t h;
  Value parts = Value::object(vm.new_tuple({Value::integer(days_of(o)), Value::integer(o->fields[0].i / 1'000'000), Value::integer(o->fields[0].i % 1'000'000)}));
  return vm.hash(parts, &h) ? Value::integer(static_cast<int64_t>(h)) : Value();
}

Value truth(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::boolean(o->data || o->fields[0].i) : Value();
}

Value str(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  int64_t us = o->fields[0].i, s = us / 1'000'000, d = days_of(o);
  char text[80];
  int n = 0;
  if (d) n = std::snprintf(text, sizeof text, "%lld day%s, ", static_cast<long long>(d), d == 1 || d == -1 ? "" : "s");
  n += std::snprintf(text + n, sizeof text - static_cast<size_t>(n), "%d:%02d:%02d", static_cast<int>(s / 3600), static_cast<int>(s / 60 % 60), static_cast<int>(s % 60));
  if (us % 1'000'000) n += std::snprintf(text + n, sizeof text - static_cast<size_t>(n), ".%06d", static_cast<int>(us % 1'000'000));
  return vm.str_value({text, static_cast<size_t>(n)});
}

Value repr(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  if (vm.type_of(args[0]) != g_class) return script(vm, "__repr__", {args[0]});
  const int64_t parts[] = {days_of(o), o->fields[0].i / 1'000'000, o->fields[0].i % 1'000'000};
  static constexpr const char* kNames[] = {"days", "seconds", "microseconds"};
  std::string text = "datetime.timedelta(";
  for (int i = 0; i < 3; ++i)
    if (parts[i]) text.append(text.back() == '(' ? "" : ", ").append(kNames[i]).append("=").append(std::to_string(parts[i]));
  return vm.str_value(text + (text.back() == '(' ? "0)" : ")"));
}
Value reduce(Vm& vm, Value* args) { return self(vm, args[0]) ? script(vm, "__reduce__", {args[0]}) : Value(); }

const MethodDef kMethods[] = {
    {"days", days, kNativeGetter, "Number of days."},
    {"seconds", seconds, kNativeGetter, "Number of seconds (>= 0 and less than 1 day)."},
    {"microseconds", microseconds, kNativeGetter, "Number of microseconds (>= 0 and less than 1 second)."},
    {"_days", days, kNativeGetter},
    {"_seconds", seconds, kNativeGetter},
    {"_microseconds", microseconds, kNativeGetter},
    {"_us(self, /)", total_us},
    {"total_seconds(self, /)", total_seconds, 0, "Total seconds in the duration."},
    {"__add__(self, other, /)", add<1, false>},
    {"__radd__(self, other, /)", add<1, true>},
    {"__sub__(self, other, /)", add<-1, false>},
    {"__rsub__(self, other, /)", add<-1, true>},
    {"__neg__(self, /)", unary<Unary::Neg>},
    {"__pos__(self, /)", unary<Unary::Pos>},
    {"__abs__(self, /)", unary<Unary::Abs>},
    {"__mul__(self, other, /)", multiply},
    {"__rmul__(self, other, /)", multiply},
    {"__floordiv__(self, other, /)", floor_division},
    {"__truediv__(self, other, /)", true_division},
    {"__mod__(self, other, /)", remainder},
    {"__divmod__(self, other, /)", divmod},
    {"__eq__(self, other, /)", compare<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare<CmpOp::Ne>},
    {"__lt__(self, other, /)", compare<CmpOp::Lt>},
    {"__le__(self, other, /)", compare<CmpOp::Le>},
    {"__gt__(self, other, /)", compare<CmpOp::Gt>},
    {"__ge__(self, other, /)", compare<CmpOp::Ge>},
    {"__hash__(self, /)", hash},
    {"__bool__(self, /)", truth},
    {"__str__(self, /)", str},
    {"__repr__(self, /)", repr},
    {"__reduce__(self, /)", reduce},
    {"_from(us, /)", from_us, kNativeStatic},
};

}  // namespace

HostObj* delta_of(const Value& v) noexcept {
  Value u = unwrap(v);
  return is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kDeltaType ? as<HostObj>(u) : nullptr;
}
Wide delta_us(const HostObj* o) noexcept { return static_cast<Wide>(days_of(o)) * kDay + o->fields[0].i; }

Value wide_value(Vm& vm, Wide n) {
  if (n >= INT64_MIN && n <= INT64_MAX) return Value::integer(static_cast<int64_t>(n));
  auto magnitude = static_cast<unsigned __int128>(n < 0 ? -n : n);
  uint64_t limbs[] = {static_cast<uint64_t>(magnitude), static_cast<uint64_t>(magnitude >> 64)};
  return from_limbs(vm, limbs, 2, n < 0);
}

Value wide_quotient(Vm& vm, Wide a, Wide b) {
  constexpr Wide kExact = Wide{1} << 53;
  if (a < kExact && a > -kExact && b < kExact && b > -kExact) return Value::number(static_cast<double>(a) / static_cast<double>(b));
  return int_true_divide(vm, wide_value(vm, a), wide_value(vm, b));
}

Value delta_binary(Vm& vm, BinOp op, Value a, Value b) {
  HostObj *x = delta_of(a), *y = delta_of(b);
  Value args[] = {a, b};
  if (x && y) {
    if (op == BinOp::Add) return sum(vm, x, y, 1);
    if (op == BinOp::Sub) return sum(vm, x, y, -1);
    if (op == BinOp::TrueDiv) return true_division(vm, args);
    if (op == BinOp::FloorDiv) return floor_division(vm, args);
    if (op == BinOp::Mod) return remainder(vm, args);
    return not_implemented();
  }
  if (op == BinOp::Mul && (x ? b : a).is_int()) {
    if (!x) std::swap(args[0], args[1]);
    return multiply(vm, args);
  }
  if (!x || !b.is_int()) return not_implemented();
  if (op == BinOp::TrueDiv) return true_division(vm, args);
  return op == BinOp::FloorDiv ? floor_division(vm, args) : not_implemented();
}

Value delta_unary(Vm& vm, UnOp op, HostObj* o) {
  Value self = Value::object(o);
  return op == UnOp::Neg ? unary<Unary::Neg>(vm, &self) : op == UnOp::Pos ? unary<Unary::Pos>(vm, &self) : not_implemented();
}

bool delta_hash(Vm& vm, const HostObj* o, uint64_t* out) {
  Value self = Value::object(o), h = hash(vm, &self);
  *out = h.bits;
  return !h.is_unset();
}

Value new_delta(Vm& vm, Wide us) {
  if (us >= 0 && us < Wide{1} << 62) {
    auto n = static_cast<uint64_t>(us);
    return make_delta(vm, static_cast<int64_t>(n / kDay), static_cast<int64_t>(n % kDay));
  }
  Wide rest, days = floor_divide(us, kDay, &rest);
  if (days > kMaxDays || days < -kMaxDays) {
    if (days > INT32_MAX || days < INT32_MIN) return vm.raise(errors().OverflowError, "Python int too large to convert to C int");
    return vm.raise(errors().OverflowError, "days=" + std::to_string(static_cast<int64_t>(days)) + "; must have magnitude <= 999999999");
  }
  return make_delta(vm, static_cast<int64_t>(days), static_cast<int64_t>(rest));
}

HostObj* shared_host(Class* cls, uint64_t data, std::initializer_list<Value> fields) {
  auto* o = static_cast<HostObj*>(allocate_shared(Kind::Host, sizeof(HostObj) + fields.size() * sizeof(Value)));
  o->cls = cls;
  o->type = cls->host_type;
  o->data = reinterpret_cast<void*>(data);
  o->field_count = static_cast<uint32_t>(fields.size());
  std::copy(fields.begin(), fields.end(), o->fields);
  return o;
}

Class* define_delta() {
  TypeDef def;
  def.name = "timedelta";
  def.module = "datetime";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "Difference between two datetime values.";
  def.construct_signature = "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)";
  def.construct = construct;
  def.host_type = &kDeltaType;
  def.methods = kMethods;
  g_class = define_type(def);
  auto constant = [](const char* name, int64_t days, int64_t us) {
    set_class_attribute(g_class, name, Value::object(shared_host(g_class, static_cast<uint64_t>(days), {Value::integer(us)})));
  };
  constant("min", -kMaxDays, 0);
  constant("max", kMaxDays, kDay - 1);
  constant("resolution", 0, 1);
  return g_class;
}

}  // namespace sl::dates
