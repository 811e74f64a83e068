// C++20 wrapper over the plugin ABI, header-only, compiled into the plugin.
//
//   #include <scriptling/plugin.hpp>
//   using namespace scriptling;
//
//   static std::string shout(Call& c) {
//     std::string text(c.str(0));
//     for (char& ch : text) ch = std::toupper(static_cast<unsigned char>(ch));
//     return text;
//   }
//   static const sl_function functions[] = {
//       {"shout(text: str) -> str", "Upper-case the ASCII letters of text.", guard<shout>, SL_FN_PURE}};
//   SCRIPTLING_PLUGIN("demo", "1.0.0", "scriptling.demo", functions)
//
// Errors are C++ exceptions inside the plugin: Raised (a script exception is pending), Error (becomes
// one of the given type), any std::exception (RuntimeError). guard<> turns them back into statuses, so
// none leaves the plugin. Values (class Value) are borrowed: valid until the native returns; Ref keeps one.
#pragma once

#include <scriptling/plugin.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <exception>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#define SL_HIDDEN __attribute__((visibility("hidden")))

namespace scriptling {
inline namespace v1 {

// The host table and this plugin's record; set before init() runs.
SL_HIDDEN inline const sl_host* host = nullptr;
SL_HIDDEN inline sl_plugin* plugin = nullptr;

inline sl_str to_str(std::string_view s) noexcept { return {s.data(), s.size()}; }
inline std::string_view view(sl_str s) noexcept { return s.data ? std::string_view(s.data, s.size) : std::string_view(); }

// A script exception is pending in the environment.
struct SL_HIDDEN Raised {};
// Becomes a script exception of that type.
class SL_HIDDEN Error : public std::runtime_error {
 public:
  Error(const char* type, const std::string& message) : std::runtime_error(message), type_(type) {}
  const char* type() const noexcept { return type_; }

 private:
  const char* type_;
};
inline void check(sl_status status) {
  if (status != SL_OK) throw Raised{};
}

class Env;

// A script value together with its environment.
class SL_HIDDEN Value {
 public:
  Value() noexcept : env_(nullptr), v_(sl_unset()) {}
  Value(sl_env* env, sl_value v) noexcept : env_(env), v_(v) {}
  sl_value raw() const noexcept { return v_; }
  operator sl_value() const noexcept { return v_; }
  sl_env* env() const noexcept { return env_; }

  bool is_set() const noexcept { return v_.tag != SL_UNSET; }
  bool is_none() const noexcept { return v_.tag == SL_NONE; }
  int kind() const { return host->kind(env_, v_); }
  bool is_str() const { return kind() == SL_KIND_STR; }
  bool is_int() const { return kind() == SL_KIND_INT; }
  bool is_float() const noexcept { return v_.tag == SL_FLOAT; }
  bool is_bool() const noexcept { return v_.tag == SL_BOOL; }
  bool is_dict() const { return kind() == SL_KIND_DICT; }
  bool is_list() const { return kind() == SL_KIND_LIST; }
  bool is_sequence() const {
    int k = kind();
    return k == SL_KIND_LIST || k == SL_KIND_TUPLE;
  }
  bool is_callable() const { return host->callable(env_, v_) != 0; }
  std::string type_name() const { return std::string(view(host->type_name(env_, v_))); }

  int64_t integer() const {
    if (v_.tag == SL_INT || v_.tag == SL_BOOL) return v_.as.i;
    int64_t out;
    check(host->int_get(env_, v_, &out));
    return out;
  }
  double number() const {
    if (v_.tag == SL_FLOAT) return v_.as.f;
    double out;
    check(host->float_get(env_, v_, &out));
    return out;
  }
  bool truthy() const {
    int out;
    check(host->truthy(env_, v_, &out));
    return out != 0;
  }
  // The text of a str; TypeError for anything else.
  std::string_view str() const {
    sl_str s = host->str_get(env_, v_);
    if (!s.data) throw Error("TypeError", "expected str, got " + type_name());
    return view(s);
  }
  std::string_view bytes() const {
    sl_str s = host->bytes_get(env_, v_);
    if (!s.data) throw Error("TypeError", "expected bytes, got " + type_name());
    return view(s);
  }
  std::string text() const {  // str(v)
    sl_value out;
    check(host->str(env_, v_, &out));
    return std::string(view(host->str_get(env_, out)));
  }
  std::string repr() const {
    sl_value out;
    check(host->repr(env_, v_, &out));
    return std::string(view(host->str_get(env_, out)));
  }
  size_t length() const {
    int64_t n;
    check(host->length(env_, v_, &n));
    return static_cast<size_t>(n);
  }
  bool equals(sl_value other) const {
    int out;
    check(host->equal(env_, v_, other, &out));
    return out != 0;
  }

  // Attributes and items.
  Value attr(std::string_view name) const {
    sl_value out;
    check(host->get_attr(env_, v_, to_str(name), &out));
    return {env_, out};
  }
  Value find_attr(std::string_view name) const {  // unset when there is none
    sl_value out;
    check(host->find_attr(env_, v_, to_str(name), &out));
    return {env_, out};
  }
  void set_attr(std::string_view name, sl_value value) const { check(host->set_attr(env_, v_, to_str(name), value)); }
  Value item(sl_value key) const {
    sl_value out;
    check(host->get_item(env_, v_, key, &out));
    return {env_, out};
  }
  void set_item(sl_value key, sl_value value) const { check(host->set_item(env_, v_, key, value)); }

  // Lists and tuples.
  size_t size() const { return host->list_size(env_, v_); }
  Value at(size_t index) const { return {env_, host->list_get(env_, v_, index)}; }
  void append(sl_value item) const { check(host->list_append(env_, v_, item)); }

  // Dicts.
  size_t dict_size() const { return host->dict_size(env_, v_); }
  Value get(std::string_view key) const { return {env_, host->dict_get_str(env_, v_, to_str(key))}; }  // unset: absent
  Value get(sl_value key) const {
    sl_value out;
    check(host->dict_get(env_, v_, key, &out));
    return {env_, out};
  }
  void set(std::string_view key, sl_value value) const { check(host->dict_set_str(env_, v_, to_str(key), value)); }
  void set(sl_value key, sl_value value) const { check(host->dict_set(env_, v_, key, value)); }
  template <class Fn>
  void each_item(Fn fn) const {  // fn(Value key, Value value)
    size_t cursor = 0;
    sl_value k, v;
    while (host->dict_next(env_, v_, &cursor, &k, &v)) fn(Value(env_, k), Value(env_, v));
  }
  // Any iterable.
  template <class Fn>
  void each(Fn fn) const {
    sl_value it, item;
    check(host->iter_new(env_, v_, &it));
    for (;;) {
      check(host->iter_next(env_, it, &item));
      if (item.tag == SL_UNSET) return;
      fn(Value(env_, item));
    }
  }

  Value call(std::initializer_list<sl_value> args = {}) const { return call(args.begin(), args.size()); }
  Value call(const sl_value* args, size_t n) const {
    sl_value out;
    check(host->call(env_, v_, args, n, &out));
    return {env_, out};
  }
  Value method(std::string_view name, std::initializer_list<sl_value> args = {}) const {
    sl_value out;
    check(host->call_method(env_, v_, to_str(name), args.begin(), args.size(), &out));
    return {env_, out};
  }

 private:
  sl_env* env_;
  sl_value v_;
};

// A counted parcel.
class SL_HIDDEN Parcel {
 public:
  Parcel() noexcept = default;
  explicit Parcel(sl_parcel* owned) noexcept : p_(owned) {}
  Parcel(const Parcel& o) noexcept : p_(o.p_) {
    if (p_) host->parcel_retain(p_);
  }
  Parcel(Parcel&& o) noexcept : p_(std::exchange(o.p_, nullptr)) {}
  Parcel& operator=(Parcel o) noexcept {
    std::swap(p_, o.p_);
    return *this;
  }
  ~Parcel() {
    if (p_) host->parcel_free(p_);
  }
  static Parcel of(sl_value scalar) { return Parcel(host->parcel_new(scalar)); }
  static Parcel of(std::string_view text) { return Parcel(host->parcel_new_str(to_str(text))); }
  static Parcel load(std::string_view bytes) {  // empty when these are no parcel
    sl_parcel* p = nullptr;
    return host->parcel_load(to_str(bytes), &p) == SL_OK ? Parcel(p) : Parcel();
  }
  explicit operator bool() const noexcept { return p_ != nullptr; }
  sl_parcel* get() const noexcept { return p_; }
  size_t size() const { return p_ ? host->parcel_size(p_) : 0; }
  std::optional<sl_value> scalar() const {
    sl_value v;
    if (p_ && host->parcel_scalar(p_, &v)) return v;
    return std::nullopt;
  }
  bool equals(const Parcel& o) const { return p_ && o.p_ && host->parcel_equal(p_, o.p_) != 0; }
  bool save(std::string* out) const {  // false: it holds handles
    auto sink = [](void* data, sl_str s) { static_cast<std::string*>(data)->append(s.data, s.size); };
    return host->parcel_save(p_, sink, out) == SL_OK;
  }

 private:
  sl_parcel* p_ = nullptr;
};

// A counted carrier.
class SL_HIDDEN Carrier {
 public:
  Carrier() noexcept = default;
  explicit Carrier(sl_carrier* owned) noexcept : c_(owned) {}
  Carrier(const Carrier& o) noexcept : c_(o.c_) {
    if (c_) host->carrier_retain(c_);
  }
  Carrier(Carrier&& o) noexcept : c_(std::exchange(o.c_, nullptr)) {}
  Carrier& operator=(Carrier o) noexcept {
    std::swap(c_, o.c_);
    return *this;
  }
  ~Carrier() {
    if (c_) host->carrier_free(c_);
  }
  explicit operator bool() const noexcept { return c_ != nullptr; }
  sl_carrier* get() const noexcept { return c_; }
  std::string name() const { return std::string(view(host->carrier_name(c_))); }

 private:
  sl_carrier* c_ = nullptr;
};

// Keeps a value alive beyond the call. Needs its environment open to be read.
class SL_HIDDEN Ref {
 public:
  Ref() noexcept = default;
  explicit Ref(const Value& v) : env_(v.env()), r_(host->ref_new(v.env(), v)) {}
  Ref(Ref&& o) noexcept : env_(o.env_), r_(std::exchange(o.r_, nullptr)) {}
  Ref& operator=(Ref&& o) noexcept {
    std::swap(env_, o.env_);
    std::swap(r_, o.r_);
    return *this;
  }
  ~Ref() {
    if (r_) host->ref_free(r_);
  }
  explicit operator bool() const noexcept { return r_ != nullptr; }
  sl_env* env() const noexcept { return env_; }
  Value get() const { return {env_, r_ ? host->ref_get(env_, r_) : sl_unset()}; }

 private:
  sl_env* env_ = nullptr;
  sl_ref* r_ = nullptr;
};

// A taken exception, with texts of its own.
struct SL_HIDDEN ErrorInfo {
  std::string type, message, traceback;
  uint32_t flags = 0;
  int exit_status = 1;
};

// Operations of an environment whose lock this thread holds.
class SL_HIDDEN Env {
 public:
  explicit Env(sl_env* env) noexcept : env_(env) {}
  sl_env* env() const noexcept { return env_; }
  Value value(sl_value v) const noexcept { return {env_, v}; }

  Value none() const noexcept { return {env_, sl_none()}; }
  Value make(bool b) const noexcept { return {env_, sl_bool(b)}; }
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) Value make(T i)
  const noexcept { return {env_, sl_int(static_cast<int64_t>(i))}; }
  Value make(double f) const noexcept { return {env_, sl_float(f)}; }
  Value make(std::string_view s) const { return make_str(s); }
  Value make(const std::string& s) const { return make_str(s); }
  Value make(const char* s) const { return make_str(s); }
  Value make(Value v) const noexcept { return v; }
  Value make(sl_value v) const noexcept { return {env_, v}; }
  Value make_str(std::string_view s) const {
    return produce([&](sl_value* out) { return host->str_new(env_, to_str(s), out); });
  }
  Value make_bytes(std::string_view s) const {
    return produce([&](sl_value* out) { return host->bytes_new(env_, to_str(s), out); });
  }
  Value make_dict() const {
    return produce([&](sl_value* out) { return host->dict_new(env_, out); });
  }
  Value make_list(const std::vector<sl_value>& items = {}) const {
    return produce([&](sl_value* out) { return host->list_new(env_, items.data(), items.size(), out); });
  }
  Value make_tuple(const std::vector<sl_value>& items = {}) const {
    return produce([&](sl_value* out) { return host->tuple_new(env_, items.data(), items.size(), out); });
  }
  // Takes over one count of data.
  Value make_object(const char* cls, void* data) const {
    return produce([&](sl_value* out) { return host->object_new(env_, plugin, cls, data, out); });
  }
  // Null when the value is no object of that class.
  template <class T>
  T* object(const char* cls, sl_value v) const {
    return static_cast<T*>(host->object_data(env_, plugin, cls, v));
  }

  Value lookup(std::string_view name) const {
    return produce([&](sl_value* out) { return host->lookup(env_, to_str(name), out); });
  }
  Value import(std::string_view dotted) const {
    return produce([&](sl_value* out) { return host->import_module(env_, to_str(dotted), out); });
  }
  Value resolve(std::string_view dotted) const {
    return produce([&](sl_value* out) { return host->resolve(env_, to_str(dotted), out); });
  }
  Value call(sl_value f, const std::vector<sl_value>& args, sl_value keywords = sl_unset()) const {
    return produce([&](sl_value* out) { return host->call_kw(env_, f, args.data(), args.size(), keywords, out); });
  }

  Parcel pack(sl_value v, const char* what = "value") const {
    sl_parcel* p = nullptr;
    check(host->pack(env_, v, what, &p));
    return Parcel(p);
  }
  Value unpack(const Parcel& p) const {
    if (!p) return none();
    if (auto scalar = p.scalar()) return {env_, *scalar};
    return produce([&](sl_value* out) { return host->unpack(env_, p.get(), out); });
  }
  Carrier pack_function(sl_value fn) const {
    sl_carrier* c = nullptr;
    check(host->function_pack(env_, fn, &c));
    return Carrier(c);
  }
  Value unpack_function(const Carrier& c) const {
    return produce([&](sl_value* out) { return host->function_unpack(env_, c.get(), out); });
  }

  std::string json(sl_value v) const {
    std::string text;
    auto sink = [](void* data, sl_str s) { static_cast<std::string*>(data)->append(s.data, s.size); };
    check(host->json_encode(env_, v, sink, &text));
    return text;
  }
  Value parse_json(std::string_view text) const {
    return produce([&](sl_value* out) { return host->json_decode(env_, to_str(text), out); });
  }

  [[noreturn]] void raise(const char* type, std::string_view message) const {
    host->raise(env_, type, to_str(message));
    throw Raised{};
  }
  bool raised(const char* type = nullptr) const { return host->error_matches(env_, type) != 0; }
  std::optional<ErrorInfo> take_error() const {
    sl_error e{};
    e.struct_size = sizeof e;
    if (!host->error_fetch(env_, &e)) return std::nullopt;
    return ErrorInfo{std::string(view(e.type)), std::string(view(e.message)), std::string(view(e.traceback)), e.flags, e.exit_status};
  }
  void check_path(std::string_view path) const { check(host->check_path(env_, to_str(path))); }
  void poll() const { check(host->poll(env_)); }
  void sleep(double seconds) const { check(host->sleep(env_, seconds)); }

 private:
  template <class Fn>
  Value produce(Fn fn) const {
    sl_value out = sl_none();
    check(fn(&out));
    return {env_, out};
  }

 protected:
  sl_env* env_;
};

// One call of a native: its arguments and its result.
class SL_HIDDEN Call : public Env {
 public:
  explicit Call(sl_call* call) noexcept : Env(call->env), call_(call) {}
  size_t size() const noexcept { return call_->argc; }
  bool has(size_t i) const noexcept { return i < call_->argc && call_->argv[i].tag != SL_UNSET; }
  Value arg(size_t i) const noexcept { return {env_, i < call_->argc ? call_->argv[i] : sl_unset()}; }
  std::string_view str(size_t i) const { return arg(i).str(); }
  std::string_view bytes(size_t i) const { return arg(i).bytes(); }
  int64_t integer(size_t i) const { return arg(i).integer(); }
  double number(size_t i) const { return arg(i).number(); }
  bool boolean(size_t i) const { return arg(i).truthy(); }
  template <class T>
  T& self() const noexcept {
    return *static_cast<T*>(call_->self);
  }
  Value self_value() const noexcept { return {env_, call_->self_value}; }
  template <class T>
  T& state() const noexcept {
    return *static_cast<T*>(call_->state);
  }

