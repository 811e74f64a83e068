#include "core/app/program.h"

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/env/native_modules.h"
#include "core/plugin/lifecycle.h"
#include "core/plugin/logging.h"
#include "core/plugin/runtime_module.h"
#include "core/poco/services.h"

namespace sl {

namespace fs = std::filesystem;

void print_error(const std::string& line) { stderr_sink()->write("scriptling-server: " + line + "\n"); }

bool read_file(const std::string& path, std::string* out, std::string* why) {
  std::error_code ec;
  if (fs::is_directory(path, ec)) {
    *why = path + " is a directory";
    return false;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    *why = "cannot open " + path + ": " + std::strerror(errno);
    return false;
  }
  std::ostringstream text;
  text << in.rdbuf();
  *out = std::move(text).str();
  return true;
}

std::string directory_of(const std::string& path) {
  std::error_code ec;
  fs::path p = fs::absolute(path, ec);
  return ec ? std::string(".") : p.parent_path().lexically_normal().string();
}

std::string absolute_path(const std::string& path) {
  std::error_code ec;
  fs::path p = fs::absolute(path, ec);
  return ec ? path : p.string();
}

bool Program::check_config() const {
  for (const std::string& p : config.problems()) print_error(p);
  return config.problems().empty();
}

Profile Program::profile(const std::vector<std::string>& directories, const std::vector<std::string>& argv, bool limits) const {
  Profile p = make_profile(config, limits);
  p.library_path.insert(p.library_path.begin(), directories.begin(), directories.end());
  p.argv = argv;
  return p;
}

void Program::prepare() {
  init_runtime();
  define_runtime_module();
  PoolLimits pool;
  pool.environments = static_cast<size_t>(std::max<int64_t>(0, config.value("engine.pool").integer));
  pool.bytes_each = static_cast<size_t>(config.value("engine.pool_memory").integer);
  set_pool_limits(pool);
}

bool Program::load_plugins(std::vector<std::string> directories, std::vector<std::string> argv) {
  prepare();
  services().bridge_loggers([](int level, const std::string& source, const std::string& text) { log_event(level, source, text); });
  PluginOptions options;
  options.wanted = config.plugins();
  options.plugin_dir = plugin_dir;
  options.settings = &config;
  options.base_profile = std::make_shared<const Profile>(profile(directories, argv, true));
  if (script_mode && !config.given("server.plugins")) {
    std::vector<std::string> there = installed_plugins(plugin_dir);
    if (config.given("server.plugin_dir")) {  // a directory named for this run: whatever is in it
      for (const std::string& name : there)
        if (std::none_of(options.wanted.begin(), options.wanted.end(), [&](const WantedPlugin& w) { return w.name == name; })) options.wanted.push_back({name, "", false});
    }
    std::erase_if(options.wanted, [&](const WantedPlugin& w) { return w.file.empty() && std::find(there.begin(), there.end(), w.name) == there.end(); });
  }
  plugins = std::make_unique<PluginManager>(std::move(options));
  bool ok = plugins->load();
  for (const std::string& problem : plugins->problems()) print_error(problem);
  if (ok) plugins->freeze();
  return ok;
}

int Program::start_plugins(const std::vector<std::string>& directories, const std::vector<std::string>& argv) {
  Lifecycle& life = Lifecycle::get();
  life.request_ready();
  life.announce_ready();
  bool configured = config.given("server.plugins") || config.given("server.plugin_dir");
  for (const WantedPlugin& w : config.plugins()) configured |= !config.section("plugin." + w.name).empty();
  auto start = [this, directories, argv] {
    if (!load_plugins(directories, argv)) return kExitConfig;
    if (plugins->start()) return 0;
    for (const std::string& problem : plugins->problems()) print_error(problem);
    return kExitFailure;
  };
  if (configured) return start();
  prepare();
  defer_modules("scriptling", start);
  return 0;
}

void Program::stop_plugins() {
  if (!plugins) return;
  plugins->stop();
  plugins->shutdown();
}

// ---- threads ------------------------------------------------------------------------------------

namespace {
void* call_body(void* body) {
  (*static_cast<const std::function<void()>*>(body))();
  return nullptr;
}
}  // namespace

bool run_on_large_stack(const std::function<void()>& body) {
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  bool made = false;
  for (size_t megabytes : {256u, 64u, 16u}) {
    if (pthread_attr_setstacksize(&attributes, megabytes << 20) != 0) continue;
    if (pthread_create(&thread, &attributes, call_body, const_cast<std::function<void()>*>(&body)) != 0) continue;
    made = true;
    break;
  }
  pthread_attr_destroy(&attributes);
  if (made) pthread_join(thread, nullptr);
  return made;
}

void leave(int status) {
  stdout_sink()->flush();
  std::fflush(nullptr);
  ::_exit(status);
}

// ---- signals ------------------------------------------------------------------------------------

namespace {
int g_pipe[2] = {-1, -1};
std::atomic<int> g_terminations{0};
std::atomic<bool> g_hard_second{false};

void on_signal_handler(int number) {
  int saved = errno;
  if ((number == SIGINT || number == SIGTERM) && g_terminations.fetch_add(1) > 0 && g_hard_second) ::_exit(kExitSignal);
  auto byte = static_cast<unsigned char>(number);
  [[maybe_unused]] ssize_t n = ::write(g_pipe[1], &byte, 1);
  errno = saved;
}
}  // namespace

void watch_signals(std::function<void(int)> on_signal, bool hard_second) {
  g_hard_second = hard_second;
  std::signal(SIGPIPE, SIG_IGN);
  if (g_pipe[0] >= 0 || ::pipe2(g_pipe, O_CLOEXEC) != 0) return;
  std::thread([on_signal = std::move(on_signal)] {
    unsigned char byte;
    for (;;) {
      ssize_t n = ::read(g_pipe[0], &byte, 1);
      if (n == 1)
        on_signal(byte);
      else if (n == 0 || errno != EINTR)
        return;
    }
  }).detach();
  struct sigaction action {};
  action.sa_handler = on_signal_handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int number : {SIGINT, SIGTERM, SIGHUP}) sigaction(number, &action, nullptr);
}

}  // namespace sl
