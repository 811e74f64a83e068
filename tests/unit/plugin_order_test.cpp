#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/plugin/order.h"

namespace sl {
namespace {

using testing::ElementsAre;

struct Result {
  std::vector<std::string> order, problems;
};
Result sort(const std::vector<OrderNode>& nodes) {
  std::vector<OrderProblem> problems;
  Result r;
  for (size_t i : order_plugins(nodes, problems)) r.order.push_back(nodes[i].name);
  for (auto& p : problems) r.problems.push_back(p.text);
  return r;
}

TEST(PluginOrder, NeedsComeFirstTiesKeepTheGivenOrder) {
  Result r = sort({{"http", "1", parse_needs("background kv?")}, {"sync", "1", {}}, {"kv", "1", {}}, {"background", "1", parse_needs("sync")}});
  EXPECT_THAT(r.order, ElementsAre("sync", "background", "kv", "http"));
  EXPECT_TRUE(r.problems.empty());
}

TEST(PluginOrder, OptionalNeedMayBeAbsent) { EXPECT_THAT(sort({{"http", "1", parse_needs("kv?")}}).order, ElementsAre("http")); }

TEST(PluginOrder, CycleIsNamedFromOneMemberToItself) {
  Result r = sort({{"kv", "1", parse_needs("audit")}, {"audit", "1", parse_needs("kv")}, {"web", "1", parse_needs("kv")}, {"free", "1", {}}});
  EXPECT_THAT(r.order, ElementsAre("free"));
  EXPECT_THAT(r.problems, ElementsAre("plugins need each other: kv \u2192 audit \u2192 kv", "plugins need each other: kv \u2192 audit \u2192 kv",
                                      "plugin web 1 needs kv, which was not loaded"));
}

TEST(PluginOrder, SelfNeed) { EXPECT_THAT(sort({{"a", "1", parse_needs("a")}}).problems, ElementsAre("plugins need each other: a \u2192 a")); }

TEST(PluginOrder, UnmetVersion) {
  EXPECT_THAT(sort({{"audit", "0.3", parse_needs("sync>=1.2")}, {"sync", "1.0", {}}}).problems, ElementsAre("plugin audit 0.3 needs sync>=1.2, found 1.0"));
}

TEST(PluginOrder, Versions) {
  EXPECT_EQ(compare_versions("1.10", "1.9"), 1);
  EXPECT_EQ(compare_versions("1.0", "1"), 0);
  EXPECT_EQ(compare_versions("0.9.9", "1.0"), -1);
  EXPECT_EQ(compare_versions("1.0-rc1", "1.0"), 0);
}

TEST(PluginOrder, NeedsText) {
  auto needs = parse_needs("sync>=1.0  background, kv?");
  ASSERT_EQ(needs.size(), 3u);
  EXPECT_EQ(needs[0].name, "sync");
  EXPECT_EQ(needs[0].min_version, "1.0");
  EXPECT_TRUE(needs[2].maybe);
  EXPECT_TRUE(parse_needs("").empty());
  EXPECT_THROW(parse_needs("sync>="), std::invalid_argument);
  EXPECT_THROW(parse_needs("sync<2"), std::invalid_argument);
}

}  // namespace
}  // namespace sl
