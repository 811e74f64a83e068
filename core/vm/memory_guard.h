// Running out of memory inside an instruction becomes MemoryError of the script that runs it.
#pragma once

#include "core/vm/frame.h"

namespace sl {

// Runs `execute`, raising first when `raising`. std::bad_alloc, which natives and the heap may throw anywhere in
// it, is raised as MemoryError in the frame on top; a reserve of memory is there to handle it.
RunStatus run_guarded(Vm& vm, bool raising, RunStatus (*execute)(Vm& vm, bool raising));

void renew_memory_reserve() noexcept;  // after a collection: memory may be there again

}  // namespace sl
