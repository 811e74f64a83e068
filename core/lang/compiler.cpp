#include "core/lang/compiler.h"

#include <algorithm>

#include "core/lang/parser.h"
#include "core/vm/runtime.h"

namespace sl {

namespace {

constexpr size_t kMaxWords = 4u << 20;
constexpr uint32_t kMaxIndex = 0xFFFF;
constexpr int kMaxPlacedLocals = 180;  // variables of a function that have registers
constexpr uint32_t kMaxParameters = 0x7FFF;

void locate(Diagnostic& d, const ModuleCode& module) { d.line_text = std::string(module.line_text(d.line)); }

}  // namespace

CompileResult compile_source(std::string_view source, const CompileOptions& options) {
  CompileResult result;
  auto module = std::make_shared<ModuleCode>();
  module->path = options.path;
  module->source = source;
  module->globals = options.globals;
  if (!module->globals) {
    module->globals = std::make_shared<GlobalNames>();
    module->globals->scriptling = options.scriptling_dialect;
  }
  ast::Arena arena;
  ParseResult tree = parse(module->source, options, arena);
  result.incomplete = tree.incomplete;
  if (!tree.module) {
    result.errors = std::move(tree.errors);
    return result;
  }
  Diagnostic error;
  Resolution names;
  bool ok = resolve(tree.module, options, arena, names, error) && Compiler(*module, names, options, error).run(tree.module);
  if (!ok) {
    locate(error, *module);
    result.errors.push_back(std::move(error));
    return result;
  }
#ifdef SCRIPTLING_VALIDATE
  if (std::string wrong = validate(*module->top); !wrong.empty()) {
    error.message = "internal error: " + wrong;
    error.type = "SystemError";
    result.errors.push_back(std::move(error));
    return result;
  }
#endif
  result.module = std::move(module);
  result.warnings = std::move(names.warnings);
  for (Diagnostic& d : result.warnings) locate(d, *result.module);
  return result;
}

bool Compiler::run(ast::Module* tree) {
  Unit unit;
  begin(unit, names_.module, std::make_unique<Code>(), 1);
  unit.code->flags |= kCodeModule;
  if (options_.own_namespace) unit.code->flags |= kCodeNamespace;
  if (options_.own_namespace) unit.named.set(static_cast<size_t>(temp()));
  if (options_.mode == CompileMode::Eval) {
    auto* s = static_cast<ast::ExprStmt*>(tree->body[0]);
    Temps keep(*this);
    int value = any(s->value);
    at(*s);
    emit(Op::RETURN, value);
    dead();
  } else {
    unit.code->doc = docstring(tree->body);
    begin_namespace();
    for (ast::Stmt* s : tree->body)
      if (s->kind == ast::StmtKind::Expr) last_expression_ = s;
    block(tree->body);
  }
  finish_code();
  module_.top.reset(unit.code);
  u_ = nullptr;
  return !failed_;
}

void Compiler::fail(const ast::Span& span, std::string message) {
  if (failed_) return;
  failed_ = true;
  error_.message = std::move(message);
  error_.line = span.line;
  error_.column = span.column + 1;
  error_.end_line = span.end_line;
  error_.end_column = span.end_column + 1;
}

bool Compiler::too_deep(const ast::Span& span) {
  if (depth_ > kMaxTreeDepth) fail(span, "expression or statement nested too deeply");
  return failed_;
}

// ---- instructions -------------------------------------------------------------------------------

void Compiler::word(uint32_t w) {
  if (u_->reachable) u_->code->words.push_back(w);
}

void Compiler::emit(Op op, int a, int b, int c) {
  if (!u_->reachable) return;
  Code& code = *u_->code;
  if (code.words.size() > kMaxWords) {
    fail(u_->at, "code is too large");
    return dead();
  }
  auto column = [](uint32_t c) { return static_cast<uint16_t>(std::min<uint32_t>(c, 0xFFFF)); };
  const ast::Span& s = u_->at;
  Position p{here(), s.line, s.end_line, column(s.column), column(s.end_column)};
  if (code.positions.empty())
    code.positions.push_back(p);
  else {
    const Position& last = code.positions.back();
    bool same = last.line == p.line && last.end_line == p.end_line && last.column == p.column && last.end_column == p.end_column;
    if (!same) code.positions.push_back(p);
  }
  code.words.push_back(encode(op, static_cast<uint32_t>(a) & 0xFF, static_cast<uint32_t>(b) & 0xFF, static_cast<uint32_t>(c) & 0xFF));
}

void Compiler::emit_e(Op op, int a, int b, int c, uint32_t e) {
  emit(op, a, b, c);
  word(e);
}

void Compiler::emit_name(Op op, int a, int b, Str* n) { emit_e(op, a, b, 0, name_constant(n)); }

void Compiler::emit_attr(Op op, int a, int b, Str* n, int c) {
  if (!u_->reachable) return;
  uint32_t cache = u_->code->cache_count++;
  if (cache > kMaxIndex) return fail(u_->at, "too many attribute accesses in one function");
  emit_e(op, a, b, c, name_constant(n) | cache << 16);
}

void Compiler::jump(Op op, Label& target, int a, int b, int c) {
  if (!u_->reachable) return;
  if (target.jumps.empty())
    target.assigned = u_->assigned;
  else
    target.assigned &= u_->assigned;
  target.jumps.push_back(here());
  emit(op, a, b, c);
  if (op == Op::JMP)
    dead();
  else
    word(0);
}

void Compiler::bind(Label& label) {
  if (label.jumps.empty()) return;
  auto& words = u_->code->words;
  if (!u_->reachable && label.jumps.back() + 1 == here() && static_cast<Op>(words.back() & 0xFF) == Op::JMP) {
    words.pop_back();  // it would jump to the next instruction
    label.jumps.pop_back();
    if (u_->code->positions.back().pc == here()) u_->code->positions.pop_back();
  }
  if (u_->reachable)
    u_->assigned &= label.assigned;
  else
    u_->assigned = label.assigned;
  u_->reachable = true;
  for (uint32_t pc : label.jumps) {
    if (pc >= words.size()) continue;  // not emitted: the code is too large
    if (static_cast<Op>(words[pc] & 0xFF) == Op::JMP)
      words[pc] |= (here() - (pc + 1)) << 8;
    else
      words[pc + 1] = here() - (pc + 2);
  }
}

// The start of a loop: what its body may unbind is not proven on the way back.
uint32_t Compiler::loop_head() {
  u_->assigned &= ~u_->deletable;
  return here();
}

void Compiler::loop(uint32_t head) {
  if (!u_->reachable) return;
  uint32_t offset = (head - (here() + 1)) & 0xFFFFFF;
  emit(Op::LOOP, static_cast<int>(offset & 0xFF), static_cast<int>(offset >> 8 & 0xFF), static_cast<int>(offset >> 16));
  dead();
}

void Compiler::move(int dst, int src) {
  if (dst != src) emit(Op::MOVE, dst, src);
}

// ---- registers ----------------------------------------------------------------------------------

int Compiler::temp() { return temps(1); }

int Compiler::temps(int n) {
  if (n > room()) {
    fail(u_->at, "too many local variables or expression too complex");
    dead();
    return std::max(0, kMaxRegisters - n);
  }
  int first = u_->top;
  u_->top += n;
  u_->code->register_count = std::max<uint16_t>(u_->code->register_count, static_cast<uint16_t>(u_->top));
  return first;
}

// ---- constants ----------------------------------------------------------------------------------

uint32_t Compiler::constant(Value v) {
  auto [it, fresh] = u_->constants.try_emplace({v.tag, v.bits}, static_cast<uint32_t>(u_->code->constants.size()));
  if (fresh) {
    if (u_->code->constants.size() > kMaxIndex)
      fail(u_->at, "too many constants in one function");
    else
      u_->code->constants.push_back(v);
  }
  return it->second & kMaxIndex;
}

uint32_t Compiler::global_slot(Str* n) {
  uint32_t slot = module_.globals->slot_for(n);
  if (slot > kMaxIndex) fail(u_->at, "too many global names");
  return slot & kMaxIndex;
}

// The text between two positions, for annotations kept as strings.
std::string_view Compiler::source_text(const ast::Span& span) {
  std::string_view source = module_.source;
  if (line_starts_.empty()) {
    line_starts_ = {0, 0};
    for (size_t i = 0; i < source.size(); ++i)
      if (source[i] == '\n') line_starts_.push_back(i + 1);
  }
  if (span.line >= line_starts_.size() || span.end_line >= line_starts_.size()) return {};
  size_t begin = line_starts_[span.line] + span.column, end = line_starts_[span.end_line] + span.end_column;
  return begin <= end && end <= source.size() ? source.substr(begin, end - begin) : std::string_view();
}

// ---- code objects -------------------------------------------------------------------------------

void Compiler::begin(Unit& unit, Scope* scope, std::unique_ptr<Code> code, uint32_t line) {
  unit.outer = u_;
  unit.outer_scope = scope_;
  unit.code = code.release();
  unit.scope = scope;
  unit.at = {line, 0, line, 0};
  unit.code->module = &module_;
  if (options_.scriptling_dialect) unit.code->flags |= kCodeScriptling;
  unit.code->name = scope->name;
  unit.code->qualname = scope->qualname.empty() ? scope->name : intern(scope->qualname);
  unit.code->first_line = line;
  unit.code->doc = Value::none();
  u_ = &unit;
  scope_ = scope;
}

void Compiler::place_parameters(const ast::Args* args) {
  Code& code = *u_->code;
  if (args) {
    code.positional = static_cast<uint16_t>(std::min<uint32_t>(args->positional.size, kMaxParameters));
    code.positional_only = static_cast<uint16_t>(std::min<uint32_t>(args->positional_only, kMaxParameters));
    code.keyword_only = static_cast<uint16_t>(std::min<uint32_t>(args->keyword_only.size, kMaxParameters));
    if (args->var_args) code.flags |= kCodeVarArgs;
    if (args->var_keywords) code.flags |= kCodeVarKeywords;
  } else {
    code.positional = code.positional_only = 1;  // a generator expression's iterator
  }
  auto is_param = [](const Symbol* s) { return (s->flags & kSymParam) != 0; };
  if (std::count_if(u_->scope->order.begin(), u_->scope->order.end(), is_param) > kMaxPlacedLocals) return spill_parameters();
  for (Symbol* s : u_->scope->order) {
    if (!is_param(s) || failed_) continue;
    s->reg = temp();
    u_->named.set(static_cast<size_t>(s->reg));
    set_assigned(s->reg);
    code.params.push_back(s->name);
    if (s->flags & kSymVarArgs && options_.scriptling_dialect) emit(Op::ARGSLIST, s->reg);
    if (s->captured)
      emit(Op::MAKECELL, s->reg);
    else if (s->flags & kSymDeleted)
      u_->deletable.set(static_cast<size_t>(s->reg));
  }
}

// Too many for registers: all of them move into cells of a list before anything else happens.
void Compiler::spill_parameters() {
  Code& code = *u_->code;
  int list = new_spill_list();
  std::vector<Symbol*> params;
  for (Symbol* s : u_->scope->order)
    if (s->flags & kSymParam) params.push_back(s);
  if (params.size() > kMaxParameters) return fail(u_->at, "too many parameters");
  code.register_count = std::max(code.register_count, static_cast<uint16_t>(params.size()));
  emit_x(Op::SPILLARGS, list, static_cast<uint32_t>(params.size()));
  for (Symbol* s : params) {
    s->spill = static_cast<int>(code.params.size());
    code.params.push_back(s->name);
    if (s->captured) {  // functions take cells from registers only
      s->reg = temp();
      u_->named.set(static_cast<size_t>(s->reg));
      set_assigned(s->reg);
      Temps keep(*this);
      move(s->reg, cell_in_list(s->spill));
      s->spill = -1;
    }
    s->captured = true;
    if (s->flags & kSymVarArgs && options_.scriptling_dialect) {
      Temps keep(*this);
      int from = cell(s), value = temp();
      emit(Op::PEEKCELL, value, from);
      emit(Op::ARGSLIST, value);
      emit(Op::STORECELL, value, from);
    }
  }
  u_->spilled = static_cast<int>(params.size());
}

int Compiler::new_spill_list() {
  int list = temp();
  u_->named.set(static_cast<size_t>(list));
  set_assigned(list);
  u_->code->spill_register = static_cast<uint8_t>(list);
  return list;
}

// Variables beyond what registers hold live in cells of a list. Those that functions capture come
// first: theirs must be in registers.
void Compiler::spill_locals() {
  std::vector<Symbol*> plain;
  int needed = u_->top;
  for (Symbol* s : u_->scope->order) {
    if (s->where != Where::Local || s->origin || s->flags & kSymParam) continue;
    ++needed;
    if (!s->captured) plain.push_back(s);
  }
  if (needed <= kMaxPlacedLocals) return;
  size_t count = std::min(plain.size(), static_cast<size_t>(needed - kMaxPlacedLocals));
  int list = u_->code->spill_register;
  if (!u_->spilled) emit(Op::BUILDLIST, list = new_spill_list(), 0, 0);
  Temps keep(*this);
  int made = temp();
  for (size_t i = 0; i < count; ++i) {
    Symbol* s = plain[plain.size() - count + i];
    s->captured = true;
    s->spill = u_->spilled + static_cast<int>(i);
    emit(Op::NEWCELL, made);
    emit(Op::LISTAPPEND, list, made);
    if (s->spill > 0x7FFF) return fail(u_->at, "too many local variables");
  }
}

int Compiler::cell(const Symbol* variable) { return variable->spill < 0 ? variable->reg : cell_in_list(variable->spill); }

int Compiler::cell_in_list(int place) {
  int t = temp();
  emit_x(Op::LOADINT, t, static_cast<uint32_t>(place));
  emit(Op::GETITEM, t, u_->code->spill_register, t);
  return t;
}

void Compiler::place_locals() {
  spill_locals();
  auto place = [&](Symbol* s) {
    s->reg = temp();
    u_->named.set(static_cast<size_t>(s->reg));
    if (s->captured)
      emit(Op::NEWCELL, s->reg);
    else if (s->flags & kSymDeleted)
      u_->deletable.set(static_cast<size_t>(s->reg));
    if (!s->captured && u_->scope->shows_locals) u_->unset_at_entry.set(static_cast<size_t>(s->reg));
  };
  if (u_->scope->class_cell) place(u_->scope->class_cell);
  for (Symbol* s : u_->scope->order) {
    if (failed_) return;
    if (s->where == Where::Local && !s->origin && !(s->flags & kSymParam) && s->spill < 0) place(s);
  }
  u_->locals_end = u_->top;
}

uint32_t Compiler::finish() {
  Unit* unit = u_;
  Unit* outer = unit->outer;
  for (Symbol* s : unit->scope->free) {
    bool local = s->scope->code == outer->scope;
    int index = local ? s->reg : outer->scope->free_index.at(s);
    if (index < 0 || index > 255) fail(unit->at, "too many captured variables");
    unit->code->captures.push_back({local, static_cast<uint8_t>(index)});
  }
  finish_code();
  auto& children = outer->code->children;
  children.emplace_back(unit->code);
  u_ = outer;
  scope_ = unit->outer_scope;
  if (children.size() > kMaxIndex) fail(u_->at, "too many functions in one scope");
  return static_cast<uint32_t>(children.size() - 1) & kMaxIndex;
}

void Compiler::finish_code() {
  Code& code = *u_->code;
  if (u_->reachable) {
    if (u_->scope->class_cell)
      emit(Op::RETURN, u_->scope->class_cell->reg);
    else
      emit(Op::RETURNNONE);
  }
  unset_prologue();
  describe_variables();
  describe_comprehensions();
  if (code.register_count == 0) code.register_count = 1;
  if (code.cache_count) code.caches = std::make_unique<std::atomic<uint64_t>[]>(code.cache_count);
  code.words.shrink_to_fit();
  code.positions.shrink_to_fit();
}

// Locals that may be read before they are assigned start out unset.
void Compiler::unset_prologue() {
  Code& code = *u_->code;
  std::vector<uint32_t> prologue;
  for (int r = u_->spilled ? 0 : code.positional + code.keyword_only; r < u_->locals_end; ++r) {
    bool param = !u_->spilled && static_cast<size_t>(r) < code.params.size();
    if (!param && u_->unset_at_entry[static_cast<size_t>(r)]) prologue.push_back(encode(Op::LOADUNSET, static_cast<uint32_t>(r)));
  }
  if (prologue.empty()) return;
  auto n = static_cast<uint32_t>(prologue.size());
  code.words.insert(code.words.begin() + (u_->spilled ? 1 : 0), prologue.begin(), prologue.end());  // behind SPILLARGS
  for (Handler& h : code.handlers) {
    h.start += n;
    h.end += n;
    h.target += n;
  }
  for (Comprehension& c : code.comprehensions) {
    c.start += n;
    c.end += n;
  }
  for (Position& p : code.positions) p.pc += n;
  if (!code.positions.empty()) code.positions.front().pc = 0;
}

void Compiler::describe_comprehensions() {
  Code& code = *u_->code;
  for (Comprehension& c : code.comprehensions) {
    c.frame->module = code.module;
    for (size_t i = 0; i < code.positions.size() && code.positions[i].pc < c.end; ++i)
      if (i + 1 == code.positions.size() || code.positions[i + 1].pc > c.start) c.frame->positions.push_back(code.positions[i]);
  }
}

void Compiler::describe_variables() {
  Code& code = *u_->code;
  if (u_->scope->kind == ScopeKind::Module) return;
  for (Symbol* s : u_->scope->order)
    if (s->where == Where::Local && !s->origin && s->reg >= 0)
      code.locals.push_back({s->name, s->captured ? VarKind::Cell : VarKind::Local, static_cast<uint16_t>(s->reg)});
    else if (s->where == Where::Local && !s->origin && s->spill >= 0)
      code.locals.push_back({s->name, VarKind::Spilled, static_cast<uint16_t>(s->spill)});
  for (size_t i = 0; i < u_->scope->free.size() && i < 256; ++i) code.locals.push_back({u_->scope->free[i]->name, VarKind::Free, static_cast<uint16_t>(i)});
}

}  // namespace sl
