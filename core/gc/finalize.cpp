// Which unreachable objects have a finalizer to run, and in which order.
#include <algorithm>

#include "core/gc/heap.h"

namespace sl {
namespace {

bool is_watched(const Obj* o) noexcept {
  if (o->kind == Kind::Instance) return o->flags & kInstanceWatched;
  return o->kind == Kind::Generator && static_cast<const Generator*>(o)->watched;
}

bool is_suspended(const Obj* o) noexcept { return o->kind != Kind::Generator || static_cast<GenState>(o->flags) == GenState::Suspended; }

void end_watch(Obj* o) noexcept {
  if (o->kind == Kind::Instance)
    o->flags &= static_cast<uint8_t>(~kInstanceWatched);
  else
    static_cast<Generator*>(o)->watched = false;
}

constexpr uintptr_t kLeaving = 1;  // on the gray stack: all the object holds has been traced

// A collection costs about its live bytes; the rest stands for looking over blocks and roots.
constexpr size_t kCollectionBase = 64u << 10;
constexpr size_t kEarlyBudget[] = {16u << 20, 64u << 20};  // by Heap::Early

}  // namespace

void Heap::watch(Obj* o) {
  if (o->kind == Kind::Instance)
    o->flags |= kInstanceWatched;
  else
    static_cast<Generator*>(o)->watched = true;
  watched_.push_back(o);
  ++watching_;
}

void Heap::unwatch(Generator* g) noexcept {
  g->watched = false;
  --watching_;
}

Obj* Heap::next_doomed() {
  if (doomed_.empty()) return nullptr;
  Obj* o = doomed_.back();
  doomed_.pop_back();
  return o;
}

bool Heap::early_collection(Early why) noexcept {
  size_t& spent = early_bytes_[static_cast<int>(why)];
  if (spent > kEarlyBudget[static_cast<int>(why)]) return false;
  spent += live_bytes_ + kCollectionBase;
  return true;
}

// Youngest first, so that of independent objects the oldest is finalized first.
void Heap::doom(Marker& marker) {
  std::vector<Obj*> order;
  for (size_t i = watched_.size(); i-- > 0;) {
    Obj* o = watched_[i];
    if (o->mark != epoch && is_watched(o) && is_suspended(o)) marker.trace_doomed(o, order);
  }
  doomed_.insert(doomed_.begin(), order.begin(), order.end());
  watching_ -= order.size();
  size_t kept = 0;
  for (Obj* o : watched_) {
    if (o->mark == epoch && is_watched(o)) {
      watched_[kept++] = o;
    } else if (o->mark != epoch && is_watched(o)) {
      --watching_;  // a generator that never started
      end_watch(o);
    }
  }
  watched_.resize(kept);
}

void Marker::trace_doomed(Obj* o, std::vector<Obj*>& order) {
  mark(o);
  while (!gray_.empty()) {
    auto bits = reinterpret_cast<uintptr_t>(gray_.back());
    gray_.pop_back();
    if (bits & kLeaving) {
      order.push_back(reinterpret_cast<Obj*>(bits - kLeaving));
      continue;
    }
    Obj* next = reinterpret_cast<Obj*>(bits);
    if (is_watched(next) && is_suspended(next)) {
      end_watch(next);
      gray_.push_back(reinterpret_cast<Obj*>(bits + kLeaving));
    }
    trace(next);
  }
  drain();  // what found no room
}

}  // namespace sl
