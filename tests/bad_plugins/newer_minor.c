/* Built for a later minor version than this server offers. */
#include "support.h"
SL_EXPORT const sl_plugin_info scriptling_plugin = {sizeof(sl_plugin_info), SL_ABI_MAJOR, SL_ABI_MINOR + 1, "newer_minor", "1.0.0", "", "", "", "", 0, 0, 0, 0};
