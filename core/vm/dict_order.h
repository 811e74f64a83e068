// The order of a dict's entries, for OrderedDict.
#pragma once

#include "core/vm/vm.h"

namespace sl {

// The first live entry, or null. Drops deleted ones before it when they are many, so that taking
// from the front is cheap however often it is done.
DictEntry* dict_first(Vm& vm, Dict* d);
// Makes an entry the first or the last one. The entry pointer is stale afterwards.
bool dict_move(Vm& vm, Dict* d, DictEntry* e, bool last);

}  // namespace sl
