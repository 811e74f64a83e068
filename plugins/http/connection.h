// One client connection: a state machine that never blocks. A worker thread drives it whenever its
// socket is ready, runs complete requests through the application, and lets go of it otherwise.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "message.h"
#include "response.h"
#include "transport.h"

namespace http {

struct Timeouts {  // nanoseconds
  int64_t read = 60'000'000'000, idle = 120'000'000'000, write = 60'000'000'000, linger = 2'000'000'000;
};

struct ConnectionLimits {
  HeadLimits head;
  Timeouts timeouts;
};

int64_t steady_ns();

class Connection {
 public:
  enum Next { WantRead, WantWrite, Closed };

  Connection(std::unique_ptr<Transport> transport, std::string peer, const ConnectionLimits& limits);
  ~Connection();

  // Runs `answer(Request&, Response&)` for each complete request. `response` is scratch space of the
  // calling thread. Returns what to wait for.
  template <class Answer>
  Next drive(Response& response, const std::atomic<bool>& draining, Answer answer) {
    while (true) {
      switch (step(response)) {
        case Step::Wait: return state_ == Writing ? WantWrite : WantRead;
        case Step::Close: return Closed;
        case Step::Again: break;
        case Step::Request:
          hold();  // the handler has limits of its own
          in_flight_.store(true, std::memory_order_relaxed);
          answer(*request_, response);
          respond(response, draining.load(std::memory_order_relaxed));
          break;
      }
    }
  }

  // Called by the thread that lets go of the connection and by the one that takes it up: what the first
  // wrote, the second sees. (The epoll set orders them anyway, but the language does not know that.)
  void hand_over() { turn_.fetch_add(1, std::memory_order_release); }
  void take_over() { (void)turn_.load(std::memory_order_acquire); }

  int fd() const { return transport_->fd(); }
  // When the wait it is in ends; steady clock.
  int64_t deadline() const { return deadline_.load(std::memory_order_relaxed); }
  // The deadline passed: the worker that is woken by the closed socket answers 408 if a request had begun.
  void time_out();
  void hold() { deadline_.store(INT64_MAX, std::memory_order_relaxed); }  // it waits for us, not for the client
  // Nothing of a next request was received.
  bool idle() const { return idle_.load(std::memory_order_relaxed); }
  // A request is being answered, or the answer is on its way.
  bool in_flight() const { return in_flight_.load(std::memory_order_relaxed); }
  void refuse(int status);  // before any request: a short answer, then the end

  Connection *next = nullptr, *prev = nullptr;  // list of the server

 private:
  enum class Step { Wait, Again, Close, Request };
  enum State { Head, Body, Writing, Lingering };

  Step step(Response& response);
  Step receive();
  Step at_end(Response& response);
  Step parse(Response& response);
  Step collect_body(Response& response);
  Step reject(Response& response, int status);
  Step write_more();
  Step after_write();
  Step linger();
  void respond(Response& response, bool draining);
  void start_head();

  std::unique_ptr<Transport> transport_;
  const std::string peer_;
  const ConnectionLimits& limits_;
  State state_ = Head;
  bool try_read_ = true;  // the socket may have bytes
  std::atomic<bool> timed_out_{false}, idle_{true}, in_flight_{false};
  std::atomic<int64_t> deadline_;
  std::atomic<uint32_t> turn_{0};
  int64_t head_started_ = 0;

  std::string in_;  // received, not yet used
  size_t scanned_ = 0;
  Request* request_ = nullptr;
  BodyPlan plan_;
  ChunkDecoder chunks_;

  std::string out_head_, out_body_;  // what the socket did not take at once
  size_t out_at_ = 0;
  std::unique_ptr<FileBody> out_file_;
  bool close_after_ = false;
  size_t lingered_ = 0;
};

}  // namespace http
