// Attributes of particular exception classes: OSError.errno, SyntaxError.lineno, UnicodeError.start ...
#include <algorithm>
#include <cerrno>
#include <span>

#include "core/lang/compile.h"
#include "core/vm/class.h"
#include "core/vm/exceptions.h"
#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {

namespace {

enum Group : uint8_t { kOs, kImport, kName, kAttribute, kSyntax, kDecode, kEncode, kTranslate, kGroupCount };

constexpr const char* kOsFields[] = {"errno", "strerror", "filename", "filename2", "characters_written"};
constexpr const char* kImportFields[] = {"msg", "name", "path"};
constexpr const char* kNameFields[] = {"name"};
constexpr const char* kAttributeFields[] = {"name", "obj"};
constexpr const char* kSyntaxFields[] = {"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"};
constexpr const char* kCodecFields[] = {"encoding", "object", "start", "end", "reason"};
constexpr const char* kTranslateFields[] = {"object", "start", "end", "reason"};
constexpr std::span<const char* const> kFields[kGroupCount] = {kOsFields,     kImportFields, kNameFields,  kAttributeFields,
                                                               kSyntaxFields, kCodecFields,  kCodecFields, kTranslateFields};

Class* group_class(Group g) {
  switch (g) {
    case kOs: return errors().OSError;
    case kImport: return errors().ImportError;
    case kName: return errors().NameError;
    case kAttribute: return errors().AttributeError;
    case kSyntax: return errors().SyntaxError;
    case kDecode: return errors().UnicodeDecodeError;
    case kEncode: return errors().UnicodeEncodeError;
    default: return errors().UnicodeTranslateError;
  }
}

// Values the fields take from the constructor's arguments.
void take_from_args(Group g, const Tuple* args, Value* out) {
  size_t n = args->size;
  switch (g) {
    case kOs:
      if (n < 2 || n > 5) return;
      for (size_t i = 0; i < 3 && i < n; ++i) out[i] = args->items[i];
      if (n == 5) out[3] = args->items[4];
      return;
    case kImport:
      if (n == 1) out[0] = args->items[0];
      return;
    case kSyntax:
      if (n) out[0] = args->items[0];
      if (Tuple* where = n == 2 ? as_tuple(args->items[1]) : nullptr)
        for (size_t i = 0; i < 6 && i < where->size; ++i) out[i + 1] = where->items[i];
      return;
    case kDecode:
    case kEncode:
    case kTranslate:
      for (size_t i = 0; i < kFields[g].size() && i < n; ++i) out[i] = args->items[i];
      return;
    default: return;
  }
}

Value* fields_of(Vm& vm, ExceptionInstance* e, Group g) {
  size_t n = kFields[g].size();
  if (!is_kind(e->value, Kind::Tuple) || as<Tuple>(e->value)->size != n) {
    Tuple* t = vm.new_tuple(n);
    for (size_t i = 0; i < n; ++i) t->items[i] = Value::none();
    take_from_args(g, as<Tuple>(e->args), t->items);
    e->value = Value::object(t);
  }
  return as<Tuple>(e->value)->items;
}

ExceptionInstance* self_of_group(Vm& vm, Value v, Group g, const char* field) {
  ExceptionInstance* e = as_exception(v);
  if (e && is_subclass(e->cls, group_class(g))) return e;
  vm.raisef(errors().TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", field, std::string(group_class(g)->name->view()).c_str(),
            std::string(type_name(vm, v)).c_str());
  return nullptr;
}

template <Group G, size_t I>
Value get_field(Vm& vm, Value* args) {
  ExceptionInstance* e = self_of_group(vm, args[0], G, kFields[G][I]);
  return e ? fields_of(vm, e, G)[I] : Value();
}

template <Group G, size_t I>
Value set_field(Vm& vm, Value* args) {
  ExceptionInstance* e = self_of_group(vm, args[0], G, kFields[G][I]);
  if (!e) return {};
  fields_of(vm, e, G)[I] = args[1].is_unset() ? Value::none() : args[1];
  return Value::none();
}

template <Group G, size_t I = 0>
void define_fields() {
  if constexpr (I < kFields[G].size()) {
    define_exception_method(group_class(G), {kFields[G][I], get_field<G, I>, kNativeGetter, nullptr, set_field<G, I>});
    define_fields<G, I + 1>();
  }
}

constexpr size_t kWritten = 4;  // of kOsFields

Value get_written(Vm& vm, Value* args) {
  Value v = get_field<kOs, kWritten>(vm, args);
  return v.is_none() ? vm.raise(errors().AttributeError, "characters_written") : v;
}

Value set_written(Vm& vm, Value* args) {
  int64_t n;
  Value known = args[1].is_unset() ? get_written(vm, args) : Value::none();
  if (known.is_unset() || (!args[1].is_unset() && !vm.to_index(args[1], &n))) return {};
  return set_field<kOs, kWritten>(vm, args);
}

// What CPython calls a number: more than what can count.
bool is_countable(Vm& vm, Value v) {
  if (is_number(unwrap(v)) || is_kind(unwrap(v), Kind::Complex)) return true;
  return !vm.find_special(v, names().__index__).is_unset() || !vm.find_special(v, names().__int__).is_unset() || !vm.find_special(v, names().__float__).is_unset();
}

// ---- single values --------------------------------------------------------------------------

Value first_argument(ExceptionInstance* e) {
  auto* args = as<Tuple>(e->args);
  return args->size ? args->items[0] : Value::none();
}

Value stop_init(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  e->args = args[1];
  e->value = first_argument(e);
  return Value::none();
}

Value get_stop_value(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  return e->value.is_unset() ? first_argument(e) : e->value;
}

Value get_exit_code(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  if (!e->value.is_unset()) return e->value;
  return as<Tuple>(e->args)->size > 1 ? e->args : first_argument(e);
}

Value set_single(Vm& vm, Value* args) {
  ExceptionInstance* e = self_exception(vm, args[0]);
  if (!e) return {};
  e->value = args[1].is_unset() ? Value::none() : args[1];
  return Value::none();
}

// ---- initialisation ---------------------------------------------------------------------------

Value os_init(Vm& vm, Value* args) {
  ExceptionInstance* e = self_of_group(vm, args[0], kOs, "__init__");
  if (!e) return {};
  e->args = args[1];
  return init_os_error(vm, e) ? Value::none() : Value();
}

// args: self, keyword-only fields starting at `first`, the Tuple of positionals.
Value init_with_keywords(Vm& vm, Value* args, Group g, size_t first, size_t count) {
  ExceptionInstance* e = self_of_group(vm, args[0], g, "__init__");
  if (!e) return {};
  e->args = args[1 + count];
  e->value = Value();
  for (size_t i = 0; i < count; ++i)
    if (!args[1 + i].is_none()) fields_of(vm, e, g)[first + i] = args[1 + i];
  return Value::none();
}
Value import_init(Vm& vm, Value* args) { return init_with_keywords(vm, args, kImport, 1, 2); }
Value name_init(Vm& vm, Value* args) { return init_with_keywords(vm, args, kName, 0, 1); }
Value attribute_init(Vm& vm, Value* args) { return init_with_keywords(vm, args, kAttribute, 0, 2); }

Value syntax_init(Vm& vm, Value* args) {
  ExceptionInstance* e = self_of_group(vm, args[0], kSyntax, "__init__");
  if (!e) return {};
  e->args = args[1];
  e->value = Value();
  auto* items = as<Tuple>(e->args);
  if (items->size != 2) return Value::none();
  Tuple* where = vm.to_tuple(items->items[1]);
  if (!where) return {};
  if (where->size < 4) return vm.raisef(errors().TypeError, "function takes at least 4 arguments (%d given)", static_cast<int>(where->size));
  if (where->size == 5) return vm.raise_type("end_offset must be provided when end_lineno is provided");
  if (where->size > 6) return vm.raisef(errors().TypeError, "function takes at most 6 arguments (%d given)", static_cast<int>(where->size));
  Value* fields = fields_of(vm, e, kSyntax);
  for (size_t i = 0; i < 6 && i < where->size; ++i) fields[i + 1] = where->items[i];
  return Value::none();
}

Value unicode_init(Vm& vm, Value* args, Group g) {
  ExceptionInstance* e = self_of_group(vm, args[0], g, "__init__");
  if (!e) return {};
  auto* given = as<Tuple>(args[1]);
  size_t wanted = kFields[g].size(), object = g == kTranslate ? 0 : 1;
  if (given->size != wanted) return vm.raisef(errors().TypeError, "function takes exactly %d arguments (%d given)", static_cast<int>(wanted), static_cast<int>(given->size));
  auto wrong = [&](size_t i, const char* type) {
    return vm.raisef(errors().TypeError, "argument %d must be %s, not %s", static_cast<int>(i) + 1, type,
                     given->items[i].is_none() ? "None" : std::string(type_name(vm, given->items[i])).c_str());
  };
  if (object == 1 && !as_str(given->items[0])) return wrong(0, "str");
  if (g != kDecode && !as_str(given->items[object])) return wrong(object, "str");
  int64_t ignored;
  if (!vm.to_index(given->items[object + 1], &ignored) || !vm.to_index(given->items[object + 2], &ignored)) return {};
  if (!as_str(given->items[object + 3])) return wrong(object + 3, "str");
  std::string_view view;
  if (g == kDecode && !bytes_view(unwrap(given->items[1]), &view))
    return vm.raisef(errors().TypeError, "a bytes-like object is required, not '%s'", std::string(type_name(vm, given->items[1])).c_str());
  e->args = args[1];
  e->value = Value();
  if (g == kDecode && !as_bytes(given->items[1])) fields_of(vm, e, g)[1] = Value::object(vm.new_bytes(view));
  return Value::none();
}
Value decode_init(Vm& vm, Value* args) { return unicode_init(vm, args, kDecode); }
Value encode_init(Vm& vm, Value* args) { return unicode_init(vm, args, kEncode); }
Value translate_init(Vm& vm, Value* args) { return unicode_init(vm, args, kTranslate); }

// ---- copies ----

Value reduced(Vm& vm, ExceptionInstance* e, Value args, Dict* state) {
  Value cls = Value::object(e->cls);
  return Value::object(state->used ? vm.new_tuple({cls, args, Value::object(state)}) : vm.new_tuple({cls, args}));
}

// The file names are arguments that args does not show.
Value os_reduce(Vm& vm, Value* a) {
  ExceptionInstance* e = self_of_group(vm, a[0], kOs, "__reduce__");
  if (!e) return {};
  Value args = e->args;
  Value* f = fields_of(vm, e, kOs);
  if (Tuple* t = as<Tuple>(args); t->size == 2 && !f[2].is_none())
    args = Value::object(f[3].is_none() ? vm.new_tuple({t->items[0], t->items[1], f[2]}) : vm.new_tuple({t->items[0], t->items[1], f[2], Value::none(), f[3]}));
  return reduced(vm, e, args, instance_dict_copy(vm, e));
}

Value import_reduce(Vm& vm, Value* a) {
  ExceptionInstance* e = self_of_group(vm, a[0], kImport, "__reduce__");
  if (!e) return {};
  Dict* state = instance_dict_copy(vm, e);
  Value* f = fields_of(vm, e, kImport);
  if (!f[1].is_none()) dict_set_str(vm, state, names().name, f[1]);
  if (!f[2].is_none()) dict_set_str(vm, state, names().path, f[2]);
  return reduced(vm, e, e->args, state);
}

// ---- text ---------------------------------------------------------------------------------------

// Appends str(v) or repr(v); false: raised.
bool append_text(Vm& vm, std::string* out, Value v, bool quoted = false) {
  Value shown = quoted ? vm.repr(v) : vm.str(v);
  Str* s = shown.is_unset() ? nullptr : as_str(shown);
  if (s) out->append(s->view());
  return s != nullptr;
}

Value os_str(Vm& vm, Value* args) {
  ExceptionInstance* e = self_of_group(vm, args[0], kOs, "__str__");
  if (!e) return {};
  Value f[4];
  std::copy_n(fields_of(vm, e, kOs), 4, f);
  Tuple* given = as_tuple(e->args);
  bool numbered = given && given->size >= 2 && given->size <= 5;  // even where number and text are None
  if (f[2].is_none() && (f[0].is_none() || f[1].is_none()) && !numbered) return base_exception_str(vm, e);
  std::string out = "[Errno ";
  if (!append_text(vm, &out, f[0])) return {};
  out += "] ";
  if (!append_text(vm, &out, f[1])) return {};
  if (!f[2].is_none()) {
    out += ": ";
    if (!append_text(vm, &out, f[2], true)) return {};
    if (!f[3].is_none()) {
      out += " -> ";
      if (!append_text(vm, &out, f[3], true)) return {};
    }
  }
  return new_text(vm, out);
}

Value import_str(Vm& vm, Value* args) {
  ExceptionInstance* e = self_of_group(vm, args[0], kImport, "__str__");
  if (!e) return {};
  Value msg = fields_of(vm, e, kImport)[0];
  return is_str(msg) ? msg : base_exception_str(vm, e);
}

Value syntax_str(Vm& vm, Value* args) {
  ExceptionInstance* e = self_of_group(vm, args[0], kSyntax, "__str__");
  if (!e) return {};
  Value f[8];
  std::copy_n(fields_of(vm, e, kSyntax), 8, f);
  Str* file = as_str(f[1]);
  Value line = unwrap(f[2]);
  std::string out;
  if (!append_text(vm, &out, f[0])) return {};
  std::string where;
  if (file) {
    std::string_view path = file->view();
    size_t slash = path.rfind('/');
    where = slash == std::string_view::npos ? path : path.substr(slash + 1);
  }
  if (line.is_int()) where += (file ? ", line " : "line ") + std::to_string(line.i);
  if (!where.empty()) out += " (" + where + ")";
  return new_text(vm, out);
}

std::string code_point_escape(uint32_t c) {
  char text[16];
  snprintf(text, sizeof text, c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
  return text;
}

// Code point `index` of text, or -1.
int64_t code_point_of(Str* s, int64_t index) {
  if (!s || index < 0 || index >= static_cast<int64_t>(s->length)) return -1;
  const char* p = s->data;
  while (index-- > 0) p = next_boundary(p);
  return code_point_at(p);
}

Value unicode_str(Vm& vm, Value* args, Group g) {
  ExceptionInstance* e = self_of_group(vm, args[0], g, "__str__");
  if (!e) return {};
  Value f[5];
  if (g == kTranslate)
    std::copy_n(fields_of(vm, e, g), 4, f + 1);
  else
    std::copy_n(fields_of(vm, e, g), 5, f);
  if (f[1].is_none()) return Value::object(names().empty);
  int64_t start, end;
  if (!vm.to_index(f[2], &start) || !vm.to_index(f[3], &end)) return {};
  std::string out;
  if (g != kTranslate) {
    out = "'";
    if (!append_text(vm, &out, f[0])) return {};
    out += g == kDecode ? "' codec can't decode byte" : "' codec can't encode character";
  } else {
    out = "can't translate character";
  }
  std::string_view bytes;
  bool single = end == start + 1;
  if (g == kDecode) {
    single = single && bytes_view(unwrap(f[1]), &bytes) && start >= 0 && start < static_cast<int64_t>(bytes.size());
    char text[16];
    if (single) {
      snprintf(text, sizeof text, " 0x%02x", static_cast<uint8_t>(bytes[static_cast<size_t>(start)]));
      out += text;
    }
  } else {
    int64_t c = code_point_of(as_str(f[1]), start);
    single = single && c >= 0;
    if (single) out += " '" + code_point_escape(static_cast<uint32_t>(c)) + "'";
  }
  out += single ? " in position " + std::to_string(start) : "s in position " + std::to_string(start) + "-" + std::to_string(end - 1);
  out += ": ";
  return append_text(vm, &out, f[4]) ? new_text(vm, out) : Value();
}
Value decode_str(Vm& vm, Value* args) { return unicode_str(vm, args, kDecode); }
Value encode_str(Vm& vm, Value* args) { return unicode_str(vm, args, kEncode); }
Value translate_str(Vm& vm, Value* args) { return unicode_str(vm, args, kTranslate); }

Value raise_codec(Vm& vm, Class* cls, std::string_view encoding, Value object, int64_t start, int64_t end, std::string_view reason) {
  return vm.raise(Value::object(make_exception(vm, cls, {vm.str_value(encoding), object, Value::integer(start), Value::integer(end), vm.str_value(reason)})));
}

}  // namespace

Class* os_error_class(int64_t n) {
  const Errors& e = errors();
  switch (n) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS: return e.BlockingIOError;
    case EPIPE:
    case ESHUTDOWN: return e.BrokenPipeError;
    case ECHILD: return e.ChildProcessError;
    case ECONNABORTED: return e.ConnectionAbortedError;
    case ECONNREFUSED: return e.ConnectionRefusedError;
    case ECONNRESET: return e.ConnectionResetError;
    case EEXIST: return e.FileExistsError;
    case ENOENT: return e.FileNotFoundError;
    case EISDIR: return e.IsADirectoryError;
    case ENOTDIR: return e.NotADirectoryError;
    case EINTR: return e.InterruptedError;
    case EACCES:
    case EPERM: return e.PermissionError;
    case ESRCH: return e.ProcessLookupError;
    case ETIMEDOUT: return e.TimeoutError;
    default: return e.OSError;
  }
}

