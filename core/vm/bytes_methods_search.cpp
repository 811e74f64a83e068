// bytes and bytearray: searching and replacing.
#include "core/vm/bulk.h"
#include "core/vm/bytes_methods.h"
#include "core/vm/search.h"
#include "core/vm/text.h"

namespace sl {

namespace {

// What find() and its relatives look for: bytes or one byte, and the bounds.
struct Search {
  Value needle_value;
  uint8_t byte = 0;
  bool single = false;
  int64_t start = 0, end = INT64_MAX;
  std::string_view hay, needle;  // valid once script code is over
};

bool search_args(Vm& vm, Value* args, Search* s) {
  s->needle_value = args[1];
  if (!bound_arg(vm, args[2], &s->start) || !bound_arg(vm, args[3], &s->end)) return false;
  if (!bytes_view(args[1], &s->needle)) {
    Value u = unwrap(args[1]);
    bool number = u.is_int_or_bool() || is_kind(u, Kind::BigInt) || !vm.find_special(args[1], names().__index__).is_unset();
    if (!number) {
      vm.raise_type("argument should be integer or bytes-like object, not '" + std::string(type_name(vm, args[1])) + "'");
      return false;
    }
    if (!byte_arg(vm, args[1], &s->byte)) return false;
    s->single = true;
  }
  std::string_view whole;
  if (!self_bytes(vm, args[0], &whole)) return false;
  if (s->single)
    s->needle = {reinterpret_cast<const char*>(&s->byte), 1};
  else
    bytes_view(s->needle_value, &s->needle);
  clamp_bounds(static_cast<int64_t>(whole.size()), &s->start, &s->end);
  if (s->start <= s->end) s->hay = whole.substr(static_cast<size_t>(s->start), static_cast<size_t>(s->end - s->start));
  return true;
}

// -1: absent, -2: raised.
template <bool kBackwards>
int64_t locate(Vm& vm, Value* args) {
  Search s;
  if (!search_args(vm, args, &s)) return -2;
  if (s.start > s.end) return -1;
  size_t at = kBackwards ? find_text_backwards(s.hay, s.needle) : find_text(s.hay, s.needle);
  return at == kNotFound ? -1 : s.start + static_cast<int64_t>(at);
}
Value found(int64_t index) { return index == -2 ? Value() : Value::integer(index); }
Value found_or_raise(Vm& vm, int64_t index) { return index == -1 ? vm.raise_value("subsection not found") : found(index); }

Value find(Vm& vm, Value* args) { return found(locate<false>(vm, args)); }
Value rfind(Vm& vm, Value* args) { return found(locate<true>(vm, args)); }
Value index(Vm& vm, Value* args) { return found_or_raise(vm, locate<false>(vm, args)); }
Value rindex(Vm& vm, Value* args) { return found_or_raise(vm, locate<true>(vm, args)); }

Value count(Vm& vm, Value* args) {
  Search s;
  if (!search_args(vm, args, &s)) return {};
  if (s.start > s.end) return Value::integer(0);
  if (s.needle.empty()) return Value::integer(static_cast<int64_t>(s.hay.size()) + 1);
  int64_t n = count_bulk(vm, s.hay, s.needle);
  return n < 0 ? Value() : Value::integer(n);
}

template <bool kEnd>
Value match_edge(Vm& vm, Value* args) {
  int64_t start = 0, end = INT64_MAX;
  std::string_view hay, part;
  if (!bound_arg(vm, args[2], &start) || !bound_arg(vm, args[3], &end) || !self_bytes(vm, args[0], &hay)) return {};
  clamp_bounds(static_cast<int64_t>(hay.size()), &start, &end);
  bool outside = start > end;
  if (!outside) hay = hay.substr(static_cast<size_t>(start), static_cast<size_t>(end - start));
  auto matches = [&] { return !outside && (kEnd ? hay.ends_with(part) : hay.starts_with(part)); };
  if (Tuple* parts = as_tuple(args[1])) {
    for (size_t i = 0; i < parts->size; ++i) {
      if (!bytes_arg(vm, parts->items[i], &part)) return {};
      if (matches()) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  if (!bytes_view(args[1], &part))
    return vm.raise_type(std::string(kEnd ? "endswith" : "startswith") + " first arg must be bytes or a tuple of bytes, not " + std::string(type_name(vm, args[1])));
  return Value::boolean(matches());
}
Value startswith(Vm& vm, Value* args) { return match_edge<false>(vm, args); }
Value endswith(Vm& vm, Value* args) { return match_edge<true>(vm, args); }

bool replaced(Vm& vm, std::string_view hay, std::string_view needle, std::string_view with, uint64_t limit, std::string* out) {
  uint64_t n = needle.empty() ? std::min<uint64_t>(limit, hay.size() + 1) : count_text(hay, needle, limit);
  uint64_t total = hay.size() - n * needle.size() + n * with.size();
  if (!check_text_size(vm, 2 * std::min(total, kMaxTextSize / 2)) || !check_text_size(vm, total)) return false;
  out->reserve(total);
  size_t from = 0;
  for (uint64_t i = 0; i < n; ++i) {
    size_t at = needle.empty() ? i : find_text(hay, needle, from);
    out->append(hay, from, at - from);
    out->append(with);
    from = at + needle.size();
    if ((i & 0xFFFFF) == 0xFFFFF && !vm.poll()) return false;
  }
  out->append(hay, from);
  return true;
}

Value replace(Vm& vm, Value* args) {
  int64_t limit;
  std::string_view hay, needle, with;
  if (!bytes_arg(vm, args[1], &needle) || !bytes_arg(vm, args[2], &with) || !size_arg(vm, args[3], &limit)) return {};
  if (!self_bytes(vm, args[0], &hay) || !bytes_arg(vm, args[1], &needle) || !bytes_arg(vm, args[2], &with)) return {};
  std::string out;
  if (!replaced(vm, hay, needle, with, limit < 0 ? UINT64_MAX : static_cast<uint64_t>(limit), &out)) return {};
  return new_bytes_like(vm, args[0], out);
}

Value removeprefix(Vm& vm, Value* args) {
  std::string_view data, part;
  if (!self_bytes(vm, args[0], &data) || !bytes_arg(vm, args[1], &part)) return {};
  if (data.starts_with(part)) data.remove_prefix(part.size());
  return new_bytes_like(vm, args[0], data);
}
Value removesuffix(Vm& vm, Value* args) {
  std::string_view data, part;
  if (!self_bytes(vm, args[0], &data) || !bytes_arg(vm, args[1], &part)) return {};
  if (data.ends_with(part)) data.remove_suffix(part.size());
  return new_bytes_like(vm, args[0], data);
}

const MethodDef kMethods[] = {
    {"find(self, sub, start=None, end=None, /)", find, 0, "Return the lowest index where subsection sub is found, -1 on failure."},
    {"rfind(self, sub, start=None, end=None, /)", rfind, 0, "Return the highest index where subsection sub is found, -1 on failure."},
    {"index(self, sub, start=None, end=None, /)", index, 0, "Like find(), but raise ValueError when the subsection is not found."},
    {"rindex(self, sub, start=None, end=None, /)", rindex, 0, "Like rfind(), but raise ValueError when the subsection is not found."},
    {"count(self, sub, start=None, end=None, /)", count, 0, "Return the number of non-overlapping occurrences of subsection sub."},
    {"startswith(self, prefix, start=None, end=None, /)", startswith, 0, "Return True if B starts with the specified prefix, False otherwise."},
    {"endswith(self, suffix, start=None, end=None, /)", endswith, 0, "Return True if B ends with the specified suffix, False otherwise."},
    {"replace(self, old, new, count=-1, /)", replace, 0, "Return a copy with all occurrences of substring old replaced by new."},
    {"removeprefix(self, prefix, /)", removeprefix, 0, "Return a bytes object with the given prefix string removed if present."},
    {"removesuffix(self, suffix, /)", removesuffix, 0, "Return a bytes object with the given suffix string removed if present."},
};

}  // namespace

std::span<const MethodDef> bytes_search_methods() { return kMethods; }

bool self_bytes(Vm& vm, Value self, std::string_view* out) {
  if (bytes_view(self, out)) return true;
  vm.raise_type("descriptor requires a 'bytes' object but received a '" + std::string(type_name(vm, self)) + "'");
  return false;
}

std::vector<MethodDef> bytes_methods() {
  std::vector<MethodDef> all;
  for (auto group : {bytes_search_methods(), bytes_split_methods(), bytes_edit_methods(), bytes_convert_methods(), bytes_operator_methods()})
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

}  // namespace sl
