// How a stored value looks in memory and on disk: a tagged binary form that keeps int and float
// apart, keeps all 64 bits of an int, bytes and the order of dict entries.
//
//   'N' None   'T' True   'F' False
//   'I' 8 bytes little endian          'J' varint size, decimal text (beyond 64 bits)
//   'D' 8 bytes IEEE little endian     'S' varint size, UTF-8      'B' varint size, bytes
//   'L' varint count, values           'M' varint count, then per entry: varint size, key, value
//
// Readers are bounds-checked: a file may have been damaged or written by somebody else.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace kv {

class BlobWriter {
 public:
  void none() { out_ += 'N'; }
  void boolean(bool b) { out_ += b ? 'T' : 'F'; }
  void integer(int64_t i) { fixed('I', static_cast<uint64_t>(i)); }
  void big(std::string_view decimal) { sized('J', decimal); }
  void floating(double d) {
    uint64_t bits;
    std::memcpy(&bits, &d, sizeof bits);
    fixed('D', bits);
  }
  void text(std::string_view s) { sized('S', s); }
  void bytes(std::string_view s) { sized('B', s); }
  void list(size_t count) { out_ += 'L', varint(count); }
  void dict(size_t count) { out_ += 'M', varint(count); }
  void key(std::string_view s) { varint(s.size()), out_.append(s); }
  std::string take() { return std::move(out_); }

 private:
  void fixed(char tag, uint64_t bits) {
    char buffer[9] = {tag};
    for (int i = 0; i < 8; ++i) buffer[i + 1] = static_cast<char>(bits >> (8 * i));
    out_.append(buffer, sizeof buffer);
  }
  void sized(char tag, std::string_view s) { out_ += tag, varint(s.size()), out_.append(s); }
  void varint(uint64_t n) {
    for (; n >= 0x80; n >>= 7) out_ += static_cast<char>(n | 0x80);
    out_ += static_cast<char>(n);
  }
  std::string out_;
};

// Every read returns false (and leaves the reader unusable) when the blob ends early.
class BlobReader {
 public:
  explicit BlobReader(std::string_view blob) : rest_(blob) {}
  bool tag(char* out) {
    if (rest_.empty()) return false;
    *out = rest_[0];
    rest_.remove_prefix(1);
    return true;
  }
  bool fixed(uint64_t* out) {
    if (rest_.size() < 8) return false;
    *out = 0;
    for (int i = 0; i < 8; ++i) *out |= static_cast<uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
    rest_.remove_prefix(8);
    return true;
  }
  bool floating(double* out) {
    uint64_t bits;
    if (!fixed(&bits)) return false;
    std::memcpy(out, &bits, sizeof bits);
    return true;
  }
  bool sized(std::string_view* out) {
    uint64_t n;
    if (!varint(&n) || n > rest_.size()) return false;
    *out = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return true;
  }
  // A count of items that occupy at least a byte each.
  bool count(uint64_t* out) { return varint(out) && *out <= rest_.size(); }
  std::string_view rest() const { return rest_; }

 private:
  bool varint(uint64_t* out) {
    *out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      char c;
      if (!tag(&c)) return false;
      *out |= static_cast<uint64_t>(c & 0x7f) << shift;
      if (!(c & 0x80)) return true;
    }
    return false;
  }
  std::string_view rest_;
};

// The integer in an 'I' blob; a float is truncated toward zero as script int() does.
inline std::optional<int64_t> blob_integer(std::string_view blob) {
  BlobReader reader(blob);
  char tag;
  uint64_t bits;
  double d;
  if (!reader.tag(&tag)) return {};
  if (tag == 'I' && reader.fixed(&bits)) return static_cast<int64_t>(bits);
  if (tag == 'D' && reader.floating(&d) && d > -9.2e18 && d < 9.2e18) return static_cast<int64_t>(d);
  return {};
}

inline std::string integer_blob(int64_t i) {
  BlobWriter writer;
  writer.integer(i);
  return writer.take();
}

// The 'L' blob with one more item, or nothing when `list` is no list.
std::optional<std::string> append_item(std::string_view list, std::string_view item);

}  // namespace kv
