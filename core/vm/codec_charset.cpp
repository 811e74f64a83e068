// The character sets of the system's iconv: code pages, the ISO 8859 and East Asian families.
#include <cerrno>
#include <iconv.h>

#include <memory>

#include "core/lang/charset.h"
#include "core/vm/codec.h"

namespace sl {

namespace {

bool single_byte(std::string_view charset) {
  for (std::string_view wide : {"BIG5", "EUC-", "GB", "ISO-2022", "SHIFT", "JOHAB", "UHC", "UTF-7", "CP932", "CP936", "CP949", "CP950", "CP1361"})
    if (charset.starts_with(wide)) return false;
  return true;
}

// An open conversion, and what its codec is called in messages.
struct Conversion {
  iconv_t state;
  std::string codec;
  const char* reason;
  ~Conversion() { iconv_close(state); }
};

std::unique_ptr<Conversion> open_conversion(std::string_view name, bool decoding) {
  std::string normal = normal_encoding_name(name);
  std::string charset = charset_named(normal);
  if (charset.empty()) return nullptr;
  iconv_t state = decoding ? iconv_open("UTF-8", charset.c_str()) : iconv_open(charset.c_str(), "UTF-8");
  if (state == reinterpret_cast<iconv_t>(-1)) return nullptr;
  bool small = single_byte(charset);
  return std::unique_ptr<Conversion>(new Conversion{state, small ? "charmap" : normal, small ? "character maps to <undefined>" : "illegal multibyte sequence"});
}

// Converts as much as it can of [*in, end) into out; errno of what stopped it, 0 at the end.
int convert(iconv_t state, const char** in, const char* end, std::string& out) {
  char chunk[4096];
  while (true) {
    char* to = chunk;
    size_t left = static_cast<size_t>(end - *in), room = sizeof chunk;
    size_t r = iconv(state, const_cast<char**>(in), &left, &to, &room);
    int why = r == static_cast<size_t>(-1) ? errno : 0;
    out.append(chunk, static_cast<size_t>(to - chunk));
    if (why != E2BIG) return why;
  }
}

bool convertible(iconv_t state, std::string_view text) {
  std::string out;
  const char* in = text.data();
  iconv(state, nullptr, nullptr, nullptr, nullptr);
  bool ok = convert(state, &in, text.data() + text.size(), out) == 0;
  iconv(state, nullptr, nullptr, nullptr, nullptr);
  return ok;
}

}  // namespace

bool find_charset(std::string_view name) { return open_conversion(name, true) != nullptr; }

bool decode_charset(Decoder& d, std::string_view name) {
  auto c = open_conversion(name, true);
  d.codec = c->codec.c_str();
  const char *begin = d.data.data(), *in = begin, *end = begin + d.data.size();
  while (in < end) {
    const char* to = static_cast<size_t>(end - in) > kSlowStep ? in + kSlowStep : end;
    int why = convert(c->state, &in, to, d.out);
    if (!why && to == end) break;
    if (!d.vm.poll()) return false;
    if (!why || (why == EINVAL && to != end && end - in > 8)) continue;
    auto at = static_cast<size_t>(in - begin);
    size_t resume = at + 1;
    const char* reason = why == EINVAL ? "incomplete multibyte sequence" : c->reason;
    if (!d.handle(at, why == EINVAL ? d.data.size() : at + 1, reason, &resume)) return false;
    iconv(c->state, nullptr, nullptr, nullptr, nullptr);
    begin = d.data.data();  // the handler may have replaced it
    end = begin + d.data.size();
    in = begin + resume;
  }
  return true;
}

bool encode_charset(Encoder& e, std::string_view name) {
  auto c = open_conversion(name, false);
  std::string codec = c->codec;
  e.codec = codec.c_str();
  bool small = codec == "charmap";
  const char *in = e.text->data, *end = in + e.text->size;
  uint32_t index = 0;
  while (in < end) {
    const char* before = in;
    const char* to = end;
    if (static_cast<size_t>(end - in) > kSlowStep) to = previous_boundary(in + kSlowStep);
    int why = convert(c->state, &in, to, e.out);
    for (const char* p = before; p < in; ++index) p = next_boundary(p);
    if (!why && to == end) break;
    if (!e.vm.poll()) return false;
    if (!why) continue;
    uint32_t stop = index + 1;
    const char* next = next_boundary(in);
    for (; small && next < end; ++stop) {  // one error for neighbours
      const char* after = next_boundary(next);
      if (convertible(c->state, {next, static_cast<size_t>(after - next)})) break;
      next = after;
    }
    if (!e.handle(index, stop, c->reason)) return false;
    index = stop;
    in = next;
  }
  char tail[16];
  char* to = tail;
  size_t room = sizeof tail;
  iconv(c->state, nullptr, nullptr, &to, &room);
  e.out.append(tail, static_cast<size_t>(to - tail));
  return true;
}

}  // namespace sl
