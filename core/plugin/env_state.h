// What the plugin host keeps for an environment.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/env/environment.h"

namespace sl {

// Slots of references freed since; freeing happens on any thread and only notes the slot.
struct DroppedRefs {
  std::mutex mutex;
  std::vector<size_t> slots;
};

// Values plugins hold by sl_ref. Used with the environment's lock held.
class RefTable {
 public:
  explicit RefTable(Heap& heap) : dropped(std::make_shared<DroppedRefs>()), values_(heap) {}
  size_t add(Value v);
  Value get(size_t slot) const { return values_.items[slot]; }
  const std::shared_ptr<DroppedRefs> dropped;

 private:
  RootVec values_;
  std::vector<size_t> free_;
};

struct EnvState {
  std::unique_ptr<RefTable> refs;
  RunResult error;  // texts of the last error_fetch
};
EnvState& env_state(Vm& vm);

}  // namespace sl

struct sl_ref {
  std::weak_ptr<sl::DroppedRefs> dropped;
  size_t slot;
};
