// logging: records, formatters and handlers.
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <cmath>

#include "core/vm/class.h"
#include "core/vm/exceptions.h"
#include "core/vm/file.h"
#include "core/vm/frame.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/logging_internal.h"
#include "stdlib/time_format.h"

namespace sl {
namespace {

constexpr std::string_view kDefaultFormat = "%(message)s";
constexpr std::string_view kBasicFormat = "%(levelname)s:%(name)s:%(message)s";

Class *record_class, *formatter_class, *filter_class, *handler_class, *stream_class, *file_class, *null_class;

Value attribute(Vm& vm, Value v, const char* name) {
  Value r = vm.find_attr(v, intern(name));
  return r.is_unset() && !vm.raised() ? Value::none() : r;
}

// ---- LogRecord ----------------------------------------------------------------------------------------

struct Caller {
  std::string path = "(unknown file)", function = "(unknown function)";
  uint32_t line = 0;
};

// The frame that logged: the library's own (adapters) do not count, nor do the `stack_level` - 1 above.
Caller caller_of(Vm& vm, int64_t stack_level) {
  Caller c;
  Thread* t = vm.thread;
  if (!t || !t->depth) return c;
  auto at = static_cast<int64_t>(t->depth) - 1;
  while (at > 0 && t->frames[at].code && std::string_view(t->frames[at].code->module->path).starts_with("<stdlib>/")) --at;
  for (int64_t i = 1; i < stack_level && at > 0 && t->frames[at - 1].code; ++i) --at;
  const Frame& f = t->frames[at];
  if (!f.code) return c;
  uint32_t pc = static_cast<uint32_t>(f.pc - f.code->words.data());
  c.path = f.code->module->path;
  c.function = f.code->name->view();
  c.line = find_position(*f.code, pc ? pc - 1 : 0).line;
  return c;
}

bool fill_record(Vm& vm, Value record, std::string_view logger, int level, Value message, Value args, Value exc_info, const Caller& caller) {
  size_t slash = caller.path.rfind('/');
  std::string file = slash == std::string::npos ? caller.path : caller.path.substr(slash + 1);
  std::string module = file.substr(0, file.rfind('.'));
  double now = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
  static const double start = now;
  const std::pair<const char*, Value> fields[] = {
      {"name", vm.str_value(logger)},
      {"msg", message},
      {"args", args},
      {"levelname", vm.str_value(level_name(vm, level))},
      {"levelno", Value::integer(level)},
      {"pathname", vm.str_value(caller.path)},
      {"filename", vm.str_value(file)},
      {"module", vm.str_value(module)},
      {"exc_info", exc_info},
      {"exc_text", Value::none()},
      {"stack_info", Value::none()},
      {"lineno", Value::integer(caller.line)},
      {"funcName", vm.str_value(caller.function)},
      {"created", Value::number(now)},
      {"msecs", Value::number(std::floor((now - std::floor(now)) * 1000))},
      {"relativeCreated", Value::number((now - start) * 1000)},
      {"thread", Value::integer(::syscall(SYS_gettid))},
      {"threadName", vm.str_value("MainThread")},
      {"processName", vm.str_value("MainProcess")},
      {"process", Value::integer(::getpid())},
  };
  for (const auto& [name, v] : fields)
    if (!vm.set_attr(record, intern(name), v)) return false;
  return true;
}

// A single dict as the only argument serves %(key)s.
Value record_args(Value args) {
  Tuple* t = as_tuple(args);
  if (t && t->size == 1)
    if (Dict* d = as_dict(t->items[0]); d && d->used) return t->items[0];
  return args;
}

Value record_init(Vm& vm, Value* args) {
  // self, name, level, pathname, lineno, msg, args, exc_info, func, sinfo
  int64_t level, line;
  Str* name = as_str(args[1]);
  Str* path = as_str(args[3]);
  if (!name || !path) return vm.raise_type("name and pathname must be str");
  if (!vm.to_index(args[2], &level) || !vm.to_index(args[4], &line)) return Value();
  Caller caller;
  caller.path = path->view();
  caller.line = static_cast<uint32_t>(line);
  if (!fill_record(vm, args[0], name->view(), static_cast<int>(level), args[5], record_args(args[6]), args[7], caller)) return Value();
  return vm.set_attr(args[0], intern("funcName"), args[8]) ? Value::none() : Value();
}

Value record_message(Vm& vm, Value* args) {
  Value message = vm.get_attr(args[0], names().msg);
  if (message.is_unset()) return message;
  Value values = vm.get_attr(args[0], names().args);
  return values.is_unset() ? values : log_event_text(vm, message, values);
}

// ---- Formatter ----------------------------------------------------------------------------------------

Value formatter_init(Vm& vm, Value* args) {
  Str* style = as_str(args[3]);
  if (!style || (style->view() != "%" && style->view() != "{" && style->view() != "$")) return vm.raise_value("Style must be one of: %,{,$");
  Value format = args[1];
  if (format.is_none()) format = vm.str_value(style->view() == "%" ? kDefaultFormat : style->view() == "{" ? std::string_view("{message}") : "${message}");
  if (!as_str(format)) return vm.raise_type("fmt must be a str");
  if (!args[5].is_none() && !vm.set_attr(args[0], intern("_defaults"), args[5])) return Value();
  return vm.set_attr(args[0], intern("_fmt"), format) && vm.set_attr(args[0], intern("datefmt"), args[2]) && vm.set_attr(args[0], intern("_style"), args[3]) ? Value::none()
                                                                                                                                                             : Value();
}

Value formatter_time(Vm& vm, Value* args) {
  Value created = vm.get_attr(args[1], intern("created"));
  double seconds;
  if (created.is_unset() || !real_arg(vm, created, &seconds)) return Value();
  auto whole = static_cast<time_t>(std::floor(seconds));
  std::tm t{};
  ::localtime_r(&whole, &t);
  if (Str* format = as_str(args[2])) return vm.str_value(format_time(format->view(), t));
  char millis[8];
  std::snprintf(millis, sizeof millis, ",%03d", static_cast<int>((seconds - std::floor(seconds)) * 1000));
  return vm.str_value(format_time("%Y-%m-%d %H:%M:%S", t) + millis);
}

Value formatter_exception(Vm& vm, Value* args) {
  Tuple* info = as_tuple(args[1]);
  Value exception = info && info->size > 1 ? info->items[1] : args[1];
  if (!as_exception(exception)) return vm.str_value("NoneType: None");
  std::string text = vm.format_exception(exception);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return vm.str_value(text);
}

// $name and ${name} as string.Template substitutes them; unset: raised.
Value substitute(Vm& vm, std::string_view format, Dict* values) {
  std::string out;
  for (size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '$') {
      out += format[i];
      continue;
    }
    if (i + 1 < format.size() && format[i + 1] == '$') {
      out += format[++i];
      continue;
    }
    bool braced = i + 1 < format.size() && format[i + 1] == '{';
    size_t start = i + 1 + braced, end = start;
    while (end < format.size() && (std::isalnum(static_cast<unsigned char>(format[end])) || format[end] == '_')) ++end;
    Str* name = vm.new_str(format.substr(start, end - start));
    Value v = dict_get_str(values, name);
    if (v.is_unset()) return vm.raise_key(Value::object(name));
    Value text = vm.str(v);
    if (text.is_unset()) return text;
    out += as_str(text)->view();
    i = end - 1 + braced;
  }
  return vm.str_value(out);
}

Value apply_format(Vm& vm, Value formatter, Value record) {
  Value format = attribute(vm, formatter, "_fmt"), style = attribute(vm, formatter, "_style");
  if (vm.raised()) return Value();
  Str* text = as_str(format);
  Str* kind = as_str(style);
  if (!text) return vm.raise_type("the formatter was not initialised");
  Value fields = vm.get_attr(record, names().__dict__);
  Dict* d = fields.is_unset() ? nullptr : as_dict(fields);
  if (!d) return vm.raised() ? Value() : vm.raise_type("expected a LogRecord");
  if (Dict* defaults = as_dict(attribute(vm, formatter, "_defaults"))) {
    Dict* all = dict_copy(vm, defaults);
    if (!dict_update(vm, all, fields)) return Value();
    fields = Value::object(d = all);
  }
  if (vm.raised()) return Value();
  if (!kind || kind->view() == "%") return str_percent(vm, text, fields);
  if (kind->view() == "$") return substitute(vm, text->view(), d);
  Value method = vm.get_attr(format, intern("format_map"));
  return method.is_unset() ? method : vm.call(method, {fields});
}

bool append_line(Vm& vm, Value text, std::string* out) {
  Str* s = text.is_unset() ? nullptr : as_str(text);
  if (!s) return !vm.raised();
  if (!out->empty() && out->back() != '\n') *out += '\n';
  *out += s->view();
  return true;
}

Value formatter_format(Vm& vm, Value* args) {
  Value self = args[0], record = args[1];
  Value message = vm.call_method(record, intern("getMessage"));
  if (message.is_unset() || !vm.set_attr(record, intern("message"), message)) return Value();
  Value format = attribute(vm, self, "_fmt");
  Str* text = format.is_unset() ? nullptr : as_str(format);
  if (text && text->view().find("asctime") != std::string_view::npos) {
    Value datefmt = attribute(vm, self, "datefmt");
    if (datefmt.is_unset()) return datefmt;
    Value when = vm.call_method(self, intern("formatTime"), {record, datefmt});
    if (when.is_unset() || !vm.set_attr(record, intern("asctime"), when)) return Value();
  }
  Value line = apply_format(vm, self, record);
  if (line.is_unset()) return line;
  Value info = attribute(vm, record, "exc_info");
  if (info.is_unset()) return info;
  if (info.is_none()) return line;
  Value shown = vm.call_method(self, intern("formatException"), {info});
  if (shown.is_unset()) return shown;
  std::string out(as_str(line) ? as_str(line)->view() : std::string_view());
  return append_line(vm, shown, &out) ? vm.str_value(out) : Value();
}

// ---- handlers -----------------------------------------------------------------------------------------

Value handler_init(Vm& vm, Value* args) {
  int level;
  if (!level_arg(vm, args[1], &level)) return Value();
  Value self = args[0];
  return vm.set_attr(self, intern("level"), Value::integer(level)) && vm.set_attr(self, intern("formatter"), Value::none()) &&
                 vm.set_attr(self, intern("filters"), Value::object(vm.new_list()))
             ? Value::none()
             : Value();
}

Value handler_set_level(Vm& vm, Value* args) {
  int level;
  if (!level_arg(vm, args[1], &level)) return Value();
  return vm.set_attr(args[0], intern("level"), Value::integer(level)) ? Value::none() : Value();
}

Value handler_set_formatter(Vm& vm, Value* args) { return vm.set_attr(args[0], intern("formatter"), args[1]) ? Value::none() : Value(); }

Value handler_format(Vm& vm, Value* args) {
  Value formatter = attribute(vm, args[0], "formatter");
  if (formatter.is_unset()) return formatter;
  if (formatter.is_none()) formatter = vm.call(Value::object(formatter_class));
  return formatter.is_unset() ? formatter : vm.call_method(formatter, intern("format"), {args[1]});
}

Value handler_handle(Vm& vm, Value* args) {
  Value filters = attribute(vm, args[0], "filters");
  if (filters.is_unset()) return filters;
  int passed = run_log_filters(vm, filters, args[1]);
  if (passed < 0) return Value();
  if (passed && vm.call_method(args[0], intern("emit"), {args[1]}).is_unset()) return Value();
  return Value::boolean(passed);
}

Value handler_emit(Vm& vm, Value*) { return vm.raise(errors().NotImplementedError, "emit must be implemented by Handler subclasses"); }

Value handler_add_filter(Vm& vm, Value* args) {
  Value filters = attribute(vm, args[0], "filters");
  if (vm.raised()) return Value();
  if (List* list = as_list(filters)) {
    list_append(vm, list, args[1]);
    return Value::none();
  }
  return vm.set_attr(args[0], intern("filters"), Value::object(vm.new_list(&args[1], 1))) ? Value::none() : Value();
}

Value nothing(Vm&, Value*) { return Value::none(); }

Value stderr_of(Vm& vm) {
  Value sys = dict_get_str(vm.modules, intern("sys"));
  Value stream = is_kind(sys, Kind::Module) ? vm.module_get(as<Module>(sys), intern("stderr")) : Value();
  return stream.is_unset() ? new_standard_stream(vm, 2) : stream;
}

Value stream_init(Vm& vm, Value* args) {
  Value init[] = {args[0], Value::integer(0)};
  if (handler_init(vm, init).is_unset()) return Value();
  Value stream = args[1].is_none() ? stderr_of(vm) : args[1];
  if (stream.is_unset()) return stream;
  return vm.set_attr(args[0], intern("stream"), stream) ? Value::none() : Value();
}

Value stream_emit(Vm& vm, Value* args) {
  Value stream = attribute(vm, args[0], "stream");
  if (stream.is_none()) stream = stderr_of(vm);
  Value text = stream.is_unset() ? stream : vm.call_method(args[0], intern("format"), {args[1]});
  Value terminator = text.is_unset() ? text : attribute(vm, args[0], "terminator");
  if (!terminator.is_unset()) {
    Str* s = as_str(text);
    Str* end = as_str(terminator);
    std::string line = std::string(s ? s->view() : std::string_view()) + std::string(end ? end->view() : "\n");
    if (!vm.call_method(stream, names().write, {vm.str_value(line)}).is_unset()) vm.call_method(args[0], names().flush);
  }
  if (!vm.raised()) return Value::none();
  if (vm.is_instance(vm.pending, errors().Exception)) report_logging_error(vm);
  return vm.raised() ? Value() : Value::none();
}

Value stream_flush(Vm& vm, Value* args) {
  Value stream = attribute(vm, args[0], "stream");
  if (stream.is_unset() || stream.is_none()) return stream;
  Value flush = vm.find_attr(stream, names().flush);
  if (flush.is_unset()) return vm.raised() ? flush : Value::none();
  return vm.call(flush);
}

Value file_init(Vm& vm, Value* args) {
  // self, filename, mode, encoding, delay, errors
  Value init[] = {args[0], Value::integer(0)};
  if (handler_init(vm, init).is_unset()) return Value();
  Value open[] = {args[1], args[2], Value::integer(-1), args[3].is_none() ? vm.str_value("utf-8") : args[3], args[5], Value::none(), Value::boolean(true), Value::none()};
  Value stream = builtin_open(vm, open);
  if (stream.is_unset()) return stream;
  return vm.set_attr(args[0], intern("stream"), stream) && vm.set_attr(args[0], intern("baseFilename"), args[1]) ? Value::none() : Value();
}

Value file_close(Vm& vm, Value* args) {
  Value stream = attribute(vm, args[0], "stream");
  if (stream.is_unset() || stream.is_none()) return stream;
  return vm.call_method(stream, names().close).is_unset() ? Value() : Value::none();
}

Value filter_init(Vm& vm, Value* args) { return vm.set_attr(args[0], names().name, args[1]) ? Value::none() : Value(); }

Value filter_filter(Vm& vm, Value* args) {
  Value mine = attribute(vm, args[0], "name"), theirs = attribute(vm, args[1], "name");
  if (vm.raised()) return Value();
  Str* prefix = as_str(mine);
  Str* name = as_str(theirs);
  if (!prefix || !prefix->size) return Value::boolean(true);
  std::string_view n = name ? name->view() : std::string_view(), p = prefix->view();
  return Value::boolean(n.starts_with(p) && (n.size() == p.size() || n[p.size()] == '.'));
}

const MethodDef kRecordMethods[] = {
    {"__init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs)", record_init},
    {"getMessage(self)", record_message, 0, "The message with its arguments put in."},
};
const MethodDef kFormatterMethods[] = {
    {"__init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None)", formatter_init},
    {"format(self, record)", formatter_format, 0, "The record as text."},
    {"formatTime(self, record, datefmt=None)", formatter_time, 0, "The record's time as text."},
    {"formatException(self, ei)", formatter_exception, 0, "An exception's traceback as text."},
};
const MethodDef kFilterMethods[] = {
    {"__init__(self, name='')", filter_init},
    {"filter(self, record)", filter_filter, 0, "Whether the record is of the named logger or one below."},
};
const MethodDef kHandlerMethods[] = {
    {"__init__(self, level=0)", handler_init},
    {"setLevel(self, level)", handler_set_level, 0, "Drop what is less severe than level."},
    {"setFormatter(self, fmt)", handler_set_formatter, 0, "Make text with this formatter."},
    {"format(self, record)", handler_format, 0, "The record as text."},
    {"handle(self, record)", handler_handle, 0, "Filter, then emit."},
    {"emit(self, record)", handler_emit, 0, "Write the record; subclasses implement it."},
    {"addFilter(self, filter)", handler_add_filter, 0, "Let a filter decide about records."},
    {"flush(self)", nothing, 0, "Write what is buffered."},
    {"close(self)", nothing, 0, "Release what the handler holds."},
    {"acquire(self)", nothing},
    {"release(self)", nothing},
    {"handleError(self, record)",
     [](Vm& vm, Value*) {
       report_logging_error(vm);
       return Value::none();
     },
     0, "Report an error of emit()."},
};
const MethodDef kStreamMethods[] = {
    {"__init__(self, stream=None)", stream_init},
    {"emit(self, record)", stream_emit, 0, "Write the record and a newline to the stream."},
    {"flush(self)", stream_flush, 0, "Flush the stream."},
};
const MethodDef kFileMethods[] = {
    {"__init__(self, filename, mode='a', encoding=None, delay=False, errors=None)", file_init},
    {"close(self)", file_close, 0, "Close the file."},
};
const MethodDef kNullMethods[] = {
    {"handle(self, record)", nothing},
    {"emit(self, record)", nothing},
};

Class* define_plain(const char* name, Class* base, std::span<const MethodDef> methods, const char* doc) {
  TypeDef def;
  def.name = name;
  def.module = "logging";
  def.base = base;
  def.doc = doc;
  def.methods = methods;
  return define_type(def);
}

}  // namespace

