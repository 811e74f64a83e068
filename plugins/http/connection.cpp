#include "connection.h"

#include <sys/socket.h>
#include <time.h>

#include <algorithm>

#include "text.h"

namespace http {
namespace {

constexpr size_t kReadSize = 64 * 1024;
constexpr size_t kMaxLinger = 4u << 20;  // bytes of a refused body that are read and dropped

char* scratch() {
  thread_local std::unique_ptr<char[]> buffer(new char[kReadSize]);
  return buffer.get();
}

}  // namespace

int64_t steady_ns() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

Connection::Connection(std::unique_ptr<Transport> transport, std::string peer, const ConnectionLimits& limits)
    : transport_(std::move(transport)), peer_(std::move(peer)), limits_(limits), deadline_(steady_ns() + limits.timeouts.read) {}

Connection::~Connection() {
  if (request_) request_->release();
}

void Connection::time_out() {
  timed_out_.store(true, std::memory_order_relaxed);
  deadline_.store(INT64_MAX, std::memory_order_relaxed);
  ::shutdown(fd(), idle() ? SHUT_RDWR : SHUT_RD);
}

void Connection::refuse(int status) {
  Response response;
  response.plain(status);
  std::string head;
  response.write_head(head, 1, false);
  head += response.body;
  transport_->read(scratch(), kReadSize);  // closing with unread input would take the answer back
  iovec part{head.data(), head.size()};
  transport_->write(&part, 1);
  transport_->finish();
}

Connection::Step Connection::step(Response& response) {
  switch (state_) {
    case Writing: return write_more();
    case Lingering: return linger();
    case Head:
      if (!in_.empty()) {
        if (Step s = parse(response); s != Step::Wait) return s;
      }
      break;
    case Body:
      if (Step s = collect_body(response); s != Step::Wait) return s;
      break;
  }
  if (!try_read_ && !transport_->buffered()) {
    try_read_ = true;  // next time the socket is ready
    return Step::Wait;
  }
  Step s = receive();
  return s == Step::Close ? at_end(response) : s;
}

Connection::Step Connection::receive() {
  char* buffer = scratch();
  ssize_t n = transport_->read(buffer, kReadSize);
  if (n == Transport::kAgain) {
    try_read_ = true;
    if (deadline() == INT64_MAX) deadline_.store(steady_ns() + limits_.timeouts.read, std::memory_order_relaxed);
    return Step::Wait;
  }
  if (n <= 0) return Step::Close;
  try_read_ = static_cast<size_t>(n) == kReadSize;
  int64_t now = steady_ns();
  if (state_ == Body) {
    deadline_.store(now + limits_.timeouts.read, std::memory_order_relaxed);
  } else if (in_.empty()) {
    head_started_ = now;
    idle_.store(false, std::memory_order_relaxed);
    deadline_.store(now + limits_.timeouts.read, std::memory_order_relaxed);
  }
  if (state_ == Body && !plan_.chunked && in_.empty()) {
    size_t take = static_cast<size_t>(std::min<uint64_t>(static_cast<uint64_t>(n), plan_.length - request_->body.size()));
    request_->body.append(buffer, take);
    in_.append(buffer + take, static_cast<size_t>(n) - take);
  } else {
    in_.append(buffer, static_cast<size_t>(n));
  }
  return Step::Again;
}

// The client sends nothing more.
Connection::Step Connection::at_end(Response& response) {
  if (timed_out_.load(std::memory_order_relaxed) && (state_ == Body || !in_.empty())) return reject(response, 408);
  return Step::Close;
}

Connection::Step Connection::parse(Response& response) {
  if (!request_) request_ = new Request;
  size_t head_size = 0;
  int status = parse_head(in_, limits_.head, &scanned_, &head_size, *request_, plan_);
  if (status == 0) return Step::Wait;
  if (status > 0) return reject(response, status);
  request_->remote_address = peer_;
  in_.erase(0, head_size);
  scanned_ = 0;
  if (!plan_.chunked && !plan_.length) return Step::Request;
  state_ = Body;
  if (plan_.expect_continue && in_.empty()) {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    iovec part{const_cast<char*>(kContinue.data()), kContinue.size()};
    if (transport_->write(&part, 1) == Transport::kFailed) return Step::Close;
  }
  if (plan_.length) request_->body.reserve(static_cast<size_t>(std::min<uint64_t>(plan_.length, 1u << 20)));
  return Step::Again;
}

Connection::Step Connection::collect_body(Response& response) {
  std::string& body = request_->body;
  if (plan_.chunked) {
    size_t used = 0;
    int status = chunks_.feed(in_, &used, body, limits_.head.max_body, limits_.head.max_header);
    in_.erase(0, used);
    if (status > 0) return reject(response, status);
    return status == 0 ? Step::Wait : Step::Request;
  }
  if (!in_.empty()) {
    size_t take = static_cast<size_t>(std::min<uint64_t>(in_.size(), plan_.length - body.size()));
    body.append(in_, 0, take);
    in_.erase(0, take);
  }
  return body.size() == plan_.length ? Step::Request : Step::Wait;
}

Connection::Step Connection::reject(Response& response, int status) {
  response.plain(status);
  response.close = true;
  in_.clear();
  if (!request_) request_ = new Request;
  request_->is_head = request_->head.starts_with("HEAD ");
  respond(response, true);
  return Step::Again;
}

void Connection::start_head() {
  if (request_) request_->release();
  request_ = nullptr;
  plan_ = {};
  chunks_ = {};
  state_ = Head;
  int64_t now = steady_ns();
  head_started_ = now;
  bool idle = in_.empty();
  idle_.store(idle, std::memory_order_relaxed);
  deadline_.store(now + (idle ? limits_.timeouts.idle : limits_.timeouts.read), std::memory_order_relaxed);
  if (idle && in_.capacity() > kReadSize) in_.shrink_to_fit();
}

void Connection::respond(Response& response, bool draining) {
  close_after_ = !request_->keep_alive || response.close || draining || response.status < 200;
  thread_local std::string head;
  head.clear();
  response.write_head(head, request_->minor, !close_after_);
  bool with_body = !request_->is_head && !response.bodyless();
  iovec parts[2] = {{head.data(), head.size()}, {response.body.data(), with_body && !response.file ? response.body.size() : 0}};
  size_t total = parts[0].iov_len + parts[1].iov_len;
  ssize_t sent = transport_->write(parts, parts[1].iov_len ? 2 : 1);
  state_ = Writing;
  idle_.store(false, std::memory_order_relaxed);
  out_at_ = sent > 0 ? static_cast<size_t>(sent) : 0;
  out_head_.clear();
  out_body_.clear();
  out_file_.reset();
  if (sent == Transport::kFailed) {
    close_after_ = true;
  } else if (out_at_ < total) {  // keep what is left, in buffers of our own
    out_head_ = head;
    if (parts[1].iov_len) out_body_ = std::move(response.body);
  } else {
    out_at_ = 0;
  }
  if (with_body && sent != Transport::kFailed) out_file_ = std::move(response.file);
  deadline_.store(steady_ns() + limits_.timeouts.write, std::memory_order_relaxed);
}

Connection::Step Connection::write_more() {
  while (out_at_ < out_head_.size() + out_body_.size()) {
    size_t in_head = std::min(out_at_, out_head_.size()), in_body = out_at_ - in_head;
    iovec parts[2] = {{out_head_.data() + in_head, out_head_.size() - in_head}, {out_body_.data() + in_body, out_body_.size() - in_body}};
    ssize_t n = transport_->write(parts, 2);
    if (n == Transport::kAgain) return Step::Wait;
    if (n <= 0) return Step::Close;
    out_at_ += static_cast<size_t>(n);
    deadline_.store(steady_ns() + limits_.timeouts.write, std::memory_order_relaxed);
  }
  while (out_file_ && out_file_->left) {
    ssize_t n = transport_->send_file(out_file_->fd, &out_file_->offset, out_file_->left);
    if (n == Transport::kAgain) return Step::Wait;
    if (n <= 0) return Step::Close;
    out_file_->left -= static_cast<uint64_t>(n);
    deadline_.store(steady_ns() + limits_.timeouts.write, std::memory_order_relaxed);
  }
  return after_write();
}

Connection::Step Connection::after_write() {
  out_head_ = {};
  out_body_ = {};
  out_at_ = 0;
  out_file_.reset();
  in_flight_.store(false, std::memory_order_relaxed);
  if (!close_after_) {
    try_read_ = false;  // most clients send nothing before they have read the answer
    start_head();
    return Step::Again;
  }
  // Closing with unread input would reset the connection before the client has read the answer.
  transport_->finish();
  state_ = Lingering;
  in_.clear();
  deadline_.store(steady_ns() + limits_.timeouts.linger, std::memory_order_relaxed);
  return Step::Again;
}

Connection::Step Connection::linger() {
  while (lingered_ < kMaxLinger) {
    ssize_t n = transport_->read(scratch(), kReadSize);
    if (n == Transport::kAgain) return Step::Wait;
    if (n <= 0) return Step::Close;
    lingered_ += static_cast<size_t>(n);
  }
  return Step::Close;
}

}  // namespace http
