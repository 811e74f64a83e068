// Class Request: the script's view of a request. Strings and dicts are made when they are first asked for
// and then kept in the object's fields; scripts may replace them and add attributes of their own.
#include "app.h"
#include "text.h"

namespace http {
namespace {

using scriptling::Call;
using scriptling::Env;
using scriptling::host;
using scriptling::Value;

enum Slot { kMethod, kPath, kBody, kHeaders, kQuery, kParams, kFieldCount };

Value make_method(const Env& env, const Request& r) { return env.make_str(r.method); }
Value make_path(const Env& env, const Request& r) { return env.make_str(r.path); }
Value make_body(const Env& env, const Request& r) { return env.make_str(r.body); }

Value make_headers(const Env& env, const Request& r) {
  Value dict = env.make_dict();
  for (const Field& field : r.fields) {
    std::string name = to_lower(field.name);
    if (!dict.get(name).is_set()) dict.set(name, env.make_str(field.value));  // the first of several
  }
  return dict;
}

Value make_query(const Env& env, const Request& r) {
  Value dict = env.make_dict();
  for (const auto& [key, value] : parse_query(r.query))
    if (!dict.get(key).is_set()) dict.set(key, env.make_str(value));
  return dict;
}

Value make_params(const Env& env, const Request& r) {
  Value dict = env.make_dict();
  for (const auto& [name, value] : r.params) dict.set(name, env.make_str(value));
  return dict;
}

template <Slot field, auto make>
Value lazy(const Env& env, const Request& request, sl_value object) {
  sl_value kept = host->object_field(env.env(), object, field);
  if (kept.tag != SL_NONE) return env.value(kept);
  Value made = make(env, request);
  host->object_set_field(env.env(), object, field, made);
  return made;
}
template <Slot field, auto make>
Value getter(Call& c) {
  return lazy<field, make>(c, c.self<Request>(), c.self_value());
}
template <Slot field>
void setter(Call& c) {
  host->object_set_field(c.env(), c.self_value(), field, c.arg(0));
}

Value body_bytes(Call& c) { return c.make_bytes(c.self<Request>().body); }
std::string remote_addr(Call& c) { return c.self<Request>().remote_address; }

Value header_list(Call& c) {
  Value list = c.make_list();
  for (const Field& field : c.self<Request>().fields) list.append(c.make_tuple({c.make_str(to_lower(field.name)), c.make_str(field.value)}));
  return list;
}

Value json(Call& c) {
  const std::string& body = c.self<Request>().body;
  return body.empty() ? c.none() : c.parse_json(body);
}

Value in_dict(Call& c, const Value& dict, std::string_view key) {
  Value found = dict.is_dict() ? dict.get(key) : Value();
  return found.is_set() ? found : c.arg(1);
}
Value header(Call& c) { return in_dict(c, getter<kHeaders, make_headers>(c), to_lower(c.str(0))); }
Value query_param(Call& c) { return in_dict(c, getter<kQuery, make_query>(c), c.str(0)); }
Value path_param(Call& c) { return in_dict(c, getter<kParams, make_params>(c), c.str(0)); }

std::string repr(Call& c) {
  const Request& r = c.self<Request>();
  return "<Request " + std::string(r.method) + " " + r.path + ">";
}

template <Slot field, auto make>
void attribute(scriptling::ClassDef<Request>& cls, const char* name, const char* assignment, const char* doc) {
  cls.property<getter<field, make>>(name, doc).template method<setter<field>>(assignment, nullptr, SL_FN_PROPERTY | SL_FN_SETTER);
}

}  // namespace

void add_request_class(scriptling::ModuleDef& module) {
  auto& cls = scriptling::class_<Request>("Request", "A request, as handlers and middleware get it.");
  attribute<kMethod, make_method>(cls, "method", "method(value)", "The verb, in upper case.");
  attribute<kPath, make_path>(cls, "path", "path(value)", "The decoded path, without the query.");
  attribute<kBody, make_body>(cls, "body", "body(value)", "The body as text.");
  attribute<kHeaders, make_headers>(cls, "headers", "headers(value)", "dict of the headers, names in lower case; the first of repeated ones.");
  attribute<kQuery, make_query>(cls, "query", "query(value)", "dict of the query, decoded; the first of repeated keys.");
  attribute<kParams, make_params>(cls, "params", "params(value)", "dict of the path parameters, decoded.");
  cls.property<body_bytes>("body_bytes", "The body as bytes.")
      .property<header_list>("header_list", "(name, value) of every header, in order.")
      .property<remote_addr>("remote_addr", "The client, \"ip:port\".")
      .method<json>("json()", "The body read as JSON; None when it is empty.")
      .method<header>("header(name: str, default=None)", "A header; upper and lower case are the same.")
      .method<query_param>("query_param(name: str, default=None)", "A query parameter.")
      .method<path_param>("path_param(name: str, default=None)", "A path parameter.")
      .method<repr>("__repr__() -> str")
      .flags(SL_CLASS_ATTRIBUTES)
      .fields(kFieldCount);
  module.add(cls);
}

Value make_request_object(const Env& env, Request& request) {
  request.retain();
  return env.make_object("Request", &request);
}

}  // namespace http
