// The parser: CPython's grammar and messages, positions counted in code points.
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "core/vm/bulk.h"
#include "core/vm/text.h"
#include "core/vm/types.h"
#include "stdlib/json.h"
#include "stdlib/json_internal.h"

namespace sl {
namespace {

constexpr uint32_t kMaxDepth = 1000;
constexpr size_t kMaxCachedKey = 32;

// Interned names lately seen as keys. They are never freed, so the cache may outlive environments.
struct NameCache {
  static constexpr size_t kSize = 512;
  Str* slots[kSize];
};
thread_local NameCache name_cache;

size_t key_slot(std::string_view key) noexcept {
  size_t h = key.size() * 0x9E3779B1u;
  h ^= static_cast<uint8_t>(key.front()) * 0x85EBu;
  h ^= static_cast<uint8_t>(key.back()) * 0xC2B2u;
  h ^= static_cast<uint8_t>(key[key.size() / 2]) * 0x27D4u;
  return h ^ h >> 9;
}

constexpr double kPowersOfTen[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

class Parser {
 public:
  Parser(Vm& vm, std::string_view text, const JsonHooks& hooks, Value doc)
      : vm_(vm), hooks_(hooks), doc_(doc), stack_(vm.heap), begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {
    stack_.items.reserve(64);
  }

  void seek(size_t offset) { at_ = begin_ + offset; }
  size_t offset() const { return static_cast<size_t>(at_ - begin_); }

  void skip_space() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\t' || *at_ == '\r')) ++at_;
  }

  Value fail(const char* message, const char* at) { return raise_json_error(vm_, message, {begin_, static_cast<size_t>(end_ - begin_)}, doc_, static_cast<size_t>(at - begin_)); }

  Value value(uint32_t depth) {
    if (at_ == end_) return fail("Expecting value", at_);
    switch (*at_) {
      case '"': return string(++at_);
      case '{': return object(depth);
      case '[': return array(depth);
      case 'n':
        if (word("null")) return Value::none();
        break;
      case 't':
        if (word("true")) return Value::boolean(true);
        break;
      case 'f':
        if (word("false")) return Value::boolean(false);
        break;
      case 'N':
        if (word("NaN")) return constant("NaN", NAN);
        break;
      case 'I':
        if (word("Infinity")) return constant("Infinity", INFINITY);
        break;
      case '-':
        if (word("-Infinity")) return constant("-Infinity", -INFINITY);
        return number();
      default:
        if (is_digit(*at_)) return number();
    }
    return fail("Expecting value", at_);
  }

 private:
  bool word(std::string_view w) {
    if (static_cast<size_t>(end_ - at_) < w.size() || std::memcmp(at_, w.data(), w.size()) != 0) return false;
    at_ += w.size();
    return true;
  }

  Value constant(const char* name, double d) {
    if (hooks_.parse_constant.is_unset()) return Value::number(d);
    return vm_.call(hooks_.parse_constant, {vm_.str_value(name)});
  }

  Value number() {
    const char* start = at_;
    const char* p = at_;
    bool negative = *p == '-';
    p += negative;
    if (p == end_ || !is_digit(*p)) return fail("Expecting value", start);
    uint64_t n = 0;
    const char* digits = p;
    if (*p == '0')
      ++p;
    else
      while (p < end_ && is_digit(*p)) n = n * 10 + static_cast<uint64_t>(*p++ - '0');
    bool fraction = false;
    const char* integer_end = p;
    double exact = -1;
    if (end_ - p >= 2 && *p == '.' && is_digit(p[1])) {
      fraction = true;
      const char* point = p;
      do n = n * 10 + static_cast<uint64_t>(*++p - '0');
      while (p + 1 < end_ && is_digit(p[1]));
      ++p;
      // Both operands are exact: the quotient is the nearest double.
      if (p - digits <= 16) exact = static_cast<double>(n) / kPowersOfTen[p - point - 1];
    }
    if (p < end_ && (*p == 'e' || *p == 'E')) {
      const char* e = p + 1;
      if (e < end_ && (*e == '+' || *e == '-')) ++e;
      if (e < end_ && is_digit(*e)) {
        fraction = true;
        exact = -1;
        while (e < end_ && is_digit(*e)) ++e;
        p = e;
      }
    }
    at_ = p;
    std::string_view text(start, static_cast<size_t>(p - start));
    if (fraction) {
      if (!hooks_.parse_float.is_unset()) return vm_.call(hooks_.parse_float, {vm_.str_value(text)});
      if (exact >= 0) return Value::number(negative ? -exact : exact);
      return floating(text);
    }
    if (!hooks_.parse_int.is_unset()) return vm_.call(hooks_.parse_int, {vm_.str_value(text)});
    if (integer_end - digits <= 18) return Value::integer(negative ? -static_cast<int64_t>(n) : static_cast<int64_t>(n));
    return int_from_text(vm_, text, 10);
  }

  Value floating(std::string_view text) {
    double d = 0;
    auto [ptr, error] = std::from_chars(text.data(), text.data() + text.size(), d);
    if (error == std::errc::result_out_of_range) d = std::strtod(std::string(text).c_str(), nullptr);
    return Value::number(d);
  }

  // The first byte from p on that ends a run of plain text: '"', '\\' or a control character.
  // Sets *wide when a byte outside ASCII was passed.
  const char* scan(const char* p, bool* wide) const {
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F);
    while (end_ - p >= 16) {
      __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
      __m128i stop = _mm_or_si128(_mm_cmpeq_epi8(x, quote), _mm_cmpeq_epi8(x, slash));
      stop = _mm_or_si128(stop, _mm_cmpeq_epi8(_mm_min_epu8(x, control), x));
      auto stops = static_cast<uint32_t>(_mm_movemask_epi8(stop));
      auto high = static_cast<uint32_t>(_mm_movemask_epi8(x));
      if (stops) {
        auto n = static_cast<uint32_t>(__builtin_ctz(stops));
        if (high & ((1u << n) - 1)) *wide = true;
        return p + n;
      }
      if (high) *wide = true;
      p += 16;
    }
#endif
    for (; p < end_; ++p) {
      auto c = static_cast<uint8_t>(*p);
      if (c == '"' || c == '\\' || c < 0x20) return p;
      if (c >= 0x80) *wide = true;
    }
    return p;
  }

