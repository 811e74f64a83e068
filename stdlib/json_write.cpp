#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "core/vm/bulk.h"
#include "core/vm/types.h"
#include "stdlib/json.h"
#include "stdlib/json_internal.h"

namespace sl {
namespace {

// What a byte of text needs: nothing, an escape in both modes, or one only with ensure_ascii.
enum : uint8_t { kPlain, kEscape, kNotAscii };
struct EscapeTable {
  uint8_t of[256] = {};
  constexpr EscapeTable() {
    for (int c = 0; c < 0x20; ++c) of[c] = kEscape;
    of['"'] = of['\\'] = kEscape;
    for (int c = 0x7F; c < 256; ++c) of[c] = kNotAscii;
  }
};
constexpr EscapeTable kEscapes;
constexpr char kHex[] = "0123456789abcdef";
constexpr double kExactInt = 9007199254740992.0;  // 2^53

// A container being written, to stop cycles.
struct OpenContainer {
  OpenContainer(const Obj* o, const OpenContainer* outer) : object(o), up(outer), level(outer ? outer->level + 1 : 1) {}
  const Obj* object;
  const OpenContainer* up;
  uint32_t level;
};

class Writer {
 public:
  Writer(Vm& vm, const JsonStyle& style, JsonText& out) : vm_(vm), style_(style), out_(out) {}

  bool value(Value v, const OpenContainer* open, uint32_t depth) {
    switch (v.tag) {
      case kNone: out_.put("null"); return true;
      case kBool: out_.put(v.i ? std::string_view("true") : "false"); return true;
      case kInt: integer(v.i); return true;
      case kFloat: return floating(v.f);
      case kObject: return object(v, open, depth);
      default: out_.put("null"); return true;
    }
  }

 private:
  void integer(int64_t i) {
    char* p = out_.room(24);
    out_.at = std::to_chars(p, p + 24, i).ptr;
  }

  // Numbers of at most 15 digits, 4 of them decimals: no other decimal that short means the same
  // double, so it is the shortest.
  bool short_decimal(double d) {
    double scaled = d * 1e4;
    if (!(std::fabs(scaled) < 1e15)) return false;
    auto n = static_cast<int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
    if (static_cast<double>(n) / 1e4 != d || (n == 0 && std::signbit(d))) return false;
    char* p = out_.room(32);
    if (n < 0) *p++ = '-';
    auto size = static_cast<uint64_t>(n < 0 ? -n : n);
    p = std::to_chars(p, p + 20, size / 10000).ptr;
    *p++ = '.';
    auto rest = static_cast<uint32_t>(size % 10000);
    int last = 0;
    for (int i = 3; i >= 0; --i, rest /= 10) {
      p[i] = static_cast<char>('0' + rest % 10);
      if (!last && rest % 10) last = i;
    }
    out_.at = p + last + 1;
    return true;
  }

  bool floating(double d) {
    if (short_decimal(d)) return true;
    double size = std::fabs(d);
    if (size >= 1e-4 && size < kExactInt) {
      char* p = out_.room(32);
      char* end = std::to_chars(p, p + 28, d, std::chars_format::fixed).ptr;
      if (!std::memchr(p, '.', static_cast<size_t>(end - p))) {
        *end++ = '.';
        *end++ = '0';
      }
      out_.at = end;
      return true;
    }
    if (std::isfinite(d)) {
      out_.put(float_repr(d));
      return true;
    }
    if (!style_.allow_nan) {
      vm_.raise_value("Out of range float values are not JSON compliant");
      return false;
    }
    out_.put(std::isnan(d) ? std::string_view("NaN") : d > 0 ? "Infinity" : "-Infinity");
    return true;
  }

  void escape(uint32_t unit) {
    char* p = out_.room(6);
    *p++ = '\\';
    switch (unit) {
      case '"': *p++ = '"'; break;
      case '\\': *p++ = '\\'; break;
      case '\n': *p++ = 'n'; break;
      case '\r': *p++ = 'r'; break;
      case '\t': *p++ = 't'; break;
      case '\b': *p++ = 'b'; break;
      case '\f': *p++ = 'f'; break;
      default:
        *p++ = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) *p++ = kHex[unit >> shift & 15];
    }
    out_.at = p;
  }

