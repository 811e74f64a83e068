#include <Poco/Exception.h>

#include <algorithm>
#include <csignal>

#include "app.h"

namespace http {
namespace {

constexpr int kBacklog = 1024;

struct Running {
  App app;
  std::unique_ptr<TlsKeeper> tls;
  std::unique_ptr<Server> server;
};
std::atomic<Running*> g_running{nullptr};

int64_t nanoseconds(const char* key) {
  int64_t ms = scriptling::config::integer(key);
  return ms > 0 ? ms * 1'000'000 : INT64_MAX / 4;  // 0: no limit
}

Settings read_settings() {
  using namespace scriptling::config;
  Settings s;
  s.handler_timeout = number("handler_timeout");
  s.expose_errors = boolean("expose_errors");
  s.access_log = boolean("access_log");
  s.bearer_token = text("bearer_token");
  s.public_paths = list("public");
  s.files.listing = boolean("dir_listing");
  if (std::string root = text("web_root"); !root.empty()) s.web_root = real_directory(root);
  return s;
}

ServerOptions read_options() {
  using namespace scriptling::config;
  auto count = [](const char* key) { return static_cast<size_t>(std::clamp<int64_t>(integer(key), 1, 1'000'000)); };
  ServerOptions o;
  o.max_threads = std::min<size_t>(count("max_threads"), 4096);
  o.max_queued = count("max_queued");
  o.max_connections = count("max_connections");
  o.limits.head.max_header = count("max_header");
  o.limits.head.max_headers = count("max_headers");
  o.limits.head.max_body = static_cast<uint64_t>(std::max<int64_t>(0, integer("max_body")));
  o.limits.timeouts.read = nanoseconds("read_timeout");
  o.limits.timeouts.idle = nanoseconds("idle_timeout");
  o.limits.timeouts.write = nanoseconds("write_timeout");
  return o;
}

Poco::Net::SocketAddress parse_address(const std::string& text) {
  size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon + 1 == text.size()) throw std::runtime_error("server.address '" + text + "' is not host:port, or :port for all interfaces");
  try {
    return Poco::Net::SocketAddress(colon ? text : "0.0.0.0" + text);
  } catch (const Poco::Exception& e) {
    throw std::runtime_error("server.address '" + text + "': " + e.displayText());
  }
}

// SIGHUP: certificates may have been renewed.
void reload(void*) {
  Running* running = g_running;
  if (!running || !running->tls) return;
  try {
    running->tls->reload();
    scriptling::log(SL_LOG_INFO, "Certificate reloaded");
  } catch (const std::exception& e) {
    scriptling::log(SL_LOG_ERROR, "Certificate not reloaded, the old one stays", {{"error", e.what()}});
  }
}

void init() {
  scriptling::ModuleDef module("scriptling.runtime.http", "HTTP routes and responses.");
  add_request_class(module);
  add_route_functions(module);
  add_response_functions(module);
  module.install();
  scriptling::check(scriptling::host->on_reload(scriptling::plugin, reload, nullptr));
}

void start() {
  if (!(scriptling::host->lifecycle(scriptling::plugin) & SL_LIFE_SERVER)) return;
  std::string address_text = scriptling::config::text("server.address");
  if (address_text.empty()) return;
  std::signal(SIGPIPE, SIG_IGN);
  auto routes = route_book().freeze();
  for (const auto& [key, handler] : routes->keys()) scriptling::log(SL_LOG_INFO, "Registered route", {{"key", key}, {"handler", handler->name}});

  Poco::Net::SocketAddress address = parse_address(address_text);
  TlsSettings tls{scriptling::config::text("tls_cert"), scriptling::config::text("tls_key"), scriptling::config::boolean("tls_generate"),
                  address_text.substr(0, address_text.rfind(':'))};
  ServerOptions options = read_options();
  auto running = std::make_unique<Running>(Running{App(read_settings(), std::move(routes)), nullptr, nullptr});
  if (tls.enabled()) {
    running->tls = std::make_unique<TlsKeeper>(tls);
    options.wrap = [keeper = running->tls.get()](Poco::Net::StreamSocket socket) { return keeper->wrap(std::move(socket)); };
  }
  try {
    Poco::Net::ServerSocket socket;
    socket.bind(address, true, false);
    socket.listen(kBacklog);
    running->server = std::make_unique<Server>(std::move(options), running->app, socket);
  } catch (const Poco::Exception& e) {
    throw std::runtime_error("cannot listen on " + address_text + ": " + e.displayText());
  }
  running->server->start();
  scriptling::log(SL_LOG_INFO, "Server started", {{"address", running->server->address().toString()}, {"scheme", running->tls ? "https" : "http"}});
  g_running = running.release();
}

void stop() {
  Running* running = g_running;
  if (!running) return;
  double drain = 5;
  scriptling::host->config_float(scriptling::plugin, "server.drain", &drain);
  if (!running->server->stop(drain)) scriptling::log(SL_LOG_ERROR, "server shutdown failed: requests did not end in time", {{"drain", std::to_string(drain)}});
}

void shutdown() { delete g_running.exchange(nullptr); }

constexpr scriptling::PluginDef kPlugin{
    .name = "http",
    .version = "1.0.0",
    .summary = "HTTP server: routes, files, TLS",
    .config =
        "max_threads: int = 64 # Handlers that run at the same time.;"
        "max_queued: int = 1024 # Requests that wait for a handler thread, further ones are answered 503.;"
        "max_connections: int = 10000 # Open connections, further ones are answered 503.;"
        "max_body: size = 16M # Largest request body, 413 beyond.;"
        "max_header: size = 64K # Largest request head, 431 beyond.;"
        "max_headers: int = 100 # Most header lines, 431 beyond.;"
        "read_timeout: time = 60s # To receive a request's head, and between pieces of its body, 408 beyond.;"
        "idle_timeout: time = 120s # Between requests on a kept connection.;"
        "write_timeout: time = 60s # A client may take no answer bytes for this long.;"
        "handler_timeout: time = 0 # A request's script may run this long, 504 beyond. 0 for the [engine] limit.;"
        "expose_errors: bool = true # Send a script error's message to the client.;"
        "access_log: bool = false # Log every request.;"
        "bearer_token: str = # Demand 'Authorization: Bearer TOKEN' of every request, unless middleware is registered.;"
        "public: list = # Paths answered without the token.;"
        "web_root: str = # Directory of files for paths without a route.;"
        "dir_listing: bool = false # List directories that have no index.html.;"
        "tls_cert: str = # PEM file with the certificate chain, turns TLS on.;"
        "tls_key: str = # PEM file with its key.;"
        "tls_generate: bool = false # TLS with a certificate made at start, for development.",
    .init = init,
    .start = start,
    .stop = stop,
    .shutdown = shutdown,
};

}  // namespace
}  // namespace http

SCRIPTLING_PLUGIN_EXPORT(http::kPlugin)
