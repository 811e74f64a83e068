#include <malloc.h>

#include "core/app/app.h"
#include "core/app/program.h"

int main(int argc, char** argv) {
  // The tables of large lists and dicts come and go; when each is mapped anew, its page faults cost more than its use.
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  sl::App app;
  // Threads of plugins and scripts may still run: no static destructors.
  sl::leave(app.start(argc, argv));
}
