// Environments: isolation, the lock, limits, interruption, output, the pool.
#include "core/env/environment.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "core/vm/types.h"

namespace sl {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class Sink final : public OutputSink {
 public:
  void write(std::string_view t) override { text += t; }
  void flush() override { ++flushes; }
  std::string text;
  int flushes = 0;
};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

uint64_t after(Clock::duration d) { return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>((Clock::now() + d).time_since_epoch()).count()); }

RunResult run(Environment& env, const std::string& code) {
  EnvLock lock(env);
  return env.run_main(code, "<test>");
}
RunResult run(const Profile& profile, const std::string& code) {
  EnvironmentPtr env = Environment::open(profile);
  return run(*env, code);
}

// ---- results ----------------------------------------------------------------------------------------

TEST(EnvironmentTest, ReturnsTheLastValue) {
  EnvironmentPtr env = Environment::open(Profile());
  EnvLock lock(*env);
  Value v;
  EXPECT_TRUE(env->run_main("x = 20\nx * 2 + 2", "<test>", &v).ok);
  EXPECT_EQ(v.i, 42);
}

TEST(EnvironmentTest, ReportsErrorsAndExits) {
  RunResult r = run(Profile(), "def f():\n    raise ValueError('bad')\nf()");
  EXPECT_FALSE(r.ok);
  EXPECT_EQ(r.exit_status, 1);
  EXPECT_EQ(r.error_type, "ValueError");
  EXPECT_EQ(r.error_message, "bad");
  EXPECT_TRUE(r.traceback.starts_with("Traceback (most recent call last):\n"));
  EXPECT_TRUE(r.traceback.ends_with("ValueError: bad\n"));

  r = run(Profile(), "x = = 1");
  EXPECT_FALSE(r.ok);
  EXPECT_EQ(r.error_type, "SyntaxError");
  EXPECT_NE(r.traceback.find("line 1"), std::string::npos);
  EXPECT_NE(r.traceback.find("^"), std::string::npos);

  r = run(Profile(), "import sys\nsys.exit(3)");
  EXPECT_TRUE(r.ok && r.exited);
  EXPECT_EQ(r.exit_status, 3);
  r = run(Profile(), "import sys\nsys.exit()");
  EXPECT_TRUE(r.ok && r.exited);
  EXPECT_EQ(r.exit_status, 0);
  auto sink = std::make_shared<Sink>();
  EnvironmentPtr env = Environment::open(Profile());
  env->set_output(sink, sink);
  r = run(*env, "import sys\nsys.exit('why')");
  EXPECT_EQ(r.exit_status, 1);
  EXPECT_EQ(sink->text, "why\n");
}

TEST(EnvironmentTest, RunsMoreCodeInTheSameNamespace) {
  EnvironmentPtr env = Environment::open(Profile());
  EnvLock lock(*env);
  Value v;
  EXPECT_TRUE(env->exec("x = 1\ndef f(): return x + y", "<a>"));
  EXPECT_TRUE(env->exec("y = 10", "<b>"));
  EXPECT_TRUE(env->exec("f()", "<c>", &v));
  EXPECT_EQ(v.i, 11);
  EXPECT_FALSE(env->exec("1 +", "<d>"));
  EXPECT_EQ(env->failure().error_type, "SyntaxError");
  EXPECT_FALSE(env->exec("y = 5\n1 / 0", "<e>"));
  EXPECT_EQ(env->failure().error_type, "ZeroDivisionError");
  EXPECT_TRUE(env->exec("f()", "<f>", &v));
  EXPECT_EQ(v.i, 6);
  env->vm.module_set(env->main_module, intern("len"), Value::integer(7));
  EXPECT_TRUE(env->exec("len", "<g>", &v));
  EXPECT_TRUE(v.is_int() && v.i == 7);
}

TEST(EnvironmentTest, RunsMoreCodeBehindAScript) {
  EnvironmentPtr env = Environment::open(Profile());
  EnvLock lock(*env);
  Value v;
  EXPECT_TRUE(env->run_main("x = 4\ndef f(): return x", "<test>").ok);
  EXPECT_TRUE(env->exec("z = f() + x\nz", "<more>", &v));
  EXPECT_EQ(v.i, 8);
}

// ---- isolation and the pool ---------------------------------------------------------------------------

TEST(EnvironmentTest, RunsTheDialectOfItsProfile) {
  Profile scriptling;
  scriptling.scriptling_dialect = true;
  const std::string code = "r = range(2)\nfirst, second = list(r), list(r)\n[len(second), -7 // 2] == [0, -3]";
  for (const Profile& profile : {Profile(), scriptling}) {
    EnvironmentPtr env = Environment::open(profile);
    EnvLock lock(*env);
    Value v;
    ASSERT_TRUE(env->exec(code, "<test>", &v));
    EXPECT_EQ(v.i != 0, profile.scriptling_dialect);
    ASSERT_TRUE(env->exec("[range(1) is range(1), isinstance(True, int)][1]", "<test>", &v));
    EXPECT_EQ(v.i != 0, !profile.scriptling_dialect);
  }
}

