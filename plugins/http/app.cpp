#include "app.h"

#include <algorithm>

#include "text.h"

namespace http {
namespace {

using scriptling::Entered;
using scriptling::Env;
using scriptling::Error;
using scriptling::host;
using scriptling::Raised;
using scriptling::Value;

// The environment of the request being answered, for whoever wants to end it.
class ScriptExchange final : public Exchange {
 public:
  void cancel(const char* why) override {
    std::lock_guard guard(mutex_);
    if (env_) host->env_interrupt(env_, sl_text(why));
  }
  void set(sl_env* env) {
    std::lock_guard guard(mutex_);
    env_ = env;
  }

 private:
  std::mutex mutex_;
  sl_env* env_ = nullptr;
};

bool same_secret(std::string_view a, std::string_view b) {
  unsigned char difference = a.size() != b.size();
  for (size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[b.empty() ? 0 : i % b.size()]);
  return !difference;
}

bool below(std::string_view path, std::string_view prefix) { return path.starts_with(prefix) && (path.size() == prefix.size() || prefix.empty() || path[prefix.size()] == '/'); }

void redirect(std::string encoded_path, const Request& request, Response& response) {
  if (!request.query.empty()) encoded_path.append("?").append(request.query);
  response.status = 307;
  response.add("Location", encoded_path);
}

void log_error(const char* what, const Handler& handler, const Request& request, const scriptling::ErrorInfo& error) {
  scriptling::log(SL_LOG_ERROR, what,
                  {{"handler", handler.name},
                   {"method", request.method},
                   {"path", request.path},
                   {"error", error.message.empty() ? error.type : error.type + ": " + error.message},
                   {"traceback", error.traceback}});
}

// Runs one request's functions in one environment and makes the answer.
class Run {
 public:
  Run(const Env& env, const Settings& settings, Request& request, Response& response)
      : env_(env), settings_(settings), request_(request), response_(response), object_(make_request_object(env, request)) {}

  // The function's result; unset when it failed and the failure is the answer.
  Value call(const Handler& handler) {
    Value function;
    if (!find(handler, function)) return {};
    sl_value argument = object_.raw(), result = sl_none();
    if (host->call(env_.env(), function, &argument, 1, &result) == SL_OK) return env_.value(result);
    fail(handler);
    return {};
  }

  void answer(const Handler& handler, const Value& result, int default_status) {
    try {
      fill_response(env_, result, default_status, response_);
    } catch (const Raised&) {
      fail(handler);
    } catch (const Error& e) {
      host->raise(env_.env(), e.type(), scriptling::to_str(e.what()));
      fail(handler);
    }
  }

 private:
  bool find(const Handler& handler, Value& function) {
    sl_value found = sl_none();
    sl_status status = handler.function ? host->function_unpack(env_.env(), handler.function.get(), &found) : host->resolve(env_.env(), scriptling::to_str(handler.name), &found);
    if (status == SL_OK) {
      function = env_.value(found);
      return true;
    }
    bool missing = env_.raised("AttributeError");
    auto error = env_.take_error();
    if (!error || interrupted(error->flags)) return false;
    log_error("Failed to import library", handler, request_, *error);
    if (missing && settings_.expose_errors)
      response_.error(500, "function '" + handler.name + "' not found");
    else
      response_.plain(500);
    return false;
  }

  bool interrupted(uint32_t flags) {
    if (flags & SL_ERROR_TIMEOUT)
      response_.plain(504);
    else if (flags & SL_ERROR_CANCELLED)
      response_.plain(503);
    return flags & (SL_ERROR_TIMEOUT | SL_ERROR_CANCELLED);
  }

  // The pending exception becomes the answer.
  void fail(const Handler& handler) {
    auto error = env_.take_error();
    if (!error) return response_.plain(500);
    log_error("Handler error", handler, request_, *error);
    if (interrupted(error->flags)) return;
    if (!settings_.expose_errors) return response_.error(500, "Internal Server Error");
    std::string message = error->message;
    if (error->flags & SL_ERROR_EXIT) message = "SystemExit: " + (message.empty() ? std::to_string(error->exit_status) : message);
    response_.error(500, message.empty() ? error->type : message);
  }

