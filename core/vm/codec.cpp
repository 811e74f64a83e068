// UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 to and from str.
#include "core/vm/codec.h"

#include <algorithm>

#include "core/lang/charset.h"
#include "core/vm/bulk.h"

namespace sl {

namespace {

// Why the bytes at i are no UTF-8; *size is the length of the bad sequence.
const char* utf8_mistake(std::string_view data, size_t i, size_t* size) noexcept {
  auto byte = [&](size_t k) { return static_cast<uint8_t>(data[i + k]); };
  uint8_t lead = byte(0);
  *size = 1;
  if (lead < 0xC2 || lead > 0xF4) return "invalid start byte";
  size_t need = sequence_length(data[i]);
  for (size_t k = 1; k < need; ++k) {
    *size = k;
    if (i + k >= data.size()) return "unexpected end of data";
    uint8_t low = 0x80, high = 0xBF;
    if (k == 1) {
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    }
    if (byte(k) < low || byte(k) > high) return "invalid continuation byte";
  }
  return "invalid continuation byte";
}

// Length of a valid part at `at`: the longest, unless it is of many pieces.
size_t valid_piece(std::string_view data, size_t at) noexcept {
  std::string_view piece = data.substr(at, kSlowStep);
  size_t good = valid_utf8_prefix(piece);
  bool cut = at + piece.size() < data.size() && piece.size() - good < 4;  // perhaps within a sequence
  return cut && good == 0 ? valid_utf8_prefix(data.substr(at, 4)) : good;
}

bool decode_utf8(Decoder& d) {
  for (size_t at = 0; at < d.data.size();) {
    size_t good = valid_piece(d.data, at);
    if (good) {
      d.out.append(d.data, at, good);
      at += good;
      if (!d.pace.on(good)) return false;
      continue;
    }
    size_t size;
    const char* reason = utf8_mistake(d.data, at, &size);
    if (!d.handle(at, at + size, reason, &at)) return false;
  }
  return true;
}

bool decode_ascii(Decoder& d) {
  d.codec = "ascii";
  for (size_t at = 0; at < d.data.size();) {
    if (!d.pace.on()) return false;
    if (static_cast<uint8_t>(d.data[at]) < 0x80)
      d.out += d.data[at++];
    else if (!d.handle(at, at + 1, "ordinal not in range(128)", &at))
      return false;
  }
  return true;
}

bool decode_latin1(Decoder& d) {
  d.out.reserve(d.data.size() + d.data.size() / 8);
  return in_steps(
      d.vm, d.data.size(),
      [&](size_t from, size_t to) {
        for (char c : d.data.substr(from, to - from)) append_code_point(d.out, static_cast<uint8_t>(c));
      },
      kSlowStep);
}

uint32_t read_unit(std::string_view data, size_t at, int width, bool big) noexcept {
  uint32_t unit = 0;
  for (int i = 0; i < width; ++i) unit |= uint32_t{static_cast<uint8_t>(data[at + static_cast<size_t>(i)])} << 8 * (big ? width - 1 - i : i);
  return unit;
}

bool decode_utf16(Decoder& d, size_t at, bool big) {
  d.codec = big ? "utf-16-be" : "utf-16-le";
  while (at < d.data.size()) {
    if (!d.pace.on()) return false;
    const char* reason;
    size_t end = at + 2;
    if (d.data.size() - at < 2) {
      reason = "truncated data";
      end = d.data.size();
    } else {
      uint32_t c = read_unit(d.data, at, 2, big);
      if (!is_surrogate(c)) {
        append_code_point(d.out, c);
        at += 2;
        continue;
      }
      if (c >= 0xDC00) {
        reason = "illegal encoding";
      } else if (d.data.size() - at < 4) {
        reason = "unexpected end of data";
        end = d.data.size();
      } else {
        uint32_t low = read_unit(d.data, at + 2, 2, big);
        if (low >= 0xDC00 && low < 0xE000) {
          append_code_point(d.out, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
          at += 4;
          continue;
        }
        reason = "illegal UTF-16 surrogate";
      }
    }
    if (!d.handle(at, end, reason, &at)) return false;
  }
  return true;
}

bool decode_utf32(Decoder& d, size_t at, bool big) {
  d.codec = big ? "utf-32-be" : "utf-32-le";
  while (at < d.data.size()) {
    if (!d.pace.on()) return false;
    const char* reason = "truncated data";
    size_t end = d.data.size();
    if (d.data.size() - at >= 4) {
      uint32_t c = read_unit(d.data, at, 4, big);
      if (c <= kMaxCodePoint && !is_surrogate(c)) {
        append_code_point(d.out, c);
        at += 4;
        continue;
      }
      reason = is_surrogate(c) ? "code point in surrogate code point range(0xd800, 0xe000)" : "code point not in range(0x110000)";
      end = at + 4;
    }
    if (!d.handle(at, end, reason, &at)) return false;
  }
  return true;
}

bool decode_marked(Decoder& d, int width) {
  bool big = false;
  size_t at = 0;
  if (d.data.size() >= static_cast<size_t>(width)) {
    uint32_t swapped = width == 2 ? 0xFFFE : 0xFFFE0000;
    uint32_t mark = read_unit(d.data, 0, width, false);
    big = mark == swapped;
    if (big || mark == 0xFEFF) at = static_cast<size_t>(width);
  }
  return width == 2 ? decode_utf16(d, at, big) : decode_utf32(d, at, big);
}

bool decode(Decoder& d, Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return decode_utf8(d);
    case Encoding::Utf8Sig:
      if (d.data.starts_with("\xEF\xBB\xBF")) d.data.remove_prefix(3);
      return decode_utf8(d);
    case Encoding::Ascii: return decode_ascii(d);
    case Encoding::Latin1: return decode_latin1(d);
    case Encoding::Utf16: return decode_marked(d, 2);
    case Encoding::Utf16Le: return decode_utf16(d, 0, false);
    case Encoding::Utf16Be: return decode_utf16(d, 0, true);
    case Encoding::Utf32: return decode_marked(d, 4);
    case Encoding::Utf32Le: return decode_utf32(d, 0, false);
    case Encoding::Utf32Be: return decode_utf32(d, 0, true);
    case Encoding::UnicodeEscape: return decode_escape(d);
  }
  return false;
}

// Encodings of one byte per code point below `limit`.
bool encode_small(Encoder& e, uint32_t limit, const char* reason) {
  const char *p = e.text->data, *end = p + e.text->size;
  for (uint32_t i = 0; p < end; ++i) {
    if (!e.pace.on()) return false;
    uint32_t c = next_code_point(p);
    if (c < limit) {
      e.out += static_cast<char>(c);
      continue;
    }
    uint32_t stop = i + 1;
    for (const char* q = p; q < end && next_code_point(q) >= limit; p = q) {
      ++stop;
      if (!e.pace.on()) return false;
    }
    if (!e.handle(i, stop, reason)) return false;
    i = stop - 1;
  }
  return true;
}

bool encode_utf8(Encoder& e) {
  const char *p = e.text->data, *end = p + e.text->size;
  uint32_t i = 0;
  while (p < end) {
    size_t good = valid_piece({p, static_cast<size_t>(end - p)}, 0);
    if (!e.pace.on(good)) return false;
    e.out.append(p, good);
    i += static_cast<uint32_t>(count_code_points(p, good));
    p += good;
    uint32_t stop = i;
    for (const char* q = p; q < end && is_surrogate(next_code_point(q)); p = q) {
      ++stop;
      if (!e.pace.on()) return false;
    }
    if (stop > i && !e.handle(i, stop, "surrogates not allowed")) return false;
    i = stop;
  }
  return true;
}

bool encode_wide(Encoder& e, int width, bool big) {
  const char *p = e.text->data, *end = p + e.text->size;
  e.out.reserve(e.text->length * static_cast<size_t>(width) + 4);
  for (uint32_t i = 0; p < end; ++i) {
    if (!e.pace.on()) return false;
    uint32_t c = next_code_point(p);
    if (is_surrogate(c)) {
      if (!e.handle(i, i + 1, "surrogates not allowed", width, big)) return false;
    } else if (width == 2 && c >= 0x10000) {
      e.put_unit(0xD800 + ((c - 0x10000) >> 10), 2, big);
      e.put_unit(0xDC00 + ((c - 0x10000) & 0x3FF), 2, big);
    } else {
      e.put_unit(c, width, big);
    }
  }
  return true;
}

bool encode(Encoder& e, Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8Sig: e.out = "\xEF\xBB\xBF"; [[fallthrough]];
    case Encoding::Utf8: e.codec = "utf-8"; return encode_utf8(e);
    case Encoding::Ascii: e.codec = "ascii"; return encode_small(e, 128, "ordinal not in range(128)");
    case Encoding::Latin1: e.codec = "latin-1"; return encode_small(e, 256, "ordinal not in range(256)");
    case Encoding::Utf16:
      e.codec = "utf-16";
      e.put_unit(0xFEFF, 2, false);
      return encode_wide(e, 2, false);
    case Encoding::Utf16Le: e.codec = "utf-16-le"; return encode_wide(e, 2, false);
    case Encoding::Utf16Be: e.codec = "utf-16-be"; return encode_wide(e, 2, true);
    case Encoding::Utf32:
      e.codec = "utf-32";
      e.put_unit(0xFEFF, 4, false);
      return encode_wide(e, 4, false);
    case Encoding::Utf32Le: e.codec = "utf-32-le"; return encode_wide(e, 4, false);
    case Encoding::Utf32Be: e.codec = "utf-32-be"; return encode_wide(e, 4, true);
    case Encoding::UnicodeEscape: return encode_escape(e);
  }
  return false;
}

}  // namespace

