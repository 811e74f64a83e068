#include "core/plugin/schema.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace sl {
namespace {

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t' || s.front() == '\n')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\n')) s.remove_suffix(1);
  return s;
}

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

constexpr std::pair<std::string_view, KeyType> kTypes[] = {
    {"str", KeyType::Str}, {"int", KeyType::Int}, {"float", KeyType::Float}, {"bool", KeyType::Bool}, {"size", KeyType::Size}, {"time", KeyType::Time}, {"list", KeyType::List},
};

// Splits "12.5k" into number and unit; false when there is no number.
bool number_and_unit(std::string_view text, double* number, std::string* unit) {
  auto r = std::from_chars(text.data(), text.data() + text.size(), *number);
  if (r.ec != std::errc()) return false;
  *unit = lower(trim(text.substr(static_cast<size_t>(r.ptr - text.data()))));
  return std::isfinite(*number);
}

bool parse_size(std::string_view text, int64_t* out) {
  double n;
  std::string unit;
  if (!number_and_unit(text, &n, &unit) || n < 0) return false;
  if (unit.size() > 1 && unit.back() == 'b') unit.pop_back();
  if (unit.size() > 1 && unit.back() == 'i') unit.pop_back();
  static constexpr std::string_view kUnits = "kmgt";
  double scale = 1;
  if (!unit.empty() && unit != "b") {
    size_t at = unit.size() == 1 ? kUnits.find(unit[0]) : std::string_view::npos;
    if (at == std::string_view::npos) return false;
    scale = std::ldexp(1.0, static_cast<int>(10 * (at + 1)));
  }
  if (n * scale > 9e18) return false;
  *out = static_cast<int64_t>(n * scale);
  return true;
}

bool parse_time(std::string_view text, double* seconds) {
  double n;
  std::string unit;
  if (!number_and_unit(text, &n, &unit) || n < 0) return false;
  static constexpr std::pair<std::string_view, double> kUnits[] = {{"", 1}, {"s", 1}, {"ms", 1e-3}, {"us", 1e-6}, {"m", 60}, {"min", 60}, {"h", 3600}, {"d", 86400}};
  for (auto& [name, scale] : kUnits) {
    if (unit != name) continue;
    *seconds = n * scale;
    return *seconds < 3.2e9;  // a century
  }
  return false;
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1), before(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    std::swap(row, before);
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] != b[j - 1])});
  }
  return row[b.size()];
}

}  // namespace

const char* key_type_name(KeyType type) noexcept {
  for (auto& [name, t] : kTypes)
    if (t == type) return name.data();
  return "";
}

namespace {
// "name: type =" at the beginning; anything else behind a documented key continues its documentation.
bool begins_key(std::string_view entry) {
  auto word = [&] {
    size_t n = 0;
    while (n < entry.size() && (std::isalnum(static_cast<unsigned char>(entry[n])) || entry[n] == '_')) ++n;
    entry = trim(entry.substr(n));
    return n > 0;
  };
  if (!word() || entry.empty() || entry[0] != ':') return false;
  entry = trim(entry.substr(1));
  return word() && !entry.empty() && entry[0] == '=';
}
}  // namespace

