// --list-plugins, --list-symbols, --check-config: what the program would run with.
#include <algorithm>

#include "core/app/program.h"
#include "core/poco/services.h"
#include "core/symbols/symbol_table.h"

namespace sl {
namespace {

void print(const std::string& text) {
  stdout_sink()->write(text);
  stdout_sink()->flush();
}

void print_json(const Json& document) { print(services().json_text(document)); }

std::string joined(const std::vector<std::string>& items, const char* separator) {
  std::string text;
  for (const std::string& i : items) text += (text.empty() ? "" : separator) + i;
  return text;
}

// Columns as wide as their widest cell.
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<size_t> widths;
  for (auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (auto& row : rows) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) line += row[i] + std::string(i + 1 < row.size() ? widths[i] - row[i].size() + 2 : 0, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace

int list_plugins(Program& program, bool json) {
  auto& plugins = program.plugins->plugins();
  if (json) {
    Json all = Json::array();
    for (auto& p : plugins) {
      Json o = Json::object();
      o.set("name", p->name);
      o.set("version", p->version);
      o.set("abi", p->abi);
      o.set("summary", p->summary);
      o.set("license", p->license);
      o.set("file", p->file);
      o.set("state", plugin_phase_name(p->phase));
      o.set("optional", p->optional);
      o.set("needs", p->info.needs ? p->info.needs : "");
      Json modules = Json::array();
      for (const std::string& m : p->modules) modules.add(m);
      o.set("modules", std::move(modules));
      Json keys = Json::array();
      for (const KeySpec& k : p->schema) {
        Json key = Json::object();
        key.set("name", k.name);
        key.set("type", key_type_name(k.type));
        key.set("default", k.default_text);
        key.set("value", p->settings[k.name].text);
        key.set("doc", k.doc);
        keys.add(std::move(key));
      }
      o.set("config", std::move(keys));
      if (!p->problem.empty()) o.set("problem", p->problem);
      all.add(std::move(o));
    }
    print_json(all);
    return 0;
  }
  std::vector<std::vector<std::string>> rows{{"NAME", "VERSION", "ABI", "STATE", "FILE", "MODULES"}};
  for (auto& p : plugins) rows.push_back({p->name, p->version, p->abi, plugin_phase_name(p->phase), p->file, joined(p->modules, " ")});
  print(table(rows));
  for (auto& p : plugins)
    if (!p->problem.empty()) print(p->name + ": " + p->problem + "\n");
  return 0;
}

int list_symbols(const std::string& prefix, bool json) {
  std::vector<Symbol> symbols = list_symbols(std::string_view(prefix));
  if (symbols.empty() && !prefix.empty()) {
    print_error("no symbol below \"" + prefix + "\"; --list-symbols without a prefix shows all");
    return kExitFailure;
  }
  if (json) {
    Json all = Json::array();
    for (const Symbol& s : symbols) {
      Json o = Json::object();
      o.set("name", s.dotted());
      o.set("module", s.module);
      o.set("kind", symbol_kind_name(s.kind));
      o.set("signature", s.signature);
      o.set("doc", s.doc);
      o.set("owner", s.owner);
      o.set("sandbox", !s.unsafe);
      if (s.pure) o.set("pure", true);
      if (s.blocks) o.set("blocks", true);
      all.add(std::move(o));
    }
    print_json(all);
    return 0;
  }
  std::vector<std::vector<std::string>> rows;
  for (const Symbol& s : symbols) {
    // The signature repeats the last part of the name.
    std::string name = s.dotted();
    size_t open = s.signature.find('(');
    if (open != std::string::npos) name += s.signature.substr(open);
    rows.push_back({symbol_kind_name(s.kind), name, s.owner == "core" ? "" : "[" + s.owner + "]"});
  }
  print(table(rows));
  return 0;
}

int report_config(Program& program, bool json) {
  const Config& config = program.config;
  if (json) {
    Json all = Json::object();
    for (const std::string& section : Config::core_sections()) {
      Json o = Json::object();
      for (const KeySpec& k : Config::core_schema(section)) o.set(k.name, config.text(section + "." + k.name));
      all.set(section, std::move(o));
    }
    for (auto& p : program.plugins->plugins()) {
      Json o = Json::object();
      for (auto& [key, value] : p->settings) o.set(key, value.text);
      all.set("plugin." + p->name, std::move(o));
    }
    print_json(all);
    return 0;
  }
  size_t modules = 0;
  for (auto& p : program.plugins->plugins()) modules += p->modules.size();
  print("configuration is correct: " + std::to_string(program.plugins->plugins().size()) + " plugins, " + std::to_string(modules) + " modules from them\n");
  for (const std::string& w : program.plugins->warnings()) print("warning: " + w + "\n");
  return 0;
}

}  // namespace sl
