// _csv.writer: lines out of rows.
#include "stdlib/args.h"
#include "stdlib/csv_internal.h"

namespace sl::csv {

namespace {

Class* writer_class;
const char kTag = 0;
const HostType kWriterType = {
    .name = "_csv.writer",
    .release = [](void* data) { delete static_cast<Format*>(data); },
    .tag = &kTag,
};
enum Fields { kWrite, kDialect, kFieldCount };

HostObj* self_writer(Vm& vm, const Value& v) {
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kWriterType) [[likely]]
    return as<HostObj>(v);
  vm.raise_type("descriptor requires a '_csv.writer' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}

bool is_numeric(Vm& vm, Value v) {
  if (is_number(v) || is_kind(v, Kind::Complex)) return true;
  for (const char* name : {"__index__", "__int__", "__float__"})
    if (!vm.find_special(v, intern(name)).is_unset()) return true;
  return false;
}

class Line {
 public:
  Line(Vm& vm, const Format& format) : vm_(vm), f_(format) { f_delimiter_.reserve(4), append_code_point(f_delimiter_, format.delimiter); }
  std::string text;
  uint64_t fields = 0;

  bool value(Value v) {
    bool quoted = f_.quoting == kAll || (f_.quoting == kNonNumeric && !is_numeric(vm_, v));
    if (v.is_none()) return field({}, quoted);
    Value shown = is_str(v) ? v : vm_.str(v);
    return !shown.is_unset() && field(as<Str>(shown)->view(), quoted);
  }

  bool field(std::string_view s, bool quoted) {
    if (fields++) text += f_delimiter_;
    size_t start = text.size();
    for (const char *p = s.data(), *end = p + s.size(); p < end;) {
      const char* stop = p;
      while (stop < end && !f_.special[static_cast<uint8_t>(*stop)]) ++stop;
      text.append(p, stop);
      if ((p = stop) == end) break;
      uint32_t c = next_code_point(p);
      if (is_special(c, {stop, static_cast<size_t>(p - stop)})) {
        bool escape = !f_.quotes();
        if (!escape && c == f_.quote) {
          if (f_.double_quote)
            text.append(stop, p);
          else
            escape = true;
        } else if (!escape && c == f_.escape) {
          escape = true;
        }
        if (!escape) {
          quoted = true;
        } else {
          if (f_.escape == kNoCharacter) return raise_error(vm_, "need to escape, but no escapechar set"), false;
          append_code_point(text, f_.escape);
        }
      }
      text.append(stop, p);
    }
    if (quoted && f_.quote != kNoCharacter) {
      std::string mark;
      append_code_point(mark, f_.quote);
      text.insert(start, mark);
      text += mark;
    }
    return true;
  }

  bool finish() {
    if (fields == 1 && text.empty()) {
      if (!f_.quotes()) return raise_error(vm_, "single empty field record must be quoted"), false;
      fields = 0;
      if (!field({}, true)) return false;
    }
    text += f_.terminator;
    return true;
  }

 private:
  bool is_special(uint32_t c, std::string_view bytes) const { return c == f_.delimiter || c == f_.quote || c == f_.escape || f_.terminator.find(bytes) != std::string::npos; }
  Vm& vm_;
  const Format& f_;
  std::string f_delimiter_;
};

Value write_row(Vm& vm, HostObj* self, Value row) {
  const auto& format = *static_cast<const Format*>(self->data);
  Line line(vm, format);
  if (is_kind(row, Kind::List) || is_kind(row, Kind::Tuple)) {
    bool list = is_kind(row, Kind::List);
    for (uint64_t i = 0; i < (list ? as<List>(row)->size : as<Tuple>(row)->size); ++i)
      if (!line.value(list ? as<List>(row)->items[i] : as<Tuple>(row)->items[i])) return Value();
  } else {
    Value it = vm.iter(row);
    if (it.is_unset()) {
      if (vm.catch_error(errors().TypeError)) return raise_error(vm, "iterable expected, not " + type_name_of(vm, row));
      return it;
    }
    for (Value v = vm.next(it); !v.is_unset(); v = vm.next(it))
      if (!line.value(v)) return Value();
    if (vm.raised()) return Value();
  }
  if (!line.finish() || !check_text_size(vm, line.text.size())) return Value();
  return vm.call(self->fields[kWrite], {vm.str_value(line.text)});
}

Value construct(Vm& vm, Value* args) {  // write, dialect
  auto format = std::make_unique<Format>();
  if (!format->open(vm, args[1], true)) return Value();
  HostObj* o = vm.new_host(writer_class, format.release(), kFieldCount);
  o->fields[kWrite] = args[0];
  o->fields[kDialect] = args[1];
  return Value::object(o);
}

Value writerow(Vm& vm, Value* args) {
  HostObj* self = self_writer(vm, args[0]);
  return self ? write_row(vm, self, args[1]) : Value();
}

Value writerows(Vm& vm, Value* args) {
  HostObj* self = self_writer(vm, args[0]);
  Value it = self ? vm.iter(args[1]) : Value();
  if (it.is_unset()) return it;
  for (Value row = vm.next(it); !row.is_unset(); row = vm.next(it))
    if (write_row(vm, self, row).is_unset()) return Value();
  return vm.raised() ? Value() : Value::none();
}

const MethodDef kMethods[] = {
    {"writerow(self, row, /)", writerow, 0, "Construct and write a CSV record from an iterable of fields."},
    {"writerows(self, rows, /)", writerows, 0, "Construct and write a series of iterables to a csv file."},
    {"dialect",
     [](Vm& vm, Value* args) {
       HostObj* self = self_writer(vm, args[0]);
       return self ? self->fields[kDialect] : Value();
     },
     kNativeGetter},
};

}  // namespace

Class* define_writer_class() {
  TypeDef def{.name = "writer", .module = "_csv", .doc = "Writes rows as lines of text."};
  def.construct_signature = "writer(write, dialect, /)";
  def.construct = construct;
  def.subclassable = false;
  def.host_type = &kWriterType;
  def.methods = kMethods;
  return writer_class = define_type(def);
}

}  // namespace sl::csv
