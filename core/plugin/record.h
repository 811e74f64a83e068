// The host's record of one plugin: what the opaque sl_plugin of the ABI is.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <scriptling/plugin.h>

#include "core/env/environment.h"
#include "core/plugin/schema.h"
#include "core/symbols/symbol_table.h"

namespace sl {

enum class PluginPhase : uint8_t {
  Wanted,  // named in the configuration
  Loaded,  // library open, descriptor checked
  Ready,   // init() done, symbols registered
  Started,
  Stopped,
  Skipped,  // optional and failed, or needs one that was
  Failed,
};
const char* plugin_phase_name(PluginPhase phase) noexcept;

class PluginManager;

}  // namespace sl

struct sl_plugin {
  std::string name;
  std::string file;  // path of the library
  bool optional = false;
  sl::PluginPhase phase = sl::PluginPhase::Wanted;
  std::string problem;                    // why Skipped or Failed; set by fail()
  std::string version, summary, license;  // copies: readable even after a failure
  std::string abi;
  std::shared_ptr<void> library;  // keeps it mapped
  sl_plugin_info info{};          // this host's size; missing members are zero
  void* state = nullptr;
  std::vector<std::string> modules;  // registered
  std::map<std::string, sl::KeyValue> settings;
  std::vector<sl::KeySpec> schema;
  std::unique_ptr<sl::SymbolTransaction> transaction;            // during init
  std::map<std::string, sl::NativeClass*, std::less<>> classes;  // "module.Class", and "Class" when unique
  sl::PluginManager* manager = nullptr;

  // Profiles for environments this plugin opened, by their options: opening one costs no copies.
  std::mutex profiles_mutex;
  std::map<std::string, std::shared_ptr<const sl::Profile>> profiles;
};
