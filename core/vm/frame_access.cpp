#include "core/vm/frame_access.h"

#include "core/lang/written.h"
#include "core/vm/builtins.h"
#include "core/vm/frame.h"
#include "core/vm/types.h"

namespace sl {

Module* current_module(Vm& vm) {
  Thread* th = vm.thread;
  return th->depth ? th->frames[th->depth - 1].module : nullptr;
}

Value spilled_variable(const Value& cells, const LocalVar& v) {
  if (!is_kind(cells, Kind::List) || v.index >= as<List>(cells)->size) return {};
  Value c = as<List>(cells)->items[v.index];
  return is_kind(c, Kind::Cell) ? as<Cell>(c)->value : Value();
}

namespace {

template <class Known>
Dict* function_locals(Vm& vm, const Frame& f, Known known) {
  Dict* d = vm.new_dict();
  for (const LocalVar& v : f.code->locals) {
    Value value;
    switch (v.kind) {
      case VarKind::Local: value = known(v.index) ? f.base[v.index] : Value(); break;
      case VarKind::Cell: value = known(v.index) && is_kind(f.base[v.index], Kind::Cell) ? as<Cell>(f.base[v.index])->value : Value(); break;
      case VarKind::Spilled:
        if (known(f.code->spill_register)) value = spilled_variable(f.base[f.code->spill_register], v);
        break;
      case VarKind::Free: value = as<Cell>(f.function->cells->items[v.index])->value; break;
    }
    if (!value.is_unset() && v.name->size && v.name->data[0] != '.') dict_set_str(vm, d, v.name, value);
  }
  return d;
}

}  // namespace

Dict* current_locals(Vm& vm) {
  Thread* th = vm.thread;
  if (!th->depth) return nullptr;
  const Frame& f = th->frames[th->depth - 1];
  if (f.code->flags & kCodeNamespace) return as_dict(f.base[0]);
  if (f.code->flags & kCodeModule) return nullptr;
  if (f.code->flags & kCodeClassBody) return as_dict(f.base[0]);
  return function_locals(vm, f, [](uint16_t) { return true; });
}

Value variables_of(Vm& vm, const Frame& f) {
  if (f.code->flags & (kCodeNamespace | kCodeClassBody)) return f.base[0];
  if (f.code->flags & kCodeModule) return globals_view(vm, f.module);
  auto at = static_cast<uint32_t>(f.pc - f.code->words.data());
  std::bitset<256> written = written_registers(*f.code, at ? at - 1 : 0);
  return Value::object(function_locals(vm, f, [&](uint16_t r) { return written[r]; }));
}

}  // namespace sl
