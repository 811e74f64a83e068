#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "core/app/app.h"
#include "core/app/program.h"

namespace {

// Registering the modules allocates just under 2 MiB. A page fault for each of its pages took a fifth
// of start-up, so the heap continues at the next boundary of a huge page, which is mapped in one system
// call; the addresses left out in between cost nothing (docs/decisions/008).
constexpr size_t kPage = 4096, kHugePage = 2 << 20;

void populate_heap() {
  auto end = reinterpret_cast<uintptr_t>(sbrk(0)), boundary = (end + kPage + kHugePage - 1) & ~uintptr_t{kHugePage - 1};
  if (sbrk(static_cast<intptr_t>(boundary - kPage - end)) == reinterpret_cast<void*>(-1)) return;
  // Its header lies before the huge page and the heap's top behind it: a page once touched cannot become a part of one.
  void* volatile block = std::malloc(kPage + kHugePage);
  auto start = reinterpret_cast<uintptr_t>(block);
  if (start < boundary && start + kPage + kHugePage > boundary + kHugePage) {
    auto* page = reinterpret_cast<void*>(boundary);
    madvise(page, kHugePage, MADV_HUGEPAGE);
    madvise(page, kHugePage, MADV_POPULATE_WRITE);
  }
  std::free(block);
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
