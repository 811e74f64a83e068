// Scripts against a plugin written in C: arguments, results, objects, errors, parcels, carriers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/plugin/manager.h"
#include "core/plugin/runtime_module.h"

namespace sl {
namespace {

using testing::HasSubstr;

class PluginHost : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    init_runtime();
    define_runtime_module();
    PluginOptions o;
    o.plugin_dir = SCRIPTLING_BAD_PLUGIN_DIR;
    o.wanted.push_back({"good", "", false});
    manager_ = std::make_unique<PluginManager>(o);
    ASSERT_TRUE(manager_->load()) << manager_->problems()[0];
    manager_->freeze();
    ASSERT_TRUE(manager_->start());
  }
  static void TearDownTestSuite() { manager_.reset(); }

  struct Sink : OutputSink {
    std::string text;
    void write(std::string_view t) override { text += t; }
  };
  // What the script prints; an uncaught error's traceback behind it.
  static std::string run(const std::string& source, Profile profile = {}) {
    auto env = Environment::open(profile);
    auto sink = std::make_shared<Sink>();
    EnvLock lock(*env);
    env->set_output(sink, sink);
    RunResult r = env->run_main("import testing.good as good\n" + source, "test.py");
    return sink->text + r.traceback;
  }
  static std::unique_ptr<PluginManager> manager_;
};
std::unique_ptr<PluginManager> PluginHost::manager_;

TEST_F(PluginHost, Arguments) {
  EXPECT_EQ(run("print(good.add(40, 2), good.add(b=1, a=2))"), "42 3\n");
  EXPECT_EQ(run("print(good.greet('Ada'), good.greet('Bob', loud=True))"), "Hello, Ada Hello, Bob!\n");
  EXPECT_EQ(run("print(good.options(1), good.options(1, 2, 3, x=4))"), "(1, None, (), {}) (1, 2, (3,), {'x': 4})\n");
}

TEST_F(PluginHost, WrongArgumentsNeverReachThePlugin) {
  EXPECT_THAT(run("good.greet(3)"), HasSubstr("TypeError: "));
  EXPECT_THAT(run("good.greet()"), HasSubstr("TypeError: greet() missing required argument 'name' (pos 1)"));
  EXPECT_THAT(run("good.greet('a', nonsense=1)"), HasSubstr("TypeError: 'nonsense' is an invalid keyword argument for greet()"));
  EXPECT_THAT(run("good.greet('a', True, 3)"), HasSubstr("TypeError: greet() takes at most 2 arguments (3 given)"));
}

TEST_F(PluginHost, CallsBackAndIterates) {
  EXPECT_EQ(run("print(good.each(range(3), lambda x: x * x))"), "[0, 1, 4]\n");
  EXPECT_EQ(run("print(good.each((c for c in 'ab'), str.upper))"), "['A', 'B']\n");
  EXPECT_THAT(run("good.each([1, 0], lambda x: 1 / x)"), HasSubstr("ZeroDivisionError"));
  EXPECT_THAT(run("good.each(5, print)"), HasSubstr("TypeError: 'int' object is not iterable"));
}

TEST_F(PluginHost, ManyValuesSurviveCollections) {
  auto env = Environment::open(Profile{});
  auto sink = std::make_shared<Sink>();
  EnvLock lock(*env);
  env->set_output(sink, sink);
  RunResult r = env->run_main(
      "import testing.good as good\ndef f(x):\n  junk = bytearray(100000)\n  return [x]\n"
      "def numbers():\n  for i in range(500):\n    yield [i]\n"
      "r = good.each(numbers(), f)\nprint(len(r), r[7], r[499])",
      "test.py");
  EXPECT_EQ(sink->text + r.traceback, "500 [[7]] [[499]]\n");
  EXPECT_GT(env->vm.heap.collections(), 0u);
}

