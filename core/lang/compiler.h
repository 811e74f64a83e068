// Tree and resolved names to register code. Internal to core/lang: the entry is compile_source().
//
// Registers of a code object: parameters, then locals (or their cells), then temporaries in stack
// order (`top`). A local is used as an operand where it is; since an exception handler may look at
// it afterwards, code writing into a local's register does so with its last failing instruction.
//
// Nothing is emitted while `reachable` is false. Which locals are surely assigned is tracked per
// program point; joining control flow intersects at Labels.
#pragma once

#include <bitset>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/lang/code.h"
#include "core/lang/resolver.h"

namespace sl {

using RegSet = std::bitset<256>;

struct Label {
  std::vector<uint32_t> jumps;  // instructions to patch
  RegSet assigned;
};

enum class FlowKind : uint8_t {
  Loop,
  Try,      // body of try ... except
  Finally,  // body whose finally block must run on the way out
  Handler,  // code running with an exception pushed
  Named,    // body of except ... as name
  With,
};

// A construct that break, continue, return or an exception may leave. All but Loop protect a
// range of instructions: what raises there continues at the construct's handler.
struct Flow {
  FlowKind kind;
  Label* on_break = nullptr;   // Loop
  uint32_t head = 0;           // Loop
  ast::Block finally = {};     // Finally
  int reg = -1;                // Handler: the exception; With: exit function and its self
  std::string_view name = {};  // Named
  ast::Span span = {};         // With
  bool broken = false;         // Loop: it has a break
  bool open = false;
  uint32_t open_at = 0;
  RegSet assigned = {};  // when it was entered
  std::vector<std::pair<uint32_t, uint32_t>> ranges = {};
};

struct ValueKey {
  uint64_t tag, bits;
  bool operator==(const ValueKey&) const = default;
};
struct ValueKeyHash {
  size_t operator()(const ValueKey& k) const noexcept { return (k.bits ^ k.tag << 60) * 0x9E3779B97F4A7C15ull >> 7; }
};

// One code object under construction.
struct Unit {
  Unit* outer = nullptr;
  Code* code = nullptr;
  Scope* scope = nullptr;
  Scope* outer_scope = nullptr;  // where its definition stands
  int top = 0;                   // first free register
  int locals_end = 0;
  int spilled = 0;  // parameters in the list of cells
  bool reachable = true;
  RegSet named;           // registers holding variables: never scratch
  RegSet assigned;        // proven assigned here
  RegSet unset_at_entry;  // read somewhere without proof
  RegSet deletable;
  std::vector<Flow*> flows;
  std::unordered_map<ValueKey, uint32_t, ValueKeyHash> constants;
  ast::Span at;  // position of the next instruction
};

class Compiler {
 public:
  Compiler(ModuleCode& module, Resolution& names, const CompileOptions& options, Diagnostic& error) : module_(module), names_(names), options_(options), error_(error) {}
  bool run(ast::Module* tree);

 private:
  struct Temps {  // gives back the temporaries allocated in a scope
    explicit Temps(Compiler& c) : unit(c.u_), top(c.u_->top) {}
    ~Temps() { unit->top = top; }
    Unit* unit;
    int top;
  };
  struct Deeper {
    explicit Deeper(Compiler& c) : compiler(c) { ++c.depth_; }
    ~Deeper() { --compiler.depth_; }
    Compiler& compiler;
  };

