#include "support.h"
static const sl_host* host;
static sl_plugin* self;
static sl_status init(const sl_host* h, sl_plugin* p, void** state) {
  (void)state;
  host = h;
  self = p;
  return SL_OK;
}
static sl_status start(void* state) {
  (void)state;
  return host->fail(self, sl_text("cannot listen on 127.0.0.1:80: Permission denied"));
}
SL_EXPORT const sl_plugin_info scriptling_plugin = {sizeof(sl_plugin_info), SL_ABI_MAJOR, SL_ABI_MINOR, "start_fails", "1.0.0", "", "", "good?", "", init, start, 0, 0};
