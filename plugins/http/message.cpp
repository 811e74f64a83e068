#include "message.h"

#include <algorithm>
#include <cstring>

#include "text.h"

namespace http {
namespace {

constexpr int kMore = 0, kDone = -1;
constexpr size_t kMaxChunkLine = 1024;

// The position behind the empty line that ends the head, or npos. Lines end in CRLF or a bare LF.
size_t find_head_end(std::string_view buffer, size_t* scanned) {
  size_t i = *scanned;
  while ((i = buffer.find('\n', i)) != std::string_view::npos) {
    std::string_view next = buffer.substr(i + 1);
    if (next.starts_with('\n')) return i + 2;
    if (next.starts_with("\r\n")) return i + 3;
    if (next.empty() || next == "\r") break;  // decided by the next byte
    ++i;
  }
  *scanned = i == std::string_view::npos ? buffer.size() : i;
  return std::string_view::npos;
}

std::string_view take_line(std::string_view& rest) {
  size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_visible(std::string_view s) {
  for (unsigned char c : s)
    if (c <= ' ' || c == 127) return false;
  return !s.empty();
}

int parse_target(Request& request) {
  std::string_view target = request.target;
  if (!target.starts_with('/') && target != "*") {  // absolute form, sent to proxies
    size_t scheme = target.find("://");
    if (scheme == std::string_view::npos) return request.method == "CONNECT" ? 501 : 400;
    size_t slash = target.find('/', scheme + 3);
    size_t question = target.find('?', scheme + 3);
    if (slash < question)
      target.remove_prefix(slash);
    else
      target = question == std::string_view::npos ? "/" : target.substr(question);
  }
  target = target.substr(0, target.find('#'));
  size_t question = target.find('?');
  request.raw_path = target.substr(0, question);
  if (request.raw_path.empty()) request.raw_path = "/";
  if (question != std::string_view::npos) request.query = target.substr(question + 1);
  if (request.raw_path.find('%') == std::string_view::npos) {
    request.path = request.raw_path;
  } else {
    auto decoded = percent_decode(request.raw_path);
    if (!decoded) return 400;
    request.path = std::move(*decoded);
  }
  return kDone;
}

int parse_request_line(std::string_view line, Request& request) {
  size_t first = line.find(' '), last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return 400;
  request.method = line.substr(0, first);
  request.target = line.substr(first + 1, last - first - 1);
  std::string_view version = line.substr(last + 1);
  if (!is_token(request.method) || !is_visible(request.target)) return 400;
  if (version.size() != 8 || !version.starts_with("HTTP/") || version[6] != '.') return 400;
  if (version[5] < '0' || version[5] > '9' || version[7] < '0' || version[7] > '9') return 400;
  if (version[5] != '1') return 505;
  request.minor = version[7] == '0' ? 0 : 1;
  request.is_head = request.method == "HEAD";
  return parse_target(request);
}

int parse_length(std::string_view text, uint64_t* out) {
  if (text.empty() || text.size() > 18) return text.empty() ? 400 : 413;
  uint64_t n = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return 400;
    n = n * 10 + static_cast<uint64_t>(c - '0');
  }
  *out = n;
  return kDone;
}

int check_fields(Request& request, const HeadLimits& limits, BodyPlan& plan) {
  const std::string_view *host = nullptr, *length = nullptr, *encoding = nullptr;
  bool close = false, keep = false;
  for (const Field& field : request.fields) {
    switch (field.name.size()) {
      case 4:
        if (!equals_ignore_case(field.name, "host")) break;
        if (host) return 400;
        host = &field.value;
        break;
      case 6:
        if (equals_ignore_case(field.name, "expect")) {
          if (!equals_ignore_case(field.value, "100-continue")) return 417;
          plan.expect_continue = request.minor >= 1;
        }
        break;
      case 10:
        if (equals_ignore_case(field.name, "connection")) {
          close |= list_contains(field.value, "close");
          keep |= list_contains(field.value, "keep-alive");
        }
        break;
      case 14:
        if (!equals_ignore_case(field.name, "content-length")) break;
        if (length && *length != field.value) return 400;
        length = &field.value;
        break;
      case 17:
        if (!equals_ignore_case(field.name, "transfer-encoding")) break;
        if (encoding) return 400;
        encoding = &field.value;
        break;
      default: break;
    }
  }
  if (!host && request.minor >= 1) return 400;
  if (encoding) {
    if (length || request.minor == 0) return 400;  // the classic way to smuggle a request
    if (!equals_ignore_case(*encoding, "chunked")) return 501;
    plan.chunked = true;
  } else if (length) {
    if (int status = parse_length(*length, &plan.length); status != kDone) return status;
    if (plan.length > limits.max_body) return 413;
  }
  request.keep_alive = request.minor >= 1 ? !close : keep && !close;
  return kDone;
}

}  // namespace

const std::string_view* Request::find(std::string_view name) const {
  for (const Field& field : fields)
    if (equals_ignore_case(field.name, name)) return &field.value;
  return nullptr;
}

int parse_head(std::string_view buffer, const HeadLimits& limits, size_t* scanned, size_t* head_size, Request& request, BodyPlan& plan) {
  size_t skip = 0;  // empty lines some clients send after a body
  while (skip < buffer.size() && skip < 8 && (buffer[skip] == '\r' || buffer[skip] == '\n')) ++skip;
  if (*scanned < skip) *scanned = skip;
  size_t end = find_head_end(buffer, scanned);
  if (end == std::string_view::npos || end > limits.max_header) {
    if (end == std::string_view::npos && buffer.size() <= limits.max_header) return kMore;
    return buffer.substr(skip, limits.max_header).find('\n') == std::string_view::npos ? 414 : 431;
  }
  *head_size = end;
  request.head.assign(buffer.data() + skip, end - skip);
  std::string_view rest = request.head;
  if (int status = parse_request_line(take_line(rest), request); status != kDone) return status;
  while (true) {
    std::string_view line = take_line(rest);
    if (line.empty()) break;
    size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;  // folded lines as well
    std::string_view value = trim(line.substr(colon + 1));
    if (!is_field_value(value)) return 400;
    if (request.fields.size() >= limits.max_headers) return 431;
    request.fields.push_back({line.substr(0, colon), value});
  }
  return check_fields(request, limits, plan);
}

int ChunkDecoder::feed(std::string_view in, size_t* used, std::string& out, uint64_t max_body, size_t max_trailer) {
  std::string_view rest = in;
  auto finish = [&](int status) {
    *used = in.size() - rest.size();
    return status;
  };
  while (true) {
    if (state_ == Data) {
      size_t n = static_cast<size_t>(std::min<uint64_t>(left_, rest.size()));
      out.append(rest.data(), n);
      rest.remove_prefix(n);
      left_ -= n;
      if (left_) return finish(kMore);
      state_ = DataEnd;
    }
    size_t end = rest.find("\r\n");
    if (end == std::string_view::npos) {
      bool too_long = rest.size() > (state_ == Trailer ? max_trailer : kMaxChunkLine) || (state_ == DataEnd && rest.size() >= 2);
      return finish(too_long ? 400 : kMore);
    }
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    if (state_ == DataEnd) {
      if (!line.empty()) return finish(400);
      state_ = Size;
    } else if (state_ == Trailer) {
      if (line.empty()) return finish(kDone);
      if ((trailer_ += line.size() + 2) > max_trailer) return finish(431);
    } else {
      line = trim(line.substr(0, line.find(';')));
      if (line.empty() || line.size() > 15) return finish(400);
      left_ = 0;
      for (char c : line) {
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
        if (digit < 0) return finish(400);
        left_ = left_ * 16 + static_cast<uint64_t>(digit);
      }
      if (left_ > max_body || out.size() + left_ > max_body) return finish(413);
      state_ = left_ ? Data : Trailer;
    }
  }
}

}  // namespace http
