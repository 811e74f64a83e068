// Comparison of plain values without dispatch: ints, floats, str, and tuples of them. Runs no script code.
#pragma once

#include "core/vm/types.h"

namespace sl {

constexpr int kUnordered = 2;  // quick_compare() cannot tell
constexpr int kQuickDepth = 4;
constexpr uint64_t kQuickItems = 256;

// -1, 0, 1 or kUnordered. kOrder false: only whether it is 0 counts. Identical values are equal, as in containers.
template <bool kOrder>
int quick_compare(const Value& a, const Value& b, int depth = 0) noexcept {
  if ((a.tag | b.tag) == kInt) return a.i < b.i ? -1 : a.i > b.i;
  if ((a.tag | b.tag) == kFloat) return a.f < b.f ? -1 : a.f > b.f ? 1 : a.f == b.f ? 0 : kUnordered;
  if (a.same(b)) return 0;
  if ((a.tag & b.tag) != kObject || a.o->kind != b.o->kind) return kUnordered;
  if (a.o->kind == Kind::Str) {
    if (!kOrder) return !str_equal(as<Str>(a), as<Str>(b));
    int c = str_order(as<Str>(a), as<Str>(b));
    return c < 0 ? -1 : c > 0;
  }
  if (a.o->kind != Kind::Tuple || depth == kQuickDepth) return kUnordered;
  auto *x = as<Tuple>(a), *y = as<Tuple>(b);
  uint64_t n = x->size < y->size ? x->size : y->size;
  if (n > kQuickItems) return kUnordered;
  if (!kOrder && x->size != y->size) return 1;
  for (uint64_t i = 0; i < n; ++i)
    if (int c = quick_compare<kOrder>(x->items[i], y->items[i], depth + 1)) return c;
  return x->size < y->size ? -1 : x->size > y->size;
}

}  // namespace sl