Value log_event_text(Vm& vm, Value message, Value args) {
  Value text = vm.str(message);
  if (text.is_unset()) return text;
  args = record_args(args);
  Tuple* t = as_tuple(args);
  bool any = t ? t->size != 0 : !args.is_none();
  return any ? str_percent(vm, as_str(text), args) : text;
}

Value make_log_record(Vm& vm, std::string_view logger, const LogEvent& event) {
  Value record = Value::object(vm.new_instance(record_class));
  if (!fill_record(vm, record, logger, event.level, event.message, record_args(event.args), event.exc_info, caller_of(vm, event.stack_level))) return Value();
  Dict* extra = as_dict(event.extra);
  if (!extra) return record;
  Value key, v;
  for (uint32_t cursor = 0; dict_next(extra, &cursor, &key, &v);) {
    Str* name = as_str(key);
    if (!name) continue;
    if (name->view() == "message" || name->view() == "asctime" || !vm.find_attr(record, name).is_unset()) {
      Value shown = vm.repr(key);
      if (!shown.is_unset()) vm.raise(errors().KeyError, "Attempt to overwrite " + std::string(as_str(shown)->view()) + " in LogRecord");
      return Value();
    }
    if (vm.raised() || !vm.set_attr(record, name, v)) return Value();
  }
  return record;
}

