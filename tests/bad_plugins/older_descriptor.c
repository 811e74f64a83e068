/* Fine: an older SDK's descriptor that ends before start(). What lies behind it must not be read. */
#include "support.h"
SL_EXPORT const sl_plugin_info scriptling_plugin = {offsetof(sl_plugin_info, start), SL_ABI_MAJOR,       SL_ABI_MINOR,      "older_descriptor", "0.9", "", "", "", "", 0,
                                                    (sl_status(*)(void*))1,          (void (*)(void*))1, (void (*)(void*))1};
