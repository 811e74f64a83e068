// The native part of the module datetime: date, datetime and timedelta. What is rare or concerns time zones
// is written in the script module _datetime_methods, in its classes _Date, _DateTime and _TimeDelta.
#pragma once

#include <initializer_list>
#include <string>

#include "core/vm/containers.h"
#include "stdlib/args.h"

namespace sl::dates {

using Wide = __int128;
constexpr int64_t kDay = 86'400'000'000;  // microseconds
constexpr int64_t kMaxOrdinal = 3652059;

struct Day {
  int year, month, day;
};
int64_t to_ordinal(const Day& d) noexcept;  // 1 is 1 January of year 1
Day from_ordinal(int64_t n) noexcept;
bool valid(int64_t year, int64_t month, int64_t day) noexcept;

extern const HostType kDeltaType, kDateType;
extern const KindOps kDateOps;  // of both

// ---- timedelta: data is the days, fields {microseconds of the day} ------------------------------
HostObj* delta_of(const Value& v) noexcept;  // null for other values
Wide delta_us(const HostObj* o) noexcept;
Value new_delta(Vm& vm, Wide us);  // OverflowError
Value wide_value(Vm& vm, Wide n);
Value wide_quotient(Vm& vm, Wide a, Wide b);             // correctly rounded; b is not 0
Value delta_binary(Vm& vm, BinOp op, Value a, Value b);  // of KindOps, for a timedelta and what it can be computed with
Value delta_unary(Vm& vm, UnOp op, HostObj* o);
bool delta_hash(Vm& vm, const HostObj* o, uint64_t* out);

// ---- date and datetime: data is year << 16 | month << 8 | day, with kFoldBit -------------------
// A datetime has fields {microseconds of the day, tzinfo}.
constexpr uint64_t kFoldBit = uint64_t{1} << 40;
inline HostObj* date_of(const Value& v) noexcept {  // of datetimes too
  Value u = unwrap(v);
  return is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kDateType ? as<HostObj>(u) : nullptr;
}
inline bool has_time(const HostObj* o) noexcept { return o->field_count == 2; }
inline HostObj* datetime_of(const Value& v) noexcept {
  HostObj* o = date_of(v);
  return o && has_time(o) ? o : nullptr;
}
inline Day day_of(const HostObj* o) noexcept {
  auto bits = reinterpret_cast<uint64_t>(o->data);
  return {static_cast<int>(bits >> 16 & 0xFFFF), static_cast<int>(bits >> 8 & 0xFF), static_cast<int>(bits & 0xFF)};
}
inline int64_t time_of(const HostObj* o) noexcept { return o->fields[0].i; }
inline Value zone_of(const HostObj* o) noexcept { return o->fields[1]; }
inline bool fold_of(const HostObj* o) noexcept { return (reinterpret_cast<uint64_t>(o->data) & kFoldBit) != 0; }
inline int64_t us_of(const HostObj* o) noexcept { return (to_ordinal(day_of(o)) - 1) * kDay + (has_time(o) ? time_of(o) : 0); }

Value new_date(Vm& vm, const Day& d);
Value new_datetime(Vm& vm, const Day& d, int64_t time, Value zone, bool fold = false);
// The same as an instance of `cls`, which is constructed by a call when it is a script's.
Value date_like(Vm& vm, Class* cls, const Day& d);
Value datetime_like(Vm& vm, Class* cls, int64_t us, Value zone);  // OverflowError

// ---- the clock, local time and zones: methods of the classes ----------------------------------------
// Seconds local time is ahead of UTC, and whether the wall clock shows that time again. False: out of range.
bool local_offset_at(int64_t when, int64_t* offset, bool* again) noexcept;
// Microseconds the zone of `time`, which is o or wraps it, is ahead of UTC: 1 known, 0 none, -1 raised, 2 no proper answer.
int zone_offset(Vm& vm, Value time, const HostObj* o, Wide* out);
Value now(Vm& vm, Value* args);
Value today(Vm& vm, Value* args);
Value utc_now(Vm& vm, Value* args);
Value from_timestamp(Vm& vm, Value* args);
Value timestamp(Vm& vm, Value* args);
Value date_today(Vm& vm, Value* args);
Class* date_class() noexcept;
Class* datetime_class() noexcept;

Value call_script(Vm& vm, const char* cls, const char* name, std::initializer_list<Value> args);
// strftime() without what a zone answers; false: left to the script module.
bool format_date(const HostObj* o, std::string_view format, std::string* out);

Value make_time(Vm& vm, Value* args);  // of checked parts
Class* define_delta();
Class* define_time();
Class* define_date();
Class* define_datetime(Class* date);
HostObj* shared_host(Class* cls, uint64_t data, std::initializer_list<Value> fields);  // a constant of the process
bool wrong_self(Vm& vm, Value v, const char* type);                                    // TypeError; false

}  // namespace sl::dates
