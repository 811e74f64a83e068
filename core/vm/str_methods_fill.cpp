// Taking blanks off and putting them on.
#include <algorithm>
#include <vector>

#include "core/vm/bulk.h"
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

constexpr ptrdiff_t kStripStep = 1 << 20;  // bytes between two looks at the interrupt word

// The characters strip() takes off: blanks, or those of a string.
class CharSet {
 public:
  explicit CharSet(Str* chars) : chars_(chars) {
    if (!chars) return;
    for (const char *p = chars->data, *end = p + chars->size; p < end;) {
      uint32_t c = next_code_point(p);
      if (c < 128)
        ascii_[c >> 6] |= uint64_t{1} << (c & 63);
      else
        others_.push_back(c);
    }
    std::sort(others_.begin(), others_.end());
  }
  bool has(uint32_t c) const noexcept {
    if (!chars_) return is_space(c);
    if (c < 128) return ascii_[c >> 6] >> (c & 63) & 1;
    return std::binary_search(others_.begin(), others_.end(), c);
  }

 private:
  Str* chars_;
  uint64_t ascii_[2] = {};
  std::vector<uint32_t> others_;  // sorted
};

Value strip_method(Vm& vm, Value* args, bool left, bool right, const char* name) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  Str* chars = nullptr;
  if (!args[1].is_none() && !(chars = as_str(args[1]))) return vm.raise_type(std::string(name) + " arg must be None or str");
  CharSet set(chars);
  const char *p = s->data, *end = p + s->size;
  for (const char* from = p; left && p < end;) {
    const char* next = p;
    if (!set.has(next_code_point(next))) break;
    p = next;
    if (p - from > kStripStep && !vm.poll()) return {};
    if (p - from > kStripStep) from = p;
  }
  for (const char* from = end; right && p < end;) {
    const char* before = previous_boundary(end);
    if (!set.has(code_point_at(before))) break;
    end = before;
    if (from - end > kStripStep && !vm.poll()) return {};
    if (from - end > kStripStep) from = end;
  }
  return substring_value(vm, s, static_cast<size_t>(p - s->data), static_cast<size_t>(end - p));
}
Value strip(Vm& vm, Value* args) { return strip_method(vm, args, true, true, "strip"); }
Value lstrip(Vm& vm, Value* args) { return strip_method(vm, args, true, false, "lstrip"); }
Value rstrip(Vm& vm, Value* args) { return strip_method(vm, args, false, true, "rstrip"); }

// Null: interrupted.
char* put_fill(Vm& vm, char* out, const char* fill, unsigned fill_size, uint64_t n) {
  if (!n) return out;
  std::memcpy(out, fill, fill_size);
  return repeat_bulk(vm, out, fill_size, n * fill_size) ? out + n * fill_size : nullptr;
}

Value padded(Vm& vm, Str* s, uint64_t left, uint64_t right, uint32_t fill) {
  if (left + right == 0) return Value::object(s);
  char text[4];
  unsigned n = encode_code_point(fill, text);
  uint64_t total;
  if (__builtin_mul_overflow(left + right, uint64_t{n}, &total) || total > kMaxTextSize) return vm.raise_memory();
  total += s->size;
  if (!check_text_size(vm, total)) return {};
  Str* r = vm.alloc_str(total);
  char* out = put_fill(vm, r->inline_data(), text, n, left);
  if (!out || !copy_bulk(vm, out, s->data, s->size) || !put_fill(vm, out + s->size, text, n, right)) return {};
  if (total <= 1) return Value::object(vm.finish_str(r));
  r->length = static_cast<uint32_t>(s->length + left + right);
  if (r->length == r->size) r->flags |= kStrAscii;
  return Value::object(r);
}

bool pad_args(Vm& vm, Value* args, Str** s, int64_t* pad, uint32_t* fill) {
  int64_t width;
  *s = self_str(vm, args[0]);
  if (!*s || !size_arg(vm, args[1], &width)) return false;
  Str* f = as_str(args[2]);
  if (!f) {
    vm.raise_type("The fill character must be a unicode character, not " + std::string(type_name(vm, args[2])));
    return false;
  }
  if (f->length != 1) {
    vm.raise_type("The fill character must be exactly one character long");
    return false;
  }
  *fill = code_point_at(f->data);
  *pad = std::max<int64_t>(width, (*s)->length) - (*s)->length;
  return true;
}

