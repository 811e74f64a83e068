// What the program takes from Poco: command line and daemon, JSON text, log files. They live in a shared object
// of their own, lib/scriptling-poco.so, loaded at first use: scripts need none of it, and linking Poco cost
// them a third of their start-up (docs/decisions/008).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sl {

// The command line, as understood.
struct Options {
  enum class Mode { Auto, Help, Version, Lint, ListPlugins, ListSymbols, CheckConfig, Repl };
  Mode mode = Mode::Auto;
  bool json = false, have_code = false;
  std::string config_file, code, module, address, symbol_prefix;
  std::vector<std::pair<std::string, std::string>> overrides;  // assignment, origin
  std::vector<std::string> libpath, disabled;
  std::vector<std::string> arguments;  // the script and its own
  std::string help;                    // the text of --help
};

// A JSON document to print; objects keep the order of their members.
struct Json {
  enum class Kind { Text, Number, Truth, Array, Object };
  Json(const char* t) : kind(Kind::Text), text(t) {}
  Json(std::string t) : kind(Kind::Text), text(std::move(t)) {}
  Json(int64_t n) : kind(Kind::Number), number(n) {}
  Json(bool b) : kind(Kind::Truth), number(b) {}
  static Json array() { return Json(Kind::Array); }
  static Json object() { return Json(Kind::Object); }
  void add(Json item) { members.emplace_back(std::string(), std::move(item)); }
  void set(std::string name, Json value) { members.emplace_back(std::move(name), std::move(value)); }

  Kind kind;
  std::string text;
  int64_t number = 0;
  std::vector<std::pair<std::string, Json>> members;

 private:
  explicit Json(Kind k) : kind(k) {}
};

// A file that starts anew at a size. Not thread-safe.
struct LogFile {
  virtual ~LogFile() = default;
  virtual void write(const std::string& line) = 0;
};

struct Services {
  // Parses the command line, becomes a daemon where asked to, and runs `program`; the exit status. Mistakes
  // are given to `complain` and end with status 1. Never throws.
  int (*run_application)(const std::vector<std::string>& arguments, int (*program)(const Options&), void (*complain)(const std::string&));
  std::string (*json_text)(const Json& document);  // indented by two
  // rotate_bytes 0: never. Throws std::exception when the file cannot be written.
  std::unique_ptr<LogFile> (*open_log_file)(const std::string& path, int64_t rotate_bytes, int64_t keep);
  // Gives warnings and errors of Poco's own loggers to `log`: a level of SL_LOG_*, source, text.
  void (*bridge_loggers)(void (*log)(int level, const std::string& source, const std::string& text));
};

// The directory of the program's file, looked up at the first call; empty when that failed.
const std::filesystem::path& program_directory();
// Loads the shared object; without it the process ends with a message. Thread-safe.
const Services& services();

}  // namespace sl
