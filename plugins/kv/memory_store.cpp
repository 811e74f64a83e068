#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "glob.h"
#include "store.h"

namespace kv {
namespace {

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
};

class MemoryStore final : public Store {
 public:
  void set(std::string_view key, std::string blob, int64_t expires) override {
    Shard& shard = shard_of(key);
    std::unique_lock guard(shard.mutex);
    put(shard, key, {std::move(blob), expires});
  }

  void set_many(std::vector<std::pair<std::string, Record>> entries) override {
    auto guards = lock_all();
    for (auto& [key, record] : entries) put(shard_of(key), key, std::move(record));
  }

  std::optional<Record> get(std::string_view key) override {
    Shard& shard = shard_of(key);
    std::shared_lock guard(shard.mutex);
    auto it = shard.map.find(key);
    if (it == shard.map.end() || expired(it->second)) return {};
    return it->second;
  }

  bool erase(std::string_view key) override {
    Shard& shard = shard_of(key);
    std::unique_lock guard(shard.mutex);
    auto it = shard.map.find(key);
    if (it == shard.map.end()) return false;
    bool live = !expired(it->second);
    shard.map.erase(it);
    return live;
  }

  void transform(std::string_view key, const std::function<Change(const Record*)>& decide) override {
    Shard& shard = shard_of(key);
    std::unique_lock guard(shard.mutex);
    auto it = shard.map.find(key);
    bool present = it != shard.map.end() && !expired(it->second);
    Change change = decide(present ? &it->second : nullptr);
    if (change.kind == Change::Put) put(shard, key, std::move(change.record));
    if (change.kind == Change::Erase && it != shard.map.end()) shard.map.erase(it);
  }

  std::vector<std::string> keys(std::string_view pattern) override {
    std::vector<std::string> found;
    visit(pattern, [&](const std::string& key, const Record&) { found.push_back(key); });
    std::sort(found.begin(), found.end());
    return found;
  }

  std::vector<std::pair<std::string, std::string>> items(std::string_view pattern) override {
    std::vector<std::pair<std::string, std::string>> found;
    visit(pattern, [&](const std::string& key, const Record& record) { found.emplace_back(key, record.blob); });
    std::sort(found.begin(), found.end());
    return found;
  }

  void clear() override {
    auto guards = lock_all();
    for (Shard& shard : shards_) shard.map.clear();
  }

  void sweep() override {
    int64_t now = now_ms();
    for (Shard& shard : shards_) {
      std::unique_lock guard(shard.mutex);
      std::erase_if(shard.map, [now](const auto& entry) { return entry.second.expires && entry.second.expires <= now; });
    }
  }

 private:
  static constexpr size_t kShards = 64;
  struct alignas(64) Shard {
    std::shared_mutex mutex;
    std::unordered_map<std::string, Record, TextHash, std::equal_to<>> map;
  };

  static bool expired(const Record& record) { return record.expires && record.expires <= now_ms(); }
  Shard& shard_of(std::string_view key) { return shards_[TextHash{}(key) >> 58]; }

  static void put(Shard& shard, std::string_view key, Record record) {
    auto it = shard.map.find(key);
    if (it != shard.map.end())
      it->second = std::move(record);
    else
      shard.map.emplace(key, std::move(record));
  }

  // Always in index order, so that two callers cannot deadlock.
  std::array<std::unique_lock<std::shared_mutex>, kShards> lock_all() {
    std::array<std::unique_lock<std::shared_mutex>, kShards> guards;
    for (size_t i = 0; i < kShards; ++i) guards[i] = std::unique_lock(shards_[i].mutex);
    return guards;
  }

  template <class F>
  void visit(std::string_view pattern, F f) {
    if (!glob_valid(pattern)) return;
    int64_t now = now_ms();
    for (Shard& shard : shards_) {
      std::shared_lock guard(shard.mutex);
      for (const auto& [key, record] : shard.map)
        if ((!record.expires || record.expires > now) && glob_match(pattern, key)) f(key, record);
    }
  }

  std::array<Shard, kShards> shards_;
};

}  // namespace

int64_t now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace kv
