// What the standard library does when a main script has ended, and before an environment is emptied.
#pragma once

namespace sl {

class Environment;
class Vm;

struct EnvironmentHooks {
  void (*finished)(Vm& vm) = nullptr;           // under the lock; leaves no exception pending
  void (*closing)(Environment& env) = nullptr;  // without it: no thread may be inside afterwards
};
EnvironmentHooks& environment_hooks();  // set at start-up

}  // namespace sl
