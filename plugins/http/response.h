// An answer on its way out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace http {

// Part of an open file.
struct FileBody {
  int fd = -1;
  uint64_t offset = 0, left = 0;
  FileBody() = default;
  FileBody(const FileBody&) = delete;
  FileBody& operator=(const FileBody&) = delete;
  ~FileBody();
};

struct Response {
  int status = 200;
  std::string fields;     // "Name: value\r\n" lines, without the ones write_head adds
  bool has_type = false;  // is there a Content-Type among them?
  bool close = false;     // end the connection afterwards
  std::string body;
  std::unique_ptr<FileBody> file;  // instead of body

  void reset();  // for the next exchange; keeps the memory
  void add(std::string_view name, std::string_view value);
  void type(std::string_view media_type) { add("Content-Type", media_type), has_type = true; }
  // Drops everything and becomes a plain one-line answer such as "Not Found\n".
  void plain(int status);
  // Drops everything and becomes {"error": message}.
  void error(int status, std::string_view message);
  bool bodyless() const { return status < 200 || status == 204 || status == 304; }
  uint64_t length() const { return file ? file->left : body.size(); }
  // Status line and all fields.
  void write_head(std::string& out, int minor, bool keep_alive) const;
};

}  // namespace http
