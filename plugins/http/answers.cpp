// From script values to answers: the helpers that build response dicts and the rules that read them.
#include "app.h"
#include "text.h"

namespace http {
namespace {

using scriptling::Call;
using scriptling::Env;
using scriptling::Error;
using scriptling::host;
using scriptling::Value;

constexpr char kJson[] = "application/json";
constexpr char kText[] = "text/plain; charset=utf-8";

void append_json(const Env& env, const Value& value, std::string& out) {
  auto sink = [](void* data, sl_str piece) { static_cast<std::string*>(data)->append(piece.data, piece.size); };
  scriptling::check(host->json_encode(env.env(), value, sink, &out));
}

void add_header(std::string_view name, std::string_view value, Response& response) {
  if (!is_token(name)) throw Error("ValueError", "invalid header name '" + std::string(name) + "'");
  if (!is_field_value(value)) throw Error("ValueError", "header '" + std::string(name) + "' contains a line break");
  if (equals_ignore_case(name, "content-length") || equals_ignore_case(name, "transfer-encoding")) return;  // ours to say
  if (equals_ignore_case(name, "connection")) {
    response.close |= list_contains(value, "close");
    return;
  }
  response.has_type |= equals_ignore_case(name, "content-type");
  response.add(name, value);
}

void add_headers(const Value& headers, Response& response) {
  if (!headers.is_set() || !headers.is_dict()) return;
  headers.each_item([&](const Value& key, const Value& value) {
    if (!key.is_str()) return;
    if (value.is_str()) return add_header(key.str(), value.str(), response);
    if (!value.is_sequence()) return;
    for (size_t i = 0; i < value.size(); ++i)
      if (value.at(i).is_str()) add_header(key.str(), value.at(i).str(), response);
  });
}

void set_body(const Env& env, const Value& body, Response& response) {
  const char* type = kJson;
  switch (body.kind()) {
    case SL_KIND_STR:
      response.body = body.str();
      type = response.body.empty() ? nullptr : kText;
      break;
    case SL_KIND_BYTES:
      response.body = body.bytes();
      type = response.body.empty() ? nullptr : "application/octet-stream";
      break;
    default: append_json(env, body, response.body);
  }
  if (type && !response.has_type) response.type(type);
}

// ---- helpers ------------------------------------------------------------------------------------

Value response_dict(Call& c, int64_t status, const char* type, const Value& headers, const Value& body) {
  Value all = c.make_dict();
  if (type) all.set("Content-Type", c.make_str(type));
  if (headers.is_set() && headers.is_dict())
    headers.each_item([&](const Value& key, const Value& value) {
      if (type && key.is_str() && key.str() != "Content-Type" && equals_ignore_case(key.str(), "content-type")) {
        int removed;
        host->dict_delete(c.env(), all, c.make_str("Content-Type"), &removed);
      }
      all.set(key.raw(), value);
    });
  Value dict = c.make_dict();
  dict.set("status", c.make(status));
  dict.set("headers", all);
  dict.set("body", body);
  return dict;
}

// f(status, content) or f(content): with two positionals the first is the status. Keywords win.
struct Helper {
  int64_t status = 200;
  Value content, headers;
};
Helper read_arguments(Call& c, const char* name, const char* content_name) {
  Value first = c.arg(0), second = c.arg(1), keyword = c.arg(2), status = c.arg(3);
  Helper helper;
  helper.headers = c.arg(4);
  bool two = first.is_set() && (second.is_set() || keyword.is_set());
  if (two && first.is_int()) helper.status = first.integer();
  helper.content = keyword.is_set() ? keyword : two ? second : first;
  if (!helper.content.is_set()) throw Error("TypeError", std::string(name) + "() missing 1 required argument: '" + content_name + "'");
  if (status.is_set() && status.is_int()) helper.status = status.integer();
  return helper;
}

Value json(Call& c) {
  Helper h = read_arguments(c, "json", "data");
  if (h.content.is_str()) h.content = c.make_str(c.json(h.content));  // a str body is sent as it is
  return response_dict(c, h.status, kJson, h.headers, h.content);
}
Value html(Call& c) {
  Helper h = read_arguments(c, "html", "content");
  return response_dict(c, h.status, "text/html; charset=utf-8", h.headers, h.content);
}
Value text(Call& c) {
  Helper h = read_arguments(c, "text", "content");
  return response_dict(c, h.status, kText, h.headers, h.content);
}

Value bytes(Call& c) {
  std::string type(c.str(2));
  return response_dict(c, c.integer(0), type.c_str(), c.arg(3), c.arg(1));
}

Value redirect(Call& c) {
  Value dict = response_dict(c, c.integer(1), nullptr, c.arg(2), c.make_str(""));
  dict.get("headers").set("Location", c.arg(0));
  return dict;
}

Value parse_query_function(Call& c) {
  std::string_view query = c.str(0);
  if (query.starts_with('?')) query.remove_prefix(1);
  std::string bad;
  auto pairs = parse_query(query, &bad);
  if (!bad.empty()) throw Error("ValueError", "failed to parse query string: invalid pair '" + bad + "'");
  Value dict = c.make_dict();
  for (const auto& [key, value] : pairs) {
    Value text = c.make_str(value), old = dict.get(key);
    if (!old.is_set())
      dict.set(key, text);
    else if (old.is_list())
      old.append(text);
    else
      dict.set(key, c.make_list({old, text}));
  }
  return dict;
}

}  // namespace

void fill_response(const Env& env, const Value& result, int default_status, Response& response) {
  response.status = default_status;
  if (result.kind() != SL_KIND_DICT) return set_body(env, result, response);
  Value status = result.get("status"), headers = result.get("headers"), body = result.get("body");
  if (!status.is_set() && !headers.is_set() && !body.is_set()) return set_body(env, result, response);
  if (status.is_set() && status.is_int()) {
    int64_t code = status.integer();
    if (code < 100 || code > 999) throw Error("ValueError", "invalid response status " + std::to_string(code));
    response.status = static_cast<int>(code);
  }
  add_headers(headers, response);
  if (body.is_set()) set_body(env, body, response);
}

void add_response_functions(scriptling::ModuleDef& module) {
  module
      .function<json>("json(first=..., second=..., /, *, data=..., status=..., headers=...) -> dict",
                      "json(status, data) or json(data, status=200): a response with the data as JSON.")
      .function<html>("html(first=..., second=..., /, *, content=..., status=..., headers=...) -> dict", "html(status, content) or html(content, status=200).")
      .function<text>("text(first=..., second=..., /, *, content=..., status=..., headers=...) -> dict", "text(status, content) or text(content, status=200).")
      .function<bytes>("bytes(status: int, data: bytes, content_type: str = 'application/octet-stream', headers=...) -> dict", "A binary response.")
      .function<redirect>("redirect(location: str, status: int = 302, headers=...) -> dict", "A redirect.")
      .function<parse_query_function>("parse_query(query: str) -> dict", "A query string as a dict; keys that occur several times have lists.");
}

}  // namespace http