std::vector<KeySpec> parse_schema(std::string_view text) {
  std::vector<KeySpec> keys;
  while (!trim(text).empty()) {
    size_t end = std::min(text.find(';'), text.size());
    std::string_view entry = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (entry.empty()) continue;
    if (!keys.empty() && !keys.back().doc.empty() && !begins_key(entry)) {
      keys.back().doc.append("; ").append(entry);
      continue;
    }
    KeySpec key;
    if (size_t hash = entry.find('#'); hash != std::string_view::npos) {
      key.doc = trim(entry.substr(hash + 1));
      entry = trim(entry.substr(0, hash));
    }
    size_t colon = entry.find(':');
    size_t equals = entry.find('=', colon == std::string_view::npos ? 0 : colon);
    if (colon == std::string_view::npos || equals == std::string_view::npos)
      throw std::invalid_argument("config_schema: \"" + std::string(entry) + "\" is not \"name: type = default\"");
    key.name = trim(entry.substr(0, colon));
    std::string_view type = trim(entry.substr(colon + 1, equals - colon - 1));
    auto known = std::find_if(std::begin(kTypes), std::end(kTypes), [&](auto& t) { return t.first == type; });
    if (known == std::end(kTypes)) throw std::invalid_argument("config_schema: key " + key.name + " has unknown type \"" + std::string(type) + "\"");
    key.type = known->second;
    key.default_text = trim(entry.substr(equals + 1));
    if (key.name.empty() || key.name.find_first_of(". \t") != std::string::npos) throw std::invalid_argument("config_schema: \"" + key.name + "\" is no key name");
    std::string why;
    if (!parse_value(key.type, key.default_text, &why)) throw std::invalid_argument("config_schema: default of " + key.name + " is wrong: " + why);
    keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    size_t comma = std::min(text.find(','), text.size());
    std::string_view item = trim(text.substr(0, comma));
    if (!item.empty()) items.emplace_back(item);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return items;
}

std::optional<KeyValue> parse_value(KeyType type, std::string_view raw, std::string* why) {
  std::string_view text = trim(raw);
  KeyValue v;
  v.type = type;
  v.text = text;
  auto wrong = [&](const char* expected) -> std::optional<KeyValue> {
    if (why) *why = "\"" + std::string(text) + "\" is not " + expected;
    return std::nullopt;
  };
  const char *first = text.data(), *last = text.data() + text.size();
  switch (type) {
    case KeyType::Str: break;
    case KeyType::Int: {
      auto r = std::from_chars(first, last, v.integer);
      if (r.ec != std::errc() || r.ptr != last) return wrong("an integer");
      v.number = static_cast<double>(v.integer);
      break;
    }
    case KeyType::Float: {
      auto r = std::from_chars(first, last, v.number);
      if (r.ec != std::errc() || r.ptr != last) return wrong("a number");
      break;
    }
    case KeyType::Bool: {
      std::string t = lower(text);
      bool yes = t == "true" || t == "yes" || t == "on" || t == "1";
      if (!yes && t != "false" && t != "no" && t != "off" && t != "0") return wrong("true or false");
      v.integer = yes;
      v.text = yes ? "true" : "false";
      break;
    }
    case KeyType::Size:
      if (!parse_size(text, &v.integer)) return wrong("a size such as 512K, 10M or 2G");
      v.number = static_cast<double>(v.integer);
      break;
    case KeyType::Time:
      if (!parse_time(text, &v.number)) return wrong("a time such as 500ms, 30s, 5m or 1h");
      v.integer = static_cast<int64_t>(std::llround(v.number * 1000));
      break;
    case KeyType::List: {
      std::string joined;
      for (const std::string& item : split_list(text)) joined += (joined.empty() ? "" : ",") + item;
      v.text = joined;
      break;
    }
  }
  return v;
}

const std::string* nearest(std::string_view wrong, const std::vector<std::string>& known) {
  const std::string* best = nullptr;
  size_t best_distance = std::max<size_t>(2, wrong.size() / 2) + 1;
  for (const std::string& k : known) {
    size_t d = edit_distance(lower(wrong), lower(k));
    if (d < best_distance) {
      best_distance = d;
      best = &k;
    }
  }
  return best;
}

std::map<std::string, KeyValue> resolve_section(const std::string& section, const std::vector<KeySpec>& schema, const std::map<std::string, Setting>& given,
                                                std::vector<std::string>& problems) {
  std::map<std::string, KeyValue> values;
  std::vector<std::string> names{"file", "optional"};
  for (const KeySpec& key : schema) {
    names.push_back(key.name);
    auto it = given.find(key.name);
    std::string why;
    if (it != given.end()) {
      if (auto v = parse_value(key.type, it->second.text, &why)) {
        values[key.name] = *v;
        continue;
      }
      problems.push_back(it->second.origin + ": [" + section + "] " + key.name + ": " + why);
    }
    values[key.name] = *parse_value(key.type, key.default_text, nullptr);
  }
  if (auto it = given.find("optional"); it != given.end()) {
    std::string why;
    if (!parse_value(KeyType::Bool, it->second.text, &why)) problems.push_back(it->second.origin + ": [" + section + "] optional: " + why);
  }
  for (const auto& [name, setting] : given) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    std::string line = setting.origin + ": unknown key \"" + name + "\" in [" + section + "]";
    if (const std::string* guess = nearest(name, names)) line += "; did you mean \"" + *guess + "\"?";
    problems.push_back(line);
  }
  return values;
}

}  // namespace sl
