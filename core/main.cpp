#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "core/app/app.h"
#include "core/app/program.h"

namespace {

// What registering the modules allocates; touched in one system call, since a page fault for each of
// its pages took a fifth of start-up (docs/decisions/008).
constexpr size_t kStartUpBytes = 5 << 19;

void populate_heap() {
  mallopt(M_TOP_PAD, kStartUpBytes);
  void* grown = std::malloc(256 << 10);
  auto low = (reinterpret_cast<uintptr_t>(grown) + 4095) & ~uintptr_t{4095}, high = reinterpret_cast<uintptr_t>(sbrk(0));
  std::free(grown);
  if (low < high && high - low <= 2 * kStartUpBytes) madvise(reinterpret_cast<void*>(low), high - low, MADV_POPULATE_WRITE);
  mallopt(M_TOP_PAD, 128 << 10);
}

}  // namespace

int main(int argc, char** argv) {
  // The tables of large lists and dicts come and go; when each is mapped anew, its page faults cost more than its use.
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  populate_heap();
  // Threads of plugins and scripts may still run: no static destructors.
  sl::leave(sl::start({argv, argv + argc}));
}
