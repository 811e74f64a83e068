// import logging: loggers, levels and the module's functions.
#include "stdlib/logging.h"

#include <algorithm>

#include "core/vm/frame.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/logging_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

struct Sink {
  ScriptLogSink write;
  int root_level = kLogWarning;
};
Sink& sink() {
  static auto* s = new Sink;
  return *s;
}

constexpr std::pair<int, const char*> kLevels[] = {{0, "NOTSET"}, {10, "DEBUG"}, {20, "INFO"}, {30, "WARNING"}, {40, "ERROR"}, {50, "CRITICAL"}};
constexpr std::pair<const char*, int> kAliases[] = {{"WARN", 30}, {"FATAL", 50}};

Class* logger_class;
const char kLoggerTag = 0;
const HostType kLoggerType = {
    .name = "Logger",
    .release = [](void* data) { delete static_cast<LoggerData*>(data); },
    .tag = &kLoggerTag,
};

LoggerData& data_of(HostObj* logger) { return *static_cast<LoggerData*>(logger->data); }

HostObj* self_logger(Vm& vm, Value v) {
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == &kLoggerTag) return as<HostObj>(v);
  vm.raise_type("expected a Logger, not " + type_name_of(vm, v));
  return nullptr;
}

Value new_logger(Vm& vm, std::string_view name, int level) {
  auto* data = new LoggerData;
  data->name = name;
  data->level = level;
  HostObj* o = vm.new_host(logger_class, data, kLoggerFields);
  o->fields[kLoggerHandlers] = Value::object(vm.new_list());
  o->fields[kLoggerFilters] = Value::object(vm.new_list());
  return Value::object(o);
}

// The nearest existing logger above; null for the root.
HostObj* parent_of(Vm& vm, const LoggerData& data) {
  if (data.name == "root") return nullptr;
  LoggingState& s = logging_state(vm);
  for (size_t dot = data.name.rfind('.'); dot != std::string::npos && dot; dot = data.name.rfind('.', dot - 1)) {
    auto it = s.by_name.find(data.name.substr(0, dot));
    if (it != s.by_name.end()) return as<HostObj>(s.loggers->items[it->second]);
  }
  return root_logger(vm);
}

int effective_level(Vm& vm, HostObj* logger) {
  for (HostObj* l = logger; l; l = parent_of(vm, data_of(l)))
    if (data_of(l).level) return data_of(l).level;
  return 0;
}

bool enabled(Vm& vm, HostObj* logger, int level) { return !data_of(logger).disabled && level > logging_state(vm).disabled_level && level >= effective_level(vm, logger); }

// exc_info as a tuple: True stands for the exception being handled. Unset: raised.
Value exc_info_tuple(Vm& vm, Value v) {
  if (as_tuple(v)) return v;
  Value e = v;
  if (!as_exception(v)) {
    int on = vm.truthy(v);
    if (on < 0) return Value();
    e = on && handled_exception(vm).is_object() ? handled_exception(vm) : Value::none();
    if (!on) return Value::none();
  }
  if (e.is_none()) return Value::object(vm.new_tuple({e, e, e}));
  ExceptionInstance* x = as_exception(e);
  return Value::object(vm.new_tuple({Value::object(vm.type_of(e)), e, x && x->traceback ? Value::object(x->traceback) : Value::none()}));
}

// The text of a record that goes to no handler of the script's own.
Value plain_text(Vm& vm, const LogEvent& event) {
  Value text = log_event_text(vm, event.message, event.args);
  if (text.is_unset() || event.exc_info.is_none()) return text;
  Value exception = as_tuple(event.exc_info)->items[1];
  if (exception.is_none()) return text;
  std::string all(as_str(text)->view());
  all += "\n" + vm.format_exception(exception);
  while (!all.empty() && all.back() == '\n') all.pop_back();
  return vm.str_value(all);
}