TEST(EnvironmentTest, StartsFreshEachTime) {
  for (int i = 0; i < 5; ++i) {
    RunResult r = run(Profile(),
                      "import sys, math\nassert 'leak' not in globals() and not hasattr(math, 'leak')\nleak = 1\nmath.leak = 1\nsys.setrecursionlimit(50)\n"
                      "class A: pass\nA.x = 1\nraise ValueError");
    EXPECT_EQ(r.error_type, "ValueError") << r.traceback;
  }
}

TEST(EnvironmentTest, ForgetsLimitsAndInterruptsWhenPooled) {
  Profile limited;
  limited.limits.fuel = 1000;
  limited.limits.wall_ns = 1;
  limited.limits.memory = 1 << 20;
  EXPECT_FALSE(run(limited, "while True: pass").ok);
  EXPECT_TRUE(run(Profile(), "n = 0\nfor i in range(100000): n += i\nx = 'a' * (4 << 20)").ok);
}

TEST(EnvironmentTest, OpensFromThePoolQuickly) {
  auto profile = std::make_shared<const Profile>();
  Environment::open(profile);
  auto start = Clock::now();
  constexpr int kRounds = 20000;
  for (int i = 0; i < kRounds; ++i) {
    EnvironmentPtr env = Environment::open(profile);
    EnvLock lock(*env);
  }
  double each = seconds_since(start) / kRounds;
  RecordProperty("nanoseconds", static_cast<int>(each * 1e9));
  EXPECT_LT(each, 100e-6);  // about a microsecond on an idle machine
}

TEST(EnvironmentTest, RunsInParallel) {
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        EnvironmentPtr env = Environment::open(Profile());
        EnvLock lock(*env);
        Value v;
        if (env->run_main("import json, math\nclass P:\n    def __init__(self, x): self.x = x\nsum(P(i).x for i in range(200)) + len(json.dumps({'t': " + std::to_string(t) + "}))",
                          "<test>", &v)
                .ok &&
            v.i == 19900 + 8)
          ++good;
      }
    });
  }
  for (auto& t : threads) t.join();
  EXPECT_EQ(good, 80);
}

// ---- limits -------------------------------------------------------------------------------------------

TEST(EnvironmentTest, EndsLoopsByFuel) {
  Profile p;
  p.limits.fuel = 10000;
  RunResult r = run(p, "try:\n    while True: pass\nexcept Exception:\n    pass\nfinally:\n    done = 1");
  EXPECT_EQ(r.error_type, "ExecutionInterrupted");
  EXPECT_TRUE(run(p, "for i in range(100): pass").ok);
}

TEST(EnvironmentTest, EndsLoopsByTime) {
  Profile p;
  p.limits.wall_ns = 30'000'000;
  auto start = Clock::now();
  RunResult r = run(p, "try:\n    while True: pass\nexcept Exception:\n    pass");
  EXPECT_EQ(r.error_type, "ExecutionInterrupted");
  EXPECT_EQ(r.error_message, "execution timeout");
  EXPECT_GE(seconds_since(start), 0.029);
}

TEST(EnvironmentTest, EndsSleepByTime) {
  Profile p;
  p.limits.wall_ns = 30'000'000;
  auto start = Clock::now();
  RunResult r = run(p, "import time\ntime.sleep(1000)");
  EXPECT_EQ(r.error_message, "execution timeout");
  EXPECT_LT(seconds_since(start), 60);
}

TEST(EnvironmentTest, MovesTheDeadline) {
  EnvironmentPtr env = Environment::open(Profile());
  EXPECT_EQ(env->deadline_ns(), UINT64_MAX);
  env->set_deadline(after(20ms));
  env->set_deadline(after(10s));  // later: the queued timer must not fire for the old one
  EXPECT_TRUE(run(*env, "import time\ntime.sleep(0.06)").ok);
  env->set_deadline(after(20ms));  // sooner again
  EXPECT_EQ(run(*env, "import time\ntime.sleep(1000)").error_message, "execution timeout");
}

