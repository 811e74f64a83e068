// A parcel: an immutable deep copy of a value that any environment may unpack.
// Transferable: None, bool, int (any size), float, str, bytes, list, tuple, dict, set, frozenset of these, and
// shareable host objects (HostType::shareable) by identity. Shared and cyclic structure is kept.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/vm/value.h"

namespace sl {

class Vm;

class Parcel {
 public:
  // Null with TypeError pending ("value[\"jobs\"][3]: function is not transferable").
  static std::shared_ptr<const Parcel> pack(Vm& vm, Value v, std::string_view what = "value");
  Value unpack(Vm& vm) const;  // unset: raised (memory)
  // Durable form: starts with a version byte. save() fails (false) when host objects are inside.
  bool save(std::string* out) const;
  static std::shared_ptr<const Parcel> load(std::string_view bytes);  // null: not a parcel; bounds-checked
  size_t size() const noexcept { return bytes_.size(); }
  ~Parcel();

 private:
  Parcel() = default;
  std::string bytes_;
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

}  // namespace sl