bool check_encoding(Vm& vm, std::string_view name) {
  Encoding encoding;
  if (find_encoding(name, &encoding) || find_charset(name)) return true;
  return !encode_by_script(vm, names().empty, name, "strict").is_unset();
}

bool find_encoding(std::string_view name, Encoding* out) {
  static constexpr std::pair<std::string_view, Encoding> kNames[] = {
      {"utf_8", Encoding::Utf8},
      {"utf8", Encoding::Utf8},
      {"u8", Encoding::Utf8},
      {"utf", Encoding::Utf8},
      {"utf8_ucs2", Encoding::Utf8},
      {"utf8_ucs4", Encoding::Utf8},
      {"cp65001", Encoding::Utf8},
      {"utf_8_sig", Encoding::Utf8Sig},
      {"utf8_sig", Encoding::Utf8Sig},
      {"ascii", Encoding::Ascii},
      {"us_ascii", Encoding::Ascii},
      {"646", Encoding::Ascii},
      {"ansi_x3.4_1968", Encoding::Ascii},
      {"iso_646.irv_1991", Encoding::Ascii},
      {"us", Encoding::Ascii},
      {"latin_1", Encoding::Latin1},
      {"latin1", Encoding::Latin1},
      {"latin", Encoding::Latin1},
      {"l1", Encoding::Latin1},
      {"iso_8859_1", Encoding::Latin1},
      {"iso8859_1", Encoding::Latin1},
      {"iso8859", Encoding::Latin1},
      {"8859", Encoding::Latin1},
      {"cp819", Encoding::Latin1},
      {"ibm819", Encoding::Latin1},
      {"utf_16", Encoding::Utf16},
      {"utf16", Encoding::Utf16},
      {"u16", Encoding::Utf16},
      {"utf_16_le", Encoding::Utf16Le},
      {"utf_16le", Encoding::Utf16Le},
      {"utf_16_be", Encoding::Utf16Be},
      {"utf_16be", Encoding::Utf16Be},
      {"utf_32", Encoding::Utf32},
      {"utf32", Encoding::Utf32},
      {"u32", Encoding::Utf32},
      {"utf_32_le", Encoding::Utf32Le},
      {"utf_32le", Encoding::Utf32Le},
      {"utf_32_be", Encoding::Utf32Be},
      {"utf_32be", Encoding::Utf32Be},
      {"unicode_escape", Encoding::UnicodeEscape},
      {"unicodeescape", Encoding::UnicodeEscape},
  };
  if (name == "utf-8") {
    *out = Encoding::Utf8;
    return true;
  }
  std::string normal = normal_encoding_name(name);
  auto it = std::find_if(std::begin(kNames), std::end(kNames), [&](auto& e) { return e.first == normal; });
  if (it == std::end(kNames)) return false;
  *out = it->second;
  return true;
}

