// Module files: search order, one compilation per version, packages, failures; and what imports do.
#include "core/env/module_cache.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "core/env/environment.h"
#include "core/env/native_modules.h"
#include "core/vm/types.h"

namespace sl {
namespace {

namespace fs = std::filesystem;

class ModuleCacheTest : public testing::Test {
 protected:
  ModuleCacheTest() {
    std::string pattern = (fs::temp_directory_path() / "scriptling-modules-XXXXXX").string();
    root = ::mkdtemp(pattern.data());
    profile.library_path = {root.string()};
    init_runtime();
  }
  ~ModuleCacheTest() override { fs::remove_all(root); }

  void write(const std::string& path, const std::string& text) {
    fs::path p = root / path;
    fs::create_directories(p.parent_path());
    std::ofstream(p) << text;
  }
  ModuleLookup find(const std::string& dotted, bool dev = true) { return find_module(dotted, profile.library_path, false, dev); }

  // What the code prints, or the error.
  std::string run(const std::string& code) {
    class Sink final : public OutputSink {
     public:
      void write(std::string_view t) override { text += t; }
      std::string text;
    };
    auto sink = std::make_shared<Sink>();
    EnvironmentPtr env = Environment::open(profile);
    EnvLock lock(*env);
    env->set_output(sink, sink);
    RunResult r = env->run_main(code, "<test>");
    return r.ok ? sink->text : sink->text + r.error_type + ": " + r.error_message;
  }

