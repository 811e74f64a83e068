#include "core/vm/frame_access.h"

#include "core/vm/frame.h"
#include "core/vm/types.h"

namespace sl {

Module* current_module(Vm& vm) {
  Thread* th = vm.thread;
  return th->depth ? th->frames[th->depth - 1].module : nullptr;
}

Dict* current_locals(Vm& vm) {
  Thread* th = vm.thread;
  if (!th->depth) return nullptr;
  const Frame& f = th->frames[th->depth - 1];
  if (f.code->flags & kCodeNamespace) return as_dict(f.base[0]);
  if (f.code->flags & kCodeModule) return nullptr;
  if (f.code->flags & kCodeClassBody) return as_dict(f.base[0]);
  Dict* d = vm.new_dict();
  for (const LocalVar& v : f.code->locals) {
    Value value;
    switch (v.kind) {
      case VarKind::Local: value = f.base[v.index]; break;
      case VarKind::Cell: value = is_kind(f.base[v.index], Kind::Cell) ? as<Cell>(f.base[v.index])->value : Value(); break;
      case VarKind::Free: value = as<Cell>(f.function->cells->items[v.index])->value; break;
    }
    if (!value.is_unset() && v.name->size && v.name->data[0] != '.') dict_set_str(vm, d, v.name, value);
  }
  return d;
}

}  // namespace sl
