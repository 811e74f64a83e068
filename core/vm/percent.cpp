// printf-style formatting: str % args and bytes % args.
#include <charconv>

#include "core/vm/bulk.h"
#include "core/vm/dialect.h"
#include "core/vm/format.h"
#include "core/vm/number.h"
#include "core/vm/small_text.h"

namespace sl {

namespace {

constexpr int64_t kPlainWidth = 4096;

struct Conversion {
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1, precision = -1;
  uint32_t code = 0;
};

// A converted value before padding.
struct Piece {
  std::string text;
  std::string_view prefix = {};
  bool numeric = false, negative = false;
};

class Percent {
 public:
  Percent(Vm& vm, std::string_view format, bool bytes, Value args) : vm_(vm), format_(format), bytes_(bytes), args_(args) {
    Value u = unwrap(args);
    if (is_kind(u, Kind::Tuple)) {
      tuple_ = as<Tuple>(u);
      return;
    }
    bool text = is_str(u) || (bytes_ && (is_kind(u, Kind::Bytes) || is_kind(u, Kind::ByteArray)));
    mapping_ = !text && args.is_object() && !is_kind(args, Kind::Class) && !vm.find_special(args, names().__getitem__).is_unset();
  }

  bool run(std::string* out) {
    out->reserve(format_.size() + 32);
    while (at_ < format_.size()) {
      size_t next = format_.find('%', at_);
      out->append(format_, at_, next - at_);
      if (next == format_.npos) break;
      at_ = next + 1;
      if (at_ < format_.size() && format_[at_] == '%') {
        *out += '%';
        ++at_;
        continue;
      }
      if (!convert_next(out) || !check_text_size(vm_, out->size())) return false;
    }
    bool left_over = tuple_ ? used_ < tuple_->size && !keyed_ : used_ == 0 && !mapping_;
    if (!left_over) return true;
    return fail_type(std::string("not all arguments converted during ") + (bytes_ ? "bytes" : "string") + " formatting");
  }

 private:
  bool fail_type(std::string_view message) {
    vm_.raise_type(message);
    return false;
  }
  bool fail_value(std::string_view message) {
    vm_.raise_value(message);
    return false;
  }
  bool more() const noexcept { return at_ < format_.size(); }
  char peek() const noexcept { return more() ? format_[at_] : '\0'; }
  bool digit() const noexcept { return more() && format_[at_] >= '0' && format_[at_] <= '9'; }

  // ---- arguments ----------------------------------------------------------------------------

  bool next_argument(Value* out) {
    if (keyed_) {  // the value a key selected serves once
      if (used_ == 0) {
        used_ = 1;
        *out = keyed_value_;
        return true;
      }
    } else if (tuple_) {
      if (used_ < tuple_->size) {
        *out = tuple_->items[used_++];
        return true;
      }
    } else if (used_ == 0) {
      used_ = 1;
      *out = args_;
      return true;
    }
    return fail_type("not enough arguments for format string");
  }

  bool read_key() {
    if (!mapping_) return fail_type("format requires a mapping");
    size_t start = ++at_;
    for (int depth = 1; depth > 0; ++at_) {
      if (!more()) return fail_value("incomplete format key");
      if (format_[at_] == ')')
        --depth;
      else if (format_[at_] == '(')
        ++depth;
    }
    std::string_view key = format_.substr(start, at_ - 1 - start);
    keyed_value_ = vm_.get_item(args_, bytes_ ? Value::object(vm_.new_bytes(key)) : vm_.str_value(key));
    keyed_ = true;
    used_ = 0;
    return !keyed_value_.is_unset();
  }

  bool star(int64_t* out, bool precision) {
    ++at_;
    Value v;
    if (!next_argument(&v)) return false;
    Value u = unwrap(v);
    if (!is_integer(u)) return fail_type("* wants int");
    return precision ? int_arg(vm_, u, out) : size_arg(vm_, u, out);
  }

  bool read_number(int64_t limit, const char* message, int64_t* out) {
    *out = 0;
    for (; digit(); ++at_) {
      int d = format_[at_] - '0';
      if (*out > (limit - d) / 10) return fail_value(message);
      *out = *out * 10 + d;
    }
    return true;
  }

  bool read_flags(Conversion* c) {
    for (; more(); ++at_) {
      switch (format_[at_]) {
        case '-': c->left = true; break;
        case '+': c->plus = true; break;
        case ' ': c->blank = true; break;
        case '#': c->alternate = true; break;
        case '0': c->zero = true; break;
        default: return true;
      }
    }
    return true;
  }

