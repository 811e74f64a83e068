#include "transport.h"

#include <openssl/err.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <new>

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
    if (n == 0) return kFailed;  // the file became shorter
    if (n > 0) *offset = static_cast<uint64_t>(at);
    return result(n);
  }
  void finish() override { ::shutdown(fd_, SHUT_WR); }

 private:
  Poco::Net::StreamSocket socket_;
};

class Tls final : public Transport {
 public:
  Tls(Poco::Net::StreamSocket socket, SSL_CTX* context) : Transport(socket.impl()->sockfd()), socket_(std::move(socket)), ssl_(SSL_new(context)) {
    if (!ssl_) throw std::bad_alloc();
    socket_.setBlocking(false);
    SSL_set_fd(ssl_, fd_);
    SSL_set_accept_state(ssl_);
  }
  ~Tls() override { SSL_free(ssl_); }

  ssize_t read(char* buffer, size_t size) override {
    return call([&] { return SSL_read(ssl_, buffer, static_cast<int>(std::min<size_t>(size, INT_MAX))); });
  }
  ssize_t write(const iovec* parts, int count) override {
    ssize_t total = 0;
    for (int i = 0; i < count; ++i) {
      if (!parts[i].iov_len) continue;
      ssize_t n = call([&] { return SSL_write(ssl_, parts[i].iov_base, static_cast<int>(std::min<size_t>(parts[i].iov_len, 1u << 20))); });
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
  bool buffered() const override { return SSL_pending(ssl_) > 0; }
  void finish() override {
    if (!failed_ && SSL_is_init_finished(ssl_)) call([&] { return SSL_shutdown(ssl_); });
    ::shutdown(fd_, SHUT_WR);
  }

 private:
  template <class F>
  ssize_t call(F f) {
    if (failed_) return kFailed;
    ERR_clear_error();  // what another connection left behind would be taken for ours
    int n = f();
    if (n > 0) return n;
    switch (SSL_get_error(ssl_, n)) {
      case SSL_ERROR_WANT_READ:
      case SSL_ERROR_WANT_WRITE: return kAgain;
      case SSL_ERROR_ZERO_RETURN: return kEnd;
      default: failed_ = true; return kFailed;
    }
  }
  Poco::Net::StreamSocket socket_;
  SSL* ssl_;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<Transport> plain_transport(Poco::Net::StreamSocket socket) { return std::make_unique<Plain>(std::move(socket)); }

std::unique_ptr<Transport> tls_transport(Poco::Net::StreamSocket socket, SSL_CTX* context) { return std::make_unique<Tls>(std::move(socket), context); }

}  // namespace http
