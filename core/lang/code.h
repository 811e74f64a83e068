// Compiled code: immutable and shared by every environment that runs the module.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/vm/object.h"

namespace sl {

enum class Op : uint8_t {
#define SL_OP(name, format, words, text) name,
#include "core/lang/opcodes.def"
#undef SL_OP
  kCount
};
constexpr int kMaxRegisters = 250;

struct OpInfo {
  const char* name;
  const char* format;
  int extra_words;
  const char* text;
};
const OpInfo& op_info(Op op) noexcept;

inline constexpr uint32_t encode(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) { return static_cast<uint32_t>(op) | a << 8 | b << 16 | c << 24; }

// Instructions in [start, end) that raise continue at `target` with the exception in R[reg].
// Sorted innermost first; the first range holding the pc wins.
struct Handler {
  uint32_t start, end, target;
  uint32_t reg;
};

struct Position {  // of the instruction starting at pc and those after it
  uint32_t pc;
  uint32_t line, end_line;      // 1-based; 0: no source
  uint16_t column, end_column;  // 0-based byte offsets in the line
};

struct Code;
// A comprehension runs in its function's frame; tracebacks show it as a frame of its own.
struct Comprehension {
  uint32_t start, end;          // instructions
  std::unique_ptr<Code> frame;  // name and positions only
};

struct Capture {
  bool from_local;  // the parent's register holding the cell, else the parent's captured cell
  uint8_t index;
};

enum class VarKind : uint8_t { Local, Cell, Free, Spilled };
struct LocalVar {
  Str* name;
  VarKind kind;
  uint16_t index;  // register, captured cell, or place in the list of cells in spill_register
};

enum CodeFlags : uint32_t {
  kCodeVarArgs = 1,      // register after the keyword-only parameters holds the tuple
  kCodeVarKeywords = 2,  // the register after that holds the dict
  kCodeGenerator = 4,
  kCodeClassBody = 8,  // R[0] is the namespace; returns the __class__ cell or None
  kCodeModule = 16,
  kCodeCoroutineError = 32,
  kCodeScriptling = 64,  // compiled in the scriptling dialect
  kCodeNamespace = 128,  // module level: R[0] is the mapping of local variables
};

struct Code {
  const ModuleCode* module = nullptr;
  Str* name = nullptr;
  Str* qualname = nullptr;
  uint32_t first_line = 0;
  uint32_t flags = 0;
  // Registers 0.. hold: positional parameters, keyword-only parameters, *args, **kwargs.
  uint16_t positional = 0;  // includes positional_only
  uint16_t positional_only = 0;
  uint16_t keyword_only = 0;
  uint16_t register_count = 0;  // highest register used + 1
  uint8_t spill_register = 0;   // of a function with more variables than registers: a list of cells
  std::vector<Str*> params;     // names in register order
  std::vector<uint32_t> words;
  std::vector<Value> constants;  // shared objects only
  std::vector<Handler> handlers;
  std::vector<Position> positions;
  std::vector<Comprehension> comprehensions;  // innermost first
  std::vector<std::unique_ptr<Code>> children;
  std::vector<Capture> captures;  // how MAKEFUNC fills the function's cells
  std::vector<LocalVar> locals;   // every named variable, for locals() and messages
  Value doc;                      // Str or None
  uint32_t cache_count = 0;
  mutable std::unique_ptr<std::atomic<uint64_t>[]> caches;  // see shape.h; zero = empty
};

// Numbering of a module's globals. A compiled module's table is final; that of a REPL or sandbox
// namespace grows with each piece of code compiled into it (only by the owner of its environment).
struct GlobalNames {
  const uint32_t id = next_id();  // process-wide identity, for inline caches
  static uint32_t next_id() noexcept {
    static std::atomic<uint32_t> counter{1};
    return counter.fetch_add(1, std::memory_order_relaxed);
  }
  bool scriptling = false;  // the module is of the scriptling dialect: its built-in names mean the dialect's; set before any name is added
  std::vector<Str*> names;
  std::vector<int32_t> builtin;  // builtin_slot() of the name, or -1
  std::unordered_map<const Str*, uint32_t> slots;
  uint32_t slot_for(Str* interned);         // finds or adds
  int32_t find(const Str* interned) const;  // -1: absent
};

struct ModuleCode {
  std::string path;  // as shown in tracebacks: file name, "<string>", "<stdin>"
  std::string source;
  std::shared_ptr<GlobalNames> globals;
  std::unique_ptr<Code> top;
  bool is_package = false;
  std::string_view line_text(uint32_t line) const;  // 1-based; empty when unknown
};

Position find_position(const Code& code, uint32_t pc);  // UINT32_MAX: before the first instruction
std::string disassemble(const Code& code);              // children included
// Empty, or what is wrong: operand out of range, jump outside the code, ...
std::string validate(const Code& code);

}  // namespace sl
