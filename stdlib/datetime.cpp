// datetime.date and datetime.datetime. The module datetime imports them from _datetime.
#include <cstdio>

#include "core/vm/text.h"
#include "stdlib/datetime_internal.h"
#include "stdlib/registry.h"

namespace sl::dates {

const HostType kDateType = {.name = "date", .tag = &kDateType, .ops = &kDateOps};

namespace {

Class *g_date, *g_datetime;

constexpr int kBefore[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
bool leap(int64_t year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

uint64_t packed(const Day& d) noexcept { return static_cast<uint64_t>(d.year) << 16 | static_cast<uint64_t>(d.month) << 8 | static_cast<uint64_t>(d.day); }

HostObj* self(Vm& vm, const Value& v) {
  HostObj* o = date_of(v);
  if (!o) wrong_self(vm, v, "date");
  return o;
}
HostObj* self_time(Vm& vm, const Value& v) {
  HostObj* o = datetime_of(v);
  if (!o) wrong_self(vm, v, "datetime");
  return o;
}

Value script(Vm& vm, const char* name, std::initializer_list<Value> args) { return call_script(vm, "_Date", name, args); }
Value script_time(Vm& vm, const char* name, std::initializer_list<Value> args) { return call_script(vm, "_DateTime", name, args); }

// ---- construction ---------------------------------------------------------------------------

bool plain_day(const Value* args) { return args[0].is_int() && args[1].is_int() && args[2].is_int() && valid(args[0].i, args[1].i, args[2].i); }
Day day_from(const Value* args) { return {static_cast<int>(args[0].i), static_cast<int>(args[1].i), static_cast<int>(args[2].i)}; }

Value construct_date(Vm& vm, Value* args) {
  if (plain_day(args)) return new_date(vm, day_from(args));
  Value made = script(vm, "_make", {args[0], args[1], args[2]});
  return made.is_unset() ? made : unwrap(made);
}

bool plain_time(const Value* args) {
  constexpr int64_t kLimits[] = {24, 60, 60, 1'000'000};
  for (int i = 0; i < 4; ++i)
    if (!args[i].is_int() || args[i].i < 0 || args[i].i >= kLimits[i]) return false;
  return true;
}
int64_t time_from(const Value* args) { return ((args[0].i * 60 + args[1].i) * 60 + args[2].i) * 1'000'000 + args[3].i; }

// args: year ... microsecond, tzinfo, fold
Value construct_datetime(Vm& vm, Value* args) {
  if (plain_day(args) && plain_time(args + 3) && args[7].is_none() && args[8].is_int() && args[8].i >> 1 == 0)
    return new_datetime(vm, day_from(args), time_from(args + 3), args[7], args[8].i != 0);
  Value made = script_time(vm, "_make", {args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8]});
  return made.is_unset() ? made : unwrap(made);
}

// The parts have been checked.
Value make_datetime(Vm& vm, Value* args) { return new_datetime(vm, day_from(args), time_from(args + 3), args[7], args[8].is_true() || (args[8].is_int() && args[8].i)); }

// Twice the seconds local time is ahead of UTC at a time, plus one when the wall clock shows that time again.
Value local_offset(Vm& vm, Value* args) {
  int64_t offset;
  bool again;
  if (!local_offset_at(args[0].i, &offset, &again)) return vm.raise(errors().OverflowError, "timestamp out of range for platform time_t");
  return Value::integer(offset * 2 + again);
}

Value from_us(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Class) || !args[1].is_int()) return vm.raise(errors().OverflowError, "date value out of range");
  return datetime_like(vm, as<Class>(args[0]), args[1].i, args[2]);
}

// ---- date -----------------------------------------------------------------------------------

enum class Part : uint8_t { Year, Month, Day };
template <Part kPart>
Value part(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  Day d = day_of(o);
  return Value::integer(kPart == Part::Year ? d.year : kPart == Part::Month ? d.month : d.day);
}

template <int kBase>
Value weekday(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer((to_ordinal(day_of(o)) + 6) % 7 + kBase) : Value();
}
Value toordinal(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(to_ordinal(day_of(o))) : Value();
}
Value fromordinal(Vm& vm, Value* args) {
  int64_t n;
  if (!vm.to_index(args[1], &n)) return {};
  if (n < 1 || n > kMaxOrdinal) return vm.raise_value(n < 1 ? "ordinal must be >= 1" : "year is out of range");
  return date_like(vm, as<Class>(args[0]), from_ordinal(n));
}

// The ordinal of the Monday the ISO year begins with.
int64_t first_monday(int year) {
  int64_t first = to_ordinal({year, 1, 1}), weekday = (first + 6) % 7;
  return first - weekday + (weekday > 3 ? 7 : 0);
}
Value isocalendar(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  int64_t today = to_ordinal(day_of(o));
  int year = day_of(o).year;
  if (today < first_monday(year))
    --year;
  else if (today >= first_monday(year + 1))
    ++year;
  int64_t days = today - first_monday(year);
  return script(vm, "_iso_calendar_date", {Value::integer(year), Value::integer(days / 7 + 1), Value::integer(days % 7 + 1)});
}

int print_day(char* text, size_t size, const Day& d) { return std::snprintf(text, size, "%04d-%02d-%02d", d.year, d.month, d.day); }

Value date_isoformat(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  char text[40];
  return o ? vm.str_value({text, static_cast<size_t>(print_day(text, sizeof text, day_of(o)))}) : Value();
}
Value date_str(Vm& vm, Value* args) {
  static Str* const kIsoformat = intern("isoformat");
  return vm.type_of(args[0]) == g_date ? date_isoformat(vm, args) : vm.call_method(args[0], kIsoformat);
}

Value date_shifted(Vm& vm, Value self, const HostObj* o, const HostObj* delta, int sign) {
  int64_t n = to_ordinal(day_of(o)) + sign * reinterpret_cast<int64_t>(delta->data);
  if (n < 1 || n > kMaxOrdinal) return vm.raise(errors().OverflowError, "date value out of range");
  return date_like(vm, vm.type_of(self), from_ordinal(n));
}
Value date_add(Vm& vm, Value* args) {
  HostObj *o = self(vm, args[0]), *delta = delta_of(args[1]);
  if (!o) return {};
  return delta ? date_shifted(vm, args[0], o, delta, 1) : not_implemented();
}
Value date_sub(Vm& vm, Value* args) {
  HostObj *o = self(vm, args[0]), *delta = delta_of(args[1]), *other = date_of(args[1]);
  if (!o) return {};
  if (delta) return date_shifted(vm, args[0], o, delta, -1);
  if (!other || has_time(o) || has_time(other)) return not_implemented();
  return new_delta(vm, static_cast<Wide>(to_ordinal(day_of(o)) - to_ordinal(day_of(other))) * kDay);
}

// In the order of time.
uint64_t stamp_of(const HostObj* o) noexcept {
  Day d = day_of(o);
  return static_cast<uint64_t>(d.year << 9 | d.month << 5 | d.day) << 37 | static_cast<uint64_t>(time_of(o));
}

Value ordered(CmpOp op, int64_t a, int64_t b) { return Value::boolean(order_matches(op, static_cast<uint64_t>((a > b) - (a < b) + 1), 1)); }

template <CmpOp op>
Value date_compare(Vm& vm, Value* args) {
  HostObj *a = self(vm, args[0]), *b = date_of(args[1]);
  if (!a) return {};
  return b && !has_time(b) ? ordered(op, static_cast<int64_t>(packed(day_of(a))), static_cast<int64_t>(packed(day_of(b)))) : not_implemented();
}
Value date_hash(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(static_cast<int64_t>(int_hash(static_cast<int64_t>(packed(day_of(o)) * 0x9E3779B97F4A7C15u >> 3)))) : Value();
}

Value strftime(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  Str* format = as_str(args[1]);
  if (!o) return {};
  if (!format) return vm.raise_type("strftime() argument 1 must be str, not " + type_name_of(vm, args[1]));
  std::string text;
  Class* cls = vm.type_of(args[0]);
  if ((cls == g_date || cls == g_datetime) && format_date(o, format->view(), &text)) return new_text(vm, text);
  return script(vm, "strftime", {args[0], args[1]});
}

// ---- datetime -------------------------------------------------------------------------------

template <int64_t kUnit, int64_t kCount>
Value clock_part(Vm& vm, Value* args) {
  HostObj* o = self_time(vm, args[0]);
  return o ? Value::integer(time_of(o) / kUnit % kCount) : Value();
}
Value zone(Vm& vm, Value* args) {
  HostObj* o = self_time(vm, args[0]);
  return o ? zone_of(o) : Value();
}
Value fold(Vm& vm, Value* args) {
  HostObj* o = self_time(vm, args[0]);
  return o ? Value::integer(fold_of(o)) : Value();
}
Value total_us(Vm& vm, Value* args) {
  HostObj* o = self_time(vm, args[0]);
  return o ? Value::integer(us_of(o)) : Value();
}

Value shifted(Vm& vm, Value self, const HostObj* o, const HostObj* delta, int sign) {
  Wide us = static_cast<Wide>(us_of(o)) + sign * delta_us(delta);
  if (us < 0 || us >= static_cast<Wide>(kMaxOrdinal) * kDay) return vm.raise(errors().OverflowError, "date value out of range");
  return datetime_like(vm, vm.type_of(self), static_cast<int64_t>(us), zone_of(o));
}
Value add(Vm& vm, Value* args) {
  HostObj *o = self_time(vm, args[0]), *delta = delta_of(args[1]);
  if (!o) return {};
  return delta ? shifted(vm, args[0], o, delta, 1) : not_implemented();
}
Value sub(Vm& vm, Value* args) {
  HostObj *o = self_time(vm, args[0]), *delta = delta_of(args[1]), *other = datetime_of(args[1]);
  if (!o) return {};
  if (delta) return shifted(vm, args[0], o, delta, -1);
  if (other && zone_of(o).same(zone_of(other))) return new_delta(vm, static_cast<Wide>(us_of(o)) - us_of(other));
  if (!other) return not_implemented();
  Wide mine, theirs;
  int known = zone_offset(vm, args[0], o, &mine), both = known == 1 ? zone_offset(vm, args[1], other, &theirs) : known;
  if (known < 0 || both < 0) return {};
  if (known == 1 && both == 1) return new_delta(vm, static_cast<Wide>(us_of(o)) - us_of(other) - mine + theirs);
  return script_time(vm, "__sub__", {args[0], args[1]});
}

template <CmpOp op>
Value compare(Vm& vm, Value* args) {
  static constexpr const char* kNames[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
  HostObj *a = self_time(vm, args[0]), *b = datetime_of(args[1]);
  if (!a) return {};
  if (b && zone_of(a).same(zone_of(b))) return ordered(op, static_cast<int64_t>(stamp_of(a)), static_cast<int64_t>(stamp_of(b)));
  Wide x, y;
  if (b && op != CmpOp::Eq && op != CmpOp::Ne) {
    int mine = zone_offset(vm, args[0], a, &x), theirs = mine == 1 ? zone_offset(vm, args[1], b, &y) : mine;
    if (mine < 0 || theirs < 0) return {};
    if (mine == 1 && theirs == 1) return ordered(op, us_of(a) - static_cast<int64_t>(x), us_of(b) - static_cast<int64_t>(y));
  }
  if (op != CmpOp::Ne) return script_time(vm, kNames[static_cast<int>(op)], {args[0], args[1]});
  Value same = script_time(vm, "__eq__", {args[0], args[1]});
  return same.is_unset() || is_not_implemented(same) ? same : Value::boolean(!same.is_true());
}
Value hash(Vm& vm, Value* args) {
  HostObj* o = self_time(vm, args[0]);
  if (!o) return {};
  if (zone_of(o).is_none()) return Value::integer(static_cast<int64_t>(int_hash(us_of(o))));
  Wide offset;
  int known = fold_of(o) ? 2 : zone_offset(vm, args[0], o, &offset);
  if (known == 1) return Value::integer(static_cast<int64_t>(int_hash(us_of(o) - static_cast<int64_t>(offset))));
  return known < 0 ? Value() : script_time(vm, "__hash__", {args[0]});
}

// Date and time to the second or microsecond, of times without zone.
Value text(Vm& vm, const HostObj* o, std::string_view separator) {
  char text[64];
  auto n = static_cast<size_t>(print_day(text, sizeof text, day_of(o)));
  std::string out(text, n);
  out += separator;
  int64_t us = time_of(o), s = us / 1'000'000;
  n = static_cast<size_t>(std::snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(s / 3600), static_cast<int>(s / 60 % 60), static_cast<int>(s % 60)));
  if (us % 1'000'000) n += static_cast<size_t>(std::snprintf(text + n, sizeof text - n, ".%06d", static_cast<int>(us % 1'000'000)));
  return vm.str_value(out.append(text, n));
}
Value isoformat(Vm& vm, Value* args) {
  HostObj* o = self_time(vm, args[0]);
  Str *separator = as_str(args[1]), *spec = as_str(args[2]);
  if (!o) return {};
  if (!zone_of(o).is_none() || !separator || separator->length != 1 || !spec || spec->view() != "auto") return script_time(vm, "isoformat", {args[0], args[1], args[2]});
  return text(vm, o, separator->view());
}
Value str(Vm& vm, Value* args) {
  static Str* const kIsoformat = intern("isoformat");
  HostObj* o = self_time(vm, args[0]);
  if (!o) return {};
  if (vm.type_of(args[0]) == g_datetime && zone_of(o).is_none()) return text(vm, o, " ");
  return vm.call_method(args[0], kIsoformat, {vm.str_value(" ")});
}

Value date_of_datetime(Vm& vm, Value* args) {
  HostObj* o = self_time(vm, args[0]);
  return o ? new_date(vm, day_of(o)) : Value();
}

// "YYYY-MM-DD" and for datetimes "THH:MM:SS[.ffffff]" behind it.
bool parse_digits(std::string_view text, size_t at, size_t n, int64_t* out) {
  *out = 0;
  for (size_t i = at; i < at + n; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    *out = *out * 10 + (text[i] - '0');
  }
  return true;
}
bool parse_day(std::string_view s, Day* out) {
  int64_t year, month, day;
  if (s.size() < 10 || s[4] != '-' || s[7] != '-' || !parse_digits(s, 0, 4, &year) || !parse_digits(s, 5, 2, &month) || !parse_digits(s, 8, 2, &day) || !valid(year, month, day))
    return false;
  *out = {static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)};
  return true;
}
Value date_fromisoformat(Vm& vm, Value* args) {
  Str* s = as_str(args[1]);
  Day d;
  if (s && s->size == 10 && parse_day(s->view(), &d)) return date_like(vm, as<Class>(args[0]), d);
  return script(vm, "fromisoformat", {args[0], args[1]});
}
Value fromisoformat(Vm& vm, Value* args) {
  Str* s = as_str(args[1]);
  Day d;
  int64_t hour, minute, second, fraction = 0;
  if (s && s->ascii() && as<Class>(args[0]) == g_datetime && parse_day(s->view(), &d)) {
    std::string_view v = s->view();
    if (v.size() == 10) return new_datetime(vm, d, 0, Value::none());
    bool exact = v.size() == 19 || (v.size() == 26 && v[19] == '.' && parse_digits(v, 20, 6, &fraction));
    if (exact && v[13] == ':' && v[16] == ':' && parse_digits(v, 11, 2, &hour) && parse_digits(v, 14, 2, &minute) && parse_digits(v, 17, 2, &second) && hour < 24 && minute < 60 &&
        second < 60)
      return new_datetime(vm, d, ((hour * 60 + minute) * 60 + second) * 1'000'000 + fraction, Value::none());
  }
  return script_time(vm, "fromisoformat", {args[0], args[1]});
}

