#include <Poco/Net/IPAddress.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <stdexcept>

#include "app.h"

namespace http {
namespace {

[[noreturn]] void fail(const std::string& what) {
  char text[256] = "";
  if (unsigned long code = ERR_get_error()) ERR_error_string_n(code, text, sizeof text);
  throw std::runtime_error("tls: " + what + (text[0] ? std::string(" (") + text + ")" : std::string()));
}

template <class T, void (*release)(T*)>
using Owned = std::unique_ptr<T, std::integral_constant<void (*)(T*), release>>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owned<X509, X509_free>;

void add_extension(X509* certificate, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (!extension) fail("cannot make the certificate");
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

std::string alternative_names(const std::string& host) {
  std::string names = "DNS:localhost,IP:127.0.0.1,IP:::1";
  Poco::Net::IPAddress address;
  if (!Poco::Net::IPAddress::tryParse(host, address)) return host.empty() || host == "localhost" ? names : names + ",DNS:" + host;
  return address.isWildcard() || address.isLoopback() ? names : names + ",IP:" + host;
}

// ECDSA P-256, in memory only.
void use_generated(SSL_CTX* context, const std::string& host) {
  Key key(EVP_EC_gen("P-256"));
  Certificate certificate(X509_new());
  if (!key || !certificate) fail("cannot make a key");
  X509* x = certificate.get();
  X509_set_version(x, 2);
  unsigned char serial[8];
  arc4random_buf(serial, sizeof serial);
  serial[0] &= 0x7f;
  BIGNUM* number = BN_bin2bn(serial, sizeof serial, nullptr);
  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(x));
  BN_free(number);
  X509_gmtime_adj(X509_getm_notBefore(x), -3600);
  X509_time_adj_ex(X509_getm_notAfter(x), 365 * 100, 0, nullptr);
  X509_set_pubkey(x, key.get());
  X509_NAME* name = X509_get_subject_name(x);
  X509_NAME_add_entry_by_txt(name, "O", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("scriptling-server"), -1, -1, 0);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(x, name);
  add_extension(x, NID_basic_constraints, "critical,CA:FALSE");
  add_extension(x, NID_key_usage, "critical,digitalSignature");
  add_extension(x, NID_ext_key_usage, "serverAuth");
  add_extension(x, NID_subject_alt_name, alternative_names(host));
  if (!X509_sign(x, key.get(), EVP_sha256())) fail("cannot sign the certificate");
  if (SSL_CTX_use_certificate(context, x) != 1 || SSL_CTX_use_PrivateKey(context, key.get()) != 1) fail("cannot use the certificate made");
}

void use_files(SSL_CTX* context, const TlsSettings& tls) {
  if (SSL_CTX_use_certificate_chain_file(context, tls.cert.c_str()) != 1) fail("cannot read the certificate '" + tls.cert + "'");
  if (SSL_CTX_use_PrivateKey_file(context, tls.key.c_str(), SSL_FILETYPE_PEM) != 1) fail("cannot read the key '" + tls.key + "'");
  if (SSL_CTX_check_private_key(context) != 1) fail("the key '" + tls.key + "' does not belong to the certificate '" + tls.cert + "'");
}

std::shared_ptr<SSL_CTX> make_context(const TlsSettings& tls) {
  ERR_clear_error();
  std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context) fail("cannot start");
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
  static constexpr unsigned char kSession[] = "scriptling";
  SSL_CTX_set_session_id_context(context.get(), kSession, sizeof kSession - 1);
  if (tls.cert.empty())
    use_generated(context.get(), tls.host);
  else
    use_files(context.get(), tls);
  return context;
}

}  // namespace

TlsKeeper::TlsKeeper(TlsSettings settings) : settings_(std::move(settings)) {
  if (settings_.cert.empty() != settings_.key.empty()) throw std::runtime_error("tls: tls_cert and tls_key belong together, only one of them is set");
  context_ = make_context(settings_);
}

void TlsKeeper::reload() {
  if (settings_.cert.empty()) return;
  auto fresh = make_context(settings_);
  std::lock_guard guard(mutex_);
  context_.swap(fresh);
}

std::unique_ptr<Transport> TlsKeeper::wrap(Poco::Net::StreamSocket socket) {
  std::shared_ptr<SSL_CTX> context;
  {
    std::lock_guard guard(mutex_);
    context = context_;
  }
  return tls_transport(std::move(socket), context.get());  // the connection counts its context
}

}  // namespace http
