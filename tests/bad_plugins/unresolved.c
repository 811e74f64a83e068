/* Refers to a symbol nobody defines: the loader refuses it. */
#include "support.h"
extern int defined_nowhere(void);
static sl_status init(const sl_host* host, sl_plugin* plugin, void** state) {
  (void)host, (void)plugin, (void)state;
  return defined_nowhere();
}
BAD_PLUGIN("unresolved", "", init)
