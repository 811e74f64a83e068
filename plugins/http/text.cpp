#include "text.h"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/DateTimeParser.h>
#include <Poco/Exception.h>
#include <Poco/Timestamp.h>
#include <Poco/Net/HTTPResponse.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace http {
namespace {

constexpr std::array<bool, 256> make_token_table() {
  std::array<bool, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[c] = true;
  for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = true;
  for (char c : std::string_view("!#$%&'*+-.^_`|~")) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kToken = make_token_table();

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string encode(std::string_view text, std::string_view plain) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    if ((c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    }
  }
  return out;
}

// 0: a name, 1: nothing or ".", 2: "..".
int dots(std::string_view segment) {
  if (segment.empty()) return 1;
  if (segment[0] != '.' && segment[0] != '%') return 0;
  if (segment.size() > 6) return 0;
  auto decoded = percent_decode(segment);
  if (!decoded) return 0;
  return *decoded == "." ? 1 : *decoded == ".." ? 2 : 0;
}

}  // namespace

bool is_token(std::string_view s) {
  if (s.empty()) return false;
  for (unsigned char c : s)
    if (!kToken[c]) return false;
  return true;
}

bool is_field_value(std::string_view s) { return s.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos; }

bool equals_ignore_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i] && lower(a[i]) != lower(b[i])) return false;
  return true;
}

std::string to_lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = lower(c);
  return out;
}

std::string to_upper(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = upper(c);
  return out;
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

bool list_contains(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    size_t comma = std::min(list.find(','), list.size());
    if (equals_ignore_case(trim(list.substr(0, comma)), token)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

std::optional<std::string> percent_decode(std::string_view s, bool plus_is_space) {
  std::string out;
  out.reserve(s.size());
  for (size_t i = 0; i < s.size(); ++i) {
    char c = s[i];
    if (c == '%') {
      if (i + 2 >= s.size()) return {};
      int high = hex_digit(s[i + 1]), low = hex_digit(s[i + 2]);
      if (high < 0 || low < 0) return {};
      c = static_cast<char>(high << 4 | low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (c == 0) return {};
    out += c;
  }
  return out;
}

std::string percent_encode_path(std::string_view path) { return encode(path, "/-._~!$&'()*+,;=:@"); }

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query, std::string* bad) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    size_t end = std::min(query.find('&'), query.size());
    std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    size_t equals = std::min(pair.find('='), pair.size());
    auto key = percent_decode(pair.substr(0, equals), true);
    auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (key && value && pair.find(';') == std::string_view::npos)
      pairs.emplace_back(std::move(*key), std::move(*value));
    else if (bad && bad->empty())
      *bad = pair;
  }
  return pairs;
}

bool is_clean_path(std::string_view path) {
  if (path.empty() || path[0] != '/') return false;
  for (size_t i = 0; i + 1 < path.size();) {
    size_t next = path.find('/', i + 1);
    if (dots(path.substr(i + 1, (next == std::string_view::npos ? path.size() : next) - i - 1))) return false;
    if (next == std::string_view::npos) return true;
    i = next;
  }
  return true;
}

std::string clean_path(std::string_view path) {
  std::vector<std::string_view> segments;
  bool directory = true;  // does the path end in a slash, or in a segment that names a directory?
  for (size_t i = 0; i < path.size();) {
    size_t end = std::min(path.find('/', i), path.size());
    std::string_view segment = path.substr(i, end - i);
    int kind = dots(segment);
    directory = end < path.size() || kind;
    if (kind == 2 && !segments.empty()) segments.pop_back();
    if (kind == 0) segments.push_back(segment);
    i = end + 1;
  }
  std::string out;
  for (std::string_view segment : segments) out.append("/").append(segment);
  if (out.empty() || directory) out += '/';
  return encode(out, "/-._~!$&'()*+,;=:@%");  // a backslash, for instance, is a slash to some clients
}

const char* reason_phrase(int status) {
  static const auto phrases = [] {
    std::array<std::string, 600> table;
    for (int i = 100; i < 600; ++i) table[i] = Poco::Net::HTTPResponse::getReasonForStatus(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(i));
    constexpr std::pair<int, const char*> kNewer[] = {// where Poco has an older wording or none
                                                      {302, "Found"},
                                                      {308, "Permanent Redirect"},
                                                      {408, "Request Timeout"},
                                                      {413, "Content Too Large"},
                                                      {414, "URI Too Long"},
                                                      {416, "Range Not Satisfiable"},
                                                      {422, "Unprocessable Content"},
                                                      {425, "Too Early"},
                                                      {431, "Request Header Fields Too Large"},
                                                      {451, "Unavailable For Legal Reasons"},
                                                      {504, "Gateway Timeout"}};
    for (auto [code, phrase] : kNewer) table[code] = phrase;
    for (std::string& text : table)
      if (text == "???") text = "Status";
    return table;
  }();
  return status >= 100 && status < 600 ? phrases[status].c_str() : "Status";
}

std::string http_date(int64_t seconds) {
  return Poco::DateTimeFormatter::format(Poco::Timestamp::fromEpochTime(static_cast<std::time_t>(seconds)), Poco::DateTimeFormat::HTTP_FORMAT);
}

std::optional<int64_t> parse_http_date(std::string_view text) {
  int zone = 0;
  Poco::DateTime date;
  if (!Poco::DateTimeParser::tryParse(Poco::DateTimeFormat::HTTP_FORMAT, std::string(text), date, zone)) return {};
  return date.timestamp().epochTime();
}

std::string_view current_date() {
  thread_local std::time_t second = 0;
  thread_local std::string text;
  timespec now;
  clock_gettime(CLOCK_REALTIME_COARSE, &now);
  if (now.tv_sec != second) {
    second = now.tv_sec;
    text = http_date(second);
  }
  return text;
}

std::string_view media_type(std::string_view file_name) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"html", "text/html; charset=utf-8"},
      {"htm", "text/html; charset=utf-8"},
      {"css", "text/css; charset=utf-8"},
      {"js", "text/javascript; charset=utf-8"},
      {"mjs", "text/javascript; charset=utf-8"},
      {"json", "application/json"},
      {"map", "application/json"},
      {"txt", "text/plain; charset=utf-8"},
      {"md", "text/markdown; charset=utf-8"},
      {"csv", "text/csv; charset=utf-8"},
      {"xml", "text/xml; charset=utf-8"},
      {"svg", "image/svg+xml"},
      {"png", "image/png"},
      {"jpg", "image/jpeg"},
      {"jpeg", "image/jpeg"},
      {"gif", "image/gif"},
      {"webp", "image/webp"},
      {"avif", "image/avif"},
      {"ico", "image/x-icon"},
      {"bmp", "image/bmp"},
      {"woff", "font/woff"},
      {"woff2", "font/woff2"},
      {"ttf", "font/ttf"},
      {"otf", "font/otf"},
      {"pdf", "application/pdf"},
      {"zip", "application/zip"},
      {"gz", "application/gzip"},
      {"tar", "application/x-tar"},
      {"wasm", "application/wasm"},
      {"webmanifest", "application/manifest+json"},
      {"mp3", "audio/mpeg"},
      {"ogg", "audio/ogg"},
      {"wav", "audio/wav"},
      {"mp4", "video/mp4"},
      {"webm", "video/webm"},
  };
  size_t dot = file_name.rfind('.');
  if (dot != std::string_view::npos)
    for (const auto& [extension, type] : kTypes)
      if (equals_ignore_case(file_name.substr(dot + 1), extension)) return type;
  return "application/octet-stream";
}

}  // namespace http
