// Which commands scripts may run: [exec] allow. Nothing unless the operator names it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sl {

struct CommandPolicy {
  struct Entry {
    std::string program;                 // absolute, without symlinks
    std::vector<std::string> arguments;  // a call has to begin with these
  };
  bool everything = false;
  std::vector<Entry> entries;

  // `program` is absolute; `arguments` without the program's own name.
  bool permits(const std::string& program, const std::vector<std::string>& arguments) const;
};

// Entries are a command, or a command and its leading arguments; `*` permits every command. Names are looked up in
// PATH once; what is not found is a problem, shells and `*` are warnings.
CommandPolicy parse_commands(const std::vector<std::string>& allow, std::vector<std::string>* problems, std::vector<std::string>* warnings);

// The file that running `name` means: one with a slash itself, else the first executable in `directories`. Empty: none,
// with errno telling why.
std::string find_program(const std::string& name, const std::vector<std::string>& directories);

}  // namespace sl
