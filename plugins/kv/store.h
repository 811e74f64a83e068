// One key-value store: blobs by key, each with an optional absolute expiry.
//
// Thread-safe; no call needs or touches a script environment. An expired key is absent to every
// operation, whether or not the sweeper has removed it. Times are milliseconds since the epoch by the
// wall clock, so that deadlines survive a restart; 0 means never.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kv {

int64_t now_ms();

// Its what() is the text a script sees after "kv.<method>: ".
struct StoreError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Record {
  std::string blob;
  int64_t expires = 0;
};

// What a transformation decides about a key.
struct Change {
  enum Kind { Keep, Put, Erase } kind = Keep;
  Record record = {};
};

class Store {
 public:
  virtual ~Store() = default;

  virtual void set(std::string_view key, std::string blob, int64_t expires) = 0;
  virtual void set_many(std::vector<std::pair<std::string, Record>> entries) = 0;  // all or nothing
  virtual std::optional<Record> get(std::string_view key) = 0;
  virtual bool erase(std::string_view key) = 0;
  // Reads and replaces one key in one step. `decide` runs under the store's lock: it must not block
  // nor call the store; null means the key is absent. What it throws passes through, nothing stored.
  virtual void transform(std::string_view key, const std::function<Change(const Record*)>& decide) = 0;
  // Unexpired keys that match, sorted bytewise.
  virtual std::vector<std::string> keys(std::string_view pattern) = 0;
  virtual std::vector<std::pair<std::string, std::string>> items(std::string_view pattern) = 0;
  virtual void clear() = 0;
  virtual void sweep() = 0;                     // removes expired entries
  virtual void close() {}                       // frees what the store holds; later operations may throw StoreError
  virtual bool waits() const { return false; }  // does it wait for a disk?
};

std::unique_ptr<Store> make_memory_store();
// Opens or creates the file; throws StoreError.
std::unique_ptr<Store> open_sqlite_store(const std::string& path);

}  // namespace kv
