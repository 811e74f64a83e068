// Checks of compiled code: operands in range, jumps to instructions, and that on every path a
// register was written before it is read and may only be unset where the instruction allows it.
#include <algorithm>
#include <bitset>

#include "core/lang/code.h"
#include "core/lang/decode.h"
#include "core/lang/written.h"

namespace sl {

namespace {

using RegSet = std::bitset<256>;

// What an instruction does to registers.
struct Access {
  RegSet reads;  // must hold a value
  RegSet peeks;  // must be written, may be unset
  RegSet writes;
  RegSet unsets;           // written, perhaps with unset
  int clobbers_from = -1;  // a callee may use the registers from here on
  int highest = -1;

  void touch(RegSet& set, int first, int count) {
    for (int r = first; r < first + count && r < 256; ++r) set.set(static_cast<size_t>(r));
    if (count > 0 && first + count - 1 > highest) highest = first + count - 1;
  }
  void read(int first, int count = 1) { touch(reads, first, count); }
  void peek(int reg) { touch(peeks, reg, 1); }
  void write(int first, int count = 1) { touch(writes, first, count); }
  void unset(int reg) { touch(unsets, reg, 1); }
  void call(int base) {
    write(base);
    clobbers_from = base + 1;
  }
};

void access_by_format(const Instruction& in, Access& x) {
  for (const Field& f : in.fields) {
    if (f.kind == 'r' || f.kind == 'w') x.read(f.value);
    if (f.kind == 'd' || f.kind == 'w') x.write(f.value);
  }
}

Access access_of(const Instruction& in) {
  Access x;
  int a = in.a, b = in.b, c = in.c;
  switch (in.op) {
    case Op::LOADUNSET:
    case Op::TRYGLOBAL: x.unset(a); return x;
    case Op::TRYATTR:
      x.peek(b);
      x.unset(a);
      return x;
    case Op::CHECKLOCAL:
    case Op::CHECKOUTER:
      x.peek(a);
      x.write(a);
      return x;
    case Op::PEEKLOCAL:
      x.peek(b);
      x.unset(a);
      return x;
    case Op::PEEKCELL:
      x.read(b);
      x.unset(a);
      return x;
    case Op::PEEKFREE: x.unset(a); return x;
    case Op::OUTERFREE:
      x.peek(a);
      x.unset(a);
      return x;
    case Op::OUTERGLOBAL:
      x.peek(a);
      x.write(a);
      return x;
    case Op::EXCMATCH:
      x.read(b);
      x.peek(c);
      x.write(a);
      return x;
    case Op::MAKEFUNC:
      for (int i = 0; i < 3; ++i)
        if (in.extra >> i & 1) x.read(a + i);
      x.write(a);
      return x;
    case Op::LOADMETHOD:
      x.read(b);
      x.write(a, 2);
      return x;
    case Op::LISTEXTEND:
    case Op::DICTMERGE:
      if (c) x.read(std::max(0, a - (in.op == Op::LISTEXTEND ? 1 : 2)));
      x.read(b);
      if (c == (in.op == Op::LISTEXTEND ? 1 : 2))
        x.write(a);
      else
        x.read(a);
      return x;
    case Op::SUPERMETHOD:
      x.read(a, 2);
      x.write(a, 2);
      return x;
    case Op::SUPER:
      x.read(a, 2);
      x.write(a);
      return x;
    case Op::LOADSPECIAL:
      x.read(b);
      x.write(a, 2);
      return x;
    case Op::SLICE:
      x.read(b, 3);
      x.write(a);
      return x;
    case Op::GETSLICE:
      x.read(b);
      x.read(c, 2);
      x.write(a);
      return x;
    case Op::BUILDLIST:
    case Op::BUILDTUPLE:
    case Op::BUILDSET:
    case Op::BUILDDICTK:
    case Op::BUILDSTR:
      x.read(b, c);
      x.write(a);
      return x;
    case Op::BUILDDICT:
      x.read(b, 2 * c);
      x.write(a);
      return x;
    case Op::FORMAT:
      x.read(b, c & 4 ? 2 : 1);
      x.write(a);
      return x;
    case Op::UNPACK:
      x.read(b);
      x.write(a, c);
      return x;
    case Op::UNPACKEX:
      x.read(b);
      x.write(a, c + 1 + static_cast<int>(in.extra & 0xFF));
      return x;
    case Op::CALL:
      x.read(a, b + 1);
      x.call(a);
      return x;
    case Op::CALLM:
      x.read(a, b + 2);
      x.call(a);
      return x;
    case Op::CALLKW:
      x.read(a, b + c + 1);
      x.call(a);
      return x;
    case Op::CALLMKW:
      x.read(a, b + c + 2);
      x.call(a);
      return x;
    case Op::CALLEX:
      x.read(a, b ? 3 : 2);
      x.call(a);
      return x;
    case Op::BUILDCLASS:
      x.read(a, 3);
      x.call(a);
      return x;
    case Op::PUSHEXC:
      x.read(a);
      x.write(a + 1);
      return x;
    case Op::POPEXC: x.read(a, 2); return x;
    case Op::STARMATCH:
      x.read(a);
      x.read(b);
      x.write(a, 2);
      return x;
    case Op::EXCTRIPLE:
      x.read(b);
      x.write(a, 3);
      return x;
    case Op::ASSERTFAIL:
      if (b) x.read(a);
      return x;
    default: access_by_format(in, x); return x;
  }
}

bool ends_path(Op op) {
  switch (op) {
    case Op::JMP:
    case Op::LOOP:
    case Op::RETURN:
    case Op::RETURNNONE:
    case Op::RAISE:
    case Op::RAISEFROM:
    case Op::RAISEBARE:
    case Op::RERAISE:
    case Op::ASSERTFAIL: return true;
    default: return false;
  }
}

bool is_tuple(const Code& code, uint32_t index) { return index < code.constants.size() && is_kind(code.constants[index], Kind::Tuple); }
bool is_text(const Code& code, uint32_t index) { return index < code.constants.size() && is_str(code.constants[index]); }

class Validator {
 public:
  explicit Validator(const Code& code) : code_(code), starts_(code.words.size() + 1) {}

