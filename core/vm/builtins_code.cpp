// Code as data: eval exec compile globals locals vars __import__.
//
// Code given as text runs in the current module when it can: it is compiled into the module's own
// numbering of globals, which is first copied because compiled modules share theirs. A dict given as
// globals becomes the variables of a module of its own (kModuleDict): functions defined there see it
// change. Local variables, given or those of a function, are a mapping in the code's first register.
#include <algorithm>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "core/lang/charset.h"
#include "core/lang/compile.h"
#include "core/vm/builtins.h"
#include "core/vm/dialect.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/frame_access.h"
#include "core/vm/slow.h"
#include "core/vm/syntax_warnings.h"
#include "core/vm/text.h"

namespace sl {

namespace {

constexpr size_t kCachedPrograms = 128, kCachedSource = 4096;

struct CodeState {
  std::unordered_map<const GlobalNames*, std::shared_ptr<GlobalNames>> owned;  // numberings this environment may extend
  std::unordered_map<std::string, std::shared_ptr<ModuleCode>> programs;
  std::unordered_set<const ModuleCode*> kept;
};

struct Program {
  std::string text, path = "<string>";
  CompileMode mode;
  bool scriptling = false;
};

// For as long as the environment lives: functions and tracebacks refer to their code.
void keep(Vm& vm, const std::shared_ptr<ModuleCode>& code) {
  if (local<CodeState>(vm).kept.insert(code.get()).second) vm.code_units.push_back(code);
}

std::string name_of(Vm& vm, Value v) { return std::string(type_name(vm, v)); }

// Syntax trees are the business of the module ast: one is run as the text it stands for.
constexpr int64_t kOnlyTree = 0x400;  // ast.PyCF_ONLY_AST

Value tree_module(Vm& vm) { return vm.host->import_module(vm, intern("ast")); }

bool is_tree(Vm& vm, Value v) {
  if (!is_kind(v, Kind::Instance)) return false;
  Value module = dict_get_str(vm.modules, intern("ast"));
  Value base = is_kind(module, Kind::Module) ? vm.module_get(as<Module>(module), intern("AST")) : Value();
  return is_kind(base, Kind::Class) && vm.is_instance(v, as<Class>(base));
}

// What to run: a string, bytes or the result of compile(). False: raised.
// Text is of the dialect of the code that hands it in.
bool program_of(Vm& vm, Value source, const char* function, CompileMode mode, Program* out) {
  out->mode = mode;
  out->scriptling = runs_scriptling(vm);
  std::string_view bytes;
  if (is_kind(source, Kind::CodeObj)) {
    auto* code = as<CodeObj>(source);
    out->text = code->module->source;
    out->path = code->module->path;
    out->mode = static_cast<CompileMode>(code->mode);
    out->scriptling = code->code->flags & kCodeScriptling;
    return true;
  }
  if (is_tree(vm, source)) {
    static Str* const kSource = intern("_source_of");
    Value text = vm.call_method(tree_module(vm), kSource, {source, vm.str_value(mode == CompileMode::Eval ? "eval" : mode == CompileMode::Module ? "exec" : "single")});
    if (text.is_unset()) return false;
    source = text;
    out->scriptling = false;
  }
  if (Str* s = as_str(source)) {
    out->text = s->view();
    if (valid_utf8_prefix(out->text) != out->text.size()) return !str_encode(vm, s, "utf-8", "strict").is_unset();
  } else if (bytes_view(unwrap(source), &bytes)) {
    if (bytes.find('\0') != bytes.npos) {
      vm.raise(errors().SyntaxError, "source code string cannot contain null bytes");
      return false;
    }
    std::string problem;
    if (!decode_source(bytes, &out->text, &problem)) {
      vm.raise(errors().SyntaxError, problem);
      return false;
    }
    if (out->text.starts_with("\xEF\xBB\xBF")) out->text.erase(0, 3);
    if (valid_utf8_prefix(out->text) != out->text.size()) {
      bytes_decode(vm, out->text, "utf-8", "strict");
      Value why = vm.take_error();
      Value text = vm.str(why);
      if (!text.is_unset()) vm.raise(errors().SyntaxError, "(unicode error) " + std::string(as_str(text)->view()));
      return false;
    }
  } else {
    vm.raisef(errors().TypeError, "%s() arg 1 must be a string, bytes or code object", function);
    return false;
  }
  if (out->text.find('\0') != std::string::npos) {
    vm.raise(errors().SyntaxError, "source code string cannot contain null bytes");
    return false;
  }
  if (mode == CompileMode::Eval) out->text.erase(0, std::min(out->text.find_first_not_of(" \t"), out->text.size()));
  return true;
}

// eval() places an error at the end of its text, which gets no line end of its own, in column 0 of the last line.
void place_at_end(const std::string& text, Diagnostic* d) {
  auto ended = static_cast<uint32_t>(std::ranges::count(text, '\n'));
  if (d->line <= ended && !d->line_text.empty()) d->line_text += '\n';
  if (d->message != "invalid syntax") return;
  uint32_t lines = ended + (text.empty() || text.back() == '\n' ? 0 : 1);
  bool blank = text.find_last_not_of('\n') == text.npos;
  if (!blank && (text.back() == '\n' || d->line != lines || d->column <= count_code_points(d->line_text.data(), d->line_text.size()))) return;
  if (blank) d->line_text = text.empty() ? "" : "\n";
  d->line = d->end_line = lines;
  d->column = d->end_column = 0;
}

std::shared_ptr<ModuleCode> compile_program(Vm& vm, const Program& p, std::shared_ptr<GlobalNames> globals, const std::string& kind, bool dict_globals = false,
                                            bool own_namespace = false) {
  auto& programs = local<CodeState>(vm).programs;
  std::string key;
  if (p.text.size() <= kCachedSource) {
    key = std::to_string(static_cast<int>(p.mode) + (p.scriptling ? 8 : 0)) + kind + '\0' + p.path + '\0' + p.text;
    auto it = programs.find(key);
    if (it != programs.end()) return it->second;
  }
  CompileOptions options;
  options.path = p.path;
  options.mode = p.mode;
  options.one_statement = p.mode == CompileMode::Interactive;
  options.scriptling_dialect = p.scriptling;
  options.globals = std::move(globals);
  options.dict_globals = dict_globals;
  options.own_namespace = own_namespace;
  CompileResult result = compile_source(p.text, options);
  if (!result.module) {
    bool eval = p.mode == CompileMode::Eval;
    if (eval) place_at_end(p.text, &result.errors.front());
    raise_syntax_error(vm, result.errors.front(), p.path, !eval);
    return nullptr;
  }
  if (!issue_warnings(vm, result.warnings, p.path)) return nullptr;
  if (dict_globals)
    for (auto& slot : result.module->globals->builtin) slot = slot >= 0 ? kBehindDict - slot : -1;
  if (!key.empty()) {
    if (programs.size() >= kCachedPrograms) programs.clear();
    programs.emplace(std::move(key), result.module);
  }
  const Code& top = *result.module->top;
  if (!top.children.empty() || !top.handlers.empty()) keep(vm, result.module);
  return result.module;
}

Value run(Vm& vm, Module* m, const std::shared_ptr<ModuleCode>& code) {
  Value r = vm.run_code(m, code->top.get());
  if (r.is_unset()) keep(vm, code);
  return r;
}

// ---- in a module's own globals ------------------------------------------------------------------

// The module's numbering of globals, made extensible.
std::shared_ptr<GlobalNames> extensible_names(Vm& vm, Module* m) {
  auto& owned = local<CodeState>(vm).owned;
  auto it = owned.find(m->names);
  if (it != owned.end()) return it->second;
  if (m->code && m->code->path == "<stdin>" && m->code->globals.get() == m->names) return m->code->globals;  // grown by the prompt
  auto names = std::make_shared<GlobalNames>();
  if (m->names) {
    names->scriptling = m->names->scriptling;
    names->names = m->names->names;
    names->builtin = m->names->builtin;
    names->slots = m->names->slots;
  }
  owned.emplace(names.get(), names);
  m->names = names.get();
  return names;
}

// Attributes set before their name had a slot move into it.
void adopt_extra(Vm& vm, Module* m) {
  vm.reserve_globals(m, static_cast<uint32_t>(m->names->names.size()));
  if (!m->extra || !m->extra->used) return;
  for (uint32_t i = 0; i < m->names->names.size(); ++i) {
    if (!m->slots[i].is_unset()) continue;
    Value name = Value::object(m->names->names[i]), v = dict_get_str(m->extra, m->names->names[i]);
    if (v.is_unset()) continue;
    m->slots[i] = v;
    dict_delete(vm, m->extra, name);
  }
}

Value run_in_module(Vm& vm, Module* m, const Program& p) {
  auto names = extensible_names(vm, m);
  auto code = compile_program(vm, p, names, "@" + std::to_string(names->id));
  adopt_extra(vm, m);
  return code ? run(vm, m, code) : Value();
}

// ---- with dicts of the caller's ---------------------------------------------------------------------

// Runs the top level of `code` in `m`; `space`, when set, holds its local variables.
Value run_top(Vm& vm, Module* m, const Code* code, Value space) {
  vm.reserve_globals(m, static_cast<uint32_t>(m->names->names.size()));
  return run_code_in(vm, m, code, space.is_unset() ? nullptr : &space);
}

// A module whose variables are the entries of `globals`.
Module* dict_module(Vm& vm, Dict* globals, const ModuleCode* code, GlobalNames* table) {
  Value title = dict_get_str(globals, names().__name__);
  Module* m = vm.new_module(!title.is_unset() && as_str(title) ? intern(as_str(title)->view()) : intern("builtins"), code, table);
  m->flags |= kModuleDict;
  m->extra = globals;
  if (dict_get_str(globals, names().__builtins__).is_unset()) {
    Value builtins = vm.host->import_module(vm, intern("builtins"));
    if (builtins.is_unset())
      vm.clear_error();
    else
      dict_set_str(vm, globals, names().__builtins__, builtins);
  }
  return m;
}

Value run_program_in(Vm& vm, Module* module, Dict* globals, Value space, const Program& p) {
  auto table = globals ? nullptr : extensible_names(vm, module);
  std::string kind = (globals ? "#" : "@" + std::to_string(table->id)) + (space.is_unset() ? "" : "+");
  bool dict_globals = globals, own = !space.is_unset();
  auto code = compile_program(vm, p, table, kind, dict_globals, own);
  if (!code) return {};
  Module* m = globals ? dict_module(vm, globals, code.get(), code->globals.get()) : module;
  if (!globals) adopt_extra(vm, m);
  Value r = run_top(vm, m, code->top.get(), space);
  if (r.is_unset() || globals) keep(vm, code);
  return r;
}

// The code of a function, given as f.__code__: its globals become those of the call.
Value run_function_code(Vm& vm, Module* module, Dict* globals, const Code* code, const char* function) {
  if (!code->captures.empty()) return vm.raise_type(std::string("code object passed to ") + function + "() may not contain free variables");
  Module* m = module;
  RootVec roots(vm.heap);
  if (globals || m->names != code->module->globals.get()) {
    m = vm.new_module(intern("builtins"), code->module, code->module->globals.get());
    roots.items.push_back(Value::object(m));
    vm.reserve_globals(m, static_cast<uint32_t>(m->names->names.size()));
    for (size_t i = 0; i < m->names->names.size(); ++i) m->slots[i] = globals ? dict_get_str(globals, m->names->names[i]) : vm.module_get(module, m->names->names[i]);
  }
  std::vector<Value> before(m->slots, m->slots + m->names->names.size());
  for (Value v : before) roots.items.push_back(v);
  Value r = vm.run_code(m, code);
  if (m == module) return r;
  for (size_t i = 0; i < before.size(); ++i) {
    if (m->slots[i].same(before[i])) continue;
    if (!globals)
      vm.module_set(module, m->names->names[i], m->slots[i]);
    else if (m->slots[i].is_unset())
      dict_delete(vm, globals, Value::object(m->names->names[i]));
    else
      dict_set_str(vm, globals, m->names->names[i], m->slots[i]);
  }
  return r;
}

// ---- the functions ----------------------------------------------------------------------------

bool is_mapping(Vm& vm, Value v) { return as_dict(v) || module_of_view(v) || !vm.find_special(v, names().__getitem__).is_unset(); }

Value run_program(Vm& vm, Value source, Value globals, Value locals, const char* function, CompileMode mode) {
  NativeDepth depth(vm);
  if (!depth.ok) return {};
  Value space = locals.is_none() ? Value() : locals;
  Module* module = nullptr;
  Dict* dict = nullptr;
  if (globals.is_none()) {
    module = current_module(vm);
    if (!module) return vm.raisef(errors().SystemError, "%s(): no code is running", function);
    if (space.is_unset())
      if (Dict* d = current_locals(vm)) space = Value::object(d);
    if (module->flags & kModuleDict) {
      dict = module->extra;
      module = nullptr;
    }
  } else if (!(module = module_of_view(globals)) && !(dict = as_dict(globals))) {
    if (mode == CompileMode::Eval) {
      if (!locals.is_none() && !is_mapping(vm, locals)) return vm.raise_type("locals must be a mapping");
      return vm.raise_type(is_mapping(vm, globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict");
    }
    return vm.raisef(errors().TypeError, "exec() globals must be a dict, not %s", name_of(vm, globals).c_str());
  }
  if (!space.is_unset()) {
    if ((module && module_of_view(space) == module) || (dict && as_dict(space) == dict)) space = Value();
  }
  if (!space.is_unset() && !is_mapping(vm, space)) {
    if (mode == CompileMode::Eval) return vm.raise_type("locals must be a mapping");
    return vm.raisef(errors().TypeError, "locals must be a mapping or None, not %s", name_of(vm, space).c_str());
  }
  if (is_kind(source, Kind::CodeObj) && as<CodeObj>(source)->code != as<CodeObj>(source)->module->top.get())
    return run_function_code(vm, module, dict, as<CodeObj>(source)->code, function);
  Program p;
  if (!program_of(vm, source, function, mode, &p)) return {};
  if (module && space.is_unset()) return run_in_module(vm, module, p);
  return run_program_in(vm, module, dict, space, p);
}

Value builtin_eval(Vm& vm, Value* args) { return run_program(vm, args[0], args[1], args[2], "eval", CompileMode::Eval); }

Value builtin_exec(Vm& vm, Value* args) {
  std::string_view bytes;
  const bool code = is_kind(args[0], Kind::CodeObj);
  if (!args[3].is_none() && (code || as_str(args[0]) || bytes_view(unwrap(args[0]), &bytes)))
    return vm.raise_type(code ? "cannot use a closure with this code object" : "closure can only be used when source is a code object");
  Value r = run_program(vm, args[0], args[1], args[2], "exec", CompileMode::Module);
  return r.is_unset() ? r : Value::none();
}

Value builtin_compile(Vm& vm, Value* args) {
  Program p;
  std::string_view bytes;
  if (Str* path = as_str(args[1])) {
    p.path = path->view();
  } else if (bytes_view(unwrap(args[1]), &bytes)) {
    p.path = bytes;
  } else {
    Value made = vm.call_special(args[1], names().__fspath__);
    if (vm.raised()) return {};
    if (Str* text = made.is_unset() ? nullptr : as_str(made))
      p.path = text->view();
    else if (!made.is_unset() && bytes_view(unwrap(made), &bytes))
      p.path = bytes;
    else
      return vm.raisef(errors().TypeError, "expected str, bytes or os.PathLike object, not %s", name_of(vm, args[1]).c_str());
  }
  Str* mode_name = as_str(args[2]);
  if (!mode_name) return vm.raisef(errors().TypeError, "compile() argument 'mode' must be str, not %s", args[2].is_none() ? "None" : name_of(vm, args[2]).c_str());
  int64_t flags, level;
  if (!vm.to_index(args[3], &flags) || vm.truthy(args[4]) < 0 || !vm.to_index(args[5], &level)) return {};
  constexpr int64_t kKnownFlags = 0x1FE0000 | 0x10 | 0x400 | 0x2000 | 0x1000 | 0x200 | 0x4000;  // of __future__ and of the compiler
  if (flags & ~kKnownFlags) return vm.raise_value("compile(): unrecognised flags");
  std::string_view text = mode_name->view();
  CompileMode mode = text == "eval" ? CompileMode::Eval : text == "single" ? CompileMode::Interactive : CompileMode::Module;
  if (mode == CompileMode::Module && text != "exec") return vm.raise_value("compile() mode must be 'exec', 'eval' or 'single'");
  if (is_kind(args[0], Kind::CodeObj)) return args[0];
  bool only_tree = flags & kOnlyTree;
  if (only_tree && is_tree(vm, args[0])) return args[0];
  std::string path = p.path;
  if (!program_of(vm, args[0], "compile", mode, &p)) return {};
  p.path = path;
  if (only_tree) {
    Value module = tree_module(vm);
    if (module.is_unset()) return {};
    return vm.call_method(module, intern("_tree_of"), {vm.str_value(p.text), vm.str_value(p.path), args[2]});
  }
  auto code = compile_program(vm, p, nullptr, "");
  if (!code) return {};
  keep(vm, code);
  auto* object = vm.heap.make<CodeObj>(Kind::CodeObj);
  object->module = code.get();
  object->code = code->top.get();
  object->mode = static_cast<int>(mode);
  return Value::object(object);
}

Value builtin_globals(Vm& vm, Value*) {
  Module* m = current_module(vm);
  return m ? globals_view(vm, m) : Value::object(vm.new_dict());
}

Value builtin_locals(Vm& vm, Value* args) {
  if (vm.thread->depth) {  // a namespace is given as it is, whatever its class
    const Frame& f = vm.thread->frames[vm.thread->depth - 1];
    if (f.code->flags & (kCodeNamespace | kCodeClassBody)) return f.base[0];
  }
  Dict* d = current_locals(vm);
  return d ? Value::object(d) : builtin_globals(vm, args);
}

Value builtin_vars(Vm& vm, Value* args) {
  if (args[0].is_unset()) return builtin_locals(vm, args);
  if (is_kind(args[0], Kind::Module)) return globals_view(vm, as<Module>(args[0]));
  Value d = vm.find_attr(args[0], names().__dict__);
  if (!d.is_unset() || vm.raised()) return d;
  return vm.raise_type("vars() argument must have __dict__ attribute");
}

Value builtin_import(Vm& vm, Value* args) {
  int64_t level;
  if (!vm.to_index(args[4], &level)) return {};
  Str* name = as_str(args[0]);
  if (!name) return vm.raise_type("module name must be a string");
  if (level < 0) return vm.raise_value("level must be >= 0");
  if (!name->size && !level) return vm.raise_value("Empty module name");
  if (!vm.thread->depth) return vm.raise(errors().SystemError, "__import__(): no code is running");
  int wants_leaf = vm.truthy(args[3]);
  if (wants_leaf < 0) return {};
  const Frame* frame = &vm.thread->frames[vm.thread->depth - 1];
  return import_name(vm, frame, intern(name->view()), static_cast<uint32_t>(std::min<int64_t>(level, 1000)), wants_leaf);
}

const MethodDef kFunctions[] = {
    {"eval(source, globals=None, locals=None, /)", builtin_eval, kNativeUnsafe, "Evaluate the given source in the context of globals and locals."},
    {"exec(source, globals=None, locals=None, /, *, closure=None)", builtin_exec, kNativeUnsafe, "Execute the given source in the context of globals and locals."},
    {"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", builtin_compile, kNativeUnsafe,
     "Compile source into a code object that can be executed by exec() or eval()."},
    {"globals()", builtin_globals, kNativeUnsafe, "Return the dictionary containing the current scope's global variables."},
    {"locals()", builtin_locals, kNativeUnsafe, "Return a dictionary containing the current scope's local variables."},
    {"vars(object=..., /)", builtin_vars, 0, "Without arguments, equivalent to locals().  With an argument, equivalent to object.__dict__."},
    {"__import__(name, globals=None, locals=None, fromlist=(), level=0)", builtin_import, kNativeUnsafe, "Import a module."},
};

}  // namespace

void define_code_builtins() {
  define_globals_view();
  define_builtins(kFunctions);
}

}  // namespace sl
