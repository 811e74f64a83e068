// Reading requests: the head parser, the chunk decoder and the request they produce.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct Field {
  std::string_view name, value;  // into Request::head
};

// One received request. Counted, because script objects may outlive the exchange; immutable once it
// is handed to a handler.
struct Request {
  std::string head;  // request line and fields, as received
  std::string body;
  std::string_view method, target;
  std::string_view query;     // of the target, without '?'
  std::string_view raw_path;  // of the target, still encoded
  std::string path;           // decoded
  std::vector<Field> fields;
  std::vector<std::pair<std::string, std::string>> params;  // of the matched route
  std::string remote_address;                               // "ip:port"
  int minor = 1;                                            // HTTP/1.x
  bool keep_alive = true;
  bool is_head = false;

  const std::string_view* find(std::string_view name) const;  // the first field of that name, any case
  void retain() { count_.fetch_add(1, std::memory_order_relaxed); }
  void release() {
    if (count_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }

 private:
  std::atomic<int> count_{1};
};

struct HeadLimits {
  size_t max_header = 64 * 1024;
  size_t max_headers = 100;
  uint64_t max_body = 16u << 20;
};

// What the head says about the body.
struct BodyPlan {
  bool chunked = false;
  bool expect_continue = false;
  uint64_t length = 0;
};

// 0: more bytes are needed. -1: `request` is filled. Otherwise the status to refuse it with.
// `buffer` holds what was received so far; `scanned` remembers, between calls, how far was searched.
// On success *head_size bytes of the buffer belong to the head.
int parse_head(std::string_view buffer, const HeadLimits& limits, size_t* scanned, size_t* head_size, Request& request, BodyPlan& plan);

// Decodes "Transfer-Encoding: chunked" as it arrives.
class ChunkDecoder {
 public:
  // Takes what it can from `in`, appending data to `out`; *used tells how much. Returns 0 to go on,
  // -1 at the end of the body, or the status to refuse it with.
  int feed(std::string_view in, size_t* used, std::string& out, uint64_t max_body, size_t max_trailer);

 private:
  enum State { Size, Data, DataEnd, Trailer } state_ = Size;
  uint64_t left_ = 0;
  size_t trailer_ = 0;
};

}  // namespace http
