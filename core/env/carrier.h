// A script function on its way to another environment.
//
// Functions are code, and code is shared by every environment; what a function refers to is not. A
// Carrier lists what goes along: the functions, classes, imported modules and native handles among the
// globals of the function's module (and of the modules of functions it captured), the defaults and
// captured variables that are transferable. Plain data among the globals does not go along.
#pragma once

#include <memory>
#include <string>

#include "core/vm/value.h"

namespace sl {

class Vm;

class Carrier {
 public:
  // Null with TypeError pending when the value is no function: def, lambda, a native, a class, or a
  // method bound to a shareable native handle.
  static std::shared_ptr<const Carrier> pack(Vm& vm, Value function);
  // The function rebuilt in another environment; unset: raised.
  Value unpack(Vm& vm) const;
  const std::string& name() const noexcept { return name_; }
  ~Carrier();

  struct Contents;

 private:
  Carrier();
  std::string name_;
  std::unique_ptr<Contents> contents_;
};

}  // namespace sl
