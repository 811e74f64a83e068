#include <Poco/AutoPtr.h>
#include <Poco/Channel.h>
#include <Poco/FileChannel.h>
#include <Poco/Logger.h>
#include <Poco/Message.h>
#include <scriptling/plugin.h>

#include <algorithm>

#include "core/poco/parts.h"

namespace sl {
namespace {

class RotatedFile final : public LogFile {
 public:
  RotatedFile(const std::string& path, int64_t rotate_bytes, int64_t keep) : file_(new Poco::FileChannel(path)) {
    if (rotate_bytes > 0) {
      file_->setProperty(Poco::FileChannel::PROP_ROTATION, std::to_string(rotate_bytes));
      file_->setProperty(Poco::FileChannel::PROP_PURGECOUNT, std::to_string(std::max<int64_t>(1, keep)));
      file_->setProperty(Poco::FileChannel::PROP_ARCHIVE, "number");
    }
    file_->open();
  }
  void write(const std::string& line) override { file_->log(Poco::Message("", line, Poco::Message::PRIO_INFORMATION)); }

 private:
  Poco::AutoPtr<Poco::FileChannel> file_;
};

class Bridge final : public Poco::Channel {
 public:
  explicit Bridge(void (*log)(int, const std::string&, const std::string&)) : log_(log) {}
  void log(const Poco::Message& m) override {
    int level = m.getPriority() <= Poco::Message::PRIO_ERROR         ? SL_LOG_ERROR
                : m.getPriority() == Poco::Message::PRIO_WARNING     ? SL_LOG_WARN
                : m.getPriority() <= Poco::Message::PRIO_INFORMATION ? SL_LOG_INFO
                                                                     : SL_LOG_DEBUG;
    log_(level, m.getSource(), m.getText());
  }

 private:
  void (*log_)(int, const std::string&, const std::string&);
};

}  // namespace

std::unique_ptr<LogFile> open_log_file(const std::string& path, int64_t rotate_bytes, int64_t keep) { return std::make_unique<RotatedFile>(path, rotate_bytes, keep); }

void bridge_loggers(void (*log)(int, const std::string&, const std::string&)) {
  Poco::AutoPtr<Poco::Channel> bridge(new Bridge(log));
  Poco::Logger::root().setChannel(bridge);
  Poco::Logger::setChannel("", bridge);
  Poco::Logger::setLevel("", Poco::Message::PRIO_WARNING);
}

}  // namespace sl
