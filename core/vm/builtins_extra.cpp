// Built-in functions Python has not, or only at its prompt: keys values items append copy help yield_now exit quit.
#include "core/lang/code.h"
#include "core/vm/builtins.h"
#include "core/vm/class.h"
#include "core/vm/exceptions.h"
#include "core/vm/objects.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Value view(Vm& vm, Value mapping, ViewKind kind, Str* method) {
  if (is_kind(mapping, Kind::Dict)) return new_dict_view(vm, as<Dict>(mapping), kind);
  return vm.call_method(mapping, method);
}
Value builtin_keys(Vm& vm, Value* args) { return view(vm, args[0], ViewKind::Keys, names().keys); }
Value builtin_values(Vm& vm, Value* args) { return view(vm, args[0], ViewKind::Values, names().values); }
Value builtin_items(Vm& vm, Value* args) { return view(vm, args[0], ViewKind::Items, names().items); }

Value builtin_append(Vm& vm, Value* args) {
  static Str* const kAppend = intern("append");
  if (!is_kind(args[0], Kind::List)) return vm.call_method(args[0], kAppend, {args[1]});
  list_append(vm, as<List>(args[0]), args[1]);
  return Value::none();
}

// Shallow copy of a built-in value; the value itself when it is immutable.
Value copy_plain(Vm& vm, Value v) {
  if (!v.is_object()) return v;
  switch (v.o->kind) {
    case Kind::List: return Value::object(vm.new_list(as<List>(v)->items, as<List>(v)->size));
    case Kind::Dict: return Value::object(dict_copy(vm, as<Dict>(v)));
    case Kind::ByteArray: {
      ByteArray* b = new_bytearray(vm, as<ByteArray>(v)->view());
      return b ? Value::object(b) : Value();
    }
    case Kind::Set: {
      Set* s = vm.new_set();
      return set_update(vm, s, v) ? Value::object(s) : Value();
    }
    default: return v;
  }
}

Value builtin_copy(Vm& vm, Value* args) {
  Value v = args[0];
  if (!is_kind(v, Kind::Instance)) return copy_plain(vm, v);
  Value made = vm.call_special(v, names().__copy__);
  if (!made.is_unset() || vm.raised()) return made;
  auto* from = as<Instance>(v);
  Instance* to = vm.new_instance(from->cls);
  if (from->cls->instance_layout == Layout::Payload) {
    Value payload = copy_plain(vm, unwrap(v));
    if (payload.is_unset()) return {};
    static_cast<PayloadInstance*>(to)->payload = payload;
  }
  if (ExceptionInstance* e = as_exception(v)) {
    auto* copied = static_cast<ExceptionInstance*>(to);
    copied->args = e->args;
    copied->value = e->value;
  }
  Dict* attributes = instance_dict_copy(vm, from);
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(attributes, &cursor, &key, &value))
    if (Str* name = as_str(key); name && !instance_store(vm, to, name, value)) return {};
  return Value::object(to);
}

Value builtin_yield_now(Vm& vm, Value*) {
  vm.host->unlock(vm);
  return vm.host->relock(vm) ? Value::none() : Value();
}

Value builtin_exit(Vm& vm, Value* args) {
  return vm.raise(Value::object(args[0].is_none() ? make_exception(vm, errors().SystemExit, {}) : make_exception(vm, errors().SystemExit, {args[0]})));
}

// ---- help -------------------------------------------------------------------------------------

std::string text_of(const Str* s) { return std::string(s->view()); }

void append_doc(std::string* out, std::string_view doc) {
  if (doc.empty()) return;
  *out += "    ";
  for (char c : doc) *out += c == '\n' ? std::string("\n    ") : std::string(1, c);
  *out += '\n';
}

std::string signature_of(Value f) {
  if (is_kind(f, Kind::BoundMethod)) f = as<BoundMethod>(f)->function;
  if (is_kind(f, Kind::Native)) return signature_text(as<Native>(f));
  if (!is_kind(f, Kind::Function)) return {};
  auto* fn = as<Function>(f);
  const Code* c = fn->code;
  std::string out = text_of(fn->name) + "(";
  size_t named = c->positional + c->keyword_only, defaults = fn->defaults ? std::min<size_t>(fn->defaults->size, c->positional) : 0;
  auto separate = [&] {
    if (out.back() != '(') out += ", ";
  };
  auto add = [&](size_t i, bool has_default) {
    separate();
    out += text_of(c->params[i]) + (has_default ? "=..." : "");
  };
  for (size_t i = 0; i < c->positional; ++i) {
    add(i, i + defaults >= c->positional);
    if (i + 1 == c->positional_only) out += ", /";
  }
  bool var_args = c->flags & kCodeVarArgs;
  if (var_args || c->keyword_only) {
    separate();
    out += var_args ? "*" + text_of(c->params[named]) : "*";
  }
  for (size_t i = c->positional; i < named; ++i) add(i, fn->kw_defaults && !dict_get_str(fn->kw_defaults, c->params[i]).is_unset());
  if (c->flags & kCodeVarKeywords) {
    separate();
    out += "**" + text_of(c->params[named + var_args]);
  }
  return out + ")";
}

std::string doc_of(Vm& vm, Value v) {
  Value doc = vm.find_attr(v, names().__doc__);
  vm.clear_error();
  Str* s = doc.is_unset() ? nullptr : as_str(doc);
  return s ? text_of(s) : std::string();
}

bool is_function(Value v) { return is_kind(v, Kind::Function) || is_kind(v, Kind::Native) || is_kind(v, Kind::BoundMethod); }

