#include "core/app/app.h"
#include "core/app/program.h"

int main(int argc, char** argv) {
  sl::App app;
  // Threads of plugins and scripts may still run: no static destructors.
  sl::leave(app.start(argc, argv));
}
