#include "support.h"
static const sl_function functions[] = {{"set(key", "", return_none, 0}};
static sl_status init(const sl_host* host, sl_plugin* plugin, void** state) {
  (void)state;
  return register_functions(host, plugin, "testing.bad_signature", functions, 1);
}
BAD_PLUGIN("bad_signature", "", init)
