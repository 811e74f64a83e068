// Every way a plugin can fail to load, by the message it gives.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/env/native_modules.h"
#include "core/plugin/manager.h"
#include "core/plugin/runtime_module.h"

namespace sl {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class PluginLoad : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    init_runtime();
    define_runtime_module();
  }
  static PluginOptions options(std::vector<std::string> names, bool optional = false) {
    PluginOptions o;
    o.plugin_dir = SCRIPTLING_BAD_PLUGIN_DIR;
    for (auto& n : names) o.wanted.push_back({n, "", optional});
    return o;
  }
  // Loads these and returns the problems.
  static std::vector<std::string> problems(std::vector<std::string> names) {
    PluginManager m(options(std::move(names)));
    EXPECT_FALSE(m.load());
    return m.problems();
  }
  static std::string problem(const std::string& name) {
    auto all = problems({name});
    EXPECT_EQ(all.size(), 1u);
    return all.empty() ? "" : all[0];
  }
};

TEST_F(PluginLoad, MissingFile) {
  EXPECT_THAT(problem("nothing_here"), StartsWith("plugin nothing_here: cannot open " SCRIPTLING_BAD_PLUGIN_DIR "/nothing_here.so: "));
  EXPECT_THAT(problem("nothing_here"), HasSubstr("No such file"));
}
TEST_F(PluginLoad, NotALibrary) { EXPECT_THAT(problem("not_a_library"), HasSubstr("not_a_library.so: ")); }
TEST_F(PluginLoad, NotAPlugin) { EXPECT_EQ(problem("no_export"), "plugin no_export: no_export.so does not export scriptling_plugin"); }
TEST_F(PluginLoad, UnresolvedSymbol) { EXPECT_THAT(problem("unresolved"), HasSubstr("undefined symbol: defined_nowhere")); }
TEST_F(PluginLoad, WrongMajor) { EXPECT_EQ(problem("wrong_major"), "plugin wrong_major: built for ABI 2.0, this server offers 1.0; rebuild it with the 1.x SDK"); }
TEST_F(PluginLoad, NewerMinor) { EXPECT_THAT(problem("newer_minor"), StartsWith("plugin newer_minor: built for ABI 1.1, this server offers only 1.0")); }
TEST_F(PluginLoad, TinyDescriptor) { EXPECT_THAT(problem("tiny_descriptor"), HasSubstr("no valid scriptling_plugin")); }
TEST_F(PluginLoad, NameMismatch) { EXPECT_EQ(problem("other_name"), "plugin other_name: other_name.so calls itself \"cache\""); }
TEST_F(PluginLoad, NoVersion) { EXPECT_EQ(problem("no_version"), "plugin no_version: no_version.so states no version"); }
TEST_F(PluginLoad, BadSchema) { EXPECT_THAT(problem("bad_schema"), HasSubstr("unknown type \"megabytes\"")); }
TEST_F(PluginLoad, ThrowsInInit) { EXPECT_EQ(problem("throws_in_init"), "plugin throws_in_init: init failed: the disk is on fire"); }
TEST_F(PluginLoad, ThrowsPastTheTable) { EXPECT_EQ(problem("throws_past_table"), "plugin throws_past_table: init failed: past the table"); }
TEST_F(PluginLoad, ThrowsANumber) { EXPECT_THAT(problem("throws_number"), HasSubstr("no std::exception")); }
TEST_F(PluginLoad, FailsWithoutReason) { EXPECT_EQ(problem("fails_silently"), "plugin fails_silently: init failed without a reason"); }
TEST_F(PluginLoad, BadSignature) { EXPECT_THAT(problem("bad_signature"), HasSubstr("signature \"set(key\"")); }
TEST_F(PluginLoad, ClashWithCore) {
  EXPECT_EQ(problem("clash_core"), "plugin clash_core: init failed: function server_running of module scriptling.runtime is already defined by the core");
}
TEST_F(PluginLoad, Cycle) { EXPECT_EQ(problems({"cycle_a", "cycle_b"})[0], "plugins need each other: cycle_a \u2192 cycle_b \u2192 cycle_a"); }
TEST_F(PluginLoad, MissingNeed) { EXPECT_EQ(problem("needs_absent"), "plugin needs_absent 1.0.0 needs nowhere, which is not loaded"); }

TEST_F(PluginLoad, EveryProblemIsListed) {
  EXPECT_THAT(problems({"no_export", "wrong_major", "throws_in_init", "needs_absent"}),
              testing::UnorderedElementsAre(HasSubstr("no_export"), HasSubstr("wrong_major"), HasSubstr("disk is on fire"), HasSubstr("nowhere")));
}

TEST_F(PluginLoad, ListedTwice) { EXPECT_THAT(problems({"older_descriptor", "older_descriptor"}), ElementsAre(HasSubstr("listed twice"))); }

TEST_F(PluginLoad, OlderDescriptorIsReadToItsEnd) {
  PluginManager m(options({"older_descriptor"}));
  EXPECT_TRUE(m.load());
  EXPECT_EQ(m.plugins()[0]->info.start, nullptr);
  EXPECT_TRUE(m.start());
}

TEST_F(PluginLoad, FailedInitLeavesNoTrace) {
  PluginManager m(options({"half_done"}));
  EXPECT_FALSE(m.load());
  EXPECT_EQ(find_native_module(std::string_view("testing.half_done")), nullptr);
  EXPECT_EQ(m.find("half_done", 0), nullptr);
}

TEST_F(PluginLoad, OptionalFailureIsAWarningAndExplainsTheImport) {
  PluginManager m(options({"throws_in_init", "needs_half_done", "half_done"}, true));
  EXPECT_TRUE(m.load());
  EXPECT_THAT(m.problems(), IsEmpty());
  EXPECT_THAT(m.warnings(), testing::UnorderedElementsAre("plugin throws_in_init: init failed: the disk is on fire", "plugin half_done: init failed: changed my mind",
                                                          "plugin needs_half_done 1.0.0 needs half_done, which was not loaded"));
  auto env = Environment::open(Profile{});
  EnvLock lock(*env);
  EXPECT_TRUE(env->import("scriptling.runtime.throws_in_init").is_unset());
  EXPECT_EQ(env->failure().error_message, "plugin throws_in_init was not loaded: init failed: the disk is on fire");
}

TEST_F(PluginLoad, FailedStartStopsTheOthers) {
  PluginManager m(options({"start_fails"}));
  ASSERT_TRUE(m.load());
  EXPECT_FALSE(m.start());
  EXPECT_THAT(m.problems(), ElementsAre("plugin start_fails: cannot listen on 127.0.0.1:80: Permission denied"));
}

// The good plugin registers its module once per process: all tests with it are one.
TEST_F(PluginLoad, VersionsAndClashesAgainstALoadedPlugin) {
  PluginManager m(options({"clash_good", "needs_newer", "good"}));
  EXPECT_FALSE(m.load());
  EXPECT_THAT(m.problems(), testing::UnorderedElementsAre("plugin clash_good: init failed: function add of module testing.good is already defined by plugin good",
                                                          "plugin needs_newer 1.0.0 needs good>=9.1, found 1.5.0"));
}

}  // namespace
}  // namespace sl
