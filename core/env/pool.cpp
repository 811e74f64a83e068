#include <atomic>
#include <mutex>
#include <vector>

#include "core/env/environment.h"
#include "core/env/environment_impl.h"
#include "core/env/hooks.h"
#include "core/vm/frame.h"
#include "core/vm/slow.h"

namespace sl {

class EnvironmentPool {
 public:
  EnvironmentPtr take(std::shared_ptr<const Profile> profile) {
    Environment* env = nullptr;
    {
      std::lock_guard lock(mutex_);
      if (!parked_.empty()) {
        env = parked_.back();  // the one whose memory is warmest
        parked_.pop_back();
      }
    }
    if (!env) {
      init_runtime();
      env = new Environment;
    }
    env->begin(std::move(profile));
    return EnvironmentPtr(env, [](Environment* e) { pool().put(e); });
  }

  void put(Environment* env) {
    env->reset();
    {
      std::lock_guard lock(mutex_);
      if (parked_.size() < limits_.environments) {
        parked_.push_back(env);
        return;
      }
    }
    delete env;
  }

  void set_limits(const PoolLimits& limits) {
    std::lock_guard lock(mutex_);
    limits_ = limits;
    bytes_each_.store(limits.bytes_each, std::memory_order_relaxed);
  }

  size_t bytes_each() const noexcept { return bytes_each_.load(std::memory_order_relaxed); }

  void drain() {
    std::vector<Environment*> all;
    {
      std::lock_guard lock(mutex_);
      all.swap(parked_);
    }
    for (Environment* env : all) delete env;
  }

  static EnvironmentPool& pool() {
    static auto* p = new EnvironmentPool;  // environments may be closed while the process exits
    return *p;
  }

 private:
  std::mutex mutex_;
  std::vector<Environment*> parked_;
  PoolLimits limits_;
  std::atomic<size_t> bytes_each_{PoolLimits().bytes_each};
};

EnvironmentHooks& environment_hooks() {
  static EnvironmentHooks hooks;
  return hooks;
}

void Environment::reset() {
  if (auto closing = environment_hooks().closing) closing(*this);
  Impl& s = *impl_;
  disarm_deadline(*s.deadline);
  {
    std::lock_guard lock(s.state);
    vm.interrupt.store(0, std::memory_order_relaxed);
    s.reason_given = false;
  }
  s.hooks.clear();
  if (s.out) s.out->flush();
  s.out.reset();
  s.err.reset();
  main_module = nullptr;
  vm.builtins = g_builtin_values;
  vm.locals.clear();
  vm.repr_stack.clear();
  vm.clear_error();
  for (Thread* t = vm.thread; t; t = t->next) t->reset();
  vm.native_depth = 0;
  vm.heap.reset(EnvironmentPool::pool().bytes_each());
  vm.code_units.clear();
  s.main_names.reset();
  vm.modules = vm.new_dict();
}

EnvironmentPtr Environment::open(std::shared_ptr<const Profile> profile) { return EnvironmentPool::pool().take(std::move(profile)); }

EnvironmentPtr Environment::open(const Profile& profile) { return open(std::make_shared<const Profile>(profile)); }

void set_pool_limits(const PoolLimits& limits) { EnvironmentPool::pool().set_limits(limits); }
void drain_pool() { EnvironmentPool::pool().drain(); }

}  // namespace sl
