// __slots__: the attributes a class declares instead of a dictionary.
//
// A slot's value lives in the instance's shape like any attribute. The class holds a member descriptor
// for it, a non-data one to the inline caches, so that reads and writes stay as fast as without
// __slots__. An instance in dictionary mode keeps its slots behind slots[0], by their number.
#pragma once

#include <utility>
#include <vector>

#include "core/vm/class.h"

namespace sl {

constexpr uint8_t kClassNoDict = 128;  // flag of classes whose instances hold declared slots only

struct ClassSlots {
  bool declared = false, with_dict = false, with_weak = false;
  std::vector<std::pair<Str*, Value>> members;  // descriptors, kept alive by `keep`
  List* keep = nullptr;
};
// Reads __slots__ of a class under construction (bases and MRO set). False: raised.
bool declare_slots(Vm& vm, Class* c, Dict* ns, ClassSlots* out);
// What the bases add to the layout of instances must lie on one line of inheritance. False: raised.
bool check_layout(Vm& vm, const Tuple* bases);
Class* best_base(const Tuple* bases);  // the one that decides the layout; null: there are two

bool is_member(Value v) noexcept;
// The member descriptor `name` of the class; unset: none.
Value find_member(const Class* c, const Str* name) noexcept;
uint32_t member_index(Value member) noexcept;
std::vector<Value> class_members(const Class* c);  // of the whole MRO
bool same_slots(const Class* a, const Class* b);   // by name, in any order
void adopt_slots(Instance* i, const Class* c);     // before i becomes a c: the order of its slots
// Where an instance in dictionary mode keeps `name`; null: no slot of that name.
Value* member_cell(Instance* i, const Str* name) noexcept;

void register_member_type();

}  // namespace sl
