// Where records of the script module `logging` go.
#pragma once

#include <functional>
#include <string_view>

namespace sl {

// level: 10 DEBUG, 20 INFO, 30 WARNING, 40 ERROR, 50 CRITICAL. Called from any thread.
using ScriptLogSink = std::function<void(int level, std::string_view logger, std::string_view text)>;

// Start-up. With a sink, what reaches the root logger goes there and basicConfig() only sets the
// level; without one (script mode), it goes to stderr as CPython writes it. root_level: the root
// logger's level in a fresh environment.
void set_script_log_sink(ScriptLogSink sink, int root_level = 30);

}  // namespace sl
