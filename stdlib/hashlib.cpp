// _hashlib: message digests, for the modules hashlib, hmac and uuid.
#include <sys/random.h>

#include <string>

#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/crypto.h"
#include "stdlib/digest_object.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

// digest(name, data): the digest as bytes, or None for an unknown name.
Value digest(Vm& vm, Value* args) {
  std::string_view data;
  if (!bytes_view(args[1], &data)) return vm.raise_type(as_str(args[1]) ? "Strings must be encoded before hashing" : "object supporting the buffer API required");
  const EVP_MD* kind = crypto().EVP_get_digestbyname(std::string(as_str(args[0])->view()).c_str());
  if (!kind) return Value::none();
  unsigned char out[EVP_MAX_MD_SIZE];
  unsigned n = 0;
  if (!crypto().EVP_Digest(data.data(), data.size(), out, &n, kind, nullptr)) return vm.raise_value("[digital envelope routines] unsupported");
  return Value::object(vm.new_bytes({reinterpret_cast<char*>(out), n}));
}

Value pbkdf2(Vm& vm, Value* args) {
  std::string_view password, salt;
  if (!bytes_view(args[1], &password) || !bytes_view(args[2], &salt)) return vm.raise_type("a bytes-like object is required");
  const EVP_MD* kind = crypto().EVP_get_digestbyname(std::string(as_str(args[0])->view()).c_str());
  if (!kind) return vm.raise_value("unsupported hash type");
  int64_t rounds = args[3].i, length = args[4].i;
  if (rounds < 1 || rounds > 10'000'000) return vm.raise_value("iteration value must be greater than 0.");
  if (length < 1 || length > 1 << 20) return vm.raise_value("key length must be greater than 0.");
  std::string out(static_cast<size_t>(length), '\0');
  crypto().PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), reinterpret_cast<const unsigned char*>(salt.data()), static_cast<int>(salt.size()),
                             static_cast<int>(rounds), kind, static_cast<int>(length), reinterpret_cast<unsigned char*>(out.data()));
  return Value::object(vm.new_bytes(out));
}

Value random_bytes(Vm& vm, Value* args) {
  int64_t n = args[0].i;
  if (n < 0) return vm.raise_value("negative argument not allowed");
  if (!vm.check_alloc(static_cast<size_t>(n))) return Value();
  if (n > 1 << 26) return vm.raise_memory();
  std::string out(static_cast<size_t>(n), '\0');
  for (size_t at = 0; at < out.size();) {
    ssize_t got = ::getrandom(out.data() + at, out.size() - at, 0);
    if (got > 0) at += static_cast<size_t>(got);
  }
  return Value::object(vm.new_bytes(out));
}

const MethodDef kFunctions[] = {
    {"digest(name: str, data, /)", digest},
    {"pbkdf2(name: str, password, salt, rounds: int, length: int, /)", pbkdf2},
    {"random_bytes(n: int, /)", random_bytes},
};

}  // namespace

void register_hashlib_module() {
  static std::vector<MethodDef> functions(std::begin(kFunctions), std::end(kFunctions));
  functions.insert(functions.end(), digest_functions().begin(), digest_functions().end());
  static Class* const classes[] = {define_digest(false), define_digest(true), define_blake2(true), define_blake2(false)};
  define_module({.name = "_hashlib", .doc = "Digests and encodings.", .functions = functions, .constants = {}, .classes = classes});
}

}  // namespace sl