// The public members of a class or module, functions with their signatures.
void append_members(Vm& vm, std::string* out, Value v) {
  List* found = attribute_names(vm, v);
  if (!found) return vm.clear_error();
  std::string functions, others;
  for (size_t i = 0; i < found->size; ++i) {
    Str* name = as_str(found->items[i]);
    if (!name || !name->size || name->data[0] == '_') continue;
    Value member = vm.find_attr(v, name);
    vm.clear_error();
    if (member.is_unset()) continue;
    if (is_function(member))
      functions += "    " + signature_of(member) + "\n";
    else
      others += "    " + text_of(name) + "\n";
  }
  if (!functions.empty()) *out += "\nFunctions:\n" + functions;
  if (!others.empty()) *out += "\nNames:\n" + others;
}

std::string describe(Vm& vm, Value v) {
  std::string out;
  if (is_kind(v, Kind::Module)) {
    out = "Module " + text_of(as<Module>(v)->name) + "\n";
    append_doc(&out, doc_of(vm, v));
    append_members(vm, &out, v);
  } else if (is_kind(v, Kind::Class)) {
    auto* c = as<Class>(v);
    out = "class " + (c->construct_native ? signature_text(c->construct_native) : text_of(c->qualname)) + "\n";
    append_doc(&out, doc_of(vm, v));
    append_members(vm, &out, v);
  } else if (is_function(v)) {
    out = signature_of(v) + "\n";
    append_doc(&out, doc_of(vm, v));
  } else {
    return describe(vm, Value::object(vm.type_of(v)));
  }
  return out;
}

std::string list_names(List* names) {
  std::string out;
  for (size_t i = 0; names && i < names->size; ++i)
    if (Str* s = as_str(names->items[i])) out += "    " + text_of(s) + "\n";
  return out;
}

constexpr const char* kHelpText =
    "help(\"modules\")    modules loaded so far\n"
    "help(\"builtins\")   built-in functions and types\n"
    "help(\"operators\")  operators by precedence\n"
    "help(\"json\")       a module; help(\"json.loads\") one of its functions\n"
    "help(obj)          the documentation of any value\n";

constexpr const char* kOperatorText =
    "Operators, loosest first:\n"
    "    :=\n"
    "    lambda\n"
    "    x if c else y\n"
    "    or\n"
    "    and\n"
    "    not x\n"
    "    in, not in, is, is not, <, <=, >, >=, !=, ==\n"
    "    |\n"
    "    ^\n"
    "    &\n"
    "    <<, >>\n"
    "    +, -\n"
    "    *, @, /, //, %\n"
    "    +x, -x, ~x\n"
    "    **\n"
    "    x[i], x(args), x.name\n";

// The thing a dotted name means: a builtin, a module, or an attribute of one. Unset: not found or raised.
Value find_topic(Vm& vm, std::string_view topic) {
  size_t dot = topic.find('.');
  std::string_view head = topic.substr(0, dot);
  Str* known = find_interned(head);
  int slot = known ? builtin_slot(known) : -1;
  Value v;
  if (slot >= 0) {
    v = builtin_value(slot);
  } else {
    v = vm.host->import_module(vm, intern(head));
    if (v.is_unset() && !vm.catch_error(errors().ImportError)) return {};
  }
  while (!v.is_unset() && dot != std::string_view::npos) {
    size_t end = topic.find('.', dot + 1);
    v = vm.find_attr(v, intern(topic.substr(dot + 1, end == std::string_view::npos ? end : end - dot - 1)));
    dot = end;
  }
  return v;
}

Value builtin_help(Vm& vm, Value* args) {
  std::string out;
  Str* topic = args[0].is_unset() ? nullptr : as_str(args[0]);
  if (args[0].is_unset()) {
    out = kHelpText;
  } else if (!topic) {
    out = describe(vm, args[0]);
  } else if (topic->view() == "modules") {
    List* loaded = vm.to_list(Value::object(vm.modules));
    if (!loaded || !list_sort(vm, loaded, Value::none(), false)) return {};
    out = "Modules loaded so far:\n" + list_names(loaded);
  } else if (topic->view() == "builtins") {
    out = "Built-in names:\n" + list_names(builtin_names(vm));
  } else if (topic->view() == "operators") {
    out = kOperatorText;
  } else {
    Value found = find_topic(vm, topic->view());
    if (vm.raised()) return {};
    out = found.is_unset() ? "No documentation found for " + repr_text(topic->view()) + ".\n" : describe(vm, found);
  }
  vm.host->write_out(out);
  return vm.raised() ? Value() : Value::none();
}

const MethodDef kFunctions[] = {
    {"keys(mapping, /)", builtin_keys, 0, "The keys of a dict."},
    {"values(mapping, /)", builtin_values, 0, "The values of a dict."},
    {"items(mapping, /)", builtin_items, 0, "The key-value pairs of a dict."},
    {"append(list, item, /)", builtin_append, 0, "Append an item to a list."},
    {"copy(x, /)", builtin_copy, 0, "A shallow copy of a list, dict, set or instance; other values are returned as they are."},
    {"yield_now()", builtin_yield_now, 0, "Let other work waiting for this environment run."},
    {"help(topic=..., /)", builtin_help, 0, "Print documentation about a value or a topic."},
    {"exit(code=None, /)", builtin_exit, 0, "End the script."},
    {"quit(code=None, /)", builtin_exit, 0, "End the script."},
};

}  // namespace

void define_extra_builtins() { define_builtins(kFunctions); }

}  // namespace sl