  sl_status ret() const noexcept { return SL_OK; }
  template <class T>
  sl_status ret(T&& result) const {
    *call_->result = make(std::forward<T>(result)).raw();
    return SL_OK;
  }

 private:
  sl_call* call_;
};

// Adapts `R body(Call&)` and `R T::body(Call&)` to sl_native. R is void (None), something Env::make
// takes (int64_t, double, bool, text, Value), or sl_status for bodies ending in `return c.ret(...)`;
// as sl_status is int, functions that return an integer declare it int64_t.
namespace detail {
template <class T>
struct Method;
template <class R, class T>
struct Method<R (T::*)(Call&)> {
  using Self = T;
};
template <class R, class T>
struct Method<R (T::*)(Call&) const> {
  using Self = T;
};

template <auto body>
decltype(auto) invoke(Call& c) {
  if constexpr (std::is_member_function_pointer_v<decltype(body)>)
    return (c.self<typename Method<decltype(body)>::Self>().*body)(c);
  else
    return body(c);
}
// Turns the exception being handled into a pending script error.
inline sl_status raise_current(sl_env* env) noexcept {
  try {
    throw;
  } catch (const Raised&) {
    return SL_RAISED;
  } catch (const Error& e) {
    return host->raise(env, e.type(), to_str(e.what()));
  } catch (const std::bad_alloc&) {
    return host->raise(env, "MemoryError", sl_text(""));
  } catch (const std::exception& e) {
    return host->raise(env, "RuntimeError", to_str(e.what()));
  } catch (...) {
    return host->raise(env, "RuntimeError", sl_text("unknown error in a native function"));
  }
}
}  // namespace detail

template <auto body>
SL_HIDDEN sl_status guard(sl_call* call) noexcept {
  try {
    Call c(call);
    using R = decltype(detail::invoke<body>(c));
    if constexpr (std::is_void_v<R>) {
      detail::invoke<body>(c);
      return SL_OK;
    } else if constexpr (std::is_same_v<R, sl_status>) {
      return detail::invoke<body>(c);
    } else {
      return c.ret(detail::invoke<body>(c));
    }
  } catch (...) {
    return detail::raise_current(call->env);
  }
}

// Releases the environment's lock for a scope. Touch no Value inside.
class SL_HIDDEN Unlocked {
 public:
  explicit Unlocked(const Env& env) : env_(env.env()), unwinding_(std::uncaught_exceptions()) { host->unlock(env_); }
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;
  void relock() {  // throws Raised when the environment was cancelled meanwhile
    if (std::exchange(open_, false)) check(host->relock(env_));
  }
  ~Unlocked() noexcept(false) {
    if (!open_) return;
    if (host->relock(env_) != SL_OK && std::uncaught_exceptions() == unwinding_) throw Raised{};
  }

