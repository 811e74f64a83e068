// The programs an environment started and has not waited for.
#pragma once

namespace sl {

class Vm;

// Kills them: a script that is interrupted from outside leaves none behind. Call with the environment locked.
void end_child_processes(Vm& vm);

}  // namespace sl
