// File descriptors an environment opened itself, which alone open() takes: others are the server's.
#pragma once

#include <set>

namespace sl {

struct OpenDescriptors {  // of an environment: local<OpenDescriptors>(vm)
  std::set<int> fds;
};

}  // namespace sl
