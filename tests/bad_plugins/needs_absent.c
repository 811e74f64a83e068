#include "support.h"
BAD_PLUGIN("needs_absent", "nowhere", 0)
