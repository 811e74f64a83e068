// Argument conversions shared by the text types' methods, with CPython's messages.
#include "core/vm/text.h"

namespace sl {

namespace {

std::string message_name(Vm& vm, Value v) { return v.is_none() ? "None" : std::string(type_name(vm, v)); }

// The sign of an integer too large for 64 bits.
bool is_negative(const Value& big) noexcept { return as<BigInt>(big)->negative != 0; }

}  // namespace

Str* self_str_slow(Vm& vm, Value v) {
  if (Str* s = as_str(v)) return s;
  vm.raise_type("descriptor requires a 'str' object but received a '" + std::string(type_name(vm, v)) + "'");
  return nullptr;
}

Str* str_arg(Vm& vm, Value v, const char* function, int index) {
  if (Str* s = as_str(v)) return s;
  std::string text = std::string(function) + "() argument ";
  if (index) text += std::to_string(index) + " ";
  vm.raise_type(text + "must be str, not " + message_name(vm, v));
  return nullptr;
}

Str* named_str_arg_slow(Vm& vm, Value v, const char* function, const char* name) {
  if (Str* s = as_str(v)) {
    if (s->view().find('\0') == s->view().npos) return s;
    vm.raise_value("embedded null character");
    return nullptr;
  }
  vm.raise_type(std::string(function) + "() argument '" + name + "' must be str, not " + message_name(vm, v));
  return nullptr;
}

bool size_arg(Vm& vm, Value v, int64_t* out) {
  if (v.is_int_or_bool()) [[likely]] {
    *out = v.i;
    return true;
  }
  if (is_kind(unwrap(v), Kind::BigInt)) {
    vm.raise(errors().OverflowError, "Python int too large to convert to C ssize_t");
    return false;
  }
  return vm.to_index(v, out);
}

bool int_arg(Vm& vm, Value v, int64_t* out) {
  if (!is_kind(unwrap(v), Kind::BigInt)) {
    if (!size_arg(vm, v, out)) return false;
    if (*out == static_cast<int32_t>(*out)) return true;
  }
  vm.raise(errors().OverflowError, "Python int too large to convert to C int");
  return false;
}

bool bound_arg(Vm& vm, Value v, int64_t* out) {
  if (v.is_unset() || v.is_none()) return true;
  Value u = unwrap(v);
  if (!u.is_int_or_bool() && !is_kind(u, Kind::BigInt)) {
    u = vm.call_special(v, names().__index__);
    if (u.is_unset()) {
      if (!vm.raised()) vm.raise_type("slice indices must be integers or None or have an __index__ method");
      return false;
    }
    u = unwrap(u);
  }
  if (is_kind(u, Kind::BigInt))
    *out = is_negative(u) ? INT64_MIN : INT64_MAX;
  else if (!vm.to_index(u, out))
    return false;
  return true;
}

bool bounds_args(Vm& vm, Value start_arg, Value end_arg, int64_t length, int64_t* start, int64_t* end) {
  *start = 0;
  *end = length;
  if (!bound_arg(vm, start_arg, start) || !bound_arg(vm, end_arg, end)) return false;
  clamp_bounds(length, start, end);
  return true;
}

namespace {

bool sized_integer(Vm& vm, Value v, Class* error, int64_t* out) {
  if (vm.to_index(v, out)) return true;
  if (vm.catch_error(errors().OverflowError)) vm.raise(error, "cannot fit '" + std::string(type_name(vm, v)) + "' into an index-sized integer");
  return false;
}

}  // namespace

bool index_arg(Vm& vm, Value v, int64_t* out) { return sized_integer(vm, v, errors().IndexError, out); }

bool repeat_arg(Vm& vm, Value v, int64_t* out) {
  Value u = unwrap(v);
  if (u.is_int_or_bool()) {
    *out = u.i;
    return true;
  }
  if (!is_kind(u, Kind::BigInt) && vm.find_special(v, names().__index__).is_unset()) {
    vm.raise_type("can't multiply sequence by non-int of type '" + std::string(type_name(vm, v)) + "'");
    return false;
  }
  return sized_integer(vm, v, errors().OverflowError, out);
}

bool has_reflected(Vm& vm, Value v, Str* name) {
  if (!is_kind(v, Kind::Instance) && !is_kind(v, Kind::Host)) return false;
  Value f = vm.find_special(v, name);
  if (!is_kind(f, Kind::Native)) return !f.is_unset();
  const Class* owner = as<Native>(f)->owner;  // sequences have no reflected operators but for the inherited sake
  const Types& t = types();
  return owner != t.str && owner != t.bytes && owner != t.bytearray && owner != t.list && owner != t.tuple;
}

}  // namespace sl
