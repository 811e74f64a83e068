#include "core/env/command_policy.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace sl {
namespace {

namespace fs = std::filesystem;

std::string real_path(const std::string& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  return error ? path : real.string();
}

bool is_executable(const std::string& path) {
  struct stat s;
  if (::stat(path.c_str(), &s) < 0) return false;
  if (S_ISREG(s.st_mode) && ::access(path.c_str(), X_OK) == 0) return true;
  errno = EACCES;
  return false;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

constexpr const char* kShells[] = {"sh", "bash", "dash", "zsh", "ksh", "fish", "busybox"};

}  // namespace

std::string find_program(const std::string& name, const std::vector<std::string>& directories) {
  if (name.find('/') != std::string::npos) return is_executable(name) ? fs::absolute(name).string() : std::string();
  int reason = ENOENT;
  for (const std::string& directory : directories) {
    std::string path = (directory.empty() ? "." : directory) + "/" + name;
    if (is_executable(path)) return fs::absolute(path).string();
    if (errno != ENOENT && errno != ENOTDIR) reason = errno;
  }
  errno = reason;
  return {};
}

bool CommandPolicy::permits(const std::string& program, const std::vector<std::string>& arguments) const {
  if (everything) return true;
  std::string real = real_path(program);
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& e) {
    return (e.program == real || e.program == program) && arguments.size() >= e.arguments.size() && std::equal(e.arguments.begin(), e.arguments.end(), arguments.begin());
  });
}

CommandPolicy parse_commands(const std::vector<std::string>& allow, std::vector<std::string>* problems, std::vector<std::string>* warnings) {
  CommandPolicy policy;
  const char* path = std::getenv("PATH");
  const std::vector<std::string> directories = split(path ? path : "/usr/local/bin:/usr/bin:/bin", ':');
  for (const std::string& text : allow) {
    if (text == "*") {
      policy.everything = true;
      if (warnings) warnings->push_back("[exec] allow: * lets scripts run every command");
      continue;
    }
    std::vector<std::string> words = split(text, ' ');
    if (words.empty()) continue;
    std::string program = find_program(words[0], directories);
    if (program.empty()) {
      if (problems) problems->push_back("[exec] allow: no command \"" + words[0] + "\"");
      continue;
    }
    std::string name = fs::path(program).filename().string();
    if (warnings && std::find(std::begin(kShells), std::end(kShells), name) != std::end(kShells))
      warnings->push_back("[exec] allow: with the shell \"" + words[0] + "\" scripts can run every command");
    policy.entries.push_back({real_path(program), {words.begin() + 1, words.end()}});
  }
  return policy;
}

}  // namespace sl
