#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "operations.h"

namespace kv {
namespace {

using scriptling::Call;
using scriptling::Error;
using scriptling::Value;

Value default_object(Call& c) { return c.make_object("Store", HandlePtr::share(&default_store()).detach()); }

Value open(Call& c) {
  std::string name(c.str(0));
  if (name.empty()) throw Error("ValueError", "kv.open: store name must not be empty (use ':memory:NAME' for a store in memory)");
  HandlePtr handle;
  try {
    if (!name.starts_with(":memory:")) {
      sl_str path = scriptling::to_str(name);
      if (scriptling::host->check_path(c.env(), path) != SL_OK) {
        if (!c.raised("PermissionError")) throw scriptling::Raised{};
        scriptling::host->error_clear(c.env());
        throw Error("PermissionError", "kv.open: access denied: path '" + name + "' is outside allowed directories");
      }
    }
    scriptling::Unlocked unlocked(c);
    handle = open_named(name);
  } catch (const StoreError& e) {
    throw Error("RuntimeError", std::string("kv.open: ") + e.what());
  }
  return c.make_object("Store", handle.detach());
}

// Removes expired entries now and then; reading never depends on it.
class Sweeper {
 public:
  void start(std::chrono::milliseconds interval) {
    thread_ = std::thread([this, interval] {
      std::unique_lock lock(mutex_);
      while (!wake_.wait_for(lock, interval, [this] { return stopping_; })) {
        lock.unlock();
        try {
          sweep_all();
        } catch (const std::exception& e) {
          scriptling::log(SL_LOG_WARN, "kv: sweep failed", {{"error", e.what()}});
        }
        lock.lock();
      }
    });
  }
  void stop() {
    {
      std::lock_guard guard(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};
Sweeper* g_sweeper = nullptr;

void init() {
  scriptling::ModuleDef module("scriptling.runtime.kv", "Key-value stores, in memory or in a file, shared by all environments of the process.");
  add_store_class(module);
  add_default_functions(module);
  module.function<open>("open(name: str) -> Store", "The store of that name: ':memory:NAME', or the path of a file.", SL_FN_BLOCKS)
      .constant<default_object>("default", "The store of the configuration.");
  module.install();
  open_default(scriptling::config::text("storage"));
}

void start() {
  int64_t interval = scriptling::config::integer("sweep");
  if (interval <= 0) return;
  g_sweeper = new Sweeper;
  g_sweeper->start(std::chrono::milliseconds(interval));
}

void stop() {
  if (g_sweeper) g_sweeper->stop();
}

void shutdown() { close_all(); }

constexpr scriptling::PluginDef kPlugin{
    .name = "kv",
    .version = "1.0.0",
    .summary = "key-value stores in memory and in SQLite files",
    .config =
        "storage: str = # File of the default store, in memory when empty.;"
        "sweep: time = 60s # How often expired entries are removed from memory and disk, 0 for never.",
    .init = init,
    .start = start,
    .stop = stop,
    .shutdown = shutdown,
};

}  // namespace
}  // namespace kv

SCRIPTLING_PLUGIN_EXPORT(kv::kPlugin)
