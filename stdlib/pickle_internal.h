// What reading and writing pickles natively share.
#pragma once

#include <vector>

#include "core/vm/vm.h"

namespace sl::pickles {

// The class a pickle names by a module and a name in it; null: not so simple.
Class* named_class(Vm& vm, const Value& module, const Value& name);

// Remembers the classes found to be made of attributes alone.
class PlainClasses {
 public:
  bool contain(Vm& vm, Class* c);

 private:
  std::vector<Class*> known_;
};

// dump(obj, protocol, describe): the pickle, or None where the script module has to write it.
Value dump(Vm& vm, Value* args);
// load(data, find_class, build, memo): a tuple of the object and the bytes used, or None likewise.
Value load(Vm& vm, Value* args);

}  // namespace sl::pickles
