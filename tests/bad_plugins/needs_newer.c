#include "support.h"
BAD_PLUGIN("needs_newer", "good>=9.1", 0)
