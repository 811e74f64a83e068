// What configuration keys exist and what their values mean: the language of config_schema.
//
//   "path: str = data/kv.db # file of the store; sweep: time = 1s; ttl: int = 0"
//
// Types: str int float bool size (10M) time (30s, 500ms, 2m, 1h, 1d; a bare number is seconds) list (comma separated).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sl {

enum class KeyType : uint8_t { Str, Int, Float, Bool, Size, Time, List };
const char* key_type_name(KeyType type) noexcept;

struct KeySpec {
  std::string name;
  KeyType type = KeyType::Str;
  std::string default_text;
  std::string doc;
};

// Throws std::invalid_argument saying what is wrong with the schema.
std::vector<KeySpec> parse_schema(std::string_view text);

// A value understood. `text` is normalised: lists "a,b,c", booleans "true"/"false".
struct KeyValue {
  KeyType type = KeyType::Str;
  std::string text;
  int64_t integer = 0;  // Int, Size (bytes), Time (milliseconds), Bool
  double number = 0;    // Float, Time (seconds)
};
// Null when the text does not fit the type; *why then says what is expected.
std::optional<KeyValue> parse_value(KeyType type, std::string_view text, std::string* why);
std::vector<std::string> split_list(std::string_view text);

// The name most like `wrong`, or null when nothing is near.
const std::string* nearest(std::string_view wrong, const std::vector<std::string>& known);

// Where a setting came from, for messages: "conf/app.ini:12", "-D", "SCRIPTLING_LOG_LEVEL".
struct Setting {
  std::string text;
  std::string origin;
};

// What the plugin host asks of the program's configuration.
class SettingsSource {
 public:
  virtual ~SettingsSource() = default;
  // Every key given for a section, without defaults: "plugin.kv" -> storage, sweep.
  virtual std::map<std::string, Setting> section(const std::string& name) const = 0;
  // A key of a core section with its default applied; null: no such key.
  virtual const KeyValue* core_value(std::string_view dotted) const = 0;
};

// A plugin's section checked against its schema: every key with its value. Mistakes are appended to
// `problems`, one line each. `file` and `optional` are understood for every plugin.
std::map<std::string, KeyValue> resolve_section(const std::string& section, const std::vector<KeySpec>& schema, const std::map<std::string, Setting>& given,
                                                std::vector<std::string>& problems);

}  // namespace sl