Value repr(Vm& vm, Value* args);

// ---- what the script module does --------------------------------------------------------------

template <Literal cls, Literal name, int kArgs>
Value delegate(Vm& vm, Value* args) {
  if constexpr (kArgs == 1) return call_script(vm, cls.text, name.text, {args[0]});
  if constexpr (kArgs == 2) return call_script(vm, cls.text, name.text, {args[0], args[1]});
  if constexpr (kArgs == 3) return call_script(vm, cls.text, name.text, {args[0], args[1], args[2]});
  if constexpr (kArgs == 4) return call_script(vm, cls.text, name.text, {args[0], args[1], args[2], args[3]});
  if constexpr (kArgs == 10) return call_script(vm, cls.text, name.text, {args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9]});
}
#define METHOD(cls, name, parameters, n) \
  { name "(" parameters ")", delegated<cls, name, n> }
#define CLASSMETHOD(cls, name, parameters, n) \
  { name "(" parameters ")", delegate<cls, name, n>, kNativeClassMethod }

template <Literal cls, Literal name, int kArgs>
Value delegated(Vm& vm, Value* args) {
  bool ok = cls.text[5] ? self_time(vm, args[0]) != nullptr : self(vm, args[0]) != nullptr;
  return ok ? delegate<cls, name, kArgs>(vm, args) : Value();
}