// Passes the event to every handler on the way to the root. False: raised.
bool deliver(Vm& vm, HostObj* logger, const LogEvent& event, Value record = Value()) {
  auto need_record = [&] {
    if (record.is_unset()) record = make_log_record(vm, data_of(logger).name, event);
    return !record.is_unset();
  };
  if (as<List>(logger->fields[kLoggerFilters])->size) {
    if (!need_record()) return false;
    int passed = run_log_filters(vm, logger->fields[kLoggerFilters], record);
    if (passed <= 0) return passed == 0;
  }
  bool handled = false, reached_root = false;
  for (HostObj* l = logger; l; l = data_of(l).propagate ? parent_of(vm, data_of(l)) : nullptr) {
    List* handlers = as<List>(l->fields[kLoggerHandlers]);
    for (uint64_t i = 0; i < handlers->size; ++i) {
      Value handler = handlers->items[i];
      handled = true;
      Value level = vm.find_attr(handler, intern("level"));
      if (vm.raised()) return false;
      if (level.is_int() && event.level < level.i) continue;
      if (!need_record() || vm.call_method(handler, intern("handle"), {record}).is_unset()) return false;
    }
    reached_root = reached_root || data_of(l).name == "root";
  }
  bool to_sink = reached_root && script_log_sink();
  if (!to_sink && (handled || event.level < kLogWarning)) return true;
  Value text = plain_text(vm, event);
  if (text.is_unset()) {
    report_logging_error(vm);
    return true;
  }
  if (to_sink)
    script_log_sink()(event.level, data_of(logger).name, as_str(text)->view());
  else
    vm.host->write_err(std::string(as_str(text)->view()) + "\n");
  return true;
}

// args: msg, then as declared: *args last but exc_info, stack_info, stacklevel, extra before it.
Value log_with(Vm& vm, HostObj* logger, int level, Value message, const Value* options, Value args, bool exc_info_default = false) {
  if (!enabled(vm, logger, level)) return Value::none();
  LogEvent event{level, message, args, Value::none(), options[3]};
  Value info = options[0].is_unset() ? Value::boolean(exc_info_default) : options[0];
  if (!info.is_none()) event.exc_info = exc_info_tuple(vm, info);
  if (event.exc_info.is_unset()) return Value();
  if (options[2].is_int()) event.stack_level = options[2].i;
  return deliver(vm, logger, event) ? Value::none() : Value();
}

// A record made elsewhere.
Value method_handle(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  if (!l || data_of(l).disabled) return l ? Value::none() : Value();
  Value level = vm.get_attr(args[1], "levelno");
  Value text = level.is_unset() ? level : vm.call_method(args[1], intern("getMessage"));
  if (text.is_unset()) return text;
  LogEvent event{level.is_int() ? static_cast<int>(level.i) : 0, text, Value::object(vm.new_tuple(0)), Value::none(), Value::none()};
  return deliver(vm, l, event, args[1]) ? Value::none() : Value();
}

// Parameters behind msg in every logging call, as natives receive them: four options, then *args.
#define SL_LOG_ARGS "*args, exc_info=..., stack_info=False, stacklevel=1, extra=None"

template <int Level, bool kException = false>
Value method_log(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  return l ? log_with(vm, l, Level, args[1], args + 2, args[6], kException) : Value();
}

template <int Level, bool kException = false>
Value module_log(Vm& vm, Value* args) {
  HostObj* root = root_logger(vm);
  if (!script_log_sink() && !as<List>(root->fields[kLoggerHandlers])->size && !add_default_handler(vm)) return Value();
  return log_with(vm, root, Level, args[0], args + 1, args[5], kException);
}

Value method_log_any(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  int64_t level;
  if (!l) return Value();
  if (!args[1].is_int()) return vm.raise_type("level must be an integer");
  level = args[1].i;
  return log_with(vm, l, static_cast<int>(level), args[2], args + 3, args[7]);
}

Value module_log_any(Vm& vm, Value* args) {
  HostObj* root = root_logger(vm);
  if (!args[0].is_int()) return vm.raise_type("level must be an integer");
  if (!script_log_sink() && !as<List>(root->fields[kLoggerHandlers])->size && !add_default_handler(vm)) return Value();
  return log_with(vm, root, static_cast<int>(args[0].i), args[1], args + 2, args[6]);
}

// ---- Logger -----------------------------------------------------------------------------------------

Value logger_set_level(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  return l && level_arg(vm, args[1], &data_of(l).level) ? Value::none() : Value();
}
Value logger_effective(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  return l ? Value::integer(effective_level(vm, l)) : Value();
}
Value logger_enabled(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  int level;
  return l && level_arg(vm, args[1], &level) ? Value::boolean(enabled(vm, l, level)) : Value();
}

template <LoggerField Field>
Value add_to(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  if (!l) return Value();
  List* list = as<List>(l->fields[Field]);
  for (uint64_t i = 0; i < list->size; ++i)
    if (list->items[i].same(args[1])) return Value::none();
  list_append(vm, list, args[1]);
  return Value::none();
}
template <LoggerField Field>
Value remove_from(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  if (!l) return Value();
  List* list = as<List>(l->fields[Field]);
  for (uint64_t i = 0; i < list->size; ++i) {
    if (!list->items[i].same(args[1])) continue;
    std::copy(list->items + i + 1, list->items + list->size, list->items + i);
    --list->size;
    break;
  }
  return Value::none();
}

