// Searching and replacing.
#include <algorithm>

#include "core/vm/bulk.h"
#include "core/vm/search.h"
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

// The part of s that start and end leave, in bytes.
struct Region {
  Str* s;
  size_t offset = 0, size = 0;
  bool empty_range = false;  // start beyond end: even "" is not found
  std::string_view view() const noexcept { return {s->data + offset, size}; }
};

bool region_args(Vm& vm, Value* args, Region* r) {
  r->s = self_str(vm, args[0]);
  if (!r->s) return false;
  bool whole = (args[2].is_unset() || args[2].is_none()) && (args[3].is_unset() || args[3].is_none());
  if (whole) {
    r->size = r->s->size;
    return true;
  }
  int64_t start, end;
  if (!bounds_args(vm, args[2], args[3], r->s->length, &start, &end)) return false;
  if (start > end) {
    r->empty_range = true;
    return true;
  }
  r->offset = byte_offset(vm, r->s, static_cast<uint32_t>(start));
  r->size = byte_offset(vm, r->s, static_cast<uint32_t>(end)) - r->offset;
  return true;
}

// Arguments of find and its relatives.
bool search_args(Vm& vm, Value* args, Region* r, Str** needle) {
  if (!region_args(vm, args, r)) return false;
  *needle = as_str(args[1]);
  if (!*needle) vm.raise_type("must be str, not " + std::string(type_name(vm, args[1])));
  return *needle != nullptr;
}

// Index in code points, -1: absent, -2: raised.
template <bool kBackwards>
int64_t locate(Vm& vm, Value* args) {
  Region r;
  Str* needle;
  if (!search_args(vm, args, &r, &needle)) return -2;
  if (r.empty_range) return -1;
  size_t at = kBackwards ? find_text_backwards(r.view(), needle->view()) : find_text(r.view(), needle->view());
  return at == kNotFound ? -1 : int64_t{char_index(vm, r.s, r.offset + at)};
}

Value found(int64_t index) { return index == -2 ? Value() : Value::integer(index); }
Value found_or_raise(Vm& vm, int64_t index) { return index == -1 ? vm.raise_value("substring not found") : found(index); }

Value find(Vm& vm, Value* args) { return found(locate<false>(vm, args)); }
Value rfind(Vm& vm, Value* args) { return found(locate<true>(vm, args)); }
Value index(Vm& vm, Value* args) { return found_or_raise(vm, locate<false>(vm, args)); }
Value rindex(Vm& vm, Value* args) { return found_or_raise(vm, locate<true>(vm, args)); }

Value count(Vm& vm, Value* args) {
  Region r;
  Str* needle;
  if (!search_args(vm, args, &r, &needle)) return {};
  if (r.empty_range) return Value::integer(0);
  if (needle->size == 0) return Value::integer(static_cast<int64_t>(count_code_points(r.view().data(), r.size)) + 1);
  int64_t n = count_bulk(vm, r.view(), needle->view());
  return n < 0 ? Value() : Value::integer(n);
}

template <bool kEnd>
bool matches(const Region& r, Str* part) noexcept {
  if (r.empty_range || part->size > r.size) return false;
  return std::memcmp(r.s->data + r.offset + (kEnd ? r.size - part->size : 0), part->data, part->size) == 0;
}

template <bool kEnd>
Value match_edge(Vm& vm, Value* args) {
  const std::string name = kEnd ? "endswith" : "startswith";
  Region r;
  if (!region_args(vm, args, &r)) return {};
  if (Str* part = as_str(args[1])) return Value::boolean(matches<kEnd>(r, part));
  Tuple* parts = as_tuple(args[1]);
  if (!parts) return vm.raise_type(name + " first arg must be str or a tuple of str, not " + std::string(type_name(vm, args[1])));
  for (size_t i = 0; i < parts->size; ++i) {
    Str* part = as_str(parts->items[i]);
    if (!part) return vm.raise_type("tuple for " + name + " must only contain str, not " + std::string(type_name(vm, parts->items[i])));
    if (matches<kEnd>(r, part)) return Value::boolean(true);
  }
  return Value::boolean(false);
}
Value startswith(Vm& vm, Value* args) { return match_edge<false>(vm, args); }
Value endswith(Vm& vm, Value* args) { return match_edge<true>(vm, args); }

// "" as the pattern: `with` goes before every code point and at the end, up to `limit` times.
Value interleave(Vm& vm, Str* s, Str* with, uint64_t limit) {
  uint64_t n = std::min<uint64_t>(limit, uint64_t{s->length} + 1);
  uint64_t total = s->size + n * with->size;
  if (!check_text_size(vm, total)) return {};
  Str* r = vm.alloc_str(total);
  char* out = r->inline_data();
  const char *p = s->data, *end = p + s->size;
  Pace pace(vm);
  for (uint64_t i = 0; i < n; ++i) {
    if (!pace.on(1 + with->size)) return {};
    std::memcpy(out, with->data, with->size);
    out += with->size;
    if (p == end) break;
    const char* after = next_boundary(p);
    std::memcpy(out, p, static_cast<size_t>(after - p));
    out += after - p;
    p = after;
  }
  std::memcpy(out, p, static_cast<size_t>(end - p));
  return Value::object(vm.finish_str(r));
}

