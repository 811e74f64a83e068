#include "files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <vector>

#include "text.h"

namespace http {
namespace {

struct OpenFile {
  int fd = -1;
  struct stat info {};
  OpenFile() = default;
  OpenFile(OpenFile&& o) noexcept : fd(std::exchange(o.fd, -1)), info(o.info) {}
  OpenFile& operator=(OpenFile&& o) noexcept {
    std::swap(fd, o.fd);
    info = o.info;
    return *this;
  }
  ~OpenFile() {
    if (fd >= 0) ::close(fd);
  }
  bool is_directory() const { return S_ISDIR(info.st_mode); }
  bool is_file() const { return S_ISREG(info.st_mode); }
};

// Opened first and judged by where the descriptor really leads, so that nobody can swap a link in between.
std::optional<OpenFile> open_below(const std::string& root, const std::string& path) {
  OpenFile file;
  file.fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (file.fd < 0 || ::fstat(file.fd, &file.info) < 0) return {};
  if (!file.is_file() && !file.is_directory()) return {};
  char real[PATH_MAX];
  ssize_t n = ::readlink(("/proc/self/fd/" + std::to_string(file.fd)).c_str(), real, sizeof real);
  if (n <= 0 || n == sizeof real) return {};
  std::string_view target(real, static_cast<size_t>(n));
  bool inside = target.starts_with(root) && (target.size() == root.size() || target[root.size()] == '/' || root == "/");
  if (!inside) return {};
  return file;
}

std::string make_etag(const struct stat& info) {
  char text[64];
  std::snprintf(text, sizeof text, "\"%llx-%llx\"", static_cast<unsigned long long>(info.st_mtim.tv_sec) * 1000000000ull + info.st_mtim.tv_nsec,
                static_cast<unsigned long long>(info.st_size));
  return text;
}

bool etag_listed(std::string_view list, std::string_view etag) {
  while (!list.empty()) {
    size_t comma = std::min(list.find(','), list.size());
    std::string_view item = trim(list.substr(0, comma));
    if (item == "*") return true;
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == etag) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

bool not_modified(const Request& request, std::string_view etag, int64_t modified) {
  if (const std::string_view* tags = request.find("if-none-match")) return etag_listed(*tags, etag);
  const std::string_view* since = request.find("if-modified-since");
  if (!since) return false;
  auto date = parse_http_date(*since);
  return date && modified <= *date;
}

enum class RangeKind { Whole, Part, Impossible };

std::optional<uint64_t> number(std::string_view text) {
  uint64_t n = 0;
  auto r = std::from_chars(text.data(), text.data() + text.size(), n);
  if (text.empty() || r.ec != std::errc() || r.ptr != text.data() + text.size()) return {};
  return n;
}

// One range; several, or ones that make no sense, are answered with the whole file, as the standard allows.
RangeKind parse_range(const Request& request, std::string_view etag, int64_t modified, uint64_t size, uint64_t* first, uint64_t* length) {
  const std::string_view* range = request.find("range");
  if (!range || !range->starts_with("bytes=")) return RangeKind::Whole;
  if (const std::string_view* condition = request.find("if-range")) {
    auto date = parse_http_date(*condition);
    if (*condition != etag && !(date && *date == modified)) return RangeKind::Whole;
  }
  std::string_view spec = trim(range->substr(6));
  size_t dash = spec.find('-');
  if (dash == std::string_view::npos || spec.find(',') != std::string_view::npos) return RangeKind::Whole;
  auto from = number(spec.substr(0, dash)), to = number(spec.substr(dash + 1));
  if (dash == 0) {  // the last n bytes
    if (!to) return RangeKind::Whole;
    if (!*to || !size) return RangeKind::Impossible;
    *length = std::min(*to, size);
    *first = size - *length;
    return RangeKind::Part;
  }
  if (!from || (dash + 1 < spec.size() && !to) || (to && *to < *from)) return RangeKind::Whole;
  if (*from >= size) return RangeKind::Impossible;
  *first = *from;
  *length = std::min(to ? *to : size - 1, size - 1) - *from + 1;
  return RangeKind::Part;
}

void send_file(OpenFile file, std::string_view name, const Request& request, Response& response) {
  uint64_t size = static_cast<uint64_t>(file.info.st_size), first = 0, length = size;
  int64_t modified = file.info.st_mtim.tv_sec;
  std::string etag = make_etag(file.info);
  response.add("ETag", etag);
  response.add("Last-Modified", http_date(modified));
  response.add("Accept-Ranges", "bytes");
  if (not_modified(request, etag, modified)) {
    response.status = 304;
    return;
  }
  switch (parse_range(request, etag, modified, size, &first, &length)) {
    case RangeKind::Whole: break;
    case RangeKind::Impossible:
      response.plain(416);
      response.add("Content-Range", "bytes */" + std::to_string(size));
      return;
    case RangeKind::Part:
      response.status = 206;
      response.add("Content-Range", "bytes " + std::to_string(first) + "-" + std::to_string(first + length - 1) + "/" + std::to_string(size));
      break;
  }
  response.type(media_type(name));
  response.file = std::make_unique<FileBody>();
  response.file->fd = std::exchange(file.fd, -1);
  response.file->offset = first;
  response.file->left = length;
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

bool list_directory(int fd, const Request& request, Response& response) {
  DIR* dir = ::fdopendir(::dup(fd));
  if (!dir) return false;
  std::vector<std::string> names;
  while (dirent* entry = ::readdir(dir)) {
    std::string name = entry->d_name;
    if (name[0] != '.') names.push_back(entry->d_type == DT_DIR ? name + "/" : name);
  }
  ::closedir(dir);
  std::sort(names.begin(), names.end());
  response.type("text/html; charset=utf-8");
  std::string title = escape_html(request.path);
  response.body = "<!doctype html>\n<title>" + title + "</title>\n<h1>" + title + "</h1>\n<ul>\n";
  for (const std::string& name : names) response.body += "<li><a href=\"./" + escape_html(percent_encode_path(name)) + "\">" + escape_html(name) + "</a></li>\n";
  response.body += "</ul>\n";
  return true;
}

}  // namespace

std::string real_directory(const std::string& path) {
  char real[PATH_MAX];
  struct stat info;
  if (!::realpath(path.c_str(), real) || ::stat(real, &info) < 0 || !S_ISDIR(info.st_mode)) throw std::runtime_error("'" + path + "' is not a directory");
  return real;
}

bool serve_file(const std::string& root, std::string_view relative, const Request& request, Response& response, const FileOptions& options) {
  bool wants_directory = relative.empty() || relative.ends_with('/');
  std::string path = root + "/" + std::string(relative);
  auto file = open_below(root, path);
  if (!file) return false;
  if (file->is_file()) {
    if (wants_directory) return false;
    size_t slash = path.rfind('/');
    send_file(std::move(*file), path.substr(slash + 1), request, response);
    return true;
  }
  bool slash_missing = !request.path.ends_with('/');
  auto index = open_below(root, path + "/index.html");
  bool has_index = index && index->is_file();
  if (!has_index && !options.listing) return false;
  if (slash_missing) {
    response.status = 307;
    response.add("Location", percent_encode_path(request.path + "/") + (request.query.empty() ? "" : "?" + std::string(request.query)));
    return true;
  }
  if (!has_index) return list_directory(file->fd, request, response);
  send_file(std::move(*index), "index.html", request, response);
  return true;
}

}  // namespace http