  std::string run() {
    scan();
    for (uint32_t pc = 0; pc < code_.words.size() && wrong_.empty(); ++pc)
      if (starts_[pc]) check_jump(decode(code_, pc));
    check_tables();
    if (wrong_.empty()) check_flow();
    return std::move(wrong_);
  }

  RegSet written_at(uint32_t pc) {
    if (!code_.words.empty()) check_flow();
    for (;; --pc)
      if (pc < states_.size() && states_[pc].reached) return states_[pc].written;
  }

 private:
  void fail(uint32_t pc, std::string what) {
    if (wrong_.empty()) wrong_ = std::string(code_.qualname ? code_.qualname->view() : "?") + " at " + std::to_string(pc) + ": " + std::move(what);
  }

  void scan() {
    if (code_.words.empty()) return fail(0, "no instructions");
    if (code_.register_count > std::max<size_t>(kMaxRegisters, code_.params.size())) return fail(0, "too many registers");
    bool open = true;
    for (uint32_t pc = 0; pc < code_.words.size();) {
      if ((code_.words[pc] & 0xFF) >= static_cast<uint32_t>(Op::kCount)) return fail(pc, "unknown opcode");
      if (pc + static_cast<uint32_t>(op_info(static_cast<Op>(code_.words[pc] & 0xFF)).extra_words) >= code_.words.size()) return fail(pc, "truncated instruction");
      starts_[pc] = true;
      Instruction in = decode(code_, pc);
      if (access_of(in).highest >= code_.register_count) return fail(pc, "register out of range");
      check_fields(in);
      check_names(in);
      open = !ends_path(in.op);
      pc = in.next;
    }
    if (open) fail(static_cast<uint32_t>(code_.words.size()), "runs off the end");
  }

  void check_fields(const Instruction& in) {
    for (const Field& f : in.fields) {
      auto v = static_cast<uint32_t>(f.value);
      switch (f.kind) {
        case 'k':
        case 'K':
          if (v >= code_.constants.size()) fail(in.pc, "constant out of range");
          break;
        case 'n':
          if (!is_text(code_, v) && !is_tuple(code_, v)) fail(in.pc, "name out of range");
          break;
        case 'a':
          if (!is_text(code_, v & 0xFFFF)) fail(in.pc, "name out of range");
          if (in.op != Op::LOADNS && v >> 16 >= code_.cache_count) fail(in.pc, "cache out of range");
          break;
        case 'g': check_global(in.pc, v); break;
        case 'f':
          if (v >= code_.children.size()) fail(in.pc, "child code out of range");
          break;
        default: break;
      }
    }
  }

  void check_global(uint32_t pc, uint32_t slot) {
    if (code_.module && code_.module->globals && slot >= code_.module->globals->names.size()) fail(pc, "global out of range");
  }

  // Names that must be tuples, captured cells, and other things the format does not tell.
  void check_names(const Instruction& in) {
    size_t wanted = 0;
    switch (in.op) {
      case Op::PEEKFREE:
      case Op::OUTERFREE:
      case Op::LOADFREE:
      case Op::STOREFREE:
      case Op::DELFREE:
        if (static_cast<size_t>(in.b) >= code_.captures.size()) fail(in.pc, "captured cell out of range");
        return;
      case Op::LOADNS:
        if (in.b == 0)
          check_global(in.pc, in.extra >> 16);
        else if (in.extra >> 16 >= code_.captures.size())
          fail(in.pc, "captured cell out of range");
        return;
      case Op::SPILLARGS:
        if (static_cast<size_t>(in.fields[1].value) != code_.params.size() || in.pc != 0) fail(in.pc, "parameters out of range");
        return;
      case Op::CHECKLOCAL:
      case Op::CHECKOUTER:
        if (!is_text(code_, static_cast<uint32_t>(in.fields[1].value))) fail(in.pc, "name out of range");
        return;
      case Op::BUILDDICTK:
      case Op::CALLKW:
      case Op::CALLMKW: wanted = static_cast<size_t>(in.c); break;
      case Op::EXCMATCH:
      case Op::MATCHCLASS:
      case Op::MATCHTYPE:
        if (!is_tuple(code_, in.extra)) fail(in.pc, "tuple constant expected");
        return;
      default: return;
    }
    if (!is_tuple(code_, in.extra) || as<Tuple>(code_.constants[in.extra])->size != wanted) fail(in.pc, "names do not match the values");
  }

