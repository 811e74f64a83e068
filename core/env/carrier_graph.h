// The contents of a Carrier: nodes that refer to each other by number and to nothing of an environment.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/env/carrier.h"
#include "core/env/parcel.h"
#include "core/lang/code.h"

namespace sl {

constexpr uint32_t kDropped = UINT32_MAX;  // did not travel: undefined on the other side

enum class CarrierKind : uint8_t {
  Shared,        // an object of the whole process: native function, built-in class
  Data,          // a parcel
  Import,        // module, by name
  Attribute,     // qualname inside module `name`
  Module,        // a main module: rebuilt around the shared code
  Function,      // items: defaults
  Class,         // items: bases
  Cell,          // items: the value, if any
  BoundMethod,   // items: self, function
  StaticMethod,  // items: -, function
  ClassMethod,
  Property,  // items: get, set, del, doc
};

struct CarrierNode {
  CarrierKind kind = CarrierKind::Shared;
  bool has_defaults = false;
  uint32_t module = kDropped;
  const Code* code = nullptr;
  Str* name = nullptr;  // interned
  Str* qualname = nullptr;
  Value shared;
  std::shared_ptr<const Parcel> data;
  std::shared_ptr<const ModuleCode> unit;
  std::shared_ptr<GlobalNames> globals;
  std::vector<uint32_t> items, cells;
  std::vector<std::pair<Str*, uint32_t>> attributes, keyword_defaults;
};

struct CarrierGraph {
  std::vector<CarrierNode> nodes;
  uint32_t root = 0;
};

struct Carrier::Contents : CarrierGraph {};

}  // namespace sl
