/* init fails and does not say why. */
#include "support.h"
static sl_status init(const sl_host* host, sl_plugin* plugin, void** state) {
  (void)host, (void)plugin, (void)state;
  return SL_RAISED;
}
BAD_PLUGIN("fails_silently", "", init)
