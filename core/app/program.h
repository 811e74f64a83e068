// What the modes of the program share: configuration, plugins, and running code on a thread of its own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/app/config.h"
#include "core/plugin/manager.h"

namespace sl {

// Exit statuses besides those of scripts.
constexpr int kExitFailure = 1;
constexpr int kExitConfig = 78;  // EX_CONFIG
constexpr int kExitSignal = 130;

struct Program {
  Config config;
  std::string plugin_dir;
  std::unique_ptr<PluginManager> plugins;
  bool script_mode = true;  // plugins that were not asked for may be missing

  // Prints every problem of the configuration; false: there were some.
  bool check_config() const;
  // Loads plugins up to the frozen symbol table. Problems are printed; false: there were some.
  bool load_plugins(std::vector<std::string> script_directory_first, std::vector<std::string> argv);
  // Script mode: loads and starts the plugins, or puts that off until something of `scriptling` is
  // imported when they are the default ones and nothing configures them. Problems are printed; the
  // status to exit with, or 0.
  int start_plugins(const std::vector<std::string>& directories, const std::vector<std::string>& argv);
  void stop_plugins();
  void prepare();  // runtime, core modules, pool
  // The profile of main scripts: search path led by `directories`.
  Profile profile(const std::vector<std::string>& directories, const std::vector<std::string>& argv, bool limits) const;
};

void print_error(const std::string& line);  // "scriptling-server: line" on stderr
bool read_file(const std::string& path, std::string* out, std::string* why);
std::string directory_of(const std::string& path);   // absolute; of a file
std::string absolute_path(const std::string& path);  // not normalized

// Runs `body` on a thread with a native stack of 256 MB (reserved, not touched) and waits for it.
// Recursive scripts need more than the 8 MB a main thread usually has. False: no thread could be made.
bool run_on_large_stack(const std::function<void()>& body);

// Ends the process without static destructors: plugin threads may still run.
[[noreturn]] void leave(int status);

// ---- signals ------------------------------------------------------------------------------------

// Installs handlers for SIGINT, SIGTERM and SIGHUP and a thread that calls `on_signal(number)`. A second
// SIGINT or SIGTERM ends the process with status 130 at once when `hard_second` is set.
void watch_signals(std::function<void(int)> on_signal, bool hard_second);

// ---- modes --------------------------------------------------------------------------------------

struct ScriptSource {
  std::string text;
  std::string path;  // "app.py", "<string>", "<stdin>"
  std::vector<std::string> argv;
  std::string module;  // to run instead, by name
};
int run_script(Program& program, const ScriptSource& source);
int run_repl(Program& program);
int run_server(Program& program, const std::string& script, const std::vector<std::string>& arguments);
int lint(const std::vector<std::string>& files, bool json, bool scriptling_dialect);

int list_plugins(Program& program, bool json);
int list_symbols(const std::string& prefix, bool json);
int report_config(Program& program, bool json);

}  // namespace sl