bool init_os_error(Vm& vm, ExceptionInstance* e) {
  auto* args = as<Tuple>(e->args);
  e->value = Value();
  if (args->size < 2 || args->size > 5) return true;
  Value number = unwrap(args->items[0]);
  if (e->cls == errors().OSError && number.is_int_or_bool()) e->cls = os_error_class(number.i);
  if (args->size == 2 || args->items[2].is_none()) return true;
  if (e->cls == errors().BlockingIOError && is_countable(vm, args->items[2])) {
    int64_t written;
    if (!vm.to_index(args->items[2], &written)) return false;
    Value* fields = fields_of(vm, e, kOs);
    fields[2] = fields[3] = Value::none();
    fields[kWritten] = Value::integer(written);
    return true;
  }
  fields_of(vm, e, kOs);
  e->args = Value::object(vm.new_tuple({args->items[0], args->items[1]}));
  return true;
}

Value raise_unicode_decode(Vm& vm, std::string_view encoding, Value object, int64_t start, int64_t end, std::string_view reason) {
  return raise_codec(vm, errors().UnicodeDecodeError, encoding, object, start, end, reason);
}

Value raise_unicode_encode(Vm& vm, std::string_view encoding, Value object, int64_t start, int64_t end, std::string_view reason) {
  return raise_codec(vm, errors().UnicodeEncodeError, encoding, object, start, end, reason);
}

