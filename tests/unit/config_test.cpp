#include "core/app/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/app/log.h"

namespace sl {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Config parsed(const std::string& text, const std::vector<std::string>& installed = {"kv", "http"}) {
  Config c;
  c.load_text(text, "app.ini");
  c.finish(installed);
  return c;
}
std::vector<std::string> problems(const std::string& text) { return parsed(text).problems(); }

TEST(Config, ReadsValues) {
  Config c = parsed("; a comment\n[server]\naddress = :8080\nplugins = sync, kv\ndrain = 1500ms ; short\n\n[engine]\nmemory = 64M\n");
  EXPECT_THAT(c.problems(), IsEmpty());
  EXPECT_EQ(c.text("server.address"), ":8080");
  EXPECT_THAT(c.list("server.plugins"), ElementsAre("sync", "kv"));
  EXPECT_EQ(c.value("server.drain").integer, 1500);
  EXPECT_DOUBLE_EQ(c.value("server.drain").number, 1.5);
  EXPECT_EQ(c.value("engine.memory").integer, 64 << 20);
  EXPECT_EQ(c.text("log.level"), "info");
  EXPECT_TRUE(c.given("server.drain"));
  EXPECT_FALSE(c.given("log.level"));
}

TEST(Config, QuotesAndSemicolons) {
  Config c = parsed("[log]\nfile = \"a ; b.log\" ; where\n[server]\nscript = x;y.py\n");
  EXPECT_EQ(c.text("log.file"), "a ; b.log");
  EXPECT_EQ(c.text("server.script"), "x;y.py");
}

TEST(Config, UnknownKeyNamesFileLineAndTheNearestKey) {
  EXPECT_THAT(problems("[server]\n\nadress = 1\n"), ElementsAre("app.ini:3: unknown key \"adress\" in [server]; did you mean \"address\"?"));
  EXPECT_THAT(problems("[sever]\naddress = 1\n"), ElementsAre("app.ini:1: unknown section [sever]; did you mean [server]?"));
}

TEST(Config, Mistakes) {
  EXPECT_THAT(problems("# note\n"), ElementsAre("app.ini:1: use ; for comments"));
  EXPECT_THAT(problems("[server]\njust words\n"), ElementsAre(HasSubstr("app.ini:2: expected \"key = value\"")));
  EXPECT_THAT(problems("address = 1\n"), ElementsAre(HasSubstr("before the first [section]")));
  EXPECT_THAT(problems("[server]\naddress = a\naddress = b\n"), ElementsAre("app.ini:3: \"address\" in [server] was already set at app.ini:2"));
  EXPECT_THAT(problems("[server]\ndrain = soon\n"), ElementsAre("app.ini:2: [server] drain: \"soon\" is not a time such as 500ms, 30s, 5m or 1h"));
  EXPECT_THAT(problems("[log]\nlevel = loud\n"), ElementsAre("app.ini:2: [log] level: \"loud\" is none of trace, debug, info, warn, error"));
  EXPECT_THAT(problems("[plugin.htpp]\nx = 1\n"), ElementsAre(HasSubstr("did you mean [plugin.http]?")));
  EXPECT_EQ(problems("[server]\nadress = 1\n[log]\nlevl = 1\n").size(), 2u);
  Config c;
  c.load_file("/nonexistent/app.ini");
  EXPECT_THAT(c.problems(), ElementsAre("cannot read the configuration file /nonexistent/app.ini: no such file"));
}

TEST(Config, OverridesAndEnvironment) {
  Config c;
  c.load_text("[log]\nlevel = warn\nformat = json\n[plugin.kv]\nstorage = a.db\n", "app.ini");
  c.load_environment([](const char* name) -> const char* { return std::string_view(name) == "SCRIPTLING_LOG_LEVEL" ? "debug" : nullptr; });
  c.override("log.format=console");
  c.override("plugin.kv.storage=b.db");
  c.finish({"kv"});
  EXPECT_THAT(c.problems(), IsEmpty());
  EXPECT_EQ(c.text("log.level"), "debug");
  EXPECT_EQ(c.text("log.format"), "console");
  EXPECT_EQ(c.section("plugin.kv")["storage"].text, "b.db");
  Config wrong;
  wrong.override("nonsense");
  wrong.override("nowhere.key=1");
  EXPECT_THAT(wrong.problems(), ElementsAre(HasSubstr("write section.key=value"), HasSubstr("unknown section [nowhere]")));
}

TEST(Config, Plugins) {
  Config c = parsed("[server]\nplugins = kv, audit\n[plugin.audit]\nfile = lib/audit.so\noptional = yes\n");
  auto wanted = c.plugins();
  ASSERT_EQ(wanted.size(), 2u);
  EXPECT_EQ(wanted[0].name, "kv");
  EXPECT_FALSE(wanted[0].optional);
  EXPECT_EQ(wanted[1].file, "lib/audit.so");
  EXPECT_TRUE(wanted[1].optional);
}

TEST(Config, AllowedPaths) {
  EXPECT_EQ(make_profile(parsed(""), true).allowed_paths, nullptr);
  EXPECT_THAT(*make_profile(parsed("[security]\nallowed_paths = -\n"), true).allowed_paths, IsEmpty());
  EXPECT_THAT(*make_profile(parsed("[security]\nallowed_paths = /a, /b\n"), true).allowed_paths, ElementsAre("/a", "/b"));
}

TEST(Config, Limits) {
  Config c = parsed("[engine]\ntimeout = 2s\nfuel = 7\nmemory = 1K\n");
  EXPECT_EQ(make_profile(c, true).limits.wall_ns, 2'000'000'000u);
  EXPECT_EQ(make_profile(c, true).limits.fuel, 7u);
  EXPECT_EQ(make_profile(c, false).limits.wall_ns, 0u);
}

TEST(Schema, ParsesKeysDefaultsAndDocumentation) {
  auto keys = parse_schema("path: str = data/kv.db # where; really; sweep: time = 60s # how often, 0 for never.;n: int = 3");
  ASSERT_EQ(keys.size(), 3u);
  EXPECT_EQ(keys[0].default_text, "data/kv.db");
  EXPECT_EQ(keys[0].doc, "where; really");
  EXPECT_EQ(keys[1].type, KeyType::Time);
  EXPECT_EQ(keys[2].name, "n");
  EXPECT_THROW(parse_schema("x: number = 1"), std::invalid_argument);
  EXPECT_THROW(parse_schema("x: int = many"), std::invalid_argument);
  EXPECT_THROW(parse_schema("nonsense"), std::invalid_argument);
}

TEST(Schema, Values) {
  auto size = [](const char* t) { return parse_value(KeyType::Size, t, nullptr)->integer; };
  EXPECT_EQ(size("10M"), 10 << 20);
  EXPECT_EQ(size("512k"), 512 << 10);
  EXPECT_EQ(size("1.5K"), 1536);
  EXPECT_EQ(size("2GiB"), int64_t{2} << 30);
  EXPECT_EQ(size("7"), 7);
  auto seconds = [](const char* t) { return parse_value(KeyType::Time, t, nullptr)->number; };
  EXPECT_DOUBLE_EQ(seconds("30s"), 30);
  EXPECT_DOUBLE_EQ(seconds("250ms"), 0.25);
  EXPECT_DOUBLE_EQ(seconds("2m"), 120);
  EXPECT_DOUBLE_EQ(seconds("1.5"), 1.5);
  for (const char* t : {"-1", "ten", "1 fortnight", "nan", "1e300", ""}) {
    EXPECT_FALSE(parse_value(KeyType::Size, t, nullptr)) << t;
    EXPECT_FALSE(parse_value(KeyType::Time, t, nullptr)) << t;
  }
  EXPECT_EQ(parse_value(KeyType::Bool, "Yes", nullptr)->integer, 1);
  EXPECT_FALSE(parse_value(KeyType::Bool, "maybe", nullptr));
  EXPECT_EQ(parse_value(KeyType::List, " a , ,b ", nullptr)->text, "a,b");
}

TEST(Log, ConsoleLine) {
  LogOptions o;
  std::vector<LogField> fields{{"address", "127.0.0.1:80"}, {"note", "two words"}, {"evil", "a\nb"}};
  std::string line = format_log_line(o, 0, 5, SL_LOG_WARN, "http", "Server\nstarted", fields);
  EXPECT_THAT(line, HasSubstr(" WRN [http] Server\\nstarted address=127.0.0.1:80 note=\"two words\" evil=a\\nb"));
  EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(Log, JsonLine) {
  LogOptions o;
  o.format = LogFormat::Json;
  std::vector<LogField> fields{{"k", "v\"\x01"}};
  EXPECT_EQ(format_log_line(o, 0, 7, SL_LOG_INFO, "", "hi", fields), "{\"time\":\"1970-01-01T00:00:00.007Z\",\"level\":\"info\",\"msg\":\"hi\",\"k\":\"v\\\"\\u0001\"}");
}

}  // namespace
}  // namespace sl
