#include "core/plugin/logging.h"

#include <atomic>

namespace sl {
namespace {
std::atomic<LogWriter*> g_writer{nullptr};
}

void set_log_writer(LogWriter* writer) noexcept { g_writer.store(writer, std::memory_order_release); }

bool log_enabled(int level) noexcept {
  LogWriter* w = g_writer.load(std::memory_order_acquire);
  return w && w->enabled(level);
}

void log_event(int level, std::string_view group, std::string_view message, std::span<const LogField> fields) {
  LogWriter* w = g_writer.load(std::memory_order_acquire);
  if (w && w->enabled(level)) w->write(level, group, message, fields);
}

void log_event(int level, std::string_view group, std::string_view message, std::initializer_list<LogField> fields) {
  log_event(level, group, message, std::span<const LogField>(fields.begin(), fields.size()));
}

}  // namespace sl
