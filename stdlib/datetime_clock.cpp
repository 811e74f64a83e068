// Dates and times of the clock and of seconds since 1970, in local time and by the offsets zones answer.
#include <cmath>
#include <ctime>

#include "stdlib/datetime_internal.h"

namespace sl::dates {
namespace {

constexpr int64_t kEpochUs = 719162 * kDay;
constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kMaxSeconds = int64_t{1} << 55;

bool local_parts(int64_t when, tm* out) noexcept {
  auto t = static_cast<time_t>(when);
  return when >= -kMaxSeconds && when <= kMaxSeconds && ::localtime_r(&t, out);
}

int64_t clock_us() noexcept {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return now.tv_sec * kSecond + now.tv_nsec / 1000;
}

// The time so many microseconds after 1970 in local time; unset with nothing pending: the script module is to answer.
Value local_from_us(Vm& vm, Class* cls, int64_t us) {
  int64_t seconds = us / kSecond - (us % kSecond < 0), offset;
  bool again;
  if (!local_offset_at(seconds, &offset, &again) || again) return {};
  int64_t shifted = kEpochUs + us + offset * kSecond;
  return shifted >= 0 && shifted < kMaxOrdinal * kDay ? datetime_like(vm, cls, shifted, Value::none()) : Value();
}

// Microseconds of a timestamp; false: the script module is to answer.
bool timestamp_us(const Value& v, int64_t* out) noexcept {
  constexpr int64_t kLimit = int64_t{1} << 40;
  if (v.is_int()) {
    *out = v.i * kSecond;
    return v.i < kLimit && v.i > -kLimit;
  }
  if (!v.is_float() || !(std::fabs(v.f) < static_cast<double>(kLimit))) return false;
  double whole = std::floor(v.f);
  *out = static_cast<int64_t>(whole) * kSecond + static_cast<int64_t>(std::nearbyint((v.f - whole) * 1e6));
  return true;
}

// What a local time shows at `when`, in seconds since year 1; false: raised.
bool local_seconds(Vm& vm, int64_t when, int64_t* out) {
  tm parts{};
  if (!local_parts(when - kEpochUs / kSecond, &parts)) return vm.raise(errors().OverflowError, "timestamp out of range for platform time_t"), false;
  int year = parts.tm_year + 1900;
  if (year < 1 || year > 9999) return vm.raise_value("year " + std::to_string(year) + " is out of range"), false;
  *out = when + parts.tm_gmtoff;
  return true;
}

// Solves wall = local(u) for u as PEP 495 has it, in seconds since year 1.
bool solve_local(Vm& vm, int64_t wall, bool fold, int64_t* out) {
  constexpr int64_t kMaxFold = 24 * 3600;
  int64_t shown, first, second, third;
  if (!local_seconds(vm, wall, &shown)) return false;
  int64_t a = shown - wall, b, u = wall - a;
  if (!local_seconds(vm, u, &first)) return false;
  if (first == wall) {
    int64_t other = fold ? u + kMaxFold : u - kMaxFold;
    if (!local_seconds(vm, other, &second)) return false;
    b = second - other;
    if (a == b) return *out = u, true;
  } else {
    b = first - u;
  }
  int64_t v = wall - b;
  if (!local_seconds(vm, v, &third)) return false;
  *out = third == wall ? v : first == wall ? u : fold ? std::min(u, v) : std::max(u, v);
  return true;
}

Value script(Vm& vm, const char* name, std::initializer_list<Value> args) { return call_script(vm, "_DateTime", name, args); }

}  // namespace

bool local_offset_at(int64_t when, int64_t* offset, bool* again) noexcept {
  tm now{}, before{}, then{};
  if (!local_parts(when, &now) || !local_parts(when - 86400, &before)) return false;
  *offset = now.tm_gmtoff;
  *again = before.tm_gmtoff > now.tm_gmtoff && local_parts(when - (before.tm_gmtoff - now.tm_gmtoff), &then) && then.tm_gmtoff == before.tm_gmtoff;
  return true;
}

int zone_offset(Vm& vm, Value time, const HostObj* o, Wide* out) {
  static Str* const kUtcOffset = intern("utcoffset");
  if (zone_of(o).is_none()) return 0;
  Value answer = vm.call_method(zone_of(o), kUtcOffset, {time});
  if (answer.is_unset()) return -1;
  if (answer.is_none()) return 0;
  HostObj* delta = delta_of(answer);
  if (!delta) return 2;
  *out = delta_us(delta);
  return *out > -kDay && *out < kDay ? 1 : 2;
}

Value now(Vm& vm, Value* args) {  // cls, tz
  auto* cls = as<Class>(args[0]);
  if (args[1].is_none()) {
    Value local = local_from_us(vm, cls, clock_us());
    if (!local.is_unset() || vm.raised()) return local;
  }
  return script(vm, "now", {args[0], args[1]});
}
Value today(Vm& vm, Value* args) {
  static Str* const kNow = intern("now");
  Value call[] = {args[0], Value::none()};
  return as<Class>(args[0]) == datetime_class() ? now(vm, call) : vm.call_method(args[0], kNow);
}
Value utc_now(Vm& vm, Value* args) { return datetime_like(vm, as<Class>(args[0]), kEpochUs + clock_us(), Value::none()); }

Value from_timestamp(Vm& vm, Value* args) {  // cls, timestamp, tz
  int64_t us;
  if (args[2].is_none() && timestamp_us(args[1], &us)) {
    Value local = local_from_us(vm, as<Class>(args[0]), us);
    if (!local.is_unset() || vm.raised()) return local;
  }
  return script(vm, "fromtimestamp", {args[0], args[1], args[2]});
}

Value date_today(Vm& vm, Value* args) {
  tm parts{};
  if (as<Class>(args[0]) != date_class() || !local_parts(clock_us() / kSecond, &parts)) return call_script(vm, "_Date", "today", {args[0]});
  return new_date(vm, {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday});
}

Value timestamp(Vm& vm, Value* args) {
  HostObj* o = datetime_of(args[0]);
  if (!o) return wrong_self(vm, args[0], "datetime"), Value();
  if (zone_of(o).is_none()) {
    int64_t us = us_of(o), seconds;
    if (!solve_local(vm, us / kSecond, fold_of(o), &seconds)) return {};
    return Value::number(static_cast<double>(seconds - kEpochUs / kSecond) + static_cast<double>(us % kSecond) / 1e6);
  }
  Wide offset;
  int known = zone_offset(vm, args[0], o, &offset);
  if (known == 1) return wide_quotient(vm, static_cast<Wide>(us_of(o)) - kEpochUs - offset, kSecond);
  return known < 0 ? Value() : script(vm, "timestamp", {args[0]});
}

}  // namespace sl::dates
