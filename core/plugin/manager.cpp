#include "core/plugin/manager.h"

#include <algorithm>
#include <atomic>
#include <filesystem>

#include "core/env/native_modules.h"
#include "core/plugin/abi.h"
#include "core/plugin/library.h"
#include "core/plugin/logging.h"
#include "core/plugin/order.h"

namespace sl {
namespace {

std::atomic<PluginManager*> g_current{nullptr};

// Plugins written for this server that give one module of the same name.
constexpr const char* kFirstParty[] = {"http", "kv", "sync", "sandbox", "background"};

// Calls into a plugin: nothing it throws may pass.
template <class Fn>
sl_status guarded(sl_plugin& p, Fn fn) {
  try {
    return fn();
  } catch (const std::exception& e) {
    if (p.problem.empty()) p.problem = e.what();
  } catch (...) {
    if (p.problem.empty()) p.problem = "threw an exception that is no std::exception";
  }
  return SL_RAISED;
}

void add_once(std::vector<std::string>& lines, std::string line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
}

}  // namespace

const char* plugin_phase_name(PluginPhase phase) noexcept {
  switch (phase) {
    case PluginPhase::Wanted: return "wanted";
    case PluginPhase::Loaded: return "loaded";
    case PluginPhase::Ready: return "ready";
    case PluginPhase::Started: return "started";
    case PluginPhase::Stopped: return "stopped";
    case PluginPhase::Skipped: return "skipped";
    case PluginPhase::Failed: return "failed";
  }
  return "";
}

PluginManager::PluginManager(PluginOptions options) : options_(std::move(options)) {
  if (!options_.base_profile) options_.base_profile = std::make_shared<Profile>();
  PluginManager* none = nullptr;
  g_current.compare_exchange_strong(none, this);
}

PluginManager::~PluginManager() {
  stop();
  shutdown();
  PluginManager* me = this;
  g_current.compare_exchange_strong(me, nullptr);
}

PluginManager* PluginManager::current() noexcept { return g_current.load(); }

void PluginManager::fail(sl_plugin& p, const std::string& why) {
  p.problem = why;
  p.transaction.reset();
  std::string line = why.starts_with("plugin") ? why : "plugin " + p.name + ": " + why;
  p.phase = p.optional ? PluginPhase::Skipped : PluginPhase::Failed;
  add_once(p.optional ? warnings_ : problems_, line);
}

bool PluginManager::active(const std::string& name) const {
  for (auto& p : plugins_)
    if (p->name == name) return p->phase != PluginPhase::Skipped && p->phase != PluginPhase::Failed;
  return false;
}

bool PluginManager::load() {
  init_runtime();
  for (const WantedPlugin& w : options_.wanted) {
    bool twice = std::any_of(plugins_.begin(), plugins_.end(), [&](auto& p) { return p->name == w.name; });
    if (twice) {
      add_once(problems_, "plugin " + w.name + ": listed twice in [server] plugins");
      continue;
    }
    auto p = std::make_unique<sl_plugin>();
    p->name = w.name;
    p->optional = w.optional;
    p->file = w.file.empty() ? (std::filesystem::path(options_.plugin_dir) / (w.name + ".so")).string() : w.file;
    p->manager = this;
    plugins_.push_back(std::move(p));
  }
  for (auto& p : plugins_) load_one(*p);
  sort();
  for (auto& p : plugins_)
    if (p->phase == PluginPhase::Loaded) init_one(*p);

  for (auto& p : plugins_) {
    if (p->phase != PluginPhase::Skipped && p->phase != PluginPhase::Failed) continue;
    std::string module = "scriptling.runtime." + p->name;
    if (!find_native_module(std::string_view(module))) set_module_unavailable(module, "plugin " + p->name + " was not loaded: " + p->problem);
  }
  for (const char* name : kFirstParty) {
    bool listed = std::any_of(plugins_.begin(), plugins_.end(), [&](auto& p) { return p->name == name; });
    std::string module = std::string("scriptling.runtime.") + name;
    if (!listed && !find_native_module(std::string_view(module)))
      set_module_unavailable(module, "plugin " + std::string(name) + " was not loaded: it is not among the plugins of this server");
  }
  for (const std::string& w : warnings_) log_event(SL_LOG_WARN, "plugin", w);
  return problems_.empty();
}

void PluginManager::load_one(sl_plugin& p) {
  std::string problem = load_library(p);
  if (problem.empty() && options_.settings) {
    std::string section = "plugin." + p.name;
    std::vector<std::string> mistakes;
    p.settings = resolve_section(section, p.schema, options_.settings->section(section), mistakes);
    // A mistake in the configuration is the operator's: it stops the start even for an optional plugin.
    for (std::string& m : mistakes) add_once(problems_, std::move(m));
  } else if (problem.empty()) {
    std::vector<std::string> none;
    p.settings = resolve_section("plugin." + p.name, p.schema, {}, none);
  }
  if (problem.empty())
    p.phase = PluginPhase::Loaded;
  else
    fail(p, problem);
}

void PluginManager::sort() {
  std::vector<OrderNode> nodes;
  std::vector<size_t> which;
  for (size_t i = 0; i < plugins_.size(); ++i) {
    sl_plugin& p = *plugins_[i];
    if (p.phase != PluginPhase::Loaded) continue;
    try {
      nodes.push_back({p.name, p.version, parse_needs(p.info.needs ? p.info.needs : "")});
      which.push_back(i);
    } catch (const std::exception& e) {
      fail(p, e.what());
    }
  }
  std::vector<OrderProblem> trouble;
  std::vector<size_t> order = order_plugins(nodes, trouble);
  for (const OrderProblem& t : trouble)
    for (auto& p : plugins_)
      if (p->name == t.name && p->phase == PluginPhase::Loaded) fail(*p, t.text);
  std::vector<std::unique_ptr<sl_plugin>> sorted;
  for (size_t i : order) sorted.push_back(std::move(plugins_[which[i]]));
  for (auto& p : plugins_)
    if (p) sorted.push_back(std::move(p));
  plugins_ = std::move(sorted);
}

// An optional plugin may have failed in init after the order was made.
bool PluginManager::needs_met(sl_plugin& p) {
  for (const Need& need : parse_needs(p.info.needs ? p.info.needs : "")) {
    if (need.maybe || active(need.name)) continue;
    fail(p, "plugin " + p.name + " " + p.version + " needs " + need.name + ", which was not loaded");
    return false;
  }
  return true;
}

void PluginManager::init_one(sl_plugin& p) {
  if (!needs_met(p)) return;
  p.problem.clear();
  p.transaction = std::make_unique<SymbolTransaction>(p.name, &p);
  if (p.info.init) {
    sl_status s = guarded(p, [&] { return p.info.init(&host_table(), &p, &p.state); });
    if (s != SL_OK || !p.problem.empty()) {
      std::lock_guard lock(services_mutex_);
      std::erase_if(services_, [&](auto& entry) { return entry.second.owner == p.name; });
      fail(p, p.problem.empty() ? "init failed without a reason" : "init failed: " + p.problem);
      return;
    }
  }
  p.modules = p.transaction->modules();
  p.transaction->commit();
  for (NativeClass* c : p.transaction->classes()) {
    p.classes[c->module + "." + c->def.name] = c;
    auto [it, fresh] = p.classes.emplace(c->def.name, c);
    if (!fresh && it->second != c) it->second = nullptr;  // ambiguous: only the full name serves
  }
  p.transaction.reset();
  p.phase = PluginPhase::Ready;
}

void PluginManager::freeze() { freeze_symbols(); }

bool PluginManager::start() {
  for (auto& p : plugins_) {
    if (p->phase != PluginPhase::Ready) continue;
    p->problem.clear();
    if (p->info.start && guarded(*p, [&] { return p->info.start(p->state); }) != SL_OK) {
      std::string why = p->problem.empty() ? "start failed without a reason" : p->problem;
      problems_.push_back("plugin " + p->name + ": " + why);
      stop();
      return false;
    }
    p->phase = PluginPhase::Started;
  }
  return true;
}

void PluginManager::stop() {
  for (auto it = plugins_.rbegin(); it != plugins_.rend(); ++it) {
    sl_plugin& p = **it;
    if (p.phase != PluginPhase::Started) continue;
    p.phase = PluginPhase::Stopped;
    if (p.info.stop) guarded(p, [&] { return p.info.stop(p.state), SL_OK; });
  }
}

void PluginManager::shutdown() {
  for (auto it = plugins_.rbegin(); it != plugins_.rend(); ++it) {
    sl_plugin& p = **it;
    if (p.phase != PluginPhase::Ready && p.phase != PluginPhase::Stopped) continue;
    p.phase = PluginPhase::Loaded;
    if (p.info.shutdown) guarded(p, [&] { return p.info.shutdown(p.state), SL_OK; });
  }
}

std::string PluginManager::publish(sl_plugin& plugin, const std::string& service, uint32_t version, const void* table) {
  std::lock_guard lock(services_mutex_);
  auto [it, fresh] = services_.try_emplace(service, Service{plugin.name, version, table});
  if (!fresh) return "service " + service + " is already offered by plugin " + it->second.owner;
  return {};
}

const void* PluginManager::find(const std::string& service, uint32_t min_version) const {
  std::lock_guard lock(services_mutex_);
  auto it = services_.find(service);
  return it != services_.end() && it->second.version >= min_version ? it->second.table : nullptr;
}

}  // namespace sl
