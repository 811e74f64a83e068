/* A descriptor with everything but the mistake in place. */
#ifndef BAD_PLUGIN_SUPPORT_H
#define BAD_PLUGIN_SUPPORT_H

#include <scriptling/plugin.h>

#ifdef __cplusplus
#define BAD_PLUGIN_EXTERN extern "C" /* a C++ const would have internal linkage */
#else
#define BAD_PLUGIN_EXTERN
#endif
#define BAD_PLUGIN(plugin_name, plugin_needs, init_function)                                                                                 \
  BAD_PLUGIN_EXTERN SL_EXPORT const sl_plugin_info scriptling_plugin;                                                                        \
  const sl_plugin_info scriptling_plugin = {sizeof(sl_plugin_info), SL_ABI_MAJOR, SL_ABI_MINOR,  plugin_name, "1.0.0", "test", "Apache-2.0", \
                                            plugin_needs,           "",           init_function, 0,           0,       0};

static inline sl_status register_functions(const sl_host* host, sl_plugin* plugin, const char* module, const sl_function* functions, size_t count) {
  sl_module m = {sizeof(sl_module), sizeof(sl_function), sizeof(sl_class), 0, 0, 0, 0, 0, 0, 0, 0, 0};
  m.name = module;
  m.functions = functions;
  m.function_count = count;
  return host->register_module(plugin, &m);
}

static inline sl_status return_none(sl_call* call) {
  (void)call;
  return SL_OK;
}

#endif
