// The interactive mode: a line at a time, blocks until an empty line, results printed as repr.
#include <editline/readline.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <optional>

#include "core/app/program.h"
#include "core/lang/compile.h"
#include "core/plugin/lifecycle.h"
#include "core/plugin/version.h"
#include "core/vm/types.h"

namespace sl {
namespace {

std::optional<std::string> read_line(const char* prompt) {
  stdout_sink()->flush();
  char* line = ::readline(prompt);
  if (!line) return std::nullopt;
  std::string text(line);
  std::free(line);
  return text;
}

bool incomplete(const std::string& text, bool dialect) {
  CompileOptions options;
  options.mode = CompileMode::Interactive;
  options.scriptling_dialect = dialect;
  return compile_source(text, options).incomplete;
}

// One whole input: a statement, or a block ended by an empty line.
std::optional<std::string> read_input(bool dialect) {
  std::optional<std::string> line = read_line(">>> ");
  if (!line) return line;
  std::string input = *line + "\n";
  bool block = false;
  while (block || incomplete(input, dialect)) {
    line = read_line("... ");
    if (!line) break;
    if (block && line->find_first_not_of(" \t") == std::string::npos) break;
    input += *line + "\n";
    // Inside a suite the input may be complete at every line; only an empty one says so.
    block = !line->empty() && (line->front() == ' ' || line->front() == '\t');
  }
  if (input.find_first_not_of(" \t\n") != std::string::npos) ::add_history(input.substr(0, input.size() - 1).c_str());
  return input;
}

class Repl {
 public:
  explicit Repl(Environment& env) : env_(env) {}

  // The status of sys.exit(), or none to go on.
  std::optional<int> evaluate(const std::string& input) {
    running = true;
    Value result;
    bool ok = env_.exec(input, "<stdin>", &result, CompileMode::Interactive);
    if (ok && !result.is_unset() && !result.is_none()) {
      Value text = env_.vm.repr(result);
      ok = !text.is_unset();
      if (ok) {
        env_.write_out(std::string(as_str(text)->view()) + "\n");
        env_.vm.module_set(env_.open_main("<stdin>"), names()._, result);
      }
    }
    running = false;
    std::optional<int> status;
    if (!ok) {
      RunResult r = env_.failure();
      if (r.exited) status = r.exit_status;
      stdout_sink()->flush();
      stderr_sink()->write(r.traceback);
    }
    env_.resume();  // a Ctrl-C that came too late must not hit the next input
    return status;
  }

  std::atomic<bool> running{false};

 private:
  Environment& env_;
};

}  // namespace

int run_repl(Program& program) {
  std::vector<std::string> directories{directory_of("x")};
  if (int status = program.start_plugins(directories, {""})) return status;
  Lifecycle& life = Lifecycle::get();
  int status = 0;
  run_on_large_stack([&] {
    EnvironmentPtr env = Environment::open(program.profile(directories, {""}, false));
    Repl repl(*env);
    watch_signals(
        [&](int number) {
          if (number == SIGINT && repl.running) env->interrupt(kInterruptSignal, "KeyboardInterrupt");
          if (number == SIGTERM) leave(0);
        },
        false);
    bool dialect = program.config.text("engine.dialect") == "scriptling";
    stdout_sink()->write("scriptling-server " SCRIPTLING_VERSION "; exit() or Ctrl-D leaves\n");
    env->lock();
    env->open_main("<stdin>");
    for (;;) {
      env->unlock_one();
      std::optional<std::string> input = read_input(dialect);
      env->lock();
      if (!input) {
        stdout_sink()->write("\n");
        break;
      }
      if (*input == "/exit\n") break;
      if (std::optional<int> exit = repl.evaluate(*input)) {
        status = *exit;
        break;
      }
    }
    env->unlock_one();
    life.request_stop(status);
    program.stop_plugins();
    env.release();
  });
  return status;
}

}  // namespace sl
