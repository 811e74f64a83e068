/* The header is C11 without extensions. Compiled, not run; every inline helper is used once. */
#include <scriptling/plugin.h>

static sl_status nothing(sl_call* call) {
  *call->result = call->argc ? call->argv[0] : sl_none();
  return SL_OK;
}

static const sl_function functions[] = {{"nothing(value=None)", "Returns its argument.", nothing, SL_FN_PURE}};

int abi_c11(const sl_host* host, sl_plugin* plugin);
int abi_c11(const sl_host* host, sl_plugin* plugin) {
  sl_module module = {.struct_size = sizeof(sl_module), .function_size = sizeof(sl_function), .class_size = sizeof(sl_class), .name = "testing.c11"};
  module.functions = functions;
  module.function_count = 1;
  sl_value values[] = {sl_unset(), sl_none(), sl_bool(1), sl_int(2), sl_float(3.0)};
  sl_str name = sl_text("x");
  return SL_HAS(host, env_stats) && host->register_module(plugin, &module) == SL_OK && values[3].as.i == 2 && name.size == 1;
}