  Value plain_string(const char* start, size_t size, bool wide) {
    if (size > kBulkStep) return new_text(vm_, {start, size});
    if (wide) return vm_.str_value({start, size});
    if (size == 1) return Value::object(g_ascii_chars[static_cast<uint8_t>(*start)]);
    return Value::object(vm_.new_str({start, size}, static_cast<uint32_t>(size)));
  }

  // `start` is behind the opening quote.
  Value string(const char* start) {
    bool wide = false;
    const char* p = scan(start, &wide);
    if (p < end_ && *p == '"') {
      at_ = p + 1;
      return plain_string(start, static_cast<size_t>(p - start), wide);
    }
    return escaped_string(start, p);
  }

  Value key() {
    const char* start = ++at_;
    bool wide = false;
    const char* p = scan(start, &wide);
    if (p == end_ || *p != '"') return escaped_string(start, p);
    at_ = p + 1;
    std::string_view text(start, static_cast<size_t>(p - start));
    if (wide || text.empty() || text.size() > kMaxCachedKey) return plain_string(start, text.size(), wide);
    size_t slot = key_slot(text);
    Str*& name = name_cache.slots[slot % NameCache::kSize];
    if (name && name->view() == text) return Value::object(name);
    Str*& mine = keys_[slot % kOwnKeys];
    if (mine && mine->view() == text) return Value::object(mine);
    if (Str* known = find_interned(text)) {
      name = known;
      return Value::object(known);
    }
    Value made = plain_string(start, text.size(), false);
    mine = as<Str>(made);
    return made;
  }

