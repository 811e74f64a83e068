// From the command line to a mode: server, script, prompt or one of the listings.
#include "core/app/app.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <iterator>

#include "core/app/log.h"
#include "core/app/program.h"
#include "core/plugin/version.h"
#include "core/poco/services.h"
#include "core/symbols/symbol_table.h"

namespace sl {
namespace {

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& i : items) text += (text.empty() ? "" : ",") + i;
  return text;
}

const char* environment(const char* name) { return std::getenv(name); }

using Mode = Options::Mode;

int run_mode(const Options& o) {
  const std::vector<std::string>& args = o.arguments;
  if (o.mode == Mode::Help || o.mode == Mode::Version) {
    std::string version = "scriptling-server " SCRIPTLING_VERSION " (plugin ABI " + std::to_string(SL_ABI_MAJOR) + "." + std::to_string(SL_ABI_MINOR) + ")\n";
    stdout_sink()->write(o.mode == Mode::Help ? o.help : version);
    stdout_sink()->flush();
    return 0;
  }

  Program program;
  Config& config = program.config;
  if (!o.config_file.empty()) config.load_file(o.config_file);
  config.load_environment(environment);
  if (!o.libpath.empty()) config.set("server", "libpath", joined(o.libpath), "--libpath");
  if (!o.disabled.empty()) config.set("security", "disable_libs", joined(o.disabled), "--disable-lib");
  if (!o.address.empty()) config.set("server", "address", o.address, "--server");
  for (const auto& [assignment, origin] : o.overrides) config.override(assignment, origin);

  // The plugin directory decides which [plugin.NAME] sections are known.
  std::string dir = config.section("server")["plugin_dir"].text;
  program.plugin_dir = dir.empty() ? default_plugin_dir() : dir;
  config.finish(installed_plugins(program.plugin_dir));
  if (!program.check_config()) return kExitConfig;
  if (o.mode == Mode::Lint) return lint(args, o.json, config.text("engine.dialect") == "scriptling");

  bool server = !o.config_file.empty() || !o.address.empty();
  LogOptions log = log_options(config.text("log.level"), config.text("log.format"), !server);
  if (!server && !config.given("log.level")) log.level = SL_LOG_WARN;
  if (!server && config.text("log.format") == "auto") log.format = LogFormat::Console;
  log.file = config.text("log.file");
  log.rotate_bytes = config.value("log.rotate").integer;
  log.keep = config.value("log.keep").integer;
  start_log(log);

  if (o.mode == Mode::ListPlugins || o.mode == Mode::ListSymbols || o.mode == Mode::CheckConfig) {
    program.script_mode = !server;
    bool ok = program.load_plugins({}, {});
    if (!ok && o.mode != Mode::ListPlugins) return kExitConfig;
    int status = o.mode == Mode::ListPlugins ? list_plugins(program, o.json) : o.mode == Mode::ListSymbols ? list_symbols(o.symbol_prefix, o.json) : report_config(program, o.json);
    return ok ? status : kExitConfig;
  }

  if (server && !o.have_code && o.module.empty() && o.mode != Mode::Repl) {
    std::string script = args.empty() ? config.text("server.script") : args[0];
    return run_server(program, script, args.size() > 1 ? std::vector<std::string>(args.begin() + 1, args.end()) : std::vector<std::string>());
  }
  ScriptSource source;
  if (!o.module.empty()) {
    source.module = o.module;
    source.argv = {"-m"};
    source.argv.insert(source.argv.end(), args.begin(), args.end());
    return run_script(program, source);
  }
  if (o.have_code) {
    source.text = o.code + "\n";
    source.path = "<string>";
    source.argv = {"-c"};
    source.argv.insert(source.argv.end(), args.begin(), args.end());
    return run_script(program, source);
  }
  if (o.mode == Mode::Repl || (args.empty() && ::isatty(0))) return run_repl(program);
  if (args.empty() || args[0] == "-") {
    source.text.assign(std::istreambuf_iterator<char>(std::cin), {});
    source.path = "<stdin>";
    source.argv = args.empty() ? std::vector<std::string>{""} : args;
    return run_script(program, source);
  }
  std::string why;
  if (!read_file(args[0], &source.text, &why)) {
    print_error(why);
    return kExitFailure;
  }
  source.path = absolute_path(args[0]);
  source.argv = args;
  return run_script(program, source);
}

int run_caught(const Options& options) {
  try {
    return run_mode(options);
  } catch (const std::exception& e) {
    print_error(e.what());
  }
  return kExitFailure;
}

// A script, code or standard input without further options needs no option parser.
bool plain_command_line(const std::vector<std::string>& args, Options* out) {
  if (args.size() > 1 && (args[1] == "-e" || args[1] == "-m") && args.size() > 2 && !args[2].empty() && args[2] != "--") {
    out->have_code = args[1] == "-e";
    (out->have_code ? out->code : out->module) = args[2];
    size_t rest = args.size() > 3 && args[3] == "--" ? 4 : 3;
    out->arguments.assign(args.begin() + static_cast<ptrdiff_t>(rest), args.end());
    return true;
  }
  if (args.size() > 1 && (args[1].empty() || args[1].front() == '-')) return false;
  out->arguments.assign(args.begin() + 1, args.end());
  return true;
}

}  // namespace

int start(const std::vector<std::string>& command_line) {
  program_directory();  // before the program's file may be replaced
  Options plain;
  if (plain_command_line(command_line, &plain)) return run_caught(plain);
  return services().run_application(command_line, run_caught, print_error);
}

}  // namespace sl