TEST_F(PluginHost, Errors) {
  EXPECT_EQ(run("def f(): raise KeyError('k')\nprint(good.caught(f))"), "('KeyError', \"'k'\")\n");
  EXPECT_EQ(run("class Mine(Exception): pass\ndef f(): raise Mine('m')\nprint(good.caught(f), good.caught(dict))"), "('Mine', 'm') None\n");
  EXPECT_THAT(run("good.add('x', 1)"), HasSubstr("TypeError: add wants two integers"));
  EXPECT_THAT(run("good.fails_quietly()"), HasSubstr("SystemError: native function fails_quietly failed without an exception"));
  EXPECT_THAT(run("good.returns_garbage()"), HasSubstr("SystemError: native function returns_garbage returned no valid value"));
}

TEST_F(PluginHost, Objects) {
  EXPECT_EQ(run("c = good.Counter(3)\nprint(c.add(), c.add(5), c.value, len(c))\nc.value = 2\nprint(c.value, list(c))"), "4 9 9 9\n2 [2, 1]\n");
  EXPECT_EQ(run("with good.Counter() as c: c.add(2)\nprint(c.value)"), "-1\n");
  EXPECT_EQ(run("c = good.Counter()\nc.note = 'mine'\nprint(c.note, isinstance(c, good.Counter), type(c).__name__)"), "mine True Counter\n");
  EXPECT_THAT(run("good.Counter.add(5)"), HasSubstr("TypeError: descriptor 'add' for 'Counter' objects doesn't apply to a 'int' object"));
  EXPECT_THAT(run("good.Counter().nothing"), HasSubstr("AttributeError: 'Counter' object has no attribute 'nothing'"));
  EXPECT_THAT(run("good.Counter('x')"), HasSubstr("TypeError"));
}

TEST_F(PluginHost, ReleasesObjectsWithTheirEnvironment) {
  EXPECT_EQ(run("many = [good.Counter() for _ in range(10)]\nprint(good.Counter.alive())"), "10\n");
  EXPECT_EQ(run("print(good.Counter.alive())"), "0\n");
}

TEST_F(PluginHost, ConstantsAndHelp) { EXPECT_EQ(run("print(good.version, good.__doc__, good.add.__doc__)"), "(1, 5) A correct plugin. a + b\n"); }

TEST_F(PluginHost, Parcels) {
  EXPECT_EQ(run("v = {'a': [1, 2.5, None, True, 'x', b'y', (1,), {2}]}\nw = good.through_parcel(v)\nprint(w == v, w is v, w['a'] is v['a'])"), "True False False\n");
  EXPECT_EQ(run("print(good.through_parcel(10**30), good.through_parcel('\u00e9'), good.through_parcel(-3))"), "1000000000000000000000000000000 \u00e9 -3\n");
  EXPECT_EQ(run("c = good.Counter(1)\ngood.through_parcel([c])[0].add(5)\nprint(c.value)"), "6\n");
  EXPECT_THAT(run("good.through_parcel({'jobs': [1, print]})"), HasSubstr("TypeError: value[\"jobs\"][1]"));
}

TEST_F(PluginHost, CarriesFunctions) {
  EXPECT_EQ(run("def helper(x): return x * 2\ndef f(a, b): return helper(a) + b\nprint(good.elsewhere(f, (20, 2)))"), "42\n");
  EXPECT_EQ(run("print(good.elsewhere(lambda: 5))"), "5\n");
  EXPECT_EQ(run("import math\ndef f(x): return math.floor(x)\nprint(good.elsewhere(f, (2.5,)))"), "2\n");
  EXPECT_EQ(run("def fact(n): return 1 if n < 2 else n * fact(n - 1)\nprint(good.elsewhere(fact, (10,)))"), "3628800\n");
  EXPECT_EQ(run("print(good.elsewhere(good.add, (1, 2)), good.elsewhere(len, ([1, 2],)))"), "3 2\n");
  EXPECT_EQ(run("def f(a, b=[1, 2], *, c='k'): return [a, b, c]\nprint(good.elsewhere(f, (0,)))"), "[0, [1, 2], 'k']\n");
}

