// Error handlers: strict, ignore, replace, backslashreplace, xmlcharrefreplace, surrogateescape, surrogatepass.
#include "core/vm/codec.h"

namespace sl {

namespace {

bool find_handler(std::string_view name, Handler* out) {
  static constexpr std::pair<std::string_view, Handler> kHandlers[] = {
      {"strict", Handler::Strict},
      {"ignore", Handler::Ignore},
      {"replace", Handler::Replace},
      {"backslashreplace", Handler::BackslashReplace},
      {"xmlcharrefreplace", Handler::XmlCharRefReplace},
      {"surrogateescape", Handler::SurrogateEscape},
      {"surrogatepass", Handler::SurrogatePass},
  };
  for (auto& [text, handler] : kHandlers) {
    if (text != name) continue;
    *out = handler;
    return true;
  }
  *out = Handler::Script;
  return true;
}

std::string escape(uint32_t c) {
  static constexpr char kHex[] = "0123456789abcdef";
  int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  std::string text = digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += kHex[c >> shift & 15];
  return text;
}

Value new_error(Vm& vm, Class* type, const char* codec, Value object, size_t start, size_t end, const char* reason) {
  return vm.call(Value::object(type), {vm.str_value(codec), object, Value::integer(static_cast<int64_t>(start)), Value::integer(static_cast<int64_t>(end)), vm.str_value(reason)});
}

bool raise_error(Vm& vm, Class* type, const char* codec, Value object, size_t start, size_t end, const char* reason) {
  Value e = new_error(vm, type, codec, object, start, end, reason);
  if (!e.is_unset()) vm.raise(e);
  return false;
}

// A surrogate encoded in the codec's own form at `start`; 0: there is none. *size is its length.
uint32_t encoded_surrogate(std::string_view codec, std::string_view data, size_t start, size_t* size) {
  auto byte = [&](size_t i) { return start + i < data.size() ? static_cast<uint32_t>(static_cast<uint8_t>(data[start + i])) : 0; };
  bool big = codec.ends_with("-be");
  uint32_t c = 0;
  if (codec == "utf-8") {
    *size = 3;
    if (byte(0) == 0xED && (byte(1) & 0xE0) == 0xA0 && (byte(2) & 0xC0) == 0x80) c = 0xD000 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  } else if (codec.starts_with("utf-16")) {
    *size = 2;
    c = big ? byte(0) << 8 | byte(1) : byte(1) << 8 | byte(0);
  } else if (codec.starts_with("utf-32")) {
    *size = 4;
    c = big ? byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3) : byte(3) << 24 | byte(2) << 16 | byte(1) << 8 | byte(0);
  }
  return start + *size <= data.size() && is_surrogate(c) ? c : 0;
}

}  // namespace

bool Decoder::handle(size_t start, size_t end, const char* reason, size_t* resume) {
  Handler handler;
  if (!find_handler(errors, &handler)) return false;
  *resume = end;
  if (!pace.on()) return false;
  switch (handler) {
    case Handler::Ignore: return true;
    case Handler::Replace: append_code_point(out, 0xFFFD); return true;
    case Handler::BackslashReplace:
      for (size_t i = start; i < end; ++i) out += escape(static_cast<uint8_t>(data[i]));
      return true;
    case Handler::SurrogateEscape: {
      size_t i = start;
      for (; i < end && static_cast<uint8_t>(data[i]) >= 0x80; ++i) append_code_point(out, 0xDC00u + static_cast<uint8_t>(data[i]));
      *resume = i;
      if (i > start) return true;
      break;
    }
    case Handler::SurrogatePass: {
      size_t size = 0;
      uint32_t c = encoded_surrogate(codec, data, start, &size);
      if (!c) break;
      append_code_point(out, c);
      *resume = start + size;
      return true;
    }
    case Handler::Script: {
      Value e = new_error(vm, sl::errors().UnicodeDecodeError, codec, Value::object(vm.new_bytes(data)), start, end, reason);
      Value text;
      int64_t next;
      if (e.is_unset() || !handle_by_script(vm, errors, e, &text, &next)) return false;
      if (!as_str(text)) {
        vm.raise_type("decoding error handler must return (str, int) tuple");
        return false;
      }
      object = vm.get_attr(e, "object");  // the handler may have put other bytes in place
      if (object.is_unset()) return false;
      if (!as_bytes(object)) {
        vm.raise_type("exception attribute object must be bytes");
        return false;
      }
      data = as_bytes(object)->view();
      if (next < 0) next += static_cast<int64_t>(data.size());
      if (next < 0 || next > static_cast<int64_t>(data.size())) {
        vm.raisef(sl::errors().IndexError, "position %lld from error handler out of bounds", static_cast<long long>(next));
        return false;
      }
      out += as_str(text)->view();
      *resume = static_cast<size_t>(next);
      return true;
    }
    case Handler::XmlCharRefReplace: vm.raise_type("don't know how to handle UnicodeDecodeError in error callback"); return false;
    case Handler::Strict: break;
  }
  return raise_error(vm, sl::errors().UnicodeDecodeError, codec, Value::object(vm.new_bytes(data)), start, end, reason);
}

