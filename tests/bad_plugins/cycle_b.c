#include "support.h"
BAD_PLUGIN("cycle_b", "cycle_a", 0)