TEST(EnvironmentTest, LimitsMemoryDepthAndOutput) {
  Profile p;
  p.limits.memory = 8 << 20;
  EXPECT_EQ(run(p, "a = []\nwhile True: a.append('x' * 1000 + str(len(a)))").error_type, "MemoryError");
  EXPECT_EQ(run(p, "'x' * (1 << 40)").error_type, "MemoryError");
  p = Profile();
  p.limits.depth = 100;
  EXPECT_EQ(run(p, "def f(n): return f(n + 1)\nf(0)").error_type, "RecursionError");
  p = Profile();
  p.limits.output = 100;
  auto sink = std::make_shared<Sink>();
  EnvironmentPtr env = Environment::open(p);
  env->set_output(sink, sink);
  RunResult r = run(*env, "while True: print('0123456789')");
  EXPECT_EQ(r.error_type, "ExecutionInterrupted");
  EXPECT_EQ(sink->text.size(), 100u);
}

// ---- interruption -------------------------------------------------------------------------------------

TEST(EnvironmentTest, IsInterruptedFromAnotherThread) {
  EnvironmentPtr env = Environment::open(Profile());
  std::thread other([&] {
    std::this_thread::sleep_for(20ms);
    env->interrupt(kInterruptCancel, "client went away");
  });
  RunResult r = run(*env, "import time\nwhile True: time.sleep(0.001)");
  other.join();
  EXPECT_EQ(r.error_type, "ExecutionInterrupted");
  EXPECT_EQ(r.error_message, "client went away");
}

TEST(EnvironmentTest, KeepsTheFirstReason) {
  EnvironmentPtr env = Environment::open(Profile());
  env->interrupt(kInterruptCancel, "first");
  env->interrupt(kInterruptCancel, "second");
  EXPECT_EQ(run(*env, "while True: pass").error_message, "first");
}

TEST(EnvironmentTest, WakesWaits) {
  EnvironmentPtr env = Environment::open(Profile());
  std::atomic<int> woken{0};
  uint64_t a = env->on_cancel([&] { ++woken; });
  uint64_t b = env->on_cancel([&] { woken += 10; });
  env->off_cancel(b);
  env->interrupt(kInterruptYield, "");
  EXPECT_EQ(woken, 0);
  env->interrupt(kInterruptCancel, "stop");
  EXPECT_EQ(woken, 1);
  env->off_cancel(a);
  env->on_cancel([&] { woken += 100; });  // too late: called at once
  EXPECT_EQ(woken, 101);
}

TEST(EnvironmentTest, FailsToRelockWhenCancelled) {
  EnvironmentPtr env = Environment::open(Profile());
  EnvLock lock(*env);
  env->unlock_all();
  EXPECT_TRUE(env->relock_all());
  env->unlock_all();
  env->interrupt(kInterruptCancel, "stop");
  EXPECT_FALSE(env->relock_all());
  EXPECT_EQ(env->failure().error_message, "stop");
}

// ---- the lock -----------------------------------------------------------------------------------------

TEST(EnvironmentTest, LockNestsAndIsGivenUpWhole) {
  EnvironmentPtr env = Environment::open(Profile());
  env->lock();
  env->lock();
  std::atomic<bool> entered{false};
  std::thread other([&] {
    EnvLock lock(*env);
    entered = true;
  });
  std::this_thread::sleep_for(20ms);
  EXPECT_FALSE(entered);
  env->unlock_all();
  other.join();
  EXPECT_TRUE(entered);
  EXPECT_TRUE(env->relock_all());
  env->unlock_one();
  env->unlock_one();
}

TEST(EnvironmentTest, ThreadsShareOneEnvironment) {
  EnvironmentPtr env = Environment::open(Profile());
  Value f, slow;
  {
    EnvLock lock(*env);
    ASSERT_TRUE(
        env->exec("import time\ncount = 0\nlog = []\n"
                  "def bump(name):\n    global count\n    for i in range(50):\n        c = count\n        data = [str(j) for j in range(20)]\n"
                  "        count = c + 1\n        if i % 10 == 0: time.sleep(0)\n        assert len(data) == 20\n    return name\n"
                  "def nested(n):\n    items = {'k': [n]}\n    time.sleep(0.001)\n    return items['k'][0] if n == 0 else nested(n - 1) + items['k'][0]\n",
                  "<test>"));
  }
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      EnvLock lock(*env);
      Vm& vm = env->vm;
      Value name = vm.str_value("thread " + std::to_string(t));
      Value r = vm.call(vm.module_get(env->main_module, intern("bump")), {name});
      if (!r.is_unset() && vm.equal(r, name) == 1) ++good;
      r = vm.call(vm.module_get(env->main_module, intern("nested")), {Value::integer(10)});
      if (r.is_int() && r.i == 55) ++good;
      if (vm.raised()) ADD_FAILURE() << env->failure().traceback;
    });
  }
  {
    EnvLock lock(*env);
    for (int i = 0; i < 20; ++i) {
      ASSERT_TRUE(env->exec("time.sleep(0.001)\njunk = [[i] for i in range(100)]", "<main>"));
      env->vm.collect_garbage();
    }
  }
  for (auto& t : threads) t.join();
  EnvLock lock(*env);
  Value v;
  EXPECT_EQ(good, 8);
  EXPECT_TRUE(env->exec("count", "<test>", &v));
  EXPECT_EQ(v.i, 200);  // no update is lost: the lock is not taken away between read and write
}

