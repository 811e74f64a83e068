// Taking text apart and putting it together.
#include <algorithm>
#include <array>

#include "core/vm/bulk.h"
#include "core/vm/search.h"
#include "core/vm/str_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

// Splits of s collected in a list, the pieces given as byte ranges.
class Pieces {
 public:
  Pieces(Vm& vm, Str* s) : vm_(vm), s_(s), list_(vm.new_list(std::min<uint64_t>(8, s->size / 2 + 1))) {}
  // False: interrupted.
  bool add(size_t from, size_t to) {
    Value v = substring_value(vm_, s_, from, to - from);
    if (list_->size < list_->capacity)
      list_->items[list_->size++] = v;
    else
      list_append(vm_, list_, v);
    return (list_->size & 0xFFFF) != 0 || (vm_.check_alloc(0x10000) && vm_.poll());
  }
  Value done() const { return Value::object(list_); }
  Value reversed() const {
    std::reverse(list_->items, list_->items + list_->size);
    return done();
  }

 private:
  Vm& vm_;
  Str* s_;
  List* list_;
};

constexpr auto kAsciiSpace = [] {
  std::array<bool, 128> t{};
  for (int c : {9, 10, 11, 12, 13, 28, 29, 30, 31, 32}) t[static_cast<size_t>(c)] = true;
  return t;
}();

// The first position from `at` on that is a blank, or is none, or the end.
template <bool kBlank>
size_t skip_to(Str* s, size_t at) noexcept {
  const char *p = s->data + at, *end = s->data + s->size;
  while (p < end) {
    if (!(*p & 0x80)) {
      if (kAsciiSpace[static_cast<uint8_t>(*p)] == kBlank) break;
      ++p;
      continue;
    }
    const char* here = p;
    if (is_space(next_code_point(p)) == kBlank) return static_cast<size_t>(here - s->data);
  }
  return static_cast<size_t>(p - s->data);
}
size_t skip_space(Str* s, size_t at) noexcept { return skip_to<false>(s, at); }
size_t skip_word(Str* s, size_t at) noexcept { return skip_to<true>(s, at); }

// End of the text before `at` once trailing blanks (or, with `word`, the word) are taken off.
size_t back_over(Str* s, size_t at, bool word) noexcept {
  const char* p = s->data + at;
  while (p > s->data) {
    const char* before = previous_boundary(p);
    if (is_space(code_point_at(before)) == word) break;
    p = before;
  }
  return static_cast<size_t>(p - s->data);
}

Value split_words(Vm& vm, Str* s, int64_t limit) {
  Pieces out(vm, s);
  for (size_t at = skip_space(s, 0); at < s->size; at = skip_space(s, at)) {
    size_t end = limit-- == 0 ? s->size : skip_word(s, at);
    if (!out.add(at, end)) return {};
    if (limit == -1) break;
    at = end;
  }
  return out.done();
}

Value rsplit_words(Vm& vm, Str* s, int64_t limit) {
  Pieces out(vm, s);
  for (size_t end = back_over(s, s->size, false); end > 0; end = back_over(s, end, false)) {
    size_t from = limit-- == 0 ? 0 : back_over(s, end, true);
    if (!out.add(from, end)) return {};
    if (limit == -1) break;
    end = from;
  }
  return out.reversed();
}

// As find_text(), for pieces that are mostly too short to pay for a call of the library.
size_t find_separator(std::string_view text, std::string_view separator, size_t from) noexcept {
  if (separator.size() != 1) return find_text(text, separator, from);
  for (size_t near = std::min(text.size(), from + 12); from < near; ++from)
    if (text[from] == separator[0]) return from;
  return find_text(text, separator, from);
}

Value split_on(Vm& vm, Str* s, std::string_view separator, int64_t limit) {
  Pieces out(vm, s);
  size_t from = 0;
  while (limit-- != 0) {
    size_t at = find_separator(s->view(), separator, from);
    if (at == kNotFound) break;
    if (!out.add(from, at)) return {};
    from = at + separator.size();
  }
  return out.add(from, s->size) ? out.done() : Value();
}

Value rsplit_on(Vm& vm, Str* s, std::string_view separator, int64_t limit) {
  Pieces out(vm, s);
  size_t end = s->size;
  while (limit-- != 0) {
    size_t at = find_text_backwards(s->view().substr(0, end), separator);
    if (at == kNotFound) break;
    if (!out.add(at + separator.size(), end)) return {};
    end = at;
  }
  return out.add(0, end) ? out.reversed() : Value();
}

template <bool kRight>
Value split_method(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  int64_t limit;
  if (!size_arg(vm, args[2], &limit)) return {};
  if (limit < 0) limit = INT64_MAX;
  if (args[1].is_none()) return kRight ? rsplit_words(vm, s, limit) : split_words(vm, s, limit);
  Str* separator = as_str(args[1]);
  if (!separator) return vm.raise_type("must be str or None, not " + std::string(type_name(vm, args[1])));
  if (separator->size == 0) return vm.raise_value("empty separator");
  return kRight ? rsplit_on(vm, s, separator->view(), limit) : split_on(vm, s, separator->view(), limit);
}
Value split(Vm& vm, Value* args) { return split_method<false>(vm, args); }
Value rsplit(Vm& vm, Value* args) { return split_method<true>(vm, args); }

