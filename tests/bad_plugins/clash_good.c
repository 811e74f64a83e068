/* Adds a name plugin `good` has already. */
#include "support.h"
static const sl_function functions[] = {{"add(a, b)", "", return_none, 0}};
static sl_status init(const sl_host* host, sl_plugin* plugin, void** state) {
  (void)state;
  return register_functions(host, plugin, "testing.good", functions, 1);
}
BAD_PLUGIN("clash_good", "good", init)
