// Listens, and runs connections on a pool of threads.
//
// All connections wait in one epoll set. Whichever worker is free takes the next ready one, drives it
// until it would block and puts it back, so that a thread is held by a request being answered and by
// nothing else: idle and slow clients cost memory only. There are as many workers as processors; one
// keeper thread adds workers for those that are stuck in a handler, up to a limit. When all are stuck it
// queues ready connections, and answers 503 when the queue is full. The keeper also accepts, ends connections
// whose time is up and cancels requests whose client has gone.
#pragma once

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Runnable.h>
#include <Poco/ThreadPool.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "connection.h"

namespace http {

// A request being answered: what another thread needs to end it.
class Exchange {
 public:
  virtual ~Exchange() = default;
  virtual void cancel(const char* why) = 0;  // any thread
};

// Answers requests; called by many threads at once.
class Application {
 public:
  virtual ~Application() = default;
  virtual std::unique_ptr<Exchange> make_exchange() = 0;  // one per worker thread
  virtual void answer(Exchange& exchange, Request& request, Response& response) = 0;
};

struct ServerOptions {
  Poco::Net::SocketAddress address;
  size_t max_threads = 64, max_queued = 1024, max_connections = 10000;
  ConnectionLimits limits;
  // Wraps an accepted socket; plain when empty.
  std::function<std::unique_ptr<Transport>(Poco::Net::StreamSocket)> wrap;
};

class Server {
 public:
  // Binds and listens. Throws Poco::Exception.
  Server(ServerOptions options, Application& application, Poco::Net::ServerSocket socket);
  ~Server();

  Poco::Net::SocketAddress address() const { return listener_.address(); }
  void start();
  // Stops listening, lets requests being answered end for at most `seconds`, cancels the others.
  // False when some had to be cancelled.
  bool stop(double seconds);

  size_t connections() const { return connection_count_.load(std::memory_order_relaxed); }
  uint64_t requests() const { return requests_.load(std::memory_order_relaxed); }

 private:
  struct Worker final : Poco::Runnable {
    Worker(Server& s, std::unique_ptr<Exchange> e) : server(s), exchange(std::move(e)) {}
    void run() override { server.work(*this); }
    Server& server;
    std::unique_ptr<Exchange> exchange;
    Response response;
    std::atomic<int64_t> since{0};  // a request is being answered since then
    std::atomic<int> fd{-1};
    std::atomic<bool> cancelled{false};
  };
  struct Keeper final : Poco::Runnable {
    explicit Keeper(Server& s) : server(s) {}
    void run() override { server.keep(); }
    Server& server;
  };

  void work(Worker& worker);
  void keep();
  void accept_some();
  std::unique_ptr<Connection> accept_one();
  void check_times();
  void queue_ready();
  void drive(Worker& worker, Connection* connection);
  Connection* next_connection();
  void add_worker();
  size_t grow();  // the number of workers stuck in a handler
  void arm(Connection* connection, bool write, bool first = false);
  void destroy(Connection* connection);
  void wake_workers();

  const ServerOptions options_;
  Application& application_;
  Poco::Net::ServerSocket listener_;
  Poco::ThreadPool pool_;
  Keeper keeper_{*this};
  int epoll_ = -1, wake_ = -1, keeper_wake_ = -1;
  size_t base_threads_;

  std::atomic<bool> draining_{false}, stopping_{false}, keeper_sleeps_{false};
  std::atomic<size_t> busy_{0}, threads_{0}, connection_count_{0};
  std::atomic<uint64_t> requests_{0};

  std::mutex workers_mutex_;
  std::deque<std::unique_ptr<Worker>> workers_;

  std::mutex connections_mutex_;
  Connection* connections_ = nullptr;

  std::mutex queue_mutex_;
  std::deque<Connection*> queue_;  // ready, but no worker was free
  std::atomic<size_t> queued_{0};
};

}  // namespace http
