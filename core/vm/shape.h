// Process-wide attribute layouts.
//
// A Shape maps attribute names to slots. Instances and classes both store their attributes in slot
// arrays described by a shape; shapes form a tree of "add name" steps and are never freed.
// For classes the step carries what kind of thing is stored, so that a class's shape tells which of
// its attributes are functions or data descriptors.
//
// A Layout flattens a class: for the list of own shapes along its MRO, where each name is found
// first. Equal class statements run in two environments get the same layout id, so an inline cache
// keyed by (instance shape, class layout) holds for all environments and threads.
//
// Tables are append-only: lookups lock nothing, insertions take a mutex. After kMaxShapes shapes the
// caller must use dictionary mode.
#pragma once

#include <cstdint>

#include "core/vm/object.h"

namespace sl {

enum class AttrKind : uint8_t { Plain, Function, DataDescriptor, NonDataDescriptor };

constexpr uint32_t kEmptyShape = 0;
constexpr uint32_t kDictShape = 1;  // dictionary mode
constexpr uint32_t kNoShape = 0xFFFFFFFF;
constexpr uint32_t kMaxShapes = 1u << 20;  // cache words hold 20 bits
constexpr uint32_t kMaxShapeSlots = 128;

struct SlotInfo {
  int32_t slot;  // -1: absent
  AttrKind kind;
};

SlotInfo shape_find(uint32_t shape, const Str* name) noexcept;
uint32_t shape_count(uint32_t shape) noexcept;
Str* shape_name(uint32_t shape, uint32_t slot) noexcept;
AttrKind shape_kind(uint32_t shape, uint32_t slot) noexcept;
// The shape with one more attribute (interned name), or kNoShape when the tables are full.
uint32_t shape_add(uint32_t shape, Str* name, AttrKind kind = AttrKind::Plain);

// The shape with exactly these attributes in this order, made in one step (classes).
uint32_t shape_of(Str* const* names, const AttrKind* kinds, uint32_t count);

struct LayoutHit {
  int32_t mro_index;  // -1: absent
  int32_t slot;
  AttrKind kind;
};
uint32_t layout_of(const uint32_t* own_shapes, uint32_t count);  // kNoShape when full
LayoutHit layout_find(uint32_t layout, const Str* name) noexcept;

}  // namespace sl
