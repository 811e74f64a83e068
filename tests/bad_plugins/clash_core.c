/* Adds a name the core has already. */
#include "support.h"
static const sl_function functions[] = {{"server_running()", "", return_none, 0}};
static sl_status init(const sl_host* host, sl_plugin* plugin, void** state) {
  (void)state;
  return register_functions(host, plugin, "scriptling.runtime", functions, 1);
}
BAD_PLUGIN("clash_core", "", init)