const MethodDef kDateMethods[] = {
    {"year", part<Part::Year>, kNativeGetter},
    {"month", part<Part::Month>, kNativeGetter},
    {"day", part<Part::Day>, kNativeGetter},
    {"_year", part<Part::Year>, kNativeGetter},
    {"_month", part<Part::Month>, kNativeGetter},
    {"_day", part<Part::Day>, kNativeGetter},
    {"weekday(self, /)", weekday<0>, 0, "Return the day of the week represented by the date. Monday == 0 ... Sunday == 6"},
    {"isoweekday(self, /)", weekday<1>, 0, "Return the day of the week represented by the date. Monday == 1 ... Sunday == 7"},
    {"toordinal(self, /)", toordinal, 0, "Return proleptic Gregorian ordinal. January 1 of year 1 is day 1."},
    {"fromordinal(cls, n, /)", fromordinal, kNativeClassMethod, "The date of an ordinal."},
    {"isoformat(self, /)", date_isoformat, 0, "Return string in ISO 8601 format, YYYY-MM-DD."},
    {"strftime(self, format)", strftime, 0, "format -> strftime() style string."},
    {"fromisoformat(cls, text, /)", date_fromisoformat, kNativeClassMethod, "Construct a date from a string in ISO 8601 format."},
    {"__str__(self, /)", date_str},
    {"__add__(self, other, /)", date_add},
    {"__radd__(self, other, /)", date_add},
    {"__sub__(self, other, /)", date_sub},
    {"__eq__(self, other, /)", date_compare<CmpOp::Eq>},
    {"__ne__(self, other, /)", date_compare<CmpOp::Ne>},
    {"__lt__(self, other, /)", date_compare<CmpOp::Lt>},
    {"__le__(self, other, /)", date_compare<CmpOp::Le>},
    {"__gt__(self, other, /)", date_compare<CmpOp::Gt>},
    {"__ge__(self, other, /)", date_compare<CmpOp::Ge>},
    {"__hash__(self, /)", date_hash},
    {"__repr__(self, /)", repr},
    METHOD("_Date", "__format__", "self, spec, /", 2),
    METHOD("_Date", "__reduce__", "self, /", 1),
    METHOD("_Date", "ctime", "self, /", 1),
    METHOD("_Date", "timetuple", "self, /", 1),
    {"isocalendar(self, /)", isocalendar, 0, "Return a named tuple containing ISO year, week number, and weekday."},
    METHOD("_Date", "replace", "self, year=None, month=None, day=None", 4),
    CLASSMETHOD("_Date", "fromtimestamp", "cls, t, /", 2),
    {"today(cls, /)", date_today, kNativeClassMethod, "Current date or datetime: same as self.__class__.fromtimestamp(time.time())."},
    CLASSMETHOD("_Date", "fromisocalendar", "cls, year, week, day", 4),
};