  const Env& env_;
  const Settings& settings_;
  Request& request_;
  Response& response_;
  Value object_;
};

}  // namespace

std::unique_ptr<Exchange> App::make_exchange() { return std::make_unique<ScriptExchange>(); }

void App::answer(Exchange& exchange, Request& request, Response& response) {
  int64_t started = settings_.access_log ? steady_ns() : 0;
  try {
    dispatch(exchange, request, response);
  } catch (const std::exception& e) {
    scriptling::log(SL_LOG_ERROR, "Request failed", {{"method", request.method}, {"path", request.path}, {"error", e.what()}});
    response.plain(500);
  }
  if (!settings_.access_log) return;
  char ms[32];
  std::snprintf(ms, sizeof ms, "%.2f", static_cast<double>(steady_ns() - started) / 1e6);
  scriptling::log(SL_LOG_INFO, "request",
                  {{"method", request.method},
                   {"path", request.path},
                   {"status", std::to_string(response.status)},
                   {"bytes", std::to_string(response.length())},
                   {"ms", ms},
                   {"client", request.remote_address}});
}

bool App::authorised(const Request& request) const {
  if (settings_.bearer_token.empty() || !routes_->middleware.empty()) return true;
  if (std::find(settings_.public_paths.begin(), settings_.public_paths.end(), request.path) != settings_.public_paths.end()) return true;
  const std::string_view* value = request.find("authorization");
  if (!value || value->size() < 7 || !equals_ignore_case(value->substr(0, 7), "bearer ")) return false;
  return same_secret(value->substr(7), settings_.bearer_token);
}

void App::dispatch(Exchange& exchange, Request& request, Response& response) {
  if (!authorised(request)) {
    response.plain(401);
    response.add("WWW-Authenticate", "Bearer");
    return;
  }
  if (request.path == "*") return response.plain(request.method == "OPTIONS" ? 204 : 400);
  if (!is_clean_path(request.raw_path)) return redirect(clean_path(request.raw_path), request, response);
  Match match = routes_->find(request.method, request.path, request.raw_path);
  if (match.endpoint) {
    request.params = std::move(match.params);
    return run_script(exchange, request, response, match.endpoint->handler, false);
  }
  bool reading = request.method == "GET" || request.is_head;
  if (request.path == "/health" && reading) {
    response.type("text/plain; charset=utf-8");
    response.body = "OK";
    return;
  }
  if (reading && serve_files(request, response)) return;
  if (!match.allow.empty()) {
    response.plain(405);
    response.add("Allow", match.allow);
    return;
  }
  if (match.add_slash) return redirect(clean_path(std::string(request.raw_path) + "/"), request, response);
  if (routes_->not_found) return run_script(exchange, request, response, routes_->not_found, true);
  response.plain(404);
}

bool App::serve_files(const Request& request, Response& response) const {
  std::string_view path = request.path;
  if (!is_clean_path(path)) return false;  // an encoded slash made it so
  for (const StaticMount& mount : routes_->mounts) {
    std::string_view bare(mount.prefix.data(), mount.prefix.size() - 1);
    if (!below(path, bare)) continue;
    std::string_view relative = path.size() > bare.size() ? path.substr(bare.size() + 1) : std::string_view();
    if (serve_file(mount.directory, relative, request, response, settings_.files)) return true;
  }
  return !settings_.web_root.empty() && serve_file(settings_.web_root, path.substr(1), request, response, settings_.files);
}

void App::run_script(Exchange& exchange, Request& request, Response& response, const HandlerPtr& handler, bool not_found) {
  sl_env_options options{};
  options.struct_size = sizeof options;
  options.timeout = settings_.handler_timeout;
  scriptling::OwnedEnv owned(&options);
  if (!owned) return response.plain(503);
  auto& script = static_cast<ScriptExchange&>(exchange);
  script.set(owned.get());
  struct Unset {
    ScriptExchange& exchange;
    ~Unset() { exchange.set(nullptr); }
  } unset{script};
  Entered env(owned.get());
  Run run(env, settings_, request, response);
  Value result;
  if (!not_found) {
    for (const Middleware& middleware : routes_->middleware) {
      if (!below(request.path, middleware.prefix)) continue;
      result = run.call(*middleware.handler);
      if (!result.is_set()) return;
      if (result.is_none()) continue;
      return run.answer(*middleware.handler, result, 200);
    }
  }
  result = run.call(*handler);
  if (!result.is_set()) return;
  if (result.is_none()) return response.plain(not_found ? 404 : 500);
  run.answer(*handler, result, not_found ? 404 : 200);
}

}  // namespace http