  // Four hex digits at p, or -1.
  static int32_t hex4(const char* p) {
    int32_t v = 0;
    for (int i = 0; i < 4; ++i) {
      char c = p[i];
      int d = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (d < 0) return -1;
      v = v << 4 | d;
    }
    return v;
  }

  // Whether fewer than n code points follow p: CPython measures in those.
  bool fewer_than(const char* p, int n) const {
    for (; p < end_; ++p)
      if ((static_cast<uint8_t>(*p) & 0xC0) != 0x80 && n-- == 0) return false;
    return n > 0;
  }

  static void append_utf8(std::string& s, uint32_t c) {
    if (c < 0x80) {
      s.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
      s.push_back(static_cast<char>(0xC0 | c >> 6));
      s.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
      s.push_back(static_cast<char>(0xE0 | c >> 12));
      s.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
      s.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
      s.push_back(static_cast<char>(0xF0 | c >> 18));
      s.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
      s.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
      s.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
  }

  // The string has an escape or a control character at p, or ends there.
  Value escaped_string(const char* start, const char* p) {
    std::string out(start, p);
    Pace pace(vm_);
    for (;;) {
      if (!pace.on()) return Value();
      if (p == end_) return fail("Unterminated string starting at", start - 1);
      if (*p == '"') break;
      if (*p != '\\') {
        if (hooks_.strict) return fail("Invalid control character at", p);
        out.push_back(*p++);
      } else if (const char* next = escape(p, start, out)) {
        p = next;
      } else {
        return Value();
      }
      bool wide = false;
      const char* run = p;
      p = scan(p, &wide);
      out.append(run, p);
    }
    at_ = p + 1;
    return new_text(vm_, out);
  }

  // Decodes the escape at p; returns what follows, or null: raised.
  const char* escape(const char* p, const char* start, std::string& out) {
    const char* slash = p++;
    if (p == end_) {
      fail("Unterminated string starting at", start - 1);
      return nullptr;
    }
    switch (*p) {
      case '"':
      case '\\':
      case '/': out.push_back(*p); return p + 1;
      case 'b': out.push_back('\b'); return p + 1;
      case 'f': out.push_back('\f'); return p + 1;
      case 'n': out.push_back('\n'); return p + 1;
      case 'r': out.push_back('\r'); return p + 1;
      case 't': out.push_back('\t'); return p + 1;
      case 'u': break;
      default: fail("Invalid \\escape", slash); return nullptr;
    }
    ++p;
    int32_t c = fewer_than(p, 5) ? -1 : hex4(p);
    if (c < 0) {
      fail("Invalid \\uXXXX escape", p - 1);
      return nullptr;
    }
    p += 4;
    if (c >= 0xD800 && c < 0xDC00 && !fewer_than(p, 7) && p[0] == '\\' && p[1] == 'u') {
      int32_t low = hex4(p + 2);
      if (low < 0) {
        fail("Invalid \\uXXXX escape", p + 1);
        return nullptr;
      }
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        p += 6;
      }
    }
    append_utf8(out, static_cast<uint32_t>(c));
    return p;
  }

  bool too_deep(uint32_t depth, const char* what) {
    if (depth < kMaxDepth) return false;
    vm_.raise(errors().RecursionError, std::string("maximum recursion depth exceeded while decoding a JSON ") + what + " from a unicode string");
    return true;
  }

  bool room(size_t base) {
    size_t n = stack_.items.size() - base;
    return (n & 4095) != 4095 || (vm_.check_alloc(n * 2 * sizeof(Value)) && vm_.poll());
  }

  Value array(uint32_t depth) {
    if (too_deep(depth, "array")) return Value();
    size_t base = stack_.items.size();
    ++at_;
    skip_space();
    if (at_ < end_ && *at_ == ']') {
      ++at_;
      return Value::object(vm_.new_list());
    }
    for (;;) {
      Value item = value(depth + 1);
      if (item.is_unset()) return item;
      stack_.items.push_back(item);
      if (!room(base)) return Value();
      skip_space();
      if (at_ < end_ && *at_ == ']') break;
      if (at_ == end_ || *at_ != ',') return fail("Expecting ',' delimiter", at_);
      ++at_;
      skip_space();
    }
    ++at_;
    List* list = vm_.new_list(stack_.items.data() + base, stack_.items.size() - base);
    stack_.items.resize(base);
    return Value::object(list);
  }

