// Files below a directory, as answers: conditional requests, one byte range, index.html, listings.
#pragma once

#include <string>
#include <string_view>

#include "message.h"
#include "response.h"

namespace http {

struct FileOptions {
  bool listing = false;
};

// Absolute and without symlinks; throws std::runtime_error when it is no directory.
std::string real_directory(const std::string& path);
// `relative` is a clean decoded path below `root` (a real_directory), "" for the root itself; it may end
// in a slash. False when there is nothing to serve; symlinks that lead out of the root count as nothing.
bool serve_file(const std::string& root, std::string_view relative, const Request& request, Response& response, const FileOptions& options);

}  // namespace http
