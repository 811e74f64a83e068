#include "sandbox.h"

#include <ctime>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace sandbox {

using scriptling::Call;
using scriptling::Entered;
using scriptling::Env;
using scriptling::Error;
using scriptling::host;
using scriptling::Parcel;
using scriptling::Raised;
using scriptling::Unlocked;
using scriptling::Value;

namespace {

constexpr size_t kMaxOutput = 1 << 20;
constexpr char kTruncated[] = "\n[output truncated]\n";

class Reaper {
 public:
  void start() {
    thread_ = std::thread([this] {
      std::unique_lock lock(mutex_);
      while (true) {
        wake_.wait(lock, [this] { return stopping_ || !dead_.empty(); });
        if (dead_.empty()) return;
        sl_env* env = dead_.back();
        dead_.pop_back();
        lock.unlock();
        host->env_close(env);
        lock.lock();
      }
    });
  }
  void add(sl_env* env) {
    std::lock_guard guard(mutex_);
    dead_.push_back(env);
    wake_.notify_one();
  }
  void stop() {
    {
      std::lock_guard guard(mutex_);
      stopping_ = true;
      wake_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
  }

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<sl_env*> dead_;
  bool stopping_ = false;
  std::thread thread_;
};

Reaper& reaper() {
  static auto* r = new Reaper;
  return *r;
}

std::vector<sl_str> to_strs(const std::vector<std::string>& texts) {
  std::vector<sl_str> out;
  for (const std::string& text : texts) out.push_back(scriptling::to_str(text));
  return out;
}

uint64_t monotonic_ns() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<uint64_t>(now.tv_nsec);
}

}  // namespace

void start_reaper() { reaper().start(); }
void stop_reaper() { reaper().stop(); }

// Keeps the environment open for the duration of a call.
class Sandbox::Use {
 public:
  explicit Use(Sandbox& sandbox) : sandbox_(sandbox) {
    std::lock_guard guard(sandbox_.mutex_);
    if (!(env_ = sandbox_.env_)) throw Error("RuntimeError", "sandbox is closed");
    ++sandbox_.users_;
  }
  ~Use() {
    std::lock_guard guard(sandbox_.mutex_);
    if (!--sandbox_.users_) sandbox_.unused_.notify_all();
  }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  sl_env* env() const { return env_; }

 private:
  Sandbox& sandbox_;
  sl_env* env_;
};

Sandbox::Sandbox(Call& c, const Options& options) : timeout_(options.timeout), capture_(options.capture) {
  sl_env_options o{};
  o.struct_size = sizeof o;
  o.flags = SL_ENV_SANDBOXED;
  o.parent = c.env();
  o.memory = options.memory;
  o.fuel = options.fuel;
  std::vector<sl_str> paths = to_strs(options.paths), modules = to_strs(options.modules);
  if (options.paths_listed) {
    o.flags |= SL_ENV_PATHS_LISTED;
    o.allowed_paths = paths.data();
    o.allowed_path_count = paths.size();
  }
  if (options.modules_listed) {
    o.flags |= SL_ENV_MODULES_LISTED;
    o.allowed_modules = modules.data();
    o.allowed_module_count = modules.size();
  }
  if (!(env_ = host->env_open(scriptling::plugin, &o))) throw Error("RuntimeError", "sandbox.create: no environment available");
  auto sink = [](void* data, sl_str text, int is_stderr) {
    auto* self = static_cast<Sandbox*>(data);
    if (self->capture_ && !is_stderr) self->add_output(scriptling::view(text));
  };
  host->env_set_output(env_, sink, this);
}

Sandbox::~Sandbox() {
  if (env_) reaper().add(env_);
}

void Sandbox::set(Call& c) {
  std::string name(c.str(0));
  sl_parcel* packed = nullptr;
  if (host->pack(c.env(), c.arg(1), "value", &packed) != SL_OK) {
    if (!c.raised("TypeError")) throw Raised{};
    host->error_clear(c.env());
    throw Error("TypeError", "sandbox.set: value is not transferable");
  }
  Parcel value(packed);
  Use use(*this);
  Unlocked unlocked(c);
  if (host->env_set_global(use.env(), scriptling::to_str(name), value.get()) == SL_OK) return;
  std::string message = "failed";
  {
    Entered env(use.env());
    if (auto error = env.take_error()) message = error->message;
  }
  throw Error("RuntimeError", "sandbox.set: " + message);
}

Value Sandbox::get(Call& c) {
  std::string name(c.str(0)), text;
  Parcel value;
  bool as_text = false;
  {
    Use use(*this);
    Unlocked unlocked(c);
    sl_parcel* packed = nullptr;
    if (host->env_get_global(use.env(), scriptling::to_str(name), &packed) == SL_OK) {
      value = Parcel(packed);
    } else {  // defined, but not transferable: its text
      as_text = true;
      Entered env(use.env());
      host->error_clear(use.env());
      try {
        text = env.lookup(name).text();
      } catch (const Raised&) {
        host->error_clear(use.env());
      }
    }
  }
  return as_text ? c.make_str(text) : c.unpack(value);
}

