// print, input and open.
#include <cstdio>
#include <cstdlib>

#include "core/vm/builtins.h"
#include "core/vm/file.h"
#include "core/vm/slow.h"
#include "core/vm/text.h"

namespace sl {

namespace {

// sys.stdin or sys.stdout when the script has put something else there; unset: the environment's own.
Value replaced_stream(Vm& vm, Str* name, int fd) {
  static Str* const kSys = intern("sys");
  Value sys = vm.modules ? dict_get_str(vm.modules, kSys) : Value();
  if (!is_kind(sys, Kind::Module)) return {};
  Value stream = vm.module_get(as<Module>(sys), name);
  return stream.is_unset() || is_standard_stream(stream, fd) ? Value() : stream;
}

bool separator(Vm& vm, Value v, const char* name, std::string_view fallback, std::string_view* out) {
  *out = fallback;
  if (v.is_none()) return true;
  Str* s = as_str(v);
  if (!s) {
    vm.raisef(errors().TypeError, "%s must be None or a string, not %s", name, std::string(type_name(vm, v)).c_str());
    return false;
  }
  *out = s->view();
  return true;
}

bool flush_if(Vm& vm, Value file, Value flush) {
  int wanted = vm.truthy(flush);
  return wanted >= 0 && (!wanted || !vm.call_method(file, names().flush).is_unset());
}

// To a stream of a script's own class: every value, separator and end is one write.
Value print_pieces(Vm& vm, Value file, Tuple* items, Str* sep, Str* end, Value flush) {
  Value write = vm.get_attr(file, names().write);
  if (write.is_unset()) return {};
  for (size_t i = 0; i <= items->size; ++i) {
    bool last = i == items->size;
    if (i && !last && vm.call(write, {Value::object(sep)}).is_unset()) return {};
    Value s = last ? Value::object(end) : items->items[i];
    if (!last && !is_str(s)) s = vm.str(s);
    if (s.is_unset() || vm.call(write, {s}).is_unset()) return {};
  }
  return flush_if(vm, file, flush) ? Value::none() : Value();
}

// args: sep, end, file, flush, the values.
Value builtin_print(Vm& vm, Value* args) {
  static Str* const kStdout = intern("stdout");
  Value sep_arg = args[0], end_arg = args[1], file = args[2], flush = args[3], values = args[4];
  std::string_view sep, end;
  if (!separator(vm, sep_arg, "sep", " ", &sep) || !separator(vm, end_arg, "end", "\n", &end)) return {};
  if (file.is_none()) {
    file = replaced_stream(vm, kStdout, 1);
    if (file.is_none()) return Value::none();  // sys.stdout = None discards
  } else if (is_standard_stream(file, 1)) {
    file = Value();
  }
  std::string text;
  auto* items = as<Tuple>(values);
  if (!file.is_unset() && !is_kind(file, Kind::Host)) return print_pieces(vm, file, items, vm.new_str(sep), vm.new_str(end), flush);
  for (size_t i = 0; i < items->size; ++i) {
    if (i) text += sep;
    Value s = items->items[i];
    if (!is_str(s)) s = vm.str(s);
    if (s.is_unset()) return {};
    text += as<Str>(s)->view();
  }
  text += end;
  if (file.is_unset()) {
    vm.host->write_out(text);
    if (vm.raised()) return {};
    int now = vm.truthy(flush);
    if (now > 0) vm.host->flush_out();
    return now < 0 ? Value() : Value::none();
  }
  if (!check_text_size(vm, text.size())) return {};
  if (vm.call_method(file, names().write, {vm.str_value(text)}).is_unset()) return {};
  return flush_if(vm, file, flush) ? Value::none() : Value();
}

Value builtin_input(Vm& vm, Value* args) {
  static Str* const kStdin = intern("stdin");
  static Str* const kReadline = intern("readline");
  if (!args[0].is_none()) {
    Value prompt[] = {Value::none(), Value::object(names().empty), Value::none(), Value::boolean(false), Value::object(vm.new_tuple({args[0]}))};
    if (builtin_print(vm, prompt).is_unset()) return {};
  }
  Value stream = replaced_stream(vm, kStdin, 0);
  if (!stream.is_unset()) {
    Value line = vm.call_method(stream, kReadline);
    Str* s = line.is_unset() ? nullptr : as_str(line);
    if (!s) return vm.raised() ? Value() : vm.raise_type("object.readline() returned non-string");
    if (!s->size) return vm.raise(errors().EOFError, "EOF when reading a line");
    std::string_view text = s->view();
    if (text.back() == '\n') text.remove_suffix(1);
    return vm.str_value(text);
  }
  std::string line;
  if (!read_input_line(vm, &line)) return vm.raised() ? Value() : vm.raise(errors().EOFError, "EOF when reading a line");
  if (line.back() == '\n') line.pop_back();
  return bytes_decode(vm, line, "utf-8", "surrogateescape");
}

const MethodDef kFunctions[] = {
    {"print(*args, sep=None, end=None, file=None, flush=False)", builtin_print, 0, "Prints the values to a stream, or to sys.stdout by default."},
    {"input(prompt=None, /)", builtin_input, 0, "Read a string from standard input.  The trailing newline is stripped."},
    {"open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", builtin_open, 0,
     "Open file and return a stream.  Raise OSError upon failure."},
};

}  // namespace

bool show_result(Vm& vm, Value v) {
  if (v.is_none()) return true;
  Value builtins = vm.host->import_module(vm, intern("builtins"));
  if (builtins.is_unset()) return false;
  vm.module_set(as<Module>(builtins), names()._, Value::none());
  Value text = vm.repr(v);
  if (text.is_unset()) return false;
  Value print[] = {Value::none(), Value::none(), Value::none(), Value::boolean(false), Value::object(vm.new_tuple({text}))};
  if (builtin_print(vm, print).is_unset()) return false;
  vm.module_set(as<Module>(builtins), names()._, v);
  return true;
}

bool display_result(Vm& vm, Value v) {
  static Str* const kSys = intern("sys");
  static Str* const kHook = intern("displayhook");
  Value sys = vm.modules ? dict_get_str(vm.modules, kSys) : Value();
  if (!is_kind(sys, Kind::Module)) return show_result(vm, v);
  Value hook = vm.module_get(as<Module>(sys), kHook);
  if (hook.is_unset()) return vm.raise(errors().RuntimeError, "lost sys.displayhook"), false;
  return !vm.call(hook, {v}).is_unset();
}

bool read_input_line(Vm& vm, std::string* line) {
  char* text = nullptr;
  size_t capacity = 0;
  vm.host->unlock(vm);
  ssize_t n = ::getline(&text, &capacity, stdin);
  bool ok = vm.host->relock(vm) && n > 0;
  if (ok) line->assign(text, static_cast<size_t>(n));
  std::free(text);
  return ok;
}

void define_output_builtins() {
  define_file_types();
  define_builtins(kFunctions);
}

}  // namespace sl
