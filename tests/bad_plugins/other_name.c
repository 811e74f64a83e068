/* The file name and the plugin's own name differ. */
#include "support.h"
BAD_PLUGIN("cache", "", 0)
