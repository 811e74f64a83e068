// What the reader and the writer of csv share.
#pragma once

#include <string>

#include "core/vm/native.h"
#include "core/vm/text.h"

namespace sl::csv {

constexpr uint32_t kNoCharacter = UINT32_MAX;
enum Quoting : int64_t { kMinimal, kAll, kNonNumeric, kNone };

// A checked dialect.
struct Format {
  uint32_t delimiter = ',', quote = '"', escape = kNoCharacter;
  bool double_quote = true, skip_space = false, strict = false;
  int64_t quoting = kMinimal;
  std::string terminator;
  bool special[256] = {};  // lead bytes a reader must look at, or a writer
  bool open(Vm& vm, Value dialect, bool writing);
  bool quotes() const { return quoting != kNone; }
};

struct Limit {
  int64_t value = 131072;  // characters of one field
};

Value raise_error(Vm& vm, const std::string& message);  // csv.Error
Class* define_reader_class();
Class* define_writer_class();

}  // namespace sl::csv
