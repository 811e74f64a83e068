#include <algorithm>
#include <charconv>
#include <limits>

#include "core/lang/parser_internal.h"

namespace sl::syntax {

// ---- numbers --------------------------------------------------------------------------------

namespace {

constexpr size_t kMaxIntDigits = 4300;  // as CPython's limit on decimal conversion

// What from_chars leaves open: whether an unrepresentable number is too large or too small.
double out_of_range(std::string_view digits) {
  size_t e = digits.find_first_of("eE");
  int64_t exponent = 0;
  if (e != std::string_view::npos) {
    std::string_view text = digits.substr(e + 1);
    bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (std::from_chars(text.data(), text.data() + text.size(), exponent).ec != std::errc()) exponent = std::numeric_limits<int32_t>::max();
    if (negative) exponent = -exponent;
  }
  std::string_view mantissa = digits.substr(0, e);
  size_t point = std::min(mantissa.find('.'), mantissa.size());
  size_t first = mantissa.find_first_not_of("0.");
  int64_t magnitude = static_cast<int64_t>(point) - static_cast<int64_t>(first);
  return magnitude + exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

double parse_double(std::string_view digits) {
  double value = 0;
  auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc::result_out_of_range ? out_of_range(digits) : value;
}

}  // namespace

ast::Expr* Parser::number() {
  size_t start = pos_;
  std::string_view digits = text(current());
  next();
  if (digits.find('_') != std::string_view::npos) {
    std::string plain(digits);
    plain.erase(std::remove(plain.begin(), plain.end(), '_'), plain.end());
    digits = arena_.copy(plain);
  }
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char prefix = static_cast<char>(digits[1] | 0x20);
    base = prefix == 'x' ? 16 : prefix == 'o' ? 8 : prefix == 'b' ? 2 : 10;
    if (base != 10) digits.remove_prefix(2);
  }
  bool imaginary = base == 10 && (digits.back() | 0x20) == 'j';
  if (imaginary) digits.remove_suffix(1);
  if (imaginary || (base == 10 && digits.find_first_of(".eE") != std::string_view::npos)) {
    ast::FloatExpr* e = imaginary ? node<ast::ImaginaryExpr>(ExprKind::Imaginary, start) : node<ast::FloatExpr>(ExprKind::Float, start);
    e->value = parse_double(digits);
    return e;
  }
  int64_t value = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), value, base).ec == std::errc()) {
    auto* e = node<ast::IntExpr>(ExprKind::Int, start);
    e->value = value;
    return e;
  }
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  if (base == 10 && digits.size() > kMaxIntDigits) {
    fail(tokens_[start].span, "Exceeds the limit (4300 digits) for integer string conversion: value has " + std::to_string(digits.size()) + " digits",
         "write huge integers in hexadecimal");
  }
  auto* e = node<ast::BigIntExpr>(ExprKind::BigInt, start);
  e->digits = digits;
  e->base = base;
  return e;
}

// ---- strings --------------------------------------------------------------------------------

struct Parser::StringBuilder {
  std::string text;  // literal text not yet in parts
  std::vector<ast::FStringPart> parts;
  bool format = false;
};

ast::Expr* Parser::strings() {
  size_t start = pos_;
  bool bytes = at(Tok::String) && string_form(text(current())).bytes;
  auto at_string = [this] { return at(Tok::String) || at(Tok::FStringStart); };
  if (at(Tok::String) && ahead(1).kind != Tok::String && ahead(1).kind != Tok::FStringStart) {
    // The common case: one literal, usually a piece of the source as it stands.
    std::string_view token = text(current());
    StringForm form = string_form(token);
    std::string_view body = token.substr(form.prefix + form.quotes, token.size() - form.prefix - 2 * form.quotes);
    if (!bytes && body.find_first_of("\\\r") == std::string_view::npos) {
      next();
      auto* e = node<ast::StrExpr>(ExprKind::Str, start);
      e->value = body;
      return e;
    }
  }
  StringBuilder b;
  while (at_string()) {
    if (at(Tok::FStringStart) ? bytes : string_form(text(current())).bytes != bytes) {
      fail_behind_strings("cannot mix bytes and nonbytes literals", "give all of them the prefix b, or none");
    }
    at(Tok::FStringStart) ? fstring(b) : plain_string(b);
  }
  if (!b.format) {
    auto* e = node<ast::StrExpr>(bytes ? ExprKind::Bytes : ExprKind::Str, start);
    e->value = arena_.copy(b.text);
    return e;
  }
  if (!b.text.empty()) b.parts.push_back({arena_.copy(b.text)});
  auto* e = node<ast::FStringExpr>(ExprKind::FString, start);
  e->parts = seq(b.parts);
  for (const ast::FStringPart& p : e->parts) {
    deepen(e, p.expr);
    deepen(e, p.spec);
  }
  return e;
}

