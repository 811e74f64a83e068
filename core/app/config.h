// The program's configuration: an ini file, environment variables, the command line.
//
// Precedence: command line, environment, file, default. The file is checked completely: an unknown
// section or key, a wrong value, a line that is no setting are problems with file and line. Comments
// start with `;`, at the beginning of a line or behind a blank; values may stand in double quotes.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/env/environment.h"
#include "core/plugin/manager.h"
#include "core/plugin/schema.h"

namespace sl {

class Config final : public SettingsSource {
 public:
  Config();

  // Problems are collected; see problems().
  void load_file(const std::string& path);
  void load_text(std::string_view text, const std::string& name);
  // "section.key=value", from -D. The last dot before '=' separates the key.
  void override(const std::string& assignment, const std::string& origin = "-D");
  void set(const std::string& section, const std::string& key, std::string value, const std::string& origin);
  // SCRIPTLING_LOG_LEVEL and the like; `lookup` gives a variable's value or null.
  void load_environment(const char* (*lookup)(const char* name));
  // Applies defaults and checks types of the core sections and the names of plugin sections.
  // `installed` are the plugins found in the plugin directory.
  void finish(const std::vector<std::string>& installed);

  const std::vector<std::string>& problems() const noexcept { return problems_; }
  const std::vector<std::string>& warnings() const noexcept { return warnings_; }

  // Core keys, after finish(): "server.address".
  const KeyValue& value(std::string_view dotted) const;  // std::out_of_range for a name that is no key
  const std::string& text(std::string_view dotted) const { return value(dotted).text; }
  std::vector<std::string> list(std::string_view dotted) const { return split_list(value(dotted).text); }
  bool given(std::string_view dotted) const;  // set somewhere, not a default

  std::vector<WantedPlugin> plugins() const;  // [server] plugins, with file and optional

  // SettingsSource
  std::map<std::string, Setting> section(const std::string& name) const override;
  const KeyValue* core_value(std::string_view dotted) const override;

  static const std::vector<std::string>& core_sections();  // server, engine, log, security, exec
  static const std::vector<KeySpec>& core_schema(const std::string& section);

 private:
  void line(std::string_view text, std::string& section, const std::string& origin);
  std::map<std::string, std::map<std::string, Setting>> sections_;
  std::map<std::string, KeyValue, std::less<>> values_;
  std::vector<std::string> problems_, warnings_;
};

// What the engine settings and permissions mean for an environment. `limits`: apply [engine] limits.
Profile make_profile(const Config& config, bool limits);

// The nearest plugins: <program>/../plugins, then <program>/plugins, then <prefix>/lib/scriptling/plugins.
std::string default_plugin_dir();
std::vector<std::string> installed_plugins(const std::string& directory);  // names, sorted

}  // namespace sl