  fs::path root;
  Profile profile;
};

TEST_F(ModuleCacheTest, SearchesInOrder) {
  write("a.b.py", "x = 'flat'");
  EXPECT_EQ(find("a.b").path, (root / "a.b.py").string());
  write("a/b/__init__.py", "x = 'package'");
  EXPECT_EQ(find("a.b").path, (root / "a/b/__init__.py").string());
  write("a/b.py", "x = 'file'");
  EXPECT_EQ(find("a.b").path, (root / "a/b.py").string());
  EXPECT_FALSE(find("a.c").code);
  EXPECT_FALSE(find("../a").code);
  EXPECT_FALSE(find("a..b").code);
  EXPECT_FALSE(find("").code);
}

TEST_F(ModuleCacheTest, PrefersEarlierDirectories) {
  write("one/m.py", "x = 1");
  write("two/m.py", "x = 2");
  std::vector<std::string> both = {(root / "one").string(), (root / "two").string()};
  EXPECT_EQ(find_module("m", both, false, true).path, (root / "one/m.py").string());
  std::swap(both[0], both[1]);
  EXPECT_EQ(find_module("m", both, false, true).path, (root / "two/m.py").string());
}

TEST_F(ModuleCacheTest, CompilesOncePerVersion) {
  write("m.py", "x = 1");
  auto first = find("m").code;
  ASSERT_TRUE(first);
  EXPECT_EQ(find("m").code, first);
  EXPECT_EQ(find("m", false).code, first);
  write("m.py", "x = 12345");
  EXPECT_NE(find("m").code, first);
}

TEST_F(ModuleCacheTest, LooksAgainAfterASecond) {
  write("m.py", "x = 1");
  auto first = find("m", false).code;
  EXPECT_FALSE(find("later", false).code);
  write("m.py", "x = 12345");
  write("later.py", "");
  EXPECT_EQ(find("m", false).code, first);
  EXPECT_FALSE(find("later", false).code);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  EXPECT_NE(find("m", false).code, first);
  EXPECT_TRUE(find("later", false).code);
}

TEST_F(ModuleCacheTest, ReportsErrors) {
  write("bad.py", "x = 1\ndef f(:\n");
  ModuleLookup bad = find("bad");
  EXPECT_FALSE(bad.code);
  ASSERT_FALSE(bad.errors.empty());
  EXPECT_EQ(bad.errors[0].line, 2u);
}

TEST_F(ModuleCacheTest, CompilesOnceForManyThreads) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "def f" + std::to_string(i) + "(a, b): return a + b\n";
  write("m.py", text);
  std::vector<std::shared_ptr<ModuleCode>> found(4);
  std::vector<std::thread> threads;
  for (auto& f : found) threads.emplace_back([&] { f = find("m").code; });
  for (auto& t : threads) t.join();
  for (auto& f : found) EXPECT_EQ(f, found[0]);
}

// ---- imports --------------------------------------------------------------------------------------

TEST_F(ModuleCacheTest, ImportsModulesAndPackages) {
  write("m.py", "value = 5\ndef f(): return __name__, value");
  write("pkg/__init__.py", "from . import inner\nname = __name__, __package__, len(__path__)");
  write("pkg/inner.py", "from .deep import leaf\nname = __name__, __package__");
  write("pkg/deep/__init__.py", "");
  write("pkg/deep/leaf.py", "from ..deep import __name__ as up\nname = __name__");
  EXPECT_EQ(run("import m\nprint(m.f(), m.__name__, m.__file__.endswith('m.py'))"), "('m', 5) m True\n");
  EXPECT_EQ(run("import pkg.deep.leaf\nprint(pkg.name, pkg.inner.name, pkg.deep.leaf.name, pkg.deep.leaf.up)"), "('pkg', 'pkg', 1) ('pkg.inner', 'pkg') pkg.deep.leaf pkg.deep\n");
  EXPECT_EQ(run("import sys, m\nimport m as n\nfrom m import f\nprint(m is n, f is m.f, sys.modules['m'] is m)"), "True True True\n");
  EXPECT_EQ(run("from pkg import missing"), "ImportError: cannot import name 'missing' from 'pkg' (" + (root / "pkg/__init__.py").string() + ")");
}

TEST_F(ModuleCacheTest, RunsEachModuleOncePerEnvironment) {
  write("m.py", "print('run')\nstate = []");
  EXPECT_EQ(run("import m\nimport m\nm.state.append(1)\nfrom m import state\nprint(state)"), "run\n[1]\n");
  EXPECT_EQ(run("import m\nprint(m.state)"), "run\n[]\n");
}

TEST_F(ModuleCacheTest, FindsFlatAndNamespacePackages) {
  write("x.y.py", "z = 'flat'");
  write("ns/mod.py", "z = 'namespaced'");
  EXPECT_EQ(run("import x.y\nprint(x.y.z)"), "flat\n");
  EXPECT_EQ(run("import ns.mod\nprint(ns.mod.z)\nimport ns\nfrom ns import mod\nprint(mod is ns.mod)"), "namespaced\nTrue\n");
}

TEST_F(ModuleCacheTest, ShowsPartOfAModuleInACycle) {
  write("a.py", "one = 1\nimport b\ntwo = b.seen");
  write("b.py", "import a\nseen = a.one, hasattr(a, 'two')");
  EXPECT_EQ(run("import a\nprint(a.two)"), "(1, False)\n");
}

TEST_F(ModuleCacheTest, RemovesAModuleThatFails) {
  write("bad.py", "x = 1\nraise ValueError('no')");
  write("syntax.py", "def f(:\n");
  EXPECT_EQ(run("import sys\ntry:\n    import bad\nexcept ValueError as e:\n    print(e, 'bad' in sys.modules)"), "no False\n");
  EXPECT_TRUE(run("import syntax").starts_with("SyntaxError: "));
  EXPECT_EQ(run("try:\n    import syntax\nexcept SyntaxError as e:\n    print(e.filename.endswith('syntax.py'), e.lineno, e.text.strip())"), "True 1 def f(:\n");
}

TEST_F(ModuleCacheTest, NamesWhatIsMissing) {
  write("m.py", "");
  EXPECT_EQ(run("import nothing"), "ModuleNotFoundError: No module named 'nothing'");
  EXPECT_EQ(run("import nothing.at.all"), "ModuleNotFoundError: No module named 'nothing'");
  EXPECT_EQ(run("import m.sub"), "ModuleNotFoundError: No module named 'm.sub'; 'm' is not a package");
  EXPECT_EQ(run("try:\n    import nothing\nexcept ImportError as e:\n    print(e.name)"), "nothing\n");
  EXPECT_EQ(run("import sys\nsys.modules['m'] = None\nimport m"), "ModuleNotFoundError: import of m halted; None in sys.modules");
}

TEST_F(ModuleCacheTest, HonoursSysPath) {
  write("extra/found.py", "x = 3");
  EXPECT_EQ(run("import sys\nsys.path.append('" + (root / "extra").string() + "')\nimport found\nprint(found.x)"), "3\n");
}

TEST_F(ModuleCacheTest, RefusesDisabledModules) {
  write("secret/inner.py", "");
  profile.disabled_modules = {"secret", "json"};
  EXPECT_EQ(run("import secret.inner"), "ImportError: module 'secret' is disabled");
  EXPECT_EQ(run("import json"), "ImportError: module 'json' is disabled");
  EXPECT_EQ(run("import jsonx"), "ModuleNotFoundError: No module named 'jsonx'");
  profile.disabled_modules.clear();
  profile.allowed_modules = std::make_shared<std::vector<std::string>>(std::vector<std::string>{"math", "secret.inner"});
  EXPECT_EQ(run("import math, secret.inner\nimport json"), "ImportError: module 'json' is disabled");
}

TEST_F(ModuleCacheTest, ReplacesAModuleThatReplacesItself) {
  write("m.py", "import sys\nclass Proxy:\n    x = 9\nsys.modules[__name__] = Proxy()");
  EXPECT_EQ(run("import m\nprint(m.x)"), "9\n");
}

// ---- modules that are no files ----------------------------------------------------------------------

TEST_F(ModuleCacheTest, LinksScriptModulesAndNativePackages) {
  define_script_module("linked.text", "def shout(s): return s.upper()\nwhere = __name__");
  EXPECT_EQ(run("import linked.text\nprint(linked.text.shout('a'), linked.text.where)"), "A linked.text\n");
  EXPECT_EQ(run("from linked import text\nprint(text.shout('b'))"), "B\n");

  NativeModule& parent = native_module("scriptling.test", "A test.");
  EXPECT_TRUE(parent.add("answer", Value::integer(42)));
  EXPECT_FALSE(parent.add("answer", Value::integer(43), "other"));
  NativeModule& child = native_module("scriptling.test.child");
  EXPECT_TRUE(child.add_constant("fresh", [](Vm& vm) { return Value::object(vm.new_list()); }));
  EXPECT_TRUE(child.add("danger", Value::integer(1), "plug", true));
  EXPECT_EQ(run("import scriptling.test as t\nprint(t.answer, t.child.fresh, t.child.danger, t.__doc__, t.__name__)"), "42 [] 1 A test. scriptling.test\n");
  EXPECT_EQ(run("import scriptling.test.child as c\nc.fresh.append(1)\nimport scriptling.test\nprint(scriptling.test.child.fresh, scriptling.test.child is c)"), "[1] True\n");
  EXPECT_EQ(run("from scriptling.test import child\nprint(child.fresh)"), "[]\n");
  profile.sandboxed = true;
  EXPECT_EQ(run("from scriptling.test import child\nprint(hasattr(child, 'danger'), hasattr(child, 'fresh'))"), "False True\n");
  profile.sandboxed = false;
  child.remove_owned_by("plug");
  EXPECT_EQ(run("import scriptling.test.child as c\nprint(hasattr(c, 'danger'))"), "False\n");
}

TEST_F(ModuleCacheTest, FilesDoNotShadowNativeModules) {
  write("math.py", "pi = 'mine'");
  EXPECT_EQ(run("import math\nprint(math.pi)"), "3.141592653589793\n");
}

TEST_F(ModuleCacheTest, SaysWhyAModuleIsUnavailable) {
  set_module_unavailable("scriptling.absent", "plugin absent was not loaded: no such file");
  EXPECT_EQ(run("import scriptling.absent"), "ImportError: plugin absent was not loaded: no such file");
  EXPECT_EQ(run("import scriptling.absent.child"), "ImportError: plugin absent was not loaded: no such file");
}

TEST_F(ModuleCacheTest, ResolvesDottedHandlers) {
  write("pkg/__init__.py", "class C:\n    def m(self): return 'm'\nobj = C()");
  write("pkg/mod.py", "def fn(): return 'fn'");
  write("broken.py", "import does_not_exist\ndef fn(): pass");
  EnvironmentPtr env = Environment::open(profile);
  EnvLock lock(*env);
  auto call = [&](const char* dotted) {
    Value f = env->resolve(dotted);
    Value r = f.is_unset() ? f : env->vm.call(f);
    if (r.is_unset()) {
      RunResult failed = env->failure();
      return failed.error_type + ": " + failed.error_message;
    }
    return std::string(as_str(r)->view());
  };
  EXPECT_EQ(call("pkg.mod.fn"), "fn");
  EXPECT_EQ(call("pkg.obj.m"), "m");
  EXPECT_EQ(call("pkg.mod.nope"), "AttributeError: module 'pkg.mod' has no attribute 'nope'");
  EXPECT_EQ(call("pkg.nope.fn"), "AttributeError: module 'pkg' has no attribute 'nope'");
  EXPECT_EQ(call("nope.fn"), "ModuleNotFoundError: No module named 'nope'");
  EXPECT_EQ(call("broken.fn"), "ModuleNotFoundError: No module named 'does_not_exist'");
}

}  // namespace
}  // namespace sl