Value logger_has_handlers(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  if (!l) return Value();
  for (; l; l = data_of(l).propagate ? parent_of(vm, data_of(l)) : nullptr)
    if (as<List>(l->fields[kLoggerHandlers])->size) return Value::boolean(true);
  return Value::boolean(false);
}

Value logger_child(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  Str* suffix = as_str(args[1]);
  if (!l || !suffix) return vm.raised() ? Value() : vm.raise_type("suffix must be a str");
  const std::string& name = data_of(l).name;
  return get_logger(vm, name == "root" ? std::string(suffix->view()) : name + "." + std::string(suffix->view()));
}

Value logger_repr(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  if (!l) return Value();
  const char* kind = data_of(l).name == "root" ? "RootLogger" : "Logger";
  return vm.str_value(std::string("<") + kind + " " + data_of(l).name + " (" + level_name(vm, effective_level(vm, l)) + ")>");
}

Value logger_name(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  return l ? vm.str_value(data_of(l).name) : Value();
}
Value logger_level(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  return l ? Value::integer(data_of(l).level) : Value();
}
Value logger_parent(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  if (!l) return Value();
  HostObj* p = parent_of(vm, data_of(l));
  return p ? Value::object(p) : Value::none();
}
template <LoggerField Field>
Value logger_list(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  return l ? l->fields[Field] : Value();
}
template <LoggerField Field>
Value set_logger_list(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  List* list = l && !args[1].is_unset() ? vm.to_list(args[1]) : nullptr;
  if (!list) return vm.raised() ? Value() : vm.raise_type("cannot delete attribute");
  l->fields[Field] = is_kind(args[1], Kind::List) ? args[1] : Value::object(list);
  return Value::none();
}
template <bool LoggerData::*Flag>
Value logger_flag(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  return l ? Value::boolean(data_of(l).*Flag) : Value();
}
template <bool LoggerData::*Flag>
Value set_logger_flag(Vm& vm, Value* args) {
  HostObj* l = self_logger(vm, args[0]);
  int on = l && !args[1].is_unset() ? vm.truthy(args[1]) : -1;
  if (on < 0) return vm.raised() ? Value() : vm.raise_type("cannot delete attribute");
  data_of(l).*Flag = on;
  return Value::none();
}
Value set_logger_level(Vm& vm, Value* args) { return args[1].is_unset() ? vm.raise_type("cannot delete attribute") : logger_set_level(vm, args); }

const MethodDef kLoggerMethods[] = {
    {"debug(self, msg, " SL_LOG_ARGS ")", method_log<10>, 0, "Log with level DEBUG."},
    {"info(self, msg, " SL_LOG_ARGS ")", method_log<20>, 0, "Log with level INFO."},
    {"warning(self, msg, " SL_LOG_ARGS ")", method_log<30>, 0, "Log with level WARNING."},
    {"warn(self, msg, " SL_LOG_ARGS ")", method_log<30>, 0, "Log with level WARNING."},
    {"error(self, msg, " SL_LOG_ARGS ")", method_log<40>, 0, "Log with level ERROR."},
    {"critical(self, msg, " SL_LOG_ARGS ")", method_log<50>, 0, "Log with level CRITICAL."},
    {"fatal(self, msg, " SL_LOG_ARGS ")", method_log<50>, 0, "Log with level CRITICAL."},
    {"exception(self, msg, " SL_LOG_ARGS ")", method_log<40, true>, 0, "Log with level ERROR and the exception being handled."},
    {"log(self, level, msg, " SL_LOG_ARGS ")", method_log_any, 0, "Log with the level given."},
    {"handle(self, record)", method_handle, 0, "Pass a record to the handlers."},
    {"setLevel(self, level)", logger_set_level, 0, "Drop what is less severe than level."},
    {"getEffectiveLevel(self)", logger_effective, 0, "The logger's level, or that of the nearest parent that has one."},
    {"isEnabledFor(self, level)", logger_enabled, 0, "Whether a record of this level would be handled."},
    {"addHandler(self, hdlr)", add_to<kLoggerHandlers>, 0, "Pass records to one more handler."},
    {"removeHandler(self, hdlr)", remove_from<kLoggerHandlers>, 0, "Stop passing records to a handler."},
    {"addFilter(self, filter)", add_to<kLoggerFilters>, 0, "Let a filter decide about records."},
    {"removeFilter(self, filter)", remove_from<kLoggerFilters>, 0, "Remove a filter."},
    {"hasHandlers(self)", logger_has_handlers, 0, "Whether this logger or a parent has handlers."},
    {"getChild(self, suffix)", logger_child, 0, "The logger named below this one."},
    {"__repr__(self, /)", logger_repr},
    {"name", logger_name, kNativeGetter},
    {"level", logger_level, kNativeGetter, nullptr, set_logger_level},
    {"parent", logger_parent, kNativeGetter},
    {"handlers", logger_list<kLoggerHandlers>, kNativeGetter, nullptr, set_logger_list<kLoggerHandlers>},
    {"filters", logger_list<kLoggerFilters>, kNativeGetter, nullptr, set_logger_list<kLoggerFilters>},
    {"propagate", logger_flag<&LoggerData::propagate>, kNativeGetter, nullptr, set_logger_flag<&LoggerData::propagate>},
    {"disabled", logger_flag<&LoggerData::disabled>, kNativeGetter, nullptr, set_logger_flag<&LoggerData::disabled>},
};