  Value object(uint32_t depth) {
    if (too_deep(depth, "object")) return Value();
    size_t base = stack_.items.size();
    ++at_;
    skip_space();
    if (at_ == end_ || *at_ != '}') {
      for (;;) {
        if (at_ == end_ || *at_ != '"') return fail("Expecting property name enclosed in double quotes", at_);
        Value name = key();
        if (name.is_unset()) return name;
        stack_.items.push_back(name);
        skip_space();
        if (at_ == end_ || *at_ != ':') return fail("Expecting ':' delimiter", at_);
        ++at_;
        skip_space();
        Value item = value(depth + 1);
        if (item.is_unset()) return item;
        stack_.items.push_back(item);
        if (!room(base)) return Value();
        skip_space();
        if (at_ < end_ && *at_ == '}') break;
        if (at_ == end_ || *at_ != ',') return fail("Expecting ',' delimiter", at_);
        ++at_;
        skip_space();
      }
    }
    ++at_;
    return finish_object(base);
  }

  Value finish_object(size_t base) {
    auto& items = stack_.items;
    size_t count = (items.size() - base) / 2;
    Value result;
    if (!hooks_.object_pairs_hook.is_unset()) {
      List* pairs = vm_.new_list(count);
      for (size_t i = base; i < items.size(); i += 2) list_append(vm_, pairs, Value::object(vm_.new_tuple(&items[i], 2)));
      items.resize(base);
      return vm_.call(hooks_.object_pairs_hook, {Value::object(pairs)});
    }
    Dict* d = vm_.new_dict(count);
    for (size_t i = base; i < items.size(); i += 2) dict_set_str(vm_, d, as<Str>(items[i]), items[i + 1]);
    items.resize(base);
    result = Value::object(d);
    return hooks_.object_hook.is_unset() ? result : vm_.call(hooks_.object_hook, {result});
  }

  static constexpr size_t kOwnKeys = 64;
  Vm& vm_;
  const JsonHooks& hooks_;
  Value doc_;
  RootVec stack_;
  const char *begin_, *at_, *end_;
  Str* keys_[kOwnKeys] = {};  // on the native stack, where the collector sees them
};

}  // namespace

Value raise_json_error(Vm& vm, std::string_view message, std::string_view text, Value doc, size_t offset) {
  size_t position = 0, line = 1, column = 1;
  for (size_t i = 0; i < offset && i < text.size(); ++i) {
    if ((static_cast<uint8_t>(text[i]) & 0xC0) == 0x80) continue;
    ++position;
    ++column;
    if (text[i] == '\n') {
      ++line;
      column = 1;
    }
  }
  if (!doc.is_object()) doc = vm.str_value(text);
  Value error = vm.call(Value::object(json_decode_error()), {vm.str_value(message), doc, Value::integer(static_cast<int64_t>(position))});
  return error.is_unset() ? error : vm.raise(error);
}

Value json_parse_value(Vm& vm, std::string_view text, const JsonHooks& hooks, Value doc, size_t* offset) {
  Parser parser(vm, text, hooks, doc);
  parser.seek(*offset);
  Value v = parser.value(0);
  *offset = parser.offset();
  return v;
}

Value json_parse_document(Vm& vm, std::string_view text, const JsonHooks& hooks, Value doc) {
  Parser parser(vm, text, hooks, doc);
  parser.skip_space();
  Value v = parser.value(0);
  if (v.is_unset()) return v;
  parser.skip_space();
  if (parser.offset() != text.size()) return raise_json_error(vm, "Extra data", text, doc, parser.offset());
  return v;
}

Value json_parse(Vm& vm, std::string_view text) { return json_parse_document(vm, text, JsonHooks(), Value()); }

}  // namespace sl
