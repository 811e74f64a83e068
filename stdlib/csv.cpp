// _csv: the reader and writer of the module csv, whose dialects csv.py checks.
#include "stdlib/args.h"
#include "stdlib/csv_internal.h"
#include "stdlib/registry.h"

namespace sl {
namespace csv {
namespace {

Class* error_class;

bool character_of(Vm& vm, Value dialect, const char* name, uint32_t* out) {
  Value v = vm.get_attr(dialect, name);
  if (v.is_unset()) return false;
  Str* s = as_str(v);
  *out = s && s->length ? code_point_at(s->data) : kNoCharacter;
  return true;
}

bool flag_of(Vm& vm, Value dialect, const char* name, bool* out) {
  Value v = vm.get_attr(dialect, name);
  int on = v.is_unset() ? -1 : vm.truthy(v);
  *out = on > 0;
  return on >= 0;
}

Value field_size_limit(Vm& vm, Value* args) {
  Limit& limit = local<Limit>(vm);
  int64_t old = limit.value;
  if (!args[0].is_unset()) {
    if (!is_integer(args[0])) return vm.raise_type("limit must be an integer");
    if (!vm.to_index(args[0], &limit.value)) return Value();
  }
  return Value::integer(old);
}

const MethodDef kFunctions[] = {{"field_size_limit(limit=..., /)", field_size_limit, 0, "Sets an upper limit on parsed fields; returns the old one."}};

}  // namespace

Value raise_error(Vm& vm, const std::string& message) { return vm.raise(error_class, message); }

bool Format::open(Vm& vm, Value dialect, bool writing) {
  static Str* const kOptions = intern("_options");
  if (Value options = vm.find_attr(dialect, kOptions); is_kind(options, Kind::Dict)) dialect = options;
  if (!character_of(vm, dialect, "delimiter", &delimiter) || !character_of(vm, dialect, "quotechar", &quote) || !character_of(vm, dialect, "escapechar", &escape) ||
      !flag_of(vm, dialect, "doublequote", &double_quote) || !flag_of(vm, dialect, "skipinitialspace", &skip_space) || !flag_of(vm, dialect, "strict", &strict))
    return false;
  Value mode = vm.get_attr(dialect, "quoting"), end = mode.is_unset() ? mode : vm.get_attr(dialect, "lineterminator");
  if (end.is_unset()) return false;
  if (mode.is_int()) quoting = mode.i;
  if (Str* s = as_str(end)) terminator = s->view();
  auto mark = [&](uint32_t c) {
    char bytes[4];
    if (c != kNoCharacter && encode_code_point(c, bytes)) special[static_cast<uint8_t>(bytes[0])] = true;
  };
  mark(delimiter);
  mark(quote);
  mark(escape);
  if (writing) {
    for (const char *p = terminator.data(), *last = p + terminator.size(); p < last;) mark(next_code_point(p));
  } else {
    mark('\n');
    mark('\r');
  }
  return true;
}

}  // namespace csv

void register_csv_module() {
  TypeDef error;
  error.name = "Error";
  error.module = "_csv";
  error.base = errors().Exception;
  error.layout = Layout::Exception;
  csv::error_class = define_type(error);
  static Class* const classes[] = {csv::error_class, csv::define_reader_class(), csv::define_writer_class()};
  ModuleDef module{.name = "_csv", .doc = "Reading and writing comma separated values.", .functions = csv::kFunctions};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
