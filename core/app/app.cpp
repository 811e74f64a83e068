#include "core/app/app.h"

#include <Poco/Util/HelpFormatter.h>
#include <Poco/Util/Option.h>
#include <Poco/Util/OptionException.h>
#include <Poco/Util/OptionProcessor.h>
#include <Poco/Util/OptionSet.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <sstream>

#include "core/app/log.h"
#include "core/app/program.h"
#include "core/plugin/version.h"
#include "core/symbols/symbol_table.h"

namespace sl {
namespace {

// Options that only give a configuration key another name.
struct KeyOption {
  const char* option;
  const char* key;
  const char* argument;  // null: a switch
  const char* doc;
};
constexpr KeyOption kKeyOptions[] = {
    {"plugin-dir", "server.plugin_dir", "dir", "directory of the plugins"},
    {"dialect", "engine.dialect", "name", "python (default) or scriptling"},
    {"log-level", "log.level", "level", "trace, debug, info, warn or error"},
    {"log-format", "log.format", "format", "console, json, null or auto"},
    {"allowed-paths", "security.allowed_paths", "list", "directories scripts may touch; - for none"},
    {"web-root", "plugin.http.web_root", "dir", "directory or .zip of static files"},
    {"bearer-token", "plugin.http.bearer_token", "token", "required in Authorization headers"},
    {"tls-cert", "plugin.http.tls_cert", "file", "certificate chain, PEM"},
    {"tls-key", "plugin.http.tls_key", "file", "private key, PEM"},
    {"tls-generate", "plugin.http.tls_generate", nullptr, "serve TLS with a self-signed certificate"},
    {"kv-storage", "plugin.kv.storage", "file", "file of the default key-value store"},
};

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& i : items) text += (text.empty() ? "" : ",") + i;
  return text;
}

const char* environment(const char* name) { return std::getenv(name); }

}  // namespace

App::App() {
  std::error_code ec;
  directory_ = std::filesystem::current_path(ec).string();
}

void App::defineOptions(Poco::Util::OptionSet& options) {
  using Poco::Util::Option;
  ServerApplication::defineOptions(options);
  options.addOption(Option("help", "h", "show this text"));
  options.addOption(Option("version", "v", "show the version"));
  options.addOption(Option("config", "c", "run a server from an ini file").argument("file"));
  options.addOption(Option("server", "S", "run a server with this address").argument("host:port"));
  options.addOption(Option("code", "e", "run this code").argument("code"));
  options.addOption(Option("interactive", "i", "read code line by line"));
  options.addOption(Option("define", "D", "set a configuration key").argument("section.key=value").repeatable(true));
  options.addOption(Option("libpath", "L", "search this directory for modules").argument("dir").repeatable(true));
  options.addOption(Option("disable-lib", "", "module that scripts cannot import").argument("module").repeatable(true));
  for (const KeyOption& k : kKeyOptions) {
    Option o(k.option, "", k.doc);
    if (k.argument) o.argument(k.argument);
    options.addOption(o);
  }
  options.addOption(Option("lint", "l", "check the syntax of files"));
  options.addOption(Option("list-plugins", "", "show the plugins and their modules"));
  options.addOption(Option("list-symbols", "", "show what scripts can import, below a prefix").argument("prefix", false));
  options.addOption(Option("check-config", "", "check configuration and plugins, then stop"));
  options.addOption(Option("json", "", "output of the above as JSON"));
}

void App::handleOption(const std::string& name, const std::string& value) {
  ServerApplication::handleOption(name, value);
  for (const KeyOption& k : kKeyOptions)
    if (name == k.option) overrides_.emplace_back(std::string(k.key) + "=" + (k.argument ? value : "true"), std::string("--") + k.option);
  if (name == "help") mode_ = Mode::Help;
  if (name == "version") mode_ = Mode::Version;
  if (name == "lint") mode_ = Mode::Lint;
  if (name == "list-plugins") mode_ = Mode::ListPlugins;
  if (name == "check-config") mode_ = Mode::CheckConfig;
  if (name == "interactive") mode_ = Mode::Repl;
  if (name == "list-symbols") {
    mode_ = Mode::ListSymbols;
    symbol_prefix_ = value;
  }
  if (name == "json") json_ = true;
  if (name == "config") config_file_ = value;
  if (name == "server") address_ = value;
  if (name == "define") overrides_.emplace_back(value, "-D");
  if (name == "libpath") libpath_.push_back(value);
  if (name == "disable-lib") disabled_.push_back(value);
  if (name == "code") {
    have_code_ = true;
    code_ = value;
  }
  if (name == "help" || name == "version") stopOptionsProcessing();
}

