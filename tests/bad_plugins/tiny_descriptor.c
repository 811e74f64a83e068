/* A descriptor too short to say anything. */
#include "support.h"
SL_EXPORT const sl_plugin_info scriptling_plugin = {8, SL_ABI_MAJOR, SL_ABI_MINOR, "tiny_descriptor", "1.0.0", "", "", "", "", 0, 0, 0, 0};
