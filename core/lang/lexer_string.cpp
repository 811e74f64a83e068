#include "core/lang/lexer_internal.h"
#include "core/lang/unicode.h"

namespace sl::syntax {

namespace {

constexpr size_t kMaxFStrings = 150;
constexpr uint32_t kMaxFields = 2;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

StringForm string_form(std::string_view token) {
  StringForm form;
  for (; form.prefix < token.size() && token[form.prefix] != '"' && token[form.prefix] != '\''; ++form.prefix) {
    char c = static_cast<char>(token[form.prefix] | 0x20);
    form.raw |= c == 'r';
    form.bytes |= c == 'b';
    form.format |= c == 'f';
  }
  std::string_view rest = token.substr(form.prefix);
  if (rest.size() >= 3 && rest[1] == rest[0] && rest[2] == rest[0]) form.quotes = 3;
  return form;
}

// ---- scanning -------------------------------------------------------------------------------

bool Lexer::string_start() {
  size_t letters = 0;
  bool raw = false, bytes = false, format = false, unicode = false;
  for (char c = peek(); c != '"' && c != '\''; c = peek(++letters)) {
    bool* seen = (c | 0x20) == 'r' ? &raw : (c | 0x20) == 'b' ? &bytes : (c | 0x20) == 'f' ? &format : (c | 0x20) == 'u' ? &unicode : nullptr;
    if (!seen || *seen) return false;
    *seen = true;
  }
  if (bytes + format + unicode > 1 || (unicode && raw)) return false;
  char quote = peek(letters);
  StringForm form{static_cast<uint8_t>(letters), 1, raw, bytes, format};
  if (peek(letters + 1) == quote && peek(letters + 2) == quote) form.quotes = 3;
  if (!format) {
    plain_string(form);
    return true;
  }
  if (fstrings_.size() >= kMaxFStrings) {
    string_error(pos_, "too many nested f-strings", "split the expression");
    return true;
  }
  pos_ += letters + form.quotes;
  fstrings_.push_back({static_cast<uint32_t>(out_.tokens.size()), brackets_.size(), form, quote});
  push(Tok::FStringStart);
  return true;
}

void Lexer::plain_string(const StringForm& form) {
  size_t begin = pos_;
  char quote = peek(form.prefix);
  bool triple = form.quotes == 3;
  pos_ += form.prefix + form.quotes;
  for (; !done(); ++pos_) {
    char c = peek();
    if (c == '\\') {
      ++pos_;
      if (!is_line_end(peek())) continue;
      pass_line_end();
      --pos_;
    } else if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
      pos_ += form.quotes;
      return push(Tok::String);
    } else if (is_line_end(c)) {
      if (!triple) break;
      pass_line_end();
      --pos_;
    }
  }
  if (pos_ > text_.size()) pos_ = text_.size();
  bool continued = done() && line_ != mark_.span.line;
  // Within a field the quote that opened the f-string most likely was meant to close it.
  if (!fstrings_.empty() && fstrings_.back().quote == quote && fstrings_.back().form.quotes == form.quotes) {
    string_error(begin, "f-string: expecting '}'", "close the replacement field with '}'");
  } else if (triple) {
    out_.incomplete = true;
    uint32_t lines = source_.line_count() - (text_.ends_with('\n') || text_.ends_with('\r'));
    string_error(begin, "unterminated triple-quoted string literal (detected at line " + std::to_string(lines) + ")", "close the string with three quotes");
  } else {
    out_.incomplete = continued;
    string_error(begin, "unterminated string literal (detected at line " + std::to_string(line_) + ")", "close the string with its quote");
  }
}

bool Lexer::ends_fstring(const FString& f) const noexcept { return peek() == f.quote && (f.form.quotes == 1 || (peek(1) == f.quote && peek(2) == f.quote)); }

// A '{' right before the closing quote is text, unless what follows can be a nested string.
bool Lexer::stray_brace(const FString& f) const noexcept {
  if (peek(1) != f.quote || (f.form.quotes == 3 && (peek(2) != f.quote || peek(3) != f.quote))) return false;
  std::string_view rest = text_.substr(pos_ + 1 + f.form.quotes);
  if (f.form.quotes == 1) rest = rest.substr(0, rest.find_first_of("\r\n"));
  size_t close = rest.find('}');
  return close == std::string_view::npos || rest.find(f.quote, close) == std::string_view::npos;
}

void Lexer::fstring_text() {
  FString& f = fstrings_.back();
  bool in_spec = f.fields > 0;
  mark_start();
  size_t begin = pos_;
  for (;;) {
    if (done()) return;
    char c = peek();
    if (ends_fstring(f)) {
      if (in_spec) return string_error(pos_, "f-string: expecting '}'", "close the replacement field with '}'");
      if (pos_ > begin) push(Tok::FStringMiddle);
      mark_start();
      pos_ += f.form.quotes;
      push(Tok::FStringEnd);
      fstrings_.pop_back();
      return;
    }
    if (is_line_end(c)) {
      if (f.form.quotes == 1) {
        if (in_spec) return string_error(pos_, "f-string: expecting '}'", "close the replacement field with '}'");
        return string_error(out_.tokens[f.token].begin, "unterminated string literal (detected at line " + std::to_string(line_) + ")", "close the string with its quote");
      }
      pass_line_end();
    } else if (c == '\\') {
      ++pos_;
      char escaped = peek();
      if (escaped == '{' || escaped == '}') continue;
      if (is_line_end(escaped)) {
        pass_line_end();
      } else if (escaped == 'N' && peek(1) == '{' && !f.form.raw) {
        size_t close = text_.find_first_of("}\n\"'", pos_);
        pos_ += close != std::string_view::npos && text_[close] == '}' ? close - pos_ + 1 : 2;
      } else if (!done()) {
        ++pos_;
      }
    } else if (c == '{') {
      if (peek(1) == '{' && !in_spec) {
        pos_ += 2;
        continue;
      }
      if (!in_spec && stray_brace(f)) {
        ++pos_;
        continue;
      }
      if (pos_ > begin) push(Tok::FStringMiddle);
      if (f.fields >= kMaxFields) return string_error(pos_, "f-string: expressions nested too deeply", "compute the inner value first");
      f.fields += 1;
      f.in_text = false;
      mark_start();
      open_bracket('{', Tok::LeftBrace);
      if (!brackets_.empty()) brackets_.back().field = true;
      return;
    } else if (c == '}' && in_spec) {
      if (pos_ > begin) push(Tok::FStringMiddle);
      mark_start();
      f.in_text = false;
      return close_bracket('}', Tok::RightBrace);
    } else {
      ++pos_;
    }
  }
}

// As CPython, which reads a whole literal and the token behind before it looks at the fields.
bool Lexer::error_behind_fstring(std::string& message, std::string& hint) {
  const FString& f = fstrings_.front();
  size_t end = out_.tokens[f.token].begin + f.form.prefix + f.form.quotes;
  std::string_view quotes = text_.substr(end - f.form.quotes, f.form.quotes);
  while (end < text_.size() && text_.substr(end, f.form.quotes) != quotes && (f.form.quotes == 3 || !is_line_end(text_[end]))) end += text_[end] == '\\' ? 2 : 1;
  if (end >= text_.size() || is_line_end(text_[end])) return false;
  pos_ = end + f.form.quotes;
  uint32_t column = 0;
  source_.locate(static_cast<uint32_t>(pos_), line_, column);
  line_start_ = static_cast<uint32_t>(pos_) - column;
  brackets_.resize(std::min(brackets_.size(), f.level));
  fstrings_.clear();
  out_.soft = true;
  size_t known = out_.tokens.size();
  auto behind = [&] {
    Tok last = out_.tokens.size() > known ? out_.tokens.back().kind : Tok::String;
    return last != Tok::String && last != Tok::FStringStart && last != Tok::FStringMiddle && last != Tok::FStringEnd;
  };
  while (!done() && fstrings_.empty() && !stopped() && !behind()) token();
  if (stopped()) return true;
  ast::Span where{line_, static_cast<uint32_t>(pos_) - line_start_, line_, static_cast<uint32_t>(pos_) - line_start_};
  if (behind()) where = out_.tokens.back().span;
  out_.errors.push_back(source_.diagnose(where, std::move(message), std::move(hint)));
  push(Tok::Error);
  return true;
}

// Reports and goes on behind the line, outside every f-string.
void Lexer::string_error(size_t begin, std::string message, std::string hint) {
  if (max_errors_ == 1 && !fstrings_.empty() && message.starts_with("f-string") && error_behind_fstring(message, hint)) return;
  out_.soft = message.starts_with("f-string");
  error(begin, std::move(message), std::move(hint));
  leave_fstrings();
}

void Lexer::leave_fstrings() {
  if (!fstrings_.empty()) brackets_.resize(std::min(brackets_.size(), fstrings_.front().level));
  fstrings_.clear();
  while (!done() && !is_line_end(peek())) ++pos_;
  push(Tok::Error);
}

// ---- values ---------------------------------------------------------------------------------

namespace {

class Decoder {
 public:
  Decoder(std::string_view body, const StringForm& form, std::string& out, std::string& error) : body_(body), form_(form), out_(out), error_(error) {}