  bool read_conversion(Conversion* c) {
    if (peek() == '(' && !read_key()) return false;
    read_flags(c);
    if (peek() == '*') {
      if (!star(&c->width, false)) return false;
      if (c->width < 0) {
        c->left = true;
        c->width = c->width == INT64_MIN ? INT64_MAX : -c->width;
      }
    } else if (digit() && !read_number(INT64_MAX, "width too big", &c->width)) {
      return false;
    }
    if (peek() == '.') {
      ++at_;
      c->precision = 0;
      if (peek() == '*') {
        if (!star(&c->precision, true)) return false;
        c->precision = std::max<int64_t>(c->precision, 0);
      } else if (!read_number(INT32_MAX, bytes_ ? "prec too big" : "precision too big", &c->precision)) {
        return false;
      }
    }
    if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++at_;
    if (!more()) return fail_value("incomplete format");
    code_at_ = at_;
    if (bytes_) {
      c->code = static_cast<uint8_t>(format_[at_++]);
    } else {
      const char* p = format_.data() + at_;
      c->code = next_code_point(p);
      at_ = static_cast<size_t>(p - format_.data());
    }
    return true;
  }

  // ---- conversions ----------------------------------------------------------------------------

  bool convert_next(std::string* out) {
    Conversion c;
    Value v;
    if (peek() == 's' || peek() == 'd') {  // the common ones without the machinery
      bool text = peek() == 's' && !bytes_;
      if (!next_argument(&v)) return false;
      if (text && is_str(v)) {
        ++at_;
        out->append(as<Str>(v)->view());
        return true;
      }
      if (v.is_int() && (text || peek() == 'd')) {
        ++at_;
        char buffer[32];
        auto r = std::to_chars(buffer, buffer + sizeof buffer, v.i);
        out->append(buffer, r.ptr);
        return true;
      }
      c.code = static_cast<uint8_t>(peek());
      code_at_ = at_++;
      Piece piece;
      return convert(c, v, &piece) && append(c, piece, out);
    }
    if (!read_conversion(&c) || !next_argument(&v)) return false;
    if (append_plain(c, v, out)) return true;
    Piece piece;
    if (!convert(c, v, &piece)) return false;
    return append(c, piece, out);
  }

  // Ints and ASCII text without a precision, which most conversions are. False: the value is of another kind.
  bool append_plain(const Conversion& c, Value v, std::string* out) {
    bool number = c.code == 'd' || c.code == 'i';
    if (!(number || (c.code == 's' && !bytes_)) || c.precision >= 0 || c.width > kPlainWidth) return false;
    char digits[24];
    std::string_view text;
    if (v.is_int())
      text = {digits, static_cast<size_t>(std::to_chars(digits, digits + sizeof digits, v.i).ptr - digits)};
    else if (!number && is_str(v) && as<Str>(v)->ascii())
      text = as<Str>(v)->view();
    else
      return false;
    char sign = '\0';
    if (number) sign = text[0] == '-' ? '-' : c.plus ? '+' : c.blank ? ' ' : '\0';
    if (sign == '-') text.remove_prefix(1);
    int64_t free = c.width - static_cast<int64_t>(text.size()) - (sign ? 1 : 0);
    size_t pad = free > 0 ? static_cast<size_t>(free) : 0;
    bool zeros = number && c.zero && !c.left;
    if (!c.left && !zeros) out->append(pad, ' ');
    if (sign) *out += sign;
    if (zeros) out->append(pad, '0');
    out->append(text);
    if (c.left) out->append(pad, ' ');
    return true;
  }

  bool convert(const Conversion& c, Value v, Piece* piece) {
    switch (c.code) {
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X': return convert_int(c, v, piece);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': return convert_float(c, v, piece);
      case 'c': return bytes_ ? convert_byte(v, piece) : convert_char(v, piece);
      case 's':
        if (bytes_) return convert_bytes(c, v, piece);
        return take_text(c, is_str(v) ? v : vm_.str(v), piece);
      case 'b':
        if (bytes_) return convert_bytes(c, v, piece);
        break;
      case 'r': return take_text(c, bytes_ ? vm_.ascii(v) : vm_.repr(v), piece);
      case 'a': return take_text(c, vm_.ascii(v), piece);
      default: break;
    }
    if (bytes_ && c.code >= 0x80) {
      vm_.raise(errors().OverflowError, "character argument not in range(0x110000)");
      return false;
    }
    size_t index = bytes_ ? code_at_ : count_code_points(format_.data(), code_at_);
    char shown = bytes_ || (c.code >= 31 && c.code <= 126) ? static_cast<char>(c.code) : '?';
    char tail[64];
    std::snprintf(tail, sizeof tail, "' (0x%x) at index %zu", c.code, index);
    vm_.raise_value(std::string("unsupported format character '") + shown + tail);
    return false;
  }

  bool take_text(const Conversion& c, Value text, Piece* piece) {
    if (text.is_unset()) return false;
    Str* s = as_str(text);
    std::string_view view = s->view();
    if (c.precision >= 0 && c.precision < s->length) view = view.substr(0, byte_offset(vm_, s, static_cast<uint32_t>(c.precision)));
    piece->text = view;
    return true;
  }

