// init throws a std::exception through the C++ wrapper.
#include <scriptling/plugin.hpp>
static void init() { throw std::runtime_error("the disk is on fire"); }
static constexpr scriptling::PluginDef def{.name = "throws_in_init", .version = "1.0.0", .init = init};
SCRIPTLING_PLUGIN_EXPORT(def)
