// Any bytes as a saved parcel: refused, or unpacked into a value that packs and travels again.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/env/environment.h"
#include "core/env/parcel.h"
#include "core/vm/vm.h"

namespace {

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "parcel_fuzz: %s\n", what);
  std::abort();
}

std::shared_ptr<const sl::Profile> profile() {
  static const std::shared_ptr<const sl::Profile> shared = [] {
    auto p = std::make_shared<sl::Profile>();
    p->limits.memory = 256u << 20;
    return p;
  }();
  return shared;
}

// The value of a parcel, packed again and saved.
std::string again(const sl::Parcel& parcel, sl::Environment& env) {
  sl::Value v = parcel.unpack(env.vm);
  if (v.is_unset()) {
    env.vm.clear_error();
    return {};
  }
  auto packed = sl::Parcel::pack(env.vm, v);
  if (!packed) fail("an unpacked value is not transferable");
  std::string out;
  if (!packed->save(&out)) fail("a packed value cannot be saved");
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto parcel = sl::Parcel::load({reinterpret_cast<const char*>(data), size});
  if (!parcel) return 0;
  sl::EnvironmentPtr env = sl::Environment::open(profile());
  sl::EnvLock lock(*env);
  std::string first = again(*parcel, *env);
  if (first.empty()) return 0;
  auto loaded = sl::Parcel::load(first);
  if (!loaded) fail("a saved parcel is refused");
  std::string second = again(*loaded, *env);
  if (second.empty()) fail("a packed value is refused");
  // The items of a set may change places, and numbers of references their lengths with them.
  bool sets = first.find_first_of("\x0d\x0e") != std::string::npos;
  if (!sets && second.size() != first.size()) fail("a parcel changes as it travels");
  return 0;
}
