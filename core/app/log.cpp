#include "core/app/log.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <mutex>

#include "core/env/environment.h"
#include "core/poco/services.h"

namespace sl {
namespace {

constexpr const char* kLevels[] = {"trace", "debug", "info", "warn", "error"};
constexpr const char* kShort[] = {"TRC", "DBG", "INF", "WRN", "ERR"};
constexpr const char* kColors[] = {"\x1b[35m", "\x1b[36m", "\x1b[32m", "\x1b[33m", "\x1b[31m"};

void append_json(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (char c : text) {
    auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (u < 0x20) {
      out += "\\u00";
      out += kHex[u >> 4];
      out += kHex[u & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

// Console values: quoted only where a reader could mistake the end; control characters are escaped so
// that a script cannot forge lines.
void append_plain(std::string& out, std::string_view text, bool quote_blanks) {
  bool quote = quote_blanks && (text.empty() || text.find_first_of(" =\"") != std::string_view::npos);
  if (quote) out += '"';
  for (char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '"' && quote)
      out += "\\\"";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
      out += '?';
    else
      out += c;
  }
  if (quote) out += '"';
}

class Writer final : public LogWriter {
 public:
  void configure(const LogOptions& options) {
    std::lock_guard lock(mutex_);
    options_ = options;
    level_.store(options.format == LogFormat::Null ? 99 : options.level, std::memory_order_relaxed);
    file_ = options.file.empty() ? nullptr : services().open_log_file(options.file, options.rotate_bytes, options.keep);
  }
  void set_level(int level) noexcept { level_.store(level, std::memory_order_relaxed); }

  bool enabled(int level) const noexcept override { return level >= level_.load(std::memory_order_relaxed); }

  void write(int level, std::string_view group, std::string_view message, std::span<const LogField> fields) override {
    auto now = std::chrono::system_clock::now().time_since_epoch();
    int64_t ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    std::lock_guard lock(mutex_);
    std::string line = format_log_line(options_, ms / 1000, static_cast<int>(ms % 1000), level, group, message, fields);
    if (file_) {
      file_->write(line);
      return;
    }
    line += '\n';
    if (options_.to_stderr) {
      stderr_sink()->write(line);
    } else {
      stdout_sink()->write(line);  // in order with what scripts print
      stdout_sink()->flush();
    }
  }

 private:
  std::mutex mutex_;
  LogOptions options_;
  std::atomic<int> level_{SL_LOG_INFO};
  std::unique_ptr<LogFile> file_;
};

Writer& writer() {
  static auto* w = new Writer;  // threads may log while the process exits
  return *w;
}

}  // namespace

int parse_log_level(std::string_view name) noexcept {
  for (int i = 0; i < 5; ++i)
    if (name == kLevels[i]) return i;
  return SL_LOG_INFO;
}

const char* log_level_name(int level) noexcept { return kLevels[level < 0 ? 0 : level > 4 ? 4 : level]; }

std::string format_log_line(const LogOptions& o, int64_t seconds, int millis, int level, std::string_view group, std::string_view message, std::span<const LogField> fields) {
  level = level < 0 ? 0 : level > 4 ? 4 : level;
  std::time_t when = seconds;
  std::tm tm{};
  char stamp[64];
  std::string line;
  if (o.format == LogFormat::Json) {
    gmtime_r(&when, &tm);
    size_t n = std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &tm);
    snprintf(stamp + n, sizeof stamp - n, ".%03dZ", millis);
    line = "{\"time\":\"" + std::string(stamp) + "\",\"level\":\"" + kLevels[level] + "\"";
    if (!group.empty()) append_json(line += ",\"group\":", group);
    append_json(line += ",\"msg\":", message);
    for (const auto& [key, value] : fields) {
      append_json(line += ',', key);
      append_json(line += ':', value);
    }
    return line += '}';
  }
  localtime_r(&when, &tm);
  std::strftime(stamp, sizeof stamp, "%d %b %y %H:%M:%S %Z", &tm);
  auto paint = [&](const char* color, std::string_view text) {
    if (o.color) line += color;
    line += text;
    if (o.color) line += "\x1b[0m";
  };
  paint("\x1b[90m", stamp);
  line += ' ';
  paint(kColors[level], kShort[level]);
  if (!group.empty()) {
    line += ' ';
    paint("\x1b[90m", "[" + std::string(group) + "]");
  }
  append_plain(line += ' ', message, false);
  for (const auto& [key, value] : fields) {
    line += ' ';
    std::string name;
    append_plain(name, key, false);
    paint("\x1b[90m", name + "=");
    append_plain(line, value, true);
  }
  return line;
}

void start_log(const LogOptions& options) {
  writer().configure(options);
  set_log_writer(&writer());
}

void set_log_level(int level) noexcept { writer().set_level(level); }

LogOptions log_options(std::string_view level, std::string_view format, bool to_stderr) {
  LogOptions o;
  o.level = parse_log_level(level);
  o.to_stderr = to_stderr;
  bool terminal = ::isatty(to_stderr ? 2 : 1);
  o.color = terminal;
  o.format = format == "json" ? LogFormat::Json : format == "null" ? LogFormat::Null : format == "console" || terminal ? LogFormat::Console : LogFormat::Json;
  return o;
}

}  // namespace sl