Value bytes_decode(Vm& vm, std::string_view data, std::string_view encoding_name, std::string_view error_handler) {
  if (data.empty()) return Value::object(names().empty);
  Encoding encoding;
  bool own = find_encoding(encoding_name, &encoding);
  if (!check_text_size(vm, data.size())) return {};
  if (!own) {
    if (!find_charset(encoding_name)) return decode_by_script(vm, data, encoding_name, error_handler);
    Decoder d{vm, data, error_handler};
    return decode_charset(d, encoding_name) ? new_text(vm, d.out) : Value();
  }
  bool small = encoding == Encoding::Utf8 || encoding == Encoding::Ascii || encoding == Encoding::Latin1;
  if (small && is_ascii(data.data(), data.size())) {
    if (data.size() <= kBulkStep) return Value::object(vm.new_str(data, static_cast<uint32_t>(data.size())));
    Str* s = make_str(vm, data.size(), static_cast<uint32_t>(data.size()));
    return copy_bulk(vm, s->inline_data(), data.data(), data.size()) ? Value::object(s) : Value();
  }
  if (encoding == Encoding::Utf8 && data.size() <= kBulkStep && valid_utf8_prefix(data) == data.size()) return vm.str_value(data);
  Decoder d{vm, data, error_handler};
  return decode(d, encoding) ? new_text(vm, d.out) : Value();
}

Value str_encode(Vm& vm, Str* s, std::string_view encoding_name, std::string_view error_handler) {
  Encoding encoding;
  if (!find_encoding(encoding_name, &encoding)) {
    if (!find_charset(encoding_name)) return encode_by_script(vm, s, encoding_name, error_handler);
    if (!check_text_size(vm, uint64_t{s->length} * 4 + 4)) return {};
    Encoder e{vm, s, error_handler, "charmap"};
    return encode_charset(e, encoding_name) ? new_bytes_value(vm, e.out) : Value();
  }
  bool same = s->ascii() || s->size == 0;
  bool one_to_one = encoding == Encoding::Utf8 || encoding == Encoding::Ascii || encoding == Encoding::Latin1;
  if (same && one_to_one) return new_bytes_value(vm, s->view());
  if (encoding == Encoding::Utf8 && s->size <= kBulkStep && valid_utf8_prefix(s->view()) == s->size) return new_bytes_value(vm, s->view());
  if (!check_text_size(vm, uint64_t{s->length} * (encoding == Encoding::UnicodeEscape ? 10 : 4) + 4)) return {};
  Encoder e{vm, s, error_handler, "utf-8"};
  return encode(e, encoding) ? new_bytes_value(vm, e.out) : Value();
}

}  // namespace sl
