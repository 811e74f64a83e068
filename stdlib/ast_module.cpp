// _syntax_tree: the tree of a text, for the module ast.
#include "core/lang/parser.h"
#include "core/vm/containers.h"
#include "core/vm/exceptions.h"
#include "core/vm/native.h"
#include "core/vm/types.h"
#include "stdlib/ast_tree.h"
#include "stdlib/registry.h"

namespace sl {

TreeBuilder::TreeBuilder(Vm& vm, Dict* classes, std::string_view source) : vm_(vm), classes_(classes), source_(source), lines_{0} {
  for (size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\n' || (source[i] == '\r' && (i + 1 == source.size() || source[i + 1] != '\n'))) lines_.push_back(i + 1);
  }
}

Value TreeBuilder::node(const char* cls, Fields fields) {
  Value found = dict_get_str(classes_, intern(cls));
  if (failed_ || !is_kind(found, Kind::Class)) {
    failed_ = true;
    return Value::none();
  }
  Value v = Value::object(vm_.new_instance(as<Class>(found)));
  for (const auto& [name, value] : fields) failed_ |= !vm_.set_attr(v, intern(name), value);
  return v;
}

Value TreeBuilder::node(const char* cls, const ast::Span& at, Fields fields) {
  static Str* const kNames[] = {intern("lineno"), intern("col_offset"), intern("end_lineno"), intern("end_col_offset")};
  Value v = node(cls, fields);
  if (failed_) return v;
  uint32_t numbers[] = {at.line, at.column, at.end_line, at.end_column};
  for (int i = 0; i < 4; ++i) failed_ |= !vm_.set_attr(v, kNames[i], Value::integer(numbers[i]));
  return v;
}

Value TreeBuilder::leaf(const char* cls) {
  Value& known = leaves_[cls];
  if (known.is_unset()) known = node(cls, {});
  return known;
}

void TreeBuilder::push(List* out, Value v) { list_append(vm_, out, v); }

Value TreeBuilder::module(const ast::Module& m, std::string_view mode) {
  if (mode == "eval") {
    const ast::Stmt* only = m.body[0];
    return node("Expression", {{"body", expression(static_cast<const ast::ExprStmt*>(only)->value)}});
  }
  Value body = block(m.body);
  if (mode == "single") return node("Interactive", {{"body", body}});
  return node("Module", {{"body", body}, {"type_ignores", Value::object(vm_.new_list())}});
}

namespace {

// The leaves of a tree under construction are reachable from the C++ stack only through the nodes that use
// them; that suffices, as nothing collects meanwhile.
Value parse_tree(Vm& vm, Value* args) {
  std::string text(as_str(args[0])->view());
  std::string path(as_str(args[1])->view());
  std::string mode(as_str(args[2])->view());
  CompileOptions options;
  options.path = path;
  options.tree_only = true;
  options.mode = mode == "eval" ? CompileMode::Eval : mode == "single" ? CompileMode::Interactive : CompileMode::Module;
  ast::Arena arena;
  ParseResult parsed = parse(text, options, arena);
  if (!parsed.module) {
    raise_syntax_error(vm, parsed.errors.front(), path, mode != "eval");
    return {};
  }
  TreeBuilder builder(vm, as_dict(args[3]), text);
  Value tree = builder.module(*parsed.module, mode);
  if (!builder.failed()) return tree;
  return vm.raised() ? Value() : vm.raise(errors().RuntimeError, "the node classes of the module ast are not complete");
}

const MethodDef kFunctions[] = {{"parse(source: str, filename: str, mode: str, classes: dict, /)", parse_tree, 0, "The syntax tree of a text, of instances of the given classes."}};

}  // namespace

void register_ast_module() { define_module({.name = "_syntax_tree", .doc = "Syntax trees for the module ast.", .functions = kFunctions}); }

}  // namespace sl
