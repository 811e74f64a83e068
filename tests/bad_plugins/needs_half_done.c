/* Its need fails in init, after the order was made. */
#include "support.h"
BAD_PLUGIN("needs_half_done", "half_done", 0)