  bool convert_bytes(const Conversion& c, Value v, Piece* piece) {
    std::string_view data;
    if (!bytes_view(v, &data)) {
      Value made = vm_.call_special(v, names().__bytes__);
      if (vm_.raised()) return false;
      if (made.is_unset()) return fail_type("%b requires a bytes-like object, or an object that implements __bytes__, not '" + std::string(type_name(vm_, v)) + "'");
      if (!as_bytes(made)) return fail_type("__bytes__ returned non-bytes (type " + std::string(type_name(vm_, made)) + ")");
      data = as_bytes(made)->view();
    }
    if (c.precision >= 0) data = data.substr(0, static_cast<size_t>(c.precision));
    piece->text = data;
    return true;
  }

  bool convert_char(Value v, Piece* piece) {
    if (Str* s = as_str(v)) {
      if (s->length != 1) return fail_type("%c requires int or char");
      piece->text = s->view();
      return true;
    }
    Value n = index_of(v);
    if (n.is_unset()) return vm_.raised() ? false : fail_type("%c requires int or char");
    if (!n.is_int_or_bool() || n.i < 0 || n.i > kMaxCodePoint) {
      vm_.raise(errors().OverflowError, "%c arg not in range(0x110000)");
      return false;
    }
    append_code_point(piece->text, static_cast<uint32_t>(n.i));
    return true;
  }

  bool convert_byte(Value v, Piece* piece) {
    constexpr std::string_view kMessage = "%c requires an integer in range(256) or a single byte";
    std::string_view data;
    if (bytes_view(v, &data)) {
      piece->text = data;
      return data.size() == 1 || fail_type(kMessage);
    }
    Value n = index_of(v);
    if (n.is_unset()) return vm_.raised() ? false : fail_type(kMessage);
    if (!n.is_int_or_bool() || n.i < 0 || n.i > 255) {
      vm_.raise(errors().OverflowError, "%c arg not in range(256)");
      return false;
    }
    piece->text = static_cast<char>(n.i);
    return true;
  }

  // The integer of an int or an object with __index__; unset with nothing pending: it has none.
  Value index_of(Value v) {
    Value u = unwrap(v);
    if (is_integer(u)) return u;
    if (!is_kind(v, Kind::Instance) && !is_kind(v, Kind::Host)) return {};
    return unwrap(vm_.call_special(v, names().__index__));
  }

  // As int() for %d; %x and %o take integers only. Unset with nothing pending: not a number.
  Value integer_of(Value v, bool truncate) {
    if (!truncate) return index_of(v);
    Value f = unwrap(v);
    if (is_integer(f)) return f;
    if (f.is_float()) return int_from_double(vm_, f.f);
    if (!is_kind(v, Kind::Instance) && !is_kind(v, Kind::Host)) return {};
    Value n = unwrap(vm_.call_special(v, names().__int__));
    if (vm_.raised() || is_integer(n)) return n;
    n = index_of(v);
    if (!n.is_unset() || vm_.raised()) return n;
    if (vm_.find_special(v, names().__float__).is_unset()) return {};  // __trunc__ alone makes no number
    return unwrap(vm_.call_special(v, names().__trunc__));
  }

  bool convert_int(const Conversion& c, Value v, Piece* piece) {
    bool decimal = c.code == 'd' || c.code == 'i' || c.code == 'u';
    Value n = integer_of(v, decimal);
    if (!is_integer(n)) {
      if (vm_.raised() && !vm_.catch_error(errors().TypeError)) return false;
      const char* real = runs_scriptling(vm_) ? "a number" : "a real number";
      return fail_type(std::string("%") + static_cast<char>(bytes_ && c.code == 'i' ? 'd' : c.code) + " format: " + (decimal ? real : "an integer") + " is required, not " +
                       std::string(type_name(vm_, v)));
    }
    int base = decimal ? 10 : c.code == 'o' ? 8 : 16;
    std::string text;
    if (n.is_int_or_bool()) {
      char buffer[32];
      auto r = std::to_chars(buffer, buffer + sizeof buffer, n.i, base);
      text.assign(buffer, r.ptr);
    } else if (!int_text(vm_, n, base, true, &text)) {
      return false;
    }
    piece->numeric = true;
    piece->negative = text[0] == '-';
    if (piece->negative) text.erase(0, 1);
    if (c.precision > INT32_MAX - 3) {
      vm_.raise(errors().OverflowError, "precision too large");
      return false;
    }
    if (c.precision > static_cast<int64_t>(text.size())) {
      if (!check_text_size(vm_, static_cast<uint64_t>(c.precision))) return false;
      text.insert(0, static_cast<size_t>(c.precision) - text.size(), '0');
    }
    if (c.code == 'X')
      for (char& ch : text) ch = ch >= 'a' && ch <= 'f' ? static_cast<char>(ch - 32) : ch;
    if (c.alternate && !decimal) piece->prefix = c.code == 'o' ? "0o" : c.code == 'x' ? "0x" : "0X";
    piece->text = std::move(text);
    return true;
  }

