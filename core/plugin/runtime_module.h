#pragma once

namespace sl {

// Defines what of `scriptling.runtime` belongs to the core: start_server, server_running, plugins, and
// the builtin yield_now. Once, after init_runtime() and before the symbol table freezes.
void define_runtime_module();

}  // namespace sl
