// str.format and str.format_map: replacement fields in braces.
#include "core/vm/format.h"

namespace sl {

namespace {

// Positional number a name stands for; -1: it is a name, -2: raised.
int64_t field_number(Vm& vm, std::string_view name) {
  if (name.empty()) return -1;
  int64_t n = 0;
  for (const char *p = name.data(), *end = p + name.size(); p < end;) {
    int digit = decimal_value(next_code_point(p));
    if (digit < 0) return -1;
    if (__builtin_mul_overflow(n, int64_t{10}, &n) || __builtin_add_overflow(n, int64_t{digit}, &n)) {
      vm.raise_value("Too many decimal digits in format string");
      return -2;
    }
  }
  return n;
}

struct Field {
  std::string_view name, spec;
  uint32_t conversion = 0;
  bool nested = false;  // the spec holds fields of its own
};

// Reads literal text and fields off a format string.
class Markup {
 public:
  Markup(Vm& vm, std::string_view text) : vm_(vm), rest_(text) {}
  bool at_end() const noexcept { return rest_.empty(); }

  // The text before the next field, and that field. False: ValueError.
  bool next(std::string_view* literal, Field* field, bool* has_field) {
    *has_field = false;
    size_t at = rest_.find_first_of("{}");
    if (at == rest_.npos) {
      *literal = rest_;
      rest_ = {};
      return true;
    }
    char c = rest_[at];
    bool last = at + 1 == rest_.size();
    if (!last && rest_[at + 1] == c) {  // doubled: itself
      *literal = rest_.substr(0, at + 1);
      rest_.remove_prefix(at + 2);
      return true;
    }
    if (c == '}') return fail("Single '}' encountered in format string");
    if (last) return fail("Single '{' encountered in format string");
    *literal = rest_.substr(0, at);
    rest_.remove_prefix(at + 1);
    *has_field = true;
    return parse_field(field);
  }

 private:
  bool fail(std::string_view message) {
    vm_.raise_value(message);
    return false;
  }
  bool parse_field(Field* field) {
    size_t i = 0;
    char c = 0;
    for (; i < rest_.size(); ++i) {
      c = rest_[i];
      if (c == '{') return fail("unexpected '{' in field name");
      if (c == '[') {
        i = rest_.find(']', i);
        if (i == rest_.npos) return fail("expected '}' before end of string");
      } else if (c == '}' || c == ':' || c == '!') {
        break;
      }
    }
    if (i >= rest_.size()) return fail("expected '}' before end of string");
    field->name = rest_.substr(0, i);
    rest_.remove_prefix(i + 1);
    if (c == '}') return true;
    if (c == '!') {
      if (rest_.empty()) return fail("end of string while looking for conversion specifier");
      const char* p = rest_.data();
      field->conversion = next_code_point(p);
      rest_.remove_prefix(static_cast<size_t>(p - rest_.data()));
      if (!rest_.empty()) {
        c = rest_[0];
        rest_.remove_prefix(1);
        if (c == '}') return true;
        if (c != ':') return fail("expected ':' after conversion specifier");
      }
    }
    return parse_spec(field);
  }
  bool parse_spec(Field* field) {
    int depth = 1;
    for (size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '{') {
        field->nested = true;
        ++depth;
      } else if (rest_[i] == '}' && --depth == 0) {
        field->spec = rest_.substr(0, i);
        rest_.remove_prefix(i + 1);
        return true;
      }
    }
    return fail("unmatched '{' in format spec");
  }

  Vm& vm_;
  std::string_view rest_;
};

class Formatter {
 public:
  Formatter(Vm& vm, Tuple* args, Value keywords, bool map_only) : vm_(vm), args_(args), keywords_(keywords), map_only_(map_only) {}

  // `whole`: what a last field gave that no text stands before, kept with its class.
  bool build(std::string_view format, int depth, std::string* out, Value* whole) {
    if (depth <= 0) {
      vm_.raise_value("Max string recursion exceeded");
      return false;
    }
    Markup markup(vm_, format);
    while (!markup.at_end()) {
      std::string_view literal;
      Field field;
      bool has_field;
      if (!markup.next(&literal, &field, &has_field)) return false;
      out->append(literal);
      if (has_field && !render(field, depth, out, markup.at_end() && out->empty() ? whole : nullptr)) return false;
      if (!check_text_size(vm_, out->size())) return false;
    }
    return true;
  }

