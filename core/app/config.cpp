#include "core/app/config.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "core/app/config_keys.h"
#include "core/env/command_policy.h"
#include "core/poco/services.h"

namespace sl {
namespace {

namespace fs = std::filesystem;

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t' || s.front() == '\r')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

// The value in front of a trailing comment, without its quotes.
std::string clean_value(std::string_view v) {
  v = trim(v);
  if (!v.empty() && v.front() == '"') {
    size_t end = v.find('"', 1);
    if (end != std::string_view::npos) {
      std::string_view rest = trim(v.substr(end + 1));
      if (rest.empty() || rest.front() == ';') return std::string(v.substr(1, end - 1));
    }
  }
  if (!v.empty() && v.front() == ';') return {};
  for (size_t i = 1; i < v.size(); ++i)
    if (v[i] == ';' && (v[i - 1] == ' ' || v[i - 1] == '\t')) return std::string(trim(v.substr(0, i)));
  return std::string(v);
}

bool is_plugin_section(const std::string& name) { return name.starts_with("plugin.") && name.size() > 7; }

bool one_of(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* w) { return text == w; });
}

}  // namespace

const std::vector<std::string>& Config::core_sections() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> n;
    for (const CoreSection& s : kCoreSections) n.emplace_back(s.name);
    return n;
  }();
  return names;
}

const std::vector<KeySpec>& Config::core_schema(const std::string& section) {
  static const std::map<std::string, std::vector<KeySpec>> all = [] {
    std::map<std::string, std::vector<KeySpec>> m;
    for (const CoreSection& s : kCoreSections) m.emplace(s.name, parse_schema(s.schema));
    return m;
  }();
  return all.at(section);
}

Config::Config() {
  for (const std::string& section : core_sections())
    for (const KeySpec& key : core_schema(section)) values_[section + "." + key.name] = *parse_value(key.type, key.default_text, nullptr);
}

void Config::load_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::error_code ec;
  if (!in || fs::is_directory(path, ec)) {
    problems_.push_back("cannot read the configuration file " + path + (fs::exists(path, ec) ? ": not a readable file" : ": no such file"));
    return;
  }
  std::ostringstream text;
  text << in.rdbuf();
  load_text(text.str(), path);
}

void Config::load_text(std::string_view text, const std::string& name) {
  std::string section;
  size_t number = 0;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    line(trim(text.substr(0, end)), section, name + ":" + std::to_string(++number));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void Config::line(std::string_view text, std::string& section, const std::string& origin) {
  if (text.empty() || text.front() == ';') return;
  if (text.front() == '#') {
    problems_.push_back(origin + ": use ; for comments");
    return;
  }
  if (text.front() == '[') {
    size_t close = text.find(']');
    if (close == std::string_view::npos) {
      problems_.push_back(origin + ": a section is written [name]");
      return;
    }
    section = trim(text.substr(1, close - 1));
    std::vector<std::string> known = core_sections();
    if (is_plugin_section(section) || std::find(known.begin(), known.end(), section) != known.end()) return;
    for (const char* p : {"http", "kv", "sync", "sandbox", "background"}) known.push_back(std::string("plugin.") + p);
    std::string problem = origin + ": unknown section [" + section + "]";
    if (const std::string* guess = nearest(section, known)) problem += "; did you mean [" + *guess + "]?";
    problems_.push_back(problem);
    section = "?";
    return;
  }
  size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    problems_.push_back(origin + ": expected \"key = value\", found \"" + std::string(text) + "\"");
    return;
  }
  if (section == "?") return;  // already reported
  std::string key(trim(text.substr(0, equals)));
  if (section.empty()) {
    problems_.push_back(origin + ": \"" + key + "\" stands before the first [section]");
    return;
  }
  auto [it, fresh] = sections_[section].try_emplace(key, Setting{clean_value(text.substr(equals + 1)), origin});
  if (!fresh) problems_.push_back(origin + ": \"" + key + "\" in [" + section + "] was already set at " + it->second.origin);
}

void Config::set(const std::string& section, const std::string& key, std::string value, const std::string& origin) { sections_[section][key] = Setting{std::move(value), origin}; }

void Config::override(const std::string& assignment, const std::string& origin) {
  size_t equals = assignment.find('=');
  size_t dot = assignment.rfind('.', equals);
  if (equals == std::string::npos || dot == std::string::npos || dot == 0 || dot + 1 == equals) {
    problems_.push_back(origin + " " + assignment + ": write section.key=value");
    return;
  }
  std::string section(trim(assignment.substr(0, dot)));
  const auto& known = core_sections();
  if (!is_plugin_section(section) && std::find(known.begin(), known.end(), section) == known.end()) {
    problems_.push_back(origin + " " + assignment + ": unknown section [" + section + "]");
    return;
  }
  set(section, std::string(trim(assignment.substr(dot + 1, equals - dot - 1))), std::string(trim(assignment.substr(equals + 1))), origin);
}

void Config::load_environment(const char* (*lookup)(const char*)) {
  for (const EnvironmentKey& k : kEnvironmentKeys)
    if (const char* v = lookup(k.variable)) set(k.section, k.key, v, k.variable);
}

