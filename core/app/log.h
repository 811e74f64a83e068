// The program's log: one line per event, to stdout, stderr or a rotated file.
//
//   console   12:04:05 INF [http] Server started address=127.0.0.1:8000     (coloured on a terminal)
//   json      {"time":"2025-01-31T12:04:05.123Z","level":"info","group":"http","msg":"...","address":"..."}
#pragma once

#include <memory>
#include <string>

#include "core/plugin/logging.h"

namespace sl {

enum class LogFormat { Console, Json, Null };

struct LogOptions {
  int level = SL_LOG_INFO;
  LogFormat format = LogFormat::Console;
  bool to_stderr = false;
  bool color = false;
  std::string file;  // empty: the standard stream
  int64_t rotate_bytes = 0;
  int64_t keep = 0;
};

int parse_log_level(std::string_view name) noexcept;  // SL_LOG_INFO for unknown names
const char* log_level_name(int level) noexcept;

// A line without the newline. `seconds`, `millis`: wall time of the event.
std::string format_log_line(const LogOptions& options, int64_t seconds, int millis, int level, std::string_view group, std::string_view message, std::span<const LogField> fields);

// Installs the writer for log_event(). Throws std::exception when the file
// cannot be written. Called again, it replaces the previous one.
void start_log(const LogOptions& options);
void set_log_level(int level) noexcept;
// "auto" means console on a terminal and json elsewhere.
LogOptions log_options(std::string_view level, std::string_view format, bool to_stderr);

}  // namespace sl