Value raise_syntax_error(Vm& vm, const Diagnostic& d, const std::string& path, bool whole_line) {
  Class* cls = d.type == "IndentationError" ? errors().IndentationError : d.type == "TabError" ? errors().TabError : errors().SyntaxError;
  auto number = [&](uint32_t n) { return n || !whole_line ? Value::integer(n) : Value::none(); };
  Value text = d.line_text.empty() && whole_line ? Value::none() : vm.str_value(whole_line ? d.line_text + "\n" : d.line_text);
  Tuple* where = vm.new_tuple({vm.str_value(path), number(d.line), d.line && !d.column ? Value::integer(0) : number(d.column), text, number(d.end_line), number(d.end_column)});
  return vm.raise(Value::object(make_exception(vm, cls, {vm.str_value(d.message), Value::object(where)})));
}

void register_exception_fields() {
  define_fields<kOs>();
  define_exception_method(errors().OSError, {kOsFields[kWritten], get_written, kNativeGetter, nullptr, set_written});
  define_fields<kImport>();
  define_fields<kName>();
  define_fields<kAttribute>();
  define_fields<kSyntax>();
  define_fields<kDecode>();
  define_fields<kEncode>();
  define_fields<kTranslate>();
  const Errors& e = errors();
  auto init = [](Class* cls, const char* signature, NativeFn fn) { define_exception_method(cls, {signature, fn}); };
  init(e.OSError, "__init__(self, /, *args)", os_init);
  init(e.ImportError, "__init__(self, /, *args, name=None, path=None)", import_init);
  init(e.NameError, "__init__(self, /, *args, name=None)", name_init);
  init(e.AttributeError, "__init__(self, /, *args, name=None, obj=None)", attribute_init);
  init(e.SyntaxError, "__init__(self, /, *args)", syntax_init);
  init(e.UnicodeDecodeError, "__init__(self, /, *args)", decode_init);
  init(e.UnicodeEncodeError, "__init__(self, /, *args)", encode_init);
  init(e.UnicodeTranslateError, "__init__(self, /, *args)", translate_init);
  init(e.StopIteration, "__init__(self, /, *args)", stop_init);
  define_exception_method(e.StopIteration, {"value", get_stop_value, kNativeGetter, "generator return value", set_single});
  define_exception_method(e.SystemExit, {"code", get_exit_code, kNativeGetter, "exception code", set_single});
  define_exception_method(e.OSError, {"__reduce__(self, /)", os_reduce});
  define_exception_method(e.ImportError, {"__reduce__(self, /)", import_reduce});
  auto str = [](Class* cls, NativeFn fn) { define_exception_method(cls, {"__str__(self, /)", fn, 0, "Return str(self)."}); };
  str(e.OSError, os_str);
  str(e.ImportError, import_str);
  str(e.SyntaxError, syntax_str);
  str(e.UnicodeDecodeError, decode_str);
  str(e.UnicodeEncodeError, encode_str);
  str(e.UnicodeTranslateError, translate_str);
}

}  // namespace sl
