// The server: setup script, plugins, signals, orderly end.
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

#include "core/app/log.h"
#include "core/app/program.h"
#include "core/plugin/lifecycle.h"
#include "core/plugin/logging.h"

namespace sl {
namespace {

// The setup script on its own thread.
class Setup {
 public:
  Setup(std::string text, std::string path, Profile profile) : text_(std::move(text)), path_(std::move(path)), env_(Environment::open(profile)) {}

  void start() {
    Lifecycle::get().set_setup(env_.get());
    thread_ = std::thread([this] {
      if (!run_on_large_stack([this] { run(); })) print_error("cannot create a thread for the setup script");
      std::lock_guard lock(mutex_);
      done_ = true;
      changed_.notify_all();
    });
  }

  bool ended_within(double seconds) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::duration<double>(seconds), [&] { return done_; });
  }
  // Closes the environment. Only when the script has ended.
  void close() {
    thread_.join();
    env_.reset();
  }
  bool failed_early() {
    std::lock_guard lock(mutex_);
    return failed_early_;
  }
  void cancel() { env_->interrupt(kInterruptCancel, "execution cancelled"); }

 private:
  void run() {
    env_->lock();
    RunResult r = env_->run_main(text_, path_);
    env_->finish_main();
    env_->unlock_one();
    Lifecycle& life = Lifecycle::get();
    bool failed = !r.ok || (r.exited && r.exit_status != 0);
    if (failed && !life.stopping()) {
      if (!r.traceback.empty()) stderr_sink()->write(r.traceback);
      std::string what = r.ok ? "it called sys.exit(" + std::to_string(r.exit_status) + ")" : r.error_type + ": " + r.error_message;
      if (life.ready_requested()) {
        log_event(SL_LOG_ERROR, "server", "setup script failed after the server started", {{"script", path_}, {"error", what}});
      } else {
        print_error("setup script failed: " + path_ + ": " + what);
        std::lock_guard lock(mutex_);
        failed_early_ = true;
      }
    }
    life.request_ready();
  }

  std::string text_, path_;
  EnvironmentPtr env_;
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false, failed_early_ = false;
};

void on_server_signal(int number) {
  Lifecycle& life = Lifecycle::get();
  if (number == SIGHUP) {
    log_event(SL_LOG_INFO, "server", "SIGHUP received, reloading");
    life.announce_reload();
    return;
  }
  log_event(SL_LOG_INFO, "server", "Shutting down server...", {{"signal", number == SIGINT ? "SIGINT" : "SIGTERM"}});
  life.request_stop(0);
}

}  // namespace

int run_server(Program& program, const std::string& script, const std::vector<std::string>& arguments) {
  program.script_mode = false;
  std::string text, why;
  if (!script.empty() && !read_file(script, &text, &why)) {
    print_error(why + "; set [server] script to the setup script");
    return kExitFailure;
  }
  std::vector<std::string> argv{script};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::vector<std::string> directories{directory_of(script.empty() ? "x" : script)};
  if (!program.load_plugins(directories, argv)) return kExitConfig;

  Lifecycle& life = Lifecycle::get();
  life.set_server_mode(true);
  watch_signals(on_server_signal, true);

  double drain = program.config.value("server.drain").number;
  int status = 0;
  {
    Setup setup(std::move(text), script, program.profile(directories, argv, false));
    setup.start();
    life.wait_ready_requested();
    if (setup.failed_early()) {
      status = kExitFailure;
    } else if (!life.stopping() && !program.plugins->start()) {
      for (const std::string& problem : program.plugins->problems()) print_error(problem);
      status = kExitFailure;
    } else if (!life.stopping()) {
      life.announce_ready();
      log_event(SL_LOG_INFO, "server", "Server ready", {{"script", script}, {"plugins", std::to_string(program.plugins->plugins().size())}});
      life.wait_stopping(-1);
      status = life.exit_status();
    }
    life.request_stop(status);
    // start_server() returns now; a script that goes on is interrupted after the drain time.
    bool ended = setup.ended_within(drain);
    if (!ended) {
      log_event(SL_LOG_WARN, "server", "the setup script did not end in time", {{"script", script}});
      setup.cancel();
      ended = setup.ended_within(1);
    }
    program.plugins->stop();
    if (!ended) leave(status);
    setup.close();
    drain_pool();
    program.plugins->shutdown();
  }
  log_event(SL_LOG_INFO, "server", "Server stopped");
  return status;
}

}  // namespace sl
