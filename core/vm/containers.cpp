#include "core/vm/type_expr.h"
#include "core/vm/bulk.h"
#include "core/vm/containers.h"
#include "core/vm/mapping_proxy.h"
#include "core/vm/text.h"

#include <algorithm>
#include <charconv>

namespace sl {

std::string class_name(Vm& vm, Value v) { return std::string(vm.type_of(v)->name->view()); }

bool hash_by_identity(Vm&, Obj* o, uint64_t* out) {
  *out = identity_hash(o);
  return true;
}

Value wrong_receiver(Vm& vm, const char* type, const char* method, Value self) {
  return vm.raise_type(std::string("descriptor '") + method + "' for '" + type + "' objects doesn't apply to a '" + class_name(vm, self) + "' object");
}

bool unhashable(Vm& vm, Value v) {
  vm.raise_type("unhashable type: '" + class_name(vm, v) + "'");
  return false;
}

bool has_special(Vm& vm, Value v, Str* name) { return (is_kind(v, Kind::Instance) || is_kind(v, Kind::Host)) && !vm.find_special(v, name).is_unset(); }

bool subscript_index(Vm& vm, Value key, const char* owner, int64_t* out) {
  Value u = unwrap(key);
  if (u.is_int_or_bool()) {
    *out = u.i;
    return true;
  }
  if (!is_kind(u, Kind::BigInt)) {
    if (vm.find_special(key, names().__index__).is_unset()) {
      vm.raise_type(std::string(owner) + " indices must be integers or slices, not " + class_name(vm, key));
      return false;
    }
    u = to_integer(vm, key);
    if (u.is_unset()) return false;
    if (u.is_int_or_bool()) {
      *out = u.i;
      return true;
    }
  }
  vm.raise(errors().IndexError, "cannot fit '" + class_name(vm, key) + "' into an index-sized integer");
  return false;
}

int repeat_count(Vm& vm, Value v, int64_t* out) {
  Value u = unwrap(v);
  if (u.is_int_or_bool()) {
    *out = u.i;
    return 1;
  }
  if (!is_kind(u, Kind::BigInt)) {
    if (vm.find_special(v, names().__index__).is_unset()) {
      if (has_reflected(vm, v, names().__rmul__)) return 0;
      vm.raise_type("can't multiply sequence by non-int of type '" + class_name(vm, v) + "'");
      return -1;
    }
    u = to_integer(vm, v);
    if (u.is_unset()) return -1;
    if (u.is_int_or_bool()) {
      *out = u.i;
      return 1;
    }
  }
  vm.raise(errors().OverflowError, "cannot fit '" + class_name(vm, v) + "' into an index-sized integer");
  return -1;
}

bool check_repeat(Vm& vm, uint64_t size, int64_t count, uint64_t* total) {
  constexpr uint64_t kMaxItems = uint64_t{1} << 40;
  uint64_t n = count < 0 ? 0 : static_cast<uint64_t>(count);
  if (size == 0 || n == 0) {
    *total = 0;
    return true;
  }
  if (n > kMaxItems / size) {
    vm.raise_memory();
    return false;
  }
  *total = n * size;
  return *total < 4096 || vm.check_alloc(*total * sizeof(Value));
}

uint64_t repeat_items(Vm& vm, Value* items, uint64_t size, uint64_t total) {
  constexpr uint64_t kChunk = 1 << 18;
  for (uint64_t done = size; done < total;) {
    uint64_t n = std::min({done - done % size, total - done, std::max(kChunk - kChunk % size, size)});
    copy_values(items + done, items, n);
    done += n;
    if (n >= kChunk / 2 && !vm.poll()) return done;
  }
  return total;
}

bool append_repr(Vm& vm, std::string* out, Value v) {
  size_t before = out->size();
  if (v.is_int()) {
    char text[24];
    auto end = std::to_chars(text, text + sizeof text, v.i).ptr;
    out->append(text, end);
  } else if (is_str(v)) {
    if (!append_repr_text(vm, out, as<Str>(v)->view())) return false;
  } else {
    Value r = vm.repr(v);
    if (r.is_unset()) return false;
    out->append(as<Str>(r)->view());
  }
  // The text outgrows its items when they repeat, unseen by the heap.
  return before >> 16 == out->size() >> 16 || (check_text_size(vm, out->size()) && vm.poll());
}

ReprScope::ReprScope(Vm& vm, Obj* o) : vm_(vm) {
  Value v = Value::object(o);
  if (vm.in_repr(v)) {
    cycle = true;
    return;
  }
  entered = true;
  vm.repr_stack.push_back(v);
}

ReprScope::~ReprScope() {
  if (!entered) return;
  vm_.repr_stack.pop_back();
}

Value repr_cycle(Vm& vm, const ReprScope& scope, const char* text) { return scope.cycle ? vm.str_value(text) : Value(); }

uint64_t common_prefix(const Value* a, const Value* b, uint64_t n) noexcept {
  for (uint64_t i = 0; i < n; ++i) {
    const Value &p = a[i], &q = b[i];
    if (((p.tag ^ q.tag) | (p.bits ^ q.bits)) == 0) continue;
    if (is_str(p) && is_str(q) && str_equal(as<Str>(p), as<Str>(q))) continue;
    if ((p.tag | q.tag) == kFloat && p.f == q.f) continue;
    return i;
  }
  return n;
}

Value copy_list(Vm& vm, const Value* items, uint64_t n) {
  if (n * sizeof(Value) <= kBulkStep) return Value::object(vm.new_list(items, n));
  List* out = concat_sequences(vm, items, n, nullptr, 0);
  return out ? Value::object(out) : Value();
}

List* concat_sequences(Vm& vm, const Value* a, uint64_t n, const Value* b, uint64_t m) {
  if (!vm.check_alloc((n + m) * sizeof(Value))) return nullptr;
  List* out = vm.new_list(n + m);
  if (!copy_bulk(vm, static_cast<void*>(out->items), a, n * sizeof(Value)) || !copy_bulk(vm, static_cast<void*>(out->items + n), b, m * sizeof(Value))) return nullptr;
  out->size = n + m;
  return out;
}

void register_container_types() {
  register_generic_alias();
  register_union_type();
  register_mapping_proxy();
  register_list();
  register_tuple();
  register_dict();
  register_dict_views();
  register_set();
  register_range();
  register_slice();
}

}  // namespace sl
