// Parses native signatures; the grammar is in native.h.
#include <algorithm>
#include <charconv>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "core/vm/native.h"
#include "core/vm/runtime.h"

namespace sl {
namespace {

constexpr bool is_word(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::string_view name() {
    skip_blanks();
    size_t start = pos_;
    while (!at_end() && is_word(text_[pos_])) ++pos_;
    if (pos_ == start) fail("expected a name");
    return text_.substr(start, pos_ - start);
  }
  std::string_view rest() const { return text_.substr(pos_); }

  std::unique_ptr<const Signature> parameters() {
    out_->text = std::string(rest());
    skip_blanks();
    if (at_end()) return finish();  // a getter: just a name
    expect('(');
    out_->params.reserve(static_cast<size_t>(std::count(text_.begin(), text_.end(), ',')) + 1);
    bool keyword_only = false;
    while (!accept(')')) {
      if (accept('/')) {
        out_->positional_only = static_cast<uint16_t>(out_->params.size());
      } else if (accept('*')) {
        if (accept('*')) {
          name();
          annotation(nullptr);
          out_->var_keywords = true;
        } else {
          if (peek() != ',' && peek() != ')') {
            name();
            annotation(nullptr);
            out_->var_args = true;
          }
          keyword_only = true;
          positional_ = out_->params.size();
          star_seen_ = true;
        }
      } else {
        parameter(keyword_only);
      }
      if (!accept(',')) {
        expect(')');
        break;
      }
    }
    skip_blanks();
    if (text_.substr(pos_, 2) == "->") {
      pos_ += 2;
      skip_blanks();
      out_->return_type = std::string(text_.substr(pos_));
    } else if (!at_end()) {
      fail("unexpected text after ')'");
    }
    return finish();
  }

 private:
  std::unique_ptr<const Signature> finish() {
    if (!star_seen_) positional_ = out_->params.size();
    out_->positional = static_cast<uint16_t>(positional_);
    while (out_->required < positional_ && !out_->params[out_->required].optional) ++out_->required;
    out_->simple = !out_->var_args && !out_->var_keywords && positional_ == out_->params.size();
    for (auto& p : out_->params)
      if (p.type != ParamType::Any) out_->simple = false;
    return std::move(out_);
  }
  [[noreturn]] void fail(const std::string& why) { throw std::invalid_argument("signature \"" + std::string(text_) + "\", column " + std::to_string(pos_ + 1) + ": " + why); }
  bool at_end() const { return pos_ >= text_.size(); }
  void skip_blanks() {
    while (!at_end() && text_[pos_] == ' ') ++pos_;
  }
  char peek() {
    skip_blanks();
    return at_end() ? '\0' : text_[pos_];
  }
  bool accept(char c) {
    if (peek() != c) return false;
    ++pos_;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) fail(std::string("expected '") + c + "'");
  }
  void annotation(Param* p) {
    if (!accept(':')) return;
    skip_blanks();
    size_t start = pos_;
    int depth = 0;
    while (!at_end() && (depth > 0 || (text_[pos_] != ',' && text_[pos_] != '=' && text_[pos_] != ')'))) {
      if (text_[pos_] == '[' || text_[pos_] == '(') ++depth;
      if (text_[pos_] == ']' || text_[pos_] == ')') --depth;
      ++pos_;
    }
    std::string_view t = text_.substr(start, pos_ - start);
    while (!t.empty() && t.back() == ' ') t.remove_suffix(1);
    if (!p) return;
    p->type_text = std::string(t);
    for (std::string_view suffix : {" | None", "|None"}) {
      if (t.size() > suffix.size() && t.substr(t.size() - suffix.size()) == suffix) {
        p->or_none = true;
        t.remove_suffix(suffix.size());
      }
    }
    static constexpr std::pair<std::string_view, ParamType> kTypes[] = {
        {"int", ParamType::Int},   {"float", ParamType::Float}, {"str", ParamType::Str},   {"bytes", ParamType::Bytes},       {"bool", ParamType::Bool},
        {"list", ParamType::List}, {"tuple", ParamType::Tuple}, {"dict", ParamType::Dict}, {"callable", ParamType::Callable},
    };
    for (auto& [text, type] : kTypes)
      if (text == t) p->type = type;
  }
  void parameter(bool keyword_only) {
    Param p{};
    p.name = intern(name());
    annotation(&p);
    if (accept('=')) {
      p.optional = true;
      p.default_value = literal();
      if (p.default_value.is_none()) p.or_none = true;
    } else if (!keyword_only && !out_->params.empty() && out_->params.back().optional) {
      fail("a parameter without default follows one with default");
    }
    out_->params.push_back(std::move(p));
  }
  Value literal() {
    skip_blanks();
    if (text_.substr(pos_, 3) == "...") {
      pos_ += 3;
      return Value();
    }
    char c = peek();
    if (c == '\'' || c == '"') {
      size_t end = ++pos_;
      std::string s;
      while (end < text_.size() && text_[end] != c) {
        if (text_[end] == '\\' && end + 1 < text_.size()) {
          ++end;
          s += text_[end] == 'n' ? '\n' : text_[end] == 't' ? '\t' : text_[end];
        } else {
          s += text_[end];
        }
        ++end;
      }
      if (end >= text_.size()) fail("unterminated string");
      pos_ = end + 1;
      return Value::object(intern(s));
    }
    if (c == '(') {
      ++pos_;
      expect(')');
      return Value::object(g_empty_tuple);
    }
    size_t start = pos_;
    while (!at_end() && text_[pos_] != ',' && text_[pos_] != ')' && text_[pos_] != ' ') ++pos_;
    std::string_view t = text_.substr(start, pos_ - start);
    if (t == "None") return Value::none();
    if (t == "True" || t == "False") return Value::boolean(t == "True");
    int64_t i = 0;
    auto r = std::from_chars(t.data(), t.data() + t.size(), i);
    if (r.ec == std::errc() && r.ptr == t.data() + t.size()) return Value::integer(i);
    double d = 0;
    auto rd = std::from_chars(t.data(), t.data() + t.size(), d);
    if (rd.ec == std::errc() && rd.ptr == t.data() + t.size()) return Value::number(d);
    // Unquoted text (configuration schemas write paths so): a string.
    if (!t.empty()) return Value::object(intern(t));
    fail("expected a default value");
  }

  std::string_view text_;
  size_t pos_ = 0;
  size_t positional_ = 0;
  bool star_seen_ = false;
  std::unique_ptr<Signature> out_ = std::make_unique<Signature>();
};

struct Shared {
  std::mutex mutex;
  std::unordered_map<std::string_view, std::unique_ptr<const Signature>> by_text;
};

}  // namespace

Declaration parse_signature(std::string_view text) {
  static auto* shared = new Shared;
  Parser parser(text);
  Str* name = intern(parser.name());
  std::lock_guard lock(shared->mutex);
  auto found = shared->by_text.find(parser.rest());
  if (found == shared->by_text.end()) {
    auto made = parser.parameters();
    std::string_view key = made->text;
    found = shared->by_text.emplace(key, std::move(made)).first;
  }
  return {name, found->second.get()};
}

std::string signature_text(const Native* f) { return std::string(f->name->view()) + f->signature->text; }

}  // namespace sl