  // ---- compiler.cpp: units, registers, instructions, constants ----------------------------------
  void fail(const ast::Span& at, std::string message);
  bool too_deep(const ast::Span& at);
  void at(const ast::Span& span) { u_->at = span; }
  uint32_t here() const { return static_cast<uint32_t>(u_->code->words.size()); }
  void word(uint32_t w);
  void emit(Op op, int a = 0, int b = 0, int c = 0);
  void emit_x(Op op, int a, uint32_t bx) { emit(op, a, static_cast<int>(bx & 0xFF), static_cast<int>(bx >> 8 & 0xFF)); }
  void emit_e(Op op, int a, int b, int c, uint32_t e);
  void emit_name(Op op, int a, int b, Str* name);             // E: name constant
  void emit_attr(Op op, int a, int b, Str* name, int c = 0);  // E: name constant and cache
  void jump(Op op, Label& target, int a = 0, int b = 0, int c = 0);
  void jump(Label& target) { jump(Op::JMP, target); }
  void loop(uint32_t head);
  void bind(Label& label);
  void dead() { u_->reachable = false; }
  uint32_t loop_head();
  void move(int dst, int src);
  int temp();
  int temps(int n);
  int room() const { return kMaxRegisters - u_->top; }
  bool named(int reg) const { return u_->named[static_cast<size_t>(reg)]; }
  bool scratch_top(int reg) const { return !named(reg) && reg == u_->top - 1; }
  void set_assigned(int reg, bool yes = true) { u_->assigned.set(static_cast<size_t>(reg), yes); }

  uint32_t constant(Value v);
  uint32_t name_constant(Str* name) { return constant(Value::object(name)); }
  uint32_t global_slot(Str* name);
  Str* name(std::string_view text) { return names_.names.get(text); }
  Str* mangled(std::string_view text) { return names_.names.mangle(scope_, text); }
  std::string_view source_text(const ast::Span& span);

  void begin(Unit& unit, Scope* scope, std::unique_ptr<Code> code, uint32_t line);
  void place_parameters(const ast::Args* args);
  void place_locals();
  void spill_parameters();
  int new_spill_list();
  void spill_locals();
  int cell_in_list(int place);
  int cell(const Symbol* variable);  // register of the cell of a captured or spilled variable
  uint32_t finish();                 // index among the outer code's children
  void finish_code();
  void unset_prologue();
  void describe_variables();

  // ---- compiler_constant.cpp --------------------------------------------------------------------
  Value text_value(std::string_view text);
  Value bytes_value(std::string_view data);
  Value tuple_value(const std::vector<Value>& items);
  bool constant_value(const ast::Expr* e, Value& out);
  bool constant_slice(const ast::SliceExpr* e, Value& out);
  bool constant_items(ast::Seq<ast::Expr*> items, Value& out);
  void load_value(Value v, int dst);
  int small_constant(const ast::Expr* e);  // index for a K operand, or -1

  // ---- compiler_expr.cpp ------------------------------------------------------------------------
  void to(ast::Expr* e, int dst);
  int any(ast::Expr* e, int hint = -1);  // a local in place, or hint or a new temporary
  int any_before(ast::Expr* e, const ast::Expr* later, int hint = -1);
  int fresh(ast::Expr* e) {
    int t = temp();
    to(e, t);
    return t;
  }
  void effect(ast::Expr* e);
  bool may_rebind(const ast::Expr* later, int budget = 16) const;
  void binary(ast::BinaryExpr* e, int dst);
  void unary(ast::UnaryExpr* e, int dst);
  void bool_op(ast::BoolOpExpr* e, int dst);
  void compare(ast::CompareExpr* e, int dst);
  int compare_right(ast::CompareOp op, ast::Expr* e);
  void cond(ast::Expr* e, Label& target, bool when);
  void cond_compare(ast::CompareExpr* e, Label& target, bool when);
  void compare_jump(ast::CompareOp op, int left, int right, Label& target, bool when);
  void conditional(ast::ConditionalExpr* e, int dst);
  void slice(ast::SliceExpr* e, int dst);
  void slice_bound(ast::Expr* e, int dst);
  void walrus(ast::WalrusExpr* e, int dst);
  void yield(ast::Expr* e, int dst);

  // ---- compiler_display.cpp ---------------------------------------------------------------------
  int chunk_limit() const;
  void list_display(ast::Seq<ast::Expr*> items, int dst);
  void tuple_display(ast::SeqExpr* e, int dst);
  void set_display(ast::SeqExpr* e, int dst);
  void dict_display(ast::DictExpr* e, int dst);
  bool keyed_dict(ast::DictExpr* e, int out, size_t& done);
  void named_dict(const std::vector<Value>& keys, const std::vector<ast::Expr*>& values, int dst, bool annotations = false);
  void fstring(ast::FStringExpr* e, int dst);
  void fstring_part(const ast::FStringPart& part, int dst, bool alone);

