#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <string>

#include "core/env/environment.h"

namespace sl {
namespace {

constexpr size_t kBufferBytes = 64 * 1024;

void write_fully(int fd, const char* data, size_t size) {
  while (size) {
    ssize_t n = ::write(fd, data, size);
    if (n < 0) {
      if (errno == EINTR) continue;
      return;  // nobody reads: the script goes on
    }
    data += n;
    size -= static_cast<size_t>(n);
  }
}

class FdSink final : public OutputSink {
 public:
  FdSink(int fd, bool unbuffered) : fd_(fd), unbuffered_(unbuffered), terminal_(::isatty(fd)) {}

  void write(std::string_view text) override {
    std::lock_guard lock(mutex_);
    if (unbuffered_) {
      write_fully(fd_, text.data(), text.size());
      return;
    }
    buffer_.append(text);
    if (buffer_.size() >= kBufferBytes || (terminal_ && text.find('\n') != std::string_view::npos)) drain();
  }

  void flush() override {
    std::lock_guard lock(mutex_);
    if (!buffer_.empty()) drain();
  }

 private:
  void drain() {
    write_fully(fd_, buffer_.data(), buffer_.size());
    buffer_.clear();
  }

  int fd_;
  bool unbuffered_, terminal_;
  std::mutex mutex_;
  std::string buffer_;
};

struct FlushAtExit {
  ~FlushAtExit() { stdout_sink()->flush(); }
};

}  // namespace

const std::shared_ptr<OutputSink>& stdout_sink() {
  static const auto* sink = new std::shared_ptr<OutputSink>(std::make_shared<FdSink>(1, false));
  static FlushAtExit flush_at_exit;
  return *sink;
}

const std::shared_ptr<OutputSink>& stderr_sink() {
  static const auto* sink = new std::shared_ptr<OutputSink>(std::make_shared<FdSink>(2, true));
  return *sink;
}

}  // namespace sl
