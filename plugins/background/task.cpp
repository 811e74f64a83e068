#include "task.h"

namespace background {

using scriptling::Call;
using scriptling::Entered;
using scriptling::Env;
using scriptling::Error;
using scriptling::host;
using scriptling::Parcel;
using scriptling::Raised;
using scriptling::Value;

namespace {

std::string seconds_text(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%gs", seconds);
  return text;
}

// A call with the arguments given; kwargs may be unset.
Value call_with(const Env& env, const Value& function, const Value& args, const Value& kwargs) {
  std::vector<sl_value> positional;
  if (args.is_set() && !args.is_none())
    for (size_t i = 0; i < args.size(); ++i) positional.push_back(args.at(i));
  return env.call(function, positional, kwargs.is_set() && !kwargs.is_none() ? kwargs.raw() : sl_unset());
}

}  // namespace

Task::~Task() {
  if (work_.shared) host->env_release(work_.shared);
}

Task::State Task::state() {
  std::lock_guard guard(mutex_);
  return state_;
}

void Task::set_state(State state) {
  std::lock_guard guard(mutex_);
  state_ = state;
}

bool Task::enter(sl_env* env) {
  std::lock_guard guard(env_mutex_);
  if (cancelled_) return false;
  env_ = env;
  return true;
}

void Task::leave() {
  std::lock_guard guard(env_mutex_);
  env_ = nullptr;
}

void Task::cancel(const std::string& why) {
  std::lock_guard guard(env_mutex_);
  if (!cancelled_) cancelled_ = why;
  if (env_ && !work_.shared) host->env_interrupt(env_, scriptling::to_str(why));
}

void Task::abandon(const std::string& why) {
  failure_ = {"RuntimeError", why, {}, {}, true, true};
  finish(Failed);
}

void Task::run() {
  started_ = std::chrono::steady_clock::now();
  set_state(Running);
  scriptling::log(SL_LOG_INFO, "background task started", {{"name", name_}, {"handler", handler_}});
  if (work_.shared)
    run_shared();
  else
    run_isolated();
}

void Task::run_isolated() {
  scriptling::OwnedEnv owned = work_.env ? std::move(work_.env) : scriptling::OwnedEnv();
  if (!owned || !enter(owned.get())) return abandon(owned ? *cancelled_ : "no environment available");
  State state = Finished;
  {
    Entered env(owned.get());
    try {
      Value function = work_.function ? env.unpack_function(work_.function) : env.resolve(work_.dotted);
      Value value = call_with(env, function, env.unpack(work_.args), env.unpack(work_.kwargs));
      try {
        result_ = env.pack(value, "task result");
      } catch (const Raised&) {
        auto error = env.take_error();
        untransferable_ = error ? error->message : "";
      }
    } catch (const Raised&) {
      state = keep_failure(env);
    } catch (const std::exception& e) {
      failure_ = {"RuntimeError", e.what(), {}, {}, true, false};
      state = Failed;
    }
  }
  leave();
  owned.close();
  work_.function = {};
  work_.args = work_.kwargs = {};
  finish(state);
}

void Task::run_shared() {
  sl_env* handle = work_.shared;
  State state = Finished;
  if (!enter(handle)) return abandon(*cancelled_);
  {
    Entered env(handle);
    try {
      Value value = call_with(env, work_.live.get(), work_.live_args.get(), work_.live_kwargs.get());
      live_result_ = scriptling::Ref(value);
      sl_parcel* parcel = nullptr;
      if (host->pack(handle, value, "task result", &parcel) == SL_OK)
        result_ = Parcel(parcel);
      else if (auto error = env.take_error())
        untransferable_ = error->message;
    } catch (const Raised&) {
      state = keep_failure(env);
    } catch (const std::exception& e) {
      failure_ = {"RuntimeError", e.what(), {}, {}, true, false};
      state = Failed;
    }
    work_.live = {};
    work_.live_args = {};
    work_.live_kwargs = {};
  }
  leave();
  finish(state);
  work_.shared = nullptr;
  host->env_release(handle);
}

// sys.exit(0) is an end like any other.
Task::State Task::keep_failure(const Env& env) {
  sl_error error{};
  error.struct_size = sizeof error;
  if (!host->error_fetch(env.env(), &error)) return Failed;
  if (error.flags & SL_ERROR_EXIT && !error.exit_status) return Finished;
  failure_.type = scriptling::view(error.type);
  failure_.message = scriptling::view(error.message);
  failure_.traceback = scriptling::view(error.traceback);
  constexpr uint32_t kOutside = SL_ERROR_EXIT | SL_ERROR_TIMEOUT | SL_ERROR_CANCELLED | SL_ERROR_MEMORY;
  failure_.infrastructure = error.flags & kOutside;
  failure_.cancelled = error.flags & SL_ERROR_CANCELLED;
  if (error.flags & SL_ERROR_EXIT) failure_.message = "SystemExit: " + (failure_.message.empty() ? std::to_string(error.exit_status) : failure_.message);
  if (failure_.infrastructure) return Failed;
  sl_value args;
  sl_parcel* parcel = nullptr;
  if (host->get_attr(env.env(), error.exception, sl_text("args"), &args) == SL_OK && host->pack(env.env(), args, "args", &parcel) == SL_OK) failure_.args = Parcel(parcel);
  host->error_clear(env.env());
  return Failed;
}

void Task::finish(State state) {
  auto elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
  if (started_ != std::chrono::steady_clock::time_point()) {
    if (state == Finished)
      scriptling::log(SL_LOG_INFO, "background task finished", {{"name", name_}, {"handler", handler_}, {"duration", seconds_text(elapsed)}});
    else if (failure_.cancelled)
      scriptling::log(SL_LOG_INFO, "background task cancelled", {{"name", name_}, {"handler", handler_}, {"duration", seconds_text(elapsed)}});
    else
      scriptling::log(SL_LOG_ERROR, "background task failed",
                      {{"name", name_}, {"handler", handler_}, {"error", failure_.type + ": " + failure_.message}, {"traceback", failure_.traceback}});
  }
  std::lock_guard guard(mutex_);
  state_ = state;
  ended_.notify_all();
}

bool Task::wait(Call& c, double seconds) {
  if (state() == Waiting) throw Error("RuntimeError", "background task '" + name_ + "' has not started");
  return scriptling::wait_until(
      c, mutex_, ended_, seconds, [&] { return state_ >= Finished; }, [] {});
}

Value Task::result(Call& c) {
  if (state() == Failed) raise_failure(c);
  if (live_result_ && live_result_.env() == c.env()) return live_result_.get();
  if (result_) return c.unpack(result_);
  if (untransferable_.empty()) return c.none();
  std::string message = "task result is not transferable";
  if (!untransferable_.starts_with("task result:")) message += " (" + untransferable_ + ")";  // where inside it
  throw Error("TypeError", message);
}

// The exception is rebuilt from its class, as the caller knows it, and its arguments.
void Task::raise_failure(Call& c) {
  if (failure_.infrastructure) throw Error("RuntimeError", "async error: " + failure_.message);
  sl_env* env = c.env();
  sl_value cls, exception;
  if (failure_.args && host->lookup(env, scriptling::to_str(failure_.type), &cls) == SL_OK && host->kind(env, cls) == SL_KIND_CLASS) {
    Value args = c.unpack(failure_.args);
    std::vector<sl_value> items;
    for (size_t i = 0; i < args.size(); ++i) items.push_back(args.at(i));
    if (host->call(env, cls, items.data(), items.size(), &exception) == SL_OK && host->kind(env, exception) == SL_KIND_EXCEPTION) {
      host->raise_value(env, exception);
      throw Raised{};
    }
  }
  host->error_clear(env);
  c.raise(failure_.type.c_str(), failure_.message);
}

}  // namespace background
