// bytes and bytearray: taking apart and putting together.
#include <algorithm>

#include "core/vm/bytes_methods.h"
#include "core/vm/search.h"
#include "core/vm/text.h"

namespace sl {

namespace {

bool space(char c) noexcept { return c == ' ' || (c >= 9 && c <= 13); }

class Pieces {
 public:
  Pieces(Vm& vm, Value self) : vm_(vm), self_(self), list_(vm.new_list()) {}
  bool add(std::string_view piece) {
    Value v = new_bytes_like(vm_, self_, piece);
    if (v.is_unset()) return false;
    list_append(vm_, list_, v);
    return (list_->size & 0xFFFF) != 0 || vm_.poll();
  }
  Value done(bool reversed = false) const {
    if (reversed) std::reverse(list_->items, list_->items + list_->size);
    return Value::object(list_);
  }

 private:
  Vm& vm_;
  Value self_;
  List* list_;
};

Value split_words(Pieces& out, std::string_view data, int64_t limit) {
  size_t at = 0, n = data.size();
  for (;;) {
    while (at < n && space(data[at])) ++at;
    if (at == n) break;
    if (limit-- == 0) return out.add(data.substr(at)) ? out.done() : Value();
    size_t from = at;
    while (at < n && !space(data[at])) ++at;
    if (!out.add(data.substr(from, at - from))) return {};
  }
  return out.done();
}

Value rsplit_words(Pieces& out, std::string_view data, int64_t limit) {
  size_t end = data.size();
  for (;;) {
    while (end > 0 && space(data[end - 1])) --end;
    if (end == 0) break;
    if (limit-- == 0) return out.add(data.substr(0, end)) ? out.done(true) : Value();
    size_t from = end;
    while (from > 0 && !space(data[from - 1])) --from;
    if (!out.add(data.substr(from, end - from))) return {};
    end = from;
  }
  return out.done(true);
}

Value split_on(Pieces& out, std::string_view data, std::string_view separator, int64_t limit) {
  while (limit-- != 0) {
    size_t at = find_text(data, separator);
    if (at == kNotFound) break;
    if (!out.add(data.substr(0, at))) return {};
    data.remove_prefix(at + separator.size());
  }
  return out.add(data) ? out.done() : Value();
}

Value rsplit_on(Pieces& out, std::string_view data, std::string_view separator, int64_t limit) {
  while (limit-- != 0) {
    size_t at = find_text_backwards(data, separator);
    if (at == kNotFound) break;
    if (!out.add(data.substr(at + separator.size()))) return {};
    data = data.substr(0, at);
  }
  return out.add(data) ? out.done(true) : Value();
}

template <bool kRight>
Value split_method(Vm& vm, Value* args) {
  int64_t limit;
  std::string_view data, separator;
  if (!size_arg(vm, args[2], &limit)) return {};
  if (limit < 0) limit = INT64_MAX;
  if (!self_bytes(vm, args[0], &data)) return {};
  Pieces out(vm, args[0]);
  if (args[1].is_none()) return kRight ? rsplit_words(out, data, limit) : split_words(out, data, limit);
  if (!bytes_arg(vm, args[1], &separator)) return {};
  if (separator.empty()) return vm.raise_value("empty separator");
  return kRight ? rsplit_on(out, data, separator, limit) : split_on(out, data, separator, limit);
}
Value split(Vm& vm, Value* args) { return split_method<false>(vm, args); }
Value rsplit(Vm& vm, Value* args) { return split_method<true>(vm, args); }

template <bool kRight>
Value partition_method(Vm& vm, Value* args) {
  std::string_view data, separator;
  if (!self_bytes(vm, args[0], &data) || !bytes_arg(vm, args[1], &separator)) return {};
  if (separator.empty()) return vm.raise_value("empty separator");
  size_t at = kRight ? find_text_backwards(data, separator) : find_text(data, separator);
  std::string_view left, middle, right;
  if (at != kNotFound) {
    left = data.substr(0, at);
    middle = separator;
    right = data.substr(at + separator.size());
  } else {
    (kRight ? right : left) = data;
  }
  bool array = is_kind(unwrap(args[0]), Kind::ByteArray);
  Value a = new_bytes_like(vm, args[0], left), c = new_bytes_like(vm, args[0], right);
  Value b = array || at == kNotFound ? new_bytes_like(vm, args[0], middle) : args[1];
  if (vm.raised()) return {};
  return Value::object(vm.new_tuple({a, b, c}));
}
Value partition(Vm& vm, Value* args) { return partition_method<false>(vm, args); }
Value rpartition(Vm& vm, Value* args) { return partition_method<true>(vm, args); }

Value splitlines(Vm& vm, Value* args) {
  int64_t keep;
  std::string_view data;
  if (!int_arg(vm, args[1], &keep) || !self_bytes(vm, args[0], &data)) return {};
  Pieces out(vm, args[0]);
  while (!data.empty()) {
    size_t at = data.find_first_of("\r\n");
    if (at == data.npos) return out.add(data) ? out.done() : Value();
    size_t next = at + 1 + (data[at] == '\r' && at + 1 < data.size() && data[at + 1] == '\n');
    if (!out.add(data.substr(0, keep ? next : at))) return {};
    data.remove_prefix(next);
  }
  return out.done();
}

Value join(Vm& vm, Value* args) {
  List* items = is_kind(args[1], Kind::List) ? as<List>(args[1]) : nullptr;
  if (!items) {
    Value it = vm.iter(args[1]);
    if (it.is_unset()) {
      if (vm.catch_error(errors().TypeError)) vm.raise_type("can only join an iterable");
      return {};
    }
    items = vm.to_list(it);
    if (!items) return {};
  }
  std::string_view separator, piece;
  if (!self_bytes(vm, args[0], &separator)) return {};
  uint64_t total = 0;
  for (size_t i = 0; i < items->size; ++i) {
    if (!bytes_view(items->items[i], &piece))
      return vm.raise_type("sequence item " + std::to_string(i) + ": expected a bytes-like object, " + std::string(type_name(vm, items->items[i])) + " found");
    total += piece.size() + (i ? separator.size() : 0);
  }
  if (!check_text_size(vm, 2 * std::min(total, kMaxTextSize / 2)) || !check_text_size(vm, total)) return {};
  std::string out;
  out.reserve(total);
  for (size_t i = 0; i < items->size; ++i) {
    if (i) out += separator;
    bytes_view(items->items[i], &piece);
    out += piece;
  }
  return new_bytes_like(vm, args[0], out);
}

const MethodDef kMethods[] = {
    {"split(self, /, sep=None, maxsplit=-1)", split, 0, "Return a list of the sections in the bytes, using sep as the delimiter."},
    {"rsplit(self, /, sep=None, maxsplit=-1)", rsplit, 0, "Return a list of the sections in the bytes, splitting from the end."},
    {"splitlines(self, /, keepends=False)", splitlines, 0, "Return a list of the lines in the bytes, breaking at line boundaries."},
    {"partition(self, sep, /)", partition, 0, "Partition the bytes into three parts using the given separator."},
    {"rpartition(self, sep, /)", rpartition, 0, "Partition the bytes into three parts using the given separator, searching from the end."},
    {"join(self, iterable_of_bytes, /)", join, 0, "Concatenate any number of bytes objects, inserting these bytes between them."},
};

}  // namespace

std::span<const MethodDef> bytes_split_methods() { return kMethods; }

}  // namespace sl
