/* Built for another major version of the ABI. */
#include "support.h"
SL_EXPORT const sl_plugin_info scriptling_plugin = {sizeof(sl_plugin_info), 2, 0, "wrong_major", "1.0.0", "", "", "", "", 0, 0, 0, 0};
