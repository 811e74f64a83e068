// What an environment costs: time to open one and run a module of twenty functions in it, resident bytes
// while idle, and the throughput of two threads against one, each running an environment of the same module.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "core/env/environment.h"

namespace {

const std::shared_ptr<const sl::Profile>& profile() {
  static const std::shared_ptr<const sl::Profile> shared = [] {
    std::string folder = (std::filesystem::temp_directory_path() / ("environment_bench." + std::to_string(::getpid()))).string();
    std::filesystem::create_directory(folder);
    std::ofstream module(folder + "/twenty.py");
    for (int i = 0; i < 20; ++i) module << "def f" << i << "(x, y=" << i << "):\n    return x + y\n";
    module << "def work(n):\n"
              "    counts = {}\n"
              "    for i in range(n):\n"
              "        key = 'k%d' % (i % 100)\n"
              "        counts[key] = counts.get(key, 0) + i\n"
              "    return sum(counts.values())\n";
    module.close();
    std::atexit([] { std::filesystem::remove_all(std::filesystem::temp_directory_path() / ("environment_bench." + std::to_string(::getpid()))); });
    auto p = std::make_shared<sl::Profile>();
    p->library_path = {folder};
    return p;
  }();
  return shared;
}

sl::Value call(sl::Environment& env, const char* function, int64_t argument) {
  sl::Value f = env.resolve(function);
  sl::Value x = sl::Value::integer(argument);
  return f.is_unset() ? f : env.vm.call(f, &x, 1);
}

void FreshEnvironment(benchmark::State& state) {
  for (auto _ : state) {
    auto env = sl::Environment::open(profile());
    sl::EnvLock lock(*env);
    sl::Value answer = call(*env, "twenty.f7", 1);
    if (!answer.is_int() || answer.i != 8) return state.SkipWithError("wrong answer");
  }
}
BENCHMARK(FreshEnvironment)->Unit(benchmark::kMicrosecond);

size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  size_t total = 0, resident = 0;
  statm >> total >> resident;
  return resident * static_cast<size_t>(::sysconf(_SC_PAGESIZE));
}

void IdleEnvironment(benchmark::State& state) {
  constexpr size_t kCount = 2000;
  for (auto _ : state) {
    std::vector<sl::EnvironmentPtr> kept;
    size_t before = resident_bytes();
    for (size_t i = 0; i < kCount; ++i) {
      kept.push_back(sl::Environment::open(profile()));
      sl::EnvLock lock(*kept.back());
      call(*kept.back(), "twenty.f7", 1);
    }
    state.counters["bytes_each"] = static_cast<double>(resident_bytes() - before) / kCount;
  }
}
BENCHMARK(IdleEnvironment)->Iterations(1)->Unit(benchmark::kMillisecond);

void Parallel(benchmark::State& state) {
  auto env = sl::Environment::open(profile());
  for (auto _ : state) {
    sl::EnvLock lock(*env);
    sl::Value answer = call(*env, "twenty.work", 20000);
    if (!answer.is_int() || answer.i != 199990000) return state.SkipWithError("wrong answer");
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()));
}
BENCHMARK(Parallel)->Threads(1)->Threads(2)->UseRealTime()->Unit(benchmark::kMillisecond)->MinTime(1.0);

}  // namespace

int main(int argc, char** argv) {
  sl::init_runtime();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