TEST_F(PluginHost, CarriesClosuresAndHandles) {
  EXPECT_EQ(run("def outer(n):\n  def inner(x): return x + n\n  return inner\nprint(good.elsewhere(outer(10), (5,)))"), "15\n");
  EXPECT_EQ(run("c = good.Counter(1)\ndef f(): c.add(41)\ngood.elsewhere(f)\nprint(c.value)"), "42\n");
  EXPECT_EQ(run("c = good.Counter(1)\ngood.elsewhere(c.add, (4,))\nprint(c.value)"), "5\n");
}

TEST_F(PluginHost, CarriesClasses) {
  EXPECT_EQ(run("class Base:\n  scale = 3\n  def __init__(self, v): self.v = v\n  def get(self): return self.v * self.scale\n"
                "class Sub(Base):\n  def get(self): return super().get() + 1\n  @property\n  def p(self): return self.get()\n  @staticmethod\n  def s(): return 's'\n"
                "def f(v):\n  x = Sub(v)\n  return [x.get(), x.p, Sub.s(), isinstance(x, Base)]\n"
                "print(good.elsewhere(f, (4,)))"),
            "[13, 13, 's', True]\n");
}

TEST_F(PluginHost, CarriersLeaveDataBehind) {
  EXPECT_THAT(run("data = [1]\ndef f(): return data\ngood.elsewhere(f)"), HasSubstr("NameError: name 'data' is not defined"));
  EXPECT_EQ(run("n = 1\ndef f():\n  global n\n  n = 5\n  return n\nprint(good.elsewhere(f), n)"), "5 1\n");
  EXPECT_THAT(run("good.elsewhere(5)"), HasSubstr("TypeError: expected a function, got int"));
  EXPECT_THAT(run("def f(x=object()): pass\ngood.elsewhere(f)"), HasSubstr("TypeError: the default of parameter 'x' of f() is not transferable"));
}

TEST_F(PluginHost, ErrorsCrossWithTheirType) {
  EXPECT_THAT(run("def f(): raise ValueError('bad')\ngood.elsewhere(f)"), HasSubstr("ValueError: bad"));
  EXPECT_EQ(run("class Mine(Exception): pass\ndef f(): raise Mine('m')\ntry: good.elsewhere(f)\nexcept Mine as e: print('mine', e)"), "mine m\n");
}

TEST_F(PluginHost, SandboxesMissUnsafeFunctions) {
  Profile sandbox;
  sandbox.sandboxed = true;
  EXPECT_EQ(run("print(good.secret())"), "None\n");
  EXPECT_THAT(run("good.secret()", sandbox), HasSubstr("AttributeError"));
}

TEST_F(PluginHost, Listing) {
  auto symbols = list_symbols("testing.good");
  auto find = [&](const std::string& name) { return std::find_if(symbols.begin(), symbols.end(), [&](const Symbol& s) { return s.dotted() == name; }); };
  ASSERT_NE(find("testing.good.greet"), symbols.end());
  EXPECT_EQ(find("testing.good.greet")->signature, "greet(name: str, loud: bool = False) -> str");
  EXPECT_EQ(find("testing.good.greet")->owner, "good");
  EXPECT_TRUE(find("testing.good.greet")->pure);
  EXPECT_EQ(find("testing.good.Counter")->kind, SymbolKind::Class);
  EXPECT_EQ(find("testing.good.Counter.value")->kind, SymbolKind::Property);
  EXPECT_EQ(find("testing.good.version")->kind, SymbolKind::Constant);
  EXPECT_TRUE(list_symbols("testing.goo").empty());
  EXPECT_EQ(list_symbols("testing.good.add").size(), 1u);
}

}  // namespace
}  // namespace sl