  // ---- compiler_call.cpp ------------------------------------------------------------------------
  void primary(ast::Expr* e, int dst);
  size_t super_link(size_t at, size_t end, int& work, int& current);
  bool builtin_super(const ast::CallExpr* e);
  bool spread(const ast::CallExpr* e) const;
  void at_attribute(ast::Span span, const ast::AttributeExpr* e);
  void call(ast::CallExpr* e, int base, const ast::AttributeExpr* method);
  void call_spread(ast::CallExpr* e, int base);
  bool own_var_args(const ast::Expr* e);
  void keyword_dict(ast::Seq<ast::Keyword> items, int dst, bool for_call = false);  // for_call: R[dst - 2] holds the callee

  // ---- compiler_assign.cpp ----------------------------------------------------------------------
  struct Ref {
    Where where;
    Symbol* variable;  // Local; Free: the one it means
    int free;          // Free
    Str* name;
    bool in_class;  // read directly in a class body: its namespace, whoever filled it, comes first
  };
  Ref ref(std::string_view text);
  int plain_local(const ast::Expr* e);  // register of a Name held in one, else -1
  bool around_comprehension(const Symbol* variable) const;
  void check_local(const Symbol* variable, Str* name);
  int load_any(const Ref& r, int hint);
  void load(const Ref& r, int dst);
  void load_variable(Symbol* variable, int dst);
  void store_ref(const Ref& r, int src);
  void store_name(std::string_view text, int src) { store_ref(ref(text), src); }
  void delete_ref(const Ref& r);
  void store(ast::Expr* target, int src);
  void unpack(ast::SeqExpr* target, int src);
  void unpack_in_parts(ast::SeqExpr* target, int src);
  void assign(ast::AssignStmt* s);
  bool parallel_assign(ast::Expr* target, ast::Expr* value);
  void assign_locals(ast::Seq<ast::Expr*> targets, ast::Seq<ast::Expr*> values);
  void aug_assign(ast::AugAssignStmt* s);
  void inplace(ast::AugAssignStmt* s, int dst, int left);
  void ann_assign(ast::AnnAssignStmt* s);
  void annotation(ast::Expr* e, int dst);
  void delete_target(ast::Expr* e);

  // ---- compiler_dialect.cpp ---------------------------------------------------------------------
  Op by_dialect(Op python, Op scriptling) const { return options_.scriptling_dialect ? scriptling : python; }
  Op arithmetic(Op op) const;  // the form of // and % for the dialect
  bool reads_outward(const Symbol* variable) const;
  bool reads_outward(const ast::Expr* e);
  void load_outward(const Ref& r, int dst);

  // ---- compiler_comp.cpp ------------------------------------------------------------------------
  void comprehension(ast::CompExpr* e, int dst);
  void generator(ast::CompExpr* e, int dst);
  void clause(ast::CompExpr* e, size_t index, int iterator, int out);
  void element(ast::CompExpr* e, int out);
  void note_comprehension(ast::CompExpr* e, uint32_t start);
  void describe_comprehensions();
  void for_target(ast::Expr* target, int iterator, Label& done, const ast::Span& loop);
  void iterate(ast::Expr* iterable, int dst, const ast::Span& loop);

  // ---- compiler_stmt.cpp ------------------------------------------------------------------------
  void block(ast::Block body);
  void stmt(ast::Stmt* s);
  bool drops_objects(ast::Stmt* s) const;
  void settle(ast::Stmt* s, int dead);
  void expr_stmt(ast::ExprStmt* s);
  void if_stmt(ast::IfStmt* s);
  void while_stmt(ast::IfStmt* s);
  void for_stmt(ast::ForStmt* s);
  void return_stmt(ast::ExprStmt* s);
  void raise_stmt(ast::RaiseStmt* s);
  void assert_stmt(ast::AssertStmt* s);
  void import_stmt(ast::ImportStmt* s);
  void import_from(ast::ImportFromStmt* s);
  void leave_loop(bool is_break);

