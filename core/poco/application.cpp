// The program as Poco's ServerApplication: options, daemon and pid file.
#include <Poco/Util/HelpFormatter.h>
#include <Poco/Util/Option.h>
#include <Poco/Util/OptionException.h>
#include <Poco/Util/OptionProcessor.h>
#include <Poco/Util/OptionSet.h>
#include <Poco/Util/ServerApplication.h>

#include <filesystem>
#include <sstream>

#include "core/poco/parts.h"

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
    {"allow-exec", "exec.allow", "list", "commands scripts may run; * for all"},
    {"web-root", "plugin.http.web_root", "dir", "directory or .zip of static files"},
    {"bearer-token", "plugin.http.bearer_token", "token", "required in Authorization headers"},
    {"tls-cert", "plugin.http.tls_cert", "file", "certificate chain, PEM"},
    {"tls-key", "plugin.http.tls_key", "file", "private key, PEM"},
    {"tls-generate", "plugin.http.tls_generate", nullptr, "serve TLS with a self-signed certificate"},
    {"kv-storage", "plugin.kv.storage", "file", "file of the default key-value store"},
};

class App final : public Poco::Util::ServerApplication {
 public:
  App(int (*program)(const Options&), void (*complain)(const std::string&)) : program_(program), complain_(complain) {
    std::error_code ec;
    directory_ = std::filesystem::current_path(ec).string();
  }
  int start(std::vector<std::string> args);

 protected:
  void defineOptions(Poco::Util::OptionSet& options) override;
  void handleOption(const std::string& name, const std::string& value) override;
  int main(const std::vector<std::string>& args) override;

 private:
  std::string help_text();

  int (*program_)(const Options&);
  void (*complain_)(const std::string&);
  std::string directory_;  // where the program was started: a daemon changes to /
  Options given_;
};

void App::defineOptions(Poco::Util::OptionSet& options) {
  using Poco::Util::Option;
  ServerApplication::defineOptions(options);
  options.addOption(Option("help", "h", "show this text"));
  options.addOption(Option("version", "v", "show the version"));
  options.addOption(Option("config", "c", "run a server from an ini file").argument("file"));
  options.addOption(Option("server", "S", "run a server with this address").argument("host:port"));
  options.addOption(Option("code", "e", "run this code").argument("code"));
  options.addOption(Option("module", "m", "run this module as the script").argument("name"));
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
    if (name == k.option) given_.overrides.emplace_back(std::string(k.key) + "=" + (k.argument ? value : "true"), std::string("--") + k.option);
  if (name == "help") given_.mode = Options::Mode::Help;
  if (name == "version") given_.mode = Options::Mode::Version;
  if (name == "lint") given_.mode = Options::Mode::Lint;
  if (name == "list-plugins") given_.mode = Options::Mode::ListPlugins;
  if (name == "check-config") given_.mode = Options::Mode::CheckConfig;
  if (name == "interactive") given_.mode = Options::Mode::Repl;
  if (name == "list-symbols") {
    given_.mode = Options::Mode::ListSymbols;
    given_.symbol_prefix = value;
  }
  if (name == "json") given_.json = true;
  if (name == "config") given_.config_file = value;
  if (name == "server") given_.address = value;
  if (name == "define") given_.overrides.emplace_back(value, "-D");
  if (name == "libpath") given_.libpath.push_back(value);
  if (name == "disable-lib") given_.disabled.push_back(value);
  if (name == "code") {
    given_.have_code = true;
    given_.code = value;
  }
  if (name == "module") given_.module = value;
  if (name == "help" || name == "version") stopOptionsProcessing();
}

int App::start(std::vector<std::string> args) {
  // A first pass finds mistakes, to say them plainly, and the first argument that is no option: what
  // follows belongs to the script.
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
      if (name == "code" || name == "module") code = true;
      if (code) {  // everything behind -e CODE or -m NAME is the script's
        if (i + 1 < args.size() && args[i + 1] != "--") args.insert(args.begin() + static_cast<ptrdiff_t>(i) + 1, "--");
        break;
      }
    }
    if (!code) processor.checkRequired();
  } catch (const Poco::Exception& e) {
    complain_(e.displayText() + "; --help shows the options");
    return 1;
  }
  try {
    return run(args);
  } catch (const Poco::Exception& e) {
    complain_(e.displayText());
  } catch (const std::exception& e) {
    complain_(e.what());
  }
  return 1;
}

std::string App::help_text() {
  Poco::Util::HelpFormatter f(options());
  f.setCommand("scriptling-server");
  f.setUsage("[options] [FILE [ARGS...]]");
  f.setHeader("Runs Python-like scripts, and servers made of them. Without a file: code from standard input, or a prompt on a terminal.");
  f.setFooter("Exit status: 0 normal end, 1 error, 78 mistake in the configuration, otherwise what sys.exit() says.");
  f.setUnixStyle(true);
  f.setAutoIndent();
  std::ostringstream out;
  f.format(out);
  return out.str();
}

int App::main(const std::vector<std::string>& args) {
  std::error_code ec;
  if (!directory_.empty()) std::filesystem::current_path(directory_, ec);
  given_.arguments = args;
  if (given_.mode == Options::Mode::Help) given_.help = help_text();
  return program_(given_);
}

}  // namespace

int run_application(const std::vector<std::string>& arguments, int (*program)(const Options&), void (*complain)(const std::string&)) {
  App app(program, complain);
  return app.start(arguments);
}

}  // namespace sl