 private:
  bool render(const Field& field, int depth, std::string* out, Value* whole) {
    Value v = lookup(field.name);
    if (v.is_unset()) return false;
    if (field.conversion) v = convert(v, field.conversion);
    if (v.is_unset()) return false;
    std::string expanded;
    std::string_view spec = field.spec;
    if (field.nested) {
      if (!build(spec, depth - 1, &expanded, nullptr)) return false;
      spec = expanded;
    }
    if (spec.empty() && is_str(v)) {
      out->append(as<Str>(v)->view());
      return true;
    }
    Str* spec_text = vm_.new_str(spec);
    bool plain = !v.is_object() || is_str(v);
    Value text = plain && !v.is_none() ? format_builtin(vm_, v, spec_text) : vm_.format(v, Value::object(spec_text));
    if (text.is_unset()) return false;
    out->append(as_str(text)->view());
    if (whole && !is_str(text) && !out->empty()) *whole = text;
    return true;
  }

  Value convert(Value v, uint32_t conversion) {
    switch (conversion) {
      case 'r': return vm_.repr(v);
      case 's': return vm_.str(v);
      case 'a': return vm_.ascii(v);
      default: break;
    }
    if (conversion > 32 && conversion < 127) return vm_.raise_value(std::string("Unknown conversion specifier ") + static_cast<char>(conversion));
    return vm_.raisef(errors().ValueError, "Unknown conversion specifier \\x%x", conversion);
  }

  // The object a field names: first a position or keyword, then attributes and items.
  Value lookup(std::string_view name) {
    size_t end = name.find_first_of(".[");
    std::string_view first = name.substr(0, end);
    int64_t number = field_number(vm_, first);
    if (number == -2 || !count_field(first.empty(), &number)) return {};
    Value v = number >= 0 ? positional(number) : keyword(first);
    std::string_view rest = end == name.npos ? std::string_view() : name.substr(end);
    while (!rest.empty() && !v.is_unset()) v = step(v, &rest);
    return v;
  }

  bool count_field(bool automatic, int64_t* number) {
    if (!automatic && *number < 0) return true;
    auto wanted = automatic ? Numbering::Automatic : Numbering::Manual;
    if (numbering_ == Numbering::Unknown) numbering_ = wanted;
    if (numbering_ != wanted) {
      vm_.raise_value(automatic ? "cannot switch from manual field specification to automatic field numbering"
                                : "cannot switch from automatic field numbering to manual field specification");
      return false;
    }
    if (automatic) *number = next_++;
    return true;
  }

  Value positional(int64_t number) {
    if (map_only_) return vm_.raise_value("Format string contains positional fields");
    if (static_cast<uint64_t>(number) < args_->size) return args_->items[number];
    return vm_.raise(errors().IndexError, "Replacement index " + std::to_string(number) + " out of range for positional args tuple");
  }

  Value keyword(std::string_view name) {
    Str* key = vm_.new_str(name);
    if (map_only_) return vm_.get_item(keywords_, Value::object(key));
    Dict* d = as_dict(keywords_);
    Value v = d ? dict_get_str(d, key) : Value();
    return v.is_unset() ? vm_.raise_key(Value::object(key)) : v;
  }

  Value step(Value v, std::string_view* rest) {
    char c = (*rest)[0];
    rest->remove_prefix(1);
    if (c != '.' && c != '[') return vm_.raise_value("Only '.' or '[' may follow ']' in format field specifier");
    size_t end = c == '.' ? std::min(rest->find_first_of(".["), rest->size()) : rest->find(']');
    if (end == rest->npos) return vm_.raise_value("Missing ']' in format string");
    std::string_view name = rest->substr(0, end);
    rest->remove_prefix(c == '.' ? end : end + 1);
    if (name.empty()) return vm_.raise_value("Empty attribute in format string");
    if (c == '.') {
      Str* known = find_interned(name);
      return vm_.get_attr(v, known ? known : vm_.new_str(name));
    }
    int64_t index = field_number(vm_, name);
    if (index == -2) return {};
    return vm_.get_item(v, index >= 0 ? Value::integer(index) : vm_.str_value(name));
  }

  enum class Numbering { Unknown, Automatic, Manual };
  Vm& vm_;
  Tuple* args_;
  Value keywords_;
  bool map_only_;
  Numbering numbering_ = Numbering::Unknown;
  int64_t next_ = 0;
};

}  // namespace

Value str_format(Vm& vm, Str* format, Tuple* args, Value keywords, bool map_only) {
  std::string out;
  Formatter formatter(vm, args, keywords, map_only);
  Value whole;
  if (!formatter.build(format->view(), 2, &out, &whole)) return {};
  return whole.is_unset() ? new_text(vm, out) : whole;
}

}  // namespace sl