template <bool kRight>
Value partition_method(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  if (!s) return {};
  Str* separator = as_str(args[1]);
  if (!separator) return vm.raise_type("must be str, not " + std::string(type_name(vm, args[1])));
  if (separator->size == 0) return vm.raise_value("empty separator");
  size_t at = kRight ? find_text_backwards(s->view(), separator->view()) : find_text(s->view(), separator->view());
  Value empty = Value::object(names().empty), whole = Value::object(s);
  if (at == kNotFound) return Value::object(kRight ? vm.new_tuple({empty, empty, whole}) : vm.new_tuple({whole, empty, empty}));
  size_t after = at + separator->size;
  return Value::object(vm.new_tuple({substring_value(vm, s, 0, at), args[1], substring_value(vm, s, after, s->size - after)}));
}
Value partition(Vm& vm, Value* args) { return partition_method<false>(vm, args); }
Value rpartition(Vm& vm, Value* args) { return partition_method<true>(vm, args); }

Value splitlines(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  int64_t keep;
  if (!s || !int_arg(vm, args[1], &keep)) return {};
  Pieces out(vm, s);
  const char *p = s->data, *end = p + s->size;
  size_t from = 0;
  while (p < end) {
    size_t at = static_cast<size_t>(p - s->data);
    uint32_t c = next_code_point(p);
    if (!is_line_break(c)) continue;
    if (c == '\r' && p < end && *p == '\n') ++p;
    size_t next = static_cast<size_t>(p - s->data);
    if (!out.add(from, keep ? next : at)) return {};
    from = next;
  }
  if (from < s->size && !out.add(from, s->size)) return {};
  return out.done();
}

// Nothing here runs script code, so the items cannot change meanwhile.
Value join_items(Vm& vm, Str* separator, const Value* items, size_t n) {
  if (n == 0) return Value::object(names().empty);
  uint64_t size = uint64_t{separator->size} * (n - 1), length = uint64_t{separator->length} * (n - 1);
  for (size_t i = 0; i < n; ++i) {
    Str* s = is_str(items[i]) ? as<Str>(items[i]) : as_str(items[i]);
    if (!s) return vm.raise_type("sequence item " + std::to_string(i) + ": expected str instance, " + std::string(type_name(vm, items[i])) + " found");
    size += s->size;
    length += s->length;
  }
  if (n == 1) return Value::object(as_str(items[0]));
  if (!check_text_size(vm, size)) return {};
  Str* r = make_str(vm, size, static_cast<uint32_t>(length));
  char* out = r->inline_data();
  size_t unwatched = 0;
  for (size_t i = 0; i < n; ++i) {
    if (i) {
      copy_text(out, separator->data, separator->size);
      out += separator->size;
    }
    Str* s = is_str(items[i]) ? as<Str>(items[i]) : as_str(items[i]);
    copy_text(out, s->data, s->size);
    out += s->size;
    unwatched += s->size + 16;
    if (unwatched > kBulkStep) {
      unwatched = 0;
      if (!vm.poll()) return {};
    }
  }
  return Value::object(size <= 1 ? vm.finish_str(r) : r);
}

Value join(Vm& vm, Value* args) {
  Str* s = self_str(vm, args[0]);
  return s ? str_join(vm, s, args[1]) : Value();
}

const MethodDef kMethods[] = {
    {"split(self, /, sep=None, maxsplit=-1)", split, 0, "Return a list of the substrings in the string, using sep as the separator string."},
    {"rsplit(self, /, sep=None, maxsplit=-1)", rsplit, 0, "Return a list of the substrings in the string, using sep as the separator string, splitting from the end."},
    {"splitlines(self, /, keepends=False)", splitlines, 0, "Return a list of the lines in the string, breaking at line boundaries."},
    {"partition(self, sep, /)", partition, 0, "Partition the string into three parts using the given separator."},
    {"rpartition(self, sep, /)", rpartition, 0, "Partition the string into three parts using the given separator, searching from the end."},
    {"join(self, iterable, /)", join, 0, "Concatenate any number of strings, inserting this string between them."},
};

}  // namespace

Value str_join(Vm& vm, Str* separator, Value iterable) {
  Value u = unwrap(iterable);
  if (is_kind(u, Kind::List) && iterable.same(u)) return join_items(vm, separator, as<List>(u)->items, as<List>(u)->size);
  if (is_kind(u, Kind::Tuple) && iterable.same(u)) return join_items(vm, separator, as<Tuple>(u)->items, as<Tuple>(u)->size);
  Value it = vm.iter(iterable);
  if (it.is_unset()) {
    if (vm.catch_error(errors().TypeError)) vm.raise_type("can only join an iterable");
    return {};
  }
  List* items = vm.to_list(it);
  return !items ? Value() : join_items(vm, separator, items->items, items->size);
}

std::span<const MethodDef> str_split_methods() { return kMethods; }

}  // namespace sl
