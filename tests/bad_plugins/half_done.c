/* Registers a module and publishes a service, then fails: no trace may stay. */
#include "support.h"
static const sl_function functions[] = {{"leftover()", "", return_none, 0}};
static sl_status init(const sl_host* host, sl_plugin* plugin, void** state) {
  (void)state;
  if (register_functions(host, plugin, "testing.half_done", functions, 1) != SL_OK) return SL_RAISED;
  if (host->publish(plugin, "half_done", 1, functions) != SL_OK) return SL_RAISED;
  return host->fail(plugin, sl_text("changed my mind"));
}
BAD_PLUGIN("half_done", "", init)
