// Built-in names that a script replaces or deletes through the module builtins.
#include <algorithm>

#include "core/gc/heap.h"
#include "core/vm/objects.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {
namespace {

struct OwnBuiltins {
  std::vector<Value> values;
};

void mark_builtins(Vm& vm, Marker& marker) {
  if (vm.builtins == g_builtin_values) return;
  const auto& values = local<OwnBuiltins>(vm).values;
  marker.mark_range(values.data(), values.size());
}

}  // namespace

void override_builtin(Vm& vm, const Str* name, Value v) {
  int slot = builtin_slot(name);
  if (slot < 0) return;
  auto& values = local<OwnBuiltins>(vm).values;
  if (vm.builtins == g_builtin_values) {
    values.assign(g_builtin_values, g_builtin_values + builtin_slots());
    vm.builtins = values.data();
    if (std::find(vm.extra_roots.begin(), vm.extra_roots.end(), mark_builtins) == vm.extra_roots.end()) vm.extra_roots.push_back(mark_builtins);
  }
  values[static_cast<size_t>(slot)] = v;
}

}  // namespace sl