// ---- module functions -------------------------------------------------------------------------------

Value module_get_logger(Vm& vm, Value* args) {
  if (args[0].is_none()) return Value::object(root_logger(vm));
  Str* name = as_str(args[0]);
  return name ? get_logger(vm, name->view()) : vm.raise_type("A logger name must be a string");
}

Value module_level_name(Vm& vm, Value* args) {
  if (Str* s = as_str(args[0])) {
    int level;
    if (level_arg(vm, args[0], &level)) return Value::integer(level);
    vm.clear_error();
    return vm.str_value("Level " + std::string(s->view()));
  }
  int64_t level;
  if (!vm.to_index(args[0], &level)) return Value();
  return vm.str_value(level_name(vm, static_cast<int>(level)));
}

Value module_add_level_name(Vm& vm, Value* args) {
  int64_t level;
  Str* name = as_str(args[1]);
  if (!vm.to_index(args[0], &level)) return Value();
  if (!name) return vm.raise_type("level name must be a str");
  logging_state(vm).level_names[static_cast<int>(level)] = name->view();
  return Value::none();
}

Value module_disable(Vm& vm, Value* args) { return level_arg(vm, args[0], &logging_state(vm).disabled_level) ? Value::none() : Value(); }

const MethodDef kFunctions[] = {
    {"getLogger(name=None)", module_get_logger, 0, "The logger of that name, the root logger for None."},
    {"debug(msg, " SL_LOG_ARGS ")", module_log<10>, 0, "Log to the root logger with level DEBUG."},
    {"info(msg, " SL_LOG_ARGS ")", module_log<20>, 0, "Log to the root logger with level INFO."},
    {"warning(msg, " SL_LOG_ARGS ")", module_log<30>, 0, "Log to the root logger with level WARNING."},
    {"warn(msg, " SL_LOG_ARGS ")", module_log<30>, 0, "Log to the root logger with level WARNING."},
    {"error(msg, " SL_LOG_ARGS ")", module_log<40>, 0, "Log to the root logger with level ERROR."},
    {"critical(msg, " SL_LOG_ARGS ")", module_log<50>, 0, "Log to the root logger with level CRITICAL."},
    {"fatal(msg, " SL_LOG_ARGS ")", module_log<50>, 0, "Log to the root logger with level CRITICAL."},
    {"exception(msg, " SL_LOG_ARGS ")", module_log<40, true>, 0, "Log to the root logger with the exception being handled."},
    {"log(level, msg, " SL_LOG_ARGS ")", module_log_any, 0, "Log to the root logger with the level given."},
    {"basicConfig(*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None, handlers=None, "
     "force=False, encoding=None, errors=None)",
     logging_basic_config, 0, "Give the root logger a handler and a level."},
    {"disable(level=50)", module_disable, 0, "Drop everything up to this level, whatever the loggers say."},
    {"getLevelName(level)", module_level_name, 0, "Name of a level number, or number of a name."},
    {"addLevelName(level, levelName)", module_add_level_name, 0, "Name a level."},
    {"shutdown()", [](Vm&, Value*) { return Value::none(); }, 0, "Nothing is left to write."},
};

// The parts written in the script language.
Value script_part(Vm& vm, const char* name) {
  Value module = vm.host->import_module(vm, intern("_logging_parts"));
  return module.is_unset() ? module : vm.get_attr(module, name);
}

