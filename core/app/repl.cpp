// The interactive mode: a line at a time, blocks until an empty line, results printed as repr.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "core/app/completion.h"
#include "core/app/line_editor.h"
#include "core/app/program.h"
#include "core/lang/compile.h"
#include "core/plugin/lifecycle.h"
#include "core/plugin/version.h"
#include "core/vm/types.h"

namespace sl {
namespace {

Environment* g_completing = nullptr;   // the callbacks of the line editor have no context argument
std::atomic<bool> g_cancelled{false};  // Ctrl-C at the prompt

char* next_completion(const char* text, int state) {
  static std::vector<std::string> found;
  static size_t position;
  if (state == 0) {
    EnvLock lock(*g_completing);
    found = complete(*g_completing, text);
    position = 0;
  }
  return position < found.size() ? ::strdup(found[position++].c_str()) : nullptr;
}

char** complete_word(const char* text, int, int) {
  *line_editor().rl_attempted_completion_over = 1;  // no file names
  *line_editor().rl_completion_append_character = 0;
  return line_editor().rl_completion_matches(text, next_completion);
}

// Indents where there is nothing to complete.
int complete_or_indent(int count, int key) {
  bool blank = std::all_of(*line_editor().rl_line_buffer, *line_editor().rl_line_buffer + *line_editor().rl_point, [](char c) { return c == ' ' || c == '\t'; });
  return blank ? line_editor().rl_insert_text("    "), 0 : line_editor().rl_complete(count, key);
}

// The signal thread interrupts the editor's read() with a signal that does nothing else.
void cancel_line(pthread_t editor) {
  g_cancelled = true;
  ::pthread_kill(editor, SIGUSR1);
}

std::string history_path() {
  const char* named = std::getenv("SCRIPTLING_HISTORY");
  const char* home = std::getenv("HOME");
  return named ? named : home ? std::string(home) + "/.scriptling_history" : "";
}

// Keys, completion and the history of earlier sessions.
void prepare_editor(Environment& env) {
  g_completing = &env;
  line_editor().rl_initialize();
  *line_editor().rl_readline_name = "scriptling";
  *line_editor().rl_completer_word_break_characters = const_cast<char*>(" \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?");
  *line_editor().rl_attempted_completion_function = complete_word;
  line_editor().rl_add_defun("complete-or-indent", complete_or_indent, '\t');
  struct sigaction action {};
  action.sa_handler = [](int) {};
  sigaction(SIGUSR1, &action, nullptr);
  line_editor().using_history();
  line_editor().read_history(history_path().c_str());
}

enum class Input { Text, Cancelled, End };

Input read_line(const char* prompt, std::string* out) {
  stdout_sink()->flush();
  g_cancelled = false;
  char* line = line_editor().readline(prompt);
  if (line) g_cancelled = false;
  if (g_cancelled) stdout_sink()->write("\nKeyboardInterrupt\n");
  if (line) *out = line;
  Input kind = g_cancelled ? Input::Cancelled : line ? Input::Text : Input::End;
  std::free(line);
  return kind;
}

bool incomplete(const std::string& text, bool dialect) {
  CompileOptions options;
  options.mode = CompileMode::Interactive;
  options.scriptling_dialect = dialect;
  return compile_source(text, options).incomplete;
}

// One whole input: a statement, or a block ended by an empty line.
Input read_input(bool dialect, std::string* input) {
  std::string line;
  Input kind = read_line(">>> ", &line);
  if (kind != Input::Text) return kind;
  *input = line + "\n";
  bool block = false;
  while (block || incomplete(*input, dialect)) {
    kind = read_line("... ", &line);
    if (kind == Input::Cancelled) return kind;
    if (kind == Input::End) break;
    if (block && line.find_first_not_of(" \t") == std::string::npos) break;
    *input += line + "\n";
    // Inside a suite the input may be complete at every line; only an empty one says so.
    block = !line.empty() && (line.front() == ' ' || line.front() == '\t');
  }
  if (input->find_first_not_of(" \t\n") != std::string::npos) line_editor().add_history(input->substr(0, input->size() - 1).c_str());
  return Input::Text;
}

class Repl {
 public:
  explicit Repl(Environment& env) : env_(env) {}

  // The status of sys.exit(), or none to go on.
  std::optional<int> evaluate(const std::string& input) {
    running = true;
    Value result;
    bool ok = env_.exec(input, "<stdin>", &result, CompileMode::Interactive);
    if (ok && !result.is_unset() && !result.is_none()) env_.vm.module_set(env_.open_main("<stdin>"), names()._, result);
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
    pthread_t editor = ::pthread_self();
    watch_signals(
        [&](int number) {
          if (number == SIGINT && repl.running)
            env->interrupt(kInterruptSignal, "KeyboardInterrupt");
          else if (number == SIGINT)
            cancel_line(editor);
          if (number == SIGTERM) leave(0);
        },
        false);
    bool dialect = program.config.text("engine.dialect") == "scriptling";
    stdout_sink()->write("scriptling-server " SCRIPTLING_VERSION "; exit() or Ctrl-D leaves\n");
    env->lock();
    env->open_main("<stdin>");
    prepare_editor(*env);
    for (;;) {
      env->unlock_one();
      std::string input;
      Input kind = read_input(dialect, &input);
      env->lock();
      if (kind == Input::Cancelled) continue;
      if (kind == Input::End) {
        stdout_sink()->write("\n");
        break;
      }
      if (input == "/exit\n") break;
      if (std::optional<int> exit = repl.evaluate(input)) {
        status = *exit;
        break;
      }
    }
    line_editor().write_history(history_path().c_str());
    env->unlock_one();
    life.request_stop(status);
    program.stop_plugins();
    env.release();
  });
  return status;
}

}  // namespace sl