 private:
  sl_env* env_;
  int unwinding_;
  bool open_ = true;
};

// Calls `wake` when the environment's wait must end early.
class SL_HIDDEN CancelHook {
 public:
  CancelHook(const Env& env, std::function<void()> wake) : env_(env.env()), wake_(std::move(wake)) {
    auto call = [](void* data) { static_cast<CancelHook*>(data)->wake_(); };
    check(host->on_cancel(env_, call, this, &hook_));
  }
  ~CancelHook() { host->off_cancel(env_, hook_); }
  CancelHook(const CancelHook&) = delete;
  CancelHook& operator=(const CancelHook&) = delete;

 private:
  sl_env* env_;
  std::function<void()> wake_;
  uint64_t hook_ = 0;
};

// Waits, without the environment's lock, until ready() holds; then runs take(). Both are called with
// `mutex` held and must not touch values. False: `seconds` (negative: no limit) passed first. Throws
// Raised when cancelled or out of time. take() has run exactly when this returns true or, if the
// environment was cancelled at the same moment, when *taken was set.
template <class Ready, class Take>
bool wait_until(const Env& env, std::mutex& mutex, std::condition_variable& condition, double seconds, Ready ready, Take take, bool* taken = nullptr) {
  bool cancelled = false, done = false;
  {
    std::unique_lock lock(mutex);
    if (ready()) {
      take();
      if (taken) *taken = true;
      return true;
    }
  }
  if (seconds == 0) return false;
  CancelHook hook(env, [&] {
    std::lock_guard lock(mutex);
    cancelled = true;
    condition.notify_all();
  });
  Unlocked unlocked(env);
  {
    std::unique_lock lock(mutex);
    auto finished = [&] { return cancelled || ready(); };
    if (seconds < 0 || seconds > 1e9)
      condition.wait(lock, finished);
    else
      condition.wait_for(lock, std::chrono::duration<double>(seconds), finished);
    if (!cancelled && ready()) {
      take();
      done = true;
      if (taken) *taken = true;
    }
  }
  unlocked.relock();
  return done;
}

// Holds an environment's lock on a thread of the plugin's own.
class SL_HIDDEN Entered : public Env {
 public:
  explicit Entered(sl_env* env) : Env(env) { host->env_enter(env); }
  ~Entered() { host->env_leave(env_); }
  Entered(const Entered&) = delete;
  Entered& operator=(const Entered&) = delete;
};

// An environment opened by the plugin, closed at the end of its scope.
class SL_HIDDEN OwnedEnv {
 public:
  explicit OwnedEnv(const sl_env_options* options = nullptr) : env_(host->env_open(plugin, options)) {}
  OwnedEnv(OwnedEnv&& o) noexcept : env_(std::exchange(o.env_, nullptr)) {}
  OwnedEnv& operator=(OwnedEnv&& o) noexcept {
    std::swap(env_, o.env_);
    return *this;
  }
  ~OwnedEnv() { close(); }
  void close() {
    if (env_) host->env_close(std::exchange(env_, nullptr));
  }
  explicit operator bool() const noexcept { return env_ != nullptr; }
  sl_env* get() const noexcept { return env_; }

