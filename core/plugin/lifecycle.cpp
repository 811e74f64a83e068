#include "core/plugin/lifecycle.h"

#include <utility>

namespace sl {

Lifecycle& Lifecycle::get() {
  static auto* l = new Lifecycle;  // plugin threads may still ask while the process exits
  return *l;
}

void Lifecycle::set_server_mode(bool on) {
  std::lock_guard lock(mutex_);
  server_ = on;
}
bool Lifecycle::server_mode() const {
  std::lock_guard lock(mutex_);
  return server_;
}

void Lifecycle::set_setup(const Environment* env) {
  std::lock_guard lock(mutex_);
  setup_ = env;
}
bool Lifecycle::is_setup(const Environment* env) const {
  std::lock_guard lock(mutex_);
  return setup_ && setup_ == env;
}

bool Lifecycle::request_ready() {
  std::lock_guard lock(mutex_);
  changed_.notify_all();
  return !std::exchange(asked_, true);
}
void Lifecycle::wait_ready_requested() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return asked_ || stopping_; });
}
bool Lifecycle::ready_requested() const {
  std::lock_guard lock(mutex_);
  return asked_;
}

void Lifecycle::announce_ready() {
  std::vector<std::function<void()>> calls;
  {
    std::lock_guard lock(mutex_);
    asked_ = announced_ = true;
    calls.swap(on_ready_);
    changed_.notify_all();
  }
  for (auto& fn : calls) fn();
}
bool Lifecycle::running() const {
  std::lock_guard lock(mutex_);
  return server_ && asked_ && !stopping_;
}

void Lifecycle::request_stop(int exit_status) {
  std::vector<std::function<void()>> calls;
  {
    std::lock_guard lock(mutex_);
    if (stopping_) return;
    stopping_ = true;
    status_ = exit_status;
    calls.swap(on_stopping_);
    changed_.notify_all();
  }
  for (auto& fn : calls) fn();
}
bool Lifecycle::stopping() const {
  std::lock_guard lock(mutex_);
  return stopping_;
}
int Lifecycle::exit_status() const {
  std::lock_guard lock(mutex_);
  return status_;
}

bool Lifecycle::wait_stopping(double seconds, const std::function<bool()>& quit) {
  std::unique_lock lock(mutex_);
  auto done = [&] { return stopping_ || (quit && quit()); };
  if (seconds < 0 || seconds > 1e8)
    changed_.wait(lock, done);
  else
    changed_.wait_for(lock, std::chrono::duration<double>(seconds), done);
  return stopping_;
}
void Lifecycle::wake() {
  std::lock_guard lock(mutex_);
  changed_.notify_all();
}

void Lifecycle::on_ready(std::function<void()> fn) {
  {
    std::lock_guard lock(mutex_);
    if (!announced_) {
      on_ready_.push_back(std::move(fn));
      return;
    }
  }
  fn();
}
void Lifecycle::on_stopping(std::function<void()> fn) {
  {
    std::lock_guard lock(mutex_);
    if (!stopping_) {
      on_stopping_.push_back(std::move(fn));
      return;
    }
  }
  fn();
}

void Lifecycle::on_reload(std::function<void()> fn) {
  std::lock_guard lock(mutex_);
  on_reload_.push_back(std::move(fn));
}
void Lifecycle::announce_reload() {
  std::vector<std::function<void()>> calls;
  {
    std::lock_guard lock(mutex_);
    calls = on_reload_;
  }
  for (auto& fn : calls) fn();
}

void Lifecycle::reset() {
  std::lock_guard lock(mutex_);
  server_ = asked_ = announced_ = stopping_ = false;
  status_ = 0;
  setup_ = nullptr;
  on_ready_.clear();
  on_stopping_.clear();
  on_reload_.clear();
}

}  // namespace sl
