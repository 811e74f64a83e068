#include "stdlib/unicode_names.h"

#include "core/lang/unicode.h"

namespace sl {

std::string unicode_name(uint32_t c) { return syntax::character_name(c); }

uint32_t unicode_by_name(std::string_view name) {
  int32_t c = syntax::character_by_name(name);
  return c < 0 ? UINT32_MAX : static_cast<uint32_t>(c);
}

}  // namespace sl
