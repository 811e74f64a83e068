// Which registers a running function has certainly filled.
#pragma once

#include <bitset>

#include "core/lang/code.h"

namespace sl {

// At the instruction that `pc` is in: on every path there. Slow: follows the flow of the whole code.
std::bitset<256> written_registers(const Code& code, uint32_t pc);

}  // namespace sl
