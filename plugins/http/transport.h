// Bytes to and from a client, plain or through TLS. Never blocks.
#pragma once

#include <Poco/Net/StreamSocket.h>
#include <openssl/ssl.h>
#include <sys/uio.h>

#include <memory>

namespace http {

class Transport {
 public:
  static constexpr ssize_t kEnd = 0, kAgain = -1, kFailed = -2;
  virtual ~Transport() = default;
  virtual ssize_t read(char* buffer, size_t size) = 0;                     // > 0: bytes
  virtual ssize_t write(const iovec* parts, int count) = 0;                // > 0: bytes
  virtual ssize_t send_file(int fd, uint64_t* offset, uint64_t size) = 0;  // advances *offset
  virtual bool buffered() const { return false; }                          // read() has bytes the kernel does not know of
  virtual void finish() = 0;                                               // end of our side
  int fd() const { return fd_; }

 protected:
  explicit Transport(int fd) : fd_(fd) {}
  const int fd_;
};

std::unique_ptr<Transport> plain_transport(Poco::Net::StreamSocket socket);
std::unique_ptr<Transport> tls_transport(Poco::Net::StreamSocket socket, SSL_CTX* context);

}  // namespace http
