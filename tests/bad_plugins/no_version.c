#include "support.h"
SL_EXPORT const sl_plugin_info scriptling_plugin = {sizeof(sl_plugin_info), SL_ABI_MAJOR, SL_ABI_MINOR, "no_version", 0, 0, 0, 0, 0, 0, 0, 0, 0};