Value ljust(Vm& vm, Value* args) {
  Str* s;
  int64_t pad;
  uint32_t fill;
  return pad_args(vm, args, &s, &pad, &fill) ? padded(vm, s, 0, static_cast<uint64_t>(pad), fill) : Value();
}
Value rjust(Vm& vm, Value* args) {
  Str* s;
  int64_t pad;
  uint32_t fill;
  return pad_args(vm, args, &s, &pad, &fill) ? padded(vm, s, static_cast<uint64_t>(pad), 0, fill) : Value();
}
Value center(Vm& vm, Value* args) {
  Str* s;
  int64_t pad;
  uint32_t fill;
  if (!pad_args(vm, args, &s, &pad, &fill)) return {};
  int64_t width = pad + s->length;
  int64_t left = pad / 2 + (pad & width & 1);
  return padded(vm, s, static_cast<uint64_t>(left), static_cast<uint64_t>(pad - left), fill);
}

Value zfill(Vm& vm, Value* args) {
  int64_t width;
  Str* s = self_str(vm, args[0]);
  if (!s || !size_arg(vm, args[1], &width)) return {};
  if (width <= s->length) return Value::object(s);
  Value r = padded(vm, s, static_cast<uint64_t>(width - s->length), 0, '0');
  bool sign = s->size && (s->data[0] == '+' || s->data[0] == '-');
  if (!sign || r.is_unset()) return r;
  Str* text = as<Str>(r);  // fresh: still ours to change
  text->inline_data()[0] = s->data[0];
  text->inline_data()[text->size - s->size] = '0';
  return r;
}

Value expandtabs(Vm& vm, Value* args) {
  int64_t size;
  Str* s = self_str(vm, args[0]);
  if (!s || !int_arg(vm, args[1], &size)) return {};
  if (s->view().find('\t') == std::string_view::npos) return Value::object(s);
  uint64_t column = 0, total = 0;
  auto tab = [&] { return size > 0 ? static_cast<uint64_t>(size) - column % static_cast<uint64_t>(size) : 0; };
  Pace pace(vm);
  for (char c : s->view()) {
    if (!pace.on()) return {};
    if (c == '\t') {
      uint64_t n = tab();
      total += n;
      column += n;
    } else {
      ++total;
      if (!is_continuation(c)) ++column;
      if (c == '\n' || c == '\r') column = 0;
    }
    if (total > kMaxTextSize) return vm.raise(errors().OverflowError, "new string is too long");
  }
  if (!check_text_size(vm, total)) return {};
  Str* r = vm.alloc_str(total);
  char* out = r->inline_data();
  column = 0;
  for (char c : s->view()) {
    if (!pace.on()) return {};
    if (c == '\t') {
      uint64_t n = tab();
      if (!fill_bulk(vm, out, ' ', n)) return {};
      out += n;
      column += n;
    } else {
      *out++ = c;
      if (!is_continuation(c)) ++column;
      if (c == '\n' || c == '\r') column = 0;
    }
  }
  return Value::object(vm.finish_str(r));
}

const MethodDef kMethods[] = {
    {"strip(self, chars=None, /)", strip, 0, "Return a copy of the string with leading and trailing whitespace removed."},
    {"lstrip(self, chars=None, /)", lstrip, 0, "Return a copy of the string with leading whitespace removed."},
    {"rstrip(self, chars=None, /)", rstrip, 0, "Return a copy of the string with trailing whitespace removed."},
    {"ljust(self, width, fillchar=' ', /)", ljust, 0, "Return a left-justified string of length width."},
    {"rjust(self, width, fillchar=' ', /)", rjust, 0, "Return a right-justified string of length width."},
    {"center(self, width, fillchar=' ', /)", center, 0, "Return a centered string of length width."},
    {"zfill(self, width, /)", zfill, 0, "Pad a numeric string with zeros on the left, to fill a field of the given width."},
    {"expandtabs(self, /, tabsize=8)", expandtabs, 0, "Return a copy where all tab characters are expanded using spaces."},
};

}  // namespace

std::span<const MethodDef> str_fill_methods() { return kMethods; }

}  // namespace sl