 private:
  sl_env* env_;
};

// Native data shared by any number of script objects. Starts with one count, the creator's.
class SL_HIDDEN Counted {
 public:
  Counted() = default;
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  virtual ~Counted() = default;
  void retain() noexcept { count_.fetch_add(1, std::memory_order_relaxed); }
  void release() noexcept {
    if (count_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }

 private:
  std::atomic<int> count_{1};
};

// Counted pointer to a class derived from Counted.
template <class T>
class SL_HIDDEN Handle {
 public:
  Handle() noexcept = default;
  explicit Handle(T* owned) noexcept : p_(owned) {}
  template <class... Args>
  static Handle make(Args&&... args) {
    return Handle(new T(std::forward<Args>(args)...));
  }
  static Handle share(T* p) noexcept {
    if (p) p->retain();
    return Handle(p);
  }
  Handle(const Handle& o) noexcept : p_(o.p_) {
    if (p_) p_->retain();
  }
  Handle(Handle&& o) noexcept : p_(std::exchange(o.p_, nullptr)) {}
  Handle& operator=(Handle o) noexcept {
    std::swap(p_, o.p_);
    return *this;
  }
  ~Handle() {
    if (p_) p_->release();
  }
  T* get() const noexcept { return p_; }
  T* operator->() const noexcept { return p_; }
  T& operator*() const noexcept { return *p_; }
  explicit operator bool() const noexcept { return p_ != nullptr; }
  T* detach() noexcept { return std::exchange(p_, nullptr); }  // give the count away, e.g. to make_object

