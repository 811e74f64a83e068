// The modules of the standard library: one registration function per file of this folder.
#pragma once

// One line per module written in C++; registry.cpp calls register_NAME() in this order.
#define SL_STDLIB(X) \
  X(sys)             \
  X(time)            \
  X(json)            \
  X(math)            \
  X(cmath)           \
  X(random)          \
  X(memoryview)      \
  X(builtins)        \
  X(codecs_engine)   \
  X(ast)             \
  X(expat)           \
  X(xml_element)     \
  X(io_types)        \
  X(deque)           \
  X(itertools)       \
  X(functools)       \
  X(operator)        \
  X(heapq)           \
  X(bisect)          \
  X(copy)            \
  X(pickle)          \
  X(thread)          \
  X(signal)          \
  X(weakref)         \
  X(gc)              \
  X(struct)          \
  X(array)           \
  X(zlib)            \
  X(bz2)             \
  X(lzma)            \
  X(unicodedata)     \
  X(re)              \
  X(csv)             \
  X(binascii)        \
  X(hashlib)         \
  X(decimal)         \
  X(datetime)        \
  X(io)              \
  X(os)              \
  X(subprocess)      \
  X(scripts)

namespace sl {

#define SL_DECLARE(name) void register_##name##_module();
SL_STDLIB(SL_DECLARE)
#undef SL_DECLARE

}  // namespace sl