[[gnu::optimize("O3")]] void replace_bytes(char* out, const char* in, size_t n, char from, char to) noexcept {
  for (size_t i = 0; i < n; ++i) out[i] = in[i] == from ? to : in[i];
}

Value replace_all(Vm& vm, Str* s, Str* old_text, Str* new_text, uint64_t limit) {
  std::string_view hay = s->view(), needle = old_text->view(), with = new_text->view();
  size_t at = find_text(hay, needle);
  if (at == kNotFound) return Value::object(s);
  if (needle.size() == 1 && with.size() == 1 && limit >= hay.size() && hay.size() > 1) {
    if (!check_text_size(vm, hay.size())) return {};
    Str* r = make_str(vm, hay.size(), s->length);
    bool whole = in_steps(vm, hay.size(), [&](size_t from, size_t to) { replace_bytes(r->inline_data() + from, hay.data() + from, to - from, needle[0], with[0]); });
    return whole ? Value::object(r) : Value();
  }
  uint32_t spots[64];  // the first occurrences, so that they are searched for once
  uint64_t n = 0;
  for (; n < std::min<uint64_t>(limit, std::size(spots)) && at != kNotFound; at = find_text(hay, needle, at + needle.size())) spots[n++] = static_cast<uint32_t>(at);
  if (n == std::size(spots) && at != kNotFound) {
    int64_t more = count_bulk(vm, hay.substr(at), needle, limit - n);
    if (more < 0) return {};
    n += static_cast<uint64_t>(more);
  }
  uint64_t total = hay.size() - n * needle.size() + n * with.size();
  if (!check_text_size(vm, total)) return {};
  Str* r = make_str(vm, total, static_cast<uint32_t>(s->length - n * old_text->length + n * new_text->length));
  char* out = r->inline_data();
  size_t from = 0;
  for (uint64_t i = 0; i < n; ++i) {
    at = i < std::size(spots) ? spots[i] : find_text(hay, needle, from);
    copy_text(out, hay.data() + from, at - from);
    out += at - from;
    copy_text(out, with.data(), with.size());
    out += with.size();
    from = at + needle.size();
    if ((i & 0xFFFF) == 0xFFFF && !vm.poll()) return {};
  }
  std::memcpy(out, hay.data() + from, hay.size() - from);
  return Value::object(total <= 1 ? vm.finish_str(r) : r);
}

Value replace(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  Str* old_text = str_arg(vm, args[1], "replace", 1);
  if (!old_text) return {};
  Str* new_text = str_arg(vm, args[2], "replace", 2);
  if (!new_text) return {};
  int64_t limit = -1;
  if (!size_arg(vm, args[3], &limit)) return {};
  if (limit == 0 || old_text->size > s->size) return Value::object(s);
  uint64_t most = limit < 0 ? UINT64_MAX : static_cast<uint64_t>(limit);
  if (old_text->size == 0) return interleave(vm, s, new_text, most);
  return replace_all(vm, s, old_text, new_text, most);
}

Value removeprefix(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  Str* part = s ? str_arg(vm, args[1], "removeprefix", 0) : nullptr;
  if (!part) return {};
  if (!s->view().starts_with(part->view())) return Value::object(s);
  return substring_value(vm, s, part->size, s->size - part->size);
}

Value removesuffix(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  Str* part = s ? str_arg(vm, args[1], "removesuffix", 0) : nullptr;
  if (!part) return {};
  if (!s->view().ends_with(part->view())) return Value::object(s);
  return substring_value(vm, s, 0, s->size - part->size);
}

const MethodDef kMethods[] = {
    {"find(self, sub, start=None, end=None, /)", find, 0,
     "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end]. Return -1 on failure."},
    {"rfind(self, sub, start=None, end=None, /)", rfind, 0,
     "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end]. Return -1 on failure."},
    {"index(self, sub, start=None, end=None, /)", index, 0, "Like find(), but raise ValueError when the substring is not found."},
    {"rindex(self, sub, start=None, end=None, /)", rindex, 0, "Like rfind(), but raise ValueError when the substring is not found."},
    {"count(self, sub, start=None, end=None, /)", count, 0, "Return the number of non-overlapping occurrences of substring sub in string S[start:end]."},
    {"startswith(self, prefix, start=None, end=None, /)", startswith, 0, "Return True if S starts with the specified prefix, False otherwise."},
    {"endswith(self, suffix, start=None, end=None, /)", endswith, 0, "Return True if S ends with the specified suffix, False otherwise."},
    {"replace(self, old, new, count=-1, /)", replace, 0, "Return a copy with all occurrences of substring old replaced by new."},
    {"removeprefix(self, prefix, /)", removeprefix, 0, "Return a str with the given prefix string removed if present."},
    {"removesuffix(self, suffix, /)", removesuffix, 0, "Return a str with the given suffix string removed if present."},
};

}  // namespace

std::span<const MethodDef> str_search_methods() { return kMethods; }

}  // namespace sl