 private:
  T* p_ = nullptr;
};

// Describes a native class whose data is T (derived from Counted). `self` is T*.
template <class T>
class SL_HIDDEN ClassDef {
 public:
  ClassDef(const char* name, const char* doc) {
    def_.name = name;
    def_.doc = doc;
    def_.retain = [](void* p) { static_cast<T*>(p)->retain(); };
    def_.release = [](void* p) { static_cast<T*>(p)->release(); };
  }
  template <auto body>
  ClassDef& method(const char* signature, const char* doc = nullptr, uint64_t flags = 0) {
    methods_.push_back({signature, doc, guard<body>, flags});
    return *this;
  }
  template <auto body>
  ClassDef& property(const char* name, const char* doc = nullptr) {
    return method<body>(name, doc, SL_FN_PROPERTY);
  }
  template <auto body>
  ClassDef& construct(const char* signature, const char* doc = nullptr) {
    construct_ = {signature, doc, guard<body>, 0};
    def_.construct = &construct_;
    return *this;
  }
  ClassDef& share() { return flags(SL_CLASS_SHARE); }
  ClassDef& flags(uint32_t bits) {
    def_.flags |= bits;
    return *this;
  }
  ClassDef& fields(uint32_t n) {
    def_.fields = n;
    return *this;
  }
  sl_class get() {
    def_.methods = methods_.data();
    def_.method_count = methods_.size();
    return def_;
  }

