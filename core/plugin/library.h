// Opening a plugin's library and checking what it exports.
#pragma once

#include <string>

#include <scriptling/plugin.h>

namespace sl {

// Opens plugin.file and copies the descriptor into the record. Empty, or one sentence on what is wrong,
// without the "plugin NAME: " in front.
std::string load_library(sl_plugin& plugin);
// For built-in plugins and tests: takes a descriptor that is already in memory.
std::string accept_descriptor(sl_plugin& plugin, const sl_plugin_info* info, const std::string& file_name);

}  // namespace sl
