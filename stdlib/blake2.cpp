// hashlib.blake2b and blake2s (RFC 7693), with keys, salts and the parameters of trees.
#include <bit>
#include <algorithm>
#include <cstring>

#include "core/vm/bulk.h"
#include "stdlib/digest_object.h"

namespace sl {
namespace {

constexpr uint8_t kOrder[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3}, {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8}, {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10}, {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

struct Big {
  using Word = uint64_t;
  static constexpr const char* kName = "blake2b";
  static constexpr int kRounds = 12, kTurns[] = {32, 24, 16, 63};
  static constexpr Word kStart[] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                                    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
  static constexpr size_t kSalt = 16, kOffset = 8;
};
struct Small {
  using Word = uint32_t;
  static constexpr const char* kName = "blake2s";
  static constexpr int kRounds = 10, kTurns[] = {16, 12, 8, 7};
  static constexpr Word kStart[] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  static constexpr size_t kSalt = 8, kOffset = 6;
};

template <class Kind_>
struct State {
  using Word = typename Kind_::Word;
  static constexpr size_t kBlock = sizeof(Word) * 16, kDigest = sizeof(Word) * 8;
  Word h[8];
  Word count[2] = {0, 0};
  unsigned char block[kBlock];
  size_t fill = 0, digest_size;
  bool last_node;

  void compress(const unsigned char* data, size_t n, bool last) {
    count[0] += static_cast<Word>(n);
    if (count[0] < n) ++count[1];
    Word m[16], v[16];
    std::memcpy(m, data, sizeof m);
    for (int i = 0; i < 8; ++i) {
      v[i] = h[i];
      v[i + 8] = Kind_::kStart[i];
    }
    v[12] ^= count[0];
    v[13] ^= count[1];
    if (last) v[14] = ~v[14];
    if (last && last_node) v[15] = ~v[15];
    auto mix = [&](int a, int b, int c, int d, Word x, Word y) {
      v[a] += v[b] + x;
      v[d] = std::rotr(v[d] ^ v[a], Kind_::kTurns[0]);
      v[c] += v[d];
      v[b] = std::rotr(v[b] ^ v[c], Kind_::kTurns[1]);
      v[a] += v[b] + y;
      v[d] = std::rotr(v[d] ^ v[a], Kind_::kTurns[2]);
      v[c] += v[d];
      v[b] = std::rotr(v[b] ^ v[c], Kind_::kTurns[3]);
    };
    for (int r = 0; r < Kind_::kRounds; ++r) {
      const uint8_t* s = kOrder[r % 10];
      for (int i = 0; i < 4; ++i) mix(i, i + 4, i + 8, i + 12, m[s[2 * i]], m[s[2 * i + 1]]);
      for (int i = 0; i < 4; ++i) mix(i, (i + 1) % 4 + 4, (i + 2) % 4 + 8, (i + 3) % 4 + 12, m[s[2 * i + 8]], m[s[2 * i + 9]]);
    }
    for (int i = 0; i < 8; ++i) h[i] ^= v[i] ^ v[i + 8];
  }

  // A full block waits for more, since the last one is treated apart.
  void update(std::string_view data) {
    while (!data.empty()) {
      if (fill == kBlock) {
        compress(block, kBlock, false);
        fill = 0;
      }
      size_t n = std::min(data.size(), kBlock - fill);
      std::memcpy(block + fill, data.data(), n);
      fill += n;
      data.remove_prefix(n);
    }
  }

  void finish(unsigned char* out) const {
    State s = *this;
    std::memset(s.block + s.fill, 0, kBlock - s.fill);
    s.compress(s.block, s.fill, true);
    std::memcpy(out, s.h, sizeof s.h);
  }
};

template <class K>
struct Blake {
  using S = State<K>;
  static inline Class* cls;
  static inline const HostType kType = {.name = K::kName, .release = [](void* data) { delete static_cast<S*>(data); }, .tag = K::kStart};

  static S* self(Vm& vm, Value v) {
    Value u = unwrap(v);
    if (is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kType) return static_cast<S*>(as<HostObj>(u)->data);
    vm.raise_type(std::string("descriptor requires a '_blake2.") + K::kName + "' object but received a '" + type_name_of(vm, v) + "'");
    return nullptr;
  }

  // args: data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node, usedforsecurity
  static Value construct(Vm& vm, Value* args) {
    std::string_view data, key, salt, person;
    if (!hashed_bytes(vm, args[0], &data) || !hashed_bytes(vm, args[2], &key) || !hashed_bytes(vm, args[3], &salt) || !hashed_bytes(vm, args[4], &person)) return {};
    auto maximum = [&](const char* what, size_t n) { return vm.raise_value("maximum " + std::string(what) + " length is " + std::to_string(n) + " bytes"); };
    int64_t digest_size = args[1].is_unset() ? static_cast<int64_t>(S::kDigest) : args[1].i;
    if (digest_size < 1 || digest_size > static_cast<int64_t>(S::kDigest)) return vm.raise_value("digest_size must be between 1 and " + std::to_string(S::kDigest) + " bytes");
    if (salt.size() > K::kSalt) return maximum("salt", K::kSalt);
    if (person.size() > K::kSalt) return maximum("person", K::kSalt);
    if (args[5].i < 0 || args[5].i > 255) return vm.raise_value("fanout must be between 0 and 255");
    if (args[6].i < 1 || args[6].i > 255) return vm.raise_value("depth must be between 1 and 255");
    if (args[7].i < 0 || args[7].i > UINT32_MAX) return vm.raise(errors().OverflowError, "leaf_size is too large");
    if (args[8].i < 0) return vm.raise_value("value must be positive");
    if (K::kOffset < 8 && args[8].i >> 48) return vm.raise(errors().OverflowError, "node_offset is too large");
    if (args[9].i < 0 || args[9].i > 255) return vm.raise_value("node_depth must be between 0 and 255");
    if (args[10].i < 0 || args[10].i > static_cast<int64_t>(S::kDigest)) return vm.raise_value("inner_size must be between 0 and is " + std::to_string(S::kDigest));
    if (key.size() > S::kDigest) return maximum("key", S::kDigest);
    unsigned char p[S::kDigest] = {static_cast<unsigned char>(digest_size), static_cast<unsigned char>(key.size()), static_cast<unsigned char>(args[5].i),
                                   static_cast<unsigned char>(args[6].i)};
    std::memcpy(p + 4, &args[7].i, 4);
    std::memcpy(p + 8, &args[8].i, K::kOffset);
    p[8 + K::kOffset] = static_cast<unsigned char>(args[9].i);
    p[9 + K::kOffset] = static_cast<unsigned char>(args[10].i);
    std::copy(salt.begin(), salt.end(), p + S::kDigest - 2 * K::kSalt);
    std::copy(person.begin(), person.end(), p + S::kDigest - K::kSalt);
    auto state = std::make_unique<S>();
    std::memcpy(state->h, p, sizeof p);
    for (int i = 0; i < 8; ++i) state->h[i] ^= K::kStart[i];
    state->digest_size = static_cast<size_t>(digest_size);
    state->last_node = args[11].is_true();
    if (!key.empty()) {
      std::string block(S::kBlock, '\0');
      std::memcpy(block.data(), key.data(), key.size());
      state->update(block);
    }
    if (!feed(vm, state.get(), data)) return {};
    return Value::object(vm.new_host(cls, state.release()));
  }

  static bool feed(Vm& vm, S* s, std::string_view data) {
    return in_steps(vm, data.size(), [&](size_t from, size_t to) { s->update(data.substr(from, to - from)); });
  }
  static Value update(Vm& vm, Value* args) {
    S* s = self(vm, args[0]);
    std::string_view data;
    if (!s || !hashed_bytes(vm, args[1], &data)) return {};
    return feed(vm, s, data) ? Value::none() : Value();
  }
  template <bool kHex>
  static Value digest(Vm& vm, Value* args) {
    S* s = self(vm, args[0]);
    if (!s) return {};
    unsigned char out[S::kDigest];
    s->finish(out);
    return kHex ? hex_value(vm, out, s->digest_size) : Value::object(vm.new_bytes({reinterpret_cast<char*>(out), s->digest_size}));
  }
  static Value copy(Vm& vm, Value* args) {
    S* s = self(vm, args[0]);
    return s ? Value::object(vm.new_host(cls, new S(*s))) : Value();
  }
  static Value name(Vm& vm, Value* args) { return self(vm, args[0]) ? vm.str_value(K::kName) : Value(); }
  static Value digest_size(Vm& vm, Value* args) {
    S* s = self(vm, args[0]);
    return s ? Value::integer(static_cast<int64_t>(s->digest_size)) : Value();
  }
  static Value block_size(Vm& vm, Value* args) { return self(vm, args[0]) ? Value::integer(S::kBlock) : Value(); }

  static Class* define() {
    static const MethodDef kMethods[] = {
        {"update(self, data, /)", update, 0, "Update this hash object's state with the provided bytes-like object."},
        {"digest(self, /)", digest<false>, 0, "Return the digest value as a bytes object."},
        {"hexdigest(self, /)", digest<true>, 0, "Return the digest value as a string of hexadecimal digits."},
        {"copy(self, /)", copy, 0, "Return a copy of the hash object."},
        {"name", name, kNativeGetter},
        {"digest_size", digest_size, kNativeGetter},
        {"block_size", block_size, kNativeGetter},
    };
    static const std::string signature = std::string(K::kName) +
                                         "(data=..., /, *, digest_size: int = ..., key=..., salt=..., person=..., fanout: int = 1, depth: int = 1, leaf_size: int = 0, "
                                         "node_offset: int = 0, node_depth: int = 0, inner_size: int = 0, last_node: bool = False, usedforsecurity=True)";
    TypeDef def;
    def.name = K::kName;
    def.module = "_blake2";
    def.doc = "Return a new BLAKE2 hash object.";
    def.construct_signature = signature.c_str();
    def.construct = construct;
    def.host_type = &kType;
    def.subclassable = false;
    def.methods = kMethods;
    cls = define_type(def);
    set_class_attribute(cls, "SALT_SIZE", Value::integer(K::kSalt));
    set_class_attribute(cls, "PERSON_SIZE", Value::integer(K::kSalt));
    set_class_attribute(cls, "MAX_KEY_SIZE", Value::integer(S::kDigest));
    set_class_attribute(cls, "MAX_DIGEST_SIZE", Value::integer(S::kDigest));
    return cls;
  }
};

}  // namespace

Class* define_blake2(bool big) { return big ? Blake<Big>::define() : Blake<Small>::define(); }

}  // namespace sl
