#include "core/vm/exports.h"

#include <algorithm>

#include "core/lang/written.h"
#include "core/vm/frame.h"

namespace sl {
namespace {

constexpr uint32_t kFramesSearched = 64;

bool views(const Value& v, const ByteArray* b) {
  if (!is_kind(v, Kind::Host) || as<HostObj>(v)->cls != types().memoryview) return false;
  const Value& owner = as<HostObj>(v)->fields[0];  // None once the view is released
  return owner.is_object() && owner.o == b;
}

bool names_view(const Frame& f, const ByteArray* b) {
  for (const LocalVar& v : f.code->locals) {
    if (v.kind == VarKind::Spilled) continue;
    if (v.kind == VarKind::Free) {
      if (f.function && f.function->cells && views(as<Cell>(f.function->cells->items[v.index])->value, b)) return true;
      continue;
    }
    Value held = f.base[v.index];
    if (v.kind == VarKind::Cell) held = is_kind(held, Kind::Cell) ? as<Cell>(held)->value : Value();
    if (!views(held, b)) continue;
    auto at = static_cast<uint32_t>(f.pc - f.code->words.data());
    if (written_registers(*f.code, at ? at - 1 : 0)[v.index]) return true;
  }
  return false;
}

bool names_view(const Module* m, const ByteArray* b) {
  if (!m || !m->names || !m->slots) return false;
  size_t n = std::min<size_t>(m->slot_capacity, m->names->names.size());
  return std::any_of(m->slots, m->slots + n, [&](const Value& v) { return views(v, b); });
}

}  // namespace

bool check_exports(Vm& vm, ByteArray* b, const char* refusal) {
  Thread* th = vm.thread;
  const Module* searched = nullptr;
  for (uint32_t i = 0; th && i < std::min(th->depth, kFramesSearched); ++i) {
    const Frame& f = th->frames[th->depth - 1 - i];
    if (names_view(f, b) || (f.module != searched && names_view(searched = f.module, b))) {
      vm.raise(errors().BufferError, refusal);
      return false;
    }
  }
  b->flags &= static_cast<uint8_t>(~kBytesExported);
  return true;
}

}  // namespace sl
