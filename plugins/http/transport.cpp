#include "transport.h"

#include <Poco/Exception.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace http {
namespace {

ssize_t result(ssize_t n) {
  if (n >= 0) return n;
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Transport::kAgain : Transport::kFailed;
}

class Plain final : public Transport {
 public:
  explicit Plain(Poco::Net::StreamSocket socket) : Transport(socket.impl()->sockfd()), socket_(std::move(socket)) {}

  ssize_t read(char* buffer, size_t size) override { return result(::recv(fd_, buffer, size, MSG_DONTWAIT)); }
  ssize_t write(const iovec* parts, int count) override {
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(parts);
    message.msg_iovlen = static_cast<size_t>(count);
    return result(::sendmsg(fd_, &message, MSG_DONTWAIT | MSG_NOSIGNAL));
  }
  ssize_t send_file(int file, uint64_t* offset, uint64_t size) override {
    off_t at = static_cast<off_t>(*offset);
    ssize_t n = ::sendfile(fd_, file, &at, std::min<uint64_t>(size, 1u << 20));
    if (n == 0) return kFailed;   // the file became shorter
    if (n > 0) *offset = static_cast<uint64_t>(at);
    return result(n);
  }
  void finish() override { ::shutdown(fd_, SHUT_WR); }

 private:
  Poco::Net::StreamSocket socket_;
};

class Tls final : public Transport {
 public:
  explicit Tls(Poco::Net::StreamSocket socket) : Transport(socket.impl()->sockfd()), socket_(std::move(socket)) {}

  ssize_t read(char* buffer, size_t size) override {
    return guarded([&] { return socket_.receiveBytes(buffer, static_cast<int>(size)); });
  }
  ssize_t write(const iovec* parts, int count) override {
    ssize_t total = 0;
    for (int i = 0; i < count; ++i) {
      if (!parts[i].iov_len) continue;
      ssize_t n = guarded([&] { return socket_.sendBytes(parts[i].iov_base, static_cast<int>(std::min<size_t>(parts[i].iov_len, 1u << 20))); });
      if (n <= 0) return total ? total : n == kEnd ? kFailed : n;
      total += n;
      if (static_cast<size_t>(n) < parts[i].iov_len) break;
    }
    return total;
  }
  ssize_t send_file(int file, uint64_t* offset, uint64_t size) override {
    char buffer[16 * 1024];
    ssize_t got = ::pread(file, buffer, std::min<uint64_t>(size, sizeof buffer), static_cast<off_t>(*offset));
    if (got <= 0) return kFailed;
    iovec part{buffer, static_cast<size_t>(got)};
    ssize_t n = write(&part, 1);
    if (n > 0) *offset += static_cast<uint64_t>(n);
    return n;
  }
  bool buffered() const override { return socket_.available() > 0; }
  void finish() override {
    guarded([&] {
      socket_.shutdownSend();
      return 0;
    });
  }

 private:
  // Poco reports "not yet" as a negative number and failures as exceptions.
  template <class F> ssize_t guarded(F f) {
    try {
      int n = f();
      return n < 0 ? kAgain : n;
    } catch (const Poco::Exception&) {
      return kFailed;
    }
  }
  Poco::Net::StreamSocket socket_;
};

}  // namespace

std::unique_ptr<Transport> plain_transport(Poco::Net::StreamSocket socket) { return std::make_unique<Plain>(std::move(socket)); }

std::unique_ptr<Transport> tls_transport(Poco::Net::StreamSocket socket) {
  socket.setBlocking(false);
  return std::make_unique<Tls>(std::move(socket));
}

}  // namespace http
