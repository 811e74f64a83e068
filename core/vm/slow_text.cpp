// The cold halves of FORMAT, BUILDSTR and GETSLICE.
#include "core/vm/containers.h"
#include "core/vm/slow.h"
#include "core/vm/small_text.h"

namespace sl {

Value format_part(Vm& vm, Value v, uint32_t how, Value spec) {
  switch (how & 3) {
    case 1: v = vm.str(v); break;
    case 2: v = vm.repr(v); break;
    case 3: v = vm.ascii(v); break;
    default: break;
  }
  if (v.is_unset()) return v;
  if (spec.is_unset()) {
    if (is_str(v)) return v;
    if (v.is_int()) return int_str(vm, v.i);
    if (!v.is_object()) return vm.str(v);
    spec = Value::object(names().empty);
  }
  return vm.format(v, spec);
}

namespace {

// All parts in one go; false when they do not fit.
bool gather(const Value* parts, uint32_t n, char* text, size_t room, size_t* bytes, size_t* points) {
  size_t at = 0, extra = 0;  // bytes beyond one per character
  for (uint32_t i = 0; i < n; ++i) {
    const Value& part = parts[i];
    if (part.is_object()) {
      const Str* s = is_str(part) ? static_cast<Str*>(part.o) : as_str(part);
      if (s->size > room - at) return false;
      copy_text(text + at, s->data, s->size);
      at += s->size;
      extra += s->size - s->length;
    } else {
      if (room - at < kFloatRoom) return false;
      at += part.is_int() ? write_int(text + at, part.i) : write_float(text + at, part.f);
    }
  }
  *bytes = at;
  *points = at - extra;
  return true;
}

Value join_parts(Vm& vm, const Value* parts, uint32_t n) {
  uint64_t bytes = 0, points = 0;
  for (uint32_t i = 0; i < n; ++i) {
    bytes += as_str(parts[i])->size;
    points += as_str(parts[i])->length;
  }
  if (!check_text_size(vm, bytes)) return {};
  Str* s = make_str(vm, bytes, static_cast<uint32_t>(points));
  char* p = s->inline_data();
  for (uint32_t i = 0; i < n; ++i) {
    Str* part = as_str(parts[i]);
    copy_text(p, part->data, part->size);
    p += part->size;
  }
  return Value::object(bytes <= 1 ? vm.finish_str(s) : s);
}

}  // namespace

Value build_string(Vm& vm, const Value* parts, uint32_t n) {
  char text[400];
  size_t bytes, points;
  if (gather(parts, n, text, sizeof text, &bytes, &points)) {
    if (bytes == points) return Value::object(ascii_str(vm, text, bytes));
    Str* s = make_str(vm, bytes, static_cast<uint32_t>(points));
    copy_text(s->inline_data(), text, bytes);
    return Value::object(s);
  }
  Value texts[256];
  for (uint32_t i = 0; i < n; ++i) texts[i] = parts[i].is_int() ? int_str(vm, parts[i].i) : parts[i].is_float() ? float_str(vm, parts[i].f) : parts[i];
  return join_parts(vm, texts, n);
}

Value get_slice(Vm& vm, Value container, const Value* bounds) {
  const Value &from = bounds[0], &to = bounds[1];
  if (container.is_object() && (from.tag & (kInt | kNone)) && (to.tag & (kInt | kNone))) {
    Obj* o = container.o;
    int64_t length = o->kind == Kind::Str     ? static_cast<Str*>(o)->length
                     : o->kind == Kind::List  ? static_cast<int64_t>(static_cast<List*>(o)->size)
                     : o->kind == Kind::Tuple ? static_cast<int64_t>(static_cast<Tuple*>(o)->size)
                     : o->kind == Kind::Bytes ? static_cast<int64_t>(static_cast<Bytes*>(o)->size)
                                              : -1;
    if (length >= 0) {
      int64_t start = from.is_int() ? from.i : 0, stop = to.is_int() ? to.i : length;
      clamp_bounds(length, &start, &stop);
      uint64_t count = start < stop ? static_cast<uint64_t>(stop - start) : 0;
      switch (o->kind) {
        case Kind::Str:
          if (!count) return Value::object(names().empty);
          return str_slice(vm, static_cast<Str*>(o), static_cast<uint32_t>(start), static_cast<uint32_t>(stop));
        case Kind::Bytes:
          return count == static_cast<uint64_t>(length) ? container : new_bytes_value(vm, static_cast<Bytes*>(o)->view().substr(count ? static_cast<size_t>(start) : 0, count));
        case Kind::Tuple:
          if (count == static_cast<uint64_t>(length)) return container;
          return Value::object(count ? vm.new_tuple(static_cast<Tuple*>(o)->items + start, count) : g_empty_tuple);
        default:
          if (!vm.check_alloc(count * sizeof(Value))) return {};
          return copy_list(vm, static_cast<List*>(o)->items + start, count);
      }
    }
  }
  return vm.get_item(container, vm.new_slice(from, to, Value::none()));
}

}  // namespace sl