// Of dates and times among themselves and with timedeltas; everything else is the methods' matter.
Value binary_dates(Vm& vm, BinOp op, Value a, Value b) {
  HostObj *left = date_of(a), *right = date_of(b);
  Value args[] = {a, b};
  if (left && right && has_time(left) != has_time(right)) return not_implemented();
  if (!left && right && op == BinOp::Add) std::swap(args[0], args[1]);
  HostObj* self = date_of(args[0]);
  if (!self) return delta_binary(vm, op, a, b);
  if (op == BinOp::Add) return has_time(self) ? add(vm, args) : date_add(vm, args);
  if (op == BinOp::Sub) return has_time(self) ? sub(vm, args) : date_sub(vm, args);
  return not_implemented();
}

Value compare_dates(Vm&, CmpOp op, Value a, Value b) {
  HostObj *left = date_of(a), *right = date_of(b);
  if (left && right) {
    if (has_time(left) != has_time(right)) return not_implemented();
    if (!has_time(left)) return ordered(op, static_cast<int64_t>(packed(day_of(left))), static_cast<int64_t>(packed(day_of(right))));
    return zone_of(left).same(zone_of(right)) ? ordered(op, static_cast<int64_t>(stamp_of(left)), static_cast<int64_t>(stamp_of(right))) : not_implemented();
  }
  HostObj *x = delta_of(a), *y = delta_of(b);
  if (!x || !y) return not_implemented();
  Wide p = delta_us(x), q = delta_us(y);
  return ordered(op, (p > q) - (p < q), 0);
}

