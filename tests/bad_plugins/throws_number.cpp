// ... and one that is no std::exception.
#include "support.h"
static sl_status init(const sl_host*, sl_plugin*, void**) { throw 42; }

BAD_PLUGIN("throws_number", "", init)
