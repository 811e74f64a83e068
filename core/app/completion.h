// What may follow the text typed at the prompt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/env/environment.h"

namespace sl {

// The whole expressions that begin with `text`, a name or names joined by dots: variables, builtins and
// keywords, or the attributes of the object before the last dot ("math.si" gives "math.sin(", "math.sinh(").
// Callables end in "(". Reading attributes may run properties of the script; what they raise is dropped.
// Sorted; private names only when `text` asks for them. Needs the environment's lock.
std::vector<std::string> complete(Environment& env, std::string_view text);

}  // namespace sl
