#include <charconv>

#include "core/lang/code.h"
#include "core/lang/decode.h"

namespace sl {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text.substr(0, 40)) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\'' || c == '\\')
      (out += '\\') += c;
    else
      out += static_cast<unsigned char>(c) < 32 ? '?' : c;
  }
  return out + (text.size() > 40 ? "...'" : "'");
}

std::string constant_text(const Value& v, int depth = 0) {
  switch (v.tag) {
    case kNone: return "None";
    case kBool: return v.i ? "True" : "False";
    case kInt: return std::to_string(v.i);
    case kFloat: {
      char buffer[32];
      auto end = std::to_chars(buffer, buffer + sizeof buffer, v.f).ptr;
      std::string text(buffer, end);
      return text.find_first_of(".en") == text.npos ? text + ".0" : text;
    }
    case kObject: break;
    default: return "unset";
  }
  switch (v.o->kind) {
    case Kind::Str: return quoted(as<Str>(v)->view());
    case Kind::Bytes: return "b" + quoted(as<Bytes>(v)->view());
    case Kind::Tuple: {
      std::string out = "(";
      const auto* t = as<Tuple>(v);
      for (size_t i = 0; i < t->size && i < 16 && depth < 4; ++i) (out += i ? ", " : "") += constant_text(t->items[i], depth + 1);
      return out + (t->size > 16 || depth >= 4 ? "...)" : ")");
    }
    case Kind::BigInt: return "<int>";
    case Kind::Complex: return "<complex>";
    default: return "...";
  }
}

std::string constant_at(const Code& code, uint32_t index) { return index < code.constants.size() ? constant_text(code.constants[index]) : "?"; }

std::string field_text(const Code& code, const Instruction& in, const Field& f) {
  auto number = static_cast<uint32_t>(f.value);
  switch (f.kind) {
    case 'd':
    case 'r':
    case 'w': return "r" + std::to_string(f.value);
    case '#':
    case 'x': return std::to_string(f.value);
    case 'k':
    case 'K':
    case 'n': return constant_at(code, number);
    case 'a': return constant_at(code, number & 0xFFFF) + (in.op == Op::LOADNS ? " g" : " @") + std::to_string(number >> 16);
    case 'g': {
      const GlobalNames* names = code.module ? code.module->globals.get() : nullptr;
      return names && number < names->names.size() ? std::string(names->names[number]->view()) : "g" + std::to_string(number);
    }
    case 'f': return "code " + std::to_string(number);
    case 'j': return "-> " + std::to_string(in.target());
    default: return {};
  }
}

std::string left_aligned(std::string text, size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

void disassemble_into(const Code& code, std::string& out) {
  out += std::string(code.qualname ? code.qualname->view() : "?") + ": " + std::to_string(code.register_count) + " registers, line " + std::to_string(code.first_line) + "\n";
  for (size_t i = 0; i < code.captures.size(); ++i)
    out += "  capture " + std::to_string(i) + ": " + (code.captures[i].from_local ? "register " : "cell ") + std::to_string(code.captures[i].index) + "\n";
  uint32_t line = 0;
  for (uint32_t pc = 0; pc < code.words.size();) {
    if ((code.words[pc] & 0xFF) >= static_cast<uint32_t>(Op::kCount)) {
      out += "  " + std::to_string(pc) + " not an instruction\n";
      return;
    }
    Instruction in = decode(code, pc);
    Position at = find_position(code, pc);
    out += left_aligned(at.line != line ? std::to_string(at.line) : "", 5) + left_aligned(std::to_string(pc), 5);
    line = at.line;
    std::string operands;
    for (const Field& f : in.fields) {
      if (!f.kind || f.kind == '-') continue;
      if (!operands.empty()) operands += ", ";
      operands += field_text(code, in, f);
    }
    out += operands.empty() ? in.info->name : left_aligned(in.info->name, 12) + operands;
    out += '\n';
    pc = in.next;
  }
  for (const Handler& h : code.handlers)
    out += "  handler [" + std::to_string(h.start) + ", " + std::to_string(h.end) + ") -> " + std::to_string(h.target) + " in r" + std::to_string(h.reg) + "\n";
  for (const auto& child : code.children) {
    out += '\n';
    disassemble_into(*child, out);
  }
}

}  // namespace

std::string disassemble(const Code& code) {
  std::string out;
  disassemble_into(code, out);
  return out;
}

}  // namespace sl
