#pragma once

#include <string>
#include <vector>

namespace sl {

// Runs the program; the exit status. `command_line` begins with the program's name.
int start(const std::vector<std::string>& command_line);

}  // namespace sl