  // ---- compiler_try.cpp -------------------------------------------------------------------------
  void enter(Flow& flow);
  void exit(Flow& flow);
  void close(Flow& flow);
  void leave(size_t depth);  // run the exits of flows[depth..], innermost first
  void reenter(size_t depth);
  void run_exit(Flow& flow);
  bool begin_handler(Flow& flow, int reg);
  void end_handler(Flow& handler, int raised);
  void try_stmt(ast::TryStmt* s);
  void try_except(ast::TryStmt* s);
  void except_clause(ast::ExceptClause& clause, int reg, Flow& handler, Label& end);
  void try_star(ast::TryStmt* s);
  void star_clause(ast::ExceptClause& clause, int rest, int raised);
  void except_match(ast::Expr* type, int reg, Label& match, Label* next);
  bool exception_class(ast::Expr* e, int dst, std::string_view& last);
  void clear_name(std::string_view text);
  void with_stmt(ast::WithStmt* s, size_t index);
  void call_exit(int pair, int exception);
  bool too_many_blocks(const ast::Span& at);

  // ---- compiler_match.cpp -----------------------------------------------------------------------
  using Captures = std::vector<std::pair<std::string_view, int>>;
  void match_stmt(ast::MatchStmt* s);
  void pattern(ast::Pattern* p, int subject, Label& fail, Captures& captures);
  void value_pattern(ast::Pattern* p, int subject, Label& target, bool when);
  void expect_count(int reg, uint32_t n, bool at_least, Label& fail);
  void sequence_pattern(ast::Pattern* p, int subject, Label& fail, Captures& captures);
  void mapping_pattern(ast::Pattern* p, int subject, Label& fail, Captures& captures);
  void class_pattern(ast::Pattern* p, int subject, Label& fail, Captures& captures);
  void or_pattern(ast::Pattern* p, int subject, Label& fail, Captures& captures);
  static std::vector<std::string_view> captured_names(const ast::Pattern* p);
  void subpatterns(ast::Seq<ast::Pattern*> items, int first, Label& fail, Captures& captures);

  // ---- compiler_def.cpp -------------------------------------------------------------------------
  int begin_result(int dst);  // dst when it is the top scratch register, else a new one
  void function_def(ast::FunctionStmt* s);
  void class_def(ast::ClassStmt* s);
  void lambda(ast::LambdaExpr* e, int dst);
  void make_function(Scope* scope, ast::Args* args, uint32_t line, ast::Expr* returns, const ast::Block* body, ast::Expr* value, int dst);
  uint32_t function_code(Scope* scope, ast::Args* args, uint32_t line, const ast::Block* body, ast::Expr* value);
  void default_values(ast::Args* args, int dst);
  void keyword_defaults(ast::Args* args, int dst);
  bool has_annotations(const ast::Args* args, const ast::Expr* returns) const;
  void annotation_dict(ast::Args* args, ast::Expr* returns, int dst);
  uint32_t class_code(ast::ClassStmt* s, Scope* scope);
  void begin_namespace();
  void decorate(int first, ast::Seq<ast::Expr*> decorators);
  Value docstring(const ast::Block& body);

  ModuleCode& module_;
  Resolution& names_;
  const CompileOptions& options_;
  Diagnostic& error_;
  Unit* u_ = nullptr;
  Scope* scope_ = nullptr;  // of names: the unit's, or a comprehension's inside it
  int depth_ = 0;
  const ast::Stmt* last_expression_ = nullptr;  // statement of the module whose value is the program's
  bool failed_ = false;
  std::vector<ast::Expr*> links_;            // stack of primary()
  std::vector<ast::BinaryExpr*> operators_;  // stack of binary()
  std::unordered_map<std::string, Value> tuples_, texts_;
  std::vector<size_t> line_starts_;
};

}  // namespace sl
