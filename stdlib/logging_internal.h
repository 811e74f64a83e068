// The parts of the logging module: loggers, and the handlers and formatters records pass through.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/vm/vm.h"
#include "stdlib/logging.h"

namespace sl {

constexpr int kLogWarning = 30;

// A Logger object's data; its fields are below.
struct LoggerData {
  std::string name;
  int level = 0;  // 0: inherited
  bool propagate = true, disabled = false;
};
enum LoggerField : uint32_t { kLoggerHandlers, kLoggerFilters, kLoggerFields };

// What one environment knows.
struct LoggingState {
  std::unique_ptr<RootVec> loggers;  // Logger objects; 0 is the root
  std::unordered_map<std::string, size_t> by_name;
  std::map<int, std::string> level_names;  // added by addLevelName
  int disabled_level = 0;                  // disable()
};
LoggingState& logging_state(Vm& vm);

const ScriptLogSink& script_log_sink();
int script_root_level();
Value get_logger(Vm& vm, std::string_view name);  // "" or "root": the root logger
HostObj* root_logger(Vm& vm);
std::string level_name(Vm& vm, int level);
// A level given as a number or a name; false: raised.
bool level_arg(Vm& vm, Value v, int* out);

// One event on its way to the handlers.
struct LogEvent {
  int level;
  Value message, args;  // args: Tuple or a dict
  Value exc_info;       // (type, value, traceback), or None
  Value extra;          // dict or None
  int64_t stack_level = 1;
};
// str(message) % args; unset: raised.
Value log_event_text(Vm& vm, Value message, Value args);
Value make_log_record(Vm& vm, std::string_view logger, const LogEvent& event);
// 1 passes, 0 dropped, -1 raised.
int run_log_filters(Vm& vm, Value filters, Value record);
// Writes the pending error as CPython's logging does, and clears it.
void report_logging_error(Vm& vm);
// basicConfig() without arguments.
bool add_default_handler(Vm& vm);
std::vector<Class*> define_handler_classes();
Value logging_basic_config(Vm& vm, Value* args);

}  // namespace sl
