#include "support.h"
BAD_PLUGIN("cycle_a", "cycle_b", 0)
