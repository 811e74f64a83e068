// init lets a C++ exception pass the ABI: only possible without the wrapper.
#include <stdexcept>

#include "support.h"
static sl_status init(const sl_host*, sl_plugin*, void**) { throw std::runtime_error("past the table"); }

BAD_PLUGIN("throws_past_table", "", init)
