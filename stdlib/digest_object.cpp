// hashlib's digests computed by OpenSSL.
#include "stdlib/digest_object.h"

#include <array>
#include <cstdio>
#include <memory>

#include "core/vm/bulk.h"
#include "stdlib/crypto.h"

namespace sl {
namespace {

struct Algorithm {
  const char* name;     // as scripts know it
  const char* openssl;  // as OpenSSL does
  bool extendable;
};
constexpr Algorithm kAlgorithms[] = {
    {"md5", "MD5", false},           {"sha1", "SHA1", false},         {"sha224", "SHA224", false},         {"sha256", "SHA256", false},         {"sha384", "SHA384", false},
    {"sha512", "SHA512", false},     {"sha3_224", "SHA3-224", false}, {"sha3_256", "SHA3-256", false},     {"sha3_384", "SHA3-384", false},     {"sha3_512", "SHA3-512", false},
    {"shake_128", "SHAKE128", true}, {"shake_256", "SHAKE256", true}, {"sha512_224", "SHA512-224", false}, {"sha512_256", "SHA512-256", false}, {"sm3", "SM3", false},
};
constexpr size_t kCount = std::size(kAlgorithms);

// Looking an algorithm up costs more than hashing a short text, so each is kept. Null: not available.
const EVP_MD* fetch(size_t i) {
  static const auto all = [] {
    std::array<const EVP_MD*, kCount> found{};
    for (size_t k = 0; k < kCount; ++k) found[k] = crypto().EVP_MD_fetch(nullptr, kAlgorithms[k].openssl, nullptr);
    return found;
  }();
  return all[i];
}

const HostType kType = {.name = "HASH", .release = [](void* data) { crypto().EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(data)); }, .tag = &kType};
Class *g_plain, *g_extendable;

bool feed(Vm& vm, EVP_MD_CTX* context, std::string_view bytes) {
  return in_steps(vm, bytes.size(), [&](size_t from, size_t to) { crypto().EVP_DigestUpdate(context, bytes.data() + from, to - from); });
}

// field: number of the algorithm
Value make(Vm& vm, size_t algorithm, Value data) {
  std::string_view bytes;
  if (!hashed_bytes(vm, data, &bytes)) return {};
  const EVP_MD* kind = fetch(algorithm);
  if (!kind) return vm.raise_value(std::string("unsupported hash type ") + kAlgorithms[algorithm].name);
  EVP_MD_CTX* context = crypto().EVP_MD_CTX_new();
  if (!context) return vm.raise_memory();
  HostObj* o = vm.new_host(kAlgorithms[algorithm].extendable ? g_extendable : g_plain, context, 1);
  o->fields[0] = Value::integer(static_cast<int64_t>(algorithm));
  if (!crypto().EVP_DigestInit_ex(context, kind, nullptr)) return vm.raise_value("[digital envelope routines] unsupported");
  return feed(vm, context, bytes) ? Value::object(o) : Value();
}

template <size_t kAlgorithm>
Value construct(Vm& vm, Value* args) {
  return make(vm, kAlgorithm, args[0]);
}

Value construct_named(Vm& vm, Value* args) {
  std::string name;
  for (char c : as_str(args[0])->view()) name += c == '-' ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  auto plain = [](std::string_view s) {
    std::string out;
    for (char c : s)
      if (c != '_') out += c;
    return out;
  };
  for (size_t i = 0; i < kCount; ++i)
    if (fetch(i) && plain(kAlgorithms[i].name) == plain(name)) return make(vm, i, args[1]);
  return vm.raise_value("unsupported hash type " + std::string(as_str(args[0])->view()));
}

HostObj* self(Vm& vm, Value v) {
  Value u = unwrap(v);
  if (is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kType) return as<HostObj>(u);
  vm.raise_type("descriptor requires a '_hashlib.HASH' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}
EVP_MD_CTX* context_of(HostObj* o) { return static_cast<EVP_MD_CTX*>(o->data); }
const Algorithm& algorithm_of(HostObj* o) { return kAlgorithms[o->fields[0].i]; }

Value update(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  std::string_view bytes;
  if (!o || !hashed_bytes(vm, args[1], &bytes)) return {};
  return feed(vm, context_of(o), bytes) ? Value::none() : Value();
}

// The digest so far, hashing going on in the object.
size_t finish(HostObj* o, unsigned char* out, size_t length) {
  static thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> scratch(crypto().EVP_MD_CTX_new(), crypto().EVP_MD_CTX_free);
  unsigned n = 0;
  if (!crypto().EVP_MD_CTX_copy_ex(scratch.get(), context_of(o))) return 0;
  if (length) return crypto().EVP_DigestFinalXOF(scratch.get(), out, length) ? length : 0;
  return crypto().EVP_DigestFinal_ex(scratch.get(), out, &n) ? n : 0;
}

template <bool kHex>
Value digest(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  unsigned char out[EVP_MAX_MD_SIZE];
  size_t n = finish(o, out, 0);
  return kHex ? hex_value(vm, out, n) : Value::object(vm.new_bytes({reinterpret_cast<char*>(out), n}));
}

template <bool kHex>
Value long_digest(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  int64_t length = args[1].i;
  if (!o) return {};
  if (length < 0 || length > 1 << 29) return vm.raise_value("length is too large");
  if (!vm.check_alloc(static_cast<size_t>(length) * 3)) return {};
  std::string out(static_cast<size_t>(length), '\0');
  auto* data = reinterpret_cast<unsigned char*>(out.data());
  if (length) finish(o, data, out.size());
  return kHex ? hex_value(vm, data, out.size()) : Value::object(vm.new_bytes(out));
}

Value copy(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  EVP_MD_CTX* context = crypto().EVP_MD_CTX_new();
  if (!context) return vm.raise_memory();
  HostObj* twin = vm.new_host(o->cls, context, 1);
  twin->fields[0] = o->fields[0];
  return crypto().EVP_MD_CTX_copy_ex(context, context_of(o)) ? Value::object(twin) : vm.raise_memory();
}

Value name(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? vm.str_value(algorithm_of(o).name) : Value();
}
Value digest_size(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  return Value::integer(algorithm_of(o).extendable ? 0 : crypto().EVP_MD_get_size(crypto().EVP_MD_CTX_get0_md(context_of(o))));
}
Value block_size(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  return o ? Value::integer(crypto().EVP_MD_get_block_size(crypto().EVP_MD_CTX_get0_md(context_of(o)))) : Value();
}
Value repr(Vm& vm, Value* args) {
  HostObj* o = self(vm, args[0]);
  if (!o) return {};
  char at[40];
  std::snprintf(at, sizeof at, "%p", static_cast<void*>(o));
  return vm.str_value(std::string("<") + algorithm_of(o).name + " _hashlib." + (algorithm_of(o).extendable ? "HASHXOF" : "HASH") + " object @ " + at + ">");
}

#define COMMON                                                                                                                                                      \
  {"update(self, obj, /)", update, 0, "Update this hash object's state with the provided bytes."}, {"copy(self, /)", copy, 0, "Return a copy of the hash object."}, \
      {"name", name, kNativeGetter}, {"digest_size", digest_size, kNativeGetter}, {"block_size", block_size, kNativeGetter}, {                                      \
    "__repr__(self, /)", repr                                                                                                                                       \
  }

const MethodDef kMethods[] = {
    COMMON,
    {"digest(self, /)", digest<false>, 0, "Return the digest value as a bytes object."},
    {"hexdigest(self, /)", digest<true>, 0, "Return the digest value as a string of hexadecimal digits."},
};
const MethodDef kLongMethods[] = {
    COMMON,
    {"digest(self, length: int)", long_digest<false>, 0, "Return the digest value as a bytes object."},
    {"hexdigest(self, length: int)", long_digest<true>, 0, "Return the digest value as a string of hexadecimal digits."},
};
#undef COMMON

const MethodDef kFunctions[] = {
    {"new(name: str, string=..., *, usedforsecurity=True)", construct_named, 0, "A new hash object of the named algorithm."},
    {"md5(string=..., *, usedforsecurity=True)", construct<0>},
    {"sha1(string=..., *, usedforsecurity=True)", construct<1>},
    {"sha224(string=..., *, usedforsecurity=True)", construct<2>},
    {"sha256(string=..., *, usedforsecurity=True)", construct<3>},
    {"sha384(string=..., *, usedforsecurity=True)", construct<4>},
    {"sha512(string=..., *, usedforsecurity=True)", construct<5>},
    {"sha3_224(string=..., *, usedforsecurity=True)", construct<6>},
    {"sha3_256(string=..., *, usedforsecurity=True)", construct<7>},
    {"sha3_384(string=..., *, usedforsecurity=True)", construct<8>},
    {"sha3_512(string=..., *, usedforsecurity=True)", construct<9>},
    {"shake_128(string=..., *, usedforsecurity=True)", construct<10>},
    {"shake_256(string=..., *, usedforsecurity=True)", construct<11>},
};

}  // namespace

std::span<const MethodDef> digest_functions() { return kFunctions; }

Class* define_digest(bool extendable) {
  TypeDef def;
  def.name = extendable ? "HASHXOF" : "HASH";
  def.module = "_hashlib";
  def.doc = "A hash is an object used to calculate a checksum of a string of information.";
  def.base = extendable ? g_plain : nullptr;
  def.host_type = &kType;
  def.subclassable = false;
  def.methods = extendable ? std::span<const MethodDef>(kLongMethods) : std::span<const MethodDef>(kMethods);
  return (extendable ? g_extendable : g_plain) = define_type(def);
}

}  // namespace sl