void Parser::plain_string(StringBuilder& b) {
  const Token& t = current();
  std::string_view token = text(t);
  StringForm form = string_form(token);
  std::string_view body = token.substr(form.prefix + form.quotes, token.size() - form.prefix - 2 * form.quotes);
  if (form.bytes && std::any_of(body.begin(), body.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    fail(t.span, "bytes can only contain ASCII literal characters", "use \\x escapes, or encode a string");
  }
  std::string error;
  if (!decode_string(body, form, b.text, error)) fail_behind_strings(error, "write the character itself, or \\u with its number");
  next();
}

// CPython looks at the values of literals when it has read all that stand in a row.
void Parser::fail_behind_strings(std::string message, std::string hint) {
  size_t start = fstring_ != kNoToken ? fstring_ : pos_;
  int depth = 0;
  while (depth > 0 || tokens_[start].kind == Tok::String || tokens_[start].kind == Tok::FStringStart) {
    depth += (tokens_[start].kind == Tok::FStringStart) - (tokens_[start].kind == Tok::FStringEnd);
    if (tokens_[start].kind == Tok::End || tokens_[start].kind == Tok::Error) break;
    ++start;
  }
  field_ = kNoToken;
  fail(whole(tokens_[start]), std::move(message), std::move(hint));
}

// ---- f-strings ------------------------------------------------------------------------------

void Parser::fstring(StringBuilder& b) {
  b.format = true;
  StringForm form = string_form(text(current()));
  uint32_t outer = fstring_;
  if (outer == kNoToken) fstring_ = static_cast<uint32_t>(pos_);
  next();
  ++fstring_depth_;
  while (!at(Tok::FStringEnd)) {
    if (at(Tok::FStringMiddle)) {
      std::string error;
      if (!decode_string(text(current()), form, b.text, error)) fail_behind_strings(error, "write the character itself, or \\u with its number");
      next();
    } else if (at(Tok::LeftBrace)) {
      replacement_field(b, form);
    } else {
      fail();
    }
  }
  --fstring_depth_;
  fstring_ = outer;
  next();
}

void Parser::replacement_field(StringBuilder& b, const StringForm& form) {
  size_t open = pos_;
  next();
  Tok first = kind();
  if (first == Tok::RightBrace) fail_behind_strings("f-string: empty expression not allowed", "write {{ and }} for braces as text");
  if (first == Tok::Bang || first == Tok::Colon || first == Tok::Assign) {
    fail_behind_strings("f-string: expression required before '" + std::string(text(current())) + "'", "write {{ and }} for braces as text");
  }
  uint32_t outer = std::exchange(field_, static_cast<uint32_t>(open));
  if (first == Tok::DoubleStar) fail_here("f-string: cannot use double starred expression here", "only calls and dicts unpack with **");
  ast::FStringPart part;
  part.expr = yield_or_star_expressions();
  if (part.expr->kind == ExprKind::Starred) fail(*part.expr, "cannot use starred expression here", "write (*x,) for a tuple");
  if (!at(Tok::Assign) && !at(Tok::Bang) && !at(Tok::Colon) && !at(Tok::RightBrace)) fail();
  field_ = outer;
  bool debug = false;
  if (accept(Tok::Assign)) {
    debug = true;
    std::string_view shown = source_.text().substr(tokens_[open].end, current().begin - tokens_[open].end);
    StringForm verbatim;
    verbatim.raw = true;
    std::string error;
    decode_string(shown, verbatim, b.text, error);
  }
  if (at(Tok::Bang)) {
    const Token& bang = current();
    next();
    std::string_view letter = at(Tok::Name) && current().begin == bang.end ? text(current()) : std::string_view();
    if (letter.empty() || std::string_view("sra").find(letter[0]) == std::string_view::npos) {
      fail_behind_strings("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    if (letter.size() > 1) fail_behind_strings("f-string: expecting '}'");
    part.conversion = letter[0];
    next();
  }
  if (accept(Tok::Colon)) part.spec = format_spec(form);
  if (debug && !part.conversion && !part.spec) part.conversion = 'r';
  if (!at(Tok::RightBrace)) fail_behind_strings("f-string: expecting '}'");
  next();
  if (!b.text.empty()) {
    b.parts.push_back({arena_.copy(b.text)});
    b.text.clear();
  }
  b.parts.push_back(part);
}

ast::Expr* Parser::format_spec(const StringForm& form) {
  size_t start = pos_;
  StringBuilder b;
  StringForm plain = form;
  plain.format = false;
  while (!at(Tok::RightBrace)) {
    if (at(Tok::FStringMiddle)) {
      std::string error;
      if (!decode_string(text(current()), plain, b.text, error)) fail(current().span, error);
      next();
    } else if (at(Tok::LeftBrace)) {
      replacement_field(b, form);
    } else {
      fail();
    }
  }
  if (pos_ == start) start = last_;  // empty: the colon
  if (b.parts.empty()) {
    auto* e = node<ast::StrExpr>(ExprKind::Str, start);
    e->value = arena_.copy(b.text);
    return e;
  }
  if (!b.text.empty()) b.parts.push_back({arena_.copy(b.text)});
  auto* e = node<ast::FStringExpr>(ExprKind::FString, start);
  e->parts = seq(b.parts);
  for (const ast::FStringPart& p : e->parts) {
    deepen(e, p.expr);
    deepen(e, p.spec);
  }
  return e;
}

}  // namespace sl::syntax