Value unary_dates(Vm& vm, UnOp op, Obj* o) {
  HostObj* delta = delta_of(Value::object(o));
  return delta ? delta_unary(vm, op, delta) : not_implemented();
}

bool hash_dates(Vm& vm, Obj* o, uint64_t* out) {
  Value v = Value::object(o);
  if (HostObj* delta = delta_of(v)) return delta_hash(vm, delta, out);
  Value h = has_time(static_cast<HostObj*>(o)) ? hash(vm, &v) : date_hash(vm, &v);
  *out = h.bits;
  return !h.is_unset();
}

Value repr(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  Class* cls = vm.type_of(args[0]);
  Day d = day_of(o);
  char text[120];
  int n;
  if (cls == g_date) {
    n = std::snprintf(text, sizeof text, "datetime.date(%d, %d, %d)", d.year, d.month, d.day);
  } else if (cls == g_datetime && zone_of(o).is_none()) {
    int64_t us = time_of(o), s = us / 1'000'000;
    n = std::snprintf(text, sizeof text, "datetime.datetime(%d, %d, %d, %d, %d", d.year, d.month, d.day, static_cast<int>(s / 3600), static_cast<int>(s / 60 % 60));
    auto put = [&](const char* format, int64_t value) { n += std::snprintf(text + n, sizeof text - static_cast<size_t>(n), format, static_cast<int>(value)); };
    if (us % 60'000'000) put(", %d", s % 60);
    if (us % 1'000'000) put(", %d", us % 1'000'000);
    put(fold_of(o) ? ", fold=%d)" : ")", 1);
  } else {
    return has_time(o) ? script_time(vm, "__repr__", {args[0]}) : script(vm, "__repr__", {args[0]});
  }
  return vm.str_value({text, static_cast<size_t>(n)});
}

