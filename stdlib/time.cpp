// import time
#include <cerrno>
#include <cmath>
#include <ctime>

#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"
#include "stdlib/struct_sequence.h"
#include "stdlib/time_format.h"

namespace sl {
namespace {

constexpr const char* kFields[] = {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"};
Class* struct_time;

int64_t clock_ns(clockid_t clock) {
  timespec t;
  ::clock_gettime(clock, &t);
  return t.tv_sec * 1'000'000'000ll + t.tv_nsec;
}

template <clockid_t Clock>
Value clock_seconds(Vm&, Value*) {
  timespec t;
  ::clock_gettime(Clock, &t);
  return Value::number(static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9);
}
template <clockid_t Clock>
Value clock_nanoseconds(Vm&, Value*) {
  return Value::integer(clock_ns(Clock));
}

bool clock_now(Vm& vm, Value id, timespec* out, int (*ask)(clockid_t, timespec*)) {
  int64_t clock;
  if (!vm.to_index(id, &clock)) return false;
  if (clock == static_cast<clockid_t>(clock) && ask(static_cast<clockid_t>(clock), out) == 0) return true;
  vm.raise_os(EINVAL, {});
  return false;
}

Value time_clock_gettime(Vm& vm, Value* args) {
  timespec t;
  return clock_now(vm, args[0], &t, ::clock_gettime) ? Value::number(static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9) : Value();
}
Value time_clock_gettime_ns(Vm& vm, Value* args) {
  timespec t;
  return clock_now(vm, args[0], &t, ::clock_gettime) ? Value::integer(t.tv_sec * 1'000'000'000ll + t.tv_nsec) : Value();
}
Value time_clock_getres(Vm& vm, Value* args) {
  timespec t;
  return clock_now(vm, args[0], &t, ::clock_getres) ? Value::number(static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9) : Value();
}

// What a clock of this module is made of, as a SimpleNamespace.
Value time_get_clock_info(Vm& vm, Value* args) {
  struct Clock {
    std::string_view name;
    const char* id;
  };
  constexpr Clock kClocks[] = {{"time", "CLOCK_REALTIME"},
                               {"monotonic", "CLOCK_MONOTONIC"},
                               {"perf_counter", "CLOCK_MONOTONIC"},
                               {"process_time", "CLOCK_PROCESS_CPUTIME_ID"},
                               {"thread_time", "CLOCK_THREAD_CPUTIME_ID"}};
  std::string_view wanted = as_str(args[0])->view();
  for (const Clock& c : kClocks) {
    if (c.name != wanted) continue;
    Value types = vm.host->import_module(vm, intern("types"));
    Value made = types.is_unset() ? types : vm.get_attr(types, "SimpleNamespace");
    if (made.is_unset()) return made;
    bool wall = wanted == "time";
    Dict* fields = vm.new_dict(4);
    dict_set_str(vm, fields, intern("implementation"), vm.str_value("clock_gettime(" + std::string(c.id) + ")"));
    dict_set_str(vm, fields, intern("monotonic"), Value::boolean(!wall));
    dict_set_str(vm, fields, intern("adjustable"), Value::boolean(wall));
    dict_set_str(vm, fields, intern("resolution"), Value::number(1e-9));
    return vm.call_kw(made, nullptr, 0, fields);
  }
  return vm.raise_value("unknown clock");
}

Value time_sleep(Vm& vm, Value* args) {
  Value v = unwrap(args[0]);
  double seconds;
  if (v.is_float()) {
    seconds = v.f;
    if (std::isnan(seconds)) return vm.raise_value("Invalid value NaN (not a number)");
  } else {
    Value n = to_integer(vm, args[0]);
    if (n.is_unset() || !real_arg(vm, n, &seconds)) return Value();
  }
  if (seconds < 0) return vm.raise_value("sleep length must be non-negative");
  if (seconds > 9.2e9) return vm.raise(errors().OverflowError, "timestamp too large to convert to C _PyTime_t");
  return vm.host->sleep(vm, seconds) ? Value::none() : Value();
}

// ---- broken-down time -----------------------------------------------------------------------------

Value from_tm(Vm& vm, const std::tm& t) {
  auto n = [](int v) { return Value::integer(v); };
  Value v = new_struct_sequence(
      vm, struct_time, {n(t.tm_year + 1900), n(t.tm_mon + 1), n(t.tm_mday), n(t.tm_hour), n(t.tm_min), n(t.tm_sec), n((t.tm_wday + 6) % 7), n(t.tm_yday + 1), n(t.tm_isdst)});
  if (!add_hidden_field(vm, v, "tm_zone", vm.str_value(t.tm_zone ? t.tm_zone : "")) || !add_hidden_field(vm, v, "tm_gmtoff", Value::integer(t.tm_gmtoff))) return Value();
  return v;
}

// The argument of gmtime() and its kin: seconds since the epoch, now for None. False: raised.
bool epoch_arg(Vm& vm, Value v, time_t* out) {
  if (v.is_none()) {
    *out = ::time(nullptr);
    return true;
  }
  double seconds;
  Value plain = unwrap(v);
  if (plain.is_float()) {
    seconds = std::floor(plain.f);
    if (std::isnan(seconds)) {
      vm.raise_value("Invalid value NaN (not a number)");
      return false;
    }
  } else {
    Value n = to_integer(vm, v);
    if (n.is_unset() || !real_arg(vm, n, &seconds)) return false;
  }
  if (std::fabs(seconds) > 6.7e16) {  // years beyond int
    vm.raise(errors().OverflowError, "timestamp out of range for platform time_t");
    return false;
  }
  *out = static_cast<time_t>(seconds);
  return true;
}

Value time_gmtime(Vm& vm, Value* args) {
  time_t t;
  std::tm tm{};
  if (!epoch_arg(vm, args[0], &t)) return Value();
  if (!::gmtime_r(&t, &tm)) return vm.raise(errors().OverflowError, "timestamp out of range for platform time_t");
  return from_tm(vm, tm);
}

Value time_localtime(Vm& vm, Value* args) {
  time_t t;
  std::tm tm{};
  if (!epoch_arg(vm, args[0], &t)) return Value();
  if (!::localtime_r(&t, &tm)) return vm.raise(errors().OverflowError, "timestamp out of range for platform time_t");
  return from_tm(vm, tm);
}

// The nine items of a struct_time or tuple; false: raised.
bool tm_arg(Vm& vm, Value v, const char* function, std::tm* out) {
  Tuple* t = as_tuple(v);
  if (!t) {
    vm.raise_type("Tuple or struct_time argument required");
    return false;
  }
  if (t->size != 9) {
    vm.raise_type(std::string(function) + "(): illegal time tuple argument");
    return false;
  }
  int64_t items[9];
  for (size_t i = 0; i < 9; ++i) {
    if (!vm.to_index(t->items[i], &items[i])) return false;
    if (items[i] < INT32_MIN + 1900 || items[i] > INT32_MAX) {
      vm.raise(errors().OverflowError, "signed integer is out of the range of C int");
      return false;
    }
  }
  *out = {};
  out->tm_year = static_cast<int>(items[0] - 1900);
  out->tm_mon = static_cast<int>(items[1] - 1);
  out->tm_mday = static_cast<int>(items[2]);
  out->tm_hour = static_cast<int>(items[3]);
  out->tm_min = static_cast<int>(items[4]);
  out->tm_sec = static_cast<int>(items[5]);
  out->tm_wday = static_cast<int>((items[6] + 1) % 7);
  out->tm_yday = static_cast<int>(items[7] - 1);
  out->tm_isdst = static_cast<int>(items[8]);
  if (is_kind(v, Kind::Instance)) {
    Value offset = vm.find_attr(v, intern("tm_gmtoff"));
    if (offset.is_int()) out->tm_gmtoff = offset.i;
    Value zone = vm.find_attr(v, intern("tm_zone"));
    if (Str* z = zone.is_unset() ? nullptr : as_str(zone)) out->tm_zone = intern(z->view())->data;
  } else if (out->tm_isdst >= 0) {
    out->tm_zone = tzname[out->tm_isdst > 0];
  }
  return true;
}

bool check_tm(Vm& vm, std::tm* t) {
  if (t->tm_mon == -1) t->tm_mon = 0;
  if (t->tm_mday == 0) t->tm_mday = 1;
  if (t->tm_yday == -1) t->tm_yday = 0;
  const char* wrong = t->tm_mon < 0 || t->tm_mon > 11      ? "month"
                      : t->tm_mday < 0 || t->tm_mday > 31  ? "day of month"
                      : t->tm_hour < 0 || t->tm_hour > 23  ? "hour"
                      : t->tm_min < 0 || t->tm_min > 59    ? "minute"
                      : t->tm_sec < 0 || t->tm_sec > 61    ? "seconds"
                      : t->tm_wday < 0                     ? "day of week"
                      : t->tm_yday < 0 || t->tm_yday > 365 ? "day of year"
                                                           : nullptr;
  if (wrong) vm.raise_value(std::string(wrong) + " out of range");
  return !wrong;
}

// The time to format: the argument, or now.
bool tm_or_now(Vm& vm, Value v, const char* function, std::tm* out) {
  if (v.is_none()) {
    time_t now = ::time(nullptr);
    ::localtime_r(&now, out);
    return true;
  }
  return tm_arg(vm, v, function, out) && check_tm(vm, out);
}

Value time_mktime(Vm& vm, Value* args) {
  std::tm t;
  if (!tm_arg(vm, args[0], "mktime", &t)) return Value();
  t.tm_wday = -1;  // set by a successful conversion
  time_t r = ::mktime(&t);
  if (r == -1 && t.tm_wday == -1) return vm.raise(errors().OverflowError, "mktime argument out of range");
  return Value::number(static_cast<double>(r));
}

Value time_strftime(Vm& vm, Value* args) {
  Str* format = as_str(args[0]);
  if (!format) return vm.raise_type("strftime() argument 1 must be str, not " + type_name_of(vm, args[0]));
  if (format->view().find('\0') != std::string_view::npos) return vm.raise_value("embedded null character");
  std::tm t{};
  if (!tm_or_now(vm, args[1], "strftime", &t)) return Value();
  return vm.str_value(format_time(format->view(), t));
}

std::string asctime_text(const std::tm& t) {
  std::string text = format_time("%a %b ", t);
  char rest[64];
  std::snprintf(rest, sizeof rest, "%2d %02d:%02d:%02d %d", t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, 1900 + t.tm_year);
  return text + rest;
}

Value time_asctime(Vm& vm, Value* args) {
  std::tm t{};
  return tm_or_now(vm, args[0], "asctime", &t) ? vm.str_value(asctime_text(t)) : Value();
}

Value time_ctime(Vm& vm, Value* args) {
  time_t t;
  std::tm tm{};
  if (!epoch_arg(vm, args[0], &t)) return Value();
  if (!::localtime_r(&t, &tm)) return vm.raise(errors().OverflowError, "timestamp out of range for platform time_t");
  return vm.str_value(asctime_text(tm));
}

Value time_strptime(Vm& vm, Value* args) {
  Str* text = as_str(args[0]);
  Str* format = as_str(args[1]);
  if (!text || !format) return vm.raise_type(std::string("strptime() argument ") + (text ? "1" : "0") + " must be str, not " + type_name_of(vm, args[text ? 1 : 0]));
  ParsedTime p;
  std::string problem = parse_time(text->view(), format->view(), &p);
  if (!problem.empty()) return vm.raise_value(problem);
  auto n = [](int v) { return Value::integer(v); };
  Value v = new_struct_sequence(vm, struct_time, {n(p.year), n(p.month), n(p.day), n(p.hour), n(p.minute), n(p.second), n(p.weekday), n(p.yearday), n(p.is_dst)});
  Value zone = p.zone.empty() ? Value::none() : vm.str_value(p.zone);
  Value offset = p.has_offset ? n(p.offset_seconds) : Value::none();
  if (!add_hidden_field(vm, v, "tm_zone", zone) || !add_hidden_field(vm, v, "tm_gmtoff", offset)) return Value();
  return v;
}

// The local time in ISO form with the digits of the fraction that are needed.
Value time_now(Vm& vm, Value*) {
  int64_t ns = clock_ns(CLOCK_REALTIME);
  time_t seconds = static_cast<time_t>(ns / 1'000'000'000);
  std::tm t{};
  ::localtime_r(&seconds, &t);
  std::string text = format_time("%Y-%m-%dT%H:%M:%S", t);
  if (int64_t rest = ns % 1'000'000'000) {
    std::string digits = std::to_string(1'000'000'000 + rest).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    text += "." + digits;
  }
  std::string zone = format_time("%z", t);
  text += zone == "+0000" ? "Z" : zone.substr(0, 3) + ":" + zone.substr(3);
  return vm.str_value(text);
}

Value construct_struct_time(Vm& vm, Value* args) {
  Tuple* t = vm.to_tuple(args[0]);
  if (!t) return Value();
  if (t->size < 9 || t->size > 11)
    return vm.raise_type("time.struct_time() takes a" + std::string(t->size < 9 ? "n at least" : "n at most") + (t->size < 9 ? " 9" : " 11") + "-sequence (" +
                         std::to_string(t->size) + "-sequence given)");
  const Value* i = t->items;
  Value v = new_struct_sequence(vm, struct_time, {i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7], i[8]});
  if (!add_hidden_field(vm, v, "tm_zone", t->size > 9 ? i[9] : Value::none()) || !add_hidden_field(vm, v, "tm_gmtoff", t->size > 10 ? i[10] : Value::none())) return Value();
  return v;
}

const MethodDef kFunctions[] = {
    {"time()", clock_seconds<CLOCK_REALTIME>, 0, "Seconds since the epoch."},
    {"time_ns()", clock_nanoseconds<CLOCK_REALTIME>, 0, "Nanoseconds since the epoch."},
    {"monotonic()", clock_seconds<CLOCK_MONOTONIC>, 0, "Seconds of a clock that never goes back."},
    {"monotonic_ns()", clock_nanoseconds<CLOCK_MONOTONIC>, 0, "Nanoseconds of a clock that never goes back."},
    {"perf_counter()", clock_seconds<CLOCK_MONOTONIC>, 0, "Seconds for measuring short durations."},
    {"perf_counter_ns()", clock_nanoseconds<CLOCK_MONOTONIC>, 0, "Nanoseconds for measuring short durations."},
    {"process_time()", clock_seconds<CLOCK_PROCESS_CPUTIME_ID>, 0, "Processor time of the process in seconds."},
    {"process_time_ns()", clock_nanoseconds<CLOCK_PROCESS_CPUTIME_ID>, 0, "Processor time of the process in nanoseconds."},
    {"thread_time()", clock_seconds<CLOCK_THREAD_CPUTIME_ID>, 0, "Processor time of the thread in seconds."},
    {"thread_time_ns()", clock_nanoseconds<CLOCK_THREAD_CPUTIME_ID>, 0, "Processor time of the thread in nanoseconds."},
    {"clock_gettime(clk_id, /)", time_clock_gettime, 0, "Seconds of a clock of the system."},
    {"clock_gettime_ns(clk_id, /)", time_clock_gettime_ns, 0, "Nanoseconds of a clock of the system."},
    {"clock_getres(clk_id, /)", time_clock_getres, 0, "The resolution of a clock of the system in seconds."},
    {"get_clock_info(name: str, /)", time_get_clock_info, 0, "What a clock of this module is made of."},
    {"sleep(secs, /)", time_sleep, 0, "Wait; other threads of the environment run meanwhile."},
    {"gmtime(seconds=None, /)", time_gmtime, 0, "Seconds since the epoch as UTC fields."},
    {"localtime(seconds=None, /)", time_localtime, 0, "Seconds since the epoch as local fields."},
    {"mktime(t, /)", time_mktime, 0, "Local fields as seconds since the epoch."},
    {"strftime(format, t=None, /)", time_strftime, 0, "Time fields as text."},
    {"strptime(string, format='%a %b %d %H:%M:%S %Y', /)", time_strptime, 0, "Text as time fields."},
    {"asctime(t=None, /)", time_asctime, 0, "Fields in the form 'Sat Jun 06 16:26:11 1998'."},
    {"ctime(seconds=None, /)", time_ctime, 0, "asctime(localtime(seconds))."},
    {"now()", time_now, 0, "The local time as ISO text."},
    {"tzset()",
     [](Vm&, Value*) {
       ::tzset();
       return Value::none();
     },
     0, "Read the TZ environment variable again."},
};

const ConstantDef kConstants[] = {
    {"CLOCK_REALTIME", [](Vm&) { return Value::integer(CLOCK_REALTIME); }},
    {"CLOCK_MONOTONIC", [](Vm&) { return Value::integer(CLOCK_MONOTONIC); }},
    {"CLOCK_MONOTONIC_RAW", [](Vm&) { return Value::integer(CLOCK_MONOTONIC_RAW); }},
    {"CLOCK_BOOTTIME", [](Vm&) { return Value::integer(CLOCK_BOOTTIME); }},
    {"CLOCK_TAI", [](Vm&) { return Value::integer(CLOCK_TAI); }},
    {"CLOCK_PROCESS_CPUTIME_ID", [](Vm&) { return Value::integer(CLOCK_PROCESS_CPUTIME_ID); }},
    {"CLOCK_THREAD_CPUTIME_ID", [](Vm&) { return Value::integer(CLOCK_THREAD_CPUTIME_ID); }},
    {"timezone", [](Vm&) { return Value::integer(::timezone); }},
    {"altzone", [](Vm&) { return Value::integer(::timezone - (::daylight ? 3600 : 0)); }},
    {"daylight", [](Vm&) { return Value::integer(::daylight); }},
    {"tzname",
     [](Vm& vm) {
       return Value::object(vm.new_tuple({vm.str_value(::tzname[0]), vm.str_value(::tzname[1])}));
     }},
};

}  // namespace

void register_time_module() {
  ::tzset();
  struct_time = define_struct_sequence("struct_time", "time", kFields, "struct_time(sequence, /)", construct_struct_time);
  static Class* const classes[] = {struct_time};
  ModuleDef module;
  module.name = "time";
  module.doc = "Time access and conversions.";
  module.functions = kFunctions;
  module.constants = kConstants;
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