int run_log_filters(Vm& vm, Value filters, Value record) {
  List* list = filters.is_unset() ? nullptr : as_list(filters);
  for (uint64_t i = 0; list && i < list->size; ++i) {
    Value filter = list->items[i];
    Value method = vm.find_attr(filter, intern("filter"));
    if (vm.raised()) return -1;
    Value verdict = vm.call(method.is_unset() ? filter : method, {record});
    int passed = verdict.is_unset() ? -1 : vm.truthy(verdict);
    if (passed <= 0) return passed;
  }
  return 1;
}

void report_logging_error(Vm& vm) {
  Value error = vm.take_error();
  if (error.is_unset()) return;
  vm.host->write_err("--- Logging error ---\n" + vm.format_exception(error));
  vm.clear_error();
}

bool add_default_handler(Vm& vm) {
  Value handler = vm.call(Value::object(stream_class));
  Value formatter = handler.is_unset() ? handler : vm.call(Value::object(formatter_class), {vm.str_value(kBasicFormat)});
  if (formatter.is_unset() || !vm.set_attr(handler, intern("formatter"), formatter)) return false;
  list_append(vm, as<List>(root_logger(vm)->fields[kLoggerHandlers]), handler);
  return true;
}

Value logging_basic_config(Vm& vm, Value* args) {
  enum { kFilename, kFileMode, kFormat, kDateFmt, kStyle, kLevel, kStream, kHandlers, kForce, kEncoding, kErrors };
  HostObj* root = root_logger(vm);
  int force = vm.truthy(args[kForce]);
  if (force < 0) return Value();
  List* current = as<List>(root->fields[kLoggerHandlers]);
  if (force) current->size = 0;
  if (current->size) return Value::none();
  bool given = !args[kStream].is_none() || !args[kFilename].is_none() || !args[kHandlers].is_none();
  if (!args[kStream].is_none() && !args[kFilename].is_none()) return vm.raise_value("'stream' and 'filename' should not be specified together");
  if (given || !script_log_sink()) {
    Value format = args[kFormat].is_none() ? vm.str_value(kBasicFormat) : args[kFormat];
    Value formatter = vm.call(Value::object(formatter_class), {format, args[kDateFmt], args[kStyle]});
    if (formatter.is_unset()) return formatter;
    List* handlers;
    if (!args[kHandlers].is_none()) {
      handlers = vm.to_list(args[kHandlers]);
    } else {
      Value handler = args[kFilename].is_none() ? vm.call(Value::object(stream_class), {args[kStream]})
                                                : vm.call(Value::object(file_class), {args[kFilename], args[kFileMode], args[kEncoding]});
      if (handler.is_unset()) return handler;
      handlers = vm.new_list(&handler, 1);
    }
    if (!handlers) return Value();
    for (uint64_t i = 0; i < handlers->size; ++i) {
      Value own = attribute(vm, handlers->items[i], "formatter");
      if (own.is_unset() || (own.is_none() && !vm.set_attr(handlers->items[i], intern("formatter"), formatter))) return Value();
      list_append(vm, as<List>(root->fields[kLoggerHandlers]), handlers->items[i]);
    }
  }
  if (!args[kLevel].is_none() && !level_arg(vm, args[kLevel], &static_cast<LoggerData*>(root->data)->level)) return Value();
  return Value::none();
}

