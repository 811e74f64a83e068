// Loads plugins and leads them through their life: load, order, init, freeze, start, stop, shutdown.
//
// load() reports every problem it finds, not only the first. A plugin marked optional that fails, and
// whatever needs it, is skipped with a warning; importing its module then says why. Any other failure
// leaves problems() non-empty and nothing may be started. Not thread-safe: one thread leads.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/plugin/record.h"

namespace sl {

struct WantedPlugin {
  std::string name;
  std::string file;  // empty: <plugin_dir>/<name>.so
  bool optional = false;
};

struct PluginOptions {
  std::vector<WantedPlugin> wanted;
  std::string plugin_dir;
  const SettingsSource* settings = nullptr;  // must outlive the manager
  // What environments opened by plugins start from.
  std::shared_ptr<const Profile> base_profile;
};

class PluginManager {
 public:
  explicit PluginManager(PluginOptions options);
  ~PluginManager();  // stops and shuts down what is still running
  PluginManager(const PluginManager&) = delete;
  PluginManager& operator=(const PluginManager&) = delete;

  // load, order, init. False: see problems().
  bool load();
  void freeze();  // the symbol table; call after load()
  // start() of each in order. On failure those already started are stopped again.
  bool start();
  void stop();      // reverse order
  void shutdown();  // reverse order

  const std::vector<std::string>& problems() const noexcept { return problems_; }
  const std::vector<std::string>& warnings() const noexcept { return warnings_; }
  const std::vector<std::unique_ptr<sl_plugin>>& plugins() const noexcept { return plugins_; }

  // For the host table.
  const SettingsSource* settings() const noexcept { return options_.settings; }
  const std::shared_ptr<const Profile>& base_profile() const noexcept { return options_.base_profile; }
  std::string publish(sl_plugin& plugin, const std::string& service, uint32_t version, const void* table);
  const void* find(const std::string& service, uint32_t min_version) const;

  // The manager of this process, for runtime.plugins(); null before main made one.
  static PluginManager* current() noexcept;

 private:
  struct Service {
    std::string owner;
    uint32_t version;
    const void* table;
  };
  void fail(sl_plugin& plugin, const std::string& why);
  void load_one(sl_plugin& plugin);
  void sort();
  void init_one(sl_plugin& plugin);
  bool needs_met(sl_plugin& plugin);
  bool active(const std::string& name) const;

  PluginOptions options_;
  std::vector<std::unique_ptr<sl_plugin>> plugins_;  // in order of initialisation once sorted
  std::vector<std::string> problems_, warnings_;
  mutable std::mutex services_mutex_;
  std::map<std::string, Service> services_;
};

}  // namespace sl