void Sandbox::exec(Call& c) {
  std::string code(c.str(0));
  double timeout = c.arg(1).is_none() ? timeout_ : c.number(1);
  Use use(*this);
  run(c, use.env(), code, "<sandbox>", timeout);
}

void Sandbox::exec_file(Call& c) {
  std::string path(c.str(0));
  double timeout = c.arg(1).is_none() ? timeout_ : c.number(1);
  Use use(*this);
  std::string code;
  bool allowed, readable = false;
  {
    Unlocked unlocked(c);
    {
      Entered env(use.env());
      allowed = host->check_path(use.env(), scriptling::to_str(path)) == SL_OK;
      if (!allowed) host->error_clear(use.env());
    }
    if (allowed) {
      std::error_code error;
      std::ifstream file;
      if (std::filesystem::is_regular_file(path, error)) file.open(path, std::ios::binary);
      readable = file.is_open();
      if (readable) code.assign(std::istreambuf_iterator<char>(file), {});
    }
  }
  if (!allowed) return finish(1, "access denied: path '" + path + "' is outside allowed directories");
  if (!readable) return finish(1, "cannot read '" + path + "'");
  run(c, use.env(), code, path, timeout);
}

void Sandbox::run(Call& c, sl_env* env, const std::string& code, const std::string& file, double timeout) {
  finish(0, {});
  // Resuming lifts what ended the last run; it must not lift the end of the caller.
  std::atomic<bool> cancelled{false};
  scriptling::CancelHook hook(c, [&] {
    cancelled = true;
    host->env_interrupt(env, sl_text("execution cancelled"));
  });
  {
    Unlocked unlocked(c);
    Entered inside(env);  // held throughout, so that two threads run one after the other
    host->env_resume(env);
    if (cancelled) host->env_interrupt(env, sl_text("execution cancelled"));
    if (timeout > 0) host->env_set_deadline(env, monotonic_ns() + static_cast<uint64_t>(std::min(timeout, 1e9) * 1e9));
    if (host->env_exec(env, scriptling::to_str(code), scriptling::to_str(file)) != SL_OK) take_failure(env);
  }
  echo(c);
}

void Sandbox::take_failure(sl_env* env) {
  auto error = Env(env).take_error();
  if (!error) return finish(1, "unknown error");
  if (error->flags & SL_ERROR_EXIT) {
    std::string why = error->message.empty() ? std::to_string(error->exit_status) : error->message;
    return finish(error->exit_status, error->exit_status ? "SystemExit: " + why : std::string());
  }
  finish(1, error->message.empty() ? error->type : error->type + ": " + error->message);
}

void Sandbox::finish(int exit_code, std::string error) {
  std::lock_guard guard(mutex_);
  exit_code_ = exit_code;
  error_ = std::move(error);
}

void Sandbox::add_output(std::string_view text) {
  std::lock_guard guard(mutex_);
  size_t room = kMaxOutput - std::min(kMaxOutput, output_.size());
  bool cut = text.size() > room;
  if (cut) text = text.substr(0, room);
  output_ += text;
  echo_ += text;
  if (cut && !truncated_) {
    output_ += kTruncated;
    echo_ += kTruncated;
  }
  truncated_ |= cut;
}

// Prints what the run printed, as the caller.
void Sandbox::echo(Call& c) {
  std::string text;
  {
    std::lock_guard guard(mutex_);
    text.swap(echo_);
  }
  if (text.empty()) return;
  c.import("sys").attr("stdout").method("write", {c.make_str(text)});
}

int64_t Sandbox::exit_code(Call&) {
  std::lock_guard guard(mutex_);
  return exit_code_;
}

Value Sandbox::error(Call& c) {
  std::string text;
  {
    std::lock_guard guard(mutex_);
    text = error_;
  }
  return text.empty() ? c.none() : c.make_str(text);
}

std::string Sandbox::output(Call&) {
  std::lock_guard guard(mutex_);
  truncated_ = false;
  return std::exchange(output_, {});
}

void Sandbox::close(Call& c) {
  sl_env* env;
  {
    std::lock_guard guard(mutex_);
    env = std::exchange(env_, nullptr);
  }
  if (!env) return;
  Unlocked unlocked(c);
  host->env_interrupt(env, sl_text("sandbox closed"));
  {
    std::unique_lock lock(mutex_);
    unused_.wait(lock, [this] { return users_ == 0; });
  }
  host->env_close(env);
}

}  // namespace sandbox
