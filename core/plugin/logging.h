// Log events of the core and of plugins. The program installs the writer; without one, nothing is logged.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>

#include <scriptling/plugin.h>

namespace sl {

using LogField = std::pair<std::string_view, std::string_view>;

class LogWriter {
 public:
  virtual ~LogWriter() = default;
  virtual bool enabled(int level) const noexcept = 0;  // SL_LOG_...
  // Thread-safe. group: plugin or logger name, may be empty.
  virtual void write(int level, std::string_view group, std::string_view message, std::span<const LogField> fields) = 0;
};

// The writer must outlive every event; null silences. Set at start-up.
void set_log_writer(LogWriter* writer) noexcept;
bool log_enabled(int level) noexcept;
void log_event(int level, std::string_view group, std::string_view message, std::initializer_list<LogField> fields = {});
void log_event(int level, std::string_view group, std::string_view message, std::span<const LogField> fields);

}  // namespace sl
