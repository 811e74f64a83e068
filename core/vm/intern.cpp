// The table of interned strings: one Str per text for the whole process, found from any thread.
#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <vector>

#include "core/vm/runtime.h"

namespace sl {
namespace {

// An open hash by Str::hash; strings stay for good, so cells are never emptied.
class Shard {
 public:
  std::mutex mutex;

  Shard() : cells_(kStartUpCells) {}
  Str* find(std::string_view text, uint64_t hash) const noexcept { return cells_[cell_of(text, hash)]; }
  void add(Str* s) {
    if (++count_ > cells_.size() / 4 * 3) grow();
    cells_[cell_of(s->view(), s->hash)] = s;
  }

 private:
  static constexpr size_t kStartUpCells = 512;  // a power of two; what start-up interns

  size_t cell_of(std::string_view text, uint64_t hash) const noexcept {
    size_t mask = cells_.size() - 1, i = hash & mask;
    while (cells_[i] && (cells_[i]->hash != hash || cells_[i]->view() != text)) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    std::vector<Str*> old(cells_.size() * 2);
    old.swap(cells_);
    for (Str* s : old)
      if (s) cells_[cell_of(s->view(), s->hash)] = s;
  }

  std::vector<Str*> cells_;
  size_t count_ = 0;
};

Shard& shard_of(uint64_t hash) {
  static auto* shards = new std::array<Shard, 16>;
  return (*shards)[hash >> 60];
}

Str* make_hashed(std::string_view text, uint64_t hash) {
  auto* s = static_cast<Str*>(allocate_shared(Kind::Str, sizeof(Str) + text.size() + 1));
  std::memcpy(s->inline_data(), text.data(), text.size());
  s->data = s->inline_data();
  s->size = static_cast<uint32_t>(text.size());
  s->length = static_cast<uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  s->hash = hash;
  s->flags = kStrHashed | (s->length == s->size ? kStrAscii : 0);
  return s;
}

}  // namespace

Str* make_shared_str(std::string_view text) { return make_hashed(text, hash_bytes(text)); }

Str* intern(std::string_view text) {
  uint64_t hash = hash_bytes(text);
  Shard& shard = shard_of(hash);
  std::lock_guard lock(shard.mutex);
  if (Str* known = shard.find(text, hash)) return known;
  Str* s = make_hashed(text, hash);
  s->flags |= kStrInterned;
  shard.add(s);
  return s;
}

Str* find_interned(std::string_view text) {
  uint64_t hash = hash_bytes(text);
  Shard& shard = shard_of(hash);
  std::lock_guard lock(shard.mutex);
  return shard.find(text, hash);
}

}  // namespace sl