  bool run() {
    while (pos_ < body_.size()) {
      char c = body_[pos_];
      if (c == '\r') {
        pos_ += at(pos_ + 1) == '\n' ? 2 : 1;
        out_ += '\n';
      } else if (form_.format && (c == '{' || c == '}')) {
        pos_ += at(pos_ + 1) == c ? 2 : 1;
        out_ += c;
      } else if (c != '\\' || form_.raw) {
        out_ += c;
        ++pos_;
      } else if (!escape()) {
        return false;
      }
    }
    return true;
  }

 private:
  char at(size_t i) const { return i < body_.size() ? body_[i] : '\0'; }

  void keep() {  // the backslash stays, what follows is ordinary text
    out_ += '\\';
    ++pos_;
  }
  void simple(char value) {
    out_ += value;
    pos_ += 2;
  }

  bool escape() {
    char c = at(pos_ + 1);
    switch (c) {
      case '\n': pos_ += 2; break;
      case '\r': pos_ += at(pos_ + 2) == '\n' ? 3 : 2; break;
      case '\\':
      case '\'':
      case '"': simple(c); break;
      case 'a': simple('\a'); break;
      case 'b': simple('\b'); break;
      case 'f': simple('\f'); break;
      case 'n': simple('\n'); break;
      case 'r': simple('\r'); break;
      case 't': simple('\t'); break;
      case 'v': simple('\v'); break;
      case 'x': hex(2); break;
      case 'u': form_.bytes ? keep() : hex(4); break;
      case 'U': form_.bytes ? keep() : hex(8); break;
      case 'N':
        if (form_.bytes) {
          keep();
          break;
        }
        return named();
      default: c >= '0' && c <= '7' ? octal() : keep();
    }
    return true;
  }

