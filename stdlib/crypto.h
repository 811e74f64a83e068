// OpenSSL's libcrypto, loaded when a script first hashes.
#pragma once

#include <openssl/evp.h>

#include "core/env/lazy_library.h"

namespace sl {

struct Crypto {
#define SL_CRYPTO(name) decltype(&::name) name = reinterpret_cast<decltype(&::name)>(lazy_symbol("libcrypto.so.3", #name, "libssl3"));
  SL_CRYPTO(EVP_Digest)
  SL_CRYPTO(EVP_DigestFinalXOF)
  SL_CRYPTO(EVP_DigestFinal_ex)
  SL_CRYPTO(EVP_DigestInit_ex)
  SL_CRYPTO(EVP_DigestUpdate)
  SL_CRYPTO(EVP_MD_CTX_copy_ex)
  SL_CRYPTO(EVP_MD_CTX_free)
  SL_CRYPTO(EVP_MD_CTX_get0_md)
  SL_CRYPTO(EVP_MD_CTX_new)
  SL_CRYPTO(EVP_MD_fetch)
  SL_CRYPTO(EVP_MD_get_block_size)
  SL_CRYPTO(EVP_MD_get_size)
  SL_CRYPTO(EVP_get_digestbyname)
  SL_CRYPTO(PKCS5_PBKDF2_HMAC)
#undef SL_CRYPTO
};
static_assert(OPENSSL_VERSION_MAJOR == 3);

inline const Crypto& crypto() {
  static const Crypto functions;
  return functions;
}

}  // namespace sl