TEST(EnvironmentTest, ThreadsKeepTheirOwnStateAcrossWaits) {
  EnvironmentPtr env = Environment::open(Profile());
  {
    EnvLock lock(*env);
    ASSERT_TRUE(
        env->exec("import sys, time\n"
                  "def waits():\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        time.sleep(0.1)\n"
                  "        return sys.exc_info()[0] is ZeroDivisionError\n"
                  "def quick():\n    time.sleep(0.001)\n    return sys.exc_info()[0] is None\n",
                  "<test>"));
  }
  std::atomic<int> good{0};
  auto call = [&](const char* name) {
    EnvLock lock(*env);
    Value r = env->vm.call(env->vm.module_get(env->main_module, intern(name)));
    if (r.is_true()) ++good;
    EXPECT_FALSE(env->vm.raised());
  };
  std::thread a([&] { call("waits"); });
  std::this_thread::sleep_for(20ms);
  std::thread b([&] { call("quick"); });
  a.join();
  b.join();
  EXPECT_EQ(good, 2);
}

TEST(EnvironmentTest, ReportsTheReasonOfTheStopThatCounts) {
  EnvironmentPtr env = Environment::open(Profile());
  env->interrupt(kInterruptYield, "no reason");
  env->interrupt(kInterruptSignal, "KeyboardInterrupt");
  env->interrupt(kInterruptCancel, "cancelled");
  EXPECT_EQ(run(*env, "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    while True: pass").error_message, "cancelled");
}

// ---- output, paths, sandboxes -----------------------------------------------------------------------------

TEST(EnvironmentTest, CapturesOutput) {
  auto out = std::make_shared<Sink>(), err = std::make_shared<Sink>();
  EnvironmentPtr env = Environment::open(Profile());
  env->set_output(out, err);
  EXPECT_TRUE(run(*env, "import sys\nprint('a', end='')\nsys.stdout.write('b')\nprint('c')\nprint('e', file=sys.stderr)").ok);
  EXPECT_EQ(out->text, "abc\n");
  EXPECT_EQ(err->text, "e\n");
  EXPECT_GT(out->flushes, 0);
}

TEST(EnvironmentTest, GuardsPaths) {
  Profile p;
  p.allowed_paths = std::make_shared<std::vector<std::string>>(std::vector<std::string>{"/usr/share", "/nowhere"});
  EnvironmentPtr env = Environment::open(p);
  EnvLock lock(*env);
  auto allowed = [&](const char* path) {
    bool ok = env->check_path(env->vm, path);
    if (!ok) {
      EXPECT_EQ(env->failure().error_type, "PermissionError");
    }
    return ok;
  };
  EXPECT_TRUE(allowed("/usr/share"));
  EXPECT_TRUE(allowed("/usr/share/x/y"));
  EXPECT_TRUE(allowed("/usr/share/../share/doc"));
  EXPECT_TRUE(allowed("/nowhere/file"));
  EXPECT_FALSE(allowed("/usr/shared"));
  EXPECT_FALSE(allowed("/usr/share/../lib"));
  EXPECT_FALSE(allowed("/etc/passwd"));
  EXPECT_FALSE(allowed(""));
  EXPECT_FALSE(allowed("relative"));
  p.allowed_paths = std::make_shared<std::vector<std::string>>();
  EXPECT_EQ(run(p, "open('/etc/hostname')").error_type, "PermissionError");
}

TEST(EnvironmentTest, HidesBuiltinsFromSandboxes) {
  Profile p;
  p.sandboxed = true;
  for (const char* code : {"eval('1')", "exec('1')", "open('/etc/hostname')", "compile('1', '', 'eval')", "__import__('os')", "globals()", "f = eval\nf('1')"})
    EXPECT_EQ(run(p, code).error_type, "NameError") << code;
  EXPECT_TRUE(run(p, "def open(x): return x\nassert open(3) == 3\nprint").ok);
  EXPECT_TRUE(run(Profile(), "assert eval('1 + 1') == 2").ok);
  EnvironmentPtr env = Environment::open(p);
  EnvLock lock(*env);
  EXPECT_TRUE(env->exec("x = 1", "<a>"));
  EXPECT_FALSE(env->exec("eval('x')", "<b>"));
}

}  // namespace
}  // namespace sl
