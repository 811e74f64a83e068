// The functions scripts register routes with.
#include <Poco/Path.h>

#include <algorithm>

#include "app.h"
#include "text.h"

namespace http {
namespace {

using scriptling::Call;
using scriptling::Error;
using scriptling::host;
using scriptling::Value;

std::string upper_kind(const Value& v) {
  switch (v.kind()) {
    case SL_KIND_CLASS: return "CLASS";
    case SL_KIND_NATIVE: return "BUILTIN";
    case SL_KIND_FUNCTION: return "LAMBDA";
    case SL_KIND_INSTANCE: return "INSTANCE";
    case SL_KIND_STR: return "STRING";
    case SL_KIND_INT: return "INTEGER";
    case SL_KIND_NONE: return "NONE";
    default: return to_upper(v.type_name());
  }
}

std::string text_attribute(const Value& v, const char* name) {
  Value found = v.find_attr(name);
  return found.is_set() && found.is_str() ? std::string(found.str()) : std::string();
}

// "module.function" when other environments can import the function under that name, else "".
std::string importable_name(Call& c, const Value& function) {
  if (function.kind() != SL_KIND_FUNCTION) return {};
  std::string name = text_attribute(function, "__qualname__"), module = text_attribute(function, "__module__");
  if (name.empty() || module.empty() || name.find_first_of(".<") != std::string::npos) return {};
  if (module == "__main__") {
    std::string file(scriptling::view(host->main_file(c.env())));
    if (file.empty()) return {};
    module = Poco::Path(file).getBaseName();
  }
  return module + "." + name;
}

HandlerPtr function_handler(Call& c, const Value& function) {
  auto handler = std::make_shared<Handler>();
  handler->name = importable_name(c, function);
  if (!handler->name.empty()) return handler;
  handler->function = c.pack_function(function);
  handler->name = handler->function.name();
  return handler;
}

HandlerPtr make_handler(Call& c, const Value& given) {
  if (!given.is_str()) {
    if (given.is_callable()) return function_handler(c, given);
    throw Error("TypeError", "handler must be a string or a function, not " + given.type_name());
  }
  auto handler = std::make_shared<Handler>();
  handler->name = given.str();
  if (handler->name.find('.') != std::string::npos) return handler;
  sl_value found;  // the name of a function of the caller
  if (host->lookup(c.env(), scriptling::to_str(handler->name), &found) == SL_OK && host->kind(c.env(), found) == SL_KIND_FUNCTION) return function_handler(c, c.value(found));
  host->error_clear(c.env());
  return handler;
}

// What @http.get("/x") returns: called with the function, it registers it.
struct Decorator final : scriptling::Counted {
  std::vector<std::string> methods;
  std::string path;
};

void check_decorated(const Value& function) {
  if (!function.is_set()) throw Error("TypeError", "decorator requires a function");
  if (function.kind() != SL_KIND_FUNCTION || text_attribute(function, "__name__") == "<lambda>")
    throw Error("TypeError", "decorated value must be a function, got " + upper_kind(function));
  if (text_attribute(function, "__name__").empty()) throw Error("TypeError", "decorated function has no name");
}

void register_route(const std::vector<std::string>& methods, std::string_view path, const HandlerPtr& handler) {
  try {
    route_book().add(methods, path, handler);
  } catch (const RouteError& e) {
    throw Error("ValueError", e.what());
  }
}

Value decorate(Call& c) {
  Decorator& d = c.self<Decorator>();
  check_decorated(c.arg(0));
  register_route(d.methods, d.path, function_handler(c, c.arg(0)));
  return c.arg(0);
}

Value add_route(Call& c, std::vector<std::string> methods, const Value& handler) {
  std::string path(c.str(0));
  if (handler.is_set()) {
    register_route(methods, path, make_handler(c, handler));
    return c.none();
  }
  auto decorator = scriptling::Handle<Decorator>::make();
  decorator->methods = std::move(methods);
  decorator->path = std::move(path);
  return c.make_object("Decorator", decorator.detach());
}

constexpr char kGet[] = "GET", kPost[] = "POST", kPut[] = "PUT", kDelete[] = "DELETE", kPatch[] = "PATCH", kHead[] = "HEAD", kOptions[] = "OPTIONS";
template <const char* method>
Value verb(Call& c) {
  return add_route(c, {method}, c.arg(1));
}

Value route(Call& c) {
  std::vector<std::string> methods;
  Value given = c.arg(2);
  if (given.is_str())
    methods.push_back(to_upper(given.str()));
  else if (given.is_set() && !given.is_none())
    given.each([&](const Value& method) {
      if (method.is_str()) methods.push_back(to_upper(method.str()));
    });
  if (methods.empty()) methods = {kGet, kPost, kPut, kDelete};
  return add_route(c, std::move(methods), c.arg(1));
}

struct MiddlewareDecorator final : scriptling::Counted {
  std::string prefix;
};
Value decorate_middleware(Call& c) {
  check_decorated(c.arg(0));
  route_book().add_middleware(c.self<MiddlewareDecorator>().prefix, function_handler(c, c.arg(0)));
  return c.arg(0);
}

Value middleware(Call& c) {
  Value handler = c.arg(0);
  std::string prefix(c.str(1));
  if (!handler.is_set()) {
    auto decorator = scriptling::Handle<MiddlewareDecorator>::make();
    decorator->prefix = std::move(prefix);
    return c.make_object("MiddlewareDecorator", decorator.detach());
  }
  if (!handler.is_str()) check_decorated(handler);
  route_book().add_middleware(prefix, make_handler(c, handler));
  return handler.is_str() ? c.none() : handler;
}

Value not_found(Call& c) {
  Value handler = c.arg(0);
  if (!handler.is_str()) check_decorated(handler);
  route_book().set_not_found(make_handler(c, handler));
  return handler.is_str() ? c.none() : handler;
}

void static_files(Call& c) {
  std::string path(c.str(0)), directory(c.str(1));
  if (!path.starts_with('/')) throw Error("ValueError", "static path '" + path + "' must begin with '/'");
  c.check_path(directory);
  try {
    directory = real_directory(directory);
  } catch (const std::runtime_error& e) {
    throw Error("FileNotFoundError", std::string("http.static: ") + e.what());
  }
  route_book().add_mount(path, std::move(directory));
}

}  // namespace

void add_route_functions(scriptling::ModuleDef& module) {
  module.add(scriptling::class_<Decorator>("Decorator", "Registers the function it is called with as a route.").method<decorate>("__call__(function=...)"));
  module.add(scriptling::class_<MiddlewareDecorator>("MiddlewareDecorator", "Registers the function it is called with as middleware.")
                 .method<decorate_middleware>("__call__(function=...)"));
  static constexpr char kDoc[] = "Register a handler, \"module.function\" or a function, or, without one, decorate a function.";
  module.function<verb<kGet>>("get(path: str, handler=...)", kDoc)
      .function<verb<kPost>>("post(path: str, handler=...)", kDoc)
      .function<verb<kPut>>("put(path: str, handler=...)", kDoc)
      .function<verb<kDelete>>("delete(path: str, handler=...)", kDoc)
      .function<verb<kPatch>>("patch(path: str, handler=...)", kDoc)
      .function<verb<kHead>>("head(path: str, handler=...)", kDoc)
      .function<verb<kOptions>>("options(path: str, handler=...)", kDoc)
      .function<route>("route(path: str, handler=..., methods=...)", "Register a handler for several methods; GET, POST, PUT and DELETE by default.")
      .function<middleware>("middleware(handler=..., prefix: str = '')",
                            "Run a function before the handlers of all routes, or of those below a prefix; what it returns, unless None, is the response.")
      .function<not_found>("not_found(handler)", "Answer requests that match nothing.")
      .function<static_files>("static(path: str, directory: str) -> None", "Serve the files of a directory below a path.");
}

}  // namespace http
