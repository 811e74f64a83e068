#include "core/lang/code.h"

#include <algorithm>

#include "core/vm/dialect.h"
#include "core/vm/runtime.h"

namespace sl {

const OpInfo& op_info(Op op) noexcept {
  static constexpr OpInfo kInfo[] = {
#define SL_OP(name, format, words, text) {#name, format, words, text},
#include "core/lang/opcodes.def"
#undef SL_OP
  };
  return kInfo[static_cast<size_t>(op)];
}

uint32_t GlobalNames::slot_for(Str* interned) {
  auto [it, fresh] = slots.try_emplace(interned, static_cast<uint32_t>(names.size()));
  if (fresh) {
    names.push_back(interned);
    builtin.push_back(scriptling ? dialect_builtin_slot(interned) : builtin_slot(interned));
  }
  return it->second;
}

int32_t GlobalNames::find(const Str* interned) const {
  auto it = slots.find(interned);
  return it == slots.end() ? -1 : static_cast<int32_t>(it->second);
}

std::string_view ModuleCode::line_text(uint32_t line) const {
  std::string_view rest = source;
  if (line == 0) return {};
  for (uint32_t n = 1; n < line; ++n) {
    size_t end = rest.find('\n');
    if (end == rest.npos) return {};
    rest.remove_prefix(end + 1);
  }
  std::string_view text = rest.substr(0, rest.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

Position find_position(const Code& code, uint32_t pc) {
  if (pc == UINT32_MAX) return {0, code.first_line, code.first_line, 0, 0};
  auto it = std::upper_bound(code.positions.begin(), code.positions.end(), pc, [](uint32_t at, const Position& p) { return at < p.pc; });
  if (it == code.positions.begin()) return {0, 0, 0, 0, 0};
  return *--it;
}

}  // namespace sl
