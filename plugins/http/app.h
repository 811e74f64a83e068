// What the plugin's parts share: settings, the route table, and the application the server runs.
#pragma once

#include <scriptling/plugin.hpp>

#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "files.h"
#include "routes.h"
#include "server.h"

namespace http {

struct Settings {
  double handler_timeout = 0;
  bool expose_errors = true, access_log = false;
  std::string bearer_token;
  std::vector<std::string> public_paths;  // answered without the token
  std::string web_root;                   // real directory; empty: none
  FileOptions files;
};

// Routes are collected during setup, then frozen into the table that requests use.
class RouteBook {
 public:
  // Throws RouteError. After the freeze nothing changes; what would have is logged once.
  void add(const std::vector<std::string>& methods, std::string_view pattern, const HandlerPtr& handler);
  void add_middleware(std::string_view prefix, HandlerPtr handler);
  void set_not_found(HandlerPtr handler);
  void add_mount(std::string_view prefix, std::string directory);

  std::shared_ptr<const Routes> freeze();  // also when called again

 private:
  bool closed();
  // True when the book is still open; otherwise warns about `item` unless it is `known`.
  bool open_for(const std::string& item, bool known);

  std::mutex mutex_;
  std::shared_ptr<Routes> draft_ = std::make_shared<Routes>();
  std::atomic<bool> frozen_{false};
  std::set<std::string> warned_;
};
RouteBook& route_book();

class App final : public Application {
 public:
  App(Settings settings, std::shared_ptr<const Routes> routes) : settings_(std::move(settings)), routes_(std::move(routes)) {}
  std::unique_ptr<Exchange> make_exchange() override;
  void answer(Exchange& exchange, Request& request, Response& response) override;

 private:
  void dispatch(Exchange& exchange, Request& request, Response& response);
  bool authorised(const Request& request) const;
  bool serve_files(const Request& request, Response& response) const;
  void run_script(Exchange& exchange, Request& request, Response& response, const HandlerPtr& handler, bool not_found);

  const Settings settings_;
  const std::shared_ptr<const Routes> routes_;
};

// Adds class Request to the module.
void add_request_class(scriptling::ModuleDef& module);
// A script object for the request; takes no count.
scriptling::Value make_request_object(const scriptling::Env& env, Request& request);

// Turns what a handler returned into an answer. Throws scriptling::Raised (JSON cannot express it) and
// scriptling::Error (headers or status that HTTP cannot express).
void fill_response(const scriptling::Env& env, const scriptling::Value& result, int default_status, Response& response);

// The functions of scriptling.runtime.http.
void add_route_functions(scriptling::ModuleDef& module);
void add_response_functions(scriptling::ModuleDef& module);

struct TlsSettings {
  std::string cert, key;
  bool generate = false;
  std::string host;  // for the generated certificate
  bool enabled() const { return !cert.empty() || !key.empty() || generate; }
};
// The certificate in use. Connections keep the one they began with.
class TlsKeeper {
 public:
  explicit TlsKeeper(TlsSettings settings);  // throws std::runtime_error with a sentence for the administrator
  void reload();                             // the same; then the old certificate stays
  std::unique_ptr<Transport> wrap(Poco::Net::StreamSocket socket);

 private:
  const TlsSettings settings_;
  std::mutex mutex_;
  std::shared_ptr<SSL_CTX> context_;
};

}  // namespace http