  bool is_start(int64_t pc) const { return pc >= 0 && pc < static_cast<int64_t>(code_.words.size()) && starts_[static_cast<size_t>(pc)]; }

  void check_jump(const Instruction& in) {
    int64_t target = in.target();
    if (target < 0) return;
    if (!is_start(target)) return fail(in.pc, "jump to the middle of nowhere");
    if ((target < in.next) != (in.op == Op::LOOP)) fail(in.pc, "jump in the wrong direction");
  }

  void check_tables() {
    for (const Handler& h : code_.handlers) {
      bool end_ok = h.end == code_.words.size() || is_start(h.end);
      if (h.start >= h.end || !is_start(h.start) || !end_ok || !is_start(h.target)) fail(h.start, "bad handler range");
      if (h.reg >= code_.register_count) fail(h.start, "handler register out of range");
    }
    for (size_t i = 1; i < code_.positions.size(); ++i)
      if (code_.positions[i - 1].pc >= code_.positions[i].pc) fail(code_.positions[i].pc, "positions out of order");
    for (const auto& child : code_.children)
      for (const Capture& c : child->captures) {
        size_t limit = c.from_local ? code_.register_count : code_.captures.size();
        if (c.index >= limit) fail(0, "capture out of range");
      }
    for (const LocalVar& v : code_.locals) {
      if (v.kind == VarKind::Spilled) continue;
      size_t limit = v.kind == VarKind::Free ? code_.captures.size() : code_.register_count;
      if (v.index >= limit) fail(0, "variable out of range");
    }
  }

  // ---- data flow ----------------------------------------------------------------------------------
  struct State {
    bool reached = false;
    RegSet written, set;
  };

  void merge(uint32_t pc, const RegSet& written, const RegSet& set) {
    State& s = states_[pc];
    RegSet w = s.reached ? s.written & written : written, t = s.reached ? s.set & set : set;
    if (s.reached && w == s.written && t == s.set) return;
    s = {true, w, t};
    todo_.push_back(pc);
  }

  void check_flow() {
    states_.resize(code_.words.size());
    RegSet start;
    for (size_t i = 0; i < std::min(code_.params.size(), start.size()); ++i) start.set(i);
    if (code_.flags & (kCodeClassBody | kCodeNamespace)) start.set(0);
    merge(0, start, start);
    while (!todo_.empty() && wrong_.empty()) {
      uint32_t pc = todo_.back();
      todo_.pop_back();
      step(decode(code_, pc), states_[pc]);
    }
  }

  void step(const Instruction& in, State before) {
    Access x = access_of(in);
    if ((x.reads & ~before.set).any()) return fail(in.pc, std::string(in.info->name) + " reads a register without a value");
    if ((x.peeks & ~before.written).any()) return fail(in.pc, std::string(in.info->name) + " reads a register never written");
    if (in.op == Op::FORITER && in.c) {
      Instruction behind = decode(code_, in.next);
      if (in.c != 2 || behind.op != Op::UNPACK || behind.b != in.b || behind.c != 2) return fail(in.pc, "FORITER of pairs without its UNPACK");
    }
    State after = before;
    after.written |= x.writes | x.unsets;
    after.set = (after.set | x.writes) & ~x.unsets;
    State raised = before;
    // A failing instruction may have left its scratch result half done.
    if (in.op != Op::FORITER && in.op != Op::CHECKLOCAL && in.op != Op::CHECKOUTER) raised.set &= ~(x.writes & ~before.set);
    if (x.clobbers_from >= 0)
      for (int r = x.clobbers_from; r < 256; ++r)
        for (RegSet* s : {&after.written, &after.set, &raised.written, &raised.set}) s->reset(static_cast<size_t>(r));
    for (const Handler& h : code_.handlers) {
      if (in.pc < h.start || in.pc >= h.end) continue;
      raised.written.set(h.reg);
      raised.set.set(h.reg);
      merge(h.target, raised.written, raised.set);
      break;
    }
    int64_t target = in.target();
    bool exhausted = in.op == Op::FORITER;
    if (target >= 0) merge(static_cast<uint32_t>(target), exhausted ? before.written : after.written, exhausted ? before.set : after.set);
    if (!ends_path(in.op)) merge(in.next, after.written, after.set);
  }

  const Code& code_;
  std::vector<bool> starts_;
  std::vector<State> states_;
  std::vector<uint32_t> todo_;
  std::string wrong_;
};

}  // namespace

std::bitset<256> written_registers(const Code& code, uint32_t pc) { return Validator(code).written_at(pc); }

std::string validate(const Code& code) {
  std::string wrong = Validator(code).run();
  for (const auto& child : code.children) {
    if (!wrong.empty()) break;
    wrong = validate(*child);
  }
  return wrong;
}

}  // namespace sl
