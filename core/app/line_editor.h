// libedit's readline interface, loaded when a prompt opens.
#pragma once

#include <editline/readline.h>

#include "core/env/lazy_library.h"

namespace sl {

struct LineEditor {
#define SL_EDIT(name) decltype(&::name) name = reinterpret_cast<decltype(&::name)>(lazy_symbol("libedit.so.2", #name, "libedit2"));
  SL_EDIT(add_history)
  SL_EDIT(read_history)
  SL_EDIT(readline)
  SL_EDIT(rl_add_defun)
  SL_EDIT(rl_attempted_completion_function)
  SL_EDIT(rl_attempted_completion_over)
  SL_EDIT(rl_complete)
  SL_EDIT(rl_completer_word_break_characters)
  SL_EDIT(rl_completion_append_character)
  SL_EDIT(rl_completion_matches)
  SL_EDIT(rl_initialize)
  SL_EDIT(rl_insert_text)
  SL_EDIT(rl_line_buffer)
  SL_EDIT(rl_point)
  SL_EDIT(rl_readline_name)
  SL_EDIT(using_history)
  SL_EDIT(write_history)
#undef SL_EDIT
};

inline const LineEditor& line_editor() {
  static const LineEditor functions;
  return functions;
}

}  // namespace sl