const MethodDef kDateTimeMethods[] = {
    {"hour", clock_part<3'600'000'000, 24>, kNativeGetter},
    {"minute", clock_part<60'000'000, 60>, kNativeGetter},
    {"second", clock_part<1'000'000, 60>, kNativeGetter},
    {"microsecond", clock_part<1, 1'000'000>, kNativeGetter},
    {"tzinfo", zone, kNativeGetter},
    {"fold", fold, kNativeGetter},
    {"_hour", clock_part<3'600'000'000, 24>, kNativeGetter},
    {"_minute", clock_part<60'000'000, 60>, kNativeGetter},
    {"_second", clock_part<1'000'000, 60>, kNativeGetter},
    {"_microsecond", clock_part<1, 1'000'000>, kNativeGetter},
    {"_tzinfo", zone, kNativeGetter},
    {"_fold", fold, kNativeGetter},
    {"_us(self, /)", total_us},
    {"date(self, /)", date_of_datetime, 0, "Return date object with same year, month and day."},
    {"isoformat(self, sep='T', timespec='auto')", isoformat, 0, "Return string in ISO 8601 format, YYYY-MM-DDTHH:MM:SS[.mmmmmm][+HH:MM]."},
    {"fromisoformat(cls, text, /)", fromisoformat, kNativeClassMethod, "Construct a datetime from a string in ISO 8601 format."},
    {"__str__(self, /)", str},
    {"__add__(self, other, /)", add},
    {"__radd__(self, other, /)", add},
    {"__sub__(self, other, /)", sub},
    {"__eq__(self, other, /)", compare<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare<CmpOp::Ne>},
    {"__lt__(self, other, /)", compare<CmpOp::Lt>},
    {"__le__(self, other, /)", compare<CmpOp::Le>},
    {"__gt__(self, other, /)", compare<CmpOp::Gt>},
    {"__ge__(self, other, /)", compare<CmpOp::Ge>},
    {"__hash__(self, /)", hash},
    METHOD("_DateTime", "__reduce__", "self, /", 1),
    METHOD("_DateTime", "__reduce_ex__", "self, protocol, /", 2),
    METHOD("_DateTime", "time", "self, /", 1),
    METHOD("_DateTime", "timetz", "self, /", 1),
    METHOD("_DateTime", "replace", "self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None", 10),
    METHOD("_DateTime", "utcoffset", "self, /", 1),
    METHOD("_DateTime", "tzname", "self, /", 1),
    METHOD("_DateTime", "dst", "self, /", 1),
    {"timestamp(self, /)", timestamp, 0, "Return POSIX timestamp as float."},
    METHOD("_DateTime", "astimezone", "self, tz=None", 2),
    METHOD("_DateTime", "timetuple", "self, /", 1),
    METHOD("_DateTime", "utctimetuple", "self, /", 1),
    METHOD("_DateTime", "ctime", "self, /", 1),
    {"fromtimestamp(cls, timestamp, tz=None)", from_timestamp, kNativeClassMethod, "timestamp[, tz] -> tz's local time from POSIX timestamp."},
    CLASSMETHOD("_DateTime", "utcfromtimestamp", "cls, timestamp, /", 2),
    {"now(cls, tz=None)", now, kNativeClassMethod, "Returns new datetime object representing current time local to tz."},
    {"today(cls, /)", today, kNativeClassMethod, "Current date and time."},
    {"utcnow(cls, /)", utc_now, kNativeClassMethod, "Return a new datetime representing UTC day and time."},
    CLASSMETHOD("_DateTime", "combine", "cls, date, time, tzinfo=True", 4),
    CLASSMETHOD("_DateTime", "strptime", "cls, text, format, /", 3),
};
#undef METHOD
#undef CLASSMETHOD

const MethodDef kFunctions[] = {
    {"make_date(year, month, day, /)", [](Vm& vm, Value* args) { return new_date(vm, day_from(args)); }, 0, "A date of checked parts."},
    {"make_datetime(year, month, day, hour, minute, second, microsecond, tzinfo, fold, /)", make_datetime, 0, "A datetime of checked parts."},
    {"make_time(hour, minute, second, microsecond, tzinfo, fold, /)", make_time, 0, "A time of checked parts."},
    {"local_offset(seconds: int, /)", local_offset},
    {"from_us(cls, us, tzinfo, /)", from_us, 0, "The datetime so many microseconds after the first one."},
};

Class* define(const char* name, Class* base, const char* signature, NativeFn construct, std::span<const MethodDef> methods, const char* doc) {
  TypeDef def;
  def.name = name;
  def.module = "datetime";
  def.base = base;
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = doc;
  def.construct_signature = signature;
  def.construct = construct;
  def.host_type = &kDateType;
  def.methods = methods;
  return define_type(def);
}

}  // namespace

const KindOps kDateOps = [] {
  KindOps k{};
  k.binary = binary_dates;
  k.compare = compare_dates;
  k.unary = unary_dates;
  k.hash = hash_dates;
  return k;
}();

bool valid(int64_t year, int64_t month, int64_t day) noexcept {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  int64_t last = month == 2 ? 28 + leap(year) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  return day <= last;
}

int64_t to_ordinal(const Day& d) noexcept {
  int64_t y = d.year - 1;
  return y * 365 + y / 4 - y / 100 + y / 400 + kBefore[d.month] + (d.month > 2 && leap(d.year)) + d.day;
}

Day from_ordinal(int64_t n) noexcept {
  --n;
  int64_t n400 = n / 146097;
  n %= 146097;
  int64_t n100 = n / 36524;
  n %= 36524;
  int64_t n4 = n / 1461;
  n %= 1461;
  int64_t n1 = n / 365;
  n %= 365;
  auto year = static_cast<int>(n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1);
  if (n1 == 4 || n100 == 4) return {year - 1, 12, 31};
  auto month = static_cast<int>((n + 50) >> 5);
  auto before = [&](int m) { return kBefore[m] + (m > 2 && leap(year)); };
  if (before(month) > n) --month;
  return {year, month, static_cast<int>(n - before(month) + 1)};
}

Value new_date(Vm& vm, const Day& d) { return Value::object(vm.new_host(g_date, reinterpret_cast<void*>(packed(d)))); }

Value new_datetime(Vm& vm, const Day& d, int64_t time, Value zone, bool fold) {
  HostObj* o = vm.new_host(g_datetime, reinterpret_cast<void*>(packed(d) | (fold ? kFoldBit : 0)), 2);
  o->fields[0] = Value::integer(time);
  o->fields[1] = zone;
  return Value::object(o);
}

Value date_like(Vm& vm, Class* cls, const Day& d) {
  if (cls == g_date) return new_date(vm, d);
  if (cls == g_datetime) return new_datetime(vm, d, 0, Value::none());
  return vm.call(Value::object(cls), {Value::integer(d.year), Value::integer(d.month), Value::integer(d.day)});
}

Value datetime_like(Vm& vm, Class* cls, int64_t us, Value zone) {
  int64_t time = us % kDay, n = us / kDay + 1;
  if (us < 0 || n > kMaxOrdinal) return vm.raise(errors().OverflowError, "date value out of range");
  Day d = from_ordinal(n);
  if (cls == g_datetime) return new_datetime(vm, d, time, zone);
  int64_t s = time / 1'000'000;
  return vm.call(Value::object(cls), {Value::integer(d.year), Value::integer(d.month), Value::integer(d.day), Value::integer(s / 3600), Value::integer(s / 60 % 60),
                                      Value::integer(s % 60), Value::integer(time % 1'000'000), zone});
}

Class* date_class() noexcept { return g_date; }
Class* datetime_class() noexcept { return g_datetime; }

Value call_script(Vm& vm, const char* cls, const char* name, std::initializer_list<Value> args) {
  static Str* const kModule = intern("_datetime_methods");
  Value module = dict_get_str(vm.modules, kModule);
  if (!is_kind(module, Kind::Module)) module = vm.host->import_module(vm, kModule);
  if (module.is_unset()) return module;
  Value methods = vm.get_attr(module, cls);
  if (methods.is_unset()) return methods;
  Value f = vm.get_attr(methods, name);
  return f.is_unset() ? f : vm.call(f, args);
}

bool wrong_self(Vm& vm, Value v, const char* type) {
  vm.raise_type(std::string("descriptor requires a 'datetime.") + type + "' object but received a '" + type_name_of(vm, v) + "'");
  return false;
}

Class* define_date() {
  g_date = define("date", nullptr, "date(year, month=None, day=None)", construct_date, kDateMethods, "date(year, month, day) --> date object");
  auto constant = [](const char* name, const Day& d) { set_class_attribute(g_date, name, Value::object(shared_host(g_date, packed(d), {}))); };
  constant("min", {1, 1, 1});
  constant("max", {9999, 12, 31});
  return g_date;
}

Class* define_datetime(Class* date) {
  g_datetime = define("datetime", date, "datetime(year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", construct_datetime,
                      kDateTimeMethods, "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])");
  auto constant = [](const char* name, const Day& d, int64_t time) {
    set_class_attribute(g_datetime, name, Value::object(shared_host(g_datetime, packed(d), {Value::integer(time), Value::none()})));
  };
  constant("min", {1, 1, 1}, 0);
  constant("max", {9999, 12, 31}, kDay - 1);
  return g_datetime;
}

}  // namespace sl::dates

namespace sl {

void register_datetime_module() {
  using namespace dates;
  Class* delta = define_delta();
  Class* date = define_date();
  set_class_attribute(date, "resolution", Value::object(shared_host(delta, 1, {Value::integer(0)})));
  Class* datetime = define_datetime(date);
  set_class_attribute(datetime, "resolution", Value::object(shared_host(delta, 0, {Value::integer(1)})));
  Class* time = define_time();
  set_class_attribute(time, "resolution", Value::object(shared_host(delta, 0, {Value::integer(1)})));
  static Class* const classes[] = {delta, date, datetime, time};
  define_module({.name = "_datetime", .doc = "The native part of the module datetime.", .functions = kFunctions, .constants = {}, .classes = classes});
}

}  // namespace sl