int App::start(int argc, char** argv) {
  // A first pass finds mistakes, to say them plainly, and the first argument that is no option: what
  // follows belongs to the script.
  std::vector<std::string> args(argv, argv + argc);
  Poco::Util::OptionSet known;
  defineOptions(known);
  try {
    Poco::Util::OptionProcessor processor(known);
    processor.setUnixStyle(true);
    size_t i = 1;
    std::string name, value;
    bool code = false;
    for (; i < args.size(); ++i) {
      if (args[i] == "--") break;
      name.clear();
      if (!processor.process(args[i], name, value)) {
        args.insert(args.begin() + static_cast<ptrdiff_t>(i), "--");
        break;
      }
      if (name == "list-symbols" && i + 1 < args.size() && value.empty() && !args[i + 1].starts_with("-")) {
        // "--list-symbols prefix" reads better than "--list-symbols=prefix"; both work.
        args[i] += "=" + args[i + 1];
        args.erase(args.begin() + static_cast<ptrdiff_t>(i) + 1);
      }
      if (name == "code") code = true;
      if (code) {  // everything behind -e CODE is the script's
        if (i + 1 < args.size() && args[i + 1] != "--") args.insert(args.begin() + static_cast<ptrdiff_t>(i) + 1, "--");
        break;
      }
    }
    if (!code) processor.checkRequired();
  } catch (const Poco::Exception& e) {
    print_error(e.displayText() + "; --help shows the options");
    return kExitFailure;
  }
  try {
    return run(args);
  } catch (const Poco::Exception& e) {
    print_error(e.displayText());
  } catch (const std::exception& e) {
    print_error(e.what());
  }
  return kExitFailure;
}

int App::help() {
  Poco::Util::HelpFormatter f(options());
  f.setCommand("scriptling-server");
  f.setUsage("[options] [FILE [ARGS...]]");
  f.setHeader("Runs Python-like scripts, and servers made of them. Without a file: code from standard input, or a prompt on a terminal.");
  f.setFooter("Exit status: 0 normal end, 1 error, 78 mistake in the configuration, otherwise what sys.exit() says.");
  f.setUnixStyle(true);
  f.setAutoIndent();
  f.format(std::cout);
  std::cout.flush();
  return 0;
}

int App::main(const std::vector<std::string>& args) {
  std::error_code ec;
  if (!directory_.empty()) std::filesystem::current_path(directory_, ec);
  try {
    return run_mode(args);
  } catch (const Poco::Exception& e) {
    print_error(e.displayText());
  } catch (const std::exception& e) {
    print_error(e.what());
  }
  return kExitFailure;
}

int App::run_mode(const std::vector<std::string>& args) {
  if (mode_ == Mode::Help) return help();
  if (mode_ == Mode::Version) {
    std::cout << "scriptling-server " SCRIPTLING_VERSION " (plugin ABI " << SL_ABI_MAJOR << '.' << SL_ABI_MINOR << ")" << std::endl;
    return 0;
  }

  Program program;
  Config& config = program.config;
  if (!config_file_.empty()) config.load_file(config_file_);
  config.load_environment(environment);
  if (!libpath_.empty()) config.set("server", "libpath", joined(libpath_), "--libpath");
  if (!disabled_.empty()) config.set("security", "disable_libs", joined(disabled_), "--disable-lib");
  if (!address_.empty()) config.set("server", "address", address_, "--server");
  for (auto& [assignment, origin] : overrides_) config.override(assignment, origin);

  // The plugin directory decides which [plugin.NAME] sections are known.
  std::string dir = config.section("server")["plugin_dir"].text;
  program.plugin_dir = dir.empty() ? default_plugin_dir() : dir;
  config.finish(installed_plugins(program.plugin_dir));
  if (!program.check_config()) return kExitConfig;
  if (mode_ == Mode::Lint) return lint(args, json_, config.text("engine.dialect") == "scriptling");

  bool server = !config_file_.empty() || !address_.empty();
  LogOptions log = log_options(config.text("log.level"), config.text("log.format"), !server);
  if (!server && !config.given("log.level")) log.level = SL_LOG_WARN;
  if (!server && config.text("log.format") == "auto") log.format = LogFormat::Console;
  log.file = config.text("log.file");
  log.rotate_bytes = config.value("log.rotate").integer;
  log.keep = config.value("log.keep").integer;
  start_log(log);

  if (mode_ == Mode::ListPlugins || mode_ == Mode::ListSymbols || mode_ == Mode::CheckConfig) {
    program.script_mode = !server;
    bool ok = program.load_plugins({}, {});
    if (!ok && mode_ != Mode::ListPlugins) return kExitConfig;
    int status = mode_ == Mode::ListPlugins ? list_plugins(program, json_) : mode_ == Mode::ListSymbols ? list_symbols(symbol_prefix_, json_) : report_config(program, json_);
    return ok ? status : kExitConfig;
  }

  if (server && !have_code_ && mode_ != Mode::Repl) {
    std::string script = args.empty() ? config.text("server.script") : args[0];
    return run_server(program, script, args.size() > 1 ? std::vector<std::string>(args.begin() + 1, args.end()) : std::vector<std::string>());
  }
  ScriptSource source;
  if (have_code_) {
    source.text = code_ + "\n";
    source.path = "<string>";
    source.argv = {"-c"};
    source.argv.insert(source.argv.end(), args.begin(), args.end());
    return run_script(program, source);
  }
  if (mode_ == Mode::Repl || (args.empty() && ::isatty(0))) return run_repl(program);
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

}  // namespace sl
