// import sys
#include <unistd.h>

#include <algorithm>
#include <cfloat>
#include <cstdint>
#include <limits>

#include "core/env/environment.h"
#include "core/env/native_modules.h"
#include "core/vm/exceptions.h"
#include "core/vm/file.h"
#include "core/vm/frame.h"
#include "core/vm/introspection.h"
#include "core/vm/number.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"
#include "stdlib/struct_sequence.h"

namespace sl {
namespace {

constexpr const char* kVersionFields[] = {"major", "minor", "micro", "releaselevel", "serial"};
constexpr const char* kImplementationFields[] = {"name", "version", "hexversion", "cache_tag"};
constexpr const char* kFloatFields[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"};
constexpr const char* kIntFields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"};
constexpr const char* kHashFields[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"};
constexpr const char* kFlagFields[] = {"debug",
                                       "inspect",
                                       "interactive",
                                       "optimize",
                                       "dont_write_bytecode",
                                       "no_user_site",
                                       "no_site",
                                       "ignore_environment",
                                       "verbose",
                                       "bytes_warning",
                                       "quiet",
                                       "hash_randomization",
                                       "isolated",
                                       "dev_mode",
                                       "utf8_mode",
                                       "warn_default_encoding",
                                       "safe_path",
                                       "int_max_str_digits"};
constexpr const char* kUnraisableFields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};
constexpr const char* kThreadFields[] = {"name", "lock", "version"};
Class *version_class, *implementation_class, *float_class, *int_class, *hash_class, *flags_class, *thread_class, *unraisable_class;

constexpr int64_t kHexVersion = 0x030B00F0;
constexpr uint32_t kMaxRecursionLimit = kMaxFrames / 2;

Value n(int64_t v) { return Value::integer(v); }

Environment* environment_of(Vm& vm) { return dynamic_cast<Environment*>(vm.host); }

// ---- values made on import --------------------------------------------------------------------------

Value text_list(Vm& vm, const std::vector<std::string>& texts) {
  List* list = vm.new_list(texts.size());
  for (const std::string& t : texts) list_append(vm, list, vm.str_value(t));
  return Value::object(list);
}

Value make_argv(Vm& vm) {
  const auto& argv = vm.host->argv();
  return argv.empty() ? text_list(vm, {""}) : text_list(vm, argv);
}

Value make_path(Vm& vm) {
  Environment* env = environment_of(vm);
  return env ? text_list(vm, env->profile().library_path) : Value::object(vm.new_list());
}

Value make_version_info(Vm& vm) { return new_struct_sequence(vm, version_class, {n(3), n(11), n(0), vm.str_value("final"), n(0)}); }

Value make_implementation(Vm& vm) { return new_struct_sequence(vm, implementation_class, {vm.str_value("scriptling"), make_version_info(vm), n(kHexVersion), Value::none()}); }

Value make_float_info(Vm& vm) {
  return new_struct_sequence(vm, float_class,
                             {Value::number(DBL_MAX), n(DBL_MAX_EXP), n(DBL_MAX_10_EXP), Value::number(DBL_MIN), n(DBL_MIN_EXP), n(DBL_MIN_10_EXP), n(DBL_DIG), n(DBL_MANT_DIG),
                              Value::number(DBL_EPSILON), n(FLT_RADIX), n(1)});
}

Value make_hash_info(Vm& vm) {
  return new_struct_sequence(vm, hash_class, {n(64), n((int64_t{1} << 61) - 1), n(314159), n(0), n(1000003), vm.str_value("xxh3"), n(64), n(64), n(0)});
}

Value make_executable(Vm& vm) {
  char path[4096];
  ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
  return vm.str_value({path, static_cast<size_t>(std::max<ssize_t>(size, 0))});
}

// __stdout__ is the object stdout was first; the module is being filled in that order.
Value own_stream(Vm& vm, const char* name) { return vm.module_get(as<Module>(dict_get_str(vm.modules, intern("sys"))), intern(name)); }

Value own_function(Vm& vm, const char* name) { return own_stream(vm, name); }

Value make_flags(Vm& vm) {
  Value no = n(0);
  return new_struct_sequence(vm, flags_class, {no, no, no, no, n(1), no, no, no, no, no, no, n(1), no, Value::boolean(false), no, no, Value::boolean(false), n(4300)});
}

// Modules linked into the program, sorted; the same tuple in every environment.
Value make_module_names(Vm&) {
  static const Value names = [] {
    std::vector<std::string> found = script_module_names();
    for_each_native_module([&](NativeModule& m) {
      if (m.defined()) found.push_back(m.name());
    });
    std::erase_if(found, [](const std::string& name) { return name.find('.') != std::string::npos; });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    auto* t = static_cast<Tuple*>(allocate_shared(Kind::Tuple, sizeof(Tuple) + found.size() * sizeof(Value)));
    for (const std::string& name : found) t->items[t->size++] = Value::object(intern(name));
    return Value::object(t);
  }();
  return names;
}

const ConstantDef kConstants[] = {
    {"argv", make_argv},
    {"path", make_path},
    {"modules", [](Vm& vm) { return Value::object(vm.modules); }},
    {"stdin", [](Vm& vm) { return new_standard_stream(vm, 0); }},
    {"stdout", [](Vm& vm) { return new_standard_stream(vm, 1); }},
    {"stderr", [](Vm& vm) { return new_standard_stream(vm, 2); }},
    {"__stdin__", [](Vm& vm) { return own_stream(vm, "stdin"); }},
    {"__stdout__", [](Vm& vm) { return own_stream(vm, "stdout"); }},
    {"__stderr__", [](Vm& vm) { return own_stream(vm, "stderr"); }},
    {"_git",
     [](Vm& vm) {
       return Value::object(vm.new_tuple({vm.str_value("Scriptling"), vm.str_value(""), vm.str_value("")}));
     }},
    {"version", [](Vm& vm) { return vm.str_value("3.11.0 (scriptling-server) [GCC " __VERSION__ "]"); }},
    {"version_info", make_version_info},
    {"implementation", make_implementation},
    {"float_info", make_float_info},
    {"int_info",
     [](Vm& vm) {
       return new_struct_sequence(vm, int_class, {n(30), n(4), n(4300), n(640)});
     }},
    {"hash_info", make_hash_info},
    {"float_repr_style", [](Vm& vm) { return vm.str_value("short"); }},
    {"hexversion", [](Vm&) { return n(kHexVersion); }},
    {"maxsize", [](Vm&) { return n(INT64_MAX); }},
    {"maxunicode", [](Vm&) { return n(0x10FFFF); }},
    {"platform", [](Vm& vm) { return vm.str_value("linux"); }},
    {"byteorder", [](Vm& vm) { return vm.str_value("little"); }},
    {"executable", make_executable},
    {"path_sep", [](Vm& vm) { return vm.str_value("/"); }},
    {"copyright", [](Vm& vm) { return vm.str_value("scriptling-server"); }},
    {"dont_write_bytecode", [](Vm&) { return Value::boolean(true); }},
    {"warnoptions", [](Vm& vm) { return Value::object(vm.new_list()); }},
    {"__displayhook__", [](Vm& vm) { return own_function(vm, "displayhook"); }},
    {"__breakpointhook__",
     [](Vm& vm) {
       Value hook = own_function(vm, "breakpointhook");
       return hook.is_unset() ? Value::none() : hook;  // sandboxes have none
     }},
    {"__excepthook__", [](Vm& vm) { return own_function(vm, "excepthook"); }},
    {"__unraisablehook__", [](Vm& vm) { return own_function(vm, "unraisablehook"); }},
    {"UnraisableHookArgs", [](Vm&) { return Value::object(unraisable_class); }},
    {"flags", make_flags},
    {"thread_info",
     [](Vm& vm) {
       return new_struct_sequence(vm, thread_class, {vm.str_value("pthread"), vm.str_value("mutex"), Value::none()});
     }},
    {"prefix", [](Vm& vm) { return vm.str_value("/usr"); }},
    {"exec_prefix", [](Vm& vm) { return vm.str_value("/usr"); }},
    {"base_prefix", [](Vm& vm) { return vm.str_value("/usr"); }},
    {"base_exec_prefix", [](Vm& vm) { return vm.str_value("/usr"); }},
    {"platlibdir", [](Vm& vm) { return vm.str_value("lib"); }},
    {"abiflags", [](Vm& vm) { return vm.str_value(""); }},
    {"pycache_prefix", [](Vm&) { return Value::none(); }},
    {"orig_argv", make_argv},
    {"meta_path", [](Vm& vm) { return Value::object(vm.new_list()); }},
    {"path_hooks", [](Vm& vm) { return Value::object(vm.new_list()); }},
    {"path_importer_cache", [](Vm& vm) { return Value::object(vm.new_dict()); }},
    {"_xoptions", [](Vm& vm) { return Value::object(vm.new_dict()); }},
    {"builtin_module_names", make_module_names},
};

// ---- functions --------------------------------------------------------------------------------------

Value sys_exit(Vm& vm, Value* args) {
  Value type = Value::object(errors().SystemExit), e;
  if (args[0].is_none())
    e = vm.call(type);
  else if (is_kind(args[0], Kind::Tuple))
    e = vm.call(type, as<Tuple>(args[0])->items, as<Tuple>(args[0])->size);  // as CPython spreads them
  else
    e = vm.call(type, {args[0]});
  return e.is_unset() ? e : vm.raise(e);
}

Value current_exception(Vm& vm) {
  Value e = handled_exception(vm);
  return e.is_object() ? e : Value::none();
}

Value sys_exc_info(Vm& vm, Value*) {
  Value e = current_exception(vm);
  if (e.is_none()) return Value::object(vm.new_tuple({e, e, e}));
  ExceptionInstance* x = as_exception(e);
  Value traceback = x ? traceback_of(x) : Value::none();
  return Value::object(vm.new_tuple({Value::object(vm.type_of(e)), e, traceback}));
}

Value sys_setrecursionlimit(Vm& vm, Value* args) {
  int64_t limit;
  if (!vm.to_index(args[0], &limit)) return Value();
  if (limit < 1) return vm.raise_value("recursion limit must be greater or equal than 1");
  Environment* env = environment_of(vm);
  int64_t most = env && env->profile().sandboxed ? env->profile().limits.depth : kMaxRecursionLimit;
  vm.limits.depth = static_cast<uint32_t>(std::min(limit, most));
  return Value::none();
}

Value sys_intern(Vm& vm, Value* args) {
  // Names from requests are not kept for ever: comparing by value is as good.
  if (is_str(args[0])) return args[0];
  return vm.raise_type("intern() argument must be str, not " + type_name_of(vm, args[0]));
}

// About what CPython would say, from the same rules.
int64_t size_of(Value v) {
  if (!v.is_object()) return v.is_none() ? 16 : v.is_float() ? 24 : v.i == 0 ? (v.is_bool() ? 24 : 28) : v.i < (1 << 30) && v.i > -(1 << 30) ? 28 : 32;
  switch (v.o->kind) {
    case Kind::Str: {
      auto* s = as<Str>(v);
      return s->ascii() ? 49 + s->size : 74 + 2 * static_cast<int64_t>(s->length);
    }
    case Kind::Bytes: return 33 + static_cast<int64_t>(as<Bytes>(v)->size);
    case Kind::ByteArray: return 57 + static_cast<int64_t>(as<ByteArray>(v)->capacity);
    case Kind::BigInt: return 24 + static_cast<int64_t>(as<BigInt>(v)->limb_count) * 9;
    case Kind::List: return 56 + 8 * static_cast<int64_t>(as<List>(v)->capacity);
    case Kind::Tuple: return 40 + 8 * static_cast<int64_t>(as<Tuple>(v)->size);
    case Kind::Dict: return as<Dict>(v)->used ? 104 + static_cast<int64_t>(as<Dict>(v)->capacity) * 24 : 64;
    case Kind::Set:
    case Kind::FrozenSet: return 216 + (as<Set>(v)->mask > 7 ? static_cast<int64_t>(as<Set>(v)->mask + 1) * 16 : 0);
    case Kind::Function: return 144;
    default: return 48;
  }
}

Value sys_getsizeof(Vm& vm, Value* args) {
  if (is_kind(args[0], Kind::Instance)) {
    Value own = vm.call_special(args[0], names().__sizeof__);
    if (!own.is_unset() || vm.raised()) return own;
  }
  return n(size_of(unwrap(args[0])));
}

Value sys_set_int_max_str_digits(Vm& vm, Value* args) {
  int64_t digits;
  if (!vm.to_index(args[0], &digits)) return Value();
  if (digits != 0 && digits < 640) return vm.raise_value("maxdigits must be 0 or larger than 640");
  int_max_str_digits(vm) = digits;
  return Value::none();
}

struct SwitchInterval {
  double seconds = 0.005;
};

Value text_constant(Vm& vm, const char* text) { return vm.str_value(text); }

Value sys_getframe(Vm& vm, Value* args) {
  int64_t depth;
  if (!vm.to_index(args[0], &depth)) return {};
  Value frame = running_frame(vm, static_cast<uint32_t>(std::clamp<int64_t>(depth, 0, UINT32_MAX)));
  return frame.is_unset() ? vm.raise_value("call stack is not deep enough") : frame;
}

Value sys_displayhook(Vm& vm, Value* args) { return show_result(vm, args[0]) ? Value::none() : Value(); }

// What breakpoint() calls: the function that PYTHONBREAKPOINT names, else a debugger, which there may not be.
Value sys_breakpointhook(Vm& vm, Value* args) {
  const char* set = std::getenv("PYTHONBREAKPOINT");
  Value os = vm.modules ? dict_get_str(vm.modules, intern("os")) : Value();
  Value changed = is_kind(os, Kind::Module) ? vm.module_get(as<Module>(os), intern("environ")) : Value();
  Value text = changed.is_unset() ? changed : vm.call_method(changed, names().get, {vm.str_value("PYTHONBREAKPOINT")});
  if (vm.raised()) return {};
  std::string name = text.is_unset() ? (set ? set : "") : as_str(text) ? std::string(as_str(text)->view()) : "";
  if (name == "0") return Value::none();
  if (name.empty()) name = "pdb.set_trace";
  size_t dot = name.rfind('.');
  Value module = vm.host->import_module(vm, intern(dot == name.npos ? "builtins" : name.substr(0, dot)));
  Value hook = module.is_unset() ? module : vm.get_attr(module, dot == name.npos ? name : name.substr(dot + 1));
  if (!hook.is_unset()) return vm.call_kw(hook, as<Tuple>(args[0])->items, as<Tuple>(args[0])->size, as_dict(args[1]));
  if (!vm.catch_error(errors().ImportError) && !vm.catch_error(errors().AttributeError) && !vm.catch_error(errors().ValueError)) return {};
  Value warnings = vm.host->import_module(vm, intern("warnings"));
  if (warnings.is_unset()) return warnings;
  return vm.call_method(warnings, intern("warn"), {vm.str_value("Ignoring unimportable $PYTHONBREAKPOINT: \"" + name + "\""), Value::object(errors().RuntimeWarning)});
}

Value builtin_breakpoint(Vm& vm, Value* args) {
  Value sys = vm.host->import_module(vm, intern("sys"));
  if (sys.is_unset()) return sys;
  Value hook = vm.find_attr(sys, intern("breakpointhook"));
  if (hook.is_unset()) return vm.raised() ? hook : vm.raise(errors().RuntimeError, "lost sys.breakpointhook");
  return vm.call_kw(hook, as<Tuple>(args[0])->items, as<Tuple>(args[0])->size, as_dict(args[1]));
}

Value print_to_stderr(Vm& vm, const std::string& text) {
  Value stream = vm.module_get(as<Module>(dict_get_str(vm.modules, intern("sys"))), intern("stderr"));
  if (stream.is_unset() || stream.is_none()) return Value::none();
  return vm.call_method(stream, names().write, {vm.str_value(text)}).is_unset() ? Value() : Value::none();
}

Value construct_unraisable(Vm& vm, Value* args) {
  Tuple* t = vm.to_tuple(args[0]);
  if (!t) return Value();
  if (t->size != 5) return vm.raise_type("UnraisableHookArgs() takes a 5-sequence (" + std::to_string(t->size) + "-sequence given)");
  return new_struct_sequence(vm, unraisable_class, {t->items[0], t->items[1], t->items[2], t->items[3], t->items[4]});
}

// The traceback is that of the exception itself, where the caller's differs it is not looked at.
Value sys_excepthook(Vm& vm, Value* args) { return print_to_stderr(vm, vm.format_exception(args[1])); }

Value sys_unraisablehook(Vm& vm, Value* args) {
  Tuple* fields = is_kind(args[0], Kind::Instance) && as<Instance>(args[0])->cls == unraisable_class ? as_tuple(args[0]) : nullptr;
  if (!fields) return vm.raise_type("sys.unraisablehook argument type must be UnraisableHookArgs");
  Value message = fields->items[3], object = fields->items[4];
  Value shown = object.is_none() ? Value() : vm.repr(object);
  if (vm.raised()) return Value();
  std::string text = is_str(message) ? std::string(as<Str>(message)->view()) : "Exception ignored in";
  if (is_str(shown)) text.append(": ").append(as<Str>(shown)->view());
  return print_to_stderr(vm, text + (is_str(shown) ? "\n" : ":\n") + vm.format_exception(fields->items[1]));
}

Value sys_setswitchinterval(Vm& vm, Value* args) {
  if (!(args[0].f > 0)) return vm.raise_value("switch interval must be strictly positive");
  local<SwitchInterval>(vm).seconds = args[0].f;
  return Value::none();
}

const MethodDef kFunctions[] = {
    {"exit(status=None, /)", sys_exit, 0, "End the script: 0 or None for success, a number, or a message for stderr."},
    {"exc_info()", sys_exc_info, 0, "(type, value, traceback) of the exception being handled."},
    {"exception()", [](Vm& vm, Value*) { return current_exception(vm); }, 0, "The exception being handled, or None."},
    {"getrecursionlimit()", [](Vm& vm, Value*) { return n(vm.limits.depth); }, 0, "How deep calls may nest."},
    {"setrecursionlimit(limit, /)", sys_setrecursionlimit, 0, "Change how deep calls may nest."},
    {"getrefcount(object, /)", [](Vm&, Value*) { return n(2); }, 0, "2: references are not counted."},
    {"getsizeof(object, default=None)", sys_getsizeof, 0, "Size of an object in bytes, about."},
    {"intern(string, /)", sys_intern, 0, "The string itself."},
    {"getdefaultencoding()", [](Vm& vm, Value*) { return text_constant(vm, "utf-8"); }, 0, "'utf-8'."},
    {"getfilesystemencoding()", [](Vm& vm, Value*) { return text_constant(vm, "utf-8"); }, 0, "'utf-8'."},
    {"getfilesystemencodeerrors()", [](Vm& vm, Value*) { return text_constant(vm, "surrogateescape"); }, 0, "'surrogateescape'."},
    {"get_int_max_str_digits()", [](Vm& vm, Value*) { return n(int_max_str_digits(vm)); }, 0, "Digits an int may have as text."},
    {"set_int_max_str_digits(maxdigits)", sys_set_int_max_str_digits, 0, "Change how many digits an int may have as text; 0: no limit."},
    {"gettrace()", [](Vm&, Value*) { return Value::none(); }, 0, "None."},
    {"getprofile()", [](Vm&, Value*) { return Value::none(); }, 0, "None."},
    {"_getframe(depth=0, /)", sys_getframe, kNativeUnsafe, "The frame of the running function, or of the depth-th call around it."},
    {"displayhook(object, /)", sys_displayhook, 0, "Print an object to sys.stdout, as the interactive prompt does."},
    {"breakpointhook(*args, **kws)", sys_breakpointhook, kNativeUnsafe, "What breakpoint() calls."},
    {"excepthook(exctype, value, traceback, /)", sys_excepthook, 0, "Print an exception with its traceback to sys.stderr."},
    {"unraisablehook(unraisable, /)", sys_unraisablehook, 0, "Print an exception nobody can handle, as one of a `__del__`, to sys.stderr."},
    {"getswitchinterval()", [](Vm& vm, Value*) { return Value::number(local<SwitchInterval>(vm).seconds); }, 0, "What setswitchinterval() has set."},
    {"setswitchinterval(interval: float, /)", sys_setswitchinterval, 0, "How often threads should take turns; they do so when they wait."},
    {"is_finalizing()", [](Vm&, Value*) { return Value::boolean(false); }, 0, "False while a script can ask."},
};

}  // namespace

void register_sys_module() {
  unraisable_class = define_struct_sequence("UnraisableHookArgs", "sys", kUnraisableFields, "UnraisableHookArgs(sequence, /)", construct_unraisable);
  version_class = define_struct_sequence("version_info", "sys", kVersionFields);
  implementation_class = define_struct_sequence("implementation", "sys", kImplementationFields);
  float_class = define_struct_sequence("float_info", "sys", kFloatFields);
  int_class = define_struct_sequence("int_info", "sys", kIntFields);
  hash_class = define_struct_sequence("hash_info", "sys", kHashFields);
  flags_class = define_struct_sequence("flags", "sys", kFlagFields);
  thread_class = define_struct_sequence("thread_info", "sys", kThreadFields);
  static const MethodDef kBreakpoint[] = {{"breakpoint(*args, **kws)", builtin_breakpoint, kNativeUnsafe, "Call sys.breakpointhook(*args, **kws)."}};
  define_builtins(kBreakpoint);
  ModuleDef module;
  module.name = "sys";
  module.doc = "The environment a script runs in.";
  module.functions = kFunctions;
  module.constants = kConstants;
  define_module(module);
}

}  // namespace sl
