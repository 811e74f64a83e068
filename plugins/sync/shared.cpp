#include <condition_variable>
#include <thread>

#include "sync.h"

namespace runtime_sync {
namespace {

using scriptling::Parcel;

constexpr char kComplaint[] = "shared value is not transferable";

// Holds an immutable copy; get() and set() copy out and in, so no two environments see one object.
class Shared final : public Named {
 public:
  Shared(std::string_view name, Parcel initial) : Named(name), value_(std::move(initial)) {}

  Value get(Call& c) {
    Parcel value;
    when_free(c, [&] { value = value_; });
    return c.unpack(value);
  }

  void set(Call& c) {
    Parcel value = pack(c, c.arg(0), kComplaint);
    when_free(c, [&] { std::swap(value_, value); });
  }

  // The function runs with the object reserved: others wait without holding their environments.
  Value update(Call& c) {
    Parcel value;
    bool taken = false;
    struct Release {
      Shared& shared;
      bool& taken;
      ~Release() {
        if (taken) shared.finish_update();
      }
    } release{*this, taken};
    when_free(
        c,
        [&] {
          updater_ = std::this_thread::get_id();
          value = value_;
        },
        &taken);
    Value result = c.arg(0).call({c.unpack(value)});
    value = pack(c, result, kComplaint);
    {
      std::lock_guard guard(mutex_);
      std::swap(value_, value);
    }
    return result;
  }

  std::string repr(Call&) { return describe("Shared"); }

 private:
  template <class Take>
  void when_free(Call& c, Take take, bool* taken = nullptr) {
    {
      std::lock_guard guard(mutex_);
      if (updater_ == std::this_thread::get_id()) throw scriptling::Error("RuntimeError", "Shared.update: re-entrant call");
    }
    scriptling::wait_until(
        c, mutex_, freed_, -1, [&] { return updater_ == std::thread::id(); }, take, taken);
  }
  void finish_update() {
    std::lock_guard guard(mutex_);
    updater_ = {};
    freed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  std::thread::id updater_;
  Parcel value_;
};

Registry<Shared>& registry() {
  static auto* r = new Registry<Shared>;
  return *r;
}

Value make_shared(Call& c) {
  auto shared = registry().get_or_create(c.str(0), [&] { return Handle<Shared>::make(c.str(0), pack(c, c.arg(1), kComplaint)); });
  return c.make_object("Shared", shared.detach());
}

}  // namespace

void add_shared(scriptling::ModuleDef& module) {
  module.add(scriptling::class_<Shared>("Shared", "A value shared by name. Reading and writing copy it.")
                 .construct<make_shared>("Shared(name: str, initial=None)", "The variable of that name; `initial` counts when this creates it.")
                 .method<&Shared::get>("get()", "A copy of the value.", SL_FN_BLOCKS)
                 .method<&Shared::set>("set(value) -> None", "Store a copy of the value.", SL_FN_BLOCKS)
                 .method<&Shared::update>("update(fn: callable)", "Replace the value by fn(value) with nobody else in between; returns the new value.", SL_FN_BLOCKS)
                 .method<&Shared::repr>("__repr__() -> str")
                 .share());
}

bool forget_shared(std::string_view name) { return registry().forget(name); }

}  // namespace runtime_sync
