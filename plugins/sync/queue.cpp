#include <condition_variable>
#include <deque>

#include "sync.h"

namespace runtime_sync {
namespace {

using scriptling::Error;
using scriptling::Parcel;

constexpr char kComplaint[] = "queue item is not transferable";

// Two conditions, one per direction; close() wakes everybody. Items are copies.
class Queue final : public Named {
 public:
  Queue(std::string_view name, int64_t max_size) : Named(name), max_size_(max_size > 0 ? static_cast<size_t>(max_size) : SIZE_MAX) {}

  void put(Call& c) {
    Parcel item = pack(c, c.arg(0), kComplaint);
    double seconds = timeout_seconds(c.arg(1));
    if (!add(c, item, seconds)) throw Error("TimeoutError", "queue error: put timed out after " + seconds_text(seconds));
  }

  bool try_put(Call& c) {
    Parcel item = pack(c, c.arg(0), kComplaint);
    return add(c, item, 0);
  }

  Value get(Call& c) {
    double seconds = timeout_seconds(c.arg(0));
    Parcel item;
    if (take(c, item, seconds)) return c.unpack(item);
    if (c.arg(1).is_set()) return c.arg(1);
    throw Error("TimeoutError", "queue error: get timed out after " + seconds_text(seconds));
  }

  Value try_get(Call& c) {
    Parcel item;
    return take(c, item, 0) ? c.unpack(item) : c.arg(0);
  }

  int64_t size(Call&) {
    std::lock_guard guard(mutex_);
    return static_cast<int64_t>(items_.size());
  }

  bool closed(Call&) {
    std::lock_guard guard(mutex_);
    return closed_;
  }

  void close(Call&) {
    std::lock_guard guard(mutex_);
    closed_ = true;
    not_empty_.notify_all();
    not_full_.notify_all();
  }

  void clear(Call&) {
    std::deque<Parcel> dropped;
    std::lock_guard guard(mutex_);
    dropped.swap(items_);
    not_full_.notify_all();
  }

  std::string repr(Call&) { return describe("Queue"); }

 private:
  [[noreturn]] static void raise_closed() { throw Error("RuntimeError", "queue error: queue is closed"); }

  bool add(Call& c, Parcel& item, double seconds) {
    bool closed = false;
    bool added = scriptling::wait_until(
        c, mutex_, not_full_, seconds, [&] { return closed_ || items_.size() < max_size_; },
        [&] {
          if ((closed = closed_)) return;
          items_.push_back(std::move(item));
          not_empty_.notify_one();
        });
    if (closed) raise_closed();
    return added;
  }

  bool take(Call& c, Parcel& item, double seconds) {
    bool closed = false, taken = false;
    auto receive = [&] {
      if ((closed = items_.empty())) return;
      item = std::move(items_.front());
      items_.pop_front();
      not_full_.notify_one();
    };
    try {
      scriptling::wait_until(
          c, mutex_, not_empty_, seconds, [&] { return closed_ || !items_.empty(); }, receive, &taken);
    } catch (const scriptling::Raised&) {
      if (taken && !closed) give_back(item);  // cancelled in the moment of receiving: nobody else may lose it
      throw;
    }
    if (closed) raise_closed();
    return taken;
  }

  void give_back(Parcel& item) {
    std::lock_guard guard(mutex_);
    items_.push_front(std::move(item));
    not_empty_.notify_one();
  }

  const size_t max_size_;
  std::mutex mutex_;
  std::condition_variable not_empty_, not_full_;
  std::deque<Parcel> items_;
  bool closed_ = false;
};

Registry<Queue>& registry() {
  static auto* r = new Registry<Queue>;
  return *r;
}

Value make_queue(Call& c) {
  int kind = c.arg(1).kind();
  int64_t max_size = kind == SL_KIND_INT || kind == SL_KIND_FLOAT ? need_integer(c.arg(1)) : 0;
  auto queue = registry().get_or_create(c.str(0), [&] { return Handle<Queue>::make(c.str(0), max_size); });
  return c.make_object("Queue", queue.detach());
}

}  // namespace

void add_queue(scriptling::ModuleDef& module) {
  module.add(scriptling::class_<Queue>("Queue", "A first-in first-out queue shared by name. Items are copied in and out.")
                 .construct<make_queue>("Queue(name: str, maxsize=0)", "The queue of that name; maxsize 0 or less: unbounded.")
                 .method<&Queue::put>("put(item, timeout=None) -> None", "Add an item; blocks while the queue is full.", SL_FN_BLOCKS)
                 .method<&Queue::get>("get(timeout=None, default=...)",
                                      "Remove and return the oldest item; blocks while the queue is empty. After `timeout` seconds the default, "
                                      "or TimeoutError without one. On a closed, empty queue: RuntimeError.",
                                      SL_FN_BLOCKS)
                 .method<&Queue::try_put>("try_put(item) -> bool", "Add an item unless the queue is full.")
                 .method<&Queue::try_get>("try_get(default=None)", "Remove and return the oldest item, or the default when there is none.")
                 .method<&Queue::size>("size() -> int", "How many items wait.")
                 .method<&Queue::size>("__len__() -> int")
                 .method<&Queue::closed>("closed() -> bool", "Was it closed?")
                 .method<&Queue::close>("close() -> None", "Refuse further items and wake all waiters; what is queued can still be taken.")
                 .method<&Queue::clear>("clear() -> None", "Drop all items.")
                 .method<&Queue::repr>("__repr__() -> str")
                 .share());
}

bool forget_queue(std::string_view name) { return registry().forget(name); }

}  // namespace runtime_sync
