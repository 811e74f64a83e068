// The program as Poco's ServerApplication: options, daemon and pid file, choice of the mode.
#pragma once

#include <Poco/Util/ServerApplication.h>

#include <string>
#include <utility>
#include <vector>

namespace sl {

class App final : public Poco::Util::ServerApplication {
 public:
  App();
  // Runs the program; the exit status. Never throws.
  int start(int argc, char** argv);

 protected:
  void defineOptions(Poco::Util::OptionSet& options) override;
  void handleOption(const std::string& name, const std::string& value) override;
  int main(const std::vector<std::string>& args) override;

 private:
  enum class Mode { Auto, Help, Version, Lint, ListPlugins, ListSymbols, CheckConfig, Repl };
  int help();
  int run_mode(const std::vector<std::string>& args);

  std::string directory_;  // where the program was started: a daemon changes to /
  Mode mode_ = Mode::Auto;
  bool json_ = false, have_code_ = false;
  std::string config_file_, code_, address_, symbol_prefix_;
  std::vector<std::pair<std::string, std::string>> overrides_;  // assignment, origin
  std::vector<std::string> libpath_, disabled_;
};

}  // namespace sl