  bool convert_float(const Conversion& c, Value v, Piece* piece) {
    double d;
    if (!vm_.to_double(v, &d)) {
      if (bytes_ && vm_.catch_error(errors().TypeError)) fail_type("float argument required, not " + std::string(type_name(vm_, v)));
      return false;
    }
    std::string text;
    if (!format_double(vm_, d, static_cast<char>(c.code), c.precision < 0 ? 6 : c.precision, c.alternate ? kFloatAlternate : 0u, &text)) return false;
    piece->numeric = true;
    piece->negative = text[0] == '-';
    if (piece->negative) text.erase(0, 1);
    piece->text = std::move(text);
    return true;
  }

  bool append(const Conversion& c, const Piece& piece, std::string* out) {
    char sign = !piece.numeric ? '\0' : piece.negative ? '-' : c.plus ? '+' : c.blank ? ' ' : '\0';
    size_t body = bytes_ ? piece.text.size() : count_code_points(piece.text.data(), piece.text.size());
    int64_t pad = std::max<int64_t>(c.width - static_cast<int64_t>(body + piece.prefix.size()) - (sign ? 1 : 0), 0);
    if (pad && (static_cast<uint64_t>(pad) > kMaxTextSize || !check_text_size(vm_, static_cast<uint64_t>(pad)))) {
      if (!vm_.raised()) vm_.raise_memory();
      return false;
    }
    auto n = static_cast<size_t>(pad);
    bool zeros = c.zero && piece.numeric && !c.left;
    if (!c.left && !zeros && !append_bulk(vm_, out, ' ', n)) return false;
    if (sign) *out += sign;
    out->append(piece.prefix);
    if (zeros && !append_bulk(vm_, out, '0', n)) return false;
    return append_bulk(vm_, out, piece.text) && (!c.left || append_bulk(vm_, out, ' ', n));
  }

  Vm& vm_;
  std::string_view format_;
  bool bytes_;
  Value args_;
  Tuple* tuple_ = nullptr;
  bool mapping_ = false;
  bool keyed_ = false;
  Value keyed_value_;
  size_t used_ = 0;
  size_t at_ = 0, code_at_ = 0;
};

// Formats of plain %s and %d over text and ints, of which the result is short. Unset: it takes the machinery.
Value percent_plain(Vm& vm, Str* format, Value args) {
  constexpr size_t kRoom = 256;
  const Value* next = &args;
  const Value* last = next + 1;
  if (is_kind(args, Kind::Tuple)) {
    next = as<Tuple>(args)->items;
    last = next + as<Tuple>(args)->size;
  } else if (!is_str(args) && !args.is_int()) {
    return {};
  }
  char room[kRoom];
  char* out = room;
  bool ascii = format->ascii();
  for (const char *p = format->data, *end = p + format->size; p < end;) {
    if (out == room + kRoom) return {};
    if (*p != '%') {
      *out++ = *p++;
      continue;
    }
    if (p + 1 == end) return {};
    char code = p[1];
    p += 2;
    if (code == '%') {
      *out++ = '%';
      continue;
    }
    if ((code != 's' && code != 'd') || next == last) return {};
    const Value& v = *next++;
    auto left = static_cast<size_t>(room + kRoom - out);
    if (v.is_int()) {
      if (left < kIntRoom) return {};
      out += write_int(out, v.i);
    } else if (code == 's' && is_str(v)) {
      const Str* s = as<Str>(v);
      if (left < s->size) return {};
      copy_text(out, s->data, s->size);
      out += s->size;
      ascii = ascii && s->ascii();
    } else {
      return {};
    }
  }
  if (next != last) return {};
  auto n = static_cast<size_t>(out - room);
  return Value::object(ascii ? ascii_str(vm, room, n) : vm.new_str({room, n}));
}

}  // namespace

Value str_percent(Vm& vm, Str* format, Value args) {
  if (Value plain = percent_plain(vm, format, args); !plain.is_unset()) return plain;
  std::string out;
  Percent percent(vm, format->view(), false, args);
  return percent.run(&out) ? new_text(vm, out) : Value();
}

Value bytes_percent(Vm& vm, Value format, Value args) {
  std::string_view view;
  if (!bytes_view(format, &view)) return not_implemented();
  std::string source(view), out;  // a bytearray may change under script code
  Percent percent(vm, source, true, args);
  return percent.run(&out) ? new_bytes_like(vm, format, out) : Value();
}

}  // namespace sl