  void put(uint32_t value) {
    if (form_.bytes) {
      out_ += static_cast<char>(value);
    } else {
      append_utf8(out_, value);
    }
  }

  void octal() {
    uint32_t value = 0;
    size_t end = pos_ + 1;
    for (; end < pos_ + 4 && at(end) >= '0' && at(end) <= '7'; ++end) value = value * 8 + static_cast<uint32_t>(at(end) - '0');
    pos_ = end;
    put(value);
  }

  void hex(size_t count) {
    uint32_t value = 0;
    for (size_t i = 0; i < count; ++i) {
      int digit = hex_value(at(pos_ + 2 + i));
      if (digit < 0) return keep();
      value = value << 4 | static_cast<uint32_t>(digit);
    }
    if (value > 0x10FFFF) return keep();
    pos_ += 2 + count;
    put(value);
  }

  bool named() {
    size_t close = body_.find('}', pos_);
    if (at(pos_ + 2) != '{' || close == std::string_view::npos || close == pos_ + 3) {
      keep();
      return true;
    }
    int32_t value = character_by_name(body_.substr(pos_ + 3, close - pos_ - 3));
    if (value < 0) {
      error_ = "(unicode error) 'unicodeescape' codec can't decode bytes in position " + std::to_string(pos_) + "-" + std::to_string(close) + ": unknown Unicode character name";
      return false;
    }
    append_utf8(out_, static_cast<uint32_t>(value));
    pos_ = close + 1;
    return true;
  }

  std::string_view body_;
  const StringForm& form_;
  std::string& out_;
  std::string& error_;
  size_t pos_ = 0;
};

}  // namespace

bool decode_string(std::string_view body, const StringForm& form, std::string& out, std::string& error) { return Decoder(body, form, out, error).run(); }

}  // namespace sl::syntax
