// Making strings: creation, concatenation, repetition, sharing of substrings, order and hash.
#include <algorithm>

#include "core/vm/bulk.h"
#include "core/vm/small_text.h"

namespace sl {

namespace {

constexpr size_t kConcatInline = 256;  // longer results of + may get room to grow
constexpr size_t kShareFrom = 64;      // bytes from which a substring shares its parent

// One-character strings of the European alphabets, made once.
constexpr uint32_t kFirstWide = 0x80, kLastWide = 0x4FF;
Str* g_wide_chars[kLastWide - kFirstWide + 1];

// In new text: the length and the ASCII flag.
void set_length(Str* s) noexcept {
  if (is_ascii(s->data, s->size)) {
    s->flags = kStrAscii;
    s->length = s->size;
  } else {
    s->flags = 0;
    s->length = static_cast<uint32_t>(count_code_points(s->data, s->size));
  }
}

Str* canonical_char(std::string_view text) noexcept {
  if (text.empty()) return names().empty;
  if (text.size() == 1 && static_cast<uint8_t>(text[0]) < 0x80) return g_ascii_chars[static_cast<uint8_t>(text[0])];
  return nullptr;
}

Str* shared_header(Vm& vm, const char* data, size_t size, Obj* owner, uint32_t length) {
  Str* s = vm.heap.make<Str>(Kind::Str);
  s->hash = 0;
  s->size = static_cast<uint32_t>(size);
  s->length = length;
  s->data = data;
  s->owner = owner;
  if (length == size) s->flags |= kStrAscii;
  return s;
}

Str* concat_inline(Vm& vm, Str* a, Str* b) {
  Str* s = make_str(vm, size_t{a->size} + b->size, a->length + b->length);
  copy_text(s->inline_data(), a->data, a->size);
  copy_text(s->inline_data() + a->size, b->data, b->size);
  return s;
}

Value concat_bulk(Vm& vm, Str* a, Str* b) {
  Str* s = make_str(vm, size_t{a->size} + b->size, a->length + b->length);
  bool whole = copy_bulk(vm, s->inline_data(), a->data, a->size) && copy_bulk(vm, s->inline_data() + a->size, b->data, b->size);
  return whole ? Value::object(s) : Value();
}

// Text that was grown before is likely to grow again: give it as much room as it has.
Str* concat_growing(Vm& vm, Str* a, Str* b) {
  size_t total = size_t{a->size} + b->size;
  StrBuf* buf = a->owner && a->owner->kind == Kind::StrBuf ? static_cast<StrBuf*>(a->owner) : nullptr;
  bool at_end = buf && a->data + a->size == buf->data() + buf->fill;
  if (!at_end || buf->capacity - buf->fill < b->size) {
    size_t spare = at_end ? total : total / 8 + 64;
    spare = std::min<size_t>(spare, kMaxTextSize - total);
    if (vm.heap.would_exceed(total + spare)) spare = 0;
    StrBuf* grown = vm.heap.make<StrBuf>(Kind::StrBuf, total + spare);
    grown->capacity = total + spare;
    grown->fill = a->size;
    std::memcpy(grown->data(), a->data, a->size);
    buf = grown;
    std::memcpy(buf->data() + buf->fill, b->data, b->size);
    buf->fill += b->size;
    return shared_header(vm, buf->data(), total, buf, a->length + b->length);
  }
  std::memcpy(buf->data() + buf->fill, b->data, b->size);
  buf->fill += b->size;
  return shared_header(vm, a->data, total, buf, a->length + b->length);
}

}  // namespace

bool check_text_size(Vm& vm, uint64_t bytes) {
  if (bytes > kMaxTextSize) {
    vm.raise_memory();
    return false;
  }
  return bytes < 65536 || vm.check_alloc(bytes);
}

Str* Vm::alloc_str(size_t bytes) {
  if (bytes > kMaxTextSize) {
    raise_memory();
    bytes = 0;
  }
  Str* s = make_str(*this, bytes, 0);
  s->flags = 0;
  return s;
}

Str* Vm::finish_str(Str* s) {
  if (s->size <= 1) {
    if (Str* c = canonical_char(s->view())) return c;
  }
  set_length(s);
  return s;
}

Str* Vm::new_str(std::string_view utf8) {
  if (utf8.size() <= 1) {
    if (Str* c = canonical_char(utf8)) return c;
  }
  if (utf8.size() > kMaxTextSize) {
    raise_memory();
    return names().empty;
  }
  Str* s = make_str(*this, utf8.size(), 0);
  copy_text(s->inline_data(), utf8.data(), utf8.size());
  set_length(s);
  return s;
}

Value new_text(Vm& vm, std::string_view text) {
  if (!check_text_size(vm, text.size())) return {};
  if (text.size() <= kBulkStep) return vm.str_value(text);
  Str* s = make_str(vm, text.size(), 0);
  if (!copy_bulk(vm, s->inline_data(), text.data(), text.size())) return {};
  size_t length = 0;
  if (!in_steps(vm, text.size(), [&](size_t from, size_t to) { length += count_code_points(text.data() + from, to - from); })) return {};
  s->length = static_cast<uint32_t>(length);
  s->flags = length == text.size() ? kStrAscii : 0;
  return Value::object(s);
}

Str* Vm::new_str(std::string_view utf8, uint32_t code_points) {
  if (utf8.size() <= 1 || utf8.size() > kMaxTextSize) return new_str(utf8);
  Str* s = make_str(*this, utf8.size(), code_points);
  copy_text(s->inline_data(), utf8.data(), utf8.size());
  return s;
}

Str* Vm::char_str(uint32_t code_point) {
  if (code_point < 0x80) return g_ascii_chars[code_point];
  if (code_point <= kLastWide && g_wide_chars[code_point - kFirstWide]) return g_wide_chars[code_point - kFirstWide];
  char text[4];
  unsigned n = encode_code_point(code_point, text);
  Str* s = make_str(*this, n, 1);
  copy_text(s->inline_data(), text, n);
  return s;
}

void init_char_strs() {
  for (uint32_t c = kFirstWide; c <= kLastWide; ++c) {
    char text[4];
    g_wide_chars[c - kFirstWide] = make_shared_str({text, encode_code_point(c, text)});
  }
}

Str* substring(Vm& vm, Str* s, size_t offset, size_t size) {
  if (size == s->size) return s;
  const char* data = s->data + offset;
  if (size <= 1) {
    if (Str* c = canonical_char({data, size})) return c;
  }
  bool ascii = s->ascii();
  if (size < kShareFrom) {
    if (!ascii) return vm.new_str({data, size});
    Str* r = make_str(vm, size, static_cast<uint32_t>(size));
    copy_text(r->inline_data(), data, size);
    return r;
  }
  return shared_header(vm, data, size, s->owner ? s->owner : s, static_cast<uint32_t>(ascii ? size : count_code_points(data, size)));
}

Value str_concat(Vm& vm, Str* a, Str* b) {
  if (a->size == 0) return Value::object(b);
  if (b->size == 0) return Value::object(a);
  size_t total = size_t{a->size} + b->size;
  if (total <= kConcatInline) return Value::object(concat_inline(vm, a, b));
  if (!check_text_size(vm, total)) return {};
  bool growing = a->owner && a->owner->kind == Kind::StrBuf;
  if (!growing && b->size >= a->size) return total > kBulkStep ? concat_bulk(vm, a, b) : Value::object(concat_inline(vm, a, b));
  return Value::object(concat_growing(vm, a, b));
}

Value str_repeat(Vm& vm, Str* s, int64_t n) {
  if (n <= 0 || s->size == 0) return Value::object(names().empty);
  if (n == 1) return Value::object(s);
  uint64_t total;
  if (__builtin_mul_overflow(static_cast<uint64_t>(n), uint64_t{s->size}, &total) || total > INT64_MAX) return vm.raise(errors().OverflowError, "repeated string is too long");
  if (!check_text_size(vm, total)) return {};
  Str* r = vm.alloc_str(total);
  char* out = r->inline_data();
  std::memcpy(out, s->data, s->size);
  if (!repeat_bulk(vm, out, s->size, total)) return {};
  r->length = static_cast<uint32_t>(s->length * static_cast<uint64_t>(n));
  if (s->ascii()) r->flags |= kStrAscii;
  return Value::object(r);
}

bool str_equal(const Str* a, const Str* b) noexcept {
  if (a == b) return true;
  if (a->size != b->size || a->length != b->length) return false;
  if (a->flags & b->flags & kStrInterned) return false;
  if ((a->flags & b->flags & kStrHashed) && a->hash != b->hash) return false;
  return same_bytes(a->data, b->data, a->size);
}

int str_order(const Str* a, const Str* b) noexcept {
  if (a == b) return 0;
  if (int c = std::memcmp(a->data, b->data, std::min(a->size, b->size))) return c;
  return a->size < b->size ? -1 : a->size > b->size;
}

uint64_t str_hash(Str* s) noexcept {
  if (s->flags & kStrHashed) return s->hash;
  uint64_t h = hash_bytes(s->view());
  if (s->mark != kSharedMark) {  // shared strings are read by other threads
    s->hash = h;
    s->flags |= kStrHashed;
  }
  return h;
}

}  // namespace sl
