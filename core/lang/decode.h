// Instructions taken apart by their format in opcodes.def, for the disassembler and the validator.
#pragma once

#include <cstdint>
#include <cstring>

#include "core/lang/code.h"

namespace sl {

struct Field {
  char kind = 0;  // letter of the format; 0: absent
  int32_t value = 0;
};

struct Instruction {
  Op op;
  const OpInfo* info;
  uint32_t pc, next;  // next: of the instruction behind
  int a, b, c;
  uint32_t extra = 0;  // E
  Field fields[4];
  // Where a jump goes; -1 when it is none.
  int64_t target() const {
    for (const Field& f : fields)
      if (f.kind == 'j') return static_cast<int64_t>(next) + f.value;
    return -1;
  }
};

// The opcode must be valid and its words inside the code.
inline Instruction decode(const Code& code, uint32_t pc) {
  uint32_t w = code.words[pc];
  Instruction i;
  i.op = static_cast<Op>(w & 0xFF);
  i.info = &op_info(i.op);
  i.pc = pc;
  i.next = pc + 1 + static_cast<uint32_t>(i.info->extra_words);
  i.a = w >> 8 & 0xFF;
  i.b = w >> 16 & 0xFF;
  i.c = static_cast<int>(w >> 24);
  if (i.info->extra_words) i.extra = code.words[pc + 1];
  const char* f = i.info->format;
  if (f[0] == 'j') {
    i.fields[0] = {'j', static_cast<int32_t>(w) >> 8};
    return i;
  }
  i.fields[0] = {*f++, i.a};
  if (*f && std::strchr("xKgf", *f)) {
    auto bx = static_cast<int32_t>(w >> 16);
    i.fields[1] = {*f, *f == 'x' ? static_cast<int16_t>(bx) : bx};
    ++f;
  } else {
    if (*f) i.fields[1] = {*f++, i.b};
    if (*f) i.fields[2] = {*f++, i.c};
  }
  if (*f) i.fields[3] = {*f, static_cast<int32_t>(i.extra)};
  return i;
}

}  // namespace sl
