// _csv.reader: rows out of lines, a state machine over characters that skips over what is not special.
#include "stdlib/args.h"
#include "stdlib/csv_internal.h"

namespace sl::csv {

namespace {

enum class State : uint8_t { StartRecord, StartField, Escaped, InField, InQuoted, EscapedInQuoted, QuoteInQuoted, AfterLine, AfterEscapedLine };
constexpr uint32_t kEndOfLine = UINT32_MAX - 1;

struct Reader {
  Format format;
  int64_t line_number = 0;
};

Class* reader_class;
const char kTag = 0;
const HostType kReaderType = {
    .name = "_csv.reader",
    .release = [](void* data) { delete static_cast<Reader*>(data); },
    .tag = &kTag,
};
enum Fields { kLines, kDialect, kFieldCount };

HostObj* self_reader(Vm& vm, const Value& v) {
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type == &kReaderType) [[likely]]
    return as<HostObj>(v);
  vm.raise_type("descriptor requires a '_csv.reader' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}

// One row in the making.
class Row {
 public:
  Row(Vm& vm, const Format& format) : vm_(vm), f_(format), limit_(local<Limit>(vm).value), fields_(vm.new_list()) {}
  List* fields() const { return fields_; }
  bool between() const { return state_ == State::StartRecord; }
  bool open_field() const { return !text_.empty() || state_ == State::InQuoted; }

  bool line(const char* p, const char* end) {
    while (p < end) {
      if (state_ == State::InField || state_ == State::InQuoted || state_ == State::StartField || state_ == State::StartRecord) {
        const char* stop = p;
        while (stop < end && !f_.special[static_cast<uint8_t>(*stop)]) ++stop;
        if (stop > p && state_ <= State::StartField && (f_.skip_space ? *p != ' ' : true)) {
          numeric_ = f_.quoting == kNonNumeric;
          state_ = State::InField;
        }
        if (stop > p && state_ >= State::InField) {
          if (!append({p, static_cast<size_t>(stop - p)})) return false;
          p = stop;
          continue;
        }
      }
      const char* start = p;
      uint32_t c = next_code_point(p);
      if (!step(c, {start, static_cast<size_t>(p - start)})) return false;
    }
    return step(kEndOfLine, {});
  }

  bool save() {
    Value v = numeric_ ? float_from_text(vm_, text_) : vm_.str_value(text_);
    if (v.is_unset()) return false;
    numeric_ = false;
    text_.clear();
    size_ = 0;
    list_append(vm_, fields_, v);
    return true;
  }

 private:
  bool append(std::string_view piece) {
    size_ += static_cast<int64_t>(piece.size());
    if (size_ > limit_) {
      size_ = static_cast<int64_t>(count_code_points(text_.data(), text_.size()) + count_code_points(piece.data(), piece.size()));
      if (size_ > limit_) return raise_error(vm_, "field larger than field limit (" + std::to_string(limit_) + ")"), false;
    }
    text_ += piece;
    return true;
  }

  bool end_field(uint32_t c) {
    state_ = c == kEndOfLine ? State::StartRecord : State::AfterLine;
    return save();
  }
  bool next_field() {
    state_ = State::StartField;
    return save();
  }

  bool step(uint32_t c, std::string_view piece) {
    bool line_end = c == '\n' || c == '\r' || c == kEndOfLine;
    switch (state_) {
      case State::StartRecord:
        if (c == kEndOfLine) return true;
        if (line_end) {
          state_ = State::AfterLine;
          return true;
        }
        [[fallthrough]];
      case State::StartField:
        if (line_end) return end_field(c);
        if (c == f_.quote && f_.quotes()) {
          state_ = State::InQuoted;
        } else if (c == f_.escape) {
          state_ = State::Escaped;
        } else if (c == ' ' && f_.skip_space) {
          state_ = State::StartField;
        } else if (c == f_.delimiter) {
          return next_field();
        } else {
          numeric_ = f_.quoting == kNonNumeric;
          state_ = State::InField;
          return append(piece);
        }
        return true;
      case State::Escaped: state_ = c == '\n' || c == '\r' ? State::AfterEscapedLine : State::InField; return append(c == kEndOfLine ? "\n" : piece);
      case State::AfterEscapedLine:
        if (c == kEndOfLine) return true;
        [[fallthrough]];
      case State::InField:
        if (line_end) return end_field(c);
        if (c == f_.delimiter) return next_field();
        state_ = c == f_.escape ? State::Escaped : State::InField;
        return c == f_.escape || append(piece);
      case State::InQuoted:
        if (c == kEndOfLine) return true;
        if (c == f_.escape) {
          state_ = State::EscapedInQuoted;
        } else if (c == f_.quote && f_.quotes()) {
          state_ = f_.double_quote ? State::QuoteInQuoted : State::InField;
        } else {
          return append(piece);
        }
        return true;
      case State::EscapedInQuoted: state_ = State::InQuoted; return append(c == kEndOfLine ? "\n" : piece);
      case State::QuoteInQuoted:
        if (f_.quotes() && c == f_.quote) {
          state_ = State::InQuoted;
          return append(piece);
        }
        if (c == f_.delimiter) return next_field();
        if (line_end) return end_field(c);
        if (f_.strict) {
          std::string message = "'";
          append_code_point(message, f_.delimiter);
          append_code_point(message += "' expected after '", f_.quote);
          return raise_error(vm_, message + "'"), false;
        }
        state_ = State::InField;
        return append(piece);
      case State::AfterLine:
        if (c == kEndOfLine)
          state_ = State::StartRecord;
        else if (!line_end)
          return raise_error(vm_, "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"), false;
        return true;
    }
    return true;
  }

  Vm& vm_;
  const Format& f_;
  int64_t limit_, size_ = 0;
  List* fields_;
  State state_ = State::StartRecord;
  bool numeric_ = false;
  std::string text_;
};

Value construct(Vm& vm, Value* args) {  // lines, dialect
  Value lines = vm.iter(args[0]);
  if (lines.is_unset()) return lines;
  auto reader = std::make_unique<Reader>();
  if (!reader->format.open(vm, args[1], false)) return Value();
  HostObj* o = vm.new_host(reader_class, reader.release(), kFieldCount);
  o->fields[kLines] = lines;
  o->fields[kDialect] = args[1];
  return Value::object(o);
}

Value next(Vm& vm, Value* args) {
  HostObj* self = self_reader(vm, args[0]);
  if (!self) return Value();
  auto* reader = static_cast<Reader*>(self->data);
  Row row(vm, reader->format);
  do {
    Value line = vm.next(self->fields[kLines]);
    if (line.is_unset()) {
      if (vm.raised()) return line;
      if (!row.open_field()) return vm.raise(errors().StopIteration, "");
      if (reader->format.strict) return raise_error(vm, "unexpected end of data");
      return row.save() ? Value::object(row.fields()) : Value();
    }
    Str* s = as_str(line);
    if (!s) return raise_error(vm, "iterator should return strings, not " + type_name_of(vm, line) + " (the file should be opened in text mode)");
    ++reader->line_number;
    if (!vm.check_alloc(s->size) || !row.line(s->data, s->data + s->size)) return Value();
  } while (!row.between());
  return Value::object(row.fields());
}

Value itself(Vm&, Value* args) { return args[0]; }

const MethodDef kMethods[] = {
    {"__iter__(self, /)", itself},
    {"__next__(self, /)", next},
    {"line_num",
     [](Vm& vm, Value* args) {
       HostObj* self = self_reader(vm, args[0]);
       return self ? Value::integer(static_cast<Reader*>(self->data)->line_number) : Value();
     },
     kNativeGetter},
    {"dialect",
     [](Vm& vm, Value* args) {
       HostObj* self = self_reader(vm, args[0]);
       return self ? self->fields[kDialect] : Value();
     },
     kNativeGetter},
};

}  // namespace

Class* define_reader_class() {
  TypeDef def{.name = "reader", .module = "_csv", .doc = "Iterates over the rows of lines of text."};
  def.construct_signature = "reader(lines, dialect, /)";
  def.construct = construct;
  def.subclassable = false;
  def.host_type = &kReaderType;
  def.methods = kMethods;
  return reader_class = define_type(def);
}

}  // namespace sl::csv
