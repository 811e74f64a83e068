// Pattern.split, sub and subn.
#include "stdlib/args.h"
#include "stdlib/re_internal.h"

namespace sl::re {

namespace {

// Pieces of the new text. Like "".join(pieces), a piece of the wrong type is refused when all are there.
struct Output {
  std::string text;
  size_t pieces = 0;
  std::string refused;  // message about the first piece that is no text
  bool bytes = false;
  void add(std::string_view piece) {
    text.append(piece);
    ++pieces;
  }
  bool add(Vm& vm, const Value& v) {
    std::string_view piece;
    Str* s = as_str(v);
    if (!bytes && s)
      piece = s->view();
    else if (!bytes || s || !bytes_view(v, &piece)) {
      if (refused.empty())
        refused = "sequence item " + std::to_string(pieces) + ": expected " + (bytes ? "a bytes-like object, " : "str instance, ") + type_name_of(vm, v) + " found";
      ++pieces;
      return true;
    }
    if (text.size() + piece.size() > 65536 && !check_text_size(vm, text.size() + piece.size())) return false;
    add(piece);
    return true;
  }
};

struct Replacement {
  Value value;
  bool literal = false;
  List* parts = nullptr;  // of a template
};

bool open_replacement(Vm& vm, HostObj* p, Value v, Replacement* out) {
  out->value = v;
  if (vm.callable(v)) return true;
  std::string_view text;
  if (Str* s = as_str(v)) {
    text = s->view();
  } else if (!bytes_view(v, &text)) {
    vm.raise_type("decoding to str: need a bytes-like object, " + type_name_of(vm, v) + " found");
    return false;
  }
  out->literal = text.find('\\') == std::string_view::npos;
  if (out->literal) return true;
  out->parts = template_parts(vm, p, v);
  return out->parts;
}

bool add_parts(Vm& vm, const Regex* regex, const Subject& s, const PCRE2_SIZE* at, List* parts, Output* out) {
  for (uint64_t i = 0; i < parts->size; ++i) {
    const Value& part = parts->items[i];
    if (!part.is_int()) {
      if (!out->add(vm, part)) return false;
    } else if (part.i >= 0 && part.i <= regex->groups() && at[2 * part.i] != PCRE2_UNSET) {
      if (out->text.size() > 65536 && !check_text_size(vm, out->text.size() + s.text.size())) return false;
      out->add(s.text.substr(at[2 * part.i], at[2 * part.i + 1] - at[2 * part.i]));
    }
  }
  return true;
}

// The new text, and how many replacements made it.
Value substitute(Vm& vm, Value* args, int64_t* count) {
  HostObj* p = pattern_object(args[0]);
  if (!p) return vm.raise_type("descriptor requires a 're.Pattern' object but received a '" + type_name_of(vm, args[0]) + "'");
  Regex* regex = regex_of(p);
  Subject s;
  Replacement with;
  int64_t limit;
  if (!open_replacement(vm, p, args[1], &with) || !s.open(vm, regex, args[2]) || !size_arg(vm, args[3], &limit)) return Value();
  *count = 0;
  if (limit < 0) return args[2];
  Output out;
  out.bytes = regex->bytes();
  size_t copied = 0;
  bool ok = each_match(vm, regex, s, [&](const PCRE2_SIZE* at) {
    if (at[0] > copied) out.add(s.text.substr(copied, at[0] - copied));
    copied = at[1];
    ++*count;
    if (with.literal) return out.add(vm, with.value) && *count != limit;
    if (with.parts) return add_parts(vm, regex, s, at, with.parts, &out) && *count != limit;
    Value v = vm.call(with.value, {new_match(vm, p, s)});
    if (v.is_unset()) return false;
    if (!s.str && !s.open(vm, regex, args[2])) return false;  // a bytearray may have changed
    copied = std::min(copied, s.text.size());
    return (v.is_none() || out.add(vm, v)) && *count != limit;
  });
  if (!ok) return Value();
  if (*count == 0 && (is_str(args[2]) || is_kind(args[2], Kind::Bytes))) return args[2];
  out.add(s.text.substr(copied));
  if (!out.refused.empty()) return vm.raise_type(out.refused);
  return out.bytes ? new_bytes_value(vm, out.text) : new_text(vm, out.text);
}

}  // namespace

Value pattern_sub(Vm& vm, Value* args) {
  int64_t count;
  return substitute(vm, args, &count);
}

Value pattern_subn(Vm& vm, Value* args) {
  int64_t count;
  Value text = substitute(vm, args, &count);
  return text.is_unset() ? text : Value::object(vm.new_tuple({text, Value::integer(count)}));
}

Value pattern_split(Vm& vm, Value* args) {
  HostObj* p = pattern_object(args[0]);
  if (!p) return vm.raise_type("descriptor requires a 're.Pattern' object but received a '" + type_name_of(vm, args[0]) + "'");
  Regex* regex = regex_of(p);
  Subject s;
  int64_t limit;
  if (!s.open(vm, regex, args[1]) || !size_arg(vm, args[2], &limit)) return Value();
  List* pieces = vm.new_list();
  size_t from = 0;
  uint32_t n = regex->groups();
  bool ok = limit < 0 || each_match(vm, regex, s, [&](const PCRE2_SIZE* at) {
              list_append(vm, pieces, s.slice(vm, from, at[0]));
              for (uint32_t i = 1; i <= n; ++i) list_append(vm, pieces, at[2 * i] == PCRE2_UNSET ? Value::none() : s.slice(vm, at[2 * i], at[2 * i + 1]));
              from = at[1];
              return --limit != 0;
            });
  if (!ok) return Value();
  list_append(vm, pieces, s.slice(vm, from, s.text.size()));
  return Value::object(pieces);
}

}  // namespace sl::re