  // One code point of more than one byte; returns its length.
  size_t escape_wide(const uint8_t* s) {
    uint32_t c;
    size_t n;
    if (s[0] < 0xE0) {
      c = (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
      n = 2;
    } else if (s[0] < 0xF0) {
      c = (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
      n = 3;
    } else {
      c = (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
      n = 4;
    }
    if (c >= 0x10000) {
      c -= 0x10000;
      escape(0xD800 + (c >> 10));
      escape(0xDC00 + (c & 0x3FF));
    } else {
      escape(c);
    }
    return n;
  }

  // Copies text that needs no escape, 16 bytes at a time where it can, and stops at what does.
  const uint8_t* copy_plain(const uint8_t* p, const uint8_t* end, uint8_t also_plain) {
    char* at = out_.room(static_cast<size_t>(end - p) + 16);
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F), del = _mm_set1_epi8(0x7F);
    while (end - p >= 16) {
      __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
      __m128i stop = _mm_or_si128(_mm_cmpeq_epi8(x, quote), _mm_cmpeq_epi8(x, slash));
      stop = _mm_or_si128(stop, _mm_cmpeq_epi8(_mm_min_epu8(x, control), x));
      if (also_plain != kNotAscii) stop = _mm_or_si128(stop, _mm_or_si128(_mm_cmpeq_epi8(x, del), _mm_cmplt_epi8(x, _mm_setzero_si128())));
      if (_mm_movemask_epi8(stop)) break;
      _mm_storeu_si128(reinterpret_cast<__m128i*>(at), x);
      p += 16;
      at += 16;
    }
#endif
    for (; p < end; ++p) {
      uint8_t kind = kEscapes.of[*p];
      if (kind != kPlain && kind != also_plain) break;
      *at++ = static_cast<char>(*p);
    }
    out_.at = at;
    return p;
  }

  bool text(const Str* s) {
    out_.put('"');
    bool whole = in_text_steps(
        vm_, s->view(), [&](std::string_view piece) { escaped(piece); }, 4 * kSlowStep);
    out_.put('"');
    return whole && (s->size < kBulkStep || vm_.check_alloc(out_.size()));
  }
  void escaped(std::string_view piece) {
    const auto* p = reinterpret_cast<const uint8_t*>(piece.data());
    const auto* end = p + piece.size();
    const uint8_t also_plain = style_.ensure_ascii ? kPlain : kNotAscii;
    while ((p = copy_plain(p, end, also_plain)) < end) {
      if (*p < 0x80)
        escape(*p++);
      else
        p += escape_wide(p);
    }
  }

  bool object(Value v, const OpenContainer* open, uint32_t depth) {
    switch (v.o->kind) {
      case Kind::Str: return text(as<Str>(v));
      case Kind::List: {
        auto* l = as<List>(v);
        return sequence(
            l, [l](uint64_t i, Value* item) { return i < l->size && (*item = l->items[i], true); }, open, depth);
      }
      case Kind::Tuple: {
        auto* t = as<Tuple>(v);
        return sequence(
            t, [t](uint64_t i, Value* item) { return i < t->size && (*item = t->items[i], true); }, open, depth);
      }
      case Kind::Dict: return dict(as<Dict>(v), open, depth);
      case Kind::BigInt: out_.put(int_to_text(v)); return true;
      default: break;
    }
    Value inner = unwrap(v);
    if (!inner.same(v) &&
        (!inner.is_object() || is_str(inner) || is_kind(inner, Kind::List) || is_kind(inner, Kind::Tuple) || is_kind(inner, Kind::Dict) || is_kind(inner, Kind::BigInt)))
      return value(inner, open, depth);
    return other(v, open, depth);
  }

  // Values JSON has no form for: what default= makes of them.
  bool other(Value v, const OpenContainer* open, uint32_t depth) {
    if (style_.fallback.is_unset()) {
      vm_.raise_type("Object of type " + std::string(vm_.type_of(v)->name->view()) + " is not JSON serializable");
      return false;
    }
    OpenContainer here{v.o, open};
    if (!enter(here, "")) return false;
    Value made = vm_.call(style_.fallback, {v});
    return !made.is_unset() && value(made, &here, depth);
  }

  bool enter(const OpenContainer& here, const char* what) {
    if (style_.check_circular) {
      for (const OpenContainer* c = here.up; c; c = c->up) {
        if (c->object != here.object) continue;
        vm_.raise_value("Circular reference detected");
        return false;
      }
    }
    if (here.level < std::min<uint32_t>(vm_.limits.depth, 10000)) return true;
    vm_.raise(errors().RecursionError, std::string("maximum recursion depth exceeded") + what);
    return false;
  }

  // Ends a piece of iterencode().
  void cut() {
    if (style_.cuts && out_.size() > (style_.cuts->empty() ? 0 : style_.cuts->back())) style_.cuts->push_back(out_.size());
  }

  void separator(std::string_view s) {
    if (s.size() != 2) return out_.put(s);
    std::memcpy(out_.room(2), s.data(), 2);
    out_.at += 2;
  }

  void line(uint32_t depth) {
    out_.put('\n');
    for (uint32_t i = 0; i < depth; ++i) out_.put(style_.indent);
  }

  // Text piles up outside the environment's heap: keep it within the limit.
  bool within_limit() {
    if (out_.size() < next_check_) return true;
    next_check_ = out_.size() + (64 << 10);
    return vm_.check_alloc(out_.size() + (64 << 10)) && vm_.poll();
  }

  template <class At>
  bool sequence(const Obj* o, At at, const OpenContainer* open, uint32_t depth) {
    Value item;
    cut();
    if (!at(0, &item)) {
      out_.put("[]");
      cut();
      return true;
    }
    OpenContainer here{o, open};
    if (!enter(here, " while encoding a JSON object")) return false;
    out_.put('[');
    for (uint64_t i = 0; at(i, &item); ++i) {
      if (i) separator(style_.item_separator);
      if (style_.indented) line(depth + 1);
      if (!value(item, &here, depth + 1) || !within_limit()) return false;
      cut();
    }
    if (style_.indented) line(depth);
    cut();
    out_.put(']');
    cut();
    return true;
  }

  // 1 written, 0 skipped, -1 raised.
  int key(Value k, bool first, uint32_t depth) {
    Value plain = unwrap(k);
    bool scalar = !plain.is_object() || is_kind(plain, Kind::BigInt);
    if (!is_str(plain) && !scalar) {
      if (style_.skip_keys) return 0;
      vm_.raise_type("keys must be str, int, float, bool or None, not " + std::string(vm_.type_of(k)->name->view()));
      return -1;
    }
    if (!first) {
      separator(style_.item_separator);
      if (style_.indented) line(depth);
      cut();
    }
    if (!scalar) {
      if (!text(as<Str>(plain))) return -1;
    } else {
      out_.put('"');
      if (!value(plain, nullptr, depth)) return -1;
      out_.put('"');
    }
    cut();
    separator(style_.key_separator);
    cut();
    return 1;
  }

  bool member(Value k, Value v, bool* first, const OpenContainer& here, uint32_t depth) {
    int wrote = key(k, *first, depth);
    if (wrote <= 0) return wrote == 0;
    *first = false;
    if (!value(v, &here, depth) || !within_limit()) return false;
    cut();
    return true;
  }

  bool dict(Dict* d, const OpenContainer* open, uint32_t depth) {
    cut();
    if (!d->used) {
      out_.put("{}");
      cut();
      return true;
    }
    OpenContainer here{d, open};
    if (!enter(here, " while encoding a JSON object")) return false;
    out_.put('{');
    cut();
    if (style_.indented) line(depth + 1);
    cut();
    bool first = true;
    if (style_.sort_keys) {
      if (!sorted_members(d, &first, here, depth + 1)) return false;
    } else {
      Value k, v;
      for (uint32_t cursor = 0; dict_next(d, &cursor, &k, &v);)
        if (!member(k, v, &first, here, depth + 1)) return false;
    }
    if (style_.indented) line(depth);
    cut();
    out_.put('}');
    cut();
    return true;
  }

  bool sorted_members(Dict* d, bool* first, const OpenContainer& here, uint32_t depth) {
    List* keys = vm_.new_list(d->used);
    Value k, v;
    bool all_text = true;
    for (uint32_t cursor = 0; dict_next(d, &cursor, &k, &v);) {
      all_text = all_text && is_str(k);
      list_append(vm_, keys, k);
    }
    if (all_text) {
      std::sort(keys->items, keys->items + keys->size, [](const Value& a, const Value& b) { return str_order(as<Str>(a), as<Str>(b)) < 0; });
    } else if (!list_sort(vm_, keys, Value::none(), false)) {
      return false;
    }
    for (uint64_t i = 0; i < keys->size; ++i) {
      k = keys->items[i];
      v = dict_get(vm_, d, k);
      if (v.is_unset()) {
        if (vm_.raised()) return false;
        continue;
      }
      if (!member(k, v, first, here, depth)) return false;
    }
    return true;
  }

  Vm& vm_;
  const JsonStyle& style_;
  JsonText& out_;
  size_t next_check_ = 64 << 10;
};

}  // namespace

void JsonText::grow(size_t n) {
  size_t used = size();
  size_t capacity = std::max(used + n, 2 * static_cast<size_t>(end_ - begin_));
  std::unique_ptr<char[]> bigger(new char[capacity]);
  std::memcpy(bigger.get(), begin_, used);
  heap_ = std::move(bigger);
  begin_ = heap_.get();
  at = begin_ + used;
  end_ = begin_ + capacity;
}

bool json_write_styled(Vm& vm, Value v, const JsonStyle& style, JsonText& out) { return Writer(vm, style, out).value(v, nullptr, 0); }

bool json_write(Vm& vm, Value v, std::string* out) {
  JsonStyle style;
  style.ensure_ascii = false;
  style.allow_nan = false;
  style.item_separator = ",";
  style.key_separator = ":";
  JsonText text;
  if (!json_write_styled(vm, v, style, text)) return false;
  out->append(text.view());
  return true;
}

}  // namespace sl
