// A main module that code is added to piece by piece: the REPL, sandboxes, env_exec.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/env/environment.h"
#include "core/lang/compile.h"

namespace sl {

class Session {
 public:
  // Continues the environment's main module, or makes one. Needs the lock, as everything here.
  explicit Session(Environment& env);

  // Runs source in the module's namespace: the value of the last expression in Interactive and Eval
  // mode, else None; unset: raised (SyntaxError included). When `incomplete` is given and the input ends
  // inside a block, nothing runs and it is set.
  Value run(std::string_view source, const std::string& path, CompileMode mode = CompileMode::Module, bool* incomplete = nullptr);

  Value get(std::string_view name) const;   // unset: no such global
  void set(std::string_view name, Value v);
  Module* module() const noexcept { return module_; }

 private:
  void fit_slots();
  Environment& env_;
  std::shared_ptr<GlobalNames> names_;
  Module* module_;    // rooted as the environment's main module
};

}  // namespace sl
