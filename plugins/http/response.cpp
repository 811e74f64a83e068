#include "response.h"

#include <unistd.h>

#include <array>
#include <charconv>

#include "text.h"

namespace http {
namespace {

void append_json_text(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 0x20) {
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
    } else {
      out += static_cast<char>(c);
    }
  }
  out += '"';
}

template <class T>
void append_number(std::string& out, T n) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
}

}  // namespace

FileBody::~FileBody() {
  if (fd >= 0) ::close(fd);
}

void Response::reset() {
  constexpr size_t kKeep = 256 * 1024;
  status = 200;
  has_type = close = false;
  file.reset();
  fields.clear();
  body.clear();
  if (body.capacity() > kKeep) body.shrink_to_fit();
}

void Response::add(std::string_view name, std::string_view value) { fields.append(name).append(": ").append(value).append("\r\n"); }

void Response::plain(int code) {
  bool closing = close;
  reset();
  close = closing;
  status = code;
  type("text/plain; charset=utf-8");
  add("X-Content-Type-Options", "nosniff");
  body.append(reason_phrase(code)).append("\n");
}

void Response::error(int code, std::string_view message) {
  bool closing = close;
  reset();
  close = closing;
  status = code;
  type("application/json");
  body = "{\"error\": ";
  append_json_text(body, message);
  body += '}';
}

void Response::write_head(std::string& out, int minor, bool keep_alive) const {
  if (status == 200) {
    out += "HTTP/1.1 200 OK\r\nDate: ";
  } else {
    out += "HTTP/1.1 ";
    append_number(out, status);
    out.append(" ").append(reason_phrase(status)).append("\r\nDate: ");
  }
  out.append(current_date()).append("\r\n").append(fields);
  if (!bodyless()) {
    out += "Content-Length: ";
    append_number(out, length());
    out += "\r\n";
  }
  if (!keep_alive)
    out += "Connection: close\r\n";
  else if (minor == 0)
    out += "Connection: keep-alive\r\n";
  out += "\r\n";
}

}  // namespace http
