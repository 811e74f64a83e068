#include "server.h"

#include <Poco/Exception.h>
#include <Poco/Timespan.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>
#include <thread>

namespace http {
namespace {

constexpr int kTickMs = 100, kBusyTickMs = 5;
constexpr int64_t kStuckAfter = 5'000'000;    // a handler that runs this long does not count as a worker
constexpr int64_t kWatchAfter = 200'000'000;  // a request this old is worth watching its client for

void check_call(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

Server::Server(ServerOptions options, Application& application, Poco::Net::ServerSocket socket)
    : options_(std::move(options)), application_(application), listener_(std::move(socket)), pool_("http", 2, static_cast<int>(options_.max_threads) + 1, 60, 0) {
  check_call(epoll_ = epoll_create1(EPOLL_CLOEXEC), "epoll_create1");
  check_call(wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd");
  check_call(keeper_wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd");
  epoll_event event{};
  event.events = EPOLLIN;
  check_call(epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event), "epoll_ctl");  // data.ptr null: stop
  listener_.setBlocking(false);
  base_threads_ = std::min<size_t>(options_.max_threads, std::max(2u, std::thread::hardware_concurrency()));
}

Server::~Server() {
  while (connections_) destroy(connections_);
  if (wake_ >= 0) ::close(wake_);
  if (keeper_wake_ >= 0) ::close(keeper_wake_);
  if (epoll_ >= 0) ::close(epoll_);
}

void Server::start() {
  grow();
  pool_.start(keeper_);
}

size_t Server::grow() {
  int64_t now = steady_ns();
  size_t stuck = 0;
  {
    std::lock_guard guard(workers_mutex_);
    for (auto& worker : workers_) {
      int64_t since = worker->since.load(std::memory_order_relaxed);
      stuck += since && now - since > kStuckAfter;
    }
  }
  size_t wanted = std::min(options_.max_threads, base_threads_ + stuck);
  for (size_t n = threads_.load(); n < wanted; ++n) add_worker();
  return stuck;
}

void Server::add_worker() {
  std::lock_guard guard(workers_mutex_);
  if (threads_.load() >= options_.max_threads || stopping_) return;
  workers_.push_back(std::make_unique<Worker>(*this, application_.make_exchange()));
  ++threads_;
  try {
    pool_.start(*workers_.back());
  } catch (const Poco::Exception&) {  // no more threads to be had: the others carry on
    --threads_;
    workers_.pop_back();
  }
}

Connection* Server::next_connection() {
  while (!stopping_) {
    if (queued_.load()) {
      std::lock_guard guard(queue_mutex_);
      if (!queue_.empty()) {
        Connection* c = queue_.front();
        queue_.pop_front();
        --queued_;
        return c;
      }
    }
    epoll_event event;
    int n = epoll_wait(epoll_, &event, 1, -1);
    if (n == 1 && event.data.ptr) {
      auto* c = static_cast<Connection*>(event.data.ptr);
      c->take_over();
      return c;
    }
    if (n < 0 && errno != EINTR) return nullptr;
  }
  return nullptr;
}

void Server::work(Worker& worker) {
  while (Connection* c = next_connection()) {
    if (++busy_ >= threads_.load(std::memory_order_relaxed) && keeper_sleeps_.load() && keeper_sleeps_.exchange(false)) {
      uint64_t one = 1;
      (void)!::write(keeper_wake_, &one, sizeof one);
    }
    try {
      drive(worker, c);
    } catch (const std::exception&) {  // out of memory: this client loses its connection, not the server its thread
      worker.since.store(0, std::memory_order_release);
      destroy(c);
    }
    --busy_;
  }
}

void Server::drive(Worker& worker, Connection* connection) {
  auto answer = [&](Request& request, Response& response) {
    response.reset();
    requests_.fetch_add(1, std::memory_order_relaxed);
    worker.cancelled.store(false, std::memory_order_relaxed);
    worker.fd.store(connection->fd(), std::memory_order_relaxed);
    worker.since.store(steady_ns(), std::memory_order_release);
    application_.answer(*worker.exchange, request, response);
    worker.since.store(0, std::memory_order_release);
  };
  switch (connection->drive(worker.response, draining_, answer)) {
    case Connection::WantRead: return arm(connection, false);
    case Connection::WantWrite: return arm(connection, true);
    case Connection::Closed: return destroy(connection);
  }
}

void Server::arm(Connection* connection, bool write, bool first) {
  epoll_event event{};
  event.events = (write ? EPOLLOUT : EPOLLIN | EPOLLRDHUP) | EPOLLONESHOT;
  event.data.ptr = connection;
  int fd = connection->fd();
  connection->hand_over();  // from here on another thread may have it
  if (epoll_ctl(epoll_, first ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, fd, &event) < 0) destroy(connection);
}

void Server::destroy(Connection* connection) {
  {
    std::lock_guard guard(connections_mutex_);
    if (connection->prev)
      connection->prev->next = connection->next;
    else
      connections_ = connection->next;
    if (connection->next) connection->next->prev = connection->prev;
  }
  --connection_count_;
  delete connection;  // closing the socket removes it from the epoll set
}

void Server::keep() {
  int64_t last_check = 0;
  bool listening = true;
  while (!stopping_) {
    if (draining_ && listening) {
      listening = false;
      listener_.close();
    }
    bool active = busy_.load() > 0;
    bool saturated = active && grow() >= options_.max_threads;
    keeper_sleeps_ = !active;
    pollfd ready[3] = {{listening ? listener_.impl()->sockfd() : -1, POLLIN, 0}, {keeper_wake_, POLLIN, 0}, {saturated ? epoll_ : -1, POLLIN, 0}};
    int count = ::poll(ready, 3, active ? kBusyTickMs : kTickMs);
    keeper_sleeps_ = false;
    if (count > 0) {
      uint64_t woken;
      if (ready[1].revents) (void)!::read(keeper_wake_, &woken, sizeof woken);
      if (ready[0].revents) accept_some();
      if (ready[2].revents) queue_ready();
    }
    if (int64_t now = steady_ns(); now - last_check >= kTickMs * 1'000'000LL) {
      last_check = now;
      check_times();
    }
  }
}

std::unique_ptr<Connection> Server::accept_one() {
  if (!listener_.poll(Poco::Timespan(0), Poco::Net::Socket::SELECT_READ)) return nullptr;
  Poco::Net::SocketAddress peer;
  Poco::Net::StreamSocket socket = listener_.acceptConnection(peer);
  socket.setNoDelay(true);
  auto transport = options_.wrap ? options_.wrap(socket) : plain_transport(socket);
  return std::make_unique<Connection>(std::move(transport), peer.toString(), options_.limits);
}

void Server::accept_some() {
  for (int i = 0; i < 64; ++i) {
    try {
      std::unique_ptr<Connection> connection = accept_one();
      if (!connection) return;
      if (connection_count_.load() >= options_.max_connections) {
        connection->refuse(503);
        continue;
      }
      {
        std::lock_guard guard(connections_mutex_);
        connection->next = connections_;
        if (connections_) connections_->prev = connection.get();
        connections_ = connection.get();
      }
      ++connection_count_;
      arm(connection.release(), false, true);
    } catch (const Poco::Exception&) {  // the client gave up, or no descriptor is left
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return;
    }
  }
}

// All workers are stuck: nobody else looks at the epoll set.
void Server::queue_ready() {
  epoll_event events[64];
  int n = epoll_wait(epoll_, events, 64, 0);
  for (int i = 0; i < n; ++i) {
    auto* connection = static_cast<Connection*>(events[i].data.ptr);
    if (!connection) continue;
    connection->take_over();
    if (queued_.load() >= options_.max_queued) {
      connection->refuse(503);
      destroy(connection);
      continue;
    }
    {
      connection->hold();
      std::lock_guard guard(queue_mutex_);
      queue_.push_back(connection);
      ++queued_;
    }
  }
  if (n > 0 && busy_.load() < threads_.load()) wake_workers();  // one became free meanwhile and waits in epoll_wait
}

// Makes workers return from epoll_wait and look at the queue.
void Server::wake_workers() {
  uint64_t one = 1;
  (void)!::write(wake_, &one, sizeof one);
  while (queued_.load() && busy_.load() < threads_.load() && !stopping_) std::this_thread::yield();
  (void)!::read(wake_, &one, sizeof one);
}

void Server::check_times() {
  int64_t now = steady_ns();
  {
    std::lock_guard guard(connections_mutex_);
    for (Connection* c = connections_; c; c = c->next)
      if (c->deadline() <= now) c->time_out();
  }
  std::lock_guard guard(workers_mutex_);
  for (auto& worker : workers_) {
    int64_t since = worker->since.load(std::memory_order_acquire);
    if (!since || now - since < kWatchAfter || worker->cancelled) continue;
    pollfd client{worker->fd.load(std::memory_order_relaxed), POLLRDHUP, 0};
    if (::poll(&client, 1, 0) > 0 && worker->since.load(std::memory_order_acquire) == since) {
      worker->cancelled = true;
      worker->exchange->cancel("execution cancelled");
    }
  }
}

bool Server::stop(double seconds) {
  draining_ = true;
  {
    std::lock_guard guard(connections_mutex_);
    for (Connection* c = connections_; c; c = c->next)
      if (c->idle()) ::shutdown(c->fd(), SHUT_RD);  // what was already sent is still answered
  }
  auto answering = [&] {
    std::lock_guard guard(connections_mutex_);
    for (Connection* c = connections_; c; c = c->next)
      if (c->in_flight()) return true;
    return false;
  };
  auto wait = [&](double limit) {
    int64_t end = steady_ns() + static_cast<int64_t>(limit * 1e9);
    while ((answering() || queued_.load() || busy_.load()) && steady_ns() < end) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return !answering();
  };
  bool drained = wait(seconds);
  if (!drained) {
    {
      std::lock_guard guard(workers_mutex_);
      for (auto& worker : workers_)
        if (worker->since.load()) worker->exchange->cancel("execution cancelled");
    }
    wait(1.0);
  }
  stopping_ = true;
  uint64_t one = 1;
  (void)!::write(wake_, &one, sizeof one);
  pool_.joinAll();
  return drained;
}

}  // namespace http
