#include "core/vm/wrapper_attrs.h"

#include <algorithm>

#include "core/vm/types.h"

namespace sl {
namespace {

struct Table {
  std::vector<Value> dicts;
};

void mark_table(Vm& vm, Marker& marker) {
  const auto& dicts = local<Table>(vm).dicts;
  marker.mark_range(dicts.data(), dicts.size());
}

}  // namespace

Dict* wrapper_attrs(Vm& vm, Value wrapper) { return wrapper.o->aux ? as<Dict>(local<Table>(vm).dicts[wrapper.o->aux - 1]) : nullptr; }

Dict* make_wrapper_attrs(Vm& vm, Value wrapper) {
  if (Dict* known = wrapper_attrs(vm, wrapper)) return known;
  auto& dicts = local<Table>(vm).dicts;
  if (std::find(vm.extra_roots.begin(), vm.extra_roots.end(), mark_table) == vm.extra_roots.end()) vm.extra_roots.push_back(mark_table);
  Dict* made = vm.new_dict();
  dicts.push_back(Value::object(made));
  wrapper.o->aux = static_cast<uint32_t>(dicts.size());
  return made;
}

}  // namespace sl