std::vector<Class*> define_handler_classes() {
  record_class = define_plain("LogRecord", nullptr, kRecordMethods, "One event: message, level, place and time.");
  formatter_class = define_plain("Formatter", nullptr, kFormatterMethods, "Turns records into text.");
  filter_class = define_plain("Filter", nullptr, kFilterMethods, "Lets records of one logger pass.");
  handler_class = define_plain("Handler", nullptr, kHandlerMethods, "Receives records; a base for others.");
  // What subclasses have whose __init__ does not call ours.
  set_class_attribute(formatter_class, "_fmt", Value::object(intern(kDefaultFormat)));
  set_class_attribute(formatter_class, "_style", Value::object(intern("%")));
  set_class_attribute(formatter_class, "datefmt", Value::none());
  set_class_attribute(filter_class, "name", Value::object(names().empty));
  set_class_attribute(handler_class, "level", Value::integer(0));
  set_class_attribute(handler_class, "formatter", Value::none());
  set_class_attribute(handler_class, "filters", Value::none());
  stream_class = define_plain("StreamHandler", handler_class, kStreamMethods, "Writes records to a stream.");
  set_class_attribute(stream_class, "terminator", Value::object(intern("\n")));
  set_class_attribute(stream_class, "stream", Value::none());
  file_class = define_plain("FileHandler", stream_class, kFileMethods, "Writes records to a file.");
  null_class = define_plain("NullHandler", handler_class, kNullMethods, "Drops records.");
  return {record_class, formatter_class, filter_class, handler_class, stream_class, file_class, null_class};
}

}  // namespace sl