const ConstantDef kConstants[] = {
    {"NOTSET", [](Vm&) { return Value::integer(0); }},
    {"DEBUG", [](Vm&) { return Value::integer(10); }},
    {"INFO", [](Vm&) { return Value::integer(20); }},
    {"WARNING", [](Vm&) { return Value::integer(30); }},
    {"WARN", [](Vm&) { return Value::integer(30); }},
    {"ERROR", [](Vm&) { return Value::integer(40); }},
    {"CRITICAL", [](Vm&) { return Value::integer(50); }},
    {"FATAL", [](Vm&) { return Value::integer(50); }},
    {"BASIC_FORMAT", [](Vm& vm) { return vm.str_value("%(levelname)s:%(name)s:%(message)s"); }},
    {"root", [](Vm& vm) { return Value::object(root_logger(vm)); }},
    {"raiseExceptions", [](Vm&) { return Value::boolean(true); }},
    {"LoggerAdapter", [](Vm& vm) { return script_part(vm, "LoggerAdapter"); }},
    {"BufferingFormatter", [](Vm& vm) { return script_part(vm, "BufferingFormatter"); }},
    {"makeLogRecord", [](Vm& vm) { return script_part(vm, "makeLogRecord"); }},
    {"captureWarnings", [](Vm& vm) { return script_part(vm, "captureWarnings"); }},
    {"getLevelNamesMapping", [](Vm& vm) { return script_part(vm, "getLevelNamesMapping"); }},
    {"getLoggerClass", [](Vm& vm) { return script_part(vm, "getLoggerClass"); }},
};

}  // namespace

void set_script_log_sink(ScriptLogSink write, int root_level) {
  sink().write = std::move(write);
  sink().root_level = root_level;
}
const ScriptLogSink& script_log_sink() { return sink().write; }
int script_root_level() { return sink().root_level; }

LoggingState& logging_state(Vm& vm) {
  LoggingState& s = local<LoggingState>(vm);
  if (!s.loggers) {
    s.loggers = std::make_unique<RootVec>(vm.heap);
    s.loggers->items.push_back(new_logger(vm, "root", script_root_level()));
    s.by_name["root"] = 0;
  }
  return s;
}

HostObj* root_logger(Vm& vm) { return as<HostObj>(logging_state(vm).loggers->items[0]); }

Value get_logger(Vm& vm, std::string_view name) {
  LoggingState& s = logging_state(vm);
  if (name.empty()) return s.loggers->items[0];
  auto [it, added] = s.by_name.emplace(std::string(name), s.loggers->items.size());
  if (added) s.loggers->items.push_back(new_logger(vm, name, 0));
  return s.loggers->items[it->second];
}

std::string level_name(Vm& vm, int level) {
  const auto& added = logging_state(vm).level_names;
  if (auto it = added.find(level); it != added.end()) return it->second;
  for (const auto& [number, name] : kLevels)
    if (number == level) return name;
  return "Level " + std::to_string(level);
}

bool level_arg(Vm& vm, Value v, int* out) {
  if (v.is_int_or_bool()) {
    *out = static_cast<int>(std::clamp<int64_t>(v.i, INT32_MIN, INT32_MAX));
    return true;
  }
  Str* s = as_str(v);
  if (!s) {
    Value shown = vm.repr(v);
    if (!shown.is_unset()) vm.raise_type("Level not an integer or a valid string: " + std::string(as_str(shown)->view()));
    return false;
  }
  for (const auto& [number, name] : logging_state(vm).level_names)
    if (name == s->view()) return *out = number, true;
  for (const auto& [number, name] : kLevels)
    if (name == s->view()) return *out = number, true;
  for (const auto& [name, number] : kAliases)
    if (name == s->view()) return *out = number, true;
  vm.raise_value("Unknown level: " + repr_text(s->view()));
  return false;
}

void register_logging_module() {
  TypeDef logger;
  logger.name = "Logger";
  logger.module = "logging";
  logger.doc = "A named channel of log records; made by getLogger().";
  logger.host_type = &kLoggerType;
  logger.subclassable = false;
  logger.methods = kLoggerMethods;
  logger_class = define_type(logger);

  static std::vector<Class*> classes = define_handler_classes();
  classes.push_back(logger_class);
  ModuleDef module;
  module.name = "logging";
  module.doc = "Log records, their levels, handlers and formats.";
  module.functions = kFunctions;
  module.constants = kConstants;
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
