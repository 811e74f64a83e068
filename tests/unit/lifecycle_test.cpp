#include "core/plugin/lifecycle.h"

#include <gtest/gtest.h>

#include <thread>

namespace sl {
namespace {

TEST(Lifecycle, CallbacksRunOnceInTurn) {
  Lifecycle l;
  l.set_server_mode(true);
  std::string seen;
  l.on_ready([&] { seen += "r"; });
  l.on_stopping([&] { seen += "s"; });
  EXPECT_FALSE(l.running());
  EXPECT_TRUE(l.request_ready());
  EXPECT_FALSE(l.request_ready());
  EXPECT_EQ(seen, "");
  EXPECT_TRUE(l.running());
  l.announce_ready();
  EXPECT_EQ(seen, "r");
  l.on_ready([&] { seen += "R"; });
  EXPECT_EQ(seen, "rR");
  l.request_stop(3);
  l.request_stop(4);
  EXPECT_EQ(seen, "rRs");
  EXPECT_EQ(l.exit_status(), 3);
  EXPECT_FALSE(l.running());
  l.on_stopping([&] { seen += "S"; });
  EXPECT_EQ(seen, "rRsS");
}

TEST(Lifecycle, NeverRunningInScriptMode) {
  Lifecycle l;
  l.announce_ready();
  EXPECT_FALSE(l.running());
  EXPECT_TRUE(l.ready_requested());
}

TEST(Lifecycle, WaitersWake) {
  Lifecycle l;
  EXPECT_FALSE(l.wait_stopping(0.01));
  std::thread waiter([&] { EXPECT_TRUE(l.wait_stopping(-1)); });
  std::thread ready([&] { l.wait_ready_requested(); });
  l.request_stop(0);
  waiter.join();
  ready.join();
}

TEST(Lifecycle, ReloadRepeats) {
  Lifecycle l;
  int n = 0;
  l.on_reload([&] { ++n; });
  l.announce_reload();
  l.announce_reload();
  EXPECT_EQ(n, 2);
}

}  // namespace
}  // namespace sl
