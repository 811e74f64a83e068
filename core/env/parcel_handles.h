#pragma once

#include <vector>

#include "core/env/parcel.h"
#include "core/vm/object.h"

namespace sl {

// A shareable host object inside a parcel; the parcel holds one count of `data`.
struct ParcelHandle {
  const HostType* type;
  Class* cls;
  void* data;
  uint32_t field_count;
};

struct Parcel::Handles {
  std::vector<ParcelHandle> items;
};

}  // namespace sl
