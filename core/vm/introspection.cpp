#include "core/vm/introspection.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/lang/decode.h"
#include "core/vm/builtins.h"
#include "core/vm/frame.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {
namespace {

// ---- code ---------------------------------------------------------------------------------------

struct CodeObjects {
  std::unordered_map<const Code*, CodeObj*> made;
};

void mark_code_objects(Vm& vm, Marker& marker) {
  for (auto& [code, object] : local<CodeObjects>(vm).made) marker.mark(object);
}

const Code* code_of(Value v) { return as<CodeObj>(v)->code; }

Value name_tuple(Vm& vm, const std::vector<Str*>& items) {
  Tuple* t = vm.new_tuple(items.size());
  for (size_t i = 0; i < items.size(); ++i) t->items[i] = Value::object(items[i]);
  return Value::object(t);
}

bool contains(const std::vector<Str*>& list, const Str* s) { return std::find(list.begin(), list.end(), s) != list.end(); }

std::vector<Str*> variable_names(const Code* c) {
  std::vector<Str*> out(c->params.begin(), c->params.end());
  for (auto& v : c->locals)
    if ((v.kind == VarKind::Local || v.kind == VarKind::Spilled) && v.name->size && v.name->data[0] != '.' && !contains(out, v.name)) out.push_back(v.name);
  return out;
}

std::vector<Str*> names_of_kind(const Code* c, VarKind kind) {
  std::vector<Str*> out;
  for (auto& v : c->locals)
    if (v.kind == kind) out.push_back(v.name);
  std::sort(out.begin(), out.end(), [](Str* a, Str* b) { return a->view() < b->view(); });
  return out;
}

// Globals and attributes in the order of their first use.
std::vector<Str*> used_names(const Code* c) {
  std::vector<Str*> out;
  for (uint32_t pc = 0; pc < c->words.size();) {
    Instruction in = decode(*c, pc);
    for (const Field& f : in.fields) {
      auto number = static_cast<uint32_t>(f.value);
      Str* name = nullptr;
      if (f.kind == 'g' && number < c->module->globals->names.size()) name = c->module->globals->names[number];
      if ((f.kind == 'a' || f.kind == 'n') && (number & 0xFFFF) < c->constants.size() && is_str(c->constants[number & 0xFFFF])) name = as<Str>(c->constants[number & 0xFFFF]);
      bool local = std::any_of(c->locals.begin(), c->locals.end(), [&](auto& v) { return v.name == name; });
      if (name && !local && !contains(out, name)) out.push_back(name);
    }
    pc = in.next;
  }
  return out;
}

Value code_name(Vm&, Value* a) { return Value::object(code_of(a[0])->name); }
Value code_qualname(Vm&, Value* a) { return Value::object(code_of(a[0])->qualname); }
Value code_argcount(Vm&, Value* a) { return Value::integer(code_of(a[0])->positional); }
Value code_kwonly(Vm&, Value* a) { return Value::integer(code_of(a[0])->keyword_only); }
Value code_posonly(Vm&, Value* a) { return Value::integer(code_of(a[0])->positional_only); }
Value code_file(Vm& vm, Value* a) { return vm.str_value(code_of(a[0])->module->path); }
Value code_line(Vm&, Value* a) { return Value::integer(code_of(a[0])->first_line); }
Value code_flags(Vm&, Value* a) {
  const Code* c = code_of(a[0]);
  uint32_t f = c->flags;  // CPython's CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR
  if (f & kCodeModule) return Value::integer(0);
  return Value::integer((f & kCodeVarArgs ? 4 : 0) | (f & kCodeVarKeywords ? 8 : 0) | (c->captures.empty() ? 0 : 16) | (f & kCodeGenerator ? 32 : 0) |
                        (f & kCodeClassBody ? 0 : 3));
}
Value code_varnames(Vm& vm, Value* a) { return name_tuple(vm, variable_names(code_of(a[0]))); }
Value code_nlocals(Vm&, Value* a) { return Value::integer(static_cast<int64_t>(variable_names(code_of(a[0])).size())); }
Value code_freevars(Vm& vm, Value* a) { return name_tuple(vm, names_of_kind(code_of(a[0]), VarKind::Free)); }
Value code_cellvars(Vm& vm, Value* a) { return name_tuple(vm, names_of_kind(code_of(a[0]), VarKind::Cell)); }
Value code_names(Vm& vm, Value* a) { return name_tuple(vm, used_names(code_of(a[0]))); }
Value code_stacksize(Vm&, Value* a) { return Value::integer(code_of(a[0])->register_count); }
Value code_consts(Vm& vm, Value* a) {
  const Code* c = code_of(a[0]);
  List* out = vm.new_list();
  list_append(vm, out, c->doc.is_unset() ? Value::none() : c->doc);
  std::vector<Str*> used = used_names(c);
  for (const Value& v : c->constants)
    if (!is_str(v) || !contains(used, as<Str>(v))) list_append(vm, out, v);
  for (const auto& child : c->children) list_append(vm, out, code_object(vm, child.get()));
  return Value::object(vm.new_tuple(out->items, out->size));
}
Value code_bytes(Vm& vm, Value* a) {
  const Code* c = code_of(a[0]);
  return Value::object(vm.new_bytes({reinterpret_cast<const char*>(c->words.data()), c->words.size() * sizeof(c->words[0])}));
}
Value code_eq(Vm&, Value* a) { return is_kind(a[1], Kind::CodeObj) ? Value::boolean(code_of(a[0]) == code_of(a[1])) : not_implemented(); }

Value number_or_none(uint32_t n, bool known) { return known ? Value::integer(n) : Value::none(); }

// (start, end, line) of every run of instructions of one line; offsets in bytes, as in co_code.
Value code_lines(Vm& vm, Value* a) {
  const Code* c = code_of(a[0]);
  List* out = vm.new_list();
  auto add = [&](uint32_t from, uint32_t to, uint32_t line) {
    constexpr auto kWord = static_cast<int64_t>(sizeof(uint32_t));
    if (from < to) list_append(vm, out, Value::object(vm.new_tuple({Value::integer(from * kWord), Value::integer(to * kWord), number_or_none(line, line != 0)})));
  };
  uint32_t from = 0, line = c->positions.empty() ? 0 : c->positions[0].line;
  for (const Position& p : c->positions) {
    if (p.line == line) continue;
    add(from, p.pc, line);
    from = p.pc;
    line = p.line;
  }
  add(from, static_cast<uint32_t>(c->words.size()), line);
  return vm.iter(Value::object(out));
}

// (line, end line, column, end column) of every word of co_code.
Value code_positions(Vm& vm, Value* a) {
  const Code* c = code_of(a[0]);
  List* out = vm.new_list();
  size_t next = 0;
  Value none[] = {Value::none(), Value::none(), Value::none(), Value::none()};
  Value current = Value::object(vm.new_tuple(none, 4));
  for (uint32_t pc = 0; pc < c->words.size(); ++pc) {
    for (; next < c->positions.size() && c->positions[next].pc <= pc; ++next) {
      const Position& p = c->positions[next];
      bool known = p.line != 0;
      current =
          Value::object(vm.new_tuple({number_or_none(p.line, known), number_or_none(p.end_line, known), number_or_none(p.column, known), number_or_none(p.end_column, known)}));
    }
    list_append(vm, out, current);
  }
  return vm.iter(Value::object(out));
}

const MethodDef kCodeMethods[] = {
    {"co_name", code_name, kNativeGetter},
    {"co_qualname", code_qualname, kNativeGetter},
    {"co_argcount", code_argcount, kNativeGetter},
    {"co_kwonlyargcount", code_kwonly, kNativeGetter},
    {"co_posonlyargcount", code_posonly, kNativeGetter},
    {"co_filename", code_file, kNativeGetter},
    {"co_firstlineno", code_line, kNativeGetter},
    {"co_flags", code_flags, kNativeGetter},
    {"co_varnames", code_varnames, kNativeGetter},
    {"co_nlocals", code_nlocals, kNativeGetter},
    {"co_freevars", code_freevars, kNativeGetter},
    {"co_cellvars", code_cellvars, kNativeGetter},
    {"co_names", code_names, kNativeGetter},
    {"co_consts", code_consts, kNativeGetter},
    {"co_code", code_bytes, kNativeGetter},
    {"co_stacksize", code_stacksize, kNativeGetter},
    {"co_lines(self, /)", code_lines, 0, "The lines of runs of instructions."},
    {"co_positions(self, /)", code_positions, 0, "The place of every instruction in the source."},
    {"__eq__(self, value, /)", code_eq},
};

// ---- cells --------------------------------------------------------------------------------------

Value cell_get(Vm& vm, Value* a) {
  Value v = as<Cell>(a[0])->value;
  return v.is_unset() ? vm.raise_value("Cell is empty") : v;
}
Value cell_set(Vm&, Value* a) {
  as<Cell>(a[0])->value = a[1];
  return Value::none();
}
Value cell_repr(Vm& vm, Value* a) {
  char text[160];
  Value v = as<Cell>(a[0])->value;
  unsigned long long at = reinterpret_cast<uintptr_t>(a[0].o);
  if (v.is_unset()) {
    std::snprintf(text, sizeof text, "<cell at 0x%llx: empty>", at);
  } else {
    Class* c = vm.type_of(v);
    std::snprintf(text, sizeof text, "<cell at 0x%llx: %.*s object at 0x%llx>", at, static_cast<int>(std::min<uint32_t>(c->name->size, 80)), c->name->data,
                  static_cast<unsigned long long>(v.bits));
  }
  return vm.str_value(text);
}
Value cell_eq(Vm& vm, Value* a) {
  if (!is_kind(a[1], Kind::Cell)) return not_implemented();
  Value x = as<Cell>(a[0])->value, y = as<Cell>(a[1])->value;
  if (x.is_unset() || y.is_unset()) return Value::boolean(x.is_unset() && y.is_unset());
  int r = vm.equal(x, y);
  return r < 0 ? Value() : Value::boolean(r);
}
const MethodDef kCellMethods[] = {
    {"cell_contents", cell_get, kNativeGetter, nullptr, cell_set},
    {"__repr__(self, /)", cell_repr},
    {"__eq__(self, value, /)", cell_eq},
};

// ---- tracebacks ---------------------------------------------------------------------------------

const TracebackEntry* first_entry(Value v) {
  auto* t = as<Traceback>(v);
  return t->count ? &t->entries[t->count - 1] : nullptr;
}
Value traceback_line(Vm&, Value* a) {
  const TracebackEntry* e = first_entry(a[0]);
  return e ? Value::integer(find_position(*e->code, e->pc).line) : Value::none();
}
Value traceback_next(Vm& vm, Value* a) {
  auto* t = as<Traceback>(a[0]);
  if (t->count < 2) return Value::none();
  auto* rest = vm.heap.make<Traceback>(Kind::Traceback);
  rest->count = rest->capacity = 0;
  rest->entries = nullptr;
  rest->entries = static_cast<TracebackEntry*>(vm.heap.buffer((t->count - 1) * sizeof(TracebackEntry)));
  rest->count = rest->capacity = t->count - 1;
  std::copy(t->entries, t->entries + rest->count, rest->entries);
  return Value::object(rest);
}
Value globals_of(Vm& vm, const Code* code) {
  uint32_t cursor = 0;
  Value name, m;
  while (dict_next(vm.modules, &cursor, &name, &m))
    if (is_kind(m, Kind::Module) && as<Module>(m)->code == code->module) return globals_view(vm, as<Module>(m));
  return {};
}
Value traceback_frame(Vm& vm, Value* a) {
  const TracebackEntry* e = first_entry(a[0]);
  return e ? frame_object(vm, e->code, find_position(*e->code, e->pc).line, Value(), globals_of(vm, e->code), Value::none()) : Value::none();
}
Value traceback_lasti(Vm&, Value* a) {
  const TracebackEntry* e = first_entry(a[0]);
  return Value::integer(e ? e->pc : 0);
}
// The entry as tracebacks print it, and its line of source.
Value traceback_text(Vm& vm, Value* a) {
  const TracebackEntry* e = first_entry(a[0]);
  return vm.str_value(e ? traceback_entry_text(*e) : std::string());
}
Value traceback_source(Vm& vm, Value* a) {
  const TracebackEntry* e = first_entry(a[0]);
  if (!e) return Value::none();
  std::string_view line = e->code->module->line_text(find_position(*e->code, e->pc).line);
  size_t start = line.find_first_not_of(" \t\f"), end = line.find_last_not_of(" \t\r\n");
  return vm.str_value(start == std::string_view::npos ? std::string_view() : line.substr(start, end - start + 1));
}
const MethodDef kTracebackMethods[] = {
    {"tb_lineno", traceback_line, kNativeGetter}, {"tb_next", traceback_next, kNativeGetter}, {"tb_frame", traceback_frame, kNativeGetter},
    {"tb_lasti", traceback_lasti, kNativeGetter}, {"_text", traceback_text, kNativeGetter},   {"_source", traceback_source, kNativeGetter},
};

}  // namespace

std::span<const MethodDef> traceback_methods() { return kTracebackMethods; }
std::span<const MethodDef> code_methods() { return kCodeMethods; }
std::span<const MethodDef> cell_methods() { return kCellMethods; }

Value cell_construct(Vm& vm, Value* args) { return Value::object(vm.new_cell(args[0])); }

Value code_object(Vm& vm, const Code* code) {
  auto& objects = local<CodeObjects>(vm);
  if (objects.made.empty() && std::find(vm.extra_roots.begin(), vm.extra_roots.end(), mark_code_objects) == vm.extra_roots.end()) vm.extra_roots.push_back(mark_code_objects);
  CodeObj*& known = objects.made[code];
  if (!known) {
    known = vm.heap.make<CodeObj>(Kind::CodeObj);
    known->code = code;
    known->module = code->module;
    known->mode = 0;
  }
  return Value::object(known);
}

}  // namespace sl