 private:
  sl_class def_{};
  sl_function construct_{};
  std::vector<sl_function> methods_;
};
// class_<T>("Atomic", "doc") reads well at the place of use; the definition lives as long as the process.
template <class T>
ClassDef<T>& class_(const char* name, const char* doc = nullptr) {
  static std::deque<ClassDef<T>> all;
  return all.emplace_back(name, doc);
}

// Collects a module, then registers it.
class SL_HIDDEN ModuleDef {
 public:
  explicit ModuleDef(const char* name, const char* doc = nullptr) : name_(name), doc_(doc) {}
  template <auto body>
  ModuleDef& function(const char* signature, const char* doc = nullptr, uint64_t flags = 0) {
    functions_.push_back({signature, doc, guard<body>, flags});
    return *this;
  }
  template <auto body>
  ModuleDef& constant(const char* name, const char* doc = nullptr) {
    constants_.push_back({name, doc, guard<body>, 0});
    return *this;
  }
  template <class T>
  ModuleDef& add(ClassDef<T>& cls) {
    classes_.push_back(cls.get());
    return *this;
  }
  // Throws Raised when the host refuses it.
  void install() {
    auto* keep = new ModuleDef(*this);  // the host reads the arrays until the process ends
    sl_module m{
        sizeof(sl_module),     sizeof(sl_function),     sizeof(sl_class),       0, keep->name_, keep->doc_, keep->functions_.data(), keep->functions_.size(), keep->classes_.data(),
        keep->classes_.size(), keep->constants_.data(), keep->constants_.size()};
    check(host->register_module(plugin, &m));
  }