void Config::finish(const std::vector<std::string>& installed) {
  for (const std::string& section : core_sections()) {
    const auto& schema = core_schema(section);
    std::vector<std::string> names;
    for (const KeySpec& key : schema) names.push_back(key.name);
    auto given = sections_.find(section);
    if (given == sections_.end()) continue;
    for (const auto& [name, setting] : given->second) {
      auto key = std::find_if(schema.begin(), schema.end(), [&name = name](const KeySpec& k) { return k.name == name; });
      if (key == schema.end()) {
        std::string problem = setting.origin + ": unknown key \"" + name + "\" in [" + section + "]";
        if (const std::string* guess = nearest(name, names)) problem += "; did you mean \"" + *guess + "\"?";
        problems_.push_back(problem);
        continue;
      }
      std::string why;
      if (auto v = parse_value(key->type, setting.text, &why))
        values_[section + "." + name] = *v;
      else
        problems_.push_back(setting.origin + ": [" + section + "] " + name + ": " + why);
    }
  }
  auto choice = [&](const char* section, const char* key, std::initializer_list<const char*> words) {
    const std::string& text = this->text(std::string(section) + "." + key);
    if (one_of(text, words)) return;
    std::string list;
    for (const char* w : words) list += (list.empty() ? "" : ", ") + std::string(w);
    problems_.push_back(sections_[section][key].origin + ": [" + section + "] " + key + ": \"" + text + "\" is none of " + list);
  };
  choice("engine", "dialect", {"python", "scriptling"});
  choice("log", "level", {"trace", "debug", "info", "warn", "error"});
  choice("log", "format", {"auto", "console", "json", "null"});
  parse_commands(list("exec.allow"), &problems_, &warnings_);

  std::vector<std::string> wanted = list("server.plugins");
  std::vector<std::string> known = wanted;
  known.insert(known.end(), installed.begin(), installed.end());
  for (const auto& [section, keys] : sections_) {
    if (!is_plugin_section(section) || keys.empty()) continue;
    std::string name = section.substr(7);
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    if (std::find(wanted.begin(), wanted.end(), name) != wanted.end()) continue;
    std::string text = keys.begin()->second.origin + ": [" + section + "] configures a plugin that is neither listed nor installed";
    if (const std::string* guess = nearest(name, known)) text += "; did you mean [plugin." + *guess + "]?";
    problems_.push_back(text);
  }
}

const KeyValue& Config::value(std::string_view dotted) const {
  auto it = values_.find(dotted);
  if (it == values_.end()) throw std::out_of_range("no configuration key " + std::string(dotted));
  return it->second;
}

bool Config::given(std::string_view dotted) const {
  size_t dot = dotted.rfind('.');
  auto it = sections_.find(std::string(dotted.substr(0, dot)));
  return it != sections_.end() && it->second.contains(std::string(dotted.substr(dot + 1)));
}

std::vector<WantedPlugin> Config::plugins() const {
  std::vector<WantedPlugin> wanted;
  for (const std::string& name : list("server.plugins")) {
    WantedPlugin w;
    w.name = name;
    auto keys = section("plugin." + name);
    if (auto it = keys.find("file"); it != keys.end()) w.file = it->second.text;
    if (auto it = keys.find("optional"); it != keys.end())
      if (auto v = parse_value(KeyType::Bool, it->second.text, nullptr)) w.optional = v->integer;
    wanted.push_back(std::move(w));
  }
  return wanted;
}

std::map<std::string, Setting> Config::section(const std::string& name) const {
  auto it = sections_.find(name);
  return it == sections_.end() ? std::map<std::string, Setting>() : it->second;
}

const KeyValue* Config::core_value(std::string_view dotted) const {
  auto it = values_.find(dotted);
  return it == values_.end() ? nullptr : &it->second;
}

Profile make_profile(const Config& config, bool limits) {
  Profile p;
  auto number = [&](const char* key) { return static_cast<uint64_t>(std::max<int64_t>(0, config.value(key).integer)); };
  p.limits.depth = static_cast<uint32_t>(std::clamp<uint64_t>(number("engine.depth"), 16, 100000));
  if (limits) {
    p.limits.wall_ns = number("engine.timeout") * 1000000;
    p.limits.fuel = number("engine.fuel");
    p.limits.memory = number("engine.memory");
    p.limits.output = number("engine.output");
  }
  p.library_path = config.list("server.libpath");
  p.disabled_modules = config.list("security.disable_libs");
  std::vector<std::string> allowed = config.list("security.allowed_paths");
  if (!allowed.empty()) {
    if (allowed.size() == 1 && allowed[0] == "-") allowed.clear();
    p.allowed_paths = std::make_shared<const std::vector<std::string>>(std::move(allowed));
  }
  if (std::vector<std::string> commands = config.list("exec.allow"); !commands.empty())
    p.commands = std::make_shared<const CommandPolicy>(parse_commands(commands, nullptr, nullptr));
  p.scriptling_dialect = config.text("engine.dialect") == "scriptling";
  p.dev = config.value("server.dev").integer != 0;
  return p;
}

std::string default_plugin_dir() {
  const fs::path& bin = program_directory();
  if (bin.empty()) return {};
  std::error_code ec;
  for (const fs::path& dir : {bin.parent_path() / "plugins", bin / "plugins", bin.parent_path() / "lib" / "scriptling" / "plugins"})
    if (fs::is_directory(dir, ec)) return dir.string();
  return (bin.parent_path() / "plugins").string();
}

std::vector<std::string> installed_plugins(const std::string& directory) {
  std::vector<std::string> names;
  std::error_code ec;
  for (fs::directory_iterator it(directory, ec), end; !ec && it != end; it.increment(ec))
    if (it->path().extension() == ".so") names.push_back(it->path().stem());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace sl
