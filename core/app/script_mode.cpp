// One script, from a file, the command line or standard input.
#include <csignal>
#include <new>

#include "core/app/program.h"
#include "core/plugin/lifecycle.h"
#include "core/plugin/logging.h"
#include "core/vm/script_signals.h"
#include "stdlib/child_processes.h"

namespace sl {
namespace {

// Ctrl-C raises KeyboardInterrupt in the script; SIGTERM ends it in a way it cannot catch.
void pass_signal(Environment& env, int number) {
  if (post_process_signal(number)) {
    env.interrupt(kInterruptCall, "");
    return;
  }
  if (number == SIGINT) {
    env.interrupt(kInterruptSignal, "KeyboardInterrupt");
    return;
  }
  if (number == SIGTERM) {
    Lifecycle::get().request_stop(0);
    env.interrupt(kInterruptCancel, "execution cancelled");
  }
}

int status_of(const RunResult& r) {
  if (r.ok) return r.exited ? r.exit_status : 0;
  if (!r.traceback.empty()) stderr_sink()->write(r.traceback);
  return r.error_type == "KeyboardInterrupt" ? kExitSignal : kExitFailure;
}

}  // namespace

int run_script(Program& program, const ScriptSource& source) {
  bool file = !source.path.empty() && source.path.front() != '<';
  std::vector<std::string> directories{file ? directory_of(source.path) : directory_of("x")};
  if (int status = program.start_plugins(directories, source.argv)) return status;

  Lifecycle& life = Lifecycle::get();
  int status = kExitFailure;
  bool ran = run_on_large_stack([&] {
    EnvironmentPtr env = Environment::open(program.profile(directories, source.argv, true));
    watch_signals([e = env.get()](int number) { pass_signal(*e, number); }, true);
    env->lock();
    try {
      std::string problem;
      RunResult result = source.module.empty() ? env->run_main(source.text, source.path) : env->run_main_module(source.module, &problem);
      status = problem.empty() ? status_of(result) : kExitFailure;
      if (result.error_type == "ExecutionInterrupted") end_child_processes(env->vm);
      env->flush_out();
      if (!problem.empty()) print_error(problem);
    } catch (const std::bad_alloc&) {  // outside of any script
      stderr_sink()->write("MemoryError\n");
    }
    env->finish_main();
    env->vm.finalize_all();
    env->vm.clear_error();
    env->unlock_one();
    stdout_sink()->flush();
    life.request_stop(status);
    program.stop_plugins();
    env.release();  // threads of the script may still be inside: the process ends around them
  });
  if (!ran) print_error("cannot create a thread for the script");
  return status;
}

}  // namespace sl