 private:
  const char* name_;
  const char* doc_;
  std::vector<sl_function> functions_, constants_;
  std::vector<sl_class> classes_;
};

// The plugin's settings; keys are those of its config_schema. Missing keys throw std::runtime_error.
namespace config {
inline void need(sl_status s, const char* key) {
  if (s != SL_OK) throw std::runtime_error(std::string("no configuration key ") + key);
}
inline std::string text(const char* key) {
  sl_str s{};
  need(host->config(plugin, key, &s), key);
  return std::string(view(s));
}
inline int64_t integer(const char* key) {
  int64_t v = 0;
  need(host->config_int(plugin, key, &v), key);
  return v;
}
inline double number(const char* key) {
  double v = 0;
  need(host->config_float(plugin, key, &v), key);
  return v;
}
inline bool boolean(const char* key) {
  int v = 0;
  need(host->config_bool(plugin, key, &v), key);
  return v != 0;
}
inline std::vector<std::string> list(const char* key) {
  std::vector<std::string> out;
  std::string all = text(key);
  for (size_t at = 0; at < all.size();) {
    size_t comma = all.find(',', at);
    if (comma == std::string::npos) comma = all.size();
    out.push_back(all.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}
}  // namespace config

using Fields = std::initializer_list<std::pair<std::string_view, std::string_view>>;
inline void log(int level, std::string_view message, Fields fields = {}) {
  std::vector<sl_field> f;
  f.reserve(fields.size());
  for (auto& [k, v] : fields) f.push_back({to_str(k), to_str(v)});
  host->log(plugin, level, to_str(message), f.data(), f.size());
}

// What a plugin exports, with C++ functions: throw std::exception from init and start to fail.
struct PluginDef {
  const char* name;
  const char* version;
  const char* summary = "";
  const char* license = "Apache-2.0";
  const char* needs = "";
  const char* config = "";
  void (*init)() = nullptr;
  void (*start)() = nullptr;
  void (*stop)() = nullptr;
  void (*shutdown)() = nullptr;
};

namespace detail {
inline void run(void (*fn)()) {
  if (fn) fn();
}
template <class Fn>
sl_status phase(Fn fn) noexcept {
  try {
    fn();
    return SL_OK;
  } catch (const Raised&) {
    return SL_RAISED;
  } catch (const std::exception& e) {
    return host->fail(plugin, to_str(e.what()));
  } catch (...) {
    return host->fail(plugin, sl_text("unknown C++ exception"));
  }
}
template <const PluginDef& def>
constexpr sl_plugin_info describe() {
  return {sizeof(sl_plugin_info),
          SL_ABI_MAJOR,
          SL_ABI_MINOR,
          def.name,
          def.version,
          def.summary,
          def.license,
          def.needs,
          def.config,
          [](const sl_host* h, sl_plugin* p, void** state) -> sl_status {
            host = h;
            plugin = p;
            *state = nullptr;
            return phase([] { run(def.init); });
          },
          [](void*) -> sl_status { return phase([] { run(def.start); }); },
          [](void*) { phase([] { run(def.stop); }); },
          [](void*) { phase([] { run(def.shutdown); }); }};
}
}  // namespace detail
}  // namespace v1
}  // namespace scriptling

// Exports the plugin described by a `static constexpr PluginDef` at namespace scope.
#define SCRIPTLING_PLUGIN_EXPORT(def)                          \
  extern "C" SL_EXPORT const sl_plugin_info scriptling_plugin; \
  extern "C" const sl_plugin_info scriptling_plugin = ::scriptling::detail::describe<def>();

// A plugin that is one module of functions.
#define SCRIPTLING_PLUGIN(plugin_name, plugin_version, module_name, function_array)                                                                                               \
  static void scriptling_register_module() {                                                                                                                                      \
    static const sl_module module = {                                                                                                                                             \
        sizeof(sl_module), sizeof(sl_function), sizeof(sl_class), 0, module_name, nullptr, function_array, sizeof(function_array) / sizeof(sl_function), nullptr, 0, nullptr, 0}; \
    ::scriptling::check(::scriptling::host->register_module(::scriptling::plugin, &module));                                                                                      \
  }                                                                                                                                                                               \
  static constexpr ::scriptling::PluginDef scriptling_plugin_def{.name = plugin_name, .version = plugin_version, .init = scriptling_register_module};                             \
  SCRIPTLING_PLUGIN_EXPORT(scriptling_plugin_def)
