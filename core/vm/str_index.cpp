// Code point positions in UTF-8: indexing, slicing, and the table that keeps them from being linear.
#include <algorithm>
#include <vector>

#include "core/vm/bulk.h"
#include "core/vm/text.h"

namespace sl {

namespace {

constexpr uint32_t kScanLimit = 256;  // shorter texts are scanned
constexpr uint32_t kStride = 64;      // code points between two entries

// Byte offsets of code points 0, 64, 128, ... of one string. A string of the environment carries
// the table's id in `aux`, which is 0 in every fresh object, so memory reused after a collection
// cannot match. Shared strings are never freed and match by address.
struct OffsetTable {
  uint32_t id = 0;
  bool shared = false;
  const char* data = nullptr;
  uint32_t size = 0;
  std::vector<uint32_t> offsets;
};

struct OffsetTables {
  OffsetTable slots[8];
  uint32_t last_id = 0;
  unsigned next_slot = 0;
  unsigned recent = 0;
};

bool matches(const OffsetTable& t, const Str* s) noexcept {
  if (t.data != s->data || t.size != s->size) return false;
  return s->mark == kSharedMark ? t.shared : !t.shared && t.id == s->aux && t.id != 0;
}

const OffsetTable& table_of(Vm& vm, Str* s) {
  auto& tables = local<OffsetTables>(vm);
  if (matches(tables.slots[tables.recent], s)) return tables.slots[tables.recent];
  for (unsigned i = 0; i < std::size(tables.slots); ++i) {
    if (matches(tables.slots[i], s)) {
      tables.recent = i;
      return tables.slots[i];
    }
  }
  tables.recent = tables.next_slot;
  tables.next_slot = (tables.next_slot + 1) % std::size(tables.slots);
  OffsetTable& t = tables.slots[tables.recent];
  t.data = s->data;
  t.size = s->size;
  t.shared = s->mark == kSharedMark;
  if (!t.shared) {
    t.id = ++tables.last_id ? tables.last_id : ++tables.last_id;
    s->aux = t.id;
  }
  t.offsets.clear();
  t.offsets.reserve(s->length / kStride + 1);
  uint32_t index = 0;
  for (uint32_t i = 0; i < s->size; ++i) {
    if (is_continuation(s->data[i])) continue;
    if (index++ % kStride == 0) t.offsets.push_back(i);
  }
  return t;
}

size_t skip_code_points(const Str* s, size_t offset, uint32_t n) noexcept {
  const char* p = s->data + offset;
  while (n--) p = next_boundary(p);
  return static_cast<size_t>(p - s->data);
}

Value slice_with_step(Vm& vm, Str* s, int64_t start, int64_t step, int64_t count) {
  if (s->ascii()) {
    Str* r = vm.alloc_str(static_cast<size_t>(count));
    char* out = r->inline_data();
    const char* in = s->data + start;
    bool whole = in_steps(vm, static_cast<size_t>(count), [&](size_t from, size_t to) {
      for (auto i = static_cast<int64_t>(from); i < static_cast<int64_t>(to); ++i) out[i] = in[i * step];
    });
    return whole ? Value::object(vm.finish_str(r)) : Value();
  }
  if (step == -1) {
    size_t end = byte_offset(vm, s, static_cast<uint32_t>(start)), from = byte_offset(vm, s, static_cast<uint32_t>(start + 1 - count));
    end += sequence_length(s->data[end]);
    Str* r = vm.alloc_str(end - from);
    char* to = r->inline_data();
    Pace pace(vm);
    for (const char *first = s->data + from, *p = s->data + end; p > first;) {
      if (!pace.on()) return {};
      const char* last = p;
      p = previous_boundary(p);
      for (const char* q = p; q < last; ++q) *to++ = *q;
    }
    return Value::object(vm.finish_str(r));
  }
  std::string out;
  const char* p = s->data + byte_offset(vm, s, static_cast<uint32_t>(start));
  Pace pace(vm);
  for (int64_t i = 0; i < count; ++i) {
    if (!pace.on(1 + static_cast<size_t>(std::min<int64_t>(std::abs(step), 256)))) return {};
    out.append(p, sequence_length(*p));
    if (i + 1 == count) break;
    if (step > 4 * int64_t{kStride} || step < -4 * int64_t{kStride}) {
      p = s->data + byte_offset(vm, s, static_cast<uint32_t>(start + (i + 1) * step));
    } else {
      for (int64_t k = 0; k < step; ++k) p = next_boundary(p);
      for (int64_t k = 0; k > step; --k) p = previous_boundary(p);
    }
  }
  return vm.str_value(out);
}

}  // namespace

size_t byte_offset(Vm& vm, Str* s, uint32_t index) {
  if (s->ascii()) return index;
  if (index >= s->length) return s->size;
  if (s->size <= kScanLimit || index < kStride) return skip_code_points(s, 0, index);
  return skip_code_points(s, table_of(vm, s).offsets[index / kStride], index % kStride);
}

uint32_t char_index(Vm& vm, Str* s, size_t offset) {
  if (s->ascii()) return static_cast<uint32_t>(offset);
  if (offset >= s->size) return s->length;
  if (offset <= kScanLimit) return static_cast<uint32_t>(count_code_points(s->data, offset));
  const auto& offsets = table_of(vm, s).offsets;
  auto it = std::prev(std::upper_bound(offsets.begin(), offsets.end(), static_cast<uint32_t>(offset)));
  return static_cast<uint32_t>((it - offsets.begin()) * kStride + static_cast<ptrdiff_t>(count_code_points(s->data + *it, offset - *it)));
}

Value str_char_at(Vm& vm, Str* s, int64_t index) {
  uint64_t i;
  if (!normalize_index(index, s->length, &i)) return vm.raise(errors().IndexError, "string index out of range");
  if (s->ascii()) return Value::object(g_ascii_chars[static_cast<uint8_t>(s->data[i])]);
  return Value::object(vm.char_str(code_point_at(s->data + byte_offset(vm, s, static_cast<uint32_t>(i)))));
}

Value str_slice(Vm& vm, Str* s, uint32_t start, uint32_t stop) {
  if (s->ascii()) return substring_value(vm, s, start, stop - start);
  size_t from = byte_offset(vm, s, start);
  size_t to = stop - start < kStride ? skip_code_points(s, from, stop - start) : byte_offset(vm, s, stop);
  return substring_value(vm, s, from, to - from);
}

Value str_get_slice(Vm& vm, Str* s, const Slice* slice) {
  int64_t start, stop, step, count;
  if (!slice_indices(vm, slice, s->length, &start, &stop, &step, &count)) return {};
  if (count <= 0) return Value::object(names().empty);
  if (step == 1) return str_slice(vm, s, static_cast<uint32_t>(start), static_cast<uint32_t>(start + count));
  if (!check_text_size(vm, s->size)) return {};
  return slice_with_step(vm, s, start, step, count);
}

}  // namespace sl