void Encoder::put_unit(uint32_t unit, int width, bool big) {
  for (int i = 0; i < width; ++i) out += static_cast<char>(unit >> 8 * (big ? width - 1 - i : i));
}

bool Encoder::handle(uint32_t start, uint32_t end, const char* reason, int width, bool big) {
  Handler handler;
  if (!find_handler(errors, &handler)) return false;
  if (handler == Handler::Ignore) return true;
  if (handler == Handler::Script) return put_by_script(start, end, reason, width, big);
  std::string_view name = codec;
  const char* p = text->data + byte_offset(vm, text, start);
  auto put_text = [&](std::string_view ascii) {
    for (char c : ascii) put_unit(static_cast<uint8_t>(c), width, big);
  };
  for (uint32_t i = start; i < end; ++i) {
    if (!pace.on()) return false;
    uint32_t c = next_code_point(p);
    bool ok = true;
    switch (handler) {
      case Handler::Replace: put_text("?"); break;
      case Handler::BackslashReplace: put_text(escape(c)); break;
      case Handler::XmlCharRefReplace: put_text("&#" + std::to_string(c) + ";"); break;
      case Handler::SurrogateEscape:
        ok = c >= 0xDC80 && c <= 0xDCFF && width == 1;
        if (ok) out += static_cast<char>(c - 0xDC00);
        break;
      case Handler::SurrogatePass:
        ok = is_surrogate(c) && name.starts_with("utf-");
        if (ok && width == 1)
          append_code_point(out, c);
        else if (ok)
          put_unit(c, width, big);
        break;
      default: ok = false;
    }
    if (!ok) return raise_error(vm, sl::errors().UnicodeEncodeError, codec, Value::object(text), i, end, reason);
  }
  return true;
}

// The script's handler may stand still before `end`: what it leaves is its next call's.
bool Encoder::put_by_script(uint32_t start, uint32_t end, const char* reason, int width, bool big) {
  while (start < end) {
    Value e = new_error(vm, sl::errors().UnicodeEncodeError, codec, Value::object(text), start, end, reason);
    Value made;
    int64_t next;
    if (e.is_unset() || !handle_by_script(vm, errors, e, &made, &next)) return false;
    std::string_view bytes;
    if (Str* s = as_str(made)) {
      if (!s->ascii()) {
        Value encoded = std::string_view(codec) == "charmap" ? Value() : str_encode(vm, s, codec, "strict");
        if (!encoded.is_unset() && bytes_view(encoded, &bytes)) out += bytes;
        if (encoded.is_unset()) return vm.raised() ? false : raise_error(vm, sl::errors().UnicodeEncodeError, codec, Value::object(text), start, end, reason);
      } else {
        for (char c : s->view()) put_unit(static_cast<uint8_t>(c), width, big);
      }
    } else if (bytes_view(made, &bytes)) {
      out += bytes;
    } else {
      vm.raise_type("encoding error handler must return (str/bytes, int) tuple");
      return false;
    }
    if (next < 0) next += text->length;
    if (next < 0 || next > text->length) {
      vm.raisef(sl::errors().IndexError, "position %lld from error handler out of bounds", static_cast<long long>(next));
      return false;
    }
    if (next <= start) return true;
    start = static_cast<uint32_t>(next);
  }
  return true;
}

}  // namespace sl
